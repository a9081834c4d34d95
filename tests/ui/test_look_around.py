"""A look at the library's files: of a few at once, of very many beside the window."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from coach.content import assembling, library
from coach.content.document import Document
from coach.content.library import Library, Looked
from coach.content.library_files import Look, Seen
from coach.ui.look_around import LookAround
from tests.content.shelf import exercise, fill
from tests.ui.parts import FakeParts


@pytest.fixture
def parts(tmp_path: Path) -> FakeParts:
    """With a data folder in which files may be written."""
    return FakeParts.at_home(tmp_path)


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """In which one each look was."""
    found: list[int] = []
    really = Library.look

    def looked(looking: Library) -> Looked:
        found.append(threading.get_ident())
        return really(looking)

    monkeypatch.setattr(Library, "look", looked)
    return found


def write(folder: Path) -> None:
    fill(folder, {"routines/exercises/row.yaml": exercise("row", "{reps: 8}")})


def test_few_files_are_looked_at_at_once(qtbot, tmp_path: Path, parts: FakeParts, threads: list[int]) -> None:
    window = QObject()
    around = LookAround(parts, window, lambda: True)
    told: list[bool] = []
    around.changed.connect(lambda: told.append(True))
    around.begin()
    assert told == []
    write(tmp_path)
    around.begin()
    assert (told, "row" in parts.library.catalogue.exercises) == ([True], True)
    assert set(threads) == {threading.get_ident()}


def test_many_are_looked_at_beside_the_window_which_is_told_in_its_own_thread(
    qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, parts: FakeParts, threads: list[int]
) -> None:
    monkeypatch.setattr(library, "MANY", 1)
    window = QObject()
    around = LookAround(parts, window, lambda: True)
    told: list[int] = []
    around.changed.connect(lambda: told.append(threading.get_ident()))
    write(tmp_path)
    around.begin()
    around.begin()  # while that is under way there is no second one
    qtbot.waitUntil(lambda: told != [])
    assert told == [threading.get_ident()]
    assert "row" in parts.library.catalogue.exercises
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()
    with qtbot.waitSignal(around._seen):
        around.begin()
    QCoreApplication.processEvents()
    assert len(told) == 1  # nothing has changed since


def test_many_that_changed_are_read_beside_the_window(
    qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, parts: FakeParts
) -> None:
    monkeypatch.setattr(library, "MANY", 1)
    assert parts.library.catalogue.exercises
    readers: list[int] = []
    really = assembling.read

    def read(seen: Seen, look: Look) -> Document:
        readers.append(threading.get_ident())
        return really(seen, look)

    monkeypatch.setattr(assembling, "read", read)
    window = QObject()
    around = LookAround(parts, window, lambda: True)
    write(tmp_path)
    with qtbot.waitSignal(around.changed):
        around.begin()
    assert readers != []
    assert threading.get_ident() not in readers


def test_a_look_that_failed_is_raised_in_the_windows_thread_and_there_is_another(
    qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, parts: FakeParts
) -> None:
    monkeypatch.setattr(library, "MANY", 1)
    window = QObject()
    around = LookAround(parts, window, lambda: True)
    with monkeypatch.context() as broken, qtbot.capture_exceptions() as raised:
        broken.setattr(Library, "look", lambda _library: 1 / 0)
        with qtbot.waitSignal(around._seen):
            around.begin()
        qtbot.waitUntil(lambda: raised != [])
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    write(tmp_path)
    with qtbot.waitSignal(around.changed):
        around.begin()


def test_beside_a_session_that_began_meanwhile_nothing_is_taken_and_after_it_all_is(
    qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, parts: FakeParts
) -> None:
    monkeypatch.setattr(library, "MANY", 1)
    window, is_free = QObject(), False
    around = LookAround(parts, window, lambda: is_free)
    told: list[bool] = []
    around.changed.connect(lambda: told.append(True))
    write(tmp_path)
    with qtbot.waitSignal(around._seen):
        around.begin()
    QCoreApplication.processEvents()
    assert (told, "row" in parts.library.catalogue.exercises) == ([], False)
    is_free = True
    around.begin()
    qtbot.waitUntil(lambda: told != [])
    assert "row" in parts.library.catalogue.exercises
