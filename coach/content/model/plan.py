"""What is done on which days."""

from __future__ import annotations

from dataclasses import dataclass

from coach.content.model.dose import DoseLayer
from coach.content.model.text import Text


@dataclass(frozen=True, slots=True)
class PlanItem:
    """Exactly one of `routine` and `test` is set. `volume` is a share: 0.5 for `50%`."""

    days: tuple[str, ...]
    routine: str | None = None
    test: str | None = None
    times: int = 1
    dose: DoseLayer = DoseLayer()
    only: tuple[str, ...] = ()
    volume: float | None = None
    if_sore: str | None = None


@dataclass(frozen=True, slots=True)
class PlanWeeks:
    """Weeks `first` to `last`, both counted; `last` is None from here on."""

    first: int
    last: int | None
    do: tuple[PlanItem, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done on which days, week after week; `weeks` rise and do not overlap."""

    id: str
    title: Text
    weeks: tuple[PlanWeeks, ...]
    summary: Text | None = None
    sources: tuple[str, ...] = ()
