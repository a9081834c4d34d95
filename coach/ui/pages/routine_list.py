"""A routine's exercises in order; of a run with cues what will be heard, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.content.model import Figure, Routine
from coach.demonstration.posing import is_mirrored
from coach.demonstration.which_figure import figure_of
from coach.session.length import chosen_length
from coach.session.phrases import Phrases
from coach.session.routine_lines import RoutineLine, lines, step_seconds
from coach.session.timeline import Timeline
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SECTION, SMALL
from coach.ui.pages.adjusting import Adjusting
from coach.ui.pages.own_loads import OwnLoads
from coach.ui.pages.page import Paths
from coach.ui.widgets.card import Card, RowButton
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Flow, clear
from coach.ui.widgets.line import HLine
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from coach.words.kit import without
from coach.words.library import with_load
from coach.words.progression import why
from coach.words.sentences import comma_list

if TYPE_CHECKING:
    from coach.wiring import Parts


class ExerciseList(Card):
    """`show_routine(routine)` fills it, and fills it anew when the routine is of another length, or `changed` by what
    the person chose for an exercise.
    """

    changed = Signal()

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        super().__init__(look, 0)
        self._parts, self._to = parts, to
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(space.L, space.L, space.L, space.L)
        self._rows.setSpacing(space.ROW)
        self.adjusting = Adjusting(parts, look, self)
        self.adjusting.changed.connect(self.changed)
        self.loads = OwnLoads(parts, look, self)
        self.loads.changed.connect(self.changed)

    def show_routine(self, routine: Routine) -> None:
        """Its exercises, at the length that it has now."""
        clear(self._rows)
        look, column, catalogue = self._look, self._rows, self._parts.library.catalogue
        timeline = self._parts.timeline("routine", routine.id)
        head = Flow(space.S)
        head.addWidget(Label(look, words.count_exercises(timeline.exercises), SECTION))
        head.addWidget(Label(look, self._between(routine, timeline), SMALL, "ink2"))
        column.addLayout(_inset(head, below=6))
        self.adjusting.begin(routine.id)
        self.loads.begin()
        phrases = Phrases(catalogue.coaching.phrases, words.language())
        changed = self._parts.own(routine.id).changed
        reasons = {one.rung.exercise.id: why(words.LANGUAGE, one, catalogue.exercises) for one in changed}
        missing = self._parts.lacks(routine.id)
        lacks = {one.exercise: without(one, catalogue.exercises, words.LANGUAGE) for one in missing}
        for line in lines(routine, catalogue.exercises):
            dose = words.dose(line.dose, phrases)
            if line.rounds > 1:
                dose = self.tr("{dose}, {rounds} rounds").format(dose=dose, rounds=line.rounds)
            dose = with_load(dose, line.load, words.LANGUAGE)
            figure = figure_of(catalogue, line.exercise)
            time = words.clock(step_seconds(timeline, line.number))
            told = (reasons.get(line.exercise.id, ""), lacks.get(line.exercise.id, ""))
            row = ExerciseRow(look, line, dose, time, figure, ". ".join(part for part in told if part))
            row.clicked.connect(lambda _checked=False, name=line.exercise.id: self._to.exercise.emit(name))
            self.adjusting.add_row(column, row, line)
            self.loads.add(column, line)
        if chosen_length(routine, catalogue.exercises) is not None:
            self._tell_cues(timeline)
        column.addStretch(1)

    def _between(self, routine: Routine, timeline: Timeline) -> str:
        parts = []
        if routine.prepare:
            parts.append(self.tr("{length} to get ready").format(length=words.length(routine.prepare)))
        if routine.between and timeline.exercises > 1:
            parts.append(self.tr("{length} between").format(length=words.length(routine.between)))
        return comma_list(parts, words.LANGUAGE)

    def _tell_cues(self, timeline: Timeline) -> None:
        """The author's cues, each with the time on the clock at which it is said."""
        cues = [cue for cue in timeline.cues if cue.event == "cue" and cue.say]
        if not cues:
            return
        heard = QVBoxLayout()
        heard.setSpacing(space.XS)
        heard.addWidget(HLine(self._look))
        heard.addSpacing(space.S)
        heard.addWidget(Label(self._look, self.tr("What you will hear on the way"), SMALL.bold))
        for cue in cues:
            row = QHBoxLayout()
            row.setSpacing(space.M_LOOSE)
            time = Label(self._look, words.clock(cue.at), SMALL, "ink2", tabular=True)
            time.setMinimumWidth(self._look.px(48))
            row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(self._look, words.say(cue.say), BODY, wrap=True), 1)
            heard.addLayout(row)
        self._rows.addSpacing(space.S)
        self._rows.addLayout(_inset(heard))


def _inset(inner: QVBoxLayout | Flow, below: int = 0) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(space.S, 0, space.S, below)
    row.addLayout(inner)
    return row


class ExerciseRow(RowButton):
    """Number, picture, name, dose, note, time, and why it is another dose than the file's; opens the exercise."""

    def __init__(
        self, look: Look, line: RoutineLine, dose: str, time: str, figure: Figure | None = None, reason: str = ""
    ) -> None:
        title, note = words.say(line.exercise.title), words.say(line.note)
        told = ". ".join(part for part in (f"{line.number}. {title}", dose, note.rstrip("."), time, reason) if part)
        super().__init__(look, told, padding=space.PADDING_OF_ROW)
        self.setToolTip(words.say(line.exercise.summary) or title)
        row = QHBoxLayout(self)
        row.setContentsMargins(space.XS, 0, space.XS, 0)
        row.setSpacing(space.M_LOOSE)
        number = Label(look, str(line.number), BODY.bold, "ink2", align=Qt.AlignmentFlag.AlignHCenter, tabular=True)
        number.setMinimumWidth(look.px(18))
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignVCenter)
        picture = FigurePlace(
            look,
            line.exercise.position,
            84,
            58,
            sizes.TILE_RADIUS,
            size=0.66,
            figure=figure,
            mirrored=is_mirrored(line.dose),
        )
        picture.setFixedSize(84, 58)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch(1)
        text.addWidget(Label(look, title, BODY.bold, wrap=True))
        text.addWidget(Label(look, dose, SMALL, "ink2", wrap=True))
        if note:
            text.addWidget(Label(look, note, SMALL, wrap=True))
        if reason:
            text.addWidget(Label(look, reason, SMALL, "atext", wrap=True))
        text.addStretch(1)
        row.addLayout(text, 1)
        row.addWidget(Label(look, time, SMALL, "ink2", tabular=True), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(IconLabel(look, "chev", 18), 0, Qt.AlignmentFlag.AlignVCenter)
