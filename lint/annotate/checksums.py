"""The checksums of what comes with the package: a folder's `SHA256SUMS`, as `sha256sum` writes it."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

NAME = "SHA256SUMS"


def listed(folder: Path) -> Mapping[str, str]:
    """Give the SHA-256 of each file, by its path in the folder. Raise OSError or ValueError if that cannot be read."""
    lines = (folder / NAME).read_text(encoding="ascii").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def digest(data: bytes) -> str:
    """Give the SHA-256 of bytes."""
    return sha256(data).hexdigest()
