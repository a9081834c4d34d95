"""How was the morning after? Asked once on Today, with what follows from the answer and a way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.progress.portable.form import Record
from coach.progression.past import Morning, Session
from coach.ui.announce import Announcer
from coach.ui.look import sizes
from coach.ui.look.theme import Look
from coach.ui.widgets.band import Band
from coach.ui.widgets.buttons import Button
from coach.ui.words.common import LANGUAGE
from coach.values import dataclass
from coach.words import today as words
from coach.words.titles import title_of

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

    def add_to(self, column: QVBoxLayout, session: Session | None) -> None:
        """The question about the morning after `session`, where there is one, or its answer, once; what was said before
        is gone when the page is built again.
        """
        self.buttons = {}
        told, self._told = self._told, None
        if told is not None:
            column.addWidget(self._answered(told))
            return
        if session is not None and session.uid not in self._put_off:
            column.addWidget(self._question(session))

    def _question(self, session: Session) -> Band:
        title = title_of(self._parts.library.catalogue, session.kind, session.target, LANGUAGE)
        question = words.morning(LANGUAGE, session, title)
        answers: tuple[Morning, ...] = get_args(Morning)
        for answer in answers:
            self._button(answer, words.morning_answer(LANGUAGE, answer), "secondary")
            self.buttons[answer].clicked.connect(lambda _=False, answer=answer: self._answer(session, answer))
        self._button("not-now", words.not_now(LANGUAGE), "text")
        self.buttons["not-now"].clicked.connect(lambda: self._put_it_off(session))
        return Band(self._look, question, list(self.buttons.values()))

    def _answered(self, told: _Told) -> Band:
        self._button("undo", LANGUAGE.translate("Today", "Undo"), "text")
        self.buttons["undo"].clicked.connect(lambda: self._undo(told))
        return Band(self._look, told.sentence, list(self.buttons.values()))

    def _button(self, name: str, text: str, kind: str) -> None:
        self.buttons[name] = Button(self._look, text, kind, height=sizes.BUTTON_SMALL)

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
