"""A connection to a Wayland compositor: what it offers, the objects on both sides, and events that have come."""

from __future__ import annotations

import os
import select
import socket
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from coach.desktop.how import How, NotHadError
from coach.desktop.wayland.wire import Arguments, Messages, WireError, encode
from coach.values import dataclass

ANSWER_SECONDS = 0.5  # as long as the session bus gets; our choice
_PIECE_BYTES = 65536
_PIECES_AT_ONCE = 64  # 4 MB; who sends more at once is not listened to without end

_DISPLAY = 1  # the one object that is there from the start; its requests and events, and the registry's
_SYNC, _GET_REGISTRY = 0, 1
_ERROR, _DELETE_ID = 0, 1
_BIND = 0
_GLOBAL, _GLOBAL_REMOVE = 0, 1

Heard = Callable[[int, Arguments], None]
"""Gets the number of an event among those of its object's interface, and what it tells."""


class LostError(NotHadError):
    """The compositor is gone, does not answer, ended the connection or has not what is wanted of it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A global object: `name` is its number, `version` the highest that the compositor knows."""

    name: int
    interface: str
    version: int


class Connection:
    """Over `stream`, which is ours from now on. Everything raises LostError where the compositor is gone.

    `offers` is filled by the first `roundtrip`; `when_offers_change` is called for each later change.
    """

    def __init__(self, stream: socket.socket) -> None:
        stream.setblocking(False)
        self._stream = stream
        self._messages = Messages()
        self._heard: dict[int, Heard] = {_DISPLAY: self._of_display}
        self._last_id = _DISPLAY
        self.offers: dict[int, Offer] = {}
        self.when_offers_change: Callable[[], None] = _nothing
        self._registry = self.new(self._of_registry)
        self.request(_DISPLAY, _GET_REGISTRY, self._registry)

    @property
    def fileno(self) -> int:
        """What becomes readable when events come."""
        return self._stream.fileno()

    def new(self, heard: Heard | None = None) -> int:
        """The id of an object that the next request makes; its events go to `heard`."""
        self._last_id += 1
        return self.adopt(self._last_id, heard)

    def adopt(self, object_id: int, heard: Heard | None = None) -> int:
        """The same for an object that the compositor made."""
        self._heard[object_id] = heard or _ignore
        return object_id

    def forget(self, object_id: int) -> None:
        """Events of it that are still on their way are nobody's."""
        self._heard.pop(object_id, None)

    def request(
        self, object_id: int, opcode: int, *arguments: int | str | bytes, descriptors: Sequence[int] = ()
    ) -> None:
        """Ask an object for something; `descriptors` go along as files of ours."""
        if sys.platform == "win32":
            raise NotImplementedError  # nor below: it has no such sockets
        message = encode(object_id, opcode, *arguments)
        try:
            sent = socket.send_fds(self._stream, [message], descriptors) if descriptors else self._stream.send(message)
        except OSError as error:
            raise LostError(How("wayland-gone")) from error
        if sent < len(message):
            raise LostError(How("wayland-deaf"))

    def offered(self, interface: str) -> list[Offer]:
        """What there is of it, the first one first."""
        return [offer for offer in self.offers.values() if offer.interface == interface]

    def bind(self, offer: Offer, version: int, heard: Heard | None = None) -> int:
        """An object of what is offered, of `version` or what the compositor has below it."""
        bound = self.new(heard)
        self.request(self._registry, _BIND, offer.name, offer.interface, min(version, offer.version), bound)
        return bound

    def hear(self) -> None:
        """Take in the events that have come; waits for none."""
        for _ in range(_PIECES_AT_ONCE):
            try:
                piece = self._stream.recv(_PIECE_BYTES)
            except (BlockingIOError, InterruptedError):
                return
            except OSError as error:
                raise LostError(How("wayland-gone")) from error
            if not piece:
                raise LostError(How("wayland-gone"))
            self._take(piece)

    def roundtrip(self) -> None:
        """Until the compositor has dealt with what was asked of it so far; ANSWER_SECONDS at most."""
        answers: list[int] = []
        self.request(_DISPLAY, _SYNC, self.new(lambda opcode, _arguments: answers.append(opcode)))
        if not self.wait(lambda: bool(answers)):
            raise LostError(How("wayland-silent"))

    def wait(self, is_so: Callable[[], bool]) -> bool:
        """Whether it is so, of what events tell, within ANSWER_SECONDS."""
        if sys.platform == "win32":
            raise NotImplementedError
        until = time.monotonic() + ANSWER_SECONDS
        readable = select.poll()
        readable.register(self._stream, select.POLLIN)
        while not is_so():
            left = until - time.monotonic()
            if left <= 0 or not readable.poll(left * 1000):
                return is_so()
            self.hear()
        return True

    def close(self) -> None:
        """End it; the compositor lets go of everything that was asked for here."""
        self._stream.close()

    def _take(self, piece: bytes) -> None:
        try:
            for message in self._messages.of(piece):
                self._heard.get(message.object_id, _ignore)(message.opcode, Arguments(message.body))
        except WireError as error:
            raise LostError(How(error.what, error.name)) from error

    def _of_display(self, opcode: int, arguments: Arguments) -> None:
        if opcode == _ERROR:
            _object, _code, message = arguments.number(), arguments.number(), arguments.text()
            raise LostError(How("wayland-refused", message[:_LONGEST_REFUSAL]))
        if opcode == _DELETE_ID:
            self.forget(arguments.number())

    def _of_registry(self, opcode: int, arguments: Arguments) -> None:
        if opcode == _GLOBAL:
            offer = Offer(arguments.number(), arguments.text(), arguments.number())
            self.offers[offer.name] = offer
        elif opcode == _GLOBAL_REMOVE:
            self.offers.pop(arguments.number(), None)
        self.when_offers_change()


_LONGEST_REFUSAL = 200  # characters; the compositor's own words


def address_of(environ: Mapping[str, str]) -> Path | None:
    """The socket of the compositor of this session; None outside of Wayland."""
    name = environ.get("WAYLAND_DISPLAY")
    if not name:
        return None
    folder = environ.get("XDG_RUNTIME_DIR")
    if Path(name).is_absolute():
        return Path(name)
    return Path(folder) / name if folder else None


def connect(address: Path) -> Connection:
    """A connection that knows what the compositor offers. LostError where it cannot be had."""
    if sys.platform == "win32":
        raise NotImplementedError
    stream = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    stream.settimeout(ANSWER_SECONDS)  # a compositor that takes nobody in
    try:
        stream.connect(os.fspath(address))
        connection = Connection(stream)
        connection.roundtrip()
    except LostError:
        stream.close()
        raise
    except OSError as error:
        stream.close()
        raise LostError(How("wayland-unreachable")) from error
    return connection


def _nothing() -> None:
    return


def _ignore(_opcode: int, _arguments: Arguments) -> None:
    return
