"""Kind `pairs`: marks that come in twos, quotation marks and brackets, and what is wrong with one that is alone.

A pair is written as its two characters. In a pair of equal characters (straight quotation marks) the neighbours
decide which one opens. A quotation that runs on over paragraphs opens in each and closes only in the last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pydantic import BaseModel, ConfigDict, field_validator

from lint.annotate import quotations
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Finder, Hit, Rule

FIELDS = frozenset({"match", "problem", "near"})
_UNCLOSED, _UNOPENED = "is never closed", "was never opened"
_FARTHEST = 8
_LIST_MARKER = re.compile(r"(?:^|[\s(])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[)\]]$")
_REST_OF_SENTENCE = re.compile(r"(?P<inside>[^.!?()\[\]\n]{1,160}[^\s.!?()\[\]])(?P<stop>[.!?])(?=\s|$)")
_BRACKET = re.compile(r"[()\[\]]")
_EMOTICON = re.compile(r"[:;=][-'^o]?[)(\]\[]$")


class Spec(BaseModel):
    """What a rule of this kind says: the pairs, and whether one may stand open from block to block."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pairs: list[str]
    over_paragraphs: bool = False
    nest: bool = False

    @field_validator("pairs")
    @classmethod
    def _two(cls, pairs: list[str]) -> list[str]:
        if wrong := [pair for pair in pairs if len(pair) != 2]:
            raise ValueError(f"A pair is two characters, not “{wrong[0]}”.")
        return pairs


@dataclass(slots=True)
class _State:
    """Marks that stand open, and what was found wrong so far, as (offset, problem, suggestion)."""

    open: list[tuple[int, str]] = field(default_factory=list)
    problems: list[tuple[int, str, str]] = field(default_factory=list)


def finder(rules: Sequence[Rule], pipeline: Pipeline) -> Finder:  # noqa: ARG001 - the signature of every kind
    """Give the finder for all rules of the kind."""

    def find(reading: Reading) -> Iterator[tuple[Rule, Hit]]:
        for rule in rules:
            yield from ((rule, hit) for hit in _hits([b for b in reading.blocks if b.kind in rule.blocks], rule.body))

    return find


def _hits(blocks: list[Block], spec: Spec) -> Iterator[Hit]:
    marks = re.compile("[" + re.escape("".join(spec.pairs)) + "]")
    carried = False
    waiting: list[tuple[int, Hit]] = []
    for index, block in enumerate(blocks):
        state = _walk(block.text, marks, spec, carried=carried)
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        carried = bool(state.open) and spec.over_paragraphs and following[:1] in {pair[0] for pair in spec.pairs}
        hits = [_hit(block, *problem) for problem in state.problems]
        if not carried:
            hits += [_unclosed(block, at, mark, spec) for at, mark in state.open]
        hits = _settle(waiting, hits, index, ends_only=spec.over_paragraphs)
        yield from sorted(hits, key=lambda hit: hit.start)
    yield from (hit for _, hit in waiting)


def _settle(waiting: list[tuple[int, Hit]], hits: list[Hit], index: int, *, ends_only: bool) -> list[Hit]:
    """Let a mark that is opened in one block be closed in a later one: neither is a hit.

    Quotation marks (`ends_only`) only where one opens its block and the other closes its own, a few blocks on.
    """
    told = []
    for hit in hits:
        if hit.values["problem"] == _UNCLOSED and not (ends_only and hit.start):
            waiting.append((index, hit))
        elif hit.values["problem"] == _UNOPENED and waiting and not (ends_only and not _is_last(hit, waiting, index)):
            waiting.pop()
        else:
            told.append(hit)
    return told


def _is_last(hit: Hit, waiting: list[tuple[int, Hit]], index: int) -> bool:
    return not hit.block.text[hit.end :].strip() and index - waiting[-1][0] <= _FARTHEST


def _walk(text: str, marks: re.Pattern[str], spec: Spec, *, carried: bool) -> _State:
    state = _State()
    in_code = False
    for match in marks.finditer(text):
        at = match.start()
        if in_code or _opens_attribute(text, at):
            in_code = not in_code
            continue
        if _stands_alone(text, at, state):
            continue
        if at == 0 and carried and any(text[0] == pair[0] for pair in spec.pairs):
            state.open.append((0, text[0]))
        elif _opens(text, at, state, spec):
            _open(text, at, state, spec)
        else:
            _close(text, at, state, spec)
    return state


def _opens(text: str, at: int, state: _State, spec: Spec) -> bool:
    mark = text[at]
    if mark + mark not in spec.pairs:
        return any(mark == pair[0] for pair in spec.pairs)
    may_open, may_close = _shape(text, at)
    if may_open == may_close:
        return not state.open
    return may_open


def _beside(text: str, at: int) -> tuple[str, str]:
    """Give the characters before and after, a space where the text ends."""
    return text[at - 1] if at else " ", text[at + 1] if at + 1 < len(text) else " "


def _shape(text: str, at: int) -> tuple[bool, bool]:
    """Say whether a straight mark may open and may close, by the characters beside it."""
    before, after = _beside(text, at)
    may_open = not after.isspace() and (before.isspace() or before in "([{—–-/‘'“\ufffc") and after not in ",;:.!?)]"
    may_close = not before.isspace() and (after.isspace() or not after.isalnum()) and before not in "(["
    return may_open, may_close


def _open(text: str, at: int, state: _State, spec: Spec) -> None:
    if state.open and not spec.nest:
        before, mark = state.open.pop()
        state.problems.append((before, _UNCLOSED, ""))
        if _turned(text, at):
            state.problems[-1] = (at, "opens where one should close", _partner(mark, spec))
            return
    state.open.append((at, text[at]))


def _turned(text: str, at: int) -> bool:
    """Say whether an opening mark stands where a closing one belongs: word before, space after."""
    before, after = _beside(text, at)
    return not before.isspace() and before not in "([—–-" and (after.isspace() or after in ".,;:")


def _close(text: str, at: int, state: _State, spec: Spec) -> None:
    mark = text[at]
    if not state.open:
        before, after = _beside(text, at)
        if before.isspace() and after.isalnum() and mark + mark not in spec.pairs:
            opener = next(pair[0] for pair in spec.pairs if pair[1] == mark)
            state.problems.append((at, "closes where one should open", opener))
            state.open.append((at, opener))
            return
        state.problems.append((at, _UNOPENED, ""))
        return
    _, opener = state.open.pop()
    if opener + mark not in spec.pairs:
        state.problems.append((at, f"closes what “{opener}” opened", _partner(opener, spec)))


def _partner(opener: str, spec: Spec) -> str:
    return next(pair[1] for pair in spec.pairs if pair[0] == opener)


def _stands_alone(text: str, at: int, state: _State) -> bool:
    """Say whether the mark is no bracket at all: “a)”, “:-)”, inches."""
    lead = text[max(0, at - 6) : at + 1]
    if text[at] in '"“”':
        return _is_measure(text, at, state)
    if text[at] in ")]" and len(state.open) <= 1 and _LIST_MARKER.search(lead) and not _is_wanted(text, at, state):
        return True
    if not _EMOTICON.search(lead):
        return False
    return not _is_wanted(text, at, state) if text[at] in ")]" else _beside(text, at)[1] in " \n()[]"


def _is_wanted(text: str, at: int, state: _State) -> bool:
    """Say whether what looks like “;)” or “2)” closes a bracket that nothing else closes before the next one opens."""
    if not state.open or state.open[-1][1] + text[at] not in ("()", "[]"):
        return False
    following = _BRACKET.search(text, at + 1)
    return following is None or following[0] in "(["


def _opens_attribute(text: str, at: int) -> bool:
    return text[at] in '"“”' and text[at - 1 : at] == "="


def _is_measure(text: str, at: int, state: _State) -> bool:
    if text[at] == "”":
        return not state.open and text[at - 1 : at].isdigit()
    return text[at] == '"' and quotations.is_measure(text, at, pending=bool(state.open))


def _hit(block: Block, at: int, problem: str, suggestion: str) -> Hit:
    near = block.text[max(0, at - 12) : at + 13].strip()
    suggestions = (suggestion,) if suggestion else ()
    if problem == _UNOPENED and block.text[at - 1 : at] == block.text[at]:
        suggestions = ("",)
    return Hit(block, at, at + 1, {"problem": problem, "near": near}, suggestions=suggestions)


def _unclosed(block: Block, at: int, mark: str, spec: Spec) -> Hit:
    """Mark a bracket with what it swallows, up to the end of the sentence, where it was most likely to close."""
    hit = _hit(block, at, _UNCLOSED, "")
    rest = _REST_OF_SENTENCE.match(block.text, at + 1) if spec.nest else None
    if rest is None or "\ufffc" in rest[0]:
        return hit
    closed = f"{mark}{rest['inside']}{_partner(mark, spec)}{rest['stop']}"
    return replace(hit, end=rest.end(), suggestions=(closed,))
