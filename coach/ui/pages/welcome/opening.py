"""The opening of the welcome: what this is, what will be asked, and the way past it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.look import sizes, space
from coach.ui.look.soft_shadow import REACH
from coach.ui.look.theme import Look
from coach.ui.look.typography import LEAD, SMALL, WELCOME
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.choice_card import TopicCard
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Flow
from coach.values import dataclass
from coach.words.sentences import joined

_WIDTH = 480


@dataclass(frozen=True, slots=True)
class Topic:
    """A line of what will be asked, from the step of this number on; `accent` marks the one that counts most, `long`
    how long it takes.
    """

    step: int
    icon: str
    title: str
    note: str
    long: str = ""
    accent: bool = False


class Opening(QWidget):
    """`begun(int)`: at the step of this number; `skipped`."""

    begun = Signal(int)
    skipped = Signal()

    def __init__(self, look: Look, topics: Sequence[Topic]) -> None:
        super().__init__()
        self._look = look
        middle = QHBoxLayout(self)
        middle.setContentsMargins(space.XXL, space.WIDER, space.XXL, space.WIDER)
        column = QWidget()
        column.setMaximumWidth(look.px(_WIDTH) + 2 * REACH)
        middle.addStretch(1)
        middle.addWidget(column, 50)
        middle.addStretch(1)
        self._rows = rows = QVBoxLayout(column)
        rows.setContentsMargins(REACH, 0, REACH, 0)
        rows.setSpacing(space.M)
        rows.addStretch(1)
        title = self.tr("Stand easier.\nRun taller.")
        self.title = joined(title.splitlines())
        large = Label(look, title, WELCOME, wrap=True)
        large.setAccessibleName(self.title)
        rows.addWidget(large)
        text = self.tr(
            "A 30-second wall test, short guided routines and kind reminders, for backs that sit all day or hurt after "
            "a run."
        )
        rows.addWidget(Label(look, text, LEAD, "ink2", wrap=True))
        self._below_words = rows.count()
        rows.addSpacing(space.M)
        for topic in topics:
            long = Label(look, topic.long, SMALL, "ink2", tabular=True) if topic.long else None
            card = TopicCard(look, topic.icon, topic.title, topic.note, long, accent=topic.accent)
            card.clicked.connect(lambda _checked=False, step=topic.step: self.begun.emit(step))
            rows.addWidget(card)
        rows.addSpacing(space.M)
        self._below_topics = rows.count()
        self._foot = self._made_foot()
        rows.addWidget(self._foot)
        rows.addSpacing(space.M)
        rows.addLayout(self._promise())
        rows.addStretch(1)

    def set_low(self, is_low: bool) -> None:
        """Where there is no room for all of it Begin and Skip stand above the topics, so that they are seen."""
        self._rows.removeWidget(self._foot)
        self._rows.insertWidget(self._below_words if is_low else self._below_topics, self._foot)

    def _made_foot(self) -> QWidget:
        holder = QWidget()
        row = Flow(space.L, holder)
        self.begin = Button(self._look, self.tr("Begin"), "primary", height=sizes.BUTTON_LARGEST, trailing="arrow")
        self.begin.clicked.connect(lambda: self.begun.emit(0))
        self.skip = Button(self._look, self.tr("Skip, look around first"), "text")
        self.skip.clicked.connect(self.skipped)
        row.addWidget(self.begin)
        row.addWidget(self.skip)
        return holder

    def _promise(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space.S_LOOSE)
        row.addWidget(IconLabel(self._look, "lock", 18, "pine"), 0, Qt.AlignmentFlag.AlignTop)
        text = self.tr(
            "Everything stays on this computer. General exercise information, not a diagnosis and not a replacement "
            "for a professional."
        )
        row.addWidget(Label(self._look, text, SMALL, "ink2", wrap=True), 1)
        return row
