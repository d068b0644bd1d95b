"""Who says it: the source to the left or right of an attributing verb, and how well it is named."""

from __future__ import annotations

import re
from dataclasses import replace

from lint.annotate import clauses, english, groups, lexicon, names_lexicon, places, roles, speakers, speech
from lint.annotate.clauses import Sentence
from lint.annotate.roles import Family
from lint.annotate.speakers import Source, SourceClass

_REACH = 30
_OPENING = 10
_DESCRIPTION = 16
_SPEAKING_PRONOUNS = frozenset("he she i we they it".split())
_ALONE = frozenset("another one both neither".split())
"""Words that stand alone for somebody of those told of: “Another said”."""
_ANYBODY = frozenset("nobody everyone everybody someone somebody anyone anybody none".split())
_NATIONS = frozenset(
    "independents russians americans ukrainians germans israelis palestinians britons europeans".split()
)
_CALENDAR = names_lexicon.CALENDAR | places.PEOPLES
_TITLES = frozenset(
    "mr mrs ms mx dr prof sen rep gov gen sens reps mr. mrs. ms. mx. dr. prof. sen. rep. gov. gen.".split()
)


def before(sentence: Sentence, index: int) -> Source | None:
    """Give the source whose verb group begins at word `index`; None where none is found."""
    if index == 0:
        return None
    if sentence.plain(index) or _is_adverb_in_commas(sentence, index):
        return ending(sentence, index)
    gap = sentence.gaps[index]
    if sentence.quoted[index - 1]:
        return groups.before(sentence, index)
    opener = next((mark for mark in (",", ")", "—", "–") if mark in gap), None)
    return _past_insertion(sentence, index, "(" if opener == ")" else opener) if opener else None


def _is_adverb_in_commas(sentence: Sentence, index: int) -> bool:
    """Say whether the verb group begins with an aside: “Critics, however, say”."""
    asides = (sentence.gaps[index].strip(), sentence.gaps[index + 1].strip())
    return asides == (",", ",") and speech.is_adverb(sentence.lowers[index])


def after(sentence: Sentence, index: int) -> Source | None:
    """Give the source that begins at word `index`, behind its verb or “according to”; None where none is found."""
    if index >= len(sentence.words):
        return None
    if sentence.lowers[index] in ("he", "she"):
        return replace(speakers.spanning(sentence, SourceClass.NAMED, index, index + 1), pronoun=True)
    end = _phrase_end(sentence, index)
    while end - 1 > index and _hangs(sentence.lowers[end - 1]):
        end -= 1
    return ending(sentence, end, index) if end > index else None


def _hangs(lower: str) -> bool:
    """Say whether the word cannot end a noun phrase: “of”, “seen”."""
    readings = lexicon.readings(lower)
    return lower == "of" or ("VBN" in readings and readings.isdisjoint({"NN", "NNS"}))


def opening(sentence: Sentence, end: int) -> Source | None:
    """Give the person whom the sentence is about, named before word `end` where a sentence opens: “Doe rose and said”."""
    for index in range(min(end, _OPENING)):
        if sentence.quoted[index]:
            continue
        if sentence.lowers[index] in ("he", "she"):
            return replace(speakers.spanning(sentence, SourceClass.NAMED, index, index + 1), pronoun=True)
        if sentence.capitalised(index) and (index == 0 or not sentence.plain(index)):
            stop = clauses.name_end(sentence, index)
            found = _named(sentence, stop, index) if stop < end else None
            if found and not lexicon.readings(sentence.lowers[stop]).isdisjoint({"VBD", "VBZ", "VBP", "MD"}):
                return found
    return None


def _past_insertion(sentence: Sentence, index: int, mark: str) -> Source | None:
    """Look for a source before an insertion that ends at word `index`: “Ian Doe, a professor, said”."""
    fallback = None
    for at in range(index - 1, max(0, index - _REACH), -1):
        if sentence.quoted[at]:
            break
        if mark not in sentence.gaps[at]:
            continue
        source = ending(sentence, at)
        if source and source.kind is not SourceClass.ROLE:
            return replace(source, about=source.about | frozenset(sentence.lowers[at:index]))
        if source and fallback is None:
            source = _named_behind(sentence, source, at, index)
        fallback = source or fallback
        if fallback and fallback.kind is SourceClass.NAMED:
            break
    return fallback


def _named_behind(sentence: Sentence, role: Source, start: int, end: int) -> Source:
    """Give the role with the name that is the whole insertion behind it: “Lee's spokesman, Carl Dunn, said”."""
    name = _named(sentence, end, start)
    if name is None or name.pair or sentence.words[start].start != name.start:
        return role
    about = role.about | frozenset(re.findall(r"\w+", sentence.block.text[role.start : role.end].lower()))
    return replace(name, start=role.start, about=name.about | about)


def ending(sentence: Sentence, end: int, start: int = 0) -> Source | None:
    """Give the source whose noun phrase ends before word `end`, beginning no earlier than `start`."""
    last = sentence.lowers[end - 1]
    if last in ("who", "that", "which") and end - 1 > start:
        return _antecedent(sentence, end - 1, start)
    if last in _SPEAKING_PRONOUNS:
        kind = SourceClass.NAMED if last in ("he", "she") else SourceClass.ROLE
        return replace(speakers.spanning(sentence, kind, end - 1, end), pronoun=True)
    return groups.before(sentence, end, start) or _named(sentence, end, start) or _role(sentence, end, start)


def _antecedent(sentence: Sentence, end: int, start: int) -> Source | None:
    """Give the source that “who” stands for; “people who think” describes, and attributes nothing."""
    source = ending(sentence, end, start)
    describes = source and source.family in (Family.PEOPLE, Family.PARTY)
    return None if describes else source


def _named(sentence: Sentence, end: int, start: int) -> Source | None:
    if end - 1 > start and sentence.lowers[end - 1][:1].isdigit() and sentence.capitalised(end - 2):
        end -= 1
    first = titled = max(clauses.name_start(sentence, end), start)
    while first < end and sentence.lowers[first].rstrip(".") in _TITLES:
        first += 1
    if (
        first >= end
        or names_lexicon.TITLES.issuperset(sentence.lowers[first:end])
        or _is_group_name(sentence, first, end)
        or _is_governed(sentence, first, start)
    ):
        return None
    name = sentence.block.text[sentence.words[first].start : sentence.words[end - 1].end]
    place = r" (?:from|at|in|of) " if sentence.lowers[first] in names_lexicon.TITLES else r" (?:from|at|in) "
    person = re.split(place, name, maxsplit=1)[0]
    pair = _is_pair(sentence, first)
    opening = clauses.name_start(sentence, first - 1) if pair else titled
    source = speakers.spanning(sentence, SourceClass.NAMED, opening, end)
    return replace(source, name=person, about=_about(sentence, first, end), pair=pair)


def _is_group_name(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether the capital is that of a nation or of the sentence: “Russians said”, “Officials said”."""
    last = sentence.lowers[end - 1]
    return last in _NATIONS | _ANYBODY or (first == 0 and end == 1 and "NNS" in lexicon.readings(last))


def _is_governed(sentence: Sentence, first: int, start: int) -> bool:
    """Say whether a preposition stands before the name: then it belongs to what it describes."""
    if first <= start or not sentence.plain(first):
        return False
    before_it = sentence.lowers[first - 1]
    if before_it == "the" and first - 1 > start:
        before_it = sentence.lowers[first - 2]
    return before_it in english.PREPOSITIONS - english.SUBORDINATORS and first - start > 1


def _is_pair(sentence: Sentence, first: int) -> bool:
    """Say whether two people are named: “Doe and Lee”, but not “the FBI and the CIA”, which may share a paper."""
    return (
        first >= 2
        and sentence.lowers[first - 1] == "and"
        and sentence.plain(first)
        and sentence.plain(first - 1)
        and sentence.capitalised(first - 2)
        and not (sentence.words[first].text.isupper() or sentence.words[first - 2].text.isupper())
    )


def _about(sentence: Sentence, first: int, end: int) -> frozenset[str]:
    """Give the words around a name that say who bears it: those just before it, and an insertion behind it."""
    left = sentence.lowers[max(0, first - 6) : first]
    right: tuple[str, ...] = ()
    if end < len(sentence.gaps) - 1 and sentence.gaps[end].strip()[:1] in (",", "(", "—", "–"):
        right = sentence.lowers[end : end + _DESCRIPTION]
    name = (word for word in sentence.lowers[first:end])
    return frozenset((*left, *name, *right))


def _role(sentence: Sentence, end: int, start: int) -> Source | None:
    last = sentence.lowers[end - 1]
    if last in _ALONE and (end - 1 == start or not sentence.plain(end - 1)) and not sentence.quoted[end - 1]:
        return speakers.spanning(sentence, SourceClass.ROLE, end - 1, end)
    if last in english.READINGS or last.isdigit() or sentence.quoted[end - 1]:
        return None
    is_count = last in roles.NUMBERS and sentence.lowers[max(0, end - 2)] in roles.DEFINITE
    if lexicon.readings(last).isdisjoint({"NN", "NNS"}) and not sentence.capitalised(end - 1) and not is_count:
        return None
    first = head = clauses.phrase_start(sentence, end - 1)
    while first - start > 1 and end - first < 12 and _is_attached(sentence, first):
        head, first = first, clauses.phrase_start(sentence, first - 2)
    source = speakers.spanning(sentence, SourceClass.ROLE, max(first, start), end)
    noun = last if head == first else sentence.lowers[head - 2]
    return _document(sentence, source, max(first, start), end) if noun in roles.DOCUMENTS else source


def _document(sentence: Sentence, source: Source, first: int, end: int) -> Source:
    """Give a document as a source; it is named where its owner is: “a Pew report”, “a study by the UN”."""
    start = next((index for index in range(first, end) if _is_owner(sentence, index)), None)
    if start is None:
        return replace(source, document=True)
    stop = clauses.name_end(sentence, start)
    name = sentence.block.text[sentence.words[start].start : sentence.words[min(stop, end) - 1].end]
    about = frozenset(sentence.lowers[first:end])
    return replace(
        source, kind=SourceClass.NAMED, name=name.removesuffix("'s").removesuffix("’s"), about=about, document=True
    )


def _is_owner(sentence: Sentence, index: int) -> bool:
    """Say whether the word names somebody: a capital that no nation, weekday or sentence explains."""
    lower = sentence.lowers[index]
    return index > 0 and sentence.capitalised(index) and lower not in _NATIONS and lower not in _CALENDAR


def _is_attached(sentence: Sentence, first: int) -> bool:
    """Say whether a preposition ties the phrase to a noun before it: “a spokesman for the port”."""
    noun = lexicon.readings(sentence.lowers[first - 2])
    tie = sentence.lowers[first - 1]
    if first > 2 and (sentence.lowers[first - 2], tie) in (("close", "to"), ("familiar", "with")):
        return sentence.plain(first - 1) and sentence.plain(first - 2)
    ties = tie in ("for", "of", "at", "from", "with", "in", "on") or (
        tie == "by" and sentence.lowers[first - 2] in roles.DOCUMENTS
    )
    return ties and sentence.plain(first) and sentence.plain(first - 1) and not noun.isdisjoint({"NN", "NNS"})


def _phrase_end(sentence: Sentence, start: int, limit: int = 16) -> int:
    """Give the index after the noun phrase that begins at `start`."""
    end = start
    while end < len(sentence.words) and end - start < limit and (end == start or _continues(sentence, end)):
        if sentence.capitalised(end):
            end = max(clauses.name_end(sentence, end), end + 1)
        elif clauses.is_modifier(sentence, end) or (sentence.lowers[end] == "of" and end > start):
            end += 1
        else:
            break
        if sentence.lowers[end - 1] in roles.GROUPS:
            break
    return end


def _continues(sentence: Sentence, index: int) -> bool:
    return sentence.plain(index) or (sentence.gaps[index].strip() == "." and sentence.lowers[index - 1] in _TITLES)
