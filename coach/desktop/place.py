"""Where a running program can be reached: its lock, its key and its socket or pipe."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from coach.files import make_private
from coach.values import dataclass

_LONGEST_ADDRESS_BYTES = 103  # a socket's name has room for 104 (macOS) or 108 (Linux) bytes


@dataclass(frozen=True, slots=True)
class MeetingPlace:
    """A folder that only this person can enter."""

    folder: Path
    address: str

    @property
    def lock(self) -> Path:
        """The file whose lock says that the program runs, there or not."""
        return self.folder / "running.lock"

    @property
    def _key(self) -> Path:
        return self.folder / "running.key"

    @property
    def _is_file(self) -> bool:
        return not self.address.startswith("\\\\")

    def make_private(self) -> None:
        """The folder, for this person alone where it is made now. OSError where it cannot be made."""
        make_private(self.folder)

    def read_key(self) -> bytes:
        """What proves to a running program that this person asks; OSError where there is none."""
        return self._key.read_bytes()

    def write_key(self, key: bytes) -> None:
        """For this person's eyes only, from its first byte on."""
        with contextlib.suppress(FileNotFoundError):
            self._key.unlink()
        handle = os.open(self._key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(key)

    def remove_stale(self) -> None:
        """Takes away the socket that a killed program left. Only for the holder of the lock."""
        if self._is_file:
            with contextlib.suppress(FileNotFoundError):
                Path(self.address).unlink()

    def protect(self) -> None:
        """Leave the socket to this person alone; a pipe of Windows is so already. OSError where it is not there."""
        if self._is_file:
            Path(self.address).chmod(0o600)


def places(folder: Path) -> Iterator[MeetingPlace]:
    """Where to try, in order: the data folder; a temporary one, for a name too long or where nothing can be written.

    Makes nothing. A temporary folder that is there but somebody else's is left out.
    """
    place = _place_in(folder, folder)
    if place is not None:
        yield place
    import tempfile

    temporary = Path(tempfile.gettempdir()) / f"posture-coach-{_person()}-{_name(folder)}"
    place = _place_in(temporary, folder)
    if place is not None and _is_ours(temporary):
        yield place


def _place_in(candidate: Path, folder: Path) -> MeetingPlace | None:
    """None where its name is too long."""
    is_pipe = sys.platform == "win32"
    address = rf"\\.\pipe\posture-coach-{_name(folder)}" if is_pipe else str(candidate / "running.socket")
    return MeetingPlace(candidate, address) if len(os.fsencode(address)) <= _LONGEST_ADDRESS_BYTES else None


def _is_ours(folder: Path) -> bool:
    """False for a folder in a place open to everybody that another person made, or may write into."""
    try:
        status = folder.lstat()
    except OSError:
        return True  # not there yet
    if sys.platform == "win32":
        return True  # every person's temporary folder is their own
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o077


def _name(folder: Path) -> str:
    """Of no other folder. What hashes is loaded only where it is needed: it brings all of OpenSSL along."""
    import hashlib

    return hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()[:16]


def _person() -> str:
    if sys.platform == "win32":
        return "person"
    return str(os.getuid())
