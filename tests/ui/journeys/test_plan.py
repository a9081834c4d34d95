"""Two weeks of a plan with days missed, a sore one, one with much pain: at every step Today, rail, plan page, Progress
and terminal say the same.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coach.ui.widgets.week import Week
from coach.words.following import state as told_state
from coach.words.language import ENGLISH
from tests.command_line import CommandLine
from tests.ui.journeys.person import Person
from tests.ui.parts import shipped

PLAN = "eight-weeks"
DAILY, DESK, NECK, STRENGTH = "anti-slouch-daily", "desk-reset", "deep-neck-flexors", "upper-back-strength"
GENTLE, WALL = "gentle-recovery", "wall-test"


@pytest.fixture
def terminal(home: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The same person's, beside the window."""
    return CommandLine(home, capsys)


class Follower:
    """Follows the plan, and looks everywhere after each thing that they did."""

    def __init__(self, person: Person, terminal: CommandLine) -> None:
        self.person, self._run = person, terminal
        self.finished = 0
        self.days = set[str]()

    def _asked(self, *words: str, as_json: bool = True) -> Any:
        at = self.person.parts.clock.wall().isoformat()
        code, out, err = self._run(*words, "--at", at, *(["--json"] if as_json else []))
        assert (code, err) == (0, "")
        return json.loads(out) if as_json else out

    def does(self, *things: str, pain: int = 1) -> None:
        """Each of these is started in the window, gone through and rated."""
        person = self.person
        for thing in things:
            targets = {item["id"]: item["target"] for item in self._asked("today")["items"]}
            person.go("routine", targets.get(thing, thing))
            person.press("Start")
            person.wait(60.0)  # at least one exercise is done, what is left is skipped
            person.watches()
            person.rates(5, pain)
            self.finished += 1
            self.days.add(person.parts.clock.wall().date().isoformat())
            self.agrees()

    def next_day(self) -> None:
        """A morning: the one after is not asked for here."""
        self.person.next_day()
        self.agrees()

    @property
    def states(self) -> dict[str, list[tuple[str, str]]]:
        """What became of each day of this week, as the terminal has it."""
        days = self._asked("plan", "status")["days"]
        return {day["date"]: [(item["id"], item["state"]) for item in day["items"]] for day in days}

    def agrees(self) -> None:
        """Every place says the same now."""
        today, now = self._asked("today"), self.person.parts.clock.wall().date()
        items = [(item["id"], item["state"]) for item in today["items"] if item["state"] != "offered"]
        assert items == self.states[now.isoformat()]
        self._today(today, items)
        self._week(items)
        self._plan(now)
        self._progress()

    def _today(self, today: dict[str, Any], items: list[tuple[str, str]]) -> None:
        person = self.person
        person.go("today")
        done = sum(state == "done" for _, state in items)
        person.reads(f"week {today['plan']['week']} of eight", f"{done} of {len(items)} done")
        sentences = self._asked("today", as_json=False).rpartition("\n\n")[2].splitlines()
        person.reads(*(told.removesuffix(".") for told in sentences if "safety ask" not in told))
        is_asked = "the safety questions again" in person.words
        assert is_asked == today["questions_due"]
        if any(state == "sore" for _, state in items):
            person.reads("Your last pain was")

    def _week(self, items: list[tuple[str, str]]) -> None:
        person = self.person
        rail = person.window.rail.week
        [page] = [week for week in person.screen.findChildren(Week) if week.isVisible()]
        assert rail.accessibleDescription() == page.accessibleDescription()
        name = ENGLISH.day_name(person.parts.clock.wall().isoweekday(), short=True)
        [day] = [one for one in rail.accessibleDescription().split(". ") if one.startswith(name)]
        done = sum(state == "done" for _, state in items)
        if "pain told" not in day and done < len(items):
            assert day.endswith(f": {done} of {len(items)}")

    def _plan(self, today: date) -> None:
        """Each day of the week has its items, with what became of them; what is left of today can be started."""
        person = self.person
        person.go("plan", PLAN)
        person.reads("You are here")
        rows, states = Counter(person.buttons()), self.states
        for day, items in states.items():
            for ident in dict.fromkeys(ident for ident, _ in items):
                of = [one for name, one in items if name == ident]
                if day == today.isoformat() and "sore" in of:
                    assert any(row.startswith(f"{title(ident)}. Your last pain was") for row in rows)
                else:
                    told = told_state([Became(one) for one in of], is_past=day < today.isoformat())
                    row = f"{title(ident)}. {told}" if told else title(ident)
                    assert rows[row] > 0, f"{row!r} of {day} is not among {list(rows)}"
        is_open = any(state in ("due", "sore") for _, state in states[today.isoformat()])
        assert any(row.startswith("Start ") for row in rows) == is_open

    def _progress(self) -> None:
        self.person.go("progress")
        if self.finished:
            self.person.reads(f"{self.finished} session", f"finished on {len(self.days)} day")


@dataclass(frozen=True)
class Became:
    """What an item of the terminal's became."""

    state: str


def title(ident: str) -> str:
    return shipped().title_of("routine", ident) or shipped().title_of("test", ident)


@pytest.mark.slow  # half a minute: after each of two dozen steps everything is looked at
def test_two_weeks(person: Person, terminal: CommandLine) -> None:
    person.press("Skip, look around first")
    person.parts.store.add_safety(())
    person.go("plan", PLAN)
    person.press("Begin this plan")
    me = Follower(person, terminal)
    the_first_week(me)
    assert me.states == {
        "2026-01-05": [(DAILY, "done"), (DESK, "done"), (DESK, "missed"), (NECK, "missed"), (WALL, "missed")],
        "2026-01-06": [(STRENGTH, "done"), (DESK, "done"), (DESK, "done"), (NECK, "done")],
        "2026-01-07": [(DAILY, "missed"), (DESK, "missed"), (DESK, "missed"), (NECK, "missed")],
        "2026-01-08": [(DAILY, "done"), (DESK, "sore"), (DESK, "sore"), (NECK, "sore")],
        "2026-01-09": [(STRENGTH, "done"), (DESK, "missed"), (DESK, "missed"), (NECK, "missed")],
        "2026-01-10": [(DAILY, "missed"), (NECK, "done")],
        "2026-01-11": [(GENTLE, "due"), (NECK, "due")],
    }
    the_second_week(me)
    assert me.states == {
        "2026-01-12": [(DAILY, "missed"), (DESK, "done"), (DESK, "missed"), (NECK, "missed"), (WALL, "missed")],
        "2026-01-13": [(STRENGTH, "sore"), (DESK, "sore"), (DESK, "sore"), (NECK, "sore")],
        "2026-01-14": [(DAILY, "done"), (DESK, "missed"), (DESK, "missed"), (NECK, "missed")],
        "2026-01-15": [(DAILY, "done"), (DESK, "missed"), (DESK, "missed"), (NECK, "missed")],
        "2026-01-16": [(STRENGTH, "missed"), (DESK, "missed"), (DESK, "missed"), (NECK, "missed")],
        "2026-01-17": [(DAILY, "done"), (NECK, "missed")],
        "2026-01-18": [(GENTLE, "due"), (NECK, "due")],
    }


def the_first_week(me: Follower) -> None:
    """One day is left out whole, one hurts, and on the next the gentle one is done in place of what is planned."""
    me.agrees()
    me.does(DAILY, DESK)
    me.next_day()
    me.does(STRENGTH, DESK, DESK, NECK)
    me.next_day()
    me.next_day()
    me.does(DAILY, pain=5)
    me.next_day()
    me.person.go("today")
    me.person.reads("Your last pain was 5 of 10", "Gentle recovery", "As planned")
    me.does(GENTLE)
    me.next_day()
    me.does(NECK)
    me.next_day()


def the_second_week(me: Follower) -> None:
    """A pain of 7 on the Tuesday; on the Wednesday the questions come before anything else."""
    me.next_day()
    me.does(DESK)
    me.next_day()
    me.does(DAILY, pain=7)
    me.next_day()
    me.person.go("today")
    me.person.press("Answer them")
    me.person.answers_that_nothing_applies()
    me.person.press("Go on", "Go on")  # nothing is true of them that bars an exercise
    me.agrees()
    me.does(GENTLE)
    for _ in range(4):
        me.next_day()
        me.does(DAILY)
