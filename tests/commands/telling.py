"""A history that a command takes in, for what is worked out of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.command_line import CommandLine, mine

FIRST = {"format": "posture-coach-history", "version": 1, "exported": "2026-06-01T08:00:00+00:00"}
CHANGED = "2026-03-01T00:00:00+00:00"

PLAN = """\
kind: plan
format: 1
id: spring
title: Spring
weeks:
  - weeks: 1-2
    do:
      - {routine: upper-back-strength, days: [mon, wed], dose: {sets: 1}, if_sore: gentle-recovery}
      - {routine: desk-reset, days: [mon], times: 2}
      - {test: wall-test, days: [mon]}
"""


def at(day: int, hour: int = 12) -> str:
    """An hour of a day of March 2026, which begins with a Sunday; of the zone that the tests' machine is in."""
    from datetime import datetime

    return datetime(2026, 3, day, hour).astimezone().isoformat()


def session(uid: str, started: str, target: str, **keys: Any) -> dict[str, Any]:
    opening = {"type": "session", "uid": uid, "changed": CHANGED, "kind": "routine", "target": target}
    return {**opening, "title": "", "started": started, "how": "finished", **keys}


def told(kind: str, uid: str, **keys: Any) -> dict[str, Any]:
    return {"type": kind, "uid": uid, "changed": CHANGED, **keys}


def take_in(run: CommandLine, *records: dict[str, Any]) -> None:
    """Have the program know these."""
    run.home.mkdir(parents=True, exist_ok=True)
    file = run.home.parent / "told.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in (FIRST, *records)), encoding="utf-8")
    code, _, err = run("data", "import", str(file))
    assert (code, err) == (0, "")


def as_json(run: CommandLine, *words: str) -> Any:
    code, out, err = run(*words, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def spring(home: Path) -> None:
    """The plan of that name is in the person's library."""
    mine(home, "plans", "spring", PLAN)
