"""The routines as this person does them: what was recorded and told changes what is begun next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from coach.content.model import ExerciseStep
from coach.progression.focus import FOCUS, Focus, NoFocus
from coach.progression.follows import Follows
from coach.session.timeline import Timeline
from coach.settings import FOCUS_MINUTES
from coach.wiring import doses
from tests.ui.parts import FakeParts
from tests.wiring.training import DAY, STRENGTH, tested, train


def uid_of(parts: FakeParts, session: int) -> str:
    uid = parts.store.uid_of_session(session)
    assert uid is not None
    return uid


def sets(timeline: Timeline, exercise: str) -> int | None:
    return next(i.sets for i in timeline.intervals if i.kind == "work" and i.exercise == exercise)


def work(timeline: Timeline) -> set[str]:
    return {i.exercise for i in timeline.intervals if i.kind == "work" and i.exercise}


def test_the_past_changes_what_is_begun_and_the_file_stays(parts: FakeParts) -> None:
    before = parts.timeline("routine", STRENGTH)
    assert sets(before, "band-row") == 2
    train(parts)
    assert parts.timeline("routine", STRENGTH) is before, "nothing follows from one"
    train(parts)
    assert sets(parts.timeline("routine", STRENGTH), "band-row") == 3
    assert sets(parts.timeline("routine", STRENGTH, as_written=True), "band-row") == 2
    assert [(one.named, one.level) for one in parts.own(STRENGTH).changed] == [("band-row", 1)]
    assert parts.own(STRENGTH, parts.clock.wall() - timedelta(days=1, minutes=30)).changed == (), "as it was then"
    assert parts.own("desk-reset").changed == ()


def test_what_is_told_later_counts_at_once(parts: FakeParts) -> None:
    train(parts)
    last = train(parts)
    assert parts.own(STRENGTH).changed != ()
    parts.store.rate_session(last, 9, 1)
    assert parts.own(STRENGTH).changed == ()
    parts.store.add_choice(STRENGTH, "band-row", "harder")
    assert "band-row-one-arm" in work(parts.timeline("routine", STRENGTH))


def test_the_days_alone_change_it_too(parts: FakeParts) -> None:
    train(parts)
    train(parts)
    parts.clock.pass_time(6 * DAY)
    assert [one.level for one in parts.own(STRENGTH).changed] == [1], "seven days, six of them whole ones without it"
    parts.clock.pass_time(DAY)
    assert {one.level for one in parts.own(STRENGTH).changed} == {-1}, "what had risen is as the file has it"


def test_after_a_worse_morning_its_exercises_rest_in_every_routine(parts: FakeParts) -> None:
    session = train(parts)
    parts.store.tell_morning(uid_of(parts, session), "worse")
    assert "wall-angel" in work(parts.timeline("routine", "anti-slouch-daily"))
    assert "doorway-stretch" not in work(parts.timeline("routine", "anti-slouch-daily"))
    assert {left.named for left in parts.own("anti-slouch-daily").left_out} == {"doorway-stretch"}
    parts.clock.pass_time(DAY)
    assert parts.own("anti-slouch-daily").left_out == ()


def test_a_condition_counts_from_when_it_was_told_until_it_is_cleared(parts: FakeParts) -> None:
    begun = parts.clock.wall()
    parts.clock.pass_time(60)
    parts.store.add_conditions(["kneeling-pain"])
    assert "cat-cow-seated" in work(parts.timeline("routine", STRENGTH))
    assert "cat-cow" in work(parts.timeline("routine", STRENGTH, at=begun))
    parts.clock.pass_time(60)
    parts.store.add_conditions(["kneeling-pain"], ["kneeling-pain"])
    assert "cat-cow" in work(parts.timeline("routine", STRENGTH))


def test_what_was_done_in_anothers_place_is_recorded_for_it(parts: FakeParts) -> None:
    parts.store.add_conditions(["kneeling-pain"])
    timeline = parts.timeline("routine", STRENGTH)
    conductor = parts.conductor(timeline)
    conductor.start()
    while conductor.ended is None:
        conductor.next()
    assert ("cat-cow-seated", "cat-cow") in {(w.exercise, w.named) for one in parts.store.past() for w in one.work}


def test_a_session_that_was_cut_short_goes_on_with_the_doses_it_began_with(parts: FakeParts) -> None:
    train(parts)
    parts.clock.pass_time(15 * DAY)
    begun = parts.timeline("routine", STRENGTH)
    assert begun.seconds < parts.timeline("routine", STRENGTH, as_written=True).seconds, "half, after the pause"
    session = parts.store.begin_session("routine", STRENGTH, begun.title, begun.seconds, len(begun.intervals))
    for index, interval in enumerate(begun.intervals[:3]):
        parts.store.add_interval(session, index, interval, interval.seconds, "done", None, interval.named)
    parts.clock.pass_time(600)
    assert parts.timeline("routine", STRENGTH) != begun, "a new one would follow upon it"
    cut = parts.cut_short()
    assert cut is not None
    assert cut.timeline == begun


def test_a_routine_of_which_nothing_is_left_is_empty(parts: FakeParts) -> None:
    parts.store.add_conditions(["neck-injury"])
    assert parts.own("deep-neck-flexors").is_empty
    assert parts.timeline("routine", "deep-neck-flexors").intervals == ()


@pytest.mark.parametrize("ident", ["gone", FOCUS, "gone@eight-weeks.1"])
def test_what_there_is_not_is_a_key_error(parts: FakeParts, ident: str) -> None:
    for ask in (parts.own, parts.routine, parts.as_written, parts.routine_seconds):
        with pytest.raises(KeyError):
            ask(ident)


# --- the focus routine ---


def exercises(steps: Sequence[object]) -> list[str]:
    return [step.exercise for step in steps if isinstance(step, ExerciseStep)]


def test_it_follows_from_the_last_test(parts: FakeParts) -> None:
    assert parts.focus() == NoFocus("no-test")
    tested(parts, "neck")
    before = parts.clock.wall() - timedelta(seconds=1)
    tested(parts, "chest", "hips-front")
    made = parts.focus()
    assert isinstance(made, Focus)
    assert made.areas == ("chest", "hips-front")
    assert str(made.routine.why) == (
        "For the focus areas of your test of 12 May: Chest, front of the shoulders; Front of the hips."
    )
    earlier = parts.focus(at=before)
    assert isinstance(earlier, Focus)
    assert earlier.areas == ("neck",)
    assert parts.as_written(FOCUS) == made.routine
    assert exercises(parts.routine(FOCUS).steps) == exercises(made.routine.steps)
    assert abs(parts.routine_seconds(FOCUS) - 480) < 96


def test_it_rises_as_other_routines_do_and_obeys_conditions(parts: FakeParts) -> None:
    tested(parts, "neck", "low-back")
    first = exercises(parts.routine(FOCUS).steps)[0]
    for _ in range(2):
        train(parts, FOCUS)
    assert [(one.named, one.level) for one in parts.own(FOCUS).changed] == [(first, 1)]
    parts.store.add_conditions(["neck-injury"])
    assert first not in exercises(parts.routine(FOCUS).steps)


def test_it_is_as_long_as_was_chosen_at_once(parts: FakeParts) -> None:
    tested(parts, "neck", "chest")
    eight = parts.routine_seconds(FOCUS)
    parts.store.keep(FOCUS_MINUTES, 5)
    assert parts.routine_seconds(FOCUS) < 330 < eight
    parts.store.keep(FOCUS_MINUTES, 8)
    assert parts.routine_seconds(FOCUS) == eight


def test_a_reminder_that_came_has_nothing_worked_out_anew(parts: FakeParts) -> None:
    before = parts.routine(STRENGTH)
    parts.store.add_reminder("change-position", "shown")
    assert parts.routine(STRENGTH) is before
    parts.store.add_choice(STRENGTH, "band-row", "hold")
    assert parts.routine(STRENGTH) is not before


def test_a_file_of_my_own_with_its_name_takes_its_place(parts: FakeParts) -> None:
    catalogue = parts.library.catalogue
    mine = replace(catalogue.routines["desk-reset"], id=FOCUS)
    parts.library.catalogue = replace(catalogue, routines={**catalogue.routines, FOCUS: mine})
    tested(parts, "neck")
    assert parts.timeline("routine", FOCUS).title == "Desk reset"


def test_what_a_session_leads_to_is_what_the_next_one_has(parts: FakeParts) -> None:
    first = train(parts)
    assert parts.follows(STRENGTH, first) == Follows("well", left=1)
    last = train(parts)
    found = parts.follows(STRENGTH, last)
    assert found is not None
    assert found.rung is not None
    assert (found.what, found.named, found.rung.dose.sets) == ("rises", ("band-row",), 3)
    assert sets(parts.timeline("routine", STRENGTH), "band-row") == 3
    assert parts.follows("upper-back-strength@eight-weeks.1", last) == found, "a plan's session is one of its routine"


def test_nothing_follows_from_what_is_not_there(parts: FakeParts) -> None:
    session = train(parts)
    assert parts.follows("gone", session) is None
    assert parts.follows(STRENGTH, 0) is None
    assert parts.follows("desk-reset", train(parts, "desk-reset")) is None


def test_the_focus_routine_gives_something_back_too(parts: FakeParts) -> None:
    assert parts.follows(FOCUS, train(parts)) is None, "before any test there is none"
    parts.tested(days_ago=1, hold=20)
    assert parts.follows(FOCUS, train(parts, FOCUS)) == Follows("well", left=1)


def test_what_is_mended_counts_at_once(parts: FakeParts) -> None:
    """A record that is changed in its place is told from before, though no other one came."""
    train(parts)
    last = uid_of(parts, train(parts))
    assert len(parts.own(STRENGTH).changed) == 1
    before = parts.store.correct(last, {"effort": 9})
    assert before is not None
    assert parts.own(STRENGTH).changed == ()
    parts.store.put_back(before)
    assert len(parts.own(STRENGTH).changed) == 1
    parts.store.tell_morning(last, "worse")
    assert parts.own(STRENGTH).left_out != ()
    parts.store.tell_morning(last, "better")
    assert parts.own(STRENGTH).left_out == ()
    chosen = parts.store.add_choice(STRENGTH, "face-pull", "easier")
    assert {one.named for one in parts.own(STRENGTH).changed} == {"band-row", "face-pull"}
    parts.store.delete(chosen)
    assert {one.named for one in parts.own(STRENGTH).changed} == {"band-row"}


def test_where_one_file_changed_what_was_worked_out_of_the_others_stays(parts: FakeParts, monkeypatch) -> None:
    asked, own = [], doses.own_routine

    def counted(ident: str, *given, **named):
        asked.append(ident)
        return own(ident, *given, **named)

    monkeypatch.setattr(doses, "own_routine", counted)
    before = parts.library.catalogue
    every = list(before.routines)
    for ident in every:
        parts.own(ident)
    changed = replace(before.routines["desk-reset"], steps=before.routines["desk-reset"].steps[:2])
    asked.clear()
    parts.library.catalogue = replace(before, routines={**before.routines, "desk-reset": changed})
    assert len({ident: parts.own(ident).routine for ident in every}["desk-reset"].steps) == 2
    assert asked == ["desk-reset"]
    asked.clear()
    tuck = before.exercises["chin-tuck"]
    parts.library.catalogue = replace(before, exercises={**before.exercises, "chin-tuck": replace(tuck)})
    for ident in every:
        parts.own(ident)
    assert "desk-reset" in asked
    assert "after-run" not in asked, "it never comes to that exercise"
    asked.clear()
    parts.library.catalogue = replace(before, plans=dict(before.plans))
    for ident in every:
        parts.own(ident)
    assert asked == every, "a plan may ask for anything"
