"""`data`: what the program remembers of a person, as a file of lines."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coach.commands.here import Here
from coach.commands.parser import Commands
from coach.commands.stop import FINE, INPUT, MACHINE, Stop


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
    into.add_argument("file", metavar="FILE", help="what data export wrote")
    into.add_argument("--strict", action="store_true", help="take nothing where a line cannot be used")


def _missing(options: argparse.Namespace, here: Here) -> int:  # noqa: ARG001 (as every command)
    raise Stop("say what to do: data export FILE or data import FILE", 2)


def export(options: argparse.Namespace, here: Here) -> int:
    """Write FILE whole or not at all and print its path; 0, or 3 where the data cannot be read or FILE not written."""
    from coach.history_file import HistoryFileError, lines_of, save
    from coach.words.history_file import problem

    parts = here.build()
    store, now = parts.store, parts.clock.wall()
    try:
        if options.file == "-":
            for line in lines_of(store, now, with_settings=options.settings):
                print(line)
            return FINE
        save(store, now, Path(options.file), with_settings=options.settings)
    except HistoryFileError as error:
        raise Stop(problem(parts.language, error.problem), MACHINE) from None
    print(options.file)
    return FINE


def take_in(options: argparse.Namespace, here: Here) -> int:
    """Take FILE in and say what was taken; lines that cannot be used are told on stderr.

    0; 1 where FILE is no history or a line was left out; 3 where this machine cannot read FILE or save what is in it,
    and then nothing is taken.
    """
    from coach.history_file import HistoryFileError, load, take
    from coach.words.history_file import left_out, problem

    parts = here.build()
    language = parts.language

    try:
        file = load(Path(options.file))
        for line in file.left_out:
            print(f"posture-coach: {options.file}: {left_out(language, line)}", file=sys.stderr)
        if file.left_out and options.strict:
            raise Stop(f"{options.file}: nothing was taken; mend the file, or leave --strict out", INPUT)
        print(take(parts.store, file, language))
        parts.fold_past()
    except HistoryFileError as error:
        raise Stop(problem(language, error.problem), INPUT if error.is_input else MACHINE) from None
    return INPUT if file.left_out else FINE
