"""Paints the body and the props between its limbs, from the back to the front."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QBrush, QPainter

from coach.ui.figure.body_parts import SKIN, Part, Unit
from coach.ui.figure.brushes import ATOP, OVER, lit, veil
from coach.ui.figure.canvas import Canvas
from coach.ui.figure.glow import Glowing, glowing, paint_glow
from coach.ui.figure.head import hair
from coach.ui.figure.keyline import Taper, keyline
from coach.ui.figure.layers import CHILD, crosses, farness, forced
from coach.ui.figure.order import Solids, back_to_front
from coach.ui.figure.palette import Palette, colour, mix
from coach.ui.figure.seen import Seen, body
from coach.ui.figure.set_pieces import SetPiece
from coach.ui.figure.shapes import Pen, Shape
from coach.ui.figure.unmoved import Unmoved

# Chosen by eye, but for the keyline's width: .0062 of the stature, as in the drawn look.
_KEYLINE_CM, _STRENGTH = 1.05, 235  # of 255
_HAIR_CM = 3.0  # as far as it reaches beyond the head
_CONTOUR_PX, _CONTOUR_LEAST = 0.9, 0.3  # thinner on small pictures
_NECK_DARKER, _EAR_DARKER = 0.10, 0.09  # of the dark tone
_TOWARDS_CM = 14.0
# where a keyline begins along its unit, and where it is whole: shares of the way from joint to far end. By eye
# for each limb
_KEYLINES = {"upper": (0.46, 0.92), "fore": (0.12, 0.45), "thigh": (0.30, 0.75), "shank": (0.16, 0.45)}


class BodyPainter:
    """Paints bodies with one palette on a clear layer."""

    def __init__(self, palette: Palette, pen: Pen) -> None:
        self._palette, self._pen = palette, pen
        self._lit = Canvas()
        self._unmoved = Unmoved()

    @property
    def bytes(self) -> int:
        """The memory of the pictures that it keeps."""
        return self._lit.bytes + self._unmoved.bytes

    def paint(self, painter: QPainter, seen: Seen, pieces: Sequence[SetPiece], glow: float) -> None:
        """The body with `pieces` of props in their places; the frame's muscles glow with strength `glow`."""
        self._unmoved.follow(seen, painter.device().devicePixelRatioF())
        units = seen.body.sorted_units
        props = {piece.name: piece for piece in pieces}
        carried = [(piece.name, above) for piece in pieces for above in piece.carries]
        solids = Solids.joined([*(piece.solids for piece in pieces), seen.solids()])
        order = back_to_front(solids, [*forced(seen), *carried])
        brushes = _Brushes(self._palette, seen)
        muscles: dict[tuple[str, str], list[Glowing]] = {}
        for muscle in glowing(seen) if glow > 0 else ():
            muscles.setdefault((muscle.unit, muscle.tone), []).append(muscle)
        done: set[str] = set()
        for name in order.names:
            if name in props:
                props[name].paint(painter)
                continue
            unit = units[name]
            if unit.kind in _KEYLINES:
                under = {other for other in done if order.touches(name, other)}
                if crosses(seen, unit, units, under):
                    grows_on = f"{unit.side}-{CHILD.get(unit.kind)}" in done
                    self._keyline(painter, seen, unit, grows_on=grows_on)
            self._unit(painter, seen, unit, brushes, muscles, glow)
            done.add(name)
            if name in ("head", "neck") and {"head", "neck"} <= done:
                self._hair(painter, seen)

    def silhouette(self, painter: QPainter, seen: Seen) -> None:
        """The whole body in the tone of its skin."""
        skin = QBrush(colour(self._palette.skin))
        for unit in body().units:
            for shape in seen.shapes(unit):
                self._pen.fill(painter, skin, shape)
        outline = hair(seen.camera, seen.posture.rotations, seen.posture.origins)
        if outline is not None:
            self._pen.fill(painter, skin, outline)

    def contour(self, painter: QPainter, seen: Seen) -> None:
        """A thin dark edge round pale skin, to lie under the body, where the tone alone would not stand out from the
        stage."""
        if self._palette.contour is None:
            return
        wide = min(_CONTOUR_PX, _CONTOUR_LEAST + 0.25 * seen.camera.scale)
        brush = QBrush(colour(self._palette.contour))
        for unit in seen.body.sorted_units.values():
            for part in unit.parts:
                if part.tone == SKIN:

                    def draw(on: QPainter, outline: int = part.outline) -> None:
                        self._pen.fill(on, brush, seen.traced.shape(outline).grown(wide))

                    name = ("contour", part.outline)
                    self._unmoved.paint(painter, (part.outline,), name, None, (part.outline,), wide, draw)

    def _keyline(self, painter: QPainter, seen: Seen, unit: Unit, *, grows_on: bool) -> None:
        width = _KEYLINE_CM * seen.camera.scale

        def draw(on: QPainter) -> None:
            taper = Taper(*_KEYLINES[unit.kind], grows_on)
            ends = seen.shadows.xy[unit.root], seen.shadows.xy[unit.tip]
            tubes = [seen.traced.tubes(outline) for outline in unit.outlines]
            self._pen.fill(on, veil(self._palette.key, _STRENGTH), keyline(tubes, width, ends, taper))

        painter.setCompositionMode(ATOP)
        self._unmoved.paint(painter, unit.outlines, ("keyline", unit.name), grows_on, unit.outlines, width, draw)
        painter.setCompositionMode(OVER)

    def _unit(
        self,
        painter: QPainter,
        seen: Seen,
        unit: Unit,
        brushes: _Brushes,
        muscles: dict[tuple[str, str], list[Glowing]],
        glow: float,
    ) -> None:
        far = round(self._palette.far * farness(seen, unit), 2)
        # a limb that comes towards the eye: its hem lies behind the skin
        is_turned = unit.kind in CHILD and seen.shadows.depth[unit.tip] > seen.shadows.depth[unit.root] + _TOWARDS_CM
        for part in reversed(unit.parts) if is_turned else unit.parts:
            shining = muscles.get((unit.name, part.tone), [])
            looks = brushes.looks(unit, part.tone, far), glow, *(round(one.near, 2) for one in shining)
            outlines = part.outline, *(one.outline for one in shining)

            def draw(on: QPainter, part: Part = part, shining: list[Glowing] = shining) -> None:
                brush, shape = brushes.of(unit, part.tone, far), seen.traced.shape(part.outline)
                if shining:
                    self._shining(on, seen, brush, shape, shining, glow * (1 - far))
                else:
                    self._pen.fill(on, brush, shape)

            self._unmoved.paint(painter, outlines, part.outline, looks, (part.outline,), 0.0, draw)

    def _shining(
        self, painter: QPainter, seen: Seen, brush: QBrush, shape: Shape, shining: list[Glowing], strength: float
    ) -> None:
        """A part by itself, so that the glow stays on it."""
        within = self._lit.begin(seen.camera.size, painter.device().devicePixelRatioF(), shape.box)
        self._pen.fill(within, brush, shape)
        paint_glow(within, self._pen, self._palette, seen, shining, strength, shape.box)
        within.end()
        self._lit.show(painter)

    def _hair(self, painter: QPainter, seen: Seen) -> None:
        ears = [unit for unit in seen.body.units if unit.kind == "ear"]
        head = seen.body.sorted_units["head"].outlines
        outlines = [*head, *(number for ear in ears for number in ear.outlines)]

        def draw(on: QPainter) -> None:
            palette = self._palette
            outline = hair(seen.camera, seen.posture.rotations, seen.posture.origins)
            if outline is not None:
                self._pen.fill(on, lit(palette.hair, palette, outline.box), outline)
            brush = QBrush(colour(mix(palette.skin, palette.dark, _EAR_DARKER)))
            for ear in ears:
                if seen.facing("head", 2) * (1 if ear.side == "right" else -1) > -0.12:
                    self._pen.fill(on, brush, seen.shapes(ear)[0])

        self._unmoved.paint(painter, outlines, "hair", None, head, _HAIR_CM * seen.camera.scale, draw)


class _Brushes:
    """One frame's brushes: a gradient is shared by all parts that it runs across."""

    def __init__(self, palette: Palette, seen: Seen) -> None:
        self._palette = palette
        self._boxes = dict(zip(seen.body.spread, seen.shadows.boxes(*seen.body.spreads), strict=True))
        self._made: dict[tuple[str, bool, float], QBrush] = {}

    def looks(self, unit: Unit, tone: str, far: float) -> tuple[float, ...]:
        """Equal for brushes that look alike; half a pixel of a gradient is not seen."""
        _, top, _, bottom = self._boxes[_box_of(unit, tone)]
        return far, round(2 * top), round(2 * bottom)

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
