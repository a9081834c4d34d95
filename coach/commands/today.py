"""`today`: what is due, and how it goes."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from coach.commands.here import Here
from coach.commands.moment import add_at, moment_of
from coach.commands.parser import Commands, add_json
from coach.commands.printing import print_for_programs
from coach.commands.stop import FINE

if TYPE_CHECKING:
    from datetime import datetime

    from coach.content.catalogue import Catalogue
    from coach.session.timeline import Timeline
    from coach.today.agenda import Item, Today
    from coach.today.calendar import PlanWeek
    from coach.words.language import Language

    TimelineOf = Callable[[str, str], Timeline]
    """A routine or test, by kind and id, as this person does it."""

STATES = ("due", "done", "sore", "missed", "offered")


def add_to(commands: Commands) -> None:
    """`today`."""
    parser = commands.add("today", today, "What is due today, what was done, and how it goes.")
    add_at(parser)
    add_json(parser)


def today(options: argparse.Namespace, here: Here) -> int:
    """Print what is due at a moment as text or JSON; 0, or 2 where `--at` is no moment."""
    parts = here.build()
    catalogue = parts.library.catalogue
    at = moment_of(options.at, parts.clock)

    def timeline_of(kind: str, target: str) -> Timeline:
        return parts.timeline(kind, target, at=at)

    found = parts.today(at)
    if options.json:
        print_for_programs(as_json(found, catalogue, timeline_of))
    else:
        print("\n".join(as_text(found, catalogue, timeline_of, parts.language)))
    return FINE


def as_json(found: Today, catalogue: Catalogue, timeline_of: TimelineOf) -> Mapping[str, Any]:
    """For other programs (docs/json.md)."""
    kept = found.adherence
    return {
        "at": moment_json(found.at),
        "plan": plan_json(found.plan),
        "locked": found.locked.id if found.locked is not None else None,
        "questions_due": found.questions is not None,
        "morning_due": found.morning.uid if found.morning is not None else None,
        "items": items_json(found.items, catalogue, timeline_of),
        "adherence": {"done": kept.done, "planned": kept.planned} if kept is not None else None,
        "streak_days": found.streak_days,
    }


def moment_json(at: datetime) -> str:
    """A moment, to the second."""
    return at.isoformat(timespec="seconds")


def plan_json(week: PlanWeek | None) -> Mapping[str, Any] | None:
    """The plan that is followed, and its week."""
    if week is None:
        return None
    return {"id": week.plan.id, "week": week.number, "from": week.followed.begun.isoformat()}


def items_json(items: Sequence[Item], catalogue: Catalogue, timeline_of: TimelineOf) -> list[Mapping[str, Any]]:
    """What there is to do, or was."""
    from coach.words import today as words
    from coach.words.language import ENGLISH

    return [
        {
            "kind": item.kind,
            "id": item.id,
            "target": item.target,
            "title": catalogue.title_of(item.kind, item.id),
            "seconds": timeline_of(item.kind, item.target).seconds,
            "state": item.state,
            "instead": item.instead,
            "why": words.why(ENGLISH, item),
        }
        for item in items
    ]


def as_text(found: Today, catalogue: Catalogue, timeline_of: TimelineOf, language: Language) -> Iterator[str]:
    """Lines for a person: what keeps them from exercising first, then what there is to do, then how it goes."""
    from coach.words import dates, printed
    from coach.words import safety as safety_words
    from coach.words import today as words
    from coach.words.library import say
    from coach.words.titles import title_of

    yield dates.date(found.at, language)
    if found.plan is not None:
        yield words.plan(language, found.plan)
    yield ""
    if found.locked is not None:
        yield say(found.locked.say, language)
        way_out = safety_words.way_out(language, is_emergency=found.is_emergency)
        yield f"{way_out} {safety_words.where(language)}"
    else:
        if not found.items:
            yield printed.nothing_more_today(language)
        yield from items_text(found.items, catalogue, timeline_of, language=language)
        if found.lacked is not None:
            yield f"{words.lacked(language, found.lacked)}."
    yield ""
    if found.see_someone is not None:
        yield words.advice(language, found.see_someone)
    if found.questions is not None:
        yield printed.due_then(words.questions(language, found.questions), "posture-coach safety ask", language)
    if found.morning is not None:
        title = title_of(catalogue, found.morning.kind, found.morning.target, language)
        yield words.morning(language, found.morning, title)
    for sentence in words.how_it_goes(language, found):
        yield f"{sentence}."


def items_text(
    items: Sequence[Item],
    catalogue: Catalogue,
    timeline_of: TimelineOf,
    why: Collection[str] = STATES,
    language: Language | None = None,
) -> Iterator[str]:
    """Each with its state, its length, what to type, and why, of those in one of the states `why`."""
    from coach.words import printed
    from coach.words import today as words
    from coach.words.language import ENGLISH
    from coach.words.library import total

    language = language or ENGLISH

    for item in items:
        length = total(timeline_of(item.kind, item.target), language)
        title, state = catalogue.title_of(item.kind, item.id, language.tag), printed.state(item.state, language)
        yield f"  {state:<7} {length:>12}  {title}  ({item.target})"
        if item.state in why:
            yield f"{'':24}{words.why(language, item)}"
        if item.instead is not None:
            yield f"{'':24}{catalogue.title_of('routine', item.instead, language.tag)}  ({item.instead})"
