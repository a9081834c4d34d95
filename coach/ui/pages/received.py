"""A routine that somebody else made, before it is let in: what it is, whose, what it brings, what nobody looked at."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.content.model import Exercise
from coach.content.sharing.facts import SOMEBODY
from coach.demonstration.posing import is_mirrored
from coach.demonstration.which_figure import figure_of
from coach.session import routine_lines
from coach.session.lasting import length_of
from coach.session.phrases import Phrases
from coach.sharing.naming import free_id, under
from coach.sharing.received import Received, look
from coach.sharing.taking import take
from coach.sharing.wrong import SharingError
from coach.ui.announce import Announcer
from coach.ui.aside import Aside
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_HERO, PAGE_TITLE, SMALL
from coach.ui.pages.page import PageAbout, Paths
from coach.ui.pages.saving import AskFile, ask_known_file, usual_folder
from coach.ui.widgets.back import BackButton
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.chip import Chip
from coach.ui.widgets.focus import take_keyboard
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow, at_start
from coach.ui.widgets.line import HLine
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from coach.values import dataclass
from coach.words import sharing as sentences
from coach.words.sentences import joined

if TYPE_CHECKING:
    from coach.wiring import Parts

_PICTURE_WIDE, _PICTURE_HIGH = 84, 58
_MOST_SHOWN = 40  # exercises; the longest shipped routine has a quarter of that
_MOST_TOLD = 6  # problems: who gets a file does not mend it


@dataclass(frozen=True, slots=True)
class Found:
    """What a file was found to be. `beside`: the same under names that are free, where something has those in it."""

    received: Received | None = None
    beside: Received | None = None
    error: SharingError | None = None


def find(parts: Parts, path: Path) -> Found:
    """Look at a file; it may take a second, and any thread may do it."""
    try:
        received = look(parts, path)
        beside = under(parts, received, free_id(parts, received)) if received.clashes else None
    except SharingError as error:
        return Found(error=error)
    return Found(received, beside)


class ReceivedPage(PageAbout):
    """`appear(path)` looks at a file and shows what is in it; without one, or for another, a file can be chosen."""

    first: Button
    """What is done first with the file."""

    opens: Button
    """What has the keyboard once the file was looked at. All of what is let in is seen before what lets it in, which
    stands below it: there it is the way back, above."""

    def __init__(self, parts: Parts, look: Look, to: Paths, ask: AskFile = ask_known_file) -> None:
        super().__init__(look)
        self.entitle(self.tr("A routine from somebody else"))
        self._parts, self._to, self._ask = parts, to, ask
        self._announcer = Announcer(self)
        self._found: Found | None = None
        self._of: object = None
        self._sentence = ""

    def appear(self, about: str = "", before: str = "") -> None:
        """Look at the file `about`, where that was not done since it or the library changed."""
        now = (about, _stamp(about), id(self._parts.library.catalogue))
        if now != self._of:
            self._of, self._found, self._sentence = now, None, ""
            if about:
                looking = Aside(partial(find, self._parts, Path(about)))
                looking.ended.connect(partial(self._looked, now))
                looking.begin()
        super().appear(about, before)

    def _looked(self, of: object, found: Found) -> None:
        if of == self._of:
            self.show_found(found)

    def show_found(self, found: Found) -> None:
        """Show what a file is, and say it."""
        self._found = found
        self.refresh()
        self._announcer.say(self._told)
        if self.isVisible():
            take_keyboard(self.opens)

    def build(self, column: QVBoxLayout) -> None:
        back = BackButton(self._look, self.tr("Routines"))
        back.clicked.connect(lambda: self._to.go.emit("routines"))
        column.addLayout(at_start(back))
        column.addWidget(Label(self._look, self.title, PAGE_TITLE, wrap=True))
        self.first = Button(self._look, self.tr("Choose a file"), "secondary", "file")
        self.first.clicked.connect(self.choose)
        self._told = ""
        found = self._found
        if found is None:
            self._tell(column, self._waiting())
        elif found.error is not None:
            error = found.error
            self._tell(column, sentences.file_problem(words.LANGUAGE, error.what, error.path, error.detail))
        elif found.received is not None:
            self._show(column, found.received, found.beside)
        if self.first.parent() is None:
            column.addLayout(at_start(self.first))
        is_long = found is not None and found.received is not None and not found.received.is_there
        self.opens = back if is_long else self.first
        if is_long:
            back.setAccessibleDescription(joined((back.accessibleDescription(), self._told)))
        column.addStretch(1)

    def _waiting(self) -> str:
        if self._id:
            return self.tr("The file is being looked at.")
        return self.tr(
            "Choose the file that you were given, or drop it on the window. It is looked through before anything of it "
            "is let in."
        )

    def _tell(self, column: QVBoxLayout, sentence: str) -> None:
        self._told = sentence
        column.addWidget(Label(self._look, sentence, BODY, "ink2", wrap=True))

    def _show(self, column: QVBoxLayout, received: Received, beside: Received | None) -> None:
        if received.problems or received.routine is None:
            column.addWidget(self._wrong(received))
            return
        if received.is_there:
            self._tell(column, sentences.is_there(words.LANGUAGE, words.say(received.routine.title)))
            self._first_is(self.tr("Open it"), "arrow", partial(self._to.routine.emit, received.routine.id))
            return
        card = Card(self._look, space.XL_LOOSE)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(space.M)
        self._add_what(inner, received)
        self._add_exercises(inner, received)
        self._add_notes(inner, received, beside)
        column.addWidget(card)

    def _wrong(self, received: Received) -> Card:
        """What keeps it out, each with its line."""
        card = Card(self._look, space.XL_LOOSE, tone="wsoft")
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.XS)
        self._told = sentences.has_problems(words.LANGUAGE, received.path, len(received.problems))
        column.addWidget(Label(self._look, self._told, BODY.semibold, wrap=True))
        for problem in received.problems[:_MOST_TOLD]:
            told = sentences.in_its_line(words.LANGUAGE, problem.line, problem.text)
            column.addWidget(Label(self._look, told, BODY, "ink2", wrap=True))
        if len(received.problems) > _MOST_TOLD:
            column.addWidget(Label(self._look, self.tr("And some more."), BODY, "ink2"))
        return card

    # --- the card

    def _add_what(self, column: QVBoxLayout, received: Received) -> None:
        routine, catalogue, shared = received.routine, received.catalogue, received.shared
        assert routine is not None
        assert catalogue is not None
        assert shared is not None
        look = self._look
        title = words.say(routine.title)
        from_whom = sentences.from_whom(words.LANGUAGE, shared.by or SOMEBODY)
        column.addWidget(Label(look, title, CARD_HERO, wrap=True))
        column.addWidget(Label(look, from_whom, BODY.semibold, "atext", wrap=True))
        if routine.summary:
            column.addWidget(Label(look, words.say(routine.summary), BODY, "ink2", wrap=True))
        total = words.total(length_of(routine, catalogue.exercises))
        facts = Flow(space.S)
        facts.addWidget(Chip(look, total, "clock"))
        facts.addWidget(Chip(look, words.goal(routine.goal)))
        column.addLayout(facts)
        self._told = f"{title}. {from_whom} {total}."

    def _add_exercises(self, column: QVBoxLayout, received: Received) -> None:
        routine, catalogue = received.routine, received.catalogue
        assert routine is not None
        assert catalogue is not None
        own = {exercise.id for exercise in received.exercises}
        phrases = Phrases(catalogue.coaching.phrases, words.LANGUAGE.tag)
        lines = routine_lines.lines(routine, catalogue.exercises)
        for line in lines[:_MOST_SHOWN]:
            exercise: Exercise = line.exercise
            row = QHBoxLayout()
            row.setSpacing(space.M)
            figure = figure_of(catalogue, exercise)
            picture = FigurePlace(
                self._look,
                exercise.position,
                _PICTURE_WIDE,
                _PICTURE_HIGH,
                sizes.TILE_RADIUS,
                size=0.66,
                figure=figure,
                mirrored=is_mirrored(line.dose),
            )
            row.addWidget(picture)
            texts = QVBoxLayout()
            texts.setSpacing(space.HAIR)
            texts.addStretch(1)
            texts.addWidget(Label(self._look, words.say(exercise.title), BODY.semibold, wrap=True))
            texts.addWidget(Label(self._look, phrases.dose(line.dose), SMALL, "ink2", wrap=True))
            if exercise.id in own:
                texts.addWidget(Label(self._look, self.tr("Comes with this file"), SMALL, "atext", wrap=True))
            texts.addStretch(1)
            row.addLayout(texts, 1)
            column.addLayout(row)
        if more := len(lines[_MOST_SHOWN:]):
            told = words.LANGUAGE.translate("Received", "and %n more", "and 1 more", more)
            column.addWidget(Label(self._look, told, BODY, "ink2"))

    def _add_notes(self, column: QVBoxLayout, received: Received, beside: Received | None) -> None:
        shared = received.shared
        assert shared is not None
        column.addWidget(HLine(self._look))
        _, *notes = sentences.about(words.LANGUAGE, received.exercises, shared.by)
        if beside is not None:
            notes.append(sentences.clashes(words.LANGUAGE, received.clashes))
        for note in notes:
            column.addWidget(Label(self._look, note, BODY, "ink2", wrap=True))
        told = Label(self._look, self._sentence, BODY.semibold, "warn", wrap=True)
        told.setVisible(bool(self._sentence))
        column.addWidget(told)
        word = self.tr("Take it in") if beside is None else self.tr("Take it in beside yours")
        self._first_is(word, "check", partial(self.take_in, beside or received), "primary")
        leave = Button(self._look, self.tr("Not now"), "text")
        leave.clicked.connect(self.leave)
        row = Flow(space.M)
        row.addWidget(self.first)
        row.addWidget(leave)
        column.addLayout(row)

    def _first_is(self, word: str, icon: str, act: object, kind: str = "secondary") -> None:
        """It takes the place of choosing a file."""
        self.first.deleteLater()
        self.first = Button(self._look, word, kind, icon)
        self.first.setAccessibleDescription(self._told)
        self.first.clicked.connect(act)

    # --- what is done

    def choose(self) -> None:
        """Ask for a file in the system's own dialog, and look at it."""
        folder = usual_folder(QStandardPaths.StandardLocation.DownloadLocation)
        filters = self.tr("Routine of Posture Coach") + " (*.yaml)"
        chosen = self._ask(self, self.title, str(folder), filters)
        if chosen:
            self._to.received.emit(chosen)

    def take_in(self, received: Received) -> None:
        """Let it in, and show the routine."""
        assert received.routine is not None
        try:
            take(self._parts, received)
        except SharingError as error:
            self._sentence = sentences.file_problem(words.LANGUAGE, error.what, error.path, error.detail)
            self.refresh()
            self._announcer.say(self._sentence)
            take_keyboard(self.first)
            return
        self._parts.library.refresh()
        self._forget()
        self._to.routine.emit(received.routine.id)

    def leave(self) -> None:
        """Let nothing in, and go back to the routines."""
        self._forget()
        self._to.go.emit("routines")

    def _forget(self) -> None:
        """A whole library was judged with the file: it is not kept once nobody looks at it."""
        self._found, self._of, self._id = None, None, ""
        self.refresh()


def _stamp(about: str) -> tuple[int, int]:
    try:
        found = Path(about).stat()
    except (OSError, ValueError):
        return 0, 0
    return found.st_mtime_ns, found.st_size
