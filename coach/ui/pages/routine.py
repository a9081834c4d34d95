"""One routine: what, why, how long, what it needs; Start before the details; its exercises in order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.content.model import Figure, Routine
from coach.session.phrases import Phrases
from coach.ui import words
from coach.ui.exporter import Exporter
from coach.ui.figures import emblem, figure_of, hips_up
from coach.ui.pages.page import Page, Paths
from coach.ui.pages.take_along import TakeAlong
from coach.ui.theme import Look
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card, RowButton
from coach.ui.widgets.chip import Chip
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Flow, Split
from coach.ui.widgets.line import HLine
from coach.ui.widgets.place import FigurePlace

DWELL_MILLISECONDS = 600


class RoutinePage(Page):
    """`show_routine(id)` says which; without one, or when its file broke, it says so and leads back."""

    def __init__(self, parts, look: Look, to: Paths) -> None:
        super().__init__(look, "")
        self._parts, self._to = parts, to
        self._id = ""
        self._exporter = Exporter(self)
        self._dwelt = QTimer(self, singleShot=True, interval=DWELL_MILLISECONDS)
        self._dwelt.timeout.connect(self._prepare_voice)

    def show_routine(self, routine: str) -> None:
        self._id = routine
        self.refresh()
        self.verticalScrollBar().setValue(0)
        self._dwelt.start()

    def _prepare_voice(self) -> None:
        """Whoever looks at a routine for a while may start it, and then its first words are there."""
        if self.isVisible() and self._id in self._parts.library.catalogue.routines:
            self._parts.prepare_voice(self._parts.timeline("routine", self._id))

    def build(self, column: QVBoxLayout) -> None:
        column.addLayout(back_row(self._look, self.tr("Routines"), lambda: self._to.go.emit("routines")))
        routine = self._parts.library.catalogue.routines.get(self._id)
        if routine is None:
            column.addWidget(Label(self._look, self.tr("This routine is not there any more."), 20, 700, wrap=True))
            column.addStretch(1)
            return
        self.title = words.say(routine.title)
        self.setAccessibleName(self.title)
        both = Split(372, 524, self._look.px(700))
        both.addWidget(self._hero(routine))
        both.add_layout(self._right(routine))
        column.addLayout(both)
        column.addStretch(1)

    # --- left

    def _hero(self, routine: Routine) -> Card:
        look = self._look
        card = Card(look, 0)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        lines = words.lines(routine, self._parts.library.catalogue.exercises)
        position = lines[0].exercise.position if lines else "standing"
        figure = emblem(self._parts.library.catalogue, routine)
        picture = FigurePlace(
            look, position, 372, 240, 20, "top", size=0.6, figure=figure, close=hips_up(figure) or None
        )
        column.addWidget(picture)
        text = QVBoxLayout()
        text.setContentsMargins(26, 20, 26, 24)
        text.setSpacing(0)
        text.addWidget(Label(look, words.say(routine.title), 30, 800, tracking=-0.025, wrap=True))
        if routine.summary:
            text.addWidget(Label(look, words.say(routine.summary), 15, 500, "ink2", wrap=True))
        text.addSpacing(14)
        text.addLayout(self._facts(routine))
        text.addSpacing(16)
        start = Button(look, self.tr("Start"), "primary", "play", height=60)
        start.setObjectName("start")
        start.clicked.connect(lambda: self._to.start.emit("routine", routine.id))
        text.addWidget(start)
        things = words.needs(routine, self._parts.library.catalogue.exercises)
        if things:
            text.addSpacing(16)
            text.addLayout(self._needs(things))
        if routine.why:
            text.addSpacing(14)
            text.addWidget(HLine(look))
            text.addSpacing(12)
            text.addWidget(Label(look, self.tr("Why this one"), 13, 700))
            text.addWidget(Label(look, words.say(routine.why), 13, 500, "ink2", wrap=True))
        text.addStretch(1)
        column.addLayout(text)
        return card

    def _facts(self, routine: Routine) -> Flow:
        chips = Flow(8)
        timeline = self._parts.timeline("routine", routine.id)
        chips.addWidget(Chip(self._look, words.total(timeline), "clock"))
        chips.addWidget(Chip(self._look, words.goal(routine.goal)))
        if routine.effort is not None:
            low, high = routine.effort
            word = self.tr("Effort {low} to {high}") if low != high else self.tr("Effort {low}")
            chips.addWidget(Chip(self._look, word.format(low=low, high=high)))
        return chips

    def _needs(self, things: list[str]) -> QGridLayout:
        """Icons with words, evenly spread, four a row."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        across = min(4, len(things))
        for number, thing in enumerate(things):
            row, place = divmod(number, across)
            centred = Qt.AlignmentFlag.AlignHCenter
            grid.addWidget(IconLabel(self._look, words.NEED_ICONS.get(thing, "plus"), 22), row * 2, place, centred)
            word = Label(self._look, words.need(thing), 13, 500, "ink2", align=centred)
            grid.addWidget(word, row * 2 + 1, place)
            grid.setColumnStretch(place, 1)
        return grid

    # --- right

    def _right(self, routine: Routine) -> QVBoxLayout:
        """The exercises, and under them the ways to take them along."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(self._list(routine), 1)
        column.addWidget(TakeAlong(self._parts, self._look, self._exporter, routine))
        return column

    def _list(self, routine: Routine) -> Card:
        look = self._look
        card = Card(look, 0)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(3)
        timeline = self._parts.timeline("routine", routine.id)
        head = Flow(8)
        head.addWidget(Label(look, words.count_exercises(timeline.exercises), 20, 700, tracking=-0.015))
        head.addWidget(Label(look, self._between(routine), 13, 500, "ink2"))
        inset = QHBoxLayout()
        inset.setContentsMargins(8, 0, 8, 6)
        inset.addLayout(head)
        column.addLayout(inset)
        phrases = Phrases(self._parts.library.catalogue.coaching.phrases, words.language())
        for line in words.lines(routine, self._parts.library.catalogue.exercises):
            dose = words.dose(line.dose, phrases)
            if line.rounds > 1:
                dose = self.tr("{dose}, {rounds} rounds").format(dose=dose, rounds=line.rounds)
            figure = figure_of(self._parts.library.catalogue, line.exercise)
            row = ExerciseRow(look, line, dose, words.clock(words.step_seconds(timeline, line.number)), figure)
            row.clicked.connect(lambda _checked=False, name=line.exercise.id: self._to.exercise.emit(name))
            column.addWidget(row)
        column.addStretch(1)
        return card

    def _between(self, routine: Routine) -> str:
        parts = []
        if routine.prepare:
            parts.append(self.tr("{length} to get ready").format(length=words.length(routine.prepare)))
        if routine.between:
            parts.append(self.tr("{length} between").format(length=words.length(routine.between)))
        return ", ".join(parts)


class ExerciseRow(RowButton):
    """Number, picture, name, dose, time; opens the exercise."""

    def __init__(self, look: Look, line: words.Line, dose: str, time: str, figure: Figure | None = None) -> None:
        title = words.say(line.exercise.title)
        super().__init__(look, f"{line.number}. {title}. {dose}. {time}", padding=5)
        self.setToolTip(words.say(line.exercise.summary) or title)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(14)
        number = Label(look, str(line.number), 15, 700, "ink2", align=Qt.AlignmentFlag.AlignHCenter, tabular=True)
        number.setMinimumWidth(look.px(18))
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignVCenter)
        picture = FigurePlace(look, line.exercise.position, 84, 58, 12, size=0.66, figure=figure)
        picture.setFixedSize(84, 58)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch(1)
        text.addWidget(Label(look, title, 15, 700, wrap=True))
        text.addWidget(Label(look, dose, 13, 500, "ink2", wrap=True))
        text.addStretch(1)
        row.addLayout(text, 1)
        row.addWidget(Label(look, time, 13, 500, "ink2", tabular=True), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(IconLabel(look, "chev", 18), 0, Qt.AlignmentFlag.AlignVCenter)


def back_row(look: Look, word: str, act: Callable[[], object]) -> QHBoxLayout:
    """The way back, above a page that lies within another."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    button = BackButton(look, word)
    button.clicked.connect(act)
    row.addWidget(button)
    row.addStretch(1)
    return row


class BackButton(Button):
    """A text button in ink with the arrow to the left."""

    def __init__(self, look: Look, word: str, parent: QWidget | None = None) -> None:
        super().__init__(look, word, "text", "chevl", 32, parent=parent)
        self.setToolTip(self.tr("Back to {place} (Alt+Left)").format(place=word))

    def _padding(self) -> float:
        return 0.0

    def _colours(self) -> tuple[QColor | None, QColor, QColor | None]:
        fill, _, edge = super()._colours()
        return fill, self._look.theme.ink2, edge
