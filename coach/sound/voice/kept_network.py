"""The voice's network as it is after it was made ready, kept as a file among the made sentences.

Making it ready is most of what loading it takes (0.3 s of 0.4). It says the same each time, though a list of operators
at its beginning comes in another order. The file's name tells what it was made from and the check sum of what is in it,
so that an old or a broken one is not taken.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

# Not coach.files.written_aside: the file's name has the sum of what is in it, so it is known only when that is written.
# A name that is always the same, because the megabytes of a helper that was killed are written over by the next.
_PART = "network.part"


def find(folder: Path, mark: str) -> Path | None:
    """The network that was kept under this mark, whole, or None."""
    with suppress(OSError):
        for path in folder.glob(f"{_stem(mark)}-????????.ort"):
            with suppress(OSError):
                if path.stem.endswith(_sum(path)):
                    return path
    return None


def keep(folder: Path, mark: str, write: Callable[[Path], object]) -> None:
    """Have the network written and kept under this mark; those of other marks go. OSError, or what `write` raises."""
    part = folder / _PART
    try:
        write(part)
        path = folder / f"{_stem(mark)}-{_sum(part)}.ort"
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    for other in folder.glob("network-*.ort"):
        if other != path:
            other.unlink(missing_ok=True)


def _stem(mark: str) -> str:
    return f"network-{mark}"


def _sum(path: Path) -> str:
    return f"{crc32(path.read_bytes()):08x}"
