#!/usr/bin/env bash
# Qt 6.11 (PySide6): a variable font file says "weight 700" and draws ExtraLight, whatever weight is asked for.
#
# fontpkg-manrope brings the whole family in one file with a weight axis from 200 to 800 and seven named styles from
# ExtraLight to ExtraBold. One would expect QFont.setWeight to choose among them, or Qt to say that it cannot. Loaded as
# an application font on Linux the file is one style, ExtraLight, where the axis begins: every weight draws the same thin
# letters, not even emboldened, and QFontInfo, which is there to tell what is really used, repeats the wish.
# setVariableAxis does move, and then QFontInfo says 400 for all: only the drawn letters tell.
#
# What we do: the weight goes through the axis alone.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3 fontpkg==0.2.2 fontpkg-manrope==4.505

cat >weight.py <<'PY'
import sys
from pathlib import Path

import fontpkg_manrope
from PySide6 import __version__
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication, QImage, QPainter

application = QGuiApplication([])
file = next(Path(fontpkg_manrope.__file__).parent.rglob("Manrope?wght?.ttf"))
family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))[0]


def drawn(weight: int, by_axis: bool) -> tuple[int, int]:
    """The ink of a word, in pixels, and the weight that Qt says it took."""
    font = QFont(family)
    font.setPixelSize(100)
    if by_axis:
        font.setVariableAxis(QFont.Tag("wght"), weight)
    else:
        font.setWeight(QFont.Weight(weight))
    paper = QImage(900, 200, QImage.Format.Format_Grayscale8)
    paper.fill(255)
    painter = QPainter(paper)
    painter.setFont(font)
    painter.drawText(10, 130, "Shoulders")
    painter.end()
    return sum(255 - grey for grey in bytes(paper.constBits())) // 255, QFontInfo(font).weight()


WEIGHTS = (200, 400, 700)
plain = [drawn(weight, False) for weight in WEIGHTS]
axis = [drawn(weight, True) for weight in WEIGHTS]
print("PySide6", __version__, family, QFontDatabase.styles(family))
for weight, (ink, said), (axis_ink, axis_said) in zip(WEIGHTS, plain, axis):
    print(f"{weight}: setWeight {ink} px, says {said}; setVariableAxis {axis_ink} px, says {axis_said}")
# Manrope ['ExtraLight']
# 200: setWeight 5709 px, says 200; setVariableAxis 5709 px, says 400
# 400: setWeight 5709 px, says 400; setVariableAxis 9294 px, says 400
# 700: setWeight 5709 px, says 700; setVariableAxis 14161 px, says 400

if len({ink for ink, _ in plain}) > 1 or [said for _, said in plain] != list(WEIGHTS):
    sys.exit("setWeight now changes the letters, or QFontInfo no longer repeats the wish.")
if not axis[0][0] < axis[1][0] < axis[2][0] or {said for _, said in axis} != {400}:
    sys.exit("The axis no longer changes the letters, or QFontInfo now knows of it.")
PY
QT_QPA_PLATFORM=offscreen env/bin/python weight.py
