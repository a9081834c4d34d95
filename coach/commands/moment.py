"""`--at`: the moment that a command asks for, in place of now."""

from __future__ import annotations

import argparse
import re
from datetime import datetime, time
from typing import TYPE_CHECKING

from coach.commands.parser import Parser

if TYPE_CHECKING:
    from coach.clock import Clock

_WRITTEN = re.compile(r"(19[7-9]\d|2\d{3})-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?)?")


def add_at(parser: Parser) -> None:
    """As `--at`; what it says is to be given to `asked_for`."""
    parser.add_argument(
        "--at", type=written, metavar="T", help="as it was or will be then: 2026-12-01T08:00, or a date, at its end"
    )


def written(text: str) -> datetime:
    """A moment as it is written; without an offset as the clock on the wall shows it. A date is its last moment."""
    moment = _read(text) if _WRITTEN.fullmatch(text) else None
    if moment is None:
        raise argparse.ArgumentTypeError(
            f"{text} is no moment; write one like 2026-12-01T08:00, or 2026-12-01 for the end of that day"
        )
    return moment


def _read(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if "T" in text else datetime.combine(moment, time.max)


def asked_for(at: datetime | None, clock: Clock) -> datetime:
    """The moment that `--at` names, in the zone of this machine; without one it is now."""
    return clock.wall() if at is None else clock.local(at)
