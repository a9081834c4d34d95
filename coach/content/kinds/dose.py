"""The keys of a `dose`, in an exercise and laid over one."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from coach.content.dose import judge_both_given, judge_dose
from coach.content.forms import Either
from coach.content.model import DoseLayer
from coach.content.node import START, Map, Plain, Unsure
from coach.content.notes import Layer, Notes, SureNotes
from coach.content.records import Field, Record
from coach.content.scalars import Choice, Duration, Number
from coach.content.shape import Defs, Schema
from coach.values import replace


def _such_as(field: Field) -> Any:
    """What one would write for the key in a step: of what has a default, something else than nothing at all."""
    return field.shape.hint if isinstance(field.shape, Duration) else field.such_as or field.default


_FIELDS = (
    Field("sets", Number(1, 20), "how many sets", default=1),
    Field("rest", Duration("0s", "10m", "30s"), "between sets, none after the last", default="30s"),
    Field("reps", Number(1, 100), "repetitions in a set; one is move, hold, back", such_as=8),
    Field("move", Duration("0s", "60s", "2s"), "into the end position", default="2s"),
    Field("hold", Duration("0s", "5m", "5s"), "in the end position", default="0s"),
    Field("back", Duration("0s", "60s", "2s"), "out of the end position", default="2s"),
    Field("pause", Duration("0s", "60s", "1s"), "between repetitions, none after the last", default="0s"),
    Field("pace", Choice("own"), "own: the person says when the set is done"),
    Field(
        "for",
        Either({"max": "max"}, Duration("1s", "60m", "30s")),
        "hold or keep going this long; max: as long as possible",
        such_as="30s",
    ),
    Field("up_to", Duration("1s", "10m", "2m"), "the end of `for: max`", default="2m"),
    Field("every", Duration("1s", "60s", "2s"), "with `for`: the movement repeats with this period"),
    Field(
        "sides",
        Choice("none", "both", "alternate", "left", "right"),
        "which sides are trained; both: left, then right in each set; alternate: `reps` a side, left first, in turn",
        default="none",
    ),
    Field("switch", Duration("0s", "60s", "5s"), "between left and right with `sides: both`", default="5s"),
)
# Laid over an exercise's dose a key has no default of its own: left out, the exercise's stays.
_LAYER_FIELDS = tuple(replace(field, default=None, such_as=_such_as(field)) for field in _FIELDS)
LAID_OVER = "laid over the exercise's dose, key by key: a key left out keeps the exercise's own, sets and rest too"


_LEADING = {"reps", "for"}
IN_DOSE = {field.key: f"write it inside dose: {{{field.key}: ...}}" for field in _FIELDS}
"""What to write for a dose's key that stands beside `dose`."""


def _layer(**values: Any) -> DoseLayer:
    length = values.pop("for", None)
    pace = values.pop("pace", None)
    return DoseLayer(
        **values,
        own_pace=True if pace else None,
        for_seconds=length if length != "max" else None,
        as_long_as_possible=True if length == "max" else None,
    )


class DoseShape(Record):
    """A dose. `whole`: an exercise's own, judged by itself; otherwise a layer, judged once the exercise is known."""

    def __init__(self, *, whole: bool) -> None:
        fields, name = (_FIELDS, "dose") if whole else (_LAYER_FIELDS, "dose-layer")
        super().__init__(_layer, fields, hint="{reps: 8}", name=name)
        self._whole = whole
        self._layer = lru_cache(maxsize=1024)(self._sure_layer)  # a library says the same few again and again

    def judge(self, node: Map, values: dict[str, Any], notes: Notes) -> bool:
        """Whether its keys go together; a layer goes into `notes`, to be judged with the exercise it lies over."""
        keys = {key.text: key.mark for key, _ in node.entries if key.text in self.fields}
        layer = Layer(_layer(**values), keys, node.mark)
        is_told = not _LEADING & keys.keys() and bool(_LEADING & self.meant(node))
        return self._judge(layer, notes, is_told=is_told)

    def quick(self, value: Plain, notes: SureNotes) -> DoseLayer:
        """The dose."""
        types = tuple(map(type, value.values())) if type(value) is dict else (list,)
        if list in types or dict in types:
            raise Unsure
        layer = self._layer(tuple(value.items()), types)  # by its types, too: 8 is equal to 8.0, and another
        if not self._whole:
            notes.layers.append(layer)
        return layer.dose

    def _sure_layer(self, given: tuple[tuple[str, Plain], ...], _types: tuple[type, ...]) -> Layer:
        notes = SureNotes()
        value = dict(given)
        layer = Layer(_layer(**self.sure_values(value, notes)), dict.fromkeys(value, START), START)
        self._judge(layer, notes)
        return layer

    def _judge(self, layer: Layer, notes: Notes, *, is_told: bool = False) -> bool:
        """`is_told`: that neither repetitions nor a length are given."""
        problems = judge_both_given(layer)
        if not self._whole:
            notes.layers.append(layer)
        elif not is_told:
            problems += judge_dose(layer, DoseLayer())
        for mark, sentence in problems:
            notes.add(mark, sentence)
        return not problems

    def own_schema(self, defs: Defs) -> Schema:
        """As a record's, with the rules about `reps` and `for`; a layer may lack both."""
        schema = super().own_schema(defs)
        return {**schema, "allOf": _RULES if self._whole else _LAYER_RULES}


def _goes_with(key: str, needed: Schema) -> Schema:
    return {"if": {"required": [key]}, "then": needed}


def _has(key: str, value: str) -> Schema:
    return {"required": [key], "properties": {key: {"const": value}}}


def _excludes(key: str, *others: str) -> Schema:
    return _goes_with(key, {"not": {"anyOf": [{"required": [other]} for other in others]}})


_TEMPO = ("move", "hold", "back", "pause")
_LAYER_RULES = [
    _excludes("for", "reps", *_TEMPO, "pace"),
    _excludes("reps", "every", "up_to"),
    _excludes("pace", *_TEMPO),
]
_RULES = [
    {"oneOf": [{"required": ["reps"]}, {"required": ["for"]}]},
    *(_goes_with(key, {"required": ["reps"]}) for key in (*_TEMPO, "pace")),
    _goes_with("every", {"required": ["for"]}),
    _goes_with("up_to", _has("for", "max")),
    _goes_with("switch", _has("sides", "both")),
    {"if": _has("sides", "alternate"), "then": {"required": ["reps"]}},
    _excludes("pace", *_TEMPO),
]
