"""The program that runs already: this one takes over from it, or passes on what was wanted."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal

from coach.commands.here import Here
from coach.commands.stop import FINE, INPUT, MACHINE, Stop

if TYPE_CHECKING:
    from coach.bootstrap.display import NoWindow
    from coach.desktop.single import Single
    from coach.handover import Handover
    from coach.words.language import Language


_UNHURRIED_SECONDS = 25.0
"""So long a program without a window waits: nobody looks on, and a window that hands over has something to work out."""


def take_over(single: Single, here: Here, *, window: bool) -> Handover | None:
    """What the program gave that ran until now: `single` is the running one. None where that keeps its place, or there
    is none.
    """
    seconds = here.answer_seconds if window else max(here.answer_seconds, _UNHURRIED_SECONDS)
    answer = single.take_over({"do": "take-over", "window": window}, seconds)
    if answer is None or "error" in answer:
        return None
    from coach.handover import Handover

    try:
        return Handover.from_json(answer)
    except ValueError:  # it is over there all the same: what is kept has to do
        return Handover({})


def refuse_loss(code: int) -> int:
    """What Qt's loop ended with: 0, or its display went away. Stop, then."""
    if code:
        raise Stop("the display went away, so the program ends; all that was done is kept", MACHINE)
    return FINE


def pass_on(request: Mapping[str, object], single: Single, here: Here, language: Language) -> int:
    """What was wanted, to the program that runs already."""
    from coach.desktop.activation import activation_of
    from coach.desktop.single import send
    from coach.words.running import already

    answer = send(single.folder, {**request, **activation_of(here.environ)}, timeout=here.answer_seconds)
    if answer is None:
        raise Stop("Posture Coach is running already but does not answer; end it and start it again", MACHINE)
    if error := answer.get("error"):
        raise Stop(str(error), INPUT)
    print(already(language, _window_of(answer)), file=sys.stderr)
    return FINE


def _window_of(answer: Mapping[str, object]) -> Literal["opens", "behind", "shown"]:
    if answer.get("opens"):
        return "opens"
    return "behind" if answer.get("in_front") is False else "shown"


def _asked_apart(ask: Callable[[], str | None]) -> str | None:
    """What `ask` gives, in a process that ends: it loads two dozen libraries to see whether they are there, which would
    stay for as long as the reminders run.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:  # of threads a fork may find locks held
        return ask()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(write, (ask() or "").encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said or None


def _said(why: NoWindow | None) -> str | None:
    from coach.words.language import ENGLISH
    from coach.words.no_window import said

    return None if why is None else said(why, ENGLISH)


def hidden(here: Here) -> int:
    """`--hidden`: reminders without a window, until the person ends the program or opens a window.

    0, also where the program runs already; 3 where there is no desktop to show anything on, or it went away.
    """
    reason = _asked_apart(lambda: _said(here.why_no_window()))
    if reason is not None:
        raise Stop(f"there is nothing to show reminders on: {reason}", MACHINE)
    from coach.desktop.single import Single
    from coach.progress.folders import Home

    single = Single(Home.from_environ(here.environ).data)
    handover = None
    if not single.claim():
        handover = take_over(single, here, window=False)
        if handover is None and not single.claim():
            from coach.words.running import already

            print(already(here.build().language, None), file=sys.stderr)
            return FINE
    try:
        from coach.ui.resident import hidden_of, run
    except ImportError as error:
        single.close()
        raise Stop(f"the program cannot start: {error}", MACHINE) from None
    parts = hidden_of(here.environ, single)
    here.closing.callback(parts.close)
    return refuse_loss(run(parts, handover))
