"""What a container leaves us of the machine counts, not what the machine has."""

import os
from pathlib import Path

import pytest

from lint import machine


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(machine, "_CONTROLS", tmp_path)
    monkeypatch.setattr(machine, "_MEMORY", tmp_path / "meminfo")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(8)), raising=False)
    return tmp_path


@pytest.mark.parametrize(("said", "expected"), [("200000 100000", 2), ("max 100000", 8), ("50000 100000", 1), ("", 8)])
def test_processors(system: Path, said: str, expected: int) -> None:
    if said:
        (system / "cpu.max").write_text(f"{said}\n")
    assert machine.processors() == expected


def test_memory_is_what_the_machine_and_the_container_both_have_left(system: Path) -> None:
    assert machine.memory() is None
    (system / "meminfo").write_text("MemTotal: 16000 kB\nMemAvailable:    8000 kB\n")
    assert machine.memory() == 8_192_000
    (system / "memory.max").write_text("3000000\n")
    (system / "memory.current").write_text("2500000\n")
    (system / "memory.stat").write_text("anon 1\ninactive_file 1000000\n")
    assert machine.memory() == 1_500_000
    (system / "memory.max").write_text("max\n")
    assert machine.memory() == 8_192_000
