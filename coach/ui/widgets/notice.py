"""Something the person should know: a sentence in a quiet band, what to do, and a way to put it away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.content.library_files import kind_by_place
from coach.content.problem import Problem
from coach.ui.look import sizes, space
from coach.ui.look.mirror import margins
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HEADING, SMALL
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.icon_buttons import RoundButton
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.words.qt_language import LANGUAGE

_SHOWN = 4


class Notice(Card):
    """A sentence in colours of caution (`kind` caution) or of information (`state`); `closed` when put away."""

    closed = Signal()

    def __init__(
        self, look: Look, sentence: str, kind: str = "caution", action: str = "", parent: QWidget | None = None
    ) -> None:
        ground, ink, icon = ("wsoft", "warn", "warn") if kind == "caution" else ("psoft", "pine", "info")
        super().__init__(look, 14, 16, ground, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(space.XS, 0, 0, 0))
        row.setSpacing(space.M)
        row.addWidget(IconLabel(look, icon, 22, ink), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(look, sentence, BODY.semibold, "ink", wrap=True, align=Qt.AlignmentFlag.AlignVCenter), 1)
        self.action: Button | None = None
        if action:
            self.action = Button(look, action, "secondary", height=sizes.BUTTON_SMALL)
            row.addWidget(self.action)
        close = RoundButton(look, "close", self.tr("Close"), sizes.BUTTON_SLIM, "none")
        close.clicked.connect(self.hide)
        close.clicked.connect(self.closed)
        row.addWidget(close)


class Problems(Card):
    """What is wrong in the content's files, line by line; the rest of the library goes on working."""

    def __init__(self, look: Look, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(look, 18, 16, "wsoft", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.XS)
        head = QHBoxLayout()
        head.setSpacing(space.M)
        head.addWidget(IconLabel(look, "warn", 22, "warn"))
        count = len(problems)
        title = LANGUAGE.translate("Notice", "%n problems in your files", "A file has a problem", count)
        head.addWidget(Label(look, title, HEADING))
        head.addStretch(1)
        column.addLayout(head)
        for problem in problems[:_SHOWN]:
            column.addWidget(Label(look, str(problem), SMALL, "ink2", wrap=True))
        if count > _SHOWN:
            more = count - _SHOWN
            rest = LANGUAGE.translate(
                "Notice",
                "and %n more; `posture-coach check` lists them all",
                "and 1 more; `posture-coach check` lists them all",
                more,
            )
            column.addWidget(Label(look, rest, SMALL, "ink2", wrap=True))


def problems_of(problems: Iterable[Problem], kinds: Collection[str], ident: str | None = None) -> list[Problem]:
    """Those in files of these kinds; with `ident`, in the files that are (or would be) this thing alone."""
    return [
        problem for problem in problems if kind_by_place(problem.file) in kinds and ident in (None, problem.file.stem)
    ]
