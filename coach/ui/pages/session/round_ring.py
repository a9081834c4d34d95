"""The words of a session's ring where they are too large to stand in it: above it and below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coach.ui.look.mirror import put
from coach.ui.look.theme import Look
from coach.ui.look.typography import RING_WORD, TextStyle
from coach.ui.pages.session.layout import Box
from coach.ui.widgets.fit import line_font
from coach.ui.widgets.labels import Label
from coach.ui.widgets.ring import Ring, word_style


class RoundRing:
    """What the number counts stands above `ring`, and its word below it, both as large as the person's text is. A
    screen reader has them with the ring's own name.
    """

    def __init__(self, look: Look, ring: Ring, parent: QWidget) -> None:
        self._look, self._ring = look, ring
        self._style = RING_WORD
        middle = Qt.AlignmentFlag.AlignHCenter
        self.over = Label(look, "", RING_WORD.medium, "ink2", parent=parent, align=middle, elide=True)
        self.under = Label(look, "", RING_WORD, parent=parent, align=middle, elide=True)
        self.take(ring.width(), is_apart=False)

    def take(self, diameter: int, *, is_apart: bool) -> None:
        """Whether they stand so (`is_apart`), as large as in a ring of this `diameter` times the text size."""
        self._style = word_style(diameter)
        self._ring.set_bare(is_bare=is_apart)
        for label in (self.over, self.under):
            label.setVisible(is_apart)

    def follow(self) -> None:
        """Say what the ring says now."""
        for label, text in (
            (self.over, self._ring.over),
            (self.under, f"{self._ring.word} {self._ring.count}".strip()),
        ):
            if label.text() != text:
                label.setText(text)
                self._fit(label)

    def high(self) -> tuple[int, int]:
        """Pixels above the ring and below it."""
        line = self._look.px(self._style.line_height)
        return line, line

    def place(self, over: Box, under: Box) -> None:
        """Stand there."""
        for label, box in ((self.over, over), (self.under, under)):
            put(label, *box)
            self._fit(label)

    def _fit(self, label: Label) -> None:
        """A long word is in smaller letters before it is shortened."""
        style = self._style.medium if label is self.over else self._style
        label.set_style(self._fitting(label, style))

    def _fitting(self, label: Label, style: TextStyle) -> TextStyle:
        font = line_font(self._look, label.text(), style, label.width())
        return style.sized(font.pixelSize() / self._look.scale)
