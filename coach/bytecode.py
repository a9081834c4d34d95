"""The modules that a start of the window takes, compiled, in one file of the person's cache folder.

Python looks for each of three hundred modules in its folder, asks two files of it how old they are, and reads one: a
tenth of a start; and where it may not write what it compiles, it compiles them each time, which takes half of one. Here
they stand behind each other. As beside Python's own files, a module whose source has another time or size is not taken,
nor any of another version: Flatpak gives all files of all versions one time.

What is kept is run, and so it is taken only from a file that nobody but this person can write, which was written where
it lies and not brought there, whose sum is right, and that was made by this Python for the program in this folder.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
import zlib
from contextlib import suppress
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

from coach import __version__

FILE = f"window.{sys.implementation.cache_tag}"  # in the cache folder

_FOLDER = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100,PTH120
_STANDS_FOR = f"posture-coach modules 1 {__version__} {sys.version} {sys.flags.optimize} {_FOLDER}"
_MOST_BYTES = 64 * 1024 * 1024  # a dozen times all modules of the program; our choice
_SUM_BYTES, _LENGTH_BYTES = 4, 8

_Place = tuple[str, bool, int, int, int, int]
"""A source, whether it is a package's, its time (ns) and size, and where in the file its code begins and ends."""

_noted: list[str] = []


class _Loader(SourceFileLoader):
    """As for any module with a source, but for where its code is."""

    def __init__(self, name: str, place: _Place, code: memoryview) -> None:
        super().__init__(name, place[0])
        self.kept = code

    def get_code(self, fullname: str) -> CodeType | None:
        if fullname != self.name:
            return super().get_code(fullname)
        code: CodeType = marshal.loads(self.kept)  # noqa: S302 - nobody else can have written it
        return code


class _Finder:
    """Finds what the file has, before Python looks around."""

    def __init__(self, file: str, places: dict[str, _Place], codes: memoryview) -> None:
        self._file, self.places, self._codes = file, places, codes

    def current(self) -> dict[str, tuple[str, bool, int, int, bytes]]:
        """As `_compiled` has them, those whose sources are as they were, loaded now or not."""
        return {
            name: (*place[:4], self._codes[place[4] : place[5]].tobytes())
            for name, place in self.places.items()
            if _is_current(place)
        }

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        place = self.places.get(name)
        if place is None or not _is_current(place):
            return None
        source, is_package, _, _, begin, end = place
        spec = ModuleSpec(name, _Loader(name, place, self._codes[begin:end]), origin=source, is_package=is_package)
        spec.has_location = True
        spec.cached = self._file
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(source))  # noqa: PTH120
        return spec


def use(file: str | Path) -> None:
    """From now on modules of the program that stand in this file come out of it. Nothing, where it cannot be used."""
    data, where = _read(file)
    codes = memoryview(data)[_SUM_BYTES:]
    if len(codes) < _LENGTH_BYTES or int.from_bytes(data[:_SUM_BYTES], "little") != zlib.crc32(codes):
        return
    end = _LENGTH_BYTES + int.from_bytes(codes[:_LENGTH_BYTES], "little")
    try:
        stands_for, places = marshal.loads(codes[_LENGTH_BYTES:end])  # noqa: S302 - nobody else can have written it
    except (ValueError, TypeError, EOFError):  # another release wrote it in another form
        return
    if stands_for == (_STANDS_FOR, *where):
        finder: Any = _Finder(str(file), places, codes[end:])
        before = sys.meta_path.index(PathFinder) if PathFinder in sys.meta_path else len(sys.meta_path)
        sys.meta_path.insert(before, finder)


def note() -> None:
    """These modules of the program, which are loaded now, are the ones that `keep` keeps."""
    _noted[:] = [name for name in sys.modules if name.startswith(f"{__package__}.")]


def keep(file: Path) -> None:
    """Have the modules that were noted in the file, beside those that it has already. Nothing is written where they are
    all there as they are, and nothing is said where it cannot be.
    """
    finder = next((one for one in sys.meta_path if isinstance(one, _Finder)), None)
    had = {} if finder is None else finder.current()
    if had.keys() >= set(_noted):
        return
    places: dict[str, _Place] = {}
    codes = bytearray()
    for name in dict.fromkeys((*_noted, *had)):
        found = had.get(name) or _compiled(name)
        if found is not None:
            source, is_package, when, size, code = found
            places[name] = (source, is_package, when, size, len(codes), len(codes) + len(code))
            codes += code
    if places.keys() > had.keys():  # else the new ones have no sources, as in a bundle
        with suppress(OSError):
            _write(file, places, codes)


def _compiled(name: str) -> tuple[str, bool, int, int, bytes] | None:
    """The source of a loaded module, whether it is a package's, the source's time and size, and the code of then; None
    of what was not read from one.
    """
    spec = getattr(sys.modules.get(name), "__spec__", None)
    if spec is None or spec.origin is None or not isinstance(spec.loader, SourceFileLoader):
        return None
    try:
        about = os.stat(spec.origin)  # noqa: PTH116 - before it is read: what is saved meanwhile has another time
        code = marshal.dumps(SourceFileLoader(name, spec.origin).get_code(name))  # as it is now, whatever was loaded
    except (OSError, SyntaxError, ImportError):  # it is being written just now
        return None
    return spec.origin, spec.submodule_search_locations is not None, about.st_mtime_ns, about.st_size, code


def _is_current(place: _Place) -> bool:
    try:
        found = os.stat(place[0])  # noqa: PTH116
    except OSError:
        return False
    return (found.st_mtime_ns, found.st_size) == place[2:4]


def _read(file: str | Path) -> tuple[bytes, tuple[int, int]]:
    """What is in a plain file that this person alone can write, and where on which disk it is; else nothing."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(file, flags), "rb") as stream:  # noqa: PTH123
            found = os.fstat(stream.fileno())
            is_ours = not hasattr(os, "geteuid") or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)
            if is_ours and stat.S_ISREG(found.st_mode) and found.st_size <= _MOST_BYTES:
                return stream.read(), (found.st_ino, found.st_dev)
    except OSError:
        pass
    return b"", (0, 0)


def _write(file: Path, places: dict[str, _Place], codes: bytearray) -> None:
    """For this person alone. It knows where on which disk it is, so that a copy that somebody sends is none."""
    from coach.files import make_private, written_aside

    make_private(file.parent)
    file.unlink(missing_ok=True)  # a link would lead elsewhere
    with written_aside(file) as part:
        part.touch(mode=0o600)
        about = part.stat()
        first = marshal.dumps(((_STANDS_FOR, about.st_ino, about.st_dev), places))
        body = len(first).to_bytes(_LENGTH_BYTES, "little") + first + codes
        part.write_bytes(zlib.crc32(body).to_bytes(_SUM_BYTES, "little") + body)
