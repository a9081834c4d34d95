"""The start from a checkout: makes .venv on the first start, keeps it in step with pyproject.toml, and goes on in it.

Only the standard library, since nothing else is there yet. stdout belongs to the command that follows, so everything
said here goes to stderr.
"""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping, Sequence
from pathlib import Path

from coach.bootstrap.saying import CannotStart, tell

MACHINE = 3
"""The exit code for "this machine cannot"."""
_FROM_THE_CHECKOUT = {"test": "pytest", "bench": "tests.benchmarks"}
"""Commands that only a checkout has, and the module that each runs."""
WITHOUT_QT = ["-p", "no:pytest-qt"]
"""What pytest is told where Qt's libraries are missing: its plugin for Qt could not even be loaded."""


def main(arguments: Sequence[str], root: str) -> int:
    """Set up what is missing in the checkout `root` and run the command `arguments`. Returns the exit code."""
    from coach.bootstrap.environment import ready

    command = arguments[0] if arguments else ""
    of_the_checkout = command in _FROM_THE_CHECKOUT
    try:
        python = ready(Path(root), testing=of_the_checkout)
        can_draw = provide_libraries(arguments)
    except CannotStart as reason:
        tell(str(reason))
        return MACHINE
    except KeyboardInterrupt:
        tell("interrupted; the next start begins the set-up again")
        return 130
    if command != "bench":
        keep_compiled(os.environ)
    try:
        return _go_on_with(python, arguments, root, can_draw=can_draw)
    except OSError as error:
        tell(f"{python} cannot be started: {error.strerror or error}; delete the folder .venv, and it is made anew")
        return MACHINE


def _go_on_with(python: Path, arguments: Sequence[str], root: str, *, can_draw: bool) -> int:
    command = arguments[0] if arguments else ""
    if command not in _FROM_THE_CHECKOUT:
        return go_on([str(python), "-P", "-m", "coach", *arguments])
    os.chdir(root)
    module = _FROM_THE_CHECKOUT[command]
    tell("running: " + " ".join([module, *arguments[1:]]))
    without_qt = [] if can_draw or command != "test" else WITHOUT_QT
    return go_on([str(python), "-m", module, *without_qt, *arguments[1:]])


def provide_libraries(arguments: Sequence[str]) -> bool:
    """Before the window or the tests, provide the system's libraries where we may. Other commands need none of them.

    A window that cannot open goes on in the terminal, and the command says why; of the tests those that draw are left
    out. Whether they need not be.
    """
    from coach.bootstrap import system_libraries as system
    from coach.bootstrap.display import display_available

    if list(arguments[:1]) == ["test"]:
        missing = system.provide(system.TESTS, tell)
        if any(library.part == "qt" for library in missing):
            line = system.install_line(missing, system.os_release())
            tell(f"the tests that draw are left out, because they need {system.names(missing)}; to have them: {line}")
            return False
    elif opens_window(arguments) and display_available(os.environ, sys.platform):
        system.provide(system.parts_for(os.environ), tell)
    return True


def keep_compiled(environ: MutableMapping[str, str]) -> None:
    """Have Python keep what it compiles, as it does by itself: else each start would compile all of it anew, which
    takes longer than the start, and the tests start many processes. The set-up compiles it at first; this is for what
    changes later. Git ignores it; PYTHONPYCACHEPREFIX puts it elsewhere.
    """
    environ.pop("PYTHONDONTWRITEBYTECODE", None)


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether the command shows a window where it can: no command at all, or `play`."""
    return not arguments or (arguments[0] == "play" and "--terminal" not in arguments)


def go_on(command: list[str]) -> int:
    """Become `command`. Windows cannot, so there we wait for it and pass its exit code on."""
    if sys.platform != "win32":
        os.execv(command[0], command)
    import signal
    import subprocess

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the child as well, and it is the one to answer
    return subprocess.call(command)
