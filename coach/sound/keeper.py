"""A sound device's life: opened when it is wanted, asked for again when it is lost, given back when nobody needs it.

Opening and closing happen in threads, because only the sound server knows how long they take. A third one looks once a
second, while a device is wanted, whether it is still there and still needed: nobody has to play anything for that.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from coach.sound.device import Device
from coach.sound.sdl import SoundError
from coach.sound.trouble import Trouble

OPEN_SECONDS = 1.0  # `want` waits this long for the device, then goes on without it
RETRY_SECONDS = 5.0  # from one try to open a device that was never there to the next
LOST_RETRY_SECONDS = 2.0  # the same for one that was lost: a headset that dropped, a server that is started anew
LINGER_SECONDS = 5.0  # after the last sound; a sentence that is still being made comes within this
STALL_SECONDS = 2.0  # a sound that still plays this long after its end plays on a device that stands still
PATIENCE_SECONDS = 10.0  # one that stands still may be suspended, and go on; after this it is taken for gone
LONGEST_RING_SECONDS = 3.0  # `close` lets the last sound ring out, but no longer than this
BEAT_SECONDS = 1.0  # from one look at the device to the next
_CLOCK_SECONDS = 0.1887  # from one look at its clock to the next: no multiple of the steps in which it takes samples
_ENDS_SECONDS = 0.5  # that the end waits for the thread that looks at the device

GONE = Trouble("device-gone")
SILENT = Trouble("device-silent")


class Keeper:
    """Keeps one device of `make`, made ready by `prepare` (OSError where it cannot be); then `opened` is called.

    `device` is None while there is none; whoever uses it holds `lock` meanwhile. `silent_from` tells from when on
    nothing sounds on it. `beat_seconds` None: `look` is called by somebody else.
    """

    def __init__(
        self,
        make: Callable[[], Device],
        prepare: Callable[[Device], None],
        opened: Callable[[], None],
        silent_from: Callable[[], float],
        *,
        wake_seconds: float,
        monotonic: Callable[[], float],
        sleep: Callable[[float], None],
        beat_seconds: float | None = BEAT_SECONDS,
    ) -> None:
        self.lock = threading.RLock()
        self.device: Device | None = None
        self.trouble: Trouble | None = None
        self.awake_at = 0.0
        self._make = make
        self._prepare = prepare
        self._opened = opened
        self._silent_from = silent_from
        self._wake_seconds = wake_seconds
        self._monotonic = monotonic
        self._sleep = sleep
        self._beat_seconds = beat_seconds
        self._is_wanted = False
        self._wanted_at = 0.0
        self._held: dict[object, float] = {}  # until when, by whom
        self._tried_at = float("-inf")
        self._retry_seconds = RETRY_SECONDS
        self._still_since: float | None = None
        self._beats: threading.Thread | None = None
        self._no_more_beats = threading.Event()
        self._opening: threading.Thread | None = None
        self._ringing: threading.Thread | None = None  # lets the last sound end, then closes
        self._closing: threading.Thread | None = None

    @property
    def is_opening(self) -> bool:
        """Whether a thread waits for the sound server now; `device` may come at any moment."""
        return self._opening is not None and self._opening.is_alive()

    def want(self) -> None:
        """Open the device unless it is, and wait a moment for it."""
        with self.lock:
            self._is_wanted, self._wanted_at = True, self._monotonic()
            if self.device is None and not self.is_opening:
                self._begin_opening()
            self._begin_to_beat()
        if self._opening is not None:
            self._opening.join(OPEN_SECONDS)
        if self.device is None and self.is_opening:
            self.trouble = SILENT

    def hold(self, by: object) -> None:
        """Want it, and keep it until `by` lets go."""
        with self.lock:
            self._held[by] = float("inf")
        self.want()

    def let_go(self, by: object, after_seconds: float) -> None:
        """`by` needs it `after_seconds` from now no more; harmless where it does not hold it."""
        with self.lock:
            now = self._monotonic()
            if by in self._held:
                self._held[by] = now + after_seconds
            # a session that is over is kept in memory by nobody, however soon the next one begins
            self._held = {one: until for one, until in self._held.items() if until > now}

    def is_held(self) -> bool:
        """Whether anybody needs the device now, though nothing may sound."""
        return any(until > self._monotonic() for until in self._held.values())

    def look(self) -> bool:
        """As `find`, and give back what nobody needs. Whether to look again."""
        with self.lock:
            self.find()
            self.look_at_clock()
            if self._is_wanted and self._monotonic() >= self._needed_until():
                self._give_back()
            return self._is_wanted

    def look_at_clock(self) -> None:
        """Have a device that is there compare its clock with the machine's; never waits."""
        with self.lock:
            if self.device is not None:
                self.device.look()

    def find(self) -> None:
        """Notice a loss, and ask for a device again that is wanted and not there. Never waits."""
        with self.lock:
            self.notice_loss()
            waited = self._monotonic() - self._tried_at
            if self._is_wanted and self.device is None and not self.is_opening and waited >= self._retry_seconds:
                self._begin_opening()

    def notice_loss(self) -> None:
        """Drop a device that was taken away, or has stood still for too long. Cheap; never waits."""
        with self.lock:
            device = self.device
            if device is not None and (device.is_gone() or self._has_stood_too_long(device)):
                self.trouble = GONE
                self._tried_at, self._retry_seconds = self._monotonic(), LOST_RETRY_SECONDS
                self._drop(0.0)

    @property
    def stands_still(self) -> bool:
        """Whether no time passes for the device, as where it is suspended: what is begun now would come too late."""
        return self._still_since is not None

    def close(self) -> None:
        """Give the device back, in a thread, when the last sound has rung out; the program's end waits for that."""
        with self.lock:
            self._is_wanted = False
            self._held.clear()
            self.trouble = None
            self._no_more_beats.set()
            opening, beats, self._beats = self._opening, self._beats, None
        if beats is not None:
            beats.join(_ENDS_SECONDS)
        if opening is not None:  # a program that ends while a device is being opened is aborted (measured: 1 in 15)
            opening.join(OPEN_SECONDS)
        self._drop(self._silent_from() - self._monotonic())

    def wait(self) -> None:
        """Until no thread is at the device."""
        for thread in (self._opening, self._ringing, self._closing):
            if thread is not None:
                thread.join()

    # --- needed or not

    def _needed_until(self) -> float:
        return max(max(self._wanted_at, self._silent_from()) + LINGER_SECONDS, *self._held.values(), float("-inf"))

    def _give_back(self) -> None:
        self._is_wanted = False
        self._held.clear()
        if self.device is not None or self.trouble in (GONE, SILENT):
            self.trouble = None  # that there is no device at all stays worth a word
        self._drop(0.0)

    def _begin_to_beat(self) -> None:
        if self._beat_seconds is not None and (self._beats is None or not self._beats.is_alive()):
            self._no_more_beats = threading.Event()
            beat = (self._no_more_beats, self._beat_seconds)
            self._beats = threading.Thread(target=self._beat, args=beat, name="sound is looked after", daemon=True)
            self._beats.start()

    def _beat(self, no_more: threading.Event, seconds: float) -> None:
        looks, each = 0, max(1, round(seconds / _CLOCK_SECONDS))
        while not no_more.wait(min(seconds, _CLOCK_SECONDS)):
            looks += 1
            if looks % each:
                self.look_at_clock()
                continue
            with self.lock:
                if not self.look():
                    self._beats = None  # under the lock: whoever wants a device now starts another one
                    return

    # --- opening, standing still, closing

    def _begin_opening(self) -> None:
        self._tried_at = self._monotonic()
        self._opening = threading.Thread(target=self._open, name="sound opens", daemon=True)
        self._opening.start()

    def _open(self) -> None:
        for thread in (self._ringing, self._closing):
            if thread is not None:
                thread.join()  # the device is given back before it is asked for again
        try:
            device = self._make()
        except SoundError as problem:
            self.trouble = problem.trouble
            return
        is_prepared = self._is_prepared(device)
        with self.lock:
            if self._is_wanted and is_prepared:
                self.awake_at = self._monotonic() + self._wake_seconds
                self.device, self.trouble = device, None
                self._retry_seconds, self._still_since = RETRY_SECONDS, None
                self._opened()
                return
        device.close()  # no longer wanted when it came

    def _is_prepared(self, device: Device) -> bool:
        try:
            self._prepare(device)
        except OSError as problem:
            self.trouble = Trouble("unprepared", why=str(problem))
            return False
        return True

    def _has_stood_too_long(self, device: Device) -> bool:
        now = self._monotonic()
        if self._still_since is None:
            if now > self._silent_from() + STALL_SECONDS and device.is_sounding():
                device.halt()  # what comes late misleads
                self._still_since = now
            return False
        if not device.is_sounding():
            self._still_since = None
            return False
        return now > self._still_since + PATIENCE_SECONDS

    def _drop(self, ring_seconds: float) -> None:
        with self.lock:
            device, self.device, self._still_since = self.device, None, None
            if device is not None:
                ringing = (device, ring_seconds)
                self._ringing = threading.Thread(target=self._close, args=ringing, name="sound ends")
                self._ringing.start()

    def _close(self, device: Device, ring_seconds: float) -> None:
        if ring_seconds > 0.0:
            self._sleep(min(ring_seconds, LONGEST_RING_SECONDS))
        self._closing = threading.Thread(target=device.close, name="sound closes", daemon=True)
        self._closing.start()
        self._closing.join(OPEN_SECONDS)  # a device that stands still may take for ever, and must not hold up the end
