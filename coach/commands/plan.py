"""`plan`: to follow a plan, to stop, and its week."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.commands.here import Here
from coach.commands.moment import add_at, day_of, moment_of
from coach.commands.parser import Commands, Parser, add_json
from coach.commands.printing import print_for_programs
from coach.commands.stop import FINE, INPUT, Stop
from coach.commands.today import items_json, items_text, moment_json, plan_json
from coach.values import replace

if TYPE_CHECKING:
    from datetime import datetime

    from coach.content.catalogue import Catalogue
    from coach.content.model import Plan
    from coach.session.timeline import Timeline
    from coach.today.calendar import PlanWeek
    from coach.wiring import Parts


def add_to(commands: Commands) -> None:
    """`plan start`, `plan stop`, `plan status`."""
    plan = commands.add("plan", status, "Follow a plan: start it, stop it, see its week.")
    actions = plan.add_subparsers(metavar="ACTION", required=True, parser_class=Parser)
    starting = actions.add_parser("start", help="follow a plan from now on")
    starting.add_argument("id", metavar="ID", help="what 'list plan' shows")
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
    from coach.following import begin
    from coach.words import following as words

    parts = here.build()
    plans = parts.library.catalogue.plans
    plan = _plan(parts.library.catalogue, options.id)
    begun = parts.clock.wall().date() if options.from_ is None else day_of(options.from_, "--from")
    found, _ = begin(parts.store, plan.id, begun)
    for sentence in (words.begun(plan, begun, parts.language), words.switches(found, plans, parts.language)):
        if sentence:
            print(sentence)
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
    from coach.following import going_on
    from coach.following import stop as stop_all
    from coach.words import following as words

    parts = here.build()
    today = parts.clock.wall().date()
    followed = going_on(parts.store, today)
    if not followed:
        raise Stop("no plan is followed; 'posture-coach plan start ID' begins one", INPUT)
    stop_all(parts.store, followed, today)
    print(words.stopped(followed, parts.library.catalogue.plans, parts.language))
    return FINE


def status(options: argparse.Namespace, here: Here) -> int:
    """Print the week of the plan that is followed, day by day, as text or JSON; 0, or 2 where `--at` is no moment."""
    from coach.words import dates

    parts = here.build()
    at = moment_of(options.at, parts.clock)
    catalogue, week = parts.library.catalogue, parts.week(at)

    def timeline_of(kind: str, target: str) -> Timeline:
        return parts.timeline(kind, target, at=at)

    if options.json:
        told = [
            {"date": day.date.isoformat(), "items": items_json(day.items, catalogue, timeline_of)} for day in week.days
        ]
        print_for_programs({"at": moment_json(at), "plan": plan_json(week.plan), "days": told})
        return FINE
    for line in (*_heading(parts, week.plan, at), *_different(parts, week.plan, at)):
        print(line)
    for day in week.days:
        if day.items:
            items = items_text(day.items, catalogue, timeline_of, ("sore",), parts.language)
            print("\n".join(["", dates.date(day.date, parts.language), *items]))
    for line in _for_you(parts, week.plan, at):
        print(f"\n{line}")
    return FINE


def _different(parts: Parts, week: PlanWeek | None, at: datetime) -> Iterator[str]:
    """What these weeks of the plan have otherwise than the files of its routines."""
    from coach.session.planned import PlanPlace, planned_id
    from coach.words.plan import difference

    if week is None or week.weeks is None:
        return
    catalogue, conditions, calendar = parts.library.catalogue, parts.doses.conditions(at), parts.planned(at)
    for item in week.weeks.do:
        told = difference(replace(item, if_sore=None), catalogue, parts.language, conditions)
        if told and calendar.can_be_done(item.routine or ""):
            yield f"  {planned_id(PlanPlace(week.plan, week.weeks, item))}: {told}"


def _for_you(parts: Parts, week: PlanWeek | None, at: datetime) -> Iterator[str]:
    """What is left out of the plan for the person, and what to do on a sore day."""
    from coach.words import following as words
    from coach.words import plan as plan_words

    if week is not None:
        calendar, catalogue = parts.planned(at), parts.library.catalogue
        left_out = plan_words.left_out(week.plan, calendar.barred, catalogue, parts.language)
        gentle = plan_words.gentle(week.plan, calendar, catalogue, parts.language)
        yield from (line for line in (left_out, words.if_sore(gentle, parts.language)) if line)


def _heading(parts: Parts, week: PlanWeek | None, at: datetime) -> Iterator[str]:
    from coach.following import going_on
    from coach.words import following, printed
    from coach.words import today as words

    if week is not None:
        yield words.plan(parts.language, week)
        return
    plans, followed = parts.library.catalogue.plans, going_on(parts.store, at.date())
    for one in followed:
        if one.plan not in plans:
            yield printed.ends_that(following.gone(one, parts.language), "posture-coach plan stop", parts.language)
        elif one.begun > at.date():
            yield following.ahead(one, plans, parts.language)
    if not followed:
        yield printed.no_plan("posture-coach plan start ID", parts.language)
