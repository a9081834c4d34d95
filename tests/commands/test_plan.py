"""What `plan` does."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.words.following import if_sore
from tests.command_line import CommandLine, mine
from tests.commands.telling import PLAN, as_json, at, session, spring, take_in, told
from tests.content.shelf import exercise, routine


@pytest.fixture(autouse=True)
def _plans(home: Path) -> None:
    spring(home)
    mine(home, "plans", "autumn", PLAN.replace("spring", "autumn").replace("Spring", "Autumn"))


def plan_on(run: CommandLine, when: str) -> object:
    return as_json(run, "today", "--at", when)["plan"]


def test_a_plan_is_followed_from_a_day_on(run: CommandLine) -> None:
    assert run("plan", "start", "spring", "--from", "2026-03-05") == (0, "Spring: from Thursday 5 March on.\n", "")
    assert plan_on(run, "2026-03-04") is None
    assert plan_on(run, "2026-03-05") == {"id": "spring", "week": 1, "from": "2026-03-05"}
    assert plan_on(run, "2026-03-09") == {"id": "spring", "week": 2, "from": "2026-03-05"}


def test_before_its_first_day_the_week_says_when_it_begins(run: CommandLine) -> None:
    run("plan", "start", "spring", "--from", "2026-03-05")
    told = run("plan", "status", "--at", "2026-03-04")[1]
    assert told == "Spring begins on Thursday 5 March.\n"


def test_a_plan_whose_file_is_gone_is_named_with_the_way_out(run: CommandLine, home: Path) -> None:
    run("plan", "start", "spring", "--from", "2026-03-05")
    for file in home.rglob("spring.yaml"):
        file.unlink()
    told = run("plan", "status", "--at", "2026-03-06")[1]
    assert told == "spring is followed, but its file is not there any more. 'posture-coach plan stop' ends that.\n"


def test_without_a_day_it_begins_today(run: CommandLine) -> None:
    assert run("plan", "start", "plan/spring")[0] == 0
    found = as_json(run, "plan", "status")
    assert found["plan"] == {"id": "spring", "week": 1, "from": found["at"][:10]}


def test_another_plan_takes_its_place_and_stays_in_what_was(run: CommandLine) -> None:
    run("plan", "start", "spring", "--from", "2026-03-02")
    run("plan", "start", "autumn", "--from", "2026-03-09")
    assert plan_on(run, "2026-03-08") == {"id": "spring", "week": 1, "from": "2026-03-02"}
    assert plan_on(run, "2026-03-09") == {"id": "autumn", "week": 1, "from": "2026-03-09"}


@pytest.mark.parametrize("first", ["spring", "autumn"])
def test_of_two_that_are_begun_on_one_day_the_second_is_followed(run: CommandLine, first: str) -> None:
    second = {"spring": "autumn", "autumn": "spring"}[first]
    for name in (first, second):
        run("plan", "start", name, "--from", "2026-03-02")
    assert plan_on(run, "2026-03-04") == {"id": second, "week": 1, "from": "2026-03-02"}


def test_one_that_begins_later_goes_on_to_count(run: CommandLine) -> None:
    run("plan", "start", "spring", "--from", "2026-03-09")
    run("plan", "start", "autumn", "--from", "2026-03-02")
    assert plan_on(run, "2026-03-08") == {"id": "autumn", "week": 1, "from": "2026-03-02"}
    assert plan_on(run, "2026-03-09") == {"id": "spring", "week": 1, "from": "2026-03-09"}


def test_to_stop_is_to_follow_none_from_today_on(run: CommandLine) -> None:
    run("plan", "start", "spring")
    run("plan", "start", "autumn", "--from", "2999-01-01")
    assert run("plan", "stop") == (0, "Stopped: Spring, Autumn. What was done stays.\n", "")
    assert as_json(run, "plan", "status")["plan"] is None
    assert plan_on(run, "2999-01-01") is None
    code, out, err = run("plan", "stop")
    assert (code, out) == (1, "")
    assert err == "posture-coach: no plan is followed; 'posture-coach plan start ID' begins one\n"


def test_what_was_planned_stays_planned_after_the_stop(run: CommandLine) -> None:
    run("plan", "start", "spring", "--from", "2026-03-02")
    run("plan", "stop")
    assert plan_on(run, "2026-03-04") == {"id": "spring", "week": 1, "from": "2026-03-02"}


def test_the_week_day_by_day(run: CommandLine) -> None:
    run("plan", "start", "spring", "--from", "2026-03-02")
    take_in(run, session("a", at(2, 9), "desk-reset"))
    found = as_json(run, "plan", "status", "--at", "2026-03-03")
    assert found["plan"] == {"id": "spring", "week": 1, "from": "2026-03-02"}
    assert [day["date"] for day in found["days"]] == [f"2026-03-0{number}" for number in range(2, 9)]
    states = [[(item["id"], item["state"]) for item in day["items"]] for day in found["days"]]
    back, desk = "upper-back-strength", "desk-reset"
    monday = [(back, "missed"), (desk, "done"), (desk, "missed"), ("wall-test", "missed")]
    assert states == [monday, [], [(back, "due")], [], [], [], []]


def test_the_week_in_words(run: CommandLine) -> None:
    assert run("plan", "status")[1] == "No plan is followed; 'posture-coach plan start ID' begins one.\n"
    run("plan", "start", "spring", "--from", "2026-03-03")
    take_in(run, session("a", at(3, 20), "desk-reset", pain=5))
    code, out, err = run("plan", "status", "--at", "2026-03-04T09:00")
    assert (code, err) == (0, "")
    assert [line.strip() for line in out.splitlines() if "(upper" not in line] == [
        "Spring, week 1 of two",
        "upper-back-strength@spring.1: With one set",
        "",
        "Wednesday 4 March",
        "Your last pain was 5 of 10: something gentler instead, or this if it feels right",
        "Gentle recovery  (gentle-recovery)",
        "",
        if_sore(["Gentle recovery"]),
    ]


def test_to_switch_says_so(run: CommandLine) -> None:
    run("plan", "start", "spring", "--from", "2026-03-02")
    assert run("plan", "start", "autumn", "--from", "2026-03-09")[1] == (
        "Autumn: from Monday 9 March on.\nSpring ends on Sunday 8 March; what was done stays.\n"
    )
    assert run("plan", "start", "spring", "--from", "2026-03-04")[1] == (
        "Spring: from Wednesday 4 March on.\n"
        "It begins anew with week 1; Tuesday 3 March is the last day of what was. "
        "From Monday 9 March on Autumn is followed, which begins then.\n"
    )


def test_a_first_day_put_right_is_no_second_beginning(run: CommandLine) -> None:
    run("plan", "start", "spring")
    assert "So it no longer begins on" in run("plan", "start", "spring", "--from", "2026-03-02")[1]
    found = as_json(run, "plan", "status", "--at", "2026-03-10")["plan"]
    assert found == {"id": "spring", "week": 2, "from": "2026-03-02"}
    assert as_json(run, "plan", "status")["plan"]["from"] == "2026-03-02"


def test_a_list_and_the_plan_itself_say_where_one_is(run: CommandLine) -> None:
    assert "followed" not in run("list", "plan")[1]
    run("plan", "start", "spring")
    assert "Spring  (yours)  (followed, week 1 of two)" in run("list", "plan")[1]
    lines = run("show", "spring")[1].splitlines()
    assert "Followed, week 1 of two." in lines
    assert [line for line in lines if "you are here" in line] == ["Weeks 1 to 2  (you are here)"]
    run("plan", "start", "autumn", "--from", "2999-01-01")
    assert "Autumn  (yours)  (begins on Tuesday 1 January)" in run("list")[1]


def test_what_conditions_leave_out_of_it_is_said(run: CommandLine, home: Path) -> None:
    cobra = "kind: routine\nformat: 1\nid: a-cobra\ntitle: A cobra\nsteps: [{exercise: prone-cobra}]\n"
    mine(home, "guided", "a-cobra", cobra)
    mine(home, "plans", "spring", PLAN.replace("desk-reset", "a-cobra"))
    run("plan", "start", "spring", "--from", "2026-03-02")
    take_in(run, told("conditions", "c", at=at(1), told=["painful-extension"], cleared=[]))
    out = run("plan", "status", "--at", "2026-03-03")[1]
    assert "Left out of the plan for you: A cobra." in out
    assert "(a-cobra)" not in out


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("start", "sprin"), 1, "sprin is not known; did you mean spring?"),
        (("start", "routine/desk-reset"), 1, "routine/desk-reset is no plan; 'posture-coach list plan' has them"),
        (("start", "spring", "--from", "soon"), 2, "--from: soon is no date; write one such as 2026-12-01"),
        (("status", "--at", "soon"), 2, "--at: soon is no moment"),
        ((), 2, "ACTION"),
        (("start",), 2, "ID"),
    ],
)
def test_what_cannot_be_done_is_said(run: CommandLine, words: tuple[str, ...], code: int, sentence: str) -> None:
    found, out, err = run("plan", *words)
    assert (found, out) == (code, "")
    assert sentence in err
    assert plan_on(run, "2026-03-04") is None


def test_another_exercise_for_some_weeks_is_told_wherever_the_plan_is(run: CommandLine, home: Path) -> None:
    """Exercises of its own, so that no other library's doses are in it."""
    mine(home, "exercises", "one", exercise("one", "{reps: 8}"))
    mine(home, "exercises", "two", exercise("two", "{reps: 6}"))
    mine(home, "guided", "both", routine("both", "[{exercise: one}, {exercise: two}]"))
    do = "[{routine: both, days: [mon], with: {one: two}}]"
    mine(
        home, "plans", "easing", f"kind: plan\nformat: 1\nid: easing\ntitle: Easing\nweeks: [{{weeks: 1, do: {do}}}]\n"
    )
    run("plan", "start", "easing", "--from", "2026-03-02")
    told = "two in place of one"
    assert f"both@easing.1: mon. {told}".lower() in run("show", "easing")[1].lower()
    assert f"both@easing.1: {told}".lower() in run("plan", "status", "--at", "2026-03-02")[1].lower()
    shown = run("show", "both@easing.1", "--mine", "--at", "2026-03-02")[1]
    assert f"week 1: {told}" in shown.lower()
    assert "one, 8" not in shown
    assert shown.count("two, 6") == 2
