"""What a session needs of a voice. Null says why there is none; the captions show every sentence in any case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from coach.sound.trouble import Trouble
from coach.sound.voice.amount import Amount
from coach.sound.voice.turns import LATEST_SECONDS
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence to be made ahead; at `pace` 1.2 it is spoken a fifth faster than usual, because time is short."""

    text: str
    pace: float = 1.0


class Voice(Protocol):
    """Speaks a session's sentences. No method raises or waits."""

    @property
    def trouble(self) -> Trouble | None:
        """Why sentences are not spoken, or None."""
        ...

    @property
    def amount(self) -> Amount:
        """How much is said, as it was set last."""
        ...

    def prepare(self, lines: Sequence[Utterance]) -> None:
        """Have these made, in this order, those that are not made already; what was asked for before is given up."""
        ...

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
        """Say a prepared sentence now, or in a moment when another one ends, or not at all.

        `room` is seconds until a sentence of higher rank is due, counted from when this one was due, `late` seconds
        ago. What would run into that one is not begun, nor what would have to wait for longer than `patience` seconds.
        A sentence that is not made yet is said when it comes, unless its moment is over by then. One that `is_passing`,
        as a count, means nothing later: it is not said over an answer to the person.
        """
        ...

    def hush(self) -> None:
        """Fade out what is being said: the person has gone on."""
        ...

    def set_volume(self, volume: float) -> None:
        """0.0 to 1.0, as the person hears it."""
        ...

    def set_speed(self, speed: float) -> None:
        """1.0 is the voice's own; heard from the next prepared session on."""
        ...

    def set_amount(self, amount: Amount) -> None:
        """How much is said from now on; `sounds` ends what is being said."""
        ...

    def close(self) -> None:
        """Speak no more, and give back what making sentences needs."""
        ...


class Output(Protocol):
    """Where sentences sound: the device of the cue sounds, on a channel of its own."""

    def speak(self, path: Path, after_seconds: float = 0.0) -> bool:
        """Play the file, `after_seconds` from now; one that still plays is let end first. Whether it is heard."""
        ...

    def hush(self) -> None:
        """Fade out the sentence that sounds, and forget what was to be said."""
        ...

    def set_speech_volume(self, volume: float) -> None:
        """0.0 to 1.0, as the person hears it; cue sounds keep theirs."""
        ...

    def wakes_in(self) -> float:
        """Seconds until a device that was just opened is surely heard: what begins before would lose its beginning."""
        ...

    def since_cue(self) -> tuple[float, float]:
        """How long ago the last cue sound began, and how long it is; both in seconds."""
        ...


class NullVoice:
    """No voice, and why."""

    def __init__(self, trouble: Trouble | None = None) -> None:
        self._trouble = trouble

    @property
    def trouble(self) -> Trouble | None:
        """What it was made with; None where silence is wanted."""
        return self._trouble

    @property
    def amount(self) -> Amount:
        """Always `sounds`: nothing is said."""
        return "sounds"

    def prepare(self, lines: Sequence[Utterance]) -> None:  # noqa: ARG002 (the protocol's)
        """Does nothing."""
        return

    def say(
        self,
        text: str,  # noqa: ARG002
        rank: int = 0,  # noqa: ARG002
        room: float | None = None,  # noqa: ARG002
        late: float = 0.0,  # noqa: ARG002
        patience: float = LATEST_SECONDS,  # noqa: ARG002
        *,
        is_passing: bool = False,  # noqa: ARG002
    ) -> None:
        """Does nothing."""
        return

    def hush(self) -> None:
        """Does nothing."""
        return

    def set_volume(self, volume: float) -> None:  # noqa: ARG002
        """Does nothing."""
        return

    def set_speed(self, speed: float) -> None:  # noqa: ARG002
        """Does nothing."""
        return

    def set_amount(self, amount: Amount) -> None:  # noqa: ARG002
        """Does nothing."""
        return

    def close(self) -> None:
        """Does nothing."""
        return
