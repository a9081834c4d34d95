"""Every text of every view, as a desktop has it: `python -m tests.ui.all_texts FILE` writes them as JSON, by view."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QSize, QTime
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QSpinBox,
    QWidget,
)

from coach.ui.application import make_application
from coach.ui.look.window_look import WindowLook
from coach.ui.words.qt_language import LANGUAGE
from tests.ui.parts import FakeParts
from tests.ui.seeing import settle
from tests.ui.views import VIEWS
from tests.ui.walking import watched

SIZE = QSize(1180, 760)


def texts_of(widget: QWidget) -> Iterator[str]:
    """What stands in it, and what is said of it; of a field that is written in its menu, too, which is Qt's own."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip(), one.windowTitle())
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            yield one.text()
        if isinstance(one, QSpinBox):
            yield f"{one.prefix()}{one.cleanText()}{one.suffix()}"
        if isinstance(one, QLineEdit):
            menu = one.createStandardContextMenu()
            yield from (action.text() for action in menu.actions())
            menu.deleteLater()


def of_qt() -> list[str]:
    """What Qt says by itself, and as which language's it writes days, times and numbers."""
    every = QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
    buttons = QDialogButtonBox(every | QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Yes)
    message = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.No)
    files = QFileDialog()
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    locale = QLocale()
    long, short = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
    return [
        *(text for widget in (buttons, message, files) for text in texts_of(widget) if "/" not in text),
        locale.toString(QDate(2026, 5, 14), long),
        locale.toString(QTime(21, 5), short),
        locale.toString(1234.5),
        str(locale.firstDayOfWeek()),
    ]


def all_texts() -> dict[str, list[str]]:
    """By view, in the language that wiring decides on for this environment."""
    make_application()
    language = FakeParts().language
    LANGUAGE.speak(language)
    look = WindowLook("light", reduced_motion=True)
    found = {"Qt": of_qt(), "language": [language.tag]}
    with watched() as painted:
        for views, walk in VIEWS.items():
            for name, view in walk(look, SIZE, language):
                settle()
                painted.take()
                view.grab()
                words = [text for _, text in painted.take()[0]]
                found[f"{views}: {name}"] = [text for text in (*texts_of(view), *words) if text]
    return found


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(all_texts(), indent=1), encoding="utf-8")
