"""The easier and the harder exercise in a running session, in words."""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.model import Exercise
from coach.progression.choosing import Option
from coach.progression.neighbour import Variant, Way
from coach.words.choosing import what_of
from coach.words.language import Language
from coach.words.library import say


def took_over(language: Language, exercise: Exercise, *, is_kept: bool) -> str:
    """What is done from here on, and whether the next times too."""
    if is_kept:
        told = language.translate("Variants", "{exercise} from here on, and the next times.")
    else:
        told = language.translate("Variants", "{exercise} from here on, this time only.")
    return told.format(exercise=say(exercise.title, language))


def next_times(language: Language, named: str, option: Option, exercises: Mapping[str, Exercise]) -> str:
    """What is done from the next time on, where nothing changes in this session."""
    told = language.translate("Variants", "{exercise} from the next time on: {what}.")
    return told.format(exercise=say(exercises[named].title, language), what=what_of(language, option.rung))


def taken(language: Language, variant: Variant, exercises: Mapping[str, Exercise], *, is_kept: bool = True) -> str:
    """What comes of a variant, now or the next times; `is_kept`: it was kept for those, where a choice does that."""
    if variant.now is not None:
        return took_over(language, variant.now, is_kept=is_kept and variant.keeps is not None)
    return "" if variant.option is None else next_times(language, variant.named, variant.option, exercises)


def nothing(language: Language, way: Way) -> str:
    """Where there is none."""
    if way == "easier":
        return language.translate("Variants", "There is nothing easier in its place. Skip it, or go gently.")
    return language.translate("Variants", "There is nothing harder in its place.")
