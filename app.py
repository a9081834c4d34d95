#!/usr/bin/env python3
"""Start Posture Coach from a checkout: python3 app.py [COMMAND]. The first start makes .venv beside this file."""

# This file must parse on every Python, even 2.7, to say which one is needed: no type hints, no f-strings, no pathlib.
import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.stderr.write(
        "posture-coach: Python 3.11 or later is needed; this is %d.%d (%s)\n"  # noqa: UP031
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )
    sys.exit(3)

ROOT = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
sys.path.insert(0, ROOT)

from coach.bootstrap import main  # noqa: E402 - only a new enough Python can read it

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], ROOT))
