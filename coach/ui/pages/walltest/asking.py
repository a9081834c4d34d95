"""What the pages that ask have in common: the room view's ground and size, the parts of the test, and their foot.

The figure stands at the left where the room view has it, the question beside it, and on the floor "Back" and
"This hurts", which are seen at any size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from coach.content.model import Figure
from coach.ui.look import sizes, space
from coach.ui.look.mirror import margins, painter_of, seen
from coach.ui.look.theme import Look
from coach.ui.look.typography import ROOM_QUESTION, SMALL, TextStyle
from coach.ui.pages.page import Page
from coach.ui.pages.walltest.presses import is_remote
from coach.ui.pages.walltest.room_look import RoomLook
from coach.ui.pages.walltest.sections import Where
from coach.ui.widgets.buttons import Button, cap_of
from coach.ui.widgets.fit import wrapped_height
from coach.ui.widgets.icon_buttons import RoundButton
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Foot
from coach.ui.widgets.teststeps import TestSteps
from coach.ui.words.common import LANGUAGE
from coach.words.at_the_wall import press_hint
from coach.words.keys import KEYS, Ground

if TYPE_CHECKING:
    from coach.ui.widgets.stagefigure import StageFigure

_BESIDE_FIGURE, _ALONE, _RIGHT, _FLOOR = 332, 40, 28, 104  # at the room picture's measures
_LEAST_FOR_FIGURE = 760  # pixels of width; below them the words need all the room


class _Floor(QWidget):
    """The floor of the room, and what stands on it."""

    def __init__(self, look: Look, row: QLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setLayout(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        theme = self._look.theme
        painter.fillRect(self.rect(), theme.floor)
        if theme.name == "contrast":
            painter.setPen(QPen(theme.line, 2))
            painter.drawLine(self.rect().topLeft(), self.rect().topRight())


class AskingPage(Page):
    """`answered` with a reply, as coach.walltest.course.Course takes it; `hurts`, `back` and `close_asked` as the
    buttons; `by_hand` when something of the answer was chosen with keyboard or pointer.
    """

    GROUND: ClassVar[Ground] = "contact"
    """Where its keys stand in coach.words.keys."""

    answered, hurts, back, by_hand, close_asked = Signal(object), Signal(), Signal(), Signal(), Signal()
    back_button: Button  # since a question is asked
    hint: Label

    def __init__(self, look: RoomLook) -> None:
        self._room = look
        self._foot_widget: _Floor | None = None
        self.figure: StageFigure | None = None  # made with the first figure
        super().__init__(look, QCoreApplication.translate("WallTest", "Wall test"))

    # --- what stands there -------------------------------------------------------------------------------------------

    def parts(self, where: Where, beside: str = "") -> QHBoxLayout:
        """The row above the question: the parts of the test, and `beside` at its right end."""
        row = QHBoxLayout()
        row.setSpacing(self._look.px(space.S))
        steps = TestSteps(self._look)
        steps.tell(where.names, where.at, where.cut)
        row.addWidget(steps, 1)
        if beside:
            row.addWidget(Label(self._look, beside, SMALL.semibold, "ink2", tabular=True))
        stop = QCoreApplication.translate("WallTest", "Stop the test")
        end = cap_of(self, self.GROUND, "end")
        close = RoundButton(self._look, "close", stop, sizes.BUTTON_SLIM, fill="none", cap=end)
        close.clicked.connect(self.close_asked)
        row.addWidget(close)
        return row

    def foot(self, *leading_on: Button, can_go_back: bool) -> None:
        """Put the row on the floor: Back, what a press does, what leads on, This hurts."""
        # where the words are large they need its room: what a press does is said as well
        self.hint = Label(self._look, press_hint(LANGUAGE), SMALL.semibold, "ink2", elide=True)
        row = Foot(self.hint, self._look.px(space.S))
        self.back_button = Button(
            self._look,
            QCoreApplication.translate("WallTest", "Back"),
            "secondary",
            height=sizes.BUTTON_SMALL,
            key=cap_of(self, self.GROUND, "back") if "back" in KEYS[self.GROUND] else None,
        )
        self.back_button.setEnabled(can_go_back)
        self.back_button.clicked.connect(self.back)
        row.addWidget(self.back_button)
        row.addWidget(self.hint)
        if self._room.is_crowded:
            self.hint.hide()
        for button in leading_on:
            row.addWidget(button)
        words = QCoreApplication.translate("WallTest", "This hurts")
        key = cap_of(self, self.GROUND, "hurts")
        hurts = Button(self._look, words, "secondary", "hurt", sizes.BUTTON_SMALL, key)
        hurts.clicked.connect(self.hurts)
        row.addWidget(hurts)
        if self._foot_widget is not None:
            self._foot_widget.hide()
            self._foot_widget.deleteLater()
        self._foot_widget = _Floor(self._look, row, self)
        self._foot_widget.setGeometry(0, self.height(), self.width(), 0)  # under no pointer until it has its place
        self._foot_widget.show()
        self._set_margins()

    def leading_on(self, words: str) -> Button:
        """The button with which an answer is given that is not one press."""
        return Button(self._look, words, "primary", height=sizes.BUTTON_SMALL, trailing="arrow")

    @staticmethod
    def words_for_the_last() -> str:
        """What the button says with which the last answer is given."""
        return QCoreApplication.translate("WallTest", "See your result")

    def fitting(self, text: str, width: float, height: float) -> TextStyle:
        """The largest style of a question in which `text` stands in `width` and `height`, in pixels."""
        for style in ROOM_QUESTION:
            if wrapped_height(self._look.font(style), text, width) <= height:
                return style
        return ROOM_QUESTION[-1]

    def question(self) -> str:
        """What is asked, which question it is, and what is chosen."""
        raise NotImplementedError

    def show_figure(self, figure: Figure | None) -> None:
        """Who stands beside the question; None for nobody."""
        if figure is not None and self.figure is None:
            from coach.ui.widgets.stagefigure import StageFigure  # numpy and the engine come with the first figure

            self.figure = StageFigure(self._look, self, side_by_side=False)
            self.figure.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if self.figure is not None:
            self.figure.show_solvable(figure, mirrored=False)
        self._set_margins()

    # --- geometry: the room picture's measures times one factor ------------------------------------------------------

    @property
    def has_figure(self) -> bool:
        """Whether a figure stands there, and there is room for it."""
        if self.figure is None or self.figure.figure is None or self._room.is_crowded:
            return False
        return self.width() >= _LEAST_FOR_FIGURE

    @property
    def question_width(self) -> int:
        """Pixels from where the words begin to the right end."""
        return self.viewport().width() - self.column.contentsMargins().left() - self.column.contentsMargins().right()

    @property
    def question_height(self) -> int:
        """Pixels above the floor, without the margins."""
        margins = self.column.contentsMargins()
        return self.viewport().height() - margins.top() - margins.bottom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _set_margins(self) -> None:
        factor = self._room.factor
        left = round((_BESIDE_FIGURE if self.has_figure else _ALONE) * factor)
        foot = self._foot_widget
        self.column.setContentsMargins(margins(left, round(24 * factor), round(_RIGHT * factor), round(12 * factor)))
        self.column.setSpacing(round(14 * factor))
        if foot is not None and (layout := foot.layout()) is not None:
            layout.setContentsMargins(margins(left, space.XS, round(_RIGHT * factor), space.XS))
        needed = foot.heightForWidth(self.width()) if foot is not None else 0
        self.setViewportMargins(0, 0, 0, max(round(_FLOOR * factor), needed + 8))
        self._place()

    def _place(self) -> None:
        high = self.viewportMargins().bottom()
        if self._foot_widget is not None:
            self._foot_widget.setGeometry(QRect(0, self.height() - high, self.width(), high))
        if self.figure is not None:
            factor = self._room.factor
            ground = self.height() - 44 * factor
            box = QRect(round(8 * factor), 0, round((_BESIDE_FIGURE - 24) * factor), round(ground / 0.91))
            self.figure.setGeometry(seen(self, box))
            self.figure.setVisible(self.has_figure)
            self.figure.raise_()

    # --- ground and keys ---------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.theme.stage)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down scroll nothing here: they are presses."""
        if is_remote(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
