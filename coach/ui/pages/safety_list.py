"""The safety questions of one screen as a list to tick: facts under what they are about, and none of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout

from coach.content.model import SafetyQuestion, Tier
from coach.safety_answers import SafetyAnswers
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HEADING, SMALL, TextStyle
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.tickrow import TickRow
from coach.ui.words.common import LANGUAGE, say
from coach.words import safety as words

_CHECK_INDENT = 44


class TickList(Card):
    """A card of rows to tick, of which `none_row` says that nothing applies. `changed` with every tick; `is_answered`
    once one stands.
    """

    changed = Signal()
    none_row: TickRow

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=space.M)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(space.HAIR)

    @property
    def is_answered(self) -> bool:
        """Whether the screen has an answer."""
        raise NotImplementedError


class PainList(TickList):
    """Whether there is pain, as `asked`: one of two rows, of which neither holds at first.

    A screen reader says of a row what it answers; the question it says as its screen opens.
    """

    def __init__(self, look: Look, answers: SafetyAnswers) -> None:
        super().__init__(look)
        self._answers = answers
        self.yes, self.none_row = TickRow(look, self.tr("Yes"), one_of=True), TickRow(look, self.tr("No"), one_of=True)
        one_of = QButtonGroup(self)
        told = ((self.yes, self.tr("Yes, pain"), True), (self.none_row, self.tr("No pain"), False))
        for row, answer, has_pain in told:
            one_of.addButton(row)
            row.setAccessibleName(answer)
            row.clicked.connect(lambda _on, has=has_pain: self._told(has_pain=has))
            self._lines.addWidget(row)
        self._follow()

    @property
    def is_answered(self) -> bool:
        """Whether one of the two was said."""
        return self._answers.has_pain is not None

    def _told(self, *, has_pain: bool) -> None:
        self._answers.has_pain = has_pain
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """What was said stays said: it gives way to the other answer alone."""
        self.yes.setChecked(self._answers.has_pain is True)
        self.none_row.setChecked(self._answers.has_pain is False)


class QuestionList(TickList):
    """The questions of one tier. A question of facts has a row for each, and one more while an earlier yes holds."""

    def __init__(self, look: Look, answers: SafetyAnswers, tier: Tier) -> None:
        super().__init__(look)
        self._look, self._answers = look, answers
        self.rows: dict[str, TickRow] = {}
        self.fact_rows: dict[str, list[TickRow]] = {}
        self.checked_rows: dict[str, TickRow] = {}
        for question in answers.questions(tier):
            if question.any_of:
                self._add_facts(question)
            else:
                self._add_row(question)
            if question.checkable:
                self._add_checked(question)
            if question.any_of:
                self._lines.addSpacing(space.L)
        self.none_row = TickRow(look, words.none_of_these(LANGUAGE), style=BODY.bold)
        self.none_row.clicked.connect(self._none_ticked)
        self._lines.addWidget(self.none_row)
        self._follow()

    @property
    def is_answered(self) -> bool:
        """Whether something is ticked, were it that none applies."""
        return self.none_row.isChecked() or any(row.isChecked() for row in self._ticks())

    def _ticks(self) -> list[TickRow]:
        return [*self.rows.values(), *(row for rows in self.fact_rows.values() for row in rows)]

    def _add_row(self, question: SafetyQuestion) -> None:
        row = TickRow(self._look, say(question.ask))
        row.setChecked(question.id in self._answers.yes)
        row.toggled.connect(lambda on: self._answers.set_yes(question.id, is_yes=on))
        row.toggled.connect(self._ticked)
        self.rows[question.id] = row
        self._lines.addWidget(row)
        self._write(say(question.note) if question.note else "", SMALL, "ink2")

    def _add_facts(self, question: SafetyQuestion) -> None:
        self._write(say(question.ask), HEADING)
        for line in (words.how_many(LANGUAGE, question), say(question.note) if question.note else ""):
            self._write(line, SMALL, "ink2")
        if self._answers.is_as_before(question):
            self._add_as_before(question)
        true = self._answers.facts(question)
        self.fact_rows[question.id] = []
        for number, fact in enumerate(question.any_of):
            row = TickRow(self._look, say(fact))
            row.setAccessibleDescription(say(question.ask))
            row.setChecked(fact in true)
            row.toggled.connect(lambda on, at=number: self._answers.set_fact(question, at, is_true=on))
            row.toggled.connect(self._ticked)
            self.fact_rows[question.id].append(row)
            self._lines.addWidget(row)

    def _add_as_before(self, question: SafetyQuestion) -> None:
        """An earlier yes stands until it is taken back: which of the facts it was is not remembered."""
        row = TickRow(self._look, self.tr("Still as you said last time"), style=BODY.semibold)
        row.setAccessibleDescription(say(question.ask))
        row.setChecked(True)
        row.toggled.connect(lambda on: self._answers.set_as_before(question, is_so=on))
        row.toggled.connect(self._ticked)
        self.rows[question.id] = row
        self._lines.addWidget(row)

    def _add_checked(self, question: SafetyQuestion) -> None:
        """The way past a question that a professional's check settles."""
        row = TickRow(self._look, words.checked(LANGUAGE), style=BODY.semibold, indent=_CHECK_INDENT)
        row.setAccessibleDescription(say(question.ask))
        row.setChecked(question.id in self._answers.checked)
        row.toggled.connect(lambda on: self._answers.set_checked(question.id, is_checked=on))
        self.checked_rows[question.id] = row
        self._lines.addWidget(row)

    def _write(self, line: str, style: TextStyle, tone: str = "ink") -> None:
        """A line in line with the boxes; nothing where there is none."""
        if not line:
            return
        row = QHBoxLayout()
        row.setContentsMargins(space.S, 0, space.S, 0)
        row.addWidget(Label(self._look, line, style, tone, wrap=True))
        self._lines.addLayout(row)

    def _ticked(self, is_on: bool) -> None:
        if is_on:
            self.none_row.setChecked(False)
        self._follow()

    def _none_ticked(self, is_on: bool) -> None:
        if is_on:
            for row in self._ticks():
                row.setChecked(False)
        self._follow()

    def _follow(self) -> None:
        """The check stands only below a question with a yes."""
        for ident, row in self.checked_rows.items():
            row.setVisible(ident in self._answers.yes)
            row.setChecked(ident in self._answers.checked)
        self.changed.emit()
