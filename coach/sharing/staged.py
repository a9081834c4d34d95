"""The parts of a shared routine judged as files, in a folder that is there for no longer than that."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from coach.content.examining import Examined, examine
from coach.content.library_files import Folders
from coach.content.problem import Problem
from coach.content.sharing.form import Part
from coach.sharing.wrong import SharingError


def judged(files: Mapping[Path, Part], shipped: Folders, own: Folders | None, today: date) -> Examined:
    """The staged files beside the libraries, as `check` judges files."""
    from coach.figure.judge import judge as judge_figure

    return examine(list(files), shipped, own, judge_figure, today)


def of_parts(problems: Sequence[Problem], files: Mapping[Path, Part]) -> Iterator[tuple[Problem, Part]]:
    """The problems with the parts in which they are."""
    yield from ((problem, files[problem.file]) for problem in problems if problem.file in files)


@contextmanager
def staged(parts: Sequence[Part]) -> Iterator[dict[Path, Part]]:
    """The parts as files in a folder of their own for as long as they are judged, each named by its id."""
    with ExitStack() as closing:
        try:
            folder = closing.enter_context(tempfile.TemporaryDirectory(prefix="posture-coach-"))
            files = {}
            for number, part in enumerate(parts):
                file = Path(folder) / f"{number}" / f"{part.id}.yaml"
                file.parent.mkdir()
                file.write_bytes(part.text.encode())
                files[file] = part
        except OSError as error:
            place = Path(error.filename or "/tmp")  # noqa: S108  to be named only
            raise SharingError("not-written", place, error.strerror or str(error)) from None
        yield files
