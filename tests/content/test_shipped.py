"""The shipped library has no problems, and its files are named as docs/format.md says."""

from __future__ import annotations

from coach import resources
from coach.content.examining import check
from coach.content.library import Folders, load

SHIPPED = Folders(resources.routines(), resources.media())


def test_the_shipped_library_has_no_problems() -> None:
    assert [str(problem) for problem in load(SHIPPED).problems] == []


def test_every_shipped_file_named_by_itself_has_none_either() -> None:
    assert [str(problem) for problem in check([SHIPPED.routines, SHIPPED.media], SHIPPED, None)] == []
