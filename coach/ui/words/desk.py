"""What the desk says now, in words, for the rail, Today, Reminders and the tray: one place that reads its status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from coach.content.model import Reminder
from coach.reminders.quiet import QuietReason
from coach.ui.words import common as words
from coach.ui.words.qt_language import QtLanguage
from coach.words import reminders as reminder_words

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue
    from coach.wiring import Parts


def _tr(text: str) -> str:
    return QCoreApplication.translate("Desk", text)


@dataclass(frozen=True)
class DeskView:
    """The desk for the eye.

    next_when: how long until the next reminder, or why none comes; condition: what this supposes of the person; share:
    how much of the way there is gone (0 where
    that cannot be told); sentence: one line that explains; rail: a shorter one; times: when each reminder comes next;
    enabled: those switched on; quiet: the reasons to be quiet now.
    """

    is_paused: bool
    next_id: str
    next_title: str
    next_when: str
    condition: str
    share: float
    sentence: str
    rail: str
    at_desk: str
    times: dict[str, str]
    enabled: frozenset[str]
    quiet: frozenset[QuietReason]


@dataclass(frozen=True)
class LogEntry:
    """One thing that a reminder did today."""

    time: str
    title: str
    what: str
    why: str


def desk_view(parts: Parts) -> DeskView:
    """Read the desk's status once."""
    status = parts.desk.status()
    now = parts.clock.wall()
    reminders = parts.library.catalogue.reminders
    first = status.next
    times = {
        line.reminder_id: _when(line.due_at, line.due_in, now)
        for line in status.lines
        if line.enabled and line.due_at is not None
    }
    at_desk = _tr("{length} at the desk").format(length=words.so_far(status.at_desk_seconds))
    enabled = frozenset(line.reminder_id for line in status.lines if line.enabled)
    view = partial(DeskView, at_desk=at_desk, times=times, enabled=enabled, quiet=frozenset(status.quiet))
    if status.paused:
        until = _until(status.paused_until, now)
        rail = _tr("Paused for now") if status.paused_until is None else until
        following = first.reminder_id if first else ""
        return view(True, following, "", _tr("Quiet"), "", 0.0, sentence=until, rail=rail)
    if first is None:
        none = _tr("No reminder is switched on.") if reminders and not enabled else _tr("No reminder will come.")
        return view(False, "", "", "-", "", 0.0, sentence=none, rail=_tr("No reminders"))
    reminder = reminders.get(first.reminder_id)
    title = words.say(reminder.title) if reminder else first.title
    when = times.get(first.reminder_id, "-")
    share = min(1.0, first.at_desk / reminder.every) if reminder and reminder.every else 0.0
    why = reminder_words.why_now(first, QtLanguage())
    sentence = why[:1].upper() + why[1:]
    condition = reminder_words.supposed(first.supposed, first.sits_down, QtLanguage())
    if "quiet-ends" in first.supposed:
        rail = _tr("A reminder waits")
    elif first.due_in is not None and first.due_in < 60:  # "in under a minute" has no room
        rail = _tr("Next nudge very soon")
    elif first.due_in is not None and first.due_in < 3600:
        rail = _tr("Next nudge in {length}").format(length=words.until(first.due_in))
    else:
        rail = _tr("Next: {when}").format(when=when)
    return view(False, first.reminder_id, title, when, condition, share, sentence, rail)


def _when(due_at: datetime, due_in: float | None, now: datetime) -> str:
    """12 min, 15:00, or Thu: whatever says it best."""
    seconds = due_in if due_in is not None else (due_at - now).total_seconds()
    if seconds < 3600:
        return words.until(seconds)
    if due_at.date() == now.date():
        return words.hour(due_at)
    days = (due_at.date() - now.date()).days
    if days == 1:
        return _tr("tomorrow {time}").format(time=words.hour(due_at))
    return words.weekday(due_at) if days < 7 else words.short_date(due_at)


def _until(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return _tr("Paused until you resume")
    if moment.date() == now.date():
        return _tr("Paused until {time}").format(time=words.hour(moment))
    return _tr("Paused until tomorrow") if (moment.date() - now.date()).days == 1 else _tr("Paused")


def schedule(reminder: Reminder, catalogue: Catalogue) -> str:
    """Every 30 min at the desk, Mon to Fri, 9:00 to 17:30, offers Desk reset."""
    parts = []
    if reminder.every is not None:
        hour = reminder.every == 3600
        length = words.length(reminder.every)
        parts.append(_tr("Every hour at the desk") if hour else _tr("Every {length} at the desk").format(length=length))
    else:
        times = [words.of_day(minutes) for minutes in reminder.at]
        joined = times[0] if len(times) == 1 else _tr("{first} and {last}").format(
            first=", ".join(times[:-1]), last=times[-1]
        )  # fmt: skip
        parts.append(_tr("At {times}").format(times=joined))
    parts.append(words.days(reminder.days))
    window = reminder.between
    if reminder.every is not None and (window.start, window.end) != (0, 24 * 60):
        parts.append(_tr("{start} to {end}").format(start=words.of_day(window.start), end=words.of_day(window.end)))
    offered = catalogue.routines.get(reminder.offer or "") or catalogue.tests.get(reminder.offer or "")
    if offered is not None:
        parts.append(_tr("offers {title}").format(title=words.say(offered.title)))
    return ", ".join(parts)


def log_view(parts: Parts) -> tuple[LogEntry, ...]:
    """Today's line: what came, what waited and why, the oldest first."""
    reminders = parts.library.catalogue.reminders
    entries = []
    for record in parts.desk.status().log:
        reminder = reminders.get(record.id)
        title = words.say(reminder.title) if reminder else record.title
        entries.append(LogEntry(words.hour(record.at), title, record.what, record.why or _what(record.what)))
    return tuple(entries)


def _what(what: str) -> str:
    known = {
        "shown": _tr("came"),
        "done": _tr("done"),
        "started": _tr("its offer was started"),
        "snoozed": _tr("snoozed"),
        "skipped": _tr("skipped"),
        "missed": _tr("missed"),
        "deferred": _tr("waited"),
        "natural-break": _tr("your break counted"),
    }
    return known.get(what, what)
