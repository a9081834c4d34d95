"""What the table of the history holds: each column and what it says. Free of imports, since `--help` tells it too."""

from __future__ import annotations

from collections.abc import Iterable

COLUMNS: dict[str, str] = {
    "at": "when it began (session) or happened, as one moment: UTC, to the second",
    "date": "the day on the clock on the wall, as 2026-11-29",
    "time": "the time on the clock on the wall, as 14:05:09",
    "kind": "session, test (its result) or reminder",
    "id": "the routine's, exercise's, test's or reminder's id",
    "title": "its title",
    "outcome": "session: finished, ended, pain, abandoned, interrupted; reminder: shown, done, started, snoozed, ...",
    "planned_seconds": "length of the session as planned",
    "seconds": "time really spent in it, without pauses",
    "effort": "0 to 10, as told afterwards",
    "pain": "0 to 10, as told afterwards, else the most told in the middle",
    "exercises": "session: the exercises of which a set was done, in their order, separated by spaces",
    "side": "session: left or right where sides were trained, or both words",
    "contact": "test: contact points reached",
    "contact_most": "test: contact points there are",
    "hold_seconds": "test: how long the shape was held",
    "carry_over": "test: contacts that were easy after the hold",
    "focus": "test: focus areas, separated by spaces",
    "why": "reminder: its reason in words",
}
AREA_COLUMNS: dict[str, str] = {
    "tension_AREA": "test: tension of an area, of the stronger side; a column for each AREA, such as tension_neck",
    "tension_AREA_left": "test: tension of its left side",
    "tension_AREA_right": "test: tension of its right side",
}


def header(areas: Iterable[str]) -> list[str]:
    """The columns of a table with these areas, in their order."""
    return [*COLUMNS, *(name.replace("AREA", area) for area in areas for name in AREA_COLUMNS)]


def explained() -> str:
    """A line for each column."""
    every = {**COLUMNS, **AREA_COLUMNS}
    width = max(map(len, every))
    return "\n".join(f"  {name:<{width}}  {about}" for name, about in every.items())
