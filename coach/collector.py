"""Python's collector of what is over (`gc`), which rests until the window is painted."""

from __future__ import annotations

import gc


def rest_collector() -> None:
    """From now on nothing is looked through for what is over: what a start makes stays, and to look through it again
    and again takes a tenth of the start.
    """
    gc.disable()


def resume_collector() -> None:
    """As ever again. What was made meanwhile is never looked through any more, neither now nor beside a sound."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
