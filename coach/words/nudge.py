"""What a reminder says on its card and in its notification, beside its own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from coach.reminders.nudge import Nudge, Unseen
from coach.values import dataclass
from coach.words import durations, library
from coach.words.language import ENGLISH, Language
from coach.words.sentences import comma_list

_SHORT_OFFER = 13  # characters


def with_others(message: str, titles: Sequence[str], language: Language = ENGLISH) -> str:
    """What a nudge says that tells of other reminders, too: it names them below its own words."""
    if not titles:
        return message
    also = language.translate("Nudge", "Also: {titles}").format(titles=comma_list(titles, language))
    return f"{message}\n{also}"


def done(language: Language) -> str:
    """That the person did it."""
    return language.translate("Nudge", "Done")


def skip(language: Language) -> str:
    """Not this time."""
    return language.translate("Nudge", "Skip this one")


def again_in(language: Language, seconds: float) -> str:
    """That it is to come again."""
    length = durations.in_words(seconds, language)
    return language.translate("Nudge", "Remind me in {length}").format(length=length)


def open_program(language: Language) -> str:
    """That the window is to be seen."""
    return language.translate("Nudge", "Open Posture Coach")


def offer(language: Language, nudge: Nudge) -> str:
    """The offer's name where it is short, else how long it takes; empty without one."""
    if nudge.offer_title is None:
        return ""
    if len(nudge.offer_title) <= _SHORT_OFFER:
        return nudge.offer_title
    if nudge.offer_seconds is None:
        return language.translate("Nudge", "Start")
    length = library.lasts(nudge.offer_seconds, language, is_estimate=nudge.offer_is_estimate)
    return language.translate("Nudge", "Start, {length}").format(length=length)


def leaves_by_itself(language: Language, seconds: float) -> str:
    """How long it stands, which the bar at its lower edge shows."""
    length = durations.in_words(seconds, language)
    return language.translate("Nudge", "Goes by itself in {length}").format(length=length)


def by_key(language: Language, *, is_chosen: bool) -> str:
    """Where it is answered by who uses no pointer, since it takes no key itself. `is_chosen`: by a key of the whole
    desktop, which leads there.
    """
    if is_chosen:
        return language.translate("Nudge", "The key that you chose leads to its answers")
    return language.translate("Nudge", "By keyboard it is answered in Posture Coach, on Reminders")


def escape_skips(language: Language) -> str:
    """Of a break that has the key for itself."""
    return language.translate("Nudge", "Escape skips this one")


AnswerKind = Literal["done", "started", "snoozed", "skipped"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What may be answered to a nudge: in words, and as a screen says it (coach.ui.nudge.screen)."""

    word: str
    what: AnswerKind
    seconds: float = 0.0


def answers(language: Language, nudge: Nudge) -> tuple[Answer, ...]:
    """All of them, in the order of a card."""
    offered = offer(language, nudge)
    return (
        Answer(done(language), "done"),
        *((Answer(offered, "started"),) if offered else ()),
        *(Answer(again_in(language, seconds), "snoozed", seconds) for seconds in nudge.snoozes),
        Answer(skip(language), "skipped"),
    )


def answered(language: Language, title: str, what: AnswerKind, seconds: float) -> str:
    """What becomes of a reminder that was answered so; empty where that is seen and heard by itself."""
    match what:
        case "done":
            return language.translate("Nudge", "Done: {title}").format(title=title)
        case "skipped":
            return language.translate("Nudge", "Skipped this time: {title}").format(title=title)
        case "snoozed":
            length = durations.in_words(seconds, language)
            return language.translate("Nudge", "Again in {length}: {title}").format(length=length, title=title)
        case "started":
            return ""


def waits(language: Language) -> str:
    """That a reminder has come and is not answered yet."""
    return language.translate("Nudge", "Waits for your answer")


def unseen(why: Unseen, language: Language) -> str:
    """Why it is over without an answer, for the day's line."""
    match why:
        case "no-screen":
            return language.translate("Nudge", "no screen was left to show it on")
        case "never-seen":
            return language.translate("Nudge", "it was never seen")
        case "had-to-be-ended":
            return language.translate("Nudge", "what showed it did not end and was ended")
        case "ended-unanswered":
            return language.translate("Nudge", "what showed it ended without an answer")
        case "display-gone":
            return language.translate("Nudge", "the display that it was on went away")
