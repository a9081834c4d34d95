"""`data`: what the program remembers of a person, as a file of lines."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coach.commands.here import Here
from coach.commands.parser import Commands
from coach.commands.stop import FINE, INPUT, MACHINE, Stop

if TYPE_CHECKING:
    from coach.progress.store import Store

MOST_BYTES = 1024 * 1024 * 1024
"""Of a file that is taken in: a hundred years of sessions are smaller; more is not held in memory."""


def add_to(commands: Commands) -> None:
    """`data export` and `data import`."""
    data = commands.add(
        "data", _missing, "What the program remembers of you, as a file: for a new machine, or a second one."
    )
    forms = Commands(data, "what to do", "WHAT")
    out = forms.add("export", export, "Write all of it to FILE, a JSON object a line (docs/history.md).")
    out.add_argument("file", metavar="FILE", help="such as history.jsonl; - for stdout")
    out.add_argument("--settings", action="store_true", help="what was set, too")
    into = forms.add("import", take_in, "Take such a FILE in: of each record the one that was changed last stays.")
    into.add_argument("file", metavar="FILE")
    into.add_argument("--strict", action="store_true", help="take nothing where a line cannot be used")


def _missing(options: argparse.Namespace, here: Here) -> int:  # noqa: ARG001 (as every command)
    raise Stop("say what to do: data export FILE or data import FILE", 2)


def export(options: argparse.Namespace, here: Here) -> int:
    """Write FILE whole or not at all and print its path; 0, or 3 where the data cannot be read or FILE not written."""
    from coach.files import write_whole
    from coach.progress.portable.lines import write

    parts = here.build()
    store = parts.store
    _look_at(store)
    shown = [one for one in store.shelf().records() if options.settings or one["type"] != "setting"]
    _look_at(store)
    lines = write(shown, parts.clock.wall())
    if options.file == "-":
        for line in lines:
            print(line)
        return FINE
    try:
        write_whole(Path(options.file), "".join(f"{line}\n" for line in lines))
    except OSError as error:
        why = error.strerror or error
        raise Stop(f"{options.file} cannot be written ({why}); name a file in a folder of yours", MACHINE) from None
    print(options.file)
    return FINE


def take_in(options: argparse.Namespace, here: Here) -> int:
    """Take FILE in and say what was taken; lines that cannot be used are told on stderr.

    0; 1 where FILE is no history or a line was left out; 3 where this machine cannot read FILE or save what is in it,
    and then nothing is taken.
    """
    from coach.progress.portable.lines import NoHistoryError, read
    from coach.words.language import ENGLISH
    from coach.words.portable import taken

    try:
        records, left_out = read(_bytes_of(Path(options.file)))
    except NoHistoryError as error:
        raise Stop(f"{options.file}: {error}", INPUT) from None
    for line in left_out:
        print(f"posture-coach: {options.file}: {line}", file=sys.stderr)
    if left_out and options.strict:
        raise Stop(f"{options.file}: nothing was taken; mend the file, or leave --strict out", INPUT)
    store = here.build().store
    _look_at(store)
    merged = store.merge(records)
    why = store.take(merged.changes)
    if why is not None:
        raise Stop(why, MACHINE)
    print(taken(ENGLISH, merged.taken, merged.known, len(left_out)))
    return INPUT if left_out else FINE


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Stop(f"{path} is larger than a history can be; name a file that 'data export' wrote", INPUT)
        return path.read_bytes()
    except OSError as error:
        raise Stop(f"{path} cannot be read ({error.strerror or error}); name a file that is there", MACHINE) from None


def _look_at(store: Store) -> None:
    """Stop where the data file cannot be used: what was read of it may not be all."""
    if not store.is_whole:
        raise Stop(store.notices[-1] if store.notices else "the data file cannot be used", MACHINE)
    for notice in store.notices:
        print(f"posture-coach: {notice}", file=sys.stderr)
