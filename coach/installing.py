"""What to type to bring a package that is missing into the environment in which this program runs.

A session knows it before anything is missing, so what finds it out is loaded when something is.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from coach.resources import package_parent

NAME = "posture-coach"


def line(
    *packages: str,
    python: str = sys.executable,
    prefix: str = sys.prefix,
    has_pip: bool | None = None,
    platform: str = sys.platform,
) -> str:
    """A command line for the shell of this system. An environment of pipx is changed by pipx, which would undo what pip
    did, and one without pip, as uv makes them, by uv.
    """
    import shlex
    import subprocess

    wanted = [requirement(package, declared()) for package in packages]
    if has_pip is None:
        has_pip = importlib.util.find_spec("pip") is not None
    folder = Path(prefix)
    if folder.parent.name == "venvs" and "pipx" in folder.parts:
        words = ["pipx", "inject", folder.name, *wanted]
    elif has_pip:
        words = [python, "-m", "pip", "install", *wanted]
    else:
        words = ["uv", "pip", "install", "--python", python, *wanted]
    return subprocess.list2cmdline(words) if platform == "win32" else shlex.join(words)


def declared() -> tuple[str, ...]:
    """The requirement lines of the program and its extras: of what is installed, else of the checkout."""
    from importlib.metadata import PackageNotFoundError, requires

    from coach.bootstrap.saying import CannotStart
    from coach.bootstrap.stamp import read_requirements

    try:
        return tuple(requires(NAME) or ())
    except PackageNotFoundError:
        pass
    try:
        extras = read_requirements(package_parent() / "pyproject.toml")
    except CannotStart:
        return ()
    return tuple(one for lines in extras.values() for one in lines)


def requirement(package: str, lines: Iterable[str]) -> str:
    """The package with the versions that go with this program, as `lines` have it; its name where they do not."""
    for one in lines:
        wanted = one.partition(";")[0].strip()
        if (name := re.match(r"[\w.-]+", wanted)) and _alike(name[0]) == _alike(package):
            return wanted
    return package


def _alike(name: str) -> str:
    """One spelling of a distribution's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
