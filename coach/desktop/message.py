"""One message of a connection: of a length that is bounded, within a time that is bounded, or not at all.

On Linux and macOS a connection of `multiprocessing` is a socket: four bytes of length, then the message. Its own
reading waits without end for a message of which half has come. On Windows it is a pipe that gives whole messages.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from multiprocessing.connection import Connection

_HEAD_BYTES = 4


def receive(connection: Connection, most_bytes: int, seconds: float) -> bytes:
    """The next message. TimeoutError where it is not whole after `seconds`, OSError for one that is too long, EOFError
    where the other side leaves."""
    if sys.platform == "win32":
        if not connection.poll(seconds):
            raise TimeoutError
        return connection.recv_bytes(most_bytes)
    with _socket_of(connection) as stream:
        until = time.monotonic() + seconds
        length = int.from_bytes(_exactly(stream, _HEAD_BYTES, until), "big", signed=True)
        if not 0 <= length <= most_bytes:
            raise OSError(f"a message of {length} bytes is not read")
        return _exactly(stream, length, until)


def answer(connection: Connection, message: bytes, seconds: float) -> None:
    """Send a message. TimeoutError where the other side does not take it within `seconds`, OSError where it left."""
    if sys.platform == "win32":
        connection.send_bytes(message)
        return
    with _socket_of(connection) as stream:
        stream.settimeout(seconds)
        stream.sendall(len(message).to_bytes(_HEAD_BYTES, "big") + message)


def hang_up(connection: Connection) -> None:
    """End a connection that another thread may be waiting for: it wakes up with EOFError or OSError."""
    if sys.platform != "win32":
        with _socket_of(connection) as stream:
            stream.shutdown(socket.SHUT_RDWR)


def _socket_of(connection: Connection) -> socket.socket:
    """The connection as a socket of its own, which is closed by itself. OSError where the connection is closed."""
    return socket.socket(fileno=os.dup(connection.fileno()))


def _exactly(stream: socket.socket, count: int, until: float) -> bytes:
    found = bytearray()
    while len(found) < count:
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        stream.settimeout(left)
        part = stream.recv(count - len(found))
        if not part:
            raise EOFError
        found += part
    return bytes(found)
