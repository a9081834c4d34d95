"""The card that asks, the next morning, how it was; and the one that says what follows from the answer."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance

from coach.content.model import Figure
from coach.progression.past import Morning, Session
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.nudge.frame import FloatingCard
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.layouts import Flow
from coach.ui.words.common import LANGUAGE
from coach.words import today as words


class MorningCard(FloatingCard):
    """`better`, `same` and `worse` are the answers; `closed` and `expired` leave the question to Today."""

    better, same, worse = Signal(), Signal(), Signal()

    def __init__(self, look: Look, session: Session, title: str, figure: Figure | None = None) -> None:
        asked = words.morning(LANGUAGE, session, title)
        about = words.morning_of(LANGUAGE, session, title)
        super().__init__(look, about, words.morning_asked(LANGUAGE), words.not_now(LANGUAGE), figure=figure)
        self.setAccessibleName(asked)
        row = Flow(space.S)
        answers: dict[Morning, SignalInstance] = {"better": self.better, "same": self.same, "worse": self.worse}
        for morning, answer in answers.items():
            button = Button(
                self._look, words.morning_answer(LANGUAGE, morning), "secondary", height=sizes.BUTTON_MODEST
            )
            button.setAccessibleDescription(asked)
            button.clicked.connect(lambda _=False, answer=answer: self.answer(answer))
            row.addWidget(button)
        self.answers.addLayout(row)


class FollowsCard(FloatingCard):
    """What follows from the answer, and the way to take it back: `undone`."""

    undone = Signal()

    def __init__(self, look: Look, sentence: str, figure: Figure | None = None) -> None:
        heading = LANGUAGE.translate("FollowsCard", "The morning after")
        super().__init__(look, heading, sentence, LANGUAGE.translate("FollowsCard", "Close"), figure=figure)
        undo = Button(self._look, LANGUAGE.translate("FollowsCard", "Undo"), "text", height=sizes.BUTTON_MODEST)
        undo.setAccessibleDescription(sentence)
        undo.clicked.connect(lambda: self.answer(self.undone))
        row = Flow(space.S)
        row.addWidget(undo)
        self.answers.addLayout(row)
