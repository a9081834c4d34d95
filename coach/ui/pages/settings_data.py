"""Your data: a copy in a file, such a file taken in, and all of it deleted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from coach.history_file import HistoryFileError, save
from coach.ui.announce import Announcer
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SMALL
from coach.ui.pages.saving import AskFile, ask_file, ask_known_file, usual_folder
from coach.ui.pages.settings_rows import SettingsCard, setting_row
from coach.ui.pages.taking_in import TakingIn
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.labels import Label
from coach.ui.widgets.question import Asked
from coach.ui.words.common import LANGUAGE
from coach.words import data_file, history_file

if TYPE_CHECKING:
    from coach.wiring import Parts

ENDING = ".jsonl"


class DataCard(SettingsCard):
    """Where everything lies, and the ways out and in. What became of it stands below and is said aloud. `changed` when
    something was taken in, or all was deleted.
    """

    changed = Signal()

    def __init__(self, parts: Parts, look: Look, ask: AskFile = ask_file, ask_known: AskFile = ask_known_file) -> None:
        super().__init__(look, QCoreApplication.translate("DataCard", "Your data"))
        self._parts, self._ask, self._ask_known = parts, ask, ask_known
        self._announcer = Announcer(self)
        self._buttons: list[Button] = []
        text = self.tr("Everything stays on this computer. The program opens no network connection.")
        self.column.addWidget(Label(look, text, BODY, "ink2", wrap=True))
        place = Label(look, str(parts.home.data), SMALL, "ink2", wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.column.addWidget(place)
        self._row(
            self.tr("A copy in a file"),
            self.tr("All that you did and told, as a backup or for another computer."),
            self.tr("Save a copy"),
            "file",
            self.save_copy,
        )
        self._row(
            self.tr("Take a file in"),
            self.tr("A copy, or another computer's history: nothing doubles, and of each entry the newest stays."),
            self.tr("Take in"),
            "plus",
            self.take_in,
        )
        self._row(
            self.tr("Delete all"),
            self.tr("All that you did and told; your settings stay."),
            self.tr("Delete all"),
            "close",
            self.ask_about_a_copy,
        )
        below = QVBoxLayout()
        self.column.addLayout(below)
        self._asked = Asked(look, self._announcer, below)
        self.told = Label(look, "", BODY.semibold, wrap=True)
        self.told.hide()
        self.column.addWidget(self.told)
        general = self.tr("General exercise information, not a diagnosis and not a replacement for a professional.")
        self.column.addWidget(Label(look, general, SMALL, "ink2", wrap=True))
        taking = TakingIn.under_way(parts.store)
        if taking is not None:  # it was begun here, and the page was left meanwhile
            self._wait_for(taking)

    def _row(self, title: str, note: str, word: str, icon: str, act: Callable[[], object]) -> None:
        button = Button(self._look, word, "secondary", icon)
        button.clicked.connect(act)
        self._buttons.append(button)
        setting_row(self._look, self.column, title, note, button)

    def save_copy(self) -> bool:
        """Ask where, and write all of it there; whether there is a copy now."""
        now = self._parts.clock.wall()
        name = f"posture-coach-{now:%Y-%m-%d}{ENDING}"
        chosen = self._ask(
            self,
            self.tr("A copy in a file"),
            str(_folder() / name),
            self._filters(),
        )
        if not chosen:
            return False
        path = Path(chosen)
        path = path if path.suffix else path.with_name(path.name + ENDING)
        try:
            save(self._parts.store, now, path)
        except HistoryFileError as error:
            self.tell(history_file.problem(LANGUAGE, error.problem))
            return False
        self.tell(self.tr("Saved as {path}.").format(path=path))
        return True

    def take_in(self) -> None:
        """Ask for a file and merge what is in it."""
        chosen = self._ask_known(
            self,
            self.tr("Take a file in"),
            str(_folder()),
            self._filters(),
        )
        if not chosen:
            return
        taking = TakingIn(self._parts)
        self._wait_for(taking)
        taking.begin(Path(chosen))

    def _wait_for(self, taking: TakingIn) -> None:
        """Say that it goes on; nothing else is done with the data until it has ended."""
        self._set_busy(True)
        self.tell(self.tr("The file is being taken in. This may take a few seconds; you can go on meanwhile."))
        taking.ended.connect(self._has_ended)

    def _has_ended(self, sentence: str) -> None:
        self.changed.emit()
        self._set_busy(False)
        self.tell(sentence)

    def _set_busy(self, is_busy: bool) -> None:
        for button in self._buttons:
            button.setEnabled(not is_busy)

    # --- deleting, asked twice

    def ask_about_a_copy(self) -> None:
        """The first question: a copy brings all of it back, so it is offered before anything goes."""
        self._asked.ask(
            self.tr("Before everything goes: would you like a copy? From it all can come back."),
            (
                (self.tr("Save a copy first"), self._copy_first),
                (self.tr("Go on without a copy"), self.ask_again),
                (self.tr("Keep everything"), self._asked.put_away),
            ),
        )

    def _copy_first(self) -> None:
        if self.save_copy():
            self.ask_again()

    def ask_again(self) -> None:
        """The second question, with what is safe first."""
        self._asked.ask(
            self.tr(
                "Every session, test, answer and plan on this computer is deleted, with the program's older copies. "
                "This cannot be undone."
            ),
            ((self.tr("Keep everything"), self._asked.put_away), (self.tr("Delete all now"), self.delete_all)),
        )

    def delete_all(self) -> None:
        """Delete it, and say so."""
        self._asked.put_away()
        why = self._parts.store.forget_all()
        if why is None:
            self.tell(self.tr("Everything is deleted. You begin anew, whenever you like."))
        else:
            self.tell(data_file.notice(LANGUAGE, why))
        self.changed.emit()

    def _filters(self) -> str:
        return self.tr("History of Posture Coach") + f" (*{ENDING})"

    def tell(self, sentence: str) -> None:
        """Say what became of it."""
        self.told.setText(sentence)
        self.told.show()
        self._announcer.say(sentence)


def _folder() -> Path:
    return usual_folder(QStandardPaths.StandardLocation.DocumentsLocation)
