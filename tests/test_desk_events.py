"""What whoever watches the desk gets to hear, and from when on."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest

from coach.desk_events import MOST_KEPT, MOST_WATCHING, Event, Events, Seen, TooManyError
from tests.desk_place import REST, STRETCH, WALK, Place
from tests.reminders.simulator import reminder

NOON = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)


def told(place: Place) -> list[tuple[str, str, str]]:
    seen = place.desk.events.after("from the start", 0, 0.0)
    assert seen is not None
    return [(one.event, one.id, one.why) for one in seen.events]


def test_all_that_happens_is_told_with_its_reason() -> None:
    place = Place((STRETCH,))
    place.wait(30)
    place.desk.snooze(None, 300)
    place.wait(5)
    place.desk.expired("stretch")
    place.wait(30)
    place.desk.done()
    assert told(place) == [
        ("shown", "stretch", "30 min at the desk"),
        ("snoozed", "stretch", "for 5 min"),
        ("shown", "stretch", "snoozed for 5 min"),
        ("expired", "stretch", "nobody answered it in time"),
        ("shown", "stretch", "30 min at the desk"),
        ("done", "stretch", "after 0 s"),
    ]


def test_a_pause_is_told_with_its_end_and_its_end_when_it_comes() -> None:
    place = Place((STRETCH,))
    place.desk.pause(600)
    place.desk.pause(None)
    place.desk.resume()
    place.desk.resume()
    place.desk.pause(60)
    place.wait(2)
    seen = place.desk.events.after("", 0, 0.0)
    assert seen is not None
    assert [one.as_json() for one in seen.events] == [
        {"at": "2026-05-14T09:00:00+02:00", "event": "paused", "until": "2026-05-14T09:10:00+02:00", "why": ""},
        {"at": "2026-05-14T09:00:00+02:00", "event": "paused", "until": None, "why": ""},
        {"at": "2026-05-14T09:00:00+02:00", "event": "resumed", "why": ""},
        {"at": "2026-05-14T09:00:00+02:00", "event": "paused", "until": "2026-05-14T09:01:00+02:00", "why": ""},
        {"at": "2026-05-14T09:01:00+02:00", "event": "resumed", "why": ""},
    ]


def test_each_way_in_which_one_goes_without_an_answer() -> None:
    place = Place((STRETCH, WALK, REST))
    place.desk.now("stretch")
    place.desk.now("walk")
    place.desk.now("walk")
    place.desk.expired("walk", "what showed it ended without an answer")
    place.desk.now("rest")
    place.wait(2)  # nobody answers
    place.desk.now("rest")
    place.desk.put_away()
    place.desk.now("rest")
    place.desk.pause(60)  # which is an answer
    expired = [(ident, why) for event, ident, why in told(place) if event == "expired"]
    late = "nobody answered it in time"
    showed = "what showed it ended without an answer"
    assert expired == [("stretch", late), ("walk", late), ("walk", showed), ("rest", late), ("rest", late)]


def test_what_waits_and_what_it_waited_for_is_told() -> None:
    place = Place((reminder("stretch", every=30),))
    place.quiet.now = ("camera",)
    place.wait(31)
    assert told(place) == [("deferred", "stretch", "waits: the camera is in use")]


def test_who_watches_hears_what_comes_from_then_on() -> None:
    events = Events()
    events.add(Event(NOON, "shown", "a"))
    begin = events.after(None, 0, 0.0)
    assert begin is not None
    assert begin.events == ()
    events.add(Event(NOON, "done", "a"))
    seen = events.after(begin.run, begin.last, 0.0)
    assert seen == Seen(begin.run, 2, (Event(NOON, "done", "a"),))
    assert events.after(seen.run, seen.last, 0.0) == Seen(begin.run, 2, ()), "nothing more"


def test_of_another_run_all_that_came_in_this_one_is_told() -> None:
    events = Events()
    events.add(Event(NOON, "shown", "a"))
    seen = events.after("the one before", 17, 0.0)
    assert seen is not None
    assert [one.id for one in seen.events] == ["a"]


@pytest.mark.parametrize("last", [-5, 10**9])
def test_a_number_that_never_was_is_none_of_our_trouble(last: int) -> None:
    events = Events()
    events.add(Event(NOON, "shown", "a"))
    run = events.after(None, 0, 0.0)
    assert run is not None
    seen = events.after(run.run, last, 0.0)
    assert seen is not None
    assert len(seen.events) == (1 if last < 0 else 0)


def test_so_many_are_kept_and_the_last_of_them() -> None:
    events = Events()
    for number in range(MOST_KEPT + 3):
        events.add(Event(NOON, "shown", str(number)))
    seen = events.after("", 0, 0.0)
    assert seen is not None
    assert [seen.events[0].id, seen.events[-1].id, len(seen.events)] == ["3", str(MOST_KEPT + 2), MOST_KEPT]


def test_who_waits_is_woken_by_what_comes_and_let_go_at_a_hand_over() -> None:
    events = Events()
    begin = events.after(None, 0, 0.0)
    assert begin is not None
    found: list[Seen | None] = []
    for act in (lambda: events.add(Event(NOON, "shown", "a")), events.let_go):
        waiting = threading.Thread(target=lambda: found.append(events.after(begin.run, begin.last + len(found), 60.0)))
        waiting.start()
        while not events.watching:
            pass
        act()
        waiting.join()
    assert [one if one is None else len(one.events) for one in found] == [1, None]


def test_more_than_can_be_served_are_told_so() -> None:
    events = Events()
    threads = [threading.Thread(target=events.after, args=("x", 0, 60.0)) for _ in range(MOST_WATCHING)]
    for thread in threads:
        thread.start()
    while events.watching < MOST_WATCHING:
        pass
    with pytest.raises(TooManyError):
        events.after("x", 0, 60.0)
    events.let_go()
    for thread in threads:
        thread.join()
    assert events.watching == 0


def test_a_desk_that_is_handed_over_lets_go() -> None:
    place = Place((STRETCH,))
    events, found = place.desk.events, []
    waiting = threading.Thread(target=lambda: found.append(events.after("x", 0, 60.0)))
    waiting.start()
    while not events.watching:
        pass
    place.desk.hand_over()
    waiting.join()
    assert found == [None]
