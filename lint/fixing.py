"""Fixing one draft: a function from its bytes and its settings to the outcome for the text after its fixes.

Fixes that do not touch are made at once, and the new text is checked, until none is left to make. A fix is kept only if
nothing but its words has changed for the reader, and if no other rule finds an error that was not there before.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from lint import edits
from lint.checking import Checker, crashed
from lint.document import Block
from lint.draft import Draft
from lint.edits import Moves, Proposal
from lint.errors import Place, UserError
from lint.model import Coverage, Finding, Safety, Severity
from lint.opening import read_bytes
from lint.report import FileReport, Outcome, Rewrite, Skipped

_ROUNDS, _GROWTH = 20, 2
"""So many rounds a draft may have, and so many times its length; rules that come to rest need three, and hardly more."""
_REFUSALS = 20
"""So many fixes of a draft are tried in vain."""
_BOM = "\ufeff".encode()

Deliver = Callable[[Rewrite], Iterable[UserError]]
"""What is done with a new text: gives what should be known of it, and raises UserError if it cannot be done."""


@dataclass(frozen=True, slots=True)
class Fixing:
    """What the command line says of fixes: which are made, and where the new texts go."""

    safeties: frozenset[Safety]
    deliver: Deliver


@dataclass(frozen=True, slots=True)
class _Refusal:
    """A fix that is not made, by its rule and its place in the text, and why."""

    rule: str
    offset: int
    why: str


@dataclass(frozen=True, slots=True)
class _State:
    """A text on its way: its bytes, what checking it came to, the rules of the fixes in it, the fixes that it refuses."""

    data: bytes
    file: FileReport
    outcome: Outcome
    blocks: tuple[Block, ...]
    fixed: tuple[str, ...] = ()
    refused: tuple[_Refusal, ...] = ()

    def refusing(self, chosen: Iterable[Proposal], why: str) -> "_State":
        """Give this state with fixes refused."""
        refused = (_Refusal(each.finding.rule, each.start, why) for each in chosen)
        return replace(self, refused=(*self.refused, *refused))


class _Spoiled(Exception):
    """Fixes that must not be made, with the reason."""


class Fixer:
    """Fixes one draft after another. Nothing is written: the new text is in the outcome."""

    def __init__(self, checker: Checker, safeties: frozenset[Safety]) -> None:
        """Take what checks the drafts, and which fixes are made."""
        self._checker, self._safeties = checker, safeties

    def fix(self, draft: Draft) -> Outcome:
        """Give what checking a draft comes to once its fixes are made. Whatever goes wrong with it is in the outcome."""
        try:
            data = read_bytes(draft.name) if draft.data is None else draft.data
        except UserError as error:
            return Outcome(errors=(error,))
        unfixed = self._checker.check(Draft(draft.name, data))
        if unfixed.file is None or not edits.proposals(unfixed.file.findings, self._safeties):
            return unfixed
        try:
            first = _State(data, unfixed.file, unfixed, self._blocks(Draft(draft.name, data)))
            return _told(draft, data, unfixed, self._at_rest(first))
        except Exception as error:  # noqa: BLE001 - as in checking
            return replace(unfixed, errors=(*unfixed.errors, crashed(draft.name, error)))

    def _at_rest(self, state: _State) -> _State:
        """Make fixes until none is left. Where they do not come to rest, none is made."""
        first, rounds = state, 0
        passed: dict[bytes, _State] = {}
        while chosen := self._chosen(state):
            if rounds == _ROUNDS or len(state.data) > _GROWTH * len(first.data):
                return first.refusing(self._chosen(first), "fixing did not come to rest")
            if len(state.refused) >= _REFUSALS:
                return state.refusing(chosen, "too many others could not be made")
            after, made = self._round(state, chosen)
            if made:
                rounds += 1
                passed[state.data] = state.refusing(made, "another fix undoes it")
                after = passed.get(after.data, after)
            state = after
        return state

    def _chosen(self, state: _State) -> list[Proposal]:
        refused = {(each.rule, each.offset) for each in state.refused}
        proposed = edits.proposals(state.file.findings, self._safeties)
        return edits.apart(each for each in proposed if each.key not in refused)

    def _round(self, state: _State, chosen: list[Proposal]) -> tuple[_State, list[Proposal]]:
        """Give the state after as many of the chosen fixes as are good together, and these.

        Where not all are, half of them are tried; one that is not good by itself is refused.
        """
        while True:
            try:
                return self._after(state, chosen), chosen
            except _Spoiled as spoiled:
                if len(chosen) == 1:
                    return state.refusing(chosen, str(spoiled)), []
                chosen = chosen[: len(chosen) // 2]

    def _after(self, state: _State, chosen: Sequence[Proposal]) -> _State:
        """Give the state after fixes; raise _Spoiled if they do what they should not."""
        made = edits.edits(chosen)
        text = state.file.source.text
        bom = _BOM if state.data.startswith(_BOM) else b""
        draft = Draft(state.file.path, bom + edits.applied(text, made).encode())
        blocks = self._blocks(draft)
        if _words(block.text for block in blocks) != _words(edits.read_after(state.blocks, text, made)):
            raise _Spoiled("it would change more than its words")
        outcome = self._checker.check(draft)
        if outcome.file is None or len(outcome.errors) > len(state.outcome.errors):
            raise _Spoiled("the article could not be read after it")
        moves = Moves(made)
        if brought := _brought(state.file.findings, outcome.file.findings, chosen, moves):
            raise _Spoiled(f"it would bring an error of {brought}")
        fixed = (*state.fixed, *(each.finding.rule for each in chosen))
        refused = tuple(replace(each, offset=moves.place(each.offset)) for each in state.refused)
        return _State(draft.data or b"", outcome.file, outcome, blocks, fixed, refused)

    def _blocks(self, draft: Draft) -> tuple[Block, ...]:
        opened = self._checker.open(draft)
        return () if isinstance(opened, Skipped) else opened.document.blocks


def delivered(outcome: Outcome, deliver: Deliver) -> Outcome:
    """Hand on the new text of an outcome, if it has one; where that fails, the outcome is the one without fixes."""
    rewrite = outcome.rewrite
    if rewrite is None:
        return outcome
    try:
        return replace(outcome, rewrite=None, notices=(*outcome.notices, *deliver(rewrite)))
    except UserError as error:
        return replace(rewrite.unfixed, errors=(*rewrite.unfixed.errors, error))


def _words(texts: Iterable[str]) -> list[str]:
    """Give texts as they are read: however much white space there is, it is one space."""
    return [" ".join(text.split()) for text in texts]


def _brought(
    before: Iterable[Finding], after: Iterable[Finding], chosen: Iterable[Proposal], moves: Moves
) -> str | None:
    """Give the rule of an error that was not there before; what a rule still finds at its own fix, it had found."""
    had: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for finding in before:
        if finding.severity is Severity.ERROR:
            had[finding.rule].append((moves.place(finding.start.offset), moves.place(finding.end.offset)))
    for each in chosen:
        had[each.finding.rule].append((moves.place(each.start), moves.place(each.end)))
    known = {rule: Coverage((start - 1, end + 1) for start, end in ranges) for rule, ranges in had.items()}
    for finding in after:
        place = finding.start.offset, finding.end.offset
        if finding.severity is Severity.ERROR and not (finding.rule in known and known[finding.rule].meets(*place)):
            return finding.rule
    return None


def _told(draft: Draft, data: bytes, unfixed: Outcome, rest: _State) -> Outcome:
    """Give the outcome of a draft whose fixes have come to rest."""
    source = rest.file.source
    places = ((each, source.position(each.offset)) for each in rest.refused)
    notices = tuple(
        UserError(f"A fix of {each.rule} was not made: {each.why}.", Place(draft.name, at.line, at.column))
        for each, at in places
    )
    file = replace(rest.file, fixed=tuple(sorted(Counter(rest.fixed).items())))
    rewrite = Rewrite(draft, data, rest.data, unfixed) if rest.data != data else None
    return replace(rest.outcome, file=file, notices=(*rest.outcome.notices, *notices), rewrite=rewrite)
