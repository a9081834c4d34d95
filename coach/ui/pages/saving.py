"""Where a file shall go, asked in the system's own dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from coach.files import is_there

AskFile = Callable[[QWidget, str, str, str], str]
"""(parent, title, suggested path, filters) -> the path chosen, or ""."""


def ask_file(parent: QWidget, title: str, suggested: str, filters: str) -> str:
    """Asks the person in the system's own dialog."""
    return QFileDialog.getSaveFileName(parent, title, suggested, filters)[0]


def ask_known_file(parent: QWidget, title: str, suggested: str, filters: str) -> str:
    """Asks for a file that is there, in the system's own dialog."""
    return QFileDialog.getOpenFileName(parent, title, suggested, filters)[0]


def usual_folder(place: QStandardPaths.StandardLocation) -> Path:
    """The person's folder for such things; their own where that is not there: a dialog that is told a folder that does
    not exist opens wherever the program runs.
    """
    folder = Path(QStandardPaths.writableLocation(place))
    return folder if folder.is_absolute() and is_there(folder) and folder.is_dir() else Path.home()
