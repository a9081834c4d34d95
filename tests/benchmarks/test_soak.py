"""What a soak calls flat, and a short one of the program itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.soak import BOUNDS, LEAST_ROUNDS, Course, climbing, course, courses, soak, table
from tests.journeys.screen import need_screen

FLAT = dict.fromkeys(BOUNDS, 50.0)


def looks(**own: list[float]) -> list[dict[str, float]]:
    """One a minute, all flat but what is told."""
    many = len(next(iter(own.values())))
    return [{**FLAT, "seconds": 60.0 * at, **{name: values[at] for name, values in own.items()}} for at in range(many)]


def test_the_first_rounds_do_not_count_and_the_climb_is_that_of_the_last_half() -> None:
    found = courses(looks(handles=[1, 5, *[20] * 5, *[20, 21, 22, 23, 24, 25]]))
    assert found["handles"] == Course(20, 21, 24, 25, pytest.approx(5.0), 20)
    assert found["threads"].climb == pytest.approx(0.0)


def test_one_that_comes_and_goes_is_no_climb() -> None:
    assert course([0, 1, 2, 3, 4, 5, 6, 7], [20, 20, 20, 20, 20, 24, 24, 20]).climb == pytest.approx(0.0)


def test_one_that_was_low_once_is_no_climb() -> None:
    dips = courses(looks(threads=[7, 7, 7, 7, 7, 5, 7, 7]))
    assert dips["threads"].climb == pytest.approx(2.0)
    assert climbing(dips, minutes=2) == []


def test_of_few_looks_what_grows_by_one_each_is_named() -> None:
    assert climbing(courses(looks(handles=[20, 20, 20, 21, 22, 23, 24, 25])), minutes=2) == ["handles"]


@pytest.mark.parametrize("name", BOUNDS)
def test_what_grows_is_named(name: str) -> None:
    grows = [50.0 + BOUNDS[name] * at / 6 for at in range(20)]
    assert climbing(courses(looks(**{name: grows})), minutes=60) == [name]
    assert climbing(courses(looks(**{name: grows})), minutes=2) == ([] if name == "megabytes" else [name])


def test_the_table_has_a_line_for_each() -> None:
    lines = table(courses(looks(widgets=[1000.0] * 12))).splitlines()
    assert len(lines) == 2 + len(BOUNDS)
    assert "| widgets | 1,000.0 | 1,000.0 | 1,000.0 | 1,000.0 | +0.0 | 40 |" in lines


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_program_at_work_opens_no_more_files_and_threads(tmp_path: Path) -> None:
    need_screen()
    run = soak(tmp_path, minutes=12, seed=20260514, rounds=LEAST_ROUNDS)
    assert (run.code, run.errors) == (0, "")
    assert len(run.looks) >= LEAST_ROUNDS
    found = courses(run.looks)
    assert [name for name in climbing(found, minutes=2) if name in ("handles", "threads")] == [], table(found)
    did = run.looks[-1]["did"]
    assert did["sessions finished"] >= 1
    assert sum(did.get(f"reminders {what}", 0) for what in ("done", "skipped", "snoozed")) >= LEAST_ROUNDS
    assert did["files saved"] >= LEAST_ROUNDS
