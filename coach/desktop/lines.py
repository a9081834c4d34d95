"""Lines between the programs of one person: whole messages, each of a length and within a time that are bounded.

On Linux and macOS a line is a socket: four bytes of length, then the message. On Windows it is a named pipe of
`multiprocessing`, which is imported there alone: it would be a megabyte and a half in a program that only waits.
"""

from __future__ import annotations

import errno
import os
import select
import socket
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Protocol, Self

_HEAD_BYTES = 4
_MOST_FILES = 2  # that ever come along with a message: a lock and who listens


class Line(Protocol):
    """A connection to another program."""

    def receive(self, most_bytes: int, seconds: float | None) -> bytes:
        """The next message; None waits for it without end. TimeoutError where it is not whole by then, OSError for one
        that is too long, EOFError where the other side leaves.
        """
        ...

    def send(self, message: bytes, seconds: float, files: Sequence[int] = ()) -> None:
        """Send a message and, where the system can, open `files` along with it. TimeoutError where the other side does
        not take it in time, OSError where it left.
        """
        ...

    @property
    def files(self) -> tuple[int, ...]:
        """The open files that came along with the last message; whoever takes them closes them."""
        ...

    def hang_up(self) -> None:
        """End it, though another thread may be waiting: that one wakes up with EOFError or OSError."""
        ...

    def close(self) -> None:
        """Give it back."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


class Ear(Protocol):
    """Where others connect to."""

    def accept(self) -> Line | None:
        """Wait for the next one; None where `wake` was called. OSError, EOFError: the system let none through."""
        ...

    def wake(self) -> None:
        """Have the thread that waits in `accept` go on."""
        ...

    @property
    def file(self) -> int | None:
        """The open file that another program can listen on in our place; None where there is no such thing."""
        ...

    def close(self) -> None:
        """Listen no longer."""
        ...


def connect(address: str, seconds: float | None = None) -> Line:
    """OSError where nobody listens there. Where more wait than the system holds it waits for room, without end unless
    `seconds` says for how long; then OSError, too.
    """
    if sys.platform == "win32":
        from multiprocessing.connection import Client

        return _Pipe(Client(address))
    stream = socket.socket(socket.AF_UNIX)
    stream.settimeout(seconds)
    try:
        stream.connect(address)
    except OSError:
        stream.close()
        raise
    return SocketLine(stream)


def listen(address: str, waiting: int) -> Ear:
    """`waiting` is how many the system holds until they are accepted. OSError where it cannot be."""
    if sys.platform == "win32":
        from multiprocessing.connection import Listener

        return _PipeEar(Listener(address, backlog=waiting))
    stream = socket.socket(socket.AF_UNIX)
    try:
        stream.bind(address)
        stream.listen(waiting)
    except OSError:
        stream.close()
        raise
    return SocketEar(stream)


class SocketLine:
    """A line that is a socket, which Windows has none of."""

    def __init__(self, stream: socket.socket) -> None:
        self._stream = stream
        self._files: list[int] = []

    @property
    def files(self) -> tuple[int, ...]:
        """As the protocol says."""
        return tuple(self._files)

    def receive(self, most_bytes: int, seconds: float | None) -> bytes:
        """As the protocol says."""
        self._files.clear()
        until = None if seconds is None else time.monotonic() + seconds
        length = int.from_bytes(self._exactly(_HEAD_BYTES, until), "big", signed=True)
        if not 0 <= length <= most_bytes:
            raise OSError(errno.EMSGSIZE, os.strerror(errno.EMSGSIZE))
        return self._exactly(length, until)

    def send(self, message: bytes, seconds: float, files: Sequence[int] = ()) -> None:
        """As the protocol says."""
        self._stream.settimeout(seconds)
        head = len(message).to_bytes(_HEAD_BYTES, "big")
        if files:
            if sys.platform == "win32":
                raise NotImplementedError
            socket.send_fds(self._stream, [head], list(files))
            head = b""
        self._stream.sendall(head + message)

    def hang_up(self) -> None:
        """As the protocol says."""
        with suppress(OSError):
            self._stream.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """As the protocol says."""
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _exactly(self, count: int, until: float | None) -> bytes:
        if sys.platform == "win32":
            raise NotImplementedError
        found = bytearray()
        while len(found) < count:
            left = None if until is None else until - time.monotonic()
            if left is not None and left <= 0:
                raise TimeoutError
            self._stream.settimeout(left)
            part, files, _flags, _from = socket.recv_fds(self._stream, count - len(found), _MOST_FILES)
            for file in files:
                os.set_inheritable(file, False)  # what we start shall not hold a lock after our end
            self._files += files
            if not part:
                raise EOFError
            found += part
        return bytes(found)


class SocketEar:
    """Where others connect to that is a socket. Two programs may hold it while one takes over from the other."""

    def __init__(self, stream: socket.socket) -> None:
        stream.setblocking(False)  # another one that holds it may be quicker
        self._stream = stream
        self._here, self._there = socket.socketpair()

    @property
    def file(self) -> int | None:
        """As the protocol says."""
        return self._stream.fileno()

    def accept(self) -> Line | None:
        """As the protocol says."""
        while True:
            ready, _, _ = select.select([self._stream, self._here], [], [])
            if self._here in ready:
                self._here.recv(1)
                return None
            with suppress(BlockingIOError):
                stream, _address = self._stream.accept()
                return SocketLine(stream)

    def wake(self) -> None:
        """As the protocol says."""
        self._there.send(b"!")

    def close(self) -> None:
        """As the protocol says. Its file stays: whoever makes a new one takes it away."""
        for stream in (self._stream, self._here, self._there):
            stream.close()


def ear_of(file: int) -> SocketEar:
    """The open file of somebody else's ear, as one of ours."""
    return SocketEar(socket.socket(fileno=file))


class _Pipe:
    """A line that is a named pipe of Windows, which gives whole messages."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    @property
    def files(self) -> tuple[int, ...]:
        return ()

    def receive(self, most_bytes: int, seconds: float | None) -> bytes:
        if not self._connection.poll(seconds):
            raise TimeoutError
        message: bytes = self._connection.recv_bytes(most_bytes)
        return message

    def send(self, message: bytes, seconds: float, files: Sequence[int] = ()) -> None:
        del seconds, files  # neither is to be had of a pipe
        self._connection.send_bytes(message)

    def hang_up(self) -> None:
        """Nothing: whoever waits at a pipe waits for a bounded time."""

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _PipeEar:
    """Where others connect to that is a named pipe of Windows."""

    def __init__(self, listener: Any) -> None:
        self._listener = listener
        self._is_woken = False

    @property
    def file(self) -> int | None:
        return None

    def accept(self) -> Line | None:
        line = _Pipe(self._listener.accept())
        if not self._is_woken:
            return line
        self._is_woken = False
        line.close()
        return None

    def wake(self) -> None:
        from multiprocessing.connection import Client

        self._is_woken = True
        with suppress(OSError, EOFError):
            Client(self._listener.address).close()

    def close(self) -> None:
        self._listener.close()


def take_file(file: int) -> None:
    """Close an open file that came along and is not wanted."""
    with suppress(OSError):
        os.close(file)
