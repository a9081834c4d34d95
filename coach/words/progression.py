"""Why a dose is as it is, what is left out for whom, and the focus routine, in words. Kind, and nobody's fault."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from coach.content.model import Exercise, Text
from coach.progression.focus import Focus, NoFocus
from coach.progression.ladder import Rung, amount
from coach.progression.own import Changed, LeftOut, OwnRoutine
from coach.progression.reason import Chosen, FellAmber, FellRed, LevelReason, Paused, Rose
from coach.session.timeline import Timeline
from coach.words import dates, durations, kit
from coach.words.language import ENGLISH, Language
from coach.words.library import exercise_title, lasts, say
from coach.words.sentences import apart_list, comma_list, raised

Exercises = Mapping[str, Exercise]


# --- why a dose is as it is ---


def why(language: Language, changed: Changed, exercises: Exercises) -> str:
    """What is done now, and why: `10 repetitions now: twice at effort 5 or less with pain 1 or less`."""
    told = []
    if changed.barred_by:
        told.append(_in_place(language, changed, exercises))
    if changed.why is not None and changed.rung.key is not None:
        now = language.translate("Progression", "{what}: {why}")
        told.append(now.format(what=_now(language, changed.rung), why=_because(language, changed.why)))
    if changed.half_after_days is not None:
        half = language.translate("Progression", "half as much this time: {days} days without it")
        told.append(half.format(days=changed.half_after_days))
    return apart_list(told, language)


def _in_place(language: Language, changed: Changed, exercises: Exercises) -> str:
    told = language.translate("Progression", "in place of {exercise}: {conditions}")
    return told.format(
        exercise=exercise_title(changed.named, exercises, language), conditions=conditions(language, changed.barred_by)
    )


def _now(language: Language, rung: Rung) -> str:
    dose = rung.dose.settled()
    count = amount(dose, rung.key or "") or 0.0
    match rung.key:
        case "reps":
            n = round(count)
            return language.translate("Progression", "%n repetitions now", "1 repetition now", n)
        case "sets":
            n = round(count)
            return language.translate("Progression", "%n sets now", "1 set now", n)
        case "hold":
            return language.translate("Progression", "{time} of hold now").format(time=durations.short(count, language))
        case "for":
            return language.translate("Progression", "{time} now").format(time=durations.short(count, language))
        case "half":
            return language.translate("Progression", "half as much now")
        case "to":
            return language.translate("Progression", "the harder exercise now")
        case _:
            return language.translate("Progression", "the easier exercise now")


def _because(language: Language, reason: LevelReason) -> str:
    match reason:
        case Rose():
            return _rose(language, reason)
        case FellRed(cause="morning"):
            return language.translate("Progression", "the morning after was worse")
        case FellRed(cause="stopped"):
            return language.translate("Progression", "it was stopped for pain")
        case FellRed():
            return language.translate("Progression", "there was pain of {pain}").format(pain=reason.pain)
        case FellAmber():
            told = language.translate("Progression", "{times} with some pain, {pain} the last time")
            return told.format(times=_times(language, reason.times), pain=reason.pain)
        case Paused():
            return language.translate("Progression", "{days} days without it").format(days=reason.days)
        case Chosen():
            return language.translate("Progression", "as you chose")


def _rose(language: Language, reason: Rose) -> str:
    times = _times(language, reason.times)
    if reason.pain == 0:
        told = language.translate("Progression", "{times} at effort {effort} or less without pain")
    else:
        told = language.translate("Progression", "{times} at effort {effort} or less with pain {pain} or less")
    return told.format(times=times, effort=reason.effort, pain=reason.pain)


def _times(language: Language, times: int) -> str:
    if times == 2:
        return language.translate("Progression", "twice")
    return language.translate("Progression", "%n times", "once", times)


# --- what is left out, and what takes its place ---


def why_left_out(language: Language, left: LeftOut) -> str:
    """Why an exercise is not done: `pregnancy`, until when it rests, or `needs a band`."""
    if left.lacks:
        return kit.why_lacking(left.lacks, language)
    if left.until is None:
        return conditions(language, left.barred_by)
    told = language.translate("Progression", "until {moment}: the morning after was worse")
    return told.format(moment=_moment(language, left.until))


def conditions(language: Language, ids: Sequence[str]) -> str:
    """Conditions within a sentence: `neck injury, wrist pain`."""
    return comma_list((ident.replace("-", " ") for ident in ids), language)


def left_out(language: Language, left: Sequence[LeftOut], exercises: Exercises) -> str:
    """`Left out for you: Prone cobra, Superman (pregnancy).`: a reason is said once for all that it keeps away; empty
    where nothing is left out.
    """
    if not left:
        return ""
    of = dict[str, list[str]]()
    for one in left:
        of.setdefault(why_left_out(language, one), []).append(exercise_title(one.named, exercises, language))
    each = [f"{comma_list(titles, language)} ({reason})" for reason, titles in of.items()]
    return language.translate("Progression", "Left out for you: {exercises}.").format(
        exercises=comma_list(each, language)
    )


def replaced(language: Language, changed: Iterable[Changed], exercises: Exercises) -> str:
    """What takes another's place for a condition: `In place of Cat-cow for you: Seated cat-cow (kneeling pain).`"""
    told = language.translate("Progression", "In place of {named} for you: {exercise} ({conditions}).")
    return " ".join(
        told.format(
            named=exercise_title(one.named, exercises, language),
            exercise=say(one.rung.exercise.title, language),
            conditions=conditions(language, one.barred_by),
        )
        for one in changed
        if one.barred_by
    )


def said_before(language: Language, own: OwnRoutine, exercises: Exercises) -> str:
    """What a person has to know of their conditions before a session; empty where nothing is otherwise for them."""
    told = (replaced(language, own.changed, exercises), left_out(language, own.left_out, exercises))
    return " ".join(sentence for sentence in told if sentence)


def said_aloud(language: Language, own: OwnRoutine, exercises: Exercises) -> tuple[str, ...]:
    """The same as it is said, a sentence for each of what takes a place, and one for all that is left out."""
    replaced_one_by_one = (replaced(language, [one], exercises) for one in own.changed)
    told = (*replaced_one_by_one, left_out(language, own.left_out, exercises))
    return tuple(sentence for sentence in told if sentence)


def why_nothing_left(language: Language, own: OwnRoutine, exercises: Exercises) -> str:
    """Of a routine of which all is left out."""
    told = language.translate("Progression", "Nothing of {routine} is left for you now. {left_out}")
    return told.format(routine=say(own.routine.title, language), left_out=left_out(language, own.left_out, exercises))


def why_not_alone(language: Language, own: OwnRoutine, exercises: Exercises) -> str:
    """Why an exercise by itself is not for this person now, and what stands in its place; empty where it is."""
    if own.is_empty:
        return why_nothing_left(language, own, exercises)
    barred = next((one for one in own.changed if one.barred_by), None)
    if barred is None:
        return ""
    told = language.translate("Progression", "{named} is not for you now ({conditions}). In its place: {exercise}.")
    return told.format(
        named=exercise_title(barred.named, exercises, language),
        conditions=conditions(language, barred.barred_by),
        exercise=say(barred.rung.exercise.title, language),
    )


# --- for other programs ---


def own_as_json(language: Language, own: OwnRoutine, exercises: Exercises) -> dict[str, object]:
    """`reasons` and `left_out` of `show ROUTINE --mine --json` (docs/json.md)."""
    reasons = [
        {
            "exercise": one.rung.exercise.id,
            "for": one.named,
            "level": one.level,
            "why": why(language, one, exercises),
        }
        for one in own.changed
    ]
    return {"reasons": reasons, "left_out": left_out_as_json(language, own.left_out)}


def left_out_as_json(language: Language, left: Sequence[LeftOut]) -> list[dict[str, object]]:
    """Each exercise that is not done, and why."""
    return [{"exercise": one.named, "why": why_left_out(language, one)} for one in left]


# --- the focus routine ---


def why_this_focus(areas: Sequence[Text], tested: date, language: Language = ENGLISH) -> Text:
    """Which test it is for, and which areas."""
    told = language.translate("Progression", "For the focus areas of your test of {date}: {areas}.")
    return Text(
        told.format(
            date=dates.short_date(tested, language), areas=apart_list((say(area, language) for area in areas), language)
        )
    )


def short_focus(language: Language, made: Focus, timeline: Timeline) -> str:
    """That the lists of its areas do not reach as far as was asked; empty where they do."""
    if not made.is_short:
        return ""
    told = language.translate("Progression", "{time} is what there is for these areas; {wanted} was asked for.")
    told = told.format(
        time=lasts(timeline.seconds, language, is_estimate=timeline.estimated),
        wanted=durations.short(made.wanted, language),
    )
    return raised(told)


def no_focus(language: Language, none: NoFocus, areas: Mapping[str, str]) -> str:
    """Why there is no focus routine, and what to do."""
    where = comma_list((areas.get(area, area) for area in none.areas), language)
    match none.why:
        case "no-test":
            return language.translate("Progression", "The focus routine follows from a test; take the wall test first.")
        case "no-area":
            return language.translate("Progression", "The last test found no focus area; any routine will do.")
        case "no-exercise":
            return language.translate("Progression", "No exercise is listed for {areas}.").format(areas=where)
        case "all-barred":
            told = language.translate(
                "Progression",
                "Nothing is left for {areas}: every exercise for it is one to ask a professional about first.",
            )
            return told.format(areas=where)
        case "all-lacking":
            told = language.translate(
                "Progression", "Nothing is left for {areas} with what you have. Settings say what you have at hand."
            )
            return told.format(areas=where)
        case "too-short":
            told = language.translate(
                "Progression", "No exercise for {areas} is as short as that; the shortest takes {time}."
            )
            return told.format(areas=where, time=durations.short(none.shortest, language))


def _moment(language: Language, moment: datetime) -> str:
    return dates.at_time(dates.date(moment, language), moment, language)
