"""What of a session scrolls where the window is small for its text: what is said, who shows it, and what comes."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.look import sizes, space
from coach.ui.look.mirror import put
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CAPTION, HERO, HERO_NARROW, SMALL, SUBTITLE, SUBTITLE_NARROW, TextStyle
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.scroll import Scroll
from coach.ui.widgets.stage import Stage
from coach.ui.widgets.strip import Strip

_SMALLER = (36, 32, 28, 24, 20)  # pixels of a name, of which a single word is too long
_LEAST_SEEN = 96  # pixels of what scrolls that a long name leaves
_STAGE_SHARE = 0.75  # of its width: how high a figure's stage is


class Scrolled(Scroll):
    """Holds the stage, the strip and what of the controls has no room in their row; what they have of words stands in
    labels that wrap. `name` and `line` stand above it, where they do not scroll.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._look = look
        self.name = Label(look, "", HERO, wrap=True, parent=parent)
        self.line = Label(look, "", SUBTITLE, "ink2", wrap=True, parent=parent)
        content = QWidget()
        self._rows = rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, space.M, 0)
        rows.setSpacing(space.M)
        self.trouble = Label(look, "", SMALL.semibold, "warn", wrap=True)
        self.said = Label(look, "", CAPTION[0], wrap=True)
        self._plate = self._card(self.said)
        self.after = Label(look, "", BODY.bold, wrap=True)
        self.where = Label(look, "", SMALL, "ink2", wrap=True)
        rows.addWidget(self.trouble)
        rows.addWidget(self._plate)
        rows.addWidget(self._card(Label(look, self.tr("Next"), SMALL, "ink2"), self.after))
        rows.addWidget(self.where)
        rows.addStretch(1)
        self.set_content(content)
        self.put_away()

    def _card(self, *labels: Label) -> Card:
        card = Card(self._look, padding=space.L, radius=sizes.PLATE_RADIUS)
        lines = QVBoxLayout(card)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(space.HAIR)
        for label in labels:
            lines.addWidget(label)
        return card

    def take(self, stage: Stage, strip: Strip) -> None:
        """Hold these from now on; whoever wants them back gives them another parent."""
        self._rows.insertWidget(2, stage)
        self._rows.insertWidget(4, strip)
        for widget in (stage, strip, self):
            widget.show()

    def take_more(self, more: Button) -> None:
        """Hold this one too, below all else."""
        if self._rows.indexOf(more) < 0:
            self._rows.insertWidget(self._rows.count() - 1, more, 0, Qt.AlignmentFlag.AlignLeft)
            more.show()

    def put_away(self) -> None:
        """Nothing of it is seen any more."""
        for widget in (self, self.name, self.line):
            widget.hide()

    def tell(self, name: str, line: str, where: str) -> None:
        """What is done now, how much of it, and in which session."""
        for label, text in ((self.name, name), (self.line, line), (self.where, where)):
            _say(label, text)

    def tell_said(self, said: str, after: str, trouble: str) -> None:
        """What is being said, what comes next, and what the person should know."""
        for label, text in ((self.said, said), (self.after, after), (self.trouble, trouble)):
            _say(label, text)
        self._plate.setVisible(bool(said))

    def place(self, x: int, y: int, width: int, bottom: int, *, is_narrow: bool) -> None:
        """Stand between `y` and `bottom`, with the words above what scrolls."""
        self._style(HERO_NARROW if is_narrow else HERO, SUBTITLE_NARROW if is_narrow else SUBTITLE, width, bottom - y)
        for label in (self.name, self.line):
            high = label.heightForWidth(width) if label.text() else 0
            put(label, x, y, width, high)
            y += high + space.HAIR
        put(self, x, y + space.S, width, max(1, bottom - y - space.S))

    def _style(self, name: TextStyle, line: TextStyle, width: int, high: int) -> None:
        """The name at its size, unless a word of it is wider than there is room, or it would leave none to the rest."""
        self.line.set_style(line)
        below = self.line.heightForWidth(width) + _LEAST_SEEN
        for style in (name, *(name.sized(px) for px in _SMALLER if px < name.px)):
            self.name.set_style(style)
            metrics = QFontMetricsF(self._look.font(style))
            widest = max((metrics.horizontalAdvance(word) for word in self.name.text().split()), default=0.0)
            if widest <= width and self.name.heightForWidth(width) + below <= high:
                return

    def fit_stage(self, stage: Stage, width: int) -> None:
        """As high as a figure wants it, or as the steps need at their full size."""
        inner = width - space.M - 10
        wished = stage.high_for_steps(inner)
        high = max(inner * _STAGE_SHARE, wished if math.isfinite(wished) else 0.0)  # a word may be wider than the stage
        stage.setFixedHeight(round(high))


def _say(label: Label, text: str) -> None:
    """A label without words is not there, for no eye and no ear."""
    if label.text() != text:
        label.setText(text)
    label.setVisible(bool(text))
