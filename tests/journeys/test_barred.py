"""Who has told a condition never meets an exercise that is to be asked about first: not in any routine, plan, focus
routine, file, sheet, calendar, reminder or offer. All of them are gone through, for every condition of the library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from coach.content.laid_doses import exercise_steps
from coach.content.model import ExerciseStep, Routine, Text
from coach.demonstration.which_figure import figure_for_reminder
from coach.export.appointments import appointments
from coach.export.audio import AudioExport, chapters
from coach.export.start import ANY_TIME
from coach.progression.focus import FOCUS
from coach.session.planned import PlanPlace, planned_id
from coach.session.timeline import Timeline
from coach.words.language import ENGLISH
from coach.words.progression import left_out, replaced
from coach.words.sheet import sheet_of
from tests.beside import slow
from tests.ui.parts import TUESDAY, FakeParts, shipped

CONDITIONS = list(shipped().safety.conditions)
EVERY_DAY = ("osteoporosis", "pregnancy", "latex")
ALL_AREAS = tuple(shipped().areas)
PLANNED_DAYS = 7 * 10


def person(*told: str, sore: bool = False) -> FakeParts:
    """Somebody with these conditions, a test that found every area, and each plan begun."""
    parts = FakeParts()
    parts.store.add_safety(())
    parts.tested(days_ago=1, hold=12, focus=ALL_AREAS)
    if told:
        parts.store.add_conditions(told)
    if sore:
        parts.finish(next(iter(shipped().routines)), pain=5)
    return parts


def barred(*told: str) -> frozenset[str]:
    """The exercises that are not for them, straight from their files."""
    return frozenset(name for name, one in shipped().exercises.items() if set(one.check_first) & set(told))


# --- what there is to meet -------------------------------------------------------------------------------------------


def routine_ids(parts: FakeParts) -> Iterator[str]:
    """Every routine, as it is and as each plan has it in each of its weeks, and the one for the focus areas."""
    catalogue = parts.library.catalogue
    yield from catalogue.routines
    for plan in catalogue.plans.values():
        for weeks in plan.weeks:
            for item in weeks.do:
                if item.routine:
                    yield planned_id(PlanPlace(plan, weeks, item))
    if parts.has("routine", FOCUS):
        yield FOCUS


def in_timelines(parts: FakeParts) -> Iterator[str]:
    """What is done in a session, and stands in a file of JSON."""
    for ident in routine_ids(parts):
        yield from in_timeline(parts.timeline("routine", ident))


def in_timeline(timeline: Timeline) -> Iterator[str]:
    intervals = timeline.as_json()["intervals"]
    assert isinstance(intervals, list)
    yield from (one["exercise"] for one in intervals if one.get("exercise"))
    yield from (one.exercise for one in timeline.intervals if one.exercise)


def on_paper(parts: FakeParts) -> Iterator[str]:
    """What has a row on a sheet."""
    names = by_title(parts)
    for ident in routine_ids(parts):
        own = parts.own(ident)
        sheet = sheet_of(own.routine, parts.timeline("routine", ident), parts.library.catalogue)
        yield from (names[row.title] for row in sheet.rows)


def aloud(parts: FakeParts) -> Iterator[str]:
    """What a sound file has a chapter of, or describes."""
    names = by_title(parts)
    says = {str(one.describe): name for name, one in parts.library.catalogue.exercises.items()}
    for ident in routine_ids(parts):
        job = AudioExport.of(parts, "routine", ident, intro=True)
        marks = chapters(job.timeline, job.titles, 0.0, job.timeline.seconds)
        yield from (names[mark.title] for mark in marks if mark.title in names)
        said = "\n".join(cue.say or "" for cue in job.timeline.cues)
        yield from (name for text, name in says.items() if text in said)


def on_days_of_plans(parts: FakeParts) -> Iterator[str]:
    """What a plan has on a day, and what it offers when one is sore."""
    today = TUESDAY.date()
    for plan in parts.library.catalogue.plans:
        parts.store.start_plan(plan, today)
        calendar = parts.planned()
        for number in range(PLANNED_DAYS):
            for item in calendar.on(today + timedelta(days=number)) or ():
                if item.kind == "routine":
                    yield from something_of(parts, item.target)
                    yield from something_of(parts, item.if_sore) if item.if_sore else ()


def today(parts: FakeParts) -> Iterator[str]:
    """What Today has due or offers."""
    for item in parts.today().items:
        if item.kind == "routine":
            yield from something_of(parts, item.target)
            yield from something_of(parts, item.instead) if item.instead else ()


def reminded(parts: FakeParts) -> Iterator[str]:
    """What a nudge offers to start, asks for in any of its turns, or shows."""
    catalogue = parts.library.catalogue
    shows = {one.figure: name for name, one in catalogue.exercises.items() if one.figure}
    for reminder in catalogue.reminders.values():
        asks = {str(message): message.exercise for message in reminder.messages if message.exercise}
        for _ in range(2 * len(reminder.messages)):
            nudge = parts.desk.now(reminder.id)
            assert nudge is not None
            if nudge.message in asks:
                yield asks[nudge.message]
            if nudge.offer is not None and nudge.offer_kind == "routine":
                yield from something_of(parts, nudge.offer)
        figure = figure_for_reminder(catalogue, reminder, parts.desk.barred)
        assert figure is not None
        if figure.id in shows:
            yield shows[figure.id]


def something_of(parts: FakeParts, ident: str) -> Iterator[str]:
    """What is done in something that one is led to: nothing is led to of which nothing is left."""
    assert not parts.own(ident).is_empty, f"{ident} is offered, and nothing of it is left"
    yield from in_timeline(parts.timeline("routine", ident))


def by_title(parts: FakeParts) -> dict[str, str]:
    return {str(one.title): name for name, one in parts.library.catalogue.exercises.items()}


WAYS = (in_timelines, on_paper, aloud, today, reminded, on_days_of_plans)
"""The last begins the plans anew; the others leave everything as it is: one person can go all of them in this order."""


@cache
def met_by_who_told_nothing(way: Callable[[FakeParts], Iterator[str]]) -> frozenset[str]:
    return frozenset(way(person()))


def barred_and_met(parts: FakeParts, *told: str) -> dict[str, list[str]]:
    """What is not for them, by the way on which they meet it."""
    met = {way.__name__: sorted(set(way(parts)) & barred(*told)) for way in WAYS}
    return {way: names for way, names in met.items() if names}


def cases(conditions: Sequence[str]) -> list[object]:
    """These conditions as cases of a test: some of them every day."""
    return [*EVERY_DAY, *slow(one for one in conditions if one not in EVERY_DAY)]


# --- nobody meets what is not for them -------------------------------------------------------------------------------


@pytest.mark.parametrize("condition", cases(CONDITIONS))
def test_nobody_meets_an_exercise_that_is_barred(condition: str) -> None:
    assert barred_and_met(person(condition), condition) == {}


@pytest.mark.parametrize("condition", cases(CONDITIONS))
def test_nobody_who_is_sore_does(condition: str) -> None:
    assert barred_and_met(person(condition, sore=True), condition) == {}


def test_nobody_with_all_conditions_does() -> None:
    assert barred_and_met(person(*CONDITIONS), *CONDITIONS) == {}


IN_ROUTINES = frozenset(step.exercise for one in shipped().routines.values() for step in exercise_steps(one.steps))
MET = [condition for condition in CONDITIONS if barred(condition) & IN_ROUTINES]
"""The conditions that bar something of a shipped routine; the others bar something of a routine of one's own, below."""


@pytest.mark.parametrize("condition", cases(MET))
def test_without_the_condition_they_would(condition: str) -> None:
    """Else the test above would prove nothing."""
    assert set(EVERY_DAY) <= set(MET)
    assert met_by_who_told_nothing(in_timelines) & barred(condition)


@pytest.mark.parametrize("way", WAYS)
def test_each_way_meets_what_some_condition_bars(way) -> None:
    assert met_by_who_told_nothing(way) & barred(*CONDITIONS)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_that_a_professional_has_cleared_bars_nothing(condition: str) -> None:
    parts = person()
    parts.store.add_conditions([condition], [condition])
    assert set(in_timelines(parts)) == met_by_who_told_nothing(in_timelines)


# --- what a reminder asks for ---------------------------------------------------------------------------------------


def asks_for(words: str) -> str:
    """The exercise that a shipped message with these words in it asks for."""
    messages = [one for reminder in shipped().reminders.values() for one in reminder.messages]
    (found,) = {one.exercise for one in messages if words in str(one)}
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("condition", "movements"),
    [
        ("osteoporosis", {"Turn left, turn right"}),
        ("neck-injury", {"chin back", "breastbone"}),
        ("arm-symptoms", {"chin back", "breastbone"}),
        ("dizziness", {"chin back", "breastbone"}),
        ("shoulder-injury", {"shoulder blades", "Reach up tall", "band set", "breastbone"}),
        ("latex", {"band set"}),
    ],
)
def test_the_movements_of_shipped_messages_are_known_by_their_exercises(condition: str, movements: set[str]) -> None:
    every = {
        "Turn left, turn right",
        "chin back",
        "breastbone",
        "shoulder blades",
        "Reach up tall",
        "band set",
    }
    assert {words for words in every if asks_for(words) in barred(condition)} == movements


def locked(*told: str) -> FakeParts:
    """Somebody whose answers say that a professional looks first."""
    parts = person(*told)
    safety = parts.library.catalogue.safety
    parts.clock.pass_time(1)
    parts.store.add_safety({one.id for one in safety.questions if safety.tiers[one.tier].lock})
    return parts


@pytest.mark.parametrize("condition", [*cases(CONDITIONS), None])
def test_while_the_answers_lock_no_reminder_asks_for_any_exercise_or_shows_one(condition: str | None) -> None:
    parts = locked(*([condition] if condition else []))
    assert list(reminded(parts)) == []
    parts.clock.pass_time(1)
    parts.store.add_safety(())
    assert set(reminded(parts)), "afterwards they do"


def test_every_reminder_goes_on_saying_something() -> None:
    for parts in (person(*CONDITIONS), locked()):
        for reminder in parts.library.catalogue.reminders:
            nudge = parts.desk.now(reminder)
            assert nudge is not None
            assert nudge.message


# --- what is read of them --------------------------------------------------------------------------------------------


def said_of_it(parts: FakeParts, not_for_them: frozenset[str]) -> list[str]:
    """The sentences that tell what is left out or replaced, and for what or by a plan, and the titles of what may be
    done (`Side plank at the wall`): the longest first, for one may be a part of another.
    """
    exercises = parts.library.catalogue.exercises
    told = {f"in place of {exercise.title}" for exercise in exercises.values()}
    told |= {str(exercise.title) for name, exercise in exercises.items() if name not in not_for_them}
    for ident in routine_ids(parts):
        own = parts.own(ident)
        told |= {left_out(ENGLISH, own.left_out, exercises), replaced(ENGLISH, own.changed, exercises)}
    return sorted(told - {""}, key=len, reverse=True)


@pytest.mark.parametrize("condition", [*cases(CONDITIONS), ""])
def test_a_calendar_names_no_exercise_that_is_barred_but_to_say_so(condition: str) -> None:
    told = (condition,) if condition else ()
    parts = person(*told)
    catalogue = parts.library.catalogue
    titles = {str(catalogue.exercises[name].title) for name in barred(*told)}
    named, sentences = set[str](), said_of_it(parts, barred(*told))
    for plan in catalogue.plans:
        for entry in appointments(parts, "plan", plan, ANY_TIME).entries:
            text = entry.told.text
            for sentence in sentences:
                text = text.replace(sentence, "")
            named |= {title for title in titles if title in text}
            assert not condition or entry.told.title not in {
                str(routine.title) for name, routine in catalogue.routines.items() if parts.own(name).is_empty
            }
    assert named == set()


@pytest.mark.parametrize("condition", CONDITIONS)
def test_what_is_left_out_is_always_said(condition: str) -> None:
    parts = person(condition)
    for name, routine in parts.library.catalogue.routines.items():
        own = parts.own(name)
        lost = {step.exercise for step in exercise_steps(routine.steps)} & barred(condition)
        told = {one.named for one in own.left_out} | {one.named for one in own.changed if one.barred_by}
        assert lost == told


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_routine_of_ones_own_is_no_way_around(condition: str) -> None:
    for_anybody = next(name for name, one in shipped().exercises.items() if not one.check_first)
    steps = tuple(ExerciseStep(name) for name in (for_anybody, *sorted(barred(condition))))
    mine = Routine("mine", Text("Everything"), steps)
    catalogue = replace(shipped(), routines={"mine": mine})
    parts = FakeParts(catalogue)
    assert barred(condition) <= set(in_timeline(parts.timeline("routine", "mine")))
    parts.store.add_conditions([condition])
    assert set(in_timeline(parts.timeline("routine", "mine"))) & barred(condition) == set()
