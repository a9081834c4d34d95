"""Where is the tension? A drawing to click, a scale for each side, and a table that says the same in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.content.model import Area, RateStep
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, LARGE, QUESTION, SECTION, SMALL
from coach.ui.pages.walltest.asking import AskingPage
from coach.ui.pages.walltest.sections import Where
from coach.ui.widgets.arearow import AreaRow
from coach.ui.widgets.bodymap import BodyMap
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Split
from coach.ui.widgets.scale import Scale
from coach.ui.words.common import say

_NARROW = 760  # pixels of content below which there is one column


@dataclass(frozen=True, slots=True)
class _Asked:
    step: RateStep
    where: Where
    has_more: bool  # whether a measurement follows


class TensionPage(AskingPage):
    """`answered(dict)` maps area to (left, right); Tab walks the areas, digits and arrows choose."""

    map: BodyMap  # this and the button, since a step is shown
    done_button: Button

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._asked: _Asked | None = None
        self._areas: dict[str, Area] = {}
        self._is_narrow = False
        self.values: dict[str, list[int]] = {}
        self.current = ""
        self.scales: list[Scale] = []
        self.rows: dict[str, AreaRow] = {}

    def show_step(self, step: RateStep, areas: Mapping[str, Area], where: Where, *, has_more: bool) -> None:
        """`has_more` when a measurement follows."""
        self._asked = _Asked(step, where, has_more)
        self._areas = {ident: areas[ident] for ident in step.areas if ident in areas}
        self.values = {ident: [step.scale[0], step.scale[0]] for ident in self._areas}
        self.current = next(iter(self._areas), "")
        self.refresh()
        self._select(self.current)
        if self.scales:
            self.scales[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # --- building ------------------------------------------------------------------------------------------------

    def build(self, column: QVBoxLayout) -> None:
        asked = self._asked
        if asked is None:
            return
        column.addLayout(self.head(asked.where))
        split = Split(544, 352, self._look.px(_NARROW))
        self._is_narrow = self._has_one_column()
        if self._is_narrow:  # the scales, which the keyboard needs, come before the drawing
            split.add_layout(self._beside(asked))
            split.addWidget(self._drawing(say(asked.step.ask)))
        else:
            split.addWidget(self._drawing(say(asked.step.ask)))
            split.add_layout(self._beside(asked))
        column.addLayout(split, 1)
        self.set_foot(self._foot(asked) if self._is_narrow else None)

    def _has_one_column(self) -> bool:
        margins = self.column.contentsMargins()
        return self.viewport().width() - margins.left() - margins.right() < self._look.px(_NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._asked is not None and self._has_one_column() != self._is_narrow:
            self.refresh()
            self._select(self.current)

    def _drawing(self, ask: str) -> Card:
        card = Card(self._look)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.HAIR)
        rows.addWidget(Label(self._look, ask, QUESTION, wrap=True))
        hint = self.tr("Click an area, or press Tab to walk through them.")
        rows.addWidget(Label(self._look, hint, SMALL, "ink2", wrap=True))
        self.map = BodyMap(self._look, {ident: say(area.title) for ident, area in self._areas.items()})
        self.map.chosen.connect(self._chosen)
        rows.addSpacing(space.S)
        rows.addWidget(self.map, 1)
        return card

    def _beside(self, asked: _Asked) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(space.M)
        column.addWidget(self._scale_card(asked.step))
        column.addWidget(self._table(asked.step))
        column.addStretch(1)
        if not self._is_narrow:
            column.addLayout(self._foot(asked))
        return column

    def _scale_card(self, step: RateStep) -> Card:
        card = Card(self._look, padding=space.L_LOOSE)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.HAIRLINE)
        self._title = Label(self._look, "", SECTION, wrap=True)
        self._muscles = Label(self._look, "", SMALL, "ink2", wrap=True)
        rows.addWidget(self._title)
        rows.addWidget(self._muscles)
        self.scales, self._numbers = [], []
        names = (self.tr("Left"), self.tr("Right")) if step.sides else (self.tr("Tension"),)
        for side, name in enumerate(names):
            head = QHBoxLayout()
            head.addWidget(Label(self._look, name, BODY.semibold))
            head.addStretch(1)
            number = Label(self._look, "", LARGE.heavy, tabular=True)
            head.addWidget(number)
            scale = Scale(self._look, name, step.scale[1])
            scale.changed.connect(lambda value, side=side: self._rated(side, value))
            self.scales.append(scale)
            self._numbers.append(number)
            rows.addSpacing(space.HAIR)
            rows.addLayout(head)
            rows.addWidget(scale)
        ends = QHBoxLayout()
        ends.addWidget(Label(self._look, self.tr("{0} none").format(step.scale[0]), SMALL, "ink2"))
        ends.addStretch(1)
        ends.addWidget(Label(self._look, self.tr("{0} the worst").format(step.scale[1]), SMALL, "ink2"))
        rows.addLayout(ends)
        return card

    def _table(self, step: RateStep) -> Card:
        card = Card(self._look, padding=space.M)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(space.S_LOOSE, space.XS, space.HAIR, space.HAIR)
        head.setSpacing(0)
        head.addWidget(Label(self._look, self.tr("Area"), SMALL, "ink2"))
        head.addStretch(1)
        if step.sides:
            for name in (self.tr("Left"), self.tr("Right")):
                label = Label(self._look, name, SMALL, "ink2", align=Qt.AlignmentFlag.AlignHCenter)
                label.setFixedWidth(self._look.px(44))
                head.addWidget(label)
        rows.addLayout(head)
        self.rows = {}
        for ident, area in self._areas.items():
            row = AreaRow(self._look, say(area.title), sides=step.sides)
            row.clicked.connect(lambda _=False, ident=ident: self._chosen(ident))
            self.rows[ident] = row
            rows.addWidget(row)
        return card

    def _foot(self, asked: _Asked) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space.S_LOOSE)
        words = self.tr("Go on") if asked.has_more else self.words_for_the_last()
        self.done_button = Button(self._look, words, "primary", height=sizes.BUTTON_TALL, trailing="arrow")
        self.done_button.clicked.connect(self._done)
        row.addWidget(self.hurts_button())
        row.addStretch(1)
        row.addWidget(self.done_button)
        return row

    # --- rating --------------------------------------------------------------------------------------------------

    def _chosen(self, area: str) -> None:
        self._select(area)
        self.scales[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _select(self, area: str) -> None:
        if area not in self._areas:
            return
        self.current = area
        self._title.setText(say(self._areas[area].title))
        self._muscles.setText(", ".join(say(muscle) for muscle in self._areas[area].muscles))
        self._show_values()

    def _rated(self, side: int, value: int) -> None:
        values = self.values[self.current]
        values[side] = value
        if len(self.scales) == 1:  # it stands for both sides
            values[1] = value
        self._show_values()

    def _show_values(self) -> None:
        for scale, number, value in zip(self.scales, self._numbers, self.values[self.current], strict=False):
            scale.set_value(value)
            number.setText(str(value))
        for ident, row in self.rows.items():
            row.tell(self._pairs()[ident], is_current=ident == self.current)
        self.map.tell(self._pairs(), self.current)

    def _pairs(self) -> dict[str, tuple[int, int]]:
        return {ident: (left, right) for ident, (left, right) in self.values.items()}

    def _done(self) -> None:
        self.answered.emit(self._pairs())

    def focusNextPrevChild(self, next_: bool) -> bool:
        """From the last scale of an area on to the first of the next one, and back."""
        order = list(self._areas)
        place = order.index(self.current) if self.current in order else -1
        edge = self.scales[-1 if next_ else 0] if self.scales else None
        beyond = place + (1 if next_ else -1)
        if edge is not None and edge.hasFocus() and 0 <= beyond < len(order):
            self._select(order[beyond])
            self.scales[0 if next_ else -1].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().focusNextPrevChild(next_)
