"""`doctor`, `render`, `test` and `bench`: what this machine offers, and what the program makes of it."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.commands.choosing import find
from coach.commands.here import Here, paint_without_a_screen
from coach.commands.parser import Commands, add_json
from coach.commands.printing import print_for_programs
from coach.commands.stop import FINE, INPUT, MACHINE, Stop
from coach.resources import is_checkout


def add_to(commands: Commands) -> None:
    """`doctor`, `render`, and where a checkout is `test` and `bench`."""
    examining = commands.add("doctor", doctor, "What this machine offers and what is missing.")
    add_json(examining)

    rendering = commands.add("render", render, "Every page, or every figure, as a picture, without a screen.")
    rendering.add_argument("--theme", choices=("light", "dark", "contrast"), default="light", help="light, if absent")
    rendering.add_argument("--reverse", action="store_true", help="laid out from right to left")
    rendering.add_argument("--language", metavar="TAG", help="qps: longer, accented and in brackets")
    rendering.add_argument("--sheet", action="store_true", help="every figure from four views instead of the pages")
    rendering.add_argument("--figure", action="append", default=[], metavar="ID", help="only this one; may be repeated")
    rendering.add_argument("folder", metavar="DIR", help="where the pictures go; made if it is not there")

    testing = commands.add("test", test, "The program's own tests; takes what pytest takes.", is_listed=is_checkout())
    testing.add_argument("arguments", nargs=argparse.REMAINDER, metavar="PATH", help="only these; none: the short ones")

    timing = commands.add(
        "bench",
        bench,
        "How fast this machine is at it: medians, and ratios to something beside them.",
        is_listed=is_checkout(),
    )
    timing.add_argument("arguments", nargs=argparse.REMAINDER, metavar="NAME", help="one of them; none: the short ones")


def doctor(options: argparse.Namespace, here: Here) -> int:
    """Print a line for each thing looked at, `ok` or `--`, or JSON, its sentences in English; exit code 0 whatever was
    found.
    """
    from coach.doctor import examine
    from coach.words.language import ENGLISH

    parts = here.build()
    language = ENGLISH if options.json else parts.language
    findings = examine(parts, no_window=here.why_no_window(), language=language)
    if options.json:
        print_for_programs({f.name.replace("-", "_"): {"ok": f.ok, "text": f.text} for f in findings})
    else:
        for finding in findings:
            print(f"{'ok ' if finding.ok else '-- '} {finding.name:<14} {finding.text}")
    return FINE


def render(options: argparse.Namespace, here: Here) -> int:
    """Paint every page, or the figures, into DIR and print each picture's path as it is done. Where nothing is kept yet
    the pages are those of one and the same morning, so that pictures compare, and nothing is kept of it.

    0; 1 for an unknown figure; 3 where Qt is missing or DIR cannot be written.
    """
    from coach.files import is_there
    from coach.languages import files
    from coach.languages.choosing import language_named
    from coach.progress.opening import FILE_NAME
    from coach.pseudo import TAG as PSEUDO

    paint_without_a_screen()
    try:
        from coach.ui.render import first_day, render_sheets
        from coach.ui.render import render as render_pages
    except ImportError as error:
        raise Stop(f"pictures cannot be drawn: {error}", MACHINE) from None
    parts, folder = here.build(), Path(options.folder)
    if options.language:
        try:
            parts.language = language_named(options.language)
        except KeyError:
            known = ", ".join(("en", *files.tags(), PSEUDO))
            raise Stop(f"--language {options.language}: no translations; known are {known}", INPUT) from None
    shown = parts
    if not is_there(parts.home.data / FILE_NAME):
        shown = first_day(parts)
        here.closing.callback(shown.close)
    wanted = [find(parts, f"figure/{name}").id for name in options.figure]
    try:
        painted = (
            render_sheets(parts, folder, options.theme, wanted)
            if options.sheet or wanted
            else render_pages(shown, folder, options.theme, is_reversed=options.reverse)
        )
        for path in painted:
            print(path, flush=True)
    except OSError as error:
        raise Stop(f"{options.folder} cannot be written: {error.strerror}", MACHINE) from None
    return FINE


def test(_: argparse.Namespace, _here: Here) -> int:
    """A checkout's own start answers this one before we are asked."""
    raise Stop("the tests lie in a checkout of the project: python3 app.py test", MACHINE)


def bench(_: argparse.Namespace, _here: Here) -> int:
    """As `test`."""
    raise Stop("the benchmarks lie beside the tests, in a checkout of the project: python3 app.py bench", MACHINE)
