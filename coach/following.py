"""To follow a plan and to stop, for window and terminal alike: what it changes, and how that is taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.today.following import Beginning, beginning
from coach.values import dataclass, replace

if TYPE_CHECKING:
    from coach.progress.portable.form import Record
    from coach.progress.store import Store
    from coach.progression.past import PlanFollowed

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Change:
    """Records as they were before, and the uids of those that were not there."""

    before: tuple[Record, ...]
    added: tuple[str, ...] = ()


def begin(store: Store, plan: str, day: date) -> tuple[Beginning, Change]:
    """Follow a plan from a day on; one that is followed ends on the day before. What else follows, and the change."""
    followed = store.plans()
    found = beginning(followed, plan, day)
    change = stop(store, found.ends, day)
    store.start_plan(plan, day)
    known = {one.uid for one in followed}
    return found, replace(change, added=tuple(one.uid for one in store.plans() if one.uid not in known))


def going_on(store: Store, today: date) -> tuple[PlanFollowed, ...]:
    """The plans that are followed today or will be."""
    return tuple(one for one in store.plans() if one.until is None or one.until >= max(today, one.begun))


def stop(store: Store, plans: Iterable[PlanFollowed], day: date) -> Change:
    """Follow these no more from a day on: the one before is their last."""
    until = {"until": (day - _DAY).isoformat()}
    changed = [store.correct(one.uid, until) for one in plans]
    return Change(tuple(before for before in changed if before is not None))


def take_back(store: Store, change: Change) -> None:
    """As if it had not been."""
    for uid in change.added:
        store.delete(uid)
    for record in change.before:
        store.put_back(record)
