"""The morning after, asked before the menu."""

from __future__ import annotations

import pytest

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, load
from coach.terminal.menu import menu
from tests.terminal.sitting import Sitting

DAY = 24 * 3600.0


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


def the_next_day(catalogue: Catalogue, *keys: str) -> Sitting:
    """Somebody who trained the day before opens the menu, and leaves it."""
    sitting = Sitting(catalogue, *keys)
    store = sitting.parts.store
    timeline = sitting.parts.timeline("routine", "desk-reset")
    session = store.begin_session("routine", "desk-reset", timeline.title, 60, len(timeline.intervals))
    for index, interval in enumerate(timeline.intervals):
        store.add_interval(session, index, interval, interval.seconds, "done", None, interval.named)
    store.finish_session(session, "finished")
    sitting.parts.clock.pass_time(DAY)
    assert menu(sitting.parts, "", sitting.terminal) == 0
    return sitting


@pytest.mark.parametrize(
    ("key", "morning", "said"),
    [
        ("1", "better", "It goes on as it is."),
        ("2", "same", "It goes on as it is."),
        ("3", "worse", "Its exercises rest until"),
    ],
)
def test_it_is_kept_and_what_follows_is_told(catalogue: Catalogue, key: str, morning: str, said: str) -> None:
    sitting = the_next_day(catalogue, key, "space", "q")
    assert [one.morning for one in sitting.parts.store.past()] == [morning]
    assert "How was the morning after Desk reset" in sitting.out.getvalue()
    assert said in sitting.out.getvalue()


def test_left_for_later_it_is_not_asked_again_in_this_sitting(catalogue: Catalogue) -> None:
    sitting = the_next_day(catalogue, "n", "r", "space", "q")
    assert [one.morning for one in sitting.parts.store.past()] == [None]
    assert sitting.out.getvalue().count("n  Not now") == 1
