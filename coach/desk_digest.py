"""What the desk has to know, in brief: all that a program without a window has in memory of library and person.

It is made by a process that reads the whole library and ends (coach.wiring.digest), and made again when something
that it stands for has changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from coach.content.model import Message, Reminder, Text, Window
from coach.progression.barred import NOTHING_BARRED, Barred
from coach.reminders.nudge import Offer
from coach.values import as_dict, dataclass, field

Json = dict[str, Any]


@dataclass(frozen=True)
class Digest:
    """A DeskLibrary of what was true when it was made.

    `offers`: of each reminder that may offer something, what; `start`: the routine that a menu offers at once, and its
    title; `language`: the tag of the one in which a nudge speaks; `morning`: the session whose next morning is to be
    asked about; `until`: when, without anybody's doing, something of it is no longer so, sooner than with the next day.
    """

    reminders: Mapping[str, Reminder] = field(default_factory=dict)
    yours: frozenset[str] = frozenset()
    barred: Barred = NOTHING_BARRED
    asking_for_a_test: frozenset[str] = frozenset()
    offers: Mapping[str, Offer] = field(default_factory=dict)
    start: tuple[str, Text] | None = None
    morning: str | None = None
    until: datetime | None = None
    language: str = "en"

    def is_yours(self, reminder_id: str) -> bool:
        """Whether it is a file of the person's own."""
        return reminder_id in self.yours

    def offer(self, reminder: Reminder) -> Offer | None:
        """What it may offer to this person."""
        return self.offers.get(reminder.id)

    def as_json(self) -> Json:
        """As it goes from one process to another."""
        return {
            "reminders": [_reminder_json(one) for one in self.reminders.values()],
            "yours": sorted(self.yours),
            "barred": sorted(self.barred.exercises),
            "locked": self.barred.locked,
            "asking_for_a_test": sorted(self.asking_for_a_test),
            "offers": {ident: as_dict(offer) for ident, offer in self.offers.items()},
            "start": None if self.start is None else [self.start[0], _text_json(self.start[1])],
            "morning": self.morning,
            "language": self.language,
            "until": None if self.until is None else self.until.isoformat(),
        }


class Kept:
    """The DeskLibrary that a desk is given for good, while digests come and go."""

    def __init__(self, digest: Digest) -> None:
        self.digest = digest

    @property
    def reminders(self) -> Mapping[str, Reminder]:
        """As the digest of now has it, here and below."""
        return self.digest.reminders

    @property
    def language(self) -> str:
        return self.digest.language

    def is_yours(self, reminder_id: str) -> bool:
        return self.digest.is_yours(reminder_id)

    @property
    def barred(self) -> Barred:
        return self.digest.barred

    @property
    def asking_for_a_test(self) -> frozenset[str]:
        return self.digest.asking_for_a_test

    def offer(self, reminder: Reminder) -> Offer | None:
        return self.digest.offer(reminder)


def digest_of(value: Any) -> Digest:
    """What `as_json` gave. ValueError for anything else."""
    try:
        start = value["start"]
        reminders = [_reminder(one) for one in value["reminders"]]
        return Digest(
            {one.id: one for one in reminders},
            frozenset(value["yours"]),
            Barred(frozenset(value["barred"]), value["locked"] is True),
            frozenset(value["asking_for_a_test"]),
            {ident: Offer(**offer) for ident, offer in value["offers"].items()},
            None if start is None else (str(start[0]), _text(start[1])),
            None if value["morning"] is None else str(value["morning"]),
            None if value["until"] is None else datetime.fromisoformat(value["until"]),
            str(value["language"]),
        )
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"no digest: {error!r}") from None


_PLAIN = ("id", "every", "standing", "away_counts", "enabled", "figure", "icon", "at_most", "show")
_LISTS = ("at", "days", "snooze", "sources")
_OTHERS = ("title", "summary", "messages", "between", "offer")


def _reminder_json(one: Reminder) -> Json:
    assert as_dict(one).keys() == {*_PLAIN, *_LISTS, *_OTHERS}
    return {
        **{name: getattr(one, name) for name in _PLAIN},
        **{name: list(getattr(one, name)) for name in _LISTS},
        "title": _text_json(one.title),
        "summary": None if one.summary is None else _text_json(one.summary),
        "messages": [[_text_json(each.say), each.exercise, each.to] for each in one.messages],
        "between": [one.between.start, one.between.end],
        "offer": list(one.offer) if isinstance(one.offer, tuple) else one.offer,
    }


def _reminder(value: Json) -> Reminder:
    plain: Json = {name: value[name] for name in _PLAIN}
    lists: Json = {name: tuple(value[name]) for name in _LISTS}
    return Reminder(
        title=_text(value["title"]),
        summary=None if value["summary"] is None else _text(value["summary"]),
        messages=tuple(Message(_text(say), exercise, to) for say, exercise, to in value["messages"]),
        between=Window(*value["between"]),
        offer=tuple(value["offer"]) if isinstance(value["offer"], list) else value["offer"],
        **plain,
        **lists,
    )


def _text_json(text: Text) -> list[Any]:
    return [text.en, dict(text.translations)]


def _text(value: Any) -> Text:
    en, translations = value
    return Text(en, translations)
