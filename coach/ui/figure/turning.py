"""Turning the camera by hand: drag, arrow keys, and back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal

_TURN_DEGREES, _TILT_DEGREES = 15.0, 8.0
_DEGREES_A_PIXEL = 0.5
_HIGHEST = 84.0

_KEYS = {
    Qt.Key.Key_Left: (-_TURN_DEGREES, 0.0),
    Qt.Key.Key_Right: (_TURN_DEGREES, 0.0),
    Qt.Key.Key_Up: (0.0, _TILT_DEGREES),
    Qt.Key.Key_Down: (0.0, -_TILT_DEGREES),
}


class Turning(QObject):
    """Yaw and pitch in degrees, which a person may change from `home`; `changed` tells it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = (0.0, 0.0)
        self._now = (0.0, 0.0)
        self._grip: tuple[QPointF, tuple[float, float]] | None = None

    @property
    def angles(self) -> tuple[float, float]:
        """Yaw and pitch now, degrees."""
        return self._now

    @property
    def is_held(self) -> bool:
        """Whether the pointer has hold of it."""
        return self._grip is not None

    def set_home(self, yaw: float, pitch: float) -> None:
        """Where it looks from unless turned; it goes there."""
        self._home = (yaw, pitch)
        self._grip = None
        self.go_home()

    def go_home(self) -> None:
        """Back to where it looks from unless turned."""
        self._go(*self._home)

    def turn(self, yaw: float, pitch: float) -> None:
        """By some degrees; between level and straight above."""
        self._go(self._now[0] + yaw, self._now[1] + pitch)

    def grip(self, place: QPointF) -> None:
        """The pointer takes hold."""
        self._grip = (place, self._now)

    def drag(self, place: QPointF) -> None:
        """The pointer moves: the figure follows the hand."""
        if self._grip is not None:
            start, (yaw, pitch) = self._grip
            moved = (place - start) * _DEGREES_A_PIXEL
            self._go(yaw - moved.x(), pitch + moved.y())

    def let_go(self) -> None:
        """The pointer lets go; it stays where it is."""
        self._grip = None

    def press(self, key: int) -> bool:
        """An arrow key or Home; False for any other."""
        if key == Qt.Key.Key_Home:
            self.go_home()
            return True
        if key in _KEYS:
            self.turn(*_KEYS[Qt.Key(key)])
            return True
        return False

    def _go(self, yaw: float, pitch: float) -> None:
        now = ((yaw + 180.0) % 360.0 - 180.0, min(_HIGHEST, max(0.0, pitch)))
        if now != self._now:
            self._now = now
            self.changed.emit()
