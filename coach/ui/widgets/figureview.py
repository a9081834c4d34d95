"""The figure as a widget: it follows the share of the movement that it is told, and may be turned."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.content.model import Figure
from coach.ui.figure.camera import mirrored_yaw, view_angles
from coach.ui.figure.film import Film, Still
from coach.ui.figure.motions import motion_of
from coach.ui.figure.palette import PALETTES
from coach.ui.figure.room import paint_room
from coach.ui.figure.turning import Turning
from coach.ui.look.mirror import seen_box
from coach.ui.look.theme import Look
from coach.ui.widgets.focus import FocusRing
from coach.ui.widgets.role import be_picture
from coach.ui.words import common as words

_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


class FigureView(QWidget):
    """Shows a figure on a transparent ground, or in a `room` of its own. Drag or the arrow keys turn it; a double click
    or Home brings it back. With reduced motion its start and its end stand side by side."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, room: bool = False, ghost: bool = True) -> None:
        """`ghost` shows faintly where the movement began."""
        super().__init__(parent)
        be_picture(self)
        self._look, self._has_room = look, room
        self._film = Film(PALETTES[look.theme.name], has_ghost=ghost)
        self._turning = Turning(self)
        self._figure: Figure | None = None
        self._share, self._glow = 0.0, 1.0
        self._shown: Still | None = None  # painted last
        self.focus_ring = FocusRing(look, self, lambda: (QRectF(self.rect()).adjusted(6, 6, -6, -6), 14.0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(64, 48)
        self._turning.changed.connect(self.update)
        look.changed.connect(self._follow_look)

    def sizeHint(self) -> QSize:
        return QSize(480, 420)

    # --- what it shows -----------------------------------------------------------------------------------------------

    @property
    def figure(self) -> Figure | None:
        """The figure that is shown, or None."""
        return self._figure

    @property
    def angles(self) -> tuple[float, float]:
        """Yaw and pitch of the camera, degrees."""
        return self._turning.angles

    def show_figure(self, figure: Figure | None, mirrored: bool = False) -> None:
        """A figure from its own view, or nothing; `mirrored` is the left side's repetition."""
        if figure is self._figure and mirrored == self._film.mirrored:
            return
        self._figure = figure
        self._load(figure, mirrored=mirrored)
        self._share, self._glow = 0.0, 1.0
        if figure is not None:
            yaw, pitch = view_angles(figure)
            self._turning.set_home(mirrored_yaw(yaw) if mirrored else yaw, pitch)
        self.setAccessibleName((words.say(figure.title) or self.tr("Standing")) if figure else "")
        self.setAccessibleDescription(self._described() if figure else "")
        self.update()

    def _load(self, figure: Figure | None, *, mirrored: bool) -> None:
        self._film.load(motion_of(figure) if figure else None, mirrored=mirrored)

    def _described(self) -> str:
        if self.focusPolicy() == Qt.FocusPolicy.NoFocus:  # the keys mean something else
            return self.tr("A moving picture of the exercise.")
        return self.tr(
            "A moving picture of the exercise. Drag it or use the arrow keys to turn it; Home turns it back."
        )

    def set_pose(self, share: float, glow: float) -> None:
        """Where in its movement the figure is: 0 start, 1 end, a cycle runs from 0 to 1 again and again; and how
        strongly the worked areas glow, 0 to 1. Both at once are one frame.
        """
        moves = self._film.step(share) != self._film.step(self._share) and not self._look.reduced_motion
        shines = self._film.shine(glow) != self._film.shine(self._glow)
        self._share, self._glow = share, glow
        if moves or shines:
            self.update(self._differs())

    def _differs(self) -> QRect:
        """Where the next frame is not as what is seen now; what is painted there lies under nothing else again."""
        parts = self._parts(QRectF(self.rect()))
        still = self._still(*parts[0]) if len(parts) == 1 and self.isVisible() else None
        area = still.differs(self._shown) if still is not None else None
        if area is None:
            return self.rect()
        return area.translated(parts[0][1].topLeft()).toAlignedRect().adjusted(-1, -1, 1, 1)

    def turn_back(self) -> None:
        """To the figure's own view."""
        self._turning.go_home()

    def _follow_look(self) -> None:
        self._film.set_palette(PALETTES[self._look.theme.name])
        self.update()

    # --- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        self._paint_ground(painter, box, event)
        painter.setRenderHints(_SMOOTH)
        for share, part in self._parts(box):
            self._shown = still = self._still(share, part)
            if still is not None:
                painter.save()
                painter.translate(part.topLeft())
                still.show(painter)
                painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, _event: QPaintEvent) -> None:
        """What is behind it."""
        if self._has_room:
            painter.setRenderHints(_SMOOTH)
            paint_room(painter, box, PALETTES[self._look.theme.name], self.angles[1])

    def _still(self, share: float, part: QRectF) -> Still | None:
        """The frame that stands in a part of it."""
        has_ghost = not self._turning.is_held
        size = part.width(), part.height()
        return self._film.frame(share, self._glow, self.angles, size, self.devicePixelRatioF(), ghost=has_ghost)

    def _parts(self, box: QRectF) -> list[tuple[float, QRectF]]:
        """What stands where: one figure, or with reduced motion its start and its end."""
        if not self._look.reduced_motion or not self._film.moves:
            return [(self._share, box)]
        half = QRectF(box.left(), box.top(), box.width() / 2, box.height())
        last = 0.5 if self._film.is_cycle else 1.0
        end = half.translated(half.width(), 0)
        return [(0.0, seen_box(self, half)), (last, seen_box(self, end))]

    # --- turning -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._turning.grip(QPointF(event.position()))
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._turning.drag(QPointF(event.position()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._turning.let_go()
        self.unsetCursor()
        self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.turn_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._turning.press(event.key()):
            super().keyPressEvent(event)
