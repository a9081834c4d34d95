"""What a result leads to: the focus routine, ready-made ones beside it, or why there is nothing to start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from coach.progression.focus import Focus, NoFocus
from coach.today.due import due
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_TITLE, OVERLINE, SECTION, SMALL
from coach.ui.pages.focus_card import FocusCard
from coach.ui.pages.page import Paths
from coach.ui.pages.walltest.outcome import Outcome
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow
from coach.ui.words import common as words
from coach.walltest.advice import routines_for
from coach.words.progression import no_focus
from coach.words.wall_result import next_test

if TYPE_CHECKING:
    from coach.wiring import Parts

OFFERED = 2
"""The ready-made routine that is the best answer, and a second choice."""


class WhatNow:
    """`card` is to be shown; `start_button` is the one thing to start, None where there is nothing."""

    def __init__(self, parts: Parts, look: Look, to: Paths, outcome: Outcome) -> None:
        self._parts, self._look, self._to, self._outcome = parts, look, to, outcome
        self.start_button: Button | None = None
        ready_made = routines_for(outcome.focus, parts.within_reach())[:OFFERED]
        made = parts.focus() if outcome.focus else None
        if isinstance(made, Focus):
            self.focus: FocusCard | None = FocusCard(parts, look, to, self._until_next())
            self._add_others(self.focus.below, ready_made, self._or_ready_made())
            self.card: Card = self.focus
        else:
            self.focus = None
            self.card = self._without_focus(made, ready_made)

    @property
    def first_button(self) -> Button | None:
        """What the keyboard goes to."""
        return self.focus.start_button if self.focus is not None else self.start_button

    def _until_next(self) -> str:
        again = due(self._outcome.test, self._outcome.kept.at)
        if again is None:
            return ""
        if again <= self._parts.clock.wall():
            return words.LANGUAGE.translate("WhatNow", "The next test is due.")
        told = words.LANGUAGE.translate("WhatNow", "Until the next test, from {date}.")
        return told.format(date=words.date(again))

    def _again(self) -> str:
        """When the next test is due, and why then."""
        again = due(self._outcome.test, self._outcome.kept.at)
        if again is None:
            return ""
        last, today = self._outcome.kept.at.date(), self._parts.clock.wall().date()
        return next_test(words.LANGUAGE, again.date(), last, today)

    @staticmethod
    def _or_ready_made() -> str:
        return words.LANGUAGE.translate("WhatNow", "Or a ready-made one:")

    def _without_focus(self, none: Focus | NoFocus | None, ready_made: Sequence[str]) -> Card:
        card = Card(self._look)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.S)
        if ready_made:
            self._add_ready_made(rows, ready_made)
        else:
            rows.addWidget(Label(self._look, words.LANGUAGE.translate("WhatNow", "What now"), SECTION))
            go_on = words.LANGUAGE.translate("WhatNow", "Go on with the routine you like. One test alone says little.")
            told = " ".join(part for part in (go_on, self._again()) if part)
            rows.addWidget(Label(self._look, told, BODY, "ink2", wrap=True))
        if isinstance(none, NoFocus):
            areas = {ident: words.say(area.title) for ident, area in self._outcome.catalogue.areas.items()}
            rows.addWidget(Label(self._look, no_focus(words.LANGUAGE, none, areas), SMALL, "ink2", wrap=True))
        rows.addStretch(1)
        return card

    def _add_ready_made(self, rows: QVBoxLayout, ready_made: Sequence[str]) -> None:
        """The best answer with its Start, and a second choice."""
        first, *others = ready_made
        routine = self._parts.routine(first)
        label = words.LANGUAGE.translate("WhatNow", "For your focus areas")
        rows.addWidget(Label(self._look, label, OVERLINE, "atext"))
        rows.addWidget(Label(self._look, words.say(routine.title), CARD_TITLE, wrap=True))
        if routine.summary:
            rows.addWidget(Label(self._look, words.say(routine.summary), BODY, "ink2", wrap=True))
        rows.addSpacing(space.M)
        length = words.takes(self._parts.length("routine", first))
        start = Button(
            self._look,
            words.LANGUAGE.translate("WhatNow", "Start, {0}").format(length),
            "primary",
            "play",
            sizes.BUTTON_LARGE,
        )
        start.setAccessibleDescription(words.say(routine.title))
        start.clicked.connect(lambda: self._to.start.emit("routine", first))
        self.start_button = start
        rows.addWidget(start)
        self._add_others(rows, others, words.LANGUAGE.translate("WhatNow", "Or:"))

    def _add_others(self, rows: QVBoxLayout, others: Sequence[str], introduced: str) -> None:
        if not others:
            return
        rows.addSpacing(space.S)
        rows.addWidget(Label(self._look, introduced, SMALL, "ink2"))
        flow = Flow(space.M)
        for ident in others:
            title = words.say(self._parts.library.catalogue.routines[ident].title)
            button = Button(self._look, title, "text", height=sizes.BUTTON_SLIM)
            button.clicked.connect(lambda _checked=False, ident=ident: self._to.routine.emit(ident))
            flow.addWidget(button)
        rows.addLayout(flow)
