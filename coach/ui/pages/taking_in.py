"""Takes a history file in while the window goes on: in a thread of its own, for a long one takes seconds."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from coach.history_file import HistoryFileError, load, take
from coach.progress.store import Store
from coach.ui.words.common import LANGUAGE
from coach.words.history_file import left_out, problem

if TYPE_CHECKING:
    from coach.wiring import Parts


class TakingIn(QObject):
    """`begin(path)`, and then `ended` with what became of it. It belongs to the application, so that a page that was
    left and comes again finds it (`under_way`). Where the program ends meanwhile, nothing of the file is taken.
    """

    ended = Signal(str)
    _told = Signal(str)  # from the other thread to the window's

    def __init__(self, parts: Parts) -> None:
        super().__init__(QCoreApplication.instance())
        self.store, self._parts = parts.store, parts
        self.is_over = False
        self._told.connect(self._end)

    @staticmethod
    def under_way(store: Store) -> TakingIn | None:
        """The one that takes something into this store now."""
        application = QCoreApplication.instance()
        every = [] if application is None else application.findChildren(TakingIn)
        return next((one for one in every if one.store is store and not one.is_over), None)

    def begin(self, path: Path) -> None:
        """Read the file and take it in."""
        threading.Thread(target=self._run, args=(path,), name="a history is taken in", daemon=True).start()

    def _run(self, path: Path) -> None:
        try:
            file = load(path)
            sentence = f"{take(self.store, file, LANGUAGE)}."
        except HistoryFileError as error:
            self._told.emit(problem(LANGUAGE, error.problem))
        else:
            self._parts.fold_past()  # else the next look at Today would wait for it
            self._told.emit(" ".join([sentence, *(left_out(LANGUAGE, line) for line in file.left_out[:1])]))

    def _end(self, sentence: str) -> None:
        self.is_over = True
        self.ended.emit(sentence)
        self.deleteLater()
