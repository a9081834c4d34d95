"""What was told, and what was corrected later."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from coach.progress.portable.wrong import Whole, WrongRecordError, WrongValue
from coach.progress.store import open_store
from tests.fakes import FakeClock
from tests.progress.portable.histories import NOW, lines_of, lived_in, store_at


def test_the_newest_stands_last():
    store, clock = store_at()
    for told in (["a"], ["b"], []):
        store.add_safety(told)
        store.add_conditions(told)
        clock.pass_time(60)
    assert [sorted(one.yes) for one in store.safety()] == [["a"], ["b"], []]
    assert [sorted(one.told) for one in store.conditions()] == [["a"], ["b"], []]


def test_what_a_professional_cleared_bars_nothing():
    store, _ = store_at()
    store.add_conditions(["osteoporosis", "pregnancy"], ["pregnancy"])
    assert store.conditions()[-1].barring == {"osteoporosis"}


def test_a_plan_is_begun_and_goes_on():
    store, _ = store_at()
    store.start_plan("eight-weeks", date(2026, 6, 1))
    [plan] = store.plans()
    assert (plan.plan, plan.begun, plan.until) == ("eight-weeks", date(2026, 6, 1), None)


def test_plans_stand_in_the_order_of_their_days():
    store, _ = store_at()
    for day in (9, 3, 5):
        store.start_plan(f"p{day}", date(2026, 6, day))
    assert [one.plan for one in store.plans()] == ["p3", "p5", "p9"]


# --- corrected -------------------------------------------------------------------------------------------------------


def test_a_morning_is_told_of_a_session():
    store = lived_in()
    [session] = store.past()
    store.tell_morning(session.uid, "worse")
    [told] = store.past()
    assert (told.uid, told.morning, told.effort, told.work) == (session.uid, "worse", 5, session.work)


def test_effort_pain_and_date_are_corrected_and_put_back():
    store = lived_in()
    before = lines_of(store)
    [session] = store.past()
    old = store.correct(session.uid, {"effort": 7, "pain": 4, "started": "2026-05-30T07:00:00+02:00"})
    [told] = store.past()
    assert (told.effort, told.pain, told.started.isoformat()) == (7, 4, "2026-05-30T07:00:00+02:00")
    assert [record.effort for record in store.sessions()] == [7]
    assert old is not None
    store.put_back(old)
    assert _but_changed(lines_of(store)) == _but_changed(before)


def test_a_session_is_deleted_and_put_back():
    store = lived_in()
    before = lines_of(store)
    [session] = store.past()
    old = store.delete(session.uid)
    assert (store.past(), store.sessions()) == ((), [])
    assert old is not None
    store.put_back(old)
    assert _but_changed(lines_of(store)) == _but_changed(before)


def test_a_correction_counts_as_later_even_where_the_clock_was_ahead():
    store, clock = store_at()
    number = store.begin_session("routine", "strong", "Strong", 10.0, 1)
    store.finish_session(number, "finished")
    [before] = store.past()
    clock.set_wall(NOW - timedelta(days=3))
    store.correct(before.uid, {"pain": 2})
    assert store.past()[0].pain == 2
    store.delete(before.uid)
    assert store.past() == ()


def test_what_does_not_fit_changes_nothing():
    store = lived_in()
    before = lines_of(store)
    with pytest.raises(WrongRecordError) as error:
        store.correct(store.past()[0].uid, {"effort": 11})
    assert error.value.wrong == WrongValue("effort", Whole(0, 10))
    assert lines_of(store) == before


def test_what_is_not_there_is_none():
    store, _ = store_at()
    assert store.correct("nobody", {"pain": 1}) is None
    assert store.delete("nobody") is None


# --- kept ------------------------------------------------------------------------------------------------------------


def test_a_copy_of_the_folder_has_the_same_uids(tmp_path: Path):
    """Also of a file from before there were notes of records: its uids come from what stands in it."""
    clock = FakeClock(NOW)
    store = open_store(tmp_path / "one", clock)
    store.finish_session(store.begin_session("routine", "strong", "Strong", 10.0, 1), "finished")
    store.add_reminder("r", "shown")
    store.close()
    (tmp_path / "two").mkdir()
    for part in (tmp_path / "one").iterdir():
        (tmp_path / "two" / part.name).write_bytes(part.read_bytes())
    lines = []
    for name in ("one", "two"):
        again = open_store(tmp_path / name, clock)
        lines.append(lines_of(again))
        again.close()
    assert lines[0] == lines[1]
    assert len(lines[0]) == 2


def test_the_version_changes_with_every_write_of_any_program(tmp_path: Path):
    one, other = (open_store(tmp_path, FakeClock(NOW)) for _ in range(2))
    seen = [one.version]
    one.add_choice("strong", "row", "up")
    seen.append(one.version)
    other.add_choice("strong", "row", "down")
    seen.append(one.version)
    assert len(set(seen)) == 3
    assert one.version == seen[-1]
    one.close()
    other.close()


def test_the_past_of_a_routine_has_its_plans_but_no_other():
    store, _ = store_at()
    for target in ("strong", "strong@weeks.1", "strongest", "strong-2"):
        store.begin_session("routine", target, target, 10.0, 1)
    assert {one.target for one in store.past("strong")} == {"strong", "strong@weeks.1"}
    assert len(store.past()) == 4


def test_every_routine_that_was_begun_is_known_once_by_its_own_id():
    store, _ = store_at()
    assert store.routines_begun() == frozenset()
    for target in ("strong", "desk", "strong@eight-weeks.1", "strong", "", "wall-test"):
        store.begin_session("routine", target, target, 60.0, 1)
    assert store.routines_begun() == {"strong", "desk", "", "wall-test"}


def test_without_its_work_the_past_says_the_rest():
    store = lived_in()
    [session] = store.past_without_work()
    assert (session.work, session.effort, [one.pain for one in session.pains]) == ((), 5, [3])


def _but_changed(lines: list[str]) -> list[str]:
    import json

    return [json.dumps({**json.loads(line), "changed": ""}) for line in lines]
