"""A picture, and below it a badge and a line of words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.look import space
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SMALL
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow

_SIDE = 24  # pixels at text size 1: as high as the line that it stands in


class Badge(QWidget):
    """A number on a sunk disc, or with an `icon` that icon on a dark one."""

    def __init__(self, look: Look, number: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._number, self._icon = look, number, icon
        self.setFixedSize(look.px(_SIDE), look.px(_SIDE))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, box = self._look.theme, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_edged = theme.name == "contrast"
        painter.setPen(QPen(theme.edge, 2) if is_edged else Qt.PenStyle.NoPen)
        painter.setBrush(theme.ink if self._icon else theme.sunk)
        painter.drawEllipse(box)
        if self._icon:
            inset = box.width() * 0.26
            paint_icon(painter, self._icon, box.adjusted(inset, inset, -inset, -inset), theme.paper, 2.4)
            return
        painter.setPen(theme.ink)
        painter.setFont(self._look.font(SMALL.heavy, tabular=True))
        write(painter, box, Qt.AlignmentFlag.AlignCenter, self._number)


class Captioned(QWidget):
    """`picture` above `word`, bold, and `text`; the badge stands before them, where it can hide nobody's head."""

    def __init__(
        self, look: Look, picture: QWidget, word: str, text: str = "", *, number: str = "", icon: str = ""
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.S)
        column.addWidget(picture)
        line = Flow(space.XS_LOOSE)
        if number or icon:
            line.addWidget(Badge(look, number, icon))
        line.addWidget(Label(look, word, BODY.bold))
        if text:
            line.addWidget(Label(look, text, SMALL, "ink2", wrap=True))
        column.addLayout(line)
