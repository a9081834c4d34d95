"""What the coach says and sounds at each event."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from coach.content.model.text import Text
from coach.content.plurals import Form, form_of
from coach.values import dataclass, field

EVENTS = (
    "prepare", "next", "go", "countdown", "half", "last-rep", "switch", "rest", "stop", "done",
    "describe", "count", "back", "rep-rest", "beat", "last-minute", "form", "wait", "recorded",
    "pause", "resume", "lost", "nudge",
)  # fmt: skip
_OF_WORK = ("routine", "exercise", "dose", "describe", "side", "set", "sets", "reps", "seconds")
_ARRIVING = (*_OF_WORK, "needs", "position", "round")
_IN_A_REPETITION = (*_OF_WORK, "rep", "turn")
PLACEHOLDERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(EVENTS, _OF_WORK),
        "prepare": ("first", *_ARRIVING),
        "next": _ARRIVING,
        **dict.fromkeys(("last-rep", "count", "back", "rep-rest"), _IN_A_REPETITION),
        "rest": (*_OF_WORK, "turn"),
        "recorded": ("routine", "seconds"),
        "done": ("routine", "seconds", "up"),
        **dict.fromkeys(("wait", "pause", "resume", "lost", "nudge"), ("routine",)),
    }
)
"""What the sentences of each event may speak of; anywhere else a placeholder would stand for nothing."""
EVERYWHERE = (*_OF_WORK, "rep")
"""Allowed in every event all the same, for files of before have them there."""
KIT = ("wall", "chair", "mat", "band", "doorway", "foam-roller", "towel", "desk", "anchor", "step")
POSITIONS = ("standing", "sitting", "kneeling", "all-fours", "prone", "supine", "side-lying")
PHRASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "repetitions": ("n",),
        "sets-of": ("n", "sets", "reps", "dose"),
        "times": ("n", "sets", "time", "dose"),
        "each-side": ("dose",),
        "left-first": ("dose",),
        "one-side": ("dose", "side"),
        "hold": ("time",),
        "seconds": ("n",),
        "minutes": ("n",),
        "as-long-as-you-can": ("time",),
        "own-pace": (),
        "joined": ("first", "second"),
        "decimal": ("whole", "part"),
        "left": (),
        "right": (),
        "needs": ("kit",),
        "round": ("n", "rounds"),
        "and": ("first", "second"),
        "first": (),
        "come-up": (),
        "come-up-lying": (),
        "come-up-side": (),
        "take-off": (),
        **dict.fromkeys(KIT, ()),
        **dict.fromkeys((f"care-{name}" for name in KIT), ()),
        **dict.fromkeys(POSITIONS, ()),
    }
)
"""The parts of {dose}, and what {first}, {needs}, {position}, {round} and {up} say, with the placeholders of each."""


@dataclass(frozen=True, slots=True)
class CoachingEvent:
    """`say` longest first; `last` belongs to countdown, `from_` to half, back, rep-rest, beat and last-minute.
    Both are seconds."""

    say: tuple[Text, ...] = ()
    sound: str | None = None
    last: float | None = None
    from_: float | None = None


_NO_MORE: Mapping[Form, Text] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence. `one` is used where the phrase's number is 1; both are the same where no number counts.
    `more`: the forms that only other languages have, by what Unicode calls them (coach/content/plurals.py); each has
    the English of `other`.
    """

    one: Text
    other: Text
    more: Mapping[Form, Text] = field(default_factory=lambda: _NO_MORE)

    @property
    def counts(self) -> bool:
        """Whether it is another one beside some numbers."""
        return self.one != self.other or bool(self.more)

    def of(self, form: Form) -> Text | None:
        """The words of a form of number."""
        return self.one if form == "one" else self.other if form == "other" else self.more.get(form)

    def in_language(self, language: str, count: float | None = None) -> str:
        """The words beside a count, by the rules of the language that they are in; without a count those of `other`."""
        has = any(language in text.translations for text in (self.one, self.other, *self.more.values()))
        form = "other" if count is None else form_of(language if has else "en", count)
        text = self.of(form)
        if has and (text is None or language not in text.translations):
            text = self.other
        return (text or self.other).in_language(language)


@dataclass(frozen=True, slots=True)
class Coaching:
    """What the coach says and sounds at each of EVENTS, the PHRASES that it is put into words with, and the ids of
    the figures that stand for something without a file of its own: `desk`.
    """

    events: Mapping[str, CoachingEvent]
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)
