"""`play`: what runs, for how long and from where, and what goes to a program that runs already."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from dataclasses import field
from pathlib import Path
from typing import Any

import pytest

from coach import resources
from coach.bootstrap.display import NoWindow
from coach.cli import main
from coach.clock import SystemClock
from coach.commands.here import Here
from coach.desktop.single import Single
from coach.progress.folders import Home
from coach.progress.store import open_store
from coach.values import dataclass
from coach.wiring import Parts
from tests.command_line import CommandLine, mine
from tests.commands.telling import at, take_in, told


def test_a_routine_of_which_no_session_is_left_is_not_begun(run: CommandLine, home: Path) -> None:
    mine(home, "guided", "still", "kind: routine\nformat: 1\nid: still\ntitle: Still\nsteps: [{rest: 20s}]\n")
    code, _, err = run("play", "still", "--terminal")
    assert (code, err) == (
        1,
        "posture-coach: still has nothing to do: a rest at the end of a session is left out\n",
    )
    assert json.loads(run("history", "--json")[1]) == []


def test_play_in_lines_is_written_to_history(run: CommandLine) -> None:
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


def test_play_from_an_exercise_begins_with_its_change_over(run: CommandLine) -> None:
    code, out, _ = run("play", "desk-reset", "--terminal", "--speed", "200", "--mute", "--from", "4")
    assert code == 0
    assert "Chin tuck" not in out
    assert run("play", "desk-reset", "--terminal", "--from", "9")[0] == 2
    assert run("play", "desk-reset", "--terminal", "--from", "0")[0] == 2


@pytest.mark.slow  # a second of sums
def test_a_cue_track_is_as_long_as_chosen_and_shown_as_written(run: CommandLine) -> None:
    code, out, _ = run("play", "run-tall", "--terminal", "--speed", "900", "--mute", "--for", "12m")
    assert code == 0
    assert "Eyes to the horizon." in out
    assert "Head over chest." not in out
    assert json.loads(run("show", "run-tall", "--json")[1])["seconds"] == 1813.0
    assert run("play", "run-tall", "--terminal", "--for", "2h")[0] == 2
    assert run("play", "run-tall", "--terminal", "--for", "45")[0] == 2
    assert run("play", "desk-reset", "--terminal", "--for", "45m")[0] == 2


def test_when_a_test_asks_is_remembered_and_only_a_test_does(run: CommandLine) -> None:
    code, out, _ = run("play", "wall-test", "--terminal", "--speed", "900", "--mute", "--questions", "afterwards")
    assert code == 0
    assert "no result" in out
    assert run("play", "desk-reset", "--terminal", "--questions", "wall")[0] == 1
    assert "only a test has questions" in run("play", "desk-reset", "--terminal", "--questions", "wall")[2]
    assert run("play", "wall-test", "--questions", "never")[0] == 2


@pytest.mark.parametrize("name", ["exercise/chin-tuck", "exercises/chin-tuck", "chin-tuck"])
def test_an_exercise_is_played_by_itself_with_its_own_dose(run: CommandLine, home: Path, name: str) -> None:
    code, out, _ = run("play", name, "--terminal", "--speed", "900", "--mute")
    assert code == 0
    assert "Chin tuck" in out
    (session,) = _sessions(run, home)
    assert (session["kind"], session["target"], session["title"]) == ("exercise", "chin-tuck", "Chin tuck")
    assert session["how"] == "finished"


def _sessions(run: CommandLine, home: Path) -> list[dict[str, Any]]:
    file = home / "history.jsonl"
    assert run("data", "export", str(file))[0] == 0
    records = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [record for record in records if record.get("type") == "session"]


def test_what_is_neither_routine_test_nor_exercise_cannot_be_played(run: CommandLine) -> None:
    code, _, err = run("play", "eight-weeks", "--terminal")
    assert code == 1
    assert "is of the kind plan; play a routine, a test or an exercise" in err


@pytest.mark.parametrize(
    ("ident", "condition", "sentence"),
    [
        ("cat-cow", "kneeling-pain", "Cat-cow is not for you now (kneeling pain). In its place: Seated cat-cow."),
        ("prone-cobra", "painful-extension", "Nothing of Face-down chest lift is left for you now."),
    ],
)
@pytest.mark.parametrize("command", [["play", "--terminal"], ["export", "x.json"]])
def test_an_exercise_that_a_condition_bars_is_refused_with_what_stands_in_its_place(
    run: CommandLine, command: list[str], ident: str, condition: str, sentence: str
) -> None:
    take_in(run, told("conditions", "c", at=at(1), told=[condition], cleared=[]))
    code, _, err = run(command[0], f"exercise/{ident}", *command[1:])
    assert code == 1
    assert sentence in err


def test_an_exercise_is_taken_along_as_sound_and_json(run: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "tuck.json"
    assert run("export", "exercise/chin-tuck", str(file))[0] == 0
    assert json.loads(file.read_text("utf-8"))["id"] == "chin-tuck"
    code, _, err = run("export", "chin-tuck", str(tmp_path / "tuck.ics"))
    assert (code, "is written of a routine, a test or a plan" in err) == (1, True)


@pytest.mark.slow  # every write waits for the file that another holds
def test_what_could_not_be_saved_to_the_end_is_said_and_comes_with_the_next_start(run: CommandLine, home: Path) -> None:
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


def a_screen() -> str | None:
    """A second start could open a window here."""
    return None


def test_a_session_that_the_running_program_refuses_is_said_and_is_not_0(run: CommandLine, running: Single) -> None:
    running.serve(lambda _request: {"error": "a session is open already"})
    assert run("play", "desk-reset", why_no_window=a_screen) == (1, "", "posture-coach: a session is open already\n")


def test_a_session_that_the_running_program_takes(run: CommandLine, running: Single) -> None:
    asked: list[dict[str, object]] = []
    running.serve(lambda request: asked.append(request) or {"text": "started"})  # type: ignore[func-returns-value]
    code, out, err = run("play", "desk-reset", "--from", "2", why_no_window=a_screen)
    assert (code, out) == (0, "")
    assert "running already" in err
    assert (asked[0]["do"], asked[0]["kind"], asked[0]["id"]) == ("play", "routine", "desk-reset")
    assert asked[0]["from"]


@pytest.mark.parametrize("option", [["--mute"], ["--speed", "2"]])
def test_what_cannot_be_passed_on_to_the_running_program_is_said(
    run: CommandLine, running: Single, option: list[str]
) -> None:
    asked: list[object] = []
    running.serve(lambda request: asked.append(request) or {"text": "started"})  # type: ignore[func-returns-value]
    code, out, err = run("play", "desk-reset", *option, why_no_window=a_screen)
    assert (code, out) == (1, "")
    assert f"{option[0]} cannot be passed on" in err
    assert asked == [], "a session with sound, where none was wanted, would be worse than none"


def test_a_second_start_shows_the_window_of_the_first(run: CommandLine, running: Single) -> None:
    asked: list[dict[str, object]] = []
    running.serve(lambda request: asked.append(request) or {"text": "shown"})  # type: ignore[func-returns-value]
    shown = "Posture Coach is running already; its window is shown.\n"
    assert run(why_no_window=a_screen) == (0, "", shown)
    assert [request["do"] for request in asked] == ["show"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"opens": True}, "its window opens"),
        ({"in_front": True}, "its window is shown"),
        ({"in_front": False}, "its window is there, and this desktop did not let it come to the front"),
    ],
)
def test_what_becomes_of_the_window_is_said(
    run: CommandLine, running: Single, answer: dict[str, bool], said: str
) -> None:
    running.serve(lambda _request: answer)
    assert run(why_no_window=a_screen) == (0, "", f"Posture Coach is running already; {said}.\n")


@pytest.mark.usefixtures("running")
@pytest.mark.parametrize("words", [[], ["play", "desk-reset"]])
def test_a_first_start_that_does_not_answer_is_said(run: CommandLine, words: list[str]) -> None:
    sentence = "Posture Coach is running already but does not answer; end it and start it again"
    assert run(*words, why_no_window=a_screen, answer_seconds=0.05) == (3, "", f"posture-coach: {sentence}\n")


@dataclass(frozen=True, slots=True)
class Watched(Here):
    """Writes down how the program was built."""

    built: list[tuple[float, bool]] = field(default_factory=list)

    def build(self, *, speed: float = 1.0, muted: bool = False) -> Parts:
        self.built.append((speed, muted))
        return Here.build(self, speed=speed, muted=muted)


@pytest.mark.parametrize(
    ("options", "built"), [([], (1.0, False)), (["--mute"], (1.0, True)), (["--speed", "900"], (900.0, False))]
)
def test_a_rehearsal_is_as_fast_and_as_silent_as_wanted(
    home: Path, options: list[str], built: tuple[float, bool]
) -> None:
    here = Watched({"POSTURE_COACH_HOME": str(home)})
    assert main(["play", "eight-weeks", "--terminal", *options], here) == 1, (
        "it is no session, and asked after the start"
    )
    assert here.built == [built]


BLINK = "goal: desk\nsteps: [{say: Blink., for: 1s}]\n"


def no_screen() -> NoWindow | None:
    return NoWindow("no-display")


@pytest.mark.slow  # a second of a session
def test_without_a_display_and_a_terminal_the_shortest_routine_for_a_desk_runs(run: CommandLine, home: Path) -> None:
    """One of the person's own, where that is the shortest."""
    mine(home, "guided", "blink", f"kind: routine\nformat: 1\nid: blink\ntitle: Blink\n{BLINK}")
    code, out, err = run(why_no_window=no_screen)
    assert code == 0
    assert "Blink." in out
    assert "Posture Coach runs in the terminal: there is no display here\n" in err
    assert [entry["id"] for entry in json.loads(run("history", "--json")[1])] == ["blink"]


@pytest.mark.slow  # a second and a half of a session
def test_the_shortest_one_is_one_of_which_something_is_left_for_the_person(run: CommandLine, home: Path) -> None:
    nod = "goal: desk\nsteps: [{exercise: chin-tuck-lying}]\n"
    mine(home, "guided", "nod", f"kind: routine\nformat: 1\nid: nod\ntitle: Nod\n{nod}")
    mine(home, "guided", "blink", f"kind: routine\nformat: 1\nid: blink\ntitle: Blink\n{BLINK}")
    with closing(open_store(Home.from_environ({"POSTURE_COACH_HOME": str(home)}).data, SystemClock())) as store:
        store.add_conditions(["neck-injury"])
    code, out, _ = run(why_no_window=no_screen)
    assert code == 0
    assert "Blink." in out


def test_where_there_is_nothing_to_run_that_is_said(
    run: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "routines", lambda: tmp_path / "empty")
    code, out, err = run(why_no_window=no_screen)
    assert (code, out) == (1, "")
    assert err.endswith(
        "posture-coach: there is no routine to run; 'posture-coach check' says what is wrong with the library\n"
    )


def test_a_second_start_without_a_window_says_that_one_runs(run: CommandLine, running: Single) -> None:
    running.serve(lambda _request: {})
    assert run("--hidden", why_no_window=a_screen) == (0, "", "Posture Coach is running already.\n")


@pytest.mark.parametrize(("words", "runs"), [(["--hidden"], "resident"), ([], "app")])
def test_a_display_that_goes_away_ends_the_program_with_a_sentence(run, monkeypatch, words, runs):
    pytest.importorskip("PySide6")
    monkeypatch.setattr(f"coach.ui.{runs}.run", lambda *_: 1)
    sentence = "the display went away, so the program ends; all that was done is kept"
    assert run(*words, why_no_window=a_screen) == (3, "", f"posture-coach: {sentence}\n")


def test_without_a_desktop_there_is_nothing_to_be_hidden_on(run: CommandLine) -> None:
    code, out, err = run("--hidden", why_no_window=no_screen)
    assert (code, out) == (3, "")
    assert "there is nothing to show reminders on: there is no display here" in err


def test_what_the_desktop_gave_a_second_start_goes_along(
    run: CommandLine, running: Single, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, object]] = []
    running.serve(lambda request: asked.append(request) or {"text": "shown"})  # type: ignore[func-returns-value]
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "kwin-1")
    assert run(why_no_window=lambda: None)[0] == 0
    assert asked == [{"do": "show", "activation_token": "kwin-1"}]
