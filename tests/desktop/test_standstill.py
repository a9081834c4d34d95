"""A start that holds still: nothing is looked through, no source is read, and all is as ever afterwards."""

from __future__ import annotations

import gc
import inspect
import linecache

import pytest

from coach.desktop.standstill import hold_still, move_on


def test_it_holds_still_and_moves_on() -> None:
    hold_still()
    try:
        assert not gc.isenabled()
        with pytest.raises(OSError, match="could not get source code"):
            inspect.getsource(inspect)
    finally:
        move_on()
        gc.unfreeze()  # this is no program that starts
    assert gc.isenabled()
    assert "def getsource" in inspect.getsource(inspect)
    assert linecache.getline(__file__, 1).startswith('"""A start')


def test_to_move_on_changes_nothing_where_nothing_held_still() -> None:
    kept, frozen = linecache.cache, gc.get_freeze_count()
    move_on()
    assert linecache.cache is kept
    assert gc.get_freeze_count() == frozen
