"""The process of one question of a morning: `python -m coach.ui.nudge.morning_alone SESSION` asks, keeps the answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import timedelta

from coach.today.morning import ASKED_FOR
from coach.ui.application import make_application
from coach.ui.look.window_look import look_from, take_motion
from coach.ui.nudge.morning import MorningNudge
from coach.ui.nudge.way import drawing
from coach.ui.signals import listen_for_signals
from coach.ui.words.qt_language import LANGUAGE
from coach.unexpected import catch_the_rest
from coach.wiring import build


def main(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Ask about the session with this uid. Nothing where it is gone, and where no card can be drawn: Today still has
    the question.
    """
    parts = build(environ, sound=False)
    try:
        now = parts.clock.wall()
        past = parts.store.past(since=now - ASKED_FOR - timedelta(days=1), until=now)
        session = next((one for one in past if one.uid in arguments), None)
        drawn = drawing(environ, sys.platform)
        if session is None or drawn.why_not:
            return 0
        if drawn.platform:
            os.environ["QT_QPA_PLATFORM"] = drawn.platform
        app = make_application()
        app.setQuitOnLastWindowClosed(False)
        LANGUAGE.speak(parts.language)
        look = look_from(parts.store)
        take_motion(look, parts.store, parts.less_motion)
        look.dress(app)
        morning = MorningNudge(parts, look, app)
        morning.over.connect(app.quit)
        listener = listen_for_signals(app.quit)
        morning.ask(session)
        code = app.exec()
        morning.put_away(at_once=True)
        listener.close()
        return code
    finally:
        parts.close()


if __name__ == "__main__":
    catch_the_rest(os.environ)
    sys.exit(main(sys.argv[1:], os.environ))
