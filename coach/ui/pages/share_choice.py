"""A routine of one's own for somebody else: who it is from, and then where the file shall be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.content.sharing.facts import LONGEST_NAME
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.widgets.field import Field
from coach.ui.widgets.labels import Label
from coach.ui.widgets.save_row import SaveRow
from coach.ui.words.common import LANGUAGE
from coach.words import sharing as sentences

if TYPE_CHECKING:
    from coach.wiring import Parts


class ShareChoice(QWidget):
    """`save` when the person is content with it, `left` when not; `by` is who it is from, None where nobody says."""

    save, left = Signal(), Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.XS, space.S, space.XS, space.XS)  # a ring around what has the keyboard
        column.setSpacing(space.S)
        text = self.tr(
            "One file with this routine and the exercises and figures of yours that it needs. Nothing else of you is "
            "in it. Who gets it takes it in on their page Routines."
        )
        column.addWidget(Label(look, text, BODY, "ink2", wrap=True, widest=640))
        self.field = Field(look, self.tr("Your name, if you like"), "edit", empties=False)
        self.field.edit.setMaxLength(LONGEST_NAME)
        column.addWidget(self.field)
        row = SaveRow(look, self.tr("Save the file"), "file", self.save, self.left)
        self.button = row.button
        column.addLayout(row)

    @property
    def by(self) -> str | None:
        """Who it is from; what nobody can see is left out of a name."""
        name = " ".join("".join(one for one in self.field.edit.text() if one.isprintable()).split())
        return name or None


def saved(parts: Parts, ident: str, by: str | None, path: Path) -> str:
    """Write the file, and what became of it in words; it may take a second, and any thread may do it."""
    from coach.content.sharing.gathering import NotShareableError  # whoever only looks at a routine needs no reader
    from coach.sharing.out import make_ready, save
    from coach.sharing.wrong import SharingError

    try:
        ready = make_ready(parts, ident, by)
        if ready.problems:
            return f"{sentences.not_sound(LANGUAGE, ident, len(ready.problems))}: {ready.problems[0]}"
        save(ready, path)
    except NotShareableError as error:
        return sentences.cannot_come(LANGUAGE, error.kind, error.id, error.named_in)
    except SharingError as error:
        return sentences.file_problem(LANGUAGE, error.what, error.path, error.detail)
    return sentences.saved(LANGUAGE, path)
