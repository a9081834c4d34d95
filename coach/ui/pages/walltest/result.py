"""The result of a wall test: three rings, the focus areas, and the routine that they ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.at_the_wall import Kept
from coach.content.model import CheckStep, Test
from coach.demonstration.which_figure import area_figure, figure_of
from coach.session.repetitions import side_of
from coach.session.timeline import Timeline
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_TITLE, HEADING, LARGE, OVERLINE, RING_NUMBER_BESIDE, SECTION, SMALL
from coach.ui.pages.page import Page
from coach.ui.widgets.bar import Bar
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Split
from coach.ui.widgets.line import HLine
from coach.ui.widgets.place import FigurePlace
from coach.ui.widgets.ring import Ring
from coach.ui.words import common as words
from coach.walltest.advice import Comparison, change, routines_for
from coach.walltest.score import Result
from coach.words import walltest as wall_words

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Outcome:
    """A test's result as it is kept, and the library that has words for it."""

    test: Test
    kept: Kept
    catalogue: Catalogue

    @property
    def result(self) -> Result:
        """What came of the test."""
        return self.kept.result


@dataclass(frozen=True, slots=True)
class _Measured:
    """What a ring shows: `value` of `most`, what they are, and what became of it; "" where nothing came before."""

    name: str
    value: int
    most: int
    unit: str
    changed: str = ""
    is_better: bool = False


class Measures(QBoxLayout):
    """The three rings side by side, one above the other where there is no room."""

    def setGeometry(self, rect: QRect) -> None:
        items = [item for item in map(self.itemAt, range(self.count())) if item is not None]
        wide = sum(item.sizeHint().width() for item in items) + self.spacing() * (len(items) - 1)
        one_row = rect.width() >= wide * 0.98
        wanted = self.Direction.LeftToRight if one_row else self.Direction.TopToBottom
        if wanted != self.direction():
            self.setDirection(wanted)
        super().setGeometry(rect)


class ResultPage(Page):
    """`start_routine(id)` for the routine offered; `closed` when the person is done with it."""

    start_routine, closed = Signal(str), Signal()
    done_button: Button  # since a result is shown

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Your wall test"))
        self._outcome: Outcome | None = None
        self._note = ""
        self._timeline: Timeline | None = None
        self.routine: str | None = None
        self.start_button: Button | None = None
        self.rings: list[Ring] = []

    def show_result(self, outcome: Outcome, timeline_of: Callable[[str], Timeline]) -> None:
        """`timeline_of(id)` gives a routine's timeline for its length."""
        self._outcome = outcome
        number = outcome.kept.number
        first = self.tr("the first") if number == 1 else self.tr("test {0}").format(number)
        self._note = f"{words.date(outcome.kept.at)}, {first}"
        self.routine = next(iter(routines_for(outcome.result.focus, outcome.catalogue)), None)
        self._timeline = timeline_of(self.routine) if self.routine else None
        self.refresh()
        self.verticalScrollBar().setValue(0)
        (self.start_button or self.done_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self, column: QVBoxLayout) -> None:
        outcome = self._outcome
        if outcome is None:
            return
        self.start_button = None
        self.done_button = Button(self._look, self.tr("Done"), "tonal", height=sizes.BUTTON_SMALL)
        self.done_button.clicked.connect(self.closed)
        column.addLayout(self.header(Label(self._look, self._note, BODY, "ink2"), self.done_button))
        column.addWidget(self._measures(outcome))
        split = Split(448, 448, self._look.px(760))
        split.addWidget(self._focus(outcome))
        split.addWidget(self._advice(outcome.catalogue, outcome.result))
        column.addLayout(split, 1)

    # --- the three rings -----------------------------------------------------------------------------------------

    def _measures(self, outcome: Outcome) -> Card:
        card = Card(self._look)
        row = Measures(QBoxLayout.Direction.LeftToRight, card)
        row.setContentsMargins(space.XS, 0, space.XS, 0)
        row.setSpacing(space.L)
        self.rings = []
        for measured in self._measured(outcome.result, outcome.kept.comparison):
            row.addWidget(self._measure(measured), 1)
        return card

    def _measured(self, result: Result, was: Comparison | None) -> tuple[_Measured, ...]:
        language = words.LANGUAGE
        held, held_most = round(result.hold_seconds), round(result.hold_most)
        return (
            _Measured(
                *(wall_words.hold(language), held, held_most, self.tr("seconds of {0}").format(held_most)),
                *((wall_words.hold_change(language, was.hold_seconds), was.hold_seconds > 0) if was else ()),
            ),
            _Measured(
                *(wall_words.contact(language), result.contact, result.contact_most),
                self.tr("points of {0}").format(result.contact_most),
                *((wall_words.count_change(language, was.contact), was.contact > 0) if was else ()),
            ),
            _Measured(
                *(wall_words.carry_over(language), result.carry_over, result.carry_over_most),
                self.tr("contacts of {0}").format(result.carry_over_most),
                *((wall_words.count_change(language, was.carry_over), was.carry_over > 0) if was else ()),
            ),
        )

    def _measure(self, measured: _Measured) -> QWidget:
        tile = QWidget()
        row = QHBoxLayout(tile)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space.L)
        ring = Ring(self._look, self._look.px(88), self._look.px(10), RING_NUMBER_BESIDE)
        ring.tell(measured.value / measured.most if measured.most else 0.0, str(measured.value))
        ring.setAccessibleName(f"{measured.name}: {measured.value} {measured.unit}. {measured.changed}")
        self.rings.append(ring)
        row.addWidget(ring)
        column = QVBoxLayout()
        column.setSpacing(space.HAIR)
        column.addStretch(1)
        column.addWidget(Label(self._look, measured.name, HEADING))
        column.addWidget(Label(self._look, measured.unit, SMALL, "ink2"))
        if measured.changed:
            tone = "pine" if measured.is_better else "ink2"
            column.addWidget(Label(self._look, measured.changed, SMALL.semibold, tone, wrap=True))
        column.addStretch(1)
        row.addLayout(column, 1)
        return tile

    # --- focus areas ---------------------------------------------------------------------------------------------

    def _focus(self, outcome: Outcome) -> Card:
        focus = outcome.result.focus
        card = Card(self._look)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.M_LOOSE)
        head = QHBoxLayout()
        titles = {0: self.tr("No focus area"), 1: self.tr("One focus area"), 2: self.tr("Two focus areas")}
        title = titles.get(len(focus), self.tr("{0} focus areas").format(len(focus)))
        head.addWidget(Label(self._look, title, SECTION))
        head.addStretch(1)
        if focus:
            head.addWidget(Label(self._look, self.tr("0 to 10, stronger side"), SMALL, "ink2"))
        rows.addLayout(head)
        for area in focus:
            rows.addLayout(self._area(outcome, area))
        if not focus:
            least = outcome.test.advice.from_
            text = self.tr("No area was at {0} or more. Keep going as you do.").format(least)
            rows.addWidget(Label(self._look, text, BODY, "ink2", wrap=True))
        rows.addStretch(1)
        note = QHBoxLayout()
        note.setSpacing(space.S_LOOSE)
        note.addWidget(IconLabel(self._look, "info", 20, "pine"), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(Label(self._look, wall_words.place_to_start(words.LANGUAGE), SMALL, "ink2", wrap=True), 1)
        rows.addLayout(note)
        return card

    def _area(self, outcome: Outcome, ident: str) -> QHBoxLayout:
        area = outcome.catalogue.areas[ident]
        value = outcome.result.tension[ident]
        before = outcome.kept.before.tension.get(ident) if outcome.kept.before else None
        row = QHBoxLayout()
        row.setSpacing(space.L_LOOSE)
        spot = FigurePlace(self._look, width=124, height=128, figure=area_figure(ident), close=True)
        spot.setFixedSize(124, 128)
        row.addWidget(spot)
        column = QVBoxLayout()
        column.setSpacing(space.XS_LOOSE)
        column.addStretch(1)
        column.addWidget(Label(self._look, words.say(area.title), HEADING, wrap=True))
        bar = QHBoxLayout()
        bar.setSpacing(space.S_LOOSE)
        bar.addWidget(Bar(self._look, value, before), 1)
        bar.addWidget(Label(self._look, str(value), LARGE.heavy, tabular=True))
        if before is not None:
            bar.addWidget(Label(self._look, self.tr("was {0}").format(before), SMALL, "ink2"))
        column.addLayout(bar)
        column.addWidget(Label(self._look, self._area_words(outcome, ident, value, before), SMALL, "ink2", wrap=True))
        column.addStretch(1)
        row.addLayout(column, 1)
        return row

    def _area_words(self, outcome: Outcome, ident: str, value: int, before: int | None) -> str:
        """Real change against noise, and the contact beside it that was lost."""
        parts = (
            [wall_words.tension_change(words.LANGUAGE, change(before, value), outcome.kept.stayed(ident))]
            if before is not None
            else []
        )
        lost = [
            words.say(point.title)
            for step in outcome.test.steps
            if isinstance(step, CheckStep)
            for point in step.points
            if point.area == ident and point.id in outcome.result.lost
        ]
        if lost:
            parts.append(self.tr("Next to a contact that was lost: {0}.").format(", ".join(lost).lower()))
        if not parts:
            parts.append(", ".join(words.say(muscle) for muscle in outcome.catalogue.areas[ident].muscles))
        return " ".join(parts)

    # --- what to do ----------------------------------------------------------------------------------------------

    def _advice(self, catalogue: Catalogue, result: Result) -> Card:
        card = Card(self._look)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.S)
        if self.routine is None:
            rows.addWidget(Label(self._look, self.tr("What now"), SECTION))
            text = self.tr("Go on with the routine you like. Test again in a week; one test alone says little.")
            rows.addWidget(Label(self._look, text, BODY, "ink2", wrap=True))
            rows.addStretch(1)
            return card
        routine = catalogue.routines[self.routine]
        rows.addWidget(Label(self._look, self.tr("For your focus areas"), OVERLINE, "atext"))
        rows.addWidget(Label(self._look, words.say(routine.title), CARD_TITLE, wrap=True))
        if routine.summary:
            rows.addWidget(Label(self._look, words.say(routine.summary), BODY, "ink2", wrap=True))
        rows.addSpacing(space.XS_LOOSE)
        self._add_exercises(rows, catalogue, result.focus)
        rows.addSpacing(space.M)
        rows.addStretch(1)
        word = self.tr("Start, {0}").format(words.takes(self._timeline)) if self._timeline else self.tr("Start")
        self.start_button = Button(self._look, word, "primary", "play", sizes.BUTTON_LARGE)
        self.start_button.clicked.connect(lambda: self.start_routine.emit(self.routine))
        rows.addWidget(self.start_button)
        return card

    def _add_exercises(self, rows: QVBoxLayout, catalogue: Catalogue, focus: tuple[str, ...]) -> None:
        """The routine's exercises in order; those for a focus area are marked with the muscle's colour."""
        first: dict[str, str | None] = {}  # the side on which an exercise begins
        for interval in self._timeline.intervals if self._timeline else ():
            if interval.kind == "work" and interval.exercise:
                first.setdefault(interval.exercise, side_of(interval, 1))
        for number, ident in enumerate(list(first)[:8]):
            exercise = catalogue.exercises[ident]
            is_focus = bool(set(exercise.areas) & set(focus))
            if number:
                rows.addWidget(HLine(self._look))
            row = QHBoxLayout()
            row.setSpacing(space.M_LOOSE)
            figure = figure_of(catalogue, exercise)
            if figure is not None:
                picture = FigurePlace(
                    self._look,
                    exercise.position,
                    60,
                    44,
                    sizes.SMALL_RADIUS,
                    figure=figure,
                    mirrored=first[ident] == "left",
                )
                picture.setFixedSize(60, 44)
                row.addWidget(picture)
            text = QVBoxLayout()
            text.setSpacing(0)
            text.addWidget(Label(self._look, words.say(exercise.title), BODY.bold if is_focus else BODY, wrap=True))
            if is_focus:
                names = [words.say(catalogue.areas[a].title) for a in exercise.areas if a in focus]
                text.addWidget(Label(self._look, names[0].split(",")[0], SMALL.semibold, "atext", wrap=True))
            row.addLayout(text, 1)
            rows.addLayout(row)
        if len(first) > 8:
            rows.addWidget(Label(self._look, self.tr("and {0} more").format(len(first) - 8), SMALL, "ink2"))
