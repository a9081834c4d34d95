"""What an aim puts first."""

from __future__ import annotations

from coach.progression.aim import AIMS, goals_first


def test_an_aim_puts_goals_first_and_none_and_both_nothing() -> None:
    assert {aim: goals_first(aim) for aim in AIMS} == {
        "desk": ("desk", "daily"),
        "running": ("warm-up", "release"),
        "both": (),
    }
    assert goals_first(None) == ()
