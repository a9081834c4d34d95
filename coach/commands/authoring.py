"""`check` and `schema`: for whoever writes content."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coach.commands.here import Here
from coach.commands.kinds import SCHEMA_KINDS
from coach.commands.parser import Commands, add_kind
from coach.commands.printing import print_json
from coach.commands.stop import FINE, INPUT


def add_to(commands: Commands) -> None:
    """`check` and `schema`."""
    checking = commands.add("check", check, "Every problem of YAML files, as FILE:LINE:COLUMN: text.")
    checking.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; none: the whole library")

    schemas = commands.add("schema", schema, "The JSON Schema of the YAML files, for editors and as the reference.")
    add_kind(schemas, SCHEMA_KINDS)


def check(options: argparse.Namespace, here: Here) -> int:
    """Print every problem as FILE:LINE:COLUMN: text, and on stderr how many; 0 without any, else 1."""
    from coach.content.catalogue import check as check_files
    from coach.figure.judge import judge as judge_figure

    problems = check_files([Path(p) for p in options.paths], *here.build().folders, judge_figure)
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problem{'s' if len(problems) != 1 else ''}.", file=sys.stderr)
    return INPUT if problems else FINE


def schema(options: argparse.Namespace, here: Here) -> int:
    """Print the JSON Schema of one kind or of all, with the library's ids to offer; exit code 0."""
    from coach.content.schema import schema as schema_of

    print_json(schema_of(options.kind, here.build().library.catalogue.ids()))
    return FINE
