"""PySide6 comes without what nobody asks it, and has it all the same once somebody does."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

ASKS = """
import builtins, json, linecache, sys
import coach.ui
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

def waiting():
    ours = [(name, vars(one)) for name, one in sys.modules.items() if name.startswith("shibokensupport")]
    return [name for name, has in ours if "__getattr__" in has]

class Within(QWidget):  # a type of our own does not need them either
    pass

told = {"import": builtins.__import__ is builtins.__feature_import__, "compile": repr(builtins.compile)}
sources = [name for name in linecache.cache if not str(name).startswith("<")]  # this one is no file
told |= {"sources": len(sources), "before": waiting(), "inspect": "inspect" in sys.modules}
try:
    QPoint("left")
except TypeError as error:
    told["error"] = str(error)
from PySide6.support.signature.lib.pyi_generator import Formatter
from PySide6.support.signature import layout
told |= {"after": waiting(), "doc": Formatter.__doc__, "twice": layout.create_signature is layout.create_signature}
try:
    layout.nothing_of_this_name
except AttributeError as error:
    told["missing"] = str(error)
print(json.dumps(told))
"""


def asked(script: str) -> Any:
    """What a process of its own prints: in this one PySide6 is there already."""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=100)
    return json.loads(done.stdout)


def test_what_nobody_asks_waits_until_somebody_does() -> None:
    told = asked(ASKS)
    assert len(told["before"]) == 8, "else a release has others, and its start takes a third longer"
    assert "called with wrong argument types" in told["error"]
    assert "xpos: int" in told["error"]
    assert "shibokensupport.signature.lib.enum_sig" not in told["after"]
    assert "shibokensupport.signature.layout" not in told["after"]
    assert "Formatter" in told["doc"]
    assert told["twice"]
    assert told["missing"] == "module 'shibokensupport.signature.layout' has no attribute 'nothing_of_this_name'"


def test_import_and_compile_are_pythons_own_again() -> None:
    told = asked(ASKS)
    assert not told["import"]
    assert told["compile"] == "<built-in function compile>"
    assert told["sources"] == 0
    assert not told["inspect"], "else the hook was there for a while, and reads sources by it"


WITHOUT = """
import builtins, json, sys
sys.modules["PySide6"] = None
try:
    import coach.ui
except ImportError as error:
    print(json.dumps({"error": str(error)}))
else:
    print(json.dumps({"compile": repr(builtins.compile)}))
"""


def test_without_pyside_nothing_is_said_here() -> None:
    assert asked(WITHOUT) == {"compile": "<built-in function compile>"}
