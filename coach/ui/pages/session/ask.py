"""Questions asked over a session: how much does it hurt, go on gently, end it? The session waits meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.announce import Announcer
from coach.ui.key_places import is_key_of
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_TITLE, SMALL
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow
from coach.ui.widgets.overlay import Overlay
from coach.ui.widgets.scale import Scale
from coach.ui.widgets.scroll import Scroll, scrolled_by
from coach.ui.widgets.tickrow import TickRow
from coach.values import dataclass
from coach.words.sentences import joined


@dataclass(frozen=True, slots=True)
class Question:
    """`answers` are (value, words), the first is the advised one and has the focus unless there is a scale.

    With `scale` (its name) the first answer becomes possible once a number is chosen; `escape` is the value that
    Escape gives; it may be one that no button has. `tick` is what may be ticked beside any answer.
    """

    name: str
    title: str
    text: str
    answers: tuple[tuple[str, str], ...]
    escape: str
    scale: str = ""
    ends: tuple[str, str] = ("", "")  # words under the scale's two ends
    tick: str = ""


class _Scrolled(Scroll):
    """Leaves every key to who asks: one that scrolls elsewhere is a press at the wall."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class _QuestionCard(Card):
    """The card in the middle; what is asked goes into `rows`, and scrolls where the window is too small for it."""

    _PADDING = 28

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, padding=self._PADDING, radius=sizes.SHEET_RADIUS, parent=parent)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        self.place = _Scrolled(look)
        self.place.set_content(content)
        around.addWidget(self.place)
        self.rows = QVBoxLayout(content)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(space.S_LOOSE)

    def high_for(self, width: int) -> int:
        """The height in pixels that it needs, `width` pixels wide."""
        rows, around = self.rows, 2 * self._PADDING
        inner = rows.heightForWidth(width - around) if rows.hasHeightForWidth() else rows.sizeHint().height()
        return inner + around


class Ask(Overlay):
    """Covers its parent with a veil and a card in the middle; keeps the keyboard until answered."""

    answered = Signal(str, str, object)  # question's name, value, number on the scale or None

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.announcer = Announcer(self)
        self._question: Question | None = None
        self._card: _QuestionCard | None = None
        self.scale: Scale | None = None
        self.tick: TickRow | None = None
        self.is_ticked = False
        """Whether what may be ticked was, when the last question was answered."""
        self.buttons: dict[str, Button] = {}
        self.hide()
        look.changed.connect(self._place)

    @property
    def question(self) -> Question | None:
        """What is being asked; None while hidden."""
        return self._question

    def ask(self, question: Question) -> None:
        """Ask `question`, in place of one that stands."""
        self._clear()
        self._question = question
        self._card = _QuestionCard(self._look, self)
        rows = self._card.rows
        rows.addWidget(Label(self._look, question.title, CARD_TITLE, wrap=True))
        if question.text:
            rows.addWidget(Label(self._look, question.text, BODY, "ink2", wrap=True))
        if question.scale:
            self._add_scale(rows, question)
        if question.tick:
            self.tick = TickRow(self._look, question.tick)
            rows.addWidget(self.tick)
        rows.addSpacing(space.S)
        rows.addLayout(self._answers(question))
        self._place()
        self.show()
        self.raise_()
        self.tell(question.title, question.text, self.scale or self.buttons[question.answers[0][0]])

    def _add_scale(self, rows: QVBoxLayout, question: Question) -> None:
        self.scale = Scale(self._look, question.scale)
        self.scale.changed.connect(self._number_chosen)
        rows.addSpacing(space.XS)
        rows.addWidget(self.scale)
        ends = QHBoxLayout()
        ends.addWidget(Label(self._look, question.ends[0], SMALL, "ink2"))
        ends.addStretch(1)
        ends.addWidget(Label(self._look, question.ends[1], SMALL, "ink2"))
        rows.addLayout(ends)

    def _answers(self, question: Question) -> Flow:
        row = Flow(space.M)
        for index, (value, words) in enumerate(question.answers):
            button = Button(self._look, words, "secondary" if index else "primary", height=sizes.BUTTON_TALL)
            button.clicked.connect(lambda _=False, value=value: self._answer(value))
            self.buttons[value] = button
            row.addWidget(button)
        if question.scale:
            self.buttons[question.answers[0][0]].setEnabled(False)
        return row

    def _number_chosen(self, _number: int) -> None:
        if self._question is not None:
            self.buttons[self._question.answers[0][0]].setEnabled(True)

    def _answer(self, value: str) -> None:
        question = self._question
        if question is None:
            return
        number = self.scale.value if self.scale is not None else None
        self.is_ticked = self.tick is not None and self.tick.isChecked()
        self.close_question()
        self.answered.emit(question.name, value, number)

    def where(self) -> None:
        """Tell what is asked and what is chosen to who does not see it."""
        question = self._question
        if question is not None:
            scale = self.scale.told if self.scale is not None else ""
            self.announcer.say(joined((question.title, question.text, scale)), matters=True)

    def close_question(self) -> None:
        """Take the question away without an answer."""
        self._question = None
        self.hide()
        self._clear()

    def _clear(self) -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card, self.scale, self.tick, self.buttons = None, None, None, {}

    # --- keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return gives the first answer; Escape the safe one. No key falls through to the session below."""
        question = self._question
        if question is None:
            return
        if is_key_of(event, "question", "where"):
            self.where()
        elif is_key_of(event, "question", "safe"):
            self._answer(question.escape)
        elif is_key_of(event, "question", "first"):
            first = self.buttons[question.answers[0][0]]
            if first.isEnabled():
                self._answer(question.answers[0][0])
        else:
            scrolled_by(event, self)
        event.accept()

    # --- picture -------------------------------------------------------------------------------------------------

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        self.update()
        if self._card is None:
            return
        width = min(self.width() - 32, self._look.px(520))
        high = min(self.height() - 16, self._card.high_for(width))
        self._card.setGeometry((self.width() - width) // 2, (self.height() - high) // 2, width, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = QColor(self._look.theme.paper)
        veil.setAlphaF(0.86)
        painter.fillRect(self.rect(), veil)
