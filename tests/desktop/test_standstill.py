"""A start that holds still: nothing is looked through, and all is as ever afterwards."""

from __future__ import annotations

import gc

from coach.desktop.standstill import hold_still, move_on


def test_it_holds_still_and_moves_on() -> None:
    hold_still()
    try:
        assert not gc.isenabled()
    finally:
        move_on()
        gc.unfreeze()  # this is no program that starts
    assert gc.isenabled()


def test_to_move_on_changes_nothing_where_nothing_held_still() -> None:
    frozen = gc.get_freeze_count()
    move_on()
    assert gc.isenabled()
    assert gc.get_freeze_count() == frozen
