"""Everything that is shown, as a screen reader meets it in the window's own tree."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.chip import Chip, ChoiceChip
from coach.ui.widgets.role import be_picture
from coach.ui.widgets.scroll import Scroll
from coach.words.language import ENGLISH
from tests.ui.told import met, name_of, wrong_to_hear
from tests.ui.views import VIEWS

EVERY_DAY = ("session", "wall test", "safety", "covers", "welcome", "cards")
LEAST_ROOM = QSize(800, 560)


def wrong(views: str, look: WindowLook, size: QSize) -> dict[str, list[str]]:
    """What is wrong to hear in each of these views."""
    found = {name: wrong_to_hear(view) for name, view in VIEWS[views](look, size, ENGLISH)}
    return {name: faults for name, faults in found.items() if faults}


@pytest.mark.parametrize("views", EVERY_DAY)
def test_nothing_is_wrong_to_hear(look, views):
    assert wrong(views, look, QSize(1180, 760)) == {}


@pytest.mark.slow
@pytest.mark.parametrize("views", [name for name in VIEWS if name not in EVERY_DAY])
def test_nothing_is_wrong_to_hear_of_pages(look, views):
    assert wrong(views, look, QSize(1180, 760)) == {}


@pytest.mark.slow
@pytest.mark.parametrize("views", list(VIEWS))
def test_nothing_is_wrong_to_hear_where_there_is_least_room(qapp, views):
    assert wrong(views, WindowLook("light", 2.0, reduced_motion=True), LEAST_ROOM) == {}


# --- the walk itself sees


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("empty", "is empty"),
        ("nameless", "has no name"),
        ("unread", "has a name and no role"),
        ("alike", "2 times Button 'Start'"),
        ("twice", "says again 'System'"),
        ("unreached", "QPushButton '' is not in the tree"),
    ],
)
def test_the_walk_hears(qtbot, look, fault, told):
    view = QWidget()
    qtbot.addWidget(view)
    column = QVBoxLayout(view)
    if fault == "empty":
        column.addWidget(QLabel(""))
    elif fault == "nameless":
        column.addWidget(QPushButton())
    elif fault == "unread":
        row = QWidget(accessibleName="A year of days")
        QHBoxLayout(row).addWidget(QLabel("A year"))
        column.addWidget(row)
    elif fault == "twice":
        column.addWidget(QPushButton("System", accessibleName="Theme: System", toolTip="System"))
    elif fault == "alike":
        column.addWidget(QPushButton("Start"))
        column.addWidget(QPushButton("Start"))
    else:
        column.addWidget(area := QScrollArea())
        QPushButton("Go on", area)  # of which Qt tells nothing, as it is neither what scrolls nor a bar
    view.show()
    assert any(told in one for one in wrong_to_hear(view)), wrong_to_hear(view)


def test_a_painted_widget_is_what_it_is_told_as(qtbot, look):
    view = QWidget()
    qtbot.addWidget(view)
    column = QVBoxLayout(view)
    picture = QWidget(accessibleName="Where it is tense")
    be_picture(picture)
    column.addWidget(picture)
    column.addWidget(Chip(look, "in 5 days"))
    view.show()
    assert [(one.role(), name_of(one)) for one in met(view)][1:] == [
        (QAccessible.Role.Graphic, "Where it is tense"),
        (QAccessible.Role.StaticText, "in 5 days"),
    ]


def test_a_tip_is_told_where_it_says_more_than_the_name(qtbot, look):
    def described(widget: QWidget) -> str:
        told = QAccessible.queryAccessibleInterface(widget)
        assert told is not None
        return told.text(QAccessible.Text.Description).strip()

    chip, start = ChoiceChip(look, "All"), Button(look, "Start", key="S")
    qtbot.addWidget(chip)
    qtbot.addWidget(start)
    assert described(chip) == ""
    assert chip.toolTip() == "All"
    assert described(start) == "Key: S"
    chip.setToolTip("Every routine there is")
    assert described(chip) == "Every routine there is"
    chip.setAccessibleName("All: every routine there is")
    chip.setToolTip("every routine there is.")
    assert described(chip) == ""
    chip.setAccessibleDescription("12 routines")
    assert described(chip) == "12 routines"
    chip.setAccessibleDescription("")
    assert (described(chip), chip.accessibleDescription()) == ("", "")


def test_what_stands_below_a_page_that_scrolls_is_met(qtbot, look):
    page = Scroll(look)
    qtbot.addWidget(page)
    page.set_content(QLabel("Does it touch the wall?"))
    page.setViewportMargins(0, 0, 0, 60)
    QPushButton("This hurts", page).setGeometry(0, 100, 90, 30)
    page.resize(300, 160)
    page.show()
    assert [name_of(one) for one in met(page) if name_of(one)] == ["Does it touch the wall?", "This hurts"]
