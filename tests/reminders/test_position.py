"""Sitting and standing in turn: which it is, and what is asked, whatever becomes of a nudge."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from coach.content.model import Message, Reminder, Text
from coach.reminders.handed import handed, taken
from coach.reminders.leases import Leases
from coach.reminders.position import as_it_comes, asked_beside, position_after, position_for, position_of, taking
from coach.reminders.state import ReminderState, State
from tests.reminders.simulator import Simulator, active, idle, reminder

STAND, SIT = Message(Text("Stand."), None, "standing"), Message(Text("Sit."), None, "sitting")
DESK = reminder("desk", every=20, standing=8, messages=(STAND, SIT))
OTHER = reminder("other", every=60)


def asked(day: Simulator) -> list[str]:
    """What the nudges of the desk said."""
    return [str(DESK.messages[number or 0]) for name, number in day.messages if name == "desk"]


def do(day: Simulator) -> None:
    """As the desk does it."""
    position = position_after([DESK], day.state)
    assert position is not None
    day.state = taking(day.policy.reminders, day.state, position)
    day.policy = replace(day.policy, reminders=tuple(as_it_comes(one, day.state) for one in (DESK, OTHER)))
    day.look()


@pytest.fixture
def day() -> Simulator:
    made = Simulator(DESK, OTHER)
    made.tick(active, minutes=20)
    assert asked(made) == ["Stand."]
    return made


def test_done_changes_it_and_each_has_its_own_time(day: Simulator) -> None:
    do(day)
    assert position_of([DESK], day.state) == "standing"
    day.tick(active, minutes=7.9)
    assert asked(day) == ["Stand."]
    day.tick(active, minutes=0.2)
    assert asked(day) == ["Stand.", "Sit."]
    do(day)
    assert position_of([DESK], day.state) == "sitting"
    day.tick(active, minutes=19.8)
    assert asked(day) == ["Stand.", "Sit."]


def test_what_was_skipped_is_asked_again(day: Simulator) -> None:
    for _ in range(3):
        day.done("desk")  # as the engine has it, skipped is closed as well
        day.tick(active, minutes=20)
    assert set(asked(day)) == {"Stand."}
    do(day)
    day.tick(active, minutes=8)
    assert asked(day)[-1] == "Sit."


def test_what_nobody_answered_is_asked_again(day: Simulator) -> None:
    day.tick(active, minutes=21)
    assert asked(day) == ["Stand.", "Stand."]


def test_what_was_put_off_is_asked_again_and_then_the_other(day: Simulator) -> None:
    day.snooze("desk", 5)
    day.tick(active, minutes=5)
    assert asked(day) == ["Stand.", "Stand."]
    do(day)
    day.tick(active, minutes=8)
    day.snooze("desk", 5)
    day.tick(active, minutes=5)
    assert asked(day)[2:] == ["Sit.", "Sit."]


def test_after_a_break_the_desk_is_as_high_as_it_was_and_after_a_night_it_begins_anew(day: Simulator) -> None:
    do(day)
    day.tick(idle, minutes=50)
    day.tick(active, minutes=8.1)
    assert asked(day) == ["Stand.", "Sit."]
    day.done("desk")
    day.sleep(hours=15)
    assert day.state.position is None
    assert position_for(DESK, day.state) == "sitting"


def test_an_end_of_the_program_and_a_handover_keep_it(day: Simulator) -> None:
    do(day)
    given = json.loads(json.dumps(handed(day.state, Leases(), day.monotonic)))
    assert taken(given, day.monotonic).state.position == "standing"
    day.restart(minutes=10)
    assert position_for(DESK, day.state) == "standing"
    day.restart(hours=4)
    assert position_for(DESK, day.state) == "sitting"


@pytest.mark.parametrize("value", [None, "lying", 5])
def test_an_older_record_and_a_damaged_one_tell_nothing(value: object) -> None:
    kept = State(position="standing").as_json()
    assert State.read(kept).position == "standing"
    assert State.read({**kept, "position": value}).position is None
    del kept["position"]
    assert State.read(kept).position is None


def test_the_first_message_says_how_it_begins() -> None:
    other_way = replace(DESK, messages=(SIT, STAND))
    assert (DESK.begins, other_way.begins, OTHER.begins) == ("sitting", "standing", None)
    assert as_it_comes(other_way, State()).every == 8 * 60
    assert as_it_comes(DESK, State()).every == 20 * 60
    assert as_it_comes(OTHER, State(position="standing")) == OTHER
    assert as_it_comes(replace(DESK, standing=None), State(position="standing")).every == 20 * 60


def test_it_is_one_person_who_sits_or_stands() -> None:
    state = State(position="standing")
    assert position_for(OTHER, state) is None
    assert position_of([OTHER, replace(DESK, enabled=False)], state) is None
    assert position_of([OTHER, replace(DESK, messages=(SIT, STAND))], state) == "standing"
    assert position_after([OTHER], state) is None
    assert position_after([OTHER, DESK], state) == "sitting"


def test_whoever_says_which_it_is_has_answered_what_asked_for_it_and_nothing_else(day: Simulator) -> None:
    day.tick(active, minutes=40)  # the hour comes, and this with it
    assert day.state.told == ("other", "desk")
    state = taking([DESK, OTHER], day.state, "standing")
    assert (state.told, state.position, state.of("desk")) == (
        ("other",), "standing", replace(day.state.of("desk"), count=0.0)
    )  # fmt: skip
    assert taking([DESK], replace(day.state, open="desk", beside=()), "sitting").open is None


def test_beside_another_it_says_what_it_asks_for() -> None:
    barred = replace(DESK, messages=(Message(Text("Stand."), "walk", "standing"), SIT))
    assert asked_beside(DESK, State(), frozenset()) == STAND.say
    assert asked_beside(DESK, State(position="standing"), frozenset()) == SIT.say
    assert asked_beside(OTHER, State(), frozenset()) is None
    assert asked_beside(barred, State(), {"walk"}) is None


def test_what_was_but_named_and_put_off_says_what_its_turn_is(day: Simulator) -> None:
    day.done("desk")
    day.tick(active, minutes=40)
    assert day.cards[-1][1] == ("other", "desk")
    plain = Simulator(reminder("short", every=30), reminder("long", every=60))
    plain.tick(active, minutes=60)
    assert (plain.messages, plain.cards[-1][1]) == ([("short", 0), ("long", 0)], ("long", "short"))
    for name in ("long", "short"):
        plain.snooze(name, 5)
    plain.done("long")
    plain.tick(active, minutes=5)
    assert plain.messages[-1] == ("short", 1)


MANY = replace(
    DESK, messages=tuple(Message(Text(name), None, to) for name, to in (  # type: ignore[arg-type]
        ("S1", "standing"), ("S2", "standing"), ("S3", "standing"), ("T1", "sitting"), ("T2", "sitting")
    ))
)  # fmt: skip


def test_those_for_one_position_take_turns_however_they_stand_in_the_file() -> None:
    day = Simulator(replace(MANY, standing=None))
    said = []
    for _ in range(8):
        day.tick(active, minutes=20)
        said.append(str(MANY.messages[day.messages[-1][1] or 0]))
        day.state = taking([MANY], day.state, position_after([MANY], day.state) or "sitting")
    assert said == ["S1", "T1", "S2", "T2", "S3", "T1", "S1", "T2"]


def test_a_state_of_before_names_nothing() -> None:
    kept = State(reminders={"desk": ReminderState(named=True)}).as_json()
    assert State.read(kept).of("desk").named
    del kept["reminders"]["desk"]["named"]
    assert not State.read(kept).of("desk").named


def test_a_reminder_without_messages_asks_for_nothing() -> None:
    assert Reminder("bare", Text("Bare"), ()).begins is None
