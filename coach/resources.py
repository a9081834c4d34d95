"""The only door to routines/ and media/: the copy inside the installed package, else the checkout's."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    packaged = _PACKAGE / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name


def routines() -> Path:
    """The shipped routines folder (docs/format.md, Where files live)."""
    return _folder("routines")


def media() -> Path:
    """The shipped media folder: figures/ and sounds/."""
    return _folder("media")


def package_parent() -> Path:
    """The folder in which `import coach` finds this program: the checkout, or where it is installed."""
    return _PACKAGE.parent


def is_checkout() -> bool:
    """Whether the project's tests and benchmarks lie beside the program, as they do nowhere else."""
    return (_PACKAGE.parent / "tests" / "benchmarks").is_dir()
