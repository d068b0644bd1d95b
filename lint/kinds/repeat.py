"""Kind `repeat`: the same words twice in a row."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from lint.annotate import english, lexicon
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Finder, Hit, Rule

if TYPE_CHECKING:
    from spacy.tokens import Doc

FIELDS = frozenset({"match", "words"})


class Spec(BaseModel):
    """What a rule of this kind says.

    `length` is the number of words repeated. `words` limits the rule to these words, `but_not` spares them; `after`
    and `before` spare a repetition that stands next to one of these words.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    length: int = Field(1, ge=1, le=4)
    words: frozenset[str] = frozenset()
    but_not: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


def finder(rules: Sequence[Rule], pipeline: Pipeline) -> Finder:  # noqa: ARG001 - the signature of every kind
    """Give the finder for all rules of the kind."""

    def find(reading: Reading) -> Iterator[tuple[Rule, Hit]]:
        for block in reading.blocks:
            doc = reading.doc(block)
            texts = [token.text for token in doc]
            lowers = [text.lower() for text in texts]
            for rule in rules:
                yield from ((rule, hit) for hit in _hits(block, doc, texts, lowers, rule.body))

    return find


def _hits(block: Block, doc: "Doc", texts: list[str], lowers: list[str], spec: Spec) -> Iterator[Hit]:
    n, end = spec.length, 0
    for i in range(len(lowers) - 2 * n + 1):
        if lowers[i] != lowers[i + n] or i < end:
            continue
        if lowers[i : i + n] == lowers[i + n : i + 2 * n] and _counts(texts, lowers, i, spec):
            end = i + 2 * n
            last = doc[end - 1]
            words = block.text[doc[i].idx : doc[i + n - 1].idx + len(doc[i + n - 1])]
            yield Hit(block, doc[i].idx, last.idx + len(last), {"words": words}, suggestions=(words,))


def _counts(texts: list[str], lowers: list[str], i: int, spec: Spec) -> bool:
    n = spec.length
    words = lowers[i : i + n]
    if words in (lowers[i + 2 * n : i + 3 * n], lowers[max(0, i - n) : i]):
        return False
    if not all(word.isalpha() for word in words) or len(set(words)) < n:
        return False
    if spec.words and not spec.words.issuperset(words):
        return False
    if i and (lowers[i - 1] in spec.after or lowers[i - 1] in ("-", "/", "'", "’", "&")):
        return False
    following = lowers[i + 2 * n] if i + 2 * n < len(lowers) else ""
    if following in spec.before or following in ("-", "'s", "’s") or _is_meant(texts, lowers, i, n):
        return False
    opens = not i or texts[i - 1] in _SENTENCE_ENDS
    return not spec.but_not.intersection(words) and _is_slip(texts[i : i + 2 * n], opens=opens)


def _is_meant(texts: list[str], lowers: list[str], i: int, n: int) -> bool:
    """Say whether both are wanted: in a chain (“cooks who train cooks who train cooks”), in quotes, or as “to to” may be."""
    if n > 1:
        links = {*lowers[max(0, i - 1) : i]} & {lowers[i + n - 1]} | {*lowers[i + 2 * n : i + 2 * n + 1]} & {lowers[i]}
        return any(_NOUNS & lexicon.readings(word) for word in links)
    itself = lowers[i] in english.SUBJECT_PRONOUNS and lowers[max(0, i - 1)] in _MAKES
    return itself or _may_be_stranded(lowers, i) or _is_quoted(texts, i)


def _may_be_stranded(lowers: list[str], i: int) -> bool:
    """Say whether the first of two prepositions may end a relative clause: “who to talk to to”, “the ways it needs to to”."""
    if i < _CLAUSE or lowers[i] not in english.PREPOSITIONS:
        return False
    first, second = lowers[i - _CLAUSE : i - 1]
    if second == "to":
        return first in english.WH_WORDS
    return (
        second in english.SUBJECT_PRONOUNS
        and bool(_NOUNS & lexicon.readings(first))
        and not _OTHERS & lexicon.readings(first)
    )


def _is_quoted(texts: list[str], i: int) -> bool:
    """Say whether quotation marks stand around the two words: they are what is spoken of."""
    return bool(i) and i + 2 < len(texts) and texts[i - 1] in _QUOTES and texts[i + 2] in _QUOTES


def _is_slip(texts: list[str], *, opens: bool) -> bool:
    """Say whether case speaks for a slip: names come twice (“Duran Duran”), and “Will will” is no repetition."""
    half = len(texts) // 2
    if texts[:half] == texts[half:]:
        return texts[0].islower()
    if [texts[0].lower(), *texts[1:half]] != texts[half:]:
        return False
    return texts[0].lower() in _NEVER_NAMES or (opens and half == 1 and texts[0].lower() not in _ALSO_NAMES)


_CLAUSE = 3
_MAKES = frozenset("make makes made making".split())
_NOUNS = frozenset({"NN", "NNS"})
_OTHERS = frozenset("VBZ VBD IN CC RB WRB".split())
_QUOTES = frozenset("\"“”‘’'``''")
_SENTENCE_ENDS = frozenset(".!?:…")
_ALSO_NAMES = frozenset(
    "will may mark bill grant rob pat sue drew jack don art rich frank hope grace faith joy rose dawn summer april june "
    "august march miles guy wade chase lance max rod ray gene bob nick skip chip buck cliff pearl ruby page paige".split()
)
_NEVER_NAMES = frozenset(
    "the a an and of to in on is for with at by from as was it he she they we this that but".split()
)
