"""Whoever says a sentence of coach/words gives the language: left out, it would be English in every country."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from tests.words.code import COACH, text

WORDS = COACH / "words"

Names = Mapping[str, str | tuple[str, str]]
"""What a name in a file stands for: a module of coach/words, or a module and a function of it."""

FOR_PROGRAMS = {
    ("words/desk.py", "answer"),
    ("words/desk.py", "supposed"),
    ("words/desk.py", "why_now"),
    ("words/desk_list.py", "times"),
    ("commands/starting.py", "sentence"),
}
"""Sentences within JSON are English (docs/json.md)."""

FOR_AUTHORS = {("words/introductions.py", "things")}
"""The problems that `check` tells are English."""


def _speaking() -> dict[tuple[str, str], int | None]:
    """Each function that has a language, by module and name, with the place of it among its arguments."""
    found: dict[tuple[str, str], int | None] = {}
    for path in WORDS.glob("*.py"):
        for node in ast.parse(text(path)).body:
            if isinstance(node, ast.FunctionDef):
                plain = [one.arg for one in (*node.args.posonlyargs, *node.args.args)]
                if "language" in plain:
                    found[path.stem, node.name] = plain.index("language")
                elif "language" in [one.arg for one in node.args.kwonlyargs]:
                    found[path.stem, node.name] = None
    return found


SPEAKING = _speaking()


def imported(scope: ast.AST) -> Names:
    """The names that the import statements of a module or function bring, not those of functions in it."""
    found: dict[str, str | tuple[str, str]] = {}
    for node in ast.iter_child_nodes(scope):
        if isinstance(node, ast.ImportFrom) and node.module == "coach.words":
            found |= {one.asname or one.name: one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("coach.words."):
            module = (node.module or "").removeprefix("coach.words.")
            found |= {one.asname or one.name: (module, one.name) for one in node.names}
        elif not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            found |= imported(node)
    return found


def calls(scope: ast.AST, known: Names) -> Iterator[tuple[ast.Call, tuple[str, str]]]:
    """Each call of a function of coach/words, by whatever name it has there."""
    for node in ast.iter_child_nodes(scope):
        inner = {**known, **imported(node)} if isinstance(node, ast.FunctionDef) else known
        if isinstance(node, ast.Call):
            called = node.func
            named = inner.get(called.id) if isinstance(called, ast.Name) else None
            if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
                module = inner.get(called.value.id)
                named = (module, called.attr) if isinstance(module, str) else None
            if isinstance(named, tuple) and named in SPEAKING:
                yield node, named
        yield from calls(node, inner)


def gives_it(call: ast.Call, place: int | None) -> bool:
    if any(one.arg in ("language", None) for one in call.keywords) or any(
        isinstance(a, ast.Starred) for a in call.args
    ):
        return True
    return place is not None and len(call.args) > place


def silent() -> set[tuple[str, str]]:
    found = set()
    for path in COACH.rglob("*.py"):
        if path.parent != WORDS and "coach.words" not in text(path):
            continue  # it knows none of them
        tree = ast.parse(text(path))
        own = {name: (module, name) for module, name in SPEAKING if path == WORDS / f"{module}.py"}
        for call, named in calls(tree, {**own, **imported(tree)}):
            if not gives_it(call, SPEAKING[named]):
                found.add((path.relative_to(COACH).as_posix(), named[1]))
    return found


def test_whoever_speaks_gives_the_language():
    assert silent() == FOR_PROGRAMS | FOR_AUTHORS
