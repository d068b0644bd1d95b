"""A reading that counts the time of each annotation for itself, whichever rule was the first to ask for it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from lint.annotate.known import Known
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.document import Document
from lint.profiling import Unmeasured

_PLAIN = frozenset({"document", "pipeline", "needs", "known", "of", "blocks", "is_english"})


class ProfiledReading(Reading):
    """A reading whose annotations are measured as `reading: NAME`."""

    def __init__(
        self, document: Document, pipeline: Pipeline, needs: frozenset[str], known: Known, watch: Unmeasured
    ) -> None:
        super().__init__(document, pipeline, needs, known)
        self._watch = watch

    def __getattribute__(self, name: str) -> Any:
        """Give an attribute; if it is an annotation, or gives one, count the time for it."""
        if name.startswith("_") or name in _PLAIN:
            return super().__getattribute__(name)
        watch: Unmeasured = self._watch
        label = f"reading: {name}"
        with watch.measure(label):
            found = super().__getattribute__(name)
        return _measured(found, label, watch) if callable(found) else found


def _measured(function: Callable[..., Any], label: str, watch: Unmeasured) -> Callable[..., Any]:
    @wraps(function)
    def call(*arguments: Any) -> Any:
        with watch.measure(label):
            return function(*arguments)

    return call
