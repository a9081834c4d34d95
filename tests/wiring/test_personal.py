"""What the library comes to for one person: lengths, what is due, what there is and what is lacking."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coach.content.laid_doses import exercise_steps
from coach.progression.own import OwnRoutine
from coach.session.routine_lines import needs
from coach.settings import AIM, KIT_MISSING, WELCOMED
from coach.today.offers import Offer
from tests.fakes import FakeClock
from tests.ui.parts import FakeParts, shipped

# --- lengths ---

RUN = "run-tall"


def test_a_length_of_this_run_alone_is_not_kept(parts: FakeParts) -> None:
    written = parts.timeline("routine", RUN, as_written=True).seconds
    parts.choose_length(RUN, 900.0, remember=False)
    assert parts.timeline("routine", RUN).seconds < written
    assert parts.timeline("routine", RUN, as_written=True).seconds == written
    again = FakeParts(store=parts.store)
    assert again.timeline("routine", RUN).seconds == written, "the next run"
    parts.choose_length(RUN, 900.0)
    assert again.timeline("routine", RUN).seconds == parts.timeline("routine", RUN).seconds < written


@pytest.mark.parametrize(("routine", "seconds"), [("desk-reset", 900.0), (RUN, 4000.0)])
def test_a_length_that_cannot_be_is_refused_at_once(parts: FakeParts, routine: str, seconds: float) -> None:
    with pytest.raises(ValueError, match=routine):
        parts.choose_length(routine, seconds, remember=False)
    assert parts.timeline("routine", routine).seconds == parts.timeline("routine", routine, as_written=True).seconds


# --- today ---


def test_a_past_day_of_the_week_ends_by_the_offset_that_it_had() -> None:
    """Pain at half past midnight on Friday is no 48 hours old when Saturday ends; the clocks go back on Sunday."""
    parts = FakeParts(clock=FakeClock(datetime.fromisoformat("2026-10-23T00:30+02:00"), zone=ZoneInfo("Europe/Berlin")))
    parts.store.start_plan("eight-weeks", date(2026, 10, 19))
    session = parts.store.begin_session("exercise", "cat-cow", "Cat-cow", 60, 1)
    parts.store.finish_session(session, "finished")
    parts.store.rate_session(session, 5, 5)
    parts.clock.pass_time(62.5 * 3600)
    assert parts.clock.wall().isoformat() == "2026-10-25T14:00:00+01:00"
    saturday = parts.week().days[5]
    assert {item.state for item in saturday.items if item.instead is not None} == {"sore"}
    assert parts.today_and_week(parts.clock.wall())[1].days[5] == saturday


def test_today_is_that_of_the_store_now_or_at_a_moment(parts: FakeParts) -> None:
    parts.store.start_plan("eight-weeks", parts.clock.wall().date())
    found, week = parts.today(), parts.week()
    assert (found.at, found.plan) == (parts.clock.wall(), week.plan)
    assert found.plan is not None
    assert [item.state for item in found.items] == ["due"] * len(found.items)
    before = parts.clock.wall() - timedelta(days=1)
    assert (parts.today(before).plan, parts.week(before).plan, parts.today(before).at) == (None, None, before)


# --- what there is for this person ---


def test_there_is_what_the_library_holds_and_a_focus_routine_only_after_a_test(parts: FakeParts) -> None:
    assert parts.has("routine", "desk-reset")
    assert parts.has("test", "wall-test")
    assert not parts.has("routine", "wall-test")
    assert not parts.has("test", "desk-reset")
    assert not parts.has("routine", "focus")


def test_what_may_be_chosen_is_told_for_every_exercise_that_follows_the_person(parts: FakeParts) -> None:
    options = parts.options("upper-back-strength")
    assert set(options) == {step.exercise for step in exercise_steps(parts.as_written("upper-back-strength").steps)}
    assert all(options.values())


def test_today_at_another_moment_asks_how_long_everything_was_then() -> None:
    asked: list[datetime | None] = []

    class Noting(FakeParts):
        def own(self, ident: str, at: datetime | None = None) -> OwnRoutine:
            asked.append(at)
            return super().own(ident, at)

    parts = Noting()
    parts.store.start_plan("eight-weeks", parts.clock.wall().date())
    parts.clock.pass_time(20 * 86400.0)  # nothing of it was done, so that something short is offered
    then = parts.clock.wall()
    parts.clock.pass_time(86400.0)
    parts.today(then)
    assert set(asked) == {then}


# --- in answer to a test ---


def test_a_routine_that_needs_what_is_not_there_is_not_within_reach() -> None:
    parts = FakeParts()
    assert parts.within_reach().routines == shipped().routines
    parts.store.keep(KIT_MISSING, ["band"])
    lacking = {ident for ident in shipped().routines if parts.lacks(ident)}
    assert lacking
    assert set(parts.within_reach().routines) == set(shipped().routines) - lacking


def test_nor_is_one_of_which_the_conditions_leave_nothing() -> None:
    parts = FakeParts()
    told = sorted(shipped().safety.conditions)
    parts.store.add_conditions(told)
    empty = {ident for ident in shipped().routines if parts.own(ident).is_empty}
    assert empty
    assert set(parts.within_reach().routines) == set(shipped().routines) - empty
    assert all(any(exercise_steps(parts.routine(ident).steps)) for ident in parts.within_reach().routines)


# --- what the person wants and has ---


def test_nothing_is_lacking_before_somebody_says_so(parts: FakeParts) -> None:
    assert all(parts.lacks(ident) == () for ident in shipped().routines)
    assert parts.lacks("no such routine") == ()
    parts.store.keep(KIT_MISSING, ["band"])
    lacking = {ident for ident in shipped().routines if parts.lacks(ident)}
    needed = {ident for ident, one in shipped().routines.items() if "band" in needs(one, shipped().exercises)}
    assert lacking == needed != set()


def test_aim_and_kit_reach_today_and_the_focus_routine(parts: FakeParts) -> None:
    parts.store.keep(AIM, "running")
    first = parts.today().items[0]
    assert shipped().routines[first.id].goal == "warm-up"
    wall = needs(shipped().routines[first.id], shipped().exercises)
    parts.store.keep(KIT_MISSING, list(wall))
    other = parts.today().items[0]
    assert other.id != first.id
    assert isinstance(other.why, Offer)
    assert other.why.lacked is not None
    assert (other.why.lacked.id, set(other.why.lacked.things)) == (first.id, set(wall))
    parts.tested(days_ago=1, hold=20, focus=("chest",))
    parts.store.keep(KIT_MISSING, ["band", "doorway"])
    own = parts.own("focus")
    assert {one.named for one in own.left_out if one.lacks}
    assert parts.lacks("focus") == ()
    parts.store.keep(KIT_MISSING, [])
    assert not [one for one in parts.own("focus").left_out if one.lacks]


def test_somebody_new_is_new_until_they_did_something(parts: FakeParts) -> None:
    assert parts.is_new
    parts.desk.tick()
    assert parts.is_new
    parts.store.keep(WELCOMED, True)
    assert not parts.is_new
