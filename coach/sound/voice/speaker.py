"""A running session's voice: sentences made ahead, kept, and spoken in turn through the cue sounds' device."""

from __future__ import annotations

import threading
import time
import wave
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from coach.content.model import Pronunciation
from coach.session.asides import RANK as ASIDE_RANK
from coach.sound.trouble import Trouble
from coach.sound.voice.amount import Amount
from coach.sound.voice.choose import Choice
from coach.sound.voice.maker import Maker
from coach.sound.voice.protocol import Output, Utterance
from coach.sound.voice.speech_cache import SpeechCache, Spoken, seconds_of
from coach.sound.voice.turns import LATEST_SECONDS, Turns, behind_cue
from coach.sound.voice.utterances import made_by
from coach.values import dataclass

FIRST_SECONDS = 4.0  # a sentence that is still being made when its moment comes may come this late


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A sentence whose moment has come before its file."""

    name: str
    until: float | None
    latest: float
    patience: float


class SpokenVoice:
    """coach.sound.voice.protocol.Voice through an engine in a helper process.

    `pronunciations` are asked for at every `prepare`: an entry that was changed is heard in the next session.
    """

    def __init__(
        self,
        choice: Choice,
        cache: SpeechCache,
        output: Output,
        maker: Maker | None = None,
        *,
        speed: float = 1.0,
        volume: float = 1.0,
        amount: Amount = "all",
        pronunciations: Callable[[], Mapping[str, Pronunciation]] = dict,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._choice = choice
        self._cache = cache
        self._output = output
        self._maker = maker or Maker()
        self._speed = speed
        self._amount: Amount = amount
        self._pronunciations = pronunciations
        self._monotonic = monotonic
        self._lock = threading.RLock()  # the maker's thread brings sentences while the session speaks
        self._turns = Turns()
        self._sentences: dict[str, Spoken] = {}
        self._waiting: _Waiting | None = None
        self._trouble: Trouble | None = None
        output.set_speech_volume(volume)

    @property
    def trouble(self) -> Trouble | None:
        """As the protocol says: what keeps sentences from being read or kept, else what the engine tells."""
        return self._trouble or self._maker.trouble

    @property
    def amount(self) -> Amount:
        """As the protocol says."""
        return self._amount

    def prepare(self, lines: Sequence[Utterance]) -> None:
        """As the protocol says; what is kept from earlier is used as it is, and only the rest is made."""
        with self._lock:
            self._trouble = None
            self._waiting = None
            self._sentences = made_by(self._choice, lines, self._speed, self._pronunciations())
            if any(line.text not in self._sentences for line in lines):
                self._trouble = Trouble("script-unread")
            wanted = [s for s in dict.fromkeys(self._sentences.values()) if self._cache.find(s) is None]
        if not wanted or self._choice.engine is None:
            self._maker.cancel()
            return
        try:
            folder = self._cache.folder
        except OSError as problem:
            self._trouble = Trouble("no-place", why=problem.strerror or str(problem))
            return
        self._cache.trim(one.name for one in self._sentences.values())
        self._maker.make(self._choice.engine, folder, wanted, self._arrived, language=self._choice.language)

    def say(
        self,
        text: str,
        rank: int = 0,
        room: float | None = None,
        late: float = 0.0,
        patience: float = LATEST_SECONDS,
        *,
        is_passing: bool = False,  # noqa: ARG002 (its turns see to it)
    ) -> None:
        """As the protocol says; an aside ends what is being said, and what was not prepared is not said.

        A sentence that is still being made is said at most FIRST_SECONDS after its moment.
        """
        if self._amount == "sounds":
            return
        with self._lock:
            if rank >= ASIDE_RANK:
                self.hush()
            made = self._sentences.get(text)
            if made is None:
                return
            now, wait = self._monotonic(), behind_cue(*self._output.since_cue())
            until = None if room is None else now - late + room
            path = self._cache.find(made)
            if path is None:
                self._waiting = _Waiting(made.name, until, now - late + FIRST_SECONDS, patience)
            elif late <= LATEST_SECONDS:
                self._waiting = None
                self._begin(path, now, until, wait, patience)

    def hush(self) -> None:
        """As the protocol says; a sentence that waits for its file is not said either."""
        with self._lock:
            self._waiting = None
            self._turns.hush(self._monotonic())
            self._output.hush()

    def set_volume(self, volume: float) -> None:
        """As the protocol says; heard from the next sentence on."""
        self._output.set_speech_volume(volume)

    def set_speed(self, speed: float) -> None:
        """As the protocol says."""
        self._speed = speed

    def set_amount(self, amount: Amount) -> None:
        """As the protocol says."""
        self._amount = amount
        if amount == "sounds":
            self.hush()

    def close(self) -> None:
        """As the protocol says; made sentences stay for the next time, except in a temporary folder."""
        self._maker.cancel()
        self._cache.close()

    def _arrived(self, made: Spoken, path: Path | None) -> None:
        """In the maker's thread: a sentence is there; perhaps its moment is now."""
        with self._lock:
            waiting = self._waiting
            if waiting is None or waiting.name != made.name:
                return
            self._waiting = None
            now = self._monotonic()
            if path is not None and now <= waiting.latest:
                self._begin(path, now, waiting.until, patience=waiting.patience)

    def _begin(
        self, path: Path, now: float, until: float | None, wait: float = 0.0, patience: float = LATEST_SECONDS
    ) -> None:
        try:
            seconds = seconds_of(path)
        except (OSError, EOFError, wave.Error):
            path.unlink(missing_ok=True)  # cut off by a full disk; the next session makes it anew
            return
        start = self._turns.begin(now, seconds, until, max(wait, self._output.wakes_in()), patience)
        if start is not None:
            self._output.speak(path, max(0.0, start - self._monotonic()))  # reading the file took a moment
