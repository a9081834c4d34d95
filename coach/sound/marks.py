"""Title and chapter marks in a finished sound file, each format in its own way.

.wav   chunks "cue " and "LIST adtl" with a label each (Microsoft, Multimedia Programming Interface, RIFF, 1991),
       and the title as "LIST INFO INAM"
.mp3   an ID3v2.3 tag with TIT2, CTOC and a CHAP frame each (id3.org, ID3v2 Chapter Frame Addendum, 2005)
.ogg   Vorbis comments TITLE, CHAPTER001, CHAPTER001NAME ... (xiph.org, Chapter Extension)
"""

from __future__ import annotations

import shutil
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from coach.files import written_aside
from coach.sound.ogg import set_headers
from coach.sound.synth import RATE_HZ


@dataclass(frozen=True, slots=True)
class Chapter:
    """From `start` (seconds) to the next one, or to `end` of the file."""

    start: float
    end: float
    title: str


def add(path: Path, suffix: str, title: str, chapters: Sequence[Chapter]) -> None:
    """Add the marks to a file that has none. OSError as the disk raises it."""
    {".wav": _to_wav, ".mp3": _to_mp3, ".ogg": _to_ogg}[suffix](path, title, chapters)


def _to_wav(path: Path, title: str, chapters: Sequence[Chapter]) -> None:
    points = b"".join(
        struct.pack("<II4sIII", number, frame, b"data", 0, 0, frame)
        for number, frame in enumerate((round(chapter.start * RATE_HZ) for chapter in chapters), 1)
    )
    labels = b"".join(
        _chunk(b"labl", struct.pack("<I", number) + _zero_ended(chapter.title))
        for number, chapter in enumerate(chapters, 1)
    )
    added = _chunk(b"LIST", b"INFO" + _chunk(b"INAM", _zero_ended(title)))
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


def _to_mp3(path: Path, title: str, chapters: Sequence[Chapter]) -> None:
    frames = _id3_text(b"TIT2", title)
    if chapters:
        names = [f"c{number}".encode() + b"\0" for number in range(1, len(chapters) + 1)]
        frames += _id3_frame(b"CTOC", b"toc\0" + bytes([0b11, min(255, len(names))]) + b"".join(names[:255]))
        for name, chapter in zip(names, chapters, strict=True):
            place = struct.pack(">IIII", _milliseconds(chapter.start), _milliseconds(chapter.end), *[0xFFFFFFFF] * 2)
            frames += _id3_frame(b"CHAP", name + place + _id3_text(b"TIT2", chapter.title))
    tag = b"ID3\x03\x00\x00" + bytes(len(frames) >> shift & 0x7F for shift in (21, 14, 7, 0)) + frames
    with written_aside(path) as tagged, path.open("rb") as plain, tagged.open("wb") as file:
        file.write(tag)
        shutil.copyfileobj(plain, file)


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def _id3_frame(name: bytes, body: bytes) -> bytes:
    return name + struct.pack(">IH", len(body), 0) + body


def _id3_text(name: bytes, text: str) -> bytes:
    return _id3_frame(name, b"\x01" + text.encode("utf-16"))


def _to_ogg(path: Path, title: str, chapters: Sequence[Chapter]) -> None:
    comments = [f"TITLE={title}"]
    for number, chapter in enumerate(chapters, 1):
        minutes, seconds = divmod(round(chapter.start, 3), 60)
        hours, minutes = divmod(int(minutes), 60)
        comments += [
            f"CHAPTER{number:03d}={hours:02d}:{minutes:02d}:{seconds:06.3f}",
            f"CHAPTER{number:03d}NAME={chapter.title}",
        ]
    set_headers(path, comments)


def chapters_of(starts: Sequence[tuple[float, str]], end: float) -> tuple[Chapter, ...]:
    """Chapters that follow one another without a gap."""
    edges = [*starts, (end, "")]
    return tuple(Chapter(start, until, title) for (start, title), (until, _) in pairwise(edges))
