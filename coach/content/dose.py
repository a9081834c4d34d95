"""Whether the keys of a dose go together, in an exercise and where a step or a plan lays its own over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from coach.content.model import DoseLayer

if TYPE_CHECKING:
    from coach.content.node import Mark
    from coach.content.notes import Layer

Problems: TypeAlias = "list[tuple[Mark, str]]"
_WITH_REPS = ("move", "hold", "back", "pause", "pace")
_WITH_PACE = ("move", "hold", "back", "pause")
_PAIRS = {"pace": "own_pace", "for": "for_seconds"}


def judge_both_given(layer: Layer) -> Problems:
    """`reps` and `for` in one map, whatever it is laid over."""
    if not {"reps", "for"} <= layer.keys.keys():
        return []
    first, later = sorted(("reps", "for"), key=layer.keys.__getitem__)
    return [(layer.keys[later], f"{first} and {later} exclude each other; keep one of them")]


def judge_dose(layer: Layer, below: DoseLayer) -> Problems:
    """What does not go together when `layer` is laid over `below` (docs/format.md, Dose).

    A key of the layer is told at the key. One that comes from below is told at the layer's key that it contradicts.
    Where the layer itself gives both reps and for, nothing more can be said.
    """
    if judge_both_given(layer):
        return []
    merged = layer.dose.over(below)
    if "for" in layer.keys or (_has(merged, "for") and "reps" not in layer.keys):
        return _judge_timed(layer, merged) + _judge_sides(layer, merged)
    if "reps" in layer.keys or _has(merged, "reps"):
        return _judge_counted(layer, merged) + _judge_sides(layer, merged)
    return [(layer.mark, "reps or for is missing; write reps: 8 or for: 30s"), *_judge_sides(layer, merged)]


def _has(dose: DoseLayer, key: str) -> bool:
    if key == "for":
        return dose.for_seconds is not None or bool(dose.as_long_as_possible)
    return getattr(dose, _PAIRS.get(key, key)) is not None


def _judge_timed(layer: Layer, merged: DoseLayer) -> Problems:
    problems = [
        (layer.keys[key], f"{key} goes only with reps, and this dose has for; take {key} out")
        for key in _WITH_REPS
        if key in layer.keys
    ]
    if merged.sides == "alternate":
        mark = layer.keys.get("sides") or layer.keys["for"]
        problems.append((mark, "sides: alternate goes only with reps, and this dose has for; write sides: both"))
    if (merged.for_seconds is not None) and ("up_to" in layer.keys or merged.up_to is not None):
        mark = layer.keys.get("up_to") or layer.keys["for"]
        problems.append((mark, "up_to goes only with for: max; take it out, or write for: max"))
    return problems


def _judge_counted(layer: Layer, merged: DoseLayer) -> Problems:
    problems: Problems = []
    if "every" in layer.keys:
        problems.append((layer.keys["every"], "every goes only with for, and this dose has reps; take every out"))
    if "up_to" in layer.keys:
        problems.append((layer.keys["up_to"], "up_to goes only with for: max; take it out, or write for: max"))
    if "pace" in layer.keys or merged.own_pace:
        problems += _judge_pace(layer, [key for key in _WITH_PACE if key in layer.keys or _has(merged, key)])
    return problems


def _judge_pace(layer: Layer, keys: list[str]) -> Problems:
    """`pace` and these keys exclude each other: told at the later one, or at the one that the layer itself gives."""
    pace = layer.keys.get("pace")
    after = [key for key in keys if key in layer.keys and (pace is None or layer.keys[key] > pace)]
    before = [key for key in keys if key not in after]
    problems = [(layer.keys[key], f"pace and {key} exclude each other; keep one of them") for key in after]
    if pace is not None and len(before) == 1:
        problems.append((pace, f"{before[0]} and pace exclude each other; keep one of them"))
    elif pace is not None and before:
        named = f"{', '.join(before[:-1])} and {before[-1]}"
        problems.append((pace, f"pace excludes {named}; take pace out, or all of these"))
    return problems


def _judge_sides(layer: Layer, merged: DoseLayer) -> Problems:
    mark = layer.keys.get("switch")
    if mark is None or merged.sides == "both" or ("sides" in layer.keys and layer.dose.sides is None):
        return []
    return [(mark, "switch goes only with sides: both; take it out, or write sides: both")]
