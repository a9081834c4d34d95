"""What stands first on an exercise's page: what to have checked before it, and the way to begin it by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.content.catalogue import Catalogue
from coach.content.model import Exercise
from coach.today.standing import standing_of
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HEADING, SMALL
from coach.ui.pages.page import Paths
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Flow
from coach.ui.words import common as words
from coach.wiring.why_not import why_not
from coach.words import safety

if TYPE_CHECKING:
    from coach.wiring import Parts


def check_first(look: Look, catalogue: Catalogue, exercise: Exercise) -> Card | None:
    """The conditions with which a professional should look at it first; None where it has none."""
    asked = catalogue.safety.conditions
    conditions = [asked[name] for name in exercise.check_first if name in asked]
    if not conditions:
        return None
    card = Card(look, space.XL, tone="wsoft")
    column = QVBoxLayout(card)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(space.XS)
    row = QHBoxLayout()
    row.setSpacing(space.S_LOOSE)
    row.addWidget(IconLabel(look, "shield", 20, "warn"))
    row.addWidget(Label(look, safety.ask_first_if(words.LANGUAGE), HEADING, "warn", wrap=True), 1)
    column.addLayout(row)
    for condition in conditions:
        column.addWidget(Label(look, words.say(condition), SMALL, wrap=True))
    return card


class StartRow(Flow):
    """Start, how long it takes by itself, and what its records are for; or why it does not begin for this person."""

    def __init__(self, parts: Parts, look: Look, to: Paths, exercise: Exercise) -> None:
        super().__init__(space.XL)
        timeline = parts.timeline("exercise", exercise.id)
        self.start = Button(
            look, QCoreApplication.translate("ExerciseStart", "Start"), "primary", "play", height=sizes.BUTTON_LARGE
        )
        self.start.setObjectName("start")
        self.start.setAccessibleDescription(words.say(exercise.title))
        self.start.clicked.connect(lambda: to.start.emit("exercise", exercise.id))
        told = why_not(parts, "exercise", exercise.id, words.LANGUAGE)
        standing = standing_of(parts.library.catalogue.safety, parts.store, parts.clock.wall())
        if not told and standing.locked is not None:
            told = safety.refusal(words.LANGUAGE, standing)
        self.start.setEnabled(not told)
        by_itself = QCoreApplication.translate("ExerciseStart", "{length} by itself, with the dose below")
        self.about = Label(
            look, told or by_itself.format(length=words.takes(timeline)), BODY, "warn" if told else "ink2", wrap=True
        )
        self.about.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.addWidget(self.start)
        self.addWidget(self.about)
