"""Which of its messages a reminder says next."""

from __future__ import annotations

from collections.abc import Container

from coach.content.model import Reminder


def whose_turn(reminder: Reminder, said: int, barred: Container[str]) -> tuple[int | None, int]:
    """The number of the message whose turn it is when `said` were used, and how many are used with it.

    One that asks for an exercise of `barred` is passed over and counts as used, so that the turn goes on behind it, and
    the same one comes twice running only where no other may be said. None where none may: that uses up nothing, and
    later the turn goes on where it was.
    """
    count = len(reminder.messages)
    for place in range(said, said + count):
        exercise = reminder.messages[place % count].exercise
        if exercise is None or exercise not in barred:
            return place % count, place + 1
    return None, said
