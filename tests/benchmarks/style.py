"""How the code is written, in numbers: lengths, docstrings, types, comments, imports, branches; with its tests beside.

    python -m tests.benchmarks.style [FOLDER [TESTS]]     # coach and tests by default

Any Python project can be measured in the same way, so that one is judged beside another. Functions are those of the
source, methods and nested ones included; a function's length is that from `def` to its last line. Public is what has no
underscore before its name nor lies in something that has; what overrides Qt's own methods is left to Qt. Typed is a
function of which every parameter and the return are annotated. Complexity counts what branches, plus one.
"""

from __future__ import annotations

import ast
import io
import statistics
import sys
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef
_BRANCHES = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.comprehension, ast.match_case)
LONG_FUNCTION, LONG_FILE = 40, 400


@dataclass(slots=True)
class Measured:
    """What was counted; lines where nothing else is said."""

    files: list[tuple[Path, int]] = field(default_factory=list)
    functions: list[tuple[str, int]] = field(default_factory=list)
    complexities: list[int] = field(default_factory=list)
    imports: list[int] = field(default_factory=list)
    typed: int = 0
    documented: int = 0
    things: int = 0
    public: int = 0
    public_documented: int = 0
    undocumented: list[str] = field(default_factory=list)
    modules_documented: int = 0
    comments: int = 0
    tests: int = 0
    asserts: int = 0

    @property
    def lines(self) -> int:
        return sum(count for _, count in self.files)


def measure(folder: Path) -> Measured:
    """Everything below `folder`."""
    found = Measured()
    for file in sorted(folder.rglob("*.py")):
        text = file.read_text("utf-8")
        tree = ast.parse(text)
        found.files.append((file, text.count("\n")))
        found.modules_documented += ast.get_docstring(tree) is not None
        found.imports.append(sum(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(tree)))
        found.comments += sum(is_own for is_own in _comments(text))
        for node, is_public, owner in _things(tree, is_public=True, owner=""):
            _count(found, file, node, is_public=is_public, owner=owner)
    return found


def _count(found: Measured, file: Path, node: ast.ClassDef | Function, *, is_public: bool, owner: str) -> None:
    has_words = ast.get_docstring(node) is not None
    found.things += 1
    found.documented += has_words
    if is_public:
        found.public += 1
        found.public_documented += has_words
        if not has_words:
            found.undocumented.append(f"{file}:{node.lineno} {owner}{node.name}")
    if isinstance(node, ast.ClassDef):
        return
    found.functions.append((f"{file}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1))
    found.complexities.append(1 + sum(_branches(inner) for inner in ast.walk(node)))
    found.typed += _is_typed(node, bool(owner))
    if node.name.startswith("test_"):
        found.tests += 1
        found.asserts += sum(isinstance(inner, ast.Assert) for inner in ast.walk(node))


def _things(node: ast.AST, *, is_public: bool, owner: str) -> Iterator[tuple[ast.ClassDef | Function, bool, str]]:
    """Classes and functions, whether others may use them, and the class that they are of."""
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.ClassDef):
            shown = is_public and not inner.name.startswith("_")
            yield inner, shown, owner
            yield from _things(inner, is_public=shown, owner=f"{inner.name}.")
        elif isinstance(inner, Function):
            shown = is_public and not inner.name.startswith("_") and not _is_qts(inner.name)
            yield inner, shown, owner
            yield from _things(inner, is_public=False, owner="")
        else:
            yield from _things(inner, is_public=is_public, owner=owner)


def _is_qts(name: str) -> bool:
    """Whether it overrides one of Qt's, whose names are written likeThis."""
    return name != name.lower()


def _is_typed(node: Function, is_method: bool) -> bool:
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    given += [one for one in (node.args.vararg, node.args.kwarg) if one is not None]
    is_static = any(isinstance(mark, ast.Name) and mark.id == "staticmethod" for mark in node.decorator_list)
    if is_method and given and not is_static:
        given = given[1:]  # self or cls
    return node.returns is not None and all(one.annotation is not None for one in given)


def _branches(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    return isinstance(node, _BRANCHES)


def _comments(text: str) -> Iterator[bool]:
    """Each comment: whether it has a line of its own."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.line.lstrip().startswith("#")


def table(code: Measured, tests: Measured) -> list[tuple[str, str]]:
    """What is told of it, a line each."""
    lengths = [count for _, count in code.functions]
    longest = max(code.functions, key=lambda one: one[1])
    file = max(code.files, key=lambda one: one[1])
    sizes = [count for _, count in code.files]
    long = sum(count > LONG_FUNCTION for count in lengths)
    return [
        ("source lines", f"{code.lines:,}"),
        ("function, median and 90 %", f"{_half(lengths)} / {_most(lengths)}"),
        (f"functions over {LONG_FUNCTION} lines", f"{long} of {len(lengths)} ({_share(long, len(lengths))})"),
        ("longest function", f"{longest[1]}  {longest[0]}"),
        ("file, median and 90 %", f"{_half(sizes)} / {_most(sizes)}"),
        ("longest file", f"{file[1]}  {file[0]}"),
        (f"files over {LONG_FILE} lines", str(sum(size > LONG_FILE for size in sizes))),
        ("docstrings, all", _share(code.documented, code.things)),
        ("docstrings, public", _share(code.public_documented, code.public)),
        ("modules with a docstring", _share(code.modules_documented, len(code.files))),
        ("fully typed functions", _share(code.typed, len(code.functions))),
        ("own-line comments", f"{100 * code.comments / code.lines:.1f} % of lines"),
        ("imports a module, median and 90 %", f"{_half(code.imports)} / {_most(code.imports)}"),
        ("complexity, 90 % and most", f"{_most(code.complexities)} / {max(code.complexities)}"),
        ("lines of tests to a line of code", f"{tests.lines / code.lines:.2f}"),
        ("tests; asserts a test", f"{tests.tests}; {tests.asserts / max(1, tests.tests):.1f}"),
    ]


def window(code: Path, tests: Path) -> list[tuple[str, str]]:
    """The lines of tests of the window alone, where there is a folder `ui` of each: it is what is easily left out."""
    if not ((code / "ui").is_dir() and (tests / "ui").is_dir()):
        return []
    return [
        ("lines of tests to a line, the window's", f"{measure(tests / 'ui').lines / measure(code / 'ui').lines:.2f}")
    ]


def _half(values: Sequence[int]) -> int:
    return round(statistics.median(values))


def _most(values: Sequence[int]) -> int:
    return round(statistics.quantiles(values, n=10)[-1])


def _share(some: int, of: int) -> str:
    return f"{100 * some / max(1, of):.1f} %"


def main(arguments: Sequence[str]) -> int:
    """Print the table; with `--missing` what is public and has no docstring instead."""
    folders = [Path(word) for word in arguments if not word.startswith("-")]
    folder, beside = [*folders, *(Path("coach"), Path("tests"))[len(folders) :]][:2]
    code = measure(folder)
    if "--missing" in arguments:
        print("\n".join(code.undocumented))
        return 0
    for name, value in [*table(code, measure(beside)), *window(folder, beside)]:
        print(f"{name:<40} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
