"""A routine of one's own as a text for somebody else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from coach import __version__
from coach.content.problem import Problem
from coach.content.sharing import form
from coach.content.sharing.form import Shared
from coach.content.sharing.gathering import gathered
from coach.files import write_whole
from coach.sharing.staged import judged, of_parts, staged
from coach.sharing.wrong import SharingError

if TYPE_CHECKING:
    from coach.wiring import Parts


@dataclass(frozen=True, slots=True)
class Ready:
    """A routine as the text for somebody else. `problems` are those that it would have there, by the files here."""

    shared: Shared
    text: str
    problems: tuple[Problem, ...] = ()


def make_ready(parts: Parts, ident: str, by: str | None = None) -> Ready:
    """The routine of this id with all of one's own that it needs, judged as by somebody who has nothing of one's own.

    NotShareableError (content.sharing.gathering) where something of it cannot come along.
    """
    catalogue = parts.library.catalogue
    shared = Shared(ident, gathered(catalogue, ident), by, __version__)
    with staged(shared.parts) as files:
        examined = judged(files, parts.folders[0], None, parts.clock.wall().date())
        problems = tuple(
            replace(problem, file=catalogue.origins[part.key].file)
            if part.key in catalogue.origins
            else replace(problem, file=Path(f"{part.kind}.yaml"))
            for problem, part in of_parts(examined.problems, files)
        )
    return Ready(shared, form.written(shared), problems)


def save(ready: Ready, path: Path) -> None:
    """Write the text whole or not at all. SharingError."""
    try:
        write_whole(path, ready.text)
    except OSError as error:
        raise SharingError("not-written", path, error.strerror or str(error)) from None
