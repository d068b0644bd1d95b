"""Where the packages lie that are installed beside this one: they are found, and never imported."""

from pathlib import Path


def folder(name: str) -> Path | None:
    """Give the folder of a package, or of one inside it (`outer.inner`); None if there is none."""
    from importlib.util import find_spec

    outer, *inner = name.split(".")
    try:
        spec = find_spec(outer) if outer.isidentifier() and all(map(str.isidentifier, inner)) else None
    except ValueError:  # a module of the interpreter's own, such as __main__
        return None
    folders = (spec and spec.submodule_search_locations) or ()
    return next((found for each in folders if (found := Path(each, *inner)).is_dir()), None)


def entries(group: str) -> dict[str, str]:
    """Give the entry points of a group that installed packages have: the module that each name means."""
    from importlib.metadata import entry_points

    return {entry.name: entry.module for entry in entry_points(group=group)}
