"""A conversation with the portals of the desktop (xdg-desktop-portal), in which nobody waits: what is asked is sent,
and what comes back is heard when there is something to read.

A portal answers twice: at once, that it has heard, and with the signal Response when it is done, which may be after a
person has closed a dialog. What it holds for a program ends with the program's connection.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from coach.desktop.dbus import BUS, GONE, open_connection, owner_changed, rule_of

SERVICE, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_REQUEST, _SESSION = "org.freedesktop.portal.Request", "org.freedesktop.portal.Session"
_OBJECTS = {_REQUEST: "request", _SESSION: "session"}
_READ_AT_MOST = 256  # messages a look, should somebody flood the bus

Replied = Callable[[tuple[Any, ...] | None, str], None]
"""Called with the body of an answer, or with None and the name of an error."""
Option = str | bool | list[str]
Responded = Callable[[bool, Mapping[str, Any]], None]
"""Called with whether it was done, and the results, whose values are without their types."""
Heard = Callable[[str, tuple[Any, ...]], None]
"""Called with the name of a signal and what it holds."""


class Portal:
    """On a connection of its own to the bus at `address`, which is opened at once: OSError and its like, or ImportError
    without jeepney. `heard` gets the signals of `interface`; `Closed` and the session; `Gone` and `Came` when the
    portal does; and `Lost` when the bus does, after which nothing comes any more.
    """

    def __init__(
        self, address: str, interface: str, heard: Heard, connect: Callable[[str], Any] = open_connection
    ) -> None:
        self._interface, self._heard = interface, heard
        self._replies: dict[int, Replied] = {}
        self._responses: dict[str, Responded] = {}
        self._connection: Any = connect(address)
        self._sender = str(self._connection.unique_name)[1:].replace(".", "_")
        self._listen()

    @property
    def is_open(self) -> bool:
        """Whether anything can be asked."""
        return self._connection is not None

    @property
    def file(self) -> int:
        """What can be read when something has come."""
        return int(self._connection.sock.fileno())

    def session_path(self, token: str) -> str:
        """The object that a session of ours is, by its token."""
        return f"{PATH}/session/{self._sender}/{token}"

    def call(
        self,
        interface: str,
        method: str,
        signature: str,
        body: tuple[Any, ...],
        replied: Replied,
        *,
        path: str = PATH,
        service: str = SERVICE,
    ) -> None:
        """A method whose answer is all. The portal is started for it where it does not run."""
        if self._connection is None:
            return
        from jeepney import DBusAddress, new_method_call

        message = new_method_call(DBusAddress(path, service, interface), method, signature or None, body)
        serial = next(self._connection.outgoing_serial)
        self._replies[serial] = replied
        try:
            self._connection.send(message, serial=serial)
        except GONE:
            self._lose()

    def request(
        self, method: str, signature: str, body: tuple[Any, ...], responded: Responded, **options: Option
    ) -> None:
        """A method of the interface that is done later. `options` come last in it, each with the type of its value.
        Where it is refused at once, the results are the name of that, as `error`.
        """
        token = new_token()
        path = f"{PATH}/request/{self._sender}/{token}"
        self._responses[path] = responded
        given = {"handle_token": ("s", token), **{name: (_typed(value), value) for name, value in options.items()}}

        def replied(answer: tuple[Any, ...] | None, error: str) -> None:
            if answer is None and self._responses.pop(path, None) is not None:
                responded(False, {"error": error})

        self.call(self._interface, method, f"{signature}a{{sv}}", (*body, given), replied)

    def answer(self) -> None:
        """Hear what has come by now, without waiting."""
        for _ in range(_READ_AT_MOST):
            if self._connection is None:
                return
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return  # all is read
            except GONE:
                self._lose()
                return
            self._take(message)

    def close(self) -> None:
        """The portal ends what it held for us."""
        connection, self._connection = self._connection, None
        self._replies.clear()
        self._responses.clear()
        if connection is not None:
            with suppress(OSError):
                connection.close()

    # --- what comes

    def _listen(self) -> None:
        from jeepney import MatchRule

        ours = {interface: f"{PATH}/{kind}/{self._sender}" for interface, kind in _OBJECTS.items()}
        rules = (
            *(MatchRule(type="signal", sender=SERVICE, interface=one, path_namespace=at) for one, at in ours.items()),
            MatchRule(type="signal", sender=SERVICE, interface=self._interface, path=PATH),
            rule_of(owner_changed(SERVICE), sender=BUS),
        )
        for rule in rules:
            self.call(
                BUS, "AddMatch", "s", (rule.serialise(),), lambda *_: None, path="/org/freedesktop/DBus", service=BUS
            )

    def _take(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType

        fields, body = message.header.fields, tuple(message.body)
        kind = message.header.message_type
        if kind in (MessageType.method_return, MessageType.error):
            replied = self._replies.pop(int(fields.get(HeaderFields.reply_serial, -1)), None)
            if replied is not None:
                error = str(fields.get(HeaderFields.error_name, "")) if kind is MessageType.error else ""
                replied(None if error else body, error)
            return
        if kind is not MessageType.signal:
            return
        interface, member, path = (
            str(fields.get(each, "")) for each in (HeaderFields.interface, HeaderFields.member, HeaderFields.path)
        )
        if interface == _REQUEST and member == "Response" and len(body) == 2:
            responded = self._responses.pop(path, None)
            if responded is not None:
                responded(body[0] == 0, _plain(body[1]))
        elif interface == _SESSION and member == "Closed":
            self._heard("Closed", (path,))
        elif interface == self._interface:
            self._heard(member, body)
        elif interface == BUS and member == "NameOwnerChanged" and body[:1] == (SERVICE,):
            if not body[2]:  # one that is started by our own question answers it
                self._replies.clear()
                self._responses.clear()
            self._heard("Came" if body[2] else "Gone", ())

    def _lose(self) -> None:
        self.close()
        self._heard("Lost", ())


def new_token() -> str:
    """Which nobody else can guess, and which is allowed in the path of an object. Without `secrets`: that brings
    hashlib, and this is in a program that is always there.
    """
    return f"posture_coach_{os.urandom(8).hex()}"


def _typed(value: Option) -> str:
    return {bool: "b", list: "as"}.get(type(value), "s")


def _plain(results: object) -> dict[str, Any]:
    """Without the types that stand before the values."""
    if not isinstance(results, Mapping):
        return {}
    return {str(name): value[1] for name, value in results.items() if isinstance(value, tuple) and len(value) == 2}
