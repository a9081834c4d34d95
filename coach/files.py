"""A file is there whole or not at all: written aside, then moved into its place.

    with written_aside(path) as part:
        part.write_bytes(data)

Only the standard library, so that every part of the program may use it.
"""

from __future__ import annotations

import errno
import itertools
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_numbers = itertools.count(1)  # two threads may write beside each other


def is_there(path: Path) -> bool:
    """Whether something is at `path`, as far as this person may see: in a folder that they may not enter is nothing,
    where `Path.exists` raises PermissionError.
    """
    try:
        path.stat()
    except OSError:
        return False
    return True


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """A place to write to, with the ending of `path`, that becomes `path` when the block is over.

    Where the block raises, whatever it raises, nothing of it is left and what stood at `path` still stands. A symbolic
    link is written through and stays; a file that is written over keeps its permissions. What is no plain file (a pipe,
    a device) cannot be moved onto, so it is given everything at the end. OSError where `path` cannot be written.
    """
    target = Path(os.path.realpath(path))
    if _is_no_plain_file(path):
        import tempfile

        with tempfile.TemporaryDirectory(prefix="posture-coach-") as folder:
            part = Path(folder) / f"part{path.suffix}"
            yield part
            _pour(part, path)
        return
    mode = _mode_of(target)
    # not named after the target: a name of 255 bytes has no room for more
    part = target.with_name(f".posture-coach.{os.getpid()}.{next(_numbers)}.part{_short(target.suffix)}")
    try:
        yield part
        if mode is not None:
            part.chmod(mode)
        part.replace(target)
    except OSError as problem:
        if problem.filename == str(part):  # which nobody has heard of
            problem.filename = str(target)
        raise
    finally:
        with suppress(OSError):  # a folder that is gone meanwhile; what went wrong is told by what was raised
            part.unlink(missing_ok=True)


def write_whole(path: Path, data: str | bytes) -> None:
    """Write a file, text as UTF-8 with the line ends that it has. OSError, and then the file is as it was."""
    with written_aside(path) as part:
        part.write_bytes(data.encode() if isinstance(data, str) else data)


def write_new(path: Path, data: str) -> None:
    """Write a file where none is, text as UTF-8. FileExistsError where anything stands there, which stays; OSError, and
    then nothing is there.
    """
    part = path.with_name(f".posture-coach.{os.getpid()}.{next(_numbers)}.part{_short(path.suffix)}")
    try:
        part.write_bytes(data.encode())
        try:
            os.link(part, path)  # unlike a move it takes nobody's place
        except FileExistsError:
            raise
        except OSError:  # a disk without hard links
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
            part.rename(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _is_no_plain_file(path: Path) -> bool:
    """Whether something stands there that is neither a file nor missing. IsADirectoryError for a folder."""
    try:
        found = path.stat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(found):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    return not stat.S_ISREG(found) or path.is_relative_to("/dev")  # /dev/stdout leads to whoever reads, and stays


def _mode_of(target: Path) -> int | None:
    """The permissions of what is written over; None where nothing stands. PermissionError where it is protected."""
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return mode


def _short(suffix: str) -> str:
    """The ending, as long as it is one by which a writer knows what is wanted."""
    return suffix if len(suffix) <= 8 else ""


def _pour(part: Path, path: Path) -> None:
    with part.open("rb") as whole, path.open("wb") as out:
        shutil.copyfileobj(whole, out)


def make_private(folder: Path) -> Path:
    """`folder`, made with its parents if need be; what is made can be entered by its owner alone, for what is kept here
    is about health. A folder that was there stays as its owner has it. OSError where it cannot be made.
    """
    if not folder.is_dir():
        for parent in (*reversed(folder.parents), folder):
            if not parent.is_dir():
                with suppress(FileExistsError):  # somebody makes it at the same moment
                    parent.mkdir(mode=0o700)
        if not folder.is_dir():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    return folder
