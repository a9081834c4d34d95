"""The calls to the disk that this process makes below some folders: counted, and one of them, or all from one on,
refused as the system would refuse it.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Self
from unittest import mock

OF_PATHS = (
    "open", "stat", "lstat", "scandir", "listdir", "mkdir", "rmdir", "rename", "replace", "unlink", "remove", "chmod",
    "link", "symlink", "readlink", "utime",
)  # fmt: skip
"""Functions of `os` whose first argument is a path."""
SQLITE = {
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EIO: sqlite3.SQLITE_IOERR,
    errno.EACCES: sqlite3.SQLITE_CANTOPEN,
}
"""What SQLite says where the system said so."""


class Calls:
    """Calls on paths below `folders`; the call number `fails_at` fails with `code`, and with `lasts` all after it."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = [os.path.realpath(folder) for folder in folders]
        self.made: list[str] = []
        """Each, with its path."""
        self.fails_at, self.code, self.lasts = 0, errno.EIO, False

    def begin(self, fails_at: int = 0, code: int = errno.EIO, *, lasts: bool = False) -> None:
        """Count anew."""
        self.made.clear()
        self.fails_at, self.code, self.lasts = fails_at, code, lasts

    def _is_ours(self, path: object) -> bool:
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        text = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 (a link stays what it is)
        return any(text == folder or text.startswith(folder + os.sep) for folder in self._folders)

    def _refuses(self, name: str, path: object) -> bool:
        self.made.append(f"{name} {os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else path}")
        number = len(self.made)
        return number == self.fails_at or (self.lasts and 0 < self.fails_at < number)

    def call(self, name: str, path: object) -> None:
        """OSError where it is the one."""
        if self._is_ours(path) and self._refuses(name, path):
            raise OSError(self.code, os.strerror(self.code), path)

    def statement(self, path: object, text: str) -> None:
        """sqlite3.OperationalError where it is the one."""
        if self._refuses("sqlite", f"{path}: {text[:40]}"):
            error = sqlite3.OperationalError(os.strerror(self.code))
            error.sqlite_errorcode = SQLITE[self.code]
            raise error

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """Within it they are counted."""
        told: dict[str, Any] = {name: self._told(name, getattr(os, name)) for name in OF_PATHS}
        with mock.patch.multiple(os, **told), \
             mock.patch.object(io, "open", self._opened(io.open)), \
             mock.patch.object(builtins, "open", self._opened(builtins.open)), \
             mock.patch.object(sqlite3, "connect", self._connected(sqlite3.connect)):  # fmt: skip
            yield

    def _told(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self.call(name, arguments[0] if arguments else ".")
            return real(*arguments, **options)

        return call

    def _opened(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            self.call(f"open({mode})", file)
            opened = real(file, mode, *arguments, **options)
            return _Written(opened, self, file) if self._is_ours(file) and set(mode) & set("wax+") else opened

        return call

    def _connected(self, real: Callable[..., sqlite3.Connection]) -> Callable[..., sqlite3.Connection]:
        def connect(database: Any, *arguments: Any, **options: Any) -> sqlite3.Connection:
            if not self._is_ours(str(database).removeprefix("file:").partition("?")[0]):
                return real(database, *arguments, **options)
            calls = self

            class Connection(sqlite3.Connection):
                def execute(self, *what: Any) -> sqlite3.Cursor:
                    calls.statement(Path(str(database)).name, str(what[0]))
                    return super().execute(*what)

                def executemany(self, *what: Any) -> sqlite3.Cursor:
                    calls.statement(Path(str(database)).name, str(what[0]))
                    return super().executemany(*what)

            calls.statement(Path(str(database)).name, "connect")
            return real(database, *arguments, **options, factory=Connection)

        return connect


class _Written:
    """An open file whose writes count."""

    def __init__(self, file: IO[Any], calls: Calls, path: object) -> None:
        self._file, self._calls, self._path = file, calls, path

    def write(self, data: Any) -> Any:
        self._calls.call("write", self._path)
        return self._file.write(data)

    def flush(self) -> None:
        self._calls.call("flush", self._path)
        self._file.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._file)

    def __enter__(self) -> Self:
        self._file.__enter__()
        return self

    def __exit__(self, *what: object) -> None:
        self._file.close()
