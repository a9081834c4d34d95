"""The focus routine as a card: its length, its exercises, Start, Change, and a way to keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.demonstration.posing import is_mirrored
from coach.demonstration.which_figure import figure_of
from coach.progression.focus import FOCUS, Focus
from coach.session.phrases import Phrases
from coach.session.routine_lines import RoutineLine, lines
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_TITLE, OVERLINE, SMALL
from coach.ui.pages.focus_parts import FocusMinutes, SaveForLater
from coach.ui.pages.page import Paths
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Beside, clear
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from coach.words.progression import left_out, short_focus, why_nothing_left

if TYPE_CHECKING:
    from coach.wiring import Parts


class FocusCard(Card):
    """What the last test's focus areas ask for. `note` stands below its name; `changed` when another length was chosen.

    `add_below(layout)` is for what stands under its buttons.
    """

    changed = Signal()

    def __init__(self, parts: Parts, look: Look, to: Paths, note: str = "") -> None:
        super().__init__(look)
        self._parts, self._to, self._note = parts, to, note
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(space.XS)
        outer.addLayout(self._rows)
        self.below = QVBoxLayout()
        self.below.setSpacing(space.XS)
        outer.addLayout(self.below)
        self.start_button: Button | None = None
        self.change_button: Button | None = None
        self.minutes: FocusMinutes | None = None
        self.save: SaveForLater | None = None
        self._fill()

    def _fill(self) -> None:
        made = self._parts.focus()
        if not isinstance(made, Focus):
            return
        own = self._parts.own(FOCUS)
        exercises = self._parts.library.catalogue.exercises
        rows = self._rows
        rows.addWidget(Label(self._look, self.tr("Made for you"), OVERLINE, "atext"))
        rows.addWidget(Label(self._look, self.tr("Your focus routine"), CARD_TITLE, wrap=True))
        if self._note:
            rows.addWidget(Label(self._look, self._note, BODY, "ink2", wrap=True))
        rows.addSpacing(space.XS)
        rows.addLayout(self._choices())
        rows.addSpacing(space.XS)
        for line in lines(own.routine, exercises):
            rows.addLayout(self._row(line))
        if own.is_empty:
            told = [why_nothing_left(words.LANGUAGE, own, exercises)]
        else:
            told = [left_out(words.LANGUAGE, own.left_out, exercises)]
        told.append(short_focus(words.LANGUAGE, made, self._parts.timeline("routine", FOCUS)))
        for sentence in filter(None, told):
            rows.addWidget(Label(self._look, sentence, SMALL, "ink2", wrap=True))
        rows.addStretch(1)
        rows.addSpacing(space.S)
        if not own.is_empty:
            self._add_start()

    def _choices(self) -> Beside:
        """How long, and the way to change what is in it."""
        self.minutes = FocusMinutes(self._parts, self._look)
        self.minutes.chosen_minutes.connect(self._choose)
        self.change_button = Button(self._look, self.tr("Change"), "tonal", "edit", sizes.BUTTON_SMALL)
        self.change_button.setAccessibleDescription(self.tr("Opens the routine: easier, harder, or held, one by one."))
        self.change_button.clicked.connect(lambda: self._to.routine.emit(FOCUS))
        lengths = QWidget()
        at_the_left = QHBoxLayout(lengths)
        at_the_left.setContentsMargins(0, 0, 0, 0)
        at_the_left.addWidget(self.minutes)
        at_the_left.addStretch(1)
        row = Beside(self.minutes.sizeHint().width())
        row.addWidget(lengths)
        row.addWidget(self.change_button)
        return row

    def _choose(self) -> None:
        """The control is made anew with the rest, and keeps the keyboard."""
        clear(self._rows)
        self._fill()
        if self.minutes is not None:
            self.minutes.set_focus()
        self.changed.emit()

    def _row(self, line: RoutineLine) -> QHBoxLayout:
        catalogue = self._parts.library.catalogue
        row = QHBoxLayout()
        row.setSpacing(space.M_LOOSE)
        picture = FigurePlace(
            self._look,
            line.exercise.position,
            60,
            44,
            sizes.SMALL_RADIUS,
            figure=figure_of(catalogue, line.exercise),
            mirrored=is_mirrored(line.dose),
        )
        picture.setFixedSize(60, 44)
        row.addWidget(picture)
        in_the_middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(Label(self._look, words.say(line.exercise.title), BODY.bold, wrap=True, align=in_the_middle), 1)
        dose = Label(self._look, words.brief_dose(line.dose), BODY.semibold, "ink2", tabular=True)
        dose.setAccessibleName(words.dose(line.dose, Phrases(catalogue.coaching.phrases, words.language())))
        row.addWidget(dose)
        return row

    def _add_start(self) -> None:
        length = words.takes(self._parts.length("routine", FOCUS))
        start = Button(self._look, self.tr("Start, {0}").format(length), "primary", "play", sizes.BUTTON_HIGH)
        start.setAccessibleDescription(self.tr("Your focus routine"))
        start.clicked.connect(lambda: self._to.start.emit("routine", FOCUS))
        self.save = SaveForLater(self._parts, self._look, self._to, self, sizes.BUTTON_HIGH)
        row = Beside(start.sizeHint().width(), space.S_LOOSE)
        row.addWidget(start)
        row.addWidget(self.save.button)
        self._rows.addLayout(row)
        self._rows.addWidget(self.save.line)
        self.start_button = start
