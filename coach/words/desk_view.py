"""What the desk says now, in words, for the rail, Today, Reminders, the tray and `remind status`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from coach.content.model import Position, Reminder
from coach.reminders.explain import Explanation
from coach.reminders.quiet import QuietReason
from coach.reminders.status import DeskStatus, LogEntry
from coach.values import dataclass
from coach.words import reminders as reminder_words
from coach.words.dates import hour, short_date, weekday
from coach.words.durations import so_far, until
from coach.words.language import ENGLISH, Language
from coach.words.library import say
from coach.words.sentences import raised

_SOON_SECONDS, _NEAR_SECONDS = 60, 3600


@dataclass(frozen=True)
class DeskView:
    """The desk for the eye.

    is_near: whether the next reminder comes within the hour; next_when: how long until it, or why none comes;
    condition: what this supposes of the person; share: how much of the way there is gone (0 where that cannot be told);
    sentence: one line that explains; rail: a shorter one; times: when each reminder comes next; enabled: those switched
    on; quiet: the reasons to be quiet now; position: whether the person sits or stands, where that is asked for;
    as_it_is: `at_desk` with that.
    """

    is_paused: bool
    is_near: bool
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
    position: Position | None = None
    as_it_is: str = ""


@dataclass(frozen=True)
class LogLine:
    """One thing that a reminder did today; `what` as in the store, `why` as a sentence."""

    time: str
    title: str
    what: str
    why: str


def desk_view(
    status: DeskStatus, now: datetime, reminders: Mapping[str, Reminder], language: Language = ENGLISH
) -> DeskView:
    """The desk's status at the moment `now`, with the titles of these reminders."""
    enabled = [line for line in status.lines if line.enabled]
    view = partial(
        DeskView,
        at_desk=language.translate("DeskView", "{length} at the desk").format(
            length=so_far(status.at_desk_seconds, language)
        ),
        as_it_is=_at_desk(status, language),
        times={
            line.reminder_id: _when(line.due_at, line.due_in, now, language)
            for line in enabled
            if line.due_at is not None
        },
        enabled=frozenset(line.reminder_id for line in enabled),
        quiet=frozenset(status.quiet),
        position=status.position,
    )
    first = status.next
    if status.paused:
        told = _until(status.paused_until, now, language)
        rail = language.translate("DeskView", "Paused for now") if status.paused_until is None else told
        quiet = language.translate("DeskView", "Quiet")
        return view(True, False, first.reminder_id if first else "", "", quiet, "", 0.0, sentence=told, rail=rail)
    if first is None:
        none = language.translate("DeskView", "No reminder will come.")
        if reminders and not enabled:
            none = language.translate("DeskView", "No reminder is switched on.")
        rail = language.translate("DeskView", "No reminders")
        return view(False, False, "", "", "-", "", 0.0, sentence=none, rail=rail)
    return _coming(view, first, status.position, reminders.get(first.reminder_id), now, language)


def _at_desk(status: DeskStatus, language: Language) -> str:
    told = language.translate("DeskView", "{length} at the desk")
    if status.position == "standing":
        told = language.translate("DeskView", "{length} at the desk, standing")
    elif status.position == "sitting":
        told = language.translate("DeskView", "{length} at the desk, sitting")
    return told.format(length=so_far(status.at_desk_seconds, language))


def log_lines(
    log: Sequence[LogEntry], reminders: Mapping[str, Reminder], language: Language = ENGLISH
) -> tuple[LogLine, ...]:
    """Today's line: what came, what waited and why, the oldest first."""
    lines = []
    for entry in log:
        reminder = reminders.get(entry.id)
        title = say(reminder.title, language) if reminder else entry.title
        lines.append(LogLine(hour(entry.at, language), title, entry.what, entry.why or _what(entry.what, language)))
    return tuple(lines)


def _coming(
    view: partial[DeskView],
    first: Explanation,
    position: Position | None,
    reminder: Reminder | None,
    now: datetime,
    language: Language,
) -> DeskView:
    title = say(reminder.title, language) if reminder else say(first.title, language)
    when = "-" if first.due_at is None else _when(first.due_at, first.due_in, now, language)
    every = None if reminder is None else reminder.every_for(position)
    share = min(1.0, first.at_desk / every) if every else 0.0
    why = reminder_words.why_now(first, language)
    condition = reminder_words.supposed(first.supposed, first.sits_down, language)
    sentence, rail = raised(why), _rail(first, when, language)
    is_near = first.due_in is not None and first.due_in < _NEAR_SECONDS
    return view(False, is_near, first.reminder_id, title, when, condition, share, sentence, rail)


def _rail(first: Explanation, when: str, language: Language) -> str:
    if "quiet-ends" in first.supposed:
        return language.translate("DeskView", "A reminder waits")
    if first.due_in is not None and first.due_in < _SOON_SECONDS:  # "in under a minute" has no room
        return language.translate("DeskView", "Next nudge very soon")
    if first.due_in is not None and first.due_in < _NEAR_SECONDS:
        return language.translate("DeskView", "Next nudge in {length}").format(length=until(first.due_in, language))
    return language.translate("DeskView", "Next: {when}").format(when=when)


def _when(due_at: datetime, due_in: float | None, now: datetime, language: Language) -> str:
    """12 min, 15:00, or Thu: whatever says it best."""
    seconds = due_in if due_in is not None else (due_at - now).total_seconds()
    if seconds < _NEAR_SECONDS:
        return until(seconds, language)
    if due_at.date() == now.date():
        return hour(due_at, language)
    days = (due_at.date() - now.date()).days
    if days == 1:
        return language.translate("DeskView", "tomorrow {time}").format(time=hour(due_at, language))
    return weekday(due_at, language) if days < 7 else short_date(due_at, language)


def _until(moment: datetime | None, now: datetime, language: Language) -> str:
    if moment is None:
        return language.translate("DeskView", "Paused until you resume")
    if moment.date() == now.date():
        return language.translate("DeskView", "Paused until {time}").format(time=hour(moment, language))
    if (moment.date() - now.date()).days == 1:
        return language.translate("DeskView", "Paused until tomorrow")
    return language.translate("DeskView", "Paused")


def _what(what: str, language: Language) -> str:
    known = {
        "shown": language.translate("DeskView", "came"),
        "done": language.translate("DeskView", "done"),
        "started": language.translate("DeskView", "its offer was started"),
        "snoozed": language.translate("DeskView", "snoozed"),
        "skipped": language.translate("DeskView", "skipped"),
        "missed": language.translate("DeskView", "missed"),
        "deferred": language.translate("DeskView", "waited"),
        "natural-break": language.translate("DeskView", "your break counted"),
    }
    return known.get(what, what)
