"""How long something takes and what is left of it, as it is said everywhere."""

from __future__ import annotations

import doctest
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.words import durations
from coach.words.durations import (
    Thing,
    clock,
    clock_left,
    count_left,
    count_passed,
    counted,
    in_words,
    of_session,
    rough,
    roughly,
    short,
    so_far,
    still,
    until,
)
from tests.words.languages import Bracketed, Glossary, outside_brackets


@pytest.mark.parametrize(
    ("seconds", "words", "letters"),
    [
        (0, "0 seconds", "0 s"),
        (1, "1 second", "1 s"),
        (45, "45 seconds", "45 s"),
        (59.4, "59 seconds", "59 s"),
        (59.6, "1 minute", "1 min"),
        (61, "1 minute 1 second", "1 min 1 s"),
        (75, "1 minute 15 seconds", "1 min 15 s"),
        (82, "1 minute 22 seconds", "1 min 22 s"),
        (89, "1 minute 29 seconds", "1 min 29 s"),
        (90, "1 minute 30 seconds", "1 min 30 s"),
        (119, "1 minute 59 seconds", "1 min 59 s"),
        (150, "2 minutes 30 seconds", "2 min 30 s"),
        (599, "9 minutes 59 seconds", "9 min 59 s"),
        (740, "12 minutes 20 seconds", "12 min 20 s"),
        (3599, "59 minutes 59 seconds", "59 min 59 s"),
        (3600, "1 hour", "1 h"),
        (3605, "1 hour 5 seconds", "1 h 5 s"),
        (7500, "2 hours 5 minutes", "2 h 5 min"),
        (-3, "0 seconds", "0 s"),
    ],
)
def test_what_takes_a_time_is_said_to_the_second(seconds, words, letters):
    assert (in_words(seconds), short(seconds)) == (words, letters)


@pytest.mark.parametrize(
    ("seconds", "taken", "passed", "left"),
    [
        (0, "0 s", "0 s", "0 s"),
        (0.4, "0 s", "0 s", "1 s"),
        (59.4, "59 s", "59 s", "1 min"),
        (82, "1 min 22 s", "1 min 22 s", "1 min 22 s"),
        (599.6, "10 min", "9 min 59 s", "10 min"),
        (600, "10 min", "10 min", "10 min"),
        (601, "10 min", "10 min", "11 min"),
        (629.6, "10 min", "10 min", "11 min"),
        (631, "11 min", "10 min", "11 min"),
        (1799, "30 min", "29 min", "30 min"),
        (3599, "1 h", "59 min", "1 h"),
        (7530, "2 h 6 min", "2 h 5 min", "2 h 6 min"),
        (-1, "0 s", "0 s", "0 s"),
    ],
)
def test_what_passes_is_said_to_the_minute_from_ten_minutes_on(seconds, taken, passed, left):
    assert (roughly(seconds), in_words(rough(seconds))) == (taken, in_words(_seconds_of(taken)))
    assert (roughly(seconds), so_far(seconds), still(seconds)) == (taken, passed, left)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "now"), (0.5, "now"), (1, "under a minute"), (30, "under a minute"), (59.5, "1 min"), (61, "2 min")],
)
def test_until_where_nobody_shows_each_second(seconds, words):
    assert until(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (5, "0:05"), (59.6, "1:00"), (75.4, "1:15"), (576, "9:36"), (0.6, "0:01"), (2.4, "0:02"),
     (3720, "1:02:00"), (-3, "0:00")],
)  # fmt: skip
def test_a_length_as_on_a_watch(seconds, shown):
    assert clock(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "exact", "guess"),
    [
        (12, ("0:12", "12 s", "12 seconds"), ("about 1 min", "about 1 minute")),
        (89, ("1:29", "1 min 29 s", "1 minute 29 seconds"), ("about 1 min", "about 1 minute")),
        (153, ("2:33", "2 min 33 s", "2 minutes 33 seconds"), ("about 3 min", "about 3 minutes")),
        (511, ("8:31", "8 min 31 s", "8 minutes 31 seconds"), ("about 9 min", "about 9 minutes")),
        (3570, ("59:30", "59 min 30 s", "59 minutes 30 seconds"), ("about 1 h", "about 1 hour")),
        (3661, ("1:01:01", "1 h 1 min 1 s", "1 hour 1 minute 1 second"), ("about 1 h 1 min", "about 1 hour 1 minute")),
    ],
)
def test_a_guess_says_so_and_tells_no_seconds(seconds, exact, guess):
    forms = ("clock", "short", "words")
    assert tuple(of_session(seconds, form, is_estimate=False) for form in forms) == exact
    told = [of_session(seconds, form, is_estimate=True) for form in forms]
    assert told == [guess[0], guess[0], guess[1]]


@pytest.mark.parametrize(
    ("seconds", "watch", "number"),
    [
        (0, "0:00", "0"),
        (1e-9, "0:01", "1"),
        (0.2, "0:01", "1"),
        (23.4, "0:24", "24"),
        (24.0, "0:24", "24"),
        (24.000_000_1, "0:24", "24"),
        (23.999_999_9, "0:24", "24"),
        (99, "1:39", "99"),
        (99.5, "1:40", "1:40"),
        (376, "6:16", "6:16"),
        (3720, "1:02:00", "1:02:00"),
        (-3, "0:00", "0"),
    ],
)
def test_what_is_left_is_never_shown_as_less(seconds, watch, number):
    assert (clock_left(seconds), count_left(seconds)) == (watch, number)


@pytest.mark.parametrize(("seconds", "number"), [(0, "0"), (12.9, "12"), (12.999_999_9, "13"), (130.2, "130")])
def test_a_second_that_is_held_counts_once_it_is_over(seconds, number):
    assert count_passed(seconds) == number


@pytest.mark.parametrize(
    ("count", "thing", "words"),
    [
        (1, "second", "1 second"),
        (1.0, "second", "1 second"),
        (0, "second", "0 seconds"),
        (2, "repetition", "2 repetitions"),
        (1, "repetition", "1 repetition"),
        (1, "set", "1 set"),
        (3, "set", "3 sets"),
        (1.5, "second", "1.5 seconds"),
    ],
)
def test_singular_and_plural(count, thing, words):
    assert counted(count, thing) == words


def test_another_language():
    german = Glossary(
        "de", {"{n} min": "{n} Min.", "{n} s": "{n} Sek.", "1 minute": "1 Minute", "%n seconds": "%n Sekunden"}
    )
    assert (short(75, german), in_words(75, german)) == ("1 Min. 15 Sek.", "1 Minute 15 Sekunden")


@pytest.mark.parametrize("seconds", [0, 59, 75, 7500])
def test_every_word_is_translated(seconds):
    language = Bracketed()
    for told in (short, in_words, roughly, so_far, still, until):
        assert outside_brackets(told(seconds, language)).strip() == ""
    for form in ("clock", "short", "words"):
        assert outside_brackets(of_session(seconds, form, is_estimate=True, language=language)).strip() == ""
    for thing in get_args(Thing):
        assert outside_brackets(counted(1, thing, language) + counted(2, thing, language)) == ""


def _seconds_of(words: str) -> int:
    size = {"h": 3600, "min": 60, "s": 1, "hour": 3600, "minute": 60, "second": 1}
    parts = words.split()
    return sum(
        int(n) * size[unit if unit in size else unit[:-1]] for n, unit in zip(parts[::2], parts[1::2], strict=True)
    )


def _seconds_on(watch: str) -> int:
    return sum(int(part) * 60**place for place, part in enumerate(reversed(watch.split(":"))))


@given(st.floats(0, 20_000, allow_nan=False))
def test_all_forms_of_one_length_agree(seconds):
    assert _seconds_of(short(seconds)) == _seconds_of(in_words(seconds)) == _seconds_on(clock(seconds))


@given(st.floats(0, 20_000, allow_nan=False))
def test_left_is_never_less_and_passed_never_more(seconds):
    near = 1e-5
    assert _seconds_of(still(seconds)) >= seconds - near
    assert _seconds_on(clock_left(seconds)) >= seconds - near
    assert _seconds_of(so_far(seconds)) <= seconds + near
    assert (clock_left(seconds) == "0:00") is (seconds == 0)


def test_the_examples_in_the_text_hold():
    assert doctest.testmod(durations).failed == 0
