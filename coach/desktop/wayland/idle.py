"""Idle time by ext_idle_notifier_v1 (most compositors) or org_kde_kwin_idle (older ones)."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from coach.desktop.how import How, What
from coach.desktop.protocol import Watcher
from coach.desktop.wayland.connection import Connection, Offer
from coach.desktop.wayland.counting import STEP_SECONDS, Counting
from coach.desktop.wayland.line import Line
from coach.desktop.wayland.wire import Arguments
from coach.values import dataclass

_IDLED, _RESUMED = 0, 1  # the events of both protocols
_STEP_MS = int(STEP_SECONDS * 1000)


@dataclass(frozen=True, slots=True)
class _Way:
    """`opcode` asks for an object that tells of a seat; with `seat_first` the seat stands before the time."""

    interface: str
    version: int
    opcode: int
    seat_first: bool
    sees_through: bool

    def arguments(self, made: int, seat: int) -> tuple[int, int, int]:
        return (made, seat, _STEP_MS) if self.seat_first else (made, _STEP_MS, seat)


_WAYS = (  # the best first
    _Way("ext_idle_notifier_v1", 2, 2, seat_first=False, sees_through=True),  # get_input_idle_notification
    _Way("ext_idle_notifier_v1", 1, 1, seat_first=False, sees_through=False),
    _Way("org_kde_kwin_idle", 1, 0, seat_first=True, sees_through=False),
)


class WaylandIdle:
    """coach.desktop.protocol.Idle. Where somebody is at one of several seats, nobody is away.

    Without `watch` a while without a touch begins when we look, so that it is told too short, never too long.
    """

    def __init__(
        self, address: Path, watch: Watcher | None = None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._monotonic = monotonic
        self._line = Line(address, self._begin, watch, monotonic)
        self._way: _Way | None = None
        self._seats: dict[int, Counting] = {}

    @property
    def is_told(self) -> bool:
        """As the protocol says."""
        return self._line.connection() is not None and self._way is not None and bool(self._seats)

    @property
    def why(self) -> tuple[How, ...]:
        """Which protocol tells, or that none does."""
        if self._line.why_not:
            return (self._line.why_not,)
        if self._way is None:
            return (How("wayland-no-idle"),)
        if not self._seats:
            return (How("wayland-no-input"),)
        what: What = "wayland-idle-by" if self._way.sees_through else "wayland-idle-by-unless-kept-on"
        return (How(what, self._way.interface, STEP_SECONDS),)

    def seconds(self) -> float | None:
        """As the protocol says; None for STEP_SECONDS after the first question, and while it cannot be told."""
        if self._line.connection() is None:
            return None
        now = self._monotonic()
        told = [counting.seconds(now) for counting in self._seats.values()]
        known = [seconds for seconds in told if seconds is not None]
        return min(known) if known and len(known) == len(told) else None

    def close(self) -> None:
        """As the protocol says."""
        self._line.close()

    def _begin(self, connection: Connection) -> None:
        self._way, self._seats = None, {}
        self._look_at_offers(connection)
        connection.when_offers_change = lambda: self._look_at_offers(connection)

    def _look_at_offers(self, connection: Connection) -> None:
        """Seats come and go, like the keyboards at them."""
        seats = {offer.name: offer for offer in connection.offered("wl_seat")}
        self._seats = {name: counting for name, counting in self._seats.items() if name in seats}
        found = _best_of(connection)
        if found is None:
            return
        self._way, notifier = found
        unasked = [seat for name, seat in seats.items() if name not in self._seats]
        made = connection.bind(notifier, self._way.version) if unasked else 0
        for seat in unasked:
            self._seats[seat.name] = Counting(self._monotonic(), self._way.sees_through)
            bound = connection.bind(seat, 1)  # before the next id: the compositor takes them in their order only
            notification = connection.new(partial(self._heard, seat.name))
            connection.request(made, self._way.opcode, *self._way.arguments(notification, bound))

    def _heard(self, seat: int, opcode: int, _arguments: Arguments) -> None:
        if counting := self._seats.get(seat):  # else it is gone
            now = self._monotonic()
            if opcode == _IDLED:
                self._seats[seat] = counting.idled(now)
            elif opcode == _RESUMED:
                self._seats[seat] = counting.resumed(now)


def _best_of(connection: Connection) -> tuple[_Way, Offer] | None:
    for way in _WAYS:
        for offer in connection.offered(way.interface):
            if offer.version >= way.version:
                return way, offer
    return None
