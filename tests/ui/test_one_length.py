"""One session has one length, wherever it is said: in the window, on paper, in the terminal, in the history."""

from __future__ import annotations

import re

import pytest

from coach.commands.showing import describe
from coach.commands.today import items_text
from coach.content.model import Dose
from coach.session.phrases import Phrases
from coach.terminal.menu import choices
from coach.today.agenda import Item
from coach.today.offers import DueAgain, Offer
from coach.ui.pages.session.finish import FinishPage, Outcome
from coach.ui.words import common as words
from coach.words.history import as_text
from coach.words.sheet import sheet_of
from tests.beside import every_day
from tests.ui.parts import shipped
from tests.ui.seeing import button, texts

SIZES = {"h": 3600, "hour": 3600, "min": 60, "minute": 60, "s": 1, "second": 1}


def seconds_in(text: str) -> int:
    """The length that a text begins with or ends in, whichever form it has."""
    if watch := re.search(r"\b(?:(\d+):)?(\d+):(\d\d)\b", text):
        hours, minutes, seconds = (int(part or 0) for part in watch.groups())
        return hours * 3600 + minutes * 60 + seconds
    found = re.findall(r"(\d+) (hour|minute|second|min|h|s)s?\b", text)
    assert found, text
    return sum(int(count) * SIZES[unit] for count, unit in found)


@pytest.mark.parametrize("ident", sorted(shipped().routines))
def test_what_a_session_will_take(parts, ident):
    catalogue, routine, timeline = shipped(), shipped().routines[ident], parts.timeline("routine", ident)
    item = Item("routine", ident, ident, "offered", Offer("routine", ident, DueAgain(1)))
    told = {
        "page": words.total(timeline),
        "today": words.takes(timeline),
        "sheet": sheet_of(routine, timeline, catalogue).facts.split("  ·  ")[0],
        "show": describe("routine", routine, timeline, catalogue).splitlines()[2],
        "end of show": describe("routine", routine, timeline, catalogue).splitlines()[-1],
        "day of a plan": next(items_text([item], catalogue, lambda _kind, _ident: timeline, ())).split(
            str(routine.title)
        )[0],
        "card": words.lasts(timeline.seconds, timeline.estimated),
        "menu": next(one.text for one in choices(parts, parts.today()) if one.id == ident).split(", ")[-1],
    }
    wanted = 60 * round(timeline.seconds / 60) if timeline.estimated else round(timeline.seconds)
    assert {place: seconds_in(text) for place, text in told.items()} == dict.fromkeys(told, wanted)
    guessed = {place for place, text in told.items() if "about" in text}
    assert guessed == (set(told) if timeline.estimated else set())


@pytest.mark.parametrize(
    "seconds", every_day((59.7, 576.4, 3605.0), (21.0, 59.7, 82.0, 126.0, 576.4, 640.2, 740.0, 2699.6, 3605.0))
)
def test_what_a_session_took(qtbot, window, look, seconds):
    window.parts.finish("desk-reset", minutes=seconds / 60)
    outcome = Outcome("Desk reset", "finished", seconds, 4, 4)
    finish = FinishPage(look, outcome)
    qtbot.addWidget(finish)
    window.go("today")
    today = next(text for text in texts(window.pages["today"]) if text.endswith(", at 10:48"))
    window.go("progress")
    button(window.pages["progress"], "Shown as: Table").click()
    progress = next(text for text in texts(window.pages["progress"]) if re.fullmatch(r"[\d:]+", text) and ":" in text)
    told = {
        "end": finish.summary(outcome),
        "today": today.removesuffix(", at 10:48"),
        "progress": progress,
        "history": as_text(window.parts.store.history()).split(": ", 1)[1],
    }
    assert {place: seconds_in(text) for place, text in told.items()} == dict.fromkeys(told, round(seconds))


@pytest.mark.parametrize("rest", [10, 45, 60, 75, 89, 90, 100, 119, 150, 640])
def test_a_rest_is_as_long_on_paper_as_it_is(rest):
    told = words.dose(Dose(sets=3, reps=12, rest=float(rest)), Phrases({}))
    assert seconds_in(told.split("rest ")[1]) == rest
