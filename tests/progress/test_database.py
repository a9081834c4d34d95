"""Every way in which a data file can fail: the caller never sees an exception, the person reads a sentence once."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from coach.progress import opening
from coach.progress.database import RETRY_SECONDS, Database
from coach.progress.folders import Home, make_private
from coach.progress.opening import FILE_NAME, open_file
from coach.progress.schema import MIGRATIONS, NewerSchemaError, migrate, version_of
from coach.progress.statements import ADD_REMINDER, BEGIN_SESSION
from coach.progress.store import Store, open_store
from coach.session.timeline import Interval
from tests.fakes import FakeClock
from tests.ordinary_user import as_ordinary_user, folder_for_all, needs_permissions
from tests.stores import noticed

WORK = Interval("work", 10.0, 25.0, "chin-tuck")
SAVED_AGAIN = "What could not be saved before is saved now."


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 5, 14, 9, 0, tzinfo=UTC))


def fill(store: Store) -> int:
    session = store.begin_session("routine", "desk-reset", "Desk reset", 120.0, 3)
    store.add_interval(session, 0, WORK, 1.0, "done", None)
    store.set_setting("theme", "dark")
    return session


def content(folder: Path) -> tuple[int, int, int]:
    """Sessions, intervals and settings in the file itself."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        return tuple(
            file.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("session", "interval", "setting")
        )  # type: ignore[return-value]


def database(store: Store) -> Database:
    return store._database


# --- broken and newer files ---


@pytest.mark.parametrize(
    "rubbish", [b"this is no database, and rather long for a header" * 9, b"SQLite format 3\0" + b"\7" * 4096]
)
def test_a_broken_file_is_kept_aside_under_a_dated_name(tmp_path: Path, clock: FakeClock, rubbish: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(rubbish)
    store = open_store(tmp_path, clock)
    kept = tmp_path / "posture-coach-broken-20260514-090000.sqlite"
    assert kept.read_bytes() == rubbish
    (notice,) = noticed(store)
    assert notice.startswith("The data file could not be read (")
    assert notice.endswith(f"It was kept as {kept}, and a new one was begun.")
    fill(store)
    store.close()
    assert content(tmp_path) == (1, 1, 1)


def test_damage_inside_is_found_and_a_second_broken_file_gets_a_name_of_its_own(
    tmp_path: Path, clock: FakeClock
) -> None:
    for _ in range(2):
        store = open_store(tmp_path, clock)
        for _ in range(50):
            fill(store)
        store.close()
        with (tmp_path / FILE_NAME).open("r+b") as file:
            file.seek(4096 * 2)
            file.write(b"\xff" * 4096)
    store = open_store(tmp_path, clock)
    assert len(noticed(store)) == 1
    store.close()
    broken = sorted(path.name for path in tmp_path.glob("*broken*"))
    assert broken == ["posture-coach-broken-20260514-090000-2.sqlite", "posture-coach-broken-20260514-090000.sqlite"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
@pytest.mark.parametrize("stands", ["nothing", "a good file", "a broken file"])
def test_a_data_file_that_is_a_link_stays_one_and_what_it_leads_to_is_used(
    tmp_path: Path, clock: FakeClock, stands: str
) -> None:
    own, far = tmp_path / "own", tmp_path / "far"
    own.mkdir()
    far.mkdir()
    (own / FILE_NAME).symlink_to(far / "mine.sqlite")
    if stands == "a good file":
        open_store(own, clock).close()
    if stands == "a broken file":
        (far / "mine.sqlite").write_bytes(b"rubbish" * 99)
    store = open_store(own, clock)
    fill(store)
    store.close()
    assert [entry.name for entry in own.iterdir()] == [FILE_NAME]
    assert (own / FILE_NAME).is_symlink()
    assert content(own) == (1, 1, 1)
    kept = {"mine-broken-20260514-090000.sqlite"} if stands == "a broken file" else set()
    assert {entry.name for entry in far.iterdir()} == {"mine.sqlite", *kept}
    assert len(noticed(store)) == len(kept)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_to_a_disk_that_is_not_there_makes_no_folder_in_its_place(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / FILE_NAME).symlink_to(tmp_path / "unplugged" / "mine.sqlite")
    store = open_store(tmp_path, clock)
    assert len(noticed(store)) == 1
    fill(store)
    assert (tmp_path / FILE_NAME).is_symlink()
    assert not (tmp_path / "unplugged").exists()
    store.close()


def test_the_log_of_a_broken_file_goes_with_it(tmp_path: Path, clock: FakeClock) -> None:
    for tail in ("", "-wal", "-shm"):
        (tmp_path / f"{FILE_NAME}{tail}").write_bytes(b"rubbish" * 99)
    opening.keep_aside(tmp_path / FILE_NAME, clock.wall())
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"posture-coach-broken-20260514-090000.sqlite{tail}" for tail in ("", "-shm", "-wal")
    ]


def test_a_newer_file_stays_untouched_and_the_program_goes_on(tmp_path: Path, clock: FakeClock) -> None:
    open_store(tmp_path, clock).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        file.execute("PRAGMA user_version = 99")
        file.execute("PRAGMA journal_mode = DELETE")
    before = (tmp_path / FILE_NAME).read_bytes()
    store = open_store(tmp_path, clock)
    (notice,) = noticed(store)
    assert notice == (
        f"The data file {tmp_path / FILE_NAME} was written by a newer version of Posture Coach (format 99; this "
        f"version knows {len(MIGRATIONS)}). It stays untouched, and what you do now is not saved; install the newer "
        "version to go on with it."
    )
    fill(store)
    clock.pass_time(RETRY_SECONDS + 1)
    assert store.setting("theme") == "dark"
    store.close()
    assert (tmp_path / FILE_NAME).read_bytes() == before


# --- what cannot be written now is written later ---


def test_a_full_disk_and_then_room_again(tmp_path: Path, clock: FakeClock) -> None:
    store = open_store(tmp_path, clock)
    session = fill(store)
    file = database(store)._file
    assert file is not None
    file.execute(f"PRAGMA max_page_count = {file.execute('PRAGMA page_count').fetchone()[0]}")
    long_text = "x" * 20_000
    store.set_setting("long", long_text)
    store.add_interval(session, 1, WORK, 2.0, "done", None)

    (notice,) = noticed(store)
    assert notice == (
        f"The disk is full: {tmp_path / FILE_NAME}. What you do now is kept in memory and saved as soon as that works "
        "again."
    )
    assert store.setting("long") == long_text
    assert [interval.index for interval in store.intervals(session)] == [0, 1], "what is in the file is still there too"
    assert content(tmp_path) == (1, 1, 1)
    clock.pass_time(RETRY_SECONDS)
    store.set_setting("still", "full")
    assert content(tmp_path) == (1, 1, 1)

    file.execute("PRAGMA max_page_count = 1000000")
    clock.pass_time(RETRY_SECONDS)
    store.set_setting("theme", "light")
    assert content(tmp_path) == (1, 2, 3)
    assert noticed(store)[1:] == (SAVED_AGAIN,)
    assert store.setting("theme") == "light"
    store.close()


def test_what_waits_is_written_by_the_program_that_takes_over(tmp_path: Path, clock: FakeClock) -> None:
    store = open_store(tmp_path, clock)
    file = database(store)._file
    assert file is not None
    file.execute(f"PRAGMA max_page_count = {file.execute('PRAGMA page_count').fetchone()[0]}")
    store.set_setting("long", "x" * 20_000)
    store.add_reminder("change-position", "done")
    unsaved = json.loads(json.dumps(store.unsaved))

    other = open_store(tmp_path, clock)
    other.take_unsaved(unsaved)
    assert (other.unsaved, noticed(other)) == ([], ())
    store.give_away_unsaved()
    store.close()
    assert list(tmp_path.glob("*unsaved*")) == []
    assert other.setting("long") == "x" * 20_000
    assert [one.what for one in other.reminders(clock.wall() - timedelta(days=1))] == ["done"]
    other.take_unsaved(unsaved)
    other.take_unsaved([{"do": "nothing of ours"}])
    other.take_unsaved({})
    assert len(other.reminders(clock.wall() - timedelta(days=1))) == 1, "written twice it is there once"
    other.close()


def test_what_waits_is_written_at_the_latest_at_the_end(tmp_path: Path, clock: FakeClock) -> None:
    store = open_store(tmp_path, clock)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        fill(store)
        assert noticed(store)[0].startswith("Another program is using the data file: ")
        assert len(store.sessions()) == 1
        other.execute("ROLLBACK")
    assert content(tmp_path) == (0, 0, 0)
    store.close()
    assert content(tmp_path) == (1, 1, 1)


def test_locked_from_the_beginning(tmp_path: Path, clock: FakeClock) -> None:
    open_store(tmp_path, clock).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("INSERT INTO setting VALUES ('theme', '\"dark\"')")
        store = open_store(tmp_path, clock)
        store.set_setting("volume", 0.5)
        assert store.setting("volume") == 0.5
        assert len(noticed(store)) == 1
        other.execute("COMMIT")
    clock.pass_time(RETRY_SECONDS)
    assert store.setting("theme") == "dark", "a read catches up too"
    assert store.setting("volume") == 0.5
    store.close()


def test_a_folder_that_cannot_be_made(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "data").write_text("in the way")
    store = open_store(tmp_path / "data", clock)
    session = fill(store)
    assert [interval.index for interval in store.intervals(session)] == [0]
    (notice,) = noticed(store)
    assert notice.startswith("The data folder could not be used (File exists): ")
    (tmp_path / "data").unlink()
    clock.pass_time(RETRY_SECONDS)
    store.set_setting("volume", 0.5)
    assert content(tmp_path / "data") == (1, 1, 2)
    store.close()


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """What an ordinary user finds in a folder where nobody may write."""
    mode = folder.stat().st_mode
    folder.chmod(0o555)
    try:
        with as_ordinary_user():
            yield
    finally:
        folder.chmod(mode)


@needs_permissions
def test_a_read_only_folder_shows_what_is_there_and_keeps_the_rest_in_memory(clock: FakeClock) -> None:
    with folder_for_all() as folder:
        first = open_store(folder, clock)
        fill(first)
        first.close()
        (folder / FILE_NAME).chmod(0o444)
        before = (folder / FILE_NAME).read_bytes()
        with read_only(folder):
            store = open_store(folder, clock)
            store.set_setting("volume", 0.5)
            assert (store.setting("theme"), store.setting("volume")) == ("dark", 0.5)
            assert len(store.sessions()) == 1
            assert len(noticed(store)) == 1
            assert "What you do now is kept in memory" in noticed(store)[0]
            clock.pass_time(RETRY_SECONDS)
            store.set_setting("volume", 0.6)
            store.close()
        assert (folder / FILE_NAME).read_bytes() == before


def test_a_file_that_breaks_while_the_program_runs(tmp_path: Path, clock: FakeClock) -> None:
    store = open_store(tmp_path, clock)
    session = fill(store)
    file = database(store)._file
    assert file is not None
    file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.execute("PRAGMA cache_size = 1")
    (tmp_path / FILE_NAME).write_bytes(b"\xff" * 40_000)
    store.add_interval(session, 1, WORK, 1.0, "done", None)
    store.set_setting("volume", 0.5)
    assert store.setting("volume") == 0.5
    assert noticed(store)
    store.close()
    again = open_store(tmp_path, clock)
    assert "It was kept as" in noticed(again)[0]
    again.close()


def test_what_is_done_in_a_session_that_was_deleted_meanwhile_is_not_kept_and_this_is_said_plainly(
    tmp_path: Path, clock: FakeClock
) -> None:
    store = open_store(tmp_path, clock)
    session = fill(store)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("PRAGMA foreign_keys = ON")
        other.execute("DELETE FROM session")
    store.add_interval(session, 1, WORK, 1.0, "done", None)
    told = "The session was deleted while it ran: what is done in it from then on is not kept."
    assert noticed(store) == (told,)
    assert store.setting("still") is None
    store.close()


def test_what_contradicts_the_file_when_it_is_caught_up_is_left_out(tmp_path: Path, clock: FakeClock) -> None:
    store = open_store(tmp_path, clock)
    session = fill(store)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        store.add_interval(session, 1, WORK, 1.0, "done", None)
        store.set_setting("volume", 0.5)
        other.execute("PRAGMA foreign_keys = ON")
        other.execute("DELETE FROM interval")
        other.execute("DELETE FROM session")
        other.execute("COMMIT")
    store.close()
    assert content(tmp_path) == (0, 0, 2)


# --- migrations ---

SECOND = (*MIGRATIONS, ("ALTER TABLE session ADD COLUMN place TEXT", "CREATE TABLE extra (id INTEGER PRIMARY KEY)"))
FAULTY = (*MIGRATIONS, ("CREATE TABLE extra (id INTEGER PRIMARY KEY)", "ALTER TABLE absent ADD COLUMN place TEXT"))


def test_a_migration_makes_a_backup_first(tmp_path: Path, clock: FakeClock) -> None:
    store = open_store(tmp_path, clock)
    fill(store)
    store.close()
    file, notice = open_file(tmp_path / FILE_NAME, clock.wall(), SECOND)
    assert notice is None
    now = len(MIGRATIONS)
    assert version_of(file) == now + 1
    assert file.execute("SELECT target, place FROM session").fetchall() == [("desk-reset", None)]
    file.close()
    (backup,) = tmp_path.glob("*-format*-*")
    assert backup.name == f"posture-coach-format{now}-20260514-090000.sqlite"
    with closing(sqlite3.connect(backup)) as copy:
        assert version_of(copy) == now
        assert copy.execute("SELECT target FROM session").fetchall() == [("desk-reset",)]


def test_a_file_of_the_first_form_keeps_all_that_is_in_it(tmp_path: Path, clock: FakeClock) -> None:
    """Its records get uids of what stands in them, so that a copy that was opened elsewhere has the same ones."""
    uids = []
    for name in ("here", "there"):
        folder = tmp_path / name
        folder.mkdir()
        with closing(opening.connect(folder / FILE_NAME)) as file:
            migrate(file, MIGRATIONS[:1])
            begun = "2026-05-14T07:00:00.000Z", 7200
            file.execute(BEGIN_SESSION, (7, "routine", "desk-reset", "Desk reset", 120.0, 3, *begun))
            file.execute(ADD_REMINDER, (9, "change-position", "shown", "", *begun))
        store = open_store(folder, clock)
        assert [(session.id, session.target) for session in store.sessions()] == [(7, "desk-reset")]
        uids.append([session.uid for session in store.past()])
        store.close()
        assert [path.name for path in folder.glob("*-format1-*")] == ["posture-coach-format1-20260514-090000.sqlite"]
    assert uids[0] == uids[1] != []


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, clock: FakeClock) -> None:
    store = open_store(tmp_path, clock)
    fill(store)
    store.close()
    with pytest.raises(sqlite3.OperationalError, match="no such table: absent"):
        open_file(tmp_path / FILE_NAME, clock.wall(), FAULTY)
    again = open_store(tmp_path, clock)
    assert again.notices == ()
    assert len(again.sessions()) == 1
    again.close()


def test_a_new_file_needs_no_backup(tmp_path: Path, clock: FakeClock) -> None:
    open_store(tmp_path, clock).close()
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_the_second_of_two_programs_finds_the_migration_done() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        migrate(file)
        migrate(file)
        assert version_of(file) == len(MIGRATIONS)
        with pytest.raises(NewerSchemaError):
            migrate(file, ())


# --- folders ---


@pytest.mark.parametrize("chosen", ["", "  "])
def test_without_a_choice_the_system_says_where(chosen: str) -> None:
    home = Home.from_environ({"POSTURE_COACH_HOME": chosen})
    assert home.data.name == "posture-coach"
    assert home.cache.name in ("posture-coach", "Cache")
    assert home.data != home.cache


def test_one_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home.from_environ({"POSTURE_COACH_HOME": str(tmp_path / "x")})
    assert (home.data, home.cache) == (tmp_path / "x", tmp_path / "x" / "cache")
    assert (home.routines, home.media) == (tmp_path / "x" / "routines", tmp_path / "x" / "media")
    assert not home.data.exists(), "nothing is made before something is written"
    monkeypatch.chdir(tmp_path)
    assert Home.from_environ({"POSTURE_COACH_HOME": "rel"}).data == tmp_path / "rel"
    monkeypatch.setenv("POSTURE_COACH_HOME", "~/coach")
    assert Home.from_environ().data == Path.home() / "coach"


def test_a_private_folder_may_exist(tmp_path: Path) -> None:
    assert make_private(make_private(tmp_path / "a" / "b")) == tmp_path / "a" / "b"


class SwitchingConnection:
    """Another program switches to the log at the same moment: SQLite answers "locked" so often."""

    def __init__(self, refusals: int) -> None:
        self.refusals = refusals

    def execute(self, sql: str) -> None:
        if "journal_mode" in sql and self.refusals:
            self.refusals -= 1
            raise sqlite3.OperationalError("database is locked")


def test_two_programs_that_begin_at_the_same_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening.time, "sleep", lambda _seconds: None)
    opening._use_write_ahead_log(SwitchingConnection(3))  # type: ignore[arg-type]
    with pytest.raises(sqlite3.OperationalError):
        opening._use_write_ahead_log(SwitchingConnection(99))  # type: ignore[arg-type]


def test_a_file_that_a_newer_version_takes_over_meanwhile(tmp_path: Path, clock: FakeClock) -> None:
    open_store(tmp_path, clock).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        store = open_store(tmp_path, clock)
        other.execute("PRAGMA user_version = 99")
        other.execute("COMMIT")
    clock.pass_time(RETRY_SECONDS)
    store.set_setting("volume", 0.5)
    assert store.setting("volume") == 0.5
    assert len(noticed(store)) == 2
    assert "written by a newer version" in noticed(store)[1]
    store.close()


def test_a_setting_that_somebody_spoilt_is_its_default(tmp_path: Path, clock: FakeClock) -> None:
    store = open_store(tmp_path, clock)
    database(store).write("INSERT INTO setting VALUES ('volume', 'loud')")
    assert store.setting("volume", 0.8) == 0.8
    store.close()


def test_a_file_that_vanishes_under_a_reader(tmp_path: Path, clock: FakeClock) -> None:
    store = open_store(tmp_path, clock)
    fill(store)
    file = database(store)._file
    assert file is not None
    file.execute("DROP TABLE reminder")
    assert store.reminders(clock.wall()) == []
    assert noticed(store)[0].startswith("The data file could not be used (no such table: reminder): ")
    assert store.setting("theme") == "dark"
    store.close()


# --- a copy of the file alone ---


@pytest.mark.parametrize("what", ["a session", "its rating", "a test", "a quiet moment"])
def test_a_copy_of_the_file_alone_holds_what_was_done(tmp_path: Path, clock: FakeClock, what: str) -> None:
    """As a backup or a sync tool takes it, while the program runs."""
    store = open_store(tmp_path, clock)
    session = fill(store)
    match what:
        case "a session":
            store.finish_session(session, "finished")
        case "its rating":
            store.rate_session(session, 3, 0)
        case "a test":
            store.add_test("wall-test", {"contact": 9})
        case _:
            store.bring_home()
    copy = tmp_path / "copy"
    copy.mkdir()
    shutil.copy(tmp_path / FILE_NAME, copy)
    assert content(copy) == (1, 1, 1)
    store.close()
    store.bring_home()  # late, and nothing to do
    again = open_store(copy, clock)
    assert len(again.sessions()) == 1
    assert again.notices == ()
    again.close()


def test_somebody_who_reads_keeps_nobody_from_going_on(tmp_path: Path, clock: FakeClock) -> None:
    store = open_store(tmp_path, clock)
    session = fill(store)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM session").fetchall()
        store.finish_session(session, "finished")
        assert store.notices == ()
    store.close()
    assert content(tmp_path) == (1, 1, 1)


def test_a_new_file_is_there_only_once_it_is_whole(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[bool] = []
    migrate = opening.migrate

    def watched(*arguments: Any, **more: Any) -> bool:
        there.append((tmp_path / FILE_NAME).exists())
        return migrate(*arguments, **more)

    monkeypatch.setattr(opening, "migrate", watched)
    store = open_store(tmp_path, clock)
    fill(store)
    store.close()
    assert there == [False, True], "a program that is killed as it begins leaves no empty file"
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_two_first_starts_at_once_share_one_file(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, others = os.link, list[Store]()

    def meanwhile(part: Path, path: Path) -> None:
        if not others:
            monkeypatch.setattr(os, "link", link)
            others.append(open_store(tmp_path, clock))
            fill(others[0])
        link(part, path)

    monkeypatch.setattr(os, "link", meanwhile)
    store = open_store(tmp_path, clock)
    assert store.notices == ()
    store.close()
    others[0].close()
    assert content(tmp_path) == (1, 1, 1)
