"""Chapters, and a finished .wav's title and marks; those of .ogg and .mp3 are written with the file (tags.py).

.wav   chunks "cue " and "LIST adtl" with a label each (Microsoft, Multimedia Programming Interface, RIFF, 1991),
       the title as "LIST INFO INAM" and a comment as "ICMT". By hand, for mutagen has none of them: it puts an ID3 tag
       into a .wav.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from coach.sound.synth import RATE_HZ
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """From `start` (seconds) to the next one, or to `end` of the file."""

    start: float
    end: float
    title: str


def chapters_of(starts: Sequence[tuple[float, str]], end: float) -> tuple[Chapter, ...]:
    """Chapters that follow one another without a gap."""
    edges = [*starts, (end, "")]
    return tuple(Chapter(start, until, title) for (start, title), (until, _) in pairwise(edges))


def mark_wav(path: Path, title: str, chapters: Sequence[Chapter], comment: str = "") -> None:
    """Add the marks to a .wav that has none. OSError as the disk raises it."""
    points = b"".join(
        struct.pack("<II4sIII", number, frame, b"data", 0, 0, frame)
        for number, frame in enumerate((round(chapter.start * RATE_HZ) for chapter in chapters), 1)
    )
    labels = b"".join(
        _chunk(b"labl", struct.pack("<I", number) + _zero_ended(chapter.title))
        for number, chapter in enumerate(chapters, 1)
    )
    told = _chunk(b"INAM", _zero_ended(title)) + (_chunk(b"ICMT", _zero_ended(comment)) if comment else b"")
    added = _chunk(b"LIST", b"INFO" + told)
    if chapters:
        added += _chunk(b"cue ", struct.pack("<I", len(chapters)) + points) + _chunk(b"LIST", b"adtl" + labels)
    with path.open("r+b") as file:
        size = file.seek(0, 2)
        added = b"\0" * (size % 2) + added
        file.write(added)
        file.seek(4)
        file.write(struct.pack("<I", size + len(added) - 8))


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _zero_ended(text: str) -> bytes:
    return text.encode() + b"\0"
