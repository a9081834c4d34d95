"""Frozen values: `dataclasses.dataclass`, with methods that are made when they are first needed.

When its module is loaded, Python makes six functions for every frozen dataclass, and compiles each from a text of its
own: 630 microseconds for one of five fields (Python 3.11), and what the window needs at its start has two hundred. Here
one that is `frozen=True`, with or without `slots`, takes 40: equality, hash and text are functions that all share, and
its `__init__`, the one that has to be quick, is compiled when the first value of it is made. The fields come from the
standard library, so that `replace`, `fields` and `asdict` work as ever; any other form is left to it altogether.

Who checks types sees the standard library's own.
"""

from __future__ import annotations

import dataclasses
import reprlib
from collections.abc import Callable
from operator import attrgetter
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, **form):
        """As the standard library has it."""
        if cls is None and frozen and not form:
            return lambda given: _frozen(given, slots=slots)
        return dataclasses.dataclass(cls, frozen=frozen, slots=slots, **form)


def _frozen(given: type, *, slots: bool) -> type:
    own = dict(given.__dict__)
    if own.get("__doc__") is None:
        given.__doc__ = given.__name__  # else one is made of its signature, which takes longer than all the rest
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(given)
    fields = dataclasses.fields(made)
    compared = _values_of([one.name for one in fields if one.compare])
    hashed = _values_of([one.name for one in fields if (one.compare if one.hash is None else one.hash)])

    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        made.__init__ = _init(made)
        made.__init__(self, *args, **kwargs)

    def equal(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed_so(self: Any) -> int:
        return hash(hashed(self))

    methods: dict[str, Callable[..., Any]] = {"__init__": init, "__eq__": equal, "__repr__": _text}
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    if own.get("__hash__") is None:  # as it also is where a class has an `__eq__` of its own and says no more
        made.__hash__ = hashed_so
    made.__setattr__, made.__delattr__ = _refuse_to_set, _refuse_to_delete
    if slots:
        made.__getstate__, made.__setstate__ = _state, _take_state
    return made  # type: ignore[no-any-return]


def _values_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Gives a value's fields of these names."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple([getattr(value, name) for name in names])


_NOT_GIVEN = object()


def _init(cls: type) -> Callable[..., None]:
    """What a value of this class is made by: each field in its place, as the standard library's does it."""
    known: dict[str, Any] = {"_NOT_GIVEN": _NOT_GIVEN, "_set": object.__setattr__}
    parameters, lines = ["self"], []
    for number, one in enumerate(dataclasses.fields(cls)):
        assert not one.kw_only
        name = value = one.name
        parameter = name
        if one.default is not dataclasses.MISSING:
            known[f"_default{number}"] = one.default
            parameter = f"{name}=_default{number}"
        elif one.default_factory is not dataclasses.MISSING:
            known[f"_make{number}"] = one.default_factory
            parameter = f"{name}=_NOT_GIVEN"
            value = f"_make{number}() if {name} is _NOT_GIVEN else {name}"
        if one.init:
            parameters.append(parameter)
        else:
            value = f"_make{number}()"  # the one way in which a field of ours is not given
        slot = getattr(cls, name, None)
        if isinstance(slot, MemberDescriptorType):
            known[f"_set{number}"] = slot.__set__  # a third quicker than by its name
            lines.append(f" _set{number}(self, {value})")
        else:
            lines.append(f" _set(self, {name!r}, {value})")
    text = f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines or [" pass"])
    exec(text, known)  # noqa: S102 - of names of fields alone, as the standard library does it
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


@reprlib.recursive_repr()
def _text(self: Any) -> str:
    told = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{self.__class__.__qualname__}({told})"


def _refuse_to_set(_self: Any, name: str, _value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: Any, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    """For who copies it; without these two its fields would be set one by one."""
    return [getattr(self, one.name) for one in dataclasses.fields(self)]


def _take_state(self: Any, state: list[Any]) -> None:
    for one, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
