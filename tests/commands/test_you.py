"""What `you` prints and keeps."""

from __future__ import annotations

import json

import pytest

from coach.progression.kit import kit_of
from tests.command_line import CommandLine
from tests.ui.parts import shipped

KIT = kit_of(shipped().exercises.values())
NEW = {
    "version": 1,
    "aim": None,
    "kit": dict.fromkeys(KIT, True),
    "uses": {},
    "desk_hours": None,
}


def told(run: CommandLine, *options: str) -> dict[str, object]:
    code, out, err = run("you", "--json", *options)
    assert (code, err) == (0, "")
    return json.loads(out)


def test_before_anything_was_said(run: CommandLine) -> None:
    assert told(run) == NEW
    code, out, _ = run("you")
    assert code == 0
    assert out.splitlines() == [
        "What you want it for: not said.",
        "What you have at hand: You have all of it.",
        f"What exercises need: {', '.join(KIT)}.",
        "When you are at the desk: No hours chosen: each reminder keeps its own.",
    ]


def test_what_is_said_is_kept_and_changed(run: CommandLine) -> None:
    said = told(run, "--for", "running", "--without", "band, mat", "--days", "tue,mon", "--between", "8:00-16:00")
    assert said["aim"] == "running"
    assert said["kit"] == {**NEW["kit"], "band": False, "mat": False}  # type: ignore[dict-item]
    assert said["desk_hours"] == {"days": ["mon", "tue"], "from": "08:00", "until": "16:00"}
    assert told(run) == said
    assert told(run, "--days", "fri")["desk_hours"] == {"days": ["fri"], "from": "08:00", "until": "16:00"}
    assert told(run, "--without", "nothing")["kit"] == NEW["kit"]
    assert told(run, "--days", "sat-mon, wed")["desk_hours"]["days"] == ["mon", "wed", "sat", "sun"]
    assert told(run, "--days", "files")["desk_hours"] is None
    assert "Running" in run("you")[1]


def test_hours_alone_begin_from_the_days_of_the_files(run: CommandLine) -> None:
    hours = told(run, "--between", "22:00-06:00")["desk_hours"]
    assert hours == {"days": ["mon", "tue", "wed", "thu", "fri"], "from": "22:00", "until": "06:00"}


@pytest.mark.parametrize(
    ("options", "told_why"),
    [
        (("--without", "kettle"), "--without: no exercise needs kettle; write some of "),
        (("--without", ","), "--without: no exercise needs that; write some of "),
        (
            ("--days", "mon,monday"),
            "--days: monday is no day; write some of mon,tue,wed,thu,fri,sat,sun, mon-fri, or files",
        ),
        (("--between", "8-16"), "--between: 8-16 is no part of a day; write it as 09:00-17:30"),
        (("--between", "08:00-25:00"), "--between: 08:00-25:00 is no part of a day; write it as 09:00-17:30"),
        (("--days", "monday", "--between", "8:00-9:00"), "--days: monday is no day"),
        (("--days", "files", "--between", "8:00-9:00"), "--days files: then the hours are those of the files, too"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_of_it_is_kept(
    run: CommandLine, options: tuple[str, ...], told_why: str
) -> None:
    code, out, err = run("you", "--for", "desk", *options)
    assert (code, out) == (2, "")
    assert err.startswith(f"posture-coach: {told_why}")
    assert told(run) == NEW


def test_without_a_band_show_says_what_does_without(run: CommandLine) -> None:
    before = run("show", "upper-back-strength"), run("show", "upper-back-strength", "--mine", "--json")
    run("you", "--without", "band")
    for options in ((), ("--mine",)):
        out = run("show", "upper-back-strength", *options)[1]
        assert "Needs a band, which you said you do not have. " in out
        assert "Nothing takes the place of Band row, " in out
    assert run("show", "upper-back-strength", "--mine", "--json") == before[1], "no dose changes by it"
    run("you", "--without", "nothing")
    assert run("show", "upper-back-strength") == before[0]


def test_what_is_used_is_kept_shown_with_the_routine_and_forgotten(run: CommandLine) -> None:
    assert told(run, "--uses", "band-row", " red  band", "--uses", "face-pull", "3 kg")["uses"] == {
        "band-row": "red band",
        "face-pull": "3 kg",
    }
    assert "What you use for Band row: red band." in run("you")[1]
    mine = run("show", "upper-back-strength", "--mine")[1]
    assert "red band" in mine
    assert "as it is written" not in mine
    assert "red band" not in run("show", "upper-back-strength")[1]
    assert told(run, "--uses", "band-row", "")["uses"] == {"face-pull": "3 kg"}
    assert "as it is written" in run("show", "desk-reset", "--mine")[1]


@pytest.mark.parametrize(
    ("exercise", "load", "why"),
    [
        ("band-roww", "red", "--uses: band-roww is not known; did you mean band-row?"),
        ("chin-tuck", "red", "--uses: chin-tuck is done without a band or weight; write one of band-"),
        ("band-row", "x" * 61, "--uses band-row: write one line of at most 60 characters, such as 'red band'"),
    ],
)
def test_what_cannot_be_used_is_not_kept(run: CommandLine, exercise: str, load: str, why: str) -> None:
    code, out, err = run("you", "--uses", exercise, load, "--for", "desk")
    assert (code, out) == (2, "")
    assert why in err
    assert told(run) == NEW
