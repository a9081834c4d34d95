"""Manrope from its package, with the weight varied by Qt; the system's font without it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from coach.values import dataclass

_PACKAGE = "fontpkg_manrope"


@dataclass(frozen=True)
class Typeface:
    """The family in use by its name; None means the system's own."""

    family: str | None

    def font(self, px: int, weight: int, tracking: float, *, tabular: bool) -> QFont:
        """See Look.font; `px` is final here."""
        if self.family is None:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
            font.setWeight(QFont.Weight(weight))
        else:
            font = QFont(self.family)
            # The weight goes through the axis alone: with setWeight beside it Qt would embolden a second time.
            font.setVariableAxis(QFont.Tag("wght"), weight)
        font.setPixelSize(px)
        if tracking:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * px)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


def load_typeface() -> Typeface:
    """Register what is installed with the running QGuiApplication; harmless when called again."""
    return Typeface(_load(_PACKAGE))


def _load(package: str) -> str | None:
    """The family's name, or None where the package or its file is missing."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    files = sorted((Path(spec.origin).parent / "files").glob("*.ttf"))
    upright = [file for file in files if "Italic" not in file.name]
    if not upright:
        return None
    known = QFontDatabase.addApplicationFont(str(upright[0]))
    names = QFontDatabase.applicationFontFamilies(known) if known >= 0 else []
    return names[0] if names else None
