"""How long somebody stands who sits and stands in turn."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from coach.content import units
from coach.content.reminder_file import length
from coach.content.round_trip import Plain
from coach.ui.look.theme import Look
from coach.ui.pages.reminder.row import FormRow
from coach.ui.widgets.layouts import at_start
from coach.ui.widgets.length import Length
from coach.ui.widgets.segmented import Segmented

_USUAL_SECONDS = 600  # shown where a file says none; our choice


class StandingRow(FormRow):
    """As long as they sit, or a length of its own."""

    def __init__(self, look: Look, written: Plain | None) -> None:
        title = QCoreApplication.translate("StandingRow", "Standing")
        super().__init__(look, title)
        self._written = written
        choices = [("same", self.tr("As long as sitting")), ("own", self.tr("A time of its own"))]
        self.kind = Segmented(look, title, choices, "same" if written is None else "own")
        self.kind.chosen.connect(self._tell)
        self.column.addLayout(at_start(self.kind))
        seconds = _USUAL_SECONDS if written is None else units.duration(str(written))
        self.length = Length(look, self.tr("So long standing, at the desk"), seconds)
        self.length.chosen.connect(self.changed)
        self._at_start = self.length.value()
        self.column.addLayout(at_start(self.length))
        self.focus_on = self.kind.thumb("own")
        self.length.setVisible(written is not None)

    def keys(self) -> dict[str, Plain | None]:
        """`standing` of a file."""
        if self.kind.value() == "same":
            return {"standing": None}
        value = self.length.value()
        return {"standing": length(value) if self._written is None or value != self._at_start else self._written}

    def _tell(self) -> None:
        self.length.setVisible(self.kind.value() == "own")
        self.changed.emit()
