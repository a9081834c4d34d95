"""A reminder by ear: Orca says it once as it comes, and the first time how it is answered; and it takes no key."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coach.clock import SystemClock
from coach.progress.store import open_store
from coach.settings import WELCOMED
from tests.desktop.real import NotHereError
from tests.journeys.by_reader import Reader, reading
from tests.journeys.orca import orca, times
from tests.journeys.screen import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

SAID = "Change position. Your next posture is your best posture."
BY_KEY = "By keyboard it is answered in Posture Coach, on Reminders."


@contextmanager
def hidden(reader: Reader) -> Iterator[None]:
    """The program without a window."""
    words = [sys.executable, "-m", "coach", "--hidden"]
    process = subprocess.Popen(words, cwd=ROOT, env=reader.desktop.environ, stdout=subprocess.DEVNULL)
    try:
        reader.wait("the desk", lambda: "not running" not in reader.desktop.command("remind", "status").stdout)
        yield
    finally:
        process.terminate()
        process.wait(30)


@pytest.mark.parametrize("way", ["with a window", "without"])
def test_a_reminder_is_said_once(tmp_path: Path, way: str) -> None:
    store = open_store(tmp_path, SystemClock())
    store.add_safety(())
    store.keep(WELCOMED, True)
    store.close()
    folder = tmp_path / "orca"
    folder.mkdir()
    try:
        with reading(tmp_path) as reader, orca(reader, folder) as ear:
            with reader.program() if way == "with a window" else hidden(reader):
                assert reader.desktop.command("remind", "now", "change-position").returncode == 0
                card = reader.find(SAID, "notification")
                assert "focused" not in card.states
                reader.wait("its words", lambda: times(ear.words, SAID))
                assert all(said.cut_after is None for said in ear.said if times([said.text], SAID))
                reader.wait("how it is answered", lambda: times(ear.words, BY_KEY))
                reader.press("Done...")
                reader.wait("its end", lambda: not reader.all(SAID, "notification"))
                assert times(ear.words, SAID) == 1
                assert reader.desktop.command("remind", "now", "five-minute-break").returncode == 0
                reader.wait("the next one", lambda: times(ear.words, "notification Five-minute break"))
                reader.wait("its end", lambda: times(ear.words, "Goes by itself in 40 seconds") == 2)
            assert times(ear.words, BY_KEY) == 1, "once a day"
    except NotHereError as why:
        pytest.skip(str(why))
