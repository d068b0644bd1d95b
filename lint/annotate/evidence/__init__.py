"""Evidence: what a trained scorer suspects of the words of a sentence, and how it would mend them.

`training.evidence` makes the scorer, with the words, pieces and edits of these modules: what reads is what was taught.
"""
