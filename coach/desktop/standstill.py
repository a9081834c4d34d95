"""What need not be done before the window is painted, and is done by Python at each step of a start."""

from __future__ import annotations

import gc


def hold_still() -> None:
    """From now on nothing is looked through for what is over: what a start makes stays, and to look through it again
    and again takes a tenth of the start.
    """
    gc.disable()


def move_on() -> None:
    """As ever again. What was made meanwhile is never looked through any more, neither now nor beside a sound."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
