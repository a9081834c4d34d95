"""What a person has not got, routine by routine."""

from __future__ import annotations

from coach.content.model import Text
from coach.today.wishes import NO_WISHES, Lacked, Wishes
from tests.today.people import routine

NO_BAND = Wishes(lacks=lambda ident: ("band",) if ident == "pull" else ())


def test_nothing_set_keeps_nothing_back() -> None:
    assert NO_WISHES.can_be_done(["pull", "lie"]) == ["pull", "lie"]
    assert Lacked.of(routine("pull"), NO_WISHES) is None


def test_what_needs_something_missing_cannot_be_done_and_says_what() -> None:
    assert NO_BAND.can_be_done(["pull", "lie"]) == ["lie"]
    assert Lacked.of(routine("pull"), NO_BAND) == Lacked("pull", Text("pull"), ("band",))
