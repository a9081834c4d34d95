"""The focus areas of a result: where they are, how tense, and what became of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.demonstration.which_figure import area_figure
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HEADING, LARGE, SECTION, SMALL
from coach.ui.pages.walltest.outcome import Outcome
from coach.ui.widgets.bar import Bar
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from coach.walltest.advice import change
from coach.words import wall_result
from coach.words import walltest as wall_words
from coach.words.sentences import comma_list

_PLACE = 124, 128


class FocusAreasCard(Card):
    """Where most tension was felt: a place to start, not a finding, and it says so. `said` is what a screen reader says
    of it: how many areas, and each with its number.
    """

    def __init__(self, look: Look, outcome: Outcome) -> None:
        super().__init__(look)
        self._outcome = outcome
        focus = outcome.focus
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.M_LOOSE)
        head = QHBoxLayout()
        titles = {0: self.tr("No focus area"), 1: self.tr("One focus area"), 2: self.tr("Two focus areas")}
        title = titles.get(len(focus), self.tr("{0} focus areas").format(len(focus)))
        head.addWidget(Label(look, title, SECTION))
        titled = (
            (words.say(outcome.catalogue.areas[area].title), outcome.result.tension.get(area, 0)) for area in focus
        )
        self.said = [title, *(f"{name}: {value}" for name, value in titled)]
        head.addStretch(1)
        if focus:
            head.addWidget(Label(look, self.tr("0 to 10, stronger side"), SMALL, "ink2"))
        rows.addLayout(head)
        for area in focus:
            rows.addLayout(self._area(area))
        if not focus:
            text = self.tr("No area was at {0} or more. Keep going as you do.").format(outcome.test.advice.from_)
            rows.addWidget(Label(look, text, BODY, "ink2", wrap=True))
        if focus:
            rows.addLayout(self._note())
        rows.addStretch(1)

    def _note(self) -> QHBoxLayout:
        note = QHBoxLayout()
        note.setSpacing(space.S_LOOSE)
        note.addWidget(IconLabel(self._look, "info", 20, "pine"), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(Label(self._look, wall_words.place_to_start(words.LANGUAGE), SMALL, "ink2", wrap=True), 1)
        return note

    def _area(self, ident: str) -> QHBoxLayout:
        look, outcome = self._look, self._outcome
        value = outcome.result.tension.get(ident, 0)
        before = outcome.kept.before.tension.get(ident) if outcome.kept.before else None
        row = QHBoxLayout()
        row.setSpacing(space.L_LOOSE)
        spot = FigurePlace(look, width=_PLACE[0], height=_PLACE[1], figure=area_figure(ident), close=True)
        spot.setFixedSize(*_PLACE)
        row.addWidget(spot)
        column = QVBoxLayout()
        column.setSpacing(space.XS_LOOSE)
        column.addStretch(1)
        column.addWidget(Label(look, words.say(outcome.catalogue.areas[ident].title), HEADING, wrap=True))
        bar = QHBoxLayout()
        bar.setSpacing(space.S_LOOSE)
        bar.addWidget(Bar(look, value, before), 1)
        bar.addWidget(Label(look, str(value), LARGE.heavy, tabular=True))
        if before is not None:
            bar.addWidget(Label(look, self.tr("was {0}").format(before), SMALL, "ink2"))
        column.addLayout(bar)
        column.addWidget(Label(look, self._words(ident, value, before), SMALL, "ink2", wrap=True))
        column.addStretch(1)
        row.addLayout(column, 1)
        return row

    def _words(self, ident: str, value: int, before: int | None) -> str:
        """What changed and what that says, and the contact beside it that was lost."""
        outcome = self._outcome
        parts = []
        if before is not None:
            stayed = outcome.kept.stayed(ident)
            parts.append(wall_words.tension_change(words.LANGUAGE, change(before, value), stayed))
        lost = [
            wall_result.within(words.say(point.title), words.LANGUAGE)
            for _, point in wall_result.points_named(outcome.test)
            if point.area == ident and point.id in outcome.result.lost
        ]
        if lost:
            parts.append(self.tr("Next to a contact that was lost: {0}.").format(comma_list(lost, words.LANGUAGE)))
        if not parts:
            parts.append(
                comma_list((words.say(muscle) for muscle in outcome.catalogue.areas[ident].muscles), words.LANGUAGE)
            )
        return " ".join(parts)
