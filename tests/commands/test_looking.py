"""What `list` and `show` print."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from coach.commands.vocabulary import words_listed
from coach.words.language import ENGLISH
from tests.command_line import BREATH, CommandLine, mine
from tests.commands.telling import as_json
from tests.content.shelf import exercise


def test_list_gives_every_kind_with_its_file(run: CommandLine) -> None:
    code, out, err = run("list", "--json")
    entries = json.loads(out)
    assert code == 0
    assert err == ""
    assert {"exercise", "routine", "test", "reminder"} <= {e["kind"] for e in entries}
    assert all(set(e) == {"kind", "id", "title", "file", "yours"} for e in entries)
    assert all(Path(e["file"]).is_file() and e["yours"] is False for e in entries)


def test_list_prints_the_ids_alone_each_once_for_the_completion_of_shells(run: CommandLine) -> None:
    code, out, err = run("list", "--ids")
    ids = out.splitlines()
    assert (code, err) == (0, "")
    assert ids == sorted(set(ids))
    assert {"desk-reset", "wall-test"} <= set(ids)
    assert set(run("list", "routine", "--ids")[1].splitlines()) < set(ids)


def test_list_of_one_kind_names_its_ids(run: CommandLine) -> None:
    code, out, _ = run("list", "routine")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["routine"] * len(out.splitlines())
    assert "desk-reset" in out


def test_a_file_of_my_own_is_listed_as_mine(run: CommandLine, home: Path) -> None:
    mine(home, "guided", "a-breath", BREATH)
    _, out, _ = run("list", "routine", "--json")
    assert {e["id"]: e["yours"] for e in json.loads(out)}["a-breath"] is True


def test_a_broken_file_of_mine_is_hinted_at_and_hides_nothing(run: CommandLine, home: Path) -> None:
    mine(home, "guided", "a-breath", BREATH.replace("15s", "15"))
    code, out, err = run("list", "routine")
    assert code == 0
    assert "desk-reset" in out
    assert err == "1 file has problems; 'posture-coach check' lists them.\n"


@pytest.mark.parametrize("word", ["exercise", "exercises", "Exercises"])
def test_a_kind_is_taken_as_one_and_as_many(run: CommandLine, word: str) -> None:
    listed = run("list", word)
    assert listed == run("list", "exercise")
    assert listed[0] == 0
    assert run("schema", word) == run("schema", "exercise")
    assert run("show", f"{word}/chin-tuck") == run("show", "exercise/chin-tuck")


@pytest.mark.parametrize(("one", "many"), [("area", "areas"), ("source", "sources")])
def test_the_lists_that_files_name_by_id_have_both_forms_too(run: CommandLine, one: str, many: str) -> None:
    assert run("list", one) == run("list", many)
    assert run("schema", one) == run("schema", many)


def test_what_files_name_by_id_is_listed(run: CommandLine, home: Path) -> None:
    sound = mine(home, ".", "x", BREATH).parents[1] / "media" / "sounds" / "my-gong.wav"
    sound.parent.mkdir(parents=True)
    sound.write_bytes(b"RIFF")
    sounds = json.loads(run("list", "sounds", "--json")[1])
    own = {"kind": "sound", "id": "my-gong", "title": "my-gong.wav", "file": str(sound), "yours": True}
    assert own in sounds
    assert "neck " in run("list", "areas")[1]
    assert "arm-symptoms  " in run("list", "conditions")[1]


def test_a_kind_that_is_none_is_told_with_what_was_meant(run: CommandLine) -> None:
    code, out, err = run("list", "exersises")
    assert (code, out) == (2, "")
    assert "exersises is not known; did you mean exercise?" in err
    assert run("show", "exercises")[2] == (
        "posture-coach: exercises is a kind of content; see 'posture-coach list exercise'\n"
    )


def test_show_prints_the_timeline(run: CommandLine) -> None:
    code, out, _ = run("show", "desk-reset", "--json")
    timeline = json.loads(out)
    assert code == 0
    assert timeline["seconds"] == 132.0
    assert timeline["estimated"] is False
    assert timeline["exercises"] == 4
    assert timeline["intervals"][0]["kind"] == "prepare"
    code, out, _ = run("show", "desk-reset")
    assert code == 0
    assert "2:12  end" in out


@pytest.mark.parametrize(
    "name",
    [
        *("chin-tuck", "exercise/chin-tuck", "figure/chin-tuck", "wall-test", "change-position", "eight-weeks"),
        *("sitting-well", "areas/areas", "coaching/coaching", "safety/safety", "sources/sources"),
    ],
)
def test_show_tells_of_every_kind(run: CommandLine, name: str) -> None:
    code, out, err = run("show", name)
    assert (code, err) == (0, "")
    assert len(out.splitlines()) > 3
    code, out, _ = run("show", name, "--json")
    assert code == 0
    assert json.loads(out)["id"] == name.rsplit("/", maxsplit=1)[-1]


def test_show_tells_tempo_muscles_and_the_authors_cues(run: CommandLine) -> None:
    of_exercise = run("show", "chin-tuck")[1]
    assert "2 s glide back, 5 s hold, 2 s let go\n" in of_exercise
    assert "Muscles: Deep neck flexors\n" in of_exercise
    of_routine = run("show", "deep-neck-flexors")[1]
    assert "(2 s nod, 5 s hold, 2 s let go, 10 s rest)\n" in of_routine
    assert "  3. Smaller is better.\n" in of_routine


def test_show_of_a_lesson_holds_its_text(run: CommandLine) -> None:
    lesson = json.loads(run("show", "sitting-well", "--json")[1])
    assert "## Set up once" in lesson["body"]


def test_show_tells_what_an_exercise_and_a_lesson_rest_on_by_authors(run: CommandLine) -> None:
    told = "  - Andersen and colleagues: Effectiveness of small daily amounts of progressive resistance training"
    assert told in run("show", "lateral-raise")[1]
    assert told in run("show", "why-the-upper-back-hurts")[1]


def test_show_of_an_unknown_id_suggests_the_nearest(run: CommandLine) -> None:
    code, out, err = run("show", "desk-rset")
    assert code == 1
    assert out == ""
    assert "desk-rset is not known; did you mean desk-reset?" in err


def test_an_exercise_says_who_reviewed_it_and_when(run: CommandLine, home: Path) -> None:
    for value, told in {
        "false": "Not yet reviewed by a physiotherapist.",
        "true": "Reviewed by a physiotherapist.",
        "{by: Jane Doe, on: 2026-03-01}": "Reviewed by Jane Doe, on 1 March 2026.",
    }.items():
        mine(home, "exercises", "one", exercise("one", "{reps: 8}", f"reviewed: {value}\n"))
        assert told in run("show", "exercise/one")[1]


def test_ranges_of_days_are_in_full_for_programs(run: CommandLine, home: Path) -> None:
    mine(
        home,
        "reminders",
        "up",
        "kind: reminder\nformat: 1\nid: up\ntitle: Up\nevery: 1h\nmessages: [Up.]\ndays: sat-mon\n",
    )
    assert as_json(run, "show", "reminder/up")["days"] == ["sat", "sun", "mon"]


@pytest.mark.parametrize(
    ("kind", "ident", "title"),
    [
        ("kit", "anchor", "a firm point to fix a band to"),
        ("goal", "warm-up", "Warm-up"),
        ("joints", "knee", "a bare number is flex; flex -3 to 155"),
        ("icon", "walk", ""),
        ("questions", "chest-pain", None),
        ("tier", "emergency", None),
        ("condition", "osteoporosis", None),
        ("area", "neck", None),
        ("sound", "go", "go.wav"),
        ("position", "prone", None),
        ("event", "done", None),
    ],
)
def test_every_id_that_an_author_needs_can_be_listed(
    run: CommandLine, kind: str, ident: str, title: str | None
) -> None:
    entries = {one["id"]: one for one in as_json(run, "list", kind)}
    assert set(entries[ident]) == {"kind", "id", "title", "file", "yours"}
    assert list(entries) == sorted(entries)
    if title is None:
        assert entries[ident]["title"]
    else:
        assert entries[ident]["title"] == title
    assert f"{ident} " in run("list", kind)[1].replace("\n", " ")


def test_a_word_of_the_language_stands_in_no_file_and_a_question_in_that_of_safety(run: CommandLine) -> None:
    assert {one["file"] for one in as_json(run, "list", "kit")} == {None}
    assert {Path(one["file"]).name for one in as_json(run, "list", "question")} == {"safety.yaml"}
    assert "list kit" in run("show", "kit/mat")[2]


def test_a_position_that_nobody_put_into_words_is_listed_all_the_same(run: CommandLine) -> None:
    bare = SimpleNamespace(coaching=SimpleNamespace(phrases={}))
    assert ("prone", "") in words_listed("position", bare, ENGLISH)  # type: ignore[arg-type]
    assert words_listed("exercise", bare, ENGLISH) == []  # type: ignore[arg-type]


def test_show_tells_a_step_s_note_once(run: CommandLine, home: Path) -> None:
    steps = "steps:\n  - {exercise: chin-tuck, dose: {sets: 2}, note: A towel., say: true}\n"
    mine(home, "guided", "noted", f"kind: routine\nformat: 1\nid: noted\ntitle: Noted\n{steps}")
    lines = run("show", "noted")[1].splitlines()
    [at] = [number for number, line in enumerate(lines) if "A towel." in line]
    assert "set 1 of 2" in lines[at - 1]
    told = as_json(run, "show", "noted")
    assert [one.get("note") for one in told["intervals"]] == ["A towel."] * 4
    assert [one for one in told["cues"] if one.get("say") == "A towel."] == [{"at": 0.0, "say": "A towel."}]
