"""Still pictures of figures: thumbnails, the nudge, printed sheets."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from coach.content.model import Figure, View
from coach.ui.figure.camera import mirrored_yaw, view_angles
from coach.ui.figure.framing import LYING, Framed, Reach
from coach.ui.figure.highlights import areas_of
from coach.ui.figure.motions import Movement, motion_of
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.palette import PALETTES
from coach.ui.figure.room import paint_room
from coach.values import dataclass, replace

SMALL_PX = 150
"""A picture no higher shows upright figures from the hips up."""
_UPRIGHT = ("standing", "sitting")
_NECK_WORK = {"neck", "neck-front"}
_LEG_WORK = ("hips-front", "hips-outer", "glutes", "thighs", "thighs-back", "calves")


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
    if showing.room:
        pitch = view_angles(figure, view)[1]
        paint_room(painter, box, PALETTES[theme], pitch, has_floor=not close or figure.base not in _UPRIGHT)
    motion = motion_of(figure)
    if motion is not None:
        frame = frame_moment(motion, (wide, high), view, replace(showing, close=close))
        paint_moment(painter, motion, frame, theme, share, showing)
    painter.end()
    return picture


def frame_moment(motion: Movement, size: tuple[float, float], view: View | None, showing: Showing) -> Framed:
    """Where a figure's movement stands in a box of `size`, and how large; `close` is settled."""
    yaw, pitch = view_angles(motion.figure, view)
    reach = Reach(motion, mirrored=showing.mirrored, close=bool(showing.close), wrong=showing.wrong)
    return reach.framed(mirrored_yaw(yaw) if showing.mirrored else yaw, pitch, size)


def paint_moment(
    painter: QPainter, motion: Movement, frame: Framed, theme: str, share: float, showing: Showing
) -> None:
    """The figure as `motion` has it, without a room: at a share of its movement or, where it is asked for and there is
    one, its mistake; behind it the ghost of where it came from, or of the good end.
    """
    is_mirrored = showing.mirrored
    mistake = motion.wrong(mirrored=is_mirrored) if showing.wrong else None
    good = motion.at(share, mirrored=is_mirrored)
    has_come = showing.ghost and share > 0 and motion.has_end and not motion.is_cycle
    start = motion.at(0.0, mirrored=is_mirrored) if has_come else None
    palette = PALETTES[theme] if mistake is None else PALETTES[theme].mistaken()
    scene = motion.scene if mistake is None else motion.wrong_scene()
    painter.translate(QPointF(frame.left, frame.top))
    FigurePainter(palette).paint(
        painter,
        good if mistake is None else mistake,
        scene.mirrored() if is_mirrored else scene,
        frame.camera,
        highlight=areas_of(motion.figure, mirrored=is_mirrored) if mistake is None else (),
        glow=showing.glow,
        ghost=start if mistake is None else good,
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
