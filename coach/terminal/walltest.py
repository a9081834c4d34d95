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
from coach.words import asking, terminal_wall, wall_result
from coach.words import walltest as words
from coach.words.at_the_wall import AREA_KEYS, after_the_hold, before_the_hold
from coach.words.language import ENGLISH, Language
from coach.words.library import say

Rated = dict[str, tuple[int, int]]
"""Left and right of each area that was rated."""

FELT: dict[str, Felt] = {"d": "dizzy", "t": "tingling"}


class TestSession(Session):
    """Runs `test`. Any key ends a hold, since nobody hunts for a key with the back to a wall, and what hurts may be
    something else than pain."""

    __test__ = False  # not a pytest class

    def __init__(self, test: WallTest, catalogue: Catalogue, surface: Surface, sound: Sound) -> None:
        super().__init__(test, catalogue, surface, sound)
        self.test, self.catalogue = test, catalogue

    def ask_pain(self, typed: str) -> str:
        """The question how much it hurts, or what else it is."""
        return terminal_wall.ask_felt(self.language, typed)

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
    language = session.language
    title = say(session.test.test.title, language)
    back = session.test.course.can_go_back
    match ask.step:
        case CheckStep() | RecheckStep():
            assert ask.point is not None
            options = [
                (str(number), say(answer.say, language)) for number, answer in enumerate(ask.point.answers, start=1)
            ]
            question = f"{say(ask.point.title, language)}: {say(ask.point.ask, language)}"
            hold = session.test.just_held
            said = ["" if hold is None else words.held(language, hold), _when(language, session.test, ask.step)]
            note = " ".join(filter(None, said))
            place = terminal_wall.place(language, title, ask.number, ask.of)
            key = asker.choose(place, question, options, note=note, back=back, hurts=True)
            if key == "b":
                raise Back
            return int(key) - 1
        case RateStep():
            return _rate(ask.step, session.catalogue, asker, title, rated, back=back)
        case MeasureStep():
            step = ask.step
            question = f"{say(step.ask, language)}, {step.unit}"
            return asker.number(
                *(title, question, step.from_, step.to), skip=step.optional, decimals=True, hurts=True, back=back
            )
        case _:
            raise AssertionError(ask)


def _when(language: Language, test: WallTest, step: CheckStep | RecheckStep) -> str:
    """Which moment of the test a point is asked for, where that is long over."""
    if not test.from_memory:
        return ""
    return f"{after_the_hold(language) if isinstance(step, RecheckStep) else before_the_hold(language)}."


def _rate(step: RateStep, catalogue: Catalogue, asker: Asker, title: str, rated: Rated, *, back: bool) -> Rated:
    """The areas as a list from which the person picks those to rate; the others count as the scale's lowest. `rated` is
    filled. Left, Hurts; with `back`, Back.
    """
    (low, high), language = step.scale, asker.language
    titles = {area: say(catalogue.areas[area].title, language) for area in step.areas}
    while True:
        options = []
        for number, area in enumerate(step.areas):
            left, right = rated.get(area, (low, low))
            value = terminal_wall.both_sides(language, left, right) if step.sides else str(left)
            options.append((AREA_KEYS[number], terminal_wall.rated_area(language, titles[area], value)))
        options.append(("enter", asking.done(language)))
        scale = terminal_wall.tension_scale(language, low, high)
        key = asker.choose(
            title,
            say(step.ask, language),
            options,
            note=scale,
            hurts=True,
            back=back,
        )
        if key == "b":
            raise Back
        if key == "enter":
            return rated
        area = step.areas[AREA_KEYS.index(key)]
        sides = terminal_wall.sides_of(language, titles[area]) if step.sides else (titles[area],)
        values = [int(asker.number(title, side, low, high, hurts=True) or 0) for side in sides]
        rated[area] = (values[0], values[-1])


OFFERED = 2
"""How many routines a result names: the best answer, and a second choice."""


def outcome_lines(
    test: Test, outcome: Kept | StopReason | None, catalogue: Catalogue, language: Language = ENGLISH
) -> list[str]:
    """What came of a test as it is printed: its result, or why there is none."""
    match outcome:
        case Kept():
            return result_lines(test, outcome, catalogue, language)
        case None:
            return [terminal_wall.ended_early(language)]
        case _:
            return [words.stopped(language, outcome), terminal_wall.ended_early(language)]


def result_lines(test: Test, kept: Kept, catalogue: Catalogue, language: Language = ENGLISH) -> list[str]:
    """The result as it is printed: the parts, what changed, the focus areas and the routines that they ask for."""
    result = kept.result
    titles = {ident: say(area.title, language) for ident, area in catalogue.areas.items()}
    lines = [say(test.title, language), *_part_lines(test, kept, language)]
    lines += [f"  {line}" for line in wall_result.measures(language, test, result, kept.before)]
    lines += [
        f"  {terminal_wall.rated_area(language, titles[area], str(value))}. {_changed(kept, area, language)}".rstrip()
        for area, value in result.tension.items()
        if area in catalogue.areas and (value or (kept.before and kept.before.tension.get(area)))
    ]
    focus = [titles[area] for area in result.focus if area in titles]
    if not focus:
        return [*lines, terminal_wall.no_focus(language)]
    lines += [terminal_wall.focus(language, focus), words.place_to_start(language)]
    fitting = [
        terminal_wall.offered(language, say(catalogue.routines[ident].title, language), f"posture-coach play {ident}")
        for ident in routines_for(result.focus, catalogue)[:OFFERED]
    ]
    return [*lines, terminal_wall.routine_for_it(language, fitting[0], "".join(fitting[1:]))] if fitting else lines


def _part_lines(test: Test, kept: Kept, language: Language) -> list[str]:
    """The measured parts with what changed, and below each what was hard about it."""
    result, was = kept.result, kept.comparison
    parts = [
        (
            words.contact(language),
            terminal_wall.of_most(language, result.contact, result.contact_most),
            words.count_change(language, was.contact) if was else "",
            wall_result.contacts(language, test, result),
        ),
        (
            words.hold(language),
            terminal_wall.seconds_of_most(language, result.hold_seconds, result.hold_most),
            words.hold_change(language, was.hold_seconds) if was else "",
            wall_result.held(language, result),
        ),
        (
            words.carry_over(language),
            terminal_wall.of_most(language, result.carry_over, result.carry_over_most),
            words.count_change(language, was.carry_over) if was else "",
            wall_result.after_the_hold(language, test, result),
        ),
    ]
    lines = []
    for name, value, change, hard in parts:
        lines.append(f"  {name:<11} {value:<12} {change}".rstrip())
        lines += [f"    {hard}"] if hard else []
    chance = wall_result.chance(language, was)
    return [*lines, f"  {chance}"] if chance else lines


def _changed(kept: Kept, area: str, language: Language) -> str:
    """What became of an area's tension; "" where nothing is there to compare it with."""
    changed = kept.comparison.tension.get(area) if kept.comparison else None
    return words.tension_change(language, changed, kept.stayed(area)) if changed else ""
