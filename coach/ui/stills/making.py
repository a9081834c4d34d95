"""Makes one still as a page wants it: upright figures by the painter's own framing, low ones filling their box."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from coach.content.model import Figure, View
from coach.demonstration.which_figure import hips_up
from coach.figure.motion import Motion
from coach.ui.figure.camera import Camera, mirrored_yaw, view_angles
from coach.ui.figure.framing import FLAT_PITCH, Reach
from coach.ui.figure.motions import motion_of
from coach.ui.figure.palette import PALETTES
from coach.ui.figure.room import paint_room
from coach.ui.figure.seen import body
from coach.ui.figure.stills import SMALL_PX, Showing, frame_moment, paint_moment, still_image, works_neck
from coach.ui.stills.shot import Shot
from coach.ui.stills.walls import WithoutWall, has_wall_behind, has_wall_in_face
from coach.values import replace

_UPRIGHT = ("standing", "sitting")
_GROUND = 0.91  # of a still's height: where the painter lets a figure stand
_STANDS_AT = 0.84  # of the box's height: where a low figure lies in it
_TALLEST = 0.74  # of the box's height that a low figure may fill
_SKIN_CM = 7.0  # from the body's inner points to its outline, hair included
_TELLS_MORE = 1.5  # times as far apart as in its own view stand mistake and end where another shows them better
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
_FROM_ABOVE = 60.0  # degrees of pitch beyond which no figure lies low in its picture


def make_still(shot: Shot, theme: str, ratio: float) -> QPixmap:
    """The picture of `shot`; a figure that cannot be solved leaves the room empty."""
    if shot.wrong and shot.view is None:
        shot = replace(shot, view=_view_of_mistake(shot.figure))
    if not shot.room:
        return QPixmap.fromImage(_without_room(shot, theme, ratio))
    if _has_wall_in_face(shot):
        return QPixmap.fromImage(_before_the_wall(shot, theme, ratio))
    is_close = shot.close is None and works_neck(shot.figure, shot.height, shot.share)
    if shot.figure.base in _UPRIGHT or is_close or view_angles(shot.figure, shot.view)[1] > _FROM_ABOVE:
        size = QSize(shot.width, shot.height)
        return QPixmap.fromImage(still_image(shot.figure, size, theme, shot.share, shot.view, _showing(shot, ratio)))
    return QPixmap.fromImage(_low(shot, theme, ratio))


def _showing(shot: Shot, ratio: float) -> Showing:
    return Showing(
        mirrored=shot.mirrored, close=shot.close, ghost=shot.ghost, wrong=shot.wrong, room=shot.room, ratio=ratio
    )


def _without_room(shot: Shot, theme: str, ratio: float) -> QImage:
    """The figure and its props on clear ground, for a page that has its own room: a wall behind would stand in it as a
    board, so there is none."""
    picture = _clear(shot, ratio)
    motion = motion_of(shot.figure)
    if motion is None:
        return picture
    showing = _showing(shot, ratio)
    frame = frame_moment(motion, (shot.width, shot.height), shot.view, showing)
    painter = QPainter(picture)
    paint_moment(painter, WithoutWall(motion), frame, theme, shot.share, showing)
    painter.end()
    return picture


def _has_wall_in_face(shot: Shot) -> bool:
    """Whether a wall behind the figure is seen from the front, where it is the room's own wall and not a board."""
    yaw, _ = view_angles(shot.figure, shot.view)
    motion = motion_of(shot.figure)
    return motion is not None and has_wall_in_face(motion, yaw)


def _before_the_wall(shot: Shot, theme: str, ratio: float) -> QImage:
    close = hips_up(shot.figure) and shot.height <= SMALL_PX if shot.close is None else shot.close
    picture = _clear(shot, ratio)
    painter = QPainter(picture)
    paint_room(painter, QRectF(0, 0, shot.width, shot.height), PALETTES[theme], 0.0, has_floor=not close)
    painter.drawImage(0, 0, _without_room(replace(shot, close=close), theme, ratio))
    painter.end()
    return picture


def _clear(shot: Shot, ratio: float) -> QImage:
    picture = QImage(round(shot.width * ratio), round(shot.height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _low(shot: Shot, theme: str, ratio: float) -> QImage:
    """Somebody on the floor in a box wider than high: painted in a taller one, of which the room above is cut."""
    box = QRectF(0, 0, shot.width, shot.height)
    figure, tall = _filling(shot, theme, ratio)
    picture = _clear(shot, ratio)
    painter = QPainter(picture)
    if shot.room:
        paint_room(painter, box, PALETTES[theme], view_angles(shot.figure, shot.view)[1])
    ground = _STANDS_AT if tall > shot.height else _GROUND
    is_flat = view_angles(shot.figure, shot.view)[1] >= FLAT_PITCH  # it lies in the middle of its picture
    painter.drawImage(
        QPointF(0, (shot.height - tall) / 2 if is_flat else ground * shot.height - _GROUND * tall), figure
    )
    painter.end()
    return picture


def _filling(shot: Shot, theme: str, ratio: float) -> tuple[QImage, int]:
    """The figure alone, as large as the box's width allows while its height still fits; and how tall its picture is.

    The whole movement decides, so that its start and its end are of one size.
    """
    showing = replace(_showing(shot, ratio), room=False, close=False)
    tall = max(shot.height, shot.width)
    motion = motion_of(shot.figure)
    if motion is not None:
        yaw, pitch = view_angles(shot.figure, shot.view)
        angles = (mirrored_yaw(yaw) if shot.mirrored else yaw, pitch)
        reach, points = Reach(motion, mirrored=shot.mirrored, close=False), _points(motion, mirrored=shot.mirrored)
        while tall > shot.height:
            frame = reach.framed(*angles, (shot.width, tall))
            top = frame.top + float(frame.camera.project(points)[0][:, 1].min()) - _SKIN_CM * frame.camera.scale
            above = _GROUND * tall - top
            if above <= _TALLEST * shot.height:
                break
            tall = max(shot.height, min(tall - 1, round(tall * _TALLEST * shot.height / above)))
    image = still_image(shot.figure, QSize(shot.width, tall), theme, shot.share, shot.view, showing)
    return image, tall


def extent_cm(figure: Figure) -> tuple[float, float]:
    """How wide and how tall the whole movement is in its own view, centimetres; 0 for one that cannot be solved."""
    motion = motion_of(figure)
    if motion is None:
        return 0.0, 0.0
    seen = Camera(*view_angles(figure, None), (1.0, 1.0), (0.0, 0.0, 0.0), 1.0).project(_points(motion, mirrored=False))
    wide, tall = np.ptp(seen[0], axis=0)
    return float(wide), float(tall)


def _view_of_mistake(figure: Figure) -> View | None:
    """The figure's second view, or of somebody upright the side, where the mistake hardly shows in its own view and far
    more there, as an arched back does that the front hides; and with the back to a wall, which the mistake leaves. Else
    None for its own.
    """
    motion = motion_of(figure)
    mistake = motion.wrong() if motion is not None else None
    other = figure.second_view or ("side" if figure.base in _UPRIGHT else None)
    if motion is None or mistake is None or other is None:
        return None
    if has_wall_behind(motion):
        return other
    nodes, end = body().nodes, motion.at(1.0)
    wrong, right = (nodes.placed(posture.rotations, posture.origins)[0] for posture in (mistake, end))

    def apart(view: View | None) -> float:
        camera = Camera(*view_angles(figure, view), (1.0, 1.0), (0.0, 0.0, 0.0), 1.0)
        between = camera.project(wrong)[0] - camera.project(right)[0]
        return float(np.sqrt((between**2).sum(axis=1).mean()))

    return other if apart(other) > _TELLS_MORE * apart(None) else None


def _points(motion: Motion, *, mirrored: bool) -> np.ndarray:
    """Where the body comes in the whole movement, [n, 3] centimetres."""
    nodes = body().nodes
    postures = [motion.at(share, mirrored=mirrored) for share in _SHARES]
    return np.concatenate([nodes.placed(posture.rotations, posture.origins)[0] for posture in postures])
