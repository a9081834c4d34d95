"""Qt's enumerations, made in a quarter of the time: a window has two hundred, with four thousand members, before its
paint.

PySide6 makes an enumeration of Python of each of Qt's, by the standard library's own call, which works out anew for
each what all of a kind have in common, and has Python write down, look through and replace each member three times.
Here the standard library makes one of each kind without members, of which the others are copies. Their members wait
until somebody asks the enumeration for one, as nobody does for most; then they are put into it as that call does it in
the end (`enum._proto_member.__set_name__`). What is not as all of Qt's are, integers under names that mean nothing
else, is left to the standard library, and so is a Python of which that was not looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import Enum, EnumType, Flag, IntEnum, IntFlag
from threading import RLock
from typing import Any

_KNOWN = ((3, 11), (3, 13))  # the first and the last Python whose enum.py was read for this
_KINDS = (Enum, IntEnum, Flag, IntFlag)
_TAKEN = frozenset(name for kind in (*_KINDS, EnumType) for one in type.mro(kind) for name in vars(one))


def make_enumerations_fast() -> None:
    """From now on, in this process; once is enough."""
    ordinary = EnumType._create_  # type: ignore[attr-defined]
    if _KNOWN[0] <= sys.version_info[:2] <= _KNOWN[1] and ordinary is not _create:
        _ordinary.append(ordinary)
        setattr(EnumType, "_create_", _create)  # noqa: B010 - mypy knows that a method is no variable


_ordinary: list[Callable[..., Any]] = []
_like: dict[tuple[Any, Any], dict[str, Any]] = {}  # by kind and boundary, what is in the class of one without members


def _create(cls: Any, class_name: str, names: Any, *, module: str | None = None, **how: Any) -> Any:
    """As `EnumType._create_` has it."""
    if module is None:  # it looks for that, too, and one frame further away
        module = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001 - as it does itself
    if cls not in _KINDS or how.get("type") is not None or not _is_plain(names):
        return _ordinary[0](cls, class_name, names, module=module, **how)
    made = _without_members(cls, class_name, module, how.get("qualname"), how.get("boundary"))
    _waiting[made] = names
    type.__setattr__(made, "__class__", _Waiting)
    if not _may_wait:
        _fill(made)
    return made


def wait_no_longer() -> None:
    """From now on every enumeration has its members, as those modules of PySide6 expect it that tell signatures."""
    global _may_wait  # noqa: PLW0603 - of the process, as `EnumType` is
    with _lock:
        _may_wait = False
        for made in list(_waiting):
            _fill(made)


def _without_members(cls: Any, class_name: str, module: str | None, qualname: str | None, boundary: Any) -> Any:
    if module is None or qualname is not None:
        return _ordinary[0](cls, class_name, (), module=module, qualname=qualname, boundary=boundary)
    like = _like.get((cls, boundary))
    if like is None:
        like = dict(vars(_ordinary[0](cls, class_name, (), module=module, boundary=boundary)))
        _like[cls, boundary] = like
    own = {name: value.copy() if type(value) in (list, dict) else value for name, value in like.items()}
    own["__module__"] = module
    new = own.pop("__new__")
    made = type.__new__(EnumType, class_name, (cls,), own)
    type.__setattr__(made, "__new__", new)  # afterwards, as the standard library does: else it becomes a static method
    return made


def _fill(made: Any) -> None:
    """Put the members in that wait. From then on it is one like any other."""
    with _lock:
        if made in _waiting:
            _add(made, _waiting[made], is_flag=issubclass(made, Flag))
            type.__setattr__(made, "__class__", EnumType)
            del _waiting[made]


def _asked(name: str) -> Any:
    def ask(made: Any, *arguments: Any, **named: Any) -> Any:
        _fill(made)
        return getattr(EnumType, name)(made, *arguments, **named)

    return ask


def _known(name: str) -> Any:
    def known(made: Any) -> Any:
        _fill(made)
        return getattr(made, name)

    return property(known)


class _Waiting(EnumType):
    """The class of an enumeration whose members wait, with all by which it can be asked for them. By the short names
    that PySide6 has for who comes from an older one (`Qt.AlignLeft`) none is found; its own modules alone use those.
    """

    __call__, __contains__, __getitem__ = _asked("__call__"), _asked("__contains__"), _asked("__getitem__")
    __dir__, __iter__ = _asked("__dir__"), _asked("__iter__")
    __len__, __reversed__ = _asked("__len__"), _asked("__reversed__")
    __members__, _member_map_, _member_names_ = _known("__members__"), _known("_member_map_"), _known("_member_names_")
    _value2member_map_ = _known("_value2member_map_")

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("_"):  # no member has such a name
            raise AttributeError(name, name=name, obj=cls)
        _fill(cls)
        return getattr(cls, name)


_waiting: dict[Any, list[tuple[str, int]]] = {}
_lock = RLock()
_may_wait = True


def _is_plain(names: object) -> bool:
    """Whether these are pairs of a name that means nothing else and an integer."""
    if type(names) is not list or {*map(type, names)} != {tuple} or {*map(len, names)} != {2}:
        return False
    different = dict(names)
    if {*map(type, different)} != {str} or {*map(type, different.values())} != {int}:
        return False
    beginnings = {name[:1] for name in different}
    return len(different) == len(names) and beginnings.isdisjoint(("", "_")) and _TAKEN.isdisjoint(different)


def _add(made: Any, pairs: list[tuple[str, int]], *, is_flag: bool) -> None:
    """Put members into a class that has none."""
    own = vars(made)
    new, takes_value = own["_new_member_"], own["_use_args_"]
    order, by_name, by_value = own["_member_names_"], own["_member_map_"], own["_value2member_map_"]
    values = own.get("_hashable_values_", [])
    flags = singles = 0
    for name, value in pairs:
        single = True
        if is_flag:
            single = value != 0 and not value & (value - 1)
            flags |= value
            singles |= value if single else 0
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value) if takes_value else new(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(order)
            values.append(value)
            if single:
                order.append(name)
        type.__setattr__(made, name, member)
        by_name[name] = member
    if is_flag and pairs:
        made._all_bits_ = 2 ** flags.bit_length() - 1
        if "_singles_mask_" in own:
            made._flag_mask_, made._singles_mask_ = flags, singles
        else:  # as it was before 3.11.4, which Debian 12 has
            made._flag_mask_ = singles
        canonical = [by_name[name]._value_ for name in order]
        if canonical != sorted(canonical):
            made._iter_member_ = made._iter_member_by_def_
