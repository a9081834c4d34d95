"""What the focus routine has that no other has: a length to choose, and a way to keep it as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.content.model import Routine, Text
from coach.progression.focus import FOCUS, Focus, NoFocus
from coach.settings import FOCUS_MINUTES
from coach.ui.announce import Announcer
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_TITLE, SMALL
from coach.ui.pages.page import Paths
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow, clear
from coach.ui.widgets.segmented import Segmented
from coach.ui.words import common as words
from coach.values import replace
from coach.wiring.own_files import free_id, keep_routine, kept_as, take_back
from coach.words.numbers import number
from coach.words.progression import no_focus, short_focus

if TYPE_CHECKING:
    from coach.wiring import Parts

MINUTES = (5, 8, 12)


def is_made(parts: Parts) -> bool:
    """Whether the focus routine is one that the program puts together; a file of the person's own takes its place."""
    return FOCUS not in parts.library.catalogue.routines


def short_words(parts: Parts) -> str:
    """That the lists of its areas do not reach as far as was asked; "" where they do, or there is none."""
    made = parts.focus()
    if not isinstance(made, Focus):
        return ""
    return short_focus(words.LANGUAGE, made, parts.timeline("routine", FOCUS))


def as_yours(parts: Parts) -> Routine | None:
    """The focus routine as it is named among others, with what it is for; None where there is none to start."""
    if not is_made(parts) or not parts.has("routine", FOCUS):
        return None
    own = parts.own(FOCUS)
    title = words.LANGUAGE.translate("FocusRoutine", "Your focus routine")
    return None if own.is_empty else replace(own.routine, title=Text(title), summary=own.routine.why)


class WithoutFocus(Card):
    """Why there is no focus routine, and what leads to one."""

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        super().__init__(look)
        made, catalogue = parts.focus(), parts.library.catalogue
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.M)
        if not isinstance(made, NoFocus):
            return
        areas = {ident: words.say(area.title) for ident, area in catalogue.areas.items()}
        column.addWidget(Label(look, self.tr("No focus routine yet"), CARD_TITLE, wrap=True))
        column.addWidget(Label(look, no_focus(words.LANGUAGE, made, areas), BODY, "ink2", wrap=True))
        ways = Flow(space.M)
        if made.why == "too-short":
            minutes = FocusMinutes(parts, look)
            minutes.chosen_minutes.connect(lambda: to.routine.emit(FOCUS))
            ways.addWidget(minutes)
        elif made.why == "no-test" and catalogue.tests:
            test = Button(look, self.tr("To the wall test"), "primary", "wall")
            test.clicked.connect(lambda: to.go.emit("walltest"))
            ways.addWidget(test)
        if catalogue.routines:
            others = Button(look, self.tr("See all routines"), "secondary")
            others.clicked.connect(lambda: to.go.emit("routines"))
            ways.addWidget(others)
        column.addLayout(ways)


class FocusMinutes(Segmented):
    """How long it shall be; `chosen_minutes` when that is kept."""

    chosen_minutes = Signal()

    def __init__(self, parts: Parts, look: Look) -> None:
        now = parts.store.get(FOCUS_MINUTES)
        name = words.LANGUAGE.translate("FocusMinutes", "How long")
        told = words.LANGUAGE.translate("FocusMinutes", "{n} min")
        lengths = sorted({*map(float, MINUTES), now})
        super().__init__(
            look, name, [(f"{n:g}", told.format(n=number(n, words.LANGUAGE))) for n in lengths], f"{now:g}"
        )
        self._parts = parts
        self.chosen.connect(self._keep)

    def _keep(self, minutes: str) -> None:
        self._parts.store.keep(FOCUS_MINUTES, float(minutes))
        self.chosen_minutes.emit()


class SaveForLater(QObject):
    """Keeps the focus routine as one of the person's own. `button` goes beside Start, `line` below it: it says what was
    kept, opens it, and takes it back.
    """

    def __init__(self, parts: Parts, look: Look, to: Paths, owner: QWidget, height: float = sizes.BUTTON) -> None:
        self.line = QWidget(owner)
        super().__init__(self.line)  # it goes with its line
        self._parts, self._look, self._to = parts, look, to
        self.announcer = Announcer(self.line)
        self.button = Button(look, self.tr("Save for later"), "secondary", height=height)
        self.button.clicked.connect(self._save)
        self._inside = QVBoxLayout(self.line)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.line.hide()
        self.open_button: Button | None = None
        self.undo_button: Button | None = None

    def _save(self) -> None:
        made = self._parts.focus()
        if not isinstance(made, Focus):
            return
        today = self._parts.clock.wall().date()
        title = self.tr("Focus routine of {date}, {n} min").format(
            date=words.short_date(today), n=number(made.wanted / 60, words.LANGUAGE)
        )
        home, catalogue = self._parts.home, self._parts.library.catalogue
        wanted, kept = f"{FOCUS}-{today.isoformat()}", replace(made.routine, title=Text(title))
        try:
            ident = kept_as(home, kept, wanted) or free_id(home, catalogue, wanted)
            keep_routine(home, kept, ident)
        except OSError as problem:
            self._tell(self.tr("It could not be kept: {why}.").format(why=problem.strerror or problem), "warn")
            return
        self._parts.library.refresh()
        self.button.setEnabled(False)
        self.button.setText(self.tr("Saved"))
        self._tell(self.tr("Kept among your routines as \u201c{title}\u201d.").format(title=title), "ink2")
        self._add_ways(kept, ident)

    def _add_ways(self, kept: Routine, ident: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(space.M)
        self.open_button = Button(self._look, self.tr("Open"), "text", height=sizes.BUTTON_SLIM)
        self.open_button.clicked.connect(lambda: self._to.routine.emit(ident))
        self.undo_button = Button(self._look, self.tr("Undo"), "text", height=sizes.BUTTON_SLIM)
        self.undo_button.clicked.connect(lambda: self._undo(kept, ident))
        row.addWidget(self.open_button)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        self._inside.addLayout(row)
        self.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo(self, kept: Routine, ident: str) -> None:
        try:
            is_gone = take_back(self._parts.home, kept, ident)
        except OSError:
            is_gone = False
        self._parts.library.refresh()
        if not is_gone:
            self._tell(self.tr("Its file has been changed since; it stays."), "ink2")
            return
        self.button.setEnabled(True)
        self.button.setText(self.tr("Save for later"))
        self._tell(self.tr("Taken back."), "ink2")
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, sentence: str, tone: str) -> None:
        clear(self._inside)
        self.open_button = self.undo_button = None
        self._inside.addWidget(Label(self._look, sentence, SMALL, tone, wrap=True))
        self.line.show()
        self.announcer.say(sentence)
