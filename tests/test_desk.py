"""The desk: what comes, what is logged, what the status says, what survives a restart."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from coach.content.catalogue import Origin
from coach.content.model import DoseLayer, Exercise, Message, Reminder, Safety, SafetyQuestion, Text, Tier, Window
from coach.desk import Desk
from coach.desk_library import WholeLibrary
from coach.reminders.answers import NoPositionError, NotOpenError
from coach.reminders.desk_hours import DeskHours
from coach.reminders.explain import promises
from coach.reminders.handed import taken
from coach.reminders.nudge import Nudge
from coach.reminders.why import Length, Moment
from coach.settings import DESK_HOURS
from coach.words import desk as desk_words
from coach.words import reminders as words
from tests.desk_place import REST, STRETCH, WALK, Place, moved
from tests.fakes import FakeClock
from tests.reminders.simulator import reminder


@contextmanager
def not_open(why: str) -> Iterator[None]:
    """An answer within it is for none; `why`, as a pattern, is what is told."""
    with pytest.raises(NotOpenError) as refusal:
        yield
    assert re.search(why, desk_words.why_not_open(refusal.value.wanted, refusal.value.known, refusal.value.came))


def test_a_nudge_with_all_that_a_card_needs() -> None:
    place = Place()
    first, second = place.wait(91)[0::2]
    at_desk = Length("at-desk", 1800.0)
    assert first == Nudge("stretch", "Stretch", "One.", at_desk, (300.0, 600.0, 900.0), is_first_today=True)
    at = datetime(2026, 5, 14, 10, 30)  # noqa: DTZ001 (local)
    assert second == Nudge(
        "walk",
        "Walk",
        "One.\nAlso: Stretch",  # both are due
        Moment("is-time", at),
        (300.0,),
        "notification",
        "desk-reset",
        "routine",
        "Desk reset",
        120.0,
    )


def test_the_first_of_a_day_is_told_from_those_after_it() -> None:
    place = Place((STRETCH, WALK))
    assert [one.is_first_today for one in place.wait(91)] == [True, False, False]
    place.clock.pass_time(24 * 3600)
    later = place.desk.now("stretch")
    assert later is not None
    assert later.is_first_today
    again = place.desk.now("stretch")
    assert again is not None
    assert not again.is_first_today


def test_a_desk_that_cannot_tell_how_long_an_offer_takes_names_no_length() -> None:
    place = Place()
    desk = Desk(
        place.clock, WholeLibrary(place.clock, place.library, place.store), place.store, place.idle, place.quiet
    )
    nudge = desk.now("walk")
    assert nudge is not None
    assert (nudge.offer, nudge.offer_seconds) == ("desk-reset", None)


def test_a_test_can_be_offered_and_an_offer_that_is_gone_is_left_out() -> None:
    place = Place((reminder("a", every=30, offer="wall-test"), reminder("b", every=60, offer="gone")))
    a = place.desk.now("a")
    b = place.desk.now("b")
    assert a is not None
    assert b is not None
    assert (a.offer_kind, a.offer_title, a.offer_seconds) == ("test", "Wall test", 15.0)
    assert (b.offer, b.offer_kind, b.offer_seconds) == (None, None, None)


def test_every_answer_is_noted() -> None:
    place = Place((STRETCH,))
    for answer in ("done", "started", "skip"):
        place.wait(30.5)
        getattr(place.desk, answer)("stretch")
    place.wait(31)
    place.desk.snooze("stretch", 300)
    (again,) = place.wait(5.5)
    assert words.why(again.why) == "snoozed for 5 min"
    shown = ("stretch", "shown", "30 min at the desk")
    assert place.noted == [
        shown,
        ("stretch", "done", "after 30 s"),
        shown,
        ("stretch", "started", "after 30 s"),
        shown,
        ("stretch", "skipped", "after 30 s"),
        shown,
        ("stretch", "snoozed", "for 5 min"),
        ("stretch", "shown", "snoozed for 5 min"),
    ]


def three_at_once() -> Place:
    place = Place((STRETCH, REST, WALK))
    place.wait(90)
    (nudge,) = place.wait(30)[-1:]
    assert (nudge.id, nudge.title, nudge.message) == ("rest", "Rest", "Two.\nAlso: Stretch")
    return place


@pytest.mark.parametrize(("answer", "what"), [("done", "done"), ("started", "started"), ("skip", "skipped")])
@pytest.mark.parametrize("named", [None, "rest", "stretch"])
def test_what_is_told_at_once_is_answered_once_and_noted_of_each(answer: str, what: str, named: str | None) -> None:
    place = three_at_once()
    getattr(place.desk, answer)(named)
    assert place.noted[-2:] == [("rest", what, "after 0 s"), ("stretch", what, "after 0 s")]
    assert place.desk.open is None
    with pytest.raises(NotOpenError):
        place.desk.done("stretch")
    assert place.wait(29) == []


def test_what_is_told_at_once_is_put_off_at_once_and_comes_again_as_one() -> None:
    place = three_at_once()
    place.desk.snooze(None, 300)
    assert place.noted[-2:] == [("rest", "snoozed", "for 5 min"), ("stretch", "snoozed", "for 5 min")]
    (again,) = place.wait(5.1)
    assert (again.title, again.message) == ("Rest", "Two.\nAlso: Stretch")


def test_what_is_told_at_once_offers_what_one_of_them_does() -> None:
    place = Place((reminder("walk", at=("10:30",)), reminder("reset", at=("10:30",), offer="desk-reset")))
    (nudge,) = place.wait(91)
    assert (nudge.id, nudge.message, nudge.offer) == ("walk", "One.\nAlso: Reset", "desk-reset")
    offer = place.desk.offered("reset")
    assert offer is not None
    assert offer.id == "desk-reset"


def test_a_nudge_waits_for_a_pause_in_the_typing_and_a_minute_at_most() -> None:
    place = Place((STRETCH,))
    place.idle.now = 0.5
    assert place.wait(30.9) == []
    assert place.desk.status().lines[0].why == "pause-in-typing"
    assert len(place.wait(0.2)) == 1
    place.desk.done()
    place.wait(30.3)
    place.idle.now = 3.0
    assert len(place.wait(0.1)) == 1


def test_an_answer_without_an_id_is_for_the_one_that_is_open() -> None:
    place = Place((STRETCH,))
    with not_open(r"^no reminder has come yet$"):
        place.desk.skip()
    place.wait(30)
    assert place.desk.open == "stretch"
    place.desk.snooze(None, 600)
    place.wait(8)
    with not_open(r"^no reminder is open; Stretch: it was snoozed at 9:30$"):
        place.desk.done()
    assert [what for _, what, _ in place.noted] == ["shown", "snoozed"]
    assert [words.why(nudge.why) for nudge in place.wait(2.1)] == ["snoozed for 10 min"], "the snooze is kept"
    place.wait(3)
    with not_open(r"^Stretch is not open: nobody answered it in time at 9:40$"):
        place.desk.skip("stretch")


def test_what_ran_out_on_the_screen_lets_the_next_one_come() -> None:
    place = Place((STRETCH, reminder("walk", at=("09:31",))))
    place.wait(30.5)
    place.desk.expired("walk")
    assert place.desk.open == "stretch", "that one is not on the screen"
    place.desk.expired("stretch")
    assert place.desk.open is None
    with not_open(r"^Stretch is not open: nobody answered it in time at 9:30$"):
        place.desk.done("stretch")
    assert [nudge.id for nudge in place.wait(0.6)] == ["walk"], "and does not wait until it could be answered no more"
    assert moved(place) == []


@pytest.mark.parametrize("first", ["done", "started", "skip", "snooze"])
@pytest.mark.parametrize("second", ["done", "started", "skip", "snooze"])
def test_a_second_answer_to_the_same_nudge_is_refused_and_not_counted(first: str, second: str) -> None:
    place = Place((STRETCH,))
    place.wait(30)
    for number, answer in enumerate((first, second)):
        give = getattr(place.desk, answer)
        arguments = ("stretch", 600.0) if answer == "snooze" else ("stretch",)
        if number:
            with not_open(r"^Stretch is not open: "):
                give(*arguments)
        else:
            give(*arguments)
    assert len(place.noted) == 2


def test_an_answer_to_what_never_came_or_is_no_reminder() -> None:
    place = Place()
    with not_open(r"^Walk has not come yet$"):
        place.desk.skip("walk")
    with not_open(r"^nonsense is not a reminder; the reminders are stretch, walk$"):
        place.desk.skip("nonsense")
    with not_open(r"^nonsense is not a reminder; there is none in the library$"):
        Place(()).desk.skip("nonsense")
    assert place.noted == []


def answer_by_pause(place: Place) -> None:
    place.desk.pause(3600)


def answer_by_switch(place: Place) -> None:
    place.desk.enable("stretch", False)


def answer_by_another(place: Place) -> None:
    place.desk.now("rest")


def answer_by_break(place: Place) -> None:
    place.idle.now = 600.0
    place.desk.tick()


def answer_by_something_else(place: Place) -> None:
    place.desk.put_away()
    place.desk.put_away()


@pytest.mark.parametrize(
    "answer", [answer_by_pause, answer_by_switch, answer_by_another, answer_by_break, answer_by_something_else]
)
def test_however_it_is_answered_it_is_open_no_longer(answer: Callable[[Place], None]) -> None:
    place = Place((STRETCH, reminder("rest", every=60)))
    place.wait(30)
    answer(place)
    assert place.desk.open != "stretch"
    with not_open(r"^Stretch is not open: "):
        place.desk.done("stretch")


def test_the_longer_break_answers_the_shorter_ones_nudge() -> None:
    place = Place((STRETCH, reminder("rest", every=60)))
    place.desk.now("rest")
    place.desk.now("stretch")
    place.desk.put_away()
    place.desk.now("rest")
    place.desk.done("rest")
    assert place.desk.open is None
    place.desk.now("stretch")
    place.desk.session_running(True)
    place.clock.pass_time(90)
    place.desk.session_running(False)
    assert place.desk.open is None, "a session is the break it asked for"


def test_an_answer_between_two_looks_counts_from_its_own_moment() -> None:
    place = Place((STRETCH,))
    place.wait(30)
    place.clock.pass_time(17)
    place.desk.snooze("stretch", 300)
    place.clock.pass_time(299)
    assert place.desk.tick() == []
    place.clock.pass_time(1)
    assert [nudge.id for nudge in place.desk.tick()] == ["stretch"]


def test_status_counts_between_two_looks() -> None:
    place = Place()
    place.wait(10)
    place.clock.pass_time(20)
    status = place.desk.status()
    assert status.at_desk_seconds == 620
    assert (status.next_id, status.next_in_seconds) == ("stretch", 1180)
    assert words.answer(status.next) == "Stretch: 10 min of 30 min at the desk."
    assert status.idle_is_known
    assert not status.is_away
    assert [words.why_now(line) for line in status.lines] == ["10 min of 30 min at the desk", "at 10:30"]


def test_status_says_why_nothing_came() -> None:
    place = Place((STRETCH,))
    place.quiet.now = frozenset({"camera"})
    assert place.wait(35) == []
    status = place.desk.status()
    assert words.answer(status.next) == "Stretch waits: the camera is in use."
    assert status.quiet == ("camera",)
    assert [(entry.what, entry.why) for entry in status.log] == [("deferred", "waits: the camera is in use")]
    place.quiet.now = frozenset()
    (nudge,) = place.wait(1)
    assert words.why(nudge.why) == "waited while the camera is in use"


def test_paused_until_and_resumed() -> None:
    place = Place((STRETCH,))
    place.desk.pause(3600)
    status = place.desk.status()
    assert status.paused
    assert status.paused_until is not None
    assert status.paused_until.isoformat() == "2026-05-14T10:00:00+02:00"
    assert status.quiet == ("paused",)
    assert place.wait(59) == []
    place.desk.pause(None)
    assert place.desk.status().paused_until is None
    assert place.wait(59) == []
    place.desk.resume()
    assert not place.desk.status().paused
    assert [nudge.id for nudge in place.wait(0.5)] == ["stretch"]


def test_a_session_keeps_quiet_and_is_a_change_of_position() -> None:
    place = Place((STRETCH,))
    place.wait(25)
    place.desk.session_running(True)
    assert place.wait(3) == []
    assert place.desk.status().quiet == ("session",)
    place.desk.session_running(True)
    assert place.wait(3) == []
    place.desk.session_running(False)
    assert place.noted[-1] == ("stretch", "natural-break", "a session of 6 min counted as it")
    assert place.wait(29) == []
    assert len(place.wait(1.5)) == 1


@pytest.mark.parametrize(
    ("exercised", "breaks"),
    [
        (4.0, []),  # a routine of four seconds
        (21.0, []),  # a session that was stopped after 21 s of work
        (59.9, []),
        (60.0, ["stretch"]),  # a change of position is one after a minute
        (120.0, ["stretch"]),  # but no five-minute break
        (299.0, ["stretch"]),
        (300.0, ["rest", "stretch"]),
        (1800.0, ["rest", "stretch"]),
    ],
)
def test_a_session_is_the_break_that_was_really_exercised(exercised: float, breaks: list[str]) -> None:
    place = Place((STRETCH, REST))
    place.wait(20)
    place.desk.session_running(True)
    place.wait(8)  # pauses and what was skipped among it
    place.desk.session_running(False, exercised)
    assert moved(place) == breaks
    if breaks:
        assert place.noted[-1][2].startswith("a session of ")


def test_an_hourly_break_with_an_absence_of_its_own_takes_as_long_as_that() -> None:
    place = Place((replace(REST, away_counts=600.0), replace(STRETCH, id="hurried", every=600.0, away_counts=20.0)))
    place.wait(5)
    for exercised, breaks in ((400.0, ["hurried"]), (600.0, ["hurried", "rest", "hurried"])):
        place.desk.session_running(True)
        place.wait(2)
        place.desk.session_running(False, exercised)
        assert moved(place) == breaks


def test_an_end_page_left_open_keeps_no_reminder_back_and_is_no_break() -> None:
    place = Place((STRETCH,))
    place.wait(25)
    place.desk.session_running(True)
    place.wait(1)
    place.desk.session_running(False, 4.0)
    assert place.desk.status().quiet == ()
    assert [nudge.id for nudge in place.wait(5)] == ["stretch"]
    assert moved(place) == []


def test_a_session_that_was_hardly_begun_is_none() -> None:
    place = Place((STRETCH,))
    place.wait(29)
    place.desk.session_running(True)
    place.wait(0.5)
    place.desk.session_running(False)
    place.desk.session_running(False)
    assert len(place.wait(1)) == 1


@pytest.mark.parametrize(("answer", "follows"), [("done", False), ("started", False), ("skip", True)])
def test_the_longer_break_is_the_shorter_one_too_if_it_was_taken(answer: str, follows: bool) -> None:
    place = Place((STRETCH, reminder("rest", every=60)))
    place.wait(30)
    place.wait(10)
    place.desk.now("stretch")
    place.desk.done("stretch")
    (first,) = place.wait(20)
    assert first.id == "rest"
    getattr(place.desk, answer)("rest")
    assert (("stretch", "natural-break", "Rest counted as it") in place.noted) != follows
    assert [nudge.id for nudge in place.wait(21)] == (["stretch"] if follows else [])


def test_now_shows_the_next_one_whatever_is_against_it_and_does_not_count() -> None:
    place = Place((reminder("stretch", every=30, at_most=1),))
    place.quiet.now = frozenset({"camera"})
    nudge = place.desk.now()
    assert nudge is not None
    assert (nudge.id, words.why(nudge.why)) == ("stretch", "you asked for it")
    place.quiet.now = frozenset()
    place.desk.done("stretch")
    assert len(place.wait(31)) == 1, "trying it used up none of today's"
    with pytest.raises(KeyError):
        place.desk.now("nothing")


def test_trying_one_that_is_snoozed_uses_up_nothing_either() -> None:
    place = Place((reminder("stretch", every=30, at_most=2), reminder("walk", at=("10:30",))))
    place.wait(30)
    place.desk.snooze("stretch", 600)
    assert place.desk.now("stretch") is not None
    assert place.desk.now("walk") is not None
    place.desk.session_running(True)
    place.wait(2)
    place.desk.session_running(False)
    assert len(place.wait(30.5)) == 1


def test_without_any_reminder() -> None:
    place = Place(())
    assert place.desk.now() is None
    assert place.wait(5) == []
    status = place.desk.status()
    assert (status.next, status.next_id, status.next_in_seconds) == (None, None, None)
    assert words.answer(status.next) == "No reminder is switched on."


def test_switched_off_by_the_person_whatever_the_file_says() -> None:
    place = Place((STRETCH,))
    place.desk.enable("stretch", False)
    assert place.wait(40) == []
    assert place.desk.status().lines[0].why == "switched-off"
    assert place.desk.now() is not None, "it may still be tried"
    place.sit_down()
    assert not place.desk.status().lines[0].enabled
    place.desk.enable("stretch", True)
    assert len(place.wait(31)) == 1


def test_a_file_that_changes_is_followed() -> None:
    place = Place((STRETCH,))
    place.wait(10)
    place.have(reminder("stretch", every=15))
    assert len(place.wait(5.1)) == 1
    place.have()
    place.desk.done("stretch")  # its card was still there
    assert place.wait(40) == []


def test_a_restart_goes_on_counting() -> None:
    place = Place((STRETCH,))
    place.wait(20)
    place.clock.pass_time(60)
    place.sit_down()
    (nudge,) = place.wait(11)
    assert nudge.message == "One."
    place.sit_down()
    (nudge,) = place.wait(31)
    assert nudge.message == "Two.", "messages go on where they were"


def killed_with(place: Place) -> list[tuple[str, str, str]]:
    """What the next start notes of a program that was killed at this moment."""
    before = len(place.noted)
    place.clock.pass_time(60)
    place.sit_down()
    return place.noted[before:]


def test_what_was_on_the_screen_of_a_program_that_died_is_over_and_says_so_once() -> None:
    place = Place()
    place.wait(91)
    assert place.desk.open == "walk"
    left = [(one, "missed", "the program ended before anybody answered") for one in ("walk", "stretch")]
    assert killed_with(place) == left
    assert place.desk.open is None
    assert [(entry.id, entry.what) for entry in place.desk.status().log[-2:]] == [
        ("walk", "missed"),
        ("stretch", "missed"),
    ]
    assert killed_with(place) == []


@pytest.mark.parametrize("answer", ["done", "skip", "put_away", "expired", "snooze"])
def test_what_was_answered_or_gone_before_it_died_is_not_told_again(answer: str) -> None:
    place = Place((STRETCH,))
    place.wait(31)
    act = getattr(place.desk, answer)
    act(*{"expired": ("stretch",), "snooze": ("stretch", 300.0)}.get(answer, ()))
    assert killed_with(place) == []


def test_what_is_handed_over_is_on_the_screen_of_the_next_one() -> None:
    place = Place((STRETCH,))
    place.wait(31)
    handed = taken(place.desk.hand_over(), place.clock.awake())
    place.desk = Desk(place.clock, place.known(), place.store, place.idle, place.quiet, handed=handed)
    assert place.desk.open == "stretch"
    assert [what for _, what, _ in place.noted] == ["shown"]
    assert killed_with(place) == [("stretch", "missed", "the program ended before anybody answered")]


@pytest.mark.parametrize("damaged", [None, [], "x", {"wall": 3}, {"wall": "yesterday", "reminders": {}}])
def test_a_damaged_memory_is_a_fresh_start(damaged: object) -> None:
    place = Place((STRETCH,))
    place.store.set_setting("reminders-state", damaged)
    place.store.set_setting("reminders-enabled", damaged)
    place.store.set_setting("reminders-on-screen", damaged)
    place.sit_down()
    assert len(place.wait(30)) == 1


BEYOND_SENSE = [
    "null", "[]", "{}", '"x"', "1e999", "NaN", "-1", "1" + "0" * 400, "true", "3.6e12", '"9999-12-31T23:00:00"',
    '"9999-12-31T23:00:00+00:00"', '"0001-01-01T00:00:00"', '["9999-12-31T23:00:00"]', "[" * 3000,
]  # fmt: skip


@pytest.mark.parametrize("value", BEYOND_SENSE)
def test_no_kept_value_beyond_sense_stops_the_start(value: str) -> None:
    """One value of what is kept at a time, of a reminder that counts and of one with clock times."""
    place = Place((STRETCH, reminder("tea", at=("10:00", "23:00"))))
    place.wait(5)
    place.desk.pause(60)
    kept = place.store.setting("reminders-state")
    whole = json.dumps(kept)
    shared = [key for key in kept if key != "reminders"]
    one = [(name, key) for name, entry in kept["reminders"].items() for key in entry]
    for name, key in [*((None, key) for key in shared), *one]:
        spoilt = json.loads(whole)
        (spoilt if name is None else spoilt["reminders"][name])[key] = "HERE"
        text = json.dumps(spoilt).replace('"HERE"', value)
        place.store._database.write("UPDATE setting SET value = ? WHERE key = 'reminders-state'", (text,))
        place.sit_down()
        place.wait(1)
        json.dumps(place.desk.as_json(), allow_nan=False)


@pytest.mark.parametrize("seconds", [30 * 86400.0 + 1, 3.6e12, float("inf"), float("nan"), -1.0])
def test_a_pause_or_a_snooze_that_no_reminder_should_wait_is_refused(seconds: float) -> None:
    place = Place((STRETCH,))
    for act in (place.desk.pause, lambda length: place.desk.snooze("stretch", length)):
        with pytest.raises(ValueError, match="at most 30 days long"):
            act(seconds)
    assert not place.desk.status().paused
    place.desk.pause(30 * 86400.0)
    assert place.desk.status().paused


def test_a_lid_closed_after_four_idle_minutes_is_one_absence() -> None:
    place = Place((STRETCH,))
    place.idle.now = 0.0
    place.wait(25)
    for _ in range(8):
        place.clock.pass_time(30)
        place.idle.now = (place.idle.now or 0.0) + 30
        place.desk.tick()
    assert not place.desk.status().is_away
    place.clock.sleep_machine(240)
    place.desk.tick()
    assert place.desk.status().is_away
    place.clock.pass_time(20)
    assert place.desk.status().is_away
    place.idle.now = 2.0
    assert place.desk.tick() == []
    assert place.noted == [("stretch", "natural-break", "away 8 min 20 s, counted as your break")]
    assert not place.desk.status().is_away


def test_one_absence_is_one_line_of_the_log() -> None:
    place = Place((STRETCH, reminder("rest", every=60)))
    place.wait(10)
    place.idle.now = 400.0
    place.wait(1)
    assert place.desk.status().is_away
    place.idle.now = 0.0
    place.wait(1)
    status = place.desk.status()
    assert [(entry.id, entry.title, entry.what) for entry in status.log] == [("stretch", "Stretch", "natural-break")]
    assert len(place.noted) == 2, "the store keeps both"


def test_the_log_is_of_today_and_survives_that_a_reminder_is_gone() -> None:
    place = Place((STRETCH,))
    place.wait(31)
    place.have()
    place.desk.pause(None)
    place.sit_down()
    assert [entry.title for entry in place.desk.status().log] == ["Stretch (no longer there)"]
    place.clock.set_wall(place.clock.wall() + timedelta(days=1))
    assert place.desk.status().log == ()


def test_where_idle_is_unknown_it_is_said() -> None:
    place = Place((STRETCH,))
    place.idle.now = None
    assert len(place.wait(31)) == 1
    assert not place.desk.status().idle_is_known


def test_who_tells_but_not_yet_is_somebody_who_tells() -> None:
    """As a Wayland compositor in the first seconds, and while a film runs: the time counts as time at the desk."""
    place = Place((STRETCH,))
    place.idle.now, place.idle.tells = None, True
    assert len(place.wait(31)) == 1
    assert place.desk.status().idle_is_known


def test_outside_the_hours_of_all() -> None:
    place = Place((reminder("stretch", every=30, between="10:00-11:00"),))
    status = place.desk.status()
    assert status.quiet == ("outside-hours",)
    assert status.next_in_seconds == 3620, "when the hours begin, after a grace"


def test_json_for_the_command_line() -> None:
    place = Place()
    place.wait(31)
    place.desk.pause(600)
    found = json.loads(json.dumps(place.desk.as_json()))
    assert found["at_desk_seconds"] == 1860
    assert found["paused"] is True
    assert found["paused_until"] == "2026-05-14T09:41:00+02:00"
    assert [line["id"] for line in found["reminders"]] == ["stretch", "walk"]
    assert found["next"]["id"] == "stretch"
    assert found["today"] == [
        {
            "at": "2026-05-14T09:30:00+02:00",
            "id": "stretch",
            "title": "Stretch",
            "what": "shown",
            "why": "30 min at the desk",
        }
    ]


def test_the_next_wake_is_never_in_the_past() -> None:
    place = Place()
    place.clock.pass_time(7200)
    assert place.desk.next_wake() > 0


def test_a_system_clock_tells_of_sleep() -> None:
    from coach.clock import SystemClock

    clock = SystemClock()
    asleep = clock.asleep()
    assert clock.awake() > 0
    assert asleep is None or asleep >= 0


BERLIN = ZoneInfo("Europe/Berlin")


def in_berlin(shown: str, *reminders: Reminder) -> Place:
    return Place(reminders or (STRETCH,), FakeClock(datetime.fromisoformat(shown), zone=BERLIN))


def test_a_pause_over_the_night_in_which_the_clocks_change_ends_at_the_hour_that_is_said() -> None:
    place = in_berlin("2026-03-28T20:00+01:00")
    place.desk.pause(7 * 3600)
    until = place.desk.status().paused_until
    assert until is not None
    assert until.isoformat() == "2026-03-29T04:00:00+02:00"


def test_the_log_begins_at_midnight_on_the_day_on_which_the_clocks_change() -> None:
    place = in_berlin("2026-03-28T23:05+01:00")
    place.desk.now("stretch")
    place.clock.pass_time(3600)
    place.desk.now("stretch")
    place.clock.pass_time(9 * 3600)
    assert [entry.at.isoformat() for entry in place.desk.status().log if entry.what == "shown"] == [
        "2026-03-29T00:05:00+01:00"
    ]


def test_a_laptop_that_travelled_has_the_hours_of_where_it_is() -> None:
    place = in_berlin("2026-05-14T20:00+02:00", reminder("stretch", every=30, between="09:00-17:30"))
    assert place.wait(40) == []
    place.clock.travel(ZoneInfo("America/New_York"))
    (nudge,) = place.wait(2)
    assert nudge.id == "stretch", "it is 14:40 there"


def test_what_is_due_and_has_not_come_is_held_and_by_what() -> None:
    place = Place()
    assert place.desk.held == ()
    place.quiet.now = frozenset({"camera"})
    place.wait(29)
    assert place.desk.held == (), "nothing is due yet"
    place.wait(2)
    assert place.desk.held == (frozenset({"stretch"}), frozenset({"camera"}), False)
    place.quiet.now = frozenset()
    place.wait(2)
    assert place.desk.open == "stretch"
    assert place.desk.held == ()


def test_while_nobody_is_there_that_holds_everything_back() -> None:
    place = Place()
    place.idle.now = 400.0
    place.wait(1)
    assert place.desk.held == (frozenset(), frozenset(), True)
    place.idle.now = 0.0
    place.wait(1)
    assert place.desk.held == ()


def test_one_look_at_the_window_foretells_once(monkeypatch: pytest.MonkeyPatch) -> None:
    place, asked = Place(), []

    def counted(*given: object) -> object:
        asked.append(given)
        return promises(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("coach.desk_foretold.promises", counted)
    first = place.desk.status()
    assert place.desk.status() == first
    assert len(asked) == 1
    place.clock.pass_time(0.5)
    assert place.desk.status().next_in_seconds == (first.next_in_seconds or 0.0) - 0.5
    assert len(asked) == 1
    place.desk.pause(None)
    assert place.desk.status().paused
    assert len(asked) == 2, "something happened"
    place.clock.pass_time(1)
    place.desk.status()
    assert len(asked) == 3, "a second went by"
    place.clock.set_wall(place.clock.wall() + timedelta(hours=3))
    place.desk.status()
    assert len(asked) == 4, "somebody set the clock"


def test_while_the_safety_questions_lock_a_reminder_comes_without_an_exercise() -> None:
    place = Place()
    lock = Safety(
        {"urgent": Tier("urgent", Text("See a doctor."), lock=True)},
        (SafetyQuestion("lump", Text("A lump?"), "urgent"),),
    )
    place.library.catalogue = replace(place.library.catalogue, safety=lock)
    place.store.add_safety({"lump"})
    nudge = place.desk.now("walk")
    assert nudge is not None
    assert (nudge.offer, nudge.offer_title, nudge.message) == (None, None, "One.")
    place.clock.pass_time(1)
    place.store.add_safety({"lump"}, {"lump"})
    again = place.desk.now("walk")
    assert again is not None
    assert again.offer == "desk-reset"


TUCKING = reminder(
    "tuck", every=30, messages=(Message(Text("Glide back."), "tuck"), "Shift.", Message(Text("Turn."), "turn"))
)
TUCK = Exercise("tuck", Text("Tuck"), ("neck",), "sitting", Text("Tuck."), DoseLayer(), check_first=("neck",))
TURN = replace(TUCK, id="turn", check_first=())
LOCK = Safety(
    {"urgent": Tier("urgent", Text("See a doctor."), lock=True)},
    (SafetyQuestion("lump", Text("A lump?"), "urgent", checkable=True),),
)


def said(place: Place, times: int = 3) -> list[str]:
    """What comes when it is asked for so often."""
    nudges = [place.desk.now("tuck") for _ in range(times)]
    return [nudge.message for nudge in nudges if nudge is not None]


def tucking(*messages: Message) -> Place:
    place = Place((replace(TUCKING, messages=messages or TUCKING.messages),))
    exercises = {one.id: one for one in (TUCK, TURN)}
    place.library.catalogue = replace(place.library.catalogue, safety=LOCK, exercises=exercises)
    return place


def test_a_message_is_passed_over_for_whom_its_exercise_is_barred_until_somebody_cleared_it() -> None:
    place = tucking()
    assert said(place) == ["Glide back.", "Shift.", "Turn."]
    place.store.add_conditions({"neck", "wrist"})
    assert said(place) == ["Shift.", "Turn.", "Shift."]
    place.clock.pass_time(1)
    place.store.add_conditions({"neck", "wrist"}, {"neck"})
    assert said(place) == ["Turn.", "Glide back.", "Shift."]


def test_while_the_answers_lock_no_message_asks_for_an_exercise_and_the_turn_goes_on_afterwards() -> None:
    place = tucking()
    place.store.add_safety({"lump"})
    assert place.desk.barred.locked
    assert said(place) == ["Shift.", "Shift.", "Shift."]
    place.clock.pass_time(1)
    place.store.add_safety({"lump"}, {"lump"})
    assert said(place) == ["Turn.", "Glide back.", "Shift."]


def test_what_comes_by_itself_passes_it_over_too_and_a_restart_keeps_the_turn() -> None:
    place = tucking()
    place.store.add_conditions({"neck"})
    assert [nudge.message for nudge in place.wait(65)] == ["Shift.", "Turn."]
    place.sit_down()
    assert [nudge.message for nudge in place.wait(65)] == ["Shift.", "Turn."]


def test_where_no_message_is_left_the_title_is_what_is_said() -> None:
    place = tucking(Message(Text("Glide back."), "tuck"))
    place.store.add_conditions({"neck"})
    (nudge,) = place.wait(31)
    assert (nudge.title, nudge.message) == ("Tuck", "Tuck")
    assert ("tuck", "shown", "30 min at the desk") in place.noted


def test_while_the_answers_lock_what_asks_for_a_test_waits_and_the_rest_comes() -> None:
    place = Place(
        (reminder("test", at=("09:10",), offer="wall-test"), reminder("walk", at=("09:20",), offer="desk-reset"))
    )
    place.library.catalogue = replace(place.library.catalogue, safety=LOCK)
    place.store.add_safety({"lump"})
    assert [(nudge.id, nudge.offer) for nudge in place.wait(30)] == [("walk", None)]
    status = place.desk.status()
    told = {line.reminder_id: words.why_now(line) for line in status.lines}
    assert told["test"] == "waits: your answers to the safety questions keep it back"
    assert status.next_id == "walk", "nobody knows when the other one comes"
    assert status.quiet == (), "the rest is not kept back"
    place.store.add_safety({"lump"}, {"lump"})
    assert [(nudge.id, nudge.offer) for nudge in place.wait(2)] == [("test", "wall-test")]


# --- the hours that a person set ---

EARLY = DeskHours(("thu", "fri"), Window(6 * 60, 9 * 60 + 45))
"""The place begins on a Thursday at nine."""


def test_hours_that_are_set_hold_at_once_and_after_a_restart() -> None:
    place = Place((reminder("stretch", every=30, between="10:00-18:00"),))
    assert place.wait(40) == []
    place.desk.set_hours(EARLY)
    place.sit_down()
    assert [nudge.id for nudge in place.wait(1)] == ["stretch"], "it waited for its hours"
    place.desk.done()
    assert place.wait(8 * 60) == [], "from a quarter to ten on nothing comes"
    place.desk.set_hours(None)
    assert place.store.get(DESK_HOURS) is None
    (still,) = place.desk.reminders
    assert still.between == Window(600, 1080)


def test_a_file_of_ones_own_keeps_the_hours_that_were_written_there() -> None:
    place = Place(
        (reminder("mine", every=30, between="10:00-18:00"), reminder("theirs", every=30, between="10:00-18:00"))
    )
    own = {("reminder", "mine"): Origin(Path("mine.yaml"), yours=True)}
    place.library.catalogue = replace(place.library.catalogue, origins=own)
    place.desk.set_hours(EARLY)
    assert [one.between for one in place.desk.reminders] == [Window(600, 1080), EARLY.between]


def test_on_no_day_nothing_comes_and_an_appointment_does() -> None:
    place = Place((reminder("stretch", every=30, between="08:00-18:00"), reminder("test", at=("11:00",))))
    place.desk.set_hours(DeskHours((), Window(0, 1440)))
    assert [nudge.id for nudge in place.wait(5 * 60)] == ["test"]
    lines = {line.reminder_id: line.due_in for line in place.desk.status().lines}
    assert lines["stretch"] is None


def test_what_needs_something_that_is_not_there_is_not_offered() -> None:
    place = Place()
    desk = Desk(place.clock, place.known(lambda _: False), place.store, place.idle, place.quiet)
    nudge = desk.now("walk")
    assert nudge is not None
    assert (nudge.id, nudge.offer) == ("walk", None)


def test_hours_across_midnight_belong_to_the_day_on_which_they_begin() -> None:
    place = Place((reminder("stretch", every=30, between="09:00-17:00"),))
    place.desk.set_hours(DeskHours(("thu",), Window(22 * 60, 2 * 60)))
    assert place.wait(12.9 * 60) == [], "by day nothing comes"
    came = []
    while place.clock.wall() < datetime(2026, 5, 15, 12, 0, tzinfo=place.clock.wall().tzinfo):
        came += [place.clock.wall() for _ in place.wait(1)]
        if place.desk.open:
            place.desk.done()
    assert came[0].hour == 22
    assert came[-1].replace(tzinfo=None) < datetime(2026, 5, 15, 2, 1)  # noqa: DTZ001 (local)
    assert len(came) in (8, 9)


# --- sitting and standing in turn ---

DESK = reminder(
    "desk",
    every=20,
    standing=8,
    messages=(Message(Text("Stand."), None, "standing"), Message(Text("Sit."), None, "sitting")),
    offer="desk-reset",
)


def test_the_position_changes_by_done_alone() -> None:
    place = Place((DESK,))
    assert place.desk.status().position == "sitting"
    for answer in ("skip", "started"):
        assert [nudge.message for nudge in place.wait(20.5)] == ["Stand."]
        getattr(place.desk, answer)()
        assert place.desk.status().position == "sitting"
    place.wait(20)
    place.desk.snooze(None, 300)
    assert [nudge.message for nudge in place.wait(5)] == ["Stand."]
    place.desk.expired("desk")
    assert place.desk.status().position == "sitting"
    assert [nudge.message for nudge in place.wait(21)] == ["Stand."]
    place.desk.done()
    assert place.desk.status().position == "standing"
    assert [nudge.message for nudge in place.wait(8.1)] == ["Sit."]
    place.desk.done()
    assert [nudge.message for nudge in place.wait(20.1)] == ["Stand."]


def test_what_is_promised_follows_the_position() -> None:
    place = Place((DESK,))
    place.wait(2)
    assert place.desk.status().next_in_seconds == pytest.approx(18 * 60)
    place.desk.take_position("standing")
    assert place.desk.status().next_in_seconds == pytest.approx(8 * 60)
    assert place.desk.as_json()["position"] == "standing"
    place.sit_down()
    assert place.desk.status().position == "standing"
    assert "position" not in Place((STRETCH,)).desk.as_json()


def test_whoever_says_so_has_done_what_was_asked_and_no_more() -> None:
    place = Place((DESK, REST))
    first = place.wait(60)[-1]
    assert (first.id, first.message) == ("rest", "One.\nAlso: Stand.")
    place.desk.take_position("sitting")
    assert place.desk.open == "rest"
    place.desk.take_position("standing")
    assert place.desk.open == "rest"
    assert [(ident, what) for ident, what, _ in place.noted if what == "done"] == []
    place = Place((DESK,))
    place.wait(20)
    place.desk.take_position("standing")
    assert place.desk.open is None
    assert [(ident, what) for ident, what, _ in place.noted][-1] == ("desk", "done")
    place.wait(8)
    place.desk.take_position("standing")
    assert place.desk.open is None
    assert [(ident, what) for ident, what, _ in place.noted][-1] == ("desk", "skipped")
    with pytest.raises(NoPositionError):
        Place((STRETCH,)).desk.take_position("standing")


def test_done_of_several_changes_it_once() -> None:
    other = replace(DESK, id="other", every=20 * 60.0)
    place = Place((DESK, other, REST))
    assert place.wait(20)[-1].message == "Stand.\nAlso: Stand."
    place.desk.done()
    assert place.desk.status().position == "standing"
