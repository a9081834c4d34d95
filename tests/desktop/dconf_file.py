"""A settings database as dconf writes it."""

from __future__ import annotations

import struct

from coach.desktop import gvdb

FALSE, TRUE = b"\x00\x00b", b"\x01\x00b"


def integer(value: int) -> bytes:
    """A whole number as dconf keeps it."""
    return struct.pack("<i", value) + b"\0i"


def gvdb_file(values: dict[str, bytes]) -> bytes:
    """A database as GLib lays it out: every key in pieces below its parent, one bucket."""
    items: list[tuple[str, int, str, bytes]] = []
    for key, value in values.items():
        parent = 0xFFFFFFFF
        pieces = [piece + "/" for piece in key.split("/")[:-1]] + [key.rpartition("/")[2]]
        for depth, piece in enumerate(pieces):
            is_last = depth == len(pieces) - 1
            items.append((piece, parent, "v" if is_last else "L", value if is_last else b""))
            parent = len(items) - 1
    table_at = 24
    data_at = table_at + 8 + 4 + 24 * len(items)
    table, data = struct.pack("<III", 0, 1, 0), b""
    for index, (piece, parent, kind, value) in enumerate(items):
        path, up = piece, parent
        while up != 0xFFFFFFFF:
            path, up = items[up][0] + path, items[up][1]
        key_at = data_at + len(data)
        data += piece.encode()
        data += b"\0" * (-len(data) % 8)
        value_at = data_at + len(data)
        data += value
        table += struct.pack(
            "<IIIHBxII", gvdb._hash(path), parent, key_at, len(piece), ord(kind), value_at, value_at + len(value)
        )
        assert index * 24 + 12 + 24 == len(table)
    return struct.pack("<8sIIII", b"GVariant", 0, 0, table_at, data_at) + table + data
