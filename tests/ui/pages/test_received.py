"""A routine from somebody else: shown before it is let in, let in by a click or by keys, and never over one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from coach.sharing.out import make_ready, save
from coach.ui.dropped import file_in
from coach.ui.pages.routine_card import RoutineCard
from tests.sharing.mine import FILES, all_of, write
from tests.ui.parts import FakeParts
from tests.ui.seeing import button, faults, settle, texts

FROM = "From Jane Doe, not from Posture Coach."


@pytest.fixture
def parts(tmp_path: Path) -> FakeParts:
    return FakeParts.at_home(tmp_path / "home")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of somebody else."""
    folder = tmp_path_factory.mktemp("shared")
    write(folder / "theirs", FILES)
    path = folder / "evening.yaml"
    save(make_ready(FakeParts.at_home(folder / "theirs"), "evening-back", "Jane Doe"), path)
    return path


def look_at(qtbot, window, path: Path):
    """The page, once it has looked."""
    window.to.received.emit(str(path))
    page = window.pages["received"]
    qtbot.waitUntil(lambda: page._found is not None)
    return page


def press(qtbot, page, name: str) -> None:
    qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def test_from_the_gallery_to_the_routine(qtbot, window, parts, shared, tmp_path):
    window.go("routines")
    press(qtbot, window.pages["routines"], "Take in a file")
    page = window.pages["received"]
    assert texts(page)[-1].startswith("Choose the file that you were given, or drop it on the window.")
    page._ask = lambda *_: str(shared)
    press(qtbot, page, "Choose a file")
    qtbot.waitUntil(lambda: page._found is not None)
    told = texts(page)
    assert "Evening back" in told
    assert FROM in told
    assert told[told.index("Side lean") + 2] == "Comes with this file"
    assert "Chin tuck" in told
    assert "It brings 1 exercise of its own." in told
    assert any("Your stop rules" in text for text in told)
    assert all_of(tmp_path / "home") == {}
    assert faults(page) == []
    press(qtbot, page, "Take it in")
    assert window.page == "routine"
    assert FROM in texts(window.pages["routine"])
    assert "evening-back" in parts.library.catalogue.routines
    window.go("exercise", "side-lean")
    assert FROM in texts(window.pages["exercise"])
    window.go("routines")
    assert window.pages["routines"].findChild(RoutineCard) is not None
    qtbot.waitUntil(
        lambda: any(
            card.accessibleName().startswith("Evening back. Taken in.")
            for card in window.pages["routines"].findChildren(RoutineCard)
        )
    )


def test_by_keys_alone(qtbot, window, parts, shared):
    page = look_at(qtbot, window, shared)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.opens)
    assert f"Evening back. {FROM}" in page.opens.accessibleDescription()
    assert page.first.accessibleDescription().startswith(f"Evening back. {FROM}")
    qtbot.waitUntil(page.first.isVisible)  # what is built anew is shown by the next round of events
    qtbot.keyClick(page.opens, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.first
    qtbot.keyClick(page.first, Qt.Key.Key_Space)
    assert window.page == "routine"


def test_it_opens_at_its_heading_at_every_text_size(qtbot, window, look, shared):
    """What lets it in stands below all of it, and had the keyboard: nobody had seen by then what comes in."""
    look.set_scale(2.0)
    window.resize(window.minimumSize())
    page = look_at(qtbot, window, shared)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.opens)
    settle()
    assert page.verticalScrollBar().maximum() > 0
    assert page.verticalScrollBar().value() == 0


def test_not_now_changes_nothing(qtbot, window, shared, tmp_path):
    page = look_at(qtbot, window, shared)
    press(qtbot, page, "Not now")
    assert window.page == "routines"
    assert all_of(tmp_path / "home") == {}


def test_twice_is_once(qtbot, window, shared):
    press(qtbot, look_at(qtbot, window, shared), "Take it in")
    page = look_at(qtbot, window, shared)
    assert "You have Evening back already, just as it is in this file." in texts(page)
    press(qtbot, page, "Open it")
    assert window.page == "routine"


def test_one_of_the_same_name_stays(qtbot, window, parts, shared, tmp_path):
    mine = {
        "routines/guided/evening-back.yaml": FILES["routines/guided/evening-back.yaml"].replace("side-lean", "plank")
    }
    write(tmp_path / "home", mine)
    parts.library.refresh()
    page = look_at(qtbot, window, shared)
    assert "You have something else under the same name: routine evening-back." in texts(page)
    press(qtbot, page, "Take it in beside yours")
    assert mine.items() <= all_of(tmp_path / "home").items()
    assert "evening-back-2" in parts.library.catalogue.routines


def test_what_is_wrong_keeps_it_out(qtbot, window, shared, tmp_path):
    path = tmp_path / "wrong.yaml"
    path.write_text(shared.read_text("utf-8").replace("dose: {reps: 6}", "dose: {reps: 6000}"), encoding="utf-8")
    page = look_at(qtbot, window, path)
    told = texts(page)
    assert f"{path} has 1 problem, so nothing of it was taken in" in told
    assert "Line 16: 6000 is too large; write 1 to 100" in told
    assert button(page, "Choose a file").isEnabled()
    path.write_text(shared.read_text("utf-8"), encoding="utf-8")
    look_again = look_at(qtbot, window, path)
    qtbot.waitUntil(lambda: FROM in texts(look_again))


def test_a_file_that_is_gone(qtbot, window, tmp_path):
    page = look_at(qtbot, window, tmp_path / "gone\u202e.yaml")
    assert any("goneU+202E.yaml cannot be read (No such file or directory)" in text for text in texts(page))


def test_where_it_cannot_be_written_it_says_so(qtbot, window, shared, tmp_path):
    write(tmp_path / "home", {"routines/guided": "no folder"})
    page = look_at(qtbot, window, shared)
    press(qtbot, page, "Take it in")
    assert window.page == "received"
    assert any("cannot be written" in text for text in texts(page))
    assert all_of(tmp_path / "home") == {"routines/guided": "no folder"}


def mime(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


@pytest.mark.parametrize(
    ("urls", "path"),
    [
        (("file:///a/b.yaml",), "/a/b.yaml"),
        (("file:///a/b.YML",), "/a/b.YML"),
        (("file:///a/b.txt",), None),
        (("https://example.org/b.yaml",), None),
        (("file:///a/b.yaml", "file:///a/c.yaml"), None),
        ((), None),
    ],
)
def test_one_file_of_this_machine_is_taken(urls, path):
    assert file_in(mime(*urls)) == path


def test_a_file_is_dropped_on_the_window(qtbot, window, shared):
    data, copy = mime(shared.as_uri()), Qt.DropAction.CopyAction
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, data, left, none))
    assert window.page == "received"
    page = window.pages["received"]
    qtbot.waitUntil(lambda: FROM in texts(page))
