"""One name in two cases: GitHub and github, HTML and html.

A capital in front may mean many things: there the word must be no other, and the name be far more frequent.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from lint.annotate import wordlist
from lint.annotate.derivation import is_derived
from lint.annotate.names_lexicon import CALENDAR
from lint.annotate.reading import Reading
from lint.checks.names_places import Place
from lint.rule import Hit, Option, Pointer

_WORD = re.compile(r"(?<![\w.@#/\\&=+$~:%'’*-])[^\W\d_]{3,30}(?![\w@/\\=+*(-])(?!\.\w)(?!['’]\w{2})(?!: ?\d)")
_TYPED = re.compile(
    r" (?:repo(?:sitor(?:y|ies)|s)?|packages?|gems?|branch(?:es)?|director(?:y|ies)|folders?|commands?|variables?|keywords?|"
    r"hashtags?|handles?|usernames?)\b"
)
_OPENING, _CLOSING = frozenset("\"'“‘`"), frozenset("\"'”’`")
_LETTERS = re.compile(r"[^\W\d_]{3,30}")
_OFTEN = 2
_SURE = 4
_LONGEST_CAPITALS = 6
"""Longer words in capitals are rather a raised voice."""


def mixed(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give every place of a name in lower case, or with its first capital alone, that the article has in capitals more often."""
    wanted = _candidates(reading)
    groups: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place in _places(reading) if wanted else ():
        if place.text.lower() in wanted:
            groups[place.text.lower()][place.text].append(place)
    for forms in groups.values():
        if len(forms) > 1:
            yield from _others(forms)


def _candidates(reading: Reading) -> set[str]:
    """Give the letters, in lower case, that stand in more than one case and make no word; a quick first look."""
    forms = {form for block in reading.blocks for form in _LETTERS.findall(block.text)}
    cases = Counter(form.lower() for form in forms)
    return {lower for lower, count in cases.items() if count > 1 and not _is_word(lower)}


def _places(reading: Reading) -> Iterator[Place]:
    title_case = reading.people.capitals.title_case
    for block in reading.blocks:
        display = block in title_case
        for match in _WORD.finditer(block.text) if not block.text.isupper() else ():
            if display and match.group()[1:].islower() and match.group()[0].isupper():
                continue
            if not _is_code(block.text, *match.span()):
                yield Place(block, match.group(), match.start(), match.end())


def _is_code(text: str, start: int, end: int) -> bool:
    """Say whether the word is what somebody types: alone in quotation marks, or the name of a folder or a repository."""
    alone = text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING
    return bool(_TYPED.match(text, end)) or alone


def _is_word(lower: str) -> bool:
    """Say whether the letters make a word of the language, which a capital turns into a name or begins a sentence with."""
    return lower in CALENDAR or wordlist.is_word(lower)


def _others(forms: Mapping[str, list[Place]]) -> Iterator[Hit]:
    main = max(forms, key=lambda form: (any(map(str.isupper, form[1:])), len(forms[form])))
    count = len(forms[main])
    first = forms[main][0]
    pointer = Pointer(f"“{main}” here", first.block, first.start, first.end)
    for form, places in forms.items():
        if _is_slip(form, main) and len(places) * _margin(main) <= count:
            for place in places:
                values = {"other": main, "count": str(count)}
                yield Hit(place.block, place.start, place.end, values, suggestions=(main,), related=(pointer,))


def _is_slip(form: str, main: str) -> bool:
    """Say whether the form can be the name in the wrong case; two forms with inner capitals are other rules' business."""
    if main[1:].islower():
        return form.islower() and main[0].isupper() and main.isascii() and not is_derived(form)
    if form.isupper():
        return main[-1] != "s" and len(form) <= _LONGEST_CAPITALS and sum(map(str.isupper, main)) > len(main) // 2
    return form.islower() or (main.isupper() and form.istitle())


def _margin(main: str) -> int:
    """Give how much more often the name must stand: a capital in front alone may be a title's or a sentence's."""
    if main[1:].islower():
        return _SURE
    return _OFTEN if main.isupper() else 1
