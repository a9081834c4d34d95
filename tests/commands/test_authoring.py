"""What `check` and `schema` print."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.command_line import BREATH, CommandLine, mine
from tests.content.shelf import exercise


@pytest.mark.slow  # solves every figure and its mistake; tests/content and tests/figure judge them one by one
def test_check_is_silent_about_the_shipped_library(run: CommandLine) -> None:
    assert run("check") == (0, "", "")


ON_THE_FLOOR = """\
kind: routine
format: 1
id: down-and-up
title: Down and up
prepare: 60s
between: 10s
steps:
  - exercise: cat-cow
  - rounds: 2
    rest: 40s
    steps:
      - {exercise: wall-angel, dose: {sets: 1}}
"""


def test_check_warns_of_what_nobody_can_do_in_time(run: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "down-and-up.yaml"
    path.write_text(ON_THE_FLOOR, encoding="utf-8")
    code, out, err = run("check", str(path))
    assert (code, out) == (0, "")
    assert re.fullmatch(
        re.escape(f"{path}:12:20: warning: the introduction of wall-angel takes ")
        + r"\d(\.\d)? s and has 10 s: nobody can get up from the floor in \d(\.\d)? s; "
        r"write a longer prepare or between, or before it a step such as \{say: TEXT, wait: true\}\n",
        err,
    )
    path.write_text(ON_THE_FLOOR.replace("between: 10s", "between: 40s"), encoding="utf-8")
    assert run("check", str(path)) == (0, "", "")


def test_check_warns_of_nothing_where_a_file_has_problems(run: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "down-and-up.yaml"
    path.write_text(ON_THE_FLOOR.replace("prepare: 60s", "prepare: 60"), encoding="utf-8")
    code, out, err = run("check", str(path))
    assert (code, out.count("\n"), err) == (1, 1, "1 problem.\n")


# Each of these was a placeholder of every event when format 1 began.
def test_the_example_of_the_readme_is_silent_where_it_says_to_save_it(run: CommandLine, home: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    example = re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)
    place = re.search(r"Save it as `(\S+)` in your own `routines` folder", readme)
    assert example is not None
    assert place is not None
    path = home / "routines" / place[1]
    path.parent.mkdir(parents=True)
    path.write_text(example[1], encoding="utf-8")
    assert run("check", str(path)) == (0, "", "")
    told = re.search(r"^ {4}\S+:(\d+):(\d+): 1:30 is not a length of time", readme, re.MULTILINE)
    assert told is not None
    line, column = map(int, told.groups())
    lines = example[1].splitlines()
    assert lines[line - 1][column - 1 :].startswith("20s")
    lines[line - 1] = lines[line - 1].replace("20s", "1:30")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    code, out, _ = run("check", str(path))
    assert code == 1
    assert told[0].split(":", 1)[1] in out


EMPTY_PLACES = """\
kind: coaching
format: 1
id: coaching
title: Coaching
events:
  go: {say: "Go, {rep}."}
  pause: {say: ["Paused, {exercise} {side}.", Paused.]}
"""


def test_a_coaching_file_of_before_is_valid_and_its_empty_places_are_told(run: CommandLine, home: Path) -> None:
    path = home / "routines" / "coaching.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(EMPTY_PLACES, encoding="utf-8")
    code, out, err = run("check", str(path))
    assert (code, out) == (0, "")
    assert [line.removeprefix(str(path)).partition(";")[0] for line in err.splitlines()] == [
        ":6:13: warning: {rep} stands for nothing in go",
        ":7:17: warning: {exercise} stands for nothing in pause",
        ":7:17: warning: {side} stands for nothing in pause",
    ]


def test_check_names_file_line_and_column(run: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a-breath.yaml"
    path.write_text(BREATH.replace("15s", "1:30"), encoding="utf-8")
    code, out, err = run("check", str(path))
    assert code == 1
    assert out == f"{path}:7:10: 1:30 is not a length of time; write 1m30s\n"
    assert err == "1 problem.\n"


def test_check_of_a_missing_path_is_a_sentence(run: CommandLine, tmp_path: Path) -> None:
    code, out, _ = run("check", str(tmp_path / "none.yaml"))
    assert code == 1
    assert "none.yaml:1:1: the file cannot be read" in out
    code, out, _ = run("check", str(tmp_path / "no-folder"))
    assert code == 1
    assert "no-folder:1:1: the file cannot be read" in out


def test_schema_of_a_kind_and_of_all(run: CommandLine) -> None:
    code, out, _ = run("schema", "routine")
    assert code == 0
    assert json.loads(out)["$schema"].endswith("2020-12/schema")
    assert run("schema")[0] == 0


def test_schema_offers_the_ids_of_the_library_it_runs_with(run: CommandLine, home: Path) -> None:
    mine(home, "guided", "a-breath", BREATH)
    offers = json.loads(run("schema", "reminder")[1])["properties"]["offer"]["anyOf"][0]["enum"]
    assert {"desk-reset", "a-breath"} <= set(offers)


def test_check_tells_of_a_review_that_is_yet_to_come(run: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(exercise("one", "{reps: 8}", "reviewed: {by: Jane Doe, on: 2999-01-01}\n").replace("neck", "chest"))
    code, out, err = run("check", str(path))
    assert (code, err) == (1, "1 problem.\n")
    assert out == f"{path}:9:30: 2999-01-01 is yet to come; write the day on which it was reviewed\n"


def test_all_problems_of_a_file_come_in_line_order(run: CommandLine, tmp_path: Path) -> None:
    late = "reviewed: {by: Jane Doe, on: 2999-01-01}\nsetz: 3\n"
    for ident in ("one", "two"):
        (tmp_path / f"{ident}.yaml").write_text(exercise(ident, "{reps: 8}", late).replace("neck", "chest"))
    out = run("check", str(tmp_path))[1]
    places = [line.removeprefix(str(tmp_path)).partition(": ")[0] for line in out.splitlines()]
    assert places == ["/one.yaml:9:30", "/one.yaml:10:1", "/two.yaml:9:30", "/two.yaml:10:1"]


INHERITS = """\
kind: routine
format: 1
id: squeezes
title: Squeezes
prepare: 60s
between: 60s
steps:
  - {exercise: scapular-squeeze, dose: {reps: 6}}
  - {exercise: scapular-squeeze, dose: {sets: 1, reps: 6}}
"""


def test_check_and_show_ask_about_sets_that_a_step_takes_over(run: CommandLine, home: Path) -> None:
    told = "scapular-squeeze keeps its own 2 sets here, with 30s of rest between them; "
    told += "write sets: 2 where that is meant, or sets: 1"
    path = mine(home, "guided", "squeezes", INHERITS)
    around = INHERITS.replace("id: squeezes", "id: around").replace(
        "  - {exercise: scapular-squeeze, dose: {reps: 6}}", "  - routine: squeezes"
    )
    outer = mine(home, "guided", "around", around)
    assert run("check", str(path), str(outer)) == (0, "", f"{path}:8:16: warning: {told}\n")
    assert run("show", "squeezes")[1].endswith(f"\nIs this meant?\n  - exercise 1: {told}\n")
    assert "Is this meant?" not in run("show", "desk-reset")[1]
    assert "Is this meant?" not in run("show", "squeezes", "--mine")[1]
