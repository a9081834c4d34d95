"""How a reminder comes: what it offers to start, in which style, how it may be put off, how often at most."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

from coach.content import units
from coach.content.reminder_file import length
from coach.content.round_trip import Plain, is_list
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.pages.reminder.row import FormRow
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.chip import ChoiceChip
from coach.ui.widgets.layouts import Flow, at_start
from coach.ui.widgets.segmented import Segmented
from coach.ui.widgets.stepper import SteppedField, Stepper
from coach.ui.words import common as words

Offers = Callable[[], Sequence[tuple[str, str]]]
"""The ids and titles of what this person may begin, gathered when somebody wants to choose."""

SEVERAL = "..."
"""Stands for the several that a file names: no id."""

USUAL_SNOOZES = (300, 600, 900, 1800, 3600)
"""Seconds; a file may have others, which are shown as well. Our choice."""

_MOST_A_DAY = 1000  # as the format has it


class OfferRow(FormRow):
    """A routine, a test, or nothing to start from the reminder."""

    def __init__(self, look: Look, written: Plain | None, titles: Mapping[str, str], offers: Offers) -> None:
        """`titles` are those of all that a reminder may offer, by id."""
        note = QCoreApplication.translate("OfferRow", "One press on the reminder begins it.")
        super().__init__(look, QCoreApplication.translate("OfferRow", "It offers"), note)
        self._titles, self._offers = titles, offers
        self._several = written if is_list(written) else None
        self._chosen = None if written is None else SEVERAL if is_list(written) else str(written)
        if is_list(written):
            self._titles = {**titles, SEVERAL: several(len(written))}
        self.button = Button(look, "", "secondary", trailing="chevd")
        self.button.clicked.connect(self._open)
        self.column.addLayout(at_start(self.button))
        self.focus_on = self.button
        self._show()

    def keys(self) -> dict[str, Plain | None]:
        """`offer` of a file."""
        return {"offer": self._several if self._chosen == SEVERAL else self._chosen}

    def menu(self) -> QMenu:
        """What may be chosen: nothing, or what this person may begin now. What is offered already may stay."""
        menu = QMenu(self.button)
        menu.setFont(self._look.font(BODY))
        choices = [("", self.tr("Nothing")), *self._offers()]
        for written in (SEVERAL if self._several else None, self._chosen):
            if written is not None and written not in dict(choices):
                choices.insert(1, (written, self._titles.get(written, written)))
        for ident, title in choices:
            action = menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(ident == (self._chosen or ""))
            action.triggered.connect(lambda _checked=False, ident=ident: self._choose(ident))
        return menu

    def _open(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _choose(self, ident: str) -> None:
        self._chosen = ident or None
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        chosen = self._chosen
        title = self.tr("Nothing") if chosen is None else self._titles.get(chosen, chosen)
        self.button.setText(title)
        self.button.setAccessibleName(self.tr("It offers: {title}").format(title=title))


def several(count: int) -> str:
    """What is offered of so many that a file names."""
    told = QCoreApplication.translate("OfferRow", "What fits your focus areas, of {n}")
    return told.format(n=count)


class StyleRow(FormRow):
    """A card, a notification of the desktop, or the whole screen."""

    def __init__(self, look: Look, written: Plain | None) -> None:
        title = QCoreApplication.translate("StyleRow", "Shown as")
        super().__init__(look, title)
        self._notes = {
            "nudge": self.tr("A small card in the corner that never takes the keyboard."),
            "notification": self.tr("As your desktop shows its other notifications."),
            "full-screen": self.tr("Over the whole screen, with a way out."),
        }
        choices = [
            ("nudge", self.tr("Card")),
            ("notification", self.tr("Notification")),
            ("full-screen", self.tr("Full screen")),
        ]
        self.choice = Segmented(look, title, choices, str(written))
        self.choice.chosen.connect(self._tell)
        self.column.addLayout(at_start(self.choice))
        self.focus_on = self.choice.thumb("nudge")
        self.say(self._notes[self.choice.value()])

    def keys(self) -> dict[str, Plain | None]:
        """`show` of a file."""
        return {"show": self.choice.value()}

    def _tell(self, value: str) -> None:
        self.say(self._notes[value])
        self.changed.emit()


class SnoozesRow(FormRow):
    """For how long it may be put off: several lengths, or none."""

    def __init__(self, look: Look, written: Plain | None) -> None:
        super().__init__(look, QCoreApplication.translate("SnoozesRow", "It may be put off for"))
        self._written = list(written) if is_list(written) else []
        there = [units.duration(str(one)) for one in self._written]
        flow = Flow(space.XS_LOOSE)
        self.chips: dict[int, ChoiceChip] = {}
        for seconds in sorted({*there, *USUAL_SNOOZES}):
            chip = ChoiceChip(look, words.length(seconds))
            told = self.tr("It may be put off for {length}")
            chip.setAccessibleName(told.format(length=words.length_in_words(seconds)))
            chip.setChecked(seconds in there)
            chip.clicked.connect(self._tell)
            self.chips[seconds] = chip
            flow.addWidget(chip)
        self.column.addLayout(flow)
        self.focus_on = self.chips[USUAL_SNOOZES[0]]
        self._at_start = self._chosen()
        self._say()

    def keys(self) -> dict[str, Plain | None]:
        """`snooze` of a file."""
        chosen = self._chosen()
        return {"snooze": self._written if chosen == self._at_start else [length(seconds) for seconds in chosen]}

    def _chosen(self) -> list[int]:
        return [seconds for seconds, chip in self.chips.items() if chip.isChecked()]

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self.say("" if self._chosen() else self.tr("It cannot be put off then, only done or skipped."))


class MostRow(FormRow):
    """How often a day at most."""

    def __init__(self, look: Look, written: Plain | None) -> None:
        title = QCoreApplication.translate("MostRow", "At most a day")
        super().__init__(look, title)
        tip = self.tr("Arrow keys for more or fewer, or type the number; 0 sets no limit")
        field = SteppedField(look, title, int(str(written or 0)), 0, _MOST_A_DAY, step=1, tip=tip)
        field.setSpecialValueText(self.tr("no limit"))
        self.number = Stepper(look, field, self.tr("Fewer"), self.tr("More"))
        self.number.chosen.connect(self.changed)
        self.column.addLayout(at_start(self.number))
        self.focus_on = field

    def keys(self) -> dict[str, Plain | None]:
        """`at_most` of a file."""
        return {"at_most": self.number.value() or None}
