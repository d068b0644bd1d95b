"""What a person is called after the first reference: by which part of the name, with which title, and whether it is clear."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from lint.annotate import genders, lexicon
from lint.annotate.family_names import FAMILY_FIRST
from lint.annotate.given_names import GIVEN_NAMES
from lint.annotate.names import order_of
from lint.annotate.names_lexicon import PARTICLES, SHORT_FORMS
from lint.annotate.people import Mention, Person
from lint.annotate.reading import Reading
from lint.annotate.similar import distance
from lint.checks.names_places import pointer
from lint.document import BODY, BlockKind
from lint.rule import Hit, Option, Pointer, number_option

_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ang|eng|ong|ian|iao|ing|uai|uan|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|a|o|e|i|u)"
)
_CHINESE_GIVEN = re.compile(f"(?:{_SYLLABLE}){{2}}", re.IGNORECASE)
_KOREAN_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+")
_PARTICLE_BEFORE = re.compile(rf"\b((?:{'|'.join(sorted(PARTICLES))})[ -])+$", re.IGNORECASE)
_COPIED = re.compile(r"\.{3}|…|\. \. \.|\[\w")
_TITLED = re.compile(r"['’]s [A-Z][a-z]+ [A-Z]")
_FAR = 400
_REACH = 30
_COURTESY = frozenset("mr mrs ms miss mx".split())
_RANKS: tuple[Mapping[str, str], ...] = (
    {"sen": "senator", "senator": "senator", "rep": "representative", "representative": "representative",
     "congressman": "representative", "congresswoman": "representative", "gov": "governor", "governor": "governor",
     "mayor": "mayor"},
    {"lt": "lieutenant", "lieutenant": "lieutenant", "capt": "captain", "captain": "captain", "maj": "major",
     "major": "major", "sgt": "sergeant", "sergeant": "sergeant", "cpl": "corporal", "corporal": "corporal"},
    {"bishop": "bishop", "archbishop": "archbishop", "cardinal": "cardinal", "rabbi": "rabbi", "imam": "imam"},
    {"king": "king", "queen": "queen", "prince": "prince", "princess": "princess"},
)  # fmt: skip
"""Titles of which nobody has two at a time, by what they mean."""
_OTHER_TIME = re.compile(
    r"\b(?:former|then|ex|late|future|onetime|one-time|acting|deputy|promoted|elect)\b", re.IGNORECASE
)


def shared(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the first bare surname that two people of the article bear, where the paragraph does not say which is meant."""
    order = {block: index for index, block in enumerate(reading.blocks)}
    families: dict[str, list[Person]] = defaultdict(list)
    for person in reading.people.persons:
        families[order_of(person)[1]].append(person)
    for family, bearers in families.items():
        two = _two(bearers)
        if two:
            first, second = sorted((one.introduction for one in two), key=lambda m: (order[m.block], m.start))
            bare = [m for person in bearers for m in person.mentions if _is_bare(reading, m) and m.text == family]
            after = sorted((m for m in bare if order[m.block] > order[second.block]), key=lambda m: order[m.block])
            settled = any(order[m.block] < order[second.block] for m in bare)
            if after and not settled and not _is_told(after[0], bearers):
                values = {"first": first.text, "second": second.text}
                related = (pointer(first), pointer(second))
                yield Hit(after[0].block, after[0].start, after[0].end, values, related=related)


def repeated(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Give the first full name of a person that stands again a few `paragraphs` after the one before it."""
    reach = number_option(options, "paragraphs")
    order = {block: index for index, block in enumerate(reading.of(BlockKind.PARAGRAPH))}
    families = Counter(order_of(person)[1] for person in reading.people.persons)
    for person in reading.people.persons:
        if families[order_of(person)[1]] > 1 or not _is_surely(person):
            continue
        full = [
            m for m in person.mentions if m.full and m.block in order and not reading.quoted(m.block, m.start, m.end)
        ]
        near = ((m, n) for m, n in pairwise(full) if m.block is not n.block and order[n.block] - order[m.block] < reach)
        for before, again in islice(near, 1):
            values = {"family": order_of(person)[1]}
            yield Hit(again.block, again.start, again.end, values, related=(pointer(before),))


def _two(bearers: Sequence[Person]) -> tuple[Person, Person] | None:
    """Give the first two bearers of a family name that are surely two, not one under two forms of a given name."""
    for index, first in enumerate(bearers[:8]):
        for second in bearers[index + 1 : 8]:
            one, two = order_of(first)[0].lower(), order_of(second)[0].lower()
            alike = any({one, two} <= set(forms) for forms in SHORT_FORMS) or _is_longer(first, second)
            same = one[:1] == two[:1] and (distance(one, two, 2) <= 2 or "." in one + two)
            if not (alike or same) and _is_surely(first) and _is_surely(second):
                return first, second
    return None


def _is_longer(first: Person, second: Person) -> bool:
    """Say whether one full name ends with the other: a word stands before it that is none of it."""
    one, two = (tuple(word.text for word in person.introduction.words) for person in (first, second))
    return one[-len(two) :] == two or two[-len(one) :] == one


def _is_surely(person: Person) -> bool:
    """Say whether what has the name is a person: the last word is no common one, or a given name or a title is there."""
    parts = order_of(person)
    known = not lexicon.readings(parts[1]) or any(part.lower() in GIVEN_NAMES for part in parts)
    return known or any(mention.title for mention in person.mentions)


def _is_bare(reading: Reading, mention: Mention) -> bool:
    """Say whether a name of one part stands alone in the author's own running text, with no title before it."""
    if mention.full or mention.title or mention.block.kind not in BODY:
        return False
    return not reading.quoted(mention.block, mention.start, mention.end)


def _is_told(mention: Mention, bearers: Sequence[Person]) -> bool:
    """Say whether the paragraph names one of the bearers in full, or by title, before."""
    near = [m for person in bearers for m in person.mentions if m.block is mention.block and m.start < mention.start]
    return any(m.full or m.title for m in near)


def wrong_part(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the given names that stand alone for people whose family name comes first: Jinping, for Xi Jinping."""
    relatives = Counter(person.given for person in reading.people.persons)
    for person in reading.people.persons:
        first, last = person.given, person.surname
        if relatives[first] > 1 or first.lower() not in FAMILY_FIRST or last.lower() in FAMILY_FIRST | GIVEN_NAMES:
            continue
        if len(person.introduction.words) == 2 and (_CHINESE_GIVEN.fullmatch(last) or _KOREAN_GIVEN.fullmatch(last)):
            for mention in person.mentions:
                if _is_bare(reading, mention) and mention.text == last:
                    values = {"name": first, "full": person.introduction.text}
                    related = (pointer(person.introduction),)
                    yield Hit(mention.block, mention.start, mention.end, values, suggestions=(first,), related=related)


def particles(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the surnames that stand with and without their particle when they stand alone: van Gaal, Gaal."""
    for person in reading.people.persons:
        parts = [word.lower for word in person.introduction.words[1:-1]]
        if not parts or parts[-1] not in PARTICLES:
            continue
        forms: dict[str, list[Mention]] = defaultdict(list)
        for mention in person.mentions:
            if _is_bare(reading, mention) and not mention.possessive:
                before = _PARTICLE_BEFORE.search(mention.block.text, max(0, mention.start - _REACH), mention.start)
                forms[before.group() if before else ""].append(mention)
        if len(forms) > 1 and "" in forms:
            yield from _without_particle(forms, person)


def _without_particle(forms: Mapping[str, Sequence[Mention]], person: Person) -> Iterator[Hit]:
    particle = max((form for form in forms if form), key=lambda form: len(forms[form]))
    other = forms[particle][0]
    for mention in forms[""]:
        values = {"other": f"{particle}{mention.text}", "full": person.introduction.text}
        pointer = Pointer(f"“{particle}{other.text}” here", other.block, other.start - len(particle), other.end)
        yield Hit(mention.block, mention.start, mention.end, values, related=(pointer,))


def courtesy(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the first bare surname of a person whom the article elsewhere calls Mr, Mrs or Ms, or the other way round."""
    for person in reading.people.persons:
        alone = [m for m in person.mentions if not m.full and m.block.kind in BODY and _is_own(reading, m)]
        titled = [m for m in alone if m.title.lower() in _COURTESY and _can_be(m.title, person)]
        bare = [m for m in alone if not m.title]
        if titled and bare:
            rare, common = (titled, bare) if len(titled) < len(bare) else (bare, titled)
            mention, other = rare[0], common[0]
            values = {"here": _called(mention), "other": _called(other)}
            yield Hit(mention.block, mention.start, mention.end, values, related=(pointer(other),))


def _is_own(reading: Reading, mention: Mention) -> bool:
    """Say whether the name stands in the article's own words: in no quotation, with or without marks, and in no title."""
    text, sentence = mention.block.text, reading.sentence(mention.block, mention.start)
    copied = _COPIED.search(text, max(sentence.start, mention.start - _FAR), min(sentence.end, mention.end + _FAR))
    return not (copied or reading.quoted(mention.block, mention.start, mention.end) or _TITLED.match(text, mention.end))


def _can_be(title: str, person: Person) -> bool:
    """Say whether the courtesy title can be the person's, by the given name: Mrs. Lansing is not Robert Lansing."""
    one, other = genders.of_noun(title), genders.of_given_name(order_of(person)[0])
    return one is None or other is None or one == other


def _called(mention: Mention) -> str:
    return f"{mention.title} {mention.text}".strip()


def titles(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the mentions of a person under a title that another mention contradicts: Sen. and Rep., Lt. and Capt."""
    for person in reading.people.persons:
        for ranks in _RANKS:
            borne = [(ranks[m.title.lower()], m) for m in person.mentions if m.title.lower() in ranks and _is_now(m)]
            for rank, mention in borne[1:]:
                if rank != borne[0][0]:
                    values = {"here": rank, "other": borne[0][0], "name": mention.text}
                    related = (pointer(borne[0][1]),)
                    yield Hit(mention.block, mention.start, mention.end, values, related=related)
                    break


def _is_now(mention: Mention) -> bool:
    """Say whether nothing before the name says that the title is of another time."""
    return not _OTHER_TIME.search(mention.block.text, max(0, mention.start - 2 * _REACH), mention.start)
