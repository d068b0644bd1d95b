"""What a language pipeline can add to the words of a text, in layers that a rule asks for by name."""

from collections.abc import Iterable, Mapping
from enum import StrEnum


class Layer(StrEnum):
    """One layer of annotation.

    Penn tags; parts of speech and features; lemmas; the dependency tree; named entities; a scorer's suspicions.
    """

    TAGS = "tags"
    MORPHOLOGY = "morphology"
    LEMMAS = "lemmas"
    PARSE = "parse"
    ENTITIES = "entities"
    EVIDENCE = "evidence"


FACTORIES: Mapping[Layer, frozenset[str]] = {
    Layer.TAGS: frozenset({"tagger"}),
    Layer.MORPHOLOGY: frozenset({"morphologizer", "attribute_ruler"}),
    Layer.LEMMAS: frozenset({"lemmatizer", "trainable_lemmatizer"}),
    Layer.PARSE: frozenset({"parser", "beam_parser"}),
    Layer.ENTITIES: frozenset({"ner", "beam_ner"}),
}
"""The spaCy factories whose components make a layer; evidence comes from no pipeline, but from a scorer of its own."""

ENCODERS: Mapping[str, str] = {
    "tok2vec": "spacy",
    "transformer": "spacy-transformers",
    "curated_transformer": "spacy-curated-transformers",
}
"""The spaCy factories whose components make what others listen to, with the packages that bring them."""

_BELOW = {Layer.MORPHOLOGY: {Layer.TAGS}, Layer.LEMMAS: {Layer.TAGS, Layer.MORPHOLOGY}}


def with_those_below(layers: Iterable[str]) -> frozenset[Layer]:
    """Give the layers and those that they may be made from: a lemmatizer by rule reads parts of speech."""
    asked = frozenset(map(Layer, layers))
    return asked.union(*(_BELOW.get(layer, set()) for layer in asked))
