"""What a catalogue has of each kind, and the same with a few changed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

FIELDS: Mapping[str, str] = {
    "exercise": "exercises", "routine": "routines", "test": "tests", "reminder": "reminders", "plan": "plans",
    "lesson": "lessons", "figure": "figures",
}  # fmt: skip
"""Under which name a catalogue has what files give one each of, by kind."""


def with_changes(things: Mapping[Any, Any], changes: Mapping[Any, Any], *, in_order: bool = True) -> Mapping[Any, Any]:
    """The same things with these put in, and those taken out that are None; `in_order` of their names."""
    own = getattr(things, "with_changes", None)
    if own is not None:
        changed: Mapping[Any, Any] = own(changes)
        return changed
    both = {**things, **changes}
    names = sorted(both) if in_order else both
    return MappingProxyType({name: both[name] for name in names if both[name] is not None})
