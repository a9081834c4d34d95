"""The run itself: the same seed is the same cases, what falls is told with the line that has it again; and a short one
of everything that reads what others may have written.
"""

from __future__ import annotations

import random
from itertools import islice
from pathlib import Path

import pytest

from coach.cli import command_line
from tests.benchmarks.fuzz import run
from tests.benchmarks.fuzz.mutation import changed_bytes, changed_text, changed_value
from tests.benchmarks.fuzz.remembered import COMMANDS
from tests.benchmarks.fuzz.run import Case, cases, fuzz, targets

SEED = 20260514
QUICK = ("files", "desk", "handed", "history", "breaks", "messages", "shared", "kept")
TEXT = "kind: routine\nid: one\nsteps:\n  - exercise: chin-tuck\n    reps: 5\n"


def never() -> bool:
    return False


def noted(seen: list[float]) -> dict[str, Case]:
    """A target that notes what chance gave it."""

    def case(chance: random.Random) -> str:
        seen.append(chance.random())
        return "taken"

    return {"one": case, "other": case}


def test_the_same_seed_is_the_same_cases_and_each_has_its_own() -> None:
    first, again, other = list[float](), list[float](), list[float]()
    for seen, seed in ((first, 1), (again, 1), (other, 2)):
        fuzz(noted(seen), islice(cases(("one", "other")), 6), seed, never)
    assert first == again
    assert len({*first, *other}) == 12


def test_a_failure_is_told_with_the_line_that_has_it_again() -> None:
    def falls(chance: random.Random) -> str:
        return str(1 // (chance.random() > 2))

    told = fuzz({"one": falls}, islice(cases(("one",)), 2), 7, never)
    assert dict(told.counts) == {"one: FAILED": 2}
    assert told.failures[1].startswith("python3 app.py bench fuzz --seed 7 --case one/1\nTraceback")
    assert "ZeroDivisionError" in told.failures[1]


def test_one_that_does_not_end_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resource", reason="this system has no clock of a process's own")
    monkeypatch.setattr(run, "MOST_SECONDS", 0.02)

    def turns(_: random.Random) -> str:
        while True:
            pass

    told = fuzz({"one": turns}, iter([("one", 0)]), 1, never)
    assert "TimeoutError: more than 0.02 s of the processor" in told.failures[0]


def test_a_command_line_that_is_none_is_a_failure_and_ends_nothing() -> None:
    def usage(_chance: random.Random) -> str:
        raise SystemExit(2)

    told = fuzz({"one": usage}, iter([("one", 0), ("one", 1)]), 1, never)
    assert len(told.failures) == 2


def test_every_command_that_is_asked_is_one() -> None:
    for words in COMMANDS:
        assert command_line().parse_args(words).run


def test_a_change_is_one() -> None:
    chance = random.Random(1)
    texts = [changed_text(TEXT, chance, [TEXT]) for _ in range(60)]
    assert sum(text != TEXT for text in texts) > 40
    assert sum(changed_bytes(TEXT.encode(), chance) != TEXT.encode() for _ in range(60)) > 55
    value = {"a": [1, 2, {"b": None}], "c": "x"}
    assert sum(changed_value(value, chance) != value for _ in range(60)) > 55
    assert value == {"a": [1, 2, {"b": None}], "c": "x"}


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_whatever_is_written_is_taken_or_refused(tmp_path: Path, qapp: object) -> None:
    every = targets(tmp_path)
    told = fuzz(every, islice(cases(QUICK), 60 * len(QUICK)), SEED, never)
    told.failures += fuzz(every, islice(cases(list(every)), 12 * len(every)), SEED + 1, never).failures
    assert not told.failures, "\n".join(told.failures)
