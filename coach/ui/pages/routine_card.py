"""A routine in the gallery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.content.model import Figure, Routine
from coach.demonstration.which_figure import Emblems, hips_up
from coach.progression.kit import things_of
from coach.session import routine_lines
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_TITLE, HEADING, OVERLINE, SMALL
from coach.ui.pages.needs import Needed
from coach.ui.pages.page import Paths
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import CardButton, beside_picture
from coach.ui.widgets.chip import Chip
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from coach.words import kit as kit_words
from coach.words.sentences import comma_list

if TYPE_CHECKING:
    from coach.wiring import Parts

_WIDEST_START = 440  # pixels: what a card of the smallest window has beside its margins


def tells_of(parts: Parts, routine: Routine, faces: Emblems) -> object:
    """All that the card of a routine depends on: of equal ones the card is the same."""
    catalogue, own = parts.library.catalogue, parts.own(routine.id)
    return (
        (routine.title, routine.summary, parts.length("routine", routine.id), own.is_empty, faces.of(routine)),
        routine_lines.needs(own.routine, catalogue.exercises),
        things_of(parts.lacks(routine.id)),
        catalogue.is_yours("routine", routine.id),
        next((line.exercise.position for line in routine_lines.lines(routine, catalogue.exercises)), ""),
    )


class RoutineCard(CardButton):
    """A routine in the gallery: its picture, name, length, needs as icons. Opens its page.

    With `why` it is the wide one: why it comes first stands above its name, and it can be started here. Its
    picture is of `faces`.
    """

    def __init__(self, parts: Parts, look: Look, routine: Routine, to: Paths, faces: Emblems, why: str = "") -> None:
        catalogue = parts.library.catalogue
        title, summary = words.say(routine.title), words.say(routine.summary)
        lasts, own = parts.length("routine", routine.id), parts.own(routine.id)
        length = words.total(lasts)
        fact = f"{length}, {words.count_exercises(lasts.exercises)}"
        fact = self.tr("All of it is left out for you now") if own.is_empty else fact
        things = routine_lines.needs(own.routine, catalogue.exercises)
        needed = comma_list((words.need(thing) for thing in things), words.LANGUAGE)
        self._lacks = kit_words.needs(things_of(parts.lacks(routine.id)), words.LANGUAGE)
        whose = self.tr("Yours") if routine.from_whom is None else self.tr("Taken in")
        self._yours = whose if catalogue.is_yours("routine", routine.id) else ""
        super().__init__(look, ". ".join(part for part in (title, self._yours, fact, needed, self._lacks) if part))
        self.setToolTip(summary or title)
        self.clicked.connect(lambda: to.routine.emit(routine.id))
        lines = routine_lines.lines(routine, catalogue.exercises)
        position = lines[0].exercise.position if lines else "standing"
        picture = self._picture(look, position, faces.of(routine), is_wide=bool(why))
        if why:
            self._wide(look, routine, picture, length, things, to, why)
        else:
            self._tall(look, title, picture, fact, things)

    def _picture(self, look: Look, position: str, figure: Figure | None, *, is_wide: bool) -> FigurePlace:
        close = hips_up(figure) or None
        if not is_wide:
            return FigurePlace(look, position, 290, 132, sizes.CARD_RADIUS, "top", figure=figure, close=close)
        place = FigurePlace(look, position, 250, 204, sizes.CARD_RADIUS, "left", figure=figure, close=close)
        place.setSizePolicy(place.sizePolicy().horizontalPolicy(), place.sizePolicy().Policy.Expanding)
        return place

    def _tall(self, look: Look, title: str, picture: QWidget, fact: str, things: list[str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(picture)
        below = QVBoxLayout()
        below.setContentsMargins(space.L_LOOSE, space.M, space.L_LOOSE, space.L)
        below.setSpacing(0)
        below.addWidget(Label(look, title, HEADING, wrap=True))
        below.addWidget(Label(look, fact, SMALL, "ink2", tabular=True))
        below.addSpacing(space.XS_LOOSE)
        below.addLayout(self._kit(look, things))
        column.addLayout(below)
        column.addStretch(1)

    def _wide(
        self, look: Look, routine: Routine, picture: QWidget, length: str, things: list[str], to: Paths, why: str
    ) -> None:
        text = beside_picture(self, picture)
        text.addWidget(Label(look, why, OVERLINE, "atext"))
        text.addWidget(Label(look, words.say(routine.title), CARD_TITLE, wrap=True))
        if routine.summary:
            text.addWidget(Label(look, words.say(routine.summary), BODY, "ink2", wrap=True))
        text.addStretch(1)
        bottom = Flow(space.M)
        start = Button(look, self.tr("Start, {length}").format(length=length), "primary", "play")
        start.setAccessibleDescription(words.say(routine.title))
        start.clicked.connect(lambda: to.start.emit("routine", routine.id))
        bottom.addWidget(start)
        if start.sizeHint().width() > _WIDEST_START:  # large letters, or a language of long words
            start.setText(self.tr("Start"))
            bottom.addWidget(Label(look, length, BODY.semibold, "ink2", wrap=True))
        text.addSpacing(space.S_LOOSE)
        text.addLayout(bottom)
        text.addSpacing(space.S_LOOSE)
        text.addLayout(self._kit(look, things))

    def _kit(self, look: Look, things: list[str]) -> QVBoxLayout:
        """What it needs, in icons and words, whether it is the person's own, and what they have not got for it."""
        column = QVBoxLayout()
        column.setSpacing(space.XS)
        row = Flow(space.S)
        if self._yours:
            row.addWidget(Chip(look, self._yours, kind="state"))
        for thing in things:
            row.addWidget(Needed(look, words.need_icon(thing), words.need(thing)))
        column.addLayout(row)
        if self._lacks:
            column.addWidget(Label(look, f"{self._lacks}.", SMALL, "warn", wrap=True))
        return column
