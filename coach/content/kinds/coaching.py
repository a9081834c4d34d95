"""kind: coaching: what is said and sounded at each event, and the words of a dose."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from coach.content.kinds.cues import SOUND
from coach.content.kinds.first_keys import FileRecord
from coach.content.lists import Many
from coach.content.model import (
    EVENTS,
    EVERYWHERE,
    KIT,
    PHRASES,
    PLACEHOLDERS,
    POSITIONS,
    Coaching,
    CoachingEvent,
    Phrase,
    Text,
)
from coach.content.node import Map, Node
from coach.content.notes import Notes
from coach.content.plurals import FORMS, Form, forms_of
from coach.content.records import Field, Record
from coach.content.scalars import Duration, Ref
from coach.content.shape import Defs, Schema, Shape
from coach.content.spelling import LANGUAGE, schema_of, unknown
from coach.content.texts import TextShape, Translations
from coach.values import replace

_BRACES = re.compile(r"\{([^{}]*)\}")


_KNOWN = frozenset(name for names in PLACEHOLDERS.values() for name in names)


def _only_known(names: tuple[str, ...], event: str | None = None) -> Callable[[Node, str, Notes], bool]:
    """A check that a text holds no placeholder but these; of an event, it tells those that stand for nothing there.

    Files of before may have them, and stay valid: then it is a hint.
    """

    def check(node: Node, text: str, notes: Notes) -> bool:
        strange = [name for name in _BRACES.findall(text) if name not in names]
        empty = [name for name in strange if event is not None and name in EVERYWHERE]
        write = {f"{{{known}}}" for known in names}
        nothing = f"stands for nothing in {event}; leave it out, or write one of {', '.join(sorted(write))}"
        for name in strange:
            if name in empty:
                notes.hints.append((node.mark, f"{{{name}}} {nothing}"))
            elif event is not None and name in _KNOWN:
                notes.add(node.mark, f"{{{name}}} {nothing}")
            else:
                notes.add(node.mark, unknown(f"{{{name}}}", write))
        lonely = re.search(r"[{}]", _BRACES.sub("", text))
        if lonely:
            notes.add(node.mark, f"a {lonely[0]} stands alone in this text; write a placeholder such as {{exercise}}")
        return len(strange) == len(empty) and not lonely

    return check


_FIRES = {
    "prepare": "at the start of the time before the first exercise",
    "next": "at the start of a change-over, or of an explicit or round rest directly before an exercise",
    "go": "at the start of every work interval",
    "countdown": "a tick a second through the last `last` before work, and of timed work that is not max",
    "half": "in the middle of `for` work of at least `from`, not max",
    "last-rep": "at the start of the last repetition in sets of three or more, not at one's own pace",
    "switch": "at the start of a change of sides; where that takes no time, its words as the other side begins",
    "rest": "at the start of any rest that is not a `next`",
    "stop": "at the end of `for` work",
    "done": "at the end of the session",
    "describe": "at the start of an exercise's first work in a session, where what announced it had no room for that; "
    "words give way to the step's own",
    "count": "at the start of every repetition, not at one's own pace; its words stand before a cue or a "
    "description that is said there, and give way to any other sentence",
    "back": "at the end of a hold of at least `from`, in every repetition that has a way back, not at one's own pace",
    "rep-rest": "at the start of a pause of at least `from` between two repetitions, not at one's own pace; words give "
    "way to any other sentence",
    "beat": "at the start of each period of at least `from` in `for` work with `every`, but for the first; where "
    "another sound is due there is none",
    "last-minute": "a minute before the end of `for` work of at least `from`, not max",
    "form": "when one of the exercise's own cues is spoken: the sound with it",
    "wait": "behind the words of a `say` of a routine that waits, where there is a key to go on",
    "recorded": "the same in a file of sound, which goes on by itself",
    "pause": "when the session is paused",
    "resume": "when it goes on: with the three ticks back into work",
    "lost": "when the person says that a hold is lost",
    "nudge": "when a reminder appears",
}


_STANDS = {
    "repetitions": "of one set without sides: 8 repetitions",
    "sets-of": "of several sets of repetitions: 2 sets of 8",
    "times": "of several holds: 2 times 30 seconds",
    "each-side": "with sides both or alternate: 6 each side",
    "left-first": "with sides both or alternate, behind each-side: which side begins",
    "one-side": "with sides left or right: 8 repetitions on the left side",
    "hold": "how long the end position is held: hold 5 seconds",
    "seconds": "a length of time: 30 seconds",
    "minutes": "a length of time: 2 minutes",
    "as-long-as-you-can": "of `for: max`",
    "own-pace": "of `pace: own`",
    "joined": "two parts of a dose: 2 sets of 8, hold 5 seconds",
    "decimal": "a number that is not whole, as the language writes it: 1.5",
    "left": "the word for {side}",
    "right": "the word for {side}",
    "round": "{round}, at the first exercise of each of several rounds; else that is empty",
    "needs": "{needs}: what an exercise needs that none before it needed; empty where it needs nothing new",
    "and": "between the last two things of {kit}",
    "first": "{first}, where more than one exercise comes; else that is empty",
    "come-up": "{up}, where a session ends with work on the floor; else that is empty",
    "come-up-lying": "{up}, where that is done lying face down or on the back",
    "come-up-side": "{up}, where that is done lying on the side",
    "take-off": "in a focus routine, where the band was fixed and is needed free",
    **dict.fromkeys(KIT, "a thing in {kit}; a `say` of a routine that has its last word names it"),
    **{
        f"care-{name}": "a sentence of care, said with what to fetch before an exercise by itself and a focus routine"
        for name in KIT
    },
    **dict.fromkeys(POSITIONS, "{position}, where it is another one than before; else that is empty"),
}


def _event(name: str) -> Record:
    more = {
        "countdown": (Field("last", Duration("1s", "60s", "3s"), "a tick a second through this last stretch"),),
        "back": (Field("from", Duration("1s", "5m", "3s"), "only of a hold of at least this length", name="from_"),),
        "rep-rest": (
            Field("from", Duration("1s", "5m", "5s"), "only of a pause of at least this length", name="from_"),
        ),
        "beat": (Field("from", Duration("1s", "60s", "3s"), "only of a period of at least this length", name="from_"),),
        "last-minute": (
            Field("from", Duration("61s", "60m", "5m"), "only in work of at least this length", name="from_"),
        ),
        "half": (Field("from", Duration("1s", "60m", "20s"), "only in work of at least this length", name="from_"),),
    }
    fields = (
        Field(
            "say", Many(TextShape(_only_known(PLACEHOLDERS[name], name))), "longest first; the first that fits is said"
        ),
        Field("sound", SOUND, "a file in media/sounds without its ending"),
        *more.get(name, ()),
    )
    return Record(CoachingEvent, fields, hint="{say: TEXT}")


_BEYOND_ENGLISH: tuple[Form, ...] = ("zero", "two", "few", "many")


def _phrase(one: Text, other: Text, **more: Text) -> Phrase:
    there = {form: replace(more[form], en=other.en) for form in _BEYOND_ENGLISH if form in more}
    return Phrase(one, other, there) if there else Phrase(one, other)


class _PhraseShape(Shape):
    """A text, or two with `one` and `other`, and what other languages have besides."""

    hint = "TEXT"

    def __init__(self, placeholders: tuple[str, ...]) -> None:
        check = _only_known(placeholders)
        self._text, more = TextShape(check), Translations(check)
        self._counted = Record(
            _phrase,
            (
                Field("one", self._text, "where it is 1", required=True),
                Field("other", self._text, "else", required=True),
                *(Field(form, more, "in the languages that have this form of number") for form in _BEYOND_ENGLISH),
            ),
            hint="TEXT",
        )

    def read(self, node: Node, notes: Notes) -> Phrase | None:
        if isinstance(node, Map) and any(node.get(form) for form in FORMS):
            self._tell_what_is_never_said(node, notes)
            phrase: Phrase | None = self._counted.read(node, notes)
            return phrase
        text = self._text.read(node, notes)
        return None if text is None else Phrase(text, text)

    def _tell_what_is_never_said(self, node: Map, notes: Notes) -> None:
        """A form in a language that has no such form."""
        for form in _BEYOND_ENGLISH:
            written = node.get(form)
            for key, _ in written.entries if isinstance(written, Map) else ():
                if LANGUAGE.fullmatch(key.text) and form not in (has := forms_of(key.text)):
                    told = f"{key.text} has no {form} beside a number, so it is never said; it has {' and '.join(has)}"
                    notes.hints.append((key.mark, told))

    def schema(self, defs: Defs) -> Schema:
        return {"anyOf": [self._text.schema(defs), self._counted.schema(defs)]}


def _coaching(
    events: dict[str, Any], phrases: dict[str, Any] | None = None, figures: dict[str, str] | None = None, **_: Any
) -> Coaching:
    return Coaching(events, phrases or {}, figures or {})


COACHING = FileRecord(
    "coaching",
    _coaching,
    (
        Field(
            "events",
            Record(
                dict,
                [Field(name, _event(name), _FIRES[name]) for name in EVENTS],
                hint="{go: {sound: go}}",
                look=schema_of("coaching"),
            ),
            "what is said and sounded, event by event",
            required=True,
        ),
        Field(
            "phrases",
            Record(
                dict,
                [Field(name, _PhraseShape(words), _STANDS[name]) for name, words in PHRASES.items()],
                hint="{hold: TEXT}",
            ),
            "the parts of {dose}, {first}, {needs}, {position}, {round} and {up}",
        ),
        Field(
            "figures",
            Record(dict, (Field("desk", Ref("figure"), "work at the desk, above the reminders"),), hint="{desk: ID}"),
            "who shows what has no file of its own",
        ),
    ),
    ident="coaching",
)
