"""What is asked when the window is closed for the first time on a desktop that shows no icons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from coach.settings import WITHOUT_TRAY_WAYS, WithoutTray
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.pages.framed import Framed
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.choice_card import TopicCard
from coach.ui.words.common import LANGUAGE
from coach.words import without_tray as words

_ICONS: dict[WithoutTray, str] = {"go-on": "reminders", "minimise": "chevd", "end": "stop"}


class WithoutTrayPage(Framed):
    """`chosen` what becomes of the program; `back`: the window stays. Return is the way that keeps the reminders."""

    chosen = Signal(str)
    back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.on_return = lambda: self.chosen.emit(WITHOUT_TRAY_WAYS[0])
        self.on_escape = self.back.emit
        self.rows.addStretch(1)
        text = self.tr(
            "This desktop shows no icons of programs that run without a window. Choose once; you can change it in "
            "Settings."
        )
        self.say(self.tr("Closing the window"), self.tr("What about the reminders?"), text)
        self.rows.addSpacing(space.S)
        for way in WITHOUT_TRAY_WAYS:
            card = TopicCard(look, _ICONS[way], words.name(way, LANGUAGE), words.note(way, LANGUAGE))
            card.clicked.connect(lambda _checked=False, way=way: self.chosen.emit(way))
            self.rows.addWidget(card)
        self.rows.addSpacing(space.S)
        stay = Button(look, self.tr("Leave the window open"), "text", height=sizes.BUTTON_LARGE)
        stay.clicked.connect(self.back)
        self.rows.addWidget(stay, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addStretch(2)
