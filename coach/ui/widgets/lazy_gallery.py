"""A gallery that makes only the cards that are seen: of a thousand as quickly as of ten.

Rows of cards are made as they come into sight, by whatever brings them there: the wheel, a key, the scroll bar, the
keyboard that goes from card to card. Those that are near are made when there is time, those that are far are given up.
So that the keyboard finds its way, the first row and the last are always there, and so are those beside what has it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLayoutItem, QScrollArea, QStyle, QWidget
from shiboken6 import isValid

from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.widgets.focus import take_keyboard, widgets_in
from coach.ui.widgets.gallery_rows import Rows
from coach.ui.widgets.layouts import Items, in_columns
from coach.values import dataclass

_NEAR, _FAR = 1, 3
"""Screens above and below what is seen: up to there rows are made ahead, and from there on they are given up."""
_FADE_MS = 200  # a page that comes in with motion is in its place first
_PAUSE_MS = 4  # between two rows, so that keys, clicks and paints come first


@dataclass(frozen=True, slots=True)
class Entry:
    """A card that `make` makes where it is wanted; `name` tells it from the others. It takes `span` columns. `tells` is
    what it would show: as long as that is equal, the card that is there stays; without it each is made anew.
    """

    name: str
    make: Callable[[], QWidget]
    span: int = 1
    tells: Callable[[], object] | None = None


class LazyGallery(Items):
    """Cards of equal width in as many columns as `narrowest` allows, in the content of `area`; a row is as high as its
    highest card. `show_entries` says which.
    """

    def __init__(
        self,
        look: Look,
        area: QScrollArea,
        narrowest: int,
        spacing: int = space.XL,
        most: int = 5,
        number: Callable[[QWidget, int, int], object] = lambda _card, _place, _of: None,
    ) -> None:
        """`narrowest` grows with the text size. `number` tells a card its place among all, from 1: who does not see the
        scroll bar hears it.
        """
        super().__init__(spacing)
        self._look, self._area, self._narrowest, self._most, self._number = look, area, narrowest, most, number
        self.entries: tuple[Entry, ...] = ()
        self._rows: Rows | None = None
        self._width = 0
        self._box = QRect()  # Qt forgets it with every `invalidate`
        self._made: dict[int, QWidget] = {}
        self._told: dict[int, object] = {}
        self._top_card: tuple[int, int] | None = None
        self._is_dirty = self._is_busy = self._is_restyled = self._is_unsorted = False
        self._is_new, self._is_at_end, self._goes_to_end = True, False, False
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._make_ahead)
        bar = area.verticalScrollBar()
        bar.actionTriggered.connect(self._acted)
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._ranged)
        look.changed.connect(self._restyle)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    # --- what it holds

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """These cards from now on. What is seen first and who has the keyboard stay, where the same card is there."""
        top, focused = self._top_card, self._with_keyboard()
        first = "" if top is None else self.entries[top[0]].name
        wanted = "" if focused is None else self.entries[focused].name
        places = {entry.name: number for number, entry in enumerate(entries)}
        stay = {number: there for number in self._made if (there := self._stays(number, entries, places)) is not None}
        self._is_busy = True  # the keyboard leaves what goes
        self._give_up([number for number in self._made if number not in stay])
        self._is_busy = False
        if [(one.name, one.span) for one in self.entries] != [(one.name, one.span) for one in entries]:
            self._rows = None  # else what was measured is a better guess than any
        self.entries = tuple(entries)
        self._made = {stay[number]: card for number, card in self._made.items()}
        self._told = {stay[number]: told for number, told in self._told.items()}
        self._is_unsorted = True
        self._top_card = (places[first], top[1]) if top is not None and first in places else None
        self._is_new, self._is_at_end = True, False
        self._activate()
        if focused not in stay and (card := self.card(wanted)) is not None:
            take_keyboard(card)

    def _stays(self, number: int, entries: Sequence[Entry], places: Mapping[str, int]) -> int | None:
        """Where a card that is made stands among other entries; None for one that is no more what it would be."""
        there = places.get(self.entries[number].name)
        tells = None if there is None else entries[there].tells
        return there if tells is not None and self._told.get(number) == tells() else None

    def card(self, name: str) -> QWidget | None:
        """The card of the entry of that name, made now if it was not; None where there is none, or no room yet."""
        number = next((number for number, entry in enumerate(self.entries) if entry.name == name), None)
        if number is None or self._rows is None:
            return None
        self._lay(also=(self._rows.row_of(number),))
        return self._made[number]

    @property
    def cards(self) -> list[QWidget]:
        """Those that are made, as one reads."""
        order = [cell.number for row in self._rows.rows for cell in row] if self._rows is not None else []
        return [self._made[number] for number in order if number in self._made]

    def _restyle(self) -> None:
        """All is of another size."""
        self._is_restyled = True
        self.invalidate()

    def _activate(self) -> None:
        """Have it laid out now, not with the next event: nobody sees it without its cards."""
        content = self.parentWidget()
        self.update()
        if content is not None and content.isVisible() and (layout := content.layout()) is not None:
            layout.activate()

    # --- how large

    def columns(self, width: int) -> int:
        """How many columns stand in a width of so many pixels."""
        return max(1, min(self._most, (width + self.spacing()) // (self._least + self.spacing())))

    @property
    def _least(self) -> int:
        return self._look.px(self._narrowest)

    def minimumSize(self) -> QSize:
        return QSize(min(super().minimumSize().width(), self._least), 0)

    def sizeHint(self) -> QSize:
        return QSize(self._least, self.heightForWidth(self._least))

    def heightForWidth(self, width: int) -> int:
        """What was not made yet, and all of it at another width than it has, is as high as one thinks."""
        if self._rows is not None and width == self._width:
            return self._rows.total
        if width not in self._otherwise:
            self._otherwise[width] = self._rows_at(width).total
        return self._otherwise[width]

    def _rows_at(self, width: int) -> Rows:
        guess = self._least if self._rows is None else self._rows.typical
        return Rows([entry.span for entry in self.entries], self.columns(width), self.spacing(), guess)

    def invalidate(self) -> None:
        self._is_dirty = True
        self._otherwise: dict[int, int] = {}  # total heights by other widths
        super().invalidate()

    # --- where

    def _arrange(self, rect: QRect, move: bool) -> int:
        if move:
            self._box = QRect(rect)
            self._lay()
        return self.heightForWidth(rect.width())

    def _lay(self, also: Collection[int] = ()) -> None:
        """Make what is seen, and the rows `also`; all in its place."""
        if self._is_busy or self._box.width() <= 0 or self.parentWidget() is None:
            return
        self._is_busy = True
        try:
            self._lay_in(self._box, also)
        finally:
            self._is_busy = False
        self._look_ahead()

    def _lay_in(self, rect: QRect, also: Collection[int]) -> None:
        before = self._rows
        told = before.total if before is not None else -1
        if before is None or self._is_restyled or self._width != rect.width():
            self._rows, self._width = self._rows_at(rect.width()), rect.width()
            self._is_dirty, self._is_restyled, self._is_unsorted = True, False, True
        rows = self._rows
        assert rows is not None
        if self._is_dirty:
            self._is_dirty = False
            self._measure({rows.row_of(number) for number in self._made})
        fresh = self._stay(before, rows) if before is not None and before is not rows else []
        while missing := [row for row in self._wanted(rows, also) if not self._is_made(row)]:
            fresh += self._make(missing)
            self._measure(missing)
        near = set(self._around(rows, _FAR)) | self._wanted(rows, also)
        self._give_up([number for number in self._made if rows.row_of(number) not in near])
        self._place(rows, rect)
        if self._is_unsorted or fresh:
            self._put_in_order(self._made if self._is_unsorted else fresh)
            self._is_unsorted = False
        self._keep_place(rows, rect)
        if rows.total != told:
            self.update()  # what is scrolled is of another height

    def _wanted(self, rows: Rows, also: Collection[int]) -> set[int]:
        """The rows without which it cannot do."""
        if not rows.rows:
            return set()
        last = len(rows.rows) - 1
        found = {0, last, *also, *self._around(rows, 0)}
        if (number := self._with_keyboard()) is not None:
            row = rows.row_of(number)
            found |= {max(0, row - 1), row, min(last, row + 1)}
        return found

    def _around(self, rows: Rows, screens: int) -> range:
        """The rows of which something is seen, or lies no more than so many screens away."""
        high, top = self._area.viewport().height(), self._top(rows)
        return rows.between(top - screens * high, top + (screens + 1) * high)

    def _top(self, rows: Rows) -> int:
        """What is seen of it begins so far below its own top; less than nothing while something stands above it.

        It hangs on a card that was seen before: where others are of another height than one thought, that one stays.
        """
        box, content = self._box, self._area.widget()
        if self._is_at_end and content is not None:
            return rows.total + content.height() - box.y() - box.height() - self._area.viewport().height()
        if self._top_card is None:
            return self._area.verticalScrollBar().value() - box.y()
        number, within = self._top_card
        return rows.top(rows.row_of(number)) + within

    def _stay(self, before: Rows, rows: Rows) -> list[int]:
        """What was seen first is seen first among other rows, as far into it as before; the cards made for that."""
        if self._top_card is None:
            return []
        number, within = self._top_card
        row = rows.row_of(number)
        fresh = self._make([row])
        self._measure([row])
        if within > 0:
            within = round(within * rows.height(row) / before.height(before.row_of(number)))
        self._top_card = number, within
        return fresh

    def _keep_place(self, rows: Rows, rect: QRect) -> None:
        """What is seen stays where it is, whatever became of the rows above it."""
        bar = self._area.verticalScrollBar()
        if self._is_at_end:
            bar.setValue(bar.maximum())
        elif self._top_card is not None:
            bar.setValue(rect.y() + self._top(rows))

    def _acted(self, action: int) -> None:
        """Of which Qt tells before it moves: who wants to the end comes to it, however high what is there will be."""
        self._goes_to_end = action == QAbstractSlider.SliderAction.SliderToMaximum.value

    def _scrolled(self, value: int) -> None:
        if self._is_busy or self._rows is None:
            return
        top, high = value - self._box.y(), self._area.viewport().height()
        seen = self._rows.between(top, top + high) if top > 0 else range(0)
        row = next((row for row in seen if self._is_made(row)), next(iter(seen), None))
        self._top_card = None if row is None else (self._rows.rows[row][0].number, top - self._rows.top(row))
        stays = self._is_at_end and value == self._area.verticalScrollBar().maximum()
        self._is_at_end, self._goes_to_end = self._goes_to_end or stays, False
        told = self._rows.total
        self._lay()
        if self._rows.total != told:  # now: who scrolled to the end is there
            QCoreApplication.sendPostedEvents(self._area.widget(), QEvent.Type.LayoutRequest)

    def _ranged(self, _least: int, _most: int) -> None:
        self._lay()

    # --- making and giving up

    def _is_made(self, row: int) -> bool:
        assert self._rows is not None
        return all(cell.number in self._made for cell in self._rows.rows[row])

    def _make(self, rows: Iterable[int]) -> list[int]:
        """The numbers of the cards that were made for these rows."""
        assert self._rows is not None
        numbers = [cell.number for row in rows for cell in self._rows.rows[row] if cell.number not in self._made]
        for number in numbers:
            entry = self.entries[number]
            card = self._made[number] = entry.make()
            if entry.tells is not None:
                self._told[number] = entry.tells()
            self.addWidget(card)
        return numbers

    def _measure(self, rows: Iterable[int]) -> None:
        assert self._rows is not None
        one = self._one_column()
        for row in rows:
            if self._is_made(row):
                cells = self._rows.rows[row]
                widths = (in_columns(cell, one, self.spacing())[1] for cell in cells)
                cards = (self._made[cell.number] for cell in cells)
                self._rows.tell(row, max(_high(card, width) for card, width in zip(cards, widths, strict=True)))

    def _one_column(self) -> float:
        assert self._rows is not None
        columns = self._rows.columns
        return (self._width - self.spacing() * (columns - 1)) / columns

    def _place(self, rows: Rows, rect: QRect) -> None:
        one, way = self._one_column(), self._area.layoutDirection()
        for row in {rows.row_of(number) for number in self._made}:
            top, high = rect.y() + rows.top(row), rows.height(row)
            for cell in rows.rows[row]:
                if (card := self._made.get(cell.number)) is not None:
                    x, width = in_columns(cell, one, self.spacing())
                    card.setGeometry(QStyle.visualRect(way, rect, QRect(rect.x() + x, top, width, high)))

    def _put_in_order(self, fresh: Iterable[int]) -> None:
        """For the keyboard, and for who reads the window from its beginning, the cards come as one reads them."""
        cards, new = self.cards, {id(self._made[number]) for number in fresh if number in self._made}
        for after, card in pairwise(reversed(cards)):
            if id(card) in new or id(after) in new:
                card.stackUnder(after)
        for card in cards:
            if id(card) in new:
                card.show()
        order = [cell.number for row in self._rows.rows for cell in row] if self._rows is not None else []
        for place, number in enumerate(order, 1):
            if (numbered := self._made.get(number)) is not None:
                self._number(numbered, place, len(order))
        stops = [stop for card in cards for stop in _stops(card)]
        for before, stop in pairwise(stops):
            QWidget.setTabOrder(before, stop)

    def takeAt(self, index: int) -> QLayoutItem | None:
        item = super().takeAt(index)
        if item is not None:
            self._made = {number: card for number, card in self._made.items() if card is not item.widget()}
            self._told = {number: told for number, told in self._told.items() if number in self._made}
        return item

    def _give_up(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            card = self._made[number]
            self.takeAt(self.indexOf(card))
            card.hide()
            card.deleteLater()

    # --- ahead of what is seen

    def _look_ahead(self) -> None:
        if not self._later.isActive() and self._row_ahead() is not None:
            self._later.start(_FADE_MS if self._is_new and not self._look.reduced_motion else _PAUSE_MS)
            self._is_new = False

    def _make_ahead(self) -> None:
        if (row := self._row_ahead()) is not None and self._area.isVisible():
            self._lay(also=(row,))

    def _row_ahead(self) -> int | None:
        """The next row that is near and not made, first below what is seen."""
        if self._rows is None:
            return None
        seen = self._around(self._rows, 0).start
        near = sorted(self._around(self._rows, _NEAR), key=lambda row: (row < seen, abs(row - seen)))
        return next((row for row in near if not self._is_made(row)), None)

    # --- the keyboard

    def _with_keyboard(self) -> int | None:
        """The number of the card that has it, itself or something on it."""
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        return next((number for number, card in self._made.items() if card is focus or card.isAncestorOf(focus)), None)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Beside the card that has it now are those to which it may go next."""
        if now is not None and isValid(self) and self._with_keyboard() is not None:
            self._lay()


def _high(card: QWidget, width: int) -> int:
    """Of one that is not shown yet as well, which Qt's own items take for nothing."""
    high = card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
    return max(high, card.minimumSizeHint().height())


def _stops(card: QWidget) -> list[QWidget]:
    tab = Qt.FocusPolicy.TabFocus
    return [each for each in (card, *widgets_in(card)) if each.focusPolicy() & tab]
