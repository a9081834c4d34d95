"""Questions to a message bus, each answered within half a second or not at all, and what it tells unasked."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from coach.files import is_there
from coach.values import dataclass

ANSWER_SECONDS = 0.5  # our choice
RETRY_SECONDS = 60.0  # from a lost or refused connection to the next try
SPARED_SECONDS = 30.0  # a service that did not answer in time is not waited for again so soon; our choice
KEPT_SIGNALS = 64  # of one kind between two looks; who missed some asks anew all the same
_READ_AT_MOST = 256  # messages a look, should somebody flood the bus
BUS = "org.freedesktop.DBus"
GONE = (OSError, EOFError, ValueError)  # the bus went away, or speaks nonsense


@dataclass(frozen=True, slots=True)
class Question:
    """A method call: `signature` is D-Bus's for `body`, empty without one."""

    service: str
    path: str
    interface: str
    method: str
    signature: str = ""
    body: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """`body` of the answer; None where there was none, and then `refusal` is the service's error, if it sent one."""

    body: tuple[Any, ...] | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Signal:
    """What is told to all who listen. An empty `subject` is any first argument."""

    service: str
    path: str
    interface: str
    member: str
    subject: str = ""


def property_of(service: str, path: str, interface: str, name: str) -> Question:
    """The question for one property of an object."""
    return Question(service, path, "org.freedesktop.DBus.Properties", "Get", "ss", (interface, name))


def owner_of(service: str) -> Question:
    """The question for the connection that has this name; refused where nobody has it. Nobody is started for it."""
    return Question(BUS, "/org/freedesktop/DBus", BUS, "GetNameOwner", "s", (service,))


def owner_changed(service: str) -> Signal:
    """That a program took this name, or gave it up."""
    return Signal(BUS, "/org/freedesktop/DBus", BUS, "NameOwnerChanged", service)


def rule_of(signal: Signal, sender: str | None = None) -> Any:
    """What a bus, or a queue of a connection, is told so that it lets through this signal, of `sender` or anybody."""
    from jeepney import MatchRule

    rule = MatchRule(type="signal", sender=sender, interface=signal.interface, member=signal.member, path=signal.path)
    if signal.subject:
        rule.add_arg_condition(0, signal.subject)
    return rule


def variant(body: tuple[Any, ...] | None, signature: str) -> Any:
    """The value in an answer that is a variant of this type; None where it is anything else."""
    if not body or not isinstance(body[0], tuple) or len(body[0]) != 2 or body[0][0] != signature:
        return None
    return body[0][1]


class Bus:
    """A bus at `address`. `ask` gives the body of an answer, or None: no jeepney, no bus, no such service, an error, or
    no answer in time.

    A service that does not run is not started. After a lost or refused connection the next try is a minute later, and
    a service that was silent is left alone for half of that, unless its answer comes late.
    """

    def __init__(
        self,
        address: str | None,
        connect: Callable[[str], Any] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._address = address
        self._connect = connect or open_connection
        self._monotonic = monotonic
        self._connection: Any = None
        self._tried_at: float | None = None
        self._silent_at: dict[str, float] = {}
        self._heard: dict[Signal, deque[Any]] = {}
        self._late: deque[Any] | None = None

    @property
    def file(self) -> int | None:
        """What can be read when something is told; None while there is no connection."""
        return None if self._connection is None else int(self._connection.sock.fileno())

    def ask(self, question: Question) -> tuple[Any, ...] | None:
        """As told above; waits ANSWER_SECONDS at most."""
        return self.reply(question).body

    def reply(self, question: Question) -> Reply:
        """As `ask`, with what a service said that refused."""
        connection = self._connected()
        if connection is None or self._is_spared(question.service, connection):
            return Reply()
        from jeepney import DBusAddress, MessageFlag, MessageType, new_method_call

        address = DBusAddress(question.path, bus_name=question.service, interface=question.interface)
        message = new_method_call(address, question.method, question.signature or None, question.body)
        message.header.flags = MessageFlag.no_auto_start
        try:
            reply = connection.send_and_get_reply(message, timeout=ANSWER_SECONDS)
        except TimeoutError:
            self._silent_at[question.service] = self._monotonic()
            self._await_late_answers(connection)
            return Reply()
        except GONE:
            self.close()
            return Reply()
        if reply.header.message_type is MessageType.method_return:
            return Reply(tuple(reply.body))
        return Reply(refusal=_name_of_error(reply))

    def heard(self, signal: Signal) -> list[tuple[Any, ...]] | None:
        """What was told since the last call, without asking anybody. None where nobody listened until now: what it
        tells may have happened unheard.
        """
        connection = self._connected()
        if connection is None:
            return None
        queue = self._heard.get(signal)
        if queue is None:
            self._listen(signal)
            return None
        if not self._read(connection):
            return None
        told = [tuple(message.body) for message in queue]
        queue.clear()
        return told

    def spare_no_longer(self, service: str) -> None:
        """Another program has this name now, which may well answer."""
        self._silent_at.pop(service, None)

    def close(self) -> None:
        """Give the connection back; harmless without one."""
        connection, self._connection = self._connection, None
        self._silent_at.clear()
        self._heard.clear()
        self._late = None
        if connection is not None:
            with suppress(OSError):
                connection.close()

    def _listen(self, signal: Signal) -> None:
        rule = rule_of(signal, sender=signal.service).serialise()
        if self.ask(Question(BUS, "/org/freedesktop/DBus", BUS, "AddMatch", "s", (rule,))) is None:
            return
        queue: deque[Any] = deque(maxlen=KEPT_SIGNALS)
        # The bus sends what the rule says; here a sender is told by its number, which a name does not match.
        self._connection.filter(rule_of(signal), queue=queue)
        self._heard[signal] = queue

    def _read(self, connection: Any) -> bool:
        """Take in what has come, without waiting. Whether the bus is still there."""
        try:
            for _ in range(_READ_AT_MOST):
                connection.recv_messages(timeout=0)
        except TimeoutError:
            pass  # all is read
        except GONE:
            self.close()
            return False
        return True

    def _await_late_answers(self, connection: Any) -> None:
        """Answers that nobody waits for any more: who sends one answers again."""
        from jeepney import MatchRule

        if self._late is None:
            self._late = deque(maxlen=KEPT_SIGNALS)
            for kind in ("method_return", "error"):
                connection.filter(MatchRule(type=kind), queue=self._late)

    def _is_spared(self, service: str, connection: Any) -> bool:
        """Also where the bus went away while it was looked for a late answer."""
        silent_at = self._silent_at.get(service)
        if silent_at is None or self._monotonic() - silent_at >= SPARED_SECONDS:
            return False
        if not self._read(connection):
            return True
        if self._late:
            self._late.clear()
            self._silent_at.clear()
            return False
        return True

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


class SessionBus(Bus):
    """The bus of the person's desktop session."""


def session_address(environ: Mapping[str, str]) -> str | None:
    """The session bus's address, only if it is a socket of this machine."""
    address = environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if any(part.startswith("unix:") for part in address.split(";")):
        return address
    socket = Path(environ.get("XDG_RUNTIME_DIR") or "/nonexistent") / "bus"
    return f"unix:path={socket}" if is_there(socket) else None


def system_address(environ: Mapping[str, str]) -> str | None:
    """The address of the machine's own bus, only if it is a socket of this machine."""
    address = environ.get("DBUS_SYSTEM_BUS_ADDRESS", "")
    if address:
        return address if any(part.startswith("unix:") for part in address.split(";")) else None
    socket = Path("/run/dbus/system_bus_socket")
    return f"unix:path={socket}" if is_there(socket) else None


def open_connection(address: str) -> Any:
    """To the bus at `address`; OSError and its like where there is none, ImportError without jeepney."""
    from jeepney.io.blocking import open_dbus_connection

    connection = open_dbus_connection(bus=address)
    connection.sock.settimeout(ANSWER_SECONDS)  # a bus that takes nothing in any more holds nobody up
    return connection


def _name_of_error(reply: Any) -> str:
    from jeepney import HeaderFields

    return str(reply.header.fields.get(HeaderFields.error_name, ""))
