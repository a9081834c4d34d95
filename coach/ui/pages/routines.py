"""The gallery of routines: chips by what they are for, a search, a card each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from coach.content.model import Plan, Routine
from coach.demonstration.which_figure import STANDING
from coach.progression.aim import Aim
from coach.session import routine_lines
from coach.settings import KIT_MISSING
from coach.today.gallery import SHORT_SECONDS, in_order, is_for_a_desk, purpose_of, purposes_of
from coach.today.suggestion import suggested
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, LARGE
from coach.ui.pages.focus_parts import as_yours
from coach.ui.pages.page import Page, Paths
from coach.ui.pages.plan_card import PlanCard
from coach.ui.pages.routine_card import RoutineCard
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.chip import ChoiceChip
from coach.ui.widgets.field import Field
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow, Gallery, clear
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from coach.words import plan as plan_words
from coach.words import suggestions

if TYPE_CHECKING:
    from coach.wiring import Parts


class RoutinesPage(Page):
    """Every routine and plan of the library. A broken file is named above the gallery; it hides no healthy one."""

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        super().__init__(look, "")
        self.entitle(self.tr("Routines"))
        self._parts, self._to = parts, to
        self._purpose = ""
        self._search = ""
        self._facets: set[str] = set()

    def build(self, column: QVBoxLayout) -> None:
        field = self.field = Field(self._look, self.tr("Find by name or area"))
        field.edit.setText(self._search)
        field.changed.connect(self._searched)
        take_in = Button(self._look, self.tr("Take in a file"), "secondary", "plus")
        take_in.clicked.connect(lambda: self._to.received.emit(""))
        column.addLayout(self.header(field, take_in))
        column.addLayout(self._chips())
        self.tell_problems(column, self._parts.library.catalogue.problems)
        never_told = self.tr("Nothing is left out: as far as Settings know, you have all of it.")
        self._note = Label(self._look, never_told, BODY, "ink2", wrap=True)
        column.addWidget(self._note)
        self._gallery = Gallery(self._look.px(270))
        column.addLayout(self._gallery)
        self._empty = QVBoxLayout()
        column.addLayout(self._empty)
        column.addStretch(1)
        self._fill()

    def _chips(self) -> Flow:
        """One of the first: what for. Any of the others besides: where, how long, with what."""
        row = Flow(space.S)
        self._group = QButtonGroup(self)
        for purpose in ("", *purposes_of(self._parts.library.catalogue.routines.values())):
            chip = ChoiceChip(self._look, words.purpose(purpose) if purpose else self.tr("All"))
            chip.setChecked(purpose == self._purpose)
            chip.clicked.connect(lambda _checked=False, purpose=purpose: self._chosen(purpose))
            self._group.addButton(chip)
            row.addWidget(chip)
        gap = QWidget()
        gap.setFixedWidth(space.S)
        row.addWidget(gap)
        for facet, (word, icon) in self._facet_words().items():
            chip = ChoiceChip(self._look, word, icon)
            chip.setChecked(facet in self._facets)
            chip.clicked.connect(lambda on, facet=facet: self._toggled(facet, is_on=on))
            row.addWidget(chip)
        return row

    def _facet_words(self) -> dict[str, tuple[str, str]]:
        short = self.tr("Up to {length}").format(length=words.length(SHORT_SECONDS))
        return {
            "desk": (self.tr("At the desk"), "desk"),
            "short": (short, "clock"),
            "kit": (self.tr("With what I have"), "check"),
        }

    def _chosen(self, purpose: str) -> None:
        self._purpose = purpose
        self._fill()

    def _toggled(self, facet: str, *, is_on: bool) -> None:
        (self._facets.add if is_on else self._facets.discard)(facet)
        self._fill()

    def _searched(self, text: str) -> None:
        self._search = text
        self._fill()

    def _matches(self, routine: Routine) -> bool:
        if (self._purpose and purpose_of(routine.goal) != self._purpose) or not self._has_facets(routine):
            return False
        wanted = self._search.strip().casefold()
        if not wanted:
            return True
        catalogue = self._parts.library.catalogue
        told = [words.say(routine.title), words.say(routine.summary), words.goal(routine.goal)]
        told.append(words.purpose(purpose_of(routine.goal)))
        for line in routine_lines.lines(routine, catalogue.exercises):
            told.append(words.say(line.exercise.title))
            told += [words.say(catalogue.areas[area].title) for area in line.exercise.areas if area in catalogue.areas]
            told += [words.need(thing) for thing in line.exercise.needs]
        return all(word in " ".join(told).casefold() for word in wanted.split())

    def _has_facets(self, routine: Routine) -> bool:
        own = self._parts.own(routine.id).routine
        exercises = self._parts.library.catalogue.exercises
        return (
            ("desk" not in self._facets or is_for_a_desk(routine_lines.needs(own, exercises)))
            and ("short" not in self._facets or self._parts.routine_seconds(routine.id) <= SHORT_SECONDS)
            and ("kit" not in self._facets or not self._parts.lacks(routine.id))
        )

    def _plan_matches(self, plan: Plan) -> bool:
        """A plan is for no one thing: it stands among all, and is found by its words and by what it holds."""
        catalogue = self._parts.library.catalogue
        if (
            self._purpose
            or self._facets
            or not any(item.routine in catalogue.routines for weeks in plan.weeks for item in weeks.do)
        ):
            return False
        told = [words.say(plan.title), words.say(plan.summary), plan_words.name(plan, words.LANGUAGE)]
        told += plan_words.done(plan, catalogue, words.LANGUAGE)
        return all(word in " ".join(told).casefold() for word in self._search.casefold().split())

    def _fill(self) -> None:
        clear(self._gallery)
        clear(self._empty)
        catalogue, wishes = self._parts.library.catalogue, self._parts.wishes()
        found = [routine for routine in catalogue.routines.values() if self._matches(routine)]
        found = in_order(found, wishes.aim, self._parts.routine_seconds)
        is_whole = not self._purpose and not self._facets and not self._search.strip() and len(found) > 2
        yours = as_yours(self._parts)
        if yours is not None and self._matches(yours):
            found.append(yours)
            wide = {yours.id: self.tr("Made for you")}
        else:
            wide = self._put_first(wishes.aim) if is_whole else {}
        found.sort(key=lambda routine: routine.id not in wide)
        barred = self._parts.barred()
        cards: list[QWidget] = [
            RoutineCard(self._parts, self._look, routine, self._to, barred, wide.get(routine.id, ""))
            for routine in found
        ]
        plans = [plan for plan in catalogue.plans.values() if self._plan_matches(plan)]
        for card in (
            *cards[: len(wide)],
            *(PlanCard(self._parts, self._look, plan, self._to, barred) for plan in plans),
            *cards[len(wide) :],
        ):
            self._gallery.addWidget(card)
            if isinstance(card, PlanCard) or card in cards[: len(wide)]:
                self._gallery.set_span(card, 2)
        self._tell_kit()
        if not found and not plans:
            self._show_empty()

    def _put_first(self, aim: Aim | None) -> dict[str, str]:
        """The routine that comes first of those that the person can do, and why."""
        yours = suggested(self._parts.within_reach(), self._parts.store.last_tests(), aim=aim)
        return {} if yours is None else {yours.id: suggestions.reason(words.LANGUAGE, yours.reason)}

    def _tell_kit(self) -> None:
        """Who asks for what they have, and never said what that is, is told where to say it."""
        self._note.setVisible("kit" in self._facets and not self._parts.store.get(KIT_MISSING))

    def _show_empty(self) -> None:
        place = FigurePlace(self._look, height=200, corners="all", radius=sizes.CARD_RADIUS, figure=STANDING)
        if self._parts.library.catalogue.routines:
            sentence, action = self.tr("No routine fits that."), self.tr("Show all")
        else:
            sentence, action = self.tr("There is no routine here yet."), ""
        self._empty.addWidget(place)
        self._empty.addSpacing(space.S)
        text = Label(self._look, sentence, LARGE, wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._empty.addWidget(text)
        if action:
            button = Button(self._look, action, "secondary")
            button.clicked.connect(self._show_all)
            self._empty.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _show_all(self) -> None:
        self._purpose = self._search = ""
        self._facets.clear()
        self.refresh()
