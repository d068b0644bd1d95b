"""Several processes at one job: every task is done once or told of, whatever becomes of the processes."""

import subprocess
import sys
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path
from random import Random
from threading import Event, Thread

import pytest
import tasks

from lint import pool

HERE = Path(__file__).parent
Death = tuple[int | None, str]


def run(make: Callable[[], Callable[[int], int]], numbers: list[int], jobs: int) -> tuple[list[object], list[Death]]:
    deaths: list[Death] = []
    results = pool.in_order(pool.run(make, numbers, jobs, lambda *death: deaths.append(death)))
    return list(results), deaths


@pytest.mark.parametrize(("many", "jobs"), [(0, 2), (1, 3), (2, 3), (50, 1), (50, 4)])
def test_every_task_has_its_result_in_its_place(many: int, jobs: int) -> None:
    numbers = Random(many).sample(range(1000), many)  # noqa: S311
    assert run(tasks.squares, numbers, jobs) == ([number * number for number in numbers], [])
    assert active_children() == []


def test_a_task_whose_process_was_killed_is_done_by_another(tmp_path: Path) -> None:
    results, deaths = run(tasks.Deadly(tmp_path, {3: 1, 7: 1}), list(range(10)), 2)
    assert results == [number * number for number in range(10)]
    assert sorted(deaths, key=str) == [(3, "SIGKILL"), (7, "SIGKILL")]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_what_kills_two_processes_is_lost_and_nothing_else_is(tmp_path: Path, jobs: int) -> None:
    results, deaths = run(tasks.Deadly(tmp_path, {0: 9, 4: 9, 5: 1}), list(range(8)), jobs)
    assert results == [pool.Lost("SIGKILL"), 1, 4, 9, pool.Lost("SIGKILL"), 25, 36, 49]
    assert sorted(number for number, _ in deaths if number is not None) == [0, 4, 5]


def test_where_every_task_kills_all_are_lost_and_nothing_hangs(tmp_path: Path) -> None:
    results, _ = run(tasks.Deadly(tmp_path, dict.fromkeys(range(4), 9)), list(range(4)), 2)
    assert results == [pool.Lost("SIGKILL")] * 4


def test_processes_that_are_killed_from_outside_cost_no_result_but_what_was_killed_twice() -> None:
    numbers, over = list(range(150)), Event()
    chance = Random(5)  # noqa: S311

    def kill() -> None:
        kills = 0
        while kills < 3 and not over.wait(chance.uniform(0.1, 0.6)):
            for process in active_children()[:1]:
                process.kill()
                kills += 1

    killer = Thread(target=kill)
    killer.start()
    results, deaths = run(tasks.slow_squares, numbers, 2)
    over.set()
    killer.join()
    twice = {number for number, result in enumerate(results) if isinstance(result, pool.Lost)}
    assert [number for number, result in enumerate(results) if result != number * number] == sorted(twice)
    assert twice <= {number for number, _ in deaths}
    assert deaths


def test_where_processes_die_at_birth_the_first_does_the_work() -> None:
    results, deaths = run(tasks.stillborn, [1, 2, 3], 2)
    assert results == [1, 4, 9]
    assert deaths == [(None, "exit status 3")] * 2


def test_where_no_process_can_be_started_the_first_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_make: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(pool, "_Worker", refuse)
    results, deaths = run(tasks.squares, [1, 2, 3], 2)
    assert results == [1, 4, 9]
    assert deaths[0] == (None, "Resource temporarily unavailable")


@pytest.mark.parametrize(
    ("make", "told", "where"),
    [
        (tasks.refusing, "ValueError: no work today", "in refusing"),
        (tasks.failing, "LookupError: no square of 5", "in fail"),
        (tasks.unsendable, "AttributeError: .*local object", "in _send"),
    ],
)
def test_what_keeps_a_process_from_its_work_is_raised_with_where_it_happened(make, told: str, where: str) -> None:
    with pytest.raises(pool.Failed, match=told) as raised:
        run(make, [5], 1)
    assert where in raised.value.__notes__[0]
    assert active_children() == []


def test_when_nobody_wants_more_results_the_processes_end() -> None:
    results = pool.run(tasks.slow_squares, list(range(1000)), 2, print)
    next(results)
    assert len(active_children()) == 2
    results.close()
    assert active_children() == []


PARENT = """
import sys
from multiprocessing import active_children
sys.path.insert(0, {here!r})
import tasks
from lint import pool
results = pool.run(tasks.slow_squares, list(range(10**6)), 2, print)
next(results)
print(*(process.pid for process in active_children()), flush=True)
for _ in results:
    pass
"""


def test_when_the_first_process_is_killed_the_others_end() -> None:
    command = [sys.executable, "-c", PARENT.format(here=str(HERE))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HERE.parents[1]) as parent:
        assert parent.stdout
        others = [int(word) for word in parent.stdout.readline().split()]
        parent.kill()
        parent.stdout.read()  # ends when the last process that holds it does
    assert len(others) == 2
