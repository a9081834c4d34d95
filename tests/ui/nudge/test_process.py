"""A nudge in a process of its own, here of a test's making: what it says is passed on, and that it hangs or dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from coach.reminders.nudge import Nudge
from coach.ui.nudge import process as module
from coach.ui.nudge.process import ProcessScreen

NUDGE = Nudge("change-position", "Change position", "Time to shift.", "asked-for", (300.0,))
READ = "import sys, json, os; nudge = json.loads(sys.stdin.readline()); plain = '--plain' in sys.argv; "
SEEN = READ + 'print(\'{"shown": "nudge"}\', flush=True); '
ASK = "sys.stdin.read()"


class Heard:
    """Every word of a screen."""

    def __init__(self, screen: ProcessScreen) -> None:
        self.all: list[tuple[object, ...]] = []
        screen.answered.connect(lambda *what: self.all.append(("answered", *what)))
        screen.expired.connect(lambda *what: self.all.append(("expired", *what)))
        screen.opened.connect(lambda *what: self.all.append(("opened", *what)))


@pytest.fixture
def shows(qtbot, qapp):
    """Gives a screen whose process runs this code, with all that it says."""
    made: list[ProcessScreen] = []

    def show(code: str, command: tuple[str, ...] = ()) -> tuple[ProcessScreen, Heard]:
        screen = ProcessScreen(command=command or (sys.executable, "-I", "-S", "-c", code))
        made.append(screen)
        heard = Heard(screen)
        screen.show(NUDGE)
        assert screen.shown == "change-position"
        return screen, heard

    yield show
    for screen in made:
        screen.put_away(at_once=True)
        screen.deleteLater()


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ('{"answered": "done"}', ("answered", "change-position", "done", 0.0)),
        ('{"answered": "snoozed", "seconds": 300}', ("answered", "change-position", "snoozed", 300.0)),
        ('{"expired": ""}', ("expired", "change-position", "")),
        ('{"expired": "there is no display here"}', ("expired", "change-position", "there is no display here")),
        ('{"opened": true}', ("opened", "change-position")),
    ],
)
def test_what_it_says_is_passed_on_once_and_before_it_has_ended(qtbot, shows, said, heard):
    screen, told = shows(SEEN + f"print({said!r}); print({said!r}, flush=True); {ASK}")
    qtbot.waitUntil(lambda: told.all == [heard])
    assert screen.shown is None


def test_it_gets_the_whole_nudge(qtbot, shows):
    _, told = shows(SEEN + "print(json.dumps({'expired': nudge['title'] + str(nudge['snoozes'])}))")
    qtbot.waitUntil(lambda: told.all == [("expired", "change-position", "Change position[300.0]")])


@pytest.mark.parametrize(
    "noise", ["", "no JSON", "[1]", '{"answered": "eaten"}', '{"answered": "snoozed", "seconds": -1}']
)
def test_one_that_dies_after_it_was_seen_is_over_with_a_reason(qtbot, shows, noise):
    screen, told = shows(SEEN + f"print({noise!r}, flush=True); os.abort()")
    qtbot.waitUntil(lambda: len(told.all) == 1)
    assert told.all == [("expired", "change-position", "what showed it ended without an answer")]
    assert screen.shown is None


def test_the_notification_of_one_that_dies_is_taken_down(qtbot, shows, monkeypatch):
    down = []
    monkeypatch.setattr("coach.desktop.notifying.take_down", lambda _address, number: down.append(number))
    _, told = shows(READ + "print(json.dumps({'shown': 'notification', 'number': 7}), flush=True); os.abort()")
    qtbot.waitUntil(lambda: bool(told.all))
    assert (down, told.all[0][0]) == ([7], "expired")


def test_one_that_dies_before_it_was_seen_comes_as_a_notification(qtbot, shows):
    answer = 'print(\'{"answered": "done"}\', flush=True)'
    _, told = shows(READ + f"os.abort() if not plain else {answer}")
    qtbot.waitUntil(lambda: told.all == [("answered", "change-position", "done", 0.0)])


def test_where_that_dies_too_it_is_over(qtbot, shows):
    _, told = shows(READ + "os.abort()")
    qtbot.waitUntil(lambda: told.all == [("expired", "change-position", "what showed it ended without an answer")])


def test_what_cannot_be_started_is_over_with_a_reason(qtbot, shows, tmp_path):
    _, told = shows("", (str(tmp_path / "nothing"),))
    qtbot.waitUntil(lambda: len(told.all) == 1)
    assert told.all[0][:2] == ("expired", "change-position")
    assert told.all[0][2]


def test_one_that_hangs_is_ended(qtbot, shows, monkeypatch):
    monkeypatch.setattr(module, "LONGEST_MS", 50)
    _, told = shows(SEEN + "import time; time.sleep(60)")
    qtbot.waitUntil(lambda: len(told.all) == 1)
    assert told.all == [("expired", "change-position", "what showed it did not end and was ended")]


def test_one_that_is_put_away_is_told_so_and_says_nothing_more(qtbot, shows, tmp_path):
    seen, gone = tmp_path / "seen", tmp_path / "gone"
    code = f"open({str(seen)!r}, 'w'); {ASK}; open({str(gone)!r}, 'w'); print('{{\"answered\": \"done\"}}', flush=True)"
    screen, told = shows(READ + code)
    qtbot.waitUntil(seen.exists)
    screen.put_away()
    assert screen.shown is None
    qtbot.waitUntil(gone.exists)
    assert told.all == []


def test_at_the_end_of_the_program_it_is_waited_for(qtbot, shows, tmp_path):
    seen, gone = tmp_path / "seen", tmp_path / "gone"
    screen, _ = shows(READ + f"open({str(seen)!r}, 'w'); {ASK}; open({str(gone)!r}, 'w')")
    qtbot.waitUntil(seen.exists)
    screen.put_away(at_once=True)
    assert gone.exists()


def test_a_newer_one_takes_its_place(qtbot, shows, tmp_path):
    file = tmp_path / "processes"
    code = READ + f"open({str(file)!r}, 'a').write(str(os.getpid()) + chr(10)); {ASK}"
    screen, told = shows(code)
    qtbot.waitUntil(lambda: file.exists() and file.read_text().count("\n") == 1)
    screen.show(NUDGE)
    qtbot.waitUntil(lambda: file.read_text().count("\n") == 2)
    qtbot.waitUntil(lambda: not Path(f"/proc/{file.read_text().split()[0]}").exists() or os.name != "posix")
    assert screen.shown == "change-position"
    assert told.all == []


def test_what_the_desktop_gives_to_come_to_the_front_is_there_for_the_window(qtbot, shows, monkeypatch):
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")  # and gone with this test
    said = '{"answered": "started", "token": "kwin-1"}'
    screen, told = shows(SEEN + f"print({said!r}, flush=True)")
    given = []
    screen.answered.connect(lambda *_: given.append(os.environ.get("XDG_ACTIVATION_TOKEN")))
    qtbot.waitUntil(lambda: told.all == [("answered", "change-position", "started", 0.0)])
    assert given == ["kwin-1"]
    screen._activation._kept.timeout.emit()
    assert "XDG_ACTIVATION_TOKEN" not in os.environ  # a window that is asked for later has one of its own, or none
