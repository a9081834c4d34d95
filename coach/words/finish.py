"""What follows from a session for the next one, in one kind sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.content.model import Exercise
from coach.progression.follows import Follows
from coach.progression.ladder import Rung, amount
from coach.progression.reason import Chosen, FellAmber, LevelReason, Rose
from coach.words import durations
from coach.words.language import Language
from coach.words.library import exercise_title, say
from coach.words.sentences import and_list, raised

_FEW = 2
"""So many exercises are named; more of them are told by their number."""

Exercises = Mapping[str, Exercise]


def which_load(language: Language, title: str = "") -> str:
    """`Which band or weight did you use for Band row?`; of several exercises without a title."""
    if not title:
        return language.translate("Finish", "Which band or weight did you use?")
    return language.translate("Finish", "Which band or weight did you use for {exercise}?").format(exercise=title)


def what_follows(language: Language, follows: Follows, exercises: Exercises) -> str:
    """`It went well twice. Next time: 10 repetitions of Prone Y.` Nobody is blamed, and nothing is promised."""
    match follows.what:
        case "easier":
            return _easier(language, follows, exercises)
        case "easiest":
            told = language.translate(
                "Finish", "{exercises} will be as easy as it gets next time; leave out whatever still hurts."
            )
            return _sentence(told, exercises=_which(language, follows, exercises))
        case "rises":
            return _rises(language, follows, exercises)
        case "some-pain":
            return _some_pain(language, _which(language, follows, exercises))
        case "harder-than-meant":
            return language.translate("Finish", "Harder than meant: the same next time.")
        case "unfinished":
            return language.translate("Finish", "What you did counts: the same next time.")
        case "held":
            return language.translate("Finish", "It went well, and it stays as it is, as you chose.")
        case "well":
            return _went_well(language, follows.left)
        case "same":
            return language.translate("Finish", "The same next time.")


def _easier(language: Language, follows: Follows, exercises: Exercises) -> str:
    match follows.why:
        case Chosen():
            told = language.translate("Finish", "{exercises} will be easier next time, as you chose.")
        case FellAmber():
            told = language.translate("Finish", "Because it hurt again, {exercises} will be a level easier next time.")
        case _:
            told = language.translate("Finish", "Because it hurt, {exercises} will be a level easier next time.")
    return _sentence(told, exercises=_which(language, follows, exercises))


def _rises(language: Language, follows: Follows, exercises: Exercises) -> str:
    """What hurt is told first: who was just in pain does not want to be told that it went well."""
    title = exercise_title(follows.named[0], exercises, language)
    told = language.translate("Finish", "{reason} Next time: {what}.")
    reason = _went(language, follows.why)
    if follows.hurting:
        reason = _some_pain(language, _these(language, follows.hurting, exercises))
    return told.format(reason=reason, what=_next(language, title, follows.rung))


def _some_pain(language: Language, exercises: str) -> str:
    told = language.translate("Finish", "Because of some pain, {exercises} will be the same next time.")
    return told.format(exercises=exercises)


def _went(language: Language, why: LevelReason | None) -> str:
    match why:
        case Chosen():
            return language.translate("Finish", "As you chose.")
        case Rose(times=2):
            return language.translate("Finish", "It went well twice.")
        case Rose(times=times) if times > 1:
            return language.translate("Finish", "It went well %n times.", "It went well once.", times)
        case _:
            return language.translate("Finish", "It went well.")


def _next(language: Language, title: str, rung: Rung | None) -> str:
    if rung is None or rung.key is None:
        return language.translate("Finish", "{exercise} in full again").format(exercise=title)
    count = amount(rung.dose.settled(), rung.key) or 0.0
    match rung.key:
        case "reps":
            n = round(count)
            told = language.translate("Finish", "%n repetitions of {exercise}", "1 repetition of {exercise}", n)
        case "sets":
            n = round(count)
            told = language.translate("Finish", "%n sets of {exercise}", "1 set of {exercise}", n)
        case "hold":
            told = language.translate("Finish", "{exercise}, held for {time}")
        case "for":
            told = language.translate("Finish", "{time} of {exercise}")
        case _:
            told = language.translate("Finish", "{harder} in place of {exercise}")
    harder = say(rung.exercise.title, language)
    now = harder if rung.key != "to" else title
    return told.format(time=durations.short(count, language), exercise=now, harder=harder)


def _went_well(language: Language, left: int | None) -> str:
    match left:
        case None:
            return language.translate("Finish", "It went well: the same next time.")
        case _:
            return language.translate(
                "Finish",
                "It went well: the same next time, and after %n more like this it may rise a little.",
                "It went well: the same next time, and after one more like this it may rise a little.",
                left,
            )


def _which(language: Language, follows: Follows, exercises: Exercises) -> str:
    if follows.is_all and len(follows.named) > 1:
        return language.translate("Finish", "all of it")
    return _these(language, follows.named, exercises)


def _these(language: Language, named: Sequence[str], exercises: Exercises) -> str:
    titles = [exercise_title(ident, exercises, language) for ident in named]
    if len(titles) > _FEW:
        n = len(titles)
        return language.translate("Finish", "%n of the exercises", "1 of the exercises", n)
    return and_list(titles, language)


def _sentence(told: str, *, exercises: str) -> str:
    whole = told.format(exercises=exercises)
    return raised(whole)
