"""How this program is started anew for this person: by the desktop, at a login, from a menu."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coach.desktop.at_login import Start
from coach.desktop.sandbox import flatpak_id
from coach.progress.folders import HOME_VARIABLE, Home
from coach.words import entries
from coach.words.language import ENGLISH, Language

if TYPE_CHECKING:
    from coach.desktop.at_login import AtLogin

_COMMAND = "posture-coach"
_DATA_VARIABLE = "XDG_DATA_HOME"


def own_start(home: Home, environ: Mapping[str, str], *words: str, told: str = "") -> Start:
    """The program that runs now, with absolute paths, and the person's data folder where it is not the usual one;
    `told` is what a desktop says of it.
    """
    return Start((*_program(sys.argv, sys.executable, sys.platform), *words), _environment(home, environ), told)


def at_login(home: Home, environ: Mapping[str, str], language: Language = ENGLISH) -> AtLogin:
    """Whether the reminders start when the person logs in; the place where that is kept."""
    from coach.desktop.choose import choose_at_login

    return choose_at_login(own_start(home, environ, "--hidden", told=entries.at_login(language)), environ)


def _program(argv: Sequence[str], python: str, platform: str) -> tuple[str, ...]:
    """The installed command, else Python with the module. On Windows always Python, the one without a console."""
    if platform == "win32":
        windowed = Path(python).with_name("pythonw.exe")
        return (str(windowed if windowed.is_file() else python), "-P", "-m", "coach")
    called = Path(os.path.abspath(argv[0])) if argv and os.sep in argv[0] else None  # noqa: PTH100 - links stay
    for command in (called, Path(python).with_name(_COMMAND)):
        if command is not None and command.name == _COMMAND and os.access(command, os.X_OK) and command.is_file():
            return (str(command),)
    return (python, "-P", "-m", "coach")  # -P: a folder named coach where the desktop starts programs is not ours


def _environment(home: Home, environ: Mapping[str, str]) -> dict[str, str]:
    """What a login does not set by itself: a folder that was chosen in the shell that this was started from."""
    if home != Home.from_environ({}):
        return {HOME_VARIABLE: os.path.abspath(home.data)}  # noqa: PTH100 - links stay
    if flatpak_id(environ):
        return {}  # there it is Flatpak that says where data go, and says it at every start
    data = environ.get(_DATA_VARIABLE, "").strip()
    if sys.platform == "linux" and data and Path(data) != Path.home() / ".local" / "share":
        return {_DATA_VARIABLE: data}
    return {}
