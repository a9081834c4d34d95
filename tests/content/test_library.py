"""The library: what is read of it, when, and how it follows its files."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from coach.content import library as module
from coach.content.catalogue import Catalogue, Unknown
from coach.content.library import Folders, Library, load, uninterrupted
from tests.content.shelf import exercise, fill, routine, small_library


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return small_library(tmp_path_factory.mktemp("shipped"))


def told(catalogue: Catalogue) -> list[str]:
    return [f"{p.file.name}:{p.line}:{p.column}: {p.text}" for p in catalogue.problems]


def test_refresh_follows_the_files(tmp_path: Path) -> None:
    shipped = small_library(tmp_path / "shipped")
    yours = fill(tmp_path / "yours", {"routines/guided/mine.yaml": routine("mine", "[{rest: 5s}]")})
    library = Library(shipped, yours)
    before = library.catalogue
    assert not library.refresh()
    assert library.catalogue is before

    fill(tmp_path / "yours", {"routines/guided/other.yaml": routine("other", "[{rest: 5s}]")})
    assert library.refresh()
    assert sorted(library.catalogue.routines) == ["desk-reset", "mine", "other"]
    assert library.catalogue.routines["mine"] is before.routines["mine"]  # not read again

    fill(tmp_path / "yours", {"routines/guided/other.yaml": routine("other", "[{rest: 5}]")})
    assert library.refresh()
    assert told(library.catalogue) == ["other.yaml:5:16: 5 has no unit; did you mean 5s?"]

    (yours.routines / "guided/other.yaml").unlink()
    (yours.media / "sounds").mkdir(parents=True)
    (yours.media / "sounds/horn.wav").write_bytes(b"RIFF")
    assert library.refresh()
    assert told(library.catalogue) == []
    assert "horn" in library.catalogue.sounds
    assert not library.refresh()


def test_a_change_that_keeps_the_size_is_seen_by_its_time(tmp_path: Path) -> None:
    yours = fill(tmp_path, {"routines/guided/mine.yaml": routine("mine", "[{rest: 5s}]")})
    library = Library(yours)
    file = yours.routines / "guided/mine.yaml"
    fill(tmp_path, {"routines/guided/mine.yaml": routine("mine", "[{rest: 6s}]")})
    os.utime(file, ns=(1, 1))
    assert library.refresh()
    assert library.catalogue.routines["mine"].steps[0].seconds == 6  # type: ignore[union-attr]


def test_of_very_many_files_what_is_made_is_never_looked_through_for_rubbish(
    shipped: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(True))
    files = sum(1 for folder in (shipped.routines, shipped.media) for _ in folder.rglob("*.yaml"))
    monkeypatch.setattr(module, "_VERY_MANY", files)
    load(shipped)
    assert frozen == []
    monkeypatch.setattr(module, "_VERY_MANY", files - 1)
    load(shipped)
    assert frozen == [True]


def test_a_library_of_very_many_files_is_large(shipped: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not Library(shipped).is_large
    monkeypatch.setattr(module, "MANY", 1)
    assert Library(shipped).is_large


@pytest.mark.parametrize("was_on", [True, False])
def test_the_search_for_rubbish_goes_on_where_it_was_on(was_on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if was_on else gc.disable)()
    try:
        with uninterrupted():
            assert not gc.isenabled()
        assert gc.isenabled() == was_on
        with pytest.raises(Unknown), uninterrupted():
            raise Unknown
        assert gc.isenabled() == was_on
    finally:
        (gc.enable if before else gc.disable)()


def test_what_is_read_is_in_force_once_it_is_taken(tmp_path: Path) -> None:
    """A thread reads it, and whoever asks meanwhile is told the same as before."""
    shipped, mine = small_library(tmp_path / "shipped"), tmp_path / "mine"
    library = Library(shipped, Folders(mine / "routines", mine / "media"))
    before = library.catalogue
    fill(mine, {"routines/exercises/row.yaml": exercise("row", "{reps: 8}")})
    ready = library.read(library.look())
    assert library.catalogue is before
    assert library.take(ready)
    assert "row" in library.catalogue.exercises
    assert not library.take(ready)
    assert not library.refresh()


def test_what_was_read_after_a_state_that_is_over_is_not_taken(tmp_path: Path) -> None:
    """It knows nothing of what came between."""
    shipped, mine = small_library(tmp_path / "shipped"), tmp_path / "mine"
    library = Library(shipped, Folders(mine / "routines", mine / "media"))
    fill(mine, {"routines/exercises/row.yaml": exercise("row", "{reps: 8}")})
    fill(mine, {"routines/exercises/pull.yaml": exercise("pull", "{reps: 8}")})
    late = library.look()
    ready = library.read(late)
    old = library.read(library.look())
    assert library.take(ready)
    fill(mine, {"routines/exercises/lift.yaml": exercise("lift", "{reps: 8}")})
    newer = library.read(library.look())
    assert not library.take(old)
    assert library.take(newer)
    assert {"row", "pull", "lift"} <= set(library.catalogue.exercises)


def test_a_look_that_is_older_than_the_last_one_tells_nothing(tmp_path: Path) -> None:
    """One may have begun in another thread before this one wrote and looked for itself."""
    shipped, mine = small_library(tmp_path / "shipped"), tmp_path / "mine"
    library = Library(shipped, Folders(mine / "routines", mine / "media"))
    old = library.look()
    fill(mine, {"routines/exercises/row.yaml": exercise("row", "{reps: 8}")})
    assert library.refresh()
    assert not library.take(library.read(old))
    assert "row" in library.catalogue.exercises
    seen = library.look()
    assert not library.take(library.read(seen))
    fill(mine, {"routines/exercises/bow.yaml": exercise("bow", "{reps: 8}")})
    seen = library.look()
    assert library.take(library.read(seen))
    assert "bow" in library.catalogue.exercises
