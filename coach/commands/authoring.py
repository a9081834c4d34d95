"""`check` and `schema`: for whoever writes content."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coach.commands.here import Here
from coach.commands.kinds import SCHEMA_KINDS
from coach.commands.parser import Commands, add_kind
from coach.commands.printing import print_json
from coach.commands.stop import FINE, INPUT, USAGE, Stop

if TYPE_CHECKING:
    from coach.content.examining import Examined
    from coach.content.problem import Problem


def add_to(commands: Commands) -> None:
    """`check` and `schema`."""
    checking = commands.add("check", check, "Every problem of YAML files, as FILE:LINE:COLUMN: text.")
    checking.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; none: the whole library")
    checking.add_argument("--language", metavar="TAG", help="instead, what is not translated into this one yet (de)")

    schemas = commands.add("schema", schema, "The JSON Schema of the YAML files, for editors and as the reference.")
    add_kind(schemas, SCHEMA_KINDS)


def check(options: argparse.Namespace, here: Here) -> int:
    """Print every problem as FILE:LINE:COLUMN: text, on stderr warnings and a count; 0 without problems, else 1."""
    if options.language is not None:
        return _check_language(options, here)
    from coach.content.examining import examine
    from coach.figure.judge import judge as judge_figure

    parts = here.build()
    paths, today = [Path(p) for p in options.paths], parts.clock.wall().date()
    examined = examine(paths, *parts.folders, judge_figure, today)
    for problem in examined.problems:
        print(problem)
    for warning in _warnings(examined):
        print(warning, file=sys.stderr)
    if count := len(examined.problems):
        print(f"{count} problem{'s' if count != 1 else ''}.", file=sys.stderr)
    return INPUT if examined.problems else FINE


def _check_language(options: argparse.Namespace, here: Here) -> int:
    from coach.commands.missing import missing
    from coach.languages import files

    if options.paths:
        raise Stop("--language looks through all that is shipped: name no files with it.", USAGE)
    return missing(options.language, here.build().library.catalogue, files.FOLDER)


def _warnings(examined: Examined) -> list[Problem]:
    """What is right, and yet hardly meant so."""
    from coach.content.inherited import inherited
    from coach.content.problem import Problem, in_line_order
    from coach.session.arriving import at_hand
    from coach.session.compile import compile_routine
    from coach.session.introductions import rushed
    from coach.words.inherited import kept
    from coach.words.introductions import too_short

    catalogue = examined.catalogue
    warnings = [Problem(one.file, one.line, one.column, f"warning: {one.text}") for one in examined.hints]
    for placed in examined.routines:
        timeline = compile_routine(placed.routine, catalogue)
        found = rushed(timeline, catalogue.exercises, catalogue.coaching, at_hand(placed.routine))
        told = [(one.step, too_short(one)) for one in found]
        of_exercises = inherited(placed.routine, catalogue.exercises)
        told += [(one.step, kept(one)) for one in of_exercises if one.step not in placed.from_others]
        warnings += in_line_order(
            Problem(placed.file, *placed.steps[step - 1], f"warning: {text}") for step, text in told
        )
    return warnings


def schema(options: argparse.Namespace, here: Here) -> int:
    """Print the JSON Schema of one kind or of all, with the library's ids to offer; exit code 0."""
    from coach.content.schema import schema as schema_of

    print_json(schema_of(options.kind, here.build().library.catalogue.ids()))
    return FINE
