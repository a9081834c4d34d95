"""Paints the body and the props between its limbs, from the back to the front."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QBrush, QPainter

from coach.ui.figure.body_parts import SKIN, Unit
from coach.ui.figure.brushes import lit
from coach.ui.figure.canvas import Canvas
from coach.ui.figure.frame import Frame, body
from coach.ui.figure.glow import Glowing, glowing, paint_glow
from coach.ui.figure.head import hair
from coach.ui.figure.keyline import Taper, paint_keyline
from coach.ui.figure.layers import CHILD, crosses, farness, forced
from coach.ui.figure.order import Solids, back_to_front
from coach.ui.figure.palette import Palette, colour, mix
from coach.ui.figure.set_pieces import SetPiece
from coach.ui.figure.shapes import Pen, Shape

_KEYLINE_CM = 1.05
_CONTOUR_PX, _CONTOUR_LEAST = 0.9, 0.3  # thinner on small pictures
_NECK_DARKER, _EAR_DARKER = 0.10, 0.09
_TOWARDS_CM = 14.0
# where a keyline begins along its unit, and where it is whole: shares of the way from joint to far end
_KEYLINES = {"upper": (0.46, 0.92), "fore": (0.12, 0.45), "thigh": (0.30, 0.75), "shank": (0.16, 0.45)}


class BodyPainter:
    """Paints bodies with one palette on a clear layer."""

    def __init__(self, palette: Palette, pen: Pen) -> None:
        self._palette, self._pen = palette, pen
        self._lit = Canvas()

    @property
    def bytes(self) -> int:
        """The memory of the picture that it keeps."""
        return self._lit.bytes

    def paint(self, painter: QPainter, frame: Frame, pieces: Sequence[SetPiece], glow: float) -> dict[str, list[Shape]]:
        """The body with `pieces` of props in their places; the frame's muscles glow with strength `glow`. Returns the
        units' outlines."""
        units = frame.body.sorted_units
        props = {piece.name: piece for piece in pieces}
        carried = [(piece.name, above) for piece in pieces for above in piece.carries]
        solids = Solids.joined([*(piece.solids for piece in pieces), frame.solids()])
        order = back_to_front(solids, [*forced(frame), *carried])
        shapes = {name: frame.shapes(unit) for name, unit in units.items()}
        brushes = _Brushes(self._palette, frame)
        muscles: dict[tuple[str, str], list[Glowing]] = {}
        for muscle in glowing(frame) if glow > 0 else ():
            muscles.setdefault((muscle.unit, muscle.tone), []).append(muscle)
        done: set[str] = set()
        for name in order.names:
            if name in props:
                props[name].paint(painter)
                continue
            unit = units[name]
            if unit.kind in _KEYLINES:
                under = {other for other in done if (name, other) in order.touching}
                if crosses(frame, unit, units, under):
                    grows_on = f"{unit.side}-{CHILD.get(unit.kind)}" in done
                    self._keyline(painter, frame, unit, shapes[name], grows_on=grows_on)
            self._unit(painter, frame, unit, shapes[name], brushes, muscles, glow)
            done.add(name)
            if name in ("head", "neck") and {"head", "neck"} <= done:
                self._hair(painter, frame)
        return shapes

    def silhouette(self, painter: QPainter, frame: Frame) -> None:
        """The whole body in the tone of its skin."""
        skin = QBrush(colour(self._palette.skin))
        for unit in body().units:
            for shape in frame.shapes(unit):
                self._pen.fill(painter, skin, shape)
        outline = hair(frame.camera, frame.posture.rotations, frame.posture.origins)
        if outline is not None:
            self._pen.fill(painter, skin, outline)

    def contour(self, painter: QPainter, shapes: dict[str, list[Shape]], scale: float) -> None:
        """A thin dark edge round pale skin, to lie under the body, where the tone alone would not stand out from the
        stage. `shapes` are what `paint` returned, `scale` pixels a
        centimetre."""
        if self._palette.contour is None:
            return
        skin = [
            shape
            for unit in body().units
            for part, shape in zip(unit.parts, shapes.get(unit.name, ()), strict=False)
            if part.tone == SKIN
        ]
        wide = min(_CONTOUR_PX, _CONTOUR_LEAST + 0.25 * scale)
        brush = QBrush(colour(self._palette.contour))
        for shape in skin:
            self._pen.fill(painter, brush, shape.grown(wide))

    def _keyline(self, painter: QPainter, frame: Frame, unit: Unit, shapes: list[Shape], *, grows_on: bool) -> None:
        taper = Taper(*_KEYLINES[unit.kind], grows_on)
        ends = frame.shadows.xy[unit.root], frame.shadows.xy[unit.tip]
        width = _KEYLINE_CM * frame.camera.scale
        paint_keyline(painter, self._pen, self._palette.key, shapes, width, ends, taper)

    def _unit(
        self,
        painter: QPainter,
        frame: Frame,
        unit: Unit,
        shapes: list[Shape],
        brushes: _Brushes,
        muscles: dict[tuple[str, str], list[Glowing]],
        glow: float,
    ) -> None:
        far = round(self._palette.far * farness(frame, unit), 2)
        parts = list(zip(unit.parts, shapes, strict=True))
        if unit.kind in CHILD and frame.shadows.depth[unit.tip] > frame.shadows.depth[unit.root] + _TOWARDS_CM:
            parts.reverse()  # the limb comes towards the eye: its hem lies behind the skin
        for part, shape in parts:
            brush = brushes.of(unit, part.tone, far)
            shining = muscles.get((unit.name, part.tone))
            if not shining:
                self._pen.fill(painter, brush, shape)
                continue
            ratio = painter.device().devicePixelRatioF()
            within = self._lit.begin(frame.camera.size, ratio, shape.box)
            self._pen.fill(within, brush, shape)
            paint_glow(within, self._pen, self._palette, shining, glow * (1 - far), frame.camera.scale)
            within.end()
            self._lit.show(painter)

    def _hair(self, painter: QPainter, frame: Frame) -> None:
        palette = self._palette
        outline = hair(frame.camera, frame.posture.rotations, frame.posture.origins)
        if outline is not None:
            low, high = outline.points.min(0).tolist(), outline.points.max(0).tolist()
            self._pen.fill(painter, lit(palette.hair, palette, (*low, *high)), outline)
        for unit in body().units:
            sign = 1 if unit.side == "right" else -1
            if unit.kind == "ear" and frame.facing("head", 2) * sign > -0.12:
                ear = QBrush(colour(mix(palette.skin, palette.dark, _EAR_DARKER)))
                self._pen.fill(painter, ear, frame.shapes(unit)[0])


class _Brushes:
    """One frame's brushes: a gradient is shared by all parts that it runs across."""

    def __init__(self, palette: Palette, frame: Frame) -> None:
        self._palette = palette
        self._boxes = dict(zip(frame.body.spread, frame.shadows.boxes(*frame.body.spreads), strict=True))
        self._made: dict[tuple[str, bool, float], QBrush] = {}

    def of(self, unit: Unit, tone: str, far: float) -> QBrush:
        """For a part of a unit in a tone, mixed with the stage by `far`."""
        box, is_neck = _box_of(unit, tone), unit.kind == "neck"
        key = box, is_neck, far
        if key not in self._made:
            palette = self._palette
            base = palette.of(tone)
            if is_neck:
                base = mix(base, palette.dark, _NECK_DARKER)
            if far:
                base = mix(mix(base, palette.top, 0.06) if tone == SKIN else base, palette.stage, far)
            self._made[key] = lit(base, palette, self._boxes[box])
        return self._made[key]


def _box_of(unit: Unit, tone: str) -> str:
    """The name of the gradient that a part shares with its neighbours, so that no joint shows."""
    if tone != SKIN:
        return tone
    if not unit.side:
        return "head"
    return f"{unit.side}-{'arm' if unit.kind in ('upper', 'fore') else 'leg'}"
