"""What the project asks for, what an environment was made for, and whether the two still agree."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from coach.bootstrap.saying import CannotStart
from coach.files import write_whole

STAMP = "posture-coach.json"
TEST = "test"
BASE = ""
"""The name under which the program's own requirements stand beside those of its extras."""

Requirements = Mapping[str, tuple[str, ...]]
"""Requirement lines by extra."""


def read_requirements(pyproject: Path) -> Requirements:
    """What pyproject.toml asks for, without an extra that names others of its own. CannotStart if unreadable."""
    try:
        project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
        own = f"{project.get('name', '')}["
        extras = {
            name: tuple(lines)
            for name, lines in project.get("optional-dependencies", {}).items()
            if not all(line.startswith(own) for line in lines)
        }
        return {BASE: tuple(project["dependencies"]), **extras}
    except (OSError, ValueError, KeyError) as error:
        raise CannotStart(f"{pyproject} cannot be read: {error}; get it back from the repository") from None


def wanted(requirements: Requirements, *, testing: bool) -> Requirements:
    """What a start installs: the program and all its extras, the tests' one only for the tests."""
    return {name: lines for name, lines in requirements.items() if testing or name != TEST}


class Stamp(NamedTuple):
    """What an environment was made for, written when it is finished.

    `python` is the minor version, `root` the checkout, `requirements` what was asked for then, `left_out` the extras
    that could not be had. `theirs` is True for an environment that the person had made before us: it is never emptied.
    """

    python: str
    root: str
    requirements: Requirements
    left_out: tuple[str, ...] = ()
    theirs: bool = False

    def serves(self, wants: Requirements, root: Path) -> bool:
        """Whether the environment holds what is wanted now. What could not be had is not tried at each start."""
        if (self.python, self.root) != (python_version(), str(root)):
            return False
        return all(self.requirements.get(name) == lines for name, lines in wants.items())


def python_version() -> str:
    """The minor version that runs, which an environment belongs to: 3.11."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def read_stamp(environment: Path) -> Stamp | None:
    """The stamp of a finished set-up; None where there is none, or none that we understand."""
    try:
        values = json.loads((environment / STAMP).read_text(encoding="utf-8"))
        requirements = {name: tuple(lines) for name, lines in values["requirements"].items()}
        left_out, theirs = tuple(values["left_out"]), bool(values["theirs"])
        return Stamp(values["python"], values["root"], requirements, left_out, theirs)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def write_stamp(environment: Path, stamp: Stamp) -> None:
    """OSError, and then there is none or the one before."""
    write_whole(environment / STAMP, json.dumps(stamp._asdict(), indent=1))
