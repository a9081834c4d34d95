"""No command at all: the window, or the terminal where no window can open.

It is what a person waits for, so nothing of the other commands is loaded for it, and nothing that reads their words.
"""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from coach import bytecode
from coach.collector import rest_collector, resume_collector
from coach.commands.here import Here
from coach.commands.running import pass_on, refuse_loss, take_over
from coach.commands.stop import INPUT, MACHINE, Stop
from coach.progress.folders import Home

if TYPE_CHECKING:
    from coach.handover import Handover
    from coach.wiring import Parts


def window(here: Here) -> int:
    """No command: the window; without a display the terminal's menu; without a terminal the short way out in lines."""
    bytecode.use(Home.from_environ(here.environ).cache / bytecode.FILE)  # what looks for a display stands there, too
    reason = here.why_no_window()
    if reason is None:
        rest_collector()
    parts = here.build()
    if reason is None:
        code = open_window(parts, None, here)
        return pass_on({"do": "show"}, parts.single, here, parts.language) if code is None else code
    from coach.commands.choosing import refuse_empty
    from coach.terminal.menu import menu
    from coach.terminal.run import play_in_terminal
    from coach.terminal.terminal import this_terminal
    from coach.today.suggestion import shortest_routine
    from coach.wiring.way_out import short_way_out
    from coach.words.no_window import said
    from coach.words.running import in_terminal

    told = in_terminal(parts.language, said(reason, parts.language))
    print(told, file=sys.stderr)

    terminal = this_terminal(here.environ)
    if terminal.is_attended:
        return menu(parts, told, terminal)
    catalogue = parts.library.catalogue
    if not catalogue.routines:
        raise Stop("there is no routine to run; 'posture-coach check' says what is wrong with the library", INPUT)
    name = short_way_out(parts) or shortest_routine(catalogue, parts.routine_seconds)
    refuse_empty(parts, "routine", name)
    return play_in_terminal(parts, "routine", name, 0, terminal)


def open_window(parts: Parts, start: tuple[str, str, int] | None, here: Here) -> int | None:
    """The window of this process, until the person ends it: the exit code. None where another program has one."""
    rest_collector()
    if parts.single.claim():
        handover = None
    else:
        handover = take_over(parts.single, here, window=True)
        if handover is None and not parts.single.claim():
            return None
    try:
        from coach.ui.app import run
    except ImportError as error:
        raise Stop(
            f"the window cannot start: {error}. Use 'posture-coach play ID --terminal' meanwhile", MACHINE
        ) from None
    if handover is not None:
        _go_on_with(parts, handover)
    try:
        return refuse_loss(run(parts, start, handover))
    finally:
        resume_collector()  # where it was never painted
        bytecode.keep(parts.home.cache / bytecode.FILE)


def _go_on_with(parts: Parts, handover: Handover) -> None:
    from coach.reminders.handed import taken

    parts.take_options(handover.run)
    with contextlib.suppress(ValueError):
        parts.handed = taken(handover.desk, parts.clock.awake())
