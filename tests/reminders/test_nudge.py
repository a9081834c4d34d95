"""What a nudge offers: the one routine or test that its reminder names, if the library has it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach import resources
from coach.content.catalogue import Catalogue, load
from coach.content.library_files import Folders
from coach.content.model import Reminder, Text
from coach.reminders.decision import Decision
from coach.reminders.nudge import nudge_of
from coach.session.compile import compile_routine, compile_test
from coach.session.timeline import SessionKind, Timeline

DECISION = Decision("mine", 1, "nothing-due", (), 60.0)


@pytest.fixture(scope="module")
def library() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


def offering(library: Catalogue, ident: str | None) -> Catalogue:
    mine = Reminder("mine", Text("Mine"), (Text("First."), Text("Second.")), every=1800.0, offer=ident)
    return replace(library, reminders={"mine": mine})


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

    nudge = nudge_of(DECISION, offering(library, ident), timeline_of)
    assert (nudge.title, nudge.message) == ("Mine", "Second.")
    assert (nudge.offer, nudge.offer_kind, nudge.offer_title) == (ident, kind, title)
    assert nudge.offer_seconds == timeline_of(kind, ident).seconds
    assert nudge.offer_is_estimate == (kind == "test")
    assert nudge_of(DECISION, offering(library, ident), None) == replace(
        nudge, offer_seconds=None, offer_is_estimate=False
    )


@pytest.mark.parametrize("ident", [None, "", "nowhere", "chin-tuck"])
def test_what_the_library_does_not_have_is_not_offered(library: Catalogue, ident: str | None) -> None:
    nudge = nudge_of(DECISION, offering(library, ident), lambda _kind, _name: pytest.fail("nothing is offered"))
    assert (nudge.offer, nudge.offer_kind, nudge.offer_title, nudge.offer_seconds) == (None, None, None, None)


def test_what_leaves_nothing_to_do_is_not_offered(library: Catalogue) -> None:
    routine = replace(library.routines["desk-reset"], steps=())
    nudge = nudge_of(DECISION, offering(library, "desk-reset"), lambda _kind, _id: compile_routine(routine, library))
    assert (nudge.offer, nudge.offer_title, nudge.message) == (None, None, "Second.")
