"""What a setting is: its name, what it may be, and what it is before anybody has chosen, or where what was kept is none
of what it may be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from coach.unfit import NoneOf, NoNumber, UnfitError
from coach.values import dataclass

T = TypeVar("T")
Word = TypeVar("Word", bound=str)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """A value that is kept under `name`. `read` gives the value that a JSON value stands for, or raises
    ValueError: UnfitError where more can be told.
    """

    name: str
    read: Callable[[Any], T]
    default: T


def truth(value: Any) -> bool:
    """True or false; nothing else stands for them."""
    if isinstance(value, bool):
        return value
    raise UnfitError("no-truth")


def text(value: Any) -> str:
    """Any text."""
    if isinstance(value, str):
        return value
    raise UnfitError("no-text")


def texts(value: Any) -> tuple[str, ...]:
    """A list of them."""
    if isinstance(value, list):
        return tuple(text(one) for one in value)
    raise UnfitError("no-texts")


def number(low: float, high: float) -> Callable[[Any], float]:
    """A number from `low` to `high`."""

    def read(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise UnfitError(NoNumber(low, high))
        return float(value)

    return read


def one_of(*words: Word) -> Callable[[Any], Word]:
    """One of a few words."""

    def read(value: Any) -> Word:
        for word in words:
            if word == value:
                return word
        raise UnfitError(NoneOf(words))

    return read


def plain_words(value: Any) -> frozenset[str]:
    """A list of names, such as content has for things: letters, digits and hyphens of ASCII, each of 1 to 64."""
    if not isinstance(value, list):
        raise UnfitError("no-names")
    for name in value:
        if not isinstance(name, str):
            raise UnfitError("no-text-as-name")
        plain_word(name.replace("-", "") if name.strip("-") else name)
    return frozenset(value)


def plain_word(value: Any) -> str:
    """Letters and digits of ASCII, 1 to 64 of them."""
    if isinstance(value, str) and 1 <= len(value) <= 64 and value.isascii() and value.isalnum():
        return value
    raise UnfitError("no-plain-word")


def or_none(read: Callable[[Any], T]) -> Callable[[Any], T | None]:
    """What `read` gives, or nothing."""
    return lambda value: None if value is None else read(value)


def table(value: Any) -> Mapping[str, Any]:
    """Names and values."""
    if isinstance(value, dict):
        return value
    raise UnfitError("no-table")


def truths(value: Any) -> Mapping[str, bool]:
    """Names and true or false; an entry that is neither is left out, and hides no other."""
    return {name: entry for name, entry in table(value).items() if isinstance(entry, bool)}
