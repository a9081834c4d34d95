"""`focus`: a routine for the focus areas of the last test."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coach.commands.here import Here
from coach.commands.moment import add_at, moment_of
from coach.commands.parser import Commands, add_json
from coach.commands.printing import print_for_programs
from coach.commands.stop import FINE, INPUT, MACHINE, Stop

if TYPE_CHECKING:
    from coach.progression.focus import Focus
    from coach.session.timeline import Timeline
    from coach.wiring import Parts

LONGEST_MINUTES = 60


def add_to(commands: Commands) -> None:
    """`focus`."""
    focusing = commands.add("focus", focus, "A routine for the focus areas of your last test; 'play focus' begins it.")
    focusing.add_argument(
        "--minutes",
        type=_minutes,
        metavar="N",
        help="about how long, 1 to 60; without it as you chose, 8 to begin with",
    )
    add_at(focusing)
    forms = focusing.add_mutually_exclusive_group()
    add_json(forms)
    forms.add_argument("--save", metavar="ID", help="keep it as a routine of your own with this id")


def focus(options: argparse.Namespace, here: Here) -> int:
    """Print the routine as text or JSON, or keep it as a file and print its path; 0, or 1 where there is none, with the
    reason, and where it cannot be kept under that id; 3 where this machine cannot write it.

    It is the routine before any level; 'show focus --mine' has the levels.
    """
    parts = here.build()
    made = _made_for(parts, options.minutes, moment_of(options.at, parts.clock))
    if options.save is not None:
        print(_saved(made, options.save, parts))
    elif options.json:
        print_for_programs(_as_json(made, parts))
    else:
        print(_as_text(made, parts))
    return FINE


def _made_for(parts: Parts, minutes: float | None, at: datetime) -> Focus:
    """The routine; where there is none, the reason stops the command."""
    from coach.commands.choosing import why_no_focus
    from coach.progression.focus import NoFocus

    made = parts.focus(minutes, at)
    if isinstance(made, NoFocus):
        raise Stop(why_no_focus(made, parts), INPUT)
    return made


def _as_text(made: Focus, parts: Parts) -> str:
    from coach.commands.showing import describe
    from coach.session.compile import compile_routine

    catalogue = parts.library.catalogue
    timeline = compile_routine(made.routine, catalogue, parts.language.tag)
    shown = describe("routine", made.routine, timeline, catalogue, language=parts.language)
    told = [shown, *_said(made, parts, timeline)]
    return "\n\n".join(line for line in told if line)


def _as_json(made: Focus, parts: Parts) -> dict[str, object]:
    from coach.session.compile import compile_routine
    from coach.words.language import ENGLISH
    from coach.words.progression import left_out_as_json, short_focus

    timeline = compile_routine(made.routine, parts.library.catalogue)
    return {
        **timeline.as_json(),
        "areas": list(made.areas),
        "why": str(made.routine.why),
        "wanted_seconds": made.wanted,
        "short": short_focus(ENGLISH, made, timeline) or None,
        "left_out": left_out_as_json(ENGLISH, made.left_out),
    }


def _said(made: Focus, parts: Parts, timeline: Timeline) -> tuple[str, str]:
    from coach.words.progression import left_out, short_focus

    exercises, language = parts.library.catalogue.exercises, parts.language
    return left_out(language, made.left_out, exercises), short_focus(language, made, timeline)


def _saved(made: Focus, ident: str, parts: Parts) -> Path:
    """The file that it was kept in."""
    from coach.content.scalars import ID
    from coach.files import is_there
    from coach.progression.focus import FOCUS
    from coach.wiring.own_files import file_of, is_taken, keep_routine

    path = file_of(parts.home, ident)
    if not ID.fullmatch(ident):
        raise Stop(f"--save {ident}: an id is 2 to 63 small letters, digits and hyphens, the first a letter", INPUT)
    if ident == FOCUS:
        raise Stop(f"--save {FOCUS}: that is what the last test asks for, always; choose another id", INPUT)
    if is_taken(parts.home, parts.library.catalogue, ident):
        if is_there(path):  # one that is shipped cannot be deleted
            raise Stop(
                f"--save {ident}: there is such a routine already; choose another id, or delete {path} first", INPUT
            )
        raise Stop(f"--save {ident}: there is such a routine already; choose another id", INPUT)
    try:
        return keep_routine(parts.home, made.routine, ident)
    except OSError as problem:
        raise Stop(f"{path} cannot be written: {problem.strerror or problem}", MACHINE) from None


def _minutes(text: str) -> float:
    """Whole minutes, 1 to 60."""
    if not (text.isdecimal() and text.isascii() and 1 <= int(text) <= LONGEST_MINUTES):
        raise argparse.ArgumentTypeError(f"{text} is not a length; write minutes, 1 to {LONGEST_MINUTES}")
    return float(text)
