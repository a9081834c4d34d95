"""All that was done and told can be deleted for good."""

from __future__ import annotations

from pathlib import Path

from coach.progress.opening import FILE_NAME
from coach.progress.store import open_store
from tests.fakes import FakeClock


def test_nothing_is_left_in_the_file_and_its_older_copies_go(tmp_path: Path) -> None:
    clock = FakeClock()
    store = open_store(tmp_path, clock)
    session = store.begin_session("routine", "desk-reset", "Desk reset", 60.0, 1)
    store.finish_session(session, "pain")
    store.add_pain(session, "plank", 7)
    store.add_safety({"lump"})
    store.add_test("wall-test", {})
    store.set_setting("theme", "dark")
    stem, suffix = FILE_NAME.rsplit(".", 1)
    copies = [
        tmp_path / f"{stem}-format1-20260101-000000.{suffix}",
        tmp_path / f"{stem}-broken-20260101-000000.{suffix}-wal",
    ]
    for copy in copies:
        copy.write_bytes(b"old")
    other = tmp_path / "notes.txt"
    other.write_text("mine")
    assert store.forget_all() is None
    assert [one["type"] for one in store.shelf().records()] == ["setting"]
    assert store.past() == ()
    assert not any(copy.exists() for copy in copies)
    assert other.exists()
    store.close()
    again = open_store(tmp_path, clock)
    assert (again.past(), again.safety(), again.setting("theme")) == ((), (), "dark")
    again.close()
