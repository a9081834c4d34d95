"""`share`: a routine for somebody else as one file, and such a file taken in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coach.commands.choosing import find
from coach.commands.here import Here
from coach.commands.parser import Commands, add_json
from coach.commands.printing import print_for_programs
from coach.commands.stop import FINE, INPUT, MACHINE, USAGE, Stop

if TYPE_CHECKING:
    from coach.sharing.out import Ready
    from coach.sharing.received import Received
    from coach.wiring import Parts


def add_to(commands: Commands) -> None:
    """`share`."""
    sharing = commands.add(
        "share", share, "A routine of yours for somebody else, with its own exercises and figures, as one file."
    )
    sharing.add_argument("id", nargs="?", metavar="ID", help="a routine of your own")
    sharing.add_argument("file", nargs="?", metavar="FILE", help="- for stdout; else ID.posture-coach.yaml")
    sharing.add_argument("--by", metavar="NAME", help="who wrote it, as whoever gets it shall read")
    sharing.add_argument("--in", dest="into", metavar="FILE", help="instead, take such a file in")
    sharing.add_argument("--as", dest="as_", metavar="ID", help="with --in: the routine under this id")
    sharing.add_argument("--dry-run", action="store_true", help="with --in: only say what would come in")
    add_json(sharing)


def share(options: argparse.Namespace, here: Here) -> int:
    """Write the file and print its path, or take one in and say what came.

    0; 1 where the routine or the file is at fault, or something else has a name already: then nothing is changed;
    2 for a wrong usage; 3 where this machine cannot read or write it.
    """
    if options.into is None:
        return _share(options, here)
    if options.id is not None or options.by is not None:
        raise Stop("--in takes a file in: name no routine with it, and no --by.", USAGE)
    return _take_in(options, here)


# --- out ---


def _share(options: argparse.Namespace, here: Here) -> int:
    from coach.content.sharing.facts import ENDING
    from coach.sharing.out import save
    from coach.sharing.wrong import SharingError
    from coach.words.sharing import file_problem, in_the_way

    if options.id is None:
        raise Stop("say what to share: share ID, or share --in FILE", USAGE)
    if options.as_ is not None or options.dry_run:
        raise Stop("--as and --dry-run go with --in FILE", USAGE)
    parts = here.build()
    ready = _ready(parts, options)
    if options.file == "-":
        print(ready.text, end="")
        return FINE
    path = Path(options.file or f"{ready.shared.routine}{ENDING}")
    if options.file is None and _is_something_else(path, ready.text):
        raise Stop(in_the_way(parts.language, path), INPUT)
    try:
        save(ready, path)
    except SharingError as error:
        raise Stop(file_problem(parts.language, error.what, error.path, error.detail), MACHINE) from None
    if options.json:
        holds = [{"kind": part.kind, "id": part.id} for part in ready.shared.parts]
        print_for_programs({"file": str(path.absolute()), "routine": ready.shared.routine, "holds": holds})
    else:
        print(path)
    return FINE


def _is_something_else(path: Path, text: str) -> bool:
    """Whether something stands there that is not this text."""
    try:
        return path.read_bytes() != text.encode()
    except FileNotFoundError:
        return False
    except OSError:  # a folder, or a file that may not be read
        return True


def _ready(parts: Parts, options: argparse.Namespace) -> Ready:
    from coach.content.sharing.facts import LONGEST_NAME
    from coach.content.sharing.gathering import NotShareableError
    from coach.content.spelling import visible
    from coach.sharing.out import make_ready
    from coach.words import sharing as words

    language, catalogue = parts.language, parts.library.catalogue
    by = None if options.by is None else " ".join(options.by.split())
    if by is not None and (not by or len(by) > LONGEST_NAME or visible(by) != by):
        raise Stop(f"--by: {visible(by[:LONGEST_NAME])} is not a name; write 1 to {LONGEST_NAME} characters", USAGE)
    chosen = find(parts, options.id)
    if chosen.kind != "routine":
        raise Stop(words.no_routine(language, chosen.id, chosen.kind), INPUT)
    if chosen.id not in catalogue.routines:
        raise Stop(words.made(language, chosen.id), INPUT)
    if not catalogue.is_yours("routine", chosen.id):
        raise Stop(words.shipped(language, chosen.id), INPUT)
    try:
        ready = make_ready(parts, chosen.id, by)
    except NotShareableError as error:
        raise Stop(words.cannot_come(language, error.kind, error.id, error.named_in), INPUT) from None
    for problem in ready.problems:
        print(problem)
    if ready.problems:
        raise Stop(words.not_sound(language, chosen.id, len(ready.problems)), INPUT)
    return ready


# --- in ---


def _take_in(options: argparse.Namespace, here: Here) -> int:
    from coach.sharing.naming import under
    from coach.sharing.received import look
    from coach.sharing.taking import take
    from coach.sharing.wrong import SharingError
    from coach.words.sharing import file_problem

    parts = here.build()
    try:
        received = look(parts, Path(options.into))
        if options.as_ is not None and not received.problems:
            received = under(parts, received, _wanted_id(options.as_))
        fine = not received.problems and not received.clashes
        files = take(parts, received) if fine and not options.dry_run else ()
    except SharingError as error:
        code = INPUT if error.what == "not-rewritable" else MACHINE
        raise Stop(file_problem(parts.language, error.what, error.path, error.detail), code) from None
    if options.json:
        print_for_programs(_as_json(received, files))
    else:
        _tell(parts, received, is_taken=not options.dry_run)
    return FINE if fine else INPUT


def _wanted_id(text: str) -> str:
    from coach.content.scalars import ID, why_no_id
    from coach.content.spelling import shown

    if not ID.fullmatch(text):
        raise Stop(f"--as: {why_no_id(shown(text), text)}", USAGE)
    return text


def _tell(parts: Parts, received: Received, *, is_taken: bool) -> None:
    from coach.sharing.naming import free_id
    from coach.words import sharing as words
    from coach.words.library import say

    language = parts.language
    if received.problems or received.routine is None:
        for problem in received.problems:
            print(problem)
        print(words.has_problems(language, received.path, len(received.problems)), file=sys.stderr)
        return
    title = say(received.routine.title, language)
    if received.clashes:
        print(words.clashes(language, received.clashes), file=sys.stderr)
        print(words.another_name(language, free_id(parts, received)), file=sys.stderr)
    elif received.is_there:
        print(words.is_there(language, title))
    else:
        print(words.taken(language, title) if is_taken else words.would_take(language, title))
        for line in words.about(language, received.exercises, received.shared.by if received.shared else None):
            print(line)


def _as_json(received: Received, files: tuple[Path, ...]) -> dict[str, object]:
    routine, shared = received.routine, received.shared
    return {
        "routine": None if routine is None else routine.id,
        "title": None if routine is None else str(routine.title),
        "by": None if shared is None else shared.by,
        "there": received.is_there,
        "brings": [
            {"kind": kind, "id": ident, "new": (kind, ident) in received.new} for kind, ident in received.brings
        ],
        "clashes": [{"kind": kind, "id": ident} for kind, ident in received.clashes],
        "problems": [{"line": one.line, "column": one.column, "text": one.text} for one in received.problems],
        "files": [str(file) for file in files],
    }
