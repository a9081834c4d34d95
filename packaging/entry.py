"""The start of a frozen program, which is its own Python: `posture-coach -m coach...` is one of its helpers."""

from __future__ import annotations

import runpy
import sys


def main() -> None:
    """Whatever is started with `sys.executable` elsewhere reaches the same module here."""
    words = sys.argv[1:]
    if words[:1] == ["-P"]:
        words = words[1:]
    if words[:1] == ["-m"] and len(words) > 1 and words[1].partition(".")[0] == "coach" and words[1] != "coach":
        sys.argv[1:] = words[2:]
        runpy.run_module(words[1], run_name="__main__", alter_sys=True)
        return
    if words[:2] == ["-m", "coach"]:
        words = words[2:]
    sys.argv[1:] = words
    from coach.cli import run

    run()


if __name__ == "__main__":
    main()
