"""The nudge: a small card at the lower right that asks for nothing but a glance. It never takes the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal

from coach.content.model import Figure
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.nudge.frame import PICTURE, FloatingCard
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.labels import IconLabel
from coach.ui.widgets.layouts import Flow
from coach.ui.words import common as words
from coach.words import nudge as nudge_words


class NudgeCard(FloatingCard):
    """Shows one reminder until it is answered or its time has run out.

    `done`, `offer`, `snoozed(seconds)`, `skipped` are the person's answers; `expired` when nothing was answered.
    """

    done = Signal()
    offer = Signal()
    snoozed = Signal(float)
    skipped = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        message: str,
        offer: str = "",
        snoozes: Sequence[float] = (300.0, 600.0, 900.0),
        position: str = "standing",
        figure: Figure | None = None,
        picture: QSize = PICTURE,
        largest: float = 1.0,
    ) -> None:
        super().__init__(look, title, message, nudge_words.skip(words.LANGUAGE), position, figure, picture, largest)
        self.closed.connect(self.skipped)
        answers = Flow(space.S)
        done = Button(self._look, nudge_words.done(words.LANGUAGE), "primary", "check", sizes.BUTTON_MODEST)
        done.clicked.connect(lambda: self.answer(self.done))
        answers.addWidget(done)
        if offer:
            start = Button(self._look, offer, "tonal", height=sizes.BUTTON_MODEST)
            start.clicked.connect(lambda: self.answer(self.offer))
            answers.addWidget(start)
        self.answers.addLayout(answers)
        if snoozes:
            self.answers.addLayout(self._snoozes(snoozes))

    def _snoozes(self, snoozes: Sequence[float]) -> Flow:
        row = Flow(space.HAIR)
        row.addWidget(IconLabel(self._look, "snooze", 18))
        is_minutes = all(seconds % 60 == 0 and seconds < 3600 for seconds in snoozes)
        for number, seconds in enumerate(snoozes):
            is_whole = not is_minutes or number == len(snoozes) - 1  # 5, 10, 15 min
            word = words.length(seconds) if is_whole else f"{seconds / 60:.0f}"
            button = Button(self._look, word, "quiet", height=sizes.BUTTON_SLIM)
            name = nudge_words.again_in(words.LANGUAGE, seconds)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _checked=False, seconds=seconds: self.answer(self.snoozed, seconds))
            row.addWidget(button)
        return row
