#!/usr/bin/env bash
# PySide6 6.11: a dozen modules of Python are compiled anew each time that it is imported, a third of what that takes.
#
# One would expect a wheel's modules to be compiled once, by pip or at the first import. What PySide6 has for signatures,
# stubs and the text of a TypeError is in a zip file within a library, as source, and its own importer keeps nothing of
# what it compiles; all of it is imported with PySide6, whether somebody asks for a signature or not.
#
# What we do: those modules are empty until somebody looks into them (coach/ui/pyside.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3

cat >compiled.py <<'PY'
import builtins
import time
from importlib.metadata import version

compiled, passed = [], 0.0
ordinary = builtins.compile


def compile_and_tell(source, filename, *how, **more):
    global passed
    began = time.process_time()
    try:
        return ordinary(source, filename, *how, **more)
    finally:
        passed += time.process_time() - began
        compiled.append(filename)


builtins.compile = compile_and_tell
began = time.process_time()
import PySide6.QtCore  # noqa: E402, F401

ours = [name for name in compiled if name.startswith("shibokensupport/")]
share = passed / (time.process_time() - began)
print("PySide6-Essentials", version("PySide6-Essentials"), len(ours), f"modules compiled, {share:.0%} of the import")
PY
first=$(env/bin/python compiled.py)
again=$(env/bin/python compiled.py)
printf 'the first time: %s\nthe second:     %s\n' "$first" "$again"
# the first time: PySide6-Essentials 6.11.3 13 modules compiled, 31% of the import
# the second:     PySide6-Essentials 6.11.3 13 modules compiled, 30% of the import

if [[ $again == *" 0 modules compiled"* ]]; then
    echo "PySide6 no longer compiles its modules each time." >&2
    exit 1
fi
