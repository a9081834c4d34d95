"""JSON for other programs, with the version of its form: what docs/json.md promises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coach import strict_json

VERSION = 1
"""Grows only where a key goes, or means something else. A key more changes nothing for whoever looks keys up."""


def printed(value: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> str:
    """The text of an object, or of a list of objects: a list stays one, so there each object says the version.

    The entries of `list` have had just their five keys from the first day and keep them: they say none.
    """
    if isinstance(value, Mapping):
        return strict_json.write(_versioned(value), indent=2)
    return strict_json.write([_versioned(one) for one in value], indent=2)


def printed_line(value: Mapping[str, Any]) -> str:
    """An object as one line, for what comes bit by bit."""
    return strict_json.write(_versioned(value))


def _versioned(value: Mapping[str, Any]) -> dict[str, Any]:
    return {"version": VERSION, **value}
