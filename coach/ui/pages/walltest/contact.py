"""The contact check: one point at a time, in large type, answered with a key."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.content.model import Figure, RecheckStep
from coach.ui.look.icons import paint_icon
from coach.ui.pages.footed import FootedPage
from coach.ui.widgets.buttons import Button, PaintedButton, overlaid, paint_key
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Split
from coach.ui.widgets.pips import Pips
from coach.ui.widgets.place import FigurePlace
from coach.ui.widgets.teststeps import TestSteps
from coach.walltest.protocol import Ask, Protocol

_LOW = 640  # pixels of height below which the question stands closer, so that all of it is seen


class AnswerRow(PaintedButton):
    """One answer, as wide as the card: its key, its words, and a tick where it was given before."""

    def __init__(self, look, key: str, words: str, *, was_given: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._key, self._was_given = key, was_given
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({key})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._look.font(20, 700)).horizontalAdvance(self.text())
        return QSize(math.ceil(wide) + self._look.px(120), self._look.px(66))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(66))

    def outline(self) -> tuple[QRectF, float]:
        return QRectF(self.rect()), 16.0

    def paintEvent(self, _event) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(theme.pine if self._was_given else theme.edge, 2.0 if self._was_given else 1.5))
        painter.setBrush(overlaid(theme.psoft if self._was_given else theme.card, theme.ink, self.wash()))
        painter.drawRoundedRect(box, 16, 16)
        cap = self._look.px(28)
        paint_key(painter, self._look, QPointF(18, box.center().y()), self._key, cap, theme.ink)
        painter.setFont(self._look.font(20, 700, -0.01))
        painter.setPen(theme.ink)
        room = box.adjusted(18 + cap + 16, 0, -52, 0)
        text = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        if self._was_given:
            side = self._look.px(24)
            spot = QRectF(box.right() - side - 18, box.center().y() - side / 2, side, side)
            paint_icon(painter, "check", spot, theme.pine, 2.4)


class ContactPage(FootedPage):
    """`answered(int)` counts from 0; `back` and `hurts` as their buttons."""

    answered, back, hurts = Signal(int), Signal(), Signal()

    def __init__(self, look) -> None:
        super().__init__(look, self.tr("Wall test"))
        self._protocol: Protocol | None = None
        self._ask: Ask | None = None
        self._names: tuple[str, ...] = ()
        self._part = 0
        self._can_go_back = False
        self._figure: Figure | None = None
        self.rows: list[AnswerRow] = []
        self.back_button: Button | None = None

    def set_figure(self, figure: Figure | None) -> None:
        """Who stands at the wall beside the questions; None for nobody."""
        self._figure = figure

    def show_ask(self, protocol: Protocol, names: tuple[str, ...], part: int, *, can_go_back: bool) -> None:
        """Show the protocol's current point."""
        self._protocol, self._ask, self._names, self._part = protocol, protocol.current, names, part
        self._can_go_back = can_go_back
        self.refresh()
        self.setAccessibleName(f"{self._ask.point.title}. {self._ask.point.ask}")
        self.verticalScrollBar().setValue(0)

    def build(self, column: QVBoxLayout) -> None:
        assert self._ask is not None
        steps = TestSteps(self._look)
        steps.tell(self._names, self._part)
        column.addLayout(self.header(steps))
        split = Split(592, 304, self._look.px(760))
        split.addWidget(self._question(self._ask))
        split.addWidget(self._so_far(self._ask))
        column.addLayout(split, 1)
        self.set_foot(self._foot())

    def _question(self, ask: Ask) -> Card:
        is_low = self.height() < self._look.px(_LOW)
        card = Card(self._look, padding=20 if is_low else 28)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        head = QHBoxLayout()
        over = self.tr("Once more, without correcting") if isinstance(ask.step, RecheckStep) else self.tr("At the wall")
        head.addWidget(Label(self._look, over, 13, 700, "atext"))
        head.addStretch(1)
        count = self.tr("{0} of {1}").format(ask.number, ask.of)
        head.addWidget(Label(self._look, count, 13, 600, "ink2", tabular=True))
        rows.addLayout(head)
        rows.addWidget(Label(self._look, str(ask.point.title), 32 if is_low else 40, 800, tracking=-0.03, wrap=True))
        rows.addWidget(Label(self._look, str(ask.point.ask), 20, 600, "ink2", wrap=True))
        rows.addSpacing(4 if is_low else 14)
        given = self._protocol.given if self._protocol else None
        self.rows = []
        for index, answer in enumerate(ask.point.answers):
            row = AnswerRow(self._look, str(index + 1), str(answer.say), was_given=given == index)
            row.clicked.connect(lambda _=False, index=index: self.answered.emit(index))
            self.rows.append(row)
            rows.addWidget(row)
        rows.addSpacing(4 if is_low else 16)
        rows.addStretch(1)
        pips = Pips(self._look)
        pips.tell(ask.number, ask.of)
        rows.addWidget(pips)
        return card

    def _so_far(self, ask: Ask) -> Card:
        """The points as a list, with what was answered."""
        card = Card(self._look)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(Label(self._look, self.tr("So far"), 20, 700, tracking=-0.015))
        answers = self._protocol.answers
        kind = answers.rechecks if isinstance(ask.step, RecheckStep) else answers.checks
        given = kind.get(ask.step.id, {})
        points = [a.point for a in self._protocol.asks if a.step_index == ask.step_index]
        for point in points:
            row = QHBoxLayout()
            is_now = point.id == ask.point.id
            tone = "ink" if is_now or point.id in given else "ink2"
            row.addWidget(Label(self._look, str(point.title), 15, 700 if is_now else 500, tone, wrap=True), 3)
            if point.id in given:
                words, right = str(point.answers[given[point.id]].say), Qt.AlignmentFlag.AlignRight
                row.addWidget(Label(self._look, words, 13, 600, "ink2", wrap=True, align=right), 2)
            rows.addLayout(row)
        rows.addStretch(1)
        if self._figure is not None:
            rows.addSpacing(8)
            rows.addWidget(FigurePlace(self._look, height=224, figure=self._figure, close=False))
        return card

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.back_button = Button(self._look, self.tr("Back"), "secondary", height=48, key="←")
        self.back_button.setEnabled(self._can_go_back)
        self.back_button.clicked.connect(self.back)
        hurts = Button(self._look, self.tr("This hurts"), "secondary", "hurt", 48, "H")
        hurts.clicked.connect(self.hurts)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(hurts)
        return row
