"""Days that Today may have, lived through in a store of nobody's: for pictures of the page in each of its states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from coach.clock import Clock
from coach.content.model import CheckStep, HoldStep, RateStep, RecheckStep, Test
from coach.walltest.answers import Answers

if TYPE_CHECKING:
    from coach.wiring import Parts

_DAY = 86400.0
_WEEKS_AGO = 16  # days: the third week of a plan


class MovedClock(Clock, Protocol):
    """A clock that is where it is put."""

    seconds: float


Day = Callable[["Parts", MovedClock], None]


def planned(parts: Parts, clock: MovedClock) -> None:
    """A plan that is done well, and of today's the first half."""
    _follow(parts, clock, every=4)
    _do_today(parts, len(parts.today().items) // 2)


def done(parts: Parts, clock: MovedClock) -> None:
    """All of today's is done."""
    _follow(parts, clock, every=4)
    _do_today(parts, len(parts.today().items))


def sore(parts: Parts, clock: MovedClock) -> None:
    """Something gentler is offered."""
    _follow(parts, clock, every=4)
    _do_today(parts, 1, pain=5)


def little(parts: Parts, clock: MovedClock) -> None:
    """Under half was done: something small is offered."""
    _follow(parts, clock, every=1)


def locked(parts: Parts, clock: MovedClock) -> None:
    """An answer to the safety questions asks for a doctor first."""
    _follow(parts, clock, every=4)
    tiers = parts.library.catalogue.safety.tiers
    yes = [one.id for one in parts.library.catalogue.safety.questions if tiers[one.tier].lock and one.checkable][:1]
    parts.store.add_safety(yes)


def hurt(parts: Parts, clock: MovedClock) -> None:
    """Two sessions that hurt much: somebody should look at it, and the questions come again."""
    _follow(parts, clock, every=4)
    for ident in list(parts.library.catalogue.routines)[:1] * 2:
        _do(parts, ident, pain=7)


DAYS: dict[str, Day] = {
    "today-planned": planned,
    "today-done": done,
    "today-sore": sore,
    "today-little": little,
    "today-locked": locked,
    "today-hurt": hurt,
}
"""By the name of the picture."""

PLAN_DAYS = {"today-planned": "plan-followed", "today-sore": "plan-sore"}
"""Days of which the plan's page is a picture, too, and its name."""


def _follow(parts: Parts, clock: MovedClock, every: int) -> None:
    """The first plan of the library, of each day's items the first `every`; and a test a week."""
    store, catalogue, begun = parts.store, parts.library.catalogue, _begin(parts)
    clock.seconds = -_WEEKS_AGO * _DAY
    store.add_safety(())  # before anything else: of two answers of one moment either may count as the last
    plan = next(iter(catalogue.plans), None)
    if plan is not None:
        store.start_plan(plan, begun)
    for days in range(_WEEKS_AGO, 0, -1):
        clock.seconds = -days * _DAY
        _do_today(parts, every)
    clock.seconds = 0.0


def _begin(parts: Parts) -> date:
    return parts.clock.wall().date() - timedelta(days=_WEEKS_AGO)


def _do_today(parts: Parts, count: int, pain: int = 1) -> None:
    for item in parts.today().items[:count]:
        if item.kind == "routine" and item.state in ("due", "sore"):
            _do(parts, item.target, pain)


def _do(parts: Parts, target: str, pain: int) -> None:
    """Finished, its first part done, and its next morning as it was."""
    timeline, store = parts.timeline("routine", target), parts.store
    session = store.begin_session("routine", target, timeline.title, timeline.seconds, len(timeline.intervals))
    for index, interval in enumerate(timeline.intervals):
        store.add_interval(session, index, interval, interval.seconds, "done", interval.repetitions, interval.named)
    store.finish_session(session, "finished")
    store.rate_session(session, 4, pain)
    if uid := store.uid_of_session(session):
        store.tell_morning(uid, "same")


def example_answers(test: Test) -> Answers:
    """Of somebody who finds each second contact hard, loses the shape in the middle, and feels the first areas most."""
    checks, holds, rated, rechecks = {}, {}, {}, {}
    for step in test.steps:
        match step:
            case CheckStep():
                checks[step.id] = {point.id: min(n % 2, len(point.answers) - 1) for n, point in enumerate(step.points)}
            case RecheckStep():
                rechecks[step.id] = dict(checks.get(step.of, {}))
            case HoldStep():
                holds[step.id] = step.seconds * 2 / 3
            case RateStep():
                low, high = step.scale
                rated[step.id] = {area: (max(low, high - 3 - 2 * n), low) for n, area in enumerate(step.areas)}
    return Answers(checks=checks, holds=holds, rechecks=rechecks, ratings=rated)
