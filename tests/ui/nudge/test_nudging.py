"""The desk beside any screen: what a screen says reaches the desk, and what the desk says reaches the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer

from coach.reminders.nudge import Nudge
from coach.ui.nudge.nudging import Nudging
from tests.ui.nudge.recorded import RecordedScreen


@pytest.fixture
def screen():
    return RecordedScreen()


@pytest.fixture
def nudging(qtbot, parts, screen):
    made = Nudging(parts.desk, screen)
    yield made
    made.stop()


def log(parts) -> list[tuple[str, str]]:
    return [(entry.id, entry.what) for entry in parts.desk.status().log]


@pytest.mark.parametrize("what", ["done", "started", "skipped", "snoozed"])
def test_an_answer_of_the_screen_is_the_desks(parts, nudging, screen, what):
    nudging.show_now("desk-reset")
    assert screen.shown == parts.desk.open == "desk-reset"
    screen.answered.emit("desk-reset", what, 300.0)
    assert parts.desk.open is None
    assert ("desk-reset", what) in log(parts)


class Hurried:
    """A desk that wants to be asked in a quarter of a second, whenever it is looked at."""

    open = None

    def __init__(self) -> None:
        self.asked = 0

    def next_wake(self) -> float:
        return 0.25

    def tick(self) -> list[Nudge]:
        self.asked += 1
        return []

    def put_away(self) -> None:
        pass


def test_who_looks_all_the_time_puts_nothing_off(qtbot, screen):
    desk = Hurried()
    nudging = Nudging(desk, screen)
    nudging.begin()
    looking = QTimer(interval=20)
    looking.timeout.connect(nudging.look)
    looking.start()
    qtbot.waitUntil(lambda: desk.asked > 2)
    looking.stop()
    nudging.stop()


def test_only_the_offer_that_is_taken_starts(parts, nudging, screen):
    started = []
    nudging.start.connect(lambda *what: started.append(what))
    nudging.show_now("desk-reset")
    screen.answered.emit("desk-reset", "done", 0.0)
    assert started == []
    nudging.show_now("desk-reset")
    screen.answered.emit("desk-reset", "started", 0.0)
    assert started == [("routine", "desk-reset")]


def test_what_is_answered_elsewhere_leaves_the_screen(parts, nudging, screen):
    nudging.show_now("desk-reset")
    parts.desk.skip()
    nudging.look()
    assert screen.shown is None


def test_an_answer_that_comes_after_another_one_counts_for_nothing(parts, nudging, screen):
    nudging.show_now("desk-reset")
    parts.desk.skip()
    screen.answered.emit("desk-reset", "done", 0.0)
    assert ("desk-reset", "done") not in log(parts)


def test_where_the_window_is_wanted_the_reminder_still_waits(parts, nudging, screen):
    wanted = []
    nudging.open.connect(lambda: wanted.append(True))
    nudging.show_now("desk-reset")
    screen.opened.emit("desk-reset")
    assert wanted == [True]
    assert parts.desk.open == "desk-reset"


def test_what_nobody_answered_is_over_and_nothing_waits_for_it(parts, nudging, screen):
    nudging.show_now("desk-reset")
    screen.expired.emit("desk-reset", "")
    assert parts.desk.open is None
    assert not [line.reminder_id for line in parts.desk.status().lines if "another" in line.reasons and line.is_due]


def test_an_older_one_that_ran_out_closes_no_other(parts, nudging, screen):
    nudging.show_now("desk-reset")
    nudging.show_now("change-position")
    screen.expired.emit("desk-reset", "")
    assert parts.desk.open == "change-position"


def test_when_the_window_is_there_the_nudge_is_shown_in_it(parts, nudging, screen):
    nudging.show_now("desk-reset")
    screen.nudge = None  # its notification went with the click
    screen.opened.emit("desk-reset")
    assert screen.nudge is None
    nudging.show_again()
    assert (screen.nudge.id, screen.nudge.show) == ("desk-reset", "window")
    parts.desk.skip()
    nudging.look()
    assert screen.shown is None


def test_a_process_that_takes_over_shows_it_in_its_window(parts, nudging, screen):
    nudging.show_now("desk-reset")
    screen.opened.emit("desk-reset")
    assert nudging.hand_over().show == "window"


def test_what_was_the_matter_with_a_nudge_is_in_the_log(parts, nudging, screen):
    nudging.show_now("desk-reset")
    screen.expired.emit("desk-reset", "what showed it ended without an answer")
    assert parts.desk.open is None
    last = parts.desk.status().log[-1]
    assert (last.id, last.what, last.why) == ("desk-reset", "missed", "what showed it ended without an answer")
    screen.expired.emit("desk-reset", "what showed it ended without an answer")  # it is over once
    assert [what for _, what in log(parts)].count("missed") == 1


@pytest.mark.parametrize("what", ["done", "started", "skipped", "snoozed"])
def test_an_answer_given_elsewhere_takes_it_from_the_screen(parts, nudging, screen, what):
    started = []
    nudging.start.connect(lambda *offer: started.append(offer))
    nudging.show_now("desk-reset")
    nudging.answer("change-position", what, 300.0)  # which does not wait
    assert screen.shown == "desk-reset"
    nudging.answer("desk-reset", what, 300.0)
    assert screen.shown is parts.desk.open is None
    assert ("desk-reset", what) in log(parts)
    assert started == ([("routine", "desk-reset")] if what == "started" else [])


def test_what_another_program_had_on_the_screen_can_be_answered_elsewhere(parts, nudging, screen):
    nudge = parts.desk.now("desk-reset")
    parts.desk.screen.shows(replace(nudge, id="another"))
    assert parts.desk.screen.nudge is None
    nudging.go_on(nudge)
    assert parts.desk.screen.nudge == nudge
