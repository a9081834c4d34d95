"""What `today` prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.commands.telling import as_json, at, session, spring, take_in, told

FOLLOWED = told("plan", "p", plan="spring", **{"from": "2026-03-02", "until": None})
ANSWERED = told("safety", "s", at=at(1), yes=[], checked=[])


@pytest.fixture
def person(run: CommandLine, home: Path) -> CommandLine:
    """Somebody who follows the plan and has answered the questions."""
    spring(home)
    take_in(run, FOLLOWED, ANSWERED)
    return run


def states(run: CommandLine, when: str) -> list[tuple[str, str]]:
    return [(item["id"], item["state"]) for item in as_json(run, "today", "--at", when)["items"]]


def test_all_keys_with_their_values(person: CommandLine) -> None:
    take_in(person, session("a", at(2, 9), "desk-reset"), session("b", at(3, 18), "desk-reset", pain=5))
    found = as_json(person, "today", "--at", "2026-03-04T10:00")
    assert found == {
        "version": 1,
        "at": at(4, 10),
        "plan": {"id": "spring", "week": 1, "from": "2026-03-02"},
        "locked": None,
        "questions_due": False,
        "morning_due": "b",
        "items": [
            {
                "kind": "routine",
                "id": "upper-back-strength",
                "target": "upper-back-strength@spring.1",
                "title": "Upper-back strength",
                "seconds": found["items"][0]["seconds"],
                "state": "sore",
                "instead": "gentle-recovery",
                "why": "Your last pain was 5 of 10: something gentler instead, or this if it feels right",
            }
        ],
        "adherence": {"done": 1, "planned": 4},
        "streak_days": 1,
    }
    assert found["items"][0]["seconds"] == as_json(person, "show", "upper-back-strength@spring.1")["seconds"]


def test_the_items_of_a_day_one_for_one(person: CommandLine) -> None:
    take_in(person, session("a", at(2, 9), "desk-reset"), session("b", at(2, 10), "upper-back-strength@spring.2"))
    back, desk, test = "upper-back-strength", "desk-reset", "wall-test"
    assert states(person, "2026-03-02") == [(back, "done"), (desk, "done"), (desk, "due"), (test, "due")]
    assert states(person, "2026-03-02T09:30") == [(back, "due"), (desk, "done"), (desk, "due"), (test, "due")]


def test_nothing_planned_offers_something_and_tests_of_the_future_wait(person: CommandLine) -> None:
    take_in(person, told("test", "t", test="wall-test", at=at(20), result={"test_id": "wall-test"}))
    assert states(person, "2026-03-03") == [("anti-slouch-daily", "offered")]
    assert states(person, "2026-03-28")[-1] == ("wall-test", "offered")
    assert states(person, "2026-03-26")[-1] != ("wall-test", "offered")


def test_a_tier_that_locks(person: CommandLine) -> None:
    take_in(person, told("safety", "s2", at=at(3), yes=["chest-pain"]))
    found = as_json(person, "today", "--at", "2026-03-04")
    assert (found["locked"], found["questions_due"]) == ("emergency", False)
    code, out, _ = person("today", "--at", "2026-03-04")
    assert code == 0
    assert "Stop. Call your emergency number" in out
    assert "Upper-back strength" not in out
    assert "Once you were seen" in out
    assert "Once you were seen" in person("safety", "--at", "2026-03-04")[1]
    take_in(person, told("safety", "s3", at=at(3, 20), yes=["infection"]))
    assert "Once it was checked" in person("today", "--at", "2026-03-04")[1]


def test_a_new_person(run: CommandLine) -> None:
    found = as_json(run, "today", "--at", "2026-03-04")
    assert (found["plan"], found["adherence"], found["morning_due"], found["questions_due"]) == (None, None, None, True)
    assert [item["state"] for item in found["items"]] == ["offered"]


def test_in_words(person: CommandLine) -> None:
    take_in(
        person,
        session("a", at(2, 9), "desk-reset", pain=7),
        session("b", at(3, 18), "desk-reset", pain=6),
    )
    code, out, err = person("today", "--at", "2026-03-04T10:00")
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if "(upper-back-strength" not in line] == [
        "Wednesday 4 March",
        "Spring, week 1 of two",
        "",
        "                        Your last pain was 6 of 10: something gentler instead, or this if it feels right",
        "                        Gentle recovery  (gentle-recovery)",
        "",
        "Your last two sessions hurt, or the morning after did. Please have a professional look at it.",
        "Pain of 6 in the session of 3 Mar: the safety questions again: 'posture-coach safety ask'.",
        "How was the morning after Desk reset, 3 Mar?",
    ]


def test_what_is_no_moment_is_refused(run: CommandLine) -> None:
    code, out, err = run("today", "--at", "soon")
    assert (code, out) == (2, "")
    assert "--at: soon is no moment" in err
