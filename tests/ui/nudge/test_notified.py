"""A nudge as a notification: what is put up, and what an answer there means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.desktop.notifying import Outcome
from coach.reminders.nudge import Nudge
from coach.ui.nudge.notified import notice_of, said_of
from coach.words.language import ENGLISH

NUDGE = Nudge("change-position", "Change position", "Time to shift.", "asked-for", (300.0, 600.0), "notification")


def test_all_that_it_can_be_answered_with():
    nudge = replace(NUDGE, offer="desk-reset", offer_kind="routine", offer_title="Desk reset")
    notice = notice_of(nudge, ENGLISH, 40.0)
    assert (notice.title, notice.message, notice.seconds) == ("Change position", "Time to shift.", 40.0)
    assert list(notice.actions) == [
        ("default", "Open Posture Coach"),
        ("done", "Done"),
        ("started", "Desk reset"),
        ("snooze", "Remind me in 5 minutes"),
    ]


def test_nothing_is_offered_that_is_not_there():
    notice = notice_of(replace(NUDGE, snoozes=()), ENGLISH, 40.0)
    assert [name for name, _ in notice.actions] == ["default", "done"]


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome("answered", "done"), {"answered": "done"}),
        (Outcome("answered", "started"), {"answered": "started"}),
        (Outcome("answered", "snooze"), {"answered": "snoozed", "seconds": 300.0}),
        (Outcome("answered", "started", "kwin-1"), {"answered": "started", "token": "kwin-1"}),
        (Outcome("answered", "default", "kwin-1"), {"opened": True, "token": "kwin-1"}),
        (Outcome("answered", "default"), {"opened": True}),
        (Outcome("dismissed"), {"answered": "skipped"}),
        (Outcome("expired"), {"expired": ""}),
        (Outcome("put-away"), {"expired": ""}),
    ],
)
def test_what_an_answer_means(outcome, said):
    assert said_of(outcome, NUDGE) == said
