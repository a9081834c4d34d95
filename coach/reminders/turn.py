"""Which of its messages a reminder says next."""

from __future__ import annotations

from collections.abc import Container, Sequence

from coach.content.model import Position, Reminder


def whose_turn(
    reminder: Reminder, said: int, barred: Container[str], position: Position | None = None
) -> tuple[int | None, int]:
    """The number of the message whose turn it is when `said` were used, and how many are used with it.

    One that asks for an exercise of `barred`, and one that asks somebody into the `position` that they are in, is
    passed over and counts as used, so that the turn goes on behind it, and the same one comes twice running only where
    no other may be said. None where none may: that uses up nothing, and later the turn goes on where it was.

    Those to sit and those to stand alternate, in whatever order they were written.
    """
    rows = _rows(reminder)
    for place in range(said, said + len(rows) * max(map(len, rows), default=0)):
        row = rows[place % len(rows)]
        number = row[place // len(rows) % len(row)]
        message = reminder.messages[number]
        is_there = message.to is not None and message.to == position
        if not is_there and (message.exercise is None or message.exercise not in barred):
            return number, place + 1
    return None, said


def _rows(reminder: Reminder) -> Sequence[Sequence[int]]:
    """The numbers of its messages, those for each position in a row of their own."""
    by_position: dict[Position | None, list[int]] = {}
    for number, message in enumerate(reminder.messages):
        by_position.setdefault(message.to, []).append(number)
    return list(by_position.values())
