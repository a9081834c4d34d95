"""The rows that stand in the bytes of a SQLite file, page by page, whether or not the tree above them is whole.

A page that holds rows says so itself and needs no other to be read, so what a damaged page or a cut end leaves is found
without asking SQLite, which gives up at the first damage. (File format: https://www.sqlite.org/fileformat2.html)
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from coach.values import dataclass

Value = int | float | str | bytes | None

HEADER_BYTES = 100  # of SQLite's file format, as the numbers below
_TABLE_LEAF, _INDEX_LEAF = 0x0D, 0x0A  # of tables, and of tables without row ids, which are kept like an index
_MOST_PAYLOAD = 16 * 1024 * 1024  # bytes: no row of ours comes near, what was damaged may say anything; our choice
_SIZES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}  # bytes by serial type


@dataclass(frozen=True, slots=True)
class Found:
    """A row. `number` is its row id, None in a table without them."""

    number: int | None
    values: tuple[Value, ...]


def rows_of(data: bytes) -> Iterator[Found]:
    """Every row of every page that can be read; nothing where the bytes are of another kind. Never raises for them."""
    size = _page_size(data)
    for start in range(0, len(data), size):
        page = data[start : start + size]
        head = HEADER_BYTES if start == 0 else 0
        if len(page) >= head + 8 and page[head] in (_TABLE_LEAF, _INDEX_LEAF):
            yield from _rows(data, page, head, size)


def _page_size(data: bytes) -> int:
    """As the header tells; where that is damaged, what SQLite takes by itself."""
    told = int.from_bytes(data[16:18], "big")
    told = 65536 if told == 1 else told
    return told if 512 <= told <= 65536 and told & (told - 1) == 0 else 4096


def _rows(data: bytes, page: bytes, head: int, size: int) -> Iterator[Found]:
    count = int.from_bytes(page[head + 3 : head + 5], "big")
    for index in range(min(count, size // 4)):
        place = head + 8 + 2 * index
        cell = int.from_bytes(page[place : place + 2], "big")
        try:
            yield _row(data, page, cell, size, is_table=page[head] == _TABLE_LEAF)
        except (ValueError, IndexError, struct.error):  # this one is damaged; the others may not be
            continue


def _row(data: bytes, page: bytes, cell: int, size: int, *, is_table: bool) -> Found:
    length, cell = _varint(page, cell)
    number = None
    if is_table:
        number, cell = _varint(page, cell)
    if not 0 < length <= _MOST_PAYLOAD:
        raise ValueError("no row is of this length")
    return Found(number, _record(_payload(data, page, cell, length, size, is_table=is_table)))


def _payload(data: bytes, page: bytes, cell: int, length: int, size: int, *, is_table: bool) -> bytes:
    """The bytes of a row; what has no room in its page goes on in a chain of others."""
    most = size - 35 if is_table else (size - 12) * 64 // 255 - 23
    least = (size - 12) * 32 // 255 - 23
    if length <= most:
        return page[cell : cell + length]
    local = least + (length - least) % (size - 4)
    local = local if local <= most else least
    found = bytearray(page[cell : cell + local])
    following = int.from_bytes(page[cell + local : cell + local + 4], "big")
    while len(found) < length:
        start = (following - 1) * size
        if following < 1 or start + 4 > len(data):
            raise ValueError("the rest of the row is gone")
        following = int.from_bytes(data[start : start + 4], "big")
        found += data[start + 4 : start + size]
    return bytes(found[:length])


def _record(payload: bytes) -> tuple[Value, ...]:
    end, place = _varint(payload, 0)
    if not 0 < end <= len(payload):
        raise ValueError("no head of a row")
    kinds = []
    while place < end:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values = []
    place = end
    for kind in kinds:
        size = _SIZES[kind] if kind in _SIZES else (kind - 12) // 2
        if kind in (10, 11) or size < 0 or place + size > len(payload):
            raise ValueError("no value")
        values.append(_value(kind, payload[place : place + size]))
        place += size
    if place != len(payload):
        raise ValueError("no row ends here")
    return tuple(values)


def _value(kind: int, raw: bytes) -> Value:
    if kind == 0:
        return None
    if kind == 7:
        number: float = struct.unpack(">d", raw)[0]
        return number
    if kind in (8, 9):
        return kind - 8
    if kind < 7:
        return int.from_bytes(raw, "big", signed=True)
    return raw.decode() if kind % 2 else raw


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """A number of up to nine bytes, and where the next thing stands."""
    value = 0
    for index in range(8):
        byte = data[place + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + index + 1
    value = value << 8 | data[place + 8]
    return (value - (1 << 64) if value >> 63 else value), place + 9
