"""Reading the house's list of names: from its file, or, if that has not changed, from what was kept of it."""

import json
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

from lint import writing
from lint.archive import house, houselist
from lint.archive.house import House
from lint.archive.houselist import HouseName
from lint.archive.model import digest
from lint.archive.roll import Roll

_VERSION = 1


def read(path: Path, cache: Path | None = None) -> House:
    """Give the list in a file; raise UserErrors. What is read is kept in the folder `cache` until the list changes."""
    data = houselist.bytes_of(path)
    place = digest(str(path.absolute()).encode("utf-8", "surrogatepass")).hex()
    kept = cache / f"names-{place}.json" if cache else None
    version = f"{_VERSION} {digest(data).hex()}"
    if kept and (found := _kept(kept, version)):
        return found
    found = house.of(houselist.entries(houselist.parse(houselist.text_of(path, data), str(path))[1]))
    if kept:
        _keep(kept, version, found)
    return found


def _kept(path: Path, version: str) -> House | None:
    try:
        found, said, roll = json.loads(path.read_bytes())
        if found != version:
            return None
        return House(tuple(map(_name, said)), Roll(roll))
    except (OSError, ValueError, TypeError):  # it is not there, or not whole: the list itself is
        return None


def _name(row: Sequence[Any]) -> HouseName:
    kind, name, preferred, also, never, distinct, articles = row
    return HouseName(kind, name, preferred, tuple(also), tuple(never), tuple(distinct), articles)


def _keep(path: Path, version: str, found: House) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        writing.replace(
            path, json.dumps([version, list(map(astuple, found.entries)), found.roll.text], ensure_ascii=False)
        )
    except (OSError, ValueError):
        return  # it is read again the next time
