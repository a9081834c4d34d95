"""A table: words whole, cells that a keyboard reaches, no wider than need be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QApplication

from coach.ui.look.typography import SMALL
from coach.ui.widgets.table import Table

ROWS = [["12 May", "a long sentence that has to be broken into several lines", "3"], ["11 May", "short", "4"]]


@pytest.fixture
def table(qtbot, look) -> Table:
    made = Table(look, "Tests", ["When", "Unbreakableheading", "N"], ROWS, [1, 2, 1])
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("width", "scale"), [(600, 1.0), (240, 1.0), (120, 2.0)])
def test_no_word_is_broken_and_no_line_cut(table, look, width, scale):
    look.set_scale(scale)
    table.resize(width, 400)
    table.show()
    metrics = QFontMetrics(look.font(SMALL.bold, tabular=True))
    assert table.columnWidth(1) >= metrics.horizontalAdvance("Unbreakableheading")
    assert table.rowHeight(0) >= table.rowHeight(1)
    assert table.height() >= table.rowHeight(0) + table.rowHeight(1)
    wide = sum(table.columnWidth(column) for column in range(3))
    assert wide >= table.viewport().width()
    assert (wide > table.viewport().width()) is (width < 200)


def test_the_keyboard_walks_and_tab_leaves(qtbot, table):
    table.show()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.currentRow() == 1
    assert table.texts() == ROWS
    assert table.accessibleName() == "Tests"
    assert not table.tabKeyNavigation()


def test_many_rows_scroll_within(qtbot, look):
    made = Table(look, "Days", ["Day"], [[str(number)] for number in range(365)])
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    assert made.height() < 20 * made.rowHeight(0)


def test_a_table_without_rows_has_its_headings(qtbot, look):
    made = Table(look, "Days", ["Day", ""], [])
    qtbot.addWidget(made)
    made.show()
    assert made.rowCount() == 0
    assert made.height() > 0


def test_the_cell_that_has_the_keyboard_is_ringed_in_every_theme(qtbot, look, table):
    table.resize(400, 200)
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    for theme in ("light", "dark", "contrast"):
        look.set_theme(theme)
        before = table.grab().toImage()
        table.setCurrentCell(1, 1)
        table.setFocus()
        assert table.grab().toImage() != before
        table.clearFocus()
        table.setCurrentCell(0, 0)


def test_who_scrolls_the_page_is_not_caught_in_a_table(qtbot, look):
    made = Table(look, "Days", ["Day"], [[str(number)] for number in range(365)])
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.clearFocus()

    def turn() -> None:
        place, none = QPointF(20, 60), Qt.MouseButton.NoButton
        wheel = QWheelEvent(
            place, place, QPoint(), QPoint(0, -120), none, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(made.viewport(), wheel)

    turn()
    assert made.verticalScrollBar().value() == 0
    made.setFocus()
    turn()
    assert made.verticalScrollBar().value() > 0


def test_a_cell_is_read_with_its_row_and_its_column(table):
    table.show()
    read = QAccessible.queryAccessibleInterface(table)
    assert read.role() == QAccessible.Role.Table
    children = [read.child(number) for number in range(read.childCount())]
    told = {}
    for cell in (child for child in children if child.role() == QAccessible.Role.Cell):
        within = cell.tableCellInterface()
        heads = [*within.rowHeaderCells(), *within.columnHeaderCells()]
        told[cell.text(QAccessible.Text.Name)] = [head.text(QAccessible.Text.Name) for head in heads]
    assert told["short"] == ["11 May", "Unbreakableheading"]
    assert told["3"] == ["12 May", "N"]
