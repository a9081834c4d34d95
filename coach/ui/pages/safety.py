"""Before the first session: the disclaimer, when to stop, and the questions that may mean "not today"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.content.model import Safety, SafetyQuestion, Tier
from coach.safety_answers import SafetyAnswers
from coach.today.safety import NeverAsked, is_emergency
from coach.today.standing import Standing, standing_of
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HERO, LEAD, OVERLINE, SECTION
from coach.ui.pages.conditions import ConditionsForm
from coach.ui.pages.framed import column_in
from coach.ui.widgets.advice import Advice, AdviceCard, Urgency
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Flow
from coach.ui.widgets.pips import Pips
from coach.ui.widgets.scroll import Scroll
from coach.ui.widgets.tickrow import TickRow
from coach.ui.words.common import LANGUAGE, say
from coach.words import safety as words
from coach.words import today as today_words

if TYPE_CHECKING:
    from coach.wiring import Parts


class SafetyPage(QWidget):
    """Covers the window. `passed` when a session may begin; `closed` when the person leaves without.

    As a step of the welcome (`place`: which of how many) it is gone past by Skip, leads `back`, and leaves the
    conditions to a step of their own.
    `begins`: something is begun once it is passed, as its last button says.
    """

    passed, closed, back = Signal(), Signal(), Signal()

    def __init__(
        self, parts: Parts, look: Look, parent: QWidget | None = None, *, place: str = "", begins: bool = True
    ) -> None:
        super().__init__(parent)
        self._place, self._is_step, self._begins = place, bool(place), begins
        self._parts, self._look = parts, look
        safety: Safety = parts.library.catalogue.safety
        self._safety = safety
        self.answers = SafetyAnswers(safety)
        standing = standing_of(safety, parts.store, parts.clock.wall())
        self._due = standing.due
        self._at = -1  # -1 the opening, then one screen a tier, then the answer
        self._locked: Standing | None = None
        """What was answered earlier and locks still: said first, and answered again from there."""
        if standing.locked is not None and standing.answers is not None and standing.due is None:
            self._locked, self._at = standing, len(self.answers.tiers)
            self.answers = SafetyAnswers.going_on(safety, standing.answers)
        self.rows: dict[str, TickRow] = {}
        self.none_row: TickRow | None = None
        self.checked_rows: dict[str, TickRow] = {}
        self.form: ConditionsForm | None = None
        self.next_button: Button | None = None
        self.back_button: Button | None = None
        self.leave_button: Button | None = None
        self._scroll = Scroll(look, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.update)
        self._show()

    # --- screens -------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        body = QWidget()
        rows = column_in(self._look, body)
        self.rows, self.none_row, self.checked_rows, self.form = {}, None, {}, None
        rows.addStretch(1)
        if self._at < 0:
            self._opening(rows)
        elif self._at < len(self.answers.tiers):
            self._tier_screen(rows, self.answers.tiers[self._at])
        elif self._at > len(self.answers.tiers):
            self._conditions_screen(rows)
        elif self._locked is not None:
            self._locked_screen(rows, self._locked)
        else:
            self._answer_screen(rows)
        rows.addStretch(2)
        self._scroll.set_content(body)
        self._scroll.verticalScrollBar().setValue(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _title(self, rows: QVBoxLayout, overline: str, title: str, text: str = "") -> None:
        rows.addWidget(Label(self._look, overline, OVERLINE, "atext"))
        rows.addWidget(Label(self._look, title, HERO, wrap=True))
        if text:
            rows.addWidget(Label(self._look, text, LEAD, "ink2", wrap=True))

    def _opening(self, rows: QVBoxLayout) -> None:
        again = self._due if not isinstance(self._due, NeverAsked) else None
        why = f"{today_words.questions(LANGUAGE, again)}." if again is not None else ""
        self._title(rows, self._place or self.tr("Before you begin"), self.tr("A few safety questions"), why)
        if self._safety.disclaimer:
            rows.addWidget(Label(self._look, say(self._safety.disclaimer), BODY, "ink2", wrap=True))
        if self._safety.stop:
            card = Card(self._look)
            lines = QVBoxLayout(card)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(space.S)
            lines.addWidget(Label(self._look, self.tr("Stop at once with any of these"), SECTION))
            for rule in self._safety.stop:
                row = QHBoxLayout()
                row.setSpacing(space.M)
                mark = QVBoxLayout()
                mark.setContentsMargins(0, self._look.px(space.HAIR), 0, 0)  # the icon on the middle of the first line
                mark.addWidget(IconLabel(self._look, "hurt", 20, "atext"))
                mark.addStretch(1)
                row.addLayout(mark)
                row.addWidget(Label(self._look, say(rule), BODY, wrap=True), 1)
                lines.addLayout(row)
            rows.addSpacing(space.XS)
            rows.addWidget(card)
        skip = self.tr("Skip") if self._is_step else self.tr("Skip, look around first")
        self._foot(rows, self.tr("Begin"), skip)

    def _tier_screen(self, rows: QVBoxLayout, tier: Tier) -> None:
        over = self.tr("Questions {0} of {1}").format(self._at + 1, len(self.answers.tiers))
        self._title(rows, over, self.tr("Does any of these apply to you?"))
        card = Card(self._look, padding=space.M)
        lines = QVBoxLayout(card)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(space.HAIR)
        for question in self.answers.questions(tier):
            row = TickRow(self._look, say(question.ask))
            row.setChecked(question.id in self.answers.yes)
            row.toggled.connect(lambda on, ident=question.id: self._ticked(ident, is_on=on))
            self.rows[question.id] = row
            lines.addWidget(row)
            if question.checkable:
                self._add_checked(lines, question)
        self.none_row = none_row = TickRow(self._look, self.tr("None of these apply"), style=BODY.bold)
        none_row.clicked.connect(lambda: self._none_ticked(is_on=none_row.isChecked()))
        lines.addWidget(none_row)
        rows.addWidget(card)
        pips = Pips(self._look, is_left=True)
        pips.tell(self._at + 1, len(self.answers.tiers))
        rows.addWidget(pips)
        leave = self.tr("Skip") if self._is_step else self.tr("Leave, look around first")
        self._foot(rows, self.tr("Go on"), leave)
        self._follow()

    def _add_checked(self, lines: QVBoxLayout, question: SafetyQuestion) -> None:
        """The way past a question that a professional's check settles."""
        row = TickRow(self._look, self.tr("A professional has checked this"), style=BODY.semibold, indent=44)
        row.setChecked(question.id in self.answers.checked)
        row.toggled.connect(lambda on: self.answers.set_checked(question.id, is_checked=on))
        if question.note:
            row.setToolTip(say(question.note))
        self.checked_rows[question.id] = row
        lines.addWidget(row)

    def _locked_screen(self, rows: QVBoxLayout, locked: Standing) -> None:
        """What the last answers ask for; from here they are answered again."""
        urgency: Urgency = "now" if locked.is_emergency else "today"
        self._advise(rows, self.tr("Safety questions"), urgency, locked.locked, words.locked(LANGUAGE, locked))
        style: str = "secondary" if locked.is_emergency else "primary"
        self._foot(rows, self.tr("Answer again"), self.tr("Look around without starting"), style)

    def _answer_screen(self, rows: QVBoxLayout) -> None:
        tier = self.answers.deciding()
        if tier is None:
            self._title(
                rows,
                self.tr("Thank you"),
                self.tr("You can begin."),
                self.tr("That is not a clearance. If something changes, stop, and answer the questions again."),
            )
            onward = self.tr("Begin") if self._begins else self.tr("Done")
            self._foot(rows, self.tr("Go on") if self._is_step or self._asks_conditions else onward, "")
            return
        urgency: Urgency = "now" if is_emergency(self._safety, tier) else "today" if tier.lock else "later"
        self._advise(rows, self.tr("What your answers ask for"), urgency, tier, say(tier.say))
        if tier.lock:
            self._foot(rows, "", self.tr("Look around without starting"))
        else:
            # What to do stands first; going on is a choice beside it, no more.
            onward = self.tr("I understand, begin") if self._begins else self.tr("I understand")
            self._foot(rows, onward, self.tr("Look around first") if self._begins else "", "secondary")

    @property
    def _asks_conditions(self) -> bool:
        """Whether a screen follows that asks what is true of the person."""
        return bool(self._safety.conditions) and not self._is_step and not self._parts.store.conditions()

    def _conditions_screen(self, rows: QVBoxLayout) -> None:
        """Asked once: with the next questions again where it was skipped."""
        self.form = ConditionsForm(self._parts, self._look, self.tr("Go on"), self.tr("Skip"))
        self.form.kept.connect(self.passed)
        self.form.left.connect(self.passed)
        self.next_button, self.leave_button, self.back_button = self.form.keep_button, self.form.leave_button, None
        self.form.stand_in(rows)

    def _advise(self, rows: QVBoxLayout, overline: str, urgency: Urgency, tier: Tier | None, sentence: str) -> None:
        """What to do, the questions that say so, and the way out of a lock."""
        is_now = urgency == "now"
        heading = self.tr("Worth checking.") if urgency == "later" else words.heading(LANGUAGE, is_emergency=is_now)
        if not is_now:
            self._title(rows, overline, heading)
        questions = self.answers.standing(tier) if tier is not None else ()
        advice = Advice(
            heading,
            sentence,
            yes=[say(question.ask) for question in questions],
            notes=[say(question.note) for question in questions if question.note and not is_now],
            way_out="" if urgency == "later" else words.way_out(LANGUAGE, is_emergency=is_now),
        )
        rows.addWidget(AdviceCard(self._look, urgency, advice))

    def _foot(self, rows: QVBoxLayout, next_words: str, leave_words: str, style: str = "primary") -> None:
        row = Flow(space.L)
        self.next_button = self.back_button = self.leave_button = None
        if next_words:
            self.next_button = Button(self._look, next_words, style, height=sizes.BUTTON_LARGE, trailing="arrow")
            self.next_button.clicked.connect(self._next)
            row.addWidget(self.next_button)
        if (self._at >= 0 or self._is_step) and self._locked is None:
            self.back_button = Button(self._look, self.tr("Back"), "secondary", height=sizes.BUTTON_LARGE)
            self.back_button.clicked.connect(self._back)
            row.addWidget(self.back_button)
        if leave_words:
            self.leave_button = Button(self._look, leave_words, "text", height=sizes.BUTTON_LARGE)
            self.leave_button.clicked.connect(self.leave)
            row.addWidget(self.leave_button)
        rows.addSpacing(space.S)
        rows.addLayout(row)

    # --- answers -------------------------------------------------------------------------------------------------

    def _ticked(self, ident: str, *, is_on: bool) -> None:
        self.answers.set_yes(ident, is_yes=is_on)
        if is_on and self.none_row is not None:
            self.none_row.setChecked(False)
        self._follow()

    def _none_ticked(self, *, is_on: bool) -> None:
        if is_on:
            for row in self.rows.values():
                row.setChecked(False)
        self._follow()

    def _follow(self) -> None:
        """Go on only once something is ticked; the check stands only below its question."""
        for ident, row in self.checked_rows.items():
            row.setVisible(ident in self.answers.yes)
            row.setChecked(ident in self.answers.checked)
        ticks = (self.none_row, *self.rows.values())
        if self.next_button is not None:
            self.next_button.setEnabled(any(row is not None and row.isChecked() for row in ticks))

    def _next(self) -> None:
        if self._locked is not None:
            self._locked, self._at = None, 0
            self._show()
            return
        if self.form is not None:
            self.form.keep()
            return
        if self._at == len(self.answers.tiers):
            if self._asks_conditions:
                self._at += 1
                self._show()
            else:
                self.passed.emit()
            return
        tier = self.answers.deciding()
        is_locked_here = self._at >= 0 and tier is not None and tier.lock and tier is self.answers.tiers[self._at]
        self._at = len(self.answers.tiers) if is_locked_here else self._at + 1
        if self._at == len(self.answers.tiers):
            self.answers.keep(self._parts.store)
        self._show()

    def _back(self) -> None:
        if self._at < 0:
            self.back.emit()
            return
        tier = self.answers.deciding()
        if self._at == len(self.answers.tiers) and tier is not None and tier.lock:
            self._at = self.answers.tiers.index(tier)
        else:
            self._at -= 1
        self._show()

    def leave(self) -> None:
        """Look around without starting anything."""
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.next_button is not None and self.next_button.isEnabled():
                self._next()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.paper)
