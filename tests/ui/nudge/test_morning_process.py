"""The question of the morning where there is no window: when it comes, and that its process keeps the answer."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject

from coach.desk_digest import Digest
from coach.settings import MORNING_ASKED
from coach.ui.nudge.morning_process import MorningProcess, OfDigest
from tests.ui.parts import FakeParts

WRITES = (sys.executable, "-c", "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])")


@pytest.fixture
def asked(qtbot, tmp_path):
    """What asks, and the file into which its process writes about whom."""
    parts, parent, file = FakeParts(), QObject(), tmp_path / "asked"
    digest = replace(Digest(), morning="session:1")
    hidden = SimpleNamespace(desk=parts.desk, store=parts.store, digest=digest, clock=parts.clock)
    made = MorningProcess(OfDigest(hidden).to_ask, parent, (*WRITES, str(file)))
    made.hidden, made.file, made.kept = hidden, file, parent
    yield made
    made.put_away(at_once=True)


def test_it_is_asked_once(qtbot, asked):
    asked.look()
    qtbot.waitUntil(lambda: asked.file.exists() and asked.file.read_text() == "session:1", timeout=20_000)
    assert asked.hidden.store.get(MORNING_ASKED) == "session:1"
    qtbot.waitUntil(lambda: asked._process is None, timeout=20_000)
    asked.look()
    assert asked._process is None


def test_it_waits_for_what_is_quiet(asked):
    asked.hidden.desk.pause(3600.0)
    asked.look()
    assert asked._process is None
    asked.hidden.desk.resume()
    asked.hidden.clock.pass_time(timedelta(minutes=1).total_seconds())
    asked.look()


def test_nobody_is_asked_about_nothing(asked):
    asked.hidden.digest = Digest()
    asked.look()
    assert asked._process is None


def test_it_tells_when_it_is_over(qtbot, asked):
    with qtbot.waitSignal(asked.told, timeout=20_000):
        asked.look()


def test_it_keeps_away_from_eyes_that_see_it_on_today(qtbot, asked):
    asked.is_asked_already = lambda: True
    asked.look()
    assert asked._process is None
    asked.is_asked_already = lambda: False
    with qtbot.waitSignal(asked.told, timeout=20_000):
        asked.look()


def test_one_that_cannot_be_started_is_over(qtbot):
    parent, sessions = QObject(), ["session:1", "session:2"]
    made = MorningProcess(sessions.pop, parent, ("/nowhere/python",))
    with qtbot.waitSignal(made.told, timeout=20_000):
        made.look()
    assert made._process is None
    with qtbot.waitSignal(made.told, timeout=20_000):
        made.look()
    assert sessions == []


STAYS = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"


def test_at_the_end_of_the_program_one_that_hangs_is_ended(qtbot):
    parent = QObject()
    made = MorningProcess(lambda: "session:1", parent, (sys.executable, "-c", STAYS))
    made.look()
    process = made._process
    process.setProcessChannelMode(process.ProcessChannelMode.SeparateChannels)
    assert process.waitForStarted(20_000)
    made.put_away(at_once=True)
    assert process.state() == process.ProcessState.NotRunning
