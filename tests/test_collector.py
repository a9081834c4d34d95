"""The collector rests while the program starts, and all is as ever afterwards."""

from __future__ import annotations

import gc

from coach.collector import rest_collector, resume_collector


def test_it_rests_and_goes_on() -> None:
    rest_collector()
    try:
        assert not gc.isenabled()
    finally:
        resume_collector()
        gc.unfreeze()  # this is no program that starts
    assert gc.isenabled()


def test_to_go_on_changes_nothing_where_it_did_not_rest() -> None:
    frozen = gc.get_freeze_count()
    resume_collector()
    assert gc.isenabled()
    assert gc.get_freeze_count() == frozen
