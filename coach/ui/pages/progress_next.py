"""What rises next, with its reason and a say in it; and what followed lately."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from coach.progression.coming import Coming
from coach.progression.past import What
from coach.today.soreness import Soreness
from coach.ui.announce import Announcer
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HEADING, SMALL
from coach.ui.pages.progress_cards import TitledColumn
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow
from coach.ui.words import common as words
from coach.words import coming
from coach.words import progression as reasons

if TYPE_CHECKING:
    from coach.wiring import Parts

_LATELY = 2


class NextStep(QObject):
    """`card()` for the page; `changed` when something was chosen or taken back."""

    changed = Signal()

    def __init__(self, parts: Parts, look: Look, owner: QObject) -> None:
        super().__init__(owner)
        self._parts, self._look = parts, look
        self._chosen: tuple[str, str] | None = None
        """What was chosen last, in words, and the record that keeps it."""

    def forget(self) -> None:
        """What was chosen last is not to be taken back here any more."""
        self._chosen = None

    def card(self, sore: Soreness | None, *, is_locked: bool) -> NextStepCard | None:
        """What rises next; None where nothing does, or nothing is exercised for now."""
        found = None if is_locked else self._parts.coming()
        if found is None and self._chosen is None:
            return None
        card = NextStepCard(self._parts, self._look)
        if self._chosen is not None:
            sentence, uid = self._chosen
            card.tell_chosen(sentence).clicked.connect(partial(self._undo, uid))
        elif found is not None:
            routine, step = found
            card.offer(step, sore)
            card.took.connect(partial(self._choose, routine, step))
        if found is not None:
            card.tell_lately(found[0])
        return card

    def _choose(self, routine: str, step: Coming, what: What) -> None:
        uid = self._parts.store.add_choice(routine, step.named, what)
        exercises = self._parts.library.catalogue.exercises
        self._chosen = coming.chosen(words.LANGUAGE, step, exercises, is_taken=what == "up"), uid
        self.changed.emit()

    def _undo(self, uid: str) -> None:
        self._parts.store.delete(uid)
        self._chosen = None
        self.changed.emit()


class NextStepCard(TitledColumn):
    """`took` with the choice: up or hold."""

    took = Signal(object)

    def __init__(self, parts: Parts, look: Look) -> None:
        super().__init__(look, self.tr("Next step"))
        self._parts = parts
        self.announcer = Announcer(self)
        self.first: Button | None = None

    def offer(self, step: Coming, sore: Soreness | None) -> None:
        """What comes and what it takes, and the two ways."""
        exercises = self._parts.library.catalogue.exercises
        told = coming.next_step(words.LANGUAGE, step, exercises)
        self.column.addWidget(Label(self._look, told, HEADING, wrap=True))
        self.say(coming.when_it_rises(words.LANGUAGE, step))
        if sore is not None:
            self.say(self.tr("Some pain was told lately: it can wait."))
        row = Flow(space.S)
        self.first = self._button(row, coming.take_it(words.LANGUAGE), "primary" if sore is None else "tonal", "up")
        self._button(row, coming.stay(words.LANGUAGE, step), "tonal", "hold")
        self.column.addLayout(row)
        self.column.addStretch(1)

    def _button(self, row: Flow, word: str, kind: str, what: What) -> Button:
        button = Button(self._look, word, kind, height=sizes.BUTTON_SMALL)
        button.clicked.connect(lambda: self.took.emit(what))
        row.addWidget(button)
        return button

    def tell_chosen(self, sentence: str) -> Button:
        """What was chosen; the button that takes it back."""
        self.column.addWidget(Label(self._look, sentence, BODY, wrap=True))
        undo = Button(self._look, self.tr("Undo"), "text", height=sizes.BUTTON_SLIM)
        undo.setAccessibleDescription(sentence)
        self.column.addWidget(undo, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.first = undo
        return undo

    def tell_lately(self, routine: str) -> None:
        """What changed lately in a routine, and why."""
        exercises = self._parts.library.catalogue.exercises
        for one in [one for one in self._parts.own(routine).changed if one.why is not None][:_LATELY]:
            told = reasons.why(words.LANGUAGE, one, exercises)
            if told:
                title = words.say(one.rung.exercise.title)
                self.column.addWidget(Label(self._look, f"{title}: {told}.", SMALL, "ink2", wrap=True))
