"""Paints one posture and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from coach.figure.body import SEGMENTS
from coach.ui.figure.body_parts import SKIN, Body, Unit, build_body
from coach.ui.figure.brushes import NO_PEN, Box, fading_in, lit
from coach.ui.figure.camera import Camera
from coach.ui.figure.head import hair
from coach.ui.figure.order import Order, Solid, back_to_front
from coach.ui.figure.palette import Palette, colour, mix
from coach.ui.figure.shadow import paint_shadow
from coach.ui.figure.shapes import Pen, Shadows, grown

_ROW = {name: row for row, name in enumerate(SEGMENTS)}
_KEYLINE_CM = 1.05
_CONTOUR_PX = 0.9
_GHOST = 0.26
_NECK_DARKER, _EAR_DARKER = 0.10, 0.09
# where a keyline begins along its unit, and where it is whole: shares of the way from joint to far end
_CHILD = {"upper": "fore", "thigh": "shank"}
_KEYLINES = {"upper": (0.46, 0.92), "fore": (0.12, 0.45), "thigh": (0.30, 0.75), "shank": (0.16, 0.45)}


@lru_cache(1)
def body() -> Body:
    """The flesh, built when the first figure is painted."""
    return build_body()


@dataclass(frozen=True)
class Frame:
    """One posture as one camera sees it."""

    posture: object
    camera: Camera
    shadows: Shadows
    centres: np.ndarray
    reach: np.ndarray

    @classmethod
    def of(cls, posture, camera: Camera) -> Frame:
        nodes = body().nodes
        centres, axes = nodes.placed(posture.rotations, posture.origins)
        return cls(posture, camera, Shadows(camera, centres, axes), centres, nodes.radii.max(1))

    def axis(self, segment: str, column: int) -> np.ndarray:
        return self.posture.rotations[_ROW[segment]][:, column]

    def facing(self, segment: str, column: int) -> float:
        """How far a segment's axis is turned to the eye, -1 to 1."""
        return float(self.camera.to_eye @ self.axis(segment, column))

    def depth(self, segment: str) -> float:
        return float(self.posture.origins[_ROW[segment]] @ self.camera.to_eye)


class FigurePainter:
    """Paints postures with one palette; keeps only scratch memory between frames."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._pen = Pen()

    def paint(self, painter: QPainter, posture, camera: Camera) -> None:
        """The body alone, on a transparent layer of its own so that keylines stay on the body."""
        frame = Frame.of(posture, camera)
        paint_shadow(painter, camera, self._palette, frame.centres, frame.reach)
        ratio = painter.device().devicePixelRatioF()
        layer = QImage(
            round(camera.size[0] * ratio), round(camera.size[1] * ratio), QImage.Format.Format_ARGB32_Premultiplied
        )
        layer.setDevicePixelRatio(ratio)
        layer.fill(0)
        within = QPainter(layer)
        within.setRenderHint(QPainter.RenderHint.Antialiasing)
        within.setPen(NO_PEN)
        self._body(within, frame)
        within.end()
        painter.drawImage(0, 0, layer)

    # --- the body ----------------------------------------------------------------------------------------------------

    def _body(self, painter: QPainter, frame: Frame) -> None:
        units = {unit.name: unit for unit in body().units if unit.kind != "ear"}
        order = self._order(frame, units)
        shapes = {name: [frame.shadows.polygons(part.hulls) for part in unit.parts] for name, unit in units.items()}
        self._contour(painter, order, units, shapes)
        boxes = {name: frame.shadows.bounds(nodes) for name, nodes in body().spread.items()}
        done: set[str] = set()
        for name in order.names:
            unit = units[name]
            grows_on = f"{unit.side}-{_CHILD.get(unit.kind)}" in done
            if any((name, other) in order.touching for other in done):
                self._keyline(painter, frame, unit, shapes[name], grows_on=grows_on)
            self._unit(painter, frame, unit, shapes[name], boxes)
            done.add(name)
            if name in ("head", "neck") and {"head", "neck"} <= done:
                self._hair(painter, frame, boxes["head"])

    def _contour(self, painter: QPainter, order: Order, units, shapes) -> None:
        """A thin dark edge round pale skin, under everything, where the tone alone would not stand out from the stage."""
        if self._palette.contour is None:
            return
        painter.setBrush(colour(self._palette.contour))
        for name in order.names:
            for part, polygons in zip(units[name].parts, shapes[name], strict=True):
                if part.tone == SKIN:
                    self._pen.fill(painter, grown(polygons, _CONTOUR_PX))

    def _keyline(
        self, painter: QPainter, frame: Frame, unit: Unit, shapes: list[np.ndarray], *, grows_on: bool
    ) -> None:
        """A line in the stage's colour round a near limb where it crosses the body, fading in from the joint; and out
        again at the far end where the limb grows on into what is already painted."""
        if unit.kind not in _KEYLINES:
            return
        clear, full = _KEYLINES[unit.kind]
        start, end = frame.shadows.xy[unit.root], frame.shadows.xy[unit.tip]
        painter.setBrush(fading_in(self._palette.key, start, end, clear, full, 0.92, grows_on=grows_on))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        self._pen.fill(painter, grown(np.concatenate(shapes), _KEYLINE_CM * frame.camera.scale))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _unit(
        self, painter: QPainter, frame: Frame, unit: Unit, shapes: list[np.ndarray], boxes: dict[str, Box]
    ) -> None:
        palette = self._palette
        far = palette.far * self._farness(frame, unit)
        parts = list(zip(unit.parts, shapes, strict=True))
        if unit.kind in ("upper", "thigh") and frame.shadows.depth[unit.tip] > frame.shadows.depth[unit.root] + 6:
            parts.reverse()  # the limb comes towards the eye: its hem lies behind the skin
        for part, polygons in parts:
            base = palette.of(part.tone)
            if part.tone == SKIN and unit.kind == "neck":
                base = mix(base, palette.dark, _NECK_DARKER)
            if far:
                base = mix(mix(base, palette.top, 0.06) if part.tone == SKIN else base, palette.stage, far)
            painter.setBrush(lit(base, palette, boxes[_box_of(unit, part.tone)]))
            self._pen.fill(painter, polygons)

    def _hair(self, painter: QPainter, frame: Frame, box: Box) -> None:
        palette = self._palette
        outline = hair(frame.camera, frame.posture.rotations, frame.posture.origins)
        if outline is not None:
            bounds = outline.boundingRect()
            painter.setBrush(lit(palette.hair, palette, bounds.getCoords()))
            painter.drawPolygon(outline)
        for unit in body().units:
            sign = 1 if unit.side == "right" else -1
            if unit.kind == "ear" and frame.facing("head", 2) * sign > -0.12:
                painter.setBrush(colour(mix(palette.skin, palette.dark, _EAR_DARKER)))
                self._pen.fill(painter, frame.shadows.polygons(unit.parts[0].hulls))

    # --- before and behind -------------------------------------------------------------------------------------------

    def _order(self, frame: Frame, units: dict[str, Unit]) -> Order:
        shadows = frame.shadows
        solids = []
        for name, unit in units.items():
            rows = unit.nodes[::2]
            solids.append(Solid(name, shadows.xy[rows], shadows.depth[rows], shadows.radius[rows]))
        return back_to_front(solids, _forced(frame))

    @staticmethod
    def _farness(frame: Frame, unit: Unit) -> float:
        """1 for a limb on the far side of a body seen side-on, 0 for a near one or a body seen from the front."""
        if not unit.side:
            return 0.0
        segment = "t3" if unit.kind in ("upper", "fore") else "pelvis"
        turned = frame.facing(segment, 2) * (1 if unit.side == "right" else -1)
        return _smooth((-turned - 0.72) / 0.2)


def _box_of(unit: Unit, tone: str) -> str:
    if tone != SKIN:
        return tone
    if not unit.side:
        return "head"
    return f"{unit.side}-{'arm' if unit.kind in ('upper', 'fore') else 'leg'}"


def _forced(frame: Frame):
    """Pairs (behind, in front) that depths alone get wrong."""
    from_behind = frame.facing("head", 0) < -0.25 and frame.facing("head", 1) < 0.6
    yield ("head", "neck") if from_behind else ("neck", "head")
    yield ("torso", "neck") if frame.facing("t3", 1) > -0.5 else ("neck", "torso")
    hips, chest = frame.depth("pelvis"), frame.depth("t7")
    for side in ("left", "right"):
        hip, knee = frame.depth(f"{side}-thigh"), frame.depth(f"{side}-shank")
        if hip > hips - 7.6 and knee - hip > -14 and chest - hips < 16:
            yield ("torso", f"{side}-thigh")


def _smooth(share: float) -> float:
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)
