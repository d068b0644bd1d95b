"""The catalog: all rules, those of the package and those of a repository's own rule folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lint.errors import Place, UserError, UserErrors

if TYPE_CHECKING:
    from lint.rule import Rule

ALL = "all"


@dataclass(frozen=True)
class Catalog:
    """Rules, sorted by id."""

    rules: tuple[Rule, ...]

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all rules."""
        return tuple(self._by_id)

    @cached_property
    def selectors(self) -> frozenset[str]:
        """Everything that selects rules: ids, families, and `all`."""
        return frozenset((*self.ids, *(rule.family for rule in self.rules), ALL))

    def get(self, rule_id: str) -> Rule | None:
        """Give the rule of that id, or None."""
        return self._by_id.get(rule_id)

    def matching(self, selector: str) -> tuple[Rule, ...]:
        """Give the rules that a selector means: a rule id, a family, or `all`; none for another word."""
        if rule := self.get(selector):
            return (rule,)
        return tuple(rule for rule in self.rules if selector in (rule.family, ALL))


def package_folder() -> Path:
    """Give the folder of the package's own rules: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent / "rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


def load(folders: Sequence[Path] = ()) -> Catalog:
    """Read the package's rules and those of further folders; raise UserErrors that name every mistake."""
    rules: list[Rule] = []
    errors: list[UserError] = []
    own = package_folder()
    for folder in (own, *(f for f in folders if f.resolve() != own.resolve())):
        for path in sorted(folder.rglob("*.y*ml")):
            try:
                rules.append(read(path, folder))
            except UserErrors as found:
                errors.extend(found.errors)
    errors += _examples_missing(rule for rule in rules if Path(rule.place.path).is_relative_to(own))
    errors += _taken_twice(rules)
    if errors:
        raise UserErrors(errors)
    return Catalog(tuple(sorted(rules, key=lambda rule: rule.id)))


def read(path: Path, folder: Path | None = None) -> Rule:
    """Read one rule file. Its id is its path below `folder`, or its last two parts; raises UserErrors."""
    from lint import rulefile

    relative = path.relative_to(folder) if folder else Path(*path.absolute().parts[-2:])
    rule_id = relative.with_suffix("").as_posix()
    if "/" not in rule_id:
        remedy = f"Move it into a folder that names its family: {path.parent.name}/house/{path.name}."
        raise UserErrors([UserError("A rule file stands in the folder of its family.", Place(str(path)), remedy)])
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserErrors([UserError(f"The rule file cannot be read: {error}.", Place(str(path)))]) from None
    return rulefile.read(text, str(path), rule_id)


def _examples_missing(rules: Iterable[Rule]) -> Iterator[UserError]:
    for rule in rules:
        bad = sum(bool(example.marks) for example in rule.examples)
        if bad < 1 or len(rule.examples) - bad < 2:
            remedy = "Give at least one bad and two ok examples, among them the false alarm it is guarded against."
            yield UserError(f"The rule {rule.id} has too few examples.", rule.place, remedy)


def _taken_twice(rules: Iterable[Rule]) -> Iterator[UserError]:
    seen: dict[str, Rule] = {}
    for rule in rules:
        if other := seen.get(rule.id):
            yield UserError(f"The id {rule.id} is taken by {other.place.path}.", rule.place, "Rename the file.")
        seen[rule.id] = rule
