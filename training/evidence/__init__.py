"""Train the evidence scorer: an encoder that gives each word of a sentence an edit (keep, delete, another form, …).

Made for slips that patterns cannot hold: a word missing, a stray word, a wrong form, one real word for another. It
learns from clean prose with slips put in, new ones at every pass, so that text is the only thing it needs.

    python -m training.evidence.prepare PROSE DATA                        once: sentences and lexicon
    python -m training.evidence.train DATA RUN --weights MINILM           on from the last checkpoint, whenever it was cut
    python -m training.evidence.export DATA RUN/checkpoint.pt MODEL --weights MINILM     int8 ONNX
    python -m training.evidence.levels DATA MODEL                         levels by class, on prose set aside
    python -m training.evidence.package MODEL lint/language/en_evidence   card, NOTICE, checksums

MINILM is the folder of the weights to start from: `model.safetensors` and `vocab.txt`.
Needs the packages of `requirements.txt`, in an environment of its own; what makes slips needs lemminflect alone.
"""
