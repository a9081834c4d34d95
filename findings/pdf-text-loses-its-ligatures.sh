#!/usr/bin/env bash
# Qt 6.11's PDF writer with the font Manrope: "little" prints as it should and is read as "li", a private sign, "le".
#
# A PDF carries a table (ToUnicode) from drawn shapes back to text, for search, copying and reading aloud. One expects a
# ligature to stand there with the letters it is made of, which the text that was drawn knows. Qt fills the table from
# the font's own list instead, from shape to code point; Manrope lists its tt and ff shapes under private code points
# (U+E009, U+E007), so every reader gets these. On paper and on the screen nothing is to be seen of it.
#
# What we do: the sheet's fonts have the feature `liga` off; each letter is then a shape of its own.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check \
  PySide6-Essentials==6.11.3 fontpkg==0.2.2 fontpkg-manrope==4.505 pypdf==7.1.1 pdfminer.six==20260107

cat >sheet.py <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import fontpkg_manrope
from pdfminer.high_level import extract_text
from pypdf import PdfReader
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPainter, QPdfWriter

WORDS = "a little office letter"
application = QGuiApplication([])
file = next(Path(fontpkg_manrope.__file__).parent.rglob("Manrope?wght?.ttf"))
family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))[0]


def read_back(name: str, ligatures: bool) -> dict[str, str]:
    """What two readers find on a page on which WORDS was drawn."""
    font = QFont(family, 20)
    if not ligatures:
        font.setFeature(QFont.Tag("liga"), 0)
    writer = QPdfWriter(name)
    painter = QPainter(writer)
    painter.setFont(font)
    painter.drawText(400, 800, WORDS)
    painter.end()
    found = {"pypdf": PdfReader(name).pages[0].extract_text(), "pdfminer.six": extract_text(name)}
    return {reader: " ".join(text.split()) for reader, text in found.items()}


plain, cured = read_back("plain.pdf", True), read_back("cured.pdf", False)
print(", ".join(f"{name} {version(name)}" for name in ("PySide6-Essentials", "fontpkg-manrope", *plain)))
for reader in plain:
    print(f"{reader}: {ascii(plain[reader])}, without liga {ascii(cured[reader])}")
# pypdf: 'a li\ue009le o\ue007ice le\ue009er', without liga 'a little office letter'
# pdfminer.six: 'a li\ue009le o\ue007ice le\ue009er', without liga 'a little office letter'

if set(plain.values()) != {WORDS.replace("tt", "\ue009").replace("ff", "\ue007")}:
    sys.exit("The ligatures no longer come back as private code points.")
if set(cured.values()) != {WORDS}:
    sys.exit("Without the feature liga the letters no longer come back.")
PY
QT_QPA_PLATFORM=offscreen env/bin/python sheet.py
