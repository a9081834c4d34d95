"""The figure on the stage: follows the session, turned by hand or by the stage's button. Loads numpy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coach.content.model import Figure
from coach.demonstration.posing import DIM
from coach.ui.figure.ahead import Ahead
from coach.ui.figure.camera import mirrored_yaw, view_angles
from coach.ui.figure.film import Film
from coach.ui.figure.motions import motion_of
from coach.ui.figure.palette import PALETTES
from coach.ui.look.theme import Look
from coach.ui.stills.walls import WithoutWall, has_wall_in_face
from coach.ui.widgets.figureview import FigureView

_A_TURN = 60.0  # degrees

Ground = Callable[[QPainter, QRect], None]
"""Paints a part of a figure's parent, in the parent's own places."""


class StageFigure(FigureView):
    """A FigureView that takes no keys: in a session the arrows skip and go back."""

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, side_by_side: bool = True, ground: Ground | None = None
    ) -> None:
        """With reduced motion start and end stand `side_by_side`, or where there is no room for two, the end alone.
        With a `ground` it hides its parent, and paints of it what is asked for: one widget a frame, not all of them.
        """
        super().__init__(look, parent)
        self._side_by_side, self._ground = side_by_side, ground
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, ground is not None)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hides_wall = False
        self._ahead = Ahead(lambda: Film(PALETTES[look.theme.name]))
        self._turning.changed.connect(self._mind_the_wall)

    def show_solvable(self, figure: Figure | None, *, mirrored: bool) -> None:
        """The figure, or nothing where it cannot be solved. Where only the side changes, the person's turn is kept,
        as a mirror image of itself."""
        if figure is not None and motion_of(figure) is None:
            figure = None
        if figure is self.figure and mirrored == self.mirrored:
            return
        yaw, pitch = self._from_home(figure) if figure is not None and figure is self.figure else (0.0, 0.0)
        self._hides_wall = False
        self.show_figure(figure, mirrored)
        self._mind_the_wall()
        if (yaw, pitch) != (0.0, 0.0):
            self._turning.turn(-yaw, pitch)

    def prepare(self, figure: Figure, *, mirrored: bool) -> None:
        """Make one frame of the figure that comes next, so that all are there when it comes; nothing where it stands
        still, or where this one does not move either.
        """
        motion = motion_of(figure)
        if motion is None or figure is self.figure or self._look.reduced_motion or not self.isVisible():
            return
        yaw, pitch = view_angles(figure)
        yaw = mirrored_yaw(yaw) if mirrored else yaw
        seen = (yaw, pitch), (float(self.width()), float(self.height())), self.devicePixelRatioF()
        shown = WithoutWall(motion) if has_wall_in_face(motion, yaw) else motion
        self._ahead.prepare(figure, mirrored=mirrored, motion=shown, seen=seen, glow=DIM)

    def _load(self, figure: Figure | None, *, mirrored: bool) -> None:
        """The film that was made ahead, where it is this figure's."""
        film = self._ahead.take(figure, mirrored=mirrored) if figure is not None else None
        if film is None or figure is None:
            super()._load(figure, mirrored=mirrored)
            return
        self._film = film
        motion, yaw = motion_of(figure), view_angles(figure)[0]
        self._hides_wall = motion is not None and has_wall_in_face(motion, mirrored_yaw(yaw) if mirrored else yaw)

    def _follow_look(self) -> None:
        self._ahead.forget()
        super()._follow_look()

    def _mind_the_wall(self) -> None:
        """Leave out the wall while it is looked at from the front: there it is the stage's own."""
        motion = motion_of(self.figure) if self.figure is not None else None
        seen = WithoutWall(motion) if motion is not None and has_wall_in_face(motion, self.angles[0]) else motion
        hides = seen is not motion
        if hides != self._hides_wall:
            self._hides_wall = hides
            self._film.load(seen, mirrored=self.mirrored)
            self.update()

    def _from_home(self, figure: Figure) -> tuple[float, float]:
        """How far it was turned from its own view, degrees."""
        yaw, pitch = view_angles(figure)
        home = mirrored_yaw(yaw) if self.mirrored else yaw
        return self.angles[0] - home, self.angles[1] - pitch

    def _paint_ground(self, painter: QPainter, box: QRectF, event: QPaintEvent) -> None:
        if self._ground is None:
            super()._paint_ground(painter, box, event)
            return
        place = self.pos()
        painter.translate(-place)
        self._ground(painter, event.rect().translated(place))
        painter.translate(place)

    def _parts(self, box: QRectF) -> list[tuple[float, QRectF]]:
        parts = super()._parts(box)
        return parts if self._side_by_side or len(parts) < 2 else [(parts[-1][0], box)]

    def turn(self) -> None:
        """A sixth of the way round; after the sixth time it is where it began."""
        self._turning.turn(_A_TURN, 0.0)

    def free_before(self, below: float) -> float:
        """The pixels before it, where lines begin, to which its movement never comes, from the stage's top down to
        `below`.
        """
        box = self._parts(QRectF(self.rect()))[0][1].translated(self.geometry().topLeft().toPointF())
        left, right = self._film.free(self.angles, (box.width(), box.height()), below - box.top())
        stage = self.parentWidget()
        return stage.width() - box.right() + right if self.isRightToLeft() and stage is not None else box.left() + left

    @property
    def pitch(self) -> float:
        """How far from above it is seen, degrees."""
        return self.angles[1]

    @property
    def share(self) -> float:
        """Where in its movement it is."""
        return self._share

    @property
    def glow(self) -> float:
        """How strongly the worked areas glow, 0 to 1."""
        return self._glow

    @property
    def mirrored(self) -> bool:
        """Whether it shows the left side's repetition."""
        return self._film.mirrored
