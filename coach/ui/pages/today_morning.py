"""How was the morning after? Asked once on Today, with what follows from the answer and a way to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.progress.portable.form import Record
from coach.progression.past import Morning, Session
from coach.session.planned import routine_of
from coach.today.morning import morning_to_ask
from coach.ui.announce import Announcer
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Beside, Flow
from coach.ui.words.common import LANGUAGE
from coach.words import today as words

if TYPE_CHECKING:
    from coach.wiring import Parts


@dataclass(frozen=True, slots=True)
class _Told:
    """What was said to an answer, and the record as it was before."""

    sentence: str
    before: Record


class MorningAfter(QObject):
    """`add_to` puts the question into a page while one is due, or what was said to the answer; `changed` when the page
    is to be built anew.
    """

    changed = Signal()

    def __init__(self, parts: Parts, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self.announcer = Announcer(page)
        self._parts, self._look = parts, look
        self._put_off: set[str] = set()
        self._told: _Told | None = None
        self.buttons: dict[str, Button] = {}

    def add_to(self, column: QVBoxLayout) -> None:
        """The question or its answer, once; what was said before is gone when the page is built again."""
        self.buttons = {}
        told, self._told = self._told, None
        if told is not None:
            column.addWidget(self._answered(told))
            return
        session = morning_to_ask(self._parts.store, self._parts.clock.wall())
        if session is not None and session.uid not in self._put_off:
            column.addWidget(self._question(session))

    def _question(self, session: Session) -> Card:
        title = self._parts.library.catalogue.title_of(session.kind, routine_of(session.target)) or session.target
        question = words.morning(LANGUAGE, session, title)
        answers: tuple[Morning, ...] = get_args(Morning)
        for answer in answers:
            self._button(answer, words.morning_answer(LANGUAGE, answer), "secondary", question)
            self.buttons[answer].clicked.connect(lambda _=False, answer=answer: self._answer(session, answer))
        self._button("not now", words.not_now(LANGUAGE), "text", question)
        self.buttons["not now"].clicked.connect(lambda: self._put_it_off(session))
        return self._card(question)

    def _answered(self, told: _Told) -> Card:
        self._button("undo", LANGUAGE.translate("Today", "Undo"), "text", told.sentence)
        self.buttons["undo"].clicked.connect(lambda: self._undo(told))
        return self._card(told.sentence)

    def _button(self, name: str, text: str, kind: str, description: str) -> None:
        self.buttons[name] = Button(self._look, text, kind, height=sizes.BUTTON_SMALL)
        self.buttons[name].setAccessibleDescription(description)

    def _card(self, sentence: str) -> Card:
        """A quiet band: the sentence, and beside it the buttons, or below it where there is no room."""
        card = Card(self._look, 0, sizes.CONTROL_RADIUS, "psoft")
        card.setAccessibleName(sentence)
        row = Beside(self._look.px(260))
        row.addWidget(Label(self._look, sentence, BODY.semibold, wrap=True, align=Qt.AlignmentFlag.AlignVCenter))
        holder = QWidget()
        flow = Flow(space.S, holder)
        for button in self.buttons.values():
            flow.addWidget(button)
        row.addWidget(holder)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(space.XL, space.M, space.L, space.M)
        inside.addLayout(row)
        return card

    def _answer(self, session: Session, morning: Morning) -> None:
        before = self._parts.store.correct(session.uid, {"morning": morning})
        sentence = words.after_morning(LANGUAGE, session, morning)
        if before is not None:
            self._told = _Told(sentence, before)
        self._build_anew("undo")
        self.announcer.say(sentence)

    def _put_it_off(self, session: Session) -> None:
        self._put_off.add(session.uid)
        self._build_anew("")

    def _undo(self, told: _Told) -> None:
        self._parts.store.put_back(told.before)
        self._build_anew("better")

    def _build_anew(self, focus: str) -> None:
        """With the keyboard where the button was that is gone."""
        self.changed.emit()
        if focus in self.buttons:
            self.buttons[focus].setFocus(Qt.FocusReason.OtherFocusReason)
