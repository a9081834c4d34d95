"""Samples become a file to take along: .wav, .ogg or .mp3, with its title and a mark at each chapter.

The file appears under its name when it is whole; cancelled or failed, nothing is left of it.
"""

from __future__ import annotations

import errno
import importlib.util
import os
import shutil
import wave
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.files import written_aside
from coach.sound import marks
from coach.sound.marks import Chapter
from coach.sound.synth import RATE_HZ

SUFFIXES = (".wav", ".ogg", ".mp3")
_FORMATS = {".ogg": ("OGG", "VORBIS"), ".mp3": ("MP3", "MPEG_LAYER_III")}
_PIECE = RATE_HZ  # libsndfile's Vorbis encoder overflows the stack when given minutes at once (measured)
_BLOCK_BYTES = 64 * 1024  # with less left a disk is full

Progress = Callable[[float], bool]
"""Told the share that is done, 0.0 to 1.0; answers whether to go on."""


class AudioError(Exception):
    """Carries one sentence for the person."""


class Cancelled(Exception):  # noqa: N818 - somebody's wish, not an error
    """The person did not want the file any more."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is written: `frames` frames at RATE_HZ on one channel, block by block."""

    blocks: Iterable[Any]
    frames: int
    title: str
    chapters: Sequence[Chapter] = ()


def why_not(suffix: str) -> str | None:
    """Why files of this kind cannot be written here, or None."""
    if suffix not in SUFFIXES:
        return f"{suffix or 'a file without an ending'} is not a kind of sound file; write {', '.join(SUFFIXES)}"
    if suffix != ".wav" and importlib.util.find_spec("soundfile") is None:
        return f"{suffix} needs the package soundfile; write: pip install soundfile, or choose .wav"
    return None


def write_audio(path: Path, contents: Contents, progress: Progress = lambda _share: True) -> None:
    """Write the file. Raises AudioError where it cannot be written, Cancelled when `progress` says so."""
    suffix = path.suffix.lower()
    if reason := why_not(suffix):
        raise AudioError(reason)
    try:
        with written_aside(path) as part, _telling_when_full(part):
            with _wav(part) if suffix == ".wav" else _encoded(part, suffix) as write:
                done = 0
                for block in contents.blocks:
                    write(block)
                    done += len(block)
                    if not progress(min(1.0, done / max(1, contents.frames))):
                        raise Cancelled
            marks.add(part, suffix, contents.title, contents.chapters)
    except (OSError, RuntimeError, EOFError, wave.Error) as problem:  # soundfile's errors are RuntimeErrors
        raise AudioError(f"{path} cannot be written: {getattr(problem, 'strerror', None) or problem}") from problem


@contextmanager
def _telling_when_full(part: Path) -> Iterator[None]:
    """A full disk as OSError: the encoder only says "System error". Asked while `part` still takes the room."""
    try:
        yield
    except RuntimeError as problem:
        if _is_full(part):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(part)) from problem
        raise


def _is_full(path: Path) -> bool:
    """Whether the disk has no room for a block."""
    try:
        return shutil.disk_usage(path.absolute().parent).free < _BLOCK_BYTES
    except OSError:  # there is no such folder
        return False


@contextmanager
def _wav(path: Path) -> Iterator[Callable[[Any], None]]:
    import numpy as np

    with path.open("wb") as raw, wave.open(raw, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        yield lambda block: file.writeframesraw(np.round(block * 32767).astype("<i2").tobytes())


@contextmanager
def _encoded(path: Path, suffix: str) -> Iterator[Callable[[Any], None]]:
    import soundfile

    kind, subtype = _FORMATS[suffix]
    with soundfile.SoundFile(str(path), "w", RATE_HZ, 1, subtype, format=kind) as file:

        def write(block: Any) -> None:
            for first in range(0, len(block), _PIECE):
                file.write(block[first : first + _PIECE])

        yield write
