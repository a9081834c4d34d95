"""`check`: files judged against both libraries and each other; only the files named are told."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from coach.content import library_files
from coach.content.examining import check
from coach.content.library import Folders, load
from tests.content.shelf import Shelf, exercise, fill, routine, small_library
from tests.ordinary_user import as_ordinary_user, folder_for_all, needs_permissions


@pytest.fixture
def shipped(tmp_path: Path) -> Folders:
    return small_library(tmp_path / "shipped")


def told(tmp_path: Path, shipped: Folders, names: list[str], yours: Folders | None = None) -> list[str]:
    problems = check([tmp_path / name for name in names], shipped, yours)
    return [str(problem).removeprefix(f"{tmp_path}/") for problem in problems]


def test_a_problem_names_the_file_as_it_was_given(
    shipped: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, {"desk.yaml": routine("desk", "[{rest: 1:30}]")})
    monkeypatch.chdir(tmp_path)
    assert [str(p) for p in check([Path("desk.yaml")], shipped, None)] == [
        "desk.yaml:5:16: 1:30 is not a length of time; write 1m30s"
    ]


def test_files_named_together_know_each_other(shipped: Folders, tmp_path: Path) -> None:
    fill(tmp_path, {"curl.yaml": exercise("curl", "{reps: 8}"), "arms.yaml": routine("arms", "[{exercise: curl}]")})
    assert told(tmp_path, shipped, ["arms.yaml"]) == [
        "arms.yaml:5:20: curl is not known; write bird-dog, chin-tuck, march, own-row, plank, side-plank or wall-sit"
    ]
    assert told(tmp_path, shipped, ["arms.yaml", "curl.yaml"]) == []


def test_the_users_library_is_known_but_not_told(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "yours/routines/exercises/curl.yaml": exercise("curl", "{reps: 8}"),
        "yours/routines/exercises/broken.yaml": exercise("broken", "{reps: 0}"),
        "arms.yaml": routine("arms", "[{exercise: curl}, {exercise: broken}]"),
    }
    fill(tmp_path, files)
    yours = Folders(tmp_path / "yours/routines", tmp_path / "yours/media")
    assert told(tmp_path, shipped, ["arms.yaml"], yours) == [
        "arms.yaml:5:38: broken has problems of its own; mend its file first"
    ]


def test_a_reference_to_a_broken_file_under_examination_is_told_even_where_a_shipped_one_stands_in(
    shipped: Folders, tmp_path: Path
) -> None:
    files = {
        "chin-tuck.yaml": exercise("chin-tuck", "{for: 30s, hold: 5}"),
        "neck.yaml": routine("neck", "[{exercise: chin-tuck, dose: {every: 2s}}]"),
        "twice.yaml": "kind: plan\nformat: 1\nid: twice\ntitle: T\n"
        "weeks: [{weeks: 1, do: [{routine: desk-reset, days: [mon]}]}]\n",
    }
    fill(tmp_path, files)
    assert told(tmp_path, shipped, ["chin-tuck.yaml", "neck.yaml", "twice.yaml"]) == [
        "chin-tuck.yaml:8:18: hold goes only with reps, and this dose has for; take hold out",
        "chin-tuck.yaml:8:24: 5 has no unit; did you mean 5s?",
        "neck.yaml:5:20: chin-tuck has problems of its own; mend its file first",
    ]


def test_a_named_file_takes_the_place_of_the_one_with_its_id(shipped: Folders, tmp_path: Path) -> None:
    fill(
        tmp_path,
        {
            "plank.yaml": exercise("plank", "{reps: 8}"),
            "core.yaml": routine("core", "[{exercise: plank, dose: {hold: 3s}}]"),
        },
    )
    assert told(tmp_path, shipped, ["core.yaml"]) == [
        "core.yaml:5:34: hold goes only with reps, and this dose has for; take hold out"
    ]
    assert told(tmp_path, shipped, ["core.yaml", "plank.yaml"]) == []


def test_ids_are_unique_within_a_kind(shipped: Folders, tmp_path: Path) -> None:
    fill(tmp_path, {"a/curl.yaml": exercise("curl", "{reps: 8}"), "b/curl.yaml": exercise("curl", "{reps: 9}")})
    fill(tmp_path, {"c/curl.yaml": routine("curl", "[{rest: 5s}]")})
    first = tmp_path / "a/curl.yaml"
    assert told(tmp_path, shipped, ["a/curl.yaml", "b/curl.yaml", "c/curl.yaml"]) == [
        f"b/curl.yaml:3:5: curl is also the id of the exercise in {first}; write another id"
    ]


def test_a_folder_stands_for_everything_in_it(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "mine/guided/one.yaml": routine("one", "[{rest: 5}]"),
        "mine/two.yaml": routine("two", "[{exercise: curl}]"),
        "mine/exercises/curl.yaml": exercise("curl", "{reps: 8}"),
        "mine/old.yml": "x",
        "mine/README.md": "# not content",
        "mine/lessons/sit.md": "no front matter",
        "mine/lessons/de/sit.md": "no front matter",
        "mine/notes.txt": "x",
    }
    fill(tmp_path, files)
    missing = "the front matter is missing; begin with a line of --- and close it with another"
    assert told(tmp_path, shipped, ["mine"]) == [
        "mine/guided/one.yaml:5:16: 5 has no unit; did you mean 5s?",
        f"mine/lessons/de/sit.md:1:1: {missing}",
        f"mine/lessons/sit.md:1:1: {missing}",
        "mine/old.yml:1:1: old.yml does not end in .yaml; rename it to old.yaml",
    ]
    assert told(tmp_path, shipped, ["mine/guided", "mine/guided/one.yaml"]) == [
        "mine/guided/one.yaml:5:16: 5 has no unit; did you mean 5s?"
    ]


def test_what_cannot_be_checked(shipped: Folders, tmp_path: Path) -> None:
    fill(tmp_path, {"notes.txt": "x", "old.yml": "x"})
    assert told(tmp_path, shipped, ["nothing.yaml", "notes.txt", "old.yml"]) == [
        "nothing.yaml:1:1: the file cannot be read (No such file or directory); check that it is there and may be read",
        "notes.txt:1:1: notes.txt is no content file; write YAML in a file that ends in .yaml",
        "old.yml:1:1: old.yml does not end in .yaml; rename it to old.yaml",
    ]


def test_without_paths_both_libraries_are_checked(shipped: Folders, tmp_path: Path) -> None:
    yours = fill(tmp_path / "yours", {"routines/guided/desk.yaml": routine("desk", "[{rest: 5}]")})
    assert [p.text for p in check([], shipped, yours)] == ["5 has no unit; did you mean 5s?"]
    assert check([], shipped, None) == []


def test_a_file_of_a_library_keeps_its_place_when_named(shipped: Folders, tmp_path: Path) -> None:
    yours = fill(tmp_path / "yours", {"routines/guided/plank-two.yaml": exercise("plank-two", "{reps: 8}")})
    file = yours.routines / "guided/plank-two.yaml"
    expected = [f"an exercise does not belong in this folder; move the file to {yours.routines}/exercises/"]
    assert [p.text for p in check([file], shipped, yours)] == expected
    assert check([shipped.routines], shipped, yours) == []


def test_ten_mistakes_are_ten_problems_in_line_order(shipped: Folders, tmp_path: Path) -> None:
    text = """\
        kind: exercise
        format: 1
        id: ten
        title: 10
        areas: [nek]
        needs: chair
        position: siting
        describe:
        dose: {reps: 0, rest: 1:30, sides: each}
        reviewed: yes
        colour: red
        summary: a
        summary: b
        """
    fill(tmp_path, {"ten.yaml": text})
    assert told(tmp_path, shipped, ["ten.yaml"]) == [
        'ten.yaml:4:8: 10 is a number where a text is wanted; write "10" in quotes',
        "ten.yaml:5:9: nek is not known; did you mean neck?",
        "ten.yaml:6:8: chair is not a list; write [chair]",
        "ten.yaml:7:11: siting is not known; did you mean sitting?",
        "ten.yaml:8:10: a value is missing here; write one, or leave the key or the item out",
        "ten.yaml:9:14: 0 is too small; write 1 to 100",
        "ten.yaml:9:23: 1:30 is not a length of time; write 1m30s",
        "ten.yaml:9:36: each is not known; write alternate, both, left, none or right",
        "ten.yaml:10:11: yes is not true or false; write true",
        "ten.yaml:11:1: colour is not known and nothing is near it; see 'posture-coach schema exercise'",
        "ten.yaml:13:1: summary is given twice, in lines 12 and 13; keep one of them",
    ]


def test_two_hundred_problems_are_enough(shipped: Folders, tmp_path: Path) -> None:
    fill(tmp_path, {"many.yaml": routine("many", "[" + "5, " * 500 + "]")})
    problems = told(tmp_path, shipped, ["many.yaml"])
    assert len(problems) == 201
    assert problems[-1].endswith("there are more problems from here on; mend the ones above first")


def test_reading_stops_at_two_hundred_problems_of_yaml_as_well(shelf: Shelf) -> None:
    problems = shelf.of_text("a: [" + "*x, " * 500 + "]\n")
    assert len(problems) == 201
    assert problems[:1] + problems[-1:] == [
        "1:5: an alias (*x) is not read; write the value itself here",
        "1:805: there are more problems from here on; mend the ones above first",
    ]


# --- circles ---------------------------------------------------------------------------------------------------------


def test_a_circle_is_told_in_every_file_on_it(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "one.yaml": exercise("one", "{reps: 8}", "easier: chin-tuck\nharder: two\n"),
        "two.yaml": exercise("two", "{reps: 8}", "easier: one\nharder: three\n"),
        "three.yaml": exercise("three", "{reps: 8}", "harder: one\n"),
        "out.yaml": exercise("out", "{reps: 8}", "harder: one\n"),
        "self-same.yaml": exercise("self-same", "{reps: 8}", "easier: self-same\n"),
    }
    fill(tmp_path, files)
    write = "write another exercise, or take it out"
    named = ["one.yaml", "two.yaml", "three.yaml", "out.yaml", "self-same.yaml"]
    assert told(tmp_path, shipped, named) == [
        f"one.yaml:10:1: harder leads round in a circle: one, two, three, one; {write}",
        f"two.yaml:10:1: harder leads round in a circle: two, three, one, two; {write}",
        f"three.yaml:9:1: harder leads round in a circle: three, one, two, three; {write}",
        "out.yaml:9:9: one has problems of its own; mend its file first",
        f"self-same.yaml:9:1: easier leads round in a circle: self-same, self-same; {write}",
    ]


def test_a_circle_through_a_shipped_file_leaves_the_shipped_one_in_force(tmp_path: Path) -> None:
    shipped = small_library(tmp_path / "shipped")
    fill(
        tmp_path / "shipped",
        {"routines/exercises/chin-tuck.yaml": exercise("chin-tuck", "{reps: 8}", "harder: plank\n")},
    )
    yours = fill(
        tmp_path / "yours", {"routines/exercises/plank.yaml": exercise("plank", "{for: 9s}", "harder: chin-tuck\n")}
    )
    catalogue = load(shipped, yours)
    assert [f"{p.file.name}:{p.line}:{p.column}" for p in catalogue.problems] == [
        "chin-tuck.yaml:9:1",
        "plank.yaml:9:1",
    ]
    assert catalogue.exercises["plank"].dose.for_seconds == 20
    assert catalogue.exercises["chin-tuck"].harder == "plank"


def test_a_circle_of_instead_is_one_for_one_condition(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "one.yaml": exercise("one", "{reps: 8}", "instead: {neck-injury: two}\n"),
        "two.yaml": exercise("two", "{reps: 8}", "instead:\n  neck-injury: one\n"),
        "three.yaml": exercise("three", "{reps: 8}", "instead: {neck-injury: three}\n"),
        "four.yaml": exercise("four", "{reps: 8}", "instead: {neck-injury: plank}\n"),
    }
    fill(tmp_path, files)
    write = "write another exercise, or take it out"
    assert told(tmp_path, shipped, list(files)) == [
        f"one.yaml:9:1: instead leads round in a circle: one, two, one; {write}",
        f"two.yaml:9:1: instead leads round in a circle: two, one, two; {write}",
        f"three.yaml:9:1: instead leads round in a circle: three, three; {write}",
    ]


def test_instead_leads_from_conditions_to_exercises(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "one.yaml": exercise("one", "{reps: 8}", "instead: {neck-injuri: plank, neck-injury: plenk}\n"),
        "two.yaml": exercise("two", "{reps: 8}", "instead: plank\n"),
        "three.yaml": exercise("three", "{reps: 8}", "instead: {neck-injury: [plank], 7: plank}\n"),
    }
    fill(tmp_path, files)
    assert told(tmp_path, shipped, list(files)) == [
        "one.yaml:9:11: neck-injuri is not known; did you mean neck-injury?",
        "one.yaml:9:44: plenk is not known; did you mean plank?",
        "two.yaml:9:10: plank is not a map of keys; write {CONDITION: EXERCISE}",
        "three.yaml:9:24: a list is not an id; write the id of an exercise",
        "three.yaml:9:33: 7 is not known; write neck-injury",
    ]


def test_easier_and_harder_of_two_exercises_are_no_circle(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "one.yaml": exercise("one", "{reps: 8}", "harder: two\n"),
        "two.yaml": exercise("two", "{reps: 8}", "easier: one\n"),
    }
    fill(tmp_path, files)
    assert told(tmp_path, shipped, list(files)) == []


def test_a_plan_reaches_the_exercises_inside_rounds(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "deep.yaml": routine("deep", "[{rest: 5s}, {rounds: 2, steps: [{exercise: plank}]}]"),
        "weeks.yaml": "kind: plan\nformat: 1\nid: weeks\ntitle: W\nweeks:\n  - weeks: 1\n    do:\n"
        "      - {routine: deep, days: [mon], dose: {hold: 5s}, only: [plank]}\n"
        "      - {routine: deep, days: [mon], dose: {sets: 1}, only: [chin-tuck]}\n"
        "      - {routine: deep, days: [mon], dose: {for: 60m}}\n",
    }
    fill(tmp_path, files)
    assert told(tmp_path, shipped, list(files)) == [
        "weeks.yaml:8:45: with plank: hold goes only with reps, and this dose has for; take hold out",
        "weeks.yaml:9:62: chin-tuck is not in deep; write one of its exercises: plank",
        "weeks.yaml:10:44: with this dose the routine lasts 4h1m45s; write fewer rounds or sets, at most 3h in all",
    ]


def test_endless_unknown_ids_are_cut_short_and_the_file_is_left_out(shipped: Folders, tmp_path: Path) -> None:
    sources = ", ".join(f"paper-{number}" for number in range(300))
    files = {
        "routines/guided/long.yaml": routine("long", "[{exercise: nobody}]").replace(
            "steps", f"sources: [{sources}]\nsteps"
        )
    }
    fill(tmp_path, files)
    catalogue = load(shipped, Folders(tmp_path / "routines", tmp_path / "media"))
    assert "long" not in catalogue.routines
    assert len(catalogue.problems) == 201
    assert catalogue.problems[-1].text == "there are more problems from here on; mend the ones above first"


def test_doses_that_do_not_fit_are_cut_short_too(shipped: Folders, tmp_path: Path) -> None:
    steps = ", ".join(["{exercise: chin-tuck, dose: {every: 2s}}"] * 300)
    fill(tmp_path, {"many.yaml": routine("many", f"[{steps}]")})
    problems = told(tmp_path, shipped, ["many.yaml"])
    assert len(problems) == 201
    assert problems[-1].endswith("there are more problems from here on; mend the ones above first")


# --- one file, link or folder that cannot be used hides no other ---


UNREADABLE = "the file cannot be read ({}); check that it is there and may be read"


def needs_links() -> None:
    if sys.platform == "win32":
        pytest.skip("links need a privilege there")


def test_a_link_onto_itself_is_a_file_that_cannot_be_read(shipped: Folders, tmp_path: Path) -> None:
    needs_links()
    yours = fill(tmp_path / "yours", {"routines/guided/desk.yaml": routine("desk", "[{rest: 5}]")})
    (yours.routines / "guided/loop.yaml").symlink_to("loop.yaml")
    (yours.routines / "loop").symlink_to("loop")
    for paths in ([], [yours.routines]):
        assert [f"{p.file.name}: {p.text}" for p in check(paths, shipped, yours)] == [
            "desk.yaml: 5 has no unit; did you mean 5s?",
            f"loop.yaml: {UNREADABLE.format('Too many levels of symbolic links')}",
        ]


@pytest.mark.parametrize("target", ["/", "..", "."])
def test_a_link_that_leads_back_is_left_out_and_said(shipped: Folders, tmp_path: Path, target: str) -> None:
    needs_links()
    yours = fill(tmp_path / "yours", {"routines/guided/desk.yaml": routine("desk", "[{rest: 5}]")})
    (yours.routines / "x").symlink_to(target)
    assert [f"{p.file.name}: {p.text}" for p in check([], shipped, yours)] == [
        "x: this link leads back to a folder above it; take it out",
        "desk.yaml: 5 has no unit; did you mean 5s?",
    ]


def test_a_link_to_a_folder_elsewhere_is_followed(shipped: Folders, tmp_path: Path) -> None:
    needs_links()
    fill(tmp_path / "elsewhere", {"routines/guided/desk.yaml": routine("desk", "[{rest: 5}]")})
    yours = fill(tmp_path / "yours", {})
    yours.routines.mkdir(parents=True, exist_ok=True)
    (yours.routines / "guided").symlink_to(tmp_path / "elsewhere/routines/guided")
    assert [p.text for p in check([], shipped, yours)] == ["5 has no unit; did you mean 5s?"]


def test_a_folder_with_more_than_anybody_writes_is_left_out_and_said(
    shipped: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_files, "MOST_ENTRIES", 10)
    yours = fill(tmp_path / "yours", {"routines/guided/desk.yaml": routine("desk", "[{rest: 5}]")})
    for number in range(7):
        inner = yours.routines / "plans/inner"
        inner.mkdir(parents=True, exist_ok=True)
        (yours.routines / "plans" / f"{number}.txt").write_text("")
        (inner / f"{number}.txt").write_text("")
    much = "more than 10 files and folders lie here; take this folder out of the library"
    assert sorted(f"{p.file.name}: {p.text}" for p in check([], shipped, yours)) == [
        "desk.yaml: 5 has no unit; did you mean 5s?",
        f"plans: {much}",
    ]
    for number in range(11):
        (yours.routines / f"{number}.txt").write_text("")
        (yours.media / f"{number}.txt").parent.mkdir(exist_ok=True)
        (yours.media / f"{number}.txt").write_text("")
    assert [f"{p.file.name}: {p.text}" for p in check([], shipped, yours)] == [f"routines: {much}", f"media: {much}"]


def test_folders_without_end_in_one_another_are_left_out_and_said(shipped: Folders, tmp_path: Path) -> None:
    yours = fill(tmp_path / "yours", {"routines/guided/desk.yaml": routine("desk", "[{rest: 5}]")})
    (yours.routines / "plans" / "/".join("a" * 12)).mkdir(parents=True)
    told = sorted(f"{p.file.name}: {p.text}" for p in check([], shipped, yours))
    assert told == [
        "desk.yaml: 5 has no unit; did you mean 5s?",
        "plans: folders lie more than 8 deep in one another here; take this folder out",
    ]


@needs_permissions
def test_a_folder_that_may_be_listed_but_not_entered_hides_no_other() -> None:
    with folder_for_all() as folder:
        files = {f"routines/{kind}/desk.yaml": routine("desk", "[{rest: 5}]") for kind in ("guided", "plans")}
        yours = fill(folder / "yours", {**files, "routines/guided/old.yml": "no"})
        guided = yours.routines / "guided"
        guided.chmod(0o744 if os.geteuid() == 0 else 0o444)  # whoever is no owner may list it and not enter it
        try:
            with as_ordinary_user():
                told = [f"{p.file.relative_to(yours.routines)}: {p.text}" for p in check([], small(folder), yours)]
                named = check([guided / "old.yml", yours.routines / "plans"], small(folder), yours)
        finally:
            guided.chmod(0o755)
    for name in ("desk.yaml", "old.yml"):
        assert f"guided/{name}: {UNREADABLE.format('Permission denied')}" in told
    assert "plans/desk.yaml: 5 has no unit; did you mean 5s?" in told
    assert {p.file.name for p in named} == {"old.yml", "desk.yaml"}


def small(folder: Path) -> Folders:
    """A shipped library that an ordinary user can read."""
    return Folders(folder / "none", folder / "none")


def test_a_files_name_reaches_the_terminal_in_letters(shipped: Folders, tmp_path: Path) -> None:
    name = "a\x1b[2J\x9b31m\u202e\u200b.yaml"
    yours = fill(tmp_path / "yours", {f"routines/guided/{name}": routine("desk", "[{rest: 5}]")})
    for problem in check([], shipped, yours):
        assert str(problem).isprintable()
        assert "aU+001B[2JU+009B31mU+202EU+200B.yaml:" in str(problem)
