#!/usr/bin/env bash
# PySide6 6.11: the source of every module that imports anything after it is read, and kept.
#
# To see where `from __feature__ import snake_case` may hold, PySide6 hooks the import statement and asks of each module
# that comes by whether its source names PySide6. One would expect no more than a flag of each to stay. It asks by
# inspect.getsource, which goes through linecache, and linecache keeps the lines of all that it has read, for as long as
# the program runs: every module's source is in memory as text, a string a line. Here that of a few modules of the
# standard library, none of which has to do with Qt; in a program of some hundred modules it is four megabytes.
#
# What we do: nothing of ours imports a feature, so the import statement is Python's own again (coach/ui/pyside.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3

cat >kept.py <<'PY'
import linecache
import sys
from importlib.metadata import version

if "qt" in sys.argv:
    import PySide6.QtCore  # noqa: F401

before = set(linecache.cache)
import asyncio  # noqa: E402, F401
import xml.dom.minidom  # noqa: E402, F401

kept = [linecache.cache[name][2] for name in set(linecache.cache) - before]
kilobytes = sum(sys.getsizeof(line) for lines in kept for line in lines) / 1024
print("PySide6-Essentials", version("PySide6-Essentials"), f"{len(kept)} sources, {kilobytes:.0f} kB")
PY
plain=$(env/bin/python kept.py)
qt=$(env/bin/python kept.py qt)
printf 'without PySide6: %s\nafter it:        %s\n' "$plain" "$qt"
# without PySide6: PySide6-Essentials 6.11.3 0 sources, 0 kB
# after it:        PySide6-Essentials 6.11.3 53 sources, 3127 kB

if [[ $qt == *" 0 sources"* || $plain != *" 0 sources"* ]]; then
    echo "PySide6 no longer has every source kept." >&2
    exit 1
fi
