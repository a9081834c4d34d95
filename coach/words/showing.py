"""One thing of the library as `show ID` prints it: the words beside what its file says.

Ids, and the file's own words for a position, a prop or a part of the body, stay what they are in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from coach.words.durations import short
from coach.words.language import ENGLISH, Language
from coach.words.sentences import comma_list

Part = Literal["for-you", "sources", "how", "think", "avoid", "variants", "basis", "hints", "messages"]


def part(name: Part, language: Language = ENGLISH) -> str:
    """What stands above a list."""
    match name:
        case "for-you":
            return language.translate("Showing", "For you")
        case "sources":
            return language.translate("Showing", "Sources")
        case "how":
            return language.translate("Showing", "How")
        case "think":
            return language.translate("Showing", "Think")
        case "avoid":
            return language.translate("Showing", "Avoid")
        case "variants":
            return language.translate("Showing", "Variants")
        case "basis":
            return language.translate("Showing", "Rests on")
        case "hints":
            return language.translate("Showing", "Is this meant?")
        case "messages":
            return language.translate("Showing", "Messages")


# --- routines and exercises ---


def as_written(language: Language = ENGLISH) -> str:
    """That a routine is not another for the person."""
    return language.translate("Showing", "For you it is as it is written.")


def needs(things: Sequence[str], language: Language = ENGLISH) -> str:
    """What an exercise is done with."""
    return language.translate("Showing", "needs {things}").format(things=comma_list(things, language))


def areas(titles: Sequence[str], language: Language = ENGLISH) -> str:
    """What it is for."""
    return language.translate("Showing", "For: {areas}").format(areas=comma_list(titles, language))


def muscles(names: Sequence[str], language: Language = ENGLISH) -> str:
    """What works in it."""
    return language.translate("Showing", "Muscles: {muscles}").format(muscles=comma_list(names, language))


def easier(ident: str, language: Language = ENGLISH) -> str:
    """The easier exercise."""
    return language.translate("Showing", "easier: {exercise}").format(exercise=ident)


def harder(ident: str, language: Language = ENGLISH) -> str:
    """The harder exercise."""
    return language.translate("Showing", "harder: {exercise}").format(exercise=ident)


def reviewed(day: str, language: Language = ENGLISH) -> str:
    """When a physiotherapist looked at it; `day` is empty where none did."""
    if not day:
        return language.translate("Showing", "Not yet reviewed by a physiotherapist.")
    return language.translate("Showing", "Reviewed {date}.").format(date=day)


def why(text: str, language: Language = ENGLISH) -> str:
    """Why a routine is as it is."""
    return language.translate("Showing", "Why: {text}").format(text=text)


def end(language: Language = ENGLISH) -> str:
    """What stands beside the last moment."""
    return language.translate("Showing", "end")


def until_you_go_on(language: Language = ENGLISH) -> str:
    """How long a waiting part lasts."""
    return language.translate("Showing", "until you go on")


def own_pace(language: Language = ENGLISH) -> str:
    """How long a set lasts that nothing counts."""
    return language.translate("Showing", "own pace")


def hint(exercise: int, text: str, language: Language = ENGLISH) -> str:
    """What is to be looked at in a routine of one's own; the text is for authors."""
    return language.translate("Showing", "exercise {n}: {text}").format(n=exercise, text=text)


# --- reminders ---


def all_day(language: Language = ENGLISH) -> str:
    """When a reminder comes that has no hours."""
    return language.translate("Showing", "all day")


def every(seconds: float, language: Language = ENGLISH) -> str:
    """How often it comes."""
    return language.translate("Showing", "every {time} at the desk").format(time=short(seconds, language))


def at(times: Sequence[str], language: Language = ENGLISH) -> str:
    """When it comes."""
    return language.translate("Showing", "at {times}").format(times=comma_list(times, language))


def switched_off(language: Language = ENGLISH) -> str:
    """That it does not come."""
    return language.translate("Showing", "Switched off.")


def offers(idents: Sequence[str], language: Language = ENGLISH) -> str:
    """What it offers, one or the best of several."""
    if len(idents) > 1:
        told = language.translate("Showing", "Offers what fits your focus areas best, of {routines}.")
    else:
        told = language.translate("Showing", "Offers {routines}.")
    return told.format(routines=comma_list(idents, language))


def asks_for(message: str, exercise: str, language: Language = ENGLISH) -> str:
    """A message that belongs to an exercise."""
    return language.translate("Showing", "{message} (asks for {exercise})").format(message=message, exercise=exercise)


# --- figures ---


def seen_from(base: str, view: str, language: Language = ENGLISH) -> str:
    """What a figure stands in, and from where it is seen."""
    return language.translate("Showing", "{base}, seen from: {view}").format(base=base, view=view)


def props(names: Sequence[str], language: Language = ENGLISH) -> str:
    """What a figure has with it."""
    return language.translate("Showing", "With: {props}").format(props=comma_list(names, language))


def highlights(names: Sequence[str], language: Language = ENGLISH) -> str:
    """What glows in a figure."""
    return language.translate("Showing", "Highlights: {names}").format(names=comma_list(names, language))


# --- plans and lists ---


def here(span: str, language: Language = ENGLISH) -> str:
    """The weeks of a plan in which the person is."""
    return language.translate("Showing", "{weeks}  (you are here)").format(weeks=span)


def times_a_day(days: str, times: int, language: Language = ENGLISH) -> str:
    """When something of a plan is done: `mon, thu`, `mon, 2 times a day`."""
    if times < 2:
        return days
    told = language.translate("Showing", "{days}, %n times a day", "{days}, once a day", times)
    return told.format(days=days)


def yours(language: Language = ENGLISH) -> str:
    """The mark of what lies in the person's own folder."""
    return language.translate("Showing", "yours")


def made_for_you(language: Language = ENGLISH) -> str:
    """The mark of what lies in no file."""
    return language.translate("Showing", "made for you")


def nothing_yet(language: Language = ENGLISH) -> str:
    """That there is nothing to list."""
    return language.translate("Showing", "Nothing here yet.")
