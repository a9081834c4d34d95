"""The wall test in words: every sentence, to the letter."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from coach.content.model import CheckStep, HoldStep, MeasureStep, RateStep, RecheckStep, SayStep, TestStep, Text
from coach.walltest.advice import BoneCheck, Change, StopReason
from coach.walltest.held import Held
from coach.walltest.staying import Stayed
from coach.words import walltest as words
from coach.words.language import ENGLISH

ASK = Text("?")


@pytest.mark.parametrize(
    ("step", "name"),
    [
        (CheckStep("contact", ASK, (), ()), "Contact"),
        (HoldStep("hold", 30.0), "Hold"),
        (RecheckStep("carry-over", "contact"), "Carry-over"),
        (RateStep("tension", ASK, ("neck",)), "Tension"),
        (SayStep(ASK, 5.0), ""),
        (MeasureStep("occiput", ASK, "cm", 0.0, 30.0), ""),
    ],
)
def test_the_parts_by_name(step: TestStep, name: str) -> None:
    assert words.part_name(ENGLISH, step) == name


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (Change("same", 0), "The same as last time."),
        (Change("noise", -1), "1 less than last time. A change under 2 points is noise."),
        (Change("noise", 1), "1 more than last time. A change under 2 points is noise."),
        (Change("perhaps", -2), "2 less than last time. That may be real; see whether it stays."),
        (Change("perhaps", 10), "10 more than last time. That may be real; see whether it stays."),
    ],
)
def test_what_became_of_a_rating(change: Change, sentence: str) -> None:
    assert words.tension_change(ENGLISH, change) == sentence


def test_what_has_stayed_over_several_tests_may_be_said_to() -> None:
    less, more = Stayed(-2, date(2026, 5, 2), 2), Stayed(3, date(2026, 5, 2), 4)
    fell = "At least 2 less than on 2 May, in 2 tests in a row: it seems to stay."
    assert words.tension_change(ENGLISH, Change("same", 0), less) == fell
    assert words.tension_change(ENGLISH, Change("noise", 1), less) == fell
    rose = "At least 3 more than on 2 May, in 4 tests in a row: it seems to stay."
    assert words.tension_change(ENGLISH, Change("same", 0), more) == rose
    again = "2 less than last time. That may be real; see whether it stays."
    assert words.tension_change(ENGLISH, Change("perhaps", -2), less) == again


@pytest.mark.parametrize(
    ("difference", "hold", "count"),
    [
        (3, "3 s longer than last time", "3 more than last time"),
        (-2, "2 s shorter than last time", "2 fewer than last time"),
        (0, "the same", "the same"),
    ],
)
def test_what_became_of_the_measured_parts(difference: int, hold: str, count: str) -> None:
    assert (words.hold_change(ENGLISH, difference), words.count_change(ENGLISH, difference)) == (hold, count)


def test_why_it_stops_and_what_to_do() -> None:
    assert [words.stopped(ENGLISH, reason) for reason in get_args(StopReason)] == [
        "You feel dizzy: stop here, sit down and breathe calmly. If it does not pass soon, get medical help.",
        "Your arm tingles: stop here. Have it checked before you go on with exercises.",
        "Pain of 6 or more is too much: stop here. If it stays or comes back, have it checked.",
    ]


def test_why_to_ask_about_the_bones() -> None:
    ask = "t is worth asking a doctor whether to have your bones checked. This is a suggestion, not a finding."
    assert [words.bone_advice(ENGLISH, reason) for reason in get_args(BoneCheck)] == [
        f"The back of your head is more than 5 cm from the wall. From the age of 50 i{ask}",
        f"You have become shorter than you were. I{ask}",
    ]


def test_a_focus_area_is_no_finding() -> None:
    assert words.place_to_start(ENGLISH) == (
        "A focus area is where you felt most tension: a place to start, not a finding about your body."
    )


def test_nobody_is_labelled() -> None:
    said = " ".join(
        [words.place_to_start(ENGLISH)]
        + [words.bone_advice(ENGLISH, reason) for reason in get_args(BoneCheck)]
        + [words.stopped(ENGLISH, reason) for reason in get_args(StopReason)]
    ).lower()
    assert not [word for word in ("kyphosis", "hunch", "bad posture", "damage", "abnormal", "severe") if word in said]


@pytest.mark.parametrize(
    ("seconds", "of", "was_lost", "sentence"),
    [
        (19.0, 30.0, True, "19 seconds."),
        (19.6, 30.0, True, "20 seconds."),
        (0.0, 30.0, True, "Less than a second."),
        (0.4, 30.0, True, "Less than a second."),
        (0.9, 30.0, True, "1 second."),
        (29.4, 30.0, True, "29 seconds."),
        (29.95, 30.0, True, "Just under 30 seconds."),
        (30.0, 30.0, False, "30 seconds, to the end."),
        (74.2, 90.0, True, "1 minute 14 seconds."),
    ],
)
def test_how_long_a_hold_lasted(seconds: float, of: float, was_lost: bool, sentence: str) -> None:
    hold = Held(seconds, of, was_lost)
    assert words.held(ENGLISH, hold) == sentence
    assert sentence in words.every_held(ENGLISH, of), "so that the voice has it ready"
