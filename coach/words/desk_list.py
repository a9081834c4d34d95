"""All reminders, each with when it comes and what it waits for: `remind list`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coach.content.model import Position, Reminder
from coach.reminders.explain import Explanation
from coach.reminders.nudge import Offer
from coach.words import reminders as words
from coach.words.desk import line_as_json
from coach.words.language import ENGLISH, Language
from coach.words.library import say
from coach.words.schedules import ever_comes, times
from coach.words.sentences import apart_list, comma_list


def listed(
    lines: Sequence[Explanation],
    reminders: Mapping[str, Reminder],
    coming: Mapping[str, str],
    fitting: Callable[[Reminder], Offer | None],
    language: Language = ENGLISH,
    position: Position | None = None,
) -> str:
    """A few lines each; `coming` says when each comes next, where it does (DeskView.times), `fitting` what it would
    offer now, `position` whether the person sits or stands, where that is asked for.
    """
    blocks = []
    for line in lines:
        one = reminders[line.reminder_id]
        blocks.append(_block(line, one, coming, fitting(one), language, position))
    return "\n".join(blocks) or language.translate("DeskList", "There is no reminder in the library.")


def as_json(
    lines: Sequence[Explanation], reminders: Mapping[str, Reminder], fitting: Callable[[Reminder], Offer | None]
) -> list[dict[str, Any]]:
    """As in the status, with when its file lets it come (`schedule`) and what it offers (`offer`): of several what is
    `fitting` now, and all of them (`offers`).
    """
    return [
        {
            **line_as_json(line),
            "schedule": times(one),
            "offer": _offered(one, fitting),
            "offers": list(one.offers),
        }
        for line in lines
        for one in (reminders[line.reminder_id],)
    ]


def _offered(reminder: Reminder, fitting: Callable[[Reminder], Offer | None]) -> str | None:
    if len(reminder.offers) < 2:
        return next(iter(reminder.offers), None)
    offer = fitting(reminder)
    return None if offer is None else offer.id


def now_in(position: Position, language: Language = ENGLISH) -> str:
    """In which position the person is, and for which one they are asked next."""
    if position == "standing":
        return language.translate("DeskList", "you stand; it asks you to sit")
    return language.translate("DeskList", "you sit; it asks you to stand")


def _block(
    line: Explanation,
    reminder: Reminder,
    coming: Mapping[str, str],
    offer: Offer | None,
    language: Language,
    position: Position | None,
) -> str:
    is_on = language.translate("DeskList", "on") if line.enabled else language.translate("DeskList", "off")
    rule = [times(reminder, language)]
    if offer is not None and ever_comes(reminder):
        rule.append(language.translate("DeskList", "offers {title}").format(title=offer.title))
    told = [f"{line.reminder_id}: {say(reminder.title, language)}, {is_on}", comma_list(rule, language)]
    if line.enabled:
        if reminder.begins is not None and position is not None:
            told.append(now_in(position, language))
        why = words.why_now(line, language)
        if line.is_due:
            told.append(why)
        else:
            when = coming.get(line.reminder_id, "")
            supposed = words.supposed(line.supposed, line.sits_down, language)
            comes = language.translate("DeskList", "next: {when}").format(when=when) if when else ""
            told.append(apart_list((part for part in (comes, why, supposed) if part), language))
    return "\n    ".join(told)
