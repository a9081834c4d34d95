"""What was cut short goes on only where what is left of it is for this person by now."""

from __future__ import annotations

import pytest

from tests.ui.parts import FakeParts
from tests.wiring.training import STRENGTH


@pytest.fixture
def parts() -> FakeParts:
    parts = FakeParts()
    parts.store.add_safety(())
    return parts


def place(parts: FakeParts) -> int | None:
    cut = parts.cut_short()
    assert cut is not None
    return cut.place.first


def test_a_condition_told_meanwhile_that_bars_what_is_left_ends_it(parts: FakeParts) -> None:
    parts.begin(STRENGTH)
    assert place(parts) == 1
    parts.store.add_conditions(["shoulder-injury"])
    assert place(parts) is None
    parts.clock.pass_time(1.0)
    parts.store.add_conditions(["shoulder-injury"], cleared=["shoulder-injury"])
    assert place(parts) == 1


def test_a_condition_that_bars_nothing_of_it_changes_nothing(parts: FakeParts) -> None:
    parts.begin("desk-reset")
    parts.store.add_conditions(["kneeling-pain"])
    assert place(parts) == 1


def test_an_exercise_by_itself_that_is_barred_by_now_ends_there(parts: FakeParts) -> None:
    timeline = parts.timeline("exercise", "superman")
    session = parts.store.begin_session("exercise", "superman", timeline.title, timeline.seconds, 5)
    parts.store.add_interval(session, 0, timeline.intervals[0], 5.0, "done", None)
    assert place(parts) == 1
    parts.store.add_conditions(["painful-extension"])
    assert place(parts) is None


def test_what_rests_after_a_worse_morning_is_not_gone_on_with(parts: FakeParts) -> None:
    session = parts.begin(STRENGTH)
    timeline = parts.timeline("routine", STRENGTH)
    work = next(index for index, one in enumerate(timeline.intervals) if one.kind == "work" and one.sets != 1)
    parts.store.add_interval(session, work, timeline.intervals[work], 30.0, "done", 8)
    assert place(parts) is not None
    uid = parts.store.uid_of_session(session)
    assert uid is not None
    parts.store.correct(uid, {"morning": "worse"})
    assert place(parts) is None


def test_the_routine_for_focus_areas_that_are_no_longer_found_goes_on_as_it_was(parts: FakeParts) -> None:
    parts.tested(days_ago=2, hold=20.0)
    timeline = parts.timeline("routine", "focus")
    parts.clock.pass_time(1.0)
    session = parts.store.begin_session("routine", "focus", timeline.title, timeline.seconds, 5)
    parts.store.add_interval(session, 0, timeline.intervals[0], 5.0, "done", None)
    parts.clock.pass_time(1.0)
    parts.tested(days_ago=0, hold=30.0, focus=())
    assert place(parts) == 1
