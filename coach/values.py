"""Values: `dataclasses.dataclass`, with all that is made of a class made when it is first needed.

When its module is loaded, Python makes six functions for every dataclass, and compiles each from a text of its own: 630
microseconds for one of five fields (Python 3.11), and what the window needs at its start has two hundred and fifty.
Here one takes 20. Its fields, as the standard library describes them, are made when `fields`, `replace` or `asdict`
ask for them; and its `__init__`, which has to be quick, is compiled once it has made a few values: most make few.

What is not among the forms below is left to the standard library altogether. Who checks types sees nothing else.
"""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter, ge, gt, le, lt
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["as_dict", "dataclass", "defaults", "field", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, kw_only=False, order=False, **form):
        """As the standard library has it."""
        if cls is None:
            return lambda given: dataclass(given, frozen=frozen, slots=slots, kw_only=kw_only, order=order, **form)
        inherited = _inherited(cls)
        if form or inherited is None or (kw_only and inherited) or not _is_plain(cls):
            return _theirs(cls, frozen=frozen, slots=slots, kw_only=kw_only, order=order, **form)
        return _made(cls, inherited, {"frozen": frozen, "slots": slots, "kw_only": kw_only, "order": order})

    def field(**form):
        """As the standard library has it."""
        return _Field(**form)

    def replace(value, /, **changes):
        """As the standard library has it."""
        made = value.__class__
        if made not in _REPLACED:
            given = getattr(made, _GIVEN, None)
            is_theirs = given is None or any(_is_field(one) and not one.init for one in given.values())
            _REPLACED[made] = None if is_theirs else (tuple(given), _values_of(list(given)))
        if (known := _REPLACED[made]) is None:
            from dataclasses import replace

            return replace(value, **changes)
        names, values = known
        return made(**(dict(zip(names, values(value), strict=True)) | changes))

    _REPLACED = {}  # each class's fields and what gives their values, once one was replaced; None where it is not ours


def defaults(cls: type) -> dict[str, Any]:
    """Of each field of a class that was made here its default, a made one made; MISSING where it has none."""
    given: Mapping[str, Any] = getattr(cls, _GIVEN)
    return {name: one.default_factory() if _has_maker(one) else _default(one) for name, one in given.items()}


def as_dict(value: Any) -> dict[str, Any]:
    """Each field of a value of ours by its name, in their order; what they hold stays as it is. The standard library's
    `asdict` would be all that a program needs of it, and comes with `inspect`: a megabyte in memory.
    """
    return {name: getattr(value, name) for name in getattr(value, _GIVEN)}


_GIVEN, _FORM = "__given_fields__", "__given_form__"  # of each class here; the first is each field's name and default
_FIELDS, _PARAMS = "__dataclass_fields__", "__dataclass_params__"  # by which the standard library knows its own
_SPECIAL = ("ClassVar", "InitVar", "KW_ONLY", "typing.", "dataclasses.")
MISSING: Any = object()
_NOT_GIVEN = object()
_FEW = 48  # values that are made without: so many take as long as it takes to compile


class _Field:
    """What `field` was given."""

    __slots__ = ("compare", "default", "default_factory", "hash", "init", "repr")

    def __init__(
        self,
        *,
        default: Any = MISSING,
        default_factory: Any = MISSING,
        init: bool = True,
        repr: bool = True,  # noqa: A002 - as the standard library calls it
        hash: bool | None = None,  # noqa: A002
        compare: bool = True,
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare

    def theirs(self) -> Any:
        """The same as the standard library has it."""
        from dataclasses import field

        given = {name: getattr(self, name) for name in self.__slots__}
        return field(**{name: value for name, value in given.items() if value is not MISSING})


def _theirs(cls: type, **form: bool) -> Any:
    """The class as the standard library makes it."""
    import dataclasses

    for name, one in list(cls.__dict__.items()):
        if _is_field(one):
            setattr(cls, name, one.theirs())
    make: Any = dataclasses.dataclass
    made = make(cls, **form)
    setattr(made, _GIVEN, None)  # whatever it inherits
    return made


def _inherited(cls: type) -> dict[str, Any] | None:
    """The fields of the classes above; None where the standard library made one of them."""
    found: dict[str, Any] = {}
    for above in cls.__mro__[-2:0:-1]:
        own = above.__dict__
        if own.get(_GIVEN) is not None:
            found |= own[_GIVEN]
        elif _FIELDS in own:
            return None
    return found


def _is_plain(cls: type) -> bool:
    """Whether every annotation is a field's, no default is one that all values would share and could change, and a
    value is done once it is made.
    """
    own = cls.__dict__
    return not hasattr(cls, "__post_init__") and all(
        type(annotation) is str
        and not annotation.startswith(_SPECIAL)
        and type(own.get(name)).__hash__ is not None
        and (_is_field(own.get(name)) or not hasattr(own.get(name), "default_factory"))
        for name, annotation in cls.__annotations__.items()
    )


def _made(cls: type, inherited: Mapping[str, Any], form: Mapping[str, bool]) -> type[Any]:
    own = cls.__dict__
    fields = {**inherited, **{name: own.get(name, MISSING) for name in cls.__annotations__}}
    more = _methods(own, form)
    more |= {_GIVEN: fields, _FORM: form, _FIELDS: _FIELDS_LATER, _PARAMS: _PARAMS_LATER}
    if own.get("__doc__") is None:
        more["__doc__"] = cls.__name__  # the standard library makes one of its signature, which takes longer than all
    if "__match_args__" not in own:
        more["__match_args__"] = () if form["kw_only"] else tuple(_given(fields))
    if form["slots"]:
        return _slotted(cls, fields, more)
    for name in cls.__annotations__:
        if _is_field(own.get(name)):
            if (default := own[name].default) is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, default)
    for name, value in more.items():
        setattr(cls, name, value)
    return cls


def _methods(own: Mapping[str, Any], form: Mapping[str, bool]) -> dict[str, Any]:
    """Those that a class has not itself. Who is not told here what a hash is has none, as with any `__eq__`."""
    found: dict[str, Any] = {"__init__": _first_init, "__eq__": _first_equal, "__repr__": _text}
    if form["order"]:
        found |= _ORDER
    found = {name: method for name, method in found.items() if name not in own}
    if own.get("__hash__") is None:  # as it also is where a class has an `__eq__` of its own and says no more
        found["__hash__"] = _first_hash if form["frozen"] else None
    if form["frozen"]:
        found |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
        if form["slots"]:
            found |= {"__getstate__": _state, "__setstate__": _take_state}
    return found


def _slotted(cls: type, fields: Iterable[str], more: dict[str, Any]) -> type[Any]:
    """The class anew, since slots are made with a class."""
    left_out = {"__dict__", "__weakref__", *cls.__annotations__}
    names = {name: value for name, value in cls.__dict__.items() if name not in left_out}
    above = {name for one in cls.__mro__[1:-1] for name in one.__dict__.get("__slots__", ())}
    slots = tuple(name for name in fields if name not in above)
    return type(cls)(cls.__name__, cls.__bases__, names | more | {"__slots__": slots, "__qualname__": cls.__qualname__})


class _Later:
    """An attribute by which the standard library knows a dataclass: it makes it when it asks for it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, _value: object, cls: type) -> Any:
        import dataclasses

        owner = _owner(cls, self._name, self)
        annotations, form = owner.__annotations__, owner.__dict__[_FORM]
        given = {name: owner.__dict__[_GIVEN][name] for name in annotations}
        names = {name: one.theirs() if _is_field(one) else one for name, one in given.items() if one is not MISSING}
        names |= {"__annotations__": annotations, "__module__": owner.__module__, "__doc__": owner.__doc__}
        like: Any = type(owner.__name__, (), names)
        if self._name == _PARAMS:
            found = dataclasses.dataclass(**form)(like).__dataclass_params__
        else:
            dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=form["kw_only"])(like)
            above = [one for one in owner.__mro__[-2:0:-1] if _FIELDS in one.__dict__]
            found = {name: field for one in (*above, like) for name, field in getattr(one, _FIELDS).items()}
        setattr(owner, self._name, found)
        return found


_FIELDS_LATER, _PARAMS_LATER = _Later(_FIELDS), _Later(_PARAMS)


def _owner(cls: type, name: str, value: object) -> Any:
    """The class that has `value` under this name: `cls`, or one above it."""
    return next(one for one in cls.__mro__ if one.__dict__.get(name) is value)


# --- what is made of a class when it is first needed, and takes the place of what is called here ---


def _first_equal(self: Any, other: object) -> Any:
    owner = _owner(self.__class__, "__eq__", _first_equal)
    compared = _compared(owner)

    def equal(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    owner.__eq__ = equal
    return equal(self, other)


def _ordered(name: str, judge: Callable[[Any, Any], bool]) -> Callable[[Any, Any], Any]:
    def first(self: Any, other: object) -> Any:
        owner = _owner(self.__class__, name, first)
        compared = _compared(owner)

        def ordered(self: Any, other: object) -> Any:
            return judge(compared(self), compared(other)) if other.__class__ is self.__class__ else NotImplemented

        setattr(owner, name, ordered)
        return ordered(self, other)

    return first


_ORDER = {
    name: _ordered(name, judge) for name, judge in (("__lt__", lt), ("__le__", le), ("__gt__", gt), ("__ge__", ge))
}


def _first_hash(self: Any) -> int:
    owner = _owner(self.__class__, "__hash__", _first_hash)
    fields = owner.__dict__[_GIVEN].items()
    hashed = _values_of(
        [name for name, one in fields if not _is_field(one) or (one.compare if one.hash is None else one.hash)]
    )

    def hashed_so(self: Any) -> int:
        return hash(hashed(self))

    owner.__hash__ = hashed_so
    return hashed_so(self)


def _first_init(self: Any, *args: Any, **kwargs: Any) -> None:
    owner = _owner(self.__class__, "__init__", _first_init)
    fields = owner.__dict__[_GIVEN]
    given = _given(fields)
    known = frozenset(given)
    in_places = () if owner.__dict__[_FORM]["kw_only"] else given
    defaults = {name: value for name, one in fields.items() if (value := _default(one)) is not MISSING}
    makers = {name: one.default_factory for name, one in fields.items() if _has_maker(one)}
    left, put = _FEW, object.__setattr__
    # the others of so many in their places are defaults; a kept library gives thousands so
    least = next((number for number in range(len(given), 0, -1) if given[number - 1] not in defaults), 0)
    most = len(in_places) if len(in_places) == len(fields) and not makers else -1

    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        nonlocal left
        left -= 1
        if not kwargs and least <= len(args) <= most and left >= 0:
            for name, value in zip(in_places, args, strict=False):
                put(self, name, value)
            for name in in_places[len(args) :]:
                put(self, name, defaults[name])
            return
        values = {**defaults, **dict(zip(in_places, args, strict=False)), **kwargs}
        for name, make in makers.items():
            if name not in values:
                values[name] = make()
        fits = len(args) <= len(in_places) and values.keys() == fields.keys() and known.issuperset(kwargs)
        if left < 0 or not fits or not kwargs.keys().isdisjoint(in_places[: len(args)]):
            owner.__init__ = _init(owner)
            owner.__init__(self, *args, **kwargs)  # which says what does not fit
            return
        for name, value in values.items():
            put(self, name, value)

    owner.__init__ = init
    init(self, *args, **kwargs)


def _init(cls: type) -> Callable[..., None]:
    """What a value of this class is made by: each field in its place, as the standard library's does it."""
    known: dict[str, Any] = {"_NOT_GIVEN": _NOT_GIVEN, "_set": object.__setattr__}
    parameters, lines = ["self"], []
    if cls.__dict__[_FORM]["kw_only"]:
        parameters.append("*")
    for number, (name, one) in enumerate(cls.__dict__[_GIVEN].items()):
        parameter = value = name
        if (default := _default(one)) is not MISSING:
            known[f"_default{number}"] = default
            parameter = f"{name}=_default{number}"
        elif _has_maker(one):
            known[f"_make{number}"] = one.default_factory
            parameter = f"{name}=_NOT_GIVEN"
            value = f"_make{number}() if {name} is _NOT_GIVEN else {name}"
        if not _is_field(one) or one.init:
            parameters.append(parameter)
        else:
            value = f"_make{number}()" if _has_maker(one) else f"_default{number}"
        slot = getattr(cls, name, None)
        if not cls.__dict__[_FORM]["frozen"]:
            lines.append(f" self.{name} = {value}")
        elif isinstance(slot, MemberDescriptorType):
            known[f"_set{number}"] = slot.__set__  # a third quicker than by its name
            lines.append(f" _set{number}(self, {value})")
        else:
            lines.append(f" _set(self, {name!r}, {value})")
    text = f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines or [" pass"])
    exec(text, known)  # noqa: S102 - of names of fields alone, as the standard library does it
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


# --- what is known of the fields: each is a default, or MISSING, or what `field` gave ---


def _is_field(one: object) -> bool:
    return type(one) is _Field


def _given(fields: Mapping[str, Any]) -> list[str]:
    """The names of those that are given when a value is made."""
    return [name for name, one in fields.items() if not _is_field(one) or one.init]


def _default(one: Any) -> Any:
    return one.default if _is_field(one) else one


def _has_maker(one: Any) -> bool:
    return _is_field(one) and one.default_factory is not MISSING


def _compared(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    """Gives what of a value is compared."""
    return _values_of([name for name, one in cls.__dict__[_GIVEN].items() if not _is_field(one) or one.compare])


def _values_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Gives a value's fields of these names."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple([getattr(value, name) for name in names])


# --- what all have in common ---


@reprlib.recursive_repr()
def _text(self: Any) -> str:
    given = getattr(self, _GIVEN).items()
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name, one in given if not _is_field(one) or one.repr)
    return f"{self.__class__.__qualname__}({told})"


def _refuse_to_set(_self: Any, name: str, _value: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: Any, name: str) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    """For who copies it; without these two its fields would be set one by one."""
    return [getattr(self, name) for name in getattr(self, _GIVEN)]


def _take_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(getattr(self, _GIVEN), state, strict=True):
        object.__setattr__(self, name, value)
