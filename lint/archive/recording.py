"""What a check asks of the archive, written down, so that the same can be asked again when the archive has changed.

The house's own list is a file like any other that a check depends on; only what the index has a part in is written down.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from lint.annotate.known import Known, Unwanted
from lint.report import Asked

_Answers = Mapping[str, Callable[[str], Any]]


@dataclass(frozen=True)
class Recorder:
    """A memory of which every question is written down. `state` gives that of the index, and is asked with the first."""

    memory: Known
    state: Callable[[], str]
    _states: list[str] = field(default_factory=list)
    _answers: dict[tuple[str, str], Any] = field(default_factory=dict)

    @property
    def asked(self) -> Asked | None:
        """What has been asked so far; None: nothing."""
        if not self._answers:
            return None
        return Asked(self._states[0], tuple(self._answers), _digest(self._answers.values()))

    def form(self, text: str) -> int:
        """Give the number of articles that have the name written so."""
        return int(self._ask("form", text))

    def person(self, family: str) -> Mapping[str, int]:
        """Give the full names known with this family name."""
        return dict(self._ask("person", family))

    def near(self, text: str) -> Mapping[str, int]:
        """Give the known names nearly alike."""
        return dict(self._ask("near", text))

    def expansions(self, acronym: str) -> Mapping[str, int]:
        """Give what the acronym is known to stand for."""
        return dict(self._ask("expansions", acronym))

    def unwanted(self, text: str) -> Iterable[Unwanted]:
        """Give the places of forms that the house does not write: its list alone answers."""
        return self.memory.unwanted(text)

    def preferred(self, text: str) -> str | None:
        """Give what the house writes in place of this form: its list alone answers."""
        return self.memory.preferred(text)

    def distinct(self, first: str, second: str) -> bool:
        """Say whether the house knows the two to be two: its list alone answers."""
        return self.memory.distinct(first, second)

    def _ask(self, question: str, word: str) -> Any:
        if not self._states:
            self._states.append(self.state())
        key = (question, word)
        if key not in self._answers:
            self._answers[key] = _ways(self.memory)[question](word)
        return self._answers[key]


def answers(memory: Known, questions: Iterable[tuple[str, str]]) -> str:
    """Ask the questions again, and give the digest of the answers, as `Asked` has it. Raise KeyError for an unknown one."""
    ways = _ways(memory)
    return _digest(ways[question](word) for question, word in questions)


def _ways(memory: Known) -> _Answers:
    return {"form": memory.form, "person": memory.person, "near": memory.near, "expansions": memory.expansions}


def _digest(found: Iterable[Any]) -> str:
    plain = [list(answer.items()) if isinstance(answer, Mapping) else answer for answer in found]
    return blake2b(json.dumps(plain).encode("ascii"), digest_size=16).hexdigest()
