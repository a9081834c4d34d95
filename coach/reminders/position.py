"""Sitting and standing in turn: in which position the person is, and what follows for a reminder."""

from __future__ import annotations

from collections.abc import Container, Iterable

from coach.content.model import Position, Reminder, Text
from coach.content.model.reminder import the_other
from coach.reminders.state import State
from coach.reminders.turn import whose_turn
from coach.values import replace

BEGINS_ANEW_SECONDS = 4 * 3600.0
"""Whoever was gone for so long begins as the reminder does; shorter, and the desk is as high as it was. Our choice."""


def position_for(reminder: Reminder, state: State) -> Position | None:
    """In which position the person is, as far as this reminder can know; None where it asks for none."""
    begins = reminder.begins
    return None if begins is None else state.position or begins


def position_of(reminders: Iterable[Reminder], state: State) -> Position | None:
    """The same by the first of those switched on that asks for one."""
    known = (position_for(one, state) for one in reminders if one.enabled)
    return next((one for one in known if one is not None), None)


def as_it_comes(reminder: Reminder, state: State) -> Reminder:
    """The reminder with the time between two that holds for the position in which the person is."""
    every = reminder.every_for(position_for(reminder, state))
    return reminder if every == reminder.every else replace(reminder, every=every)


def position_after(told: Iterable[Reminder], state: State) -> Position | None:
    """The position of somebody who did what these asked for; None where none of them asks for one."""
    before = next((one for one in (position_for(each, state) for each in told) if one is not None), None)
    return None if before is None else the_other(before)


def asked_beside(reminder: Reminder, state: State, barred: Container[str]) -> Text | None:
    """What a reminder that is but named beside another asks for, since its title leaves open which; None for others."""
    position = position_for(reminder, state)
    number, _ = whose_turn(reminder, state.of(reminder.id).said, barred, position)
    return None if position is None or number is None else reminder.messages[number].say


def taking(reminders: Iterable[Reminder], state: State, position: Position) -> State:
    """Somebody is in this position from now on: what asks for one counts from here, and has nothing open."""
    state = replace(state, position=position)
    for one in reminders:
        if one.begins is not None:
            state = state.having(one.id, count=0.0, pending=None, snooze_left=None, waiting=(), free_for=None)
            state = state.closing(one.id)
    return state
