"""The morning after, asked at the desk once for each session, restarts included."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coach.wiring.mornings import Mornings
from tests.fakes import FakeClock
from tests.ui.parts import TUESDAY, FakeParts


@pytest.fixture
def parts() -> FakeParts:
    """Somebody who trained yesterday evening and is at the desk in the morning."""
    made = FakeParts(clock=FakeClock(TUESDAY - timedelta(days=1)))
    made.finish("desk-reset")
    made.clock.set_wall(TUESDAY.replace(hour=8))
    return made


def restarted(parts: FakeParts) -> Mornings:
    return Mornings(parts.clock, parts.store, parts.desk)


def test_each_is_asked_about_once_and_not_again_after_a_restart(parts: FakeParts) -> None:
    asked = parts.mornings.to_ask()
    assert asked is not None
    assert asked.target == "desk-reset"
    parts.clock.pass_time(3600)
    assert parts.mornings.to_ask() is None
    assert restarted(parts).to_ask() is None


def test_the_next_session_has_a_morning_of_its_own(parts: FakeParts) -> None:
    first = parts.mornings.to_ask()
    parts.finish("anti-slouch-daily")
    parts.clock.set_wall(TUESDAY.replace(hour=8) + timedelta(days=1))
    second = parts.mornings.to_ask()
    assert first is not None
    assert second is not None
    assert second.target == "anti-slouch-daily"


def test_what_was_told_on_today_is_not_asked(parts: FakeParts) -> None:
    parts.store.tell_morning(parts.store.past()[0].uid, "same")
    assert parts.mornings.to_ask() is None


def test_a_call_is_not_disturbed_and_the_question_is_not_lost(parts: FakeParts) -> None:
    parts.quiet.now = {"camera"}
    assert parts.mornings.to_ask() is None
    parts.quiet.now = set()
    assert parts.mornings.to_ask() is None, "not in the moment in which it ends"
    parts.clock.pass_time(20)
    assert parts.mornings.to_ask() is not None


def test_nobody_at_the_desk_is_not_asked(parts: FakeParts) -> None:
    parts.idle.now = 3600.0
    assert parts.mornings.to_ask() is None


def test_without_a_session_before_there_is_nothing_to_ask() -> None:
    assert FakeParts().mornings.to_ask() is None
