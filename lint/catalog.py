"""The catalog: all rules, those of the package, of a repository's own rule folders, and of installed packages of rules.

A rule in a folder of its family (`style/plain/in-order-to`) belongs to a pack. To read a rule takes time, so that packs
of ours and installed packages are read only where somebody names them.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from lint import packages, rulefile
from lint.errors import Place, UserError, UserErrors
from lint.packages import Package
from lint.rule import Rule, folders_of
from lint.source import decode, read_bytes

ALL = "all"


@dataclass(frozen=True)
class Catalog:
    """Rules, sorted by id; `unread` are the ids of rules that nobody has named."""

    rules: tuple[Rule, ...]
    unread: tuple[str, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the rules that are read."""
        return tuple(self._by_id)

    @cached_property
    def selectors(self) -> frozenset[str]:
        """Everything that selects rules: ids, the folders they lie in, and `all`."""
        return frozenset((ALL, *(name for rule_id in (*self.ids, *self.unread) for name in selectors_of(rule_id))))

    def get(self, rule_id: str) -> Rule | None:
        """Give the rule of that id, or None."""
        return self._by_id.get(rule_id)

    def matching(self, selector: str) -> tuple[Rule, ...]:
        """Give the rules that a selector means: a rule id, a folder of rules, or `all`; none for another word."""
        if rule := self.get(selector):
            return (rule,)
        return tuple(rule for rule in self.rules if selector == ALL or selector in rule.folders)


def selectors_of(rule_id: str) -> tuple[str, ...]:
    """Give the words that select a rule, beside `all`: the folders it lies in, the outermost first, and its id."""
    return (*folders_of(rule_id), rule_id)


def load(folders: Sequence[Path] = (), named: Collection[str] = (ALL,)) -> Catalog:
    """Read the package's rules and those of further folders; raise UserErrors that name every mistake.

    `named` are the selectors by which packs and installed packages of rules are named; by default all are read.
    """
    own, wanted = packages.own_rules(), frozenset(named)
    ours = list(_files(own))
    house = [file for folder in folders if folder.resolve() != own.resolve() for file in _files(folder)]
    known = {name for file in (*ours, *house) for name in selectors_of(file.rule_id)}
    errors: list[UserError] = []
    offered = list(_offered(wanted, known, errors))
    rules = [
        *_all_read((file for file in ours if not file.is_packed or file.is_meant(wanted)), errors),
        *_all_read(house, errors),
        *(replace(rule, on=False) for rule in _all_read((f for f in offered if f.is_meant(wanted)), errors)),
    ]
    errors += _examples_missing(rule for rule in rules if Path(rule.place.path).is_relative_to(own))
    errors += _taken_twice(rules)
    if errors:
        raise UserErrors(errors)
    unread = {file.rule_id for file in (*ours, *offered)} - {rule.id for rule in rules}
    return Catalog(tuple(sorted(rules, key=lambda rule: rule.id)), tuple(sorted(unread)))


@dataclass(frozen=True, slots=True)
class _File:
    """A rule file, not read yet, and the id that its path is."""

    path: Path
    rule_id: str

    @property
    def is_packed(self) -> bool:
        """Say whether the rule, if it is ours, belongs to a pack: it lies in a folder of its family."""
        return self.rule_id.count("/") > 1

    def is_meant(self, selectors: frozenset[str]) -> bool:
        """Say whether one of the selectors means the rule."""
        return ALL in selectors or not selectors.isdisjoint(selectors_of(self.rule_id))


def _files(folder: Path, family: str = "") -> Iterator[_File]:
    """Give the rule files of a folder, sorted; their ids are below the family if one is given."""
    for path in sorted(folder.rglob("*.y*ml")):
        yield _File(path, (Path(family) / path.relative_to(folder)).with_suffix("").as_posix())


def _all_read(files: Iterable[_File], errors: list[UserError]) -> Iterator[Rule]:
    """Give the rules of the files that can be read, and add the mistakes of the others."""
    for file in files:
        try:
            yield _read(file.path, file.rule_id)
        except UserErrors as found:
            errors.extend(found.errors)


def _offered(named: frozenset[str], known: set[str], errors: list[UserError]) -> Iterator[_File]:
    """Give the rule files of the installed packages that are named. Nobody looks for them if all names are ours.

    Their rules are off until they are turned on, so that what is installed changes nothing by itself.
    """
    if named <= known:
        return
    found = [package for package in packages.installed() if ALL in named or package.name in _tops(named)]
    for package in found:
        if package.name in known:
            errors.append(_taken(package))
        else:
            yield from _files(package.rules, package.name)


def _tops(selectors: Iterable[str]) -> set[str]:
    return {selector.partition("/")[0] for selector in selectors}


def _taken(package: Package) -> UserError:
    problem = f"The package of rules “{package.module}” calls itself “{package.name}”, a family that is there already."
    return UserError(problem, Place(str(package.folder)), "Ask its makers for another name, or uninstall it.")


def read(path: Path, folder: Path | None = None) -> Rule:
    """Read one rule file. Its id is its path below `folder`, or else below a folder `rules`; raises UserErrors."""
    relative = path.relative_to(folder) if folder else _below_rules(path)
    return _read(path, relative.with_suffix("").as_posix())


def _below_rules(path: Path) -> Path:
    """Give the path of a rule file below the nearest folder `rules`, its last two parts if there is none."""
    parts = path.absolute().parts
    at = max((index for index, part in enumerate(parts[:-1]) if part == "rules"), default=len(parts) - 3)
    return Path(*parts[at + 1 :])


def _read(path: Path, rule_id: str) -> Rule:
    if "/" not in rule_id:
        remedy = f"Move it into a folder that names its family: {path.parent.name}/house/{path.name}."
        raise UserErrors([UserError("A rule file stands in the folder of its family.", Place(str(path)), remedy)])
    try:
        text = decode(str(path), read_bytes(path)).lf
    except OSError as error:
        raise UserErrors([UserError(f"The rule file cannot be read: {error.strerror}.", Place(str(path)))]) from None
    except UserError as error:
        raise UserErrors([error]) from None
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
