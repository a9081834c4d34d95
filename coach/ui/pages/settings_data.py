"""Your data: a copy in a file, and such a file taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from coach.history_file import HistoryFileError, load, save, take
from coach.ui.announce import Announcer
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SMALL
from coach.ui.pages.settings_rows import SettingsCard, setting_row
from coach.ui.pages.take_along import AskFile, ask_file
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.labels import Label
from coach.ui.words.common import LANGUAGE

if TYPE_CHECKING:
    from coach.wiring import Parts

ENDING = ".jsonl"


def ask_known_file(parent: QWidget, title: str, suggested: str, filters: str) -> str:
    """Asks for a file that is there, in the system's own dialog."""
    return QFileDialog.getOpenFileName(parent, title, suggested, filters)[0]


class DataCard(SettingsCard):
    """Where everything lies, and the ways out and in. What became of it stands below and is said aloud."""

    def __init__(self, parts: Parts, look: Look, ask: AskFile = ask_file, ask_known: AskFile = ask_known_file) -> None:
        super().__init__(look, QCoreApplication.translate("DataCard", "Your data"))
        self._parts, self._ask, self._ask_known = parts, ask, ask_known
        self._announcer = Announcer(self)
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
        self.told = Label(look, "", BODY.semibold, wrap=True)
        self.told.hide()
        self.column.addWidget(self.told)
        general = self.tr("General exercise information, not a diagnosis and not a replacement for a professional.")
        self.column.addWidget(Label(look, general, SMALL, "ink2", wrap=True))

    def _row(self, title: str, note: str, word: str, icon: str, act: Callable[[], object]) -> None:
        button = Button(self._look, word, "secondary", icon)
        button.clicked.connect(act)
        setting_row(self._look, self.column, title, note, button)

    def save_copy(self) -> bool:
        """Ask where, and write all of it there; whether there is a copy now."""
        now = self._parts.clock.wall()
        name = f"posture-coach-{now:%Y-%m-%d}{ENDING}"
        chosen = self._ask(self, self.tr("A copy in a file"), str(_folder() / name), self._filters())
        if not chosen:
            return False
        path = Path(chosen)
        path = path if path.suffix else path.with_name(path.name + ENDING)
        try:
            save(self._parts.store, now, path)
        except HistoryFileError as problem:
            self.tell(str(problem))
            return False
        self.tell(self.tr("Saved as {path}.").format(path=path))
        return True

    def take_in(self) -> None:
        """Ask for a file and merge what is in it."""
        chosen = self._ask_known(self, self.tr("Take a file in"), str(_folder()), self._filters())
        if not chosen:
            return
        try:
            file = load(Path(chosen))
            sentence = take(self._parts.store, file, LANGUAGE)
        except HistoryFileError as problem:
            self.tell(str(problem))
        else:
            self.tell(" ".join([f"{sentence}.", *map(str, file.left_out[:1])]))

    def _filters(self) -> str:
        return self.tr("History of Posture Coach") + f" (*{ENDING})"

    def tell(self, sentence: str) -> None:
        """Say what became of it."""
        self.told.setText(sentence)
        self.told.show()
        self._announcer.say(sentence)


def _folder() -> Path:
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_absolute() and folder.is_dir() else Path.home()
