"""The words of the command line, and how each is read."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, NoReturn

from coach.commands.here import Here
from coach.commands.stop import USAGE

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

Command = Callable[[argparse.Namespace, Here], int]
"""Runs with its options where it is; gives its exit code."""


_AN_OPTION = re.compile(r"-|-h|--[a-z][a-z-]*(=.*)?|-[0-9]+|-[0-9]*\.[0-9]+", re.DOTALL)  # or a number below zero


class Parser(argparse.ArgumentParser):
    """Ends a wrong usage with a sentence and the way to the help."""

    _words: Sequence[str] = ()
    commands: Sequence[str] = ()
    """Those that the help lists; `Commands` tells them."""

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """As argparse does; what was written is kept for the sentence of an error."""
        self._words = sys.argv[1:] if args is None else tuple(args)
        return super().parse_known_args(args, namespace)

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Where it was asked for: Python from 3.12 on takes `-hum.wav` for `-h` and more."""
        asked = any(word == "-h" or word.startswith("--h") for word in self._words)
        if name := next((word for word in self._words if not asked and word.startswith("-h")), ""):
            self.error(f"unrecognized arguments: {name}")
        super().print_help(file)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """As argparse does, in our words: with what was meant, and without commands that can do nothing here."""
        if action.choices is None or value in action.choices:
            return
        from coach.content.spelling import unknown

        known = self.commands if action.nargs == argparse.PARSER else [str(one) for one in action.choices]
        raise argparse.ArgumentError(action, unknown(str(value), known))

    def error(self, message: str) -> NoReturn:
        """Exit code 2."""
        self.exit(USAGE, f"{self.prog}: {message}{self._instead(message)}\nTry '{self.prog} --help'.\n")

    def _instead(self, message: str) -> str:
        """What to write, behind an error's sentence, where a word lacks that is one of a few, or where a name begins as
        options do.
        """
        for action in self._actions:
            if action.choices and message.endswith(f"required: {action.metavar}"):
                from coach.content.spelling import one_of

                return f"; write {one_of([str(one) for one in action.choices])}"
        words = list(takewhile(lambda one: one != "--", self._words))
        strange = [one for one in words if one.startswith("-") and not _AN_OPTION.fullmatch(one)]
        if not strange or (message.startswith("unrecognized") and words[0] in strange):
            return ""
        if message.endswith("expected one argument"):
            before = words[words.index(strange[0]) - 1]
            return f"; write {before}={strange[0]} where it begins with -"
        return "; write -- before a name that begins with -"


class Commands:
    """Where each family adds its commands, in the order of the help."""

    def __init__(self, parser: Parser, title: str = "commands", metavar: str = "COMMAND") -> None:
        self._parsers = parser.add_subparsers(title=title, metavar=metavar, parser_class=Parser)
        self._parser = parser

    def add(self, name: str, run: Command, text: str, *, is_listed: bool = True) -> Parser:
        """A command without options; `text` is its help. One that can do nothing here is not listed."""
        add = self._parsers.add_parser
        if is_listed:
            self._parser.commands = (*self._parser.commands, name)
        added = add(name, help=text, description=text) if is_listed else add(name, description=text)
        added.set_defaults(run=run)
        return added


def add_kind(parser: Parser, kinds: Sequence[str]) -> None:
    """An optional KIND by any of its names."""

    def read(word: str) -> str:
        from coach.content.kind_names import kind_named
        from coach.content.spelling import unknown

        kind = kind_named(word, kinds)
        if kind is None:
            raise argparse.ArgumentTypeError(unknown(word, kinds))
        return kind

    parser.add_argument("kind", nargs="?", type=read, metavar="KIND", help=", ".join(kinds))


def add_json(to: Parser | argparse._MutuallyExclusiveGroup) -> None:
    """For other programs."""
    to.add_argument("--json", action="store_true", help="as JSON, for other programs (docs/json.md)")


def speed(text: str) -> float:
    """How many times as fast as real time, 0.1 to 1000."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.1 <= value <= 1000:
        raise argparse.ArgumentTypeError(f"{text} is not a speed; write a number from 0.1 to 1000")
    return value


def count(text: str) -> int:
    """The number of an exercise, from 1."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not an exercise's number; write 1, 2, 3 ...")
    return int(text)
