"""Questions to the session bus, each answered within half a second or not at all."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ANSWER_SECONDS = 0.5  # our choice
RETRY_SECONDS = 60.0  # from a lost or refused connection to the next try


@dataclass(frozen=True, slots=True)
class Question:
    """A method call: `signature` is D-Bus's for `body`, empty without one."""

    service: str
    path: str
    interface: str
    method: str
    signature: str = ""
    body: tuple[Any, ...] = ()


def property_of(service: str, path: str, interface: str, name: str) -> Question:
    """The question for one property of an object."""
    return Question(service, path, "org.freedesktop.DBus.Properties", "Get", "ss", (interface, name))


class SessionBus:
    """`ask` gives the body of the answer, or None: no jeepney, no bus, no such service, an error, or no answer in time.

    A service that does not run is not started. After a lost or refused connection the next try is a minute later.
    """

    def __init__(
        self,
        address: str | None,
        connect: Callable[[str], Any] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._address = address
        self._connect = connect or _connect
        self._monotonic = monotonic
        self._connection: Any = None
        self._tried_at: float | None = None

    def ask(self, question: Question) -> tuple[Any, ...] | None:
        """As told above; waits ANSWER_SECONDS at most."""
        connection = self._connected()
        if connection is None:
            return None
        from jeepney import DBusAddress, MessageFlag, MessageType, new_method_call

        address = DBusAddress(question.path, bus_name=question.service, interface=question.interface)
        message = new_method_call(address, question.method, question.signature or None, question.body)
        message.header.flags = MessageFlag.no_auto_start
        try:
            reply = connection.send_and_get_reply(message, timeout=ANSWER_SECONDS)
        except TimeoutError:
            return None
        except (OSError, EOFError, ValueError):  # the bus went away, or speaks nonsense
            self.close()
            return None
        return tuple(reply.body) if reply.header.message_type is MessageType.method_return else None

    def close(self) -> None:
        """Give the connection back; harmless without one."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _connected(self) -> Any:
        now = self._monotonic()
        if self._connection is None and self._address is not None:
            if self._tried_at is not None and now - self._tried_at < RETRY_SECONDS:
                return None
            self._tried_at = now
            try:
                self._connection = self._connect(self._address)
            except (ImportError, OSError, EOFError, ValueError, RuntimeError, KeyError):
                return None
        return self._connection


def session_address(environ: Mapping[str, str]) -> str | None:
    """The session bus's address, only if it is a socket of this machine."""
    address = environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if any(part.startswith("unix:") for part in address.split(";")):
        return address
    socket = Path(environ.get("XDG_RUNTIME_DIR") or "/nonexistent") / "bus"
    return f"unix:path={socket}" if socket.exists() else None


def _connect(address: str) -> Any:
    from jeepney.io.blocking import open_dbus_connection

    return open_dbus_connection(bus=address)
