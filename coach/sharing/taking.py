"""A received routine written into the person's own folders: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.document import Document
from coach.content.rewriting import NotRewritableError
from coach.content.sharing.contents import ENTRY, keys_of
from coach.content.sharing.form import Part
from coach.content.sharing.placing import merged, text_of
from coach.files import make_private, write_new, write_whole
from coach.sharing.received import Received
from coach.sharing.wrong import SharingError

if TYPE_CHECKING:
    from coach.wiring import Parts

_ORDER = ("sources", "areas", "figure", "exercise", "routine")
"""What is written first: each only once all that it names is there. Last of all comes the routine itself."""


def take(parts: Parts, received: Received) -> tuple[Path, ...]:
    """Write what is new into the person's own folders, all of it or nothing; the files. SharingError.

    ValueError where it has problems or clashes.
    """
    if received.problems or received.clashes or received.shared is None:
        raise ValueError("there is something to settle first")
    own, by = parts.folders[1], received.shared.by
    made: list[Path] = []
    before: dict[Path, str] = {}
    path = received.path
    try:
        for part, document in _in_order(received):
            keys = [key for key in keys_of(part, document) if key not in received.there]
            if not keys:
                continue
            path = own.home_of(part.kind) / f"{part.id}.yaml"
            make_private(path.parent)
            if part.kind in ENTRY and path.exists():
                before[path] = path.read_text("utf-8")
                write_whole(path, merged(before[path], part.kind, document, keys))
            else:
                write_new(path, text_of(part, document, by, keys))
                made.append(path)
    except OSError as error:
        _take_back(made, before)
        raise SharingError("not-written", path, error.strerror or str(error)) from None
    except (UnicodeDecodeError, NotRewritableError):
        _take_back(made, before)
        raise SharingError("not-rewritable", path) from None
    return (*before, *made)


def _take_back(made: Sequence[Path], before: Mapping[Path, str]) -> None:
    for file in reversed(made):
        with suppress(OSError):
            file.unlink()
    for file, text in before.items():
        with suppress(OSError):
            write_whole(file, text)


def _in_order(received: Received) -> list[tuple[Part, Document]]:
    assert received.shared is not None
    last = ("routine", received.shared.routine)
    return sorted(received.documents, key=lambda one: (one[0].key == last, _ORDER.index(one[0].kind)))
