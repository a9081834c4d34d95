"""What is told of a session that is under way to who hears it and does not see it."""

from __future__ import annotations

from collections.abc import Sequence

from coach.session.events import PauseReason
from coach.session.player import View
from coach.words.durations import in_words
from coach.words.language import ENGLISH, Language
from coach.words.moments import Moments
from coach.words.sentences import joined
from coach.words.session import coming


def where(view: View, moments: Moments, language: Language = ENGLISH) -> str:
    """Where a session stands: what is done, set, repetition and side, how long still, what comes, whether it waits."""
    interval = view.interval
    if view.state in ("paused", "asking-pain"):
        state = paused(language)
    elif view.state == "reentry":
        state = goes_on(language=language)
    else:
        state = ""
    is_open = interval.wait or interval.open is not None
    left = "" if is_open or view.left <= 0 else time_left(view.left, language)
    said = interval.text or "" if interval.kind == "say" else ""
    after = coming(moments.following(view), language)
    return joined((state, moments.title(view), said or moments.subtitle(view), left, after, moments.position(view)))


def time_left(seconds: float, language: Language = ENGLISH) -> str:
    """`20 seconds left`; a fraction of a second counts whole."""
    return language.translate("Told", "{time} left").format(time=in_words(max(1.0, float(round(seconds))), language))


def paused(language: Language = ENGLISH, why: str = "") -> str:
    """That it waits, and `why` where it was not the person."""
    word = language.translate("Told", "Paused")
    return joined((word, why)) if why else word


def goes_on(after: PauseReason | None = None, language: Language = ENGLISH) -> str:
    """That it goes on at once, `after` a pause for this reason."""
    return language.translate("Told", "Ready") if after == "hurts" else language.translate("Told", "Goes on")


def sound(language: Language = ENGLISH, *, is_muted: bool) -> str:
    """Whether it is heard."""
    return language.translate("Told", "Sound off") if is_muted else language.translate("Told", "Sound on")


def steps(language: Language = ENGLISH, lines: Sequence[str] = ()) -> str:
    """The steps that stand in words where the figure moved; without `lines` that the figure is back."""
    if not lines:
        return language.translate("Told", "Figure shown")
    return joined((language.translate("Told", "Steps shown"), *lines))


def room(language: Language = ENGLISH, *, is_shown: bool) -> str:
    """Whether it is shown large, to be read across the room."""
    return language.translate("Told", "Large view") if is_shown else language.translate("Told", "Usual view")


def nth(n: int, of: int, language: Language = ENGLISH) -> str:
    """`Question 2 of 7`."""
    return language.translate("Told", "Question {n} of {all}").format(n=n, all=of)


def chosen(name: str, value: str | None, language: Language = ENGLISH) -> str:
    """`Pain: 3`, or that nothing is chosen."""
    told = language.translate("Told", "not chosen yet") if value is None else value
    return language.translate("Told", "{name}: {value}").format(name=name, value=told)


def answers(choices: Sequence[str], given: int | None, language: Language = ENGLISH) -> str:
    """`1: Easily. 2: No. Your answer before: No.`; `given` counts from 0."""
    listed = language.translate("Told", "{n}: {answer}")
    told = [listed.format(n=number, answer=choice.rstrip(".")) for number, choice in enumerate(choices, start=1)]
    if given is not None:
        before = language.translate("Told", "Your answer before: {answer}")
        told.append(before.format(answer=choices[given].rstrip(".")))
    return joined(told)
