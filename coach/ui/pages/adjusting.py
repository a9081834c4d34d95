"""Easier, harder, as in the file, hold here: what the person chooses for an exercise, under its row in a routine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.progression.choosing import Option
from coach.session.planned import routine_of
from coach.session.routine_lines import RoutineLine
from coach.ui.announce import Announcer
from coach.ui.look import sizes, space
from coach.ui.look.mirror import margins
from coach.ui.look.theme import Look
from coach.ui.look.typography import SMALL
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.icon_buttons import RoundButton
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow
from coach.ui.words import common as words
from coach.values import dataclass
from coach.words import choosing

if TYPE_CHECKING:
    from coach.wiring import Parts


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was chosen last, of which exercise, and the record that keeps it."""

    named: str
    sentence: str
    uid: str


class Adjusting(QObject):
    """`begin` with a routine, then `add_row` for each of its rows; `changed` when something was chosen or taken back,
    or another row's choices are to be seen.
    """

    changed = Signal()

    def __init__(self, parts: Parts, look: Look, owner: QWidget) -> None:
        super().__init__(owner)
        self._parts, self._look = parts, look
        self.announcer = Announcer(owner)
        self._routine = ""
        self._options: dict[str, tuple[Option, ...]] = {}
        self._open = ""
        self._kept: _Kept | None = None
        self.buttons: dict[tuple[str, str], Button | RoundButton] = {}
        """By exercise and choice; `adjust` shows and hides the choices, `undo` takes the last one back."""

    def begin(self, routine: str) -> None:
        """What may be chosen in this routine now."""
        self._routine, self.buttons = routine, {}
        self._options = self._parts.options(routine)

    def add_row(self, column: QVBoxLayout, row: QWidget, line: RoutineLine) -> None:
        """The row itself, and beside and below it what there is to choose and what was chosen."""
        may = self._options.get(line.named, ())
        if not may or (line.named, "adjust") in self.buttons:
            column.addWidget(row)
            return
        beside = QHBoxLayout()
        beside.setSpacing(space.XS)
        beside.addWidget(row, 1)
        beside.addWidget(self._adjust(line), 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(beside)
        self._add_kept(column, line, inset_of_words(self._look))
        if self._open == line.named:
            below = line_below(inset_of_words(self._look))
            below.addLayout(self._buttons(line, may), 1)
            column.addLayout(below)

    def add_choices(self, column: QVBoxLayout, line: RoutineLine) -> None:
        """What there is to choose for one exercise, where nothing has to be opened, and what was chosen."""
        column.addLayout(self._buttons(line, self._options.get(line.named, ())))
        self._add_kept(column, line, 0)

    def has(self, line: RoutineLine) -> bool:
        """Whether there is anything to choose for this exercise."""
        return bool(self._options.get(line.named))

    def forget(self) -> None:
        """What was chosen last is not to be taken back here any more."""
        self._kept, self.buttons = None, {}

    def _adjust(self, line: RoutineLine) -> RoundButton:
        name = self.tr("Easier or harder: {exercise}").format(exercise=words.say(line.exercise.title))
        button = RoundButton(self._look, "settings", name, sizes.BUTTON_SLIM, "none")
        button.clicked.connect(lambda: self._show(line.named))
        self.buttons[line.named, "adjust"] = button
        return button

    def _add_kept(self, column: QVBoxLayout, line: RoutineLine, inset: int) -> None:
        kept = self._kept
        if kept is None or kept.named != line.named:
            return
        below = line_below(inset)
        below.addWidget(Label(self._look, kept.sentence, SMALL, "ink2", wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        undo = Button(self._look, self.tr("Undo"), "text", height=sizes.BUTTON_SLIM)
        undo.setAccessibleDescription(kept.sentence)
        undo.clicked.connect(lambda: self._undo(kept))
        self.buttons[line.named, "undo"] = undo
        below.addWidget(undo, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(below)

    def _buttons(self, line: RoutineLine, may: tuple[Option, ...]) -> Flow:
        flow = Flow(space.S)
        title = words.say(line.exercise.title)
        for option in may:
            button = Button(self._look, choosing.choice(words.LANGUAGE, option), "tonal", height=sizes.BUTTON_SLIM)
            button.setAccessibleDescription(title)
            button.clicked.connect(lambda _=False, option=option: self._choose(line, option))
            self.buttons[line.named, option.what] = button
            flow.addWidget(button)
        return flow

    def _show(self, named: str) -> None:
        self._open = "" if self._open == named else named
        self._tell_changed(named, "adjust")

    def _choose(self, line: RoutineLine, option: Option) -> None:
        title = words.say(self._parts.library.catalogue.exercises[line.named].title)
        sentence = choosing.chosen(words.LANGUAGE, option, title)
        uid = self._parts.store.add_choice(routine_of(self._routine), line.named, option.what)
        self._open, self._kept = "", _Kept(line.named, sentence, uid)
        self._tell_changed(line.named, "undo")
        self.announcer.say(sentence)

    def _undo(self, kept: _Kept) -> None:
        self._parts.store.delete(kept.uid)
        self._kept = None
        self._tell_changed(kept.named, "adjust")

    def _tell_changed(self, named: str, focus: str) -> None:
        """With the keyboard on what was pressed, or on what stands in its place."""
        self.changed.emit()
        button = self.buttons.get((named, focus))
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)


def inset_of_words(look: Look) -> int:
    """Where the words of an exercise's row begin."""
    return look.px(18) + 84 + 2 * space.M_LOOSE + space.S_LOOSE


def line_below(inset: int) -> QHBoxLayout:
    """A line under other words."""
    row = QHBoxLayout()
    row.setContentsMargins(margins(inset, 0, space.S if inset else 0, space.S))
    return row
