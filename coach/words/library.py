"""What the library holds, in words: its texts in the person's language, needs, goals, doses and lengths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from coach.content.model import Text
from coach.words import dates, durations
from coach.words.language import ENGLISH, Language
from coach.words.sentences import comma_list, lowered, raised

if TYPE_CHECKING:  # the tray says titles, and has nothing else of the library in memory
    from coach.content.model import Dose, Exercise, Review, Source
    from coach.session.phrases import Phrases
    from coach.session.timeline import Length, Timeline


def say(text: Text | str | None, language: Language = ENGLISH) -> str:
    """A content's text in this language; a plain string stays as it is, and none is nothing."""
    return text.in_language(language.tag) if isinstance(text, Text) else text or ""


def exercise_title(ident: str, exercises: Mapping[str, Exercise], language: Language = ENGLISH) -> str:
    """An exercise's title; the id itself where the library has it no more."""
    return say(exercises[ident].title, language) if ident in exercises else ident


def lead(text: str) -> str:
    """Its first sentence, for where there is room for no more; the whole where it has no other."""
    first, mark, _ = text.partition(". ")
    return f"{first}." if mark else text


def language_of(text: Text, language: Language = ENGLISH) -> str:
    """The tag of the language in which `say` gives a content's text."""
    return language.tag if language.tag in text.translations else "en"


def reviewed(review: Review | Literal[False], language: Language = ENGLISH) -> str:
    """`by Jane Doe, physiotherapist, on 14 May 2026`; `by a physiotherapist` where it is not said by whom, or that this
    is still to come.
    """
    if not review:
        return language.translate("Library", "by a physiotherapist, still to come")
    if review.by is None or review.on is None:
        return language.translate("Library", "by a physiotherapist")
    told = language.translate("Library", "by {name}, on {date}")
    return told.format(name=say(review.by, language), date=dates.full_date(review.on, language))


def cited(source: Source, language: Language = ENGLISH) -> str:
    """A source as it stands below what rests on it: `Slater and colleagues: Sit up straight, JOSPT, 2019`."""
    work = comma_list(
        (part for part in (say(source.title, language), source.where or "", str(source.year or "")) if part), language
    )
    if source.authors is None:
        return work
    return language.translate("Library", "{authors}: {work}").format(authors=source.authors, work=work)


def need(name: str, language: Language = ENGLISH) -> str:
    """What an exercise needs, as a word; one that is not known by its own name."""
    match name:
        case "wall":
            return language.translate("Library", "Wall")
        case "chair":
            return language.translate("Library", "Chair")
        case "mat":
            return language.translate("Library", "Mat")
        case "band":
            return language.translate("Library", "Band")
        case "anchor":
            return language.translate("Library", "Firm fixing point")
        case "doorway":
            return language.translate("Library", "Doorway")
        case "foam-roller":
            return language.translate("Library", "Foam roller")
        case "towel":
            return language.translate("Library", "Towel")
        case "desk":
            return language.translate("Library", "Desk", "a need")
        case "step":
            return language.translate("Library", "Low step", "a need")
        case _:
            return name.replace("-", " ").capitalize()


def needs(names: Sequence[str], language: Language = ENGLISH) -> str:
    """What is needed, in one line: Band, doorway."""
    return raised(comma_list((lowered(need(name, language), language) for name in names), language))


def goal(name: str, language: Language = ENGLISH) -> str:
    """What a routine is for, in a word; one that is not known by its own name."""
    match name:
        case "desk":
            return language.translate("Library", "Desk", "a goal")
        case "daily":
            return language.translate("Library", "Daily")
        case "strength":
            return language.translate("Library", "Strength")
        case "warm-up":
            return language.translate("Library", "Warm-up")
        case "running":
            return language.translate("Library", "Running")
        case "release":
            return language.translate("Library", "Release")
        case "recovery":
            return language.translate("Library", "Recovery")
        case _:
            return name.capitalize()


def purpose(name: str, language: Language = ENGLISH) -> str:
    """What routines are for, as one looks for them; a goal that is for nothing else has its own word."""
    match name:
        case "posture":
            return language.translate("Library", "Posture")
        case "running":
            return language.translate("Library", "Running")
        case _:
            return goal(name, language)


def count_exercises(number: int, language: Language = ENGLISH) -> str:
    """How many exercises there are: 7 exercises."""
    return language.translate("Library", "%n exercises", "1 exercise", number)


def dose(settled: Dose, phrases: Phrases, language: Language = ENGLISH) -> str:
    """A dose for the eye, its rest between sets included: `2 sets of 8, hold 5 seconds, rest 30 s`."""
    words = phrases.dose(settled)
    words = raised(words)
    if settled.sets > 1 and settled.rest > 0:
        rest = durations.short(settled.rest, language)
        return language.translate("Library", "{dose}, rest {rest}").format(dose=words, rest=rest)
    return words


def with_load(dose: str, load: Text | None, language: Language = ENGLISH) -> str:
    """A dose in words, and the band or weight that it is done with: `2 sets of 12, rest 45 s · red band`."""
    return f"{dose}  ·  {say(load, language)}" if load else dose


LONG_HOLD_SECONDS = 3.0
"""From here on a hold is what a repetition is about."""


def brief_dose(settled: Dose, language: Language = ENGLISH) -> str:
    """A dose in a corner, beside its exercise: `2×10`, `2×30 s`, `8×5 s`; `dose` says the same in words."""
    if settled.as_long_as_possible:
        limit = durations.short(settled.up_to, language)
        amount = language.translate("Library", "up to {time}").format(time=limit)
    elif settled.for_seconds is not None:
        amount = durations.short(settled.for_seconds, language)
    elif settled.sets == 1 and settled.hold >= LONG_HOLD_SECONDS:
        return f"{settled.reps}×{durations.short(settled.hold, language)}"
    else:
        return f"{settled.sets}×{settled.reps}"
    return amount if settled.sets == 1 else f"{settled.sets}×{amount}"


def total(timeline: Timeline | Length, language: Language = ENGLISH) -> str:
    """A timeline's length: 9:36, or `about 10 min` where an open part makes it a guess."""
    return durations.of_session(timeline.seconds, "clock", is_estimate=timeline.estimated, language=language)


def lasts(seconds: float, language: Language = ENGLISH, *, is_estimate: bool) -> str:
    """The same within a sentence: 9 min 36 s."""
    return durations.of_session(seconds, "short", is_estimate=is_estimate, language=language)


def focus_title(language: Language = ENGLISH) -> Text:
    """The name of the routine that is put together."""
    return Text(_focus(ENGLISH), {language.tag: _focus(language)})


def _focus(language: Language) -> str:
    return language.translate("Library", "Focus routine")
