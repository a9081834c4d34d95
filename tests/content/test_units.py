"""Lengths of time, times of day and windows: tables, and what holds for all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.content.model import Window
from coach.content.units import Wrong, clock_time, duration, in_units, parse_duration, typed_seconds, window


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("0s", 0), ("90s", 90), ("1m30s", 90), ("2m", 120), ("90m", 5400), ("1h", 3600), ("1h1s", 3601), ("1m60s", 120)],
)
def test_lengths_of_time(text: str, seconds: int) -> None:
    assert duration(text) == seconds


@pytest.mark.parametrize(
    ("text", "days", "sentence"),
    [
        ("5", False, "5 has no unit; did you mean 5s?"),
        ("005", False, "005 has no unit; did you mean 5s?"),
        ("1:30", False, "1:30 is not a length of time; write 1m30s"),
        ("1:30:05", False, "1:30:05 is not a length of time; write 1h30m5s"),
        ("0:00", False, "0:00 is not a length of time; write one such as 90s or 1m30s"),
        ("1.5s", False, "1.5s is not a length of time; write whole numbers such as 1s or 2s"),
        ("1.5h", False, "1.5h is not a length of time; write 1h30m"),
        ("60s1m", False, "60s1m is not a length of time, its units go from small to large; write 2m"),
        ("1m1m", False, "1m1m is not a length of time, m stands in it more than once; write 2m"),
        ("2 hours 5 min", False, "2 hours 5 min is not a length of time; write 2h5m"),
        ("1h30", False, "1h30 is not a length of time, its last number has no unit; did you mean 1h30m?"),
        ("1m30", False, "1m30 is not a length of time, its last number has no unit; did you mean 1m30s?"),
        ("1h2m3", False, "1h2m3 is not a length of time, its last number has no unit; did you mean 1h2m3s?"),
        ("-30s", False, "-30s is not a length of time; write 30s"),
        ("-30", False, "-30 is not a length of time; write 30s"),
        ("1.5", False, "1.5 is not a length of time; write whole numbers with a unit, such as 90s or 1m30s"),
        ("5y", False, "5y is not a length of time; write one such as 90s or 1m30s"),
        ("", False, "an empty text is not a length of time; write one such as 90s or 1m30s"),
        ("7d", False, "7d is counted in days, which make no sense here; write hours, minutes or seconds, such as 30m"),
        ("1h7d", True, "1h7d is not a length of time, its units go from small to large; write 7d1h"),
        ("9999999999s", True, "9999999999s is not a length of time; write one such as 90s or 1m30s"),
    ],
)
def test_what_is_no_length_of_time(text: str, *, days: bool, sentence: str) -> None:
    with pytest.raises(Wrong) as refused:
        duration(text, days=days)
    assert str(refused.value) == sentence


def test_what_a_person_types() -> None:
    assert parse_duration("1h30m") == (5400, "")
    assert parse_duration("2d") == (172800, "")
    assert parse_duration("30") == (None, "30 has no unit; did you mean 30m?")


@given(st.integers(0, 10**9))
def test_written_and_read_again(seconds: int) -> None:
    assert duration(in_units(seconds), days=True) == seconds


@given(st.text(max_size=20) | st.from_regex(r"[-+]?[0-9:. ]{1,6}[a-z]{0,7}[0-9]{0,3}[dhmsDHMS:]?", fullmatch=True))
def test_every_text_is_read_or_answered(text: str) -> None:
    for read in (duration, clock_time, window):
        sentence = "; "
        try:
            read(text)
        except Wrong as wrong:
            sentence = str(wrong)
        assert "; " in sentence


@given(st.integers(0, 1439), st.integers(0, 1440))
def test_windows(start: int, end: int) -> None:
    text = f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
    assert window(text) == Window(start, end)


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("9:30", "09:30"),
        ("9.30", "09:30"),
        ("0930", "09:30"),
        ("9h30", "09:30"),
        ("5 pm", "17:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
    ],
)
def test_likely_times_of_day(text: str, likely: str) -> None:
    with pytest.raises(Wrong, match=f"write {likely}$"):
        clock_time(text)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("45", 2700), (" 30 min ", 1800), ("1 h 30 min", 5400), ("1h30m", 5400), ("90 s", 90), ("1.5 h", 5400),
        ("2 hours", 7200), ("", None), ("-5", None), ("+5 min", None), ("5 x", None), ("0.3 s", None), ("soon", None),
    ],
)  # fmt: skip
def test_lengths_as_people_type_them(text: str, seconds: int | None) -> None:
    assert typed_seconds(text) == seconds
