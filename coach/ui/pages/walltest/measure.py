"""The optional measurement: one number with its unit, or none; once, what the advice on bones needs to know besides."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.content.model import MeasureStep
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_HERO, OVERLINE, SMALL
from coach.ui.pages.walltest.asking import AskingPage
from coach.ui.pages.walltest.sections import Where
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.field import Field
from coach.ui.widgets.labels import Label
from coach.ui.widgets.tickrow import TickRow
from coach.ui.words.common import say
from coach.walltest.advice import is_occiput
from coach.walltest.age import age_typed


class MeasurePage(AskingPage):
    """`answered(float | None)`; what is not a number in the step's range is explained, not taken.

    Where it `asks_age` and the head's distance is measured, `told(int | None, bool)` says before that how old somebody
    is, if they said so, and whether they have become shorter.
    """

    told = Signal(object, bool)
    field: Field  # this and what follows, since a step is shown
    age: Field  # this and `shorter` where it is asked
    shorter: TickRow
    problem: Label
    save_button: Button
    skip_button: Button  # where it may be left out

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._step: MeasureStep | None = None
        self._where = Where((), 0)
        self.asks_age = False

    def show_step(self, step: MeasureStep, where: Where) -> None:
        """Ask for what `step` measures."""
        self._step, self._where = step, where
        self.refresh()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self, column: QVBoxLayout) -> None:
        step = self._step
        if step is None:
            return
        column.addLayout(self.head(self._where))
        card = Card(self._look, padding=space.WIDE)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.S_LOOSE)
        if step.optional:
            rows.addWidget(Label(self._look, self.tr("Optional"), OVERLINE, "atext"))
        rows.addWidget(Label(self._look, say(step.ask), CARD_HERO, wrap=True))
        text = self.tr("In {0}, from {1:g} to {2:g}.").format(step.unit, step.from_, step.to)
        rows.addWidget(Label(self._look, text, BODY, "ink2", wrap=True))
        self.field = Field(self._look, step.unit, "edit")
        self.field.edit.returnPressed.connect(self._save)
        rows.addSpacing(space.XS_LOOSE)
        rows.addWidget(self.field, 0, Qt.AlignmentFlag.AlignLeft)
        self.problem = Label(self._look, "", SMALL.semibold, "warn", wrap=True)
        rows.addWidget(self.problem)
        column.addWidget(card)
        if self._asks_age_now:
            column.addWidget(self._about_you())
        column.addLayout(self._foot(optional=step.optional))
        column.addStretch(1)

    @property
    def _asks_age_now(self) -> bool:
        return self.asks_age and self._step is not None and is_occiput(self._step)

    def _about_you(self) -> Card:
        """Asked once: the distance alone says nothing."""
        card = Card(self._look, padding=space.XXL)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.S)
        rows.addWidget(Label(self._look, self.tr("Optional, and asked once"), OVERLINE, "atext"))
        why = self.tr("What the distance means depends on age. Settings change what you say here, and take it back.")
        rows.addWidget(Label(self._look, why, BODY, "ink2", wrap=True))
        self.age = Field(self._look, self.tr("Your age in years"), "edit")
        self.age.edit.returnPressed.connect(self._save)
        rows.addWidget(self.age, 0, Qt.AlignmentFlag.AlignLeft)
        self.shorter = TickRow(self._look, self.tr("I have become shorter than I was."))
        rows.addWidget(self.shorter)
        return card

    def _foot(self, *, optional: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space.L)
        self.save_button = Button(
            self._look, self.words_for_the_last(), "primary", height=sizes.BUTTON_LARGE, trailing="arrow"
        )
        self.save_button.clicked.connect(self._save)
        row.addWidget(self.save_button)
        if optional:
            self.skip_button = Button(self._look, self.tr("Leave it out"), "text")
            self.skip_button.clicked.connect(self._skip)
            row.addWidget(self.skip_button)
        row.addStretch(1)
        return row

    def _skip(self) -> None:
        self._finish(None, None)

    def _save(self) -> None:
        step, text = self._step, self.field.edit.text().strip().replace(",", ".")
        if step is None:
            return
        value = _number(text) if text or not step.optional else None
        if (text or not step.optional) and (value is None or not step.from_ <= value <= step.to):
            sentence = self.tr("Write a number from {0:g} to {1:g}, such as 3.5.")
            self.problem.setText(sentence.format(step.from_, step.to))
            return
        age_text = self.age.edit.text() if self._asks_age_now else ""
        age = age_typed(age_text)
        if age is None and age_text.strip():
            self.problem.setText(self.tr("Write your age in whole years, or leave it out."))
            return
        self._finish(value, age)

    def _finish(self, value: float | None, age: int | None) -> None:
        if self._asks_age_now:
            self.told.emit(age, self.shorter.isChecked())
        self.answered.emit(value)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
