"""A page that covers the window with one column in its middle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.key_places import is_key_of
from coach.ui.look import space
from coach.ui.look.soft_shadow import REACH
from coach.ui.look.theme import Look
from coach.ui.look.typography import HERO, LEAD, OVERLINE
from coach.ui.widgets.labels import Label
from coach.ui.widgets.overlay import Overlay
from coach.ui.widgets.scroll import Scroll

WIDTH = 720


def column_in(look: Look, body: QWidget) -> QVBoxLayout:
    """The column in the middle of `body`, wide enough for a sentence, with room for the shadows of its cards."""
    middle = QHBoxLayout(body)
    middle.setContentsMargins(space.S, space.WIDER, space.S, space.S)
    column = QWidget()
    column.setMaximumWidth(look.px(WIDTH) + 2 * REACH)
    middle.addStretch(1)
    middle.addWidget(column, 50)
    middle.addStretch(1)
    rows = QVBoxLayout(column)
    rows.setContentsMargins(REACH, 0, REACH, REACH)
    rows.setSpacing(space.M)
    return rows


class Framed(Overlay):
    """A page that covers the window with one column in its middle; it scrolls where there is no room. What Return and
    Escape do is set as `on_return` and `on_escape`.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        body = QWidget()
        self.rows = column_in(look, body)
        scroll = Scroll(look, self)
        scroll.set_content(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.on_return: Callable[[], object] = lambda: None
        self.on_escape: Callable[[], object] = lambda: None
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.paper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key_of(event, "covering", "away"):
            self.on_escape()
        elif is_key_of(event, "covering", "first"):
            self.on_return()
        else:
            super().keyPressEvent(event)

    def say(self, over: str, title: str, text: str) -> None:
        """What it is about, as a screen reader says it, too."""
        self.is_about(title)
        self.rows.addWidget(Label(self._look, over, OVERLINE, "atext"))
        self.rows.addWidget(Label(self._look, title, HERO, wrap=True))
        self.rows.addWidget(Label(self._look, text, LEAD, "ink2", wrap=True))
