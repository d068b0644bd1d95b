"""Where Copydesk keeps what it can make again."""

import os
from pathlib import Path


def cache_folder(asked: str | None = None) -> Path:
    """Give the folder that the command line asks for, or else COPYDESK_CACHE_DIR, or else the user's."""
    if named := asked or os.environ.get("COPYDESK_CACHE_DIR"):
        return Path(named)
    home = Path(os.environ.get("XDG_CACHE_HOME") or "")
    return (home if home.is_absolute() else Path("~/.cache").expanduser()) / "copydesk"
