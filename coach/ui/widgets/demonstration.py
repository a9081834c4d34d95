"""A figure that shows its movement a few times and then rests; the pointer or a click lets it go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.content.model import Dose, Figure
from coach.demonstration.posing import demonstrated, demonstration_seconds, is_mirrored
from coach.session.timeline import Interval
from coach.ui.look import sizes
from coach.ui.look.mirror import painter_of
from coach.ui.look.theme import Look
from coach.ui.widgets.place import paint_place

if TYPE_CHECKING:
    from coach.ui.widgets.stagefigure import StageFigure

_FRAME_MS = 33
_TIMES = 4  # repetitions, then it rests
_FLOOR = 0.745  # of the height, as behind a still


class Demonstration(QWidget):
    """`figure` in a rounded room, moving at the tempo of `dose`; `now` gives monotonic seconds. Drag turns it. The
    engine is loaded after the first paint."""

    view: StageFigure | None = None
    """Made after the first paint. Python may empty an object while Qt still sends it events."""

    def __init__(
        self,
        look: Look,
        figure: Figure,
        dose: Dose,
        now: Callable[[], float],
        size: QSize,
        radius: float = sizes.CARD_RADIUS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._figure, self._dose, self._now = look, figure, dose, now
        self._size, self._radius = size, radius
        side = dose.first_side if dose.sides == "both" else dose.sides
        self._work = Interval(
            "work", 0.0, 0.0, side=side, reps=dose.reps, move=dose.move, hold=dose.hold, back=dose.back,
            every=dose.every,
        )  # fmt: skip
        self._began = 0.0
        self._timer = QTimer(self, interval=_FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._step)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._size.height())

    @property
    def is_mirrored(self) -> bool:
        """Whether it begins with the left side's repetition."""
        return is_mirrored(self._dose)

    @property
    def is_moving(self) -> bool:
        """Whether it moves now, and does not rest."""
        return self._timer.isActive()

    # --- moving ------------------------------------------------------------------------------------------------------

    def showEvent(self, _event: QShowEvent) -> None:
        if self.view is None:
            QTimer.singleShot(0, self, self._arrive)
        else:
            self.play()

    def hideEvent(self, _event: QHideEvent) -> None:
        self._timer.stop()

    def _arrive(self) -> None:
        if self.view is not None:
            return
        from coach.ui.widgets.stagefigure import StageFigure  # numpy and the engine come with the first figure

        self.view = StageFigure(self._look, self, side_by_side=False)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.show_solvable(self._figure, mirrored=self.is_mirrored)
        self.view.setGeometry(self.rect())
        self.view.installEventFilter(self)
        self.view.show()
        self.play()

    def play(self) -> None:
        """From the start, a few times."""
        self._began = self._now()
        self._step()
        if not self._look.reduced_motion:
            self._timer.start()

    def _step(self) -> None:
        if self.view is None:
            return  # it plays once more when it has come
        elapsed = self._now() - self._began
        seconds = demonstration_seconds(self._work, is_cycle=bool(self._figure.cycle))
        is_over = elapsed >= _TIMES * seconds
        pose = demonstrated(self._work, 0.0 if is_over else elapsed, is_cycle=bool(self._figure.cycle))
        self.view.show_solvable(self._figure, mirrored=pose.mirrored)
        self.view.set_pose(pose.share, 1.0 if self._look.reduced_motion else pose.glow)
        if is_over:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            self.view is not None
            and watched is self.view
            and event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn)
            and not self.is_moving
        ):
            self.play()
        return False

    # --- the room ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, _event: QResizeEvent) -> None:
        if self.view is not None:
            self.view.setGeometry(self.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, shape = QRectF(self.rect()), QPainterPath()
        shape.addRoundedRect(box, self._radius, self._radius)
        painter.setClipPath(shape)
        paint_place(painter, self._look, box, floor=_FLOOR, size=0.0)
        if self._look.theme.name == "contrast":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.theme.edge, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), self._radius - 1, self._radius - 1)
