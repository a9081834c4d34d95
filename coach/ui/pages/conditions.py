"""What is true of the person, and what of it a professional has cleared: asked once, changed in Settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.look import sizes, space
from coach.ui.look.soft_shadow import REACH
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HERO, LEAD, OVERLINE
from coach.ui.pages.framed import Framed
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow
from coach.ui.widgets.tickrow import TickRow
from coach.ui.words.common import say

if TYPE_CHECKING:
    from coach.wiring import Parts


class ConditionsForm(QWidget):
    """The list to tick, begun from what was told last. `kept` once it was written down, `left` where it was not, `back`
    where it leads there. As a step of the welcome its `place` among the steps stands above.
    """

    kept, left, back = Signal(), Signal(), Signal()

    def __init__(
        self, parts: Parts, look: Look, keep_words: str, leave_words: str, back_words: str = "", place: str = ""
    ) -> None:
        super().__init__()
        self._parts, self._look = parts, look
        told = parts.store.conditions()
        self._told = set(told[-1].told) if told else set()
        self._cleared = set(told[-1].cleared) if told else set()
        self.rows: dict[str, TickRow] = {}
        self.cleared_rows: dict[str, TickRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(REACH, 0, REACH, 0)
        column.setSpacing(space.M)
        over, title = place or self.tr("For you"), self.tr("Tick what you say yes to")
        column.addWidget(Label(look, over, OVERLINE, "atext"))
        column.addWidget(Label(look, title, HERO, wrap=True))
        text = self.tr(
            "An exercise that a professional should look at first is left out then, or a gentler one stands in its "
            "place. You can change this in Settings."
        )
        column.addWidget(Label(look, text, LEAD, "ink2", wrap=True))
        self.title, self.said = title, (over, title, text)
        column.addWidget(self._list())
        row = Flow(space.L)
        self.keep_button = Button(look, keep_words, "primary", height=sizes.BUTTON_LARGE)
        self.keep_button.clicked.connect(self.keep)
        self.leave_button = Button(look, leave_words, "text", height=sizes.BUTTON_LARGE)
        self.leave_button.clicked.connect(self.left)
        row.addWidget(self.keep_button)
        if back_words:
            back = Button(look, back_words, "secondary", height=sizes.BUTTON_LARGE)
            back.clicked.connect(self.back)
            row.addWidget(back)
        row.addWidget(self.leave_button)
        column.addSpacing(space.S)
        column.addLayout(row)
        self._follow()

    def stand_in(self, rows: QVBoxLayout) -> None:
        """Take the place of the column's room for shadows: the form has its own, in which they are painted."""
        rows.setContentsMargins(0, 0, 0, REACH)
        rows.addWidget(self)

    def _list(self) -> Card:
        card = Card(self._look, padding=space.M)
        lines = QVBoxLayout(card)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(space.HAIR)
        for ident, question in self._parts.library.catalogue.safety.conditions.items():
            row = TickRow(self._look, say(question))
            row.setChecked(ident in self._told)
            row.toggled.connect(lambda on, name=ident: self._tick(self._told, name, is_on=on))
            cleared = TickRow(self._look, self.tr("Cleared by a professional"), style=BODY.semibold, indent=44)
            cleared.setAccessibleName(self.tr("Cleared by a professional: {question}").format(question=say(question)))
            cleared.setChecked(ident in self._cleared)
            cleared.toggled.connect(lambda on, name=ident: self._tick(self._cleared, name, is_on=on))
            self.rows[ident], self.cleared_rows[ident] = row, cleared
            lines.addWidget(row)
            lines.addWidget(cleared)
        return card

    def _tick(self, ticked: set[str], ident: str, *, is_on: bool) -> None:
        (ticked.add if is_on else ticked.discard)(ident)
        self._follow()

    def _follow(self) -> None:
        """What was cleared is asked below what is true alone."""
        for ident, row in self.cleared_rows.items():
            row.setVisible(ident in self._told)
            if ident not in self._told:
                row.setChecked(False)

    def keep(self) -> None:
        """Write down what is ticked. What was told of conditions that the library no longer has stays told."""
        self._parts.store.add_conditions(self._told, self._cleared & self._told)
        self.kept.emit()


class ConditionsPage(Framed):
    """Covers the window with the list; `closed` once it is kept or left."""

    closed = Signal()

    def __init__(self, parts: Parts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.form = ConditionsForm(parts, look, self.tr("Save"), self.tr("Leave it as it is"))
        self.form.kept.connect(self.closed)
        self.form.left.connect(self.closed)
        self.on_return, self.on_escape = self.form.keep, self.closed.emit
        self.form.stand_in(self.rows)
        self.is_about(self.form.title)
        self.rows.addStretch(1)
