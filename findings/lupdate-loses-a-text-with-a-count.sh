#!/usr/bin/env bash
# PySide6 6.11: pyside6-lupdate leaves out, in silence, a text of Python whose count is anything but a name or a number,
# and marks one as having plural forms only where the count is a number.
#
# In C++ any expression may be the count of translate("Context", "%n files", "", count): lupdate takes the text along and
# marks it as numerus, so that Linguist asks for every form that the language has. Of Python's len(found) it takes nothing:
# no message and no warning, so that the sentence stays English for good. Of a name it takes the text without its mark,
# so that a language gets one form for all counts. Only a number, which nobody would write there, gives what one expects.
#
# What we do: tests/translations.py hands lupdate a copy of the program in which the count of each such call is 1, and a
# test holds what is found against all that is asked for.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3

cat >program.py <<'PY'
from PySide6.QtCore import QCoreApplication

found = ["a", "b"]
count = len(found)
QCoreApplication.translate("Files", "%n with a number", "", 2)
QCoreApplication.translate("Files", "%n with a name", "", count)
QCoreApplication.translate("Files", "%n with a call", "", len(found))
QCoreApplication.translate("Files", "%n with a sum", "", count + 1)
PY
env/bin/pyside6-lupdate -silent -locations none program.py -ts program.ts
for count in number name call sum; do
    message=$(grep -B1 "<source>%n with a $count</source>" program.ts || true)
    case $message in
    *'numerus="yes"'*) echo "a $count: found, with plural forms" ;;
    *source*) echo "a $count: found, with one form for every count" ;;
    *) echo "a $count: lost" ;;
    esac
done | tee told
# a number: found, with plural forms
# a name: found, with one form for every count
# a call: lost
# a sum: lost

if ! grep -q ": lost" told && ! grep -q "one form" told; then
    echo "pyside6-lupdate takes a text along whatever its count is." >&2
    exit 1
fi
