"""The result of a wall test: what was measured, the focus areas, and what to do for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.today.standing import standing_of
from coach.ui.look import sizes, space
from coach.ui.look.mirror import margins
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.pages.page import Page, Paths
from coach.ui.pages.walltest.focus_areas import FocusAreasCard
from coach.ui.pages.walltest.measured import MeasuredCard
from coach.ui.pages.walltest.outcome import Outcome
from coach.ui.pages.walltest.what_now import WhatNow
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Split
from coach.ui.widgets.locked import LockedCard
from coach.ui.widgets.ring import Ring
from coach.ui.words import common as words
from coach.wiring.bones import bones
from coach.words.sentences import joined
from coach.words.walltest import bone_advice

if TYPE_CHECKING:
    from coach.wiring import Parts


class ResultPage(Page):
    """`closed` when the person is done with it; `to` is where it leads: a routine's start, its page, the safety
    questions.
    """

    closed = Signal()
    done_button: Button  # since a result is shown

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Your wall test"))
        self.to = Paths(self)
        self._shown: tuple[Parts, Outcome] | None = None
        self.what_now: WhatNow | None = None
        self.rings: list[Ring] = []
        self._said: list[str] = []
        """What a screen reader says of the result as it comes."""

    @property
    def start_button(self) -> Button | None:
        """The one thing to start; None where there is nothing."""
        return self.what_now.first_button if self.what_now is not None else None

    def show_result(self, outcome: Outcome, parts: Parts) -> None:
        """`outcome`, and what `parts` have for this person in answer to it. The keyboard is beside the heading: what is
        measured comes first, and what to start stands below it.
        """
        self._shown = parts, outcome
        self.refresh()
        self.to_top()
        first = self.done_button
        first.setAccessibleDescription(joined((first.accessibleDescription(), *self._said)))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self, column: QVBoxLayout) -> None:
        if self._shown is None:
            return
        parts, outcome = self._shown
        self.done_button = Button(self._look, self.tr("Done"), "tonal", height=sizes.BUTTON_SMALL)
        self.done_button.clicked.connect(self.closed)
        column.addLayout(self.header(Label(self._look, self._when(outcome), BODY, "ink2"), self.done_button))
        measured = MeasuredCard(self._look, outcome)
        self.rings = measured.rings
        column.addWidget(measured)
        reason = bones(parts.store, parts.clock, outcome.test, outcome.result)
        if reason is not None:
            column.addWidget(self._advice(bone_advice(words.LANGUAGE, reason)))
        split = Split(448, 448, self._look.px(760), fill=bool(outcome.focus))
        focus_areas = FocusAreasCard(self._look, outcome)
        self._said = [*measured.said, *focus_areas.said]
        split.addWidget(focus_areas)
        split.addWidget(self._answer(parts, outcome))
        column.addLayout(split, 1 if outcome.focus else 0)
        column.addStretch(0 if outcome.focus else 1)

    def _when(self, outcome: Outcome) -> str:
        number = outcome.kept.number
        which = self.tr("test {0}").format(number) if number > 1 else self.tr("the first")
        return f"{words.date(outcome.kept.at)}, {which}"

    def _advice(self, sentence: str) -> Card:
        """Something to ask a professional about: calm, and no alarm."""
        card = Card(self._look, space.L, tone="psoft")
        row = QHBoxLayout(card)
        row.setContentsMargins(margins(space.XS, 0, 0, 0))
        row.setSpacing(space.M)
        row.addWidget(IconLabel(self._look, "info", 22, "pine"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._look, sentence, BODY, wrap=True), 1)
        return card

    def _answer(self, parts: Parts, outcome: Outcome) -> Card:
        """What to do; nothing is offered while the safety questions lock."""
        self.what_now = None
        standing = standing_of(parts.library.catalogue.safety, parts.store, parts.clock.wall())
        if standing.locked is not None:
            locked = LockedCard(self._look, standing)
            locked.again.clicked.connect(self.to.safety)
            return locked
        self.what_now = WhatNow(parts, self._look, self.to, outcome)
        return self.what_now.card
