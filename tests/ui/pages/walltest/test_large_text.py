"""What is asked at the wall at a large text size: every answer is in sight or reached by scrolling, none is smaller."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget

from coach.ui.look.window_look import WindowLook
from coach.ui.pages.walltest.contact import AnswerRow
from coach.ui.pages.walltest.page import WallTestPage
from coach.ui.pages.walltest.room_look import ENLARGED, RoomLook
from tests.ui.parts import FakeParts
from tests.ui.seeing import settle


@pytest.mark.parametrize("size", [(1180, 760), (1280, 720), (800, 560)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_is_never_smaller_than_what_was_chosen(qapp, size, scale):
    look = RoomLook(WindowLook("light", scale))
    look.fit(QSize(*size))
    assert look.scale >= scale
    if size == (1180, 760) and scale <= ENLARGED:
        assert look.scale == ENLARGED


@pytest.mark.parametrize("size", [(1180, 760), (1280, 720), (800, 560)])
def test_every_answer_is_seen_or_reached(qtbot, size):
    parts = FakeParts()
    parts.store.add_safety(())
    page = WallTestPage(parts, WindowLook("light", 2.0, reduced_motion=True))
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.appear()
    page.pages.intro.start_button.click()
    for _ in range(600):
        if page.page is page.pages.contact:
            break
        parts.clock.pass_time(0.5)
        page.advance()
    contact = page.pages.contact
    assert page.page is contact
    settle()
    port: QWidget = contact.viewport()
    assert contact.widget().width() <= port.width(), "nothing is beside the window"
    if size[0] >= 1180:
        assert all(_is_seen(row, port) for row in contact.rows)
    for row in contact.rows:
        contact.ensureWidgetVisible(row)
        assert _is_seen(row, port), row.text()
        assert row.height() >= row.heightForWidth(row.width())
    page.leave()


def _is_seen(row: AnswerRow, port: QWidget) -> bool:
    top = row.mapTo(port, QPoint(0, 0)).y()
    return top >= 0 and top + row.height() <= port.height()
