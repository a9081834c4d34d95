"""Where the settings of the other programs lie, and what they say: each file is looked at once, when somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from coach.coming_from import safe_eyes, stretchly, workrave
from coach.coming_from.breaks import PROGRAMS, Breaks, Program

MOST_BYTES = 4 * 1024 * 1024  # of a file; dconf keeps the settings of all programs in one

_USUAL: Mapping[Program, Breaks] = {
    "workrave": workrave.USUAL,
    "safe-eyes": safe_eyes.USUAL,
    "stretchly": stretchly.USUAL,
}

_Place = tuple[Path, Callable[[bytes], Breaks]]


def look(environ: Mapping[str, str], home: Path) -> tuple[Breaks, ...]:
    """The breaks of each program: as they are set on this machine, else as the program comes; those that are set
    first. A file that cannot be read is as if it were not there.
    """
    places = _places(environ, home)
    found = [next(_set(places[program]), _USUAL[program]) for program in PROGRAMS]
    return tuple(sorted(found, key=lambda breaks: not breaks.is_set))


def _set(places: list[_Place]) -> Iterator[Breaks]:
    for path, read in places:
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
            if len(data) <= MOST_BYTES:
                yield read(data)
        except (OSError, ValueError):
            continue


def _places(environ: Mapping[str, str], home: Path) -> dict[Program, list[_Place]]:
    configs = [_folder(environ, "XDG_CONFIG_HOME") or home / ".config"]
    configs += [folder for folder in (_folder(environ, "APPDATA"),) if folder is not None]
    configs.append(home / "Library" / "Application Support")
    flatpak, snap = home / ".var" / "app" / "net.hovancik.Stretchly" / "config", home / "snap" / "stretchly" / "current"
    return {
        "workrave": [
            (configs[0] / "dconf" / "user", workrave.of_dconf),
            (home / ".workrave" / "workrave.ini", _text(workrave.of_ini)),
            *((folder / "Workrave" / "workrave.ini", _text(workrave.of_ini)) for folder in configs),
        ],
        "safe-eyes": [(configs[0] / "safeeyes" / "safeeyes.json", _text(safe_eyes.of_json))],
        "stretchly": [
            (folder / "Stretchly" / "config.json", _text(stretchly.of_json))
            for folder in (*configs, flatpak, snap / ".config")
        ],
    }


def _folder(environ: Mapping[str, str], name: str) -> Path | None:
    told = environ.get(name, "")
    return Path(told) if told and Path(told).is_absolute() else None


def _text(read: Callable[[str], Breaks]) -> Callable[[bytes], Breaks]:
    return lambda data: read(data.decode("utf-8-sig"))
