"""Moments in two columns."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.progress.moments import from_row, row_of_text, to_row
from coach.progress.portable.form import moment_of, moment_text

ZONES = st.integers(-14 * 60, 14 * 60)


@given(st.datetimes(datetime(3, 1, 1), datetime(9997, 12, 31)), ZONES)  # noqa: DTZ001 - the zone is put to it
def test_a_text_and_a_moment_give_the_same_row(when: datetime, minutes: int) -> None:
    sign = "+" if minutes >= 0 else "-"
    zone = f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    moment = moment_of(f"{when.isoformat(timespec='milliseconds')}{zone}")
    text = moment_text(moment)
    assert row_of_text(text) == to_row(moment)
    assert from_row(*row_of_text(text)) == moment
    assert from_row(*row_of_text(text)).utcoffset() == moment.utcoffset()


def test_a_text_without_an_offset_is_no_moment() -> None:
    with pytest.raises(AssertionError):
        row_of_text("2026-05-14T09:00:00")
