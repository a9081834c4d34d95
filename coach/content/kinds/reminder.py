"""kind: reminder."""

from __future__ import annotations

from typing import Any

from coach.content import units
from coach.content.amiss import NobodyAsks
from coach.content.kinds.first_keys import TEXT, FileRecord
from coach.content.lists import ListOf, OrList, SetOf
from coach.content.model import FOCUS_OFFER, Message, Reminder
from coach.content.model.reminder import the_other
from coach.content.node import Map, Node, Seq
from coach.content.notes import Notes
from coach.content.records import Field, Record
from coach.content.rules import OneOf, OnlyWith
from coach.content.scalars import Choice, Converted, Duration, Number, Ref, Yes
from coach.content.shape import Defs, Schema, Shape
from coach.content.spelling import nearest
from coach.content.weekdays import Days
from coach.values import replace

_HOUR = "([01][0-9]|2[0-3]):[0-5][0-9]"
# YAML 1.1 reads 10:30 in sixties, as the number 630; a hour below ten begins with a 0 and stays a text.
_READ_AS_MINUTES = {"type": "integer", "minimum": 600, "maximum": 1439}
_CLOCK = Converted(units.clock_time, "09:30", f"^{_HOUR}$", "a time of day", _READ_AS_MINUTES)
_WINDOW = Converted(units.window, "09:00-17:30", f"^{_HOUR}-({_HOUR}|24:00)$", "a window of the day")
ICON = Choice(
    "reminders", "routines", "wall", "walk", "chair", "desk", "steps", "turn", "mat", "band", "roller", "towel", "door",
    "clock", "moon", "heart", "screen", "say", "learn",
)  # fmt: skip
_OFFER = Ref("routine", "test", words=(FOCUS_OFFER,))
_SNOOZE = Duration("1s", "24h", "10m", unit="m")

_IN_LANGUAGES = {"en": "write say: {en: TEXT}"}
_TO = Field(
    "to",
    Choice("sitting", "standing"),
    "the position that it asks for: it comes to whoever is in the other one, and then all messages say theirs",
)
_ASKING = Record(
    Message,
    (
        Field("say", TEXT, "what it says", required=True),
        Field(
            "exercise",
            Ref("exercise"),
            "the exercise whose movement it asks for; it is passed over for whom that is not",
            required=True,
        ),
        _TO,
    ),
    hint="{say: TEXT, exercise: ID}",
    elsewhere=_IN_LANGUAGES,
)
_MOVING = Record(
    Message,
    (Field("say", TEXT, "what it says", required=True), replace(_TO, required=True)),
    hint="{say: TEXT, to: standing}",
    elsewhere=_IN_LANGUAGES,
)


class _MessageShape(Shape):
    """A text, in one language or by language, or a map of a text and the exercise or the position that it asks for."""

    hint = TEXT.hint

    def read(self, node: Node, notes: Notes) -> Any:
        """A Message, or None once something in it is noted as wrong."""
        if isinstance(node, Map) and _asks_for_something(node):
            return (_MOVING if _asks_to_move(node) else _ASKING).read(node, notes)
        text = TEXT.read(node, notes)
        return None if text is None else Message(text)

    def schema(self, defs: Defs) -> Schema:
        """The text, or the map."""
        return {"anyOf": [TEXT.schema(defs), _ASKING.schema(defs), _MOVING.schema(defs)]}


def _asks_for_something(node: Map) -> bool:
    """Whether a map is no text by language: `say` alone may be a language's tag, but then `en` stands beside it."""
    keys = node.key_marks()
    return "exercise" in keys or ("say" in keys and "en" not in keys)


def _asks_to_move(node: Map) -> bool:
    """Whether it is for whoever sits or stands, and for every such person; a key may be misspelt."""
    meant = {nearest(key, _ASKING.fields) for key in node.key_marks()}
    return "to" in meant and "exercise" not in meant


class _ReminderRecord(FileRecord):
    """Where one message says to which position, all do, and to both."""

    def judge(self, node: Map, values: dict[str, Any], notes: Notes) -> bool:
        """Whether somebody can sit and stand in turn by it, or need not."""
        messages, place = values.get("messages"), node.get("messages")
        if messages is None or not isinstance(place, Seq):
            return True
        to = {one.to for one in messages if one.to is not None}
        before = len(notes.problems)
        if not to and "standing" in values:
            sentence = "standing goes only with messages that say to which position; write {say: TEXT, to: standing}"
            notes.add(node.key_marks()["standing"], sentence)
        if len(to) == 1:
            lacking = the_other(*to)
            told = f"no message asks for {lacking}; write one such as {{say: TEXT, to: {lacking}}}"
            notes.add(place.mark, told, NobodyAsks(lacking))
        for one, item in zip(messages, place.items, strict=True) if to else ():
            if one.to is None:
                told = "to is missing, which other messages have; write {say: TEXT, to: standing}"
                notes.add(item.mark, told, "no-position")
        return len(notes.problems) == before


REMINDER = _ReminderRecord(
    "reminder",
    Reminder,
    (
        Field("every", Duration("1s", "24h", "30m", unit="m"), "time at the desk between two reminders"),
        Field(
            "standing",
            Duration("1s", "24h", "10m", unit="m"),
            "in the place of `every` for somebody who stands, where messages say to which position",
        ),
        Field("at", SetOf(_CLOCK, 1), "times of day"),
        Field("days", Days(), "on which days", default="mon-sun"),
        Field("between", _WINDOW, "when it may come", default="00:00-24:00"),
        Field("away_counts", Duration("1s", "24h", "5m", unit="m"), "away this long counts as the break", default="5m"),
        Field("messages", ListOf(_MessageShape(), 1), "what it says, taken in turn", required=True),
        Field("enabled", Yes(), "whether it is switched on", default=True),
        Field(
            "offer",
            OrList(_OFFER, SetOf(_OFFER, 1)),
            "a routine or test to start from the reminder; of a list what fits the focus areas best; focus: the "
            "routine that is put together for them",
        ),
        Field("figure", Ref("figure"), "the figure that it shows, in place of what the offer shows"),
        Field("icon", ICON, "its sign in the list of reminders", default="reminders"),
        Field("snooze", SetOf(_SNOOZE), "how long it may be put off", default=["5m", "10m", "15m"]),
        Field("at_most", Number(1, 1000), "how often a day", such_as=16),
        Field("show", Choice("nudge", "notification", "full-screen"), "how it comes", default="nudge"),
    ),
    (OneOf(("every", "at"), "every: 30m or at: [10:30, 15:00]"), OnlyWith("standing", ("every",))),
)
