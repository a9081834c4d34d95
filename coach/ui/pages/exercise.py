"""One exercise: how it goes, what one hears, the dose, what to check first, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.content.catalogue import Catalogue
from coach.content.model import Exercise, Figure
from coach.content.problem import Problem
from coach.demonstration.posing import is_mirrored
from coach.demonstration.which_figure import figure_of
from coach.session.phrases import Phrases
from coach.session.routine_lines import lines
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HEADING, LARGE, PAGE_TITLE, SECTION, SMALL
from coach.ui.pages.adjusting import Adjusting
from coach.ui.pages.exercise_start import StartRow, check_first
from coach.ui.pages.page import MOST_WIDE, PageAbout, Paths
from coach.ui.stills.shot import HowShown
from coach.ui.widgets.back import back_row
from coach.ui.widgets.captioned import Captioned
from coach.ui.widgets.card import Card, RowButton
from coach.ui.widgets.chip import Chip
from coach.ui.widgets.demonstration import Demonstration
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Flow, Gallery, Split
from coach.ui.widgets.line import HLine
from coach.ui.widgets.notice import problems_of
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from coach.words.progression import why
from coach.words.sentences import apart_list, comma_list, lowered
from coach.words.sharing import from_whom
from coach.words.tempo import tempo

if TYPE_CHECKING:
    from coach.wiring import Parts

_WIDE, _HIGH = 292, 262  # points of each of the pictures in a row


class ExercisePage(PageAbout):
    """`appear(id, before)`: `before` is the routine or exercise one came from, where Back leads, if any."""

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        super().__init__(look)
        self._parts, self._to = parts, to
        self.adjusting = Adjusting(parts, look, self)
        self.adjusting.changed.connect(self.refresh)

    def appear(self, about: str = "", before: str = "") -> None:
        """Show the exercise of this id, and what may be chosen for it in the routine that one comes from."""
        self.adjusting.forget()
        super().appear(about, before)

    def _come_from(self) -> str:
        """What one comes from: a routine, the one for the focus areas, too, or another exercise."""
        catalogue = self._parts.library.catalogue
        if self._before in catalogue.exercises:
            return words.say(catalogue.exercises[self._before].title)
        if self._before and self._parts.has("routine", self._before):
            return words.say(self._parts.routine(self._before).title)
        return self.tr("Routines")

    def build(self, column: QVBoxLayout) -> None:
        catalogue = self._parts.library.catalogue
        column.addLayout(back_row(self._look, self._come_from(), self._to.back.emit))
        exercise = catalogue.exercises.get(self._id)
        self.tell_problems(column, _problems(catalogue, self._id, exercise))
        if exercise is None:
            self.entitle(self.tr("This exercise is not there any more."))
            column.addWidget(Label(self._look, self.title, LARGE, wrap=True))
            column.addStretch(1)
            return
        self.entitle(words.say(exercise.title))
        column.addLayout(self._head(exercise))
        if exercise.from_whom is not None:
            told = from_whom(words.LANGUAGE, exercise.from_whom)
            column.addWidget(Label(self._look, told, BODY.semibold, "atext", wrap=True))
        if (first := check_first(self._look, catalogue, exercise)) is not None:
            column.addWidget(first)
        self.begin = StartRow(self._parts, self._look, self._to, exercise)
        column.addLayout(self.begin)
        figure = figure_of(catalogue, exercise)
        if figure is None:
            both = Split(448, 448, self._look.px(620))
            both.addWidget(FigurePlace(self._look, exercise.position, 448, 262, sizes.CARD_RADIUS))
            both.addWidget(self._summary(exercise))
            column.addLayout(both)
        else:
            column.addLayout(self._pictures(exercise, figure))
            column.addWidget(self._summary(exercise))
        cards = Gallery(self._look.px(264), most=3)
        for card in (self._how(exercise), self._dose(exercise), self._background(exercise)):
            cards.addWidget(card)
        column.addLayout(cards)
        column.addStretch(1)

    def _pictures(self, exercise: Exercise, figure: Figure) -> Gallery:
        """The movement, where it ends, what to avoid; with reduced motion its start instead of the movement."""
        look = self._look
        has_end = figure.end is not None or bool(figure.via)
        moves = has_end or bool(figure.cycle)
        row = Gallery(look.px(205), most=3)
        dose = exercise.dose.settled()
        if moves and not look.reduced_motion:
            size = QSize(_WIDE, _HIGH)
            shown = Demonstration(look, figure, dose, self._parts.clock.monotonic, size)
            row.addWidget(Captioned(look, shown, self.tr("Movement"), self.tr("drag it to turn it")))
        elif moves:
            start = self._place(exercise, figure, share=0.0)
            row.addWidget(Captioned(look, start, self.tr("Start"), number="1"))
        if figure.cycle and look.reduced_motion:  # what repeats is furthest from its start halfway
            then = self._place(exercise, figure, share=0.5)
            row.addWidget(Captioned(look, then, self.tr("Then"), self.tr("and on, in turn"), number="2"))
        if not figure.cycle:
            end = self._place(exercise, figure, ghost=has_end)
            word = self.tr("End") if has_end else self.tr("Position")
            hold = words.say(exercise.phases.get("hold")) or (self.tr("hold here") if self._is_held(exercise) else "")
            row.addWidget(Captioned(look, end, word, lowered(hold, words.LANGUAGE), number="2" if has_end else ""))
        if figure.wrong is not None:
            wrong = self._place(exercise, figure, wrong=True)
            mistake = words.say(exercise.mistakes[0]) if exercise.mistakes else ""
            row.addWidget(Captioned(look, wrong, self.tr("Avoid"), mistake, icon="close"))
        return row

    def _place(self, exercise: Exercise, figure: Figure, **shown: Unpack[HowShown]) -> FigurePlace:
        shown["mirrored"] = is_mirrored(exercise.dose.settled())
        return FigurePlace(self._look, exercise.position, _WIDE, _HIGH, sizes.CARD_RADIUS, figure=figure, **shown)

    def _is_held(self, exercise: Exercise) -> bool:
        dose = exercise.dose.settled()
        return bool(dose.hold or dose.for_seconds or dose.as_long_as_possible)

    def _head(self, exercise: Exercise) -> Flow:
        row = Flow(space.M_LOOSE)
        row.addWidget(Label(self._look, self.title, PAGE_TITLE, wrap=True, widest=MOST_WIDE))
        if exercise.also:
            also = self.tr("also called {names}").format(
                names=comma_list((words.say(name) for name in exercise.also), words.LANGUAGE)
            )
            row.addWidget(Label(self._look, also, BODY, "ink2", wrap=True))
        return row

    def _card(self, title: str) -> tuple[Card, QVBoxLayout]:
        card = Card(self._look, space.XL_LOOSE)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.S)
        column.addWidget(Label(self._look, title, HEADING, wrap=True))
        return card, column

    def _summary(self, exercise: Exercise) -> Card:
        card, column = self._card(self.tr("In words"))
        column.addWidget(
            Label(self._look, words.say(exercise.described(exercise.dose.settled().sides)), BODY, "ink2", wrap=True)
        )
        chips = Flow(space.S)
        areas = self._parts.library.catalogue.areas
        for area in exercise.areas:
            if area in areas:
                chips.addWidget(Chip(self._look, words.say(areas[area].title)))
        for thing in exercise.needs:
            chips.addWidget(Chip(self._look, words.need(thing), words.need_icon(thing)))
        column.addLayout(chips)
        if exercise.muscles:
            column.addSpacing(space.XS)
            works = comma_list((words.say(muscle) for muscle in exercise.muscles), words.LANGUAGE)
            column.addLayout(self._pair(self.tr("Works"), works))
        column.addStretch(1)
        return card

    def _how(self, exercise: Exercise) -> Card:
        card, column = self._card(self.tr("How"))
        for number, step in enumerate(exercise.steps_on(exercise.dose.settled().sides), 1):
            column.addLayout(self._numbered(str(number), "atext", words.say(step)))
        if exercise.cues:
            column.addSpacing(space.XS)
            column.addWidget(HLine(self._look))
            column.addSpacing(space.HAIR)
            column.addWidget(Label(self._look, self.tr("You will hear"), HEADING))
            chips = Flow(space.S)
            for cue in exercise.cues:
                chips.addWidget(Chip(self._look, words.say(cue), "speaker", "cue"))
            column.addLayout(chips)
        column.addStretch(1)
        return card

    def _numbered(self, number: str, tone: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space.M)
        mark = Label(self._look, number, BODY.bold, tone, tabular=True)
        mark.setMinimumWidth(self._look.px(12))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._look, text, BODY, "ink", wrap=True), 1)
        return row

    def _dose(self, exercise: Exercise) -> Card:
        card, column = self._card(self.tr("Dose"))
        catalogue = self._parts.library.catalogue
        dose = exercise.dose.settled()
        phrases = Phrases(catalogue.coaching.phrases, words.language())
        column.addWidget(Label(self._look, words.dose(dose, phrases), SECTION, wrap=True))
        pace = tempo(dose, exercise.phases, words.LANGUAGE)
        if pace:
            column.addWidget(Label(self._look, pace, SMALL, "ink2", wrap=True))
        for word, other in ((self.tr("Easier"), exercise.easier), (self.tr("Harder"), exercise.harder)):
            if other is not None and other in catalogue.exercises:
                column.addWidget(self._leading(word, catalogue.exercises[other]))
        self._add_choices(column, exercise)
        if exercise.mistakes:
            column.addSpacing(space.XS)
            column.addWidget(HLine(self._look))
            column.addSpacing(space.HAIR)
            column.addWidget(Label(self._look, self.tr("Avoid"), HEADING))
            for mistake in exercise.mistakes:
                row = QHBoxLayout()
                row.setSpacing(space.S_LOOSE)
                row.addWidget(IconLabel(self._look, "close", 18), 0, Qt.AlignmentFlag.AlignTop)
                row.addWidget(Label(self._look, words.say(mistake), BODY, "ink2", wrap=True), 1)
                column.addLayout(row)
        column.addStretch(1)
        return card

    def _add_choices(self, column: QVBoxLayout, exercise: Exercise) -> None:
        """How it is done in the routine that one comes from, and what may be chosen there."""
        if not self._before or not self._parts.has("routine", self._before):
            return
        own = self._parts.own(self._before)
        all_lines = lines(own.routine, self._parts.library.catalogue.exercises)
        line = next((one for one in all_lines if exercise.id in (one.exercise.id, one.named)), None)
        self.adjusting.begin(self._before)
        if line is None or not self.adjusting.has(line):
            return
        column.addSpacing(space.XS)
        column.addWidget(HLine(self._look))
        column.addSpacing(space.HAIR)
        title = self.tr("In {routine}").format(routine=words.say(own.routine.title))
        column.addWidget(Label(self._look, title, HEADING, wrap=True))
        phrases = Phrases(self._parts.library.catalogue.coaching.phrases, words.language())
        now = f"{words.say(line.exercise.title)}: {words.dose(line.dose, phrases)}"
        column.addWidget(Label(self._look, now, SMALL, "ink2", wrap=True))
        changed = next((one for one in own.changed if one.named == line.named), None)
        if changed is not None:
            reason = why(words.LANGUAGE, changed, self._parts.library.catalogue.exercises)
            column.addWidget(Label(self._look, reason, SMALL, "atext", wrap=True))
        self.adjusting.add_choices(column, line)

    def _background(self, exercise: Exercise) -> Card:
        card, column = self._card(self.tr("Where this comes from"))
        for word, key in ((self.tr("Movement"), "movement"), (self.tr("Dose"), "dose")):
            if key in exercise.basis:
                column.addLayout(self._pair(word, self._basis(exercise.basis[key])))
        column.addLayout(self._pair(self.tr("Review"), words.reviewed(exercise.reviewed)))
        catalogue = self._parts.library.catalogue
        told = {name for names in exercise.basis.values() for name in names}
        for name in exercise.sources:
            if name in catalogue.sources and name not in told:
                column.addWidget(Label(self._look, words.cited(catalogue.sources[name]), SMALL, "ink2", wrap=True))
        column.addStretch(1)
        return card

    def _leading(self, word: str, exercise: Exercise) -> RowButton:
        """To an easier or harder exercise."""
        title = words.say(exercise.title)
        button = RowButton(self._look, f"{word}: {title}", padding=0, radius=sizes.CELL_RADIUS)
        button.clicked.connect(lambda: self._to.exercise.emit(exercise.id))
        row = self._pair(word, title, "ink")
        row.setContentsMargins(0, space.ROW, 0, space.ROW)
        row.addWidget(IconLabel(self._look, "chev", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        button.setLayout(row)
        return button

    def _basis(self, names: tuple[str, ...]) -> str:
        known = {
            "own-choice": self.tr("this program's own choice"),
            "general-knowledge": self.tr("general professional knowledge"),
        }
        sources = self._parts.library.catalogue.sources
        return apart_list(
            (known.get(name) or (words.cited(sources[name]) if name in sources else name) for name in names),
            words.LANGUAGE,
        )

    def _pair(self, word: str, text: str, tone: str = "ink2") -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space.S_LOOSE)
        left = Label(self._look, word, SMALL.bold)
        left.setMinimumWidth(self._look.px(70))
        row.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._look, text, SMALL, tone, wrap=True), 1)
        return row


def _problems(catalogue: Catalogue, ident: str, exercise: Exercise | None) -> list[Problem]:
    """In the exercise's file, and in that of its figure."""
    figure = exercise.figure if exercise is not None else None
    return [
        *problems_of(catalogue.problems, ("exercise",), ident),
        *(problems_of(catalogue.problems, ("figure",), figure) if figure else ()),
    ]
