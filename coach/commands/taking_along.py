"""`export`: a session as a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from coach.commands.choosing import choose_length, find
from coach.commands.here import Here, paint_without_a_screen
from coach.commands.kinds import KINDS
from coach.commands.moment import day_of, moment_of, times_of
from coach.commands.parser import Commands
from coach.commands.stop import FINE, INPUT, MACHINE, USAGE, Stop

PROGRESS = "progress"
"""What the report goes by, in place of an id."""

if TYPE_CHECKING:
    from coach.export.start import When
    from coach.wiring import Parts


def add_to(commands: Commands) -> None:
    """`export`."""
    exporting = commands.add(
        "export", export, "A session to take along: sound, calendar entries, a printed sheet, JSON."
    )
    exporting.add_argument(
        "id", metavar="ID", help="what list shows; or progress: a page (.pdf) for the next appointment"
    )
    exporting.add_argument("file", metavar="FILE", help=".wav .ogg .mp3 .ics .pdf .json")
    exporting.add_argument(
        "--for", dest="for_", metavar="LENGTH", help="how long in this file, for a routine of one long exercise: 45m"
    )
    exporting.add_argument("--intro", action="store_true", help="of sound: its first words are when to stop")
    exporting.add_argument(
        "--at",
        metavar="TIME",
        help="of a calendar: at 12:30, or several times a day, at 10:30,15:00; else what suits it;"
        " of progress: as it was at 2026-12-01T08:00, or at the end of a date",
    )
    exporting.add_argument(
        "--from",
        dest="from_",
        metavar="DATE",
        help="of a calendar: its first day, such as 2026-12-07; else the next one; of progress: its first day",
    )


def export(options: argparse.Namespace, here: Here) -> int:
    """Write FILE as its ending says and print its path; what could not go in is told on stderr.

    0; 1 for an unknown id or what that form cannot hold; 2 for an unknown ending or a wrong option; 3 where this
    machine cannot write it; 128 and the signal's number where it was stopped, and then no file is left.
    """
    from coach.exporting import SUFFIXES, ExportError
    from coach.exporting import export as write
    from coach.sound.audio_file import Cancelled
    from coach.terminal.progress_bar import ProgressBar
    from coach.words.exporting import unknown_ending

    parts = here.build()
    path = Path(options.file)
    if options.id == PROGRESS:
        return _report(parts, options, path)
    if path.suffix.lower() not in SUFFIXES:
        raise Stop(unknown_ending(parts.language, path, SUFFIXES), USAGE)
    when = _when(options, path)
    if path.suffix.lower() == ".pdf":
        paint_without_a_screen()
    chosen = find(parts, options.id)
    kind, ident = chosen.kind, chosen.id if chosen.kind in KINDS else options.id
    if options.for_ is not None:
        choose_length(parts, kind, ident, options.for_, remember=False)
    try:
        with ProgressBar(sys.stderr) as bar:
            notices = write(parts, kind, ident, path, bar.show, _print, when, intro=options.intro)
    except ExportError as problem:
        raise Stop(str(problem), INPUT if problem.is_input else MACHINE) from None
    except Cancelled:
        return 128 + (bar.ended_by or 0)  # as a shell tells of a signal
    for notice in (*notices, *_unasked(parts, options, path)):
        print(notice, file=sys.stderr)
    print(path)
    return FINE


def _unasked(parts: Parts, options: argparse.Namespace, path: Path) -> tuple[str, ...]:
    """That a sound file does not say when to stop, where nothing else has told it yet."""
    from coach.exporting import never_asked
    from coach.sound.audio_file import SUFFIXES as SOUND
    from coach.words.safety import unasked_at_a_terminal

    if options.intro or path.suffix.lower() not in SOUND or not never_asked(parts):
        return ()
    return (unasked_at_a_terminal(parts.language),)


def _report(parts: Parts, options: argparse.Namespace, path: Path) -> int:
    """Write the page for the next appointment."""
    if path.suffix.lower() != ".pdf":
        raise Stop(f"{path}: the report on progress is a page; write FILE.pdf", USAGE)
    for option, told in (("--for", options.for_), ("--intro", options.intro or None)):
        if told is not None:
            raise Stop(f"{option}: a report on progress knows no such option", USAGE)
    at = moment_of(options.at, parts.clock)
    first = None if options.from_ is None else day_of(options.from_, "--from")
    if first is not None and first > at.date():
        raise Stop(f"--from: {first} is after {at.date()}, the last day", USAGE)
    paint_without_a_screen()
    try:
        from coach.ui.sheet.report import NothingToReportError, print_report
    except ImportError as problem:
        raise Stop(f"a report cannot be printed: {problem}", MACHINE) from None
    try:
        print_report(parts, at, path, first=first)
    except NothingToReportError as none:
        raise Stop(str(none), INPUT) from None
    except OSError as problem:
        raise Stop(f"{path} cannot be written: {problem.strerror or problem}", MACHINE) from None
    print(path)
    return FINE


def _when(options: argparse.Namespace, path: Path) -> When:
    """What `--at` and `--from` ask of a calendar; an option that goes with another ending stops the command."""
    from coach.export.start import When
    from coach.sound.audio_file import SUFFIXES as SOUND

    if options.intro and path.suffix.lower() not in SOUND:
        raise Stop(f"--intro: only sound has first words; write one of {', '.join(SOUND)}", USAGE)
    for option, told in (("--at", options.at), ("--from", options.from_)):
        if told is not None and path.suffix.lower() != ".ics":
            raise Stop(f"{option}: only a calendar has times; write FILE.ics", USAGE)
    return When(
        () if options.at is None else times_of(options.at, "--at"),
        None if options.from_ is None else day_of(options.from_, "--from"),
    )


def _print(parts: Parts, ident: str, path: Path) -> Generator[float, None, None]:
    """coach.exporting.Printing, where Qt can be loaded."""
    from coach.exporting import ExportError
    from coach.words.exporting import no_printing

    try:
        from coach.ui.sheet.pdf import printing
    except ImportError as problem:
        raise ExportError(no_printing(parts.language, str(problem))) from None
    return printing(parts, ident, path)
