"""Layouts as tables: so many pixels, so many columns."""

from __future__ import annotations

import gc
import weakref
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
from shiboken6 import getCppPointer, isValid, wrapInstance

from coach.ui.look.typography import BODY, SMALL
from coach.ui.widgets import layouts
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Beside, Flow, Foot, Gallery, Split, clear
from tests.examples import examples
from tests.ui.seeing import settle


class Box(QWidget):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self._size


def places(widget: QWidget, width: int, height: int = 1000) -> list[tuple[int, int, int, int]]:
    """Where the children stand when the widget has this size: x, y, width, height."""
    widget.layout().setGeometry(widget.rect().adjusted(0, 0, width - widget.width(), height - widget.height()))
    items = [widget.layout().itemAt(n).geometry() for n in range(widget.layout().count())]
    return [(box.x(), box.y(), box.width(), box.height()) for box in items]


def holder(qtbot, layout_of, *boxes: QWidget) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = layout_of(widget)
    for box in boxes:
        layout.addWidget(box)
    widget.show()
    return widget


def test_chips_wrap_into_rows(qtbot):
    widget = holder(qtbot, lambda w: Flow(10, w), Box(100, 30), Box(100, 30), Box(100, 20))
    assert places(widget, 400) == [(0, 0, 100, 30), (110, 0, 100, 30), (220, 5, 100, 20)]
    assert places(widget, 250) == [(0, 0, 100, 30), (110, 0, 100, 30), (0, 40, 100, 20)]
    assert widget.layout().heightForWidth(250) == 60
    assert widget.layout().heightForWidth(90) == 100


def test_words_wider_than_a_row_wrap_in_it(qtbot, look):
    words = Label(look, "Words that need more than one line where there is little room.", SMALL, wrap=True)
    widget = holder(qtbot, lambda w: Flow(10, w), Box(60, 20), words)
    assert places(widget, 600)[1][1] == 0
    (_, y, width, height) = places(widget, 150)[1]
    assert (y, width, height) == (30, 150, words.heightForWidth(150))
    assert height > words.heightForWidth(600)
    assert widget.layout().heightForWidth(150) == 30 + height


@pytest.mark.parametrize(("width", "columns"), [(200, 1), (599, 1), (620, 2), (940, 3), (1240, 4), (2400, 4)])
def test_a_gallery_has_as_many_columns_as_fit(qtbot, width, columns):
    widget = holder(qtbot, lambda w: Gallery(290, 20, 4, w), *(Box(100, 50) for _ in range(8)))
    assert widget.layout().columns(width) == columns
    tops = [y for _, y, _, _ in places(widget, width)]
    assert tops.count(0) == columns


def test_the_first_card_may_take_two_columns(qtbot):
    boxes = [Box(100, 50), Box(100, 80), Box(100, 50)]
    widget = holder(qtbot, lambda w: Gallery(290, 20, 5, w), *boxes)
    widget.layout().set_span(boxes[0], 2)
    assert places(widget, 940) == [(0, 0, 620, 80), (640, 0, 300, 80), (0, 100, 300, 50)]
    assert places(widget, 300) == [(0, 0, 300, 50), (0, 70, 300, 80), (0, 170, 300, 50)]


def test_a_card_that_fits_stands_in_the_hole_that_a_wide_one_leaves(qtbot):
    boxes = [Box(100, 50), Box(100, 50), Box(100, 50), Box(100, 50)]
    widget = holder(qtbot, lambda w: Gallery(290, 20, 5, w), *boxes)
    widget.layout().set_span(boxes[0], 2)
    widget.layout().set_span(boxes[1], 2)
    wide, wide_below, first, second = places(widget, 940)
    assert (wide, wide_below) == ((0, 0, 620, 50), (0, 70, 620, 50))
    assert (first, second) == ((640, 0, 300, 50), (640, 70, 300, 50))
    assert [place[1] for place in places(widget, 620)] == [0, 70, 140, 140]


def test_a_filling_gallery_reaches_the_bottom(qtbot):
    widget = holder(qtbot, lambda w: Gallery(290, 20, 1, w, fill=True), Box(100, 50), Box(100, 50))
    assert places(widget, 300, 400) == [(0, 0, 300, 50), (0, 70, 300, 330)]


def test_two_columns_become_one(qtbot):
    widget = holder(qtbot, lambda w: Split(600, 300, 700, 20, parent=w), Box(50, 100), Box(50, 300))
    assert places(widget, 920, 300) == [(0, 0, 600, 300), (620, 0, 300, 300)]
    assert places(widget, 699) == [(0, 0, 699, 100), (0, 120, 699, 300)]
    assert (widget.layout().heightForWidth(920), widget.layout().heightForWidth(699)) == (300, 420)


def test_a_control_goes_below_its_words_where_there_is_no_room(qtbot):
    widget = holder(qtbot, lambda w: Beside(230, 16, w), Box(50, 20), Box(200, 40))
    assert places(widget, 600) == [(0, 10, 384, 20), (400, 0, 200, 40)]
    assert places(widget, 440) == [(0, 0, 440, 20), (0, 28, 200, 40)]
    assert places(widget, 150) == [(0, 0, 150, 20), (0, 28, 150, 40)]


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(widths=st.lists(st.integers(10, 400), min_size=1, max_size=9), room=st.integers(30, 900))
def test_nothing_in_a_flow_overlaps_or_leaves_the_place(qtbot, widths, room):
    widget = holder(qtbot, lambda w: Flow(8, w), *(Box(width, 30) for width in widths))
    boxes = places(widget, room)
    assert all(x >= 0 and x + width <= room for x, _, width, _ in boxes)
    assert widget.layout().heightForWidth(room) == max(y + height for _, y, _, height in boxes)
    in_row = pairwise(boxes)
    assert all(one[1] != other[1] or one[0] + one[2] < other[0] for one, other in in_row)


def test_clear_takes_nested_layouts_along(qtbot, look):
    widget = holder(qtbot, lambda w: Gallery(100, parent=w))
    inner = Flow()
    inner.addWidget(Label(look, "one", BODY))
    widget.layout().add_layout(inner)
    clear(widget.layout())
    assert widget.layout().count() == 0


def test_a_foot_is_one_row_with_its_words_in_what_is_left_or_as_many_as_it_needs(qtbot, look):
    holder, words = QWidget(), QWidget()
    qtbot.addWidget(holder)
    foot = Foot(words, 10, holder)
    back, on = QWidget(), QWidget()
    for widget, wide in ((back, 100), (words, 120), (on, 150)):
        widget.setMinimumSize(wide, 30)
        across = QSizePolicy.Policy.Preferred if widget is words else QSizePolicy.Policy.Fixed
        widget.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        foot.addWidget(widget)
    holder.resize(500, 60)
    holder.show()
    assert foot.heightForWidth(500) == 30
    assert [each.x() for each in (back, words, on)] == [0, 110, 350]
    assert words.width() == 230
    assert foot.heightForWidth(300) == 70
    holder.resize(300, 70)
    settle()
    assert [(each.x(), each.y()) for each in (back, words, on)] == [(0, 0), (110, 0), (0, 40)]
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert [each.x() for each in (back, words, on)] == [200, 70, 150]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_layout_begins_where_one_reads_from(qtbot, direction):
    for layout in (Flow(10), Gallery(100, 10), Split(60, 40, 200, 10), Beside(100, 10)):
        holder, first, second = QWidget(), QWidget(), QWidget()
        qtbot.addWidget(holder)
        holder.setLayoutDirection(direction)
        holder.setLayout(layout)
        for widget in (first, second):
            widget.setFixedSize(100, 30)
            layout.addWidget(widget)
        holder.resize(400, 100)
        holder.show()
        settle()
        is_mirrored = direction == Qt.LayoutDirection.RightToLeft
        assert (first.x() > second.x()) == is_mirrored, type(layout)


@pytest.mark.parametrize("inner_of", [QHBoxLayout, Flow])
def test_of_what_is_cleared_nothing_is_left(qtbot, inner_of):
    """Neither here nor in Qt, whose own items are nobody's once they are taken."""
    widget = QWidget()
    qtbot.addWidget(widget)
    column, inner = QVBoxLayout(widget), inner_of()
    inner.addWidget(Box(10, 10))
    column.addLayout(inner)
    column.addWidget(Box(10, 10))
    column.addStretch(1)
    items = [inner.itemAt(0), column.itemAt(1), column.itemAt(2)]
    kept = [weakref.ref(item) for item in items]
    del inner
    clear(column)
    assert column.count() == 0
    assert not any(isValid(item) for item in items)
    del items
    gc.collect()
    assert [ref() for ref in kept] == [None] * len(kept)


@pytest.mark.parametrize("is_filled_first", [True, False])
def test_a_layout_of_ours_that_ends_with_its_widget_deletes_its_items(qtbot, monkeypatch, is_filled_first):
    """As one of Qt's own does; what was taken out before is none of its any more."""
    ended = []

    def noted(place: int, kind: type) -> object:
        ended.append(place)
        return wrapInstance(place, kind)

    monkeypatch.setattr(layouts, "wrapInstance", noted)
    page = QWidget()
    column, flow = QVBoxLayout(page), Flow()
    if not is_filled_first:
        column.addLayout(flow)
    for _ in range(3):
        flow.addWidget(Box(10, 10))
    flow.add_layout(QHBoxLayout())
    flow.addItem(QSpacerItem(3, 3))
    if is_filled_first:
        column.addLayout(flow)
    places = [getCppPointer(flow.itemAt(at))[0] for at in range(3)]
    gone = flow.itemAt(1).widget()
    flow.removeWidget(gone)
    gone.deleteLater()
    del column, flow, gone
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    assert ended == [places[0], places[2]]
