"""The commands, one function each. stdout carries only the result; all else goes to stderr.

Exit codes: 0 fine, 1 the input is at fault, 2 wrong usage, 3 this machine cannot (said how to mend it).
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from coach import __version__

if TYPE_CHECKING:
    from coach.wiring import Parts

FINE, INPUT, USAGE, MACHINE = 0, 1, 2, 3
KINDS = ("exercise", "routine", "test", "reminder", "plan", "lesson", "figure")
SCHEMA_KINDS = (*KINDS, "coaching", "areas", "safety", "sources")
LISTS = (*KINDS, "area", "condition", "source", "sound")
ANSWER_SECONDS = 5.0  # how long a running program may take to answer
WITHOUT_ANYTHING = "desk-reset"
"""What is coached where there is neither a display nor a terminal."""


class Stop(Exception):  # noqa: N818 - it is a way out, not an error
    """Ends the command with a sentence on stderr and an exit code."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.code = code


def run() -> NoReturn:
    """The process of the command line: as `main`, and its end is sure."""
    from coach.ending import end

    closing = contextlib.ExitStack()
    try:
        code = _obey(None, closing)
    except SystemExit as leaving:  # of --help, of a wrong usage, of a signal
        code = leaving.code if isinstance(leaving.code, int) else FINE
    end(code, lambda code: _close(closing, code))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit code. No traceback reaches the person."""
    with contextlib.ExitStack() as closing:
        code = _obey(arguments, closing)
        return _close(closing, code)


def _obey(arguments: Sequence[str] | None, closing: contextlib.ExitStack) -> int:
    """One command line without its end: what it builds goes to `closing`, to be given back however it ends."""
    _use_utf8()
    options = _parser().parse_args(arguments)
    options.closing = closing
    command: Callable[[argparse.Namespace], int] = options.run
    try:
        code = command(options)
        if sys.stdout is not None:  # as it is where it was closed, and in a program without a console
            sys.stdout.flush()
    except Stop as stop:
        print(f"posture-coach: {stop}", file=sys.stderr)
        return stop.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader went away, as `| head` does
        _print_nowhere()
        return FINE
    except OSError as error:
        if not _is_output_full(error):
            return _unexpected(error)
        _print_nowhere()
        print(f"posture-coach: what is printed cannot be written: {error.strerror}", file=sys.stderr)
        return MACHINE
    except Exception as error:  # noqa: BLE001 - the last line of defence: the details go to a file
        return _unexpected(error)
    return code


def _is_output_full(error: OSError) -> bool:
    """Whether the output could not take what was printed: a stream that is written to names no file, all else does."""
    return error.filename is None and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def _print_nowhere() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _close(closing: contextlib.ExitStack, code: int) -> int:
    """Close what a command built; the exit code then."""
    try:
        closing.close()
    except Exception as error:  # noqa: BLE001 - as above
        return _unexpected(error)
    return code


def _use_utf8() -> None:
    """Titles hold letters that a console's own encoding may lack."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _unexpected(error: Exception) -> int:
    import tempfile
    import traceback

    from coach.files import make_private

    report = "".join(traceback.format_exception(error))
    place = None
    for folder in (_home_data(), Path(tempfile.gettempdir())):
        try:
            if folder is not None:
                make_private(folder)
                place = folder / "last-error.txt"
                place.write_text(report, encoding="utf-8")
                break
        except OSError:
            place = None
    where = f"; the details are in {place}" if place else ""
    print(f"posture-coach: something went wrong that should not: {error}{where}", file=sys.stderr)
    return MACHINE


def _home_data() -> Path | None:
    try:
        from coach.progress.folders import Home

        return Home.from_environ(os.environ).data
    except Exception:  # noqa: BLE001 - we are already reporting one failure
        return None


def _build(options: argparse.Namespace) -> Parts:
    from coach.wiring import build

    parts = build(
        os.environ,
        speed=getattr(options, "speed", None) or 1.0,
        muted=getattr(options, "mute", False),
    )
    options.closing.callback(_give_back, parts)
    return parts


def _give_back(parts: Parts) -> None:
    """Close the parts; what could not be saved to the last is said, since nobody can ask afterwards."""
    for sentence in parts.close():
        print(f"posture-coach: {sentence}", file=sys.stderr)


# --- looking at the content ------------------------------------------------------------------------------------------


def list_content(options: argparse.Namespace) -> int:
    """Print a line for each piece of content, or JSON; exit code 0, whatever is broken: stderr hints at `check`."""
    parts = _build(options)
    catalogue = parts.library.catalogue
    entries = catalogue.entries(options.kind)
    if options.json:
        _print_json(
            [{"kind": e.kind, "id": e.id, "title": e.title, "file": str(e.file), "yours": e.yours} for e in entries]
        )
    else:
        width = max((len(e.id) for e in entries), default=0)
        for e in entries:
            print(f"{e.kind:<9} {e.id:<{width}}  {e.title}{'  (yours)' if e.yours else ''}")
        if not entries:
            print("Nothing here yet.", file=sys.stderr)
    _hint_at_problems(parts)
    return FINE


def show(options: argparse.Namespace) -> int:
    """Print what `ID` is, of a routine or a test with its timeline, as text or JSON; 0, or 1 for an unknown id.

    A routine is shown as it is written, whatever length the person chose for it.
    """
    from coach.content.catalogue import Unknown
    from coach.content.schema import as_plain
    from coach.session.planned import routine_of
    from coach.showing import describe

    parts = _build(options)
    catalogue = parts.library.catalogue
    try:
        kind, value = _find(parts, options.id)
    except Unknown as unknown:
        raise Stop(str(unknown), INPUT) from None
    ident = str(getattr(value, "id", kind))  # of coaching, areas, safety and sources there is one each
    timeline = parts.timeline(kind, ident, as_written=True) if kind in ("routine", "test") else None
    file = catalogue.origins[kind, routine_of(ident)].file
    if options.json and timeline:
        _print_for_programs(timeline.as_json())
    elif options.json:
        _print_json(_content(as_plain(file), value))
    elif kind not in KINDS:
        print(f"{file}\n\n{file.read_text(encoding='utf-8').rstrip()}")
    else:
        print(describe(kind, value, timeline, catalogue))
    return FINE


def _content(plain: object, value: object) -> object:
    """The file as it is written; of a lesson the Markdown too."""
    body = getattr(value, "body", None)
    return plain if body is None or not isinstance(plain, dict) else {**plain, "body": body}


def check(options: argparse.Namespace) -> int:
    """Print every problem as FILE:LINE:COLUMN: text, and on stderr how many; 0 without any, else 1."""
    from coach.content.catalogue import check as check_files
    from coach.figure.judge import judge as judge_figure

    parts = _build(options)
    problems = check_files([Path(p) for p in options.paths], *parts.folders, judge_figure)
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problem{'s' if len(problems) != 1 else ''}.", file=sys.stderr)
    return INPUT if problems else FINE


def schema(options: argparse.Namespace) -> int:
    """Print the JSON Schema of one kind or of all, with the library's ids to offer; exit code 0."""
    from coach.content.schema import schema as schema_of

    _print_json(schema_of(options.kind, _build(options).library.catalogue.ids()))
    return FINE


# --- sessions --------------------------------------------------------------------------------------------------------


def play(options: argparse.Namespace) -> int:
    """Run a routine or a test, in the window or else in the terminal; prints only what the terminal shows.

    0 once it is over; 1 for what is unknown, no session, or refused by the running program; 2 for a wrong `--for` or
    `--from`; 3 where the window cannot start or a running program does not answer; 130 where the terminal session was
    interrupted.
    """
    from coach.content.catalogue import Unknown

    parts = _build(options)
    try:
        kind, value = _find(parts, options.id)
    except Unknown as unknown:
        raise Stop(str(unknown), INPUT) from None
    if kind not in ("routine", "test"):
        raise Stop(
            f"{options.id} is of the kind {kind}; play a routine or a test ('posture-coach list routine')", INPUT
        )
    ident = str(value.id)
    if options.for_ is not None:
        _choose_length(parts, kind, ident, options.for_, remember=True)
    if not parts.timeline(kind, ident).intervals:
        raise Stop(f"{ident} has nothing to do: a rest at the end of a session is left out", INPUT)
    first = _first_interval(parts, kind, ident, options.from_)
    if not options.terminal:
        reason = _why_no_window()
        if reason is None:
            return _window(parts, options, start=(kind, ident, first))
        print(f"The session runs in the terminal: {reason}", file=sys.stderr)
    from coach.terminal.run import play_in_terminal

    return play_in_terminal(parts, kind, ident, first)


def _choose_length(parts: Parts, kind: str, ident: str, length: str, *, remember: bool) -> None:
    """`--for`: how long the one exercise of a routine shall be, now and perhaps from now on."""
    from coach.content.units import parse_duration
    from coach.session.length import chosen_length

    if kind != "routine" or chosen_length(parts.routine(ident), parts.library.catalogue.exercises) is None:
        raise Stop(f"--for: {ident} has its own length; only a routine of one long exercise can be set to one", USAGE)
    seconds, sentence = parse_duration(length)
    if seconds is None:
        raise Stop(f"--for: {sentence}", USAGE)
    try:
        parts.choose_length(ident, seconds, remember=remember)
    except ValueError as error:
        raise Stop(f"--for {length}: {error}", USAGE) from None


def _first_interval(parts: Parts, kind: str, ident: str, number: int | None) -> int:
    """The interval that leads to exercise step `number` (from 1), its change-over included."""
    if number is None or number == 1:
        return 0
    timeline = parts.timeline(kind, ident)
    for index, interval in enumerate(timeline.intervals):
        if interval.kind == "work" and interval.step == number:
            before = timeline.intervals[index - 1] if index else interval
            return index - 1 if before.kind in ("prepare", "between", "rest") else index
    raise Stop(f"--from {number}: {ident} has {timeline.exercises} exercises; write a number from 1 to that", USAGE)


def window(options: argparse.Namespace) -> int:
    """No command: the window; without a display the terminal's menu; without a terminal the desk reset in lines."""
    parts = _build(options)
    reason = _why_no_window()
    if reason is None:
        return _window(parts, options)
    print(f"Posture Coach runs in the terminal: {reason}", file=sys.stderr)
    from coach.terminal.run import menu, play_in_terminal
    from coach.terminal.terminal import this_terminal

    terminal = this_terminal(os.environ)
    if terminal.is_attended:
        return menu(parts, f"Posture Coach runs in the terminal: {reason}", terminal)
    return play_in_terminal(parts, "routine", WITHOUT_ANYTHING, 0, terminal)


def _why_no_window() -> str | None:
    from coach.bootstrap.display import why_no_window

    return why_no_window(os.environ, sys.platform)


def _window(parts: Parts, options: argparse.Namespace, start: tuple[str, str, int] | None = None) -> int:
    """The window, or the running program's window where there is one."""
    from coach.desktop.single import send

    if not parts.single.claim():
        request: dict[str, object] = {"do": "show"}
        if start:
            request = {"do": "play", "kind": start[0], "id": start[1], "from": start[2]}
        _refuse_what_cannot_be_passed_on(options)
        answer = send(parts.home.data, request, timeout=ANSWER_SECONDS)
        if answer is None:
            raise Stop("Posture Coach is running already but does not answer; end it and start it again", MACHINE)
        if error := answer.get("error"):
            raise Stop(str(error), INPUT)
        print("Posture Coach is running already; its window is shown.", file=sys.stderr)
        return FINE
    try:
        from coach.ui.app import run
    except ImportError as error:
        raise Stop(
            f"the window cannot start: {error}. Use 'posture-coach play ID --terminal' meanwhile", MACHINE
        ) from None
    return run(parts, start)


def _refuse_what_cannot_be_passed_on(options: argparse.Namespace) -> None:
    """A session with sound, where none was wanted, would be worse than none."""
    if getattr(options, "mute", False):
        raise Stop(
            "Posture Coach is running already, and --mute cannot be passed on to it; switch the sound off there (M), "
            "or add --terminal",
            INPUT,
        )
    if getattr(options, "speed", None):
        raise Stop(
            "Posture Coach is running already, and --speed cannot be passed on to it; end it, or add --terminal", INPUT
        )


def _print(parts: Parts, ident: str, path: Path) -> Generator[float, None, None]:
    """coach.exporting.Printing, where Qt can be loaded."""
    from coach.exporting import ExportError

    try:
        from coach.ui.sheet.pdf import printing
    except ImportError as problem:
        raise ExportError(f"a sheet cannot be printed: {problem}") from None
    return printing(parts, ident, path)


def export(options: argparse.Namespace) -> int:
    """Write FILE as its ending says and print its path; what could not go in is told on stderr.

    0; 1 for an unknown id or what that form cannot hold; 2 for an unknown ending or a wrong `--for`; 3 where this
    machine cannot write it; 128 and the signal's number where it was stopped, and then no file is left.
    """
    from coach.content.catalogue import Unknown
    from coach.exporting import SUFFIXES, ExportError
    from coach.exporting import export as write
    from coach.progress_bar import ProgressBar
    from coach.sound.audio_file import Cancelled

    parts = _build(options)
    path = Path(options.file)
    if path.suffix.lower() not in SUFFIXES:
        raise Stop(f"{path}: its ending says what is written; use one of {', '.join(SUFFIXES)}", USAGE)
    if path.suffix.lower() == ".pdf":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a sheet needs no screen
    try:
        kind, value = _find(parts, options.id)
        ident = str(getattr(value, "id", options.id))
        if options.for_ is not None:
            _choose_length(parts, kind, ident, options.for_, remember=False)
        with ProgressBar(sys.stderr) as bar:
            notices = write(parts, kind, ident, path, bar.show, _print)
    except Unknown as unknown:
        raise Stop(str(unknown), INPUT) from None
    except ExportError as problem:
        raise Stop(str(problem), INPUT if problem.is_input else MACHINE) from None
    except Cancelled:
        return 128 + (bar.ended_by or 0)  # as a shell tells of a signal
    for notice in notices:
        print(notice, file=sys.stderr)
    print(path)
    return FINE


# --- reminders and history -------------------------------------------------------------------------------------------


def remind(options: argparse.Namespace) -> int:
    """Ask the running program and print its answer, a sentence or JSON.

    0; 1 where it refuses; 2 for a length that is none; 3 where it does not answer, or does not run: of that `status`
    alone says so with 0.
    """
    from coach.content.units import parse_duration
    from coach.desktop.single import is_running, send
    from coach.reminders.state import LONGEST_PAUSE_SECONDS

    request: dict[str, object] = {"do": f"remind-{options.action}"}
    if options.action in ("pause", "snooze"):
        if not options.length:
            raise Stop(f"remind {options.action}: say for how long, such as 'remind {options.action} 30m'", USAGE)
        seconds, sentence = parse_duration(options.length)
        if seconds is None:
            raise Stop(f"remind {options.action}: {sentence}", USAGE)
        if seconds > LONGEST_PAUSE_SECONDS:
            raise Stop(
                f"remind {options.action}: {options.length} is longer than 30 days; write at most 30d, or switch "
                "reminders off on the page Reminders",
                USAGE,
            )
        request["seconds"] = seconds
    elif options.length:
        request["id"] = options.length
    parts = _build(options)
    answer = send(parts.home.data, request, timeout=ANSWER_SECONDS)
    if answer is None and is_running(parts.home.data):
        raise Stop("Posture Coach is running but does not answer; try again, or end it and start it again", MACHINE)
    if answer is None:
        if options.action != "status":
            raise Stop(
                "Posture Coach is not running, so there is nothing to remind; start it with posture-coach", MACHINE
            )
        answer = {
            "running": False,
            "text": "Posture Coach is not running, so no reminder will come. Start it with posture-coach.",
        }
    if error := answer.get("error"):
        raise Stop(str(error), INPUT)
    if options.json:
        _print_for_programs({k: v for k, v in answer.items() if k != "text"})
    else:
        print(answer.get("text", ""))
    return FINE


def history(options: argparse.Namespace) -> int:
    """Print what was done as text, JSON or, to FILE or stdout, as a CSV table; 0, or 3 where FILE cannot be written."""
    import io

    from coach.progress.history import as_json, as_text, history_csv

    parts = _build(options)
    entries = parts.store.history(parts.library.catalogue.title_of)
    for notice in parts.store.notices:
        print(f"posture-coach: {notice}", file=sys.stderr)
    if options.json:
        _print_for_programs(as_json(entries))
    elif options.csv:
        text = io.StringIO()
        areas = parts.library.catalogue.areas.values()
        history_csv(entries, text, [area.id for area in areas if area.rated])
        if options.csv == "-":
            sys.stdout.write(text.getvalue())
        else:
            _write(Path(options.csv), text.getvalue())
    else:
        print(as_text(entries))
    return FINE


def _write(path: Path, text: str) -> None:
    from coach.files import write_whole

    try:
        write_whole(path, text)
    except OSError as error:
        raise Stop(f"{path} cannot be written ({error.strerror}); name a file in a folder of yours", MACHINE) from None


# --- this machine ----------------------------------------------------------------------------------------------------


def doctor(options: argparse.Namespace) -> int:
    """Print a line for each thing looked at, `ok` or `--`, or JSON; exit code 0 whatever was found."""
    from coach.doctor import examine

    findings = examine(_build(options), no_window=_why_no_window())
    if options.json:
        _print_for_programs({f.name: {"ok": f.ok, "text": f.text} for f in findings})
    else:
        for finding in findings:
            print(f"{'ok ' if finding.ok else '-- '} {finding.name:<10} {finding.text}")
    return FINE


def render(options: argparse.Namespace) -> int:
    """Paint every page, or the figures, into DIR and print each picture's path as it is done.

    0; 1 for an unknown figure; 3 where Qt is missing or DIR cannot be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # pictures need no screen
    try:
        from coach.ui.render import render as render_pages
        from coach.ui.render import render_sheets
    except ImportError as error:
        raise Stop(f"pictures cannot be drawn: {error}", MACHINE) from None
    from coach.content.catalogue import Unknown

    parts, folder = _build(options), Path(options.folder)
    try:
        wanted = [_find(parts, f"figure/{name}")[1].id for name in options.figure]
    except Unknown as unknown:
        raise Stop(str(unknown), INPUT) from None
    try:
        is_sheet = options.sheet or wanted
        painted = (
            render_sheets(parts, folder, options.theme, wanted)
            if is_sheet
            else render_pages(parts, folder, options.theme)
        )
        for path in painted:
            print(path, flush=True)
    except OSError as error:
        raise Stop(f"{options.folder} cannot be written: {error.strerror}", MACHINE) from None
    return FINE


def bench(_: argparse.Namespace) -> int:
    """A checkout's own start answers this one before we are asked."""
    raise Stop("the benchmarks lie beside the tests, in a checkout of the project: python3 app.py bench", MACHINE)


# --- helpers of several commands -------------------------------------------------------------------------------------


def _find(parts: Parts, name: str) -> tuple[str, Any]:
    """Kind and value of `ID` or `KIND/ID`, or of `ROUTINE@PLAN.WEEK`. Raises Unknown with a sentence."""
    from coach.content.catalogue import Unknown
    from coach.content.kind_names import kind_named
    from coach.session.planned import find_routine, place_of, routine_of

    catalogue = parts.library.catalogue
    kind, slash, ident = name.partition("/")
    planned = ident if slash and kind_named(kind, KINDS) == "routine" else name
    routine = find_routine(planned, catalogue) if "@" in planned else None
    if routine is not None:
        return "routine", routine
    if "@" in planned and place_of(planned, catalogue) is None and routine_of(planned) in catalogue.routines:
        raise Unknown(f"{planned} is in no plan; write ROUTINE@PLAN.WEEK as 'posture-coach show PLAN' does")
    return catalogue.find(f"{kind_named(kind, KINDS) or kind}/{ident}" if slash else name)


def _print_for_programs(value: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> None:
    from coach.printed import printed

    print(printed(value))


def _print_json(value: object) -> None:
    from coach import strict_json

    print(strict_json.write(value, indent=2))


def _hint_at_problems(parts: Parts) -> None:
    problems = parts.library.catalogue.problems
    if problems:
        files = len({p.file for p in problems})
        print(
            f"{files} file{'s have' if files != 1 else ' has'} problems; 'posture-coach check' lists them.",
            file=sys.stderr,
        )


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message}\nTry '{self.prog} --help'.\n")


def _parser() -> argparse.ArgumentParser:
    from coach.progress.columns import explained

    parser = _Parser(
        prog="posture-coach",
        description="A coach for backs that sit all day or hurt after a run: wall test, guided routines, reminders.",
        epilog="Without a command: the window. A second start shows the first one's.",
    )
    parser.add_argument("--version", action="version", version=f"posture-coach {__version__}")
    parser.set_defaults(run=window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    listing = command(
        "list", list_content, "What there is to do: exercises, routines, tests, reminders, plans, lessons."
    )
    listing.add_argument("kind", nargs="?", type=_one_of(LISTS), metavar="KIND", help=", ".join(LISTS))
    listing.add_argument("--json", action="store_true")

    showing = command("show", show, "Details of one thing, and the timeline of a routine or test.")
    showing.add_argument("id", metavar="ID", help="an id, or KIND/ID")
    showing.add_argument("--json", action="store_true")

    playing = command("play", play, "Run a routine or a test.")
    playing.add_argument("id", metavar="ID")
    playing.add_argument("--terminal", action="store_true", help="without a window")
    playing.add_argument("--speed", type=_speed, metavar="N", help="rehearse N times as fast")
    playing.add_argument("--mute", action="store_true")
    playing.add_argument("--from", dest="from_", type=_count, metavar="N", help="begin with exercise N")

    playing.add_argument(
        "--for", dest="for_", metavar="LENGTH", help="how long, for a routine of one long exercise: 45m"
    )

    exporting = command("export", export, "A session to take along: sound, calendar entries, a printed sheet, JSON.")
    exporting.add_argument("id", metavar="ID")
    exporting.add_argument("file", metavar="FILE", help=".wav .ogg .mp3 .ics .pdf .json")
    exporting.add_argument(
        "--for", dest="for_", metavar="LENGTH", help="how long in this file, for a routine of one long exercise: 45m"
    )

    checking = command("check", check, "Every problem of YAML files, as FILE:LINE:COLUMN: text.")
    checking.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; none: the whole library")

    schemas = command("schema", schema, "The JSON Schema of the YAML files, for editors and as the reference.")
    schemas.add_argument("kind", nargs="?", type=_one_of(SCHEMA_KINDS), metavar="KIND", help=", ".join(SCHEMA_KINDS))

    reminding = command("remind", remind, "The reminders of the running program.")
    reminding.add_argument("action", choices=("status", "now", "pause", "resume", "snooze", "skip"))
    reminding.add_argument("length", nargs="?", metavar="FOR", help="30m, 1h30m (pause, snooze)")
    reminding.add_argument("--json", action="store_true")

    past = command("history", history, "What was done: sessions, tests, reminders.")
    past.formatter_class = argparse.RawDescriptionHelpFormatter
    past.epilog = f"The columns of the table; a cell is empty where one does not apply:\n\n{explained()}"
    forms = past.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true")
    forms.add_argument("--csv", metavar="FILE", help="- for stdout")

    examining = command("doctor", doctor, "What this machine offers and what is missing.")
    examining.add_argument("--json", action="store_true")

    rendering = command("render", render, "Every page, or every figure, as a picture, without a screen.")
    rendering.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    rendering.add_argument("--sheet", action="store_true", help="every figure from four views instead of the pages")
    rendering.add_argument("--figure", action="append", default=[], metavar="ID", help="only this one; may be repeated")
    rendering.add_argument("folder", metavar="DIR")

    timing = command("bench", bench, "How fast this machine is at it: medians, and ratios to something beside them.")
    timing.add_argument("arguments", nargs=argparse.REMAINDER, metavar="NAME", help="one of them; none: the short ones")
    return parser


def _one_of(kinds: Sequence[str]) -> Callable[[str], str]:
    """Reads a kind by any of its names."""

    def read(word: str) -> str:
        from coach.content.kind_names import kind_named
        from coach.content.suggest import unknown

        kind = kind_named(word, kinds)
        if kind is None:
            raise argparse.ArgumentTypeError(unknown(word, kinds))
        return kind

    return read


def _speed(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.1 <= value <= 1000:
        raise argparse.ArgumentTypeError(f"{text} is not a speed; write a number from 0.1 to 1000")
    return value


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not an exercise's number; write 1, 2, 3 ...")
    return int(text)
