"""Reads one value out of a GVDB file, the format of dconf's database (GLib, gvdb/gvdb-format.h).

Little-endian. Header: `GVariant`, version, options, then where the root hash table begins and ends. A hash table:
number of bloom words (its low 27 bits), number of buckets, the bloom words, the buckets, then items of 24 bytes: hash,
parent, key's place and length, type, where the value begins and ends. An item's key goes on from its parent's.

Why the file is read at all: docs/architecture.md, "Why not the portal".
"""

from __future__ import annotations

import struct

_NO_PARENT = 0xFFFFFFFF
_HEADER = struct.Struct("<8sIIII")
_ITEM = struct.Struct("<IIIHBxII")


def find_value(data: bytes, key: str) -> bytes | None:
    """The serialised GVariant stored under `key`, or None. ValueError when `data` is no GVDB file."""
    try:
        signature, version, _, start, end = _HEADER.unpack_from(data)
        if signature != b"GVariant" or version != 0:
            raise ValueError("not a GVDB file")
        bloom_words, buckets = struct.unpack_from("<II", data, start)
        items_at = start + 8 + 4 * (bloom_words & 0x07FFFFFF) + 4 * buckets
        items = [_ITEM.unpack_from(data, at) for at in range(items_at, end - _ITEM.size + 1, _ITEM.size)]
        wanted = _hash(key)
        for index, (number, _, _, _, kind, first, last) in enumerate(items):
            if number == wanted and kind == ord("v") and _key(data, items, index) == key:
                return data[first:last]
    except struct.error as problem:
        raise ValueError("a GVDB file that ends too early") from problem
    return None


def boolean(variant: bytes) -> bool | None:
    """The value of a serialised variant that holds a boolean; None where it holds something else."""
    return bool(variant[0]) if len(variant) == 3 and variant[1:] == b"\0b" else None


def integer(variant: bytes) -> int | None:
    """The value of a serialised variant that holds a whole number of 32 bits; None where it holds something else."""
    return int(struct.unpack("<i", variant[:4])[0]) if len(variant) == 6 and variant[4:] == b"\0i" else None


def _key(data: bytes, items: list[tuple[int, ...]], index: int) -> str:
    parts: list[bytes] = []
    for _ in items:  # no longer than there are items, should parents form a circle
        _, parent, place, length, *_ = items[index]
        parts.append(data[place : place + length])
        if parent == _NO_PARENT or parent >= len(items):
            break
        index = parent
    return b"".join(reversed(parts)).decode("utf-8", "replace")


def _hash(key: str) -> int:
    """D. J. Bernstein's hash as GLib has it: 32 bits, signed characters."""
    value = 5381
    for byte in key.encode():
        value = (value * 33 + (byte - 256 if byte > 127 else byte)) & 0xFFFFFFFF
    return value
