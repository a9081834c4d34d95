"""`focus`, and what is this person's own in `show`, `play` and `export`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from coach.clock import SystemClock
from coach.progress.folders import Home
from coach.progress.store import Store, open_store
from coach.session.timeline import Interval
from tests.command_line import BREATH, CommandLine, mine

STRENGTH = "upper-back-strength"


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    made = open_store(Home.from_environ({"POSTURE_COACH_HOME": str(home)}).data, SystemClock())
    yield made
    made.close()


def tested(store: Store, *areas: str) -> None:
    store.add_test("wall-test", {"test_id": "wall-test", "focus": list(areas)})
    store.close()


def told(store: Store, *conditions: str) -> None:
    store.add_conditions(conditions)
    store.close()


# --- focus ---


def test_it_is_listed_among_the_routines_as_made_for_you(run: CommandLine, store: Store) -> None:
    def listed(*words: str) -> list[list[str]]:
        return [line.split() for line in run("list", *words)[1].splitlines()]

    line = ["routine", "focus", "Focus", "routine", "(made", "for", "you)"]
    assert line not in listed("routine")
    tested(store, "neck", "chest")
    assert line in listed("routine")
    assert line in listed()
    assert line not in listed("exercise")
    assert "focus" not in {entry["id"] for entry in json.loads(run("list", "--json")[1])}


def test_a_file_of_the_person_s_own_is_listed_in_its_place(run: CommandLine, store: Store, home: Path) -> None:
    tested(store, "neck", "chest")
    mine(home, "guided", "focus", BREATH.replace("a-breath", "focus"))
    listed = [line for line in run("list", "routine")[1].splitlines() if line.split()[1] == "focus"]
    assert len(listed) == 1
    assert listed[0].endswith("(yours)")


def test_without_a_test_there_is_none_and_it_is_said(run: CommandLine) -> None:
    why = "posture-coach: The focus routine follows from a test; take the wall test first.\n"
    for words in (["focus"], ["focus", "--json"], ["focus", "--save", "mine"], ["show", "focus"], ["play", "focus"],
                  ["show", "routine/focus", "--mine"], ["export", "focus", "focus.json"]):  # fmt: skip
        assert run(*words) == (1, "", why)


def test_a_test_without_a_focus_area_gives_none(run: CommandLine, store: Store) -> None:
    tested(store)
    assert run("focus") == (1, "", "posture-coach: The last test found no focus area; any routine will do.\n")


@pytest.mark.parametrize("minutes", [5, 8, 12])
def test_it_is_as_long_as_was_asked_and_of_their_lists(run: CommandLine, store: Store, minutes: int) -> None:
    tested(store, "neck", "chest")
    code, out, err = run("focus", "--minutes", str(minutes), "--json")
    made = json.loads(out)
    assert (code, err, made["id"], made["areas"], made["short"]) == (0, "", "focus", ["neck", "chest"], None)
    assert 48 * minutes <= made["seconds"] <= 66 * minutes
    assert made["wanted_seconds"] == 60 * minutes


def test_lists_that_do_not_reach_say_so(run: CommandLine, store: Store) -> None:
    tested(store, "neck")
    code, out, _ = run("focus", "--minutes", "30")
    assert code == 0
    assert out.endswith("is what there is for these areas; 30 min was asked for.\n")


def test_what_a_condition_bars_is_left_out_and_said(run: CommandLine, store: Store) -> None:
    store.add_conditions(["pregnancy"])
    tested(store, "neck")
    code, out, _ = run("focus")
    assert code == 0
    assert "Left out for you: Lying tiny nod (pregnancy)." in out
    assert "Left out for you: Lying tiny nod (pregnancy)." in run("show", "focus", "--mine")[1]


def test_nothing_left_is_a_sentence(run: CommandLine, store: Store) -> None:
    store.add_conditions(["neck-injury"])
    tested(store, "neck")
    code, out, err = run("focus")
    assert (code, out) == (1, "")
    assert err == (
        "posture-coach: Nothing is left for Neck, base of the skull: "
        "every exercise for it is one to ask a professional about first.\n"
    )


@pytest.mark.parametrize("minutes", ["0", "61", "8.5", "-1", "eight", "٨"])
def test_a_length_that_is_none_says_what_to_write(run: CommandLine, minutes: str) -> None:
    code, _, err = run("focus", "--minutes", minutes)
    assert code == 2
    assert f"{minutes} is not a length; write minutes, 1 to 60" in err or "expected one argument" in err


def test_it_is_kept_as_a_file_that_passes_the_check(run: CommandLine, store: Store, home: Path) -> None:
    tested(store, "neck", "chest")
    asked = json.loads(run("focus", "--json", "--minutes", "12")[1])
    code, out, err = run("focus", "--minutes", "12", "--save", "neck-and-chest")
    path = Path(out.strip())
    assert (code, err, path.is_file()) == (0, "", True)
    assert run("check", str(path))[:2] == (0, "")
    kept = json.loads(run("show", "neck-and-chest", "--json")[1])
    assert (kept["intervals"], kept["seconds"]) == (asked["intervals"], asked["seconds"])


def test_nothing_is_written_over(run: CommandLine, store: Store, home: Path) -> None:
    tested(store, "neck")
    path = mine(home, "guided", "broken", "kind: routine\n")
    for ident, what in (
        ("broken", "there is such a routine already"),
        ("desk-reset", "there is such a routine already"),
        ("focus", "that is what the last test asks for, always"),
        ("Neck!", "an id is 2 to 63 small letters, digits and hyphens"),
        ("../x", "an id is 2 to 63 small letters, digits and hyphens"),
    ):
        code, out, err = run("focus", "--save", ident)
        assert (code, out) == (1, "")
        assert f"--save {ident}: {what}" in err
        assert ("delete" in err) is (ident == "broken"), "what is shipped cannot be deleted"
    assert path.read_text() == "kind: routine\n"


# --- show --mine, play, export ---


def train(store: Store, run: CommandLine, times: int) -> None:
    """Good sessions of the strength routine, done just now."""
    intervals = json.loads(run("show", STRENGTH, "--json")[1])["intervals"]
    for _ in range(times):
        session = store.begin_session("routine", STRENGTH, "Strength", 60, len(intervals))
        for index, one in enumerate(intervals):
            interval = Interval(one["kind"], one["start"], one["seconds"], one.get("exercise"))
            store.add_interval(session, index, interval, 1, "done")
        store.finish_session(session, "finished")
        store.rate_session(session, 5, 1)
    store.close()


def test_mine_is_told_with_its_reasons_and_the_file_stays(run: CommandLine, store: Store, tmp_path: Path) -> None:
    written = run("show", STRENGTH, "--json")
    assert json.loads(run("show", STRENGTH, "--mine", "--json")[1]) == {
        **json.loads(written[1]), "reasons": [], "left_out": []
    }  # fmt: skip
    assert run("show", STRENGTH, "--mine")[1].endswith("\n\nFor you it is as it is written.\n")
    train(store, run, 2)
    made = json.loads(run("show", STRENGTH, "--mine", "--json")[1])
    why = "3 sets now: twice at effort 5 or less with pain 1 or less"
    assert made["reasons"] == [{"exercise": "band-row", "for": "band-row", "level": 1, "why": why}]
    assert f"For you\n  - Band row: {why}\n" in run("show", STRENGTH, "--mine")[1]
    assert run("show", STRENGTH, "--json") == written
    file = tmp_path / "mine.json"
    assert run("export", STRENGTH, str(file))[0] == 0
    assert json.loads(file.read_text()) == made


def test_mine_at_a_moment_counts_nothing_later(run: CommandLine, store: Store) -> None:
    train(store, run, 2)
    now = datetime.now().astimezone()
    before, long_after = now - timedelta(days=2), now + timedelta(days=16)

    def reasons(*words: str) -> set[tuple[int, str]]:
        made = json.loads(run("show", STRENGTH, "--mine", "--json", *words)[1])
        return {(one["level"], one["why"].split(":")[0]) for one in made["reasons"]}

    assert reasons("--at", f"{before:%Y-%m-%d}") == set()
    assert reasons("--at", f"{now:%Y-%m-%d}") == {(1, "3 sets now")}
    assert (-1, "the easier exercise now") in reasons("--at", f"{long_after:%Y-%m-%dT%H:%M}")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["wall-test", "--mine"], "--mine: wall-test is of the kind test; only a routine is another for each"),
        (["desk-reset", "--at", "2026-12-01"], "--at goes with --mine: what a file says has no time"),
    ],
)
def test_what_does_not_go_together_says_so(run: CommandLine, words: list[str], why: str) -> None:
    assert run("show", *words) == (2, "", f"posture-coach: {why}\n")


def test_a_routine_that_is_left_out_whole(run: CommandLine, store: Store, tmp_path: Path) -> None:
    told(store, "neck-injury")
    why = (
        "Nothing of Deep neck flexors is left for you now. "
        "Left out for you: Lying tiny nod (neck injury)."
    )  # fmt: skip
    assert run("show", "deep-neck-flexors", "--mine") == (0, f"{why}\n", "")
    made = json.loads(run("show", "deep-neck-flexors", "--mine", "--json")[1])
    assert (made["intervals"], made["seconds"]) == ([], 0.0)
    assert made["left_out"] == [{"exercise": "deep-neck-flexor-nod", "why": "neck injury"}]
    assert run("play", "deep-neck-flexors", "--terminal") == (1, "", f"posture-coach: {why}\n")
    for ending in ("json", "ics", "wav", "pdf"):
        assert run("export", "deep-neck-flexors", str(tmp_path / f"x.{ending}")) == (1, "", f"posture-coach: {why}\n")
    assert list(tmp_path.glob("x.*")) == []
