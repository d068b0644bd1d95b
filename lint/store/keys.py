"""Keys of what is kept: digests of everything that it depends on."""

from collections.abc import Iterable
from hashlib import blake2b


def digest(*parts: str | bytes) -> bytes:
    """Give a digest of the parts in their order, each for itself: 16 bytes."""
    return digest_of(parts)


def digest_of(parts: Iterable[str | bytes]) -> bytes:
    """Give a digest of any number of parts, as `digest` does."""
    made = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.digest()
