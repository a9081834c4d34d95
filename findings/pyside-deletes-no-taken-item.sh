#!/usr/bin/env bash
# PySide6 6.11: an item that is taken out of a layout is deleted by nobody.
#
# Qt's documentation of takeAt says that whoever takes an item has to delete it; in Python one would expect that it goes
# when its last name does, as everything does there. The Python object does; the item itself stays in Qt's memory, some
# hundred bytes for each place of a page that is emptied and filled again. An item that is put into a layout that nobody
# holds goes with that.
#
# What we do: what is taken goes into a layout of its own, which ends (coach/ui/widgets/layouts.py, clear).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3

cat >taken.py <<'PY'
import sys
from importlib.metadata import version

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget


def kilobytes():
    with open("/proc/self/smaps_rollup") as told:
        return next(int(line.split()[1]) for line in told if line.startswith("Anonymous:"))


app = QApplication(["taken", "-platform", "offscreen"])
window, one = QWidget(), QWidget()
column = QVBoxLayout(window)
for number in range(210_000):
    if number == 10_000:
        before = kilobytes()
    column.addWidget(one)
    item = column.takeAt(0)
    if "into" in sys.argv:
        QVBoxLayout().addItem(item)
    del item
each = (kilobytes() - before) * 1024 / 200_000
print("PySide6-Essentials", version("PySide6-Essentials"), f"{each:.0f} bytes each")
PY
taken=$(env/bin/python taken.py)
into=$(env/bin/python taken.py into)
printf 'taken:                     %s\nand put where it is ended: %s\n' "$taken" "$into"
# taken:                     PySide6-Essentials 6.11.3 96 bytes each
# and put where it is ended: PySide6-Essentials 6.11.3 0 bytes each

if [[ $taken == *" 0 bytes each" || $into != *" 0 bytes each" ]]; then
    echo "PySide6 no longer leaves what is taken." >&2
    exit 1
fi
