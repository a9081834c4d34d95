"""A step of the welcome: what it is about, its control, and on, back, or past it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.pages.framed import Framed
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.layouts import Flow
from coach.ui.widgets.pips import Pips
from coach.ui.words.common import place_among


class Step(Framed):
    """`onward`, `back`, `skipped`: then `undo` has brought back what was before. Return goes on, Escape skips."""

    onward, back, skipped = Signal(), Signal(), Signal()

    def __init__(
        self,
        look: Look,
        place: tuple[int, int],
        title: str,
        text: str,
        control: QWidget | QLayout,
        undo: Callable[[], object],
    ) -> None:
        super().__init__(look)
        self._undo = undo
        self.on_return, self.on_escape = self.onward.emit, self.skip
        self.control = control
        number, count = place
        self.rows.addStretch(1)
        self.say(place_among(number, count), title, text)
        self.rows.addSpacing(space.S)
        if isinstance(control, QLayout):
            self.rows.addLayout(control)
        else:
            self.rows.addWidget(control)
        self.rows.addSpacing(space.S)
        pips = Pips(look, is_left=True, named="")  # the line above says it
        pips.tell(number, count)
        self.rows.addWidget(pips)
        foot = Flow(space.L)
        self.next_button = Button(look, self.tr("Go on"), "primary", height=sizes.BUTTON_LARGE, trailing="arrow")
        self.back_button = Button(look, self.tr("Back"), "secondary", height=sizes.BUTTON_LARGE)
        self.skip_button = Button(look, self.tr("Skip"), "text", height=sizes.BUTTON_LARGE)
        self.next_button.clicked.connect(self.onward)
        self.back_button.clicked.connect(self.back)
        self.skip_button.clicked.connect(self.skip)
        for button in (self.next_button, self.back_button, self.skip_button):
            foot.addWidget(button)
        self.rows.addLayout(foot)
        self.rows.addStretch(2)

    def skip(self) -> None:
        """On without what was chosen here."""
        self._undo()
        self.skipped.emit()


class LastStep(Framed):
    """What comes next: `chosen` the wall test (True), or to look around."""

    chosen = Signal(bool)
    back = Signal()

    def __init__(self, look: Look, *, has_test: bool) -> None:
        super().__init__(look)
        self.on_return = lambda: self.chosen.emit(has_test)
        self.on_escape = lambda: self.chosen.emit(False)
        self.rows.addStretch(1)
        text = self.tr("You can change all of it in Settings.")
        if has_test:
            text = self.tr("The wall test finds you a place to start. It takes two or three minutes and a free wall.")
        self.say(self.tr("That is all"), self.tr("Next: the wall test") if has_test else self.tr("Ready"), text)
        self.rows.addSpacing(space.S)
        foot = Flow(space.L)
        self.test_button = Button(
            look, self.tr("To the wall test"), "primary", height=sizes.BUTTON_LARGE, trailing="arrow"
        )
        self.today_button = Button(
            look, self.tr("To Today"), "secondary" if has_test else "primary", height=sizes.BUTTON_LARGE
        )
        self.back_button = Button(look, self.tr("Back"), "text", height=sizes.BUTTON_LARGE)
        self.test_button.clicked.connect(lambda: self.chosen.emit(True))
        self.today_button.clicked.connect(lambda: self.chosen.emit(False))
        self.back_button.clicked.connect(self.back)
        for button in (self.test_button, self.today_button, self.back_button):
            foot.addWidget(button)
        self.rows.addLayout(foot)
        self.test_button.setVisible(has_test)  # only here is it no window of its own
        self.rows.addStretch(2)
