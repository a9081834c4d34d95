"""The program in a real terminal: keys are typed, the picture is read, and the terminal is put back."""

from __future__ import annotations

import os
import select
import signal
import sys
from pathlib import Path

import pytest

from coach.clock import SystemClock
from coach.progress.store import open_store
from tests.terminal.stage import picture

if sys.platform == "win32":
    pytest.skip("needs a pseudo terminal", allow_module_level=True)

from tests.journeys.in_a_terminal import journey
from tests.mistakes import has_mistake

pytestmark = pytest.mark.slow  # real processes in real terminals


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder whose owner has answered the questions before the first session."""
    from coach.progress.folders import Home

    home = Home.from_environ({"POSTURE_COACH_HOME": str(tmp_path)})
    store = open_store(home.data, SystemClock())
    store.add_safety(())
    store.close()
    return tmp_path


def test_a_rehearsed_session_runs_to_its_end_and_asks_how_it_was(home: Path) -> None:
    with journey(home, "play", "desk-reset", "--terminal", "--speed", "60", "--mute") as it:
        it.until("How hard was it?")
        it.type("4\r")
        it.until("How much did it hurt?")
        it.type("\r")
        assert it.end() == 0
        assert it.is_put_back()
        assert "Desk reset: Done.\r\nEffort 4.\r\n" in it.written


def test_the_first_session_begins_with_the_questions(tmp_path: Path) -> None:
    with journey(tmp_path, "play", "desk-reset", "--terminal", "--mute") as it:
        it.until("does not diagnose")
        it.type(" ")
        it.until("Do you have pain in your back")
        it.type("q")
        assert it.end() == 0
        assert it.is_put_back()


def test_the_menu_opens_where_there_is_no_display(home: Path) -> None:
    with journey(home) as it:
        it.until("Posture Coach runs in the terminal: there is no display here")
        assert "1  30-second wall test" in "\n".join(picture(it.written))
        it.type("q")
        assert it.end() == 0
        assert it.is_put_back()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 128 + signal.SIGTERM), (signal.SIGHUP, 129)])
def test_a_polite_end_puts_the_terminal_back(home: Path, number: signal.Signals, code: int) -> None:
    with journey(home, "play", "desk-reset", "--terminal", "--mute") as it:
        it.until("Get ready")
        it.process.send_signal(number)
        assert it.end() == code
        assert it.is_put_back()
        assert not has_mistake(it.written)


def test_ctrl_z_gives_the_terminal_back_until_the_program_goes_on(home: Path) -> None:
    with journey(home, "play", "desk-reset", "--terminal", "--mute") as it:
        it.until("Get ready")
        it.process.send_signal(signal.SIGTSTP)
        stopped = os.waitid(os.P_PID, it.process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
        assert stopped is not None
        assert stopped.si_code == os.CLD_STOPPED
        while select.select([it.person], [], [], 0.0)[0]:
            assert it.read(0.0)
        assert it.is_put_back()
        it.process.send_signal(signal.SIGCONT)
        it.until("space pause")
        it.type("q")
        it.until("End the session here?")
        it.type("y")
        it.until("How hard was it?")
        it.type("q")
        assert it.end() == 0


def test_ctrl_c_asks_and_a_second_one_ends(home: Path) -> None:
    with journey(home, "play", "desk-reset", "--terminal", "--mute") as it:
        it.until("Get ready")
        it.process.send_signal(signal.SIGINT)
        it.until("End the session here?")
        it.process.send_signal(signal.SIGINT)
        assert it.end() == 130
        assert it.is_put_back()
        assert not has_mistake(it.written)
