"""Sessions and tests in the terminal, from the first question to the last line."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from coach.at_the_wall import Kept, WallTest
from coach.conductor import Conductor
from coach.progress.loads import MOST_CHARACTERS, keep_load, used_in
from coach.progression.focus import FOCUS, Focus
from coach.session.going_on import GoingOn
from coach.session.timeline import Timeline
from coach.terminal.age import ask_age
from coach.terminal.ask import Asker, Left
from coach.terminal.lines import play_lines
from coach.terminal.safety import ask_first, print_first
from coach.terminal.session import HungUp, Session, Surface
from coach.terminal.terminal import Terminal, this_terminal
from coach.terminal.walltest import TestSession, outcome_lines, run_test
from coach.today.standing import standing_of
from coach.values import replace
from coach.wiring.bones import bones
from coach.wiring.gentler import gentler_routine
from coach.wiring.on_the_desktop import OnTheDesktop
from coach.wiring.variants import Variants
from coach.wiring.why_not import why_not
from coach.words import terminal as words
from coach.words.about_you import uses
from coach.words.durations import of_session
from coach.words.finish import what_follows, which_load
from coach.words.language import Language
from coach.words.library import say
from coach.words.progression import said_before
from coach.words.safety import refusal
from coach.words.walltest import bone_advice

if TYPE_CHECKING:
    from coach.terminal.screen import Screen
    from coach.wiring import Parts

FINE, REFUSED, INTERRUPTED = 0, 1, 130


def play_in_terminal(parts: Parts, kind: str, ident: str, first: int = 0, terminal: Terminal | None = None) -> int:
    """Run a routine or a test in the terminal, from interval `first`; the exit code.

    With a person at it: full screen and keys. Else plain lines, one an event, that nobody needs to answer.
    """
    terminal = terminal or this_terminal(os.environ)
    if not terminal.is_attended:
        return _play_unattended(parts, kind, ident, first, terminal)
    return attend(parts, kind, ident, first, terminal)[1]


def attend(parts: Parts, kind: str, ident: str, first: int, terminal: Terminal) -> tuple[list[str], int]:
    """Run it with a person at the terminal; what was printed at the end, and the exit code."""
    try:
        with terminal.screen() as screen:
            said, code = _play_attended(parts, kind, ident, first, terminal, screen)
    except Left:
        return [], FINE
    except HungUp:
        return [], INTERRUPTED
    for line in said:
        print(line, file=terminal.out)
    return said, code


def _play_unattended(parts: Parts, kind: str, ident: str, first: int, terminal: Terminal) -> int:
    catalogue = parts.library.catalogue
    if refused := _locked(parts):
        _warn(refused)
        return REFUSED
    print_first(terminal.out, catalogue.safety, parts.store, parts.clock, parts.language)
    if for_you := _for_you(parts, kind, ident):
        print(for_you, file=terminal.out)
    conductor = parts.conductor(parts.timeline(kind, ident), first, has_keyboard=False)
    _tell_the_running_program(parts, conductor)
    try:
        with terminal.keys:
            play_lines(
                conductor,
                catalogue,
                terminal.keys,
                terminal.out,
                has_sound=lambda: parts.cues.trouble is None,
                warn=_warn,
                speed=parts.clock.speed,
                language=parts.language,
            )
    finally:
        conductor.close()
    if kind == "test":
        print(words.needs_a_keyboard(parts.language), file=terminal.out)
    return FINE


def _for_you(parts: Parts, kind: str, ident: str) -> str:
    """What conditions and a worse morning make different for this person; empty where nothing is."""
    return said_before(parts.language, parts.own(ident), parts.library.catalogue.exercises) if kind == "routine" else ""


def _locked(parts: Parts) -> str:
    """Why nothing begins; empty where the safety questions do not say so."""
    standing = standing_of(parts.library.catalogue.safety, parts.store, parts.clock.wall())
    return refusal(parts.language, standing) if standing.locked is not None else ""


def _tell_the_running_program(parts: Parts, conductor: Conductor) -> None:
    """Where the window or its tray icon runs, it keeps its reminders back while somebody exercises here."""
    parts.when_exercising = partial(parts.telling.tell, lambda: conductor.exercise.seconds)


def _warn(trouble: str) -> None:
    """Beside the session's own lines, which a pipe may carry elsewhere."""
    sys.stderr.write(f"{trouble}\n")


def _play_attended(
    parts: Parts, kind: str, ident: str, first: int, terminal: Terminal, screen: Screen
) -> tuple[list[str], int]:
    """What to print when the screen is put back, and the exit code. Left, HungUp."""
    catalogue = parts.library.catalogue
    asker = Asker(terminal.keys, screen, language=parts.language)
    if not ask_first(asker, catalogue.safety, parts.store, parts.clock):
        refused = _locked(parts)
        return ([refused], REFUSED) if refused else ([], FINE)
    if not_now := why_not(parts, kind, ident, parts.language):  # by what was told just now
        return [not_now], REFUSED
    surface = Surface(terminal.keys, screen, parts.clock, parts.clock.speed, parts.language)
    if kind == "test":
        return _test(parts, ident, surface, asker)
    if for_you := _for_you(parts, kind, ident):
        asker.read(say(parts.own(ident).routine.title, parts.language), [for_you])
    conductor = _resumed(parts, kind, ident, asker) if first == 0 else None
    conductor = conductor or parts.conductor(parts.timeline(kind, ident), first)
    _tell_the_running_program(parts, conductor)
    gentle = catalogue.routines.get(gentler_routine(parts, conductor) or "")
    session = Session(conductor, catalogue, surface, parts, Variants(parts, conductor), gentle)
    session.desktop = _on_the_desktop(parts, session)
    try:
        session.run()
    finally:
        session.desktop.end()
        conductor.close()
    if session.interrupted:
        return _interrupted(parts.language, conductor)
    lines = _finish(parts, conductor, asker)
    if session.instead is None:
        return lines, FINE
    further, code = _play_attended(parts, "routine", session.instead.id, 0, terminal, screen)
    return [*lines, *further], code


def _on_the_desktop(parts: Parts, session: Session) -> OnTheDesktop:
    """Media keys do what the keys of the terminal do."""

    def running() -> Conductor | None:
        return session.conductor if session.conductor.ended is None else None

    return OnTheDesktop(parts, parts.language, running, lambda: not session.is_asking, session.obey)


def _follows(parts: Parts, conductor: Conductor) -> list[str]:
    """What follows from what was told of a routine's session, for the next one."""
    if conductor.session is None or conductor.timeline.kind != "routine":
        return []
    found = parts.follows(conductor.timeline.id, conductor.session)
    return [] if found is None else [what_follows(parts.language, found, parts.library.catalogue.exercises)]


def _test(parts: Parts, ident: str, surface: Surface, asker: Asker) -> tuple[list[str], int]:
    """What to print of a test, and the exit code. HungUp."""
    catalogue, test = parts.library.catalogue, parts.wall_test(ident, presses=False)
    _tell_the_running_program(parts, test)
    session = TestSession(test, catalogue, surface, parts)
    try:
        run_test(session, replace(asker, meanwhile=test.advance))
    finally:
        test.close()
    if session.interrupted:
        return _interrupted(parts.language, test)
    ask_age(asker, parts, test)
    lines = outcome_lines(test.test, test.outcome, parts.within_reach(), parts.language)
    return [*lines, *_focus(parts, test), *_bones(parts, test)], FINE


def _focus(parts: Parts, test: WallTest) -> list[str]:
    """The routine that is made for the focus areas, and how to begin it."""
    if not isinstance(test.outcome, Kept) or not isinstance(parts.focus(), Focus):
        return []
    timeline = parts.timeline("routine", FOCUS)
    length = of_session(timeline.seconds, "words", is_estimate=timeline.estimated, language=parts.language)
    return [words.made_for_you(parts.language, timeline.title, length, f"posture-coach play {FOCUS}")]


def _bones(parts: Parts, test: WallTest) -> list[str]:
    """The advice to have the bones checked, where the result and what the person told of themselves speak for it."""
    if not isinstance(test.outcome, Kept):
        return []
    reason = bones(parts.store, parts.clock, test.test, test.outcome.result)
    return [] if reason is None else [bone_advice(parts.language, reason)]


def _interrupted(language: Language, conductor: Conductor) -> tuple[list[str], int]:
    return [words.ended(language, conductor.timeline.title, "ended")], INTERRUPTED


def _resumed(parts: Parts, kind: str, ident: str, asker: Asker) -> Conductor | None:
    """The session that was cut off, if it is this routine or exercise and the person wants to go on with it. Left."""
    cut = parts.cut_short()
    if cut is None or cut.timeline is None or (cut.record.kind, cut.record.target) != (kind, ident):
        return None
    language = asker.language
    anew = ("n", words.anew(language))
    if cut.place.first is None:
        asker.choose(cut.record.title, words.has_changed(language), [anew])
    else:
        question, options = words.ask_to_go_on(language), [("y", words.go_on_there(language)), anew]
        if asker.choose(cut.record.title, question, options, note=_how_far(language, cut.place, cut.timeline)) == "y":
            return parts.conductor(cut.timeline, cut.place.first, cut.record.id)
    parts.store.finish_session(cut.record.id, "abandoned")
    return None


def _how_far(language: Language, place: GoingOn, timeline: Timeline) -> str:
    """Where a session goes on, and what was left out before."""
    part = (place.first or 0) + 1
    return words.how_far(language, part, len(timeline.intervals), place.done, place.skipped)


def _finish(parts: Parts, conductor: Conductor, asker: Asker) -> list[str]:
    """Ask how it was, and sum the session up."""
    ended, language = conductor.ended, asker.language
    lines = [words.ended(language, conductor.timeline.title, ended.how if ended else "ended")]
    try:
        effort = asker.number(words.rate(language), words.ask_effort(language), 0, 10, skip=True)
        pain = None
        if ended is None or ended.pain is None:
            pain = asker.number(words.rate(language), words.ask_how_it_hurt(language), 0, 10, skip=True)
    except Left:
        return lines
    lines += _rated(parts, conductor, effort, pain)
    if ended is None or ended.how != "pain":
        lines += _used(parts, conductor, asker)
    return lines


def _rated(parts: Parts, conductor: Conductor, effort: float | None, pain: float | None) -> list[str]:
    """What was told of it, kept, and what follows from that."""
    lines, ended = [], conductor.ended
    if effort is not None or pain is not None:
        told = ended.pain if ended and ended.pain is not None else _whole(pain)
        conductor.rate(_whole(effort), _whole(pain))
        lines.append(words.rated(parts.language, _whole(effort), told))
        lines += _follows(parts, conductor)
    return lines


def _used(parts: Parts, conductor: Conductor, asker: Asker) -> list[str]:
    """Ask which bands or weights were used, and keep what is told. Who leaves is asked no more."""
    exercises = parts.library.catalogue.exercises
    lines: list[str] = []
    for one in used_in(conductor.timeline.intervals, conductor.view().outcomes, exercises, parts.store):
        title = say(exercises[one.exercise].title, asker.language)
        try:
            told = asker.line(words.rate(asker.language), which_load(asker.language, title), one.kept, MOST_CHARACTERS)
        except Left:
            return lines
        if told != one.kept:
            keep_load(one.exercise, told, parts.store)
            lines.append(uses(title, told, asker.language))
    return lines


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)
