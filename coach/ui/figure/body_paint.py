"""Paints the body and the props between its limbs, from the back to the front."""

from __future__ import annotations

from PySide6.QtGui import QBrush, QPainter

from coach.ui.figure.body_parts import SKIN, Unit
from coach.ui.figure.brushes import Box, lit
from coach.ui.figure.frame import Frame, body
from coach.ui.figure.glow import Glowing, glowing, paint_glow
from coach.ui.figure.head import hair
from coach.ui.figure.keyline import Taper, paint_keyline
from coach.ui.figure.layers import CHILD, crosses, farness, forced
from coach.ui.figure.order import Order, Solid, back_to_front
from coach.ui.figure.palette import Palette, colour, mix
from coach.ui.figure.set_pieces import SetPiece
from coach.ui.figure.shapes import Pen, Shape

_KEYLINE_CM = 1.05
_CONTOUR_PX, _CONTOUR_LEAST = 0.9, 0.3  # thinner on small pictures
_NECK_DARKER, _EAR_DARKER = 0.10, 0.09
_TOWARDS_CM = 14.0
_THIN = 3  # every third node tells where a unit is
# where a keyline begins along its unit, and where it is whole: shares of the way from joint to far end
_KEYLINES = {"upper": (0.46, 0.92), "fore": (0.12, 0.45), "thigh": (0.30, 0.75), "shank": (0.16, 0.45)}


class BodyPainter:
    """Paints bodies with one palette on a clear layer."""

    def __init__(self, palette: Palette, pen: Pen) -> None:
        self._palette, self._pen = palette, pen

    def paint(self, painter: QPainter, frame: Frame, pieces: list[SetPiece], glow: float) -> dict[str, list[Shape]]:
        """The body with `pieces` of props in their places; the frame's muscles glow with strength `glow`. Returns the
        units' outlines."""
        units = {unit.name: unit for unit in body().units if unit.kind != "ear"}
        props = {piece.piece.name: piece for piece in pieces}
        order = self._order(frame, units, pieces)
        shapes = {name: frame.shapes(unit) for name, unit in units.items()}
        boxes = dict(zip(body().spread, frame.shadows.boxes(*body().spreads), strict=True))
        muscles = glowing(frame) if glow > 0 else []
        done: set[str] = set()
        for name in order.names:
            if name in props:
                props[name].paint(painter)
                continue
            unit = units[name]
            if crosses(frame, unit, units, {other for other in done if (name, other) in order.touching}):
                grows_on = f"{unit.side}-{CHILD.get(unit.kind)}" in done
                self._keyline(painter, frame, unit, shapes[name], grows_on=grows_on)
            shining = [muscle for muscle in muscles if muscle.unit == name]
            self._unit(painter, frame, unit, shapes[name], boxes, shining, glow)
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
        if unit.kind not in _KEYLINES:
            return
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
        boxes: dict[str, Box],
        shining: list[Glowing],
        glow: float,
    ) -> None:
        palette = self._palette
        far = round(palette.far * farness(frame, unit), 2)
        parts = list(zip(unit.parts, shapes, strict=True))
        if unit.kind in CHILD and frame.shadows.depth[unit.tip] > frame.shadows.depth[unit.root] + _TOWARDS_CM:
            parts.reverse()  # the limb comes towards the eye: its hem lies behind the skin
        for part, shape in parts:
            base = palette.of(part.tone)
            if part.tone == SKIN and unit.kind == "neck":
                base = mix(base, palette.dark, _NECK_DARKER)
            if far:
                base = mix(mix(base, palette.top, 0.06) if part.tone == SKIN else base, palette.stage, far)
            self._pen.fill(painter, lit(base, palette, boxes[_box_of(unit, part.tone)]), shape)
            here = [muscle for muscle in shining if muscle.tone == part.tone]
            if here:
                strength = glow * (1 - far)
                paint_glow(painter, self._pen, palette, self._pen.path(shape), here, strength, frame.camera.scale)

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

    def _order(self, frame: Frame, units: dict[str, Unit], pieces: list[SetPiece]) -> Order:
        shadows = frame.shadows
        solids = [piece.solid for piece in pieces]
        for name, unit in units.items():
            rows = unit.nodes[::_THIN]
            solids.append(Solid(name, shadows.xy.take(rows, 0), shadows.depth.take(rows), shadows.radius.take(rows)))
        carried = [(piece.piece.name, above) for piece in pieces for above in piece.piece.carries]
        return back_to_front(solids, [*forced(frame), *carried])


def _box_of(unit: Unit, tone: str) -> str:
    """The name of the gradient that a part shares with its neighbours, so that no joint shows."""
    if tone != SKIN:
        return tone
    if not unit.side:
        return "head"
    return f"{unit.side}-{'arm' if unit.kind in ('upper', 'fore') else 'leg'}"
