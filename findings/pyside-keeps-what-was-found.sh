#!/usr/bin/env bash
# PySide6 6.11: what findChildren finds stays in memory for as long as the widget that was asked.
#
# findChildren hands out objects that somewhere have a parent of their own, and one would expect it to change nothing.
# It makes whatever it finds a child, in Python, of the widget that was asked. What Qt itself has made within one (the
# line in a number field, a scroll area's bars) tells Python nothing of its end: its Python object stays, as a child that
# is no more, until the widget that was asked goes. Asked of a window again and again, as for where Tab leads, each page
# that was there leaves some behind. Going down by children() makes each a child of what it lies in, and keeps none.
#
# What we do: what lies in a widget is gone through by children() (coach/ui/widgets/focus.py, widgets_in).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3

cat >found.py <<'PY'
import gc
import sys
from importlib.metadata import version

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QVBoxLayout, QWidget


def within(widget):
    for one in widget.children():
        if isinstance(one, QWidget):
            yield one
            yield from within(one)


app = QApplication(["found", "-platform", "offscreen"])
window = QWidget()
column = QVBoxLayout(window)
for _ in range(20):
    page = QWidget()
    QVBoxLayout(page).addWidget(QSpinBox())
    column.addWidget(page)
    every = window.findChildren(QWidget) if "find" in sys.argv else list(within(window))
    assert len(every) == 3, every
    del every
    page.deleteLater()
    del page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
gc.collect()
left = sum(type(one) is QLineEdit for one in gc.get_objects())
print("PySide6-Essentials", version("PySide6-Essentials"), f"of 20 that are gone {left} are left")
PY
found=$(env/bin/python found.py find)
gone_through=$(env/bin/python found.py)
printf 'findChildren: %s\nchildren:     %s\n' "$found" "$gone_through"
# findChildren: PySide6-Essentials 6.11.3 of 20 that are gone 20 are left
# children:     PySide6-Essentials 6.11.3 of 20 that are gone 0 are left

if [[ $found == *" 0 are left" || $gone_through != *" 0 are left" ]]; then
    echo "PySide6 no longer keeps what was found." >&2
    exit 1
fi
