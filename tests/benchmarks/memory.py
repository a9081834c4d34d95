"""What benchmarks found, kept with the commit, and the table of it beside the goals: `bench --table`, `bench --keep`.

Each figure is a line of measured.jsonl, added and never changed: the last one of a name stands in the table.
"""

from __future__ import annotations

import json
import math
import platform
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.goals import GOALS, Goal, goal, known
from tests.benchmarks.machine import load

FILE = Path(__file__).with_name("measured.jsonl")
PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
BEGIN, END = "<!-- Made by `python3 app.py bench --table`: -->", "<!-- to here. -->"


@dataclass(frozen=True)
class Found:
    """One figure: in the unit of its goal, at that commit (with a "+" where more had changed), on that day; `how` says
    on what machine, beside what, or what else there is to know.
    """

    name: str
    value: float
    commit: str
    day: str
    how: str


def keep(figures: Mapping[str, float], *, how: str = "", file: Path | None = None) -> None:
    """Add what a benchmark found; what never came (infinite) is no figure, and is left out. KeyError for one that no
    goal knows (tests.benchmarks.goals).
    """
    for name in figures:
        goal(name)
    had = {name: value for name, value in figures.items() if math.isfinite(value)}
    lines = [Found(name, _short(value), _commit(), _today(), how or _here()) for name, value in had.items()]
    with (file or FILE).open("a", encoding="utf-8") as kept:
        kept.writelines(json.dumps(asdict(line), ensure_ascii=False) + "\n" for line in lines)
    if file is None:
        write_table()


def latest(file: Path | None = None) -> dict[str, Found]:
    """The last of each name. ValueError for a line that is none of ours."""
    found = {}
    path = file or FILE
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    for number, line in enumerate(lines, 1):
        try:
            one = Found(**json.loads(line))
            goal(one.name)
        except (ValueError, TypeError, KeyError) as problem:
            raise ValueError(f"{path.name}, line {number}: {problem}; write it by bench --keep") from problem
        found[one.name] = one
    return found


def table(found: Mapping[str, Found]) -> str:
    """Every goal beside what was found, then why what falls short does."""
    lines: list[str] = []
    for title, goals in GOALS.items():
        lines += [f"| **{title}** | goal | found | | where |", "|---|---|---|---|---|"] if not lines else [_row(title)]
        lines += [_told(one, found.get(name)) for name, one in goals.items()]
    short = [
        (one, found[name])
        for goals in GOALS.values()
        for name, one in goals.items()
        if name in found and not one.is_met(found[name].value)
    ]
    if short:
        lines += ["", "What falls short:", ""]
        lines += [f"- {one.what} ({number.value:g}): {one.why or 'not known yet'}." for one, number in short]
    return "\n".join(lines)


def _row(title: str) -> str:
    return f"| **{title}** | | | | |"


def _told(one: Goal, number: Found | None) -> str:
    if number is None:
        return f"| {one.what} | {one.limit} | not measured | | `{one.by}` |"
    value = f"{number.value:g} {one.unit}".strip()
    verdict = "yes" if one.is_met(number.value) else "**no**"
    return (
        f"| {one.what} | {one.limit} | {value} | {verdict} | `{one.by}`, {number.commit}, {number.day}: {number.how} |"
    )


def page_with(text: str, made: str) -> str:
    """The page with the table in its place. ValueError where it has none."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE.name} has no place for the table: write a line {BEGIN} and below it a line {END}")
    return f"{before}{BEGIN}\n\n{made}\n\n{END}{after}"


def write_table() -> str:
    """Into docs/performance.md, and give it."""
    made = table(latest())
    PAGE.write_text(page_with(PAGE.read_text("utf-8"), made), "utf-8")
    return made


def keep_by_hand(arguments: Iterable[str]) -> int:
    """NAME VALUE [HOW ...]: what no benchmark of ours measures. 2 where it is not understood."""
    name, value, *how = [*arguments, "", ""][:2] + list(arguments)[2:]
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        print("write --keep NAME VALUE [HOW], for example: --keep ci-run 27 quiet", file=sys.stderr)
        return 2
    try:
        keep({name: number}, how=" ".join(how))
    except KeyError:
        print(f"{name or 'nothing'} is no figure with a goal; known are {', '.join(known())}", file=sys.stderr)
        return 2
    return 0


def _short(value: float) -> float:
    """As many digits as mean something."""
    return float(f"{value:.3g}")


def _commit() -> str:
    """Where the checkout stands."""
    root = Path(__file__).parents[2]

    def git(*arguments: str) -> str:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True).stdout

    try:
        changed = git("status", "--porcelain", "--", "coach", "routines", "media")
        return git("rev-parse", "--short=8", "HEAD").strip() + ("+" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _here() -> str:
    return f"Python {platform.python_version()}, {load()}"
