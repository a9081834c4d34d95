"""Replaces the comments of an Ogg Vorbis file; only its second page changes.

An Ogg page has a header, a table of segment lengths and the segments (RFC 3533); the second page of a Vorbis stream
begins with the packet of comments, which the packet of tables follows (Vorbis I specification, 4.2 and 5).
"""

from __future__ import annotations

import shutil
import struct
from collections.abc import Sequence
from pathlib import Path

from coach.files import written_aside

_HEADER = struct.Struct("<4sBBqIIIB")
_MOST_SEGMENTS = 255
_POLYNOMIAL = 0x04C11DB7


def set_comments(path: Path, comments: Sequence[str]) -> None:
    """Give the file these comments (NAME=value). One whose pages are laid out otherwise is left as it is. OSError."""
    with path.open("rb") as file:
        first = _page(file.read(_HEADER.size + _MOST_SEGMENTS + 65_536))
        if first is None:
            return
        file.seek(first.size)
        second = _page(file.read(_HEADER.size + _MOST_SEGMENTS * 256))
        changed = _with_comments(second, comments) if second is not None else None
        if second is None or changed is None:
            return
        rest = first.size + second.size
        with written_aside(path) as copy, copy.open("wb") as out:
            file.seek(0)
            out.write(file.read(first.size))
            out.write(changed)
            file.seek(rest)
            shutil.copyfileobj(file, out)


class _Page:
    def __init__(self, fields: tuple[bytes, int, int, int, int, int, int, int], table: bytes, body: bytes) -> None:
        self.fields = fields
        self.table = table
        self.body = body
        self.size = _HEADER.size + len(table) + len(body)

    def packets(self) -> list[bytes]:
        """The packets that end on this page, and the beginning of one that goes on."""
        packets, at, length = [], 0, 0
        for lacing in self.table:
            length += lacing
            if lacing < _MOST_SEGMENTS:
                packets.append(self.body[at : at + length])
                at, length = at + length, 0
        return [*packets, self.body[at:]] if length else packets


def _page(data: bytes) -> _Page | None:
    if len(data) < _HEADER.size:
        return None
    fields = _HEADER.unpack_from(data)
    table = data[_HEADER.size : _HEADER.size + fields[7]]
    body = data[_HEADER.size + fields[7] :][: sum(table)]
    return _Page(fields, table, body) if fields[0] == b"OggS" and len(body) == sum(table) else None


def _with_comments(page: _Page, comments: Sequence[str]) -> bytes | None:
    """The page with other comments; None where the headers do not lie on it alone or would not fit on it."""
    packets = page.packets()
    ends_here = bool(page.table) and page.table[-1] < _MOST_SEGMENTS
    if len(packets) != 2 or not ends_here or not packets[0].startswith(b"\x03vorbis"):
        return None
    (length,) = struct.unpack_from("<I", packets[0], 7)
    vendor = packets[0][7 : 11 + length]
    texts = [comment.encode() for comment in comments]
    listed = b"".join(struct.pack("<I", len(text)) + text for text in texts)
    packets[0] = b"\x03vorbis" + vendor + struct.pack("<I", len(texts)) + listed + b"\x01"
    table = b"".join(b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255]) for packet in packets)
    if len(table) > _MOST_SEGMENTS:
        return None
    body = b"".join(packets)
    name, version, flags, granule, serial, number, _, _ = page.fields
    bare = _HEADER.pack(name, version, flags, granule, serial, number, 0, len(table)) + table + body
    return bare[:22] + struct.pack("<I", _checksum(bare)) + bare[26:]


def _checksum(data: bytes) -> int:
    """Ogg's CRC: 32 bits, from the highest bit, no inversion."""
    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1 ^ _POLYNOMIAL if value & 0x80000000 else value << 1) & 0xFFFFFFFF
        table.append(value)
    total = 0
    for byte in data:
        total = (total << 8 & 0xFFFFFFFF) ^ table[total >> 24 ^ byte]
    return total
