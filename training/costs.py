"""What a pipeline costs: words a second, seconds to load, bytes, megabytes. Processor time, since machines are shared."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from figures import Figure
from opening import ALL, articles, pipeline, prose

SPEEDS = (("tags", {"tags"}, 40_000), ("tags and tree", {"tags", "parse"}, 18_000), ("all layers", ALL, 12_000))
ARTICLES = 8
TIMES = 5
CHECK = """
import sys
from pathlib import Path
from lint.annotate import installed
installed.SHIPPED = Path(sys.argv[1])
from lint.cli.boundary import main
main(["check", "--no-cache", "--fail-on", "never", sys.argv[2]])
"""
WATCH = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
child = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[1:]], os.environ, file_actions=quiet)
_, status, usage = os.wait4(child, 0)
print(usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""Runs Python and tells its peak of memory: a child's peak begins at that of its parent, so the parent must be small."""
MEBI = 1 << 20


def figures(folder: Path, texts: Path) -> Iterator[Figure]:
    """Give every cost, with its target. Nothing else should run meanwhile."""
    chosen = list(islice(articles(prose(texts)), ARTICLES))
    yield from _sizes(folder)
    yield from _speeds(folder, chosen)
    best = min(_child_load(folder) for _ in range(TIMES))
    yield Figure(
        "load and memory", "load all layers, s (import spacy apart)", best, 0.4, at_most=True, digits=2, steady=False
    )
    if (folder / "SHA256SUMS").is_file():  # only then can the product have it as its own
        memory = _check_memory(folder, "\n\n".join(chosen[0]))
        yield Figure(
            "load and memory",
            "copydesk check of 1,000 words, peak MB",
            memory,
            250,
            at_most=True,
            digits=0,
            steady=False,
        )


def _sizes(folder: Path) -> Iterator[Figure]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            archive.write(path, path.relative_to(folder))
    on_disk = sum(path.stat().st_size for path in files)
    yield Figure("size, MB", "on disk", on_disk / MEBI, 16, at_most=True)
    yield Figure("size, MB", "zipped", len(packed.getvalue()) / MEBI, 16, at_most=True)


def _speeds(folder: Path, chosen: list[list[str]]) -> Iterator[Figure]:
    opened = pipeline(folder, ALL)
    words = sum(len(text.split()) for article in chosen for text in article)
    best: dict[str, float] = {}
    for _ in range(TIMES):
        for name, layers, _target in SPEEDS:
            start = time.process_time()
            for article in chosen:
                opened.docs(article, opened.provides & layers)
            best[name] = min(best.get(name, 1e9), time.process_time() - start)
    for name, _layers, target in SPEEDS:
        yield Figure("words a second, one core", name, words / best[name], target, digits=0, steady=False)


def _child_load(folder: Path) -> float:
    code = "import sys, costs; costs.tell_load(sys.argv[1])"
    command = [sys.executable, "-c", code, str(folder.resolve())]
    here = Path(__file__).parent
    return float(subprocess.run(command, cwd=here, check=True, capture_output=True, text=True).stdout)


def tell_load(folder: str) -> None:
    """Print the seconds of processor time that it takes to load all layers of a pipeline."""
    start = time.process_time()
    pipeline(Path(folder), ALL)
    print(time.process_time() - start)


def _check_memory(folder: Path, article: str) -> float:
    """Give the peak of resident memory, in megabytes, of a check with the default rules."""
    with tempfile.TemporaryDirectory() as desk:
        Path(desk, "draft.md").write_text(article, encoding="utf-8")
        command = [sys.executable, "-c", WATCH, "-c", CHECK, str(folder.resolve()), "draft.md"]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
        peak = subprocess.run(command, cwd=desk, env=environment, check=True, capture_output=True, text=True).stdout
    return int(peak) / (MEBI if sys.platform == "darwin" else 1 << 10)
