"""The shipped and the user's library, read into a catalogue that follows its files.

catalogue = load(shipped, yours)

What reads and judges files is loaded when a file has to be read: most starts take what was kept (coach.content.kept).
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.catalogue import Catalogue
from coach.content.library_files import Folders, Look, Seen, look_at
from coach.values import dataclass

if TYPE_CHECKING:
    from coach.content.document import Document
    from coach.content.ties import Ties

__all__ = ["Folders", "Library", "Looked", "Ready", "load"]


@dataclass(frozen=True, slots=True)
class Looked:
    """What lay in the folders of a library, the number of the look (a later one has a higher), when it began (ns)."""

    looks: list[Look]
    number: int
    at_ns: int


_InForce = tuple[Catalogue, Callable[[], "Ties"]]


@dataclass(frozen=True, slots=True)
class Ready:
    """What is in force as of a look, if anything is that was not `before`; `is_all`: every file was judged for it."""

    looked: Looked
    before: Looked
    now: _InForce | None = None
    is_all: bool = False


MANY = 500
"""Files that to look at takes longer than a frame: twice as many as are shipped take 17 ms."""
_VERY_MANY = 1000
"""Files of which so much is made that looking through it for rubbish takes a quarter of reading them; our choice."""


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Many values are made, and none of them is rubbish: the search for it would go through them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def load(shipped: Folders, yours: Folders | None = None) -> Catalogue:
    """The catalogue of the shipped library and the user's. Never raises for what files hold or lack."""
    return Library(shipped, yours).catalogue


class Library:
    """A catalogue that follows its files. Reading happens in the constructor, in `read` and in `refresh`."""

    def __init__(self, shipped: Folders, yours: Folders | None = None, kept: Path | None = None) -> None:
        """`kept`: the file in which what was read and judged is kept until next time (coach/content/kept)."""
        self._folders, self._kept = [shipped, *([yours] if yours else [])], kept
        self._documents: Mapping[Seen, Document] = {}
        self._numbers = count(1)
        self._reading = threading.RLock()
        self._looked = self.look()
        taken = self._take_kept()
        self._is_kept = self._is_of_kept = taken is not None
        self._catalogue, self._ties = taken or self._read_all(self._looked)
        self.keep()

    @property
    def catalogue(self) -> Catalogue:
        """What is in force as of the last `refresh` or `take`; a new value after each change, never altered."""
        return self._catalogue

    @property
    def is_large(self) -> bool:
        """Whether a look at its files takes so long that it is felt."""
        return self._count > MANY

    def look(self) -> Looked:
        """Look at the files (names, sizes, times), in any thread."""
        number, at_ns = next(self._numbers), time.time_ns()
        return Looked([look_at(folders) for folders in self._folders], number, at_ns)

    def refresh(self) -> bool:
        """Look, read what changed, and have it in force. Whether anything did."""
        return self.take(self.read(self.look()))

    def read(self, looked: Looked) -> Ready:
        """What changed as of a look, read and judged for `take`, in any thread: the catalogue in force stays."""
        with self._reading:
            before = self._looked
            if looked.number <= before.number or looked.looks == before.looks:
                return Ready(looked, before)
            nearby = self._after_one(before, looked)
            return Ready(looked, before, nearby or self._read_all(looked), is_all=nearby is None)

    def take(self, ready: Ready) -> bool:
        """Have in force what was read. Whether it is anything else; a look that began before the last one tells
        nothing, nor does what was read after a state that is over.
        """
        if ready.looked.number <= self._looked.number or ready.before is not self._looked:
            return False
        self._looked = ready.looked
        if ready.now is None:
            return False
        self._is_kept, self._is_of_kept = False, self._is_of_kept and not ready.is_all
        self._catalogue, self._ties = ready.now
        return True

    def keep(self) -> None:
        """Keep what is in force until next time, where it is not kept yet and may be."""
        if self._kept is None or self._is_kept:
            return
        from coach.content.kept.catalogue import keep

        with uninterrupted():
            self._is_kept = keep(self._kept, self._looked.looks, self._catalogue, self._ties(), self._looked.at_ns)

    @property
    def _count(self) -> int:
        return sum(len(look.files) for look in self._looked.looks)

    def _take_kept(self) -> _InForce | None:
        if self._kept is None:
            return None
        from coach.content.kept.catalogue import take

        taken = take(self._kept, self._looked.looks, self._anew)
        return None if taken is None else (taken.catalogue, taken.ties)

    def _anew(self) -> Catalogue:
        """What was kept turned out to be none of ours."""
        with self._reading:
            if self._is_of_kept:
                self._is_kept = self._is_of_kept = False
                self._catalogue, self._ties = self._read_all(self._looked)
            return self._catalogue

    def _read_all(self, looked: Looked) -> _InForce:
        from coach.content.assembling import assemble

        with uninterrupted():
            catalogue, documents = assemble(looked.looks, self._documents)
            self._documents = documents
            if len(documents) > _VERY_MANY:
                gc.freeze()  # all of it stays, and nobody need look through it, not even once
        return catalogue, partial(_ties_of, documents)

    def _after_one(self, before: Looked, looked: Looked) -> _InForce | None:
        """What is in force where one file changed, and few have to be judged again for it; else None."""
        from coach.content.nearby import Before, after_one

        try:
            ties = self._ties()
        except ValueError:  # what was kept turned out to be none of ours
            return None
        with uninterrupted():
            found = after_one(Before(before.looks, self._catalogue, ties), looked.looks, self._document)
        if found is None:
            return None
        catalogue, after = found
        return catalogue, lambda: after

    def _document(self, seen: Seen, look: Look) -> Document:
        from coach.content.assembling import read

        if seen not in self._documents:
            others = {one: document for one, document in self._documents.items() if one[0] != seen[0]}
            self._documents = {**others, seen: read(seen, look)}  # another one: ties are made of those of then
        return self._documents[seen]


def _ties_of(documents: Mapping[Seen, Document]) -> Ties:
    from coach.content.ties import ties_of

    return ties_of(documents.values())
