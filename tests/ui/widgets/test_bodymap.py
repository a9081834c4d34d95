"""The body drawing: its areas are where they look, the person's left stays the left, and clicks ask for an area."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolTip

from coach.ui.look.window_look import WindowLook
from coach.ui.widgets import body_shapes
from coach.ui.widgets.bodymap import BodyMap

TITLES = {"neck": "Neck", "between-blades": "Between the blades", "chest": "Chest"}
FRONT, BACK = 0, 1
PERSONS_LEFT = {FRONT: 1, BACK: -1}  # in front of us it is at the right of the picture


def shown(qtbot, look, titles=TITLES) -> BodyMap:
    made = BodyMap(look, titles)
    qtbot.addWidget(made)
    made.resize(540, 440)
    made.show()
    return made


@pytest.fixture
def body(qtbot, look):
    return shown(qtbot, look)


def middle(body: BodyMap, area: str, view: int, side: int) -> QPoint:
    """A pixel well inside one half of an area, as it is painted."""
    (path,) = (path for at, name, which, path in body._areas if (at, name, which) == (view, area, side))
    box = path.boundingRect()
    inside = next(
        point
        for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
        for point in (box.topLeft() + (box.bottomRight() - box.topLeft()) * share,)
        if path.contains(point)
    )
    return body._transform(view).map(inside).toPoint()


def halves(body: BodyMap) -> list[tuple[str, int, int]]:
    return [(area, view, side) for view, area, side, _ in body._areas]


def test_a_click_on_either_half_asks_for_the_area(qtbot, body):
    told = []
    body.chosen.connect(told.append)
    asked = [area for area, *_ in halves(body)]
    assert set(asked) == set(TITLES)
    for area, view, side in halves(body):
        qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=middle(body, area, view, side))
    assert told == asked


def test_a_click_beside_the_body_asks_for_nothing(qtbot, body):
    told = []
    body.chosen.connect(told.append)
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert told == []


def test_an_area_that_the_test_does_not_ask_for_is_no_place_to_click(qtbot, look):
    body, all_of_it = shown(qtbot, look, {"chest": "Chest"}), shown(qtbot, look)
    told = []
    body.chosen.connect(told.append)
    neck = next(half for half in halves(all_of_it) if half[0] == "neck")
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=middle(all_of_it, *neck))
    assert told == []


def test_the_pointer_and_a_tip_tell_where_one_may_click(qtbot, body):
    area, view, side = halves(body)[0]
    qtbot.mouseMove(body, middle(body, area, view, side))
    assert body.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert QToolTip.text() == TITLES[area]
    qtbot.mouseMove(body, QPoint(3, 3))
    assert body.cursor().shape() == Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("values", [(7, 0), (0, 7)])
def test_the_persons_left_is_the_left_from_the_front_and_from_behind(qtbot, body, values):
    """What is tense is painted in another colour; seen from the front the person's left is at the picture's right."""
    calm = body.grab().toImage()
    body.tell(dict.fromkeys(TITLES, values), "")
    tense = body.grab().toImage()
    for area, view, side in halves(body):
        place = middle(body, area, view, side) * calm.devicePixelRatio()
        is_left = side == PERSONS_LEFT[view]
        is_painted = tense.pixelColor(place) != calm.pixelColor(place)
        assert is_painted is (values[0 if is_left else 1] > 0), (area, view, side)


def test_the_area_that_is_asked_for_is_outlined(body):
    body.tell({}, "neck")
    before = body.grab().toImage()
    body.tell({}, "chest")
    assert body.grab().toImage() != before


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("size", [(260, 300), (1100, 500)])
def test_the_whole_body_has_room_in_every_theme(qtbot, theme, size):
    body = shown(qtbot, WindowLook(theme, 1.0, reduced_motion=True))
    body.resize(*size)
    for view in (FRONT, BACK):
        shape = body._transform(view).mapRect(body._areas[0][3].boundingRect())
        assert body.rect().toRectF().contains(shape)
        corners = [(side * body_shapes.HALF_WIDTH, high) for side in (-1, 1) for high in (0, body_shapes.HEIGHT)]
        for x, y in corners:
            at = body._transform(view).map(float(x), float(y))
            assert -1 <= at[0] <= body.width() + 1
            assert -1 <= at[1] <= body.height() + 1
    assert body.grab().toImage().allGray() is False


def test_who_cannot_see_it_is_sent_to_the_table(body):
    assert body.accessibleName() == "Body drawing; the table says the same"
