"""Areas of the body with small lists of exercises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coach.content.model import Area, DoseLayer, Exercise, Text
from tests.progression.past import exercise


@dataclass(frozen=True)
class Library:
    areas: Mapping[str, Area]
    exercises: Mapping[str, Exercise]


def lists(**areas: str) -> Library:
    """Areas with lists of exercises. `long` takes 100 s, `longer` 200, `max` is held as long as possible, for up to
    120 s; all others take 30 s. `bone` and `heart` are barred by conditions of these names.
    """
    exercises = {name: _exercise(name) for names in areas.values() for name in names.split() if name != "gone"}
    return Library(
        {ident: Area(ident, Text(ident), (), True, tuple(n.split())) for ident, n in areas.items()}, exercises
    )


def _exercise(name: str) -> Exercise:
    if name == "max":
        return exercise(name, DoseLayer(as_long_as_possible=True))
    seconds = {"long": 100.0, "longer": 200.0}.get(name, 30.0)
    barred = (name,) if name in ("bone", "heart") else ()
    return exercise(name, DoseLayer(for_seconds=seconds, rest=10), check_first=barred)
