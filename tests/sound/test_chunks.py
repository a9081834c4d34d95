"""How often a number was added, from what remains of the sum. With SDL itself: test_sdl.py."""

from __future__ import annotations

import ctypes

import pytest

from coach.sound.chunks import ChunkCounter, times_added


@pytest.mark.parametrize("address", [0x55FF48FF23D0, 0x7F0012345010, 0x7FFF00000010, 0x600000001000, 0xFFFFFFF0])
@pytest.mark.parametrize("times", [0, 1, 2, 3, 512, 65_535, 700_000])
def test_a_sum_that_has_run_over_tells_how_often(address, times):
    """A page's address is counted as far as an hour and a half and more, any other one for months."""
    step = address % 2**32
    assert times_added(step, ctypes.c_int32(step * times).value) == times


def test_a_sum_that_cannot_be_is_told():
    assert times_added(0x10, 0x18) is None


def test_where_there_is_no_mixer_nothing_is_counted():
    counter = ChunkCounter(None)
    assert counter.count() is None
    counter.close()
    assert ChunkCounter(ctypes.CDLL(None)).count() is None, "a library without SDL's functions"
