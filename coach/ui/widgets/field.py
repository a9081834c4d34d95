"""A text field in the look: a card with an edge, an icon before the words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from coach.ui.look import sizes, space
from coach.ui.look.mirror import painter_of
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.widgets.labels import IconLabel
from coach.ui.widgets.role import ToldOnce


class Field(QWidget):
    """One line of text. `changed(str)` at every key; `placeholder` says what may be typed, `name` what it is, where
    that is something else. Escape empties one in which something is searched (`empties`), but not one that holds what
    somebody wrote.
    """

    changed = Signal(str)
    _watched: QLineEdit | None = None  # Python may empty an object while Qt still sends it events

    def __init__(
        self,
        look: Look,
        placeholder: str,
        icon: str = "search",
        parent: QWidget | None = None,
        *,
        empties: bool = True,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._empties = empties
        self._look = look
        self.edit = _Edit(self)
        self.edit.setFrame(False)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(name or placeholder)
        self.edit.setAccessibleDescription(placeholder if name else "")
        self.edit.setToolTip(placeholder)
        self.edit.setClearButtonEnabled(False)
        self.edit.textChanged.connect(self.changed)
        self._watched = self.edit
        self.edit.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(space.M_LOOSE, 0, space.M_LOOSE, 0)
        row.setSpacing(space.S_LOOSE)
        row.addWidget(IconLabel(look, icon, 18))
        row.addWidget(self.edit, 1)
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)  # pressed anywhere
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._restyle()
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.edit.setFont(self._look.font(BODY))
        palette = self._look.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.edit.setPalette(palette)
        self.setFixedHeight(self._look.px(44))
        self.setMinimumWidth(self._look.px(250))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        edit = self._watched
        if edit is None or watched is not edit:
            return False
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        elif self._empties and _is_escape(event) and edit.text():
            edit.clear()
            return True
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.5 if self.edit.hasFocus() else 1.5
        painter.setPen(QPen(theme.focus if self.edit.hasFocus() else theme.edge, width))
        painter.setBrush(theme.card)
        half = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half),
            sizes.CONTROL_RADIUS - half,
            sizes.CONTROL_RADIUS - half,
        )


class _Edit(ToldOnce, QLineEdit):
    pass


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
