"""Links that lead to a file out of force are taken off healthy values: a broken file never hides them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from coach.content.model import FOCUS_OFFER, Area, Exercise, Lesson, Plan, Reminder, Safety, Test
from coach.values import replace

Value = TypeVar("Value", bound=Any)
Has = Callable[[str, str], bool]  # (kind, id) -> whether it is in force


def prune(value: Any, has: Has) -> Any:
    """`value` without its soft links that lead nowhere; the same object where all of them hold."""
    if isinstance(value, Exercise):
        return _exercise(value, has)
    if isinstance(value, Reminder):
        value = _reminder(value, has)
    if isinstance(value, Lesson):
        value = replace(value, figure=_link(value.figure, has, "figure"))
    if isinstance(value, Test):
        shown = replace(
            value.figures,
            wall=_link(value.figures.wall, has, "figure"),
            step=_link(value.figures.step, has, "figure"),
        )
        value = replace(value, figures=shown)
    if isinstance(value, Plan):
        weeks = tuple(replace(w, do=tuple(_item(item, has) for item in w.do)) for w in value.weeks)
        value = replace(value, weeks=weeks)
    return _sources(value, has)


def prune_area(area: Area, has: Has) -> Area:
    """`area` without the exercises and routines that are not in force."""
    return replace(
        area, exercises=_kept(area.exercises, "exercise", has), routines=_kept(area.routines, "routine", has)
    )  # fmt: skip


def prune_safety(safety: Safety, has: Has) -> Safety:
    """`safety` with questions that cite only sources in force."""
    return replace(safety, questions=tuple(_sources(question, has) for question in safety.questions))


def _kept(idents: Iterable[str], kind: str, has: Has) -> tuple[str, ...]:
    return tuple(ident for ident in idents if has(kind, ident))


def _with(value: Value, **fields: Any) -> Value:
    """The value with these in their places; the same object where they stand there."""
    if all(getattr(value, name) == one for name, one in fields.items()):
        return value
    return replace(value, **fields)


def _sources(value: Any, has: Has) -> Any:
    sources = getattr(value, "sources", ())
    kept = _kept(sources, "source", has)
    return value if kept == sources else replace(value, sources=kept)


def _link(ident: str | None, has: Has, *kinds: str) -> str | None:
    return ident if ident and any(has(kind, ident) for kind in kinds) else None


def _reminder(reminder: Reminder, has: Has) -> Reminder:
    """A message whose exercise is not in force goes: nobody can tell for whom that is not."""
    return replace(
        reminder,
        messages=tuple(one for one in reminder.messages if one.exercise is None or has("exercise", one.exercise)),
        offer=_offer(reminder, has),
        figure=_link(reminder.figure, has, "figure"),
    )


def _offer(reminder: Reminder, has: Has) -> str | tuple[str, ...] | None:
    found = tuple(one for one in reminder.offers if one == FOCUS_OFFER or _link(one, has, "routine", "test"))
    if found == reminder.offers:
        return reminder.offer
    return found or None


def _exercise(exercise: Exercise, has: Has) -> Exercise:
    words = ("own-choice", "general-knowledge")
    return _with(
        exercise,
        easier=_link(exercise.easier, has, "exercise"),
        harder=_link(exercise.harder, has, "exercise"),
        figure=_link(exercise.figure, has, "figure"),
        check_first=_kept(exercise.check_first, "condition", has),
        instead={
            condition: other
            for condition, other in exercise.instead.items()
            if has("condition", condition) and has("exercise", other)
        },
        sources=_kept(exercise.sources, "source", has),
        basis={
            part: tuple(i for i in idents if i in words or has("source", i)) for part, idents in exercise.basis.items()
        },
    )


def _item(item: Any, has: Has) -> Any:
    return item if item.if_sore is None or has("routine", item.if_sore) else replace(item, if_sore=None)
