"""Killed in the middle of any write, the data file has all that was finished, and of what was not all or nothing.

`KILLS=200 python3 app.py test -m slow tests/journeys/test_killed_anywhere.py` kills as often as one likes.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from coach.clock import SystemClock
from coach.progress.opening import FILE_NAME, connect
from coach.progress.portable.form import written
from coach.progress.schema import MIGRATIONS, migrate
from coach.progress.store import Store, open_store
from coach.progression.past import Days

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9"),
    pytest.mark.timeout(1800),
]

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("KILLS", "30"))
TAKEN_IN = 40

CHILD = f"""
import json, random, sys
from datetime import datetime, timedelta, UTC
from pathlib import Path
from coach.clock import SystemClock
from coach.progress.portable.form import fitting, moment_text, written
from coach.progress.store import open_store
from coach.session.timeline import Interval

folder, seed = Path(sys.argv[1]), int(sys.argv[2])
chance = random.Random(seed)
print("opening", flush=True)
store = open_store(folder, SystemClock())

def lines():
    return {{one["uid"]: written(one) for one in store.shelf().records()}}

def do(name, act):
    global known
    print("will", name, flush=True)
    act()
    now = lines()
    told = {{uid: line for uid, line in now.items() if known.get(uid) != line}}
    print("did", json.dumps([told, [uid for uid in known if uid not in now]]), flush=True)
    known = now

def record(number):
    at = moment_text(datetime.now(UTC) - timedelta(days=chance.randrange(95, 400)))
    return fitting({{"type": "session", "uid": f"{{seed}}-{{number}}", "changed": at, "kind": "routine", "title": "A",
        "target": "a", "started": at, "how": "finished", "pain": chance.randrange(6), "intervals": [
        {{"index": 0, "kind": "work", "exercise": "row", "seconds": 5, "outcome": "done", "finished": at}}] * 3}})

def a_session():
    do("begin", lambda: store.begin_session("routine", "a", "A", 60.0, 4))
    session = store.overview.sessions(datetime.now(UTC), 1)[0].id
    for index in range(3):
        do("interval", lambda: store.add_interval(session, index, Interval("work", 0.0, 5.0, "row"), 5.0, "done"))
    do("pain", lambda: store.add_pain(session, "row", 3))
    do("finish", lambda: store.finish_session(session, "finished"))
    do("rate", lambda: store.rate_session(session, 5, 1))

def some_session():
    return chance.choice(store.past_without_work()).uid

taken_in = 0

def take_in():
    global taken_in
    taken_in += {TAKEN_IN}
    made = [record(number) for number in range(taken_in - {TAKEN_IN}, taken_in)]
    do("import", lambda: store.take_in(made))

known = lines()
print("began", flush=True)
take_in()
while True:
    what = chance.randrange(9)
    if what == 0:
        a_session()
    elif what == 1:
        do("test", lambda: store.add_test("wall-test", {{"test_id": "wall-test", "hold_seconds": 20.0}}))
    elif what == 2:
        do("setting", lambda: store.set_setting("theme", chance.random()))
    elif what == 3:
        do("choice", lambda: store.add_choice("a", "row", "up"))
    elif what == 4:
        do("correct", lambda: store.correct(some_session(), {{"effort": chance.randrange(10)}}))
    elif what == 5:
        do("delete", lambda: store.delete(some_session()))
    elif what == 6:
        do("days", lambda: store.days(datetime.now(UTC) - timedelta(days=90), 4))
    elif what == 7:
        take_in()
    elif chance.random() < 0.3:
        do("forget", store.forget_all)
    if not store.past_without_work():
        take_in()
"""


@dataclass
class Life:
    """What a program said that was killed: what was finished, and what it was at."""

    lines: dict[str, str]
    at: str = ""
    finished: list[str] = field(default_factory=list)

    def hear(self, line: str) -> None:
        """A line of it; half a one is none."""
        word, _, rest = line.strip().partition(" ")
        if word == "will":
            self.at = rest
        elif word == "did" and line.endswith("\n"):
            told, gone = json.loads(rest)
            self.lines.update(told)
            for uid in gone:
                del self.lines[uid]
            self.finished.append(self.at)
            self.at = ""


def lines_of(store: Store) -> dict[str, str]:
    return {one["uid"]: written(one) for one in store.shelf().records()}


def live_and_die(folder: Path, chance: random.Random, known: dict[str, str], after: int) -> Life:
    """A program that does this and that until it is killed, so many lines after it began, or a little later."""
    life = Life(dict(known))
    command = [sys.executable, "-c", CHILD, str(folder), str(chance.randrange(10**9))]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(after)]
        with suppress(subprocess.TimeoutExpired):
            child.wait(chance.random() * 0.03)
        child.kill()
        said += child.stdout.readlines()
    for line in said:
        life.hear(line)
    return life


def look(folder: Path, life: Life) -> dict[str, str]:
    """What the next start finds: all that was finished, and of what was not all or nothing."""
    if not (folder / FILE_NAME).exists():  # the kill came first
        return {}
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    store = open_store(folder, SystemClock())
    assert store.notices == ()
    found = lines_of(store)
    other = {uid for uid in {*found, *life.lines} if found.get(uid) != life.lines.get(uid)}
    if other:
        assert life.at, f"nothing was under way, and {other} are otherwise"
        settings = {uid for uid in found if uid.startswith("setting:")}
        assert len(other) == (TAKEN_IN if life.at == "import" else len(life.lines) - len(settings)) or (
            life.at not in ("import", "forget") and len(other) == 1
        ), life.at
    before = datetime.now(UTC) - timedelta(days=90)
    past = [one for one in store.past_without_work() if one.started < before]
    assert store.days(before, 4) == Days(
        frozenset(one.started.date() for one in past if one.how == "finished"),
        frozenset(one.started.date() for one in past if (one.pain or 0) >= 4),
    )
    store.close()
    return found


def test_nothing_finished_is_lost(tmp_path: Path) -> None:
    chance, known, done = random.Random(20260514), dict[str, str](), list[str]()
    for number in range(KILLS):
        life = live_and_die(tmp_path, chance, known, after=chance.choice([1, 2, 3, chance.randrange(2, 90)]))
        done += [*life.finished, f"killed at {life.at or 'nothing'}"]
        known = look(tmp_path, life)
        if number % 20 == 19:  # a file does not grow without end here
            shutil.rmtree(tmp_path)
            tmp_path.mkdir()
            known = {}
    print({one: done.count(one) for one in sorted(set(done))})
    assert sum(one.startswith("killed at") for one in done) == KILLS


def old_file(folder: Path, version: int, sessions: int = 3000) -> list[Any]:
    """A data file of an earlier version of the program; what is in it."""
    with closing(connect(folder / FILE_NAME)) as file:
        migrate(file, MIGRATIONS[:version])
        file.execute("BEGIN")
        for number in range(sessions):
            at = f"2026-01-01T00:00:{number % 60:02}.000Z"
            file.execute(
                "INSERT INTO session VALUES (?,'routine','a','A',1.0,1,?,0,?,0,'finished',5,1)", (number, at, at)
            )
        file.execute("COMMIT")
        return file.execute("SELECT * FROM session ORDER BY id").fetchall()


def test_a_migration_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    chance = random.Random(5)
    for number in range(max(4, KILLS // 3)):
        folder = tmp_path / str(number)
        folder.mkdir()
        version = chance.randrange(1, len(MIGRATIONS))
        rows = old_file(folder, version)
        live_and_die(folder, chance, {}, after=1)
        store = open_store(folder, SystemClock())
        assert store.notices == ()
        assert {one.id for one in store.sessions()} >= {row[0] for row in rows}
        store.close()
        with closing(sqlite3.connect(folder / FILE_NAME)) as file:
            assert file.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
            assert set(rows) <= set(file.execute("SELECT * FROM session"))
        for copy in sorted(folder.glob(f"*-format{version}-*.sqlite")):
            with closing(sqlite3.connect(copy)) as file:
                assert file.execute("PRAGMA user_version").fetchone() == (version,)
                assert file.execute("SELECT * FROM session ORDER BY id").fetchall() == rows
        assert list(folder.glob(f"*-format{version}-*"))
        assert not list(folder.glob(".*.copy"))
