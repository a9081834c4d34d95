"""The bytes of the Wayland protocol: messages of 32-bit words in the machine's own order, as in the protocol's chapter
"Wire Format" (wayland.freedesktop.org).
"""

from __future__ import annotations

import struct
import sys
from typing import Literal

from coach.values import dataclass

_WORD = 4
_HEAD = 8


Misread = Literal["wayland-misread-size", "wayland-misread-list", "wayland-misread-end"]
"""As coach.desktop.how has them."""


class WireError(ValueError):
    """What came is no message of Wayland's."""

    def __init__(self, what: Misread, name: str = "") -> None:
        super().__init__(f"{what} {name}".rstrip())
        self.what: Misread = what
        self.name = name


@dataclass(frozen=True, slots=True)
class Message:
    """An event or a request: of or to which object, which one of its interface, and its arguments."""

    object_id: int
    opcode: int
    body: bytes


def encode(object_id: int, opcode: int, *arguments: int | str | bytes) -> bytes:
    """A message: a number for int, uint, object and new_id, a text for string, bytes for array."""
    body = b"".join(_encoded(argument) for argument in arguments)
    return struct.pack("=IHH", object_id, opcode, _HEAD + len(body)) + body


def _encoded(argument: int | str | bytes) -> bytes:
    if isinstance(argument, int):
        return struct.pack("=I", argument & 0xFFFFFFFF)
    content = argument.encode() + b"\0" if isinstance(argument, str) else argument
    return struct.pack("=I", len(content)) + content + bytes(-len(content) % _WORD)


class Messages:
    """What comes over the socket, in pieces of any size, as whole messages."""

    def __init__(self) -> None:
        self._rest = b""

    def of(self, piece: bytes) -> list[Message]:
        """The messages that are whole with this piece. WireError for what can be none: nothing after it is of use."""
        data = self._rest + piece
        found, start = [], 0
        while len(data) - start >= _HEAD:
            object_id, opcode, size = struct.unpack_from("=IHH", data, start)
            if size < _HEAD or size % _WORD:
                raise WireError("wayland-misread-size", str(size))
            if len(data) - start < size:
                break
            found.append(Message(object_id, opcode, data[start + _HEAD : start + size]))
            start += size
        self._rest = data[start:]
        return found


class Arguments:
    """The arguments of a message, read one after the other. WireError where one is missing or cut."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._at = 0

    def number(self) -> int:
        """A uint, an object or a new_id."""
        return int.from_bytes(self._take(_WORD), sys.byteorder)

    def text(self) -> str:
        """A string; empty for none. What is no UTF-8 in it is replaced."""
        return self.array().removesuffix(b"\0").decode(errors="replace")

    def array(self) -> bytes:
        """An array, as it came."""
        length = self.number()
        content = self._take(length)
        self._take(-length % _WORD)
        return content

    def numbers(self) -> tuple[int, ...]:
        """An array of uints."""
        content = self.array()
        if len(content) % _WORD:
            raise WireError("wayland-misread-list")
        return struct.unpack(f"={len(content) // _WORD}I", content)

    def _take(self, count: int) -> bytes:
        end = self._at + count
        if end > len(self._body):
            raise WireError("wayland-misread-end")
        content = self._body[self._at : end]
        self._at = end
        return content
