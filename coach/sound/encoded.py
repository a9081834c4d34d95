"""Sound encoded by libsndfile (.ogg, .mp3) and written once, behind its title and chapters."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from coach.sound.marks import Chapter
from coach.sound.synth import RATE_HZ

_FORMATS = {".ogg": ("OGG", "VORBIS"), ".mp3": ("MP3", "MPEG_LAYER_III")}
_PIECE = RATE_HZ  # libsndfile's Vorbis encoder overflows the stack when given minutes at once (measured)


@contextmanager
def encoding(
    path: Path, suffix: str, title: str, chapters: Sequence[Chapter], comment: str
) -> Iterator[Callable[[Any], None]]:
    """A function that takes the samples block by block; the file is whole when the block is over.

    OSError as the disk raises it, RuntimeError as libsndfile does.
    """
    import soundfile

    from coach.sound.tags import name_bit_rate, tagged_mp3, tagged_ogg

    kind, subtype = _FORMATS[suffix]
    tagged = partial(tagged_ogg if suffix == ".ogg" else tagged_mp3, title=title, chapters=chapters, comment=comment)
    with path.open("w+b") as file:
        sink = _Sink()
        with soundfile.SoundFile(sink, "w", RATE_HZ, 1, subtype, format=kind) as encoder:

            def write(block: Any) -> None:
                for first in range(0, len(block), _PIECE):
                    try:
                        encoder.write(block[first : first + _PIECE])
                    finally:  # libsndfile may have stumbled over it, with less to say
                        sink.check()
                    sink.pour(file, tagged)

            yield write
            frames = encoder.frames
        sink.check()
        sink.pour(file, tagged)  # what took no sample has only now begun
        if suffix == ".ogg" and frames:
            name_bit_rate(file, frames / RATE_HZ)


class _Sink:
    """What libsndfile takes for its file: in memory until it has begun, then one on the disk behind what was added.

    It is called from C, where an exception would only be printed; so the disk's is kept.
    """

    def __init__(self) -> None:
        self._file: IO[bytes] = BytesIO()
        self._added = 0
        self._problem: OSError | None = None

    def pour(self, file: IO[bytes], tagged: Callable[[bytes], bytes]) -> None:
        """Go on in `file`, behind what was written by now, tagged. Done once; nothing where it is done."""
        if isinstance(self._file, BytesIO) and (beginning := self._file.getvalue()):
            whole = tagged(beginning)
            file.write(whole)
            self._file, self._added = file, len(whole) - len(beginning)

    def check(self) -> None:
        """OSError where the disk has refused something."""
        if self._problem is not None:
            raise self._problem

    def write(self, data: bytes) -> int:
        return self._tried(lambda: self._file.write(data))

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        place = offset + self._added if whence == os.SEEK_SET else offset
        return self._tried(lambda: self._file.seek(place, whence)) - self._added

    def tell(self) -> int:
        return self._tried(self._file.tell) - self._added

    def _tried(self, act: Callable[[], int]) -> int:
        """What the file answers; 0, and nothing is done any more, since it had a problem."""
        if self._problem is None:
            try:
                return act()
            except OSError as problem:
                self._problem = problem
        return 0
