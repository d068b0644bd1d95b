"""Packages of rules that are installed: each offers a folder of rule files, and checks in Python, under a name of its own.

Only what stands in a folder of installed packages counts, never what lies in the working directory or on PYTHONPATH: a
repository that is checked can bring neither a package of rules nor a module that passes for one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import Distribution

GROUP = "copydesk.packs"
"""The group of entry points: the name of a pack, and the import package that holds it."""


@dataclass(frozen=True, slots=True)
class Package:
    """An installed package of rules: the family that its rule files are, its import package, and the folder of that."""

    name: str
    module: str
    folder: Path

    @property
    def rules(self) -> Path:
        """The folder of its rule files."""
        return self.folder / "rules"

    def holds(self, module: str) -> bool:
        """Say whether a module is the package's own, by its name."""
        return f"{module}.".startswith(f"{self.module}.")

    def is_what_python_finds(self) -> bool:
        """Say whether an import of the package would come from where it is installed; imports nothing."""
        from importlib.util import find_spec

        top, *below = self.module.split(".")
        spec = find_spec(top)
        places = list(spec.submodule_search_locations or ()) if spec else []
        return bool(places) and Path(places[0], *below).resolve() == self.folder.resolve()


def own_rules() -> Path:
    """Give the folder of Copydesk's own rules: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent / "rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


def installed() -> tuple[Package, ...]:
    """Give the packages of rules in this environment, sorted by name."""
    return _installed(site_folders())


def site_folders() -> tuple[str, ...]:
    """Give the folders that installers write to, each once."""
    import site
    import sysconfig

    user = [site.getusersitepackages()] if site.ENABLE_USER_SITE else []
    paths = sysconfig.get_paths()
    return tuple(dict.fromkeys([paths["purelib"], paths["platlib"], *site.getsitepackages(), *user]))


@cache
def _installed(folders: tuple[str, ...]) -> tuple[Package, ...]:
    from importlib.metadata import distributions

    found = {package for each in distributions(path=list(folders)) for package in _offered(each)}
    return tuple(sorted(found, key=lambda package: (package.name, package.module)))


def _offered(distribution: "Distribution") -> Iterator[Package]:
    for entry in distribution.entry_points:
        if entry.group == GROUP:
            places = (root.joinpath(*entry.value.split(".")) for root in _roots(distribution))
            yield from (Package(entry.name, entry.value, place) for place in places if place.is_dir())


def _roots(distribution: "Distribution") -> tuple[Path, ...]:
    """Give the folders that may hold a distribution's packages: its own source folder if it was installed to be edited."""
    import json
    from urllib.parse import unquote, urlparse

    origin = json.loads(distribution.read_text("direct_url.json") or "{}")
    if origin.get("dir_info", {}).get("editable"):
        project = Path(unquote(urlparse(origin["url"]).path))
        return (project, project / "src")
    return (Path(str(distribution.locate_file(""))),)


def check(name: str) -> Callable[..., Any]:
    """Give the function `package.module:function` of an installed package of rules; raise ValueError if there is none."""
    module, _, function = name.partition(":")
    package = next((package for package in installed() if package.holds(module)), None)
    if package is None:
        raise ValueError(
            f"No installed package of rules holds the module “{module}”.", "What lies in a repository is never run."
        )
    if not package.is_what_python_finds():
        raise ValueError(f"Python would import “{package.module}” from elsewhere than {package.folder}: it is not run.")
    found = getattr(_imported(module), function, None)
    if not callable(found) or function.startswith("_") or not package.holds(getattr(found, "__module__", None) or ""):
        raise ValueError(f"The module “{module}” has no check called “{function}”.")
    checked: Callable[..., Any] = found
    return checked


def _imported(module: str) -> Any:
    from importlib import import_module

    try:
        return import_module(module)
    except Exception as error:  # the package is not ours
        raise ValueError(f"The module “{module}” cannot be imported: {type(error).__name__}: {error}.") from error
