"""A session's sentences said by a screen reader, in turn as the coach's own voice says them.

How fast a screen reader speaks, nobody tells: it is taken to need as long as the voice.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Protocol

from coach.session.asides import RANK as ASIDE_RANK
from coach.sound.trouble import Trouble
from coach.sound.voice.amount import Amount
from coach.sound.voice.protocol import Utterance, Voice
from coach.sound.voice.turns import LATEST_SECONDS, Turns
from coach.sound.voice.utterances import estimated_seconds

LEAST_SECONDS = 1.05
"""From one announcement to the next: a screen reader that is interrupted more than once a second says nothing."""


class Reader(Protocol):
    """What tells a screen reader. No method raises or waits."""

    def tell(self, text: str, after_seconds: float = 0.0) -> None:
        """Have it said, so many seconds from now."""
        ...

    def hush(self) -> None:
        """Forget what was to be said."""
        ...

    def speaks_for(self) -> float:
        """For how many seconds it is taken to say still what it was told besides, such as an answer to the person."""
        ...


class ReaderVoice:
    """coach.sound.voice.protocol.Voice whose sentences a screen reader says. None is left out for its length: it is
    over when the next one begins.
    """

    def __init__(self, reader: Reader, amount: Amount = "all", monotonic: Callable[[], float] = time.monotonic) -> None:
        self._reader, self._amount, self._monotonic = reader, amount, monotonic
        self._turns = Turns()

    @property
    def trouble(self) -> Trouble | None:
        """Always None: who hears it, knows."""
        return None

    @property
    def amount(self) -> Amount:
        """As the protocol says."""
        return self._amount

    def prepare(self, lines: Sequence[Utterance]) -> None:  # noqa: ARG002 (the protocol's)
        """Does nothing: a screen reader needs no preparation."""
        return

    def say(
        self,
        text: str,
        rank: int = 0,
        room: float | None = None,
        late: float = 0.0,
        patience: float = LATEST_SECONDS,
        *,
        is_passing: bool = False,
    ) -> None:
        """As the protocol says, prepared or not; an aside ends what is being said, and comes at once: the key that it
        answers has ended what else a screen reader said.
        """
        if self._amount == "sounds" or late > LATEST_SECONDS:
            return
        seconds, busy = estimated_seconds(text), self._reader.speaks_for()
        if rank >= ASIDE_RANK:
            self.hush()
            busy = 0.0
        if is_passing and busy > patience:
            return
        if room is not None:
            seconds = min(seconds, room - late)
        now = self._monotonic()
        start = self._turns.begin(now, max(seconds, LEAST_SECONDS), None, min(busy, patience), patience)
        if start is not None:
            self._reader.tell(text, max(0.0, start - now))

    def hush(self) -> None:
        """As the protocol says; what is being said is interrupted by what comes next."""
        self._turns = Turns()
        self._reader.hush()

    def set_volume(self, volume: float) -> None:  # noqa: ARG002
        """Does nothing: it has its own."""
        return

    def set_speed(self, speed: float) -> None:  # noqa: ARG002
        """Does nothing: it has its own."""
        return

    def set_amount(self, amount: Amount) -> None:
        """As the protocol says."""
        self._amount = amount
        if amount == "sounds":
            self.hush()

    def close(self) -> None:
        """As the protocol says."""
        self._reader.hush()


class BothVoices:
    """coach.sound.voice.protocol.Voice of the coach and a screen reader at once; each keeps its own turns."""

    def __init__(self, coach: Voice, reader: Voice) -> None:
        self._coach, self._reader = coach, reader

    @property
    def trouble(self) -> Trouble | None:
        """As the protocol says."""
        return self._coach.trouble

    @property
    def amount(self) -> Amount:
        """As the protocol says."""
        return self._coach.amount

    def prepare(self, lines: Sequence[Utterance]) -> None:
        """As the protocol says."""
        self._coach.prepare(lines)

    def say(
        self,
        text: str,
        rank: int = 0,
        room: float | None = None,
        late: float = 0.0,
        patience: float = LATEST_SECONDS,
        *,
        is_passing: bool = False,
    ) -> None:
        """As the protocol says."""
        for voice in (self._coach, self._reader):
            voice.say(text, rank, room, late, patience, is_passing=is_passing)

    def hush(self) -> None:
        """As the protocol says."""
        self._coach.hush()
        self._reader.hush()

    def set_volume(self, volume: float) -> None:
        """As the protocol says."""
        self._coach.set_volume(volume)

    def set_speed(self, speed: float) -> None:
        """As the protocol says."""
        self._coach.set_speed(speed)

    def set_amount(self, amount: Amount) -> None:
        """As the protocol says."""
        self._coach.set_amount(amount)
        self._reader.set_amount(amount)

    def close(self) -> None:
        """As the protocol says."""
        self._coach.close()
        self._reader.close()
