"""Which small mistakes in a module its tests would not notice.

    python3 app.py bench mutants coach/conductor.py --tests tests/test_conductor.py [FILE ...] [--count 20] [--seed 1]

Each mutant is the module with one thing changed in one place: a comparison, `and` for `or`, a number, a sign, an
argument left out, a call left out, a condition turned round. It is written into a copy of the tree, where the named
tests run; who passes them lives and is listed. Not each who lives is a hole: some are the same program, told
differently. The same seed gives the same mutants of the same module.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PYTEST = (sys.executable, "-m", "pytest", "-n", "0", "-q", "-x", "-p", "no:cacheprovider")
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis")
SLOWER, LEAST_SECONDS = 4.0, 30.0
"""A mutant that takes so many times as long as the module itself, and at least this, never ends: it is noticed."""

_COMPARED: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.LtE(), ast.LtE: ast.Lt(), ast.Gt: ast.GtE(), ast.GtE: ast.Gt(), ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(), ast.Is: ast.IsNot(), ast.IsNot: ast.Is(), ast.In: ast.NotIn(), ast.NotIn: ast.In(),
}  # fmt: skip
_COUNTED: dict[type[ast.operator], ast.operator] = {
    ast.Add: ast.Sub(), ast.Sub: ast.Add(), ast.Mult: ast.Div(), ast.Div: ast.Mult(), ast.FloorDiv: ast.Mult(),
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A module with one place changed: its line, what stood there, what stands there now, and the whole text."""

    line: int
    before: str
    after: str
    text: str


def mutants(text: str) -> list[Mutant]:
    """All of a module, in the order of its lines. Annotations, decorators and docstrings are left alone."""
    found = [_mutant(text, node, after) for node in _alive(ast.parse(text)) for after in _changes(node)]
    return sorted((one for one in found if _parses(one.text)), key=lambda one: (one.line, one.before, one.after))


def _alive(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """What is done when the module runs."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "bases", "type_params"):
            continue
        if isinstance(node, ast.ClassDef) and name == "keywords":
            continue
        for inner in value if isinstance(value, list) else [value]:
            is_words = isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Constant)
            if isinstance(inner, ast.AST) and not is_words and not isinstance(inner, ast.JoinedStr):
                if isinstance(inner, ast.expr | ast.stmt):
                    yield inner
                yield from _alive(inner)


def _changes(node: ast.expr | ast.stmt) -> Iterator[str]:
    """What may stand in place of `node`."""
    match node:
        case ast.Compare(left=left, ops=[op, *ops], comparators=comparators):
            yield ast.unparse(ast.Compare(left, [_COMPARED[type(op)], *ops], comparators))
        case ast.BoolOp(op=op, values=values):
            other = ast.And() if isinstance(op, ast.Or) else ast.Or()
            yield f"({ast.unparse(ast.BoolOp(other, values))})"
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _COUNTED:
            yield f"({ast.unparse(ast.BinOp(left, _COUNTED[type(op)], right))})"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield f"({ast.unparse(operand)})"
        case ast.Constant(value=bool(value)):
            yield str(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield str(value + 1)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield f"({ast.unparse(ast.IfExp(test, orelse, body))})"
        case ast.Call(func=func, args=args, keywords=keywords):
            for left_out in keywords:
                yield ast.unparse(ast.Call(func, args, [one for one in keywords if one is not left_out]))
        case ast.Expr(value=ast.Call()):
            yield "pass"
        case ast.Return(value=ast.expr()):
            yield "return None"
        case _:
            return


def _mutant(text: str, node: ast.expr | ast.stmt, after: str) -> Mutant:
    lines = text.splitlines(keepends=True)
    last_line, after_it = node.end_lineno or node.lineno, node.end_col_offset
    first, last = node.lineno - 1, last_line - 1
    head = lines[first].encode()[: node.col_offset].decode()
    tail = lines[last].encode()[after_it:].decode()
    before = " ".join((ast.get_source_segment(text, node) or "").split())
    return Mutant(node.lineno, before, after, "".join([*lines[:first], head + after + tail, *lines[last + 1 :]]))


def _parses(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


class Trial:
    """A copy of the tree below `root`, in `folder`, in which a module is changed and its tests run."""

    def __init__(self, root: Path, folder: Path, run: Sequence[str], tests: Sequence[str]) -> None:
        self._tree = folder / "tree"
        shutil.copytree(root, self._tree, ignore=NOT_COPIED)
        self._command = [*run, *tests]
        self._environment = os.environ | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}
        self._limit: float | None = None
        self._turn = 0

    def passes(self) -> bool:
        """Whether the tests pass as the tree is now. The first time tells how long they may take."""
        began = time.perf_counter()
        try:
            done = subprocess.run(
                self._command,
                cwd=self._tree,
                env=self._environment,
                capture_output=True,
                timeout=self._limit,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return False
        if self._limit is None:
            self._limit = max(LEAST_SECONDS, SLOWER * (time.perf_counter() - began))
        return done.returncode == 0

    def write(self, module: Path, text: str) -> None:
        """Have `module`, a path in the tree, hold `text`; what was compiled of it is never taken for the new one."""
        file = self._tree / module
        file.write_text(text, "utf-8")
        self._turn += 1
        moment = file.stat().st_mtime + 2 * self._turn
        os.utime(file, (moment, moment))


def living(trial: Trial, module: Path, text: str, chosen: Iterable[Mutant]) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant of `module`, and whether the tests let it live; `text` stands there again in the end."""
    try:
        for mutant in chosen:
            trial.write(module, mutant.text)
            yield mutant, trial.passes()
    finally:
        trial.write(module, text)


def main(arguments: Sequence[str], root: Path = Path(), run: Sequence[str] = PYTEST) -> int:
    """Print who lives; `run` is what runs tests.

    2 where there is no such module, 3 where its tests fail without any mutant.
    """
    parser = argparse.ArgumentParser(prog="bench mutants", description="which mistakes in a module its tests let live")
    parser.add_argument("module", type=Path, help="such as coach/conductor.py")
    parser.add_argument("--tests", nargs="+", required=True, help="files and folders of tests, such as tests/session")
    parser.add_argument("--count", type=int, default=20, help="how many mutants are drawn; 0 for all (default 20)")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws others (default 1)")
    given = parser.parse_args(arguments)
    if not (root / given.module).is_file():
        print(f"{given.module} is not a file; write a module's path, such as coach/conductor.py", file=sys.stderr)
        return 2
    text = (root / given.module).read_text("utf-8")
    every = mutants(text)
    drawn = random.Random(given.seed).sample(range(len(every)), min(given.count or len(every), len(every)))
    with tempfile.TemporaryDirectory(prefix="mutants") as folder:
        trial = Trial(root, Path(folder), run, given.tests)
        if not trial.passes():
            print(f"{' '.join(given.tests)}: these tests fail without any mutant", file=sys.stderr)
            return 3
        alive = _told(given.module, living(trial, given.module, text, (every[at] for at in sorted(drawn))))
    print(f"{given.module}: {len(drawn) - alive} of {len(drawn)} mutants noticed, of {len(every)} that there are")
    return 0


def _told(module: Path, tried: Iterator[tuple[Mutant, bool]]) -> int:
    """Say who lives, as it is found; how many those are."""
    alive = 0
    for mutant, lives in tried:
        alive += lives
        if lives:
            print(f"lives  {module}:{mutant.line}  {mutant.before}  ->  {mutant.after}", flush=True)
    return alive


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
