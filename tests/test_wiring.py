"""How the parts are joined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coach.conductor import QUESTION_PATIENCE_SECONDS, Conductor
from coach.progress.folders import Home
from coach.session.events import Paused
from coach.session.exercised import LET_GO_SECONDS
from coach.settings import MUTED
from coach.sound.voice.plan import lines_of
from coach.sound.voice.protocol import Amount, Line, NullVoice
from coach.walltest.aloud import questions_aloud
from coach.wiring import Given, Parts, build
from tests.fakes import FakeAwake, FakeClock, FakeCues
from tests.ui.parts import FakeParts


class Listening(NullVoice):
    """A voice that only remembers what it shall say."""

    amount: Amount = "all"

    def __init__(self) -> None:
        self.prepared: list[tuple[Line, ...]] = []
        self.said: list[tuple[str, float]] = []

    def prepare(self, lines) -> None:
        self.prepared.append(tuple(lines))

    def say(self, text, rank=0, room=None, late=0.0, patience=0.0) -> None:
        self.said.append((text, patience))

    @property
    def last(self) -> set[str]:
        """The sentences that it was last told to have made."""
        return {line.text for line in self.prepared[-1]}


@pytest.fixture
def parts(request) -> Iterator[FakeParts]:
    """The real parts; a test may say how this run was started."""
    made = FakeParts(**getattr(request, "param", {}))
    yield made
    made.close()


in_a_run_with_mute = pytest.mark.parametrize("parts", [{"muted": True}], indirect=True)

# --- sound off and on ---


def test_m_switches_the_sound_for_this_run_and_the_next_one(parts: FakeParts) -> None:
    for muted in (True, False):
        parts.toggle_muted()
        assert (parts.muted, parts.cues.muted, parts.store.get(MUTED)) == (muted, muted, muted)


@in_a_run_with_mute
def test_a_run_that_was_started_muted_says_so_and_keeps_nothing(parts: FakeParts) -> None:
    assert parts.muted
    for muted in (False, True):
        parts.toggle_muted()
        assert (parts.muted, parts.cues.muted) == (muted, muted)
        assert parts.store.setting(MUTED.name) is None, "the person chose nothing for the next time"


@in_a_run_with_mute
def test_what_is_chosen_in_the_settings_holds_in_a_run_that_was_started_muted(parts: FakeParts) -> None:
    parts.choose_muted(False)
    assert (parts.muted, parts.cues.muted, parts.store.get(MUTED)) == (False, False, False)
    parts.toggle_muted()
    assert (parts.muted, parts.cues.muted, parts.store.get(MUTED)) == (True, True, True)


@in_a_run_with_mute
def test_the_setting_sound_on_does_not_sound_in_a_run_with_mute(parts: FakeParts) -> None:
    parts.store.keep(MUTED, False)
    assert parts.muted


def test_a_muted_setting_holds_without_the_flag(parts: FakeParts) -> None:
    parts.store.keep(MUTED, True)
    assert parts.muted
    parts.toggle_muted()
    assert (parts.muted, parts.store.get(MUTED)) == (False, False)


# --- what a session is given ---


@pytest.mark.parametrize("parts", [{"voice": Listening()}], indirect=True)
def test_the_questions_of_the_wall_test_are_made_ahead_and_wait_for_their_turn(parts: FakeParts) -> None:
    conductor = parts.conductor(parts.timeline("test", "wall-test"))
    questions = questions_aloud(parts.library.catalogue.tests["wall-test"])
    assert len(questions) > 3
    assert set(questions) <= parts.voice.last
    conductor.ask(questions[0], follows=True)
    assert parts.voice.said == [(questions[0], QUESTION_PATIENCE_SECONDS)]
    parts.voice.prepared.clear()
    parts.prepare_voice(parts.timeline("test", "wall-test"))
    assert set(questions) <= parts.voice.last
    parts.conductor(parts.timeline("routine", "desk-reset"))
    assert not set(questions) & parts.voice.last, "a routine asks nothing"


@pytest.mark.parametrize("parts", [{"clock": FakeClock(speed=20.0), "voice": Listening()}], indirect=True)
def test_a_rehearsal_is_told_its_speed(parts: FakeParts) -> None:
    conductor = parts.conductor(parts.timeline("routine", "desk-reset"))
    conductor.start()
    conductor.advance()
    parts.clock.pass_time(50.0)  # two and a half real seconds
    assert not [e for e in conductor.advance() if isinstance(e, Paused)]
    parts.clock.pass_time(61.0)
    assert [e.reason for e in conductor.advance() if isinstance(e, Paused)] == ["gap"]
    assert parts.voice.said == [], "nobody speaks twenty times as fast"


@pytest.mark.parametrize(("speed", "is_kept"), [(1.0, True), (10.0, False)])
def test_how_late_sounds_were_is_kept_but_not_of_a_rehearsal(speed: float, is_kept: bool) -> None:
    parts = FakeParts(clock=FakeClock(speed=speed))
    conductor = parts.conductor(parts.timeline("routine", "desk-reset"))
    conductor.start()
    while conductor.ended is None:
        parts.clock.pass_time(1.0)
        conductor.advance()
    assert (parts.last_lateness is not None) == is_kept
    parts.close()


# --- what follows a session that is exercised ---


def a_while(parts: FakeParts, conductor: Conductor, seconds: float) -> None:
    for _ in range(round(seconds)):
        parts.clock.pass_time(1.0)
        conductor.advance()


def test_the_screen_and_the_desk_follow_what_is_exercised(parts: FakeParts) -> None:
    told: list[bool] = []
    parts.when_exercising = told.append
    desk = parts.desk
    conductor = parts.conductor(parts.timeline("routine", "desk-reset"))
    conductor.start()
    assert parts.awake.held == "Desk reset"
    assert desk.status().quiet == ("session",)
    a_while(parts, conductor, 20)
    conductor.pause()
    a_while(parts, conductor, LET_GO_SECONDS - 1)
    assert parts.awake.held == "Desk reset"
    a_while(parts, conductor, 2)
    assert parts.awake.held is None
    assert desk.status().quiet == ()
    conductor.resume()
    assert parts.awake.held == "Desk reset"
    assert desk.status().quiet == ("session",)
    while conductor.ended is None:
        a_while(parts, conductor, 1)
    assert parts.awake.held is None
    assert desk.status().quiet == ()
    assert told == [True, False, True, False]
    conductor.close()
    assert told == [True, False, True, False]


def test_what_is_exercised_and_not_what_is_shown_is_the_break(parts: FakeParts) -> None:
    desk = parts.desk

    def at_work(seconds: float) -> None:
        for _ in range(round(seconds)):
            parts.clock.pass_time(1.0)
            desk.tick()

    at_work(1200)
    conductor = parts.conductor(parts.timeline("routine", "desk-reset"))
    conductor.start()
    for _ in range(10):
        conductor.next()
        a_while(parts, conductor, 8)
        conductor.pause()
        a_while(parts, conductor, 30)
        conductor.resume()
        a_while(parts, conductor, 3)
    conductor.end()
    before = parts.clock.wall() - timedelta(days=1)
    assert not [r for r in parts.store.reminders(before) if r.what == "natural-break"]
    conductor = parts.conductor(parts.timeline("routine", "anti-slouch-daily"))
    conductor.start()
    while conductor.ended is None:
        a_while(parts, conductor, 1)
    noted = [r.reminder_id for r in parts.store.reminders(before) if r.what == "natural-break"]
    assert sorted(noted) == ["change-position", "five-minute-break"]


def test_a_session_where_nobody_reminds_makes_no_desk(parts: FakeParts) -> None:
    parts.conductor(parts.timeline("routine", "desk-reset")).start()
    assert "desk" not in parts.__dict__
    assert parts.awake.held == "Desk reset"


def test_the_openings_are_the_first_sentence_of_every_session_once(tmp_path: Path) -> None:
    parts = build({"POSTURE_COACH_HOME": str(tmp_path)}, sound=False)
    voice = parts.__dict__["voice"] = Listening()
    try:
        parts.prepare_openings()
        catalogue = parts.library.catalogue
        timelines = [parts.timeline("routine", name) for name in catalogue.routines]
        timelines += [parts.timeline("test", name) for name in catalogue.tests]
        assert len(timelines) >= 10
        (openings,) = voice.prepared
        assert list(openings) == list(dict.fromkeys(lines_of(timeline)[0] for timeline in timelines))
    finally:
        parts.close()


def test_what_is_given_is_taken_and_given_back(tmp_path: Path) -> None:
    cues, awake = FakeCues(), FakeAwake()
    parts = Parts(Home(tmp_path, tmp_path), FakeClock(), given=Given(cues=cues, awake=awake))
    cues.open()
    assert (parts.cues, parts.awake) == (cues, awake)
    parts.close()
    assert (cues.is_open, awake.calls) == (False, ["release"])


# --- what an offer takes ---


def test_a_nudge_tells_its_offer_at_the_length_that_was_chosen(parts: FakeParts) -> None:
    """The session is of that length, so what names it beforehand is too."""
    catalogue = parts.library.catalogue
    offering = replace(next(iter(catalogue.reminders.values())), offer="run-tall")
    parts.library.catalogue = replace(catalogue, reminders={offering.id: offering})
    for seconds in (600.0, 1200.0):
        parts.choose_length("run-tall", seconds)
        nudge = parts.desk.now(offering.id)
        assert nudge is not None
        begun = parts.timeline("routine", "run-tall")
        assert (nudge.offer_seconds, nudge.offer_is_estimate) == (begun.seconds, begun.estimated)
        assert nudge.offer_minutes == seconds / 60
