"""A file's bytes into text: its size, its encoding, and characters that nobody can see."""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path

from coach.content.amiss import Unseen
from coach.content.node import START, Mark
from coach.content.notes import Notes

MOST_BYTES = 256 * 1024  # of one file, as docs/format.md says; our choice
# What YAML calls printable, less the line breaks that editors do not show as such and a byte order mark in the middle.
_PRINTABLE = "\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
# And of these what turns the direction of reading round, takes no room or looks like a blank: a title that holds it can
# pass for another. The soft hyphen, the joiners of Persian and of emoji, and their variants have a use, and stay.
_HIDDEN = (
    "\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
)
_UNWANTED = re.compile(f"[^{_PRINTABLE}]|[{_HIDDEN}]")


_PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))

REPLACED = "\ufffd"
_WITHOUT_WAITING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_text(file: Path, notes: Notes, most: int = MOST_BYTES) -> str | None:
    """The text of `file`, at most so many bytes, with plain line breaks, None where it cannot be had at all (the reason
    is noted).
    """
    try:
        data = _bytes_of(file, most + 1)
    except OSError as error:
        notes.add(START, f"the file cannot be read ({error.strerror}); check that it is there and may be read")
        return None
    if data is None:
        notes.add(START, "this is not a plain file; put a text file in its place")
        return None
    return text_of(data, notes, most)


def _bytes_of(file: Path, most: int) -> bytes | None:
    """The first bytes of a file; None for what is no plain one. OSError."""
    try:
        number = os.open(file, _WITHOUT_WAITING)  # a pipe would wait for ever
    except OSError:
        if stat.S_ISREG(os.stat(file).st_mode):  # noqa: PTH116  a socket, and on Windows a folder, cannot be opened
            raise
        return None
    try:
        found = os.fstat(number)
        if not stat.S_ISREG(found.st_mode):  # a device never ends
            return None
        data, room = b"", found.st_size or most  # as much room as it may take would be asked of the system each time
        while len(data) < most and (more := os.read(number, min(room, most - len(data)))):
            data += more
        return data
    finally:
        os.close(number)


def text_of(data: bytes, notes: Notes, most: int = MOST_BYTES) -> str | None:
    """`data`, at most so many bytes, as text with plain line breaks, without a byte order mark; unwanted characters are
    noted and replaced.
    """
    if len(data) > most:
        notes.add(START, f"the file is larger than {most // 1024} KiB; split it into smaller ones", "too-large")
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = plain_breaks(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = plain_breaks(data[: error.start].decode("utf-8"))
        notes.add(
            place(before, len(before)), f"the byte 0x{data[error.start]:02X} is not UTF-8; save the file as UTF-8"
        )
        return None
    if _is_plain(data) or not _UNWANTED.search(text):
        return text
    for found in _UNWANTED.finditer(text):
        code = ord(found[0])
        notes.add(place(text, found.start()), f"the character U+{code:04X} cannot be seen; take it out", Unseen(code))
        notes.has_replaced = True
    return _UNWANTED.sub(REPLACED, text)


def _is_plain(data: bytes) -> bool:
    """Whether these are letters, signs and line ends of ASCII alone, as nearly always; quick to tell."""
    return not data.translate(None, _PLAIN)


def has_unwanted(text: str) -> str | None:
    """The first character in `text` that nobody can see, such as one written as an escape."""
    found = _UNWANTED.search(text)
    return found[0] if found else None


def place(text: str, index: int) -> Mark:
    """Where the character number `index` of `text` stands."""
    line_start = text.rfind("\n", 0, index) + 1
    return Mark(text.count("\n", 0, index) + 1, index - line_start + 1)


def plain_breaks(text: str) -> str:
    """`text` with a line feed at the end of each line, whatever system wrote it."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
