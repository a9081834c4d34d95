"""A portal of a test's making on a real bus, that gives keys of the whole desktop as one desktop or another does."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Any

from coach.desktop.linux_portal_key import REGISTRY, SHORTCUTS
from coach.desktop.portal import PATH, SERVICE

START_SECONDS = 30
_NOT_ALLOWED = "org.freedesktop.portal.Error.NotAllowed"
_UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"

Known = dict[str, tuple[str, str]]
"""Of each shortcut's id what it does and its key; a desktop keeps it when its portal ends."""


class FakePortal:
    """`asked` has each method; `known` what was chosen; `question`, what a person answers when they are asked: the key,
    an empty one, or None for no. While it is `...` the dialog is open, until `decide`.

    `lists` says what is known when a session begins, as Plasma does; `tells` names the key in the answer to a binding;
    `registers`: `yes`, `no-entry` for a program in no menu, and `old` before there was such a thing; without `has_keys`
    it is one of a desktop that has none.
    """

    def __init__(self, address: str, known: Known | None = None) -> None:
        from jeepney.io.blocking import open_dbus_connection

        self.known: Known = {} if known is None else known
        self.question: Any = "Ctrl+Alt+P"
        self.lists, self.tells, self.may_open, self.version, self.registers = True, True, True, 1, "yes"
        self.has_keys = True
        self.number = 0
        self.asked: list[str] = []
        self.questions = 0
        self.registered: dict[str, str] = {}
        self.wished: dict[str, Any] = {}
        self._sessions: dict[str, str] = {}
        self._bound: set[str] = set()
        self._open: tuple[str, str, str] | None = None
        self._connection = open_dbus_connection(bus=address)
        self._connection.bus_proxy.RequestName(SERVICE)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def press(self, ident: str = "open-reminder", token: str = "") -> None:
        """The person presses the key of that shortcut: whoever has it hears of it."""
        options = {"activation_token": ("s", token)} if token else {}
        for session, sender in list(self._sessions.items()):
            if session in self._bound:
                self._tell(sender, PATH, SHORTCUTS, "Activated", "osta{sv}", (session, ident, 7, options))

    def rename(self, key: str, ident: str = "open-reminder") -> None:
        """The person chooses another key in the desktop's settings."""
        self.known[ident] = (self.known[ident][0], key)
        for session, sender in list(self._sessions.items()):
            self._tell(sender, PATH, SHORTCUTS, "ShortcutsChanged", "oa(sa{sv})", (session, self._list()))

    def close_sessions(self) -> None:
        """The portal ends what it held for programs."""
        for session, sender in list(self._sessions.items()):
            self._tell(sender, session, "org.freedesktop.portal.Session", "Closed", "", ())
        self._sessions.clear()

    def decide(self, key: str | None) -> None:
        """The person answers the dialog that is open."""
        assert self._open is not None
        (sender, request, session), self._open = self._open, None
        self._settle(sender, request, session, key)

    def close(self) -> None:
        """As a portal that ends."""
        with suppress(OSError):
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(START_SECONDS)
        self._connection.close()

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType, new_error, new_method_return

        with suppress(OSError, EOFError):
            while True:
                message = self._connection.receive()
                if message.header.message_type is not MessageType.method_call:
                    continue
                fields = message.header.fields
                member, sender = str(fields[HeaderFields.member]), str(fields[HeaderFields.sender])
                self.asked.append(member)
                answer = self._answer(member, str(fields.get(HeaderFields.interface)), sender, tuple(message.body))
                if isinstance(answer, str):
                    self._connection.send(new_error(message, answer, "s", ("no",)))
                    continue
                then, signature, body = answer
                self._connection.send(new_method_return(message, signature or None, body))
                then()

    def _answer(self, member: str, interface: str, sender: str, body: tuple[Any, ...]) -> Any:
        def nothing() -> None:
            return

        if interface == REGISTRY:
            refusals = {"old": _UNKNOWN, "no-entry": "org.freedesktop.portal.Error.Failed"}
            if self.registers in refusals:
                return refusals[self.registers]
            self.registered[sender] = body[0]
            return nothing, "", ()
        if not self.has_keys:
            return _UNKNOWN
        if member == "Get":
            return nothing, "v", (("u", self.version),)
        if member == "ConfigureShortcuts":
            return nothing, "", ()
        if member == "CreateSession" and not self.may_open:
            return _NOT_ALLOWED
        options = body[-1]
        request = f"{PATH}/request/{sender[1:].replace('.', '_')}/{options['handle_token'][1]}"
        return (lambda: self._do(member, sender, request, body)), "o", (request,)

    def _do(self, member: str, sender: str, request: str, body: tuple[Any, ...]) -> None:
        if member == "CreateSession":
            session = f"{PATH}/session/{sender[1:].replace('.', '_')}/{body[-1]['session_handle_token'][1]}"
            self._sessions[session] = sender
            if self.lists and self.known:
                self._bound.add(session)
            self._respond(sender, request, 0, {"session_handle": ("s", session)})
        elif member == "ListShortcuts":
            listed = self._list() if body[0] in self._bound else []
            self._respond(sender, request, 0, {"shortcuts": ("a(sa{sv})", listed)})
        elif member == "BindShortcuts":
            self._bind(sender, request, body[0], body[1])

    def _bind(self, sender: str, request: str, session: str, wished: list[tuple[str, Any]]) -> None:
        ident, self.wished = wished[0]
        if ident in self.known:
            self._settle(sender, request, session, self.known[ident][1])
            return
        self.questions += 1
        if self.question is ...:
            self._open = sender, request, session
        else:
            self._settle(sender, request, session, self.question)

    def _settle(self, sender: str, request: str, session: str, key: str | None) -> None:
        if key is None:
            self._respond(sender, request, 1, {})
            return
        self.known["open-reminder"] = (self.wished["description"][1], key)
        self._bound.add(session)
        told = {"shortcuts": ("a(sa{sv})", self._list())} if self.tells else {}
        self._respond(sender, request, self.number, told)

    def _list(self) -> list[tuple[str, dict[str, tuple[str, str]]]]:
        return [
            (ident, {"description": ("s", what), **({"trigger_description": ("s", key)} if key else {})})
            for ident, (what, key) in self.known.items()
        ]

    def _respond(self, sender: str, request: str, number: int, results: dict[str, Any]) -> None:
        self._tell(sender, request, "org.freedesktop.portal.Request", "Response", "ua{sv}", (number, results))

    def _tell(self, sender: str, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]) -> None:
        """To one program alone, as the portal tells it."""
        from jeepney import DBusAddress, HeaderFields, new_signal

        message = new_signal(DBusAddress(path, interface=interface), member, signature or None, body)
        message.header.fields[HeaderFields.destination] = sender
        with suppress(OSError):
            self._connection.send(message)
