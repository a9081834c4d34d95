"""Fonts that fit: the wished size, or as much smaller as the room demands."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from coach.ui.look.theme import Look
from coach.ui.look.typography import TextStyle

_SMALLEST = 9  # pixels; smaller than anything that must be read, but the shape of the word is still there
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


def line_font(look: Look, text: str, style: TextStyle, width: float, *, smallest: float = _SMALLEST) -> QFont:
    """The font of `style`, or of as many pixels less (down to `smallest`) as one line of `text` needs in `width`."""
    font = look.font(style, tabular=True)
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > width > 0:
        px = max(smallest, math.floor(style.px * width / wide))
        font = look.font(style.sized(px), tabular=True)
        while QFontMetricsF(font).horizontalAdvance(text) > width and px > smallest:  # letters are whole pixels wide
            px -= 1
            font = look.font(style.sized(px), tabular=True)
    return font


def wrapped_height(font: QFont, text: str, width: float) -> float:
    """How high `text` stands when wrapped at words to `width`; infinite where a single word is wider."""
    metrics = QFontMetricsF(font)
    if any(metrics.horizontalAdvance(word) > width for word in text.split()):
        return math.inf
    return metrics.boundingRect(QRectF(0, 0, width, 100_000), WRAP, text).height()


def lines_of(font: QFont, text: str, width: float) -> list[str]:
    """`text` broken at words into lines no wider than `width`; a single word may be wider."""
    metrics, lines = QFontMetricsF(font), [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def whole_lines(font: QFont, text: str, width: float, height: float) -> list[str]:
    """The lines of `text` that stand in `height`, at least one; where some are left out the last ends with an
    ellipsis.
    """
    metrics, lines = QFontMetricsF(font), lines_of(font, text, width)
    most = max(1, math.floor((height + 1) / metrics.lineSpacing()))
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], metrics.elidedText(" ".join(lines[most - 1 :]), Qt.TextElideMode.ElideRight, width)]


def block_font(look: Look, text: str, styles: Sequence[TextStyle], width: float, height: float) -> tuple[QFont, float]:
    """The first of `styles` (largest first) in which wrapped `text` fits, and its height; else the last of them."""
    for style in styles:
        font = look.font(style)
        high = wrapped_height(font, text, width)
        if high <= height:
            return font, high
    return font, min(high, height)
