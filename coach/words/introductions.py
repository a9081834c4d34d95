"""That an exercise begins before anybody can be ready, for whoever wrote the routine: in English, as all problems."""

from __future__ import annotations

from collections.abc import Mapping

from coach.session.introductions import Rushed, Task
from coach.session.phrases import number
from coach.words.kit import things

_CANNOT: Mapping[Task, str] = {
    "fetch": "nobody can fetch {things}",
    "go": "nobody can get to {things}",
    "down": "nobody can get down to the floor",
    "up": "nobody can get up from the floor",
}


def too_short(found: Rushed) -> str:
    """`the introduction of band-row takes 12.4 s and has 15 s: nobody can fetch a band in 2.6 s; write ...`."""
    cannot = _CANNOT[found.task].format(things=things(found.things) if found.things else "")
    times = f"takes {_seconds(found.takes)} and has {_seconds(found.has)}"
    write = "write a longer prepare or between, or before it a step such as {say: TEXT, wait: true}"
    if found.things:
        write += " that names it"
    return f"the introduction of {found.exercise} {times}: {cannot} in {_seconds(found.spare)}; {write}"


def _seconds(seconds: float) -> str:
    return f"{number(round(seconds, 1))} s"
