"""Opening a draft: from its name to a document, with the settings that hold for its path."""

from dataclasses import dataclass
from pathlib import Path

from lint import formats, source
from lint.config import PathSettings
from lint.document import Document
from lint.draft import Draft
from lint.errors import Place, UserError
from lint.profiling import OFF, Unmeasured
from lint.report import Skipped
from lint.source import Source
from lint.workspace import Configured, Workspace


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft that has been read, and what its path leads to."""

    configured: Configured
    settings: PathSettings
    data: bytes
    text: Source
    document: Document


def open_draft(
    workspace: Workspace, draft: Draft, format_as: str | None = None, watch: Unmeasured = OFF
) -> Opened | Skipped:
    """Give a draft as a document, in the format `format_as` or else the one that its name tells.

    Raise UserError if it cannot be read, UserErrors if the configuration for its path has mistakes.
    """
    name = draft.name
    with watch.measure("read"):
        data = read_bytes(name) if draft.data is None else draft.data
        if source.is_binary(data):
            return Skipped(name, "not a text")
        text = source.decode(name, data)
    format_name = format_as or formats.format_of(name, text.lf)
    if format_name is None:
        return Skipped(name, f"a format that is not read yet ({Path(name).suffix})")
    configured = workspace.configured(Path(name))
    settings = configured.config.for_path(configured.config.relative(Path(name)))
    with watch.measure(f"format: {format_name}"):
        return Opened(configured, settings, data, text, formats.read(text, format_name, settings.markup))


def reopened(workspace: Workspace, text: Source, format_as: str | None = None) -> Document:
    """Give a source that has been read as the same document again, by the settings that hold for its path."""
    config = workspace.config(Path(text.path))
    return formats.read(text, format_as, config.for_path(config.relative(Path(text.path))).markup)


def read_bytes(name: str) -> bytes:
    """Give the bytes of a file; raise UserError if it cannot be read."""
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise UserError("The file is gone.", Place(name), "Was it moved while we were reading?") from None
    except OSError as error:
        raise UserError(f"Cannot be read: {error.strerror}.", Place(name), "Check its permissions.") from None
