"""The window's words are those of coach.words, in the window's language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from coach.content.model import Dose, Text
from coach.session.phrases import Phrases
from coach.session.timeline import Interval, Timeline
from coach.ui.words import common as words
from coach.words.language import ENGLISH
from coach.words.pseudo import PseudoLanguage
from tests.words.languages import Glossary

MOMENT = datetime(2026, 5, 14, 9, 4, tzinfo=UTC)
GUESS = Timeline("r", "R", 95.0, True, 2, (), ())


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    words.LANGUAGE.speak(ENGLISH)


def test_each_says_what_it_is_called() -> None:
    assert (words.clock(576), words.length(576), words.length_in_words(61)) == (
        "9:36",
        "9 min 36 s",
        "1 minute 1 second",
    )
    assert (words.roughly(760), words.roughly_in_words(760)) == ("13 min", "13 minutes")
    assert (words.so_far(1799), words.until(61)) == ("29 min", "2 min")
    assert (words.total(GUESS), words.takes(GUESS), words.lasts(95.0, False)) == (
        "about 2 min",
        "about 2 min",
        "1 min 35 s",
    )
    assert words.interval_name(Interval("rest", 0, 5)) == "Rest"
    assert (words.need("band"), words.need_icon("band"), words.goal("desk")) == ("Band", "band", "Desk")
    assert (words.sentence_of(["band", "doorway"]), words.count_exercises(7)) == ("Band, doorway", "7 exercises")
    assert words.dose(Dose(sets=2, reps=8, rest=30), Phrases({})) == "2 sets of 8, rest 30 s"


def test_days_and_dates_are_those_of_the_language(qapp: QApplication) -> None:
    assert (words.date(MOMENT), words.short_date(MOMENT), words.weekday(MOMENT)) == ("Thursday 14 May", "14 May", "Thu")
    assert (words.moment(MOMENT), words.days(("mon", "thu"))) == ("14 May, 9:04", "Mon, Thu")
    words.LANGUAGE.speak(PseudoLanguage())
    assert (words.language(), words.date(MOMENT)) == ("qps", "[Thüüüršdááýý] 14 [Mááýý]")


def test_texts_in_the_persons_language() -> None:
    both = Text("Chin tuck", {"de": "Kinn zurück"})
    assert (words.say(both), words.language_of(both)) == ("Chin tuck", "en")
    words.LANGUAGE.speak(Glossary("de", {}))
    assert (words.say(both), words.language_of(both)) == ("Kinn zurück", "de")
