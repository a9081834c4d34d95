"""Values of the model as JSON, and back: the same values, of the same types.

A value of the model is an object with one key, its class, and the list of its fields; those at the end that have their
defaults are left out. Only classes of the model are made, whatever stands there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from coach.content import model
from coach.content.model.text import Text

Plain = Any
"""What JSON knows."""

_CLASSES = frozenset(model.__all__)
_WORDS, _TUPLE, _DICT, _FROZEN, _DAY, _PATH = "", "t", "m", "f", "d", "p"
_SIMPLE = frozenset((str, int, float, bool, type(None)))


def packed(value: Any) -> str:
    """The value as JSON, in ASCII. TypeError for what no file of content gives."""
    return _ENCODER.encode(_plain(value))


def unpacked(text: str) -> Any:
    """What `packed` was given. Some exception for anything else."""
    found = _DECODER.decode(text)
    return tuple(found) if type(found) is list else found


def _plain(value: Any, *, within_tuple: bool = False) -> Plain:
    kind = type(value)
    if kind in _SIMPLE:
        return value
    if kind is Text and not value.translations and type(value.translations) is MappingProxyType:
        return {_WORDS: value.en}
    if kind is tuple:
        items = [_plain(one, within_tuple=True) for one in value]
        return {_TUPLE: items} if within_tuple else items
    if kind is dict or kind is MappingProxyType:
        both = [_plain(one, within_tuple=True) for entry in value.items() for one in entry]
        return {_DICT if kind is dict else _FROZEN: both}
    if kind is date:
        return {_DAY: [value.isoformat()]}
    if isinstance(value, Path):
        return {_PATH: [str(value)]}
    if kind.__name__ in _CLASSES and is_dataclass(value):
        return {kind.__name__: _fields(value)}
    raise TypeError(f"{kind.__name__} cannot be kept")


def _fields(value: Any) -> list[Plain]:
    names, defaults = _described(type(value).__name__)
    own = [getattr(value, name) for name in names]
    while own and _is_same(own[-1], defaults[len(own) - 1]):
        own.pop()
    return [one if type(one) in _SIMPLE else _plain(one) for one in own]


def _is_same(one: Any, other: Any) -> bool:
    return one is other or (type(one) is type(other) and bool(one == other))


@cache
def _described(name: str) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    """The names of a class' fields, and their defaults."""
    own = fields(getattr(model, name))
    return tuple(field.name for field in own), tuple(_default(field) for field in own)


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


# --- back ---


def _made(found: dict[str, Any]) -> Any:
    """What stands for an object of JSON; those in it are made already, and a list in it is a tuple's."""
    ((tag, given),) = found.items()
    if tag == _WORDS:
        return Text(given)
    return _maker(tag)([tuple(one) if type(one) is list else one for one in given])


@cache
def _maker(tag: str) -> Callable[[list[Any]], Any]:
    if tag in _MAKERS:
        return _MAKERS[tag]
    if tag not in _CLASSES:
        raise ValueError(f"{tag} is no class of the model")
    kind = getattr(model, tag)
    return lambda given: kind(*given)


def _pairs(given: list[Any]) -> dict[Any, Any]:
    each = iter(given)
    return dict(zip(each, each, strict=True))


_MAKERS: Mapping[str, Callable[[list[Any]], Any]] = {
    _TUPLE: tuple,
    _DICT: _pairs,
    _FROZEN: lambda given: MappingProxyType(_pairs(given)),
    _DAY: lambda given: date.fromisoformat(given[0]),
    _PATH: lambda given: Path(given[0]),
}
_ENCODER = json.JSONEncoder(separators=(",", ":"), allow_nan=False)
_DECODER = json.JSONDecoder(object_hook=_made)
