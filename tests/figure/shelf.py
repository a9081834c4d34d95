"""Figures for tests: the shipped library, and figures written on the spot."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, load
from coach.content.model import Figure


@cache
def shipped() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


def figure(folder: Path, body: str) -> Figure:
    """The figure that a file with this body makes; a problem in the file fails the test."""
    figures, routines = folder / "media" / "figures", folder / "routines"
    for made in (figures, routines):
        made.mkdir(parents=True, exist_ok=True)
    shutil.copy(resources.routines() / "areas.yaml", routines)  # all that a figure refers to
    (figures / "trial.yaml").write_text(f"kind: figure\nformat: 1\nid: trial\ntitle: Trial\n{body}", encoding="utf-8")
    catalogue = load(Folders(routines, folder / "media"))
    assert [str(p) for p in catalogue.problems if "trial" in str(p.file)] == []
    return catalogue.figures["trial"]
