"""Import spaCy without its command line, which takes half of the time and 17 MB, and is never used here.

`import spacy` asks the command line for one function, `spacy.info`. While spaCy is imported, two stand-ins give it one that
fetches the real one when it is called. Whoever asks for anything else, then or later, gets the real modules.
"""

import sys
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

_CLI, _INFO = "spacy.cli", "spacy.cli.info"


def import_spacy() -> None:
    """Import spaCy. Afterwards `import spacy` gives what it always gives, whoever says it."""
    if "spacy" in sys.modules:
        return
    sys.modules[_CLI] = _stand_in(_CLI)
    sys.modules[_INFO] = _stand_in(_INFO, __path__=[], info=_info)  # the import statement asks for a path
    try:
        import spacy
    finally:
        _make_way()
    vars(spacy).setdefault("__getattr__", _attribute)


def _stand_in(name: str, **attributes: Any) -> ModuleType:
    """Give a module with these attributes; any other is that of the real module."""
    module = ModuleType(name)
    vars(module).update(attributes, __getattr__=partial(_real, name))
    return module


def _make_way() -> None:
    """Take the stand-ins away, so that the next import finds the real modules."""
    for name in (_CLI, _INFO):
        if name in sys.modules and sys.modules[name].__spec__ is None:
            del sys.modules[name]


def _real(name: str, attribute: str) -> Any:
    _make_way()
    return getattr(import_module(name), attribute)


def _info(*args: Any, **kwargs: Any) -> Any:
    return _real(_INFO, "info")(*args, **kwargs)


def _attribute(name: str) -> Any:
    """Give `spacy.cli`, which a plain import of spaCy would have set."""
    if name == "cli":
        return import_module(_CLI)
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")
