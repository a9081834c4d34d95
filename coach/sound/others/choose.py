"""Whether other programs can be lowered on this machine, and why not."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from coach.sound.others.background import BackgroundOthers
from coach.sound.others.ledger import Ledger
from coach.sound.others.pactl import PactlStreams, runner
from coach.sound.others.protocol import NullOthers, Others
from coach.sound.others.streams import Streams
from coach.sound.others.windows import WindowsStreams
from coach.sound.trouble import Trouble

FILE = "lowered.json"


def choose_others(
    folder: Path,
    wanted: bool,
    *,
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
    windows: Callable[[], Streams] = WindowsStreams,
) -> Others:
    """The way of this system; `folder` keeps what is lowered. What a crash left lowered is given back from here on.

    To be called in the main thread.
    """
    ledger = Ledger(folder / FILE)
    if platform == "darwin":
        return NullOthers(Trouble("not-on-macos"))
    if platform == "win32":
        try:
            return BackgroundOthers(windows(), ledger, wanted)
        except ImportError:
            return NullOthers(Trouble("no-pycaw"))
        except OSError as problem:
            return NullOthers(Trouble("mixer-unreachable", why=str(problem)))
    program = which("pactl")
    if program is None:
        return NullOthers(Trouble("no-pactl"))
    return BackgroundOthers(PactlStreams(runner(program)), ledger, wanted)
