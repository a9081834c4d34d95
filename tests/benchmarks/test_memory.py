"""What benchmarks found is kept, and the page's table says what was kept, no better and no worse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks import __main__ as bench
from tests.benchmarks.goals import GOALS, Goal, goal, known
from tests.benchmarks.memory import BEGIN, END, PAGE, Found, keep, keep_by_hand, latest, page_with, table


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "measured.jsonl"


def test_the_last_of_a_name_counts_and_none_is_lost(file):
    keep({"first-paint": 3.14159, "export-wav": 2.0}, file=file)
    keep({"first-paint": 1.9}, how="quiet", file=file)
    found = latest(file)
    assert {name: one.value for name, one in found.items()} == {"first-paint": 1.9, "export-wav": 2.0}
    assert found["first-paint"].how == "quiet"
    assert "load" in found["export-wav"].how
    values = [json.loads(line)["value"] for line in file.read_text("utf-8").splitlines()]
    assert values == [3.14, 2.0, 1.9], "three digits mean something"


def test_what_never_came_is_no_figure(file):
    keep({"first-sentence": float("inf"), "speech-made": 31.8}, file=file)
    assert list(latest(file)) == ["speech-made"]


def test_a_figure_without_a_goal_is_kept_by_nobody(file):
    with pytest.raises(KeyError):
        keep({"first-pant": 1.0}, file=file)
    assert not file.exists()


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"name": "first-paint"}', '{"name": "x", "value": 1, "commit": "", "day": "", "how": ""}']
)
def test_a_line_that_is_none_of_ours_says_where_it_is(file, line):
    keep({"first-paint": 1.0}, file=file)
    file.write_text(file.read_text("utf-8") + line + "\n", "utf-8")
    with pytest.raises(ValueError, match="line 2"):
        latest(file)


@pytest.mark.parametrize(
    ("goal", "value", "is_met"),
    [
        (Goal("", "s", "", most=2.0), 2.0, True),
        (Goal("", "s", "", most=2.0), 2.01, False),
        (Goal("", "times", "", least=40.0), 40.0, True),
        (Goal("", "times", "", least=40.0), 39.9, False),
    ],
)
def test_a_goal_is_met_up_to_its_limit(goal, value, is_met):
    assert goal.is_met(value) is is_met


def test_the_table_tells_what_falls_short_and_what_nobody_measured():
    told = table({"everyday-tests": Found("everyday-tests", 181.0, "abc", "2026-01-02", "quiet")})
    assert "| ≤ 180 s | 181 s | **no** | `by hand`, abc, 2026-01-02: quiet |" in told
    assert f"- the everyday tests (181): {goal('everyday-tests').why}." in told
    assert told.count("not measured") == len(known()) - 1


def test_what_fell_short_last_has_its_reason():
    assert [one for one, found in latest().items() if not goal(one).is_met(found.value) and not goal(one).why] == []


def test_every_name_is_there_once_and_every_goal_has_one_limit():
    assert len(set(known())) == len(known())
    for goals in GOALS.values():
        for one in goals.values():
            assert (one.most is None) is not (one.least is None), one.what


def test_what_measures_them_are_benchmarks():
    names = {one.by.split()[1] for goals in GOALS.values() for one in goals.values() if one.by.startswith("bench ")}
    assert names <= set(bench.BENCHMARKS)


def test_the_page_has_the_table_of_what_was_kept():
    text = PAGE.read_text("utf-8")
    assert page_with(text, table(latest())) == text, "write it anew: python3 app.py bench --table"


def test_a_page_without_a_place_says_what_to_write():
    with pytest.raises(ValueError, match="to here"):
        page_with(f"{BEGIN} and no end", "")
    assert page_with(f"a {BEGIN} old {END} b", "new") == f"a {BEGIN}\n\nnew\n\n{END} b"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "for example"),
        (["ci-run"], "for example"),
        (["ci-run", "soon"], "for example"),
        (["ci-run", "inf"], "for example"),
        (["pace", "1"], "known are first-paint"),
    ],
)
def test_what_is_kept_by_hand_has_to_be_understood(capsys, arguments, said):
    assert keep_by_hand(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_benchmark_that_is_asked_for_help_tells_what_it_does_and_does_not_run(capsys):
    assert bench.main(["sound", "--help"]) == 0
    assert "99 of 100 within 8 ms" in capsys.readouterr().out
