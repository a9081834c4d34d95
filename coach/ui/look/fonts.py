"""Manrope and JetBrains Mono from their packages, with the weight varied by Qt; the system's fonts without them."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

_PACKAGES = {"text": "fontpkg_manrope", "code": "fontpkg_jetbrains_mono"}


@dataclass(frozen=True)
class Families:
    """The family names in use; None means the system's own."""

    text: str | None
    code: str | None

    def font(self, px: int, weight: int, tracking: float, tabular: bool, family: str) -> QFont:
        """See Look.font; `px` is final here."""
        name = self.code if family == "code" else self.text
        if name is None:
            kind = QFontDatabase.SystemFont.FixedFont if family == "code" else QFontDatabase.SystemFont.GeneralFont
            font = QFontDatabase.systemFont(kind)
            font.setWeight(QFont.Weight(weight))
        else:
            font = QFont(name)
            # The weight goes through the axis alone: with setWeight beside it Qt would embolden a second time.
            font.setVariableAxis(QFont.Tag("wght"), weight)
        font.setPixelSize(px)
        if tracking:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * px)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


def load_fonts() -> Families:
    """Register what is installed with the running QGuiApplication; harmless when called again."""
    return Families(**{family: _load(package) for family, package in _PACKAGES.items()})


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
