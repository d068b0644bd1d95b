"""Message and suggestion templates: `{verb}`, `{verb:base}`, `{clitic:full}`, `{noun:plural}`."""

import re
from collections.abc import Mapping

from lint.annotate import english, lexicon

_FIELD = re.compile(r"\{(\w+)(?::(\w+))?\}")
FORMS = lexicon.FORMS | {"full", "lower", "upper", "capital"}
"""What may stand after the colon."""


def fields(template: str) -> list[tuple[str, str]]:
    """Give the fields of a template as (name, form), form empty where none is given."""
    return [(match[1], match[2] or "") for match in _FIELD.finditer(template)]


def render(template: str, values: Mapping[str, str]) -> str:
    """Fill the template's fields; a field without a value stays as written."""
    return _FIELD.sub(lambda match: _value(match, values), template)


def _value(match: re.Match[str], values: Mapping[str, str]) -> str:
    name, form = match[1], match[2]
    if name not in values:
        return match[0]
    return shape(values[name], form) if form else values[name]


def shape(word: str, form: str) -> str:
    """Give the word in one of `FORMS`."""
    if form == "full":
        return english.CLITICS.get(lexicon.straight(word), word)
    if form == "lower":
        return word.lower()
    if form == "upper":
        return word.upper()
    if form == "capital":
        return word[:1].upper() + word[1:]
    return lexicon.inflect(word, form)


def like_case(model: str, text: str) -> str:
    """Give the text with a capital where the words it stands for begin with one."""
    return text[:1].upper() + text[1:] if model[:1].isupper() and text[:1].islower() else text
