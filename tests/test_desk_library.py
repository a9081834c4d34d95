"""What the desk has to know, of the whole library: what a reminder may offer to this person."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from coach import resources
from coach.content.catalogue import Catalogue, load
from coach.content.library_files import Folders
from coach.content.model import Message, Reminder, Text
from coach.desk_library import WholeLibrary
from coach.reminders.nudge import Offer
from coach.session.compile import compile_routine, compile_test
from coach.session.timeline import SessionKind, Timeline
from tests.desk_place import VIENNA
from tests.fakes import FakeClock, FakeLibrary
from tests.stores import memory_store


@pytest.fixture(scope="module")
def library() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


def offering(ident: str | None) -> Reminder:
    return Reminder("mine", Text("Mine"), (Message(Text("First.")),), every=1800.0, offer=ident)


def known(library: Catalogue, timeline_of=None, has_kit_for=lambda _ident: True) -> WholeLibrary:
    clock = FakeClock(datetime(2026, 5, 14, 9, 0, tzinfo=VIENNA))
    return WholeLibrary(clock, FakeLibrary(library), memory_store(clock), timeline_of, has_kit_for)


@pytest.mark.parametrize(
    ("ident", "kind", "title"),
    [("desk-reset", "routine", "Desk reset"), ("wall-test", "test", "30-second wall test")],
)
def test_the_offer_is_a_routine_or_a_test_and_as_long_as_its_timeline(
    library: Catalogue, ident: str, kind: SessionKind, title: str
) -> None:
    def timeline_of(asked: SessionKind, name: str) -> Timeline:
        if asked == "test":
            return compile_test(library.tests[name], library)
        return compile_routine(library.routines[name], library)

    seconds = timeline_of(kind, ident).seconds
    offer = known(library, timeline_of).offer(offering(ident))
    assert offer == Offer(ident, kind, title, seconds, is_estimate=kind == "test")
    assert known(library).offer(offering(ident)) == Offer(ident, kind, title)


@pytest.mark.parametrize("ident", [None, "", "nowhere", "chin-tuck"])
def test_what_the_library_does_not_have_is_not_offered(library: Catalogue, ident: str | None) -> None:
    assert known(library, lambda _kind, _name: pytest.fail("nothing is offered")).offer(offering(ident)) is None


def test_what_leaves_nothing_to_do_is_not_offered(library: Catalogue) -> None:
    routine = replace(library.routines["desk-reset"], steps=())
    assert known(library, lambda _kind, _id: compile_routine(routine, library)).offer(offering("desk-reset")) is None


def test_what_the_person_has_not_got_the_things_for_is_not_offered(library: Catalogue) -> None:
    assert known(library, has_kit_for=lambda _ident: False).offer(offering("desk-reset")) is None


def test_who_asks_for_a_test_is_told_by_what_is_offered(library: Catalogue) -> None:
    mine = {ident: replace(offering(ident), id=ident) for ident in ("wall-test", "desk-reset", "nowhere")}
    assert known(replace(library, reminders=mine)).asking_for_a_test == {"wall-test"}
