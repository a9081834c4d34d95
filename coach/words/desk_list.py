"""All reminders, each with when it comes and what it waits for: `remind list`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coach.content.model import Reminder
from coach.reminders.explain import Explanation
from coach.words import reminders as words
from coach.words.desk import line_as_json
from coach.words.language import ENGLISH, Language
from coach.words.library import say
from coach.words.schedules import times


def listed(
    lines: Sequence[Explanation],
    reminders: Mapping[str, Reminder],
    coming: Mapping[str, str],
    language: Language = ENGLISH,
) -> str:
    """A few lines each; `coming` says when each comes next, where it does (DeskView.times)."""
    blocks = [_block(line, reminders[line.reminder_id], coming, language) for line in lines]
    return "\n".join(blocks) or language.translate("DeskList", "There is no reminder in the library.")


def as_json(
    lines: Sequence[Explanation], reminders: Mapping[str, Reminder], fitting: Callable[[Reminder], str | None]
) -> list[dict[str, Any]]:
    """As in the status, with when its file lets it come (`schedule`) and what it offers (`offer`): of several what is
    `fitting` now, and all of them (`offers`).
    """
    return [
        {
            **line_as_json(line),
            "schedule": times(one),
            "offer": fitting(one) if len(one.offers) > 1 else next(iter(one.offers), None),
            "offers": list(one.offers),
        }
        for line in lines
        for one in (reminders[line.reminder_id],)
    ]


def _block(line: Explanation, reminder: Reminder, coming: Mapping[str, str], language: Language) -> str:
    is_on = language.translate("DeskList", "on") if line.enabled else language.translate("DeskList", "off")
    told = [f"{line.reminder_id}: {say(reminder.title, language)}, {is_on}", times(reminder, language)]
    if line.enabled:
        why = words.why_now(line, language)
        if line.is_due:
            told.append(why)
        else:
            when = coming.get(line.reminder_id, "")
            supposed = words.supposed(line.supposed, line.sits_down, language)
            comes = language.translate("DeskList", "next: {when}").format(when=when) if when else ""
            told.append("; ".join(part for part in (comes, why, supposed) if part))
    return "\n    ".join(told)
