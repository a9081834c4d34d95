"""Readers of what was kept of a test: each gives the value, or raises ValueError where it is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

MOST = 1e6  # no point, second or measure of a body comes near


def whole(value: Any) -> int:
    """A whole number that a test can have counted."""
    if isinstance(value, bool) or not isinstance(value, int) or not -MOST <= value <= MOST:
        raise ValueError(f"{value!r} is no whole number")
    return value


def amount(value: Any) -> float:
    """A number that a test can have measured."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not -MOST <= value <= MOST:
        raise ValueError(f"{value!r} is no number")
    return float(value)


def measure(value: Any) -> float | None:
    """A number, or None where it was left out."""
    return None if value is None else amount(value)


def word(value: Any) -> str:
    """A text, as it was kept."""
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return value


def words(value: Any) -> tuple[str, ...]:
    """Names in a row."""
    if not isinstance(value, list | tuple):
        raise ValueError(f"{value!r} is no list")
    return tuple(word(entry) for entry in value)


def pair(value: Any) -> tuple[int, int]:
    """Left and right."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise ValueError(f"{value!r} is no pair")
    return whole(value[0]), whole(value[1])


def table(read: Callable[[Any], T]) -> Callable[[Any], dict[str, T]]:
    """Names and what `read` gives for each."""

    def read_table(value: Any) -> dict[str, T]:
        if not isinstance(value, dict):
            raise ValueError(f"{value!r} is no table of names and values")
        return {word(name): read(entry) for name, entry in value.items()}

    return read_table
