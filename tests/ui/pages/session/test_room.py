"""The room view: large enough to be read from four metres."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from coach.ui.look.typography import ROOM_CAPTION, ROOM_NAME
from coach.ui.look.window_look import WindowLook
from coach.ui.pages.session.room import Room, RoomScene
from tests.ui.figure_parts import figure

LONG = RoomScene(
    "Thoracic extension over a chair", "Bend high. Elbows forward.", 0.5, "24", "Lean over", "Done: any key"
)


@pytest.fixture
def room(qtbot, look) -> Room:
    widget = Room(look, "Leave", ("session", "room"))
    qtbot.addWidget(widget)
    widget.resize(1180, 760)
    widget.show()
    return widget


@pytest.mark.parametrize("size", [(800, 560), (1180, 760), (1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", ["Hold", "Wall angel", "Bird dog", "Plank"])
def test_a_short_name_stands_at_least_a_sixth_of_the_height(qtbot, qapp, size, scale, name):
    room = Room(WindowLook("light", scale, reduced_motion=True), "Leave", ("session", "room"))
    qtbot.addWidget(room)
    room.resize(*size)
    room.tell(RoomScene(name, "Breathe.", 0.5, "24", "Hold"))
    room.grab()
    _, block, _ = room._blocks
    assert block.font.pixelSize() >= size[1] / 6 - 1
    assert block.high + room.places.words.y() < room.places.floor_y


@pytest.mark.parametrize("size", [(800, 560), (1180, 760), (1920, 1080)])
def test_a_long_name_stays_in_its_column(qtbot, look, size):
    room = Room(look, "Leave", ("session", "room"))
    qtbot.addWidget(room)
    room.resize(*size)
    room.tell(LONG)
    room.grab()
    _, name, caption = room._blocks
    box = room.places.words
    assert name.high + caption.high <= box.height() + 40
    assert box.right() < room.places.ring.left()
    assert name.font.pixelSize() >= ROOM_NAME.least_px * room.places.factor - 1
    assert caption.font.pixelSize() >= ROOM_CAPTION.least_px * room.places.factor - 1


def test_the_plate_is_clicked(room, qtbot):
    room.tell(LONG)
    with qtbot.waitSignal(room.act):
        qtbot.mouseClick(room.plate, Qt.MouseButton.LeftButton)


def test_without_something_to_press_there_is_no_plate(room):
    room.tell(RoomScene("Rest", "", 0.5, "10"))
    assert not room.plate.isVisible()
    room.tell(LONG)
    assert room.plate.isVisible()
    assert room.plate.accessibleName() == "Done: any key"


def test_a_screen_reader_hears_name_and_caption(room):
    room.tell(LONG)
    assert room.accessibleName() == "Thoracic extension over a chair. Bend high. Elbows forward."


def test_only_the_ring_is_painted_anew_while_time_passes(room, qtbot):
    room.tell(LONG)
    room.grab()
    blocks = room._blocks
    room.tell(RoomScene(LONG.name, LONG.caption, 0.4, "23", LONG.word, LONG.action))
    room.grab()
    assert room._blocks is blocks


@pytest.mark.parametrize("size", [(800, 560), (1180, 760)])
def test_in_halves_a_name_and_what_is_said_fit_their_places(qtbot, look, size):
    room = Room(look, "Leave", ("session", "room"))
    qtbot.addWidget(room)
    room.resize(*size)
    room.tell(replace(LONG, action="", is_copied=True))
    room.show_figure(figure("wall-angel"))
    room.grab()
    _, name, caption = room._blocks
    assert room.places.halves
    assert name.high <= room.places.words.height()
    assert caption.high <= room.places.floor.height()


def test_in_halves_the_plate_stands_beside_the_feet(room):
    room.show_figure(figure("wall-angel"))
    room.tell(replace(LONG, is_copied=True))
    assert room.plate.geometry().left() >= room.figure.geometry().right()
    assert room.plate.geometry().right() <= room.width()
