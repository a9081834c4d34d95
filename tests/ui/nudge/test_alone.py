"""What the process of a nudge chooses: card or notification, and what it says where neither can be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.bootstrap.display import NoWindow
from coach.desktop.how import How
from coach.desktop.notifying import NoServerError, Outcome
from coach.reminders.nudge import Nudge
from coach.ui.nudge import alone, drawn
from coach.ui.nudge.way import Drawing

NUDGE = Nudge("change-position", "Change position", "Time to shift.", "asked-for", (300.0,))
NO_DISPLAY = NoWindow("no-display")
PLAIN = replace(NUDGE, show="notification")


class FakeNotification:
    """Ends as it is told to."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self.number = 7
        self.is_closed = False

    def outcome(self, _stop: int) -> Outcome:
        return self._outcome

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def said(monkeypatch):
    """Each word of the process; that a card was drawn is one of them."""
    words: list[dict[str, object]] = []
    monkeypatch.setattr(alone, "say", lambda **what: words.append(what))
    monkeypatch.setattr(drawn, "draw", lambda nudge, *_: words.append({"drawn": nudge.show}))
    monkeypatch.setattr(alone.signal, "signal", lambda *_: None)
    return words


@pytest.fixture
def desktop(monkeypatch):
    """Sets what can be drawn, and how a notification ends: None where nobody shows any."""

    def set_to(why_not: NoWindow | None, outcome: Outcome | None) -> FakeNotification | None:
        monkeypatch.setattr(alone, "drawing", lambda *_: Drawing(why_not=why_not))
        made = None if outcome is None else FakeNotification(outcome)

        def put_up(*_: object) -> FakeNotification:
            if made is None:
                raise NoServerError(How("said", "no server"))
            return made

        monkeypatch.setattr(alone, "put_up", put_up)
        return made

    return set_to


def test_a_card_where_one_can_be(parts, said, desktop):
    desktop(None, Outcome("answered", "done"))
    alone.show(NUDGE, parts, {})
    assert said == [{"drawn": "nudge"}]


@pytest.mark.parametrize(
    ("nudge", "why_not", "is_plain"), [(PLAIN, None, False), (NUDGE, NO_DISPLAY, False), (NUDGE, None, True)]
)
def test_a_notification_where_it_is_wanted_or_all_there_is(parts, said, desktop, nudge, why_not, is_plain):
    notification = desktop(why_not, Outcome("answered", "done"))
    alone.show(nudge, parts, {}, is_plain=is_plain)
    assert said == [{"shown": "notification", "number": 7}, {"answered": "done"}]
    assert notification.is_closed
    assert parts.cues.played == [parts.library.catalogue.coaching.events["nudge"].sound]


@pytest.mark.parametrize("outcome", [None, Outcome("lost")])
def test_without_a_server_for_it_a_card(parts, said, desktop, outcome):
    desktop(None, outcome)
    alone.show(PLAIN, parts, {})
    assert said[-1] == {"drawn": "notification"}


def test_where_neither_can_be_that_is_said(parts, said, desktop):
    desktop(NO_DISPLAY, None)
    alone.show(NUDGE, parts, {})
    assert said == [{"expired": "no card can be drawn: there is no display here; no server"}]


def test_what_could_not_be_drawn_before_is_not_tried_again(parts, said, desktop):
    desktop(None, None)
    alone.show(NUDGE, parts, {}, is_plain=True)
    assert said == [{"expired": "no server"}]


def test_a_display_that_went_while_the_notification_was_up_is_not_drawn_on(parts, said, desktop, monkeypatch):
    notification = desktop(None, Outcome("lost"))

    def gone(_stop: int) -> Outcome:
        monkeypatch.setattr(alone, "drawing", lambda *_: Drawing(why_not=NO_DISPLAY))
        return Outcome("lost")

    notification.outcome = gone
    alone.show(PLAIN, parts, {})
    assert said[-1] == {
        "expired": "no card can be drawn: there is no display here; the program that showed the notification went away"
    }
