"""What rises next in a routine, in words: what it takes, and that the person has a say."""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.model import Exercise
from coach.progression.coming import Coming
from coach.progression.ladder import Rung, amount
from coach.words import durations
from coach.words.choosing import what_of
from coach.words.language import Language
from coach.words.library import exercise_title
from coach.words.numbers import number

Exercises = Mapping[str, Exercise]


def next_step(language: Language, step: Coming, exercises: Exercises) -> str:
    """`Band row: 12 repetitions`."""
    told = language.translate("Coming", "{exercise}: {what}")
    return told.format(exercise=exercise_title(step.named, exercises, language), what=_what(language, step.then))


def when_it_rises(language: Language, step: Coming) -> str:
    """What went before, and what it takes: `It went well once, with effort 6 and pain 2. After one more ...`."""
    before = _went(language, step)
    n = step.left
    after = language.translate(
        "Coming",
        "After %n more sessions that go well it comes by itself.",
        "After one more session that goes well it comes by itself.",
        n,
    )
    well = language.translate("Coming", "Well is all of it done, effort up to {effort}, pain up to {pain}.")
    limits = well.format(effort=step.effort_up_to, pain=step.pain_up_to)
    return f"{before} {after}" if before else f"{after} {limits}"


def _went(language: Language, step: Coming) -> str:
    if not step.good:
        return ""
    if step.good == 2:
        told = language.translate("Coming", "It went well twice, with effort {effort} and pain {pain} at most.")
    else:
        n = step.good
        told = language.translate(
            "Coming",
            "It went well %n times, with effort {effort} and pain {pain} at most.",
            "It went well once, with effort {effort} and pain {pain}.",
            n,
        )
    return told.format(effort=step.effort, pain=step.pain)


def take_it(language: Language) -> str:
    """The choice to rise now."""
    return language.translate("Coming", "Take it")


def stay(language: Language, step: Coming) -> str:
    """The choice to stay: `Stay at 10`."""
    same = step.now.exercise.id == step.then.exercise.id
    count = amount(step.now.dose.settled(), step.then.key) if same and step.then.key not in (None, "to") else None
    if not count:
        return language.translate("Coming", "Stay with this")
    much = durations.short(count, language) if step.then.key in ("hold", "for") else number(count, language)
    return language.translate("Coming", "Stay at {n}").format(n=much)


def chosen(language: Language, step: Coming, exercises: Exercises, *, is_taken: bool) -> str:
    """What was chosen of what rises next."""
    title = exercise_title(step.named, exercises, language)
    if not is_taken:
        return language.translate("Coming", "{exercise} stays as it is until you take more.").format(exercise=title)
    told = language.translate("Coming", "{exercise} from the next session on: {what}.")
    return told.format(exercise=title, what=_what(language, step.then))


def _what(language: Language, rung: Rung) -> str:
    """As it is said of a choice, but that this one is no way back."""
    return language.translate("Coming", "in full again") if rung.key is None else what_of(language, rung)
