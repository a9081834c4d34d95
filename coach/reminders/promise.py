"""The moment at which a reminder is said to come, and what is supposed of the person where it is said."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from coach.values import dataclass

Assumption = Literal["resumed", "quiet-ends", "back-now", "stays", "sits-down", "is-there"]
"""What is supposed.

resumed: the pause, which has no end, ends now; quiet-ends: what keeps it waiting ends now; back-now: who is away comes
back now; stays: at the desk until then; sits-down: away until its hours begin, at the desk from then on; is-there: at
the desk at that moment, on whichever day.
"""


@dataclass(frozen=True, slots=True)
class Promise:
    """`at`: the moment at which it comes, with the offset of that day, if what is `supposed` holds; `sits_down`: from
    when on the person is supposed to be at the desk, None where that is now or does not matter; `alone`: so much comes
    before it that the other reminders were left out of account."""

    at: datetime
    supposed: tuple[Assumption, ...]
    sits_down: datetime | None = None
    alone: bool = False
