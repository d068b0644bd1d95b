"""The file of a baseline: where it lies, how it is read and written.

It is JSON with one finding a line, sorted, so that its diffs are small and show what was fixed.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from itertools import takewhile
from pathlib import Path
from typing import Any

from lint.baseline.model import Baseline, Entry
from lint.errors import Place, UserError

NAME = ".copydesk-baseline.json"
VERSION = 1
_ABOUT = "Findings that are known to Copydesk. “copydesk baseline update” takes out those that are fixed."
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_FIELDS = tuple(each.name for each in fields(Entry))
_AGAIN = "“copydesk baseline write --force” makes it anew."


def load(named: str | None, configured: Path | None) -> Baseline | None:
    """Read the baseline that the command line names, else the configuration, else the nearest above the folder we are in.

    Empty: the command line wants none. Raise UserError if it cannot be read.
    """
    if named == "":
        return None
    path = Path(named) if named else configured or find(Path.cwd())
    return read(path) if path else None


def find(folder: Path) -> Path | None:
    """Give the nearest file with the usual name, in a folder or above it up to the root of its git repository."""
    for each in _up_to_root(folder):
        if (each / NAME).is_file():
            return _from_here(each / NAME)
    return None


def usual(folder: Path, config: Path | None) -> Path:
    """Say where a baseline is to lie that nobody has named: beside the configuration, else at the repository's root."""
    if config:
        return config.parent / NAME
    root = next((each for each in [folder, *folder.parents] if (each / ".git").exists()), folder)
    return _from_here(root / NAME)


def _up_to_root(folder: Path) -> Iterator[Path]:
    above = [folder, *folder.parents]
    inside = list(takewhile(lambda each: not (each / ".git").exists(), above))
    yield from above[: len(inside) + 1]


def _from_here(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def read(path: Path) -> Baseline:
    """Read a baseline; raise UserError with the place of what is wrong with it."""
    place = Place(str(path))
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        remedy = "“copydesk baseline write” makes one, “copydesk check --no-baseline” goes without."
        raise UserError("There is no such baseline.", place, remedy) from None
    except OSError as error:
        raise UserError(f"The baseline cannot be read: {error.strerror}.", place) from None
    except UnicodeDecodeError:
        raise UserError("The baseline is not UTF-8.", place, _AGAIN) from None
    return Baseline(path, _files(_parsed(text, place), place))


def _parsed(text: str, place: Place) -> object:
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(_CONFLICT):
            remedy = "Keep the lines of both sides that stand for findings, then run “copydesk baseline update”."
            raise UserError("The baseline holds a merge conflict.", Place(place.path, number), remedy)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = Place(place.path, error.lineno, error.colno)
        raise UserError(f"The baseline is not JSON: {error.msg}.", where, _AGAIN) from None
    except RecursionError:
        raise UserError("The baseline is nested too deeply.", place, _AGAIN) from None


def _files(data: Any, place: Place) -> Mapping[str, tuple[Entry, ...]]:
    version = data.get("version") if isinstance(data, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise UserError("The baseline was written by a newer Copydesk.", place, "Bring this one up to date.")
    try:
        files = {path: tuple(map(_entry, found)) for path, found in data["files"].items()}
    except (KeyError, TypeError, AttributeError):
        version = None
    if version != VERSION:
        raise UserError("This is no baseline of Copydesk.", place, _AGAIN)
    return files


def _entry(found: Mapping[str, object]) -> Entry:
    values = [found[name] for name in _FIELDS]
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) < len(values):
        raise TypeError
    return Entry(*texts)


def write(baseline: Baseline) -> None:
    """Put a baseline into its file in one step, if that says anything else; raise UserError if it cannot be done."""
    from lint.writing import replace

    text = text_of(baseline)
    try:
        if not baseline.path.exists() or baseline.path.read_bytes() != text.encode():
            replace(baseline.path, text)
    except OSError as error:
        place = Place(str(baseline.path))
        raise UserError(f"The baseline cannot be written: {error.strerror}.", place, "Check its folder.") from None


def text_of(baseline: Baseline) -> str:
    """Give what stands in the file of a baseline."""
    files = ",\n".join(_article(path, found) for path, found in sorted(baseline.files.items()) if found)
    files = f"{{\n{files}\n  }}" if files else "{}"
    return f'{{\n  "about": {_json(_ABOUT)},\n  "version": {VERSION},\n  "files": {files}\n}}\n'


def _article(path: str, found: tuple[Entry, ...]) -> str:
    lines = ",\n".join(f"      {_json(asdict(entry))}" for entry in sorted(found))
    return f"    {_json(path)}: [\n{lines}\n    ]"


def _json(value: object) -> str:
    """Write a value in letters as they are, unless some, of the name of a file, are no Unicode."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isprintable() else json.dumps(value)
