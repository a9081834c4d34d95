"""Whether other programs can be lowered on this machine, and why not."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from coach.sound.others.ledger import Ledger
from coach.sound.others.pactl import runner
from coach.sound.others.protocol import NullOthers, Others
from coach.sound.others.pulse import PulseOthers

FILE = "lowered.json"


def choose_others(
    folder: Path,
    wanted: bool,
    *,
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> Others:
    """The way of this system; `folder` keeps what is lowered. What a crash left lowered is given back from here on."""
    if platform == "win32":
        return NullOthers("Windows lowers other programs for calls only, and this is none.")
    if platform == "darwin":
        return NullOthers("macOS does not let a program lower others.")
    program = which("pactl")
    if program is None:
        return NullOthers("The command pactl is missing; install pulseaudio-utils.")
    return PulseOthers(runner(program), Ledger(folder / FILE), wanted)
