"""The contact check: one point at a time, in large type, answered with a key."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.content.model import CheckStep, ContactPoint, Figure, RecheckStep
from coach.ui.look import sizes, space
from coach.ui.look.icons import paint_icon
from coach.ui.look.theme import Look
from coach.ui.look.typography import ACTION, BODY, HERO, HERO_LOW, LARGE, OVERLINE, SECTION, SMALL
from coach.ui.pages.walltest.asking import AskingPage
from coach.ui.pages.walltest.sections import Where
from coach.ui.widgets.buttons import Button, PaintedButton, overlaid, paint_key
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Split
from coach.ui.widgets.pips import Pips
from coach.ui.widgets.place import FigurePlace
from coach.ui.words.common import say
from coach.walltest.course import Ask, Course

_LOW = 640  # pixels of height below which the question stands closer, so that all of it is seen


class AnswerRow(PaintedButton):
    """One answer, as wide as the card: its key, its words, and a tick where it was given before."""

    def __init__(
        self, look: Look, key: str, words: str, *, was_given: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._key, self._was_given = key, was_given
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({key})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._look.font(ACTION)).horizontalAdvance(self.text())
        return QSize(math.ceil(wide) + self._look.px(120), self._look.px(66))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(66))

    def outline(self) -> tuple[QRectF, float]:
        return QRectF(self.rect()), sizes.ANSWER_RADIUS

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(theme.pine if self._was_given else theme.edge, 2.0 if self._was_given else 1.5))
        painter.setBrush(overlaid(theme.psoft if self._was_given else theme.card, theme.ink, self.wash()))
        painter.drawRoundedRect(box, sizes.ANSWER_RADIUS, sizes.ANSWER_RADIUS)
        cap = self._look.px(28)
        paint_key(painter, self._look, QPointF(18, box.center().y()), self._key, cap, theme.ink)
        painter.setFont(self._look.font(ACTION))
        painter.setPen(theme.ink)
        room = box.adjusted(18 + cap + 16, 0, -52, 0)
        text = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        if self._was_given:
            side = self._look.px(24)
            spot = QRectF(box.right() - side - 18, box.center().y() - side / 2, side, side)
            paint_icon(painter, "check", spot, theme.pine, 2.4)


@dataclass(frozen=True, slots=True)
class Asked:
    """A point of contact that is asked for; `held` says how long the hold right before it lasted."""

    course: Course
    ask: Ask
    step: CheckStep | RecheckStep
    point: ContactPoint
    where: Where
    held: str = ""

    @property
    def answered(self) -> dict[str, int]:
        """The answers of this step so far, by point."""
        answers = self.course.answers
        kind = answers.rechecks if isinstance(self.step, RecheckStep) else answers.checks
        return dict(kind.get(self.step.id, {}))

    @property
    def points(self) -> list[ContactPoint]:
        """All points of this step."""
        asks = (ask for ask in self.course.asks if ask.step_index == self.ask.step_index)
        return [ask.point for ask in asks if ask.point is not None]


class ContactPage(AskingPage):
    """`answered(int)` counts from 0."""

    back_button: Button  # since a question is asked

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._asked: Asked | None = None
        self._figure: Figure | None = None
        self.rows: list[AnswerRow] = []

    def set_figure(self, figure: Figure | None) -> None:
        """Who stands at the wall beside the questions; None for nobody."""
        self._figure = figure

    def show_ask(self, asked: Asked) -> None:
        """Show the course's current point."""
        self._asked = asked
        self.refresh()
        self.setAccessibleName(f"{say(asked.point.title)}. {say(asked.point.ask)}")
        self.verticalScrollBar().setValue(0)

    def build(self, column: QVBoxLayout) -> None:
        asked = self._asked
        if asked is None:
            return
        column.addLayout(self.head(asked.where))
        split = Split(592, 304, self._look.px(760))
        split.addWidget(self._question(asked))
        split.addWidget(self._so_far(asked))
        column.addLayout(split, 1)
        self.set_foot(self._foot(can_go_back=asked.course.can_go_back))

    def _question(self, asked: Asked) -> Card:
        ask, point = asked.ask, asked.point
        is_low = self.height() < self._look.px(_LOW)
        card = Card(self._look, padding=space.XL if is_low else space.WIDE)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.S)
        head = QHBoxLayout()
        is_recheck = isinstance(asked.step, RecheckStep)
        over = self.tr("Once more, without correcting") if is_recheck else self.tr("At the wall")
        over = f"{asked.held} {over}".strip()
        head.addWidget(Label(self._look, over, OVERLINE, "atext"))
        head.addStretch(1)
        count = self.tr("{0} of {1}").format(ask.number, ask.of)
        head.addWidget(Label(self._look, count, SMALL.semibold, "ink2", tabular=True))
        rows.addLayout(head)
        rows.addWidget(Label(self._look, say(point.title), HERO_LOW if is_low else HERO, wrap=True))
        rows.addWidget(Label(self._look, say(point.ask), LARGE.semibold, "ink2", wrap=True))
        rows.addSpacing(space.XS if is_low else space.M_LOOSE)
        given = asked.course.given
        self.rows = []
        for index, answer in enumerate(point.answers):
            row = AnswerRow(self._look, str(index + 1), say(answer.say), was_given=given == index)
            row.clicked.connect(lambda _=False, index=index: self.answered.emit(index))
            self.rows.append(row)
            rows.addWidget(row)
        rows.addSpacing(space.XS if is_low else space.L)
        rows.addStretch(1)
        pips = Pips(self._look)
        pips.tell(ask.number, ask.of)
        rows.addWidget(pips)
        return card

    def _so_far(self, asked: Asked) -> Card:
        """The points as a list, with what was answered."""
        card = Card(self._look)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.XS_LOOSE)
        rows.addWidget(Label(self._look, self.tr("So far"), SECTION))
        given = asked.answered
        for point in asked.points:
            row = QHBoxLayout()
            is_now = point.id == asked.point.id
            tone = "ink" if is_now or point.id in given else "ink2"
            row.addWidget(Label(self._look, say(point.title), BODY.bold if is_now else BODY, tone, wrap=True), 3)
            if point.id in given:
                words, right = say(point.answers[given[point.id]].say), Qt.AlignmentFlag.AlignRight
                row.addWidget(Label(self._look, words, SMALL.semibold, "ink2", wrap=True, align=right), 2)
            rows.addLayout(row)
        rows.addStretch(1)
        if self._figure is not None:
            rows.addSpacing(space.S)
            rows.addWidget(FigurePlace(self._look, height=224, figure=self._figure, close=False))
        return card

    def _foot(self, *, can_go_back: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space.M)
        self.back_button = Button(self._look, self.tr("Back"), "secondary", height=sizes.BUTTON_TALL, key="←")
        self.back_button.setEnabled(can_go_back)
        self.back_button.clicked.connect(self.back)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.hurts_button())
        return row
