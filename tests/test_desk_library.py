"""What the desk has to know, of the whole library: what a reminder may offer to this person."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.library import load
from coach.content.library_files import Folders
from coach.content.model import Message, Reminder, Text
from coach.desk_library import WholeLibrary
from coach.reminders.nudge import Offer
from coach.session.compile import compile_routine, compile_test
from coach.session.routine_lines import needs
from coach.session.timeline import SessionKind, Timeline
from coach.settings import FOCUS_MINUTES, KIT_MISSING
from tests.desk_place import VIENNA
from tests.fakes import FakeClock, FakeLibrary
from tests.stores import memory_store
from tests.ui.parts import FakeParts, shipped


@pytest.fixture(scope="module")
def library() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


def offering(ident: str | tuple[str, ...] | None) -> Reminder:
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


@pytest.mark.parametrize("ident", [None, "", "nowhere", "chin-tuck", "focus", ("focus", "nowhere")])
def test_what_the_library_does_not_have_is_not_offered(library: Catalogue, ident: str | tuple[str, ...] | None) -> None:
    def timeline_of(_kind: SessionKind, name: str) -> Timeline:
        assert name == "focus", "nothing is offered"
        raise KeyError(name)

    assert known(library, timeline_of).offer(offering(ident)) is None
    assert known(library).offer(offering(ident)) is None


def test_what_leaves_nothing_to_do_is_not_offered(library: Catalogue) -> None:
    routine = replace(library.routines["desk-reset"], steps=())
    assert known(library, lambda _kind, _id: compile_routine(routine, library)).offer(offering("desk-reset")) is None


def test_what_the_person_has_not_got_the_things_for_is_not_offered(library: Catalogue) -> None:
    assert known(library, has_kit_for=lambda _ident: False).offer(offering("desk-reset")) is None


def test_who_asks_for_a_test_is_told_by_what_is_offered(library: Catalogue) -> None:
    mine = {ident: replace(offering(ident), id=ident) for ident in ("wall-test", "desk-reset", "nowhere")}
    assert known(replace(library, reminders=mine)).asking_for_a_test == {"wall-test"}


def test_of_several_a_test_alone_asks_for_a_test(library: Catalogue) -> None:
    several = {
        "tests": ("wall-test", "nowhere"), "both": ("wall-test", "desk-reset"), "put-together": ("focus", "wall-test")
    }  # fmt: skip
    mine = {ident: replace(offering(offers), id=ident) for ident, offers in several.items()}
    assert known(replace(library, reminders=mine)).asking_for_a_test == {"tests"}


# --- what fits the person ---

SEVERAL = ("desk-reset-alone", "walking-break", "gentle-recovery", "desk-reset")


@pytest.fixture
def parts() -> FakeParts:
    return FakeParts()


def offered(parts: FakeParts, *idents: str) -> str | None:
    one = offering(idents)
    offer = parts.desk_library.offer(one)
    return None if offer is None else offer.id


def test_without_a_test_the_first_that_may_be_done_is_offered(parts: FakeParts) -> None:
    assert offered(parts, *SEVERAL) == "desk-reset-alone"
    parts.store.keep(KIT_MISSING, needs(shipped().routines["desk-reset-alone"], shipped().exercises))
    assert not parts.lacks("walking-break")
    assert offered(parts, *SEVERAL) == "walking-break"


def test_the_focus_areas_of_the_last_test_decide_and_are_asked_anew(parts: FakeParts) -> None:
    parts.tested(days_ago=3, hold=20, focus=("hips-front", "chest"))
    assert offered(parts, *SEVERAL) == "walking-break"
    parts.tested(days_ago=1, hold=20, focus=("between-blades",))
    assert offered(parts, *SEVERAL) == "desk-reset"
    parts.tested(days_ago=0, hold=20, focus=())
    assert offered(parts, *SEVERAL) == "desk-reset-alone"


def test_who_is_sore_is_offered_what_is_gentle_as_long_as_that_counts(parts: FakeParts) -> None:
    parts.tested(days_ago=3, hold=20, focus=("between-blades",))
    parts.finish("desk-reset", pain=5)
    assert offered(parts, *SEVERAL) == "gentle-recovery"
    assert offered(parts, "focus", "desk-reset") == "focus"
    parts.clock.pass_time(49 * 3600)
    assert offered(parts, *SEVERAL) == "desk-reset"


def test_what_is_put_together_is_offered_as_it_would_begin(parts: FakeParts) -> None:
    assert offered(parts, "focus") is None
    assert offered(parts, "focus", "desk-reset") == "desk-reset"
    parts.tested(days_ago=1, hold=20, focus=("neck", "chest"))
    timeline = parts.timeline("routine", "focus")
    expected = Offer("focus", "routine", timeline.title, timeline.seconds, timeline.estimated)
    assert parts.desk_library.offer(offering("focus")) == expected
    assert offered(parts, "desk-reset", "focus") == "focus"
    parts.store.keep(FOCUS_MINUTES, 4)
    shorter = parts.desk_library.offer(offering("focus"))
    assert shorter is not None
    assert shorter.seconds == parts.timeline("routine", "focus").seconds < timeline.seconds


def test_conditions_and_answers_that_lock_leave_what_may_be_done(parts: FakeParts) -> None:
    parts.tested(days_ago=1, hold=20, focus=("chest",))
    parts.store.add_conditions(list(shipped().safety.conditions))
    for ident in ("focus", *SEVERAL):
        own = parts.own(ident) if parts.has("routine", ident) else None
        assert (offered(parts, ident) is None) is (own is None or own.is_empty)
    parts.store.add_safety({"infection"})
    assert offered(parts, "focus", *SEVERAL, "wall-test") is None
