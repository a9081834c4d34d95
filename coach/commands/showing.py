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
from coach.words.durations import clock, short
from coach.words.following import followed_mark
from coach.words.inherited import kept
from coach.words.language import ENGLISH
from coach.words.library import cited, reviewed, total
from coach.words.plan import difference, difference_then
from coach.words.progression import left_out, why, why_nothing_left
from coach.words.safety import ask_first_if
from coach.words.session import as_long_as_you_can, interval_name, repetitions, set_of, side_name
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
) -> str:
    """Several lines of text, without a line break at the end. `stands`: of a plan how the person follows it."""
    lines = [f"{value.title}  ({kind} {value.id})"]
    if value.summary:
        lines.append(str(value.summary))
    match value:
        case Exercise():
            lines += _exercise(value, catalogue)
        case Routine() | Test():
            lines += _timed(value, timeline, catalogue, conditions)
        case Reminder():
            lines += _reminder(value)
        case Plan():
            lines += _plan(value, catalogue, stands)
        case Lesson():
            lines += ["", value.body.strip(), *_sources(value, catalogue)]
        case Figure():
            lines += _figure(value)
    return "\n".join(lines)


def describe_own(own: OwnRoutine, timeline: Timeline, catalogue: Catalogue, conditions: Collection[str] = ()) -> str:
    """A routine as it is for one person, and why; one of which nothing is left says so."""
    exercises = catalogue.exercises
    if own.is_empty:
        return why_nothing_left(ENGLISH, own, exercises)
    lines = [describe("routine", own.routine, timeline, catalogue, conditions=conditions)]
    lines += _section("For you", [f"{c.rung.exercise.title}: {why(ENGLISH, c, exercises)}" for c in own.changed])
    if said := left_out(ENGLISH, own.left_out, exercises):
        lines += ["", said]
    if not (own.is_changed or _has_own_load(own.routine, catalogue)):
        lines += ["", "For you it is as it is written."]
    return "\n".join(lines)


def _has_own_load(routine: Routine, catalogue: Catalogue) -> bool:
    """Whether the person uses another band or weight than the file says."""
    written = find_routine(routine.id, catalogue)
    steps = () if written is None else exercise_steps(written.steps)
    return written is not None and [one.load for one in steps] != [one.load for one in exercise_steps(routine.steps)]


def _section(title: str, items: Iterable[Text | str], mark: str = "-") -> list[str]:
    shown = [f"  {mark} {item}" for item in items]
    return ["", title, *shown] if shown else []


def _sources(value: Exercise | Lesson, catalogue: Catalogue) -> list[str]:
    return _section("Sources", [cited(catalogue.sources[one]) for one in value.sources if one in catalogue.sources])


def _exercise(exercise: Exercise, catalogue: Catalogue) -> list[str]:
    areas = [str(catalogue.areas[a].title) for a in exercise.areas if a in catalogue.areas]
    sides = exercise.dose.settled().sides
    lines = [
        f"{Phrases(catalogue.coaching.phrases).dose(exercise.dose.settled())}; {exercise.position}"
        + (f"; needs {', '.join(exercise.needs)}" if exercise.needs else ""),
        *([pace] if (pace := tempo(exercise.dose.settled(), exercise.phases)) else []),
        f"For: {', '.join(areas)}",
        *([f"Muscles: {', '.join(map(str, exercise.muscles))}"] if exercise.muscles else []),
        "",
        str(exercise.described(sides)),
    ]
    lines += _section("How", exercise.steps_on(sides))
    lines += _section("Think", exercise.cues)
    lines += _section("Avoid", exercise.mistakes, "x")
    conditions = catalogue.safety.conditions
    lines += _section(ask_first_if(ENGLISH), (conditions[c] for c in exercise.check_first if c in conditions))
    chain = {"easier": exercise.easier, "harder": exercise.harder}
    lines += _section("Variants", [f"{name}: {target}" for name, target in chain.items() if target])
    lines += _section("Rests on", [f"{what}: {', '.join(ids)}" for what, ids in exercise.basis.items()])
    lines += _sources(exercise, catalogue)
    told = f"Reviewed {reviewed(exercise.reviewed)}" if exercise.reviewed else "Not yet reviewed by a physiotherapist"
    lines += ["", f"{told}."]
    return lines


def _timed(
    value: Routine | Test, timeline: Timeline | None, catalogue: Catalogue, conditions: Collection[str]
) -> list[str]:
    if timeline is None:
        return []
    length = total(timeline)
    lines = [length]
    if isinstance(value, Routine) and (place := place_of(value.id, catalogue)) is not None:
        lines.append(difference_then(place, catalogue, conditions=conditions))
    if isinstance(value, Routine) and value.why:
        lines.append(f"Why: {value.why}")
    lines.append("")
    noted: set[int | None] = set()
    for index, interval in enumerate(timeline.intervals):
        lines.append(f"{clock(interval.start):>8}  {_interval(interval, catalogue)}")
        if interval.kind == "work" and interval.note and interval.step not in noted:
            noted.add(interval.step)
            lines.append(f"{'':>12}  {interval.note}")
        lines += [f"{clock(cue.at):>12}  {cue.say}" for cue in timeline.cues if cue.interval == index and _is_own(cue)]
    lines.append(f"{length:>8}  end")
    if isinstance(value, Routine):
        hints = (f"exercise {one.step}: {kept(one)}" for one in inherited(value, catalogue.exercises))
        lines += _section("Is this meant?", hints)
    return lines


def _is_own(cue: TimedCue) -> bool:
    """Whether the routine's author tells it."""
    return cue.event == "cue" and cue.say is not None


def _interval(interval: Interval, catalogue: Catalogue) -> str:
    exercise = catalogue.exercises.get(interval.exercise or "")
    name = str(exercise.title) if exercise else ""
    length = short(interval.seconds)
    match interval.kind:
        case "say":
            return f"{interval.text}  ({'until you go on' if interval.wait else length})"
        case "work":
            pace = tempo(interval, exercise.phases if exercise else {})
            return ", ".join(_work(interval, name or interval_name(interval), length)) + (f" ({pace})" if pace else "")
        case _:
            to_come = ", ".join(part for part in (name, interval.side) if part)
            return f"{interval_name(interval)}, {length}" + (f": {to_come}" if to_come else "")


def _work(interval: Interval, name: str, length: str) -> list[str]:
    side = side_name(interval.side, is_short=True)
    lasts = {"own": "own pace", "max": as_long_as_you_can(length)}.get(interval.open or "", length)
    told = (name, set_of(interval), repetitions(interval), side, lasts, interval.load)
    return [part for part in told if part]


def _window_text(window: Window) -> str:
    all_day = window == Window()
    return "all day" if all_day else f"{time_of_day(window.start)}-{time_of_day(window.end)}"


def _reminder(reminder: Reminder) -> list[str]:
    when = (
        f"every {short(reminder.every)} at the desk"
        if reminder.every is not None
        else "at " + ", ".join(time_of_day(minutes) for minutes in reminder.at)
    )
    lines = [f"{when}; {', '.join(reminder.days)}; {_window_text(reminder.between)}"]
    if not reminder.enabled:
        lines.append("Switched off.")
    if len(reminder.offers) > 1:
        lines.append(f"Offers what fits your focus areas best, of {', '.join(reminder.offers)}.")
    elif reminder.offers:
        lines.append(f"Offers {reminder.offers[0]}.")
    says = (f"{one} (asks for {one.exercise})" if one.exercise else str(one) for one in reminder.messages)
    return lines + _section("Messages", says)


def _figure(figure: Figure) -> list[str]:
    """What a figure file says in words; its angles are for the eye."""
    lines = [f"{figure.base}, seen from: {figure.view}"]
    if figure.props:
        lines.append(f"With: {', '.join(_prop(prop) for prop in figure.props)}")
    if figure.highlight:
        lines.append(f"Highlights: {', '.join(figure.highlight)}")
    return lines


def _prop(prop: object) -> str:
    return str(next(iter(prop))) if isinstance(prop, Mapping) else str(prop)


def _plan(plan: Plan, catalogue: Catalogue, stands: Following | None) -> list[str]:
    lines: list[str] = []
    if stands is not None and (where := followed_mark(stands, catalogue.plans)):
        lines.append(f"{where[:1].upper()}{where[1:]}.")
    for weeks in plan.weeks:
        last = "on" if weeks.last is None else str(weeks.last)
        span = f"Week {weeks.first}" if weeks.last == weeks.first else f"Weeks {weeks.first} to {last}"
        here = "  (you are here)" if stands is not None and stands.place_of(weeks) == "now" else ""
        lines += _section(
            (span if weeks.last is not None else f"From week {weeks.first}") + here,
            [
                f"{planned_id(PlanPlace(plan, weeks, item)) or item.test}: {', '.join(item.days)}"
                + (f", {item.times} times a day" if item.times > 1 else "")
                + (f". {told}" if (told := difference(item, catalogue)) else "")
                for item in weeks.do
            ],
        )
    return lines
