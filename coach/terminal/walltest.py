"""The wall test on the full terminal: the same timeline as everywhere, its questions asked where they fall."""

from __future__ import annotations

from coach.conductor import Conductor
from coach.content.catalogue import Catalogue
from coach.content.model import CheckStep, HoldStep, MeasureStep, RateStep, RecheckStep, SayStep, Test
from coach.session.events import Event, IntervalFinished
from coach.terminal.ask import Asker, Left
from coach.terminal.session import Session
from coach.walltest.advice import Comparison, compare, routine_for
from coach.walltest.aloud import question_aloud
from coach.walltest.course import Ask, Course, Reply
from coach.walltest.score import Result, score
from coach.words import walltest as words
from coach.words.language import ENGLISH

BACK = "b"


def run_test(test: Test, catalogue: Catalogue, session: Session, asker: Asker) -> Result | None:
    """Walk `test`: the conductor of `session` times what is said and held, questions are asked between.

    The result, or None where the test was ended early. HungUp where the terminal goes away.
    """
    course = Course(test)
    conductor = session.conductor
    _timed(session.begin(), course, test)
    while conductor.ended is None:
        ask = course.current
        if ask is not None and ask.is_question:
            try:
                _ask_step(ask.step_index, course, catalogue, asker, conductor)
                conductor.advance()
                if conductor.view().state == "paused":  # the machine slept over the question
                    conductor.resume()
                conductor.done()
            except Left:
                conductor.end()
        else:
            _timed(session.step(), course, test)
    return score(test, course.answers) if course.is_complete else None


def _timed(events: list[Event], course: Course, test: Test) -> None:
    """A sentence that was heard or a hold that is over counts as answered."""
    for event in events:
        if isinstance(event, IntervalFinished) and event.interval.step is not None and event.outcome != "ended":
            step = test.steps[event.interval.step]
            if isinstance(step, SayStep):
                course.answer(None)
            elif isinstance(step, HoldStep):
                course.answer(event.seconds)


def _ask_step(step_index: int, course: Course, catalogue: Catalogue, asker: Asker, conductor: Conductor) -> None:
    """All questions of one step. Going back stays within it, since the timeline has moved on. Left."""
    follows = True
    while (ask := course.current) is not None and ask.step_index == step_index:
        question = question_aloud(course.test, ask)
        if question is not None:
            conductor.ask(question, follows=follows)
        follows = False
        answer = _ask(ask, catalogue, asker, title=str(course.test.title), back=course.can_go_back)
        if answer == BACK:
            course.back()
        else:
            assert not isinstance(answer, str)
            course.answer(answer)


def _ask(ask: Ask, catalogue: Catalogue, asker: Asker, *, title: str, back: bool) -> Reply | str:
    match ask.step:
        case CheckStep() | RecheckStep():
            assert ask.point is not None
            options = [(str(number), str(answer.say)) for number, answer in enumerate(ask.point.answers, start=1)]
            question = f"{ask.point.title}: {ask.point.ask}"
            key = asker.choose(f"{title}, {ask.number} of {ask.of}", question, options, back=back)
            return BACK if key == BACK else int(key) - 1
        case RateStep():
            return _rate(ask.step, catalogue, asker, title)
        case MeasureStep():
            question = f"{ask.step.ask}, {ask.step.unit}"
            return asker.number(title, question, ask.step.from_, ask.step.to, skip=ask.step.optional, decimals=True)
        case _:
            raise AssertionError(ask)


def _rate(step: RateStep, catalogue: Catalogue, asker: Asker, title: str) -> dict[str, tuple[int, int]]:
    """The areas as a list from which the person picks those to rate; the others count as the scale's lowest."""
    rated: dict[str, tuple[int, int]] = {}
    low, high = step.scale
    while True:
        options = []
        for number, area in enumerate(step.areas):
            left, right = rated.get(area, (low, low))
            value = f"left {left}, right {right}" if step.sides else str(left)
            options.append((KEYS[number], f"{catalogue.areas[area].title}: {value}"))
        scale = f"{low} is no tension, {high} the most. Pick an area to rate it."
        key = asker.choose(title, str(step.ask), [*options, ("enter", "done")], note=scale)
        if key == "enter":
            return rated
        area = step.areas[KEYS.index(key)]
        name = str(catalogue.areas[area].title)
        sides = ("left side", "right side") if step.sides else ("",)
        values = [int(asker.number(title, f"{name} {side}".strip(), low, high) or 0) for side in sides]
        rated[area] = (values[0], values[-1])


KEYS = "123456789acdefgh"
"""A key for each area of a rating; b goes back elsewhere and is left out."""


def result_lines(test: Test, result: Result, before: Result | None, catalogue: Catalogue) -> list[str]:
    """The result as it is printed: the parts, what changed, the focus areas and the routine that they ask for."""
    was = compare(before, result) if before else None
    parts = [
        (
            words.contact(ENGLISH),
            f"{result.contact} of {result.contact_most}",
            words.count_change(ENGLISH, was.contact) if was else "",
        ),
        (
            words.hold(ENGLISH),
            f"{result.hold_seconds:.0f} of {result.hold_most:.0f} s",
            words.hold_change(ENGLISH, was.hold_seconds) if was else "",
        ),
        (
            words.carry_over(ENGLISH),
            f"{result.carry_over} of {result.carry_over_most}",
            words.count_change(ENGLISH, was.carry_over) if was else "",
        ),
    ]
    lines = [str(test.title), *(f"  {name:<11} {value:<12} {change}".rstrip() for name, value, change in parts)]
    lines += [
        f"  {catalogue.areas[area].title}: {value}. {_changed(was, area)}".rstrip()
        for area, value in result.tension.items()
        if value or (before and before.tension.get(area))
    ]
    if not result.focus:
        return [*lines, "No area was tense enough to be a focus. Keep going as you do."]
    lines += ["Focus: " + "; ".join(str(catalogue.areas[area].title) for area in result.focus)]
    lines.append(words.place_to_start(ENGLISH))
    routine = routine_for(result.focus, catalogue)
    if routine:
        lines.append(f"A routine for it: {catalogue.routines[routine].title} (posture-coach play {routine})")
    return lines


def _changed(was: Comparison | None, area: str) -> str:
    """What became of an area's tension; "" where nothing is there to compare it with."""
    changed = was.tension.get(area) if was else None
    return words.tension_change(ENGLISH, changed) if changed else ""
