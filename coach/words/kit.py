"""What a person has not got of what is needed, in words. Nobody has to buy anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.content.model import Exercise
from coach.progression.kit import Lacking, things_of
from coach.words.language import ENGLISH, Language
from coach.words.library import say
from coach.words.sentences import and_list, comma_list

Exercises = Mapping[str, Exercise]


def a_thing(name: str, language: Language = ENGLISH) -> str:
    """What an exercise needs, within a sentence; one that is not known by its own name."""
    match name:
        case "wall":
            return language.translate("Kit", "a free wall")
        case "chair":
            return language.translate("Kit", "a chair")
        case "mat":
            return language.translate("Kit", "a mat")
        case "band":
            return language.translate("Kit", "a band")
        case "anchor":
            return language.translate("Kit", "a firm point to fix a band to")
        case "doorway":
            return language.translate("Kit", "a doorway")
        case "foam-roller":
            return language.translate("Kit", "a foam roller")
        case "towel":
            return language.translate("Kit", "a towel")
        case "desk":
            return language.translate("Kit", "a desk")
        case "step":
            return language.translate("Kit", "a low step or stair")
        case _:
            return name.replace("-", " ")


def things(names: Sequence[str], language: Language = ENGLISH) -> str:
    """`a band`, `a mat and a band`, `a mat, a band and a chair`."""
    return and_list([a_thing(name, language) for name in names], language)


def needs(names: Sequence[str], language: Language = ENGLISH) -> str:
    """`Needs a band, which you said you do not have`; empty where nothing is missing."""
    if not names:
        return ""
    told = language.translate("Kit", "Needs {things}, which you said you do not have")
    return told.format(things=things(names, language))


def why_lacking(names: Sequence[str], language: Language = ENGLISH) -> str:
    """Why an exercise is left out, in brackets behind its name: `needs a band`."""
    return language.translate("Kit", "needs {things}").format(things=things(names, language))


def routine_needs(title: str, names: Sequence[str], language: Language = ENGLISH) -> str:
    """`Two-minute band needs a band, which you said you do not have`."""
    told = language.translate("Kit", "{title} needs {things}, which you said you do not have")
    return told.format(title=title, things=things(names, language))


def without(lack: Lacking, exercises: Exercises, language: Language = ENGLISH) -> str:
    """What to do of one exercise: `Without a band: Shoulder-blade squeeze`, or that nothing takes its place."""
    if lack.instead is None:
        told = language.translate("Kit", "Needs {things}; nothing takes its place")
        return told.format(things=things(lack.things, language))
    told = language.translate("Kit", "Without {things}: {exercise}")
    return told.format(things=things(lack.things, language), exercise=say(exercises[lack.instead].title, language))


def lacking(lacks: Sequence[Lacking], exercises: Exercises, language: Language = ENGLISH) -> str:
    """What a routine needs and the person has not got, and what does without; empty where nothing is missing."""
    if not lacks:
        return ""
    told = language.translate("Kit", "{needs}. {instead}")
    return told.format(needs=needs(things_of(lacks), language), instead=instead(lacks, exercises, language)).strip()


def instead(lacks: Sequence[Lacking], exercises: Exercises, language: Language = ENGLISH) -> str:
    """What does without, for each exercise: `Without it: Blade squeeze for Band squeeze. Nothing for Band row.`"""
    title = {ident: say(exercise.title, language) for ident, exercise in exercises.items()}
    pair = language.translate("Kit", "{other} in place of {exercise}")
    others = [pair.format(other=title[one.instead], exercise=title[one.exercise]) for one in lacks if one.instead]
    alone = [title[one.exercise] for one in lacks if one.instead is None]
    sentences = []
    if others:
        sentences.append(language.translate("Kit", "Without: {others}.").format(others=comma_list(others, language)))
    if alone:
        sentences.append(
            language.translate("Kit", "Nothing takes the place of {exercises}.").format(
                exercises=comma_list(alone, language)
            )
        )
    return " ".join(sentences)
