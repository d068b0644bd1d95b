"""Writing the new text of an article into its file."""

import os
from collections.abc import Iterator
from pathlib import Path

from lint import writing
from lint.errors import Place, UserError
from lint.report import Rewrite

_ANY_WRITER = 0o222


class Files:
    """The files of a run that get new texts: written in this process alone, one after the other, each as a whole."""

    def __init__(self) -> None:
        self._swept: set[Path] = set()

    def write(self, rewrite: Rewrite) -> tuple[UserError, ...]:
        """Put the new text of a draft into its file, and give what should be known of that.

        Raise UserError if it cannot be written, or was changed since it was read; it is then as it was.
        """
        path = Path(rewrite.draft.name)
        folder = Path(os.path.realpath(path)).parent
        if folder not in self._swept:
            self._swept.add(folder)
            writing.sweep(folder)
        try:
            notices = tuple(_other_names(path))
            if not _may_be_written(path):
                raise UserError("The fixes were not written: the file is read-only.", Place(str(path)), _REMEDY)
            writing.replace_bytes(path, rewrite.after, rewrite.before)
        except writing.Changed:
            problem = "The fixes were not written: the file was changed while they were made."
            raise UserError(problem, Place(str(path)), "Run the command again.") from None
        except OSError as error:
            problem = f"The fixes were not written: {error.strerror}."
            raise UserError(problem, Place(str(path)), _REMEDY) from None
        return notices


_REMEDY = "Check the permissions of the file and its folder, or see the fixes with --diff."


def _may_be_written(path: Path) -> bool:
    """Say whether the file may be written: what nobody may write is left alone, even where we are allowed everything."""
    return bool(path.stat().st_mode & _ANY_WRITER) and os.access(path, os.W_OK)


def _other_names(path: Path) -> Iterator[UserError]:
    others = path.stat().st_nlink - 1
    if others > 0:
        names = "another name (a hard link), which keeps" if others == 1 else f"{others} other names, which keep"
        yield UserError(f"The file has {names} the old text.", Place(str(path)))
