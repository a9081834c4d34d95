"""A quiet band across a page: a sentence, and beside it what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.look import sizes, space
from coach.ui.look.mirror import margins
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Beside, Flow


class Band(Card):
    """The sentence, and beside it the buttons, or below it where there is no room. `is_caution` has its colours."""

    def __init__(self, look: Look, sentence: str, buttons: Sequence[Button], *, is_caution: bool = False) -> None:
        super().__init__(look, 0, sizes.CONTROL_RADIUS, "wsoft" if is_caution else "psoft")
        row = Beside(look.px(260))
        row.addWidget(self._said(sentence, is_caution=is_caution))
        holder = QWidget()
        flow = Flow(space.S, holder)
        for button in buttons:
            button.setAccessibleDescription(sentence)
            flow.addWidget(button)
        row.addWidget(holder)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(margins(space.XL, space.M, space.L, space.M))
        inside.addLayout(row)

    def _said(self, sentence: str, *, is_caution: bool) -> QWidget:
        label = Label(self._look, sentence, BODY.semibold, wrap=True, align=Qt.AlignmentFlag.AlignVCenter)
        if not is_caution:
            return label
        said = QWidget()
        row = QHBoxLayout(said)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space.M)
        row.addWidget(IconLabel(self._look, "warn", 22, "warn"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label, 1)
        return said
