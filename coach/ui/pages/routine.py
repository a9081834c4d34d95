"""One routine: what, why, how long, what it needs; Start before the details; its exercises in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.content.model import Routine
from coach.demonstration.which_figure import emblem, hips_up
from coach.progression.focus import FOCUS
from coach.progression.kit import things_of
from coach.session import routine_lines
from coach.session.length import LONGEST_SECONDS, chosen_length
from coach.session.planned import place_of, routine_of
from coach.ui.exporter import Exporter
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_HERO, LARGE, OVERLINE, SMALL
from coach.ui.pages.focus_parts import FocusMinutes, SaveForLater, WithoutFocus, is_made, short_words
from coach.ui.pages.needs import needs_grid
from coach.ui.pages.page import PageAbout, Paths
from coach.ui.pages.routine_list import ExerciseList
from coach.ui.pages.take_along import TakeAlong
from coach.ui.widgets.back import back_row
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.chip import Chip
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Beside, Flow, Split, clear
from coach.ui.widgets.line import HLine
from coach.ui.widgets.minutes import Minutes
from coach.ui.widgets.notice import problems_of
from coach.ui.widgets.place import FigurePlace
from coach.ui.widgets.rail import places
from coach.ui.words import common as words
from coach.values import dataclass
from coach.words import kit
from coach.words import plan as plan_words
from coach.words.progression import said_before
from coach.words.sharing import from_whom
from coach.words.titles import title_of

if TYPE_CHECKING:
    from coach.wiring import Parts

DWELL_MILLISECONDS = 600  # by then somebody looks at it, and does not only pass through; our choice
_PICTURE_HIGH, _PICTURE_LEAST = 240, 112
_BELOW_PICTURE = 388  # pixels for the way back, the words and Start


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is on the page while a routine is shown, and follows its length or the window's size."""

    picture: FigurePlace
    facts: Flow
    exercises: ExerciseList
    take_along: TakeAlong


class RoutinePage(PageAbout):
    """`appear(id)` says which; without one, or when its file broke, it says so and leads back."""

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        super().__init__(look)
        self._parts, self._to = parts, to
        self._shown: _Shown | None = None
        self._minutes: FocusMinutes | None = None
        self._exporter = Exporter(self)
        self._dwelt = QTimer(self, singleShot=True, interval=DWELL_MILLISECONDS)
        self._dwelt.timeout.connect(self._prepare_voice)

    def appear(self, about: str = "", before: str = "") -> None:
        """Show the routine of this id; whoever dwells on it has its first words made."""
        super().appear(about, before)
        self._dwelt.start()

    def _prepare_voice(self) -> None:
        """Whoever looks at a routine for a while may start it, and then its first words are there."""
        if self.isVisible() and self._parts.has("routine", self._id):
            self._parts.prepare_voice(self._parts.timeline("routine", self._id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None:
            self._shown.picture.set_height(self._picture_high())
            self._shown.exercises.setMinimumHeight(0)

    def _picture_high(self) -> int:
        """A low window has a lower picture, so that Start is seen without scrolling."""
        return max(_PICTURE_LEAST, min(_PICTURE_HIGH, self.viewport().height() - self._look.px(_BELOW_PICTURE)))

    def build(self, column: QVBoxLayout) -> None:
        self._shown = self._minutes = None
        catalogue = self._parts.library.catalogue
        place = place_of(self._id, catalogue)
        if place is None:
            column.addLayout(self._way_back())
        else:
            plan = place.plan
            column.addLayout(back_row(self._look, words.say(plan.title), lambda: self._to.plan.emit(plan.id)))
        self.tell_problems(column, problems_of(catalogue.problems, ("routine",), routine_of(self._id)))
        if not self._parts.has("routine", self._id):
            self._tell_missing(column)
            return
        routine = self._parts.routine(self._id)
        self.entitle(words.say(routine.title))
        self._shown = shown = self._parts_shown(routine)
        both = Split(372, 524, self._look.px(700))
        both.addWidget(self._hero(routine, shown))
        both.add_layout(self._right(shown))
        column.addLayout(both)
        column.addStretch(1)

    def _way_back(self) -> QHBoxLayout:
        """To the gallery, or to the place of the rail that one comes from."""
        places_by_page = {place.page: place.title for place in places()}
        if self._before in places_by_page:
            return back_row(self._look, places_by_page[self._before], self._to.back.emit)
        return back_row(self._look, self.tr("Routines"), lambda: self._to.go.emit("routines"))

    def _tell_missing(self, column: QVBoxLayout) -> None:
        """Why there is nothing to show; of the focus routine also what leads to one."""
        if self._id == FOCUS:
            self.entitle(title_of(self._parts.library.catalogue, "routine", FOCUS, words.LANGUAGE))
            column.addWidget(WithoutFocus(self._parts, self._look, self._to))
        else:
            self.entitle(self.tr("This routine is not there any more."))
            column.addWidget(Label(self._look, self.title, LARGE, wrap=True))
        column.addStretch(1)

    @property
    def _is_focus(self) -> bool:
        return self._id == FOCUS and is_made(self._parts)

    def _parts_shown(self, routine: Routine) -> _Shown:
        catalogue = self._parts.library.catalogue
        lines = routine_lines.lines(routine, catalogue.exercises)
        position = lines[0].exercise.position if lines else "standing"
        figure = emblem(catalogue, routine, self._parts.barred())
        close = hips_up(figure) or None
        picture = FigurePlace(
            self._look,
            position,
            372,
            self._picture_high(),
            sizes.CARD_RADIUS,
            "top",
            size=0.6,
            figure=figure,
            close=close,
        )
        exercises = ExerciseList(self._parts, self._look, self._to)
        exercises.changed.connect(self._adjusted)
        take_along = TakeAlong(self._parts, self._look, self._exporter, routine)
        take_along.grows.connect(self._keep_list)
        shown = _Shown(picture, Flow(space.S), exercises, take_along)
        self._tell(routine, shown)
        return shown

    def _tell(self, routine: Routine, shown: _Shown) -> None:
        """What depends on the routine's length."""
        clear(shown.facts)
        self._fill_facts(routine, shown.facts)
        shown.exercises.show_routine(routine)

    # --- left

    def _hero(self, routine: Routine, shown: _Shown) -> Card:
        card = Card(self._look, 0)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(shown.picture)
        text = QVBoxLayout()
        text.setContentsMargins(space.XXL_LOOSE, space.XL, space.XXL_LOOSE, space.XXL)
        text.setSpacing(0)
        self._add_what(routine, shown, text)
        self._add_start(routine, text)
        self._add_why(routine, text)
        text.addStretch(1)
        column.addLayout(text)
        return card

    def _add_what(self, routine: Routine, shown: _Shown, text: QVBoxLayout) -> None:
        """What it is, how long it takes and for whom."""
        look = self._look
        place = place_of(self._id, self._parts.library.catalogue)
        if place is not None:
            catalogue, conditions = self._parts.library.catalogue, self._parts.conditions()
            week = plan_words.difference_then(place, catalogue, words.LANGUAGE, conditions)
            text.addWidget(Label(look, week, OVERLINE, "atext", wrap=True))
        if self._is_focus:
            text.addWidget(Label(look, self.tr("Made for you"), OVERLINE, "atext"))
        text.addWidget(Label(look, words.say(routine.title), CARD_HERO, wrap=True))
        if routine.from_whom is not None:
            text.addWidget(Label(look, from_whom(words.LANGUAGE, routine.from_whom), BODY.semibold, "atext", wrap=True))
        if routine.summary:
            text.addWidget(Label(look, words.say(routine.summary), BODY, "ink2", wrap=True))
        own = self._parts.own(self._id)
        for_you = said_before(words.LANGUAGE, own, self._parts.library.catalogue.exercises)
        if for_you:
            text.addSpacing(space.S)
            text.addWidget(Label(look, for_you, BODY, "atext", wrap=True))
        lacks = things_of(self._parts.lacks(self._id))
        if lacks:
            text.addSpacing(space.S)
            text.addWidget(Label(look, f"{kit.needs(lacks, words.LANGUAGE)}.", BODY, "warn", wrap=True))
        text.addSpacing(space.M_LOOSE)
        text.addLayout(shown.facts)
        text.addSpacing(space.L)
        if self._is_focus:
            self._add_focus_length(text)
        written = chosen_length(routine, self._parts.library.catalogue.exercises)
        if written is not None:
            text.addLayout(self._length(written))
            text.addSpacing(space.M)

    def _add_start(self, routine: Routine, text: QVBoxLayout) -> None:
        """The start, and what to have at hand."""
        start = Button(self._look, self.tr("Start"), "primary", "play", height=sizes.BUTTON_LARGER)
        start.setObjectName("start")
        start.setAccessibleDescription(self.title)
        start.clicked.connect(lambda: self._to.start.emit("routine", routine.id))
        start.setEnabled(not self._parts.own(self._id).is_empty)
        text.addWidget(start)
        if self._is_focus and start.isEnabled():
            save = SaveForLater(self._parts, self._look, self._to, self)
            text.addSpacing(space.S)
            text.addWidget(save.button)
            text.addWidget(save.line)
        things = routine_lines.needs(routine, self._parts.library.catalogue.exercises)
        if things:
            text.addSpacing(space.L)
            text.addLayout(needs_grid(self._look, things))

    def _add_why(self, routine: Routine, text: QVBoxLayout) -> None:
        if routine.why:
            text.addSpacing(space.M_LOOSE)
            text.addWidget(HLine(self._look))
            text.addSpacing(space.M)
            text.addWidget(Label(self._look, self.tr("Why this one"), SMALL.bold))
            text.addWidget(Label(self._look, words.say(routine.why), SMALL, "ink2", wrap=True))

    def _fill_facts(self, routine: Routine, chips: Flow) -> None:
        timeline = self._parts.timeline("routine", routine.id)
        chips.addWidget(Chip(self._look, words.total(timeline), "clock"))
        chips.addWidget(Chip(self._look, words.goal(routine.goal)))
        if routine.effort is not None:
            low, high = routine.effort
            word = self.tr("Effort {low} to {high}") if low != high else self.tr("Effort {low}")
            chips.addWidget(Chip(self._look, word.format(low=low, high=high)))

    def _length(self, seconds: float) -> Beside:
        """How long, where that is the person's to choose; kept for the next time, and for what is taken along."""
        title = Label(self._look, self.tr("How long"), BODY.bold)
        row = Beside(title.sizeHint().width())
        row.addWidget(title)
        minutes = Minutes(self._look, title.text(), max(1, round(seconds / 60)), most=round(LONGEST_SECONDS / 60))
        minutes.chosen.connect(self._choose_length)
        row.addWidget(minutes)
        return row

    def _add_focus_length(self, text: QVBoxLayout) -> None:
        minutes = self._minutes = FocusMinutes(self._parts, self._look)
        minutes.chosen_minutes.connect(self._choose_focus_length)
        text.addWidget(minutes, 0, Qt.AlignmentFlag.AlignLeft)
        short = short_words(self._parts)
        if short:
            text.addWidget(Label(self._look, short, SMALL, "ink2", wrap=True))
        text.addSpacing(space.M)

    def _choose_focus_length(self) -> None:
        """It is another routine now; the keyboard stays on the length."""
        self.refresh()
        if self._minutes is not None:
            self._minutes.set_focus()
        self._dwelt.start()

    def _choose_length(self, minutes: int) -> None:
        """What depends on the length is told anew; the control stays, with the keyboard in it."""
        self._parts.choose_length(self._id, 60.0 * minutes)
        routine = self._parts.routine(self._id)
        if self._shown is not None:
            self._tell(routine, self._shown)
            self._shown.take_along.tell_length(routine)
        self._dwelt.start()

    def _adjusted(self) -> None:
        """Something was chosen for an exercise: its dose, and what follows from it, is told anew."""
        if self._shown is not None:
            self._tell(self._parts.routine(self._id), self._shown)
        self._dwelt.start()

    # --- right

    def _right(self, shown: _Shown) -> QVBoxLayout:
        """The exercises, and under them the ways to take them along."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.XL)
        column.addWidget(shown.exercises, 1)
        column.addWidget(shown.take_along)
        return column

    def _keep_list(self) -> None:
        """The list above keeps its height, so that what is told below does not push the buttons up from the pointer."""
        if self._shown is not None and self.isVisible():
            self._shown.exercises.setMinimumHeight(self._shown.exercises.height())
