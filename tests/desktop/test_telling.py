"""A terminal's session tells the running program of itself: what it says, and that it never has to wait for it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from queue import Queue
from typing import Any

from coach.desktop import telling as module
from coach.desktop.telling import Telling

NEVER = 3600.0
PATIENCE_SECONDS = 20.0


def nothing() -> float:
    return 0.0


class Running:
    """A running program that remembers what it was told."""

    def __init__(self) -> None:
        self._told: Queue[Mapping[str, Any]] = Queue()

    def hear(self, message: Mapping[str, Any]) -> None:
        self._told.put(message)

    def next(self) -> Mapping[str, Any]:
        return self._told.get(timeout=PATIENCE_SECONDS)

    def all(self) -> list[tuple[bool, float]]:
        found = []
        while not self._told.empty():
            message = self.next()
            assert message["do"] == "exercising"
            found.append((message["goes_on"], message["seconds"]))
        return found


def test_the_beginning_and_the_end_are_told() -> None:
    running = Running()
    telling = Telling(running.hear, every=NEVER)
    telling.tell(nothing, True, 0.0)
    telling.tell(nothing, False, 83.5)
    telling.close()
    assert running.all() == [(True, 0.0), (False, 83.5)]


def test_it_is_said_again_while_somebody_exercises_with_the_seconds_so_far() -> None:
    running = Running()
    telling = Telling(running.hear, every=0.001)
    telling.tell(lambda: 12.0, True, 0.0)
    first, second, third = running.next(), running.next(), running.next()
    assert first == {"do": "exercising", "session": first["session"], "goes_on": True, "seconds": 0.0}
    assert second == third == {**first, "seconds": 12.0}
    telling.tell(nothing, False, 15.0)
    telling.close()
    *_, last = running.all()
    assert last == (False, 15.0)


def test_nothing_is_said_in_a_pause_and_the_next_stretch_has_a_name_of_its_own() -> None:
    running = Running()
    telling = Telling(running.hear, every=NEVER)
    names = set()
    for _ in range(2):
        telling.tell(nothing, True, 0.0)
        names.add(running.next()["session"])
        telling.tell(nothing, False, 30.0)
        running.next()
    telling.close()
    telling.close()
    assert len(names) == 2
    assert running.all() == [], "whoever was left ends no second time"


def test_a_session_that_is_left_open_is_ended_with_the_program() -> None:
    running = Running()
    telling = Telling(running.hear, every=NEVER)
    telling.tell(nothing, True, 0.0)
    telling.close()
    assert [goes_on for goes_on, _ in running.all()] == [True, False]
    Telling(running.hear).close()
    assert running.all() == []


def test_a_running_program_that_stands_still_holds_nothing_up(monkeypatch) -> None:
    monkeypatch.setattr(module, "ANSWER_SECONDS", 0.01)
    stands, goes_on = threading.Event(), threading.Event()

    def stand_still(_message: Mapping[str, Any]) -> None:
        stands.set()
        goes_on.wait(PATIENCE_SECONDS)

    telling = Telling(stand_still, every=NEVER)
    telling.tell(nothing, True, 0.0)
    assert stands.wait(PATIENCE_SECONDS)
    telling.tell(nothing, False, 1.0)
    telling.close()
    assert not goes_on.is_set(), "it was not waited for"
    goes_on.set()


def test_a_system_that_gives_no_thread_leaves_the_session_untold(monkeypatch) -> None:
    running = Running()
    telling = Telling(running.hear)

    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    telling.tell(nothing, True, 0.0)
    telling.tell(nothing, False, 60.0)
    telling.close()
    assert running.all() == []


def test_no_trouble_of_a_message_is_shown() -> None:
    told = threading.Event()

    def fail(_message: Mapping[str, Any]) -> None:
        told.set()
        raise RuntimeError("can't start new thread")

    telling = Telling(fail, every=NEVER)
    telling.tell(nothing, True, 0.0)
    assert told.wait(PATIENCE_SECONDS)
    telling.close()
