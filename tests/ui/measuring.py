"""How large every word of a view is drawn, whoever draws it: `measured`.

Each widget is drawn by itself into an SVG, whose text keeps its letters and their size, also what lies beyond a scroll
area's edge and what is painted without a label.
"""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from collections import defaultdict

from PySide6.QtCore import QBuffer, QPoint, QSize
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from tests.ui.seeing import settle

Measured = dict[tuple[str, str], list[float]]
"""Pixels of each word's letters, the smallest first, by what draws it and the word."""

_SVG = "{http://www.w3.org/2000/svg}"
_MATRIX = re.compile(r"matrix\(([^)]*)\)")
_OWN = QWidget.RenderFlag.IgnoreMask


def measured(view: QWidget) -> Measured:
    """Of all that is visible in `view`."""
    settle()
    found: Measured = defaultdict(list)
    for widget in (view, *view.findChildren(QWidget)):
        if widget.isVisibleTo(view) and not widget.size().isEmpty():
            for word, px in _words_of(widget):
                found[_path(widget, view), word].append(px)
    return {key: sorted(sizes) for key, sizes in found.items()}


def _path(widget: QWidget, view: QWidget) -> str:
    names: list[str] = []
    above: QWidget | None = widget
    while above is not None and above is not view and len(names) < 3:
        if type(above) is not QWidget:
            names.append(type(above).__name__)
        above = above.parentWidget()
    return " in ".join(names)


def _words_of(widget: QWidget) -> list[tuple[str, float]]:
    buffer = QBuffer()
    svg = QSvgGenerator()
    svg.setOutputDevice(buffer)
    svg.setSize(QSize(widget.width(), widget.height()))
    painter = QPainter(svg)
    QWidget.render(widget, painter, QPoint(), QRegion(), _OWN)
    painter.end()
    return [
        (word, px)
        for element, scale in _texts(ET.fromstring(bytes(buffer.data().data())), 1.0)
        for word in "".join(element.itertext()).split()
        if (px := float(element.get("font-size", "0")) * scale) > 0
    ]


def _texts(element: ET.Element, scale: float) -> list[tuple[ET.Element, float]]:
    """Each text, and how much larger it is drawn than it says."""
    found = _MATRIX.match(element.get("transform", ""))
    if found is not None:
        _a, _b, c, d = [float(one) for one in found[1].split(",")][:4]
        scale *= math.hypot(c, d)
    if element.tag == f"{_SVG}text":
        return [(element, scale)]
    return [one for child in element for one in _texts(child, scale)]
