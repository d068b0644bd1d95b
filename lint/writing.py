"""Files replaced as a whole: who reads one meets the old text or the new, never half of it.

The new text is written beside the old, in a hidden file that takes its place. A process that is killed in between leaves
that file behind; `sweep` removes it.
"""

import os
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_PREFIX, _SUFFIX = ".copydesk-", ".tmp"
_STALE = 600.0
"""Seconds after which a file beside an article is nobody's any more: writing one takes milliseconds."""


class Changed(OSError):
    """The file no longer holds what it held when it was read."""


def replace(path: Path, text: str, expected: bytes | None = None) -> None:
    """Put a text, in UTF-8, into a file as `replace_bytes` does; what killed processes left beside it is removed."""
    sweep(Path(os.path.realpath(path)).parent)
    replace_bytes(path, text.encode("utf-8"), expected)


def replace_bytes(path: Path, data: bytes, expected: bytes | None = None) -> None:
    """Put bytes into a file in place of what it held; a link stays one, and the file it leads to is replaced.

    Permissions stay, and the owner where we may set it. Raise Changed if the file is not what was `expected`, and
    OSError if it cannot be written; it is then as it was.
    """
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(_SUFFIX, _PREFIX, target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _dress(Path(name), target)
        _compare(target, expected, data)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _settle(target.parent)


def sweep(folder: Path) -> None:
    """Remove from a folder what killed processes left there."""
    with suppress(OSError):
        for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            if time.time() - left.lstat().st_mtime > _STALE:
                left.unlink()


def _compare(target: Path, expected: bytes | None, new: bytes) -> None:
    """Raise Changed if the file holds neither what was expected nor, by another hand or name, the new text already."""
    if expected is not None and target.read_bytes() not in (expected, new):
        raise Changed


def _dress(new: Path, target: Path) -> None:
    """Give a new file the permissions and the owner of the one whose place it takes."""
    if not target.exists():
        new.chmod(0o666 & ~_umask())
        return
    old, mine = target.stat(), new.stat()
    if hasattr(os, "chown") and (old.st_uid, old.st_gid) != (mine.st_uid, mine.st_gid):
        with suppress(PermissionError):
            os.chown(new, old.st_uid, old.st_gid)
    new.chmod(stat.S_IMODE(old.st_mode))


def _settle(folder: Path) -> None:
    """Have the folder's new state written to disk, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
