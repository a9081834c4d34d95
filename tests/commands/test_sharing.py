"""What `share` does: a routine as a file, that file taken in elsewhere, and all that keeps it out."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from coach.content.sharing.form import MOST_BYTES
from tests.command_line import BREATH, CommandLine
from tests.sharing.mine import FILES, all_of, write

TAKEN = (
    "Evening back is among your routines now.\nFrom Jane Doe, not from Posture Coach.\n"
    "It brings 1 exercise of its own.\n"
    "The exercises that it brings do not say who should leave them out. With an injury or an illness, ask a "
    "professional first.\n"
    "The file was checked for mistakes, not the exercises for whether they suit you. Your stop rules and your answers "
    "about your health hold for it as for every routine.\n"
)
ALREADY = (0, "You have Evening back already, just as it is in this file.\n", "")


@pytest.fixture
def other(tmp_path: Path, run: CommandLine) -> CommandLine:
    """Somebody else, who has nothing of their own."""
    return CommandLine(tmp_path / "other", run.capsys)


shared: list[str] = []
"""What the first test that asked for it was given: it is the same each time, as one of them sees."""


@pytest.fixture
def file(run: CommandLine, home: Path, tmp_path: Path) -> Path:
    """The shared routine."""
    write(home, FILES)
    path = tmp_path / "evening.yaml"
    if shared:
        path.write_text(shared[0], encoding="utf-8", newline="")
    else:
        assert run("share", "evening-back", str(path), "--by", "Jane Doe") == (0, f"{path}\n", "")
        shared.append(path.read_bytes().decode())
    return path


def problems(run: CommandLine, file: Path, *words: str) -> list[str]:
    """`LINE:COLUMN: sentence` of each problem of a file that is not let in."""
    code, out, err = run("share", "--in", str(file), *words)
    assert code == 1
    assert "nothing of it was taken in" in err
    return [line.removeprefix(f"{file}:") for line in out.splitlines()]


# --- there and back ---


def test_it_is_the_same_for_whoever_gets_it(run: CommandLine, other: CommandLine, file: Path):
    assert other("share", "--in", str(file)) == (0, TAKEN, "")
    here, there = ([json.loads(one("show", what, "--json")[1]) for what in WHAT] for one in (run, other))
    assert here == there
    assert other("check")[:2] == (0, "")
    assert "From Jane Doe, not from Posture Coach." in other("show", "evening-back")[1]
    assert "From Jane Doe, not from Posture Coach." in other("show", "side-lean")[1]
    assert sorted(all_of(other.home)) == sorted(set(FILES) - {"routines/exercises/unused.yaml"})
    assert "rated" not in all_of(other.home)["routines/areas.yaml"]


WHAT = ("routine/evening-back", "figure/side-lean")


def test_the_file_is_the_same_each_time(run: CommandLine, file: Path):
    again = file.with_name("again.yaml")
    run("share", "evening-back", str(again), "--by", "Jane Doe")
    assert again.read_bytes() == file.read_bytes()
    assert run("share", "evening-back", "-", "--by", "Jane Doe") == (0, file.read_text("utf-8"), "")


def test_twice_is_once(other: CommandLine, run: CommandLine, file: Path):
    other("share", "--in", str(file))
    before = all_of(other.home)
    assert other("share", "--in", str(file)) == ALREADY
    assert all_of(other.home) == before
    assert run("share", "--in", str(file)) == ALREADY  # whoever made it


def test_looking_changes_nothing(other: CommandLine, file: Path):
    code, out, _ = other("share", "--in", str(file), "--dry-run")
    assert (code, out.splitlines()[0]) == (0, "Evening back can be taken in; nothing was changed.")
    told = json.loads(other("share", "--in", str(file), "--dry-run", "--json")[1])
    assert (told["routine"], told["title"], told["by"], told["there"]) == (
        "evening-back",
        "Evening back",
        "Jane Doe",
        False,
    )
    assert [one["kind"] for one in told["brings"]] == ["routine", "exercise", "figure", "area", "source"]
    assert told["files"] == told["clashes"] == told["problems"] == []
    assert all_of(other.home) == {}


def test_what_is_taken_in_can_be_given_on_and_stays_its_authors(other: CommandLine, file: Path, tmp_path: Path):
    other("share", "--in", str(file))
    onward = tmp_path / "onward.yaml"
    assert other("share", "evening-back", str(onward), "--by", "John")[0] == 0
    third = CommandLine(tmp_path / "third", other.capsys)
    third("share", "--in", str(onward))
    assert "From Jane Doe, not from Posture Coach." in third("show", "evening-back")[1]


# --- names that are taken ---


def test_nothing_is_written_over(other: CommandLine, file: Path):
    mine = {"routines/guided/evening-back.yaml": BREATH.replace("a-breath", "evening-back")}
    write(other.home, mine)
    assert other("share", "--in", str(file))[::2] == (
        1,
        (
            "You have something else under the same name: routine evening-back.\n"
            "Nothing was changed. To have both, write: --as evening-back-2\n"
        ),
    )
    assert all_of(other.home) == mine
    assert other("share", "--in", str(file), "--as", "evening-back-2") == (0, TAKEN, "")
    assert mine.items() <= all_of(other.home).items()
    assert other("share", "--in", str(file), "--as", "evening-back-2") == ALREADY
    assert other("share", "--in", str(file), "--as", "evening-back")[0] == 1


def test_a_name_that_cannot_be_changed_where_it_stands_is_told(other: CommandLine, file: Path):
    write(other.home, {"routines/guided/evening-back.yaml": BREATH.replace("a-breath", "evening-back")})
    text = file.read_text("utf-8").replace("id: evening-back\n", "id: >-\n  evening-back\n")
    file.write_text(text, encoding="utf-8")
    assert other("share", "--in", str(file), "--as", "evening-back-2")[::2] == (
        1,
        f"posture-coach: {file} is laid out in a way in which it cannot be changed; nothing was taken in\n",
    )


def test_what_else_has_the_name_of_something_gets_another(other: CommandLine, file: Path):
    mine = {
        "media/figures/side-lean.yaml": FILES["media/figures/side-lean.yaml"]
        .replace("standing", "sitting")
        .replace("my-ribs", "neck"),
        "routines/areas.yaml": FILES["routines/areas.yaml"].replace("My ribs", "His ribs"),
    }
    write(other.home, mine)
    assert other("share", "--in", str(file))[2].splitlines()[0] == (
        "You have something else under the same name: figure side-lean, area my-ribs."
    )
    assert other("share", "--in", str(file), "--as", "evening-back")[0] == 0
    found = all_of(other.home)
    assert found["media/figures/side-lean.yaml"] == mine["media/figures/side-lean.yaml"]
    assert "highlight: [my-ribs-2]" in found["media/figures/side-lean-2.yaml"]
    assert 'figure: "side-lean-2"' in found["routines/exercises/side-lean.yaml"]
    assert "areas: [my-ribs-2, neck]" in found["routines/exercises/side-lean.yaml"]
    assert "His ribs" in found["routines/areas.yaml"]
    assert "my-ribs-2" in found["routines/areas.yaml"]
    assert other("check")[0] == 0
    assert other("share", "--in", str(file), "--as", "evening-back") == ALREADY


def test_a_shipped_thing_is_never_replaced(run: CommandLine, home: Path, other: CommandLine, tmp_path: Path):
    """Somebody's own chin tuck takes the shipped one's place for them alone."""
    shipped = Path("routines/exercises/chin-tuck.yaml").read_text("utf-8")
    write(home, {**FILES, "routines/exercises/chin-tuck.yaml": shipped.replace("title: Chin tuck", "title: My tuck")})
    path = tmp_path / "own.yaml"
    assert run("share", "evening-back", str(path))[0] == 0
    assert other("share", "--in", str(path))[2].startswith(
        "You have something else under the same name: exercise chin-tuck."
    )
    assert other("share", "--in", str(path), "--as", "evening-back")[0] == 0
    assert "- exercise: chin-tuck-2" in all_of(other.home)["routines/guided/evening-back.yaml"]
    assert "(exercise chin-tuck)" in other("show", "chin-tuck")[1]
    assert "Chin tuck" in other("show", "chin-tuck")[1]


def test_a_broken_file_of_ones_own_stays(other: CommandLine, file: Path):
    write(other.home, {"media/figures/side-lean.yaml": "what is this"})
    assert other("share", "--in", str(file))[0] == 1
    assert all_of(other.home) == {"media/figures/side-lean.yaml": "what is this"}


def test_where_one_file_cannot_be_written_none_is(other: CommandLine, file: Path):
    """A file stands where a folder is wanted: all before it is taken back."""
    write(other.home, {"routines/guided": "no folder", "routines/areas.yaml": FILES["routines/areas.yaml"]})
    before = all_of(other.home)
    code, out, err = other("share", "--in", str(file))
    assert (code, out) == (3, "")
    assert "cannot be written" in err
    assert all_of(other.home) == before


def test_what_was_cut_short_is_made_whole_by_the_next_time(other: CommandLine, file: Path):
    """The routine is written last: without it the rest does nothing, and is there."""
    other("share", "--in", str(file))
    whole = all_of(other.home)
    (other.home / "routines/guided/evening-back.yaml").unlink()
    (other.home / "media/figures/side-lean.yaml").unlink()
    assert other("share", "--in", str(file)) == (0, TAKEN, "")
    assert all_of(other.home) == whole


# --- what is not let in ---


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("dose: {reps: 6}", "dose: {reps: 6000}", "16:18: 6000 is too large; write 1 to 100"),
        ("exercise: chin-tuck", "exercise: chin-tuk", "14:15: chin-tuk is not known; did you mean chin-tuck?"),
        ("title: Side lean", "title: Side \u202elean", "23:13: the character U+202E cannot be seen; take it out"),
        ("title: Side lean", 'title: "Side \\e[31m lean"', "23:8: the character U+001B cannot be seen; take it out"),
        ("id: side-lean", "id: ../../side-lean", None),
        ("id: side-lean", "id: /etc/passwd", None),
        ("routine: evening-back", "routine: ../evening-back", None),
        ("describe: Lean", "describe: &a Lean", "26:11: an anchor (&a) is not read; take it out"),
        ("position: sitting", "position: !!python/object:os.system sitting", None),
    ],
)
def test_it_is_judged_as_ones_own_files_are(other: CommandLine, file: Path, old: str, new: str, told: str | None):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = problems(other, file)
    assert told is None or told in found
    assert all_of(other.home) == {}


MORE_PAIN = "{} lets somebody else go on with more pain than the program does; write {} or less"


@pytest.mark.parametrize(
    ("progress", "column", "told"),
    [
        ("{up: {pain_up_to: 4}}", 29, MORE_PAIN.format(4, 3)),
        ("{down: {pain_from: 7}}", 30, MORE_PAIN.format(7, 6)),
        ("{down: {amber: {pain_from: 5}}}", 38, MORE_PAIN.format(5, 4)),
        ("{down: {amber: {times: 3}}}", 34, MORE_PAIN.format(3, 2)),
        ("{up: {pain_up_to: 0}, down: {pain_from: 1}}", 0, ""),
    ],
)
def test_nobody_lets_somebody_else_go_on_with_more_pain(
    run: CommandLine, home: Path, other: CommandLine, file: Path, progress: str, column: int, told: str
):
    line, name = f"progress: {progress}\n", "routines/guided/evening-back.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("title: Evening back\n", f"title: Evening back\n{line}"), encoding="utf-8")
    write(home, {name: FILES[name].replace("steps:", f"{line}steps:")})
    code, out, _ = run("share", "evening-back", "-")
    if not told:
        assert code == other("share", "--in", str(file))[0] == 0
        return
    assert problems(other, file) == [f"13:{column}: {told}"]
    assert (code, out) == (1, f"{home / name}:5:{column}: {told}\n")


def test_what_the_program_makes_itself_keeps_its_name(other: CommandLine, file: Path):
    file.write_text(file.read_text("utf-8").replace("evening-back", "focus"), encoding="utf-8")
    assert "You have something else under the same name: routine focus." in other("share", "--in", str(file))[2]
    assert other("share", "--in", str(file), "--as", "focus")[0] == 1
    assert other("share", "--in", str(file), "--as", "focused")[0] == 0


def test_what_a_file_says_of_a_review_is_told_as_that(other: CommandLine, file: Path):
    text = file.read_text("utf-8").replace("dose: {reps: 5}", "dose: {reps: 5}\nreviewed: true")
    file.write_text(text, encoding="utf-8")
    assert "Nobody here can know whether that is so." in other("share", "--in", str(file), "--dry-run")[1]


def test_what_somebody_else_made_is_never_proposed(other: CommandLine, file: Path):
    text = file.read_text("utf-8").replace("evening-back", "a-daily")
    file.write_text(text, encoding="utf-8")
    at = ("today", "--at", "2026-12-01T08:00", "--json")
    before = other(*at)[1]
    assert other("share", "--in", str(file))[0] == 0
    assert other(*at)[1] == before


def test_an_area_that_everybody_has_is_theirs(run: CommandLine, home: Path, other: CommandLine, tmp_path: Path):
    write(home, {**FILES, "routines/areas.yaml": FILES["routines/areas.yaml"] + "  neck: {title: My neck}\n"})
    path = tmp_path / "neck.yaml"
    assert run("share", "evening-back", str(path))[0] == 0
    assert "My neck" not in path.read_text("utf-8")
    assert other("share", "--in", str(path))[0] == 0


def test_what_the_routine_does_not_need_stays_out(other: CommandLine, file: Path):
    more = "---\n" + FILES["routines/exercises/unused.yaml"] + "...\n"
    file.write_text(file.read_text("utf-8").removesuffix("...\n") + more, encoding="utf-8")
    assert problems(other, file) == ["53:1: the routine does not need the exercise unused; take it out of the file"]


def test_an_area_is_not_asked_about_by_the_wall_test(other: CommandLine, file: Path):
    text = file.read_text("utf-8").replace('  my-ribs: {"title"', '  my-ribs: {"rated": true, "title"')
    file.write_text(text, encoding="utf-8")
    assert problems(other, file) == ["44:13: rated does not come with a shared routine; take it out"]


@pytest.mark.parametrize("many", ["x" * (MOST_BYTES + 1), "- " * 5_000, "{a: " * 3_000, "&a [*a" * 1_000, "\x00\x01"])
def test_bombs_and_rubbish_are_told(other: CommandLine, tmp_path: Path, many: str):
    path = tmp_path / "bomb.yaml"
    path.write_text(many, encoding="utf-8")
    assert problems(other, path)


def test_only_plain_files_are_read(other: CommandLine, tmp_path: Path):
    assert problems(other, tmp_path) == ["1:1: this is not a plain file; put a text file in its place"]
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert problems(other, pipe) == ["1:1: this is not a plain file; put a text file in its place"]
    missing = tmp_path / "missing\x1b[31m"
    assert other("share", "--in", str(missing))[::2] == (
        3,
        (
            f"posture-coach: {tmp_path}/missingU+001B[31m cannot be read (No such file or directory); "
            "name a file that is there\n"
        ),
    )


# --- what is not shared ---


def test_what_cannot_be_shared_says_why(run: CommandLine, home: Path):
    write(home, FILES)
    write(home, {"routines/guided/a-breath.yaml": BREATH.replace("    for: 15s", "    for: 15s\n  - exercise: nobody")})
    assert run("share", "desk-reset")[::2] == (
        1,
        "posture-coach: desk-reset comes with the program: whoever has Posture Coach has it already\n",
    )
    assert "what is shared is a routine" in run("share", "side-lean")[2]
    assert "has problems of its own" in run("share", "a-breath")[2]
    assert run("share")[0] == run("share", "evening-back", "--dry-run")[0] == 2
    assert run("share", "evening-back", "--in", "x")[0] == 2
    assert run("share", "evening-back", "-", "--by", "a\x1b[31m")[0] == 2


def test_a_condition_of_ones_own_bars_and_is_not_lost_on_the_way(run: CommandLine, home: Path):
    safety = "kind: safety\nformat: 1\nid: safety\ntitle: Safety\nconditions: {my-rib: {ask: A broken rib?}}\n"
    exercise = FILES["routines/exercises/side-lean.yaml"] + "check_first: [my-rib]\n"
    write(home, {**FILES, "routines/safety.yaml": safety, "routines/exercises/side-lean.yaml": exercise})
    code, _, err = run("share", "evening-back", "-")
    assert code == 1
    assert "exercise side-lean uses my-rib, which stands in a file of yours that is not shared" in err


def test_a_file_that_nobody_named_is_not_written_over(
    run: CommandLine, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write(home, FILES)
    monkeypatch.chdir(tmp_path)
    assert run("share", "evening-back") == (0, "evening-back.posture-coach.yaml\n", "")
    assert run("share", "evening-back")[0] == 0
    file = Path("evening-back.posture-coach.yaml")
    refused = f"posture-coach: {file} is there already; name the file that shall be written\n"
    file.write_text("mine", encoding="utf-8")
    assert run("share", "evening-back")[::2] == (1, refused)
    assert file.read_text("utf-8") == "mine"
    file.unlink()
    file.mkdir()
    assert run("share", "evening-back")[::2] == (1, refused)
