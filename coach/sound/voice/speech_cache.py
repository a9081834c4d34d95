"""Made sentences as files, so that each is made once: named after what was said, by which voice, how fast.

Bounded: what has not been used for longest goes first. A folder that cannot be written is told of, never raised.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import wave
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from coach.files import make_private
from coach.values import dataclass

FOLDER = "speech"
LIMIT_MEGABYTES = 200.0  # about half an hour of speech; all that is shipped is a quarter of that
FORM = 2
"""Counts up when levels.py changes what a sentence sounds like, so that old files are not taken for new ones."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence exactly as it is made: the words, by which engine, its version and voice, at which speed."""

    words: str
    engine: str
    speed: float = 1.0

    @property
    def name(self) -> str:
        """The file's name: the same for the same sentence on every machine."""
        told = json.dumps([FORM, self.engine, f"{self.speed:.3f}", self.words], ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()[:32] + ".wav"


class SpeechCache:
    """The folder of made sentences. `trouble` says where they cannot be kept; then a temporary folder serves."""

    def __init__(self, folder: Path, limit_megabytes: float = LIMIT_MEGABYTES) -> None:
        self._wanted = folder
        self._limit_bytes = round(limit_megabytes * 1_000_000)
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._folder: Path | None = None

    @property
    def folder(self) -> Path:
        """Where files are made: the folder asked for or, if nothing can be written there, one that lasts as long as we.

        OSError where there is no such place either.
        """
        if self._folder is None:
            self._folder = self._writable() or self._made_temporary()
        return self._folder

    def find(self, sentence: Spoken) -> Path | None:
        """The sentence's file, marked as used, or None. It also looks where nothing can be written."""
        for folder in {self._wanted, self._folder or self._wanted}:
            path = folder / sentence.name
            with suppress(OSError):
                if path.stat().st_size > 0:
                    with suppress(OSError):
                        os.utime(path)
                    return path
        return None

    def trim(self, keep: Iterable[str] = ()) -> None:
        """Remove the files unused for longest until the rest is within the limit, those named in `keep` last of all."""
        kept, files = set(keep), []
        with suppress(OSError):
            for path in self.folder.glob("*.wav"):
                with suppress(OSError):
                    about = path.stat()
                    files.append((path.name in kept, about.st_mtime_ns, about.st_size, path))
        size = sum(entry[2] for entry in files)
        for _, _, length, path in sorted(files):
            if size <= self._limit_bytes:
                return
            with suppress(OSError):
                path.unlink()
                size -= length

    def close(self) -> None:
        """Remove the temporary folder where one served; what is kept for good stays."""
        if self._temporary is not None:
            self._temporary.cleanup()
            self._temporary = self._folder = None

    def _writable(self) -> Path | None:
        try:
            make_private(self._wanted)
            with tempfile.TemporaryFile(dir=self._wanted) as file:
                file.write(b".")
        except OSError:
            return None
        return self._wanted

    def _made_temporary(self) -> Path:
        self._temporary = tempfile.TemporaryDirectory(prefix="posture-coach-speech-", ignore_cleanup_errors=True)
        return Path(self._temporary.name)


def seconds_of(path: Path) -> float:
    """How long a made sentence is. OSError or EOFError or wave.Error for a file that is none."""
    with wave.open(str(path)) as file:
        if file.getframerate() <= 0:
            raise wave.Error(str(path))
        seconds: float = file.getnframes() / file.getframerate()
        return seconds
