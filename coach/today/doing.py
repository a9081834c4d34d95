"""What became of the items of a day: due, done, to be done gently, missed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Literal

from coach.session.planned import routine_of
from coach.today.calendar import Calendar, Planned
from coach.today.past import Deed, Past
from coach.today.soreness import Soreness, soreness
from coach.values import dataclass

State = Literal["due", "done", "sore", "missed"]

DayState = Literal["all", "part", "not", "rest", "pain"]
"""`all` of it was done, or some exercise where nothing is planned; `part`: something, and some of it not; `not`:
nothing so far; `rest`: the plan has nothing for it; `pain`: a day with pain, whatever was done.
"""


@dataclass(frozen=True, slots=True)
class DayItem:
    """An item of a day and what became of it. `instead` is the routine that is offered in its place when sore, and why
    that is. One that `counts` is asked for in adherence; one that was offered gently, or on a day with pain, is not.
    `by` is what it was done by.
    """

    planned: Planned
    state: State
    counts: bool = True
    instead: str | None = None
    sore: Soreness | None = None
    by: Deed | None = None


def items_on(day: date, calendar: Calendar, past: Past) -> tuple[DayItem, ...] | None:
    """The items of a day with what became of them by the moment of the past; None where no plan holds."""
    planned = calendar.on(day)
    if planned is None:
        return None
    sore = soreness(past.sessions, past.end_of(day)) if day <= past.today else None
    by = done_by(planned, past.finished.get(day, ()), lambda deed: sore is not None or _was_sore(past, deed))
    return tuple(_item(one, deed, sore, day, past) for one, deed in zip(planned, by, strict=True))


def day_state(done: int, planned: int, *, exercised: bool, is_rest: bool, has_pain: bool) -> DayState:
    """What became of a day of so many items. `exercised`: something that is no test was finished, planned or not;
    `is_rest`: a plan holds and has nothing for it.
    """
    if has_pain:
        return "pain"
    if planned:
        return "all" if done == planned else "part" if done or exercised else "not"
    return "all" if exercised else "rest" if is_rest else "not"


def _was_sore(past: Past, deed: Deed) -> bool:
    """When it began: what was told of it itself came later."""
    return soreness(past.sessions, deed.at - timedelta(microseconds=1)) is not None


def _item(planned: Planned, deed: Deed | None, sore: Soreness | None, day: date, past: Past) -> DayItem:
    sore = sore if planned.if_sore is not None else None
    has_pain = day in past.pain_days
    if deed is not None:
        was_gentle = routine_of(deed.target) != planned.id
        return DayItem(planned, "done", counts=not (has_pain or was_gentle or sore is not None), by=deed)
    if sore is not None:
        return DayItem(planned, "sore", counts=False, instead=planned.if_sore, sore=sore)
    if day >= past.today:
        return DayItem(planned, "due", counts=not has_pain)
    return DayItem(planned, "sore" if has_pain else "missed", counts=not has_pain)


def done_by(
    planned: Sequence[Planned], deeds: Sequence[Deed], was_sore: Callable[[Deed], bool] = lambda _deed: False
) -> list[Deed | None]:
    """What each item was done by, one for one; None for one that was not done.

    A routine counts in the form of any week, first for the item that has just that form. What was done for the sake of
    soreness counts for an item that offers it, where nothing else does.
    """
    left, by = list(deeds), list[Deed | None]([None] * len(planned))

    def take(fits: Callable[[Planned, Deed], bool]) -> None:
        for place, item in enumerate(planned):
            deed = next((one for one in left if by[place] is None and fits(item, one)), None)
            if deed is not None:
                by[place] = deed
                left.remove(deed)

    take(lambda item, deed: (item.kind, item.target) == (deed.kind, deed.target))
    take(lambda item, deed: (item.kind, item.id) == (deed.kind, routine_of(deed.target)))
    take(lambda item, deed: deed.kind == "routine" and item.if_sore == routine_of(deed.target) and was_sore(deed))
    return by
