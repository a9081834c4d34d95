"""What levels depend on besides the past: equal texts for equal rules, others for others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

import coach
from coach.content.model import Exercise, Progress, ProgressStep, Routine
from coach.progression import rules
from coach.progression.past import Choice
from coach.progression.rules import choices_of, rules_of
from tests.progression.past import day, exercise, routine

FILE = routine("row", "press")


def exercises(**more: Exercise) -> dict[str, Exercise]:
    made = (
        exercise("row", harder="pull", check_first=("bones",)),
        exercise("pull", harder="row", easier="gone", check_first=("back",)),
        exercise("press", check_first=("heart",), instead={"heart": "lean"}),
        exercise("lean", easier="stand"),
        exercise("stand"),
        exercise("other", check_first=("knee",)),
    )
    return {one.id: one for one in made} | more


def text(file: Routine = FILE, of: Mapping[str, Exercise] | None = None, *conditions: str) -> str:
    return rules_of(file, of or exercises(), conditions)


def test_the_same_is_the_same() -> None:
    assert text() == text(routine("row", "press"))
    assert text(FILE, None, "bones", "heart") == text(FILE, None, "heart", "bones")


def test_what_does_not_reach_the_routine_changes_nothing() -> None:
    assert text() == text(FILE, exercises(other=exercise("other"))) == text(FILE, None, "knee")


@pytest.mark.parametrize("name", ["row", "pull", "press", "lean", "stand"])
def test_every_exercise_that_it_may_come_to_have_counts(name: str) -> None:
    found = exercises()
    assert text(FILE, {**found, name: replace(found[name], dose=replace(found[name].dose, reps=9))}) != text()


@pytest.mark.parametrize("condition", ["bones", "back", "heart"])
def test_a_condition_that_bars_one_of_them_counts(condition: str) -> None:
    assert text(FILE, None, condition) != text()


def test_the_file_counts() -> None:
    others = [
        routine("press", "row"),
        routine("row", "press", progress=Progress(steps=(ProgressStep("reps", 1),))),
        replace(FILE, between=9.0),
    ]
    assert len({text(), *(text(one) for one in others)}) == 4


def test_other_rules_and_another_program_count(monkeypatch: pytest.MonkeyPatch) -> None:
    before = text()
    monkeypatch.setattr(rules, "EDITION", rules.EDITION + 1)
    raised = text()
    monkeypatch.setattr(coach, "__version__", "99.0")
    assert len({before, raised, text()}) == 3


def test_choices_count_in_any_order() -> None:
    one, other = Choice("strong", "row", "up", day(1)), Choice("strong", "row", "down", day(2))
    assert choices_of([one, other]) == choices_of([other, one])
    assert len({choices_of([]), choices_of([one]), choices_of([other]), choices_of([one, other])}) == 4
