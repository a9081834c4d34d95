"""The process of one nudge: `python -m coach.ui.nudge.alone` gets it on its input, shows it and writes the answer.

The answer is one line of JSON: {"answered": "done"}, {"answered": "snoozed", "seconds": 300.0}, {"expired": ""}.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from coach import strict_json
from coach.reminders.nudge import Nudge
from coach.settings import REDUCED_MOTION, TEXT_SIZE, THEME
from coach.ui.application import make_application
from coach.ui.look.typography import BODY
from coach.ui.look.window_look import WindowLook
from coach.ui.nudge.on_card import CardScreen
from coach.ui.signals import listen_for_signals
from coach.wiring import build


def main() -> int:
    """Show the nudge of the input; 2 where there is none."""
    try:
        nudge = Nudge.from_json(strict_json.read(sys.stdin.read()))
    except ValueError as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    parts = build(os.environ)
    app = make_application()
    app.setQuitOnLastWindowClosed(False)
    store = parts.store
    look = WindowLook(store.get(THEME), store.get(TEXT_SIZE), store.get(REDUCED_MOTION))
    app.setPalette(look.palette())
    app.setFont(look.font(BODY))
    screen = CardScreen(parts, look, app)
    listener = listen_for_signals(app.quit)

    def answer(**said: Any) -> None:
        sys.stdout.write(f"{strict_json.write(said)}\n")
        sys.stdout.flush()
        app.quit()

    screen.answered.connect(lambda _id, what, seconds: answer(answered=what, seconds=seconds))
    screen.expired.connect(lambda _id, why: answer(expired=why))
    screen.show(nudge)
    code = app.exec()
    screen.put_away(at_once=True)
    listener.close()
    parts.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
