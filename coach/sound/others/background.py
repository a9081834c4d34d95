"""When others are lowered and when given back, in a thread that lives only while something is lowered or owed."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

from coach.sound.others.ledger import Ledger, giving_back, lowering
from coach.sound.others.protocol import Way
from coach.sound.others.streams import Stream, Streams, StreamsError
from coach.sound.trouble import Trouble, What

LINGER_SECONDS = 5.0
"""Longer than a repetition, so that others do not swell between two counted ones."""

CLOSE_SECONDS = 2.5  # the program's end waits so long for others to be given back


class BackgroundOthers:
    """coach.sound.others.protocol.Others through the streams of this machine. Only the thread touches them."""

    why_not: Trouble | None = None

    def __init__(
        self,
        streams: Streams,
        ledger: Ledger,
        wanted: bool = False,
        *,
        pid: int | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._streams = streams
        self.way: Way = streams.way
        self._ledger = ledger
        self._wanted = wanted
        self._pid = str(os.getpid() if pid is None else pid)
        self._monotonic = monotonic
        self._changed = threading.Condition()
        self._until = float("-inf")
        self._is_fresh = False  # a sentence began that the thread has not lowered for yet
        self._thread: threading.Thread | None = None
        self.trouble: Trouble | None = None
        self.make_good()

    def make_good(self) -> None:
        """As the protocol says; done once when it is made, and harmless later."""
        if self._ledger.entries:
            self._wake()

    def set_wanted(self, wanted: bool) -> None:
        """As the protocol says; returns at once, the thread gives back."""
        self._wanted = wanted
        if not wanted:
            self._end_at(float("-inf"))

    def lower(self, seconds: float) -> None:
        """As the protocol says, LINGER_SECONDS longer than asked; nothing where it is not wanted."""
        if not self._wanted:
            return
        with self._changed:
            self._until = max(self._until, self._monotonic() + seconds + LINGER_SECONDS)
            self._is_fresh = True
        self._wake()

    def release(self) -> None:
        """Give back in LINGER_SECONDS, or when it was due anyhow."""
        self._end_at(min(self._until, self._monotonic() + LINGER_SECONDS))

    def close(self) -> None:
        """Give back at once, and wait for that CLOSE_SECONDS at most; what is left is owed at the next start."""
        self._wanted = False
        self._end_at(float("-inf"))
        if self._ledger.entries:
            self._wake()
        thread = self._thread
        if thread is not None:
            thread.join(CLOSE_SECONDS)

    def wait(self) -> None:
        """Until nothing is left to do."""
        thread = self._thread
        if thread is not None:
            thread.join()

    # --- the thread

    def _end_at(self, moment: float) -> None:
        with self._changed:
            self._until = moment
            self._changed.notify_all()

    def _wake(self) -> None:
        with self._changed:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="others are lowered", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def _work(self) -> None:
        while True:
            with self._changed:
                left = self._until - self._monotonic()
                is_fresh, self._is_fresh = self._is_fresh, False
                if left > 0.0 and not is_fresh:
                    self._changed.wait(left)
                    continue
            if left > 0.0:
                self._lower()
                continue
            self._give_back()
            with self._changed:
                if self._until <= self._monotonic():
                    self._thread = None
                    return

    def _lower(self) -> None:
        try:
            playing = self._streams.playing()
            due, kept = lowering(playing, self._ledger.entries, self._streams.share, self._may)
            self._ledger.write(kept)  # before anything is lowered: what cannot be remembered is not touched
        except (StreamsError, OSError) as problem:
            self.trouble = _trouble("not-lowered", problem)
            return
        self.trouble = None
        for stream, entry in due:
            self._set(stream, entry.after)

    def _give_back(self) -> None:
        if not self._ledger.entries:
            return
        try:
            due, owed = giving_back(self._streams.playing(), self._ledger.entries)
            failed = [entry for stream, entry in due if not self._set(stream, entry.before)]
            self._ledger.write((*owed, *failed))
        except (StreamsError, OSError) as problem:
            self.trouble = _trouble("not-given-back", problem)

    def _set(self, stream: Stream, volume: tuple[int, ...]) -> bool:
        try:
            self._streams.set_volume(stream, volume)
        except StreamsError:  # it has ended meanwhile
            return False
        return True

    def _may(self, stream: Stream) -> bool:
        return stream.may_be_lowered(self._pid, self._streams.program)


def _trouble(what: What, problem: StreamsError | OSError) -> Trouble:
    """The streams' own reason, or what the system says of the file that remembers them."""
    if isinstance(problem, StreamsError):
        return Trouble(what, because=problem.trouble)
    return Trouble(what, why=str(problem))
