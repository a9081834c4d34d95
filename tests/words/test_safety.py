"""What is said while the answers to the safety questions lock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from coach.content.model import Safety, Text, Tier
from coach.progression.past import ConditionsTold, SafetyTold
from coach.today.standing import Standing
from coach.words import safety
from coach.words.language import ENGLISH

TOLD = SafetyTold(datetime(2026, 5, 14, 9, 0, tzinfo=UTC), frozenset({"lump"}))
LOCKED = Standing(TOLD, None, Tier("urgent", Text("See a doctor."), lock=True))


def test_a_refusal_says_since_when_what_to_do_and_the_way_out() -> None:
    assert safety.refusal(ENGLISH, LOCKED) == (
        "By your answers of 14 May: See a doctor. Have it checked. Then say so here: each question can be answered "
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


def test_what_was_told_of_conditions() -> None:
    def told(*ids: str, cleared: tuple[str, ...] = ()) -> str:
        return safety.conditions(ENGLISH, [ConditionsTold(TOLD.at, frozenset(ids), frozenset(cleared))])

    assert safety.conditions(ENGLISH, []).startswith("Not told yet.")
    assert told() == "Nothing on the list is true of you."
    assert told("bone") == "1 of the list is true of you."
    assert told("bone", "eye", cleared=("eye", "gone")) == "2 of the list are true of you, 1 cleared by a professional."
