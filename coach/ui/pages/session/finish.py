"""The end of a session: what was done, and questions that may be left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.announce import Announcer
from coach.ui.key_places import is_key_of
from coach.ui.look import sizes, space
from coach.ui.look.mirror import margins
from coach.ui.look.soft_shadow import REACH
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HERO, LEAD, SECTION, SMALL
from coach.ui.pages.session.used import Asked, UsedLoads
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.line import HLine
from coach.ui.widgets.overlay import Overlay
from coach.ui.widgets.scale import Scale, effort_ramp
from coach.ui.widgets.scroll import FittingScroll
from coach.ui.words import common as words
from coach.values import dataclass
from coach.words.library import count_exercises
from coach.words.sentences import joined
from coach.words.stopping import emergency_signs, well_stopped


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended (finished, ended, pain) and what was done: `seconds` without pauses, `done` of `exercises`.

    `emergency` is what to do with the signs of an emergency; `used` the exercises with a band or a weight.
    """

    title: str
    how: str
    seconds: float
    done: int
    exercises: int
    pain: int | None = None
    effort_range: tuple[int, int] | None = None
    emergency: str = ""
    used: tuple[Asked, ...] = ()


class FinishPage(Overlay):
    """The end screen for `outcome`; `finished(effort, pain)` with what was answered, None where it was left out, after
    `used(exercise, load)` for each of which another band or weight was written than is kept.

    `tell_next` puts what follows from the answers in the questions' place; `left` when that was read.
    """

    finished = Signal(object, object)
    used = Signal(str, str)
    left = Signal()

    def __init__(self, look: Look, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.announcer = Announcer(self)
        self.effort = Scale(look, self.tr("Effort"), is_optional=True, colours=effort_ramp)
        self.pain = Scale(look, self.tr("Pain"), is_optional=True) if outcome.pain is None else None
        self.loads = UsedLoads(look, outcome.used) if outcome.used else None
        self.save_button = Button(look, self.tr("Save"), "primary", "check", sizes.BUTTON_LARGE)
        self.done_button = Button(look, self.tr("Done"), "primary", "check", sizes.BUTTON_LARGE)
        self.next_label = Label(look, "", SECTION, wrap=True)
        self._questions = Card(look, padding=space.XXL)
        self._next = Card(look, padding=space.XXL, tone="psoft")
        self.skip_button = Button(look, self.tr("Skip the questions"), "text")
        self.save_button.clicked.connect(self._save)
        self.skip_button.clicked.connect(lambda: self.finished.emit(None, None))
        self.done_button.clicked.connect(self.left)
        self._title, self._said = "", list[str]()
        self._scroll = FittingScroll(look, self._in_the_middle(self._body(outcome), 0), self)
        self._rule = HLine(look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, space.WIDE, 0, 0)
        outer.setSpacing(0)
        outer.addStretch(1)
        outer.addWidget(self._scroll)
        outer.addWidget(self._rule)
        self._foot = self._in_the_middle(self._buttons(), space.M)
        outer.addWidget(self._foot)
        outer.addStretch(2)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._ranged)
        self._rule.hide()
        look.changed.connect(self.update)

    def _ranged(self, _least: int, most: int) -> None:
        """Beside a scroll bar there is less room for all that scrolls; the buttons stay below it."""
        self._rule.setVisible(most > 0)
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most > 0 else 0
        self._foot.setContentsMargins(margins(0, 0, bar, 0))

    def _in_the_middle(self, column: QWidget, below: int) -> QWidget:
        place = QWidget()
        middle = QHBoxLayout(place)
        middle.setContentsMargins(0, 0, 0, below)
        column.setMaximumWidth(self._look.px(600) + 2 * REACH)
        middle.addStretch(1)
        middle.addWidget(column, 20)
        middle.addStretch(1)
        return place

    def _body(self, outcome: Outcome) -> QWidget:
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(REACH, 0, REACH, REACH)
        rows.setSpacing(space.S)
        self._add_heading(rows, outcome)
        if outcome.how == "pain":
            self._add_kind_words(rows, outcome)
        rows.addSpacing(space.M)
        self._fill_questions(outcome)
        self._fill_next()
        rows.addWidget(self._questions)
        rows.addWidget(self._next)
        return column

    def ask(self) -> None:
        """Ask, which says how it ended, too: the first question has the keyboard."""
        self.tell(self._title, joined(self._said), self.effort)

    def tell_next(self, sentence: str) -> None:
        """What follows for the next session, in the questions' place; it has the keyboard."""
        self.next_label.setText(sentence)
        for widget in (self._questions, self.save_button, self.skip_button):
            widget.hide()
        self._next.show()
        self.done_button.show()
        self.tell(self._title, sentence, self.done_button, goes_on=True)

    def _add_heading(self, rows: QVBoxLayout, outcome: Outcome) -> None:
        icon = "heart" if outcome.how == "pain" else "check"
        tile = Card(self._look, padding=0, radius=sizes.PLATE_RADIUS, tone="psoft")
        inside = QHBoxLayout(tile)
        inside.setContentsMargins(space.M_LOOSE, space.M_LOOSE, space.M_LOOSE, space.M_LOOSE)
        inside.addWidget(IconLabel(self._look, icon, 30, "pine"))
        rows.addWidget(tile, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addSpacing(space.S)
        is_any = outcome.done or not outcome.exercises
        titles = {
            "finished": self.tr("Well done.") if is_any else self.tr("That counts too."),
            "ended": self.tr("That counts too."),
            "pain": well_stopped(words.LANGUAGE),
        }
        self._title = titles[outcome.how]
        rows.addWidget(Label(self._look, self._title, HERO, wrap=True))
        self._said.append(self.summary(outcome))
        rows.addWidget(Label(self._look, self.summary(outcome), LEAD, "ink2", wrap=True))

    def summary(self, outcome: Outcome) -> str:
        """What was done, in one sentence."""
        sentence = f"{outcome.title}: {words.length_in_words(outcome.seconds)}"
        if outcome.exercises:
            if outcome.done >= outcome.exercises:
                sentence += ", " + count_exercises(outcome.exercises, words.LANGUAGE)
            else:
                sentence += ", " + self.tr("{0} of {1} exercises").format(outcome.done, outcome.exercises)
        return sentence + "."

    def _add_kind_words(self, rows: QVBoxLayout, outcome: Outcome) -> None:
        rows.addSpacing(space.S)
        card = Card(self._look, padding=space.XL, tone="sunk")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(space.S)
        rest = self.tr(
            "Move gently for the rest of today. If the pain stays, comes back or spreads, have it checked before"
            " you go on."
        )
        lines.addWidget(Label(self._look, rest, BODY.semibold, wrap=True))
        self._said.append(rest)
        if outcome.emergency:
            signs = emergency_signs(words.LANGUAGE, outcome.emergency)
            lines.addWidget(Label(self._look, signs, BODY, "ink2", wrap=True))
            self._said.append(signs)
        rows.addWidget(card)

    def _fill_questions(self, outcome: Outcome) -> None:
        lines = QVBoxLayout(self._questions)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(space.XS)
        hint = ""
        if outcome.effort_range and outcome.how == "finished":
            hint = self.tr("meant to feel like {0} to {1}").format(*outcome.effort_range)
        ends = (self.tr("no effort"), self.tr("hard work"), self.tr("all I had"))
        self._add_scale(lines, self.effort, self.tr("How hard was it?"), hint, ends)
        self._said.append(self.tr("How hard was it?"))
        if self.pain is not None:
            lines.addSpacing(space.L_LOOSE)
            ends = (self.tr("none"), self.tr("moderate"), self.tr("the worst"))
            self._add_scale(lines, self.pain, self.tr("How much does it hurt now?"), "", ends)
        if self.loads is not None:
            lines.addSpacing(space.L_LOOSE)
            lines.addWidget(self.loads)

    def _fill_next(self) -> None:
        lines = QVBoxLayout(self._next)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.next_label)
        self._next.hide()
        self.done_button.hide()

    def _add_scale(self, rows: QVBoxLayout, scale: Scale, title: str, hint: str, ends: tuple[str, str, str]) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self._look, title, SECTION, wrap=True), 1)
        if hint:
            head.addWidget(Label(self._look, hint, SMALL, "ink2"))
        rows.addLayout(head)
        rows.addWidget(scale)
        ends_row = QHBoxLayout()
        ends_row.setContentsMargins(space.XS, 0, space.XS, 0)
        sides = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
        for number, word, side in zip((0, 5, 10), ends, sides, strict=True):
            ends_row.addWidget(Label(self._look, f"{number} {word}", SMALL, "ink2"), 1, side)
        rows.addLayout(ends_row)

    def _buttons(self) -> QWidget:
        """Below what scrolls: they are in sight however much is asked."""
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(REACH, space.M, REACH, 0)
        row.setSpacing(space.XL)
        row.addWidget(self.save_button)
        row.addWidget(self.skip_button)
        row.addWidget(self.done_button)
        row.addStretch(1)
        return place

    def _save(self) -> None:
        for exercise, load in (self.loads.told if self.loads else {}).items():
            self.used.emit(exercise, load)
        self.finished.emit(self.effort.value, self.pain.value if self.pain else None)

    def where(self) -> None:
        """Tell how it ended, what is asked and what is chosen to who does not see it."""
        is_next = self._next.isVisibleTo(self)
        scales = [] if is_next else [scale.told for scale in (self.effort, self.pain) if scale is not None]
        said = [self.next_label.text()] if is_next else self._said
        self.announcer.say(joined((self._title, *said, *scales)), matters=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return saves what is there, Escape leaves without answers; either leaves what was told of the next time."""
        if is_key_of(event, "finish", "where"):
            self.where()
        elif self._next.isVisibleTo(self):
            if is_key_of(event, "finish", "on", "close"):
                self.left.emit()
        elif is_key_of(event, "finish", "on"):
            self._save()
        elif is_key_of(event, "finish", "close"):
            self.finished.emit(None, None)
        else:
            super().keyPressEvent(event)
