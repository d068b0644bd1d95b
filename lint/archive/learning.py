"""What the archive proposes for the list of names: whom and what several articles name, in which forms, and when."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.annotate.similar import plain
from lint.archive.houselist import SECTIONS, HouseName
from lint.archive.store import Store

_KINDS = tuple(SECTIONS.values())
_MOST_FORMS = 8
_MOST_ASKED = 500


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name for the list: its forms with their counts, commonest first, in how many articles, first and last day."""

    kind: str
    name: str
    forms: Mapping[str, int]
    articles: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    kind: str
    full: str
    form: str
    family: str
    uses: int
    articles: int


def proposals(store: Store, listed: Sequence[HouseName], least: int) -> list[Proposal]:
    """Give the names in at least so many articles, and those `listed` already; sorted by kind and name."""
    owner = _owners(listed)
    groups: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in _rows(store):
        groups[owner(row.kind, row.full)].append(row)
    entries = {(entry.kind, plain(entry.name)): entry for entry in reversed(listed)}
    families = {plain(row.family) for row in _rows(store) if row.kind == "person" and " " in row.full}
    found = (_proposal(store, rows, entries.get(key), least) for key, rows in sorted(groups.items()))
    return sorted((p for p in found if p and not _is_bare(p, families)), key=order)


def order(proposal: Proposal) -> tuple[int, str, str]:
    """Give what the proposals are sorted by: the section, then the name whatever its case and accents."""
    return _KINDS.index(proposal.kind), plain(proposal.name), proposal.name


def _rows(store: Store) -> Iterator[_Row]:
    places = ", ".join("?" * len(_KINDS))
    columns = "id, kind, full, form, family, uses, articles"
    query = f"SELECT {columns} FROM names WHERE articles > 0 AND kind IN ({places}) ORDER BY id"  # noqa: S608 - ours
    return (_Row(*row) for row in store.rows(query, *_KINDS))


def _owners(listed: Iterable[HouseName]) -> Callable[[str, str], tuple[str, str]]:
    """Give the function that says which entry a name belongs to: one that lists it, or else that of its spelling."""
    # What is no person's is one thing, be it taken for a place here and for a term there.
    owners = {
        (entry.kind == "person", plain(form)): (entry.kind, plain(entry.name))
        for entry in listed
        for form in (entry.name, *entry.right, *entry.wrong)
    }

    def owner(kind: str, full: str) -> tuple[str, str]:
        key = (kind == "person", plain(full) or full)
        return owners.get(key) or ("person" if key[0] else "other", key[1])

    return owner


def _proposal(store: Store, rows: Sequence[_Row], entry: HouseName | None, least: int) -> Proposal | None:
    """Give what is proposed for the rows of one name; `entry` is its place on the list, if it has one."""
    if not entry and sum(row.articles for row in rows) < least:
        return None
    articles, first, last = _span(store, [row.id for row in rows])
    if not entry and articles < least:
        return None
    forms: Counter[str] = Counter()
    fulls: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for row in rows:
        forms[row.form] += row.uses
        fulls[row.full] += row.articles
        kinds[row.kind] += row.articles
    kind = entry.kind if entry else _commonest(kinds)
    name = entry.name if entry else _commonest(fulls)
    return Proposal(kind, name, dict(_sorted(forms)[:_MOST_FORMS]), articles, first, last)


def _sorted(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _commonest(counts: Counter[str]) -> str:
    return _sorted(counts)[0][0]


def _span(store: Store, ids: Sequence[int]) -> tuple[int, str, str]:
    """Give the number of articles that have one of the names, and the first and last day among theirs."""
    found: dict[int, str] = {}
    for at in range(0, len(ids), _MOST_ASKED):
        part = ids[at : at + _MOST_ASKED]
        places = ", ".join("?" * len(part))
        query = f"SELECT id, day FROM articles WHERE id IN (SELECT article FROM uses WHERE name IN ({places}))"  # noqa: S608
        found.update(store.rows(query, *part))
    days = sorted(day for day in found.values() if day)
    return len(found), days[0] if days else "", days[-1] if days else ""


def _is_bare(proposal: Proposal, families: Iterable[str]) -> bool:
    """Say whether the name is a surname alone, of somebody whom other articles name in full."""
    return proposal.kind == "person" and " " not in proposal.name and plain(proposal.name) in families
