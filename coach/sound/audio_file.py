"""Samples become a file to take along: .wav, .ogg or .mp3, with its title and a mark at each chapter.

The file appears under its name when it is whole; cancelled or failed, nothing is left of it.
"""

from __future__ import annotations

import importlib.util
import wave
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from coach.files import written_aside
from coach.sound.encoded import encoding
from coach.sound.marks import Chapter, mark_wav
from coach.sound.synth import RATE_HZ
from coach.sound.trouble import Trouble, TroubledError
from coach.values import dataclass

SUFFIXES = (".wav", ".ogg", ".mp3")
ENCODED_BY = ("soundfile", "mutagen")
"""The packages that write sound and marks of all but .wav."""

Progress = Callable[[float], bool]
"""Told the share that is done, 0.0 to 1.0; answers whether to go on."""


class AudioError(TroubledError):
    """The file cannot be written."""


class Cancelled(Exception):  # noqa: N818 - somebody's wish, not an error
    """The person did not want the file any more."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is written: `frames` frames at RATE_HZ on one channel, block by block. `comment` is a text for its tags."""

    blocks: Iterable[Any]
    frames: int
    title: str
    chapters: Sequence[Chapter] = ()
    comment: str = ""


def why_not(suffix: str) -> Trouble | None:
    """Why files of this kind cannot be written here, or None."""
    if suffix not in SUFFIXES:
        return Trouble("unknown-kind", suffix, more=", ".join(SUFFIXES))
    for package in () if suffix == ".wav" else ENCODED_BY:
        if importlib.util.find_spec(package) is None:
            return Trouble("needs-package", suffix, more=package)
    return None


def write_audio(path: Path, contents: Contents, progress: Progress = lambda _share: True) -> None:
    """Write the file. Raises AudioError where it cannot be written, Cancelled when `progress` says so."""
    suffix = path.suffix.lower()
    if reason := why_not(suffix):
        raise AudioError(reason)
    try:
        with written_aside(path) as part, _writing(part, suffix, contents) as write:
            done = 0
            for block in contents.blocks:
                write(block)
                done += len(block)
                if not progress(min(1.0, done / max(1, contents.frames))):
                    raise Cancelled
    except (OSError, RuntimeError, EOFError, wave.Error) as problem:  # soundfile's errors are RuntimeErrors
        because = problem.trouble if isinstance(problem, TroubledError) else None
        why = "" if because else getattr(problem, "strerror", None) or str(problem)
        raise AudioError(Trouble("unwritten", str(path), why, because=because)) from problem


def _writing(part: Path, suffix: str, contents: Contents) -> AbstractContextManager[Callable[[Any], None]]:
    how = _wav if suffix == ".wav" else partial(encoding, suffix=suffix)
    return how(part, title=contents.title, chapters=contents.chapters, comment=contents.comment)


@contextmanager
def _wav(path: Path, title: str, chapters: Sequence[Chapter], comment: str) -> Iterator[Callable[[Any], None]]:
    import numpy as np

    with path.open("wb") as raw, wave.open(raw, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        yield lambda block: file.writeframesraw(np.round(block * 32767).astype("<i2").tobytes())
    mark_wav(path, title, chapters, comment)
