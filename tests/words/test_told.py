"""What is told of a session to who does not see it."""

from __future__ import annotations

import pytest

from coach.words import told


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.2, "1 second left"), (20.0, "20 seconds left"), (10.4, "10 seconds left")]
)
def test_the_time_left(seconds, said):
    assert told.time_left(seconds) == said


def test_short_words_of_what_changes():
    assert told.paused() == "Paused"
    assert told.paused(why="The sound went away.") == "Paused. The sound went away."
    assert (told.goes_on("person"), told.goes_on("hurts")) == ("Goes on", "Ready")
    assert [told.sound(is_muted=muted) for muted in (True, False)] == ["Sound off", "Sound on"]
    assert [told.room(is_shown=shown) for shown in (True, False)] == ["Large view", "Usual view"]
    assert told.steps(lines=("Stand tall.", "Slide up")) == "Steps shown. Stand tall. Slide up."
    assert told.steps() == "Figure shown"


def test_a_question_and_what_is_chosen():
    assert told.nth(2, 7) == "Question 2 of 7"
    assert (told.chosen("Pain, 0 to 10", None), told.chosen("Pain, 0 to 10", "3")) == (
        "Pain, 0 to 10: not chosen yet",
        "Pain, 0 to 10: 3",
    )
    assert told.answers(["Easily.", "No"], None) == "1: Easily. 2: No."
    assert told.answers(["Easily.", "No"], 1) == "1: Easily. 2: No. Your answer before: No."
