"""Why a dose is as it is, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from coach.content.model import DoseLayer, Exercise, Text
from coach.progression.focus import NoFocus, WhyNone, focus_routine
from coach.progression.ladder import Rung
from coach.progression.own import Changed, LeftOut, OwnRoutine
from coach.progression.reason import Chosen, FellAmber, FellRed, LevelReason, Paused, Rose
from coach.session.timeline import Timeline
from coach.words.language import ENGLISH
from coach.words.progression import (
    left_out,
    no_focus,
    own_as_json,
    replaced,
    said_before,
    short_focus,
    why,
    why_left_out,
    why_nothing_left,
    why_this_focus,
)
from tests.progression.areas import lists
from tests.progression.past import day, exercise, routine

EXERCISES: Mapping[str, Exercise] = {one.id: one for one in (exercise("row"), exercise("pull"))}
PULL_FOR_ROW = Changed("row", Rung(EXERCISES["pull"], DoseLayer(reps=8)), 0, barred_by=("wrist-pain", "pregnancy"))


def told(key: str | None, dose: DoseLayer, reason: LevelReason | None, half: int | None = None) -> str:
    return why(ENGLISH, Changed("row", Rung(EXERCISES["row"], dose, key), 1, reason, half_after_days=half), EXERCISES)


@pytest.mark.parametrize(
    ("key", "dose", "what"),
    [
        ("reps", DoseLayer(reps=10), "10 repetitions now"),
        ("sets", DoseLayer(reps=8, sets=3), "3 sets now"),
        ("hold", DoseLayer(reps=8, hold=10), "10 s of hold now"),
        ("for", DoseLayer(for_seconds=40), "40 s now"),
        ("to", DoseLayer(reps=8), "the harder exercise now"),
        ("easier", DoseLayer(reps=8), "the easier exercise now"),
        ("half", DoseLayer(reps=4), "half as much now"),
    ],
)
def test_what_is_done_now(key: str, dose: DoseLayer, what: str) -> None:
    assert told(key, dose, Paused(8)) == f"{what}: 8 days without it"


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Rose(2, 5, 1), "twice at effort 5 or less with pain 1 or less"),
        (Rose(2, 5, 0), "twice at effort 5 or less without pain"),
        (Rose(1, 7, 3), "once at effort 7 or less with pain 3 or less"),
        (Rose(7, 2, 1), "7 times at effort 2 or less with pain 1 or less"),
        (FellRed("pain", 6), "there was pain of 6"),
        (FellRed("morning", 0), "the morning after was worse"),
        (FellRed("stopped", 4), "it was stopped for pain"),
        (FellAmber(2, 4), "twice with some pain, 4 the last time"),
        (Paused(14), "14 days without it"),
        (Chosen("harder"), "as you chose"),
    ],
)
def test_what_brought_it_there(reason: LevelReason, words: str) -> None:
    assert told("reps", DoseLayer(reps=10), reason) == f"10 repetitions now: {words}"


def test_half_after_a_pause_and_a_condition_are_said_beside() -> None:
    assert told(None, DoseLayer(reps=4), None, half=20) == "half as much this time: 20 days without it"
    assert told("reps", DoseLayer(reps=5), Paused(20), half=20) == (
        "5 repetitions now: 20 days without it; half as much this time: 20 days without it"
    )
    assert why(ENGLISH, PULL_FOR_ROW, EXERCISES) == "in place of Row: wrist pain, pregnancy"


def test_what_is_left_out_and_replaced_is_one_sentence_each() -> None:
    left = (LeftOut("row", ("pregnancy",)), LeftOut("pull", until=day(2)), LeftOut("gone", ("heart",)))
    assert left_out(ENGLISH, left, EXERCISES) == (
        "Left out for you: Row (pregnancy), Pull (until Wednesday 4 March, 18:00: the morning after was worse), "
        "gone (heart)."
    )
    assert left_out(ENGLISH, (), EXERCISES) == ""
    both = "In place of Row for you: Pull (wrist pain, pregnancy)."
    assert replaced(ENGLISH, [PULL_FOR_ROW], EXERCISES) == both
    own = OwnRoutine(routine("row"), (PULL_FOR_ROW,), left[:1])
    assert said_before(ENGLISH, own, EXERCISES) == f"{both} Left out for you: Row (pregnancy)."
    assert said_before(ENGLISH, OwnRoutine(routine("row")), EXERCISES) == ""
    assert why_left_out(ENGLISH, left[0]) == "pregnancy"
    assert why_nothing_left(ENGLISH, OwnRoutine(routine(), (), left[:1]), EXERCISES) == (
        "Nothing of Strong is left for you now. Left out for you: Row (pregnancy)."
    )


def test_for_other_programs_all_of_it_is_named() -> None:
    own = OwnRoutine(routine("row"), (PULL_FOR_ROW,), (LeftOut("row", ("pregnancy",)),))
    assert own_as_json(ENGLISH, own, EXERCISES) == {
        "reasons": [
            {"exercise": "pull", "for": "row", "level": 0, "why": "in place of Row: wrist pain, pregnancy"},
        ],
        "left_out": [{"exercise": "row", "why": "pregnancy"}],
    }


# --- the focus routine ---


LASTS = Timeline("focus", "Focus", 130.0, False, 1, (), ())


def test_a_focus_routine_says_for_what_it_is_and_where_it_is_short() -> None:
    assert str(why_this_focus([Text("Neck"), Text("Chest")], date(2026, 12, 1))) == (
        "For the focus areas of your test of 1 Dec: Neck; Chest."
    )
    short = focus_routine(("neck",), 480, lists(neck="a"), ())
    assert not isinstance(short, NoFocus)
    assert short_focus(ENGLISH, short, LASTS) == "2 min 10 s is what there is for these areas; 8 min was asked for."
    guess = replace(LASTS, estimated=True)
    assert short_focus(ENGLISH, short, guess) == "About 2 min is what there is for these areas; 8 min was asked for."
    enough = focus_routine(("neck",), 120, lists(neck="a"), ())
    assert not isinstance(enough, NoFocus)
    assert short_focus(ENGLISH, enough, LASTS) == ""


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("no-test", "The focus routine follows from a test; take the wall test first."),
        ("no-area", "The last test found no focus area; any routine will do."),
        ("no-exercise", "No exercise is listed for Neck, gone."),
        (
            "all-barred",
            "Nothing is left for Neck, gone: every exercise for it is one to ask a professional about first.",
        ),
        ("too-short", "No exercise for Neck, gone is as short as that; the shortest takes 1 min 30 s."),
    ],
)
def test_why_there_is_no_focus_routine(reason: WhyNone, words: str) -> None:
    assert no_focus(ENGLISH, NoFocus(reason, ("neck", "gone"), (), 90), {"neck": "Neck"}) == words


def test_a_reason_is_said_once_for_all_that_it_keeps_away() -> None:
    left = [LeftOut(one, ("pregnancy",)) for one in ("row", "press")]
    left.insert(1, LeftOut("pull", ("wrist-pain",)))
    assert left_out(ENGLISH, left, {}) == "Left out for you: row, press (pregnancy), pull (wrist pain)."
