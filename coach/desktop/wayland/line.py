"""A line to the compositor that is made anew when it was lost, and never in a hurry."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from coach.desktop.how import How
from coach.desktop.protocol import Watcher
from coach.desktop.wayland.connection import Connection, LostError, connect

RETRY_SECONDS = 60.0  # from one try to the next, as with the session bus


class Line:
    """`begin` asks a new connection for what its owner wants to know. Nothing here raises.

    With `watch` events are taken in when they come, without it when `connection` is asked for.
    """

    def __init__(
        self,
        address: Path,
        begin: Callable[[Connection], None],
        watch: Watcher | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._address, self._begin, self._watch, self._monotonic = address, begin, watch, monotonic
        self._connection: Connection | None = None
        self._unwatch: Callable[[], None] | None = None
        self._tried_at: float | None = None
        self.why_not: How | None = None
        """Why there is no connection; None while there is one, and before the first try."""

    def connection(self) -> Connection | None:
        """With all events taken in that have come; None where the compositor is not to be had."""
        self._hear()
        now = self._monotonic()
        if self._connection is None and (self._tried_at is None or now - self._tried_at >= RETRY_SECONDS):
            self._tried_at = now
            self._open()
        return self._connection

    def close(self) -> None:
        """Give the connection back; the next question opens another."""
        self._hang_up()
        self._tried_at = None

    def _open(self) -> None:
        try:
            self._connection = connect(self._address)
            self.why_not = None
            self._begin(self._connection)
        except LostError as error:
            self._lose(error)
            return
        if self._watch is not None:
            self._unwatch = self._watch(self._connection.fileno, self._hear)

    def _hear(self) -> None:
        if self._connection is not None:
            try:
                self._connection.hear()
            except LostError as error:
                self._lose(error)

    def _lose(self, error: LostError) -> None:
        self.why_not = error.how
        self._hang_up()

    def _hang_up(self) -> None:
        unwatch, self._unwatch = self._unwatch, None
        connection, self._connection = self._connection, None
        if unwatch is not None:
            unwatch()
        if connection is not None:
            connection.close()
