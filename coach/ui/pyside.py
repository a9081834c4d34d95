"""PySide6 without what it loads for what nobody here asks it: a third of what its import takes.

While it is imported, PySide6 compiles a dozen modules of its own out of a zip file it has within, each time anew: what
tells signatures, writes stubs, and explains a call with the wrong arguments. Here eight of them are there, and empty,
until somebody looks into them. And it puts a function of Python around `import`, which reads the source of every module
that is imported for a `from __feature__ import`, of which there is none here: that is not put there.
"""

from __future__ import annotations

import builtins
import linecache
import sys
from collections.abc import Callable
from functools import partial
from threading import RLock
from types import CodeType, ModuleType
from typing import Any

from coach.ui.enumerations import make_enumerations_fast, wait_no_longer

_LATER = frozenset(
    f"shibokensupport/{name}.py"
    for name in (
        "feature",
        "signature/errorhandler",
        "signature/layout",
        "signature/mapping",
        "signature/parser",
        "signature/lib/enum_sig",
        "signature/lib/pyi_generator",
        "signature/lib/tool",
    )
)
"""Of what is in the zip file, by the names they are compiled under, what is asked for by functions alone, if at all."""

_HOOK = ("shibokensupport/signature/loader.py", b"builtins.__import__ = builtins.__feature_import__")
"""Where PySide6 puts its function around `import`, in words that stand there once."""

_TAKEN = ("shibokensupport/signature/mapping.py", "update_mapping")
"""What PySide6 takes out of a module's names itself, and calls before anything else of it: it is there, and asks."""

_UNUSED = ("tempfile", "traceback")
"""What shiboken6 imports for PyInstaller to see it, and calls nothing of. Since Python 3.14 the second takes along
dataclasses and inspect.
"""

_NOTHING = ModuleType("nothing")

_sources: dict[str, object] = {}
_asking: list[object] = []  # PySide6 holds none of it while it calls it
_lock = RLock()


def come_lightly() -> None:
    """Import PySide6, if it is there and nobody has. Whoever wants something of it learns that it is not there."""
    if "PySide6" not in sys.modules:
        make_enumerations_fast()
        ordinary = builtins.compile
        setattr(builtins, "compile", partial(_compile, ordinary))  # noqa: B010 - mypy knows that a function is no variable
        stands_in = [name for name in _UNUSED if sys.modules.setdefault(name, _NOTHING) is _NOTHING]
        try:
            import PySide6  # noqa: F401
        except ImportError:
            return
        finally:
            setattr(builtins, "compile", ordinary)  # noqa: B010
            for name in stands_in:
                del sys.modules[name]
    hook = getattr(builtins, "__feature_import__", None)
    if hook is not None and builtins.__import__ is hook:  # somebody imported it before, or it does so in other words
        setattr(builtins, "__import__", getattr(builtins, "__orig_import__"))  # noqa: B009, B010
        linecache.clearcache()  # of the sources that were read until here


def _compile(ordinary: Callable[..., CodeType], source: object, filename: object, *how: Any, **more: Any) -> CodeType:
    if filename == _HOOK[0] and isinstance(source, bytes):
        source = source.replace(_HOOK[1], b"pass")
    if filename not in _LATER:
        return ordinary(source, filename, *how, **more)
    _sources[str(filename)] = source
    return ordinary(f"from {__name__} import later\n__getattr__ = later(globals(), {filename!r})", filename, "exec")


def later(names: dict[str, Any], filename: str) -> Callable[[str], Any]:
    """The `__getattr__` of a module with these names: it comes to be when the first is asked for that it has not."""
    missing = "module {!r} has no attribute {!r}"
    begun = False

    def load(name: str) -> Any:
        nonlocal begun
        with _lock:
            if "__getattr__" in names:  # else another thread was here before
                if begun or name.startswith("__"):  # one that it imports asks it meanwhile; Python asks of every module
                    raise AttributeError(missing.format(names["__name__"], name))
                begun = True
                wait_no_longer()
                source: Any = _sources.pop(filename)
                exec(compile(source, filename, "exec"), names)  # noqa: S102 - PySide6's own, which it would run itself
                del names["__getattr__"]
        if name not in names:
            raise AttributeError(missing.format(names["__name__"], name))
        return names[name]

    def ask() -> Any:
        return load(_TAKEN[1])()

    if filename == _TAKEN[0]:
        names[_TAKEN[1]] = ask
        _asking.append(ask)
    return load
