"""The optional measurement: one number with its unit, or none; once, what the advice on bones needs to know besides."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.content.model import MeasureStep
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, OVERLINE, ROOM_ASK, ROOM_QUESTION, SMALL
from coach.ui.pages.walltest.asking import AskingPage
from coach.ui.pages.walltest.room_look import RoomLook
from coach.ui.pages.walltest.sections import Where
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.field import Field
from coach.ui.widgets.labels import Label
from coach.ui.widgets.tickrow import TickRow
from coach.ui.words.common import LANGUAGE, say
from coach.walltest.advice import is_occiput
from coach.walltest.age import age_typed
from coach.walltest.by_press import ByPress
from coach.words import at_the_wall, told
from coach.words.sentences import joined

_QUESTION_SHARE = 0.42  # of the height
_LIT_STEP = 2  # of a question's sizes


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
    lit: Label
    save_button: Button
    skip_button: Button  # where it may be left out

    GROUND = "measure"

    def __init__(self, look: RoomLook, desk_look: Look) -> None:
        """`desk_look` is that of what is asked besides, which nobody reads at the wall."""
        super().__init__(look)
        self._desk_look = desk_look
        self.asks_age = False
        self._step: MeasureStep | None = None
        self._where = Where((), 0)
        self._can_go_back = False
        self._range = ""

    def show_step(self, step: MeasureStep, where: Where, *, can_go_back: bool) -> None:
        """Ask for what `step` measures."""
        self._step, self._where, self._can_go_back = step, where, can_go_back
        self.refresh()
        self.setAccessibleName(say(step.ask))

    def question(self) -> str:
        if self._step is None:
            return ""
        typed = self.field.edit.text().strip()
        value = f"{typed} {self._step.unit}" if typed else None
        return joined((told.chosen(say(self._step.ask), value, LANGUAGE), self._range))

    def show_light(self, question: ByPress, lit: int | None) -> None:
        """What a press takes now, by its place: a number with its unit, or to leave it out."""
        option = question.turn.options[lit] if lit is not None else None
        words = "" if lit is None else at_the_wall.leave_it_out(LANGUAGE)
        if isinstance(option, int | float) and self._step is not None:
            words = at_the_wall.measured(LANGUAGE, option, self._step.unit)
        self.lit.say(words)

    def type(self, event: QKeyEvent) -> None:
        """A digit that was typed beside the field."""
        self.by_hand.emit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.edit.insert(event.text())

    def build(self, column: QVBoxLayout) -> None:
        step = self._step
        if step is None:
            return
        self._foot(optional=step.optional)
        column.addLayout(self.parts(self._where, self.tr("Optional") if step.optional else ""))
        ask = say(step.ask)
        style = self.fitting(ask, self.question_width, self.question_height * _QUESTION_SHARE)
        column.addWidget(Label(self._look, ask, style, wrap=True))
        text = self._range = at_the_wall.in_unit(LANGUAGE, step.unit, step.from_, step.to)
        column.addWidget(Label(self._look, text, ROOM_ASK, "ink2", wrap=True))
        row = QHBoxLayout()
        self.field = Field(self._look, step.unit, "edit", name=ask)
        self.field.edit.returnPressed.connect(self._save)
        self.field.edit.textEdited.connect(self.by_hand)
        row.addWidget(self.field)
        self.lit = Label(self._look, "", ROOM_QUESTION[_LIT_STEP], "atext", tabular=True)
        row.addSpacing(self._look.px(space.L))
        row.addWidget(self.lit, 1)
        column.addLayout(row)
        self.problem = Label(self._look, "", SMALL.semibold, "warn", wrap=True)
        column.addWidget(self.problem)
        for label in (self.lit, self.problem):
            label.say("")
        if self._asks_age_now:
            column.addWidget(self._about_you())
        column.addStretch(1)

    def _foot(self, *, optional: bool) -> None:
        self.save_button = self.leading_on(self.words_for_the_last())
        self.save_button.clicked.connect(self._save)
        buttons = [self.save_button]
        if optional:
            self.skip_button = Button(self._look, self.tr("Leave it out"), "secondary", height=sizes.BUTTON_SMALL)
            self.skip_button.clicked.connect(self._skip)
            buttons.insert(0, self.skip_button)
        self.foot(*buttons, can_go_back=self._can_go_back)
        self.hint.hide()  # what is lit says it, and the buttons need the room

    @property
    def _asks_age_now(self) -> bool:
        return self.asks_age and self._step is not None and is_occiput(self._step)

    def _about_you(self) -> Card:
        """Asked once: the distance alone says nothing."""
        look = self._desk_look
        card = Card(look, padding=space.L)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.S)
        rows.addWidget(Label(look, self.tr("Optional, and asked once"), OVERLINE, "atext"))
        why = self.tr("What the distance means depends on age. Settings change what you say here, and take it back.")
        rows.addWidget(Label(look, why, BODY, "ink2", wrap=True))
        self.age = Field(look, self.tr("Your age in years"), "edit")
        self.age.edit.returnPressed.connect(self._save)
        self.age.edit.textEdited.connect(self.by_hand)
        rows.addWidget(self.age, 0, Qt.AlignmentFlag.AlignLeft)
        self.shorter = TickRow(look, self.tr("I have become shorter than I was."))
        rows.addWidget(self.shorter)
        return card

    def _skip(self) -> None:
        self._finish(None, None)

    def _save(self) -> None:
        step, text = self._step, self.field.edit.text().strip().replace(",", ".")
        if step is None:
            return
        value = _number(text) if text or not step.optional else None
        if (text or not step.optional) and (value is None or not step.from_ <= value <= step.to):
            self.problem.say(at_the_wall.write_a_number(LANGUAGE, step.from_, step.to))
            return
        age_text = self.age.edit.text() if self._asks_age_now else ""
        age = age_typed(age_text)
        if age is None and age_text.strip():
            self.problem.say(self.tr("Write your age in whole years, or leave it out."))
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
