"""Values of the model as JSON, and back: the same values, of the same types.

A value of the model is an object with one key, its class, and the list of its fields; those at the end that have their
defaults are left out. Only classes of the model are made, whatever stands there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from coach.content import model
from coach.content.model.text import Text
from coach.values import defaults

Plain = Any
"""What JSON knows."""

_CLASSES = frozenset(model.__all__)
_WORDS, _TUPLE, _DICT, _FROZEN, _DAY, _PATH = "", "t", "m", "f", "d", "p"
_TAGGED = frozenset((tuple, dict))


def packed(value: Any) -> str:
    """The value as JSON, in ASCII. TypeError for what no file of content gives."""
    return _ENCODER.encode(_outermost(value))


def unpacked(text: str) -> Any:
    """What `packed` was given. Some exception for anything else."""
    found = _DECODER.decode(text)
    return tuple(found) if type(found) is list else found


def _outermost(value: Any) -> Plain:
    """A value that stands in none: a tuple needs no tag, which all that is within one does."""
    if type(value) is tuple:
        return value if _TAGGED.isdisjoint(map(type, value)) else [_within(one) for one in value]
    return _map(_DICT, value) if type(value) is dict else value


def _within(value: Any) -> Plain:
    """What JSON would make something else of gets its tag: a tuple, and a map."""
    if type(value) is tuple:
        return {_TUPLE: [_within(one) for one in value]}
    return _map(_DICT, value) if type(value) is dict else value


def _map(tag: str, value: Mapping[Any, Any]) -> Plain:
    return {tag: [_within(one) for entry in value.items() for one in entry]}


def _plain(value: Any) -> Plain:
    """What JSON does not know by itself, as what it does."""
    known = _PLAIN.get(type(value))
    return known(value) if known else _rarer(value)


def _text(value: Text) -> Plain:
    if value.translations or type(value.translations) is not MappingProxyType:
        return _fields_of(Text)(value)
    return {_WORDS: value.en}


def _rarer(value: Any) -> Plain:
    kind: Any = type(value)
    if isinstance(value, Path):
        return {_PATH: [str(value)]}
    if kind.__name__ not in _CLASSES or getattr(model, kind.__name__) is not kind:
        raise TypeError(f"{kind.__name__} cannot be kept")
    _PLAIN[kind] = _fields_of(kind)
    return _PLAIN[kind](value)


@cache
def _fields_of(kind: type) -> Callable[[Any], Plain]:
    """What makes an object of JSON of a value of this class."""
    names, defaults = _described(kind.__name__)
    values_of = attrgetter(*names, "__class__")

    def plain(value: Any) -> Plain:
        *own, _ = values_of(value)
        while own and (own[-1] is (default := defaults[len(own) - 1]) or _is_same(own[-1], default)):
            own.pop()
        if not _TAGGED.isdisjoint(map(type, own)):
            own = [_outermost(one) if type(one) in _TAGGED else one for one in own]
        return {kind.__name__: own}

    return plain


def _is_same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


@cache
def _described(name: str) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    """The names of a class' fields, and their defaults."""
    own = defaults(getattr(model, name))
    return tuple(own), tuple(own.values())


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
_PLAIN: dict[type, Callable[[Any], Plain]] = {
    Text: _text,
    MappingProxyType: lambda value: _map(_FROZEN, value),
    date: lambda value: {_DAY: [value.isoformat()]},
}
_ENCODER = json.JSONEncoder(separators=(",", ":"), allow_nan=False, check_circular=False, default=_plain)
_DECODER = json.JSONDecoder(object_hook=_made)
