"""The contact check: one point at a time, in large type, answered with a key."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coach.content.model import ContactPoint, Figure
from coach.demonstration.which_figure import touching
from coach.ui.look import sizes, space
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import ROOM_ANSWER, ROOM_ASK, SMALL
from coach.ui.pages.walltest.asking import AskingPage
from coach.ui.pages.walltest.room_look import RoomLook
from coach.ui.pages.walltest.sections import Where
from coach.ui.widgets.buttons import PaintedButton, overlaid, paint_key, tell_key
from coach.ui.widgets.fit import line_font, lines_of
from coach.ui.widgets.labels import Label
from coach.ui.words.common import LANGUAGE, say
from coach.values import dataclass
from coach.walltest.course import Ask, Course
from coach.words import told
from coach.words.keys import KEYS
from coach.words.sentences import joined

_ROW = 42  # pixels of an answer's height, before they grow with the room
_LEAST_ANSWER = 18  # pixels of its words; where one line is wider even so, they wrap
_INSET, _GAP = 18, 16  # pixels from its edge to its key, and from there to its words


class AnswerRow(PaintedButton):
    """One answer, as wide as there is room: its key, its words, a tick where it was given before. While it is lit a
    press takes it.
    """

    def __init__(
        self, look: Look, key: str, words: str, *, was_given: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._key, self._was_given = key, was_given
        self.is_lit = False
        self.setText(words)
        self.setAccessibleName(words)
        tell_key(self, words, key)
        if was_given:
            self.setAccessibleDescription(joined((self.tr("Your answer before"), self.accessibleDescription())))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def light(self, *, is_lit: bool) -> None:
        """Show whether a press takes it now."""
        if is_lit != self.is_lit:
            self.is_lit = is_lit
            self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._look.font(ROOM_ANSWER)).horizontalAdvance(self.text())
        return QSize(math.ceil(wide) + self._look.px(120), self._look.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(_ROW))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """A row, or as high as its words stand in several lines."""
        font, lines = self._fitted(self._room(QRectF(0, 0, width, 0).adjusted(1.5, 0, -1.5, 0)).width())
        words = len(lines) * QFontMetricsF(font).lineSpacing() + self._look.px(space.S)
        return max(self._look.px(_ROW), math.ceil(words) if len(lines) > 1 else 0)

    def _room(self, box: QRectF) -> QRectF:
        """Of the words in `box`."""
        after = -self._look.px(34) if self._was_given else -_INSET
        return box.adjusted(_INSET + self._look.px(28) + _GAP, 0, after, 0)

    def _fitted(self, width: float) -> tuple[QFont, list[str]]:
        """One line, a little smaller where it has to be, or several."""
        font = line_font(self._look, self.text(), ROOM_ANSWER, width, smallest=_LEAST_ANSWER)
        if QFontMetricsF(font).horizontalAdvance(self.text()) <= width:
            return font, [self.text()]
        return font, lines_of(font, self.text(), width)

    def outline(self) -> tuple[QRectF, float]:
        return QRectF(self.rect()), sizes.ANSWER_RADIUS

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        fill, ink, edge = theme.card, theme.ink, theme.edge
        if self._was_given:
            fill, edge = theme.psoft, theme.pine
        if self.is_lit:
            fill, ink, edge = theme.accent, theme.on, theme.accent
        painter.setPen(QPen(edge, 3.0 if self._was_given else 1.5))
        painter.setBrush(overlaid(fill, theme.ink, self.wash()))
        painter.drawRoundedRect(box, sizes.ANSWER_RADIUS, sizes.ANSWER_RADIUS)
        cap, inset = self._look.px(28), _INSET
        paint_key(painter, self._look, QPointF(inset, box.center().y()), self._key, cap, ink)
        room = self._room(box)
        font, lines = self._fitted(room.width())
        painter.setFont(font)
        painter.setPen(ink)
        if len(lines) > 1:
            step = QFontMetricsF(font).lineSpacing()
            room.setTop(room.center().y() - len(lines) * step / 2)
            room.setHeight(step)
        for number, line in enumerate(lines):
            write(painter, room.translated(0, number * room.height()), Qt.AlignmentFlag.AlignVCenter, line)
        if self._was_given:
            side = self._look.px(22)
            spot = QRectF(box.right() - side - inset, box.center().y() - side / 2, side, side)
            paint_icon(painter, "check", spot, theme.on if self.is_lit else theme.pine, 2.4)


@dataclass(frozen=True, slots=True)
class Asked:
    """A point of contact that is asked for; `over` says when it is meant, `held` how long the hold before it lasted."""

    course: Course
    ask: Ask
    point: ContactPoint
    where: Where
    over: str
    held: str = ""


class ContactPage(AskingPage):
    """`answered(int)` counts from 0."""

    def __init__(self, look: RoomLook) -> None:
        super().__init__(look)
        self._asked: Asked | None = None
        self._figure: Figure | None = None
        self._size = QSize()
        self.rows: list[AnswerRow] = []

    def set_figure(self, figure: Figure | None) -> None:
        """Who stands at the wall beside the questions; None for nobody."""
        self._figure = figure

    def show_ask(self, asked: Asked) -> None:
        """Show the course's current point."""
        self._asked = asked
        self.show_figure(touching(self._figure, asked.point))
        self.refresh()
        self.setAccessibleName(joined((say(asked.point.title), say(asked.point.ask))))
        self.to_top()

    def question(self) -> str:
        asked = self._asked
        if asked is None:
            return ""
        point, given = asked.point, asked.course.given
        choices = [say(answer.say) for answer in point.answers]
        answers = told.answers(choices, given if isinstance(given, int) else None, LANGUAGE)
        nth = told.nth(asked.ask.number, asked.ask.of, LANGUAGE)
        return joined((nth, say(point.title), say(point.ask), answers))

    def show_light(self, lit: int | None) -> None:
        """Which answer is lit, counted from 0."""
        for number, row in enumerate(self.rows):
            row.light(is_lit=number == lit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._asked is not None and self._size != self.size():  # what is asked is as large as fits
            lit = next((number for number, row in enumerate(self.rows) if row.is_lit), None)
            self.refresh()
            self.show_light(lit)

    def build(self, column: QVBoxLayout) -> None:
        asked = self._asked
        if asked is None:
            return
        self._size = self.size()
        self.foot(can_go_back=asked.course.can_go_back)
        column.addLayout(self.parts(asked.where, self.tr("{0} of {1}").format(asked.ask.number, asked.ask.of)))
        over = Label(self._look, f"{asked.held} {asked.over}".strip(), SMALL.bold, "atext", wrap=True)
        ask = Label(self._look, say(asked.point.ask), ROOM_ASK, "ink2", wrap=True)
        self.rows = self._answers(asked)
        wide = self.question_width
        taken = sum(label.heightForWidth(wide) for label in (over, ask)) + self._look.px(30)
        taken += sum(row.heightForWidth(wide) + column.spacing() for row in self.rows) + 4 * column.spacing()
        title = say(asked.point.title)
        column.addWidget(over)
        column.addWidget(Label(self._look, title, self.fitting(title, wide, self.question_height - taken), wrap=True))
        column.addWidget(ask)
        for row in self.rows:
            column.addWidget(row)
        column.addStretch(1)

    def _answers(self, asked: Asked) -> list[AnswerRow]:
        given, rows = asked.course.given, []
        for index, answer in enumerate(asked.point.answers):
            row = AnswerRow(self._look, KEYS["contact"]["answer"][index], say(answer.say), was_given=given == index)
            row.clicked.connect(lambda _=False, index=index: self.answered.emit(index))
            rows.append(row)
        return rows
