"""Any reminder that a file may hold, for properties."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from coach.content.decoding import has_unwanted
from coach.content.model import WEEKDAYS, Message, Reminder, Text, Window

_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
_WORDS = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=40),
    st.sampled_from(
        (
            "yes",
            "off",
            "null",
            "~",
            "10:30",
            "2026-11-29",
            "007",
            "1e3",
            "- a",
            "a: b",
            "a #b",
            "{x}",
            "'",
            '"',
            "&a",
            "*a",
        )
    ),
)


def _sound(text: str) -> bool:
    return bool(text.strip()) and text == text.strip() and has_unwanted(text) is None


_ONE_LINE = _WORDS.filter(
    lambda text: _sound(text) and not any(one in text for one in "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029")
)
_SECONDS = st.integers(1, 86400).map(float)


def texts(words: st.SearchStrategy[str] = _ONE_LINE) -> st.SearchStrategy[Text]:
    """A text, with other languages beside it or none."""
    others = st.dictionaries(st.sampled_from(("de", "fr", "pt-BR")), words, max_size=2)
    return st.builds(Text, words, others)


def messages(exercises: tuple[str, ...]) -> st.SearchStrategy[Message]:
    """A message, for everybody or asking for the movement of one of these exercises."""
    words = st.one_of(_ONE_LINE, st.sampled_from(("two\nlines", "a\n\nb: c")))
    return st.builds(Message, texts(words), st.one_of(st.none(), st.sampled_from(exercises)))


def in_turn(exercises: tuple[str, ...]) -> st.SearchStrategy[tuple[Message, ...]]:
    """Messages that ask to sit and to stand, in any order."""
    positions = st.permutations(("sitting", "standing", "standing"))
    return st.tuples(st.lists(messages(exercises), min_size=3, max_size=3), positions).map(
        lambda both: tuple(replace(one, to=to) for one, to in zip(*both, strict=True))  # type: ignore[arg-type]
    )


def reminders(
    exercises: tuple[str, ...] = ("chin-tuck", "walk"), offers: tuple[str, ...] = ("desk-reset", "wall-test")
) -> st.SearchStrategy[Reminder]:
    """Any reminder whose exercises and offers are these."""
    minutes = st.integers(0, 1439)
    when = st.one_of(
        st.builds(lambda every: {"every": every}, _SECONDS),
        st.builds(lambda at: {"at": tuple(at)}, st.lists(minutes, min_size=1, max_size=5, unique=True)),
    )
    days = st.sets(st.sampled_from(WEEKDAYS)).map(lambda them: tuple(day for day in WEEKDAYS if day in them))
    return st.builds(
        lambda when, **values: Reminder("mine", **values, **when),
        when,
        title=texts(),
        messages=st.one_of(st.lists(messages(exercises), min_size=1, max_size=6).map(tuple), in_turn(exercises)),
        days=days,
        between=st.builds(Window, minutes, st.integers(0, 1440)),
        away_counts=_SECONDS,
        enabled=st.booleans(),
        offer=st.one_of(
            st.none(),
            st.sampled_from((*offers, "focus")),
            st.lists(st.sampled_from((*offers, "focus")), min_size=1, unique=True).map(tuple),
        ),
        snooze=st.lists(_SECONDS, max_size=4, unique=True).map(tuple),
        at_most=st.one_of(st.none(), st.integers(1, 1000)),
        show=st.sampled_from(("nudge", "notification", "full-screen")),
    )
