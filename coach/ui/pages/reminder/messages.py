"""What a reminder says: its messages, in the order in which they take turns."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.content.round_trip import Plain, is_list
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import SMALL
from coach.ui.pages.reminder.row import Fault, FormRow
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.field import Field
from coach.ui.widgets.focus import stops_in, take_keyboard
from coach.ui.widgets.icon_buttons import RoundButton
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Beside, at_start, clear
from coach.ui.words import common as words
from coach.values import dataclass


def in_own_words(written: Plain | None) -> str:
    """A text of a file in the person's language, on one line."""
    if isinstance(written, Mapping):
        written = written.get(words.language(), written.get("en", ""))
    return " ".join(str(written or "").split())


def with_words(written: Plain | None, text: str) -> Plain:
    """The text of a file with other words in the person's language; what other languages say stays."""
    if not isinstance(written, Mapping):
        return text
    return {**written, words.language(): text}


def _said(written: Plain | None) -> Plain | None:
    """The text of a message, which may stand beside the exercise or the position that it asks for."""
    return written["say"] if _asks(written) and isinstance(written, Mapping) else written


def _asks(written: Plain | None) -> bool:
    """Whether it is a map of a text and what that asks for, and none of a text by language."""
    return isinstance(written, Mapping) and ("exercise" in written or ("say" in written and "en" not in written))


def _turned(written: Plain) -> Plain:
    """A message that asks for the other position."""
    assert isinstance(written, Mapping)
    return {**written, "to": "sitting" if written["to"] == "standing" else "standing"}


@dataclass
class _Line:
    """A message as it was written, and the field that shows it."""

    written: Plain
    field: Field
    fault: Fault

    def value(self) -> Plain:
        """The message as it is now."""
        text, said = self.field.edit.text(), _said(self.written)
        if text == in_own_words(said):
            return self.written
        changed = with_words(said, text)
        if isinstance(self.written, Mapping) and said is not self.written:
            return {**self.written, "say": changed}
        return changed


class MessagesRow(FormRow):
    """A field a message, with ways to move it up and down and to take it out."""

    def __init__(self, look: Look, written: Plain | None, titles: Mapping[str, str]) -> None:
        """`titles` are those of the exercises, by id."""
        title = QCoreApplication.translate("MessagesRow", "Messages")
        note = QCoreApplication.translate("MessagesRow", "They take turns, in this order.")
        super().__init__(look, title, note)
        self._titles = titles
        self.lines: list[_Line] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(space.S)
        self.column.addLayout(self._rows)
        self.more = Button(look, self.tr("Add a message"), "text", "plus", sizes.BUTTON)
        self.more.clicked.connect(self._add)
        self.column.addLayout(at_start(self.more))
        self.buttons: dict[tuple[int, str], RoundButton] = {}
        """By the message's place and up, down or out."""
        self.turns: dict[int, Button] = {}
        """By the message's place: whether it asks to sit or to stand."""
        self._fill(list(written) if is_list(written) else [""])

    def keys(self) -> dict[str, Plain | None]:
        """`messages` of a file, without those that are empty, unless all are."""
        values = [line.value() for line in self.lines]
        filled = [value for line, value in zip(self.lines, values, strict=True) if line.field.edit.text().strip()]
        return {"messages": filled or values[:1]}

    def stops(self) -> list[QWidget]:
        ways = ("up", "down", "out")
        lines = (
            (line.field, *(self.buttons[number, way] for way in ways), *filter(None, [self.turns.get(number)]))
            for number, line in enumerate(self.lines)
        )
        return [stop for line in lines for each in line for stop in stops_in(each)] + stops_in(self.more)

    def tell_item(self, place: int, sentence: str) -> QWidget | None:
        """What is wrong with a message, by its place in `keys`; the field to go to."""
        filled = [line for line in self.lines if line.field.edit.text().strip()] or self.lines[:1]
        if place >= len(filled):
            return None
        filled[place].fault.tell(sentence)
        filled[place].field.edit.setAccessibleDescription(sentence)
        return filled[place].field.edit

    def tell(self, sentence: str) -> None:
        """What is wrong with all of them."""
        super().tell(sentence)
        for line in self.lines:
            line.fault.tell("")
            line.field.edit.setAccessibleDescription("")

    def _fill(self, written: list[Plain]) -> None:
        clear(self._rows)
        self.lines, self.buttons, self.turns = [], {}, {}
        for number, one in enumerate(written):
            self._rows.addWidget(self._row(number, one, len(written)))
        self.focus_on = self.lines[0].field.edit

    def _row(self, number: int, written: Plain, count: int) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.XS)
        field = Field(self._look, self.tr("Message {n}").format(n=number + 1), "say", empties=False)
        field.edit.setText(in_own_words(_said(written)))
        field.edit.setCursorPosition(0)
        field.changed.connect(self.changed)
        beside = Beside(self._look.px(250), space.XS)
        beside.addWidget(field)
        beside.addWidget(self._ways(number, count))
        column.addLayout(beside)
        if isinstance(written, Mapping) and _asks(written) and "to" in written:
            turn = Button(self._look, self._asked(str(written["to"])), "text", "turn", sizes.BUTTON_SMALL)
            turn.setAccessibleName(self.tr("Message {n}: {asks}").format(n=number + 1, asks=turn.text()))
            turn.clicked.connect(lambda: self._turn(number))
            column.addLayout(at_start(turn))
            self.turns[number] = turn
        if isinstance(written, Mapping) and "exercise" in written:
            ident = str(written["exercise"])
            told = self.tr("Passed over for whom this is not: {exercise}")
            note = told.format(exercise=self._titles.get(ident, ident))
            column.addWidget(Label(self._look, note, SMALL, "ink2", wrap=True))
        fault = Fault(self._look)
        column.addWidget(fault)
        self.lines.append(_Line(written, field, fault))
        return whole

    def _ways(self, number: int, count: int) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        ways = (
            ("up", "chevu", self.tr("Move message {n} up"), number > 0),
            ("down", "chevd", self.tr("Move message {n} down"), number < count - 1),
            ("out", "close", self.tr("Take out message {n}"), count > 1),
        )
        for way, icon, name, is_possible in ways:
            button = RoundButton(self._look, icon, name.format(n=number + 1), sizes.BUTTON_MODEST, "none")
            button.setEnabled(is_possible)
            button.clicked.connect(lambda _checked=False, way=way: self._do(number, way))
            self.buttons[number, way] = button
            row.addWidget(button)
        return holder

    def _do(self, number: int, way: str) -> None:
        values = [line.value() for line in self.lines]
        one = values.pop(number)
        place = number
        if way != "out":
            place = number + (-1 if way == "up" else 1)
            values.insert(place, one)
        self._fill(values)
        place = min(place, len(values) - 1)
        button = self.buttons[place, way]
        take_keyboard(button if button.isEnabled() else self.lines[place].field.edit)
        self.changed.emit()

    def _turn(self, number: int) -> None:
        values = [line.value() for line in self.lines]
        values[number] = _turned(values[number])
        self._fill(values)
        take_keyboard(self.turns[number])
        self.changed.emit()

    def _asked(self, position: str) -> str:
        return self.tr("Asks to stand") if position == "standing" else self.tr("Asks to sit")

    def _add(self) -> None:
        """Where they ask to sit and to stand, one more asks for what the last does not."""
        values = [line.value() for line in self.lines]
        last = values[-1]
        if isinstance(last, Mapping) and _asks(last) and "to" in last:
            self._fill([*values, _turned({"say": "", "to": last["to"]})])
        else:
            self._fill([*values, ""])
        take_keyboard(self.lines[-1].field.edit)
        self.changed.emit()
