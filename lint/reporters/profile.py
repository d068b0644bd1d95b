"""Where the time of a run went, as a table for people."""

from collections.abc import Mapping

from lint.reporters.terminal import visible
from lint.reporters.text import painted
from lint.reporters.view import Look

_BOLD = "1"


def table(seconds: Mapping[str, float], look: Look) -> str:
    """List what was done by the time it took, longest first, in milliseconds and as a share of all; then the sum."""
    total = sum(seconds.values())
    rows = sorted(seconds.items(), key=lambda row: (-row[1], row[0]))
    lines = [painted("      ms  share  what", _BOLD, look)]
    lines += [f"{1000 * spent:8,.1f}  {_share(spent, total)}  {visible(name)}" for name, spent in rows]
    return "".join(f"{line}\n" for line in [*lines, f"{1000 * total:8,.1f}         in all"])


def _share(spent: float, total: float) -> str:
    return f"{100 * spent / total if total else 0.0:4.1f} %"
