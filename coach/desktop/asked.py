"""The values of a request, which another program wrote: each as it has to be, or RefusedError with a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Request = Mapping[str, Any]

LONGEST_WORD = 200  # characters; an id is far shorter
_SHOWN = 40  # characters of a wrong value in a sentence


class RefusedError(ValueError):
    """What was asked for cannot be done; its text is the answer."""


def word(request: Request, name: str) -> str:
    """A text that names something."""
    value = request.get(name)
    if isinstance(value, str) and 0 < len(value) <= LONGEST_WORD and value.isprintable():
        return value
    raise _refused(request, name, f"a text of 1 to {LONGEST_WORD} characters")


def word_or_none(request: Request, name: str) -> str | None:
    """A text that names something; None where it is left out or null."""
    return None if request.get(name) is None else word(request, name)


def one_of(request: Request, name: str, words: tuple[str, ...]) -> str:
    """One of `words`, exactly as it stands there."""
    value = request.get(name)
    if isinstance(value, str) and value in words:
        return value
    raise _refused(request, name, " or ".join(words))


def whole(request: Request, name: str, default: int) -> int:
    """A whole number, `default` where it is left out."""
    value = request.get(name, default)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _refused(request, name, "a whole number")


def seconds(request: Request, name: str, most: float) -> float:
    """A length of time, 0 to `most`."""
    value = request.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most:
        return float(value)
    raise _refused(request, name, f"a number from 0 to {most:g}")


def flag(request: Request, name: str) -> bool:
    """true or false; no other value stands for either."""
    value = request.get(name)
    if isinstance(value, bool):
        return value
    raise _refused(request, name, "true or false")


def _refused(request: Request, name: str, wanted: str) -> RefusedError:
    if name not in request:
        return RefusedError(f"{name} is missing; write {wanted}")
    shown = repr(request[name])
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."
    return RefusedError(f"{name} is {shown}; write {wanted}")
