"""`list` and `show`: what the library has."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from coach.commands.choosing import find
from coach.commands.here import Here
from coach.commands.kinds import LISTS
from coach.commands.parser import Commands, add_json, add_kind
from coach.commands.printing import hint_at_problems, print_for_programs, print_json
from coach.commands.stop import FINE

if TYPE_CHECKING:
    from coach.content.model import Found


def add_to(commands: Commands) -> None:
    """`list` and `show`."""
    listing = commands.add(
        "list", list_content, "What there is to do: exercises, routines, tests, reminders, plans, lessons."
    )
    add_kind(listing, LISTS)
    add_json(listing)

    showing = commands.add("show", show, "Details of one thing, and the timeline of a routine or test.")
    showing.add_argument("id", metavar="ID", help="an id, or KIND/ID")
    add_json(showing)


def list_content(options: argparse.Namespace, here: Here) -> int:
    """Print a line for each piece of content, or JSON; exit code 0, whatever is broken: stderr hints at `check`."""
    catalogue = here.build().library.catalogue
    entries = catalogue.entries(options.kind)
    if options.json:
        print_json(
            [{"kind": e.kind, "id": e.id, "title": e.title, "file": str(e.file), "yours": e.yours} for e in entries]
        )
    else:
        width = max((len(e.id) for e in entries), default=0)
        for e in entries:
            print(f"{e.kind:<9} {e.id:<{width}}  {e.title}{'  (yours)' if e.yours else ''}")
        if not entries:
            print("Nothing here yet.", file=sys.stderr)
    hint_at_problems(catalogue)
    return FINE


def show(options: argparse.Namespace, here: Here) -> int:
    """Print what `ID` is, of a routine or a test with its timeline, as text or JSON; 0, or 1 for an unknown id.

    A routine is shown as it is written, whatever length the person chose for it.
    """
    from coach.commands.showing import describe
    from coach.content.model import Thing
    from coach.content.schema import as_plain
    from coach.session.planned import routine_of

    parts = here.build()
    catalogue = parts.library.catalogue
    chosen = find(catalogue, options.id)
    kind, value = chosen.kind, chosen.value
    timeline = parts.timeline(kind, chosen.id, as_written=True) if kind in ("routine", "test") else None
    file = catalogue.origins[kind, routine_of(chosen.id)].file
    if options.json and timeline:
        print_for_programs(timeline.as_json())
    elif options.json:
        print_json(_content(as_plain(file), value))
    elif isinstance(value, Thing):
        print(describe(kind, value, timeline, catalogue))
    else:
        print(f"{file}\n\n{file.read_text(encoding='utf-8').rstrip()}")
    return FINE


def _content(plain: object, value: Found) -> object:
    """The file as it is written; of a lesson the Markdown too."""
    from coach.content.model import Lesson

    return {**plain, "body": value.body} if isinstance(value, Lesson) and isinstance(plain, dict) else plain
