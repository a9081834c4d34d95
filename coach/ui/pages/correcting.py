"""A session that was done, put right: its day, its effort and its pain; or deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from coach.progress.portable.form import Record, moment_of, moment_text
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SECTION, SMALL
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow
from coach.ui.widgets.scale import Ramp, Scale, effort_ramp, ramp
from coach.ui.words import common as words

if TYPE_CHECKING:
    from coach.progress.store import Store

MOMENTS = ("started", "ended")


def moved(record: Record, days: int) -> dict[str, Any]:
    """What changes of a session that was so many days later: all its moments, each at its time of day."""
    if not days:
        return {}

    def later(text: str | None) -> str | None:
        return None if text is None else moment_text(moment_of(text) + timedelta(days=days))

    values: dict[str, Any] = {key: later(record[key]) for key in MOMENTS}
    values["intervals"] = [{**one, "finished": later(one["finished"])} for one in record["intervals"]]
    values["pains"] = [{**one, "at": later(one["at"])} for one in record["pains"]]
    return values


class CorrectionForm(Card):
    """`corrected` and `deleted` with the record as it was before; `left` where nothing changes."""

    corrected, deleted, left = Signal(object), Signal(object), Signal()

    def __init__(self, store: Store, look: Look, record: Record, today: date) -> None:
        super().__init__(look, space.XL_LOOSE)
        self._store, self._record, self._today = store, record, today
        self._days = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(space.HAIR, 0, space.HAIR, 0)
        column.setSpacing(space.S_LOOSE)
        column.addWidget(Label(look, record["title"] or record["target"], SECTION, wrap=True))
        self.day = Label(look, "", BODY.bold, wrap=True)
        column.addWidget(self.day)
        days = Flow(space.M)
        self.earlier = self._button(self.tr("A day earlier"), "tonal", lambda: self._move(-1))
        self.later = self._button(self.tr("A day later"), "tonal", lambda: self._move(1))
        days.addWidget(self.earlier)
        days.addWidget(self.later)
        column.addLayout(days)
        self.effort = self._scale(column, self.tr("Effort"), record["effort"], effort_ramp)
        self.pain = self._scale(column, self.tr("Pain"), record["pain"], ramp)
        row = Flow(space.M)
        row.addWidget(self._button(self.tr("Save"), "primary", self.save))
        row.addWidget(self._button(self.tr("Leave it as it is"), "text", self.left.emit))
        row.addWidget(self._button(self.tr("Delete this session"), "secondary", self.delete))
        column.addSpacing(space.S)
        column.addLayout(row)
        self._move(0)

    def _button(self, word: str, kind: str, act: Callable[[], object]) -> Button:
        button = Button(self._look, word, kind)
        button.clicked.connect(act)
        return button

    def _scale(self, column: QVBoxLayout, name: str, value: int | None, colours: Ramp) -> Scale:
        column.addWidget(Label(self._look, name, SMALL.bold, "ink2"))
        scale = Scale(self._look, name, colours=colours)
        scale.set_value(value)
        column.addWidget(scale)
        untold = Button(self._look, self.tr("Not told"), "text", height=sizes.BUTTON_SLIM)
        untold.setAccessibleName(self.tr("{name}: not told").format(name=name))
        untold.clicked.connect(lambda: scale.set_value(None))
        column.addWidget(untold, 0, Qt.AlignmentFlag.AlignLeft)
        return scale

    def _move(self, days: int) -> None:
        self._days += days
        started = moment_of(self._record["started"]) + timedelta(days=self._days)
        self.day.setText(words.moment(started))
        self.later.setEnabled(started.date() < self._today)

    def save(self) -> None:
        """Keep what is other than it was."""
        told = {"effort": self.effort.value, "pain": self.pain.value}
        values = {key: value for key, value in told.items() if value != self._record[key]}
        values |= moved(self._record, self._days)
        before = self._store.correct(self._record["uid"], values) if values else None
        if before is None:
            self.left.emit()
        else:
            self.corrected.emit(before)

    def delete(self) -> None:
        """Take the session away; it can be put back."""
        before = self._store.delete(self._record["uid"])
        if before is None:
            self.left.emit()
        else:
            self.deleted.emit(before)
