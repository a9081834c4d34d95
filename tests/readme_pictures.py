"""README's pictures anew: `python -m tests.readme_pictures`. Look at each of them before it is committed.

They show the shipped library and a person of the tests' making: two weeks of sessions, two wall tests and a Tuesday
morning at the desk, so that they differ from the last ones only in what the program itself shows differently.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from tests.stores import close_stores
from tests.ui.parts import TUESDAY, FakeParts

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
LIGHT = ("today", "routine", "exercise", "reminders", "session", "room", "nudge")
DARK = {"routines": "routines-dark"}
TICK_SECONDS, ANSWERED_AFTER_SECONDS = 30, 20


def a_person() -> FakeParts:
    """On Tuesday at a quarter to twelve."""
    parts = FakeParts()
    for days_ago in (1, 2, 3, 5, 6, 8, 9, 11, 12):
        parts.finish("anti-slouch-daily", days_ago=days_ago, minutes=9.6)
    parts.tested(days_ago=12, hold=19)
    parts.tested(days_ago=5, hold=24)
    a_morning(parts)
    parts.finish("desk-reset")
    return parts


def a_morning(parts: FakeParts) -> None:
    """At the desk from nine: the first nudge is answered, the second waits for a call's end, the third is put off."""
    now = TUESDAY
    parts.clock.set_wall(now.replace(hour=9, minute=0))
    nudges = 0
    while parts.clock.wall() < now - timedelta(seconds=TICK_SECONDS):
        in_a_call = now.replace(hour=9, minute=55) < parts.clock.wall() < now.replace(hour=10, minute=15)
        parts.quiet.now = frozenset({"camera"}) if in_a_call else frozenset()
        for nudge in parts.desk.tick():
            nudges += 1
            parts.clock.pass_time(ANSWERED_AFTER_SECONDS)
            if nudges == 3:
                parts.desk.snooze(nudge.id, 300.0)
            else:
                parts.desk.done(nudge.id)
        parts.clock.pass_time(TICK_SECONDS)


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from coach.ui.render import render

    with tempfile.TemporaryDirectory() as folder:
        for theme, names in (("light", dict(zip(LIGHT, LIGHT, strict=True))), ("dark", DARK)):
            made = {path.stem: path for path in render(a_person(), Path(folder) / theme, theme)}
            for name, kept_as in names.items():
                (FOLDER / f"{kept_as}.png").write_bytes(made[name].read_bytes())
                print(FOLDER / f"{kept_as}.png")
    close_stores()
    return 0


if __name__ == "__main__":
    sys.exit(main())
