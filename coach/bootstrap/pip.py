"""pip inside the environment: had from Python's own copy, run with the person's settings, its words shortened."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from coach.bootstrap import system_libraries
from coach.bootstrap.saying import CannotStart, tell
from coach.bootstrap.stamp import BASE, TEST, Requirements, python_version

UNREACHABLE = ("connection broken by", "Failed to establish a new connection", "Could not connect to", "ProxyError")
"""What pip says where there is no way to its index."""


def install(python: Path, wants: Requirements) -> tuple[str, ...]:
    """Install the program's requirements and its extras; returns the extras that could not be had. CannotStart."""
    everything = [line for lines in wants.values() for line in lines]
    if run(python, everything):
        return ()
    tell("not everything can be had; trying the program by itself, then each extra")
    base = wants[BASE]
    if not run(python, base):
        raise CannotStart(
            "what the program needs could not be installed, see above; is there a network? the next start tries again"
        )
    left_out = tuple(extra for extra, lines in wants.items() if extra != BASE and not run(python, [*base, *lines]))
    if TEST in left_out:
        raise CannotStart("what the tests need could not be installed, see above")
    tell(f"left out: {', '.join(left_out)}; the program does without, and tries again once .venv is deleted")
    return left_out


def run(python: Path, requirements: Sequence[str]) -> bool:
    """Install `requirements`; False where pip cannot. CannotStart where it does not reach its index at all.

    pip compiles what it installs. It takes some seconds once; without it every start compiles numpy anew (0.3 s) on a
    machine that keeps Python from writing its bytecode, or where the environment belongs to somebody else.
    """
    command = [str(python), "-I", "-u", "-m", "pip", "install", "--prefer-binary", *requirements]
    unreachable = False
    with subprocess.Popen(
        command,
        env=pip_environ(os.environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        close_fds=sys.platform == "win32",  # elsewhere the lock goes along, so a pip that outlives us still holds it
    ) as process:
        for line in process.stdout or ():
            unreachable = unreachable or any(sign in line for sign in UNREACHABLE)
            short = progress_line(line)
            if short:
                print(f"  {short}", file=sys.stderr, flush=True)
    if process.returncode and unreachable:
        raise CannotStart("pip does not reach its package index; is there a network? the next start tries again")
    return process.returncode == 0


def pip_environ(environ: Mapping[str, str]) -> dict[str, str]:
    """The person's environment without what would install elsewhere than in our own."""
    elsewhere = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONHOME", "__PYVENV_LAUNCHER__")
    kept = {name: value for name, value in environ.items() if name not in elsewhere}
    return {**kept, "PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def progress_line(line: str) -> str | None:
    """One line of pip's output as a person wants it; None for what says nothing new.

    >>> progress_line("Installing collected packages: a, b")
    'installing 2 packages'
    """
    words = line.strip()
    if words.startswith(("Downloading ", "Using cached ")) and ".metadata" not in words:
        return words[0].lower() + words[1:]
    if words.startswith("Installing collected packages: "):
        return f"installing {words.count(',') + 1} packages"
    if words.startswith(("ERROR:", "error:")):
        return words
    return None


def ensure_pip(python: Path) -> None:
    """pip inside the environment, from the copy that Python brings along. CannotStart."""
    if _succeeds([str(python), "-I", "-m", "pip", "--version"]):
        return
    if not _succeeds([str(python), "-I", "-c", "import ensurepip"]):
        provide_ensurepip()
    if not _succeeds([str(python), "-I", "-m", "ensurepip", "--default-pip"]):
        raise CannotStart(f"pip could not be set up: {python} -m ensurepip fails; {_ensurepip_hint()}")


def provide_ensurepip() -> None:
    """Debian packs venv's other half by itself: as root there install it, else name it. CannotStart."""
    tell("this Python lacks ensurepip")
    if system_libraries.installs_itself(system_libraries.os_release()) and system_libraries.install_packages(
        [f"python{python_version()}-venv"], tell
    ):
        return
    raise CannotStart(_ensurepip_hint())


def _ensurepip_hint() -> str:
    """What to type to have ensurepip, as far as we know the system."""
    if sys.platform.startswith("linux") and system_libraries.family(system_libraries.os_release()) == "apt-get":
        return f"to have what sets up .venv: sudo apt-get install python{python_version()}-venv"
    return f"{sys.executable} cannot set up .venv; install a complete Python 3.11 or later"


def _succeeds(command: Sequence[str]) -> bool:
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, env=pip_environ(os.environ), check=False
    )
    return done.returncode == 0
