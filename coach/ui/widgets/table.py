"""A table of words: real cells, which a keyboard walks through and a screen reader reads with their headings."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from coach.ui.look import sizes, space
from coach.ui.look.mirror import write
from coach.ui.look.theme import Look
from coach.ui.look.typography import SMALL
from coach.ui.widgets.focus import WIDTH
from coach.ui.widgets.scroll import SlimScrollBar

_MOST_ROWS = 12
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
_FROM_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_WIDE = 60  # pixels at text size 1 that a share of a wide column needs for more than a word a line

Index = QModelIndex | QPersistentModelIndex


class _Cells(QStyledItemDelegate):
    """Words on a hairline; the cell that has the keyboard in a ring."""

    def __init__(self, look: Look, table: QTableWidget) -> None:
        super().__init__(table)
        self._look, self._table = look, table
        self._highs: dict[tuple[int, str], int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width, text = self._table.columnWidth(index.column()), str(index.data())
        if (width, text) not in self._highs:  # many cells say the same
            room = QRect(0, 0, max(1, width - 2 * space.XS), 10000)
            high = QFontMetrics(self._table.font()).boundingRect(room, _WRAPPED, text).height()
            self._highs[width, text] = high + 2 * space.S
        return QSize(width, self._highs[width, text])

    def forget(self) -> None:
        """The font is another."""
        self._highs.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.setFont(self._look.font(SMALL.bold if index.column() == 0 else SMALL, tabular=True))
        painter.setPen(theme.ink if index.column() == 0 else theme.ink2)
        write(painter, box.adjusted(space.XS, space.S, -space.XS, 0), _FROM_TOP, str(index.data()), self._table)
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.focus, WIDTH))
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), sizes.KEY_RADIUS, sizes.KEY_RADIUS)
        painter.restore()


class _Heads(QHeaderView):
    """The headings: words alone."""

    def __init__(self, look: Look, table: QTableWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._look = look

    def sizeHint(self) -> QSize:
        lines = max((self._high(section) for section in range(self.count())), default=0)
        return QSize(super().sizeHint().width(), lines + space.S)

    def _high(self, section: int) -> int:
        room = QRect(0, 0, max(1, self.sectionSize(section) - 2 * space.XS), 10000)
        return QFontMetrics(self._look.font(SMALL.bold)).boundingRect(room, _WRAPPED, self._word(section)).height()

    def _word(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation()) or "")

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.setFont(self._look.font(SMALL.bold))
        painter.setPen(self._look.theme.ink2)
        write(painter, rect.adjusted(space.XS, 0, -space.XS, 0), _WRAPPED, self._word(section), self)
        painter.restore()


class Table(QTableWidget):
    """`heads`, and `rows` of as many words. The columns share the width alike, or by `shares`, but no word is broken:
    where they have no room the table scrolls. It is as high as its rows, of which no more than twelve are seen at once.
    The first column names its row.
    """

    def __init__(
        self, look: Look, name: str, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float] = ()
    ) -> None:
        super().__init__(len(rows), len(heads))
        self._look, self._shares = look, shares or [1.0] * len(heads)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBar(SlimScrollBar(look))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cells = _Cells(look, self)
        self.setItemDelegate(self._cells)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        across = _Heads(look, self)
        self.setHorizontalHeader(across)
        across.setMinimumSectionSize(1)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        self.setHorizontalHeaderLabels(list(heads))
        self.setVerticalHeaderLabels([row[0] for row in rows])  # what a screen reader calls the row; else its number
        self._fill(rows)
        self._least: list[int] = []
        self._dress()  # it is laid out with its first size
        look.changed.connect(self._restyle)

    def _fill(self, rows: Sequence[Sequence[str]]) -> None:
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(row, column, item)
        if rows:
            self.setCurrentCell(0, 0)

    def texts(self) -> list[list[str]]:
        """What stands in the cells, row by row."""
        return [[self._text(row, column) for column in range(self.columnCount())] for row in range(self.rowCount())]

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else ""

    def _restyle(self) -> None:
        self._dress()
        self._lay_out()

    def _dress(self) -> None:
        self.setPalette(self._look.palette())
        self.setFont(self._look.font(SMALL.bold, tabular=True))
        self._cells.forget()
        self._least = self._longest_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Who scrolls the page is not caught in a table on the way: that scrolls for who was in it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _lay_out(self) -> None:
        for column, wide in enumerate(self._widths()):
            self.setColumnWidth(column, wide)
        self.resizeRowsToContents()
        self.horizontalHeader().setFixedHeight(self.horizontalHeader().sizeHint().height())
        self.setFixedHeight(self._high())

    def _widths(self) -> list[int]:
        """By the shares, but each at least as wide as its longest word; what is left over goes to the last."""
        least = self._least
        spare = max(0.0, self.viewport().width() - sum(least))
        wanted = [self.viewport().width() * share / sum(self._shares) for share in self._shares]
        lacking = [max(0.0, want - has) for want, has in zip(wanted, least, strict=True)]
        share = min(1.0, spare / sum(lacking)) if any(lacking) else 0.0
        widths = [math.floor(has + lack * share) for has, lack in zip(least, lacking, strict=True)]
        widths[-1] += max(0, self.viewport().width() - sum(widths))
        return widths

    def _longest_words(self) -> list[int]:
        """The room that the longest word of each column takes."""
        bold = QFontMetrics(self._look.font(SMALL.bold, tabular=True))
        heads = [str(self.model().headerData(n, Qt.Orientation.Horizontal)) for n in range(self.columnCount())]
        columns = zip(heads, *self.texts(), strict=True)
        words = ({word for text in texts for word in text.split()} for texts in columns)
        least = [max(map(bold.horizontalAdvance, each), default=0) + 2 * space.S for each in words]
        return [
            max(word, self._look.px(_WIDE * share)) if share > 1 else word
            for word, share in zip(least, self._shares, strict=True)
        ]

    def _high(self) -> int:
        shown = min(_MOST_ROWS, self.rowCount())
        beyond = self.horizontalScrollBar().sizeHint().height() if self._is_wider() else 0
        rows = sum(self.rowHeight(row) for row in range(shown))
        return self.horizontalHeader().sizeHint().height() + rows + beyond + 2

    def _is_wider(self) -> bool:
        return sum(self.columnWidth(column) for column in range(self.columnCount())) > self.viewport().width()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(100) * self.columnCount(), self._high())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._high())
