"""What takes a moment: done in another thread, told in the window's."""

from __future__ import annotations

import threading

from coach.ui.aside import Aside


def test_what_came_of_it_is_told_in_the_windows_thread(qtbot):
    told: list[tuple[object, bool]] = []
    aside = Aside(lambda: threading.current_thread() is threading.main_thread())
    aside.ended.connect(lambda here: told.append((here, threading.current_thread() is threading.main_thread())))
    with qtbot.waitSignal(aside.ended):
        aside.begin()
    assert told == [(False, True)]


def test_what_it_raises_is_raised_in_the_windows_thread(qtbot):
    def fail() -> object:
        raise RuntimeError("no")

    with qtbot.captureExceptions() as raised:
        Aside(fail).begin()
        qtbot.waitUntil(lambda: bool(raised))
    assert [str(error) for _, error, _ in raised] == ["no"]
