"""A plan in words: its weeks, and what is done in them, when and how much of it. Pure but for the translation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from coach.content.catalogue import Catalogue
from coach.content.model import DoseLayer, Plan, PlanItem, PlanWeeks
from coach.session.phrases import Phrases
from coach.session.planned import PlanPlace
from coach.ui.words import common as words


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanWords", text)


def name(plan: Plan) -> str:
    """`A plan for 8 weeks`: those that have an end."""
    weeks = max((weeks.last for weeks in plan.weeks if weeks.last is not None), default=0)
    if not weeks:
        return _tr("A plan")
    return _tr("A plan for 1 week") if weeks == 1 else _tr("A plan for {n} weeks").format(n=weeks)


def span(weeks: PlanWeeks) -> str:
    """`Week 1`, `Weeks 5 to 6`, `From week 9 on`."""
    if weeks.last is None:
        return _tr("From week {n} on").format(n=weeks.first)
    if weeks.last == weeks.first:
        return _tr("Week {n}").format(n=weeks.first)
    return _tr("Weeks {first} to {last}").format(first=weeks.first, last=weeks.last)


def done(plan: Plan, catalogue: Catalogue) -> list[str]:
    """The names of everything that is done in the plan, each once, in the order in which it comes."""
    items = (item for weeks in plan.weeks for item in weeks.do)
    return list(dict.fromkeys(found for item in items if (found := title(item, catalogue))))


def title(item: PlanItem, catalogue: Catalogue) -> str:
    """The routine's or test's name; nothing where the library holds it no more."""
    found = catalogue.routines.get(item.routine or "") or catalogue.tests.get(item.test or "")
    return words.say(found.title) if found is not None else ""


def when(item: PlanItem) -> str:
    """`Mon to Fri, twice a day`."""
    days = words.days(item.days)
    days = days[:1].upper() + days[1:]
    if item.times == 1:
        return days
    times = _tr("twice a day") if item.times == 2 else _tr("{n} times a day").format(n=item.times)
    return f"{days}, {times}"


def difference(item: PlanItem, catalogue: Catalogue) -> str:
    """What is not as the routine has it: `8 repetitions, hold 5 seconds`, `With one set. If sore: Gentle recovery`."""
    return ". ".join(part[:1].upper() + part[1:] for part in _differences(item, catalogue))


def difference_then(place: PlanPlace, catalogue: Catalogue) -> str:
    """`Weeks 1 to 2: with one set`: when a plan has the routine with another dose, and which."""
    dose = difference(replace(place.item, if_sore=None), catalogue)
    return _tr("{weeks}: {dose}").format(weeks=span(place.weeks), dose=dose[:1].lower() + dose[1:])


def _differences(item: PlanItem, catalogue: Catalogue) -> Iterator[str]:
    dose = ", ".join(_dose(item.dose, Phrases(catalogue.coaching.phrases, words.language())))
    names = [words.say(catalogue.exercises[each].title) for each in item.only if each in catalogue.exercises]
    if dose:
        yield _tr("{exercises} {dose}").format(exercises=", ".join(names), dose=dose) if names else dose
    if item.volume is not None and item.volume != 1:
        share = round(100 * item.volume)
        yield _tr("half the volume") if share == 50 else _tr("{n} % of the volume").format(n=share)
    sore = catalogue.routines.get(item.if_sore or "")
    if sore is not None:
        yield _tr("if sore: {routine}").format(routine=words.say(sore.title))


def _dose(layer: DoseLayer, phrases: Phrases) -> Iterator[str]:
    """Each key that the plan lays over an exercise's own, where it changes how much there is to do."""
    if layer.sets is not None:
        yield _tr("with one set") if layer.sets == 1 else _tr("with {n} sets").format(n=layer.sets)
    if layer.reps is not None:
        yield phrases.words("repetitions", layer.reps)
    if layer.hold is not None:
        yield phrases.words("hold", time=phrases.time(layer.hold))
    if layer.for_seconds is not None:
        yield phrases.time(layer.for_seconds)
