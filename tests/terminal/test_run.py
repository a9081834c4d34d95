"""From the first question to the last line, with the shipped content and simulated time."""

from __future__ import annotations

import re

import pytest

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, load
from coach.progress.loads import MOST_CHARACTERS, keep_load, own_load
from coach.reminders.answers import A_REAL_SESSION_SECONDS
from tests.beside import every_day
from tests.terminal.sitting import LONG_AFTER, Sitting, Told
from tests.terminal.stage import ends

LEAVE = ((60.0, "enter"), (61.0, "enter"))
"""Both questions at the end left out."""

QUIT = ((50.0, "q"), (50.5, "y"))

IT_LIES_READY = (1.0, "enter")
"""What is to be fetched lies there: the routine goes on."""


def shown(sitting: Sitting) -> str:
    """All that stood on the terminal, its rows one behind the other."""
    return " ".join(re.sub(r"\x1b\[[^a-zA-Z]*[a-zA-Z]", " ", sitting.out.getvalue()).split())


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


def test_a_session_from_start_to_rating(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, (LONG_AFTER, "3"), (LONG_AFTER + 1, "enter"), (LONG_AFTER + 2, "enter"))
    assert sitting.play("routine", "desk-reset") == 0
    assert ends(sitting.parts.store) == ["finished"]
    (record,) = sitting.parts.store.sessions()
    assert (record.effort, record.pain) == (3, None)
    assert sitting.after() == ["Desk reset: Done.", "Effort 3."]
    assert sitting.keys.entered == 0
    assert sitting.parts.awake.calls == ["hold", "release"]


@pytest.mark.slow  # minutes of a session, a key's wait at a time
def test_a_pause_of_some_minutes_lets_the_screen_go_and_space_takes_it_again(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, (20.0, "space"), (900.0, "space"), (1500.0, "enter"), (1501.0, "enter"))
    sitting.play("routine", "desk-reset")
    assert sitting.parts.awake.calls == ["hold", "release", "hold", "release"]


@pytest.mark.parametrize("attended", [True, False])
def test_the_running_program_is_told_of_a_session_and_how_long_was_exercised(
    catalogue: Catalogue, attended: bool
) -> None:
    sitting = Sitting(catalogue, (LONG_AFTER, "enter"), (LONG_AFTER + 1, "enter"), attended=attended)
    sitting.parts.telling = told = Told()
    sitting.play("routine", "desk-reset")
    (begins, nothing), (goes_on, seconds) = told.said
    assert (begins, nothing, goes_on) == (True, 0, False)
    assert A_REAL_SESSION_SECONDS <= seconds <= sitting.parts.timeline("routine", "desk-reset").seconds


@pytest.mark.slow  # minutes of a session, a key's wait at a time
def test_a_pause_of_some_minutes_ends_what_is_told_and_each_stretch_counts_for_itself(catalogue: Catalogue) -> None:
    keys = ((60.0, "space"), (900.0, "space"), (1500.0, "enter"), (1501.0, "enter"))
    sitting, whole = Sitting(catalogue, *keys), Sitting(catalogue, *((k[0] + 900, k[1]) for k in keys[2:]))
    told = [Told(), Told()]
    for one, of in zip(told, (sitting, whole), strict=True):
        of.parts.telling = one
        of.play("routine", "desk-reset")
    assert [goes_on for goes_on, _ in told[0].said] == [True, False, True, False]
    parts, all_of_it = told[0].said, told[1].said[-1][1]
    assert parts[1][1] > 0
    assert abs(parts[1][1] + parts[3][1] - all_of_it) <= 1
    assert told[0].so_far == [0.0] * 4, "each stretch begins anew"


@pytest.mark.parametrize("muted", [True, False])
def test_m_switches_the_sound_of_a_run_that_was_started_muted_too(catalogue: Catalogue, muted: bool) -> None:
    sitting = Sitting(catalogue, "m", "q", "y", "enter", "enter", muted=muted)
    sitting.play("routine", "desk-reset")
    assert sitting.parts.muted is not muted
    assert sitting.parts.cues.muted is not muted
    assert sitting.parts.store.setting("muted") is (None if muted else True)


@pytest.mark.parametrize("keys", [("enter", "enter"), ("q",)])
def test_the_rating_can_be_left_out(catalogue: Catalogue, keys: tuple[str, ...]) -> None:
    sitting = Sitting(catalogue, *((LONG_AFTER + n, key) for n, key in enumerate(keys)))
    assert sitting.play("routine", "desk-reset") == 0
    (record,) = sitting.parts.store.sessions()
    assert (record.effort, record.pain) == (None, None)
    assert sitting.after() == ["Desk reset: Done."]


def test_pain_that_ended_the_session_is_not_asked_again(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "h", "8", "enter", "5", "enter")
    sitting.play("routine", "desk-reset")
    assert ends(sitting.parts.store) == ["pain"]
    assert sitting.after() == ["Desk reset: Ended, since it hurt.", "Effort 5, pain 8."]


@pytest.mark.parametrize(
    ("effort", "sentence"),
    [("8", "Harder than meant: the same next time."), ("5", "What you did counts: the same next time.")],
)
def test_what_follows_for_the_next_session_stands_below(catalogue: Catalogue, effort: str, sentence: str) -> None:
    sitting = Sitting(catalogue, "n", "n", "q", "y", effort, "enter", "0", "enter")
    sitting.play("routine", "upper-back-strength")
    assert sitting.after() == ["Upper-back strength: Ended early.", f"Effort {effort}, pain 0.", sentence]


@pytest.mark.parametrize(
    ("pain", "key", "kept", "done"),
    [
        ("4", "e", [], ["thoracic-extension-chair", "breastbone-lift"]),
        ("5", "k", ["easier"], ["thoracic-extension-chair", "breastbone-lift"]),
        ("5", "space", [], ["thoracic-extension-chair"]),
        ("5", "m", [], ["thoracic-extension-chair"]),
    ],
)
def test_where_it_hurts_some_the_easier_one_is_a_key_away(
    catalogue: Catalogue, pain: str, key: str, kept: list[str], done: list[str]
) -> None:
    sitting = Sitting(
        catalogue,
        IT_LIES_READY,
        (20.0, "h"),
        (20.1, pain),
        (20.2, "enter"),
        (20.5, key),
        *QUIT,
        *LEAVE,
    )
    sitting.play("routine", "anti-slouch-daily")
    assert [(one.exercise, one.what) for one in sitting.parts.store.choices()] == [
        ("thoracic-extension-chair", what) for what in kept
    ]
    assert "e: Seated breastbone lift from here on." in shown(sitting)
    work = sitting.parts.store.past()[0].work
    assert [one.exercise for one in work] == done
    assert {one.named for one in work} == {"thoracic-extension-chair"}


def test_little_pain_asks_no_more(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "h", "3", "enter", "q", "y", "enter", "enter")
    sitting.play("routine", "upper-back-strength")
    assert "from here on" not in shown(sitting)


def test_gentle_recovery_in_its_place_begins_once_this_one_is_told_of(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "h", "5", "enter", "g", "3", "enter", "2", "enter", "q", "y", "enter", "enter")
    assert sitting.play("routine", "upper-back-strength") == 0
    assert "g: Gentle recovery instead." in shown(sitting)
    sessions = sitting.parts.store.sessions()
    assert [(one.target, one.how) for one in sessions[::-1]] == [
        ("upper-back-strength", "ended"), ("gentle-recovery", "ended")
    ]  # fmt: skip
    assert [line.partition(":")[0] for line in sitting.after()][:1] == ["Upper-back strength"]
    assert "Gentle recovery: Ended early." in sitting.after()


def test_what_hurts_can_be_skipped_at_once(catalogue: Catalogue) -> None:
    sitting = Sitting(
        catalogue,
        IT_LIES_READY,
        (20.0, "h"),
        (20.1, "5"),
        (20.2, "enter"),
        (20.5, "n"),
        *QUIT,
        *LEAVE,
    )
    sitting.play("routine", "anti-slouch-daily")
    assert [one.outcome for one in sitting.parts.store.past()[0].work] == ["skipped", "ended"]


@pytest.mark.parametrize(
    ("key", "sentence", "kept"),
    [
        ("e", "Seated breastbone lift from here on, and the next times.", ["easier"]),
        ("d", "Upper back over the roller from here on, and the next times.", ["harder"]),
    ],
)
def test_one_key_takes_the_easier_or_the_harder_one(
    catalogue: Catalogue, key: str, sentence: str, kept: list[str]
) -> None:
    sitting = Sitting(catalogue, IT_LIES_READY, (20.0, key), (21.0, "q"), (21.5, "y"), *LEAVE)
    sitting.play("routine", "anti-slouch-daily")
    assert [one.what for one in sitting.parts.store.choices()] == kept
    assert sentence in shown(sitting)


def test_where_there_is_nothing_easier_it_is_said(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "h", "5", "enter", "e", "q", "y", "enter", "enter")
    sitting.play("routine", "run-tall")
    assert "from here on." not in shown(sitting)
    assert "There is nothing easier in its place." in shown(sitting)
    assert sitting.parts.store.choices() == ()


def test_two_times_ctrl_c_is_an_exit_code_of_130(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "ctrl-c", "ctrl-c")
    assert sitting.play("routine", "desk-reset") == 130
    assert sitting.after() == ["Desk reset: Ended early."]


def test_a_terminal_that_goes_away_leaves_the_session_open(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "hang-up")
    assert sitting.play("routine", "desk-reset") == 130
    assert ends(sitting.parts.store) == [None]


def test_before_the_first_session_the_questions_come(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "space", "n", "1", "enter", "space", has_answered=False)
    assert sitting.play("routine", "desk-reset") == 1
    assert "Call your emergency number" in sitting.out.getvalue()
    assert ends(sitting.parts.store) == []


@pytest.mark.parametrize("kind", ["routine", "test"])
def test_while_the_answers_lock_nothing_starts_and_the_way_out_is_told(catalogue: Catalogue, kind: str) -> None:
    target = "desk-reset" if kind == "routine" else "wall-test"
    for sitting in (
        Sitting(catalogue, "space", "n", has_answered=False),
        Sitting(catalogue, attended=False, has_answered=False),
    ):
        sitting.parts.store.add_safety({"infection"})
        assert sitting.play(kind, target) == 1
        assert ends(sitting.parts.store) == []
    sitting = Sitting(catalogue, "space", "n", has_answered=False)
    sitting.parts.store.add_safety({"infection"})
    sitting.play(kind, target)
    assert "Contact a doctor" in sitting.after()[0]
    assert "Once it was checked, say so here" in sitting.after()[0]


def test_once_it_was_checked_the_questions_are_answered_again_and_the_session_begins(catalogue: Catalogue) -> None:
    asked = [one.id for one in catalogue.safety.questions]
    at = asked.index("infection")
    answers = ["y", *["n"] * at, "1", "enter", "y", *["n"] * (len(asked) - at - 1)]
    sitting = Sitting(catalogue, "space", "y", "space", *answers, "n", "ctrl-c", "ctrl-c", has_answered=False)
    sitting.parts.store.add_safety({"infection"})
    assert sitting.play("routine", "desk-reset") == 130
    assert sitting.parts.store.safety()[-1].checked == {"infection"}
    assert ends(sitting.parts.store) == ["ended"]


@pytest.mark.parametrize(
    ("kind", "target", "condition"),
    [("exercise", "superman", "painful-extension"), ("routine", "deep-neck-flexors", "neck-injury")],
)
def test_what_a_condition_told_at_the_questions_bars_does_not_begin(
    catalogue: Catalogue, kind: str, target: str, condition: str
) -> None:
    told = ["y" if one == condition else "n" for one in catalogue.safety.conditions]
    questions = ["n", *["n" for one in catalogue.safety.questions if one.only_with is None]]
    sitting = Sitting(catalogue, "space", *questions, "y", *told, "n", has_answered=False)
    assert sitting.play(kind, target) == 1
    assert sitting.parts.conditions() == {condition}
    assert ends(sitting.parts.store) == []
    assert "left for you now" in sitting.after()[0]


def test_an_early_end_of_the_test_gives_no_result(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "q", "y")
    assert sitting.play("test", "wall-test") == 0
    assert sitting.after() == ["The test was ended early, so there is no result."]
    assert sitting.parts.store.tests() == []


def test_the_shipped_wall_test_gives_a_result_that_is_kept(catalogue: Catalogue) -> None:
    contact = [(100.0 + n, "1") for n in range(7)]
    recheck = [(200.0 + n, "1") for n in range(7)]
    tension = [(210.0, "1"), (211.0, "6"), (212.0, "enter"), (213.0, "2"), (214.0, "enter"), (215.0, "enter")]
    sitting = Sitting(catalogue, *contact, *recheck, *tension, (216.0, "enter"))
    assert sitting.play("test", "wall-test") == 0
    after = "\n".join(sitting.after())
    assert "Contact     14 of 14" in after
    assert "Hold        30 of 30 s" in after
    assert "Focus: Neck" in after
    assert "posture-coach play " in after
    (record,) = sitting.parts.store.tests()
    assert (record.test_id, record.result["focus"]) == ("wall-test", ["neck"])


def test_without_a_person_the_desk_reset_is_coached_in_lines(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, attended=False, has_answered=False)
    assert sitting.play("routine", "desk-reset") == 0
    lines = sitting.out.getvalue().splitlines()
    assert "does not diagnose" in lines[0]
    assert lines[-1].endswith("Done.")
    assert any(line.endswith("Chin tuck, 5 repetitions") for line in lines)


def test_without_a_person_the_test_says_why_there_is_no_result(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, attended=False)
    assert sitting.play("test", "wall-test") == 0
    assert sitting.out.getvalue().endswith("The questions of the test need a keyboard, so there is no result.\n")


# --- what is left out for this person ---

KNEELING = "In place of Cat-cow for you: Seated cat-cow (kneeling pain)."


def test_what_is_replaced_and_left_out_is_said_before_the_session(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "space", "q", "y", "enter", "enter")
    sitting.parts.store.add_conditions(["kneeling-pain"])
    assert sitting.play("routine", "upper-back-strength") == 0
    assert KNEELING in sitting.out.getvalue()
    assert ends(sitting.parts.store) == ["ended"]


def test_without_a_person_it_is_said_in_a_line(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, attended=False)
    sitting.parts.store.add_conditions(["neck-injury"])
    assert sitting.play("routine", "desk-reset") == 0
    said = "Left out for you: Chin tuck (neck injury).\n"
    assert sitting.out.getvalue().startswith(said)


AFTER = 600.0
FETCHED = (20.0, "enter")
"""Pressed when the band is there."""


def at_the_end(*keys: str) -> list[tuple[float, str]]:
    """Pressed a second apart, once a band was used and both ratings were left out."""
    return [FETCHED, *((AFTER + n, key) for n, key in enumerate(("enter", "enter", *keys)))]


def test_which_band_was_used_is_asked_at_the_end_kept_and_stands_there_the_next_time(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, *at_the_end("Q", "space", "3", "x", "backspace", "space", "enter"))
    assert sitting.play("exercise", "band-pull-apart") == 0
    assert "Which band or weight did you use for Band pull-apart?" in shown(sitting)
    assert sitting.after()[-1] == "What you use for Band pull-apart: Q 3."
    parts = sitting.parts
    assert parts.store.get(own_load("band-pull-apart")) == "Q 3"
    assert {one.load for one in parts.timeline("exercise", "band-pull-apart").intervals if one.exercise} == {"Q 3"}
    assert "Q 3" in {one.load for one in parts.timeline("routine", "upper-back-strength").intervals}


@pytest.mark.parametrize(
    ("keys", "kept", "told"),
    [
        (("enter",), "red", False),
        ((*("backspace",) * 4, "left", "enter"), "", True),
        *every_day(
            (),
            [
                (("escape",), "red", False),
                ((*("backspace",) * 3, "escape"), "red", False),
                ((*"x" * MOST_CHARACTERS, "enter"), "red" + "x" * (MOST_CHARACTERS - 3), True),
            ],
            of_several=True,
        ),
    ],
)
def test_what_is_kept_stands_there_and_may_be_left_or_taken_away(
    catalogue: Catalogue, keys: tuple[str, ...], kept: str, told: bool
) -> None:
    sitting = Sitting(catalogue, *at_the_end(*keys))
    keep_load("band-pull-apart", "red", sitting.parts.store)
    sitting.play("exercise", "band-pull-apart")
    assert "> red_" in shown(sitting)
    assert sitting.parts.store.get(own_load("band-pull-apart")) == kept
    assert any(line.startswith("What you use for") for line in sitting.after()) is told


def test_who_left_the_ratings_or_was_in_pain_is_not_asked_for_a_band(catalogue: Catalogue) -> None:
    for keys in ([FETCHED, (AFTER, "q")], [FETCHED, (60.0, "h"), (61.0, "8"), (62.0, "enter"), (63.0, "enter")]):
        sitting = Sitting(catalogue, *keys)
        sitting.play("exercise", "band-pull-apart")
        assert "Which band or weight" not in shown(sitting)
