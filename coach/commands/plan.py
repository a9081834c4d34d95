"""`plan`: to follow a plan, to stop, and its week."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from coach.commands.here import Here
from coach.commands.moment import add_at, day_of, moment_of
from coach.commands.parser import Commands, Parser, add_json
from coach.commands.printing import print_for_programs
from coach.commands.stop import FINE, INPUT, Stop
from coach.commands.today import items_json, items_text, moment_json, plan_json

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue
    from coach.content.model import Plan
    from coach.today.calendar import PlanWeek


def add_to(commands: Commands) -> None:
    """`plan start`, `plan stop`, `plan status`."""
    plan = commands.add("plan", status, "Follow a plan: start it, stop it, see its week.")
    actions = plan.add_subparsers(metavar="ACTION", required=True, parser_class=Parser)
    starting = actions.add_parser("start", help="follow a plan from now on")
    starting.add_argument("id", metavar="ID")
    starting.add_argument("--from", dest="from_", metavar="DATE", help="its first day, such as 2026-12-01; else today")
    starting.set_defaults(run=start)
    actions.add_parser("stop", help="follow no plan from today on").set_defaults(run=stop)
    week = actions.add_parser("status", help="the week of the plan, day by day")
    add_at(week)
    add_json(week)
    week.set_defaults(run=status)


def start(options: argparse.Namespace, here: Here) -> int:
    """Follow a plan from a day on, and say so; 0, 1 for an unknown plan, 2 where `--from` is no date.

    One that is followed then ends on the day before; one that begins later goes on to count from its own first day.
    """
    from coach.today.calendar import Calendar
    from coach.words import dates

    parts = here.build()
    plan = _plan(parts.library.catalogue, options.id)
    begun = parts.clock.wall().date() if options.from_ is None else day_of(options.from_, "--from")
    parts.store.stop_plan(begun - timedelta(days=1), begun_by=begun)
    parts.store.start_plan(plan.id, begun)
    week = Calendar(parts.library.catalogue, parts.store.plans()).week_on(begun)
    print(f"{plan.title}: from {dates.date(begun)} on.")
    if week is not None and week.plan.id != plan.id:
        print(f"{week.plan.title} began later and is followed until it is stopped ('posture-coach plan stop').")
    return FINE


def _plan(catalogue: Catalogue, name: str) -> Plan:
    from coach.content.catalogue import Unknown
    from coach.content.model import Plan

    try:
        _, found = catalogue.find(name if "/" in name else f"plan/{name}")
    except Unknown as unknown:
        raise Stop(str(unknown), INPUT) from None
    if not isinstance(found, Plan):
        raise Stop(f"{name} is no plan; 'posture-coach list plan' has them", INPUT)
    return found


def stop(_: argparse.Namespace, here: Here) -> int:
    """Follow no plan from today on, and say so; 0, or 1 where none is followed."""
    parts = here.build()
    today = parts.clock.wall().date()
    open_ones = [one for one in parts.store.plans() if one.until is None or one.until >= today]
    if not parts.store.stop_plan(today - timedelta(days=1)):
        raise Stop("no plan is followed; 'posture-coach plan start ID' begins one", INPUT)
    titles = dict.fromkeys(parts.library.catalogue.title_of("plan", one.plan) or one.plan for one in open_ones)
    print(f"Stopped: {', '.join(titles)}. What was done stays.")
    return FINE


def status(options: argparse.Namespace, here: Here) -> int:
    """Print the week of the plan that is followed, day by day, as text or JSON; 0, or 2 where `--at` is no moment."""
    from coach.words import dates

    parts = here.build()
    at = moment_of(options.at, parts.clock)
    catalogue, week = parts.library.catalogue, parts.week(at)

    def seconds_of(kind: str, target: str) -> float:
        return parts.timeline(kind, target, at=at).seconds

    if options.json:
        told = [
            {"date": day.date.isoformat(), "items": items_json(day.items, catalogue, seconds_of)} for day in week.days
        ]
        print_for_programs({"at": moment_json(at), "plan": plan_json(week.plan), "days": told})
        return FINE
    for line in _heading(week.plan):
        print(line)
    for day in week.days:
        if day.items:
            print("\n".join(["", dates.date(day.date), *items_text(day.items, catalogue, seconds_of, why=("sore",))]))
    return FINE


def _heading(week: PlanWeek | None) -> Iterator[str]:
    from coach.words import today as words
    from coach.words.language import ENGLISH

    if week is None:
        yield "No plan is followed; 'posture-coach plan start ID' begins one."
    else:
        yield words.plan(ENGLISH, week)
