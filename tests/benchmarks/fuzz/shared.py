"""A routine that somebody else shared, changed on its way, judged and taken in; and what is kept of the library."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

from coach.commands.showing import describe_own
from coach.content.catalogue import Catalogue
from coach.content.kept import chest, standing
from coach.content.kept.catalogue import REST, SHELVES
from coach.content.library import Folders, Library
from coach.content.things import FIELDS
from coach.progress.folders import Home
from coach.sharing.naming import free_id, under
from coach.sharing.out import make_ready
from coach.sharing.received import Received, look
from coach.sharing.taking import take
from coach.sharing.wrong import SharingError
from coach.wiring import Parts
from coach.words import sharing as words
from coach.words.language import ENGLISH
from tests.benchmarks.fuzz.mutation import VALUES, changed_bytes, changed_text
from tests.content.shelf import exercise, routine, small_library
from tests.fakes import FakeClock
from tests.sharing.mine import FILES, write

NOW = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)
ROUTINE = "evening-back"
MORE = {
    **FILES,
    "routines/exercises/long-lean.yaml": exercise("long-lean", "{for: 20s, sides: both}", "easier: side-lean\n"),
    "routines/guided/whole.yaml": routine(
        "whole", "[{routine: evening-back}, {rounds: 2, steps: [{exercise: long-lean}, {rest: 10s}]}]"
    ),
}


def shared(folder: Path) -> dict[str, Callable[[random.Random], str]]:
    """The targets, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    shipped = small_library(folder / "shipped")
    return {"shared": Shares(folder / "shares", shipped).case, "kept": Kept(folder / "kept", shipped).case}


def parts_of(home: Path, shipped: Folders) -> Parts:
    """Over a small library: judging what is taken in reads all of it."""
    parts = Parts(Home(home, home / "cache"), FakeClock(NOW), sound=False)
    parts.folders = shipped, parts.folders[1]
    return parts


class Shares:
    """Each case is one file, taken in by somebody who has nothing of it, some of it, or something else of that name."""

    def __init__(self, folder: Path, shipped: Folders) -> None:
        self._folder, self._home = folder, folder / "home"
        write(folder / "theirs", MORE)
        theirs = parts_of(folder / "theirs", shipped)
        self._texts = [make_ready(theirs, ident, "Jane").text for ident in (ROUTINE, "whole")]
        self._parts = parts_of(self._home, shipped)

    def case(self, chance: random.Random) -> str:
        """One file."""
        text = changed_text(chance.choice(self._texts), chance, self._texts)
        data = text.encode("utf-8", "surrogatepass")
        path = self._folder / "received.posture-coach.yaml"
        path.write_bytes(changed_bytes(data, chance) if chance.random() < 0.1 else data)
        has = chance.sample(sorted(MORE), chance.choice((0, 0, 0, 1, 3)))
        write(self._home, {name: MORE[name].replace("title: ", chance.choice(("title: ", "title: X"))) for name in has})
        before = self._files()
        self._parts.library.refresh()
        try:
            taken = self._taken(path)
            after = self._files()
            assert taken or after == before, "refused, and something was written"
            assert all(after[name] == old for name, old in before.items() if name not in _LISTS), "written over"
            return "taken" if taken else "refused"
        finally:
            for one in ("routines", "media"):
                shutil.rmtree(self._home / one, ignore_errors=True)

    def _files(self) -> Mapping[str, bytes]:
        """All there is but what is kept, by its place."""
        every = {str(one.relative_to(self._folder)): one for one in self._folder.rglob("*")}
        return {name: one.read_bytes() for name, one in every.items() if one.is_file() and "cache" not in one.parts}

    def _taken(self, path: Path) -> bool:
        parts = self._parts
        broken = {one.file for one in parts.library.catalogue.problems}
        received = look(parts, path)
        for problem in received.problems:
            assert str(problem).isprintable(), repr(str(problem))
            assert (problem.file, problem.line >= 1, problem.column >= 1) == (path, True, True)
        assert (received.routine is None) == bool(received.problems), "no routine and no problem, or both"
        try:
            if received.clashes:
                received = under(parts, received, free_id(parts, received))
            if received.problems or received.clashes:
                return False
            take(parts, received)
        except SharingError as error:
            if error.what != "not-rewritable":
                raise
            return False
        parts.library.refresh()
        found = [str(one) for one in parts.library.catalogue.problems if one.file not in broken]
        assert not found, found
        self._use(received)
        return True

    def _use(self, received: Received) -> None:
        parts = self._parts
        assert received.shared is not None
        ident = received.shared.routine
        words.about(ENGLISH, received.exercises, received.shared.by)
        parts.routine_seconds(ident)
        describe_own(parts.own(ident), parts.timeline("routine", ident), parts.library.catalogue)
        assert look(parts, received.path).clashes or look(parts, received.path).is_there


_LISTS = tuple(f"home/routines/{kind}.yaml" for kind in ("areas", "sources"))


class Kept:
    """What is kept of the library between two starts, damaged: it is made anew, and nobody notices."""

    def __init__(self, folder: Path, shipped: Folders) -> None:
        write(folder / "mine", {**MORE, "routines/guided/bad.yaml": routine("bad", "[{exercise: nowhere}]")})
        self._folders = shipped, Folders(folder / "mine" / "routines", folder / "mine" / "media")
        self._file = folder / "library.kept"
        with _clock_of_files_is_fine():
            self._cold = Library(*self._folders, self._file).catalogue
        self._whole = self._file.read_bytes()

    def case(self, chance: random.Random) -> str:
        """One file."""
        return self._adds_up(chance) if chance.random() < 0.5 else self._damaged(chance)

    def _damaged(self, chance: random.Random) -> str:
        damaged = changed_bytes(self._whole, chance)
        self._file.write_bytes(damaged)
        with _clock_of_files_is_fine():
            library = Library(*self._folders, self._file)
        same(library.catalogue, self._cold)
        assert self._file.read_bytes() == self._whole, "it was not made anew"
        return "taken" if damaged == self._whole else "refused"

    def _adds_up(self, chance: random.Random) -> str:
        """Written by somebody who knows how: one piece is none of ours. Whatever is asked is answered."""
        self._file.write_bytes(self._whole)
        found = chest.read(self._file)
        assert found is not None
        pieces = {shelf: {one: found.piece(shelf, one) for one in found.names(shelf)} for shelf in SHELVES}
        every = [(shelf, name) for shelf, named in pieces.items() for name in named]
        shelf, name = chance.choice(every)
        other = chance.choice([one for one in every if one[0] != shelf])
        wrong = chance.choice((json.dumps(chance.choice(VALUES)), pieces[shelf][name][:-1], pieces[other[0]][other[1]]))
        pieces[shelf][name] = wrong
        chest.write(self._file, found.stands_for, pieces)
        with _clock_of_files_is_fine():
            library = Library(*self._folders, self._file)
        _ask(library.catalogue)
        if shelf != REST:  # where nothing is, there may have been nothing
            same(library.catalogue, self._cold)
        return "refused"


def _ask(catalogue: Catalogue) -> None:
    """Of all there is."""
    assert catalogue.ids()
    assert len(catalogue.origins) == len(dict(catalogue.origins))
    for entry in catalogue.entries():
        assert catalogue.title_of(entry.kind, entry.id) == entry.title
        catalogue.find(f"{entry.kind}/{entry.id}")


def same(found: Catalogue, right: Catalogue) -> None:
    """AssertionError where one has something else than the other."""
    assert found == right
    assert found.entries() == right.entries()
    for field in FIELDS.values():
        assert dict(getattr(found, field)) == dict(getattr(right, field)), field


@contextmanager
def _clock_of_files_is_fine() -> Iterator[None]:
    """What was written just now is kept as well."""
    with mock.patch.object(standing, "GRAIN_NS", -1_000_000_000):
        yield
