"""What Today puts first: one thing to start, or that there is nothing to do. For window and terminal alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from coach.content.catalogue import Catalogue
from coach.today.agenda import Item, Today
from coach.today.offers import Offer
from coach.values import dataclass

CanStart = Callable[[Literal["routine", "test"], str], bool]
"""Whether there is anything to do in it for the person, by kind and what to start."""


@dataclass(frozen=True, slots=True)
class First:
    """What comes first. `start`: the `item`; `measure`: somebody new begins with the test `test`; `done`: what there
    was to do is done; `rest`: the plan has nothing for the day; `nothing`: there is nothing to begin with.
    """

    what: Literal["start", "measure", "done", "rest", "nothing"]
    item: Item | None = None
    test: str = ""


def target_of(item: Item) -> str:
    """What to start for it: when sore the gentler routine."""
    return item.instead if item.state == "sore" and item.instead is not None else item.target


def first_of(found: Today, catalogue: Catalogue, can_start: CanStart = lambda _kind, _target: True) -> First:
    """The first thing of the plan that is still to be done and `can_start`, by kind and what to start; without one what
    is offered. Whoever is done, or has a day of rest, is invited to nothing: what is offered then stands lower. Nothing
    at all while the answers lock.
    """
    if found.locked is not None:
        return First("nothing")
    if found.is_new and catalogue.tests:
        return First("measure", test=next(iter(catalogue.tests)))
    startable = [item for item in found.items if can_start(item.kind, target_of(item))]
    to_do = next((item for item in startable if item.state in ("due", "sore")), None)
    if to_do is not None:
        return First("start", to_do)
    if any(item.state == "done" for item in found.items):
        return First("done")
    offered = next((item for item in startable if item.state == "offered"), None)
    is_rest = found.plan is not None and not found.plan.is_over
    if found.besides and (is_rest or offered is None or _is_again(offered)):
        return First("done")
    if is_rest:
        return First("rest")
    return First("nothing") if offered is None else First("start", offered)


def _is_again(item: Item) -> bool:
    """Whether it was done today already."""
    return isinstance(item.why, Offer) and item.why.why == "done-today"
