"""One token of a `tokens` pattern: what it looks for in a doc, and what the lexicon must say of the word."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from lint.annotate import labels, lexicon
from lint.annotate.layers import Layer

Words = Annotated[list[str], Field(default_factory=list)]
"""A list by default empty, made anew: a default of `[]` would be copied in depth, a dozen times for each token."""
Flag = Literal["alpha", "title", "upper", "lowercase", "punct", "number", "space"]
FIELDS = {
    "tag": "tag_",
    "pos": "pos_",
    "dep": "dep_",
    "ent": "ent_type_",
    "lower": "lower_",
    "text": "text",
    "shape": "shape_",
}
"""What spaCy's tokens call the fields that hold words or labels; those that most words fail come first."""

FLAGS: Mapping[Flag, str] = {
    "alpha": "is_alpha",
    "title": "is_title",
    "upper": "is_upper",
    "lowercase": "is_lower",
    "punct": "is_punct",
    "number": "like_num",
    "space": "is_space",
}
"""What spaCy's tokens call the flags."""

NEEDS = {"tag": Layer.TAGS, "pos": Layer.MORPHOLOGY, "dep": Layer.PARSE, "ent": Layer.ENTITIES}
"""Which layer a field needs of the pipeline."""


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class Readings(BaseModel):
    """What the lexicon must say of a form: `any` of these tags, `none` of those, `only` these, or `known: yes`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    any: Words
    none: Words
    only: Words

    _lists = field_validator("any", "none", "only", mode="before")(_listed)

    def hold(self, word: str) -> bool:
        """Say whether the word's readings are as asked."""
        found = lexicon.readings(word)
        if self.any and not found & set(self.any):
            return False
        if self.only and not (found and found <= set(self.only)):
            return False
        return not found & set(self.none)


class Token(BaseModel):
    """A token pattern. Fields of one mapping must all hold; several words in one field are alternatives."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    lower: Words
    text: Words
    lemma: Words
    tag: Words
    pos: Words
    dep: Words
    ent: Words
    shape: Words
    is_: list[Flag] = Field(default_factory=list, alias="is")
    isnt: list[Flag] = Field(default_factory=list)
    not_: Words = Field(default_factory=list, alias="not")
    ending: Words
    readings: Readings | None = None
    op: Literal["?", "*", "+", "!"] | None = None
    name: str = Field("", alias="as")
    same_as: str = ""

    _lists = field_validator(
        *("lower", "text", "lemma", "tag", "pos", "dep", "ent", "shape", "is_", "isnt", "not_", "ending"), mode="before"
    )(_listed)

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        """Read `to` and `[a, an]` as words in lower case."""
        return {"lower": value} if isinstance(value, str | list) else value

    @property
    def is_literal(self) -> bool:
        """Say whether the token names the words it looks for."""
        return bool(self.lower or self.text) and self.op not in ("?", "*", "!")

    @property
    def literals(self) -> frozenset[str]:
        """The words the token looks for, in lower case, with straight and with curly apostrophes."""
        return frozenset(word.lower() for word in _apostrophes(self.lower or self.text))

    @property
    def needs(self) -> set[str]:
        """Which layers the token asks of the pipeline."""
        return {need for field, need in NEEDS.items() if getattr(self, field)}

    @property
    def accepted(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """What each field of `FIELDS` that is given takes, other pipelines' labels and curly apostrophes included."""
        given = ((field, getattr(self, field)) for field in FIELDS)
        return tuple((field, frozenset(labels.accepted(field, _apostrophes(words)))) for field, words in given if words)

    @property
    def asks_lexicon(self) -> bool:
        """Say whether more is asked of the word than a doc tells."""
        return bool(self.lemma or self.ending or self.not_ or self.readings)


def admits(token: Token, word: str) -> bool:
    """Say whether the lexicon admits the word for the token."""
    if token.lemma and not lexicon.lemmas(word) & set(token.lemma):
        return False
    if token.ending and not word.lower().endswith(tuple(token.ending)):
        return False
    if token.not_ and lexicon.straight(word) in token.not_:
        return False
    return token.readings is None or token.readings.hold(word)


def _apostrophes(words: Words) -> list[str]:
    return sorted({variant for word in words for variant in (word, word.replace("'", "’"))})
