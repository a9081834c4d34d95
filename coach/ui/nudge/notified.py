"""A nudge as a notification of the desktop, without Qt: where that is wanted, and where nothing can be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach.desktop.dbus import session_address
from coach.desktop.notifying import DEFAULT, Notice, Notification, Outcome
from coach.reminders.nudge import Nudge
from coach.words import nudge as words
from coach.words.language import Language

_SNOOZE = "snooze"


def notice_of(nudge: Nudge, language: Language, seconds: float) -> Notice:
    """What is put up. Of the snoozes the first, since servers draw three buttons, or as many as fit."""
    actions = [(DEFAULT, words.open_program(language)), ("done", words.done(language))]
    if offer := words.offer(language, nudge):
        actions.append(("started", offer))
    if nudge.snoozes:
        actions.append((_SNOOZE, words.again_in(language, nudge.snoozes[0])))
    return Notice(nudge.title, nudge.message, seconds, actions)


def said_of(outcome: Outcome, nudge: Nudge) -> dict[str, Any]:
    """What the process says of how it ended. Away with it is not this time."""
    if outcome.ending == "dismissed":
        return {"answered": "skipped"}
    if outcome.ending != "answered":
        return {"expired": ""}
    if outcome.action == _SNOOZE and nudge.snoozes:
        return {"answered": "snoozed", "seconds": nudge.snoozes[0]}
    answered = {"answered": outcome.action} if outcome.action in ("done", "started") else {"opened": True}
    return {**answered, "token": outcome.token} if outcome.token else answered


def put_up(nudge: Nudge, language: Language, seconds: float, environ: Mapping[str, str]) -> Notification:
    """The nudge, on the desktop's own place for them. NoServerError where there is none."""
    notification = Notification(session_address(environ))
    try:
        notification.put_up(notice_of(nudge, language, seconds))
    except BaseException:
        notification.close()
        raise
    return notification
