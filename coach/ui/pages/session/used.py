"""Which band or weight was used: asked at the end of a session, with what is kept of it, and no answer needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.progress.loads import MOST_CHARACTERS
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SMALL
from coach.ui.widgets.field import Field
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Gallery
from coach.ui.words import common as words
from coach.values import dataclass
from coach.words.finish import which_load

_NARROWEST = 250


@dataclass(frozen=True, slots=True)
class Asked:
    """An exercise of which it is asked, and what is kept of it so far."""

    exercise: str
    title: str
    kept: str


class UsedLoads(QWidget):
    """A field for each of `asked`, filled with what is kept; `told` what was written instead."""

    def __init__(self, look: Look, asked: Sequence[Asked], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        self.fields: dict[str, Field] = {}
        """By exercise."""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.XS)
        rows.addWidget(Label(look, which_load(words.LANGUAGE), BODY.bold, wrap=True))
        kept = self.tr("If you like. It is kept, and shown the next time.")
        rows.addWidget(Label(look, kept, SMALL, "ink2", wrap=True))
        rows.addSpacing(space.S)
        fields = Gallery(look.px(_NARROWEST), space.L, most=2)
        for one in asked:
            fields.addWidget(self._field(look, one))
        rows.addLayout(fields)

    def _field(self, look: Look, one: Asked) -> QWidget:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.XS)
        field = self.fields[one.exercise] = Field(
            look, self.tr("Red band, or 3 kg"), "edit", name=which_load(words.LANGUAGE, one.title)
        )
        field.edit.setMaxLength(MOST_CHARACTERS)
        field.edit.setText(one.kept)
        column.addWidget(Label(look, one.title, BODY, wrap=True))
        column.addWidget(field)
        return place

    @property
    def told(self) -> Mapping[str, str]:
        """By exercise what stands there now, where that is something else than before; empty: nothing any more."""
        typed = {ident: "".join(filter(str.isprintable, field.edit.text())) for ident, field in self.fields.items()}
        return {
            one.exercise: " ".join(typed[one.exercise].split())
            for one in self._asked
            if typed[one.exercise].split() != one.kept.split()
        }
