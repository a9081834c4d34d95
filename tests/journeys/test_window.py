"""The real window on a real screen: started as a user starts it, steered by keys and the mouse."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path

import pytest

from coach.clock import SystemClock
from coach.progress.store import open_store
from tests.journeys.screen import screen, wait_for
from tests.mistakes import has_mistake

pytestmark = pytest.mark.slow


def end(process: subprocess.Popen[str]) -> str:
    """End the program as a session manager does; what it said on stderr."""
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 0, errors
    assert not has_mistake(errors)
    return errors


def test_a_second_start_shows_the_first_ones_window(tmp_path: Path) -> None:
    with screen(tmp_path) as desktop:
        first = desktop.start()
        wait_for("the window", lambda: desktop.windows("Welcome - Posture Coach"))
        second = desktop.command()
        assert second.returncode == 0, second.stderr
        assert "running already" in second.stderr
        assert len(desktop.windows("Posture Coach$")) == 1
        end(first)


def test_the_running_program_answers_for_its_reminders(tmp_path: Path) -> None:
    with screen(tmp_path) as desktop:
        first = desktop.start()
        wait_for("the window", lambda: desktop.windows("Welcome - Posture Coach"))
        assert json.loads(desktop.command("remind", "status", "--json").stdout)["running"] is True
        assert desktop.command("remind", "pause", "30m").returncode == 0
        assert "paus" in desktop.command("remind", "status").stdout.lower()
        assert desktop.command("remind", "resume").returncode == 0
        end(first)


def test_killed_in_the_middle_the_next_start_offers_to_resume(tmp_path: Path) -> None:
    store = open_store(tmp_path, SystemClock())
    store.add_safety(())
    store.close()
    with screen(tmp_path) as desktop:
        first = desktop.start("play", "desk-reset")
        wait_for("the first interval to be written", lambda: intervals_of_the_open_session(tmp_path))
        first.kill()
        first.communicate(timeout=20)
        second = desktop.start()
        wait_for("the window", lambda: desktop.windows("Today - Posture Coach"))
        end(second)
    store = open_store(tmp_path, SystemClock())
    cut_off = store.unfinished()
    store.close()
    assert cut_off is not None
    assert (cut_off.target, cut_off.next_interval) == ("desk-reset", 1)


def intervals_of_the_open_session(home: Path) -> int:
    store = open_store(home, SystemClock())
    try:
        open_session = store.unfinished()
        return open_session.next_interval if open_session else 0
    finally:
        store.close()
