"""What a person wants the program for, and which goals of routines that means."""

from __future__ import annotations

from typing import Literal

Aim = Literal["desk", "running", "both"]
AIMS: tuple[Aim, ...] = ("desk", "running", "both")

_FIRST: dict[Aim, tuple[str, ...]] = {
    "desk": ("desk", "daily"),
    "running": ("warm-up", "release"),
    "both": (),
}


def goals_first(aim: Aim | None) -> tuple[str, ...]:
    """The goals of routines that come first for an aim, in their order; none where nothing was said, or both."""
    return _FIRST[aim] if aim is not None else ()
