"""For somebody who comes from Workrave, Safe Eyes or Stretchly: what would be set is shown before anything is."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from coach.coming_from.breaks import Breaks
from coach.coming_from.looking import look as look_here
from coach.coming_from.proposal import Proposal, proposals
from coach.content.reminder_file import keys_of
from coach.content.rewriting import NotRewritableError
from coach.ui.announce import Announcer
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HEADING, SMALL
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.focus import take_keyboard
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow, at_start, clear
from coach.ui.widgets.segmented import Segmented
from coach.ui.widgets.tickrow import TickRow
from coach.ui.words import common as words
from coach.wiring.own_reminders import BrokenFileError, ChangedMeanwhileError, OwnReminders
from coach.words import coming_from as sentences
from coach.words import own_reminders

if TYPE_CHECKING:
    from coach.wiring import Parts

Find = Callable[[], Sequence[Breaks]]


def on_this_machine() -> Sequence[Breaks]:
    """What the other programs' settings in this person's home say."""
    return look_here(os.environ, Path.home())


class ComingFrom(Card):
    """`settled` with a sentence when it was set, or with none when it was left."""

    settled = Signal(str)

    def __init__(self, parts: Parts, look: Look, found: Sequence[Breaks]) -> None:
        super().__init__(look, space.XL_LOOSE)
        self._parts, self._found = parts, {breaks.program: breaks for breaks in found}
        self._announcer = Announcer(self)
        self.ticks: list[tuple[Proposal, TickRow]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(space.HAIR, 0, space.HAIR, 0)
        column.setSpacing(space.M)
        title = self.tr("What you had before")
        column.addWidget(Label(look, title, HEADING, wrap=True))
        choices = [(breaks.program, sentences.NAMES[breaks.program]) for breaks in found]
        self.choice = Segmented(look, title, choices, found[0].program)
        self.choice.chosen.connect(self._show)
        column.addLayout(at_start(self.choice))
        self._where = Label(look, "", SMALL, "ink2", wrap=True)
        column.addWidget(self._where)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        self._told = Label(look, "", BODY.semibold, "atext", wrap=True)
        self._told.hide()
        column.addWidget(self._told)
        row = Flow(space.M)
        self.set_button = Button(look, self.tr("Set them so"), "secondary", "check", sizes.BUTTON_MODEST)
        self.set_button.clicked.connect(self._set)
        leave = Button(look, self.tr("Not now"), "text", height=sizes.BUTTON_MODEST)
        leave.clicked.connect(lambda: self.settled.emit(""))
        row.addWidget(self.set_button)
        row.addWidget(leave)
        column.addLayout(row)
        self._show(found[0].program)

    def take_keyboard(self) -> None:
        """Bring the keyboard to the choice."""
        take_keyboard(self.choice.thumb(self.choice.value()))

    def _show(self, program: str) -> None:
        """What would be set, each to be ticked off."""
        breaks = next(breaks for breaks in self._found.values() if breaks.program == program)
        self._where.setText(sentences.where_from(breaks, words.LANGUAGE))
        clear(self._lines)
        self.ticks = []
        for one in proposals(breaks, self._parts.desk.reminders):
            tick = TickRow(self._look, sentences.would_be(one, words.LANGUAGE))
            tick.setToolTip(tick.text())
            tick.setChecked(True)
            tick.clicked.connect(self._follow)
            self.ticks.append((one, tick))
            self._lines.addWidget(tick)
        if not self.ticks:
            nothing = sentences.nothing_to_set(words.LANGUAGE)
            self._lines.addWidget(Label(self._look, nothing, BODY, "ink2", wrap=True))
        self._follow()

    def _follow(self) -> None:
        self.set_button.setEnabled(any(tick.isChecked() for _, tick in self.ticks))

    def _set(self) -> None:
        """Write what is ticked; where something cannot be written, say so, and offer what is left again."""
        wanted = [one for one, tick in self.ticks if tick.isChecked()]
        try:
            for one in wanted:
                self._write(one)
        except BrokenFileError:
            self._tell(own_reminders.broken(words.LANGUAGE))
        except ChangedMeanwhileError:
            self._tell(own_reminders.changed_meanwhile(words.LANGUAGE))
        except KeyError:
            self._tell(own_reminders.gone(words.LANGUAGE))
        except (OSError, UnicodeDecodeError, NotRewritableError) as problem:
            self._tell(own_reminders.not_saved(problem, str(self._folder), words.LANGUAGE))
        else:
            self.settled.emit(sentences.was_set(len(wanted), words.LANGUAGE))

    @property
    def _folder(self) -> Path:
        return self._parts.folders[1].home_of("reminder")

    def _write(self, one: Proposal) -> None:
        own = OwnReminders(self._parts)
        draft = own.opened(one.reminder.id)
        own.save(draft, {**keys_of(draft.shown), **one.keys()})

    def _tell(self, sentence: str) -> None:
        self._show(self.choice.value())
        self._told.setText(sentence)
        self._told.show()
        self._announcer.say(sentence)
        take_keyboard(self.set_button)
