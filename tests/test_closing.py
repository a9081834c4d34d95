"""What was opened is given back at the end."""

from __future__ import annotations

from coach.closing import Closing


class Opened:
    """Notes in `log` that it was closed; `problem` is raised then."""

    def __init__(self, name: str, log: list[str], problem: Exception | None = None) -> None:
        self._name, self._log, self._problem = name, log, problem

    def close(self) -> None:
        self._log.append(self._name)
        if self._problem is not None:
            raise self._problem


def test_the_last_is_closed_first_and_each_once() -> None:
    log: list[str] = []
    closing = Closing()
    first = Opened("first", log)
    assert closing.keep(first) is first
    closing.keep(Opened("second", log))
    closing.keep(Opened("third", log))
    assert log == []
    assert closing.close() == ()
    assert log == ["third", "second", "first"]
    assert closing.close() == ()
    assert log == ["third", "second", "first"]


def test_each_failure_is_told_and_hinders_no_other() -> None:
    log: list[str] = []
    closing = Closing()
    closing.keep(Opened("first", log))
    closing.keep(Opened("second", log, OSError("no such thing")))
    closing.keep(Opened("third", log, RuntimeError()))
    closing.keep(Opened("fourth", log))
    assert closing.close() == (
        "RuntimeError",
        "no such thing",
    )
    assert log == ["fourth", "third", "second", "first"]
    assert closing.close() == (), "a failure is told once"


def test_what_is_opened_after_an_end_is_closed_at_the_next() -> None:
    log: list[str] = []
    closing = Closing()
    closing.close()
    closing.keep(Opened("late", log))
    closing.close()
    assert log == ["late"]
