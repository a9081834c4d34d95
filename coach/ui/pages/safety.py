"""Before the first session: the disclaimer, when to stop, and the questions that may mean "not today"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.content.model import Safety, Text, Tier
from coach.safety_answers import SafetyAnswers
from coach.today.safety import NeverAsked, is_emergency
from coach.today.standing import Standing, standing_of
from coach.ui.key_places import is_key_of
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_TITLE, HERO, LEAD, OVERLINE, SECTION
from coach.ui.pages.conditions import ConditionsForm
from coach.ui.pages.framed import column_in
from coach.ui.pages.safety_list import PainList, QuestionList
from coach.ui.widgets.advice import Advice, AdviceCard, Urgency
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Flow
from coach.ui.widgets.overlay import Overlay
from coach.ui.widgets.pips import Pips
from coach.ui.widgets.scroll import Scroll
from coach.ui.words.common import LANGUAGE, say
from coach.words import safety as words
from coach.words import today as today_words
from coach.words.sentences import joined

if TYPE_CHECKING:
    from coach.wiring import Parts


class _Screen(QWidget):
    """What has a name only while it has the keyboard: of what stands in it, a reader would say that with each."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setAccessibleName("")


class SafetyPage(Overlay):
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
        self._at = -1  # -1 the opening, then pain and one screen a tier, then the answer
        self._locked: Standing | None = None
        """What was answered earlier and locks still: said first, and answered again from there."""
        if standing.locked is not None and standing.answers is not None and standing.due is None:
            self.answers = SafetyAnswers.going_on(safety, standing.answers)
            self._locked, self._at = standing, len(self._screens)
        self.list: PainList | QuestionList | None = None
        """The rows to tick of the screen that is shown; None where it has none."""
        self.form: ConditionsForm | None = None
        self.next_button: Button | None = None
        self.back_button: Button | None = None
        self.leave_button: Button | None = None
        self._heading = ""
        self._said: list[str] = []
        """What a screen reader says of the screen that is shown, its heading among it."""
        self._scroll = Scroll(look, self)
        self._aside: QWidget | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        look.changed.connect(self.update)
        self._show(is_first=True)

    # --- screens -------------------------------------------------------------------------------------------------

    @property
    def _screens(self) -> list[Text | Tier]:
        """What is asked, a screen each: whether there is pain, then the tiers that have a question for this person."""
        return [*([self.answers.pain] if self.answers.pain is not None else []), *self.answers.tiers]

    def _show(self, *, is_first: bool = False) -> None:
        body = _Screen()
        rows = column_in(self._look, body)
        self.list = self.form = None
        self._said = []
        rows.addStretch(1)
        if self._at < 0:
            self._opening(rows)
        elif self._at < len(self._screens):
            self._list_screen(rows, self._screens[self._at])
        elif self._at > len(self._screens):
            self._conditions_screen(rows)
        elif self._locked is not None:
            self._locked_screen(rows, self._locked)
        else:
            self._answer_screen(rows)
        rows.addStretch(2)
        self._put_aside(self._scroll.takeWidget())
        self._scroll.set_content(body)
        self._scroll.to_top()
        self.is_about(self._heading)
        if is_first:
            return
        # A reader reads all of a dialog as it opens, and nothing of what is new in it: that is said as the keyboard
        # comes to it. A new name of what has the keyboard already gets lost among those of all new rows (Orca 43).
        body.setAccessibleName(joined(self._said))
        body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_aside(self, screen: QWidget | None) -> None:
        """It stays until the next one, unseen: the keyboard comes from there, and where that is gone a screen reader
        reads all around anew (Orca 43).
        """
        if self._aside is not None:
            self._aside.deleteLater()
        self._aside = screen
        if screen is not None:
            screen.hide()
            screen.setParent(self)

    def _title(self, rows: QVBoxLayout, overline: str, title: str, text: str = "") -> None:
        self._heading = title
        self._said += [overline, title, text]
        rows.addWidget(Label(self._look, overline, OVERLINE, "atext"))
        rows.addWidget(Label(self._look, title, HERO, wrap=True))
        if text:
            rows.addWidget(Label(self._look, text, LEAD, "ink2", wrap=True))

    def _opening(self, rows: QVBoxLayout) -> None:
        again = self._due if not isinstance(self._due, NeverAsked) else None
        why = f"{today_words.questions(LANGUAGE, again)}." if again is not None else ""
        self._title(rows, self._place or self.tr("Before you begin"), self.tr("A few safety questions"), why)
        if self._safety.disclaimer:
            self._said.append(say(self._safety.disclaimer))
            rows.addWidget(Label(self._look, say(self._safety.disclaimer), BODY, "ink2", wrap=True))
        if self._safety.stop:
            card = Card(self._look)
            lines = QVBoxLayout(card)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(space.S)
            lines.addWidget(Label(self._look, self.tr("Stop at once with any of these"), SECTION))
            self._said += [self.tr("Stop at once with any of these"), *(say(rule) for rule in self._safety.stop)]
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

    def _list_screen(self, rows: QVBoxLayout, asked: Text | Tier) -> None:
        count = len(self._screens)
        over = self.tr("Questions {0} of {1}").format(self._at + 1, count)
        if isinstance(asked, Tier):
            self._title(rows, over, self.tr("Tick what is true of you"))
            self.list = QuestionList(self._look, self.answers, asked)
        else:
            self._heading, self._said = say(asked), [over, say(asked)]
            rows.addWidget(Label(self._look, over, OVERLINE, "atext"))
            rows.addWidget(Label(self._look, say(asked), CARD_TITLE, wrap=True))
            self.list = PainList(self._look, self.answers)
        rows.addWidget(self.list)
        pips = Pips(self._look, is_left=True, named=over)
        pips.tell(self._at + 1, count)
        rows.addWidget(pips)
        leave = self.tr("Skip") if self._is_step else self.tr("Leave, look around first")
        self._foot(rows, self.tr("Go on"), leave)
        self.list.changed.connect(self._follow)
        self._follow()

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
                self.tr(
                    "This does not mean that a doctor has cleared you. If something changes, stop, and answer the "
                    "questions again."
                ),
            )
            onward = self.tr("Begin") if self._begins else self.tr("Done")
            self._foot(rows, self.tr("Go on") if self._is_step or self._asks_conditions else onward, "")
            return
        standing = [question.id for question in self.answers.standing(tier)]
        urgency: Urgency = "now" if is_emergency(self._safety, tier, standing) else "today" if tier.lock else "later"
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
        self._heading, self._said = self.form.title, list(self.form.said)

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
            yes=[words.answer(LANGUAGE, question, self.answers.facts(question)) for question in questions],
            notes=[say(question.note) for question in questions if question.note and not is_now],
            way_out="" if urgency == "later" else words.way_out(LANGUAGE, is_emergency=is_now),
        )
        self._heading = heading
        self._said = [overline, heading, sentence, *advice.yes, *advice.notes, advice.way_out]
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

    def _follow(self) -> None:
        """Go on only once something is ticked."""
        if self.next_button is not None and self.list is not None:
            self.next_button.setEnabled(self.list.is_answered)

    def _next(self) -> None:
        if self._locked is not None:
            self._locked, self._at = None, 0
            self._show()
            return
        if self.form is not None:
            self.form.keep()
            return
        if self._at == len(self._screens):
            if self._asks_conditions:
                self._at += 1
                self._show()
            else:
                self.passed.emit()
            return
        tier = self.answers.deciding()
        is_locked_here = tier is not None and tier.lock and self._at >= 0 and tier is self._screens[self._at]
        self._at = len(self._screens) if is_locked_here else self._at + 1
        if self._at == len(self._screens):
            self.answers.keep(self._parts.store)
        self._show()

    def _back(self) -> None:
        if self._at < 0:
            self.back.emit()
            return
        tier = self.answers.deciding()
        if self._at == len(self._screens) and tier is not None and tier.lock:
            self._at = self._screens.index(tier)
        else:
            self._at -= 1
        self._show()

    def leave(self) -> None:
        """Look around without starting anything."""
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key_of(event, "covering", "away"):
            self.leave()
        elif is_key_of(event, "covering", "first"):
            if self.next_button is not None and self.next_button.isEnabled():
                self._next()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.paper)
