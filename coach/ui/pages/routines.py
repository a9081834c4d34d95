"""The gallery of routines: chips by what they are for, a search, a card each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from coach.content.model import Plan, Routine
from coach.demonstration.which_figure import STANDING, Emblems
from coach.progression.aim import Aim
from coach.settings import KIT_MISSING
from coach.today.gallery import SHORT_SECONDS, purposes_of
from coach.today.suggestion import suggested
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, LARGE
from coach.ui.pages.finder import Finder
from coach.ui.pages.focus_parts import as_yours
from coach.ui.pages.page import Page, Paths
from coach.ui.pages.plan_card import PlanCard
from coach.ui.pages.routine_card import RoutineCard, tells_of
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.chip import ChoiceChip
from coach.ui.widgets.field import Field
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow, clear
from coach.ui.widgets.lazy_gallery import Entry, LazyGallery
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from coach.wiring.as_of import AsOf
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
        self._scale = look.scale
        self._as_of: AsOf | None = None
        self._of_purpose: dict[str, ChoiceChip] = {}
        self._of_facet: dict[str, ChoiceChip] = {}

    def refresh(self) -> None:
        """Build what is otherwise than before, if anything is: the search, where it was scrolled to, and the card that
        has the keyboard stay.
        """
        if self._as_of is None or self._scale != self._look.scale:
            super().refresh()
        elif not self._as_of.holds:
            self._fill_anew()

    def build(self, column: QVBoxLayout) -> None:
        self._scale = self._look.scale
        field = self.field = Field(self._look, self.tr("Find by name or area"))
        field.edit.setText(self._search)
        field.changed.connect(self._searched)
        take_in = Button(self._look, self.tr("Take in a file"), "secondary", "plus")
        take_in.clicked.connect(lambda: self._to.received.emit(""))
        column.addLayout(self.header(field, take_in))
        self._chips, self._problems = Flow(space.S), QVBoxLayout()
        self._of_purpose = {}
        column.addLayout(self._chips)
        column.addLayout(self._problems)
        never_told = self.tr("Nothing is left out: as far as Settings know, you have all of it.")
        self._note = Label(self._look, never_told, BODY, "ink2", wrap=True)
        column.addWidget(self._note)
        self.gallery = LazyGallery(self._look, self, 270, number=_number)
        column.addLayout(self.gallery)
        self._empty = QVBoxLayout()
        column.addLayout(self._empty)
        column.addStretch(1)
        self._fill_anew()

    def _fill_anew(self) -> None:
        """All that is known now. A chip that has the keyboard keeps it."""
        catalogue = self._parts.library.catalogue
        purposes = ["", *purposes_of(catalogue.routines.values())]
        if purposes != list(self._of_purpose):
            clear(self._chips)
            self._fill_chips(self._chips, purposes)
        self._tick_chips()
        clear(self._problems)
        self.tell_problems(self._problems, catalogue.problems)
        self._finder, self._faces = Finder(self._parts), Emblems(catalogue, self._parts.barred())
        self._fill()
        self._as_of = AsOf(self._parts)

    def _fill_chips(self, row: Flow, purposes: Sequence[str]) -> None:
        """One of the first: what for. Any of the others besides: where, how long, with what."""
        self._group = QButtonGroup(self)
        self._of_purpose, self._of_facet = {}, {}
        for purpose in purposes:
            chip = ChoiceChip(self._look, words.purpose(purpose) if purpose else self.tr("All"))
            chip.clicked.connect(lambda _checked=False, purpose=purpose: self._chosen(purpose))
            self._group.addButton(chip)
            self._of_purpose[purpose] = chip
            row.addWidget(chip)
        gap = QWidget()
        gap.setFixedWidth(space.S)
        row.addWidget(gap)
        for facet, (word, icon) in self._facet_words().items():
            chip = ChoiceChip(self._look, word, icon)
            chip.clicked.connect(lambda on, facet=facet: self._toggled(facet, is_on=on))
            self._of_facet[facet] = chip
            row.addWidget(chip)

    def _tick_chips(self) -> None:
        """What is chosen; where that is for nothing any more, all are shown."""
        if self._purpose not in self._of_purpose:
            self._purpose = ""
        for purpose, chip in self._of_purpose.items():
            chip.setChecked(purpose == self._purpose)
        for facet, chip in self._of_facet.items():
            chip.setChecked(facet in self._facets)

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

    def _fill(self) -> None:
        clear(self._empty)
        found = self._finder.routines(self._purpose, self._facets, self._search)
        plans = [] if self._purpose or self._facets else self._finder.plans(self._search)
        is_whole = not self._purpose and not self._facets and not self._search.strip() and len(found) > 2
        yours = as_yours(self._parts)
        if yours is not None and self._finder.fits(yours, self._purpose, self._facets, self._search):
            found.append(yours)
            wide = {yours.id: self.tr("Made for you")}
        else:
            wide = self._put_first(self._parts.wishes().aim) if is_whole else {}
        first = [routine for routine in found if routine.id in wide]
        rest = [routine for routine in found if routine.id not in wide]
        entries = [*(self._of_routine(one, wide[one.id]) for one in first), *(self._of_plan(plan) for plan in plans)]
        entries += [self._of_routine(routine) for routine in rest]
        self._tell_kit()
        self.gallery.show_entries(entries)
        if not entries:
            self._show_empty()

    def _of_routine(self, routine: Routine, why: str = "") -> Entry:
        def make() -> QWidget:
            return RoutineCard(self._parts, self._look, routine, self._to, self._faces, why)

        def tells() -> object:
            return (why, tells_of(self._parts, routine, self._faces)) if self._is_of_now else object()  # equals nothing

        return Entry(f"routine/{routine.id}", partial(self._make, make), 2 if why else 1, tells)

    def _of_plan(self, plan: Plan) -> Entry:
        def make() -> QWidget:
            return PlanCard(self._parts, self._look, plan, self._to, self._faces)

        return Entry(f"plan/{plan.id}", partial(self._make, make), span=2)

    def _make(self, card: Callable[[], QWidget]) -> QWidget:
        """A card of what the library holds; where that is another one meanwhile, none until the next look at it."""
        return card() if self._is_of_now else QWidget()

    @property
    def _is_of_now(self) -> bool:
        return self._finder.catalogue is self._parts.library.catalogue

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
        with QSignalBlocker(self.field.edit):
            self.field.edit.clear()
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        self._tick_chips()
        self._fill()


def _number(card: QWidget, place: int, of: int) -> None:
    """What a screen reader says after the card's name: what its tooltip says more, and its place."""
    more = "" if card.toolTip() in card.accessibleName() else card.toolTip().rstrip(".")
    told = ". ".join(part for part in (more, words.place_among(place, of)) if part)
    if card.accessibleDescription() != told:
        card.setAccessibleDescription(told)
