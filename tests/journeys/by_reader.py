"""The program as a screen reader meets it: a bus with AT-SPI on it, and somebody who knows nothing but what that tells.

AT-SPI is spoken with jeepney, which the program itself uses, and not with libatspi: that one keeps what it was told, so
a test would read what stood there a moment ago; and it would need the system's own Python beside the program's.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.real import NotHereError, a_bus
from tests.journeys.screen import ROOT, Screen, screen, wait_for
from tests.mistakes import has_mistake

_STATES = """
    invalid active armed busy checked collapsed defunct editable enabled expandable expanded focusable focused
    has-tooltip horizontal iconified modal multi-line multiselectable opaque pressed resizable selectable selected
    sensitive showing single-line stale transient vertical visible manages-descendants indeterminate required
    truncated animated invalid-entry supports-autocompletion selectable-text is-default visited checkable has-popup
    read-only
"""
STATES = tuple(_STATES.split())
"""The states of AT-SPI, in the order of their bits."""
PRESSED = ("push button", "check box", "radio button", "toggle button", "menu item", "link", "switch")
"""Roles that are there to be pressed."""
INTERACTIVE = (*PRESSED, "slider", "spin button", "text", "entry", "combo box", "page tab", "table cell")
ANSWER_SECONDS = 20.0
EVENTS = (
    "object:announcement",
    "object:state-changed:focused",
    "object:property-change:accessible-name",
    "object:property-change:accessible-description",
    "window:",
)
_ATSPI = "org.a11y.atspi"
_ROOT = "/org/a11y/atspi/accessible/root"
_GONE = (
    "UnknownObject",
    "UnknownInterface",
    "UnknownMethod",
    "NoReply",
    "ServiceUnknown",
    "InvalidArgs",
    "Disconnected",
)
MOST_DEEP = 60  # no page of the program is; a tree that goes in circles ends


class GoneError(Exception):
    """What was asked is not there any more."""


@dataclass(frozen=True)
class Event:
    """Something that the bus told: "announcement" with its words, "focused", "accessible-name" and
    "accessible-description" with what is new, or of a window.
    """

    kind: str
    text: str
    node: Node
    at: float
    """Seconds of a clock that only runs forward."""


class Bus:
    """The accessibility bus, for questions; GoneError where nobody answers any more."""

    def __init__(self, address: str) -> None:
        from jeepney.io.blocking import open_dbus_connection

        self.address = address
        self._connection = open_dbus_connection(bus=address)

    def ask(self, owner: str, path: str, interface: str, method: str, signature: str = "", *body: Any) -> Any:
        """What `method` gives: the one value, or all of them."""
        from jeepney import DBusAddress, DBusErrorResponse, MessageType, new_method_call

        call = new_method_call(DBusAddress(path, owner, interface), method, signature or None, body)
        try:
            reply = self._connection.send_and_get_reply(call, timeout=ANSWER_SECONDS)
        except TimeoutError as why:
            raise GoneError(f"{method} of {path} at {owner} is not answered") from why
        if reply.header.message_type is MessageType.error:
            failed = DBusErrorResponse(reply)
            if failed.name.rpartition(".")[2] in _GONE:
                raise GoneError(f"{method} of {path}: {failed}")
            raise failed
        return reply.body[0] if len(reply.body) == 1 else reply.body

    def property(self, owner: str, path: str, interface: str, name: str) -> Any:
        return self.ask(owner, path, "org.freedesktop.DBus.Properties", "Get", "ss", interface, name)[1]

    def set_property(self, owner: str, path: str, interface: str, name: str, signature: str, value: Any) -> None:
        variant = (signature, value)
        self.ask(owner, path, "org.freedesktop.DBus.Properties", "Set", "ssv", interface, name, variant)

    def close(self) -> None:
        self._connection.close()


@dataclass(frozen=True)
class Node:
    """One thing in the tree, asked anew each time."""

    bus: Bus = field(repr=False, compare=False)
    owner: str
    path: str

    def at(self, found: tuple[str, str]) -> Node:
        """What an answer points to."""
        return Node(self.bus, *found)

    def ask(self, interface: str, method: str, signature: str = "", *body: Any) -> Any:
        """What a method of one of its interfaces gives."""
        return self._ask(interface, method, signature, *body)

    def has(self, interface: str, name: str) -> Any:
        """A property of one of its interfaces."""
        return self._property(interface, name)

    def _ask(self, interface: str, method: str, signature: str = "", *body: Any) -> Any:
        return self.bus.ask(self.owner, self.path, f"{_ATSPI}.{interface}", method, signature, *body)

    def _property(self, interface: str, name: str) -> Any:
        return self.bus.property(self.owner, self.path, f"{_ATSPI}.{interface}", name)

    @property
    def name(self) -> str:
        return str(self._property("Accessible", "Name"))

    @property
    def description(self) -> str:
        return str(self._property("Accessible", "Description"))

    @property
    def role(self) -> str:
        return str(self._ask("Accessible", "GetRoleName"))

    @property
    def states(self) -> set[str]:
        low, high = self._ask("Accessible", "GetState")
        bits = low | high << 32
        return {state for bit, state in enumerate(STATES) if bits >> bit & 1}

    @property
    def interfaces(self) -> set[str]:
        return {str(each).rpartition(".")[2] for each in self._ask("Accessible", "GetInterfaces")}

    @property
    def children(self) -> list[Node]:
        return [Node(self.bus, owner, path) for owner, path in self._ask("Accessible", "GetChildren")]

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen."""
        left, top, width, height = self._ask("Component", "GetExtents", "u", 0)
        return left, top, width, height

    @property
    def actions(self) -> list[str]:
        """The names of what can be done with it, in their order."""
        if "Action" not in self.interfaces:
            return []
        return [str(name) for name, _description, _key in self._ask("Action", "GetActions")]

    def do(self, number: int = 0) -> None:
        """The action of this number, as a switch device does it."""
        assert self._ask("Action", "DoAction", "i", number), f"{self} does nothing"

    def focus(self) -> None:
        assert self._ask("Component", "GrabFocus"), f"{self} takes no focus"

    @property
    def value(self) -> float:
        return float(self._property("Value", "CurrentValue"))

    def set_value(self, value: float) -> None:
        self.bus.set_property(self.owner, self.path, f"{_ATSPI}.Value", "CurrentValue", "d", float(value))

    @property
    def text(self) -> str:
        return str(self._ask("Text", "GetText", "ii", 0, -1))

    def write(self, text: str) -> None:
        assert self._ask("EditableText", "SetTextContents", "s", text), f"{self} takes no text"

    def walk(self, deep: int = 0) -> Iterator[Node]:
        """Itself and all below that can be seen, in the order in which it is read."""
        yield self
        if deep < MOST_DEEP:
            for child in self.children:
                with suppress(GoneError):
                    if "showing" in child.states:
                        yield from child.walk(deep + 1)

    def __str__(self) -> str:
        with suppress(GoneError):
            return f"{self.role} {self.name!r}"
        return f"{self.path}, gone"


class Listening:
    """All that the bus tells while it lasts."""

    def __init__(self, bus: Bus) -> None:
        from jeepney import DBusAddress, MatchRule, message_bus, new_method_call
        from jeepney.io.blocking import open_dbus_connection

        self.events: list[Event] = []
        self._bus = bus
        self._connection = open_dbus_connection(bus=bus.address)
        registry = DBusAddress("/org/a11y/atspi/registry", f"{_ATSPI}.Registry", f"{_ATSPI}.Registry")
        for wanted in EVENTS:
            told = new_method_call(registry, "RegisterEvent", "sass", (wanted, [], ""))
            self._connection.send_and_get_reply(told, timeout=ANSWER_SECONDS)
        for interface in ("Object", "Window"):
            rule = MatchRule(type="signal", interface=f"{_ATSPI}.Event.{interface}")
            self._connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER_SECONDS)
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        from jeepney import HeaderFields, MessageType

        with suppress(OSError, EOFError):
            while True:
                message = self._connection.receive()
                fields = message.header.fields
                if message.header.message_type is not MessageType.signal or len(message.body) < 4:
                    continue
                member, (detail, first, _second, data) = str(fields[HeaderFields.member]), message.body[:4]
                node = Node(self._bus, str(fields[HeaderFields.sender]), str(fields[HeaderFields.path]))
                kind = ""
                if member == "Announcement":
                    kind = "announcement"
                elif member == "StateChanged" and detail == "focused" and first:
                    kind = "focused"
                elif member == "PropertyChange" and detail in ("accessible-name", "accessible-description"):
                    kind = detail
                elif str(fields[HeaderFields.interface]).endswith("Window"):
                    kind = f"window {member.lower()}"
                if kind:
                    self.events.append(Event(kind, str(data[1]), node, time.monotonic()))

    @property
    def announced(self) -> list[str]:
        """What was announced, in its order."""
        return [event.text for event in list(self.events) if event.kind == "announcement"]

    def said(self) -> list[Event]:
        """What a screen reader says without being asked: announcements, and what is new of what has the keyboard. What
        has no words any more is not said.
        """
        found: list[Event] = []
        here = ("", "")
        for event in list(self.events):
            place = (event.node.owner, event.node.path)
            if event.kind == "focused":
                here = place
            elif not event.text.strip():
                continue
            elif event.kind == "announcement" or (event.kind.startswith("accessible-") and place == here):
                found.append(event)
        return found

    def hurried(self) -> list[str]:
        """Where more than one a second was said: of any three the first and the last are two seconds apart, and the way
        over the bus may take one of these.
        """
        said = self.said()
        return [
            f"{first.text!r}, {second.text!r}, {third.text!r} within {third.at - first.at:.1f} s"
            for first, second, third in zip(said, said[1:], said[2:], strict=False)
            if third.at - first.at < 1.0
        ]

    def close(self) -> None:
        import socket

        with suppress(OSError):
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(ANSWER_SECONDS)
        self._connection.close()


class Reader:
    """Somebody who reads the program over the bus, answers there, and has a keyboard; no pointer, no eyes."""

    def __init__(self, desktop: Screen, bus: Bus, listening: Listening) -> None:
        self.desktop, self.bus, self.listening = desktop, bus, listening

    # --- what is there

    @property
    def programs(self) -> list[Node]:
        """The program, and what it has in processes of their own; nobody else is asked, who may not answer."""
        registry = Node(self.bus, f"{_ATSPI}.Registry", _ROOT)
        found = []
        for one in registry.children:
            with suppress(GoneError):
                bus = "org.freedesktop.DBus"
                pid = self.bus.ask(bus, "/org/freedesktop/DBus", bus, "GetConnectionUnixProcessID", "s", one.owner)
                if _is_ours(pid):
                    found.append(one)
        return found

    @property
    def windows(self) -> list[Node]:
        return [window for program in self.programs for window in program.children if "showing" in window.states]

    def walk(self) -> Iterator[Node]:
        """All that is shown, in the order in which it is read."""
        for window in self.windows:
            yield from window.walk()

    def all(self, name: str = "", role: str = "", *states: str) -> list[Node]:
        """Everything of this role in these states whose name is `name`, or begins with what stands before "..."."""
        found = []
        for node in self.walk():
            with suppress(GoneError):
                if _is_called(node, name) and (not role or node.role == role) and node.states.issuperset(states):
                    found.append(node)
        return found

    def find(self, name: str, role: str = "", *states: str, seconds: float = 30.0) -> Node:
        """The first of them, waited for."""
        told = " ".join([role, repr(name), *states]).strip()
        found = self.wait(told, lambda: next(iter(self.all(name, role, *states)), None), seconds)
        assert isinstance(found, Node)
        return found

    def wait(self, what: str, condition: Callable[[], object], seconds: float = 30.0) -> object:
        """Until `condition` holds; what goes while it is asked is asked again."""

        def asked() -> object:
            with suppress(GoneError):
                return condition()
            return None

        try:
            return wait_for(what, asked, seconds)
        except AssertionError as failed:
            raise AssertionError(f"{failed}\n{self.read()}") from None

    @property
    def focused(self) -> Node | None:
        """What has the keyboard, as the bus told last."""
        told = [event.node for event in self.listening.events[-8:] if event.kind == "focused"]
        for node in reversed(told):
            with suppress(GoneError):
                if "focused" in node.states:
                    return node
        return None

    def read(self) -> str:
        """The whole tree that is shown, a line each."""
        lines = []
        for node in self.walk():
            with suppress(GoneError):
                lines.append(f"{node.role} {node.name!r} {' '.join(sorted(node.states & {'focused', 'checked'}))}")
        return "\n".join(lines)

    # --- what is done

    @contextmanager
    def program(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        """The program, ended as a session manager does. What it says goes to a file: Qt tells so much of whatever a
        screen reader asks for that is gone by then that a pipe would fill up and hold it still.
        """
        said = Path(self.desktop.environ["POSTURE_COACH_HOME"]) / "said"
        with said.open("wb") as file:
            words = [sys.executable, "-m", "coach", *arguments]
            process = subprocess.Popen(words, cwd=ROOT, env=self.desktop.environ, stdout=file, stderr=file)
        try:
            self.wait("the window", lambda: self.windows)
            yield process
        finally:
            process.terminate()
            process.wait(30)
        assert process.returncode == 0
        assert not has_mistake(said.read_text("utf-8"))

    def press(self, *names: str, role: str = "") -> None:
        """The first action of what is called so, one after another."""
        for name in names:
            self.find(name, role, "enabled", "sensitive").do()

    def set(self, name: str, value: float) -> None:
        """Set what has a value."""
        node = self.find(name)
        node.set_value(value)
        self.wait(f"{name} at {value}", lambda: node.value == value)

    def key(self, *keys: str) -> None:
        self.desktop.key(*keys)

    def hears(self, text: str, seconds: float = 30.0) -> None:
        """This was announced, or comes to be."""
        self.wait(f"{text!r} to be announced", lambda: any(text in each for each in self.listening.announced), seconds)


def _is_ours(process: int) -> bool:
    with suppress(OSError):
        words = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
        return any(word == b"coach" or word.startswith(b"coach.") for word in words)
    return False


def _is_called(node: Node, name: str) -> bool:
    if not name:
        return True
    called = node.name
    return called.startswith(name[:-3]) if name.endswith("...") else called == name


@contextmanager
def reading(home: Path, *, speaks: bool = True) -> Iterator[Reader]:
    """A screen and a bus with AT-SPI on it; `speaks`: a screen reader is said to run. Skips where that cannot be."""
    pytest.importorskip("jeepney")
    try:
        with screen(home) as desktop, a_bus(DISPLAY=desktop.display, GSETTINGS_BACKEND="memory") as bus:
            desktop.environ |= bus
            desktop.environ.pop("NO_AT_BRIDGE")
            accessible = Bus(_address(bus["DBUS_SESSION_BUS_ADDRESS"], speaks=speaks))
            listening = Listening(accessible)
            try:
                yield Reader(desktop, accessible, listening)
            finally:
                listening.close()
                accessible.close()
    except NotHereError as why:
        pytest.skip(str(why))


def _address(session: str, *, speaks: bool) -> str:
    """Where the accessibility bus is, once somebody wants it."""
    from jeepney import DBusErrorResponse

    bus, status = Bus(session), "org.a11y.Status"
    try:
        for name, wanted in (("IsEnabled", True), ("ScreenReaderEnabled", speaks)):
            bus.set_property("org.a11y.Bus", "/org/a11y/bus", status, name, "b", wanted)
        return str(bus.ask("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"))
    except (GoneError, DBusErrorResponse) as why:
        raise NotHereError(f"needs at-spi2-core: {why}") from why
    finally:
        bus.close()
