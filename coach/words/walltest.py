"""The wall test in words: its parts, what changed since the last one, and why it stops."""

from __future__ import annotations

from coach.content.model import CheckStep, HoldStep, RateStep, RecheckStep, TestStep
from coach.session.outcomes import PAIN_ENDS
from coach.walltest.advice import (
    BEYOND_NOISE_POINTS,
    BONE_CHECK_AGE,
    BONE_CHECK_CM,
    BoneCheck,
    Change,
    StopReason,
)
from coach.walltest.held import Held
from coach.walltest.staying import Stayed
from coach.words import dates
from coach.words.durations import in_words
from coach.words.language import Language
from coach.words.numbers import number


def contact(language: Language) -> str:
    """The part that counts what touches the wall."""
    return language.translate("WallTest", "Contact")


def hold(language: Language) -> str:
    """The part in which the shape is held."""
    return language.translate("WallTest", "Hold")


def carry_over(language: Language) -> str:
    """The part that counts what still touches after the hold."""
    return language.translate("WallTest", "Carry-over")


def tension(language: Language) -> str:
    """The part in which the areas are rated."""
    return language.translate("WallTest", "Tension")


def part_name(language: Language, step: TestStep) -> str:
    """What the part of a test is called that `step` is; "" for a sentence or a measurement, which are none."""
    match step:
        case CheckStep():
            return contact(language)
        case HoldStep():
            return hold(language)
        case RecheckStep():
            return carry_over(language)
        case RateStep():
            return tension(language)
        case _:
            return ""


def held(language: Language, hold: Held) -> str:
    """How long the shape was kept, as it is told when the hold is over: a number that the result repeats, and praise
    only for one that was kept to its end.
    """
    if hold.whole_seconds < 1:
        return language.translate("WallTest", "Less than a second.")
    time = in_words(hold.whole_seconds, language)
    if not hold.was_lost:
        return language.translate("WallTest", "{time}, to the end.").format(time=time)
    if hold.whole_seconds >= round(hold.of):
        return language.translate("WallTest", "Just under {time}.").format(time=time)
    return f"{time}."


def every_held(language: Language, of: float) -> tuple[str, ...]:
    """All that `held` may say of a hold of `of` seconds, each once."""
    told = [held(language, Held(float(second), of, was_lost=True)) for second in range(round(of) + 1)]
    return tuple(dict.fromkeys([held(language, Held(of, of, was_lost=False)), *told]))


def tension_change(language: Language, change: Change, stayed: Stayed | None = None) -> str:
    """What became of a rating, in whole sentences: noise is called noise, and one repeat proves nothing. What has
    `stayed` over several tests may be said to.
    """
    is_more, points = change.points > 0, abs(change.points)
    if change.kind == "perhaps":
        more = language.translate("WallTest", "{points} more than last time. That may be real; see whether it stays.")
        less = language.translate("WallTest", "{points} less than last time. That may be real; see whether it stays.")
        return (more if is_more else less).format(points=points)
    if stayed is not None:
        return _stayed(language, stayed)
    if change.kind == "same":
        return language.translate("WallTest", "The same as last time.")
    more = language.translate("WallTest", "{points} more than last time. A change under {real} points is noise.")
    less = language.translate("WallTest", "{points} less than last time. A change under {real} points is noise.")
    return (more if is_more else less).format(points=points, real=BEYOND_NOISE_POINTS)


def _stayed(language: Language, stayed: Stayed) -> str:
    more = language.translate(
        "WallTest", "At least {points} more than on {date}, in {n} tests in a row: it seems to stay."
    )
    less = language.translate(
        "WallTest", "At least {points} less than on {date}, in {n} tests in a row: it seems to stay."
    )
    told = more if stayed.points > 0 else less
    return told.format(points=abs(stayed.points), date=dates.short_date(stayed.since, language), n=stayed.tests)


def hold_change(language: Language, seconds: int) -> str:
    """`seconds` longer than last time, shorter where it is below 0."""
    if seconds == 0:
        return language.translate("WallTest", "the same")
    longer = language.translate("WallTest", "{seconds} s longer than last time")
    shorter = language.translate("WallTest", "{seconds} s shorter than last time")
    return (longer if seconds > 0 else shorter).format(seconds=abs(seconds))


def count_change(language: Language, count: int) -> str:
    """`count` more points or contacts than last time, fewer where it is below 0."""
    if count == 0:
        return language.translate("WallTest", "the same")
    more = language.translate("WallTest", "{count} more than last time")
    fewer = language.translate("WallTest", "{count} fewer than last time")
    return (more if count > 0 else fewer).format(count=abs(count))


def place_to_start(language: Language) -> str:
    """What a focus area is, and what it is not."""
    return language.translate(
        "WallTest", "A focus area is where you felt most tension: a place to start, not a finding about your body."
    )


def stopped(language: Language, reason: StopReason) -> str:
    """Why the test ends here, and what to do."""
    match reason:
        case "dizzy":
            return language.translate(
                "WallTest",
                "You feel dizzy: stop here, sit down and breathe calmly. If it does not pass soon, get medical help.",
            )
        case "tingling":
            return language.translate(
                "WallTest", "Your arm tingles: stop here. Have it checked before you go on with exercises."
            )
        case "pain":
            too_much = language.translate(
                "WallTest",
                "Pain of {points} or more is too much: stop here. If it stays or comes back, have it checked.",
            )
            return too_much.format(points=PAIN_ENDS)


def bone_advice(language: Language, reason: BoneCheck) -> str:
    """Why a doctor may be asked about the bones: a suggestion, and said to be one."""
    if reason == "lost-height":
        why = language.translate("WallTest", "You have become shorter than you were.")
        ask = language.translate("WallTest", "It is worth asking a doctor whether to have your bones checked.")
    else:
        far = language.translate("WallTest", "The back of your head is more than {cm} cm from the wall.")
        why = far.format(cm=number(BONE_CHECK_CM, language))
        from_age = language.translate(
            "WallTest", "From the age of {age} it is worth asking a doctor whether to have your bones checked."
        )
        ask = from_age.format(age=BONE_CHECK_AGE)
    no_finding = language.translate("WallTest", "This is a suggestion, not a finding.")
    return f"{why} {ask} {no_finding}"
