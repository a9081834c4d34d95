"""A library of very many files of one's own: `python3 app.py bench many-files [COUNT]`, a thousand of each by default.

They are copies of the shipped routines and exercises under other ids. What the program takes for them, beyond what it
takes to tell its version, is set beside PyYAML's C library handing on the events of the same files, and nothing done
with them. Processor time of whole processes, in turn.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from coach import resources
from coach.content.kept import LIBRARY
from coach.content.kept.standing import GRAIN_NS
from coach.content.library import Library
from coach.content.library_files import Folders
from tests.benchmarks.machine import load
from tests.benchmarks.memory import keep

ROUNDS = 5
EVENTS = """
import sys, yaml
from pathlib import Path
for folder in sys.argv[1:]:
    for file in Path(folder).rglob("*.yaml"):
        for event in yaml.parse(file.read_bytes(), Loader=yaml.CSafeLoader):
            pass
"""


def fill(folder: Path, count: int) -> None:
    """So many exercises and as many routines in `routines/` of a folder, valid beside the shipped ones."""
    exercises = sorted((resources.routines() / "exercises").glob("*.yaml"))
    for file, copy in _copies(exercises, count):
        _write(folder / "routines" / "exercises", file, copy, file.read_text(encoding="utf-8"))
    copied = {file.stem for file in exercises[:count]}
    copies = count // len(exercises) or 1
    for file, copy in _copies(sorted((resources.routines() / "guided").glob("*.yaml")), count):
        text = file.read_text(encoding="utf-8")
        for ident in copied:
            text = text.replace(f"exercise: {ident}\n", f"exercise: {ident}-{copy % copies}\n")
        _write(folder / "routines" / "guided", file, copy, text)


def _copies(files: Sequence[Path], count: int) -> Iterator[tuple[Path, int]]:
    return ((files[number % len(files)], number // len(files)) for number in range(count))


def _write(folder: Path, file: Path, copy: int, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = re.sub(r"(?m)^id: .*$", f"id: {file.stem}-{copy}", text)
    text = re.sub(r"(?m)^title: (?!\{)(.*)$", rf"title: \1 {copy}", text)
    (folder / f"{file.stem}-{copy}.yaml").write_text(text, encoding="utf-8")


LIBRARY_ALONE = """
import sys, time
from pathlib import Path
from coach import resources
from coach.content.library import Folders, Library
home = Path(sys.argv[1])
shipped, own = Folders(resources.routines(), resources.media()), Folders(home / "routines", home / "media")
began = time.process_time()
Library(shipped, own, home / "cache" / "library.kept").catalogue.entries()
print(time.process_time() - began)
"""


def _library(home: Path) -> float:
    """Processor seconds of reading the library, or taking what was kept, and of a list of all titles."""
    command = [sys.executable, "-c", LIBRARY_ALONE, str(home)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=_environment(home))
    return float(done.stdout)


def _environment(home: Path) -> dict[str, str]:
    """As a person's: what is compiled is kept."""
    of_a_developer = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
    others = {name: value for name, value in os.environ.items() if name not in of_a_developer}
    return {**others, "POSTURE_COACH_HOME": str(home)}


def _seconds(*arguments: str, home: Path) -> float:
    """Processor seconds of a process, all that it begins and ends with it."""
    environment = _environment(home)
    before = os.times()
    subprocess.run([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def _in_turn(pieces: dict[str, Callable[[], float]]) -> dict[str, list[float]]:
    for piece in pieces.values():
        piece()
    rounds = [{name: piece() for name, piece in pieces.items()} for _ in range(ROUNDS)]
    return {name: [each[name] for each in rounds] for name in pieces}


def _line(what: str, values: Sequence[float], unit: str) -> str:
    return f"{what:62} {statistics.median(values):7.2f} {unit}   ({min(values):.2f} to {max(values):.2f})"


def _one_changed(home: Path, own: Folders) -> tuple[list[float], list[float]]:
    """Milliseconds of processor for a look around that finds one file changed, and for one that finds nothing."""
    library = Library(Folders(resources.routines(), resources.media()), own, home / "cache" / LIBRARY)
    file = min((own.routines / "guided").glob("*.yaml"))
    changed: list[float] = []
    unchanged: list[float] = []
    for number in range(2 * ROUNDS):
        file.write_text(f"{file.read_text(encoding='utf-8')}# {number}\n", encoding="utf-8")
        for times in (changed, unchanged):
            began = time.process_time()
            library.refresh()
            times.append((time.process_time() - began) * 1000)
    return changed, unchanged


def main(arguments: Sequence[str] = ()) -> int:
    """Print medians, and the least and the most."""
    count = int(arguments[0]) if arguments else 1000
    with tempfile.TemporaryDirectory(prefix="coach") as folder:
        home = Path(folder)
        own = Folders(home / "routines", home / "media")
        fill(home, count)
        time.sleep(GRAIN_NS / 1e9 + 0.1)  # what was changed just now is not kept
        both = (str(resources.routines()), str(own.routines))

        def cold(measure: Callable[[], float]) -> float:
            (home / "cache" / LIBRARY).unlink(missing_ok=True)
            return measure()

        def listing() -> float:
            return _seconds("-m", "coach", "list", home=home)

        took = _in_turn(
            {
                "version": lambda: _seconds("-m", "coach", "--version", home=home),
                "yaml": lambda: _seconds("-c", EVENTS, home=home),
                "events": lambda: _seconds("-c", EVENTS, *both, home=home),
                "cold": lambda: cold(listing),
                "again": listing,
                "library cold": lambda: cold(lambda: _library(home)),
                "library again": lambda: _library(home),
            }
        )
        changed, unchanged = _one_changed(home, own)
    events = [all_of - start for all_of, start in zip(took["events"], took["yaml"], strict=True)]

    def ratios(name: str) -> list[float]:
        before = took["version"] if name in ("cold", "again") else [0.0] * ROUNDS
        mine = (all_of - start for all_of, start in zip(took[name], before, strict=True))
        return [each / beside for each, beside in zip(mine, events, strict=True)]

    medians = {name: statistics.median(ratios(name)) for name in ("cold", "again")}
    if count == 1000:
        found = {"files-cold": medians["cold"], "files-again": medians["again"]}
        keep({**found, "files-changed": statistics.median(changed)}, how=f"processor time; {load()}")
    print(f"{count} routines and {count} exercises of one's own beside the shipped library")
    print(_line("events of these files through PyYAML's C library", events, "s"))
    print(_line("the library and a list of it, nothing kept: times the events", ratios("library cold"), "x"))
    print(_line("the library and a list of it, again: times the events", ratios("library again"), "x"))
    print(_line("`list` beyond `--version`, nothing kept: times the events", ratios("cold"), "x"))
    print(_line("`list` beyond `--version`, again: times the events", ratios("again"), "x"))
    print(_line("a look around that finds one file changed", changed, "ms"))
    print(_line("a look around that finds nothing changed", unchanged, "ms"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
