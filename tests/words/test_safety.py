"""What is said while the answers to the safety questions lock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from coach.content.model import Safety, SafetyQuestion, Text, Tier
from coach.progression.past import ConditionsTold, SafetyTold
from coach.today.standing import Standing
from coach.words import safety
from coach.words.language import ENGLISH

TOLD = SafetyTold(datetime(2026, 5, 14, 9, 0, tzinfo=UTC), frozenset({"lump"}))
LOCKED = Standing(TOLD, None, Tier("urgent", Text("See a doctor."), lock=True))


def test_a_refusal_says_since_when_what_to_do_and_the_way_out() -> None:
    assert safety.refusal(ENGLISH, LOCKED) == (
        "By your answers of 14 May: See a doctor. Once it was checked, say so here: each question can be answered "
        "again. That is under Safety in Settings, or 'posture-coach safety ask'."
    )
    assert safety.locked(ENGLISH, replace(LOCKED, locked=None)) == ""


def test_an_emergency_reads_unlike_an_appointment() -> None:
    assert safety.heading(ENGLISH, is_emergency=True) != safety.heading(ENGLISH, is_emergency=False)
    emergency = safety.refusal(ENGLISH, replace(LOCKED, is_emergency=True))
    assert "checked" not in emergency
    assert "Once you were seen" in emergency


def test_when_to_stop() -> None:
    rules = Safety({}, (), stop=(Text("Dizziness."), Text("New weakness.")))
    assert safety.stop_rules(ENGLISH, rules) == "Dizziness. New weakness."
    assert safety.stop_if(ENGLISH, rules) == "Stop if you notice: Dizziness. New weakness."
    assert safety.stop_if(ENGLISH, Safety({}, ())) == ""
    assert safety.stop_aloud(ENGLISH, rules)[1:] == ("Dizziness.", "New weakness.")
    assert safety.stop_aloud(ENGLISH, Safety({}, ())) == ()


def asked(ask: str, *facts: str, at_least: int = 1) -> SafetyQuestion:
    return SafetyQuestion("x", Text(ask), "urgent", any_of=tuple(map(Text, facts)), at_least=at_least)


@pytest.mark.parametrize(
    ("question", "true", "said"),
    [
        (asked("A fever?"), (), "A fever?"),
        (asked("Your back", "A lump.", "A bend."), (0,), "Your back: A lump."),
        (asked("Your back", "A lump.", "A bend."), (0, 1), "Your back: A lump. A bend."),
        (asked("Your back", "A lump."), (), "Your back: A lump."),
        (asked("Your back", "A lump.", "A bend."), (), "Your back. One or more of these: A lump. A bend."),
        (asked("Your back?", "A lump.", "A bend."), (1,), "Your back? A bend."),
        (asked("Your back?", "A lump.", "A bend."), (), "Your back? One or more of these: A lump. A bend."),
        (asked("Of old", "A.", "B.", "C.", at_least=2), (), "Of old. 2 or more of these: A. B. C."),
    ],
)
def test_a_yes_is_told_with_the_facts_that_are_known(
    question: SafetyQuestion, true: tuple[int, ...], said: str
) -> None:
    assert safety.answer(ENGLISH, question, [question.any_of[number] for number in true]) == said


def test_how_many_facts_count_is_said_where_it_is_more_than_one() -> None:
    assert safety.how_many(ENGLISH, asked("A", "A.", "B.")) == ""
    assert safety.how_many(ENGLISH, asked("A", "A.", "B.", at_least=2)) == (
        "Tick all that are true. 2 or more together count."
    )


def test_what_was_told_of_conditions() -> None:
    def told(*ids: str, cleared: tuple[str, ...] = ()) -> str:
        return safety.conditions(ENGLISH, [ConditionsTold(TOLD.at, frozenset(ids), frozenset(cleared))])

    assert safety.conditions(ENGLISH, []).startswith("Not told yet.")
    assert told() == "Nothing on the list is true of you."
    assert told("bone") == "1 of the list is true of you."
    assert told("bone", "eye", cleared=("eye", "gone")) == "2 of the list are true of you, 1 cleared by a professional."
