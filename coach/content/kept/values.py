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

_WORDS, _TUPLE, _DICT, _FROZEN, _DAY, _PATH = "", "t", "m", "f", "d", "p"
_SIMPLE = (str, int, float, bool, type(None))


def packed(value: Any) -> str:
    """The value as JSON, in ASCII. TypeError for what no file of content gives."""
    return json.dumps(_plain(value), separators=(",", ":"), allow_nan=False)


def unpacked(text: str) -> Any:
    """What `packed` was given. Some exception for anything else."""
    found = _DECODER.decode(text)
    return tuple(found) if type(found) is list else found


def _plain(value: Any, *, within_tuple: bool = False) -> Plain:
    kind = type(value)
    if kind in _SIMPLE:
        return value
    if kind is Text and not value.translations:
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
    if is_dataclass(value) and kind.__name__ in model.__all__:
        return {kind.__name__: _fields(value)}
    raise TypeError(f"{kind.__name__} cannot be kept")


def _fields(value: Any) -> list[Plain]:
    own = [getattr(value, field.name) for field in fields(value)]
    defaults = _defaults(type(value).__name__)
    last = len(own)
    while last and (type(own[last - 1]), own[last - 1]) == (type(defaults[last - 1]), defaults[last - 1]):
        last -= 1
    return [_plain(one) for one in own[:last]]


@cache
def _defaults(name: str) -> tuple[Any, ...]:
    return tuple(_default(field) for field in fields(getattr(model, name)))


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
    if tag not in model.__all__:
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
_DECODER = json.JSONDecoder(object_hook=_made)
