"""The desk in words: its status for other programs, and why an answer to a reminder is for none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coach.content.model import Position
from coach.reminders.explain import Explanation
from coach.reminders.status import DeskStatus, LogEntry
from coach.values import as_dict
from coach.words import reminders
from coach.words.dates import hour
from coach.words.language import ENGLISH, Language
from coach.words.sentences import comma_list


def as_json(status: DeskStatus) -> dict[str, Any]:
    """The status as JSON values (`remind status --json`), its sentences in English; moments in ISO 8601 with their
    offset."""
    paused_until = status.paused_until
    return {
        "at_desk_seconds": round(status.at_desk_seconds, 1),
        "away": status.is_away,
        "idle_known": status.idle_is_known,
        "next": None if status.next is None else line_as_json(status.next),
        "reminders": [line_as_json(line) for line in status.lines],
        "quiet": list(status.quiet),
        "paused": status.paused,
        "paused_until": None if paused_until is None else paused_until.isoformat(timespec="seconds"),
        "why": reminders.answer(status.next),
        "today": [{**as_dict(entry), "at": entry.at.isoformat(timespec="seconds")} for entry in status.log],
        **position_as_json(status.position),
    }


def position_as_json(position: Position | None) -> dict[str, Any]:
    """Whether the person sits or stands, where a reminder that is switched on asks for it."""
    return {} if position is None else {"position": position}


def why_not_open(
    reminder_id: str | None, known: Mapping[str, str], log: Sequence[LogEntry], language: Language = ENGLISH
) -> str:
    """Why an answer to this reminder, or (None) to the one that is open, is for none; `known` gives the titles."""
    if reminder_id is not None and reminder_id not in known:
        return _unknown(reminder_id, known, language)
    last = next((entry for entry in reversed(log) if reminder_id in (None, entry.id)), None)
    if last is None and reminder_id is None:
        return language.translate("Desk", "no reminder has come yet")
    if last is None:
        return language.translate("Desk", "{title} has not come yet").format(title=known[reminder_id or ""])
    told = language.translate("Desk", "no reminder is open; {title}: {what} at {time}")
    if reminder_id is not None:
        told = language.translate("Desk", "{title} is not open: {what} at {time}")
    return told.format(title=last.title, what=_answered(last.what, language), time=hour(last.at, language))


def no_position(language: Language = ENGLISH) -> str:
    """Why nobody wants to know whether the person sits or stands."""
    return language.translate("Desk", "no reminder that is switched on asks to sit and to stand")


def told(name: str, language: Language = ENGLISH) -> str:
    """Why something happened at the desk of which no reminder has more to say; empty where its name says all."""
    return language.translate("Desk", "nobody answered it in time") if name == "expired" else ""


def _unknown(reminder_id: str, known: Mapping[str, str], language: Language) -> str:
    if not known:
        told = language.translate("Desk", "{id} is not a reminder; there is none in the library")
        return told.format(id=reminder_id)
    told = language.translate("Desk", "{id} is not a reminder; the reminders are {ids}")
    return told.format(id=reminder_id, ids=comma_list(known, language))


def _answered(what: str, language: Language) -> str:
    known = {
        "done": language.translate("Desk", "it was done"),
        "started": language.translate("Desk", "its offer was taken"),
        "snoozed": language.translate("Desk", "it was snoozed"),
        "skipped": language.translate("Desk", "it was skipped"),
        "natural-break": language.translate("Desk", "a break counted as it"),
        "missed": language.translate("Desk", "it was missed"),
        "shown": language.translate("Desk", "nobody answered it in time"),
        "deferred": language.translate("Desk", "it waits"),
    }
    return known.get(what, what)


def line_as_json(line: Explanation) -> dict[str, Any]:
    """One reminder of the status."""
    return {
        "id": line.reminder_id,
        "title": str(line.title),
        "enabled": line.enabled,
        "due": line.is_due,
        "due_in_seconds": None if line.due_in is None else round(line.due_in, 1),
        "due_at": None if line.due_at is None else line.due_at.isoformat(timespec="seconds"),
        "supposing": reminders.supposed(line.supposed, line.sits_down),
        "reasons": list(line.reasons),
        "why": reminders.why_now(line),
        "at_desk_seconds": round(line.at_desk, 1),
    }
