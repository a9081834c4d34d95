"""The wall test on the full terminal: the same timeline as everywhere, its questions asked where they fall."""

from __future__ import annotations

from collections import defaultdict

from coach.at_the_wall import Felt, Kept, WallTest
from coach.content.catalogue import Catalogue
from coach.content.model import CheckStep, MeasureStep, RateStep, RecheckStep, Test
from coach.session.events import Event
from coach.terminal.ask import Asker, Back, Hurts, Left
from coach.terminal.session import ALWAYS, Session, Sound, Surface
from coach.walltest.advice import StopReason, routines_for
from coach.walltest.course import Ask, Reply
from coach.words import wall_result
from coach.words import walltest as words
from coach.words.at_the_wall import AREA_KEYS, after_the_hold, before_the_hold
from coach.words.language import ENGLISH

Rated = dict[str, tuple[int, int]]
"""Left and right of each area that was rated."""

FELT: dict[str, Felt] = {"d": "dizzy", "t": "tingling"}
ASK_FELT = (
    "How much does it hurt, 0 (not at all) to 10? Type a number, then Enter. D if you feel dizzy, T if an arm "
    "tingles: {typed}"
)


class TestSession(Session):
    """Runs `test`. Any key ends a hold, since nobody hunts for a key with the back to a wall, and what hurts may be
    something else than pain."""

    __test__ = False  # not a pytest class
    ask_pain = ASK_FELT

    def __init__(self, test: WallTest, catalogue: Catalogue, surface: Surface, sound: Sound) -> None:
        super().__init__(test, catalogue, surface, sound)
        self.test, self.catalogue = test, catalogue

    def answer_pain(self, key: str) -> list[Event]:
        return self.test.feels(FELT[key]) if key in FELT else super().answer_pain(key)

    def command(self, key: str) -> list[Event]:
        is_held_now = self.test.is_held and self.test.view().state == "running"
        return self.test.lost() if is_held_now and key not in (*ALWAYS, "h") else super().command(key)


def run_test(session: TestSession, asker: Asker) -> None:
    """The test from its start to its end: what is said and held is shown, questions are asked between.

    HungUp where the terminal goes away.
    """
    test, rated = session.test, defaultdict[int, Rated](dict)
    session.begin()
    while test.ended is None:
        asked = test.asked
        if asked is None:
            session.step()
            continue
        try:
            reply = _ask(asked, session, asker, rated[asked.step_index])
        except Left:
            test.end()
        except Hurts:
            test.hurts()
        except Back:
            test.back()
        else:
            test.answer(reply)


def _ask(ask: Ask, session: TestSession, asker: Asker, rated: Rated) -> Reply:
    """What is answered; `rated` is what was rated already when the question was left. Left, Hurts, Back."""
    title = str(session.test.test.title)
    back = session.test.course.can_go_back
    match ask.step:
        case CheckStep() | RecheckStep():
            assert ask.point is not None
            options = [(str(number), str(answer.say)) for number, answer in enumerate(ask.point.answers, start=1)]
            question = f"{ask.point.title}: {ask.point.ask}"
            hold = session.test.just_held
            said = ["" if hold is None else words.held(ENGLISH, hold), _when(session.test, ask.step)]
            note = " ".join(filter(None, said))
            key = asker.choose(
                f"{title}, {ask.number} of {ask.of}", question, options, note=note, back=back, hurts=True
            )
            if key == "b":
                raise Back
            return int(key) - 1
        case RateStep():
            return _rate(ask.step, session.catalogue, asker, title, rated, back=back)
        case MeasureStep():
            step = ask.step
            question = f"{step.ask}, {step.unit}"
            return asker.number(
                *(title, question, step.from_, step.to), skip=step.optional, decimals=True, hurts=True, back=back
            )
        case _:
            raise AssertionError(ask)


def _when(test: WallTest, step: CheckStep | RecheckStep) -> str:
    """Which moment of the test a point is asked for, where that is long over."""
    if not test.from_memory:
        return ""
    return f"{after_the_hold(ENGLISH) if isinstance(step, RecheckStep) else before_the_hold(ENGLISH)}."


def _rate(step: RateStep, catalogue: Catalogue, asker: Asker, title: str, rated: Rated, *, back: bool) -> Rated:
    """The areas as a list from which the person picks those to rate; the others count as the scale's lowest. `rated` is
    filled. Left, Hurts; with `back`, Back.
    """
    low, high = step.scale
    while True:
        options = []
        for number, area in enumerate(step.areas):
            left, right = rated.get(area, (low, low))
            value = f"left {left}, right {right}" if step.sides else str(left)
            options.append((AREA_KEYS[number], f"{catalogue.areas[area].title}: {value}"))
        scale = f"{low} is no tension, {high} the most. Pick an area to rate it."
        key = asker.choose(title, str(step.ask), [*options, ("enter", "done")], note=scale, hurts=True, back=back)
        if key == "b":
            raise Back
        if key == "enter":
            return rated
        area = step.areas[AREA_KEYS.index(key)]
        name = str(catalogue.areas[area].title)
        sides = ("left side", "right side") if step.sides else ("",)
        values = [int(asker.number(title, f"{name} {side}".strip(), low, high, hurts=True) or 0) for side in sides]
        rated[area] = (values[0], values[-1])


OFFERED = 2
"""How many routines a result names: the best answer, and a second choice."""


def outcome_lines(test: Test, outcome: Kept | StopReason | None, catalogue: Catalogue) -> list[str]:
    """What came of a test as it is printed: its result, or why there is none."""
    match outcome:
        case Kept():
            return result_lines(test, outcome, catalogue)
        case None:
            return ["The test was ended early, so there is no result."]
        case _:
            return [words.stopped(ENGLISH, outcome), "The test was ended early, so there is no result."]


def result_lines(test: Test, kept: Kept, catalogue: Catalogue) -> list[str]:
    """The result as it is printed: the parts, what changed, the focus areas and the routines that they ask for."""
    result = kept.result
    lines = [str(test.title), *_part_lines(test, kept)]
    lines += [f"  {line}" for line in wall_result.measures(ENGLISH, test, result, kept.before)]
    lines += [
        f"  {catalogue.areas[area].title}: {value}. {_changed(kept, area)}".rstrip()
        for area, value in result.tension.items()
        if area in catalogue.areas and (value or (kept.before and kept.before.tension.get(area)))
    ]
    focus = [str(catalogue.areas[area].title) for area in result.focus if area in catalogue.areas]
    if not focus:
        return [*lines, "No area was tense enough to be a focus. Keep going as you do."]
    lines += [f"Focus: {'; '.join(focus)}", words.place_to_start(ENGLISH)]
    fitting = [
        f"{catalogue.routines[ident].title} (posture-coach play {ident})"
        for ident in routines_for(result.focus, catalogue)[:OFFERED]
    ]
    return [*lines, f"A routine for it: {', or '.join(fitting)}"] if fitting else lines


def _part_lines(test: Test, kept: Kept) -> list[str]:
    """The measured parts with what changed, and below each what was hard about it."""
    result, was = kept.result, kept.comparison
    parts = [
        (
            words.contact(ENGLISH),
            f"{result.contact} of {result.contact_most}",
            words.count_change(ENGLISH, was.contact) if was else "",
            wall_result.contacts(ENGLISH, test, result),
        ),
        (
            words.hold(ENGLISH),
            f"{result.hold_seconds:.0f} of {result.hold_most:.0f} s",
            words.hold_change(ENGLISH, was.hold_seconds) if was else "",
            wall_result.held(ENGLISH, result),
        ),
        (
            words.carry_over(ENGLISH),
            f"{result.carry_over} of {result.carry_over_most}",
            words.count_change(ENGLISH, was.carry_over) if was else "",
            wall_result.after_the_hold(ENGLISH, test, result),
        ),
    ]
    lines = []
    for name, value, change, hard in parts:
        lines.append(f"  {name:<11} {value:<12} {change}".rstrip())
        lines += [f"    {hard}"] if hard else []
    chance = wall_result.chance(ENGLISH, was)
    return [*lines, f"  {chance}"] if chance else lines


def _changed(kept: Kept, area: str) -> str:
    """What became of an area's tension; "" where nothing is there to compare it with."""
    changed = kept.comparison.tension.get(area) if kept.comparison else None
    return words.tension_change(ENGLISH, changed, kept.stayed(area)) if changed else ""
