"""Each call to the disk and to the data file failing in turn, as on a full disk, a broken one, or one of somebody else.

    python3 app.py bench faults [--only SCENARIO ...] [--every N] [--case SCENARIO/CALL/CODE[/lasts]]

Scenarios are command lines (and the pages of the window) over the data folder of somebody who has trained. Of each the
calls below that folder are counted; then it is run once for each call (each Nth), which fails with ENOSPC, EIO or
EACCES, alone or with all after it. However it ends, it ends with a sentence: never with an exception, and where it does
not do what it should, it says so. What was done before is all there afterwards; what was done meanwhile is there too,
or it was said that it is not. 1 where anything was otherwise.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import io
import itertools
import os
import re
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from coach import cli
from coach.clock import SystemClock
from coach.commands.here import Here
from coach.progress.folders import Home
from coach.progress.store import open_store
from coach.session.timeline import Interval
from coach.settings import WELCOMED
from coach.wiring import Parts
from tests.benchmarks.faults.calls import Calls
from tests.benchmarks.faults.windowed import TITLE, work
from tests.benchmarks.fuzz.paged import all_pages, application
from tests.mistakes import has_mistake

CODES = {name: getattr(errno, name) for name in ("ENOSPC", "EIO", "EACCES")}
SAYS_LOST = ("saved", "data file", "disk", "kept in memory", "cannot be", "could not")
"""One of these stands in every sentence about what could not be written or read."""
_OWN = "kind: routine\nformat: 1\nid: my-own\ntitle: My own\nsteps: [{exercise: chin-tuck, dose: {sets: 1, reps: 3}}]\n"


@dataclass(frozen=True)
class Scenario:
    """A command line, in which {home} is the data folder; none: every page of the window. `leaves`: a file of {home}
    that it writes, which is as before or whole. `adds`: the title of a session that is there afterwards and was not
    before. `reads`: whether the library is read from its files, which takes a second; else it is taken as it was kept.
    `code`: how it ends where nothing fails.
    """

    words: tuple[str, ...]
    leaves: str = ""
    adds: str = ""
    reads: bool = False
    code: int = 0


SCENARIOS: Mapping[str, Scenario] = {
    "play": Scenario(("play", "my-own", "--terminal", "--mute", "--speed", "1000"), adds="My own"),
    "today": Scenario(("today",)),
    "history": Scenario(("history", "--json")),
    "list": Scenario(("list",), reads=True),
    "check": Scenario(("check",), reads=True),
    "show": Scenario(("show", "my-own")),
    "plan": Scenario(("plan", "start", "eight-weeks")),
    "you": Scenario(("you", "--without", "band")),
    "safety": Scenario(("safety",)),
    "reminders": Scenario(("remind", "list"), code=3),
    "status": Scenario(("remind", "status")),
    "data out": Scenario(("data", "export", "{home}/out/history.jsonl"), "out/history.jsonl"),
    "data in": Scenario(("data", "import", "{home}/out/taken.jsonl")),
    "to json": Scenario(("export", "my-own", "{home}/out/a.json"), "out/a.json"),
    "to calendar": Scenario(("export", "my-own", "{home}/out/a.ics"), "out/a.ics"),
    "to paper": Scenario(("export", "my-own", "{home}/out/a.pdf"), "out/a.pdf"),
    "to sound": Scenario(("export", "my-own", "{home}/out/a.wav"), "out/a.wav"),
    "at login": Scenario(("autostart", "on")),
    "menu": Scenario(("install-desktop",)),
    "doctor": Scenario(("doctor",)),
    "window": Scenario((), adds=TITLE),
}
Case = tuple[str, int, str, bool]
"""Scenario, number of the call, code, whether all after it fail, too."""
_SAYS_WHY = re.compile(r"^posture-coach: ", re.MULTILINE)
_IS_PROBLEM = re.compile(r"^/.*:\d+:\d+: ", re.MULTILINE)
"""As `check` tells it."""
BEFORE = b"what stood here before"


@dataclass(frozen=True)
class Ran:
    """How a command line ended."""

    code: int
    out: str
    err: str


class _Silent(Here):
    """Without a sound device: a program gives it back in a thread, and here the next one begins before that is over."""

    def build(self, *, speed: float = 1.0, muted: bool = False) -> Parts:
        parts = Parts(Home.from_environ(self.environ), SystemClock(speed), muted=muted, sound=False)
        self.closing.callback(self._give_back, parts)
        return parts


class Stage:
    """The data folder, made anew for each run."""

    def __init__(self, folder: Path, names: Sequence[str] = tuple(SCENARIOS)) -> None:
        """`names`: the scenarios that may be run on it."""
        self._model, self.home = folder / "model", folder / "home"
        self.calls = Calls([self.home])
        self._environ = {
            **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
            "POSTURE_COACH_HOME": str(self.home), "HOME": str(self.home / "person"), "SDL_AUDIODRIVER": "dummy",
        }  # fmt: skip
        application()  # before a printed sheet makes one for itself, which has no windows
        self._make_model()
        self.sound = {name: self._sound(SCENARIOS[name]) for name in names}

    def _make_model(self) -> None:
        store = open_store(self._model, SystemClock())
        store.add_safety(())
        store.keep(WELCOMED, True)
        for number in range(3):
            session = store.begin_session("routine", "desk-reset", f"Session {number}", 120.0, 3)
            store.add_interval(session, 0, Interval("work", 10.0, 25.0, "chin-tuck"), 12.0, "done", 5)
            store.finish_session(session, "finished")
        store.close()
        for folder in ("out", "person", "routines/guided"):
            (self._model / folder).mkdir(parents=True)
        (self._model / "routines" / "guided" / "my-own.yaml").write_text(_OWN, "utf-8")
        for scenario in SCENARIOS.values():
            if scenario.leaves:
                (self._model / scenario.leaves).write_bytes(BEFORE)
        self._begin()
        taken = self._model / "out" / "taken.jsonl"
        assert self._run(("data", "export", str(taken))).code == 0

    def _begin(self, *, reads: bool = True) -> None:
        """All as it was; the person's files and what was kept of them stay, unless they are to be read."""
        kept = () if reads else ("routines", "cache")
        self.home.mkdir(exist_ok=True)
        shutil.rmtree(self.home / "routines" / "reminders", ignore_errors=True)  # what was saved in the window
        for one in self.home.iterdir():
            if one.name not in kept:
                shutil.rmtree(one) if one.is_dir() else one.unlink()
        for one in self._model.iterdir():
            there = self.home / one.name
            if not there.exists():
                shutil.copytree(one, there) if one.is_dir() else shutil.copy2(one, there)

    def _run(self, words: Sequence[str]) -> Ran:
        """A command line; what escapes it is raised."""

        if not words:
            told: list[str] = []
            all_pages(self.home, SystemClock().wall(), lambda window: told.extend(work(window)))
            return Ran(0, " ".join(told), "")

        def escaped(error: Exception, environ: Mapping[str, str]) -> int:
            raise error

        guard, cli._unexpected = cli._unexpected, escaped
        environ, out, err = dict(os.environ), io.StringIO(), io.StringIO()
        os.environ.update(self._environ)
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), Path(os.devnull).open() as nothing:
                stdin, sys.stdin = sys.stdin, nothing
                try:
                    code = cli.main([one.format(home=self.home) for one in words], _Silent(self._environ))
                except SystemExit as usage:
                    raise AssertionError(f"{words}: {err.getvalue()}") from usage
                finally:
                    sys.stdin = stdin
        finally:
            cli._unexpected = guard
            os.environ.clear()
            os.environ.update(environ)
        return Ran(code, out.getvalue(), err.getvalue())

    def _sound(self, scenario: Scenario) -> int:
        """How many calls it makes where none fails; it ends well."""
        self._begin(reads=scenario.reads)
        self.calls.begin()
        with self.calls.in_force():
            ran = self._run(scenario.words)
        assert ran.code == scenario.code, f"{scenario.words}: {ran}"
        assert not scenario.leaves or (self.home / scenario.leaves).read_bytes() != BEFORE
        return len(self.calls.made)

    def fail(self, name: str, number: int, code: str, *, lasts: bool) -> None:
        """Run it with that call failing. AssertionError, or whatever escapes, where it does not end as it should."""
        scenario = SCENARIOS[name]
        self._begin(reads=scenario.reads)
        self.calls.begin(number, CODES[code], lasts=lasts)
        with self.calls.in_force():
            ran = self._run(scenario.words)
        told = ran.out + ran.err
        assert not has_mistake(told), told
        if ran.code:
            assert _SAYS_WHY.search(ran.err) or _IS_PROBLEM.search(ran.out), f"no sentence: {ran}"
        self._look(scenario, ran)
        if scenario.leaves:
            left = (self.home / scenario.leaves).read_bytes()
            assert left == BEFORE if ran.code else left != BEFORE, f"{scenario.leaves}: {left[:60]!r} after {ran}"
            parts = [one.name for one in (self.home / scenario.leaves).parent.iterdir() if one.name.startswith(".")]
            assert not parts or lasts, f"{parts} is left"

    def _look(self, scenario: Scenario, ran: Ran) -> None:
        """What the next start finds."""
        store = open_store(self.home, SystemClock())
        titles = [one.title for one in store.sessions()]
        store.close()
        gone = {f"Session {number}" for number in range(3)} - set(titles)
        assert not gone, f"{gone} is lost; it said: {ran}"
        if scenario.adds and ran.code == 0 and scenario.adds not in titles:
            told = ran.out + ran.err
            assert any(word in told for word in SAYS_LOST), f"the session is gone without a word: {ran}"


def cases(stage: Stage, names: Sequence[str], every: int) -> Iterator[Case]:
    """All, or of each Nth call one."""
    for name in names:
        ways = itertools.cycle(itertools.product(CODES, (False, True))) if every > 1 else None
        for number in range(1, stage.sound[name] + 1, every):
            for code, lasts in [next(ways)] if ways is not None else itertools.product(CODES, (False, True)):
                yield name, number, code, lasts


def run(stage: Stage, wanted: Iterator[Case], say: Callable[[str], object]) -> tuple[int, list[str]]:
    """How many there were, and what was otherwise."""
    count, failures = 0, list[str]()
    for name, number, code, lasts in wanted:
        count += 1
        try:
            stage.fail(name, number, code, lasts=lasts)
        except Exception:  # noqa: BLE001 - each is what we look for
            made = stage.calls.made
            call = made[number - 1] if number <= len(made) else "a call that was not made this time"
            case = f"{name}/{number}/{code}{'/lasts' if lasts else ''}"
            failures.append(f"python3 app.py bench faults --case '{case}'\n{call}\n{traceback.format_exc()}")
            say(failures[-1])
    return count, failures


def main(arguments: Sequence[str] = ()) -> int:
    """As the module says."""
    parser = argparse.ArgumentParser(prog="bench faults", description=__doc__)
    parser.add_argument("--only", action="extend", nargs="+", choices=tuple(SCENARIOS), metavar="SCENARIO")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="each Nth call alone, one code each")
    parser.add_argument("--case", metavar="SCENARIO/CALL/CODE[/lasts]", help="one alone, as a failure names it")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="coach") as folder:
        names = [options.case.split("/")[0]] if options.case else options.only or list(SCENARIOS)
        stage = Stage(Path(folder), names)
        if options.case:
            name, number, code, *lasts = options.case.split("/")
            wanted = iter([(name, int(number), code, bool(lasts))])
        else:
            wanted = cases(stage, names, options.every)
        count, failures = run(stage, wanted, lambda text: sys.stdout.write(f"{text}\n"))
    calls = ", ".join(f"{name} {made}" for name, made in stage.sound.items())
    sys.stdout.write(f"{count:,} runs, {len(failures)} not as they should; calls: {calls}\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
