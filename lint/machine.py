"""What of this machine is ours: processors and memory, whatever a container or a scheduler leaves us of them."""

import gc
import os
import re
from pathlib import Path

_CONTROLS = Path("/sys/fs/cgroup")
_MEMORY = Path("/proc/meminfo")
_GARBAGE_THRESHOLD = 700_000


def collect_seldom() -> None:
    """Let the interpreter look for garbage seldom.

    Start-up makes several 100,000 objects that live to the end; looking for garbage among them costs a quarter of a run.
    """
    gc.set_threshold(_GARBAGE_THRESHOLD, 20, 20)


def processors() -> int:
    """Give the number of processors that this process may use."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    share, _, period = _read(_CONTROLS / "cpu.max").partition(" ")
    return max(1, min(allowed, int(share) // int(period))) if share.isdigit() and period.isdigit() else allowed


def memory() -> int | None:
    """Give the bytes of memory that this process may still take; None where the system does not say."""
    free = [found for found in (_available(), _left_in_container()) if found is not None]
    return min(free, default=None)


def _available() -> int | None:
    found = re.search(r"(?m)^MemAvailable:\s+(\d+) kB$", _read(_MEMORY))
    return int(found[1]) * 1024 if found else None


def _left_in_container() -> int | None:
    limit, used = _read(_CONTROLS / "memory.max"), _read(_CONTROLS / "memory.current")
    if not (limit.isdigit() and used.isdigit()):
        return None
    cached = re.search(r"(?m)^inactive_file (\d+)$", _read(_CONTROLS / "memory.stat"))
    return max(0, int(limit) - int(used) + (int(cached[1]) if cached else 0))


def _read(path: Path) -> str:
    """Give what a file of the system says; nothing where there is no such file."""
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        return ""
