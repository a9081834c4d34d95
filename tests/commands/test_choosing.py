"""What the words of a command choose."""

from __future__ import annotations

import json
from pathlib import Path

from tests.command_line import CommandLine


def test_a_routine_as_a_plan_has_it(run: CommandLine, tmp_path: Path) -> None:
    name = "upper-back-strength@eight-weeks.7"
    assert f"- {name}: mon, wed, fri" in run("show", "eight-weeks")[1]
    shown = run("show", name)[1]
    assert "Band row, set 3 of 3" in shown
    assert run("show", f"routine/{name}")[1] == run("show", f"routines/{name}")[1] == shown
    assert "Band row, set 3 of 3" not in run("show", "upper-back-strength")[1]
    code, out, _ = run("play", "deep-neck-flexors@eight-weeks.4", "--terminal", "--speed", "900", "--mute")
    assert (code, "8 repetitions" in out) == (0, True)
    assert json.loads(run("history", "--json")[1])[0]["id"] == "deep-neck-flexors@eight-weeks.4"
    file = tmp_path / "out.json"
    assert run("export", name, str(file))[0] == 0
    assert json.loads(file.read_text(encoding="utf-8")) == json.loads(run("show", name, "--json")[1])


def test_a_week_that_a_plan_does_not_have_is_a_sentence(run: CommandLine) -> None:
    sentence = "is in no plan; write ROUTINE@PLAN.WEEK as 'posture-coach show PLAN' does"
    assert sentence in run("show", "deep-neck-flexors@eight-weeks.8")[2]
    assert sentence in run("show", "routine/deep-neck-flexors@eight-weeks.8")[2]
    assert "desk-rset@eight-weeks.1 is not known" in run("play", "desk-rset@eight-weeks.1")[2]
