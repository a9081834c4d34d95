"""What is asked of healthy files besides their own problems, and where it stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from coach.content.document import Document
from coach.content.model import Figure, Routine
from coach.content.node import Mark
from coach.content.problem import Problem, in_line_order
from coach.content.unfolding import from_others, marks_of, unfolded
from coach.values import dataclass

FigureJudge = Callable[[Figure], Sequence[tuple[Sequence[str | int], str]]]
"""What is wrong with a healthy figure that only moving it shows: the keys that lead to the value, and a sentence."""

_ELSEWHERE = timedelta(days=1)
"""So far ahead of here it may be somewhere."""


@dataclass(frozen=True, slots=True)
class PlacedRoutine:
    """A healthy routine of the files examined, whole, and where each of its exercise steps stands, in their order.

    `from_others` are the numbers, from 1, of those that another routine has, for which a step of this one stands.
    """

    routine: Routine
    file: Path
    steps: tuple[Mark, ...]
    from_others: frozenset[int] = frozenset()


def routines_of(
    documents: Iterable[Document], problems: Iterable[Problem], known: Mapping[str, Routine]
) -> tuple[PlacedRoutine, ...]:
    """The routines among the documents that have no problem; `known` are those that they may use."""
    wrong = {problem.file for problem in problems}
    return tuple(
        PlacedRoutine(
            unfolded(document.value, known),
            document.file,
            marks_of(document.notes.steps, known),
            from_others(document.notes.steps, known),
        )
        for document in documents
        if isinstance(document.value, Routine) and document.file not in wrong
    )


def moved(documents: Iterable[Document], judge_figure: FigureJudge) -> list[Problem]:
    """The problems that show when the healthy figures among the documents move."""
    return [
        problem
        for document in documents
        if isinstance(document.value, Figure)
        for problem in in_line_order(
            Problem(document.file, *document.mark_at(path), sentence) for path, sentence in judge_figure(document.value)
        )
    ]


def yet_to_come(documents: Iterable[Document], today: date | None) -> list[Problem]:
    """What the documents say was done on a day that has not come; nothing where nobody knows what day it is.

    Not so when a file is read for use: an exercise is there all the same where a clock is wrong.
    """
    return [
        Problem(document.file, *mark, f"{day.isoformat()} is yet to come; write the day on which it was reviewed")
        for document in documents
        for mark, day in document.notes.past_days
        if today is not None and day > today + _ELSEWHERE
    ]


def doubted(documents: Iterable[Document], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is right in the documents without a problem, and yet hardly meant so."""
    wrong = {problem.file for problem in problems}
    return tuple(
        hint
        for document in documents
        if document.file not in wrong
        for hint in in_line_order(Problem(document.file, *mark, told) for mark, told in document.notes.hints)
    )


def file_by_file(documents: Iterable[Document], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of each document together, in line order, whoever found them; first those of files that were not read."""
    by_file: dict[Path, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.file, []).append(problem)
    read = {document.file: by_file.pop(document.file, []) for document in documents}
    others = (problem for found in by_file.values() for problem in found)
    return (*others, *(problem for found in read.values() for problem in in_line_order(found)))
