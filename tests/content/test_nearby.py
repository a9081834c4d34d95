"""One file of many changed: what is judged again gives what judging everything would, and reads little."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from coach.content import nearby
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, Library, load
from tests.content.shelf import AREAS, exercise, fill, routine, small_library

pytestmark = pytest.mark.usefixtures("the_clock_of_files_is_fine")


class Place:
    """A library of one's own beside the small one, and what is kept of both."""

    def __init__(self, root: Path, days: int = 60) -> None:
        self.root = root / "yours"
        self.shipped, self.file = small_library(root / "shipped"), root / "library.kept"
        self.yours = Folders(self.root / "routines", self.root / "media")
        for number in range(days):
            self.write(f"exercises/own-{number}", exercise(f"own-{number}", "{reps: 8}"))
            steps = f"[{{exercise: own-{number}}}, {{exercise: chin-tuck}}]"
            self.write(f"guided/day-{number}", routine(f"day-{number}", steps))

    def write(self, name: str, text: str) -> None:
        fill(self.root, {f"routines/{name}.yaml": text})

    def library(self) -> Library:
        return Library(self.shipped, self.yours, self.file)

    def cold(self) -> Catalogue:
        return load(self.shipped, self.yours)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def kept(place: Place) -> Library:
    """A library that read nothing."""
    place.library()
    return place.library()


def test_a_changed_file_alone_is_read(place: Place, read: list[str]) -> None:
    library = kept(place)
    read.clear()
    place.write("guided/day-7", routine("day-7", "[{exercise: own-8}, {exercise: plank}]"))
    assert library.refresh()
    assert read == ["day-7.yaml"]
    assert library.catalogue == place.cold()


def test_whoever_needs_it_is_judged_again(place: Place, read: list[str]) -> None:
    """A dose that fits no longer is told in the routine that lays it over the exercise."""
    place.write("guided/day-7", routine("day-7", "[{exercise: own-7, dose: {hold: 3s}}]"))
    library = kept(place)
    read.clear()
    place.write("exercises/own-7", exercise("own-7", "{for: 30s}"))
    library.refresh()
    assert sorted(read) == ["day-7.yaml", "own-7.yaml"]
    assert [problem.file.name for problem in library.catalogue.problems] == ["day-7.yaml"]
    assert library.catalogue == place.cold()


def test_a_file_is_broken_and_mended(place: Place, read: list[str]) -> None:
    library = kept(place)
    before = library.catalogue
    read.clear()
    place.write("guided/day-7", routine("day-7", "[{exercise: nowhere}]"))
    library.refresh()
    assert library.catalogue == place.cold()
    assert ("routine", "day-7") in library.catalogue.broken
    read.clear()
    place.write("guided/day-7", routine("day-7", "[{exercise: own-7}, {exercise: chin-tuck}]"))
    library.refresh()
    assert read == ["day-7.yaml"]
    assert library.catalogue == before


def test_a_file_comes_and_goes(place: Place, read: list[str]) -> None:
    library = kept(place)
    read.clear()
    place.write("guided/week", routine("week", "[{routine: day-3}, {exercise: own-1}]"))
    library.refresh()
    assert read == ["week.yaml"]
    assert library.catalogue == place.cold()
    assert list(library.catalogue.routines) == sorted(library.catalogue.routines)
    read.clear()
    (place.yours.routines / "guided" / "week.yaml").unlink()
    library.refresh()
    assert read == []
    assert library.catalogue == place.cold()


def test_what_a_list_shows_is_changed_too(place: Place) -> None:
    library = kept(place)
    place.write("guided/day-7", routine("day-7", "[{exercise: own-8}]").replace("title: day-7", "title: Evening"))
    library.refresh()
    assert library.catalogue.title_of("routine", "day-7") == "Evening"
    assert library.catalogue.entries() == place.cold().entries()


def test_what_was_changed_is_kept(place: Place, read: list[str]) -> None:
    library = kept(place)
    place.write("guided/day-7", routine("day-7", "[{exercise: own-8}]"))
    (place.yours.routines / "guided" / "day-9.yaml").unlink()
    library.refresh()
    library.keep()
    cold = place.cold()
    read.clear()
    again = place.library()
    assert read == []
    assert again.catalogue == cold
    place.write("guided/day-7", routine("day-7", "[{exercise: own-9}]"))
    again.refresh()
    assert read == ["day-7.yaml"]
    assert again.catalogue == place.cold()


def test_where_many_need_it_everything_is_judged(place: Place) -> None:
    library = kept(place)
    fill(place.root, {"routines/exercises/chin-tuck.yaml": exercise("chin-tuck", "{reps: 3}")})
    assert len([one for one in library.catalogue.routines if one.startswith("day-")]) > nearby.MOST_FILES
    library.refresh()
    assert library.catalogue == place.cold()


def test_where_two_changed_everything_is_judged(place: Place) -> None:
    library = kept(place)
    for number in (3, 4):
        place.write(f"guided/day-{number}", routine(f"day-{number}", "[{exercise: own-8}]"))
    library.refresh()
    assert library.catalogue == place.cold()


# --- what is near, and what is farther ---


@pytest.fixture
def few(tmp_path: Path) -> Place:
    """A library of one's own with an exercise and the routine that needs it."""
    return Place(tmp_path, days=1)


def reads(place: Place, library: Library, read: list[str]) -> list[str]:
    """What is read when the library looks again; then it is what judging everything gives."""
    read.clear()
    library.refresh()
    found = sorted(read)
    assert library.catalogue == place.cold()
    assert library.catalogue.problems == place.cold().problems
    return found


def all_of(place: Place, read: list[str]) -> list[str]:
    """What is read where everything is judged."""
    read.clear()
    place.cold()
    return sorted(read)


def test_a_file_that_needs_it_in_two_ways_is_read_once(few: Place, read: list[str]) -> None:
    few.write("guided/week", routine("week", "[{routine: day-0}, {exercise: own-0}]"))
    library = kept(few)
    few.write("exercises/own-0", exercise("own-0", "{reps: 9}"))
    assert reads(few, library, read) == ["day-0.yaml", "own-0.yaml", "week.yaml"]


def test_an_exercise_leads_to_the_one_that_changed_while_that_is_in_force(few: Place, read: list[str]) -> None:
    few.write("exercises/row", exercise("row", "{reps: 8}", "harder: own-0\n"))
    library = kept(few)
    few.write("exercises/own-0", exercise("own-0", "{reps: 9}"))
    assert reads(few, library, read) == ["day-0.yaml", "own-0.yaml", "row.yaml"]
    assert library.catalogue.exercises["row"].harder == "own-0"
    few.write("exercises/own-0", exercise("own-0", "{reps: many}"))
    assert reads(few, library, read) == ["own-0.yaml"]
    assert library.catalogue.exercises["row"].harder is None


def test_the_rounds_of_another_routine_are_judged_without_reading_it(few: Place, read: list[str]) -> None:
    few.write("guided/day-0", routine("day-0", "[{say: Sit., for: 5s}, {rounds: 20, steps: [{exercise: plank}]}]"))
    library = kept(few)
    few.write("guided/week", routine("week", "[{routine: day-0}]"))
    assert reads(few, library, read) == ["week.yaml"]
    assert library.catalogue.problems == ()
    few.write("guided/week", routine("week", f"[{', '.join(['{routine: day-0}'] * 6)}]"))
    assert reads(few, library, read) == ["week.yaml"]
    assert [problem.file.name for problem in library.catalogue.problems] == ["week.yaml"]


def test_what_is_wrong_with_a_folder_and_a_file_of_no_kind_is_told_on(few: Place, read: list[str]) -> None:
    (few.yours.routines / "/".join("abcdefghij")).mkdir(parents=True)
    few.write("notes", "kind: [\n")
    library = kept(few)
    told = library.catalogue.problems
    few.write("guided/day-0", routine("day-0", "[{exercise: plank}]"))
    assert reads(few, library, read) == ["day-0.yaml"]
    assert library.catalogue.problems == told
    assert [problem.file.name for problem in told] == ["a", "notes.yaml"]


FARTHER = {
    "a sound came": ({}, {"media/sounds/bell.wav": "RIFF"}),
    "nobody can tell what it gives": ({}, {"routines/notes.yaml": "kind: [\n"}),
    "a list, which all may name": ({}, {"routines/areas.yaml": AREAS}),
    "a list names an exercise that went": (
        {
            "routines/areas.yaml": AREAS.replace("[chin-tuck]", "[row]"),
            "routines/exercises/row.yaml": exercise("row", "{reps: 8}"),
        },
        {"routines/exercises/row.yaml": ""},
    ),
    "what is told beside another broken file": (
        {"routines/guided/week.yaml": routine("week", "[{exercise: nowhere}]")},
        {"routines/guided/day-0.yaml": routine("day-0", "[{exercise: elsewhere}]")},
    ),
    "an exercise beside it breaks, and those who need that were not asked": (
        {"routines/exercises/row.yaml": exercise("row", "{reps: 8}", "harder: own-0\n")},
        {"routines/exercises/own-0.yaml": exercise("own-0", "{reps: 8}", "harder: row\n")},
    ),
    "a routine that was not asked gets too long by the shipped exercise behind one that breaks": (
        {
            "routines/exercises/chin-tuck.yaml": exercise("chin-tuck", "{reps: 1}", "harder: own-0\n"),
            "routines/guided/long.yaml": routine(
                "long", "[{rounds: 20, steps: [{rounds: 20, steps: [{exercise: chin-tuck}], rest: 0s}]}]"
            ),
            "routines/guided/week.yaml": routine("week", "[{routine: long}, {exercise: own-0}]"),
        },
        {"routines/exercises/own-0.yaml": exercise("own-0", "{reps: 8}", "harder: chin-tuck\n")},
    ),
}


@pytest.mark.parametrize("why", FARTHER)
def test_everything_is_judged(few: Place, read: list[str], why: str) -> None:
    before, change = FARTHER[why]
    fill(few.root, before)
    library = kept(few)
    fill(few.root, change)
    assert reads(few, library, read) == all_of(few, read)


# --- any changes, one after the other ---

IDS = ("row", "day", "chin-tuck", "desk-reset", "plank", "own-row", "bow")


def _reminder(ident: str, offer: str) -> str:
    head = f"kind: reminder\nformat: 1\nid: {ident}\ntitle: {ident}\nevery: 30m\n"
    return f"{head}messages: [Move.]\noffer: {offer}\n"


def _plan(ident: str, ident_of_routine: str) -> str:
    do = f"do: [{{routine: {ident_of_routine}, days: [mon], dose: {{hold: 2s}}}}]"
    return f"kind: plan\nformat: 1\nid: {ident}\ntitle: {ident}\nweeks:\n  - {{weeks: 1-2, {do}}}\n"


def _any_text(of: random.Random, folder: str, ident: str) -> str:
    one, other = of.choice(IDS), of.choice(IDS)
    if folder == "exercises":
        instead = f"instead: {{neck-injury: {one}}}\ncheck_first: [neck-injury]\n"
        return of.choice(
            (
                exercise(ident, "{reps: 8}"), exercise(ident, "{reps: 9}", f"harder: {one}\n"),
                exercise(ident, "{for: 30s}", f"easier: {one}\n"), exercise(ident, "{reps: 8, hold: 3s}", instead),
                exercise(ident, "{reps: many}"), "nothing: [", "", exercise(other, "{reps: 3}"),
                routine(ident, f"[{{exercise: {one}}}]"),
            )
        )  # fmt: skip
    if folder == "guided":
        return of.choice(
            (
                routine(ident, f"[{{exercise: {one}}}]"),
                routine(ident, f"[{{exercise: {one}}}, {{routine: {other}}}]"),
                routine(ident, f"[{{rounds: 2, steps: [{{routine: {one}}}]}}]"),
                routine(ident, f"[{{exercise: {one}, dose: {{hold: 5s}}}}]"), "kind: [",
                routine(ident, f"[{{exercise: {one}, dose: {{every: 5s}}, cues: [{{at: 25s, say: Now}}]}}]"),
                routine(other, f"[{{exercise: {one}}}]"),
            )
        )  # fmt: skip
    if folder == "reminders":
        return of.choice((_reminder(ident, one), _reminder(ident, f"[{one}, {other}]"), "x: 1\n"))
    return of.choice((_plan(ident, one), "x: 1\n"))


def _any_change(of: random.Random, root: Path) -> None:
    folder, ident = of.choice(("exercises", "guided", "guided", "exercises", "reminders", "plans")), of.choice(IDS)
    if of.random() < 0.2:
        (root / "routines" / folder / f"{ident}.yaml").unlink(missing_ok=True)
    else:
        fill(root, {f"routines/{folder}/{ident}.yaml": _any_text(of, folder, ident)})


def _goes_on(seed: int, root: Path, steps: int) -> None:
    of = random.Random(seed)
    shipped, file = small_library(root / "shipped"), root / "library.kept"
    yours = Folders(root / "yours" / "routines", root / "yours" / "media")
    library = Library(shipped, yours, file)
    for _ in range(steps):
        _any_change(of, root / ("yours" if of.random() < 0.85 else "shipped"))
        if of.random() < 0.3:
            library = Library(shipped, yours, file)
        else:
            library.refresh()
        if of.random() < 0.2:
            library.keep()
        cold = load(shipped, yours)
        assert library.catalogue.problems == cold.problems, seed
        assert library.catalogue == cold, seed
        assert library.catalogue.entries() == cold.entries(), seed


def test_after_any_changes_it_is_what_judging_everything_gives(tmp_path: Path) -> None:
    for seed in (7, 11, 15, 100, 191):  # each found something when this was written
        _goes_on(seed, tmp_path / str(seed), 14)


@pytest.mark.slow
def test_after_very_many_changes_it_is_what_judging_everything_gives(tmp_path: Path) -> None:
    for seed in range(1000, 1060):
        _goes_on(seed, tmp_path / str(seed), 14)
