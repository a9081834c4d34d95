"""Who says a session's sentences: the coach's voice, a screen reader, or both."""

from __future__ import annotations

from typing import Literal, get_args

from coach.sound.voice.amount import Amount
from coach.values import dataclass

Speaks = Literal["reader", "coach", "both"]
"""What a person may choose; the first is offered first to who has a screen reader running."""

SPEAKS: tuple[Speaks, ...] = get_args(Speaks)


@dataclass(frozen=True, slots=True)
class Speakers:
    """Whether `coach` and `reader` say the sentences. With `names_steps` the reader is told the name of each step
    instead: where nobody has chosen, and where no sentence reaches an ear.
    """

    coach: bool
    reader: bool
    names_steps: bool

    @property
    def tells_reader(self) -> bool:
        """Whether a screen reader is told something of each step."""
        return self.reader or self.names_steps


def speakers(speaks: Speaks | None, amount: Amount, *, has_voice: bool, is_heard: bool) -> Speakers:
    """By what was chosen, None before; `has_voice` is of this machine, `is_heard` of what it plays now.

    Where the coach has no voice, the reader says what the coach was chosen for. How much is said holds for both.
    """
    if speaks is None:
        return Speakers(coach=True, reader=False, names_steps=True)
    coach, reader = speaks != "reader", speaks != "coach" or not has_voice
    is_said = amount != "sounds" and (reader or is_heard)
    return Speakers(coach, reader, names_steps=not is_said)
