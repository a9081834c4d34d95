"""A compositor of the tests' making: it speaks real Wayland over a real socket, and offers what a test says."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coach.desktop.wayland.wire import Arguments, Message, Messages, encode

DISPLAY = 1
_SYNC, _GET_REGISTRY = 0, 1
_BIND = 0
Offers = Sequence[tuple[str, int]]


@dataclass
class Client:
    """One connection, and what it asked for: `bound` has the interface of each object by its id."""

    stream: socket.socket
    registry: int = 0
    bound: dict[int, tuple[str, int]] = field(default_factory=dict)
    requests: list[Message] = field(default_factory=list)
    is_gone: bool = False

    def send(self, object_id: int, opcode: int, *arguments: int | str | bytes) -> None:
        """An event, there to be read when this returns."""
        self.stream.sendall(encode(object_id, opcode, *arguments))

    def asked_of(self, interface: str) -> list[Message]:
        """The requests to objects of this interface, bound by the registry."""
        ids = {ident for ident, (name, _version) in self.bound.items() if name == interface}
        return [request for request in self.requests if request.object_id in ids]


class Compositor:
    """Listens at `address` until `end`. Globals have the numbers 10, 11, ... in their order."""

    def __init__(self, address: Path, offers: Offers, *, is_deaf: bool = False) -> None:
        self.address, self._offers, self._is_deaf = address, list(offers), is_deaf
        self.clients: list[Client] = []
        self.when_asked: Callable[[Client, Message], object] = lambda _client, _message: None
        self._is_in = threading.Condition()
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(str(address))
        self._listener.listen()
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    @property
    def client(self) -> Client:
        """The last one that came."""
        return self.clients[-1]

    def offer(self, interface: str, version: int) -> int:
        """One global more, told to everybody; its number."""
        name = 10 + len(self._offers)
        self._offers.append((interface, version))
        for client in self.clients:
            client.send(client.registry, 0, name, interface, version)
        return name

    def came(self, count: int) -> None:
        """Wait until it has taken in that many: who connects and goes at once may have gone before."""
        with self._is_in:
            assert self._is_in.wait_for(lambda: len(self.clients) >= count, timeout=5.0), self.clients

    def answered(self, client: Client, count: int) -> None:
        """Wait until it has read that many requests."""
        with self._is_in:
            assert self._is_in.wait_for(lambda: len(client.requests) >= count, timeout=5.0), client.requests

    def gone(self, client: Client) -> None:
        """Wait until it has ended the connection."""
        with self._is_in:
            assert self._is_in.wait_for(lambda: client.is_gone, timeout=5.0)

    def hang_up(self) -> None:
        """Each client is cut off, and the socket is gone."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # closing alone would leave who waits for the next one waiting
        self._listener.close()
        self.address.unlink(missing_ok=True)
        for client in self.clients:
            with contextlib.suppress(OSError):
                client.stream.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        """As hang_up; no thread is left."""
        self.hang_up()
        for thread in self._threads:
            thread.join(5.0)
        for client in self.clients:
            client.stream.close()

    def _accept(self) -> None:
        while True:
            try:
                stream, _ = self._listener.accept()
            except OSError:
                return
            client = Client(stream)
            with self._is_in:
                self.clients.append(client)
                self._is_in.notify_all()
            if not self._is_deaf:
                serving = threading.Thread(target=self._serve, args=(client,), daemon=True)
                self._threads.append(serving)
                serving.start()

    def _serve(self, client: Client) -> None:
        messages = Messages()
        with contextlib.suppress(OSError):
            while piece := client.stream.recv(65536):
                for message in messages.of(piece):
                    self._take(client, message)
        with self._is_in:
            client.is_gone = True
            self._is_in.notify_all()

    def _take(self, client: Client, message: Message) -> None:
        arguments = Arguments(message.body)
        if message.object_id == DISPLAY and message.opcode == _GET_REGISTRY:
            client.registry = arguments.number()
            for name, (interface, version) in enumerate(self._offers, start=10):
                client.send(client.registry, 0, name, interface, version)
        elif message.object_id == DISPLAY and message.opcode == _SYNC:
            client.send(arguments.number(), 0, 0)
        elif message.object_id == client.registry and message.opcode == _BIND:
            _name, interface, version = arguments.number(), arguments.text(), arguments.number()
            client.bound[arguments.number()] = (interface, version)
        self.when_asked(client, message)
        with self._is_in:
            client.requests.append(message)
            self._is_in.notify_all()
