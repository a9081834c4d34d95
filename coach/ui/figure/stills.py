"""Still pictures of figures: thumbnails, the nudge, printed sheets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from coach.content.model import Figure, View
from coach.ui.figure.camera import mirrored_yaw, view_angles
from coach.ui.figure.framing import LYING, Reach
from coach.ui.figure.highlights import areas_of
from coach.ui.figure.motions import motion_of
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.palette import PALETTES
from coach.ui.figure.room import paint_room

SMALL_PX = 150
"""A picture no higher shows upright figures from the hips up."""
_UPRIGHT = ("standing", "sitting")
_NECK_WORK = {"neck", "neck-front"}
_LEG_WORK = ("hips-front", "glutes", "thighs", "thighs-back")


@dataclass(frozen=True)
class Showing:
    """What a still shows beyond the posture. `close` None lets the size decide; `ghost` adds where it came from,
    `wrong` shows the common mistake in grey with the good end as a ghost; `room` paints stage and floor."""

    mirrored: bool = False
    close: bool | None = None
    ghost: bool = False
    wrong: bool = False
    room: bool = True
    radius: float = 0.0
    glow: float = 1.0
    ratio: float = 1.0


def still(
    figure: Figure,
    size: QSize,
    theme: str = "light",
    share: float = 1.0,
    view: View | None = None,
    showing: Showing | None = None,
) -> QPixmap:
    """The figure at a share of its movement; `size` in points, `theme` light, dark or contrast, `view` a name or
    (yaw, pitch), by default the figure's own; `showing` what else. An unsolvable figure leaves the room empty.
    """
    return QPixmap.fromImage(still_image(figure, size, theme, share, view, showing or Showing()))


def still_image(
    figure: Figure,
    size: QSize,
    theme: str,
    share: float,
    view: View | None,
    showing: Showing,
) -> QImage:
    """As `still`, as an image: it may be made outside the window's thread."""
    wide, high = size.width(), size.height()
    picture = QImage(
        round(wide * showing.ratio), round(high * showing.ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    picture.setDevicePixelRatio(showing.ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0, 0, wide, high)
    if showing.radius:
        outline = QPainterPath()
        outline.addRoundedRect(box, showing.radius, showing.radius)
        painter.setClipPath(outline)
    close = _is_told_close(figure, size, share) if showing.close is None else showing.close
    yaw, pitch = view_angles(figure, view)
    if showing.room:
        paint_room(painter, box, PALETTES[theme], pitch, has_floor=not close or figure.base not in _UPRIGHT)
    _paint_figure(
        painter, figure, theme, share, (mirrored_yaw(yaw) if showing.mirrored else yaw, pitch), box, close, showing
    )
    painter.end()
    return picture


def _paint_figure(
    painter: QPainter,
    figure: Figure,
    theme: str,
    share: float,
    angles: tuple[float, float],
    box: QRectF,
    close: bool,
    showing: Showing,
) -> None:
    motion = motion_of(figure)
    if motion is None:
        return
    size = box.width(), box.height()
    frame = Reach(motion, mirrored=showing.mirrored, close=close, wrong=showing.wrong).framed(*angles, size)
    mistake = motion.wrong(mirrored=showing.mirrored) if showing.wrong else None
    posture = mistake or motion.at(share, mirrored=showing.mirrored)
    ghost = None
    if mistake is not None:
        ghost = motion.at(share, mirrored=showing.mirrored)
    elif showing.ghost and share > 0 and not motion.is_cycle:
        ghost = motion.at(0.0, mirrored=showing.mirrored)
    palette = PALETTES[theme].mistaken() if mistake is not None else PALETTES[theme]
    scene = motion.wrong_scene() if mistake is not None else motion.scene
    painter.translate(QPointF(frame.left, frame.top))
    FigurePainter(palette).paint(
        painter,
        posture,
        scene.mirrored() if showing.mirrored else scene,
        frame.camera,
        highlight=() if mistake is not None else areas_of(figure, mirrored=showing.mirrored),
        glow=showing.glow,
        ghost=ghost,
    )


def _is_told_close(figure: Figure, size: QSize, share: float) -> bool:
    """Whether a small picture shows an upright figure from the hips up, where head and hands tell it, and a picture of
    any size what works where that is the neck."""
    if works_neck(figure, size.height(), share):
        return True
    if figure.base not in _UPRIGHT:
        return False
    has_leg_work = any(area.removeprefix("left-").removeprefix("right-") in _LEG_WORK for area in figure.highlight)
    return size.height() <= SMALL_PX and not figure.cycle and not has_leg_work


def works_neck(figure: Figure, height: int, share: float) -> bool:
    """Whether nothing but the neck works of one who lies or sits, so that the whole body hides what happens; a large
    picture of the start still shows how to lie or sit."""
    if share == 0 and height > SMALL_PX:
        return False
    areas = {area.removeprefix("left-").removeprefix("right-") for area in figure.highlight}
    around = _NECK_WORK if figure.base in LYING else _NECK_WORK | {"shoulders-top"}
    return figure.base in (*LYING, *_UPRIGHT) and bool(areas & _NECK_WORK) and areas <= around
