"""The commands as a person types them: what stands on stdout, what on stderr, which exit code."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coach.cli import main
from coach.clock import SystemClock
from coach.desktop.single import Single
from coach.progress.store import open_store

Run = tuple[int, str, str]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]):
    def run(*words: str) -> Run:
        try:
            code = main(words)
        except SystemExit as leaving:  # argparse
            code = int(leaving.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return run


def mine(home: Path, kind: str, name: str, text: str) -> Path:
    """A file of the person's own."""
    from coach.progress.folders import Home

    path = Home.from_environ({"POSTURE_COACH_HOME": str(home)}).routines / kind / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


BREATH = "kind: routine\nformat: 1\nid: a-breath\ntitle: A breath\nsteps:\n  - say: Breathe out.\n    for: 15s\n"


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full is Linux's")
@pytest.mark.parametrize("words", [("list",), ("show", "desk-reset", "--json"), ("history", "--json"), ("schema",)])
def test_a_full_disk_under_the_output_is_a_sentence(run, home, monkeypatch, words) -> None:
    with FULL.open("w") as full:
        monkeypatch.setattr("sys.stdout", full)
        code, _, err = run(*words)
    assert code == 3
    assert err == "posture-coach: what is printed cannot be written: No space left on device\n"
    assert not list(home.rglob("last-error.txt"))


def test_where_there_is_no_output_at_all_nothing_went_wrong(run, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    assert run("list")[::2] == (0, "")
    assert run("show", "desk-reset", "--json")[::2] == (0, "")


def test_a_routine_of_which_no_session_is_left_is_not_begun(run, home) -> None:
    mine(home, "guided", "still", "kind: routine\nformat: 1\nid: still\ntitle: Still\nsteps: [{rest: 20s}]\n")
    code, _, err = run("play", "still", "--terminal")
    assert (code, err) == (
        1,
        "posture-coach: still has nothing to do: a rest at the end of a session is left out\n",
    )
    assert json.loads(run("history", "--json")[1]) == []


def test_list_gives_every_kind_with_its_file(run) -> None:
    code, out, err = run("list", "--json")
    entries = json.loads(out)
    assert code == 0
    assert err == ""
    assert {"exercise", "routine", "test", "reminder"} <= {e["kind"] for e in entries}
    assert all(set(e) == {"kind", "id", "title", "file", "yours"} for e in entries)
    assert all(Path(e["file"]).is_file() and e["yours"] is False for e in entries)


def test_list_of_one_kind_names_its_ids(run) -> None:
    code, out, _ = run("list", "routine")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["routine"] * len(out.splitlines())
    assert "desk-reset" in out


def test_a_file_of_my_own_is_listed_as_mine(run, home) -> None:
    mine(home, "guided", "a-breath", BREATH)
    _, out, _ = run("list", "routine", "--json")
    assert {e["id"]: e["yours"] for e in json.loads(out)}["a-breath"] is True


def test_a_broken_file_of_mine_is_hinted_at_and_hides_nothing(run, home) -> None:
    mine(home, "guided", "a-breath", BREATH.replace("15s", "15"))
    code, out, err = run("list", "routine")
    assert code == 0
    assert "desk-reset" in out
    assert err == "1 file has problems; 'posture-coach check' lists them.\n"


@pytest.mark.parametrize("word", ["exercise", "exercises", "Exercises"])
def test_a_kind_is_taken_as_one_and_as_many(run, word: str) -> None:
    listed = run("list", word)
    assert listed == run("list", "exercise")
    assert listed[0] == 0
    assert run("schema", word) == run("schema", "exercise")
    assert run("show", f"{word}/chin-tuck") == run("show", "exercise/chin-tuck")


@pytest.mark.parametrize(("one", "many"), [("area", "areas"), ("source", "sources")])
def test_the_lists_that_files_name_by_id_have_both_forms_too(run, one: str, many: str) -> None:
    assert run("list", one) == run("list", many)
    assert run("schema", one) == run("schema", many)


def test_what_files_name_by_id_is_listed(run, home: Path) -> None:
    sound = mine(home, ".", "x", BREATH).parents[1] / "media" / "sounds" / "my-gong.wav"
    sound.parent.mkdir(parents=True)
    sound.write_bytes(b"RIFF")
    sounds = json.loads(run("list", "sounds", "--json")[1])
    own = {"kind": "sound", "id": "my-gong", "title": "my-gong.wav", "file": str(sound), "yours": True}
    assert own in sounds
    assert "neck " in run("list", "areas")[1]
    assert "arm-symptoms  " in run("list", "conditions")[1]


def test_a_kind_that_is_none_is_told_with_what_was_meant(run) -> None:
    code, out, err = run("list", "exersises")
    assert (code, out) == (2, "")
    assert "exersises is not known; did you mean exercise?" in err
    assert run("show", "exercises")[2] == (
        "posture-coach: exercises is a kind of content; see 'posture-coach list exercise'\n"
    )


def test_show_prints_the_timeline(run) -> None:
    code, out, _ = run("show", "desk-reset", "--json")
    timeline = json.loads(out)
    assert code == 0
    assert timeline["seconds"] == 120.0
    assert timeline["estimated"] is False
    assert timeline["exercises"] == 4
    assert timeline["intervals"][0]["kind"] == "prepare"
    code, out, _ = run("show", "desk-reset")
    assert code == 0
    assert "2:00  end" in out


@pytest.mark.parametrize(
    "name",
    [
        *("chin-tuck", "exercise/chin-tuck", "figure/chin-tuck", "wall-test", "change-position", "eight-weeks"),
        *("sitting-well", "areas/areas", "coaching/coaching", "safety/safety", "sources/sources"),
    ],
)
def test_show_tells_of_every_kind(run, name) -> None:
    code, out, err = run("show", name)
    assert (code, err) == (0, "")
    assert len(out.splitlines()) > 3
    code, out, _ = run("show", name, "--json")
    assert code == 0
    assert json.loads(out)["id"] == name.split("/")[-1]


def test_show_tells_tempo_muscles_and_the_authors_cues(run) -> None:
    of_exercise = run("show", "chin-tuck")[1]
    assert "2 s glide back, 5 s hold, 2 s let go\n" in of_exercise
    assert "Muscles: Deep neck flexors\n" in of_exercise
    of_routine = run("show", "deep-neck-flexors")[1]
    assert "(2 s nod, 5 s hold, 2 s let go, 10 s rest)\n" in of_routine
    assert "  Smaller is better.\n" in of_routine


def test_show_of_a_lesson_holds_its_text(run) -> None:
    lesson = json.loads(run("show", "sitting-well", "--json")[1])
    assert "## Set up once" in lesson["body"]


def test_show_of_an_unknown_id_suggests_the_nearest(run) -> None:
    code, out, err = run("show", "desk-rset")
    assert code == 1
    assert out == ""
    assert "desk-rset is not known; did you mean desk-reset?" in err


@pytest.mark.slow  # solves every figure and its mistake; tests/content and tests/figure judge them one by one
def test_check_is_silent_about_the_shipped_library(run) -> None:
    assert run("check") == (0, "", "")


def test_check_names_file_line_and_column(run, tmp_path) -> None:
    path = tmp_path / "a-breath.yaml"
    path.write_text(BREATH.replace("15s", "1:30"), encoding="utf-8")
    code, out, err = run("check", str(path))
    assert code == 1
    assert out == f"{path}:7:10: 1:30 is not a length of time; write 1m30s\n"
    assert err == "1 problem.\n"


def test_check_of_a_missing_path_is_a_sentence(run, tmp_path) -> None:
    code, out, _ = run("check", str(tmp_path / "none.yaml"))
    assert code == 1
    assert "none.yaml:1:1: the file cannot be read" in out
    code, out, _ = run("check", str(tmp_path / "no-folder"))
    assert code == 1
    assert "no-folder:1:1: the file cannot be read" in out


def test_schema_of_a_kind_and_of_all(run) -> None:
    code, out, _ = run("schema", "routine")
    assert code == 0
    assert json.loads(out)["$schema"].endswith("2020-12/schema")
    assert run("schema")[0] == 0


def test_schema_offers_the_ids_of_the_library_it_runs_with(run, home: Path) -> None:
    mine(home, "guided", "a-breath", BREATH)
    offers = json.loads(run("schema", "reminder")[1])["properties"]["offer"]["anyOf"][0]["enum"]
    assert {"desk-reset", "a-breath"} <= set(offers)


def test_play_in_lines_is_written_to_history(run) -> None:
    code, out, _ = run("play", "desk-reset", "--terminal", "--speed", "200", "--mute")
    assert code == 0
    assert "Chin tuck" in out
    code, out, _ = run("history", "--json")
    assert code == 0
    entry = next(e for e in json.loads(out) if e["kind"] == "session")
    assert entry["id"] == "desk-reset"
    code, out, _ = run("history", "--csv", "-")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [r["id"] for r in rows if r["kind"] == "session"] == ["desk-reset"]


def test_play_from_an_exercise_begins_with_its_change_over(run) -> None:
    code, out, _ = run("play", "desk-reset", "--terminal", "--speed", "200", "--mute", "--from", "4")
    assert code == 0
    assert "Chin tuck" not in out
    assert run("play", "desk-reset", "--terminal", "--from", "9")[0] == 2
    assert run("play", "desk-reset", "--terminal", "--from", "0")[0] == 2


def test_a_cue_track_is_as_long_as_chosen_and_shown_as_written(run) -> None:
    code, out, _ = run("play", "run-tall", "--terminal", "--speed", "900", "--mute", "--for", "12m")
    assert code == 0
    assert "Eyes to the horizon." in out
    assert "Head over chest." not in out
    assert json.loads(run("show", "run-tall", "--json")[1])["seconds"] == 1810.0
    assert run("play", "run-tall", "--terminal", "--for", "2h")[0] == 2
    assert run("play", "run-tall", "--terminal", "--for", "45")[0] == 2
    assert run("play", "desk-reset", "--terminal", "--for", "45m")[0] == 2


def test_a_routine_as_a_plan_has_it(run, tmp_path) -> None:
    name = "upper-back-strength@eight-weeks.7"
    assert f"- {name}: mon, wed, fri\n" in run("show", "eight-weeks")[1]
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


def test_a_week_that_a_plan_does_not_have_is_a_sentence(run) -> None:
    sentence = "is in no plan; write ROUTINE@PLAN.WEEK as 'posture-coach show PLAN' does"
    assert sentence in run("show", "deep-neck-flexors@eight-weeks.8")[2]
    assert sentence in run("show", "routine/deep-neck-flexors@eight-weeks.8")[2]
    assert "desk-rset@eight-weeks.1 is not known" in run("play", "desk-rset@eight-weeks.1")[2]


def test_an_exercise_cannot_be_played(run) -> None:
    code, _, err = run("play", "chin-tuck", "--terminal")
    assert code == 1
    assert "chin-tuck is a exercise" not in err
    assert "play a routine or a test" in err


def test_history_is_empty_at_first(run) -> None:
    code, out, _ = run("history")
    assert code == 0
    assert "Nothing" in out


def test_csv_that_cannot_be_written_is_a_sentence(run, tmp_path) -> None:
    code, _, err = run("history", "--csv", str(tmp_path / "no" / "folder.csv"))
    assert code == 3
    assert "cannot be written" in err


@pytest.mark.parametrize(
    "words",
    [
        ["lst"],
        ["list", "cakes"],
        ["play"],
        ["play", "desk-reset", "--speed", "0"],
        ["remind", "pause", "5"],
        ["remind", "dance"],
    ],
)
def test_wrong_usage_ends_with_2(run, words) -> None:
    code, out, err = run(*words)
    assert code == 2
    assert out == ""
    assert err


def test_remind_without_a_running_program_says_so(run) -> None:
    code, out, _ = run("remind", "status")
    assert code == 0
    assert "not running" in out
    code, out, err = run("remind", "pause", "30m")
    assert code == 3
    assert "not running" in err
    assert run("remind", "pause")[::2] == (
        2,
        "posture-coach: remind pause: say for how long, such as 'remind pause 30m'\n",
    )


@pytest.fixture
def past(home: Path) -> None:
    """A reminder that came, one whose file is gone, and a wall test."""
    store = open_store(home, SystemClock())
    store.add_reminder("change-position", "shown")
    store.add_reminder("long-gone", "shown")
    store.add_test("wall-test", {"contact": 9})
    store.close()


@pytest.mark.usefixtures("past")
def test_reminders_and_tests_have_their_titles_in_every_form_of_the_history(run) -> None:
    expected = ["", "30-second wall test", "Change position"]  # sorted: they may come within one millisecond
    assert sorted(entry["title"] for entry in json.loads(run("history", "--json")[1])) == expected
    table = csv.DictReader(io.StringIO(run("history", "--csv", "-")[1]))
    assert sorted(row["title"] for row in table) == expected
    shown = sorted(line.split("  ")[1].split(":")[0] for line in run("history")[1].splitlines())
    assert shown == ["30-second wall test", "Change position", "long-gone"]


def test_what_could_not_be_saved_to_the_end_is_said_and_comes_with_the_next_start(run, home: Path) -> None:
    run("history")
    with closing(sqlite3.connect(home / "posture-coach.sqlite", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("INSERT INTO setting VALUES ('held', '1')")
        code, _, err = run("play", "desk-reset", "--terminal", "--speed", "1000")
        assert code == 0
        assert "Another program is using the data file" in err, "before or beside what is said of the sound"
        assert "What you did could not be saved yet. It was kept in" in err
    code, out, err = run("history")
    assert "Desk reset: finished" in out
    assert "saved now" in err


@pytest.mark.parametrize("action", ["pause", "snooze"])
@pytest.mark.parametrize("length", ["999999999h", "31d", "720h1s"])
def test_a_length_that_no_reminder_should_wait_is_refused(run, action: str, length: str) -> None:
    code, out, err = run("remind", action, length)
    assert (code, out) == (2, "")
    assert err.startswith(f"posture-coach: remind {action}: {length} is longer than 30 days; write at most 30d")


def test_thirty_days_are_not_too_long(run) -> None:
    assert run("remind", "pause", "30d")[0] == 3, "it is not running here"


@pytest.fixture
def running(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Single]:
    """A program that was started before, and a screen that a second start could use."""
    monkeypatch.setattr("coach.cli._why_no_window", lambda: None)
    first = Single(home)
    assert first.claim()
    yield first
    first.close()


def test_a_program_that_runs_and_does_not_answer_is_not_said_to_be_off(
    run, running: Single, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.cli.ANSWER_SECONDS", 0.05)
    for words in (["remind", "status"], ["remind", "pause", "30m"], ["remind", "status", "--json"]):
        assert run(*words) == (
            3,
            "",
            "posture-coach: Posture Coach is running but does not answer; try again, or end it and start it again\n",
        )


def test_a_session_that_the_running_program_refuses_is_said_and_is_not_0(run, running: Single) -> None:
    running.serve(lambda _request: {"error": "a session is open already"})
    assert run("play", "desk-reset") == (1, "", "posture-coach: a session is open already\n")


def test_a_session_that_the_running_program_takes(run, running: Single) -> None:
    asked: list[dict[str, object]] = []
    running.serve(lambda request: asked.append(request) or {"text": "started"})  # type: ignore[func-returns-value]
    code, out, err = run("play", "desk-reset", "--from", "2")
    assert (code, out) == (0, "")
    assert "running already" in err
    assert (asked[0]["do"], asked[0]["kind"], asked[0]["id"]) == ("play", "routine", "desk-reset")
    assert asked[0]["from"]


@pytest.mark.parametrize("option", [["--mute"], ["--speed", "2"]])
def test_what_cannot_be_passed_on_to_the_running_program_is_said(run, running: Single, option: list[str]) -> None:
    asked: list[object] = []
    running.serve(lambda request: asked.append(request) or {"text": "started"})  # type: ignore[func-returns-value]
    code, out, err = run("play", "desk-reset", *option)
    assert (code, out) == (1, "")
    assert f"{option[0]} cannot be passed on" in err
    assert asked == [], "a session with sound, where none was wanted, would be worse than none"


def test_doctor_looks_at_everything(run) -> None:
    code, out, _ = run("doctor", "--json")
    assert code == 0
    names = {"content", "data", "display", "sound", "voice", "lateness", "others", "idle", "quiet", "extras"}
    assert set(json.loads(out)) == {"version", *names}


def test_the_unexpected_is_a_sentence_and_a_file(run, home, monkeypatch) -> None:
    def fail(_options: object) -> int:
        raise RuntimeError("the unthinkable")

    monkeypatch.setattr("coach.cli.list_content", fail)
    code, _, err = run("list")
    assert code == 3
    assert "the unthinkable" in err
    assert "last-error.txt" in err


def test_version(run) -> None:
    code, out, _ = run("--version")
    assert code == 0
    assert out.startswith("posture-coach ")


def test_an_installed_program_says_where_the_benchmarks_are(run) -> None:
    sentence = "the benchmarks lie beside the tests, in a checkout of the project: python3 app.py bench"
    assert run("bench", "start") == (3, "", f"posture-coach: {sentence}\n")


def test_a_figure_that_is_not_there_is_not_painted(run, tmp_path) -> None:
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    code, out, err = run("render", "--figure", "chin-tuk", str(tmp_path))
    assert (code, out, err) == (1, "", "posture-coach: chin-tuk is not known; did you mean chin-tuck?\n")
