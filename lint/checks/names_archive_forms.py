"""Ways of writing that older articles and the house do not have: accents, capitals within, acronyms, house forms."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint.annotate.acronyms import Term, definitions, uses
from lint.annotate.known import Known
from lint.annotate.lexicon import lemmas
from lint.annotate.reading import Reading
from lint.annotate.similar import is_inflection, is_swap, plain, unaccented
from lint.checks.names_archive_hits import Slip, enough, hit, only
from lint.document import Block
from lint.rule import Hit, Option, Pointer

_REVERSED = re.compile(r"(?<![\w.])([A-Z]{3,8}) \(([A-Z][\w’' -]{5,80})\)")
_WORD = re.compile(r"\S+")
_MARKS = re.compile(r"['’‘ʻʼ]")
_PART = re.compile(r"[\s-]")
_SHORTEST = 4
_SEVERAL, _OFTEN = 2, 5
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


def spellings(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give names that older articles always write with other accents, capitals within, hyphens or spaces."""
    known = reading.known
    for cluster in reading.names:
        own = {mention.text for mention in cluster.mentions if not mention.display}
        for form in cluster.forms:
            if form in own and plain(form) and not form.isupper():
                near = known.near(form)
                fit = {n: c for n, c in near.items() if _same(form, n, c) and enough(known, form, c)}
                if name := only(known, form, fit):
                    yield _whole(hit(cluster, form, Slip(0, name, name, near[name])), form)


def _same(form: str, name: str, count: int) -> bool:
    """Say whether the names are one but for accents, capitals within, hyphens and spaces: no matter of the place's style."""
    if unaccented(form) != form or (
        _MARKS.search(form) and not _MARKS.search(name)
    ):  # the more careful form is the draft's
        return False
    if unaccented(name) == form != name or (form[1:].islower() and name.lower() == form.lower()):
        return not name.isupper() and name[0] == form[0]
    if count < _SEVERAL or plain(form) != plain(name) or name.isupper() or name[:1].islower() != form[:1].islower():
        return False
    one, other = (text.translate(_APOSTROPHES).removeprefix("The ") for text in (form, name))
    return one != other and not (one.lower() == other.lower() and _is_title_case(one, other))


def _is_title_case(one: str, other: str) -> bool:
    """Say whether the names differ in the capitals that begin words alone."""
    pairs = zip(_PART.split(one), _PART.split(other), strict=True)
    return all(a[1:] == b[1:] for a, b in pairs)


def _whole(found: Hit, form: str) -> Hit:
    """Stretch a hit from the first word of a form over all of it."""
    return Hit(
        found.block, found.start, found.start + len(form), found.values, None, found.suggestions, None, found.related
    )


def acronyms(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give acronyms with two letters swapped, and those spelt out otherwise than in older articles."""
    yield from _swapped(reading)
    spelt_out = list(_spelt_out(reading))
    right = {acronym for block, acronym, words in spelt_out if _is_known(reading.known, block, acronym, words)}
    for block, acronym, words in spelt_out:
        found = _otherwise(reading.known, block, acronym, words) if acronym not in right else None
        if found:
            yield found


def _swapped(reading: Reading) -> Iterator[Hit]:
    known, own = reading.known, {definition.acronym for definition in definitions(reading.blocks)}
    seen = set(own)
    for use in uses(reading.blocks):
        word = use.acronym
        if word in seen or len(word) < _SHORTEST:
            continue
        seen.add(word)
        near = known.near(word)
        least = 1 if len(word) > _SHORTEST else _SEVERAL
        fit = {n: c for n, c in near.items() if is_swap(word, n) and c >= least and enough(known, word, c)}
        if name := only(known, word, fit):
            message = f"“{word}”: older articles have “{name}”, never this. Are two letters swapped?"
            yield Hit(use.block, use.start, use.end, {}, message, (name,))


def _spelt_out(reading: Reading) -> Iterator[tuple[Block, str, tuple[Term, ...]]]:
    """Give each acronym that the article spells out, before its brackets or within: LEP (Limited English Proficiency)."""
    for definition in definitions(reading.blocks):
        if definition.expansion:
            yield definition.block, definition.acronym, definition.expansion
    for block in reading.blocks:
        for match in _REVERSED.finditer(block.text):
            at = match.start(2)
            words = tuple(Term(m.group(), at + m.start(), at + m.end()) for m in _WORD.finditer(match[2]))
            yield block, match[1], words


def _otherwise(known: Known, block: Block, acronym: str, words: tuple[Term, ...]) -> Hit | None:
    """Give the hit for an expansion that differs in one word from the only one that is known."""
    expansions = list(known.expansions(acronym).items())
    full, count = expansions[0] if expansions else ("", 0)
    others = full.split()
    if len(others) != len(words) or len(words) < 2 or (len(expansions) > 1 and count < _OFTEN):
        return None
    unlike = [(w, o) for w, o in zip(words, others, strict=True) if not _alike(block.text[w.start : w.end], o)]
    if len(unlike) != 1:
        return None
    word, other = unlike[0]
    message = f"“{acronym}”: older articles spell it out as “{full}”."
    pointer = Pointer(f"“{acronym}” is spelt out here", block, words[0].start, words[-1].end)
    return Hit(block, word.start, word.end, {}, message, (other,), related=(pointer,))


def _is_known(known: Known, block: Block, acronym: str, words: tuple[Term, ...]) -> bool:
    texts = [block.text[word.start : word.end] for word in words]
    return any(_agree(texts, full.split()) for full in known.expansions(acronym))


def _agree(words: Sequence[str], others: Sequence[str]) -> bool:
    return len(others) == len(words) and all(map(_alike, words, others))


def _alike(word: str, other: str) -> bool:
    return plain(word) == plain(other) or is_inflection(word, other) or bool(lemmas(word) & lemmas(other))


def house_forms(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give every place of a form that the house's list of names gives up for another."""
    for block in reading.blocks:
        for place in reading.known.unwanted(block.text):
            yield Hit(block, place.start, place.end, {"wanted": place.wanted}, suggestions=(place.wanted,))
