"""`remind`: the reminders of the running program."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from coach.commands.here import Here
from coach.commands.parser import Commands, add_json
from coach.commands.printing import print_for_programs
from coach.commands.stop import FINE, INPUT, MACHINE, USAGE, Stop
from coach.printed import printed_line

if TYPE_CHECKING:
    from pathlib import Path

ACTIONS = (
    "status",
    "list",
    "watch",
    "now",
    "done",
    "start",
    "snooze",
    "skip",
    "pause",
    "resume",
    "sitting",
    "standing",
)

_AGAIN_SECONDS = 0.2  # between two questions to a program that is about to answer; our choice
_WATCH_SECONDS = 40.0  # twice as long as the program waits for something to tell; our choice

NOT_RUNNING = {"running": False}


def add_to(commands: Commands) -> None:
    """`remind`."""
    reminding = commands.add("remind", remind, "The reminders of the running program.")
    reminding.add_argument("action", choices=ACTIONS, metavar="ACTION", help=", ".join(ACTIONS))
    reminding.add_argument("length", nargs="?", metavar="FOR", help="30m (pause, snooze); else a reminder's id")
    add_json(reminding)


def remind(options: argparse.Namespace, here: Here) -> int:
    """Ask the running program and print its answer, a sentence or JSON.

    0; 1 where it refuses; 2 for a length that is none; 3 where it does not answer, or does not run: of that `status`
    alone says so with 0.
    """
    from coach.words import printed

    if options.action == "watch":
        return _watch(here)
    request = _request(options.action, options.length)
    parts = here.build()
    answer = _answer(request, parts.home.data, here.answer_seconds)
    if answer is None and options.action != "status":
        raise Stop("Posture Coach is not running, so there is nothing to remind; start it with posture-coach", MACHINE)
    if answer is None:
        answer = {**NOT_RUNNING, "text": printed.not_running("posture-coach", parts.language)}
    if error := answer.get("error"):
        raise Stop(str(error), INPUT)
    if options.json:
        print_for_programs({k: v for k, v in answer.items() if k != "text"})
    else:
        print(answer.get("text", ""))
    return FINE


def _watch(here: Here) -> int:
    """Print a line of JSON for everything that happens, until the program or the person ends it.

    Where another program takes over meanwhile, with a window or without, that one is asked; what came there first is
    told, too.
    """
    from coach.progress.folders import Home

    folder = Home.from_environ(here.environ).data
    try:
        answer = _answer({"do": "remind-watch"}, folder, here.answer_seconds)
        if answer is None:
            raise Stop(
                "Posture Coach is not running, so there is nothing to watch; start it with posture-coach", MACHINE
            )
        while answer is not None:
            if error := answer.get("error"):
                raise Stop(str(error), INPUT)
            for event in answer["events"]:
                print(printed_line(event), flush=True)
            request = {"do": "remind-watch", "run": answer["run"], "last": answer["last"]}
            answer = _next(request, folder, here.answer_seconds)
    except KeyboardInterrupt:
        pass
    return FINE


def _next(request: Mapping[str, object], folder: Path, patience: float) -> Mapping[str, Any] | None:
    """What came next; None where the program has ended. One that is ending may still hold its lock for a moment."""
    from coach.desktop.single import is_running, send

    until = time.monotonic() + patience
    while (answer := send(folder, request, timeout=_WATCH_SECONDS)) is None:
        if not is_running(folder):
            return None
        if time.monotonic() > until:
            raise Stop("Posture Coach is running but does not answer any more; start the watch again", MACHINE)
        time.sleep(_AGAIN_SECONDS)
    return answer


def _request(action: str, words: str | None) -> dict[str, object]:
    """What is asked of the program; of a pause and a snooze `words` are the length, else a reminder's id."""
    request: dict[str, object] = {"do": f"remind-{action}"}
    if action in ("pause", "snooze"):
        request["seconds"] = _seconds(action, words)
    elif words:
        request["id"] = words
    return request


def _seconds(action: str, length: str | None) -> float:
    from coach.content.units import parse_duration
    from coach.reminders.state import LONGEST_PAUSE_SECONDS

    if not length:
        raise Stop(f"remind {action}: say for how long, such as 'remind {action} 30m'", USAGE)
    seconds, sentence = parse_duration(length)
    if seconds is None:
        raise Stop(f"remind {action}: {sentence}", USAGE)
    if seconds > LONGEST_PAUSE_SECONDS:
        raise Stop(
            f"remind {action}: {length} is longer than 30 days; write at most 30d, or switch "
            "reminders off on the page Reminders",
            USAGE,
        )
    return seconds


def _answer(request: Mapping[str, object], folder: Path, timeout: float) -> Mapping[str, Any] | None:
    """Of the program that runs with this data folder; None where none does."""
    from coach.desktop.single import is_running, send

    answer = send(folder, request, timeout=timeout)
    if answer is None and is_running(folder):
        raise Stop("Posture Coach is running but does not answer; try again, or end it and start it again", MACHINE)
    return answer
