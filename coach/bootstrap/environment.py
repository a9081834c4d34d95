"""The environment beside app.py: made at the first start, repaired after an interrupted one, kept up to date.

The project itself is not built: a .pth file puts the checkout on the path, so a change of code needs no new set-up.
The set-up is finished when its stamp is written, which happens last and in one piece. An environment of ours without
a stamp was interrupted, and may hold a package by half, so it is made anew; pip's cache makes that cheap.
"""

from __future__ import annotations

import sys
from pathlib import Path

from coach.bootstrap.saying import CannotStart, tell
from coach.bootstrap.stamp import (
    STAMP,
    TEST,
    Requirements,
    Stamp,
    python_version,
    read_requirements,
    read_stamp,
    wanted,
    write_stamp,
)
from coach.files import is_there
from coach.lock import Lock

BEGUN = "posture-coach.begun"
LOCK = "posture-coach.lock"


def ready(root: Path, *, testing: bool) -> Path:
    """The Python of an environment that holds what `root` needs now, set up first where it does not. CannotStart."""
    requirements = read_requirements(root / "pyproject.toml")
    wants = wanted(requirements, testing=testing)
    environment = root / ".venv"
    if _is_ready(environment, wants, root):
        return python_of(environment)
    try:
        environment.mkdir(exist_ok=True)
        with Lock(environment / LOCK, lambda: tell("another start is setting up; waiting for it")):
            if not _is_ready(environment, wants, root):  # the other one may have done it
                _set_up(root, environment, requirements, testing=testing)
    except OSError as error:
        raise CannotStart(
            f"{environment} cannot be set up: {error.strerror or error}; "
            "use a copy of this folder where you may write, with about 1 GB free"
        ) from None
    return python_of(environment)


def python_of(environment: Path) -> Path:
    """Where an environment keeps its Python."""
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _is_ready(environment: Path, wants: Requirements, root: Path) -> bool:
    stamp = read_stamp(environment)
    return stamp is not None and stamp.serves(wants, root) and is_there(python_of(environment))


def _set_up(root: Path, environment: Path, requirements: Requirements, *, testing: bool) -> None:
    from coach.bootstrap.pip import ensure_pip, install

    stamp = read_stamp(environment)
    if stamp is None:
        tell("setting up in .venv, which takes a minute or two and happens once")
    else:
        tell("bringing .venv up to date with what is needed now")
        testing = testing or TEST in stamp.requirements
    theirs = stamp.theirs if stamp else _is_theirs(environment)
    _prepare(environment, stamp, theirs=theirs)
    ensure_pip(python_of(environment))
    wants = wanted(requirements, testing=testing)
    left_out = install(python_of(environment), wants)
    _put_on_path(environment, root)
    _compile(root)
    write_stamp(environment, Stamp(python_version(), str(root), wants, left_out, theirs))
    (environment / BEGUN).unlink(missing_ok=True)
    tell("the set-up is done")


def _is_theirs(environment: Path) -> bool:
    """Whether a person made it: it is an environment, and it bears no mark of ours."""
    return (environment / "pyvenv.cfg").exists() and not (environment / BEGUN).exists()


def _prepare(environment: Path, stamp: Stamp | None, *, theirs: bool) -> None:
    """An environment that pip can add to, without a stamp until all is done."""
    usable = is_there(python_of(environment)) and version_in(environment) == python_version()
    if theirs:
        if not usable:
            raise CannotStart(f"{environment} was not made by Posture Coach and has another Python; move it away")
    else:
        (environment / BEGUN).touch()
    (environment / STAMP).unlink(missing_ok=True)
    if not theirs and not (stamp and usable):
        _clear(environment)
        _make(environment)


def version_in(environment: Path) -> str | None:
    """Python's minor version as the environment's pyvenv.cfg tells it."""
    try:
        lines = (environment / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return None
    pairs = {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in lines)}
    version = pairs.get("version", pairs.get("version_info", ""))
    return ".".join(version.split(".")[:2]) or None


def _clear(environment: Path) -> None:
    """Empty the folder, but for the lock that this start holds and the mark that it is ours."""
    import shutil

    for entry in environment.iterdir():
        if entry.name in (LOCK, BEGUN):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _make(environment: Path) -> None:
    import subprocess

    from coach.bootstrap.pip import provide_ensurepip

    try:
        import venv
    except ImportError:  # Debian's smallest Python
        provide_ensurepip()
        import venv
    try:
        venv.create(environment, symlinks=sys.platform != "win32")
    except subprocess.CalledProcessError as error:
        raise CannotStart(f"Python could not make {environment}: {error}") from None


def _compile(root: Path) -> None:
    """Compile the program, so that the first start need not, nor any start of somebody who may not write here. Where
    that cannot be done, the start compiles it as ever.
    """
    import compileall

    compileall.compile_dir(root / "coach", quiet=2)


def _put_on_path(environment: Path, root: Path) -> None:
    if sys.platform == "win32":
        packages = environment / "Lib" / "site-packages"
    else:
        packages = environment / "lib" / f"python{python_version()}" / "site-packages"
    (packages / "posture_coach.pth").write_text(f"{root}\n", encoding="utf-8")
