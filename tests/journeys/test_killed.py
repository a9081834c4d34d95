"""Killed at any moment, the store opens, holds every finished interval, and the next start offers to resume."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from coach.clock import SystemClock
from coach.progress.opening import FILE_NAME
from coach.progress.store import open_store

ROOT = Path(__file__).parents[2]
KILLS = 50
INTERVALS = 2000

CHILD = f"""
import sys
from datetime import datetime
from pathlib import Path
from coach.conductor import Conductor
from coach.progress.store import open_store
from coach.session.events import IntervalFinished
from coach.session.timeline import Interval, Timeline
from tests.fakes import FakeCues, FakeClock

count = {INTERVALS}
clock = FakeClock(datetime.now().astimezone())
intervals = tuple(Interval("work" if n % 2 else "rest", n * 1.0, 1.0, "chin-tuck") for n in range(count))
timeline = Timeline("long-one", "Long one", float(count), False, 1, intervals, ())
print("opening", flush=True)
conductor = Conductor(timeline, clock, FakeCues(), open_store(Path(sys.argv[1]), clock))
events = conductor.start()
print("began", conductor.session, flush=True)
while conductor.ended is None:
    clock.pass_time(0.25)
    for event in conductor.advance():
        if isinstance(event, IntervalFinished):
            print("finished", event.index, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_killed_fifty_times_nothing_finished_is_lost(tmp_path: Path) -> None:
    chance = random.Random(20260514)
    for number in range(1, KILLS + 1):
        session, finished = play_and_kill(tmp_path, lines=chance.choice([0, 1, 2, chance.randrange(60)]))
        if (tmp_path / FILE_NAME).exists():  # else the kill came first, and looking would make an empty one
            with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
                assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        store = open_store(tmp_path, SystemClock())
        assert store.notices == ()
        offered = store.unfinished()
        if session is not None:
            indexes = [interval.index for interval in store.intervals(session)]
            assert indexes == list(range(len(indexes)))
            assert set(finished) <= set(indexes), f"kill {number}"
            assert len(indexes) <= len(finished) + 1, "at most the one that was just being reported"
            assert offered is not None
            assert (offered.id, offered.next_interval) == (session, len(indexes))
        store.close()


def play_and_kill(folder: Path, lines: int) -> tuple[int | None, list[int]]:
    """Kill a playing program once it has said `lines` lines; the session, and what it reported as finished."""
    command = [sys.executable, "-c", CHILD, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(lines)]
        child.kill()
        said += child.stdout.read().splitlines()
    session, finished = None, []
    for line in said:
        word, _, value = line.strip().partition(" ")
        if word == "began":
            session = int(value)
        elif word == "finished" and value:
            finished.append(int(value))
    return session, finished
