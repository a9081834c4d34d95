"""The command line: what is typed becomes a command (coach/commands), and its end an exit code (commands/stop.py)."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from coach import __version__
from coach.commands.here import Here, LossError
from coach.commands.stop import FINE, MACHINE, Stop
from coach.unexpected import catch_the_rest, told

if TYPE_CHECKING:
    import argparse

    from coach.commands.parser import Parser


def run() -> NoReturn:
    """The process of the command line: as `main`, and its end is sure."""
    from coach.ending import end

    here = Here()
    catch_the_rest(here.environ)
    try:
        code = _obey(None, here)
    except SystemExit as leaving:  # of --help, of a wrong usage, of a signal
        code = leaving.code if isinstance(leaving.code, int) else FINE
    end(code, lambda code: _close(here, code))


def main(arguments: Sequence[str] | None = None, here: Here | None = None) -> int:
    """Run one command line, on this machine or `here`; the exit code. No traceback reaches the person."""
    here = here or Here()
    with here.closing:
        code = _obey(arguments, here)
        return _close(here, code)


def _obey(arguments: Sequence[str] | None, here: Here) -> int:
    """One command line without its end: what it builds goes to `here.closing`, to be given back however it ends."""
    _use_utf8()
    try:
        code = _command(sys.argv[1:] if arguments is None else list(arguments))(here)
        if sys.stdout is not None:  # as it is where it was closed, and in a program without a console
            sys.stdout.flush()
    except Stop as stop:
        print(f"posture-coach: {stop}", file=sys.stderr)
        here.told.append(str(stop))
        return stop.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader went away, as `| head` does
        _print_nowhere()
        return FINE
    except OSError as error:
        if not _is_output_full(error):
            return _unexpected(error, here.environ)
        _print_nowhere()
        print(f"posture-coach: what is printed cannot be written: {error.strerror}", file=sys.stderr)
        return MACHINE
    except Exception as error:  # noqa: BLE001 - the last line of defence: the details go to a file
        return _unexpected(error, here.environ)
    return code


def _command(words: Sequence[str]) -> Callable[[Here], int]:
    """What is typed, as what is to be done. The two that run as long as the person's day, and of which a person waits
    for the window, come without the other commands in memory, and without what reads words.
    """
    if not words:
        from coach.commands.opening import window

        return window
    if list(words) == ["--hidden"]:
        from coach.commands.running import hidden

        return hidden
    options = command_line().parse_args(words)
    return partial(options.run, options)


def _no_command(options: argparse.Namespace, here: Here) -> int:
    from coach.commands.opening import window
    from coach.commands.running import hidden

    return hidden(here) if options.hidden else window(here)


def _is_output_full(error: OSError) -> bool:
    """Whether the output could not take what was printed: a stream that is written to names no file, all else does."""
    return error.filename is None and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def _print_nowhere() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _close(here: Here, code: int) -> int:
    """Close what a command built; the exit code then."""
    try:
        here.closing.close()
    except LossError:
        return code or MACHINE
    except Exception as error:  # noqa: BLE001 - as above
        return _unexpected(error, here.environ)
    return code


def _use_utf8() -> None:
    """Titles hold letters that a console's own encoding may lack."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _unexpected(error: Exception, environ: Mapping[str, str]) -> int:
    print(told(error, environ), file=sys.stderr)
    return MACHINE


def command_line() -> Parser:
    """All commands and options. Nothing but the standard library is needed for it, so that the manual page and the
    completion of shells are made of it where a wheel is built.
    """
    from coach.commands import (
        authoring,
        focusing,
        looking,
        machine,
        past,
        plan,
        playing,
        remembered,
        reminding,
        safety,
        sharing,
        starting,
        taking_along,
        today,
        you,
    )
    from coach.commands.parser import Commands, Parser

    parser = Parser(
        prog="posture-coach",
        description="A coach for backs that sit all day or hurt after a run: wall test, guided routines, reminders.",
        epilog="Without a command: the window. A second start shows the first one's.",
    )
    parser.add_argument("--version", action="version", version=f"posture-coach {__version__}")
    parser.add_argument(
        "--hidden", action="store_true", help="no window: the reminders, and an icon where this desktop shows one"
    )
    parser.add_argument("-reverse", action="store_true", help="the window laid out from right to left, to look at")
    parser.set_defaults(run=_no_command)
    commands = Commands(parser)
    for family in (
        today,
        looking,
        playing,
        plan,
        safety,
        you,
        taking_along,
        sharing,
        focusing,
        authoring,
        reminding,
        past,
        remembered,
        starting,
        machine,
    ):
        family.add_to(commands)
    return parser
