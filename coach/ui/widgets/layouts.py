"""Layouts that follow the width: chips that wrap, galleries of equal cards, two columns that become one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QStyle, QVBoxLayout, QWidget, QWidgetItem
from shiboken6 import getCppPointer, wrapInstance

from coach.ui.look import space
from coach.ui.widgets.gallery_rows import Cell, rows_of


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, nested layouts too, and delete its widgets."""
    gone = QVBoxLayout()  # an item that is taken is nobody's: PySide6 deletes none, so it goes with this layout
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            clear(inner)
            continue
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        gone.addItem(item)


def at_start(widget: QWidget) -> QHBoxLayout:
    """A row in which a control keeps its own width."""
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row


def height_at(item: QLayoutItem, width: int) -> int:
    """How high an item wants to be where it is so wide."""
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return item.sizeHint().height()


def _size_in(item: QLayoutItem, width: int) -> QSize:
    """The size that an item wants, or has at `width` where it wants more."""
    size = item.sizeHint()
    if size.width() <= width:
        return size
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else size.height())


def in_columns(cell: Cell, one: float, gap: int) -> tuple[int, int]:
    """From where on a card of a gallery stands in its row, and how wide it is; `one` is the width of a column."""
    return round(cell.column * (one + gap)), round(one * cell.span + gap * (cell.span - 1))


def _end(places: Sequence[int], _layout: object = None) -> None:
    """Delete the items of a layout that is no more, by where they lie in Qt's memory: no layout of Qt's does it for one
    of ours, and what Python has of them may have ended before.
    """
    gone = QVBoxLayout()
    for place in filter(None, places):
        item = wrapInstance(place, QWidgetItem)
        assert isinstance(item, QWidgetItem)
        gone.addItem(item)


class Items(QLayout):
    """What the layouts here share: a list of items and a height that follows the width."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._places: list[int] = []
        self.destroyed.connect(partial(_end, self._places))
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        # a layout within is Qt's to delete, and room that Python made is Python's: twice ends the process
        self._places.append(0 if item.widget() is None else getCppPointer(item)[0])
        self.invalidate()

    def add_layout(self, layout: QLayout) -> None:
        """A layout within; addWidget is Qt's own."""
        self.addChildLayout(layout)
        self.addItem(layout)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        del self._places[index]
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inner = QRect(0, 0, width, 0).marginsRemoved(self.contentsMargins())
        margins = self.contentsMargins()
        return self._arrange(inner, move=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), move=True)

    def minimumSize(self) -> QSize:
        width = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(width, 0).grownBy(self.contentsMargins())

    def sizeHint(self) -> QSize:
        width = max((item.sizeHint().width() for item in self._shown()), default=0)
        margins = self.contentsMargins()
        whole = width + margins.left() + margins.right()
        return QSize(whole, self.heightForWidth(whole))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def put(self, item: QLayoutItem, box: QRect, within: QRect) -> None:
        """Give an item its place, counted from where the line begins in `within`."""
        owner = self.parentWidget()
        way = owner.layoutDirection() if owner is not None else Qt.LayoutDirection.LeftToRight
        item.setGeometry(QStyle.visualRect(way, within, box))

    def _arrange(self, rect: QRect, move: bool) -> int:
        raise NotImplementedError


class Flow(Items):
    """Items at their own size, as one reads, in as many rows as they need. Words wider than a row wrap in it."""

    def __init__(self, spacing: int = space.S, parent: QWidget | None = None, align_right: bool = False) -> None:
        super().__init__(spacing, parent)
        self._align_right = align_right

    def sizeHint(self) -> QSize:
        items = self._shown()
        width = sum(item.sizeHint().width() for item in items) + self.spacing() * max(0, len(items) - 1)
        return QSize(width, max((item.sizeHint().height() for item in items), default=0)).grownBy(
            self.contentsMargins()
        )

    def _arrange(self, rect: QRect, move: bool) -> int:
        rows: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._shown():
            width = min(item.sizeHint().width(), rect.width())
            if rows[-1] and used + width > rect.width():
                rows.append([])
                used = 0
            rows[-1].append(item)
            used += width + self.spacing()
        y = rect.y()
        for row in rows:
            sizes = [_size_in(item, rect.width()) for item in row]
            height = max((size.height() for size in sizes), default=0)
            total = sum(size.width() for size in sizes) + self.spacing() * max(0, len(row) - 1)
            x = rect.right() + 1 - total if self._align_right else rect.x()
            for item, size in zip(row, sizes, strict=True):
                if move:
                    self.put(item, QRect(QPoint(x, y + (height - size.height()) // 2), size), rect)
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return max(0, y - self.spacing() - rect.y())


class Gallery(Items):
    """Cards of equal width in as many columns as `narrowest` allows; a row is as high as its highest card.

    `set_span(widget, 2)` lets one card take two columns where there are two; `fill` lets the last row reach to the
    bottom of the place.
    """

    def __init__(
        self,
        narrowest: int,
        spacing: int = space.XL,
        most: int = 5,
        parent: QWidget | None = None,
        *,
        fill: bool = False,
    ) -> None:
        super().__init__(spacing, parent)
        self._narrowest, self._most, self._fill = narrowest, most, fill
        self._spans: dict[int, int] = {}

    def set_span(self, widget: QWidget, columns: int) -> None:
        """Let a widget take several columns."""
        self._spans[id(widget)] = columns
        self.invalidate()

    def minimumSize(self) -> QSize:
        return QSize(min(super().minimumSize().width(), self._narrowest), 0)

    def columns(self, width: int) -> int:
        """How many columns stand in a width of so many pixels."""
        return max(1, min(self._most, (width + self.spacing()) // (self._narrowest + self.spacing())))

    def _arrange(self, rect: QRect, move: bool) -> int:
        columns = self.columns(rect.width())
        gap = self.spacing()
        one = (rect.width() - gap * (columns - 1)) / columns
        items = self._shown()
        rows = rows_of((self._spans.get(id(item.widget()), 1) for item in items), columns)
        y = rect.y()
        for number, row in enumerate(rows):
            places = [(items[cell.number], *in_columns(cell, one, gap)) for cell in row]
            height = max((height_at(item, width) for item, _, width in places), default=0)
            if move and self._fill and number == len(rows) - 1:
                height = max(height, rect.bottom() + 1 - y)
            if move:
                for item, x, width in places:
                    self.put(item, QRect(rect.x() + x, y, width, height), rect)
            y += height + gap
        return max(0, y - gap - rect.y())


class Split(Items):
    """Two columns in the proportion `left` to `right`, as one reads; one above the other where `narrow` pixels are not
    there.

    `fill` lets both reach to the bottom of the place; without it each has its own height. `first` names which comes
    first when they stand above each other.
    """

    def __init__(
        self,
        left: int,
        right: int,
        narrow: int,
        spacing: int = space.XL,
        fill: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spacing, parent)
        self._left, self._right, self._narrow, self._fill = left, right, narrow, fill

    def set_narrow(self, pixels: int) -> None:
        """The width below which the parts stand one below the other."""
        self._narrow = pixels
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical if self._fill else Qt.Orientation.Horizontal

    def is_narrow(self, width: int) -> bool:
        """Whether a width has no room for both side by side."""
        return width < self._narrow or len(self._shown()) < 2

    def _arrange(self, rect: QRect, move: bool) -> int:
        items = self._shown()
        if self.is_narrow(rect.width()):
            y = rect.y()
            for item in items:
                height = height_at(item, rect.width())
                if move:
                    self.put(item, QRect(rect.x(), y, rect.width(), height), rect)
                y += height + self.spacing()
            return max(0, y - self.spacing() - rect.y())
        room = rect.width() - self.spacing()
        left = max(round(room * self._left / (self._left + self._right)), items[0].minimumSize().width())
        widths = (left, room - left)
        heights = [height_at(item, width) for item, width in zip(items[:2], widths, strict=True)]
        if move:
            whole = max(*heights, rect.height()) if self._fill else 0
            x = rect.x()
            for item, width, height in zip(items[:2], widths, heights, strict=True):
                self.put(item, QRect(x, rect.y(), width, whole or height), rect)
                x += width + self.spacing()
        return max(heights)


class Beside(Items):
    """Words and the control that belongs to them: side by side, or the control below where the words would have less
    than `least` pixels.
    """

    def __init__(self, least: int, spacing: int = space.L, parent: QWidget | None = None) -> None:
        super().__init__(spacing, parent)
        self._least = least

    def _arrange(self, rect: QRect, move: bool) -> int:
        words, control = self._items[:2]
        size = control.sizeHint()
        room = rect.width() - size.width() - self.spacing()
        if room < self._least:
            height = height_at(words, rect.width())
            width = min(size.width(), rect.width())
            tall = size.height() if width == size.width() else height_at(control, width)
            if move:
                self.put(words, QRect(rect.x(), rect.y(), rect.width(), height), rect)
                below = QPoint(rect.x(), rect.y() + height + 8)
                self.put(control, QRect(below, QSize(width, tall)), rect)
            return height + 8 + tall if tall else height
        height = height_at(words, room)
        whole = max(height, size.height())
        if move:
            self.put(words, QRect(rect.x(), rect.y() + (whole - height) // 2, room, height), rect)
            place = QPoint(rect.right() + 1 - size.width(), rect.y() + (whole - size.height()) // 2)
            self.put(control, QRect(place, size), rect)
        return whole


class Foot(Items):
    """A row of buttons with words among them that take what the others leave; where those have no room so, all stand
    in as many rows as they need.
    """

    def __init__(self, words: QWidget, spacing: int = space.S, parent: QWidget | None = None) -> None:
        """`words` is one of what is added."""
        super().__init__(spacing, parent)
        self._words = words

    def _arrange(self, rect: QRect, move: bool) -> int:
        items = self._shown()
        widths = [item.sizeHint().width() for item in items]
        spare = rect.width() - sum(widths) - self.spacing() * max(0, len(items) - 1)
        rows = [items] if spare >= 0 else self._rows(items, rect.width())
        highs = [max((item.sizeHint().height() for item in row), default=0) for row in rows]
        whole = sum(highs) + self.spacing() * max(0, len(rows) - 1)
        y = rect.y() + max(0, (rect.height() - whole) // 2)
        for row, high in zip(rows, highs, strict=True):
            x = rect.x()
            for item in row:
                wide = min(item.sizeHint().width(), rect.width())
                wide += spare if spare > 0 and item.widget() is self._words else 0
                tall = item.sizeHint().height()
                if move and len(rows) == 1 and item.widget() is self._words:
                    self.put(item, QRect(x, rect.y(), wide, rect.height()), rect)
                elif move:
                    self.put(item, QRect(x, y + (high - tall) // 2, wide, tall), rect)
                x += wide + self.spacing()
            y += high + self.spacing()
        return whole

    def _rows(self, items: list[QLayoutItem], room: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = room + 1
        for item in items:
            wide = item.sizeHint().width()
            if used + self.spacing() + wide > room:
                rows.append([])
                used = -self.spacing()
            rows[-1].append(item)
            used += self.spacing() + wide
        return rows
