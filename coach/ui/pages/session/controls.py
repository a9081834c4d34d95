"""The row of controls under a session: this hurts, back, pause, skip, ten seconds more."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.look import sizes
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import painter_of, put, write
from coach.ui.look.soft_shadow import CARD, paint_shadow
from coach.ui.look.theme import Look
from coach.ui.look.typography import LABEL, SMALL
from coach.ui.widgets.buttons import Button, PaintedButton, cap_of, overlaid, paint_key, tell_key

_ACTS = ("hurts", "back", "pause", "skip", "more")
_GAP = 5.0
_LEAST_GAP = 12  # pixels between two of them, where one of them may stand elsewhere


class Control(PaintedButton):
    """A round or wide button with its word and key written below it."""

    def __init__(
        self,
        look: Look,
        shapes: Look,
        icon: str,
        word: str,
        key: str,
        *,
        width: int = 56,
        parent: QWidget | None = None,
    ) -> None:
        """`shapes` is the look of what is round, `look` that of the words below."""
        super().__init__(look, parent)
        self._shapes = shapes
        self._icon, self._word, self._key, self._wide = icon, word, key, width
        self.is_main = False
        self.shows_word = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tell(icon, word)

    def tell(self, icon: str, word: str, *, is_main: bool | None = None) -> None:
        """Another meaning: Pause becomes Go on."""
        self._icon, self._word = icon, word
        if is_main is not None:
            self.is_main = is_main
        self.setAccessibleName(word)
        tell_key(self, word, self._key)
        self.updateGeometry()
        self.update()

    @property
    def word(self) -> str:
        """What it does now."""
        return self._word

    def _shape_size(self) -> tuple[int, int]:
        return self._shapes.px(self._wide), self._shapes.px(56)

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._look.font(SMALL.semibold))

    def _key_wide(self) -> float:
        wide = QFontMetricsF(self._look.font(LABEL)).horizontalAdvance(self._key) + self._look.px(12)
        return max(self._look.px(24), wide)

    def _caption_wide(self) -> float:
        return self._metrics().horizontalAdvance(self._word) + _GAP + self._key_wide()

    def sizeHint(self) -> QSize:
        width, height = self._shape_size()
        if not self.shows_word:
            return QSize(width, height)
        return QSize(math.ceil(max(width, self._caption_wide())) + 2, height + self._look.px(27))

    def outline(self) -> tuple[QRectF, float]:
        """The shape without its word below, and the radius of its corners."""
        width, height = self._shape_size()
        return QRectF((self.width() - width) / 2, 0, width, height), height / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = self.outline()
        fill, ink = (theme.accent, theme.on) if self.is_main else (theme.card, theme.ink)
        paint_shadow(painter, box.adjusted(2, 2, -2, -2), radius - 2, theme.shadow, CARD[:1])
        is_edged = theme.name == "contrast" and not self.is_main
        painter.setPen(QPen(theme.edge, 2) if is_edged else Qt.PenStyle.NoPen)
        painter.setBrush(overlaid(fill, theme.ink, self.wash()))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1) if is_edged else box, radius, radius)
        side = self._shapes.px(30 if self._wide > 56 else 26)
        glyph = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        paint_icon(painter, self._icon, glyph, ink, 2.0)
        if self.shows_word:
            self._paint_caption(painter)

    def _paint_caption(self, painter: QPainter) -> None:
        theme = self._look.theme
        x = (self.width() - self._caption_wide()) / 2
        middle = self._shapes.px(56) + self._look.px(27) / 2 + 1
        wide = self._metrics().horizontalAdvance(self._word)
        painter.setFont(self._look.font(SMALL.semibold))
        painter.setPen(theme.ink2)
        line = QRectF(x, middle - self._look.px(12), wide + 2, self._look.px(24))
        write(painter, line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._word)
        paint_key(painter, self._look, QPointF(x + wide + _GAP, middle), self._key, self._key_wide(), theme.ink)


class Controls(QWidget):
    """The whole row; "This hurts" far left, far from Skip."""

    hurts, back, toggle, skip, more = Signal(), Signal(), Signal(), Signal(), Signal()

    def __init__(self, look: Look, shapes: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._holds_more = True
        hurts, back, pause, skip, more = (cap_of(self, "session", act) for act in _ACTS)
        self.hurts_button = Button(
            look, self.tr("This hurts"), "secondary", "hurt", sizes.BUTTON_HIGH, hurts, parent=self
        )
        self.back_button = Control(look, shapes, "prev", self.tr("Back"), back, parent=self)
        self.pause_button = Control(look, shapes, "pause", self.tr("Pause"), pause, width=104, parent=self)
        self.skip_button = Control(look, shapes, "next", self.tr("Skip"), skip, parent=self)
        self.more_button = Button(look, self.tr("10 s more"), "secondary", None, sizes.BUTTON_HIGH, more, parent=self)
        for button in (self.hurts_button, self.more_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hurts_button.clicked.connect(self.hurts)
        self.back_button.clicked.connect(self.back)
        self.pause_button.clicked.connect(self.toggle)
        self.skip_button.clicked.connect(self.skip)
        self.more_button.clicked.connect(self.more)

    @property
    def buttons(self) -> tuple[PaintedButton, ...]:
        """All of them, from left to right."""
        return self.hurts_button, self.back_button, self.pause_button, self.skip_button, self.more_button

    def show_words(self, *, shown: bool) -> None:
        """With the words below the round buttons, or without (a small window)."""
        for control in (self.back_button, self.pause_button, self.skip_button):
            control.shows_word = shown
            control.updateGeometry()
        self._place()

    def hold_more(self, *, held: bool) -> None:
        """Whether "10 s more" stands at the right end, or elsewhere."""
        self._holds_more = held
        if held and self.more_button.parentWidget() is not self:
            self.more_button.setParent(self)
            self.more_button.show()
        self._place()

    def has_room_for_more(self, width: int) -> bool:
        """Whether all of them stand beside each other in `width` pixels."""
        return sum(button.sizeHint().width() for button in self.buttons) + 4 * _LEAST_GAP <= width

    def high(self) -> int:
        """The height in pixels that the row needs."""
        return max(button.sizeHint().height() for button in self.buttons)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        middle = [control.sizeHint() for control in (self.back_button, self.pause_button, self.skip_button)]
        edge = self.hurts_button.sizeHint().width(), self.more_button.sizeHint().width() if self._holds_more else 0
        gap = min(42, max(6, (self.width() - sum(edge) - sum(size.width() for size in middle)) // 4))
        x = (self.width() - sum(size.width() for size in middle) - 2 * gap) // 2
        x = min(max(x, edge[0] + gap), self.width() - edge[1] - gap - sum(s.width() for s in middle) - 2 * gap)
        for control, size in zip((self.back_button, self.pause_button, self.skip_button), middle, strict=True):
            put(control, x, self.height() - size.height(), size.width(), size.height())
            x += size.width() + gap
        high = self.hurts_button.sizeHint().height()
        y = self.height() - high - max(0, min(14, self.height() - high))
        put(self.hurts_button, 0, y, edge[0], high)
        if self._holds_more:
            put(self.more_button, self.width() - edge[1], y, edge[1], high)


class ActionButton(Button):
    """What the person does in an open part, with its key: Done, Go on, Lost it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", "primary", "check", 52, parent=parent)
        self._key = cap_of(self, "session", "act")

    def tell(self, text: str, icon: str) -> None:
        """What it does now."""
        self.set_icon(icon)
        self.setText(text)
