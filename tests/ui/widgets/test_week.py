"""The week as vertebrae: in Today's card and in the rail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coach.languages.choosing import language_named
from coach.pseudo import TAG
from coach.ui.look.fonts import Typeface
from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.railweek import RailWeek
from coach.ui.widgets.week import Week, WeekDay, in_words
from coach.ui.words.qt_language import LANGUAGE
from coach.words.language import ENGLISH
from tests.ui.walking import watched

DAYS = (
    WeekDay("all", 1.0, ("Row", "Flying high")),
    WeekDay("part", 0.5, ("1 of 2",)),
    WeekDay("pain", 0.5, ("pain told", "Row")),
    WeekDay("not", 0.0, ("0 of 2",), is_today=True),
    WeekDay("not", 0.0, ("Row",)),
    WeekDay("rest", 0.0, ("Rest",)),
    WeekDay("rest"),
)
TOLD = "Mon: Row, Flying high. Tue: 1 of 2. Wed: pain told, Row. Thu: 0 of 2. Fri: Row. Sat: Rest"


@pytest.fixture
def week(qtbot, look):
    made = Week(look, DAYS)
    qtbot.addWidget(made)
    made.resize(260, made.sizeHint().height())
    made.show()
    return made


def test_all_that_is_painted_is_said(week):
    assert in_words(DAYS) == TOLD
    assert week.accessibleDescription() == TOLD


def colours(week, number: int) -> list[str]:
    """The colours along the middle of a day's bar, each once."""
    picture, bar = week.grab().toImage(), week._bar(number)
    across = range(round(bar.left()), round(bar.right()))
    return [picture.pixelColor(x, round(bar.center().y())).name() for x in across]


def test_each_state_looks_like_itself(week, look):
    pine, accent, edge = (getattr(look.theme, name).name() for name in ("pine", "accent", "edge"))
    assert pine in colours(week, 0)
    half = colours(week, 1)
    assert pine in half[: len(half) // 2]
    assert pine not in half[len(half) // 2 + 2 :]
    assert accent in colours(week, 2)
    assert accent in colours(week, 3)
    assert {pine, accent}.isdisjoint(colours(week, 4))
    assert edge in colours(week, 5)


def test_as_many_titles_as_have_room_and_how_many_more(week):
    metrics = week.fontMetrics()
    assert week._shown(0, metrics, 500.0) == "Row, Flying high"
    assert week._shown(0, metrics, metrics.horizontalAdvance("Row, +1") + 1.0) == "Row, +1"
    assert week._shown(6, metrics, 500.0) == ""


def test_the_rail_shows_the_week_and_leads_to_the_plan(qtbot, look):
    made = RailWeek(look)
    qtbot.addWidget(made)
    made.resize(170, 48)
    made.show()
    assert not made.is_told
    made.tell("Week 3 of eight", DAYS, in_words(DAYS))
    assert made.is_told
    assert (made.accessibleName(), made.accessibleDescription()) == ("Week 3 of eight", TOLD)
    assert not made.grab().isNull()
    with qtbot.waitSignal(made.clicked):
        qtbot.keyClick(made, Qt.Key.Key_Space)


def test_the_days_of_a_language_of_longer_words_are_whole(qtbot, look):
    LANGUAGE.speak(language_named(TAG))
    try:
        week = Week(look, DAYS)
        qtbot.addWidget(week)
        week.resize(week.sizeHint())
        with watched() as painted:
            week.grab()
            words, cut = painted.take()
        names = [LANGUAGE.day_name(number, short=True) for number in range(1, 8)]
    finally:
        LANGUAGE.speak(ENGLISH)
    assert cut == []
    assert [name for name in names if ("Week", name) not in words] == []


def test_in_another_font_the_days_are_whole(qtbot):
    LANGUAGE.speak(language_named(TAG))
    try:
        look = WindowLook()
        week = Week(look, DAYS)
        qtbot.addWidget(week)
        assert week.sizeHint().isValid()
        look._typeface = Typeface(None if look._typeface.family else "monospace")
        afresh = Week(look, DAYS)
        qtbot.addWidget(afresh)
        assert week.sizeHint() == afresh.sizeHint()
    finally:
        LANGUAGE.speak(ENGLISH)
