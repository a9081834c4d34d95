"""Who speaks when, as timetables."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.sound.voice.turns import BREATH_SECONDS, LATEST_SECONDS, Turns, behind_cue
from tests.examples import examples


def speak(*sentences: tuple[float, float, float | None]) -> list[float | None]:
    """Each (due, seconds, until); when each begins."""
    turns = Turns()
    return [turns.begin(due, seconds, until) for due, seconds, until in sentences]


@pytest.mark.parametrize(
    ("sentences", "begins"),
    [
        ([(0.0, 2.0, None)], [0.0]),
        ([(0.0, 2.0, None), (5.0, 1.0, None)], [0.0, 5.0]),
        # waits for the one before it, with a breath
        ([(0.0, 2.0, None), (1.5, 1.0, None)], [0.0, 2.0 + BREATH_SECONDS]),
        # too late to belong to its moment
        ([(0.0, 5.0, None), (1.0, 1.0, None)], [0.0, None]),
        # would run into a more important one
        ([(0.0, 3.0, 2.0)], [None]),
        ([(0.0, 2.0, 2.0)], [0.0]),
        # waiting would make it run into a more important one
        ([(0.0, 1.0, None), (0.5, 1.0, 2.0)], [0.0, None]),
        # one that was not begun takes nobody's turn
        ([(0.0, 3.0, 2.0), (0.1, 1.0, None)], [None, 0.1]),
    ],
)
def test_turns(sentences, begins):
    assert speak(*sentences) == begins


def test_hushed_makes_room_at_once():
    turns = Turns()
    turns.begin(0.0, 9.0, None)
    turns.hush(1.0)
    assert turns.begin(1.2, 1.0, None) == 1.2
    turns.hush(50.0)  # nobody speaks
    assert turns.free_at == 2.2


@pytest.mark.parametrize(
    ("since", "length", "wait"),
    [
        (0.0, 0.75, 0.6),
        (0.02, 0.75, 0.58),
        (0.0, 0.25, 0.25),
        (0.1, 0.75, 0.5),
        (0.2, 0.15, 0.0),
        (0.26, 0.75, 0.0),
        (float("inf"), 0.0, 0.0),
        (5, 1.5, 0),
    ],
)
def test_a_sentence_waits_for_the_sound_that_announces_it(since, length, wait):
    assert behind_cue(since, length) == pytest.approx(wait)


@settings(max_examples=examples(100))
@given(
    st.lists(
        st.tuples(st.floats(0, 60), st.floats(0.1, 8), st.none() | st.floats(0, 10), st.sampled_from([0.0, 0.25, 0.6])),
        max_size=20,
    )
)
def test_never_two_at_once_never_late_never_into_a_more_important_one(wishes):
    turns = Turns()
    before = float("-inf")
    for due, seconds, room, wait in sorted(wishes, key=lambda wish: wish[0]):
        start = turns.begin(due, seconds, None if room is None else due + room, wait)
        if start is None:
            continue
        assert start >= max(due, before)
        assert start - due <= LATEST_SECONDS
        assert room is None or start + seconds <= due + room + 1e-5
        before = start + seconds
