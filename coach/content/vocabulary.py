"""The words of the language that stand for something, kind by kind: joints, kit, positions. Each with what it means, as
the schema says it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from coach.content.joints import BODY_PLACES, JOINTS, POINTS, SURFACES, VIEWS
from coach.content.kinds.reminder import ICON
from coach.content.kinds.routine import GOAL
from coach.content.model import KIT, PLACEHOLDERS, POSITIONS
from coach.content.schema import schema

Words = Mapping[str, str]


def words_of(kind: str) -> Words:
    """The words of a kind, each with what it means; empty where the word says it. KeyError for a kind that has none."""
    return _WORDS[kind]()


def _plain(words: Iterable[str]) -> Callable[[], Words]:
    return lambda: dict.fromkeys(words, "")


def _joints() -> Words:
    """`upper back; flex -30 to 45, side -30 to 30`."""
    defs = schema("figure")["$defs"]
    return {
        joint: "; ".join((defs["pose"]["properties"][joint]["description"], _limits(limits)))
        for joint, limits in JOINTS.items()
    }


def _limits(limits: Mapping[str, tuple[float, float]]) -> str:
    return ", ".join(f"{key} {low:g} to {high:g}" for key, (low, high) in limits.items())


def _props() -> Words:
    """Each with the keys of its map beside its name."""
    one = schema("figure")["properties"]["props"]["items"]
    plain, forms = one["anyOf"]
    found: dict[str, str] = dict.fromkeys(plain["enum"], "")
    for form in forms["oneOf"]:
        name, *keys = form["properties"]
        found[name] = ", ".join(keys)
    return found


def _places() -> Words:
    return {**dict.fromkeys(SURFACES, ""), **dict.fromkeys(BODY_PLACES, "for hands only")}


def _of_coaching(key: str) -> Callable[[], Words]:
    def said() -> Words:
        found: Mapping[str, Any] = schema("coaching")["properties"][key]["properties"]
        return {name: one["description"] for name, one in found.items()}

    return said


def _placeholders() -> Words:
    """Each with the events whose sentences may hold it."""
    known = dict.fromkeys(name for names in PLACEHOLDERS.values() for name in names)
    return {name: ", ".join(event for event, names in PLACEHOLDERS.items() if name in names) for name in known}


_WORDS: Mapping[str, Callable[[], Words]] = MappingProxyType(
    {
        "kit": _plain(KIT),
        "position": _plain(POSITIONS),
        "goal": _plain(GOAL.words),
        "icon": _plain(ICON.words),
        "joint": _joints,
        "point": _plain(POINTS),
        "place": _places,
        "prop": _props,
        "view": lambda: {name: f"yaw {yaw:g}, pitch {pitch:g}" for name, (yaw, pitch) in VIEWS.items()},
        "event": _of_coaching("events"),
        "phrase": _of_coaching("phrases"),
        "placeholder": _placeholders,
    }
)
