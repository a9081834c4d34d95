"""What is kept is what would be read, whatever happens to the files, and to what is kept."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.kept import catalogue as kept_catalogue
from coach.content.kept import chest, standing
from coach.content.kept.catalogue import Things, packed_of
from coach.content.kept.values import packed
from coach.content.library import Folders, Library, load
from tests.content.shelf import exercise, fill, routine, small_library

SHIPPED = Folders(resources.routines(), resources.media())

pytestmark = pytest.mark.usefixtures("the_clock_of_files_is_fine")


@pytest.fixture
def shipped(tmp_path: Path) -> Folders:
    return small_library(tmp_path / "shipped")


@pytest.fixture
def yours(tmp_path: Path) -> Folders:
    fill(tmp_path / "yours", {"routines/exercises/row.yaml": exercise("row", "{reps: 8}")})
    fill(tmp_path / "yours", {"routines/guided/day.yaml": routine("day", "[{exercise: row}, {exercise: chin-tuck}]")})
    fill(tmp_path / "yours", {"routines/guided/bad.yaml": routine("bad", "[{exercise: nowhere}]")})
    return Folders(tmp_path / "yours" / "routines", tmp_path / "yours" / "media")


def assert_same(kept: Catalogue, cold: Catalogue) -> None:
    for field in fields(Catalogue):
        assert getattr(kept, field.name) == getattr(cold, field.name), field.name
        assert list(getattr(kept, field.name)) == list(getattr(cold, field.name)) if field.name in _ORDERED else True
    for name in _ORDERED[
        :-2
    ]:  # what is equal may still be written otherwise, and rules are known by how they are written
        assert repr(dict(getattr(kept, name))) == repr(dict(getattr(cold, name))), name
    assert kept == cold


def laid_away(file: Path) -> tuple[str, dict[str, dict[str, str]]]:
    """What is kept stands for, and its pieces, as somebody who knows how would have them."""
    found = chest.read(file)
    assert found is not None
    shelves = (*_ORDERED[:-2], "rest")
    return found.stands_for, {shelf: {one: found.piece(shelf, one) for one in found.names(shelf)} for shelf in shelves}


_ORDERED = ("exercises", "routines", "tests", "reminders", "plans", "lessons", "figures", "areas", "sources",
            "pronunciations", "sounds", "problems")  # fmt: skip


def test_the_shipped_library_is_kept_as_it_is(tmp_path: Path, read: list[str]) -> None:
    file = tmp_path / "library.kept"
    cold = Library(SHIPPED, None, file).catalogue
    assert read
    read.clear()
    kept = Library(SHIPPED, None, file).catalogue
    assert isinstance(kept.routines, Things)
    for name in ("routines", "exercises"):  # as what was folded knows the rules by
        assert [packed_of(getattr(of, name), one) for of in (kept, cold) for one in getattr(of, name)] == [
            packed(one) for _ in (kept, cold) for one in getattr(cold, name).values()
        ]
    assert_same(kept, cold)
    assert read == []


def test_problems_and_what_is_broken_are_kept_too(
    tmp_path: Path, shipped: Folders, yours: Folders, read: list[str]
) -> None:
    file = tmp_path / "library.kept"
    cold = Library(shipped, yours, file).catalogue
    assert [one.file.name for one in cold.problems] == ["bad.yaml"]
    read.clear()
    assert_same(Library(shipped, yours, file).catalogue, cold)
    assert read == []


def test_a_thing_is_made_once_and_when_it_is_asked_for(tmp_path: Path, shipped: Folders, yours: Folders) -> None:
    file = tmp_path / "library.kept"
    Library(shipped, yours, file)
    kept = Library(shipped, yours, file).catalogue
    assert "day" in kept.routines
    assert kept.routines["day"] is kept.routines["day"]
    assert kept.is_yours("routine", "day")
    assert kept.routines.get("week") is None
    with pytest.raises(KeyError):
        kept.origins["routine", "week"]
    with pytest.raises(KeyError):
        packed_of(kept.routines, "week")


def test_whatever_is_wrong_with_what_is_kept_it_is_made_anew(tmp_path: Path, shipped: Folders, yours: Folders) -> None:
    file = tmp_path / "library.kept"
    cold = Library(shipped, yours, file).catalogue
    whole = file.read_bytes()
    half = whole[: len(whole) // 2]
    for data in (b"", whole[:-1], half, whole[::-1], whole + b"\n", whole.replace(b"row", b"bow"), b"\0" * 99):
        file.write_bytes(data)
        assert_same(Library(shipped, yours, file).catalogue, cold)
        assert file.read_bytes() == whole


def test_what_adds_up_and_makes_no_sense_is_made_anew(
    tmp_path: Path, shipped: Folders, yours: Folders, read: list[str]
) -> None:
    """Written by somebody who knows how."""
    file = tmp_path / "library.kept"
    cold = Library(shipped, yours, file).catalogue
    stands_for, pieces = laid_away(file)
    for wrong in ('{"open": ["/"]}', "[1", "", '{"Routine": []}'):
        for place in ("day", "desk-reset"):
            other = {**pieces, "routines": {**pieces["routines"], place: wrong}}
            chest.write(file, stands_for, other)
            read.clear()
            library = Library(shipped, yours, file)
            assert read == []
            assert library.catalogue.routines[place] == cold.routines[place]
            assert_same(library.catalogue, cold)
            library.keep()
            read.clear()
            assert_same(Library(shipped, yours, file).catalogue, cold)
            assert read == []
    for name in pieces["rest"]:
        chest.write(file, stands_for, {**pieces, "rest": {**pieces["rest"], name: "[1"}})
        assert_same(Library(shipped, yours, file).catalogue, cold)
    chest.write(file, stands_for, {"routines": {}})
    assert_same(Library(shipped, yours, file).catalogue, cold)


@pytest.mark.parametrize(
    ("shelf", "name", "wrong"),
    [
        ("areas", "neck", '{"":"Neck"}'), ("routines", "day", '{"Area":["day",{"":"Day"}]}'), ("rest", "safety", "[]"),
        ("rest", "titles", "{}"), ("rest", "titles", '{"routines":[]}'),
        ("rest", "titles", '{"routines":{"day":[1,{}]}}'),
        ("rest", "origins", "[]"), ("rest", "origins", "{}"), ("rest", "origins", '{"routine":{"day":null}}'),
    ],
)  # fmt: skip
def test_what_is_of_another_sort_is_made_anew(
    shelf: str, name: str, wrong: str, tmp_path: Path, shipped: Folders, yours: Folders
) -> None:
    file = tmp_path / "library.kept"
    cold = Library(shipped, yours, file).catalogue
    stands_for, pieces = laid_away(file)
    chest.write(file, stands_for, {**pieces, shelf: {**pieces[shelf], name: wrong}})
    found = Library(shipped, yours, file).catalogue
    assert found.entries() == cold.entries()
    assert_same(found, cold)


@pytest.mark.parametrize("title", [(1, {}), ("Day", {"de": 1})])
def test_a_title_of_another_sort_is_none(title: tuple[str, dict[str, str]]) -> None:
    with pytest.raises(ValueError, match="no title"):
        kept_catalogue._in_languages(*title)


def test_a_title_in_other_languages_is_kept() -> None:
    assert kept_catalogue._in_languages("Day", {"de": "Tag"}).in_language("de") == "Tag"


def test_one_origin_of_another_sort_is_looked_up_anew(tmp_path: Path, shipped: Folders, yours: Folders) -> None:
    file = tmp_path / "library.kept"
    cold = Library(shipped, yours, file).catalogue
    stands_for, pieces = laid_away(file)
    day = json.loads(pieces["rest"]["origins"])
    day["routine"]["day"] = None
    chest.write(file, stands_for, {**pieces, "rest": {**pieces["rest"], "origins": json.dumps(day)}})
    assert Library(shipped, yours, file).catalogue.entries() == cold.entries()


def test_files_are_read_once_however_much_makes_no_sense(
    tmp_path: Path, shipped: Folders, yours: Folders, read: list[str]
) -> None:
    file = tmp_path / "library.kept"
    cold = Library(shipped, yours, file).catalogue
    stands_for, pieces = laid_away(file)
    chest.write(file, stands_for, {**pieces, "routines": dict.fromkeys(pieces["routines"], "[1")})
    library = Library(shipped, yours, file)
    held = library.catalogue
    read.clear()
    assert held.routines["day"] == cold.routines["day"]
    assert "day.yaml" in read
    made_anew = library.catalogue
    read.clear()
    assert held.routines["desk-reset"] is made_anew.routines["desk-reset"]
    assert read == []
    assert library.catalogue is made_anew


@pytest.mark.parametrize("wrong", ["[1", "[]", "null", '{"row.yaml": 1}', '{"row.yaml": ["exercise"]}', None])
def test_where_it_makes_no_sense_who_needs_whom_everything_is_judged(
    wrong: str | None, tmp_path: Path, shipped: Folders, yours: Folders, read: list[str]
) -> None:
    """A routine that a changed exercise breaks has not been touched itself."""
    file = tmp_path / "library.kept"
    Library(shipped, yours, file)
    stands_for, pieces = laid_away(file)
    ties = {} if wrong is None else {"ties": wrong}
    rest = {name: piece for name, piece in pieces["rest"].items() if name != "ties"}
    chest.write(file, stands_for, {**pieces, "rest": {**rest, **ties}})
    read.clear()
    library = Library(shipped, yours, file)
    assert read == []
    (yours.routines / "exercises" / "row.yaml").unlink()
    assert library.refresh()
    cold = load(shipped, yours)
    assert {"bad.yaml", "day.yaml"} == {problem.file.name for problem in cold.problems}
    assert_same(library.catalogue, cold)
    library.keep()
    assert_same(Library(shipped, yours, file).catalogue, cold)


def test_where_nothing_can_be_written_files_are_read_each_time(tmp_path: Path, shipped: Folders) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    file = tmp_path / "cache" / "library.kept"
    assert_same(Library(shipped, None, file).catalogue, load(shipped))


def test_what_was_changed_just_now_is_kept_later(
    tmp_path: Path, shipped: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file may change again within the same tick of its clock."""
    file = tmp_path / "library.kept"
    monkeypatch.setattr(standing, "GRAIN_NS", 3600 * 10**9)
    library = Library(shipped, None, file)
    assert not file.exists()
    monkeypatch.setattr(standing, "GRAIN_NS", -(10**9))
    library.refresh()
    library.keep()
    assert file.exists()


_IDS = ("row", "day", "chin-tuck", "desk-reset")
_TEXTS = (
    exercise("{id}", "{{reps: 8}}"), exercise("{id}", "{{reps: 9}}"), exercise("{id}", "{{for: 30s}}", "harder: row\n"),
    exercise("{id}", "{{reps: many}}"), routine("{id}", "[{{exercise: row}}]"), routine("{id}", "[{{routine: day}}]"),
    routine("{id}", "[{{exercise: row, dose: {{sets: 2}}}}, {{rest: 10s}}]"), "nothing: [", "",
)  # fmt: skip
_CHANGES = st.lists(
    st.tuples(st.sampled_from(("exercises", "guided")), st.sampled_from(_IDS), st.sampled_from((*_TEXTS, None))),
    min_size=1, max_size=3,
)  # fmt: skip


@settings(max_examples=12)
@given(changes=_CHANGES)
def test_after_any_changes_it_is_what_would_be_read(
    changes: list[tuple[str, str, str | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("kept")
    shipped, file = small_library(place / "shipped"), place / "library.kept"
    yours = Folders(place / "yours" / "routines", place / "yours" / "media")
    running = Library(shipped, yours, file)
    for folder, ident, text in changes:
        path = yours.routines / folder / f"{ident}.yaml"
        if text is None:
            path.unlink(missing_ok=True)
        else:
            fill(place / "yours", {f"routines/{folder}/{ident}.yaml": text.format(id=ident)})
        cold = load(shipped, yours)
        assert_same(Library(shipped, yours, file).catalogue, cold)
        assert_same(Library(shipped, yours, file).catalogue, cold)  # as it was kept just now
        running.refresh()
        assert_same(running.catalogue, cold)


STARTED = """
import sys
from pathlib import Path
from coach.progress.folders import Home
from coach.content import kept
from coach import resources
from coach.content.library import Folders, Library
file = Path(sys.argv[1])
catalogue = Library(Folders(resources.routines(), resources.media()), None, file).catalogue
assert catalogue.routines and catalogue.title_of("routine", next(iter(catalogue.routines)))
heavy = ("yaml", "coach.content.reader", "coach.content.checker", "coach.content.kinds", "coach.content.document")
print([name for name in heavy if name in sys.modules])
"""


def test_a_start_that_finds_it_kept_loads_nothing_that_reads_or_judges(tmp_path: Path) -> None:
    file = tmp_path / "library.kept"
    Library(SHIPPED, None, file)
    done = subprocess.run(
        [sys.executable, "-c", STARTED, str(file)], capture_output=True, text=True, timeout=100, check=False
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_where_one_file_changed_what_was_made_of_the_others_is_the_same(
    tmp_path: Path, shipped: Folders, yours: Folders
) -> None:
    file = tmp_path / "library.kept"
    Library(shipped, yours, file)
    library = Library(shipped, yours, file)
    before = library.catalogue
    assert isinstance(before.exercises, Things)
    made = {ident: before.exercises[ident] for ident in before.exercises}
    fill(tmp_path / "yours", {"routines/exercises/row.yaml": exercise("row", "{reps: 12}")})
    assert library.refresh()
    now = library.catalogue.exercises
    assert {ident for ident, one in made.items() if now[ident] is not one} == {"row"}
    assert now["row"].dose.reps == 12


@pytest.mark.parametrize("text", [exercise("row", "{reps: 12}").replace("title: row", "title: Rowing"), None])
def test_what_changed_since_it_was_kept_is_kept_too(
    text: str | None, tmp_path: Path, shipped: Folders, yours: Folders, read: list[str]
) -> None:
    """The others go back as they were kept, whether anybody asked for them or not."""
    file = tmp_path / "library.kept"
    (yours.routines / "guided" / "day.yaml").unlink()
    (yours.routines / "guided" / "bad.yaml").unlink()
    Library(shipped, yours, file)
    library = Library(shipped, yours, file)
    read.clear()
    if text is None:
        (yours.routines / "exercises" / "row.yaml").unlink()
    else:
        fill(tmp_path / "yours", {"routines/exercises/row.yaml": text})
    assert library.refresh()
    library.keep()
    assert read == ([] if text is None else ["row.yaml"])
    read.clear()
    again = Library(shipped, yours, file).catalogue
    assert read == []
    assert isinstance(again.exercises, Things)
    assert_same(again, load(shipped, yours))
    assert again.title_of("exercise", "row") == ("" if text is None else "Rowing")


def test_to_count_and_to_print_makes_nothing(
    tmp_path: Path, shipped: Folders, yours: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "library.kept"
    cold = Library(shipped, yours, file).catalogue
    kept = Library(shipped, yours, file).catalogue
    monkeypatch.setattr("coach.content.kept.catalogue.unpacked", lambda _text: pytest.fail("made"))
    assert (len(kept.routines), len(kept.origins)) == (len(cold.routines), len(cold.origins))
    assert repr(kept.routines) == "<2 routines, kept>"
