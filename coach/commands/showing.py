"""One thing of the library in plain words, as `show ID` prints it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from coach.content.catalogue import Catalogue
from coach.content.inherited import inherited
from coach.content.laid_doses import exercise_steps
from coach.content.model import Exercise, Figure, Lesson, Plan, Reminder, Routine, Test, Text, Thing, Window
from coach.progression.own import OwnRoutine
from coach.session.phrases import Phrases
from coach.session.planned import PlanPlace, find_routine, place_of, planned_id
from coach.session.timeline import Interval, TimedCue, Timeline
from coach.today.following import Following
from coach.words import showing as words
from coach.words.durations import clock, short
from coach.words.following import followed_mark
from coach.words.inherited import kept
from coach.words.language import ENGLISH, Language
from coach.words.library import cited, reviewed, say, total
from coach.words.plan import difference, difference_then, span
from coach.words.progression import left_out, why, why_nothing_left
from coach.words.safety import ask_first_if
from coach.words.sentences import comma_list, raised
from coach.words.session import as_long_as_you_can, interval_name, repetitions, set_of, side_name
from coach.words.sharing import from_whom
from coach.words.tempo import tempo


def time_of_day(minutes: int) -> str:
    """`09:05` for 545 minutes after midnight."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def describe(
    kind: str,
    value: Thing,
    timeline: Timeline | None,
    catalogue: Catalogue,
    stands: Following | None = None,
    conditions: Collection[str] = (),
    language: Language = ENGLISH,
) -> str:
    """Several lines of text, without a line break at the end. `stands`: of a plan how the person follows it."""
    lines = [f"{say(value.title, language)}  ({kind} {value.id})"]
    if value.summary:
        lines.append(say(value.summary, language))
    if isinstance(value, Routine | Exercise) and value.from_whom is not None:
        lines.append(from_whom(language, value.from_whom))
    match value:
        case Exercise():
            lines += _exercise(value, catalogue, language)
        case Routine() | Test():
            lines += _timed(value, timeline, catalogue, conditions, language)
        case Reminder():
            lines += _reminder(value, language)
        case Plan():
            lines += _plan(value, catalogue, stands, language)
        case Lesson():
            lines += ["", value.body.strip(), *_sources(value, catalogue, language)]
        case Figure():
            lines += _figure(value, language)
    return "\n".join(lines)


def describe_own(
    own: OwnRoutine,
    timeline: Timeline,
    catalogue: Catalogue,
    conditions: Collection[str] = (),
    language: Language = ENGLISH,
) -> str:
    """A routine as it is for one person, and why; one of which nothing is left says so."""
    exercises = catalogue.exercises
    if own.is_empty:
        return why_nothing_left(language, own, exercises)
    lines = [describe("routine", own.routine, timeline, catalogue, conditions=conditions, language=language)]
    changed = (f"{say(c.rung.exercise.title, language)}: {why(language, c, exercises)}" for c in own.changed)
    lines += _section(words.part("for-you", language), changed, language)
    if said := left_out(language, own.left_out, exercises):
        lines += ["", said]
    if not (own.is_changed or _has_own_load(own.routine, catalogue)):
        lines += ["", words.as_written(language)]
    return "\n".join(lines)


def _has_own_load(routine: Routine, catalogue: Catalogue) -> bool:
    """Whether the person uses another band or weight than the file says."""
    written = find_routine(routine.id, catalogue)
    steps = () if written is None else exercise_steps(written.steps)
    return written is not None and [one.load for one in steps] != [one.load for one in exercise_steps(routine.steps)]


def _section(title: str, items: Iterable[Text | str], language: Language, mark: str = "-") -> list[str]:
    shown = [f"  {mark} {item if isinstance(item, str) else say(item, language)}" for item in items]
    return ["", title, *shown] if shown else []


def _sources(value: Exercise | Lesson, catalogue: Catalogue, language: Language) -> list[str]:
    found = [cited(catalogue.sources[one], language) for one in value.sources if one in catalogue.sources]
    return _section(words.part("sources", language), found, language)


def _exercise(exercise: Exercise, catalogue: Catalogue, language: Language) -> list[str]:
    areas = [say(catalogue.areas[a].title, language) for a in exercise.areas if a in catalogue.areas]
    sides = exercise.dose.settled().sides
    lines = [
        f"{Phrases(catalogue.coaching.phrases, language.tag).dose(exercise.dose.settled())}; {exercise.position}"
        + (f"; {words.needs(exercise.needs, language)}" if exercise.needs else ""),
        *([pace] if (pace := tempo(exercise.dose.settled(), exercise.phases, language)) else []),
        words.areas(areas, language),
        *([words.muscles([say(one, language) for one in exercise.muscles], language)] if exercise.muscles else []),
        "",
        say(exercise.described(sides), language),
    ]
    lines += _section(words.part("how", language), exercise.steps_on(sides), language)
    lines += _section(words.part("think", language), exercise.cues, language)
    lines += _section(words.part("avoid", language), exercise.mistakes, language, "x")
    conditions = catalogue.safety.conditions
    first = (conditions[c] for c in exercise.check_first if c in conditions)
    lines += _section(ask_first_if(language), first, language)
    chain = [words.easier(exercise.easier, language)] if exercise.easier else []
    chain += [words.harder(exercise.harder, language)] if exercise.harder else []
    lines += _section(words.part("variants", language), chain, language)
    basis = (f"{what}: {comma_list(ids, language)}" for what, ids in exercise.basis.items())
    lines += _section(words.part("basis", language), basis, language)
    lines += _sources(exercise, catalogue, language)
    when = reviewed(exercise.reviewed, language) if exercise.reviewed else ""
    return [*lines, "", words.reviewed(when, language)]


def _timed(
    value: Routine | Test,
    timeline: Timeline | None,
    catalogue: Catalogue,
    conditions: Collection[str],
    language: Language,
) -> list[str]:
    if timeline is None:
        return []
    length = total(timeline, language)
    lines = [length]
    if isinstance(value, Routine) and (place := place_of(value.id, catalogue)) is not None:
        lines.append(difference_then(place, catalogue, language, conditions))
    if isinstance(value, Routine) and value.why:
        lines.append(words.why(say(value.why, language), language))
    lines.append("")
    noted: set[int | None] = set()
    for index, interval in enumerate(timeline.intervals):
        lines.append(f"{clock(interval.start):>8}  {_interval(interval, catalogue, language)}")
        if interval.kind == "work" and interval.note and interval.step not in noted:
            noted.add(interval.step)
            lines.append(f"{'':>12}  {interval.note}")
        lines += [f"{clock(cue.at):>12}  {cue.say}" for cue in timeline.cues if cue.interval == index and _is_own(cue)]
    lines.append(f"{length:>8}  {words.end(language)}")
    if isinstance(value, Routine):
        hints = (words.hint(one.step, kept(one), language) for one in inherited(value, catalogue.exercises))
        lines += _section(words.part("hints", language), hints, language)
    return lines


def _is_own(cue: TimedCue) -> bool:
    """Whether the routine's author tells it."""
    return cue.event == "cue" and cue.say is not None


def _interval(interval: Interval, catalogue: Catalogue, language: Language) -> str:
    exercise = catalogue.exercises.get(interval.exercise or "")
    name = say(exercise.title, language) if exercise else ""
    length = short(interval.seconds, language)
    match interval.kind:
        case "say":
            return f"{interval.text}  ({words.until_you_go_on(language) if interval.wait else length})"
        case "work":
            pace = tempo(interval, exercise.phases if exercise else {}, language)
            work = _work(interval, name or interval_name(interval, language), length, language)
            return comma_list(work, language) + (f" ({pace})" if pace else "")
        case _:
            to_come = comma_list(
                (part for part in (name, side_name(interval.side, language, is_short=True) or interval.side) if part),
                language,
            )
            return f"{interval_name(interval, language)}, {length}" + (f": {to_come}" if to_come else "")


def _work(interval: Interval, name: str, length: str, language: Language) -> list[str]:
    side = side_name(interval.side, language, is_short=True)
    lasts = {"own": words.own_pace(language), "max": as_long_as_you_can(length, language)}.get(
        interval.open or "", length
    )
    told = (name, set_of(interval, language), repetitions(interval, language), side, lasts, interval.load)
    return [part for part in told if part]


def _window_text(window: Window, language: Language) -> str:
    all_day = window == Window()
    return words.all_day(language) if all_day else f"{time_of_day(window.start)}-{time_of_day(window.end)}"


def _reminder(reminder: Reminder, language: Language) -> list[str]:
    when = (
        words.every(reminder.every, language)
        if reminder.every is not None
        else words.at([time_of_day(minutes) for minutes in reminder.at], language)
    )
    lines = [f"{when}; {comma_list(reminder.days, language)}; {_window_text(reminder.between, language)}"]
    if not reminder.enabled:
        lines.append(words.switched_off(language))
    if reminder.offers:
        lines.append(words.offers(reminder.offers, language))
    told = ((say(one.say, language), one.exercise) for one in reminder.messages)
    says = (words.asks_for(text, exercise, language) if exercise else text for text, exercise in told)
    return lines + _section(words.part("messages", language), says, language)


def _figure(figure: Figure, language: Language) -> list[str]:
    """What a figure file says in words; its angles are for the eye."""
    lines = [words.seen_from(figure.base, str(figure.view), language)]
    if figure.props:
        lines.append(words.props([_prop(prop) for prop in figure.props], language))
    if figure.highlight:
        lines.append(words.highlights(figure.highlight, language))
    return lines


def _prop(prop: object) -> str:
    return str(next(iter(prop))) if isinstance(prop, Mapping) else str(prop)


def _plan(plan: Plan, catalogue: Catalogue, stands: Following | None, language: Language) -> list[str]:
    lines: list[str] = []
    if stands is not None and (where := followed_mark(stands, catalogue.plans, language)):
        lines.append(f"{raised(where)}.")
    for weeks in plan.weeks:
        weeks_named = span(weeks, language)
        is_now = stands is not None and stands.place_of(weeks) == "now"
        items = [
            f"{planned_id(PlanPlace(plan, weeks, item)) or item.test}: "
            + words.times_a_day(comma_list(item.days, language), item.times, language)
            + (f". {told}" if (told := difference(item, catalogue, language)) else "")
            for item in weeks.do
        ]
        lines += _section(words.here(weeks_named, language) if is_now else weeks_named, items, language)
    return lines
