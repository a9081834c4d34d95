"""The command line as a person types it: what stands on stdout, what on stderr, which exit code."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from coach.cli import main
from coach.commands.here import Here
from coach.progress.folders import Home
from tests.mistakes import has_mistake

Ran = tuple[int, str, str]
"""Exit code, stdout, stderr."""

BREATH = "kind: routine\nformat: 1\nid: a-breath\ntitle: A breath\nsteps:\n  - say: Breathe out.\n    for: 15s\n"


@dataclass(frozen=True)
class CommandLine:
    """Runs one line after another with the folders in `home`."""

    home: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: str, mistakes: bool = False, **here: Any) -> Ran:
        """`mistakes`: whether it may make one. `here`: what else is so on this machine (coach.commands.here.Here)."""
        try:
            code = main(words, Here(os.environ | {"POSTURE_COACH_HOME": str(self.home)}, **here))
        except SystemExit as leaving:  # argparse
            code = int(leaving.code or 0)
        out, err = self.capsys.readouterr()
        assert mistakes or not has_mistake(err)
        return code, out, err


def mine(home: Path, kind: str, name: str, text: str) -> Path:
    """A file of the person's own."""
    path = Home.from_environ({"POSTURE_COACH_HOME": str(home)}).routines / kind / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
