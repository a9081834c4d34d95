"""Workrave: micro-breaks and rest breaks.

As it comes, a micro-break after 3 minutes, for which 30 seconds away count, and a rest break after 45, for which 10 do:
`default_config` in backend/src/CoreConfig.cc, and the keys of data/org.workrave.gschema.xml, of Workrave 1.10
(https://github.com/rcaelers/workrave). On Linux it keeps them in dconf under /org/workrave, where dconf is missing, and
on other systems, in workrave.ini: the part of a key up to its first slash is the section, a further slash a dot
(backend/src/GlibIniConfigurator.cc).
"""

from __future__ import annotations

from collections.abc import Callable
from configparser import ConfigParser, Error

from coach.coming_from.breaks import Breaks, Rhythm, seconds
from coach.desktop import gvdb

USUAL = Breaks("workrave", Rhythm(180.0, 30.0), Rhythm(2700.0, 600.0))

Ask = Callable[[str], int | bool | None]
"""What is set for a key such as `timers/micro_pause/limit`; None where nothing is."""


def of_ini(text: str) -> Breaks:
    """What workrave.ini says. ValueError for what is no such file."""
    parser = ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(text)
    except Error as problem:
        raise ValueError("no settings of Workrave") from problem

    def ask(key: str) -> int | bool | None:
        section, _, rest = key.partition("/")
        marked = (
            parser.get(section, rest.replace("/", mark), fallback=None) for mark in ".\\/"
        )  # Qt's mark is its own
        told = next((one for one in marked if one is not None), None)
        if told is None:
            return None
        told = told.strip().lower()
        return told == "true" if told in ("true", "false") else int(told) if told.isdecimal() else None

    return _of(ask)


def of_dconf(database: bytes) -> Breaks:
    """What dconf's database has for it. ValueError for what is none, and where it has nothing."""
    found: list[str] = []

    def ask(key: str) -> int | bool | None:
        value = gvdb.find_value(database, f"/org/workrave/{key.replace('_', '-')}")
        if value is None:
            return None
        found.append(key)
        number = gvdb.integer(value)
        return gvdb.boolean(value) if number is None else number

    breaks = _of(ask)
    if not found:
        raise ValueError("nothing of Workrave")
    return breaks


def _of(ask: Ask) -> Breaks:
    short, long = (
        None if ask(f"breaks/{name}/enabled") is False else Rhythm(*_lengths(ask, name, usual))
        for name, usual in (("micro_pause", USUAL.short), ("rest_break", USUAL.long))
    )
    return Breaks("workrave", short, long, is_set=True)


def _lengths(ask: Ask, name: str, usual: Rhythm | None) -> tuple[float, float]:
    assert usual is not None
    assert usual.away is not None
    return (
        seconds(ask(f"timers/{name}/limit"), usual.every),
        seconds(ask(f"timers/{name}/auto_reset"), usual.away),
    )
