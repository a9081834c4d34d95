"""The menu in the terminal: what Today says and has to do, then everything else there is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from coach.progression.focus import FOCUS
from coach.progression.kit import things_of
from coach.session.planned import routine_of
from coach.settings import ASK_AFTERWARDS
from coach.terminal.ask import Asker, Left
from coach.terminal.morning import ask_morning
from coach.terminal.run import FINE, attend
from coach.terminal.safety import ask_first
from coach.terminal.terminal import Terminal, this_terminal
from coach.today.agenda import Item, Today
from coach.today.doing import DayItem
from coach.today.first import First, first_of, target_of
from coach.today.standing import standing_of
from coach.values import dataclass, replace
from coach.words import dates, kit
from coach.words import menu as menu_words
from coach.words import today as words
from coach.words.at_the_wall import when_asked, when_named
from coach.words.durations import of_session
from coach.words.library import say
from coach.words.safety import locked, way_out
from coach.words.sentences import lowered
from coach.words.titles import title_of

if TYPE_CHECKING:
    from coach.wiring import Parts

TITLE = "Posture Coach"
REMINDERS, QUESTIONS, WHEN = "r", "s", "z"
KEYS = "123456789acdefghijklmnoptuvwxy"  # b, q, r, s and z have a meaning of their own
ANSWER_SECONDS = 2.0  # that the running program may take, while the menu waits; our choice


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to start, in words."""

    kind: Literal["routine", "test"]
    id: str
    text: str


def menu(parts: Parts, note: str = "", terminal: Terminal | None = None) -> int:
    """Today in words and what there is to start, until the person leaves; the exit code.

    `note` stands below it, such as why this is not the window.
    """
    terminal = terminal or this_terminal(os.environ)
    said: list[str] = []
    asks_morning = True
    try:
        while True:
            with terminal.screen() as screen:
                asker = Asker(terminal.keys, screen, language=parts.language)
                if said:
                    asker.read(TITLE, said)
                asks_morning = asks_morning and ask_morning(asker, parts)
                found = parts.today()
                offered = dict(zip(KEYS, choices(parts, found), strict=False))
                key = asker.choose(TITLE, "\n".join(head(parts, found)), _options(parts, found, offered), note=note)
                if key == WHEN:
                    parts.store.keep(ASK_AFTERWARDS, not parts.store.get(ASK_AFTERWARDS))
                    said = []
                    continue
                if key == QUESTIONS:
                    ask_first(asker, parts.library.catalogue.safety, parts.store, parts.clock)
                    said = []
                    continue
            if key == REMINDERS:
                said = _reminders(parts)
                continue
            said, code = attend(parts, offered[key].kind, offered[key].id, 0, terminal)
            if code != FINE:
                return code
    except Left:
        return FINE


def _options(parts: Parts, found: Today, offered: dict[str, Choice]) -> list[tuple[str, str]]:
    language = parts.language
    options = [(key, choice.text) for key, choice in offered.items()]
    if found.locked is not None or found.questions is not None:
        options.append((QUESTIONS, menu_words.safety_questions(language)))
    if any(choice.kind == "test" for choice in offered.values()):
        when = when_named(language, afterwards=parts.store.get(ASK_AFTERWARDS))
        options.append((WHEN, menu_words.when_asked(language, when_asked(language), lowered(when, language))))
    return [*options, (REMINDERS, menu_words.reminders(language))]


# --- what Today says ---


def head(parts: Parts, found: Today) -> Iterator[str]:
    """The day and the plan's week, what keeps from exercising or is to be known first, and how it goes."""
    language = parts.language
    counted = words.counted(language, found)
    day = [dates.date(found.at, language), words.plan(language, found.plan) if found.plan is not None else "", counted]
    yield f"{'. '.join(part for part in day if part)}."
    if done := list(dict.fromkeys(_done(parts, found))):
        yield menu_words.done_today(language, done)
    if found.locked is not None:
        standing = standing_of(parts.library.catalogue.safety, parts.store, found.at)
        yield f"{locked(language, standing)} {way_out(language, is_emergency=standing.is_emergency)}"
    if found.see_someone is not None:
        yield words.advice(language, found.see_someone)
    if found.questions is not None:
        yield f"{words.questions(language, found.questions)}."
    sore = next((item.why.sore for item in found.items if isinstance(item.why, DayItem) and item.why.sore), None)
    if sore is not None:
        yield menu_words.gentler(language, words.sore(language, sore))
    if found.lacked is not None:
        yield f"{words.lacked(language, found.lacked)}."
    first = _first(parts, found)
    if first.what in ("done", "rest"):
        yield f"{words.first_title(language, first)}. {words.first_sentence(language, first)}"
    if goes := list(words.how_it_goes(language, found)):
        yield f"{'. '.join(goes)}."


def _done(parts: Parts, found: Today) -> Iterator[str]:
    """The titles of what was done: of the plan, and besides it."""
    planned = (item.why.by for item in found.items if isinstance(item.why, DayItem) and item.why.by is not None)
    for deed in (*planned, *found.besides):
        yield title_of(parts.library.catalogue, deed.kind, deed.target, parts.language)


def _first(parts: Parts, found: Today) -> First:
    return first_of(
        found,
        parts.library.catalogue,
        lambda kind, target: kind == "test" or not parts.own(target).is_empty,
    )


# --- what there is to start ---


def choices(parts: Parts, found: Today) -> list[Choice]:
    """What there is to do today with its reason, then the tests, the routine for the focus areas, and all routines;
    each once. Nothing while the answers lock.
    """
    if found.locked is not None:
        return []
    catalogue, first = parts.library.catalogue, _first(parts, found)
    listed = [] if first.item is None else [_item(parts, first.item)]
    if first.what == "measure":
        listed.append(_plain(parts, "test", first.test))
    listed += [_item(parts, item) for item in found.items if item.state in ("due", "sore")]
    listed += [_item(parts, item) for item in found.items if item.state == "offered"]
    listed += [_plain(parts, "test", ident) for ident in catalogue.tests]
    if parts.has("routine", FOCUS):
        listed.append(_plain(parts, "routine", FOCUS))
    listed += [_of_the_library(parts, ident) for ident in catalogue.routines]
    once: dict[tuple[str, str], Choice] = {}
    for choice in listed:
        once.setdefault((choice.kind, routine_of(choice.id)), choice)
    return list(once.values())


def _item(parts: Parts, item: Item) -> Choice:
    target, language = target_of(item), parts.language
    choice = _plain(parts, item.kind, target)
    why = words.why(language, item)
    if target != item.target and isinstance(item.why, DayItem) and item.why.sore is not None:
        why = menu_words.in_place_of(language, title_of(parts.library.catalogue, "routine", item.id, language))
    return Choice(item.kind, target, menu_words.item(language, choice.text, lowered(why, language)))


def _plain(parts: Parts, kind: Literal["routine", "test"], ident: str) -> Choice:
    timeline = parts.timeline(kind, ident)
    language = parts.language
    length = of_session(timeline.seconds, "words", is_estimate=timeline.estimated, language=language)
    title = parts.library.catalogue.title_of(kind, routine_of(ident), parts.language.tag) or timeline.title
    return Choice(kind, ident, menu_words.sized(language, title, length))


def _of_the_library(parts: Parts, ident: str) -> Choice:
    """A routine that nothing asks for; where the person has not got what it needs, it says so."""
    choice, lacks = _plain(parts, "routine", ident), things_of(parts.lacks(ident))
    if not lacks:
        return choice
    needs = kit.why_lacking(lacks, parts.language)
    return replace(choice, text=menu_words.lacking(parts.language, choice.text, needs))


def _reminders(parts: Parts) -> list[str]:
    """What the running program says of its reminders; where none runs, that none will come."""
    from coach.desktop.single import is_running, send

    language = parts.language
    answer = send(parts.home.data, {"do": "remind-status"}, timeout=ANSWER_SECONDS)
    if answer is not None:
        return str(answer.get("text", "")).splitlines()
    if is_running(parts.home.data):
        return [menu_words.does_not_answer(language)]
    reminders = parts.library.catalogue.reminders.values()
    lines = [menu_words.reminder(language, say(one.title, language), is_on=one.enabled) for one in reminders]
    return [menu_words.does_not_run(language), *lines]
