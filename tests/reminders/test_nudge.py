"""What a nudge says, and what it offers."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from coach.content.model import Message, Reminder, Text
from coach.reminders.decision import Decision
from coach.reminders.nudge import Nudge, Offer, nudge_of

DECISION = Decision("mine", 1, "nothing-due", (), 60.0)
MINE = Reminder("mine", Text("Mine"), (Message(Text("First.")), Message(Text("Second."))), every=1800.0)


def test_it_says_the_message_that_was_decided_on():
    nudge = nudge_of(DECISION, MINE, None)
    assert nudge == Nudge("mine", "Mine", "Second.", "nothing-due", MINE.snooze)
    assert nudge.offer_seconds is None


def test_it_says_its_title_where_no_message_is_left():
    assert nudge_of(Decision("mine", None, "nothing-due", (), 60.0), MINE, None).message == "Mine"


def test_it_speaks_the_persons_language_where_the_file_does():
    told = replace(MINE, title=Text("Mine", {"de": "Meine"}), messages=(Message(Text("One.", {"de": "Eins."})),) * 2)
    assert [(n.title, n.message) for n in (nudge_of(DECISION, told, None, tag) for tag in ("de", "fr"))] == [
        ("Meine", "Eins."),
        ("Mine", "One."),
    ]


def test_it_names_what_it_may_offer_and_for_how_long():
    nudge = nudge_of(DECISION, MINE, Offer("wall-test", "test", "Wall test", 29.0, is_estimate=True))
    assert (nudge.offer, nudge.offer_kind, nudge.offer_title) == ("wall-test", "test", "Wall test")
    assert (nudge.offer_seconds, nudge.offer_is_estimate) == (29.0, True)


def test_it_can_go_to_another_process():
    nudge = nudge_of(DECISION, MINE, Offer("wall-test", "test", "Wall test", 29.0, is_estimate=True))
    there = Nudge.from_json(json.loads(json.dumps(nudge.as_json())))
    assert there == replace(nudge, why="asked-for")


@pytest.mark.parametrize("value", [{}, {"id": "mine"}, {"id": "mine", "snoozes": [], "colour": "red"}, {"snoozes": 5}])
def test_what_is_no_nudge_is_refused(value):
    with pytest.raises(ValueError, match="no nudge"):
        Nudge.from_json(value)
