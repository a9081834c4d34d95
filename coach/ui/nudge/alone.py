"""The process of one nudge: `python -m coach.ui.nudge.alone` gets it as a line on its input, shows it and writes lines.

First {"shown": "nudge"} (or full-screen; or notification, with the "number" by which its server knows it), then one of
{"answered": "done"}, {"answered": "snoozed", "seconds": 300.0}, {"opened": true}: the window is wanted, and
{"expired": ""}, whose text says what was the matter. A "token" beside it is what the
desktop gives to bring the window to the front (XDG_ACTIVATION_TOKEN).
When its input ends it puts the nudge away. With `--plain` it comes as a notification, whatever it asks for.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from coach import strict_json
from coach.desktop.how import How
from coach.desktop.notifying import NoServerError
from coach.ending import end
from coach.reminders.nudge import Nudge
from coach.ui.nudge.between import LIFE_SECONDS, PLAIN
from coach.ui.nudge.heard import sound
from coach.ui.nudge.notified import put_up, said_of
from coach.ui.nudge.way import drawing
from coach.unexpected import catch_the_rest
from coach.words import how_known
from coach.words.no_window import no_card
from coach.words.sentences import apart_list

if TYPE_CHECKING:
    from coach.wiring import Parts

_BAD_INPUT = 2
_INPUT = 0  # a file descriptor


def main(arguments: list[str], environ: Mapping[str, str]) -> NoReturn:
    """Show the nudge of the input and leave the process."""
    try:
        nudge = Nudge.from_json(strict_json.read(sys.stdin.readline()))
    except ValueError as problem:
        sys.stderr.write(f"{problem}\n")
        end(_BAD_INPUT, lambda code: code)
    from coach.wiring import build

    parts = build(environ)
    show(nudge, parts, environ, is_plain=PLAIN in arguments)

    def give_back(code: int) -> int:
        parts.close()
        return code

    end(0, give_back)


def show(nudge: Nudge, parts: Parts, environ: Mapping[str, str], *, is_plain: bool = False) -> None:
    """Until it is over. What cannot be drawn comes as a notification, and where no program shows those, as a card."""
    drawn = drawing(environ, sys.platform)
    why = ""
    if nudge.show == "notification" or is_plain or drawn.why_not:
        refusal = _notify(nudge, parts, environ)
        if refusal is None:
            return
        drawn = drawing(environ, sys.platform)  # the X server may have gone since then, too
        card = "" if drawn.why_not is None else no_card(drawn.why_not, parts.language)
        why = apart_list((one for one in (card, refusal) if one), parts.language)
    if drawn.why_not or is_plain:
        say(expired=why)
        return
    if drawn.platform:
        os.environ["QT_QPA_PLATFORM"] = drawn.platform
    from coach.ui.nudge.drawn import draw

    draw(nudge, parts, say, _INPUT)


def say(**what: Any) -> None:
    """A line to whoever started this process; nobody may listen any more."""
    try:
        sys.stdout.write(f"{strict_json.write(what)}\n")
        sys.stdout.flush()
    except (OSError, ValueError):
        return


def _notify(nudge: Nudge, parts: Parts, environ: Mapping[str, str]) -> str | None:
    """Show it as a notification until it is over; why it could not be, or ended before it was over."""
    try:
        notification = put_up(nudge, parts.language, LIFE_SECONDS, environ)
    except NoServerError as refusal:
        return how_known.one(refusal.how, parts.language)
    signal.signal(signal.SIGTERM, _leave)  # what is left up would be nobody's
    try:
        say(shown="notification", number=notification.number)
        sound(parts)
        outcome = notification.outcome(_INPUT)
    finally:
        notification.close()
    if outcome.ending == "lost":
        return how_known.one(How("notifier-gone"), parts.language)
    say(**said_of(outcome, nudge))
    return None


def _leave(number: int, _frame: object) -> NoReturn:
    sys.exit(128 + number)


if __name__ == "__main__":
    catch_the_rest(os.environ)
    main(sys.argv[1:], os.environ)
