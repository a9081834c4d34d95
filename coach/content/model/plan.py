"""What is done on which days."""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.model.dose import DoseLayer
from coach.content.model.text import Text
from coach.values import dataclass, field


@dataclass(frozen=True, slots=True)
class PlanItem:
    """Exactly one of `routine` and `test` is set. `volume` is a share: 0.5 for `50%`. `variants` are the exercises that
    take the place of some of the routine's in those weeks, by the ids that its file has.
    """

    days: tuple[str, ...]
    routine: str | None = None
    test: str | None = None
    times: int = 1
    dose: DoseLayer = DoseLayer()
    only: tuple[str, ...] = ()
    variants: Mapping[str, str] = field(default_factory=dict)
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
