"""`play`: a session in the window, or in the terminal where no window can open."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from coach.commands.choosing import choose_length, find, refuse_empty
from coach.commands.here import Here
from coach.commands.opening import open_window
from coach.commands.parser import Commands, count, speed
from coach.commands.running import pass_on
from coach.commands.stop import INPUT, USAGE, Stop

if TYPE_CHECKING:
    from coach.wiring import Parts


def add_to(commands: Commands) -> None:
    """`play`."""
    playing = commands.add("play", play, "Run a routine, a test, or an exercise by itself.")
    playing.add_argument("id", metavar="ID", help="what list shows; ROUTINE@PLAN.WEEK; or focus")
    playing.add_argument("--terminal", action="store_true", help="without a window")
    playing.add_argument("--speed", type=speed, metavar="N", help="rehearse N times as fast")
    playing.add_argument("--mute", action="store_true", help="without sound and voice")
    playing.add_argument("--from", dest="from_", type=count, metavar="N", help="begin with exercise N")
    playing.add_argument(
        "--for", dest="for_", metavar="LENGTH", help="how long, for a routine of one long exercise: 45m"
    )
    playing.add_argument(
        "--questions",
        choices=("wall", "afterwards"),
        help="when a wall test asks: at the wall, or afterwards from memory; remembered",
    )


def play(options: argparse.Namespace, here: Here) -> int:
    """Run a routine, a test or an exercise by itself, in the window or else in the terminal; prints only what that
    shows.

    0 once it is over; 1 for what is unknown, no session, or refused by the running program; 2 for a wrong `--for` or
    `--from`; 3 where the window cannot start or a running program does not answer; 130 where the terminal session was
    interrupted.
    """
    parts = here.build(speed=options.speed or 1.0, muted=options.mute)
    kind, ident = _session(parts, options)
    first = _first_interval(parts, kind, ident, options.from_)
    if options.questions is not None:
        _keep_when_asked(parts, kind, options.questions)
    if not options.terminal:
        reason = here.why_no_window()
        if reason is None:
            code = open_window(parts, (kind, ident, first), here)
            if code is not None:
                return code
            _refuse_what_cannot_be_passed_on(options)
            return pass_on({"do": "play", "kind": kind, "id": ident, "from": first}, parts.single, here, parts.language)
        from coach.words.no_window import said
        from coach.words.running import session_in_terminal

        print(session_in_terminal(parts.language, said(reason, parts.language)), file=sys.stderr)
    from coach.terminal.run import play_in_terminal

    return play_in_terminal(parts, kind, ident, first)


def _keep_when_asked(parts: Parts, kind: str, when: str) -> None:
    """When a wall test asks its questions, from this one on."""
    from coach.settings import ASK_AFTERWARDS

    if kind != "test":
        raise Stop("only a test has questions; leave --questions out", INPUT)
    parts.store.keep(ASK_AFTERWARDS, when == "afterwards")


def _session(parts: Parts, options: argparse.Namespace) -> tuple[str, str]:
    """Kind and id of what is to be played, as long as it is wanted."""
    chosen = find(parts, options.id)
    kind, ident = chosen.kind, chosen.id
    if kind not in ("routine", "test", "exercise"):
        raise Stop(
            f"{options.id} is of the kind {kind}; play a routine, a test or an exercise ('posture-coach list routine')",
            INPUT,
        )
    if options.for_ is not None:
        choose_length(parts, kind, ident, options.for_, remember=True)
    refuse_empty(parts, kind, ident)
    if not parts.timeline(kind, ident).intervals:
        raise Stop(f"{ident} has nothing to do: a rest at the end of a session is left out", INPUT)
    return kind, ident


def _first_interval(parts: Parts, kind: str, ident: str, number: int | None) -> int:
    """The interval that leads to exercise step `number` (from 1), its change-over included."""
    if number is None or number == 1:
        return 0
    timeline = parts.timeline(kind, ident)
    for index, interval in enumerate(timeline.intervals):
        if interval.kind == "work" and interval.step == number:
            before = timeline.intervals[index - 1] if index else interval
            return index - 1 if before.kind in ("prepare", "between", "rest") else index
    raise Stop(f"--from {number}: {ident} has {timeline.exercises} exercises; write a number from 1 to that", USAGE)


def _refuse_what_cannot_be_passed_on(options: argparse.Namespace) -> None:
    """A session with sound, where none was wanted, would be worse than none."""
    if options.mute:
        raise Stop(
            "Posture Coach is running already, and --mute cannot be passed on to it; switch the sound off there (M), "
            "or add --terminal",
            INPUT,
        )
    if options.speed:
        raise Stop(
            "Posture Coach is running already, and --speed cannot be passed on to it; end it, or add --terminal", INPUT
        )
