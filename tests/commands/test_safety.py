"""What `safety` prints, and that it asks."""

from __future__ import annotations

import pytest

from tests.command_line import CommandLine
from tests.commands.telling import as_json, at, session, take_in, told


def test_before_the_first_answers(run: CommandLine) -> None:
    assert as_json(run, "safety") == {
        "version": 1,
        "answered": None,
        "due": True,
        "why": "The safety questions come before the first session",
        "locked": None,
        "told": [],
        "cleared": [],
    }


def test_what_was_told_by_a_moment(run: CommandLine) -> None:
    take_in(
        run,
        told("safety", "one", at=at(2), yes=["chest-pain", "infection"], checked=["chest-pain"]),
        told("safety", "two", at=at(4), yes=[]),
        told("conditions", "c", at=at(3), told=["pregnancy", "glaucoma"], cleared=["glaucoma"]),
    )
    first = as_json(run, "safety", "--at", "2026-03-02")
    assert (first["answered"], first["due"], first["locked"], first["told"]) == (at(2), False, "urgent", [])
    second = as_json(run, "safety", "--at", "2026-03-05")
    assert (second["answered"], second["locked"]) == (at(4), None)
    assert (second["told"], second["cleared"]) == (["glaucoma", "pregnancy"], ["glaucoma"])
    assert second["why"] == "Answered; they come again every month, and after a session that hurt much"


@pytest.mark.parametrize(("day", "due"), [("2026-04-02", False), ("2026-04-03", True)])
def test_after_thirty_dates(run: CommandLine, day: str, due: bool) -> None:
    take_in(run, told("safety", "one", at=at(4), yes=[]))
    assert as_json(run, "safety", "--at", day)["due"] is due


def test_in_words(run: CommandLine) -> None:
    take_in(
        run,
        told("safety", "one", at=at(2), yes=["infection"]),
        told("conditions", "c", at=at(3), told=["pregnancy", "glaucoma", "gone"], cleared=["glaucoma"]),
        session("a", at(3, 20), "desk-reset", how="pain"),
    )
    assert run("safety", "--at", "2026-03-04")[1].splitlines() == [
        "Answered on 2 Mar, 12:00.",
        "The session of 3 Mar was stopped for pain: the safety questions again. 'posture-coach safety ask' asks them.",
        "Do not exercise. Contact a doctor or an urgent-care line (111, 116117) today.",
        "Once it was checked, say so here: each question can be answered again.",
        "  glaucoma: Do you have glaucoma?  (cleared by a professional)",
        "  gone",
        "  pregnancy: Are you pregnant?",
    ]


def test_nobody_is_asked_where_nobody_can_answer(run: CommandLine) -> None:
    code, out, err = run("safety", "ask")
    assert (code, out) == (3, "")
    assert "nobody can answer here" in err
