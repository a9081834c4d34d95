"""A year of days: every state looks different, and what is under the pointer is told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from coach.today.year import Year, YearDay, first_day
from coach.ui.look.theme import Theme
from coach.ui.widgets.dayyear import DayKey, DayYear, paint_cell

TODAY = date(2026, 5, 12)
STATES = ("all", "part", "missed", "pain", "rest", None)


def painted(theme: str, state) -> bytes:
    image = QImage(16, 16, QImage.Format.Format_ARGB32)
    image.fill(Theme.named(theme).card)
    painter = QPainter(image)
    paint_cell(painter, Theme.named(theme), QRectF(1, 1, 14, 14), state)
    painter.end()
    return bytes(image.constBits())


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_state_looks_different(qapp, theme):
    assert len({painted(theme, state) for state in STATES}) == len(STATES)


@pytest.fixture
def year(qtbot, look) -> DayYear:
    days = tuple(YearDay(TODAY - timedelta(days=back), "part", 1, 2) for back in range(30, -1, -1))
    made = DayYear(look, Year(first_day(TODAY), days), TODAY)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("width", "weeks"), [(1000, 53), (400, 30), (100, 5)])
def test_the_last_weeks_that_have_room_are_shown(year, width, weeks):
    year.resize(width, year.heightForWidth(width))
    year.show()
    assert year._shown(width) == weeks
    assert year._box(TODAY).right() <= width
    assert year._box(TODAY - timedelta(days=TODAY.weekday()) + timedelta(days=6)).bottom() <= year.height()


def test_the_day_under_the_pointer_is_told(year):
    year.resize(1000, year.heightForWidth(1000))
    year.show()
    place = year._box(TODAY - timedelta(days=3)).center()
    assert year.day_at(place) == YearDay(TODAY - timedelta(days=3), "part", 1, 2)
    assert year.day_at(QPointF(0, 0)) is None
    QApplication.sendEvent(year, QHelpEvent(QEvent.Type.ToolTip, place.toPoint(), QPoint(10, 10)))
    assert QToolTip.text() == "9 May: part, 1 of 2"


def test_a_screen_reader_hears_of_the_last_week(year):
    assert year.accessibleDescription().startswith("6 May: part, 1 of 2; 7 May")


def test_a_key_has_room_for_its_word(qtbot, look):
    key = DayKey(look, "pain")
    qtbot.addWidget(key)
    before = key.sizeHint().width()
    look.set_scale(2.0)
    assert key.sizeHint().width() > 1.8 * before
