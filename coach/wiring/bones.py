"""The advice to have the bones checked: what a test measured beside what the person told of themselves, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.clock import Clock
from coach.content.model import Test
from coach.settings import AGE, AGE_ASKED, LOST_HEIGHT
from coach.walltest.advice import BoneCheck, bone_check, occiput_cm
from coach.walltest.age import ToldAge
from coach.walltest.score import Result

if TYPE_CHECKING:
    from coach.progress.store import Store


def tell_age(store: Store, clock: Clock, years: int | None, *, is_shorter: bool) -> None:
    """Keep what a test asks for once; `years` None where nobody said."""
    if years is not None:
        store.keep(AGE, ToldAge(years, clock.wall().date()).as_json())
    store.keep(LOST_HEIGHT, is_shorter)
    store.keep(AGE_ASKED, True)


def bones(store: Store, clock: Clock, test: Test, result: Result) -> BoneCheck | None:
    """Why the person may ask a doctor about their bones, by a result of `test`; None where nothing speaks for it."""
    told = store.get(AGE)
    years = None if told is None else told.at(clock.wall().date())
    return bone_check(occiput_cm(test, result), years, store.get(LOST_HEIGHT))
