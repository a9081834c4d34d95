"""Title, comment and chapters of an .mp3 or .ogg, put in front of the sound while it is written; mutagen knows how.

.mp3   an ID3v2.3 tag with TIT2, COMM, USLT, CTOC and a CHAP frame each (id3.org, ID3v2 Chapter Frame Addendum, 2005)
.ogg   Vorbis comments TITLE, COMMENT, LYRICS, CHAPTER001, CHAPTER001NAME ... (xiph.org, Chapter Extension), and the
       true bit rate: an encoder writes the one that it expects of music. A session is mostly silence and takes a
       quarter of that, and VLC seeks by it: sent to 0:25 it played 1:33 (measured, 3.0).

The comment stands as lyrics, too: that is the text which players show while a file plays.

Each function that tags takes the beginning of a file as an encoder wrote it, and gives it back with title and chapters.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from io import BytesIO
from typing import IO

from mutagen.id3 import CHAP, COMM, CTOC, ID3, TIT2, USLT, CTOCFlags, Encoding
from mutagen.ogg import OggPage
from mutagen.oggvorbis import OggVorbis

from coach.sound.marks import Chapter

_MOST_LISTED = 255  # CTOC counts in one byte
_MOST_SEGMENTS = 255  # of an Ogg page (RFC 3533, 6)
_NOMINAL_AT = 20  # in the packet that identifies a Vorbis stream: its bit rate, four bytes (Vorbis I, 4.2.2)


def tagged_mp3(beginning: bytes, title: str, chapters: Sequence[Chapter], comment: str = "") -> bytes:
    """With an ID3 tag before it."""
    tag = ID3()
    tag.add(_text(title))
    if comment:
        tag.add(COMM(encoding=Encoding.UTF16, lang="eng", desc="", text=[comment]))
        tag.add(USLT(encoding=Encoding.UTF16, lang="eng", desc="", text=comment))
    names = _names(chapters)
    if names:
        flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
        tag.add(CTOC(element_id="toc", flags=flags, child_element_ids=names[:_MOST_LISTED], sub_frames=[]))
    for name, chapter in zip(names, chapters, strict=True):
        start, end = _milliseconds(chapter.start), _milliseconds(chapter.end)
        tag.add(CHAP(element_id=name, start_time=start, end_time=end, sub_frames=[_text(chapter.title)]))
    file = BytesIO(beginning)
    tag.save(file, v2_version=3, padding=lambda _info: 0)
    return file.getvalue()


def _names(chapters: Sequence[Chapter]) -> list[str]:
    """A name for each frame, unseen by people, that brings all frames to one length.

    mutagen sorts frames by length, then by name, and what reads no table of contents (ffmpeg) takes the chapters as
    they lie (findings/mutagen-sorts-chapters-by-length.sh).
    """
    lengths = [len(chapter.title.encode("utf-16")) for chapter in chapters]
    digits = len(str(len(chapters)))
    return [f"c{number:0{digits}d}{'.' * (max(lengths) - length)}" for number, length in enumerate(lengths, 1)]


def _text(text: str) -> TIT2:
    return TIT2(encoding=Encoding.UTF16, text=[text])  # ID3v2.3 has no UTF-8


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def tagged_ogg(beginning: bytes, title: str, chapters: Sequence[Chapter], comment: str = "") -> bytes:
    """With comments: all, or where there are hundreds of chapters the title and the comment, or the title alone.

    They stay on the page that they have. The encoder has numbered the pages and goes on counting, so none may be added,
    and `OggVorbis.save` would add one for each four kilobytes.
    """
    file = BytesIO(beginning)
    tags = OggVorbis(file).tags
    file.seek(0)
    identification, page = OggPage(file), OggPage(file)
    told = [("TITLE", title), *([("COMMENT", comment), ("LYRICS", comment)] if comment else [])]
    for comments in ([*told, *_chapter_comments(chapters)], told, [("TITLE", title)]):
        tags[:] = comments
        packets = [b"\x03vorbis" + tags.write(), *page.packets[1:]]
        if sum(len(packet) // 255 + 1 for packet in packets) <= _MOST_SEGMENTS:
            page.packets = packets
            return bytes(identification.write() + page.write() + file.read())
    return beginning


def _chapter_comments(chapters: Sequence[Chapter]) -> list[tuple[str, str]]:
    comments = []
    for number, chapter in enumerate(chapters, 1):
        minutes, seconds = divmod(round(chapter.start, 3), 60)
        hours, minutes = divmod(int(minutes), 60)
        comments += [
            (f"CHAPTER{number:03d}", f"{hours:02d}:{minutes:02d}:{seconds:06.3f}"),
            (f"CHAPTER{number:03d}NAME", chapter.title),
        ]
    return comments


def name_bit_rate(file: IO[bytes], seconds: float) -> None:
    """Write into an .ogg, open for reading and writing, the bit rate that it has on the average. OSError."""
    bits = file.seek(0, 2) * 8
    file.seek(0)
    page = OggPage(file)
    identification = bytearray(page.packets[0])
    struct.pack_into("<i", identification, _NOMINAL_AT, round(bits / seconds))
    page.packets[0] = bytes(identification)
    file.seek(0)
    file.write(page.write())
