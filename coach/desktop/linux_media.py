"""A session on the session bus, as an MPRIS player that is there only as long as the session.

By jeepney, not by QtDBus: the terminal has no Qt, only coach/ui has it, and QtDBus chooses the types of Python's values
itself (a length below 36 minutes goes out as `i`), where MPRIS prescribes them (`x`).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from coach.desktop.dbus import ANSWER_SECONDS, BUS, GONE, open_connection
from coach.desktop.how import How
from coach.desktop.media import MediaCommand, Playing
from coach.desktop.mpris import NAME, PATH, PLAYER, PROPERTIES, Answer, Call, Counted, answered, changed
from coach.desktop.protocol import Told, Watcher

_DO_NOT_QUEUE, _IS_OURS = 4, 1  # DBUS_NAME_FLAG_DO_NOT_QUEUE, DBUS_REQUEST_NAME_REPLY_PRIMARY_OWNER
_HOW = (How("mpris"),)
_CALLS_AT_MOST = 256  # a look, should somebody flood the bus


class MprisControls:
    """coach.desktop.media.MediaControls on the bus at `address`. Without `watch` only `answer` hears anything.

    A bus that goes away takes the player along until the next session begins.
    """

    def __init__(
        self, address: str, watch: Watcher | None = None, connect: Callable[[str], Any] = open_connection
    ) -> None:
        self._address, self._watch, self._connect = address, watch, connect
        self._connection: Any = None
        self._stop_watching: Callable[[], None] | None = None
        self._now: Callable[[], Playing | None] = lambda: None
        self._obey: Callable[[MediaCommand], None] = lambda _command: None
        self._told: Playing | None = None
        self._counted: Counted | None = None

    def shown_by(self) -> Told:
        """As the protocol says: the bus is asked."""
        if self._connection is not None:
            return Told("media-keys", True, _HOW)
        try:
            self._connect(self._address).close()
        except ImportError:
            return Told("media-keys", False, (How("not-installed", "jeepney"),))
        except (RuntimeError, KeyError, *GONE):
            return Told("media-keys", False, (How("session-bus-silent"),))
        return Told("media-keys", True, _HOW)

    def begin(self, now: Callable[[], Playing | None], obey: Callable[[MediaCommand], None]) -> None:
        """As the protocol says; one after another."""
        self.end()
        self._now, self._obey, self._told, self._counted = now, obey, None, None
        try:
            self._connection = self._connect(self._address)
            self._take_name()
        except (ImportError, RuntimeError, KeyError, *GONE):
            self.end()
            return
        if self._watch is not None:
            self._stop_watching = self._watch(self._connection.sock.fileno(), self.answer)

    def tell(self) -> None:
        """As the protocol says."""
        now = self._now() if self._connection is not None else None
        if now is None:
            return
        from jeepney import DBusAddress, new_signal

        found = changed(self._told, now)
        self._told, self._counted = now, self._counted or Counted(now)
        if found:
            address = DBusAddress(PATH, interface=PROPERTIES)
            self._send(new_signal(address, "PropertiesChanged", "sa{sv}as", (PLAYER, found, [])))
        if (seeked := self._counted.seeked(now)) is not None:
            self._send(new_signal(DBusAddress(PATH, interface=PLAYER), "Seeked", "x", (seeked,)))

    def answer(self) -> None:
        """As the protocol says."""
        for _ in range(_CALLS_AT_MOST):
            connection = self._connection
            if connection is None:
                return
            try:
                message = connection.receive(timeout=0)
            except TimeoutError:
                return  # all is read
            except GONE:
                self.end()
                return
            self._answer(message)

    def end(self) -> None:
        """As the protocol says: the name is free with the connection."""
        stop, self._stop_watching = self._stop_watching, None
        if stop is not None:
            stop()
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def close(self) -> None:
        """As the protocol says."""
        self.end()

    def _take_name(self) -> None:
        """Where another program of ours has a session, ours gets a name beside it, as MPRIS says."""
        from jeepney import DBusAddress, new_method_call

        bus = DBusAddress("/org/freedesktop/DBus", bus_name=BUS, interface=BUS)
        for name in (NAME, f"{NAME}.instance{os.getpid()}"):
            request = new_method_call(bus, "RequestName", "su", (name, _DO_NOT_QUEUE))
            if self._connection.send_and_get_reply(request, timeout=ANSWER_SECONDS).body == (_IS_OURS,):
                return

    def _answer(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageFlag, MessageType, new_error, new_method_return

        if message.header.message_type is not MessageType.method_call:
            return
        fields = message.header.fields
        path, interface, member = (
            str(fields.get(each, "")) for each in (HeaderFields.path, HeaderFields.interface, HeaderFields.member)
        )
        answer: Answer = answered(Call(path, interface, member, tuple(message.body)), self._now())
        if not message.header.flags & MessageFlag.no_reply_expected:
            if answer.error:
                self._send(new_error(message, answer.error))
            else:
                self._send(new_method_return(message, answer.signature or None, answer.body))
        if answer.command is not None:  # after the answer: it may end the session
            self._obey(answer.command)

    def _send(self, message: Any) -> None:
        if self._connection is None:
            return
        try:
            self._connection.send(message)
        except GONE:
            self.end()
