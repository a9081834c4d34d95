"""What PyYAML's parser complains about, in our own words: what is wrong, and what to write."""

from __future__ import annotations

import re

import yaml

from coach.content.node import START, Mark

_TAB = "a tab cannot indent; write spaces"
_BEGINS = re.compile(r"found character '(.*)' that cannot start any token")
# (in the context, in the problem, where: the problem's mark or the context's, sentence), first that fits
_WORDS = (
    ("", "mapping values are not allowed", "problem",
     "this colon begins no key here; put a text that holds a colon in quotes, or line the key up with its neighbours"),
    ("", "could not find expected ':'", "context", "a colon is missing here; write KEY: VALUE"),
    ("quoted scalar", "found unexpected", "context", "this quote is never closed; write the closing quote"),
    ("double-quoted scalar", "", "problem", "this backslash means nothing; write two of them, or use single quotes"),
    ("an anchor", "", "context", "a text cannot begin with &; put it in quotes"),
    ("an alias", "", "context", "a text cannot begin with *; put it in quotes"),
    ("a tag", "", "context", "a text cannot begin with !; put it in quotes"),
    ("", "undefined tag handle", "problem", "a text cannot begin with !; put it in quotes"),
    ("block scalar", "", "problem", "after | or > only + or - may stand; begin the text on the next line"),
    ("directive", "", "context", "a line cannot begin with %; take it out"),
    ("", "YAML directive", "problem", "a line cannot begin with %; take it out"),
    ("", "tag handle", "problem", "a line cannot begin with %; take it out"),
    ("", "incompatible YAML document", "problem", "a line cannot begin with %; take it out"),
    ("", "sequence entries are not allowed", "problem", "a list cannot begin here; begin it on a line of its own"),
    ("", "mapping keys are not allowed", "problem", "a key cannot begin here; begin it on a line of its own"),
    ("flow sequence", "'<scalar>'", "problem", "a comma is missing before this; write one between two items"),
    ("flow mapping", "'<scalar>'", "problem", "a comma is missing before this; write one between two entries"),
    ("flow sequence", "", "context", "this [ is not closed; write ] behind its last item"),
    ("flow mapping", "", "context", "this { is not closed; write } behind its last entry"),
    ("", "expected the node content", "problem", "a value is missing before this; write it, or take the sign out"),
    ("", "expected '<document start>'", "problem",
     "this stands outside the document; line it up with the keys, or put the whole text in quotes"),
    ("block", "expected <block end>", "problem",
     "this does not fit here; line it up with its neighbours, or put the whole text in quotes"),
)  # fmt: skip


def in_our_words(error: yaml.MarkedYAMLError, text: str) -> tuple[Mark, str]:
    """Where the mistake is (counted from the first line of `text`) and the sentence for it."""
    context, problem = error.context or "", error.problem or ""
    if begins := _BEGINS.search(problem):
        return _cannot_begin(_mark(error.problem_mark), begins[1], text)
    if "expected '<document start>'" in problem and (line := _directive(text)):
        return Mark(line, 1), "a line cannot begin with %; take it out"
    for in_context, in_problem, where, sentence in _WORDS:
        if in_context in context and in_problem in problem:
            mark = error.context_mark if where == "context" and error.context_mark else error.problem_mark
            return _mark(mark), sentence
    return _mark(error.problem_mark), "this is not YAML; look at the quotes, colons and spaces here"


def _directive(text: str) -> int | None:
    """The first line that begins with %."""
    return next((number for number, line in enumerate(text.split("\n"), 1) if line.startswith("%")), None)


def _cannot_begin(mark: Mark, sign: str, text: str) -> tuple[Mark, str]:
    if sign != r"\t":
        return mark, f"a text cannot begin with {sign}; put it in quotes"
    before = text.split("\n")[mark.line - 1][: mark.column - 1]
    if before.strip():
        return mark, "a tab stands between two words; write a space"
    return mark, _TAB


def _mark(mark: yaml.Mark | None) -> Mark:
    return Mark(mark.line + 1, mark.column + 1) if mark else START
