"""What is joined of the machine's parts: sessions and tests, openings, the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coach.asked_in_turn import asked_aloud
from coach.at_the_wall import WallTest
from coach.conductor import QUESTION_PATIENCE_SECONDS, Conductor
from coach.content.model import Text
from coach.progress.folders import Home
from coach.session.events import Paused
from coach.session.exercised import LET_GO_SECONDS
from coach.session.lateness import Lateness
from coach.session.routine_lines import needs
from coach.session.timeline import Interval, Timeline
from coach.settings import KIT_MISSING
from coach.sound.voice.utterances import utterances_of
from coach.wiring import Given, Parts
from coach.words.language import ENGLISH
from tests.fakes import FakeClock, FakeCues, FakeLibrary, FakeVoice
from tests.stores import memory_store
from tests.ui.parts import FakeParts, shipped
from tests.words.languages import Glossary


def last(voice: FakeVoice) -> set[str]:
    """The sentences that it was last told to have made."""
    return {line.text for line in voice.prepared[-1]}


def questions_of(parts: FakeParts) -> tuple[str, ...]:
    """What the wall test asks aloud, but for bare numbers, which a routine counts too."""
    catalogue = parts.library.catalogue
    aloud = asked_aloud(catalogue.tests["wall-test"], catalogue.areas, ENGLISH)
    return tuple(sentence for sentence in aloud if not sentence.rstrip(".").isdigit())


# --- what a session is given ---


@pytest.mark.parametrize("parts", [{"voice": FakeVoice()}], indirect=True)
def test_the_questions_of_the_wall_test_are_made_ahead_and_wait_for_their_turn(parts: FakeParts) -> None:
    conductor = parts.wall_test("wall-test")
    questions = questions_of(parts)
    assert len(questions) > 3
    assert set(questions) <= last(parts.voice)
    conductor.ask(questions[0], follows=True)
    assert [(said.text, said.patience) for said in parts.voice.said] == [(questions[0], QUESTION_PATIENCE_SECONDS)]
    parts.voice.prepared.clear()
    parts.prepare_voice(parts.timeline("test", "wall-test"))
    assert set(questions) <= last(parts.voice)
    parts.conductor(parts.timeline("routine", "desk-reset"))
    assert not set(questions) & last(parts.voice), "a routine asks nothing"


def a_session(parts: FakeParts) -> Conductor:
    return parts.conductor(parts.timeline("routine", "desk-reset"))


def a_test(parts: FakeParts) -> Conductor:
    return parts.wall_test("wall-test")


both_kinds = pytest.mark.parametrize("kind", [a_session, a_test])


@both_kinds
def test_a_rehearsal_is_told_its_speed(kind: Callable[[FakeParts], Conductor]) -> None:
    parts = FakeParts(clock=FakeClock(speed=20.0), voice=FakeVoice())
    conductor = kind(parts)
    conductor.start()
    conductor.advance()
    parts.clock.pass_time(50.0)  # two and a half real seconds
    assert not [e for e in conductor.advance() if isinstance(e, Paused)]
    parts.clock.pass_time(61.0)
    assert [e.reason for e in conductor.advance() if isinstance(e, Paused)] == ["gap"]
    assert isinstance(parts.voice, FakeVoice)
    assert parts.voice.said == [], "nobody speaks twenty times as fast"
    parts.close()


@both_kinds
@pytest.mark.parametrize(("speed", "is_kept"), [(1.0, True), (10.0, False)])
def test_how_late_sounds_were_is_kept_but_not_of_a_rehearsal(
    kind: Callable[[FakeParts], Conductor], speed: float, is_kept: bool
) -> None:
    parts = FakeParts(clock=FakeClock(speed=speed))
    conductor = kind(parts)
    conductor.start()
    for _ in range(300):
        parts.clock.pass_time(1.0)
        conductor.advance()
        if isinstance(conductor, WallTest) and conductor.asked is not None and conductor.view().index == 1:
            conductor.answer(0)  # then comes what is counted in
    conductor.end()
    assert (parts.last_lateness is not None) == is_kept
    parts.close()


# --- what follows a session that is exercised ---


def a_while(parts: FakeParts, conductor: Conductor, seconds: float) -> None:
    for _ in range(round(seconds)):
        parts.clock.pass_time(1.0)
        conductor.advance()


def test_the_screen_and_the_desk_follow_what_is_exercised(parts: FakeParts) -> None:
    told: list[bool] = []
    parts.when_exercising = lambda goes_on, _seconds: told.append(goes_on)
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


@both_kinds
def test_a_session_and_a_wall_test_keep_the_screen_on_and_the_desk_quiet(
    parts: FakeParts, kind: Callable[[FakeParts], Conductor]
) -> None:
    desk, conductor = parts.desk, kind(parts)
    conductor.start()
    assert parts.awake.held == conductor.timeline.title
    assert desk.status().quiet == ("session",)
    conductor.end()
    assert parts.awake.held is None
    assert desk.status().quiet == ()


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
    conductor.next()  # what is to be fetched lies ready
    while conductor.ended is None:
        a_while(parts, conductor, 1)
    noted = [r.reminder_id for r in parts.store.reminders(before) if r.what == "natural-break"]
    assert sorted(noted) == ["change-position", "five-minute-break"]


def test_a_session_where_nobody_reminds_makes_no_desk(parts: FakeParts) -> None:
    parts.conductor(parts.timeline("routine", "desk-reset")).start()
    assert Parts.desk.if_made(parts) is None
    assert parts.awake.held == "Desk reset"


def test_the_openings_are_the_first_sentence_of_every_session_once(tmp_path: Path) -> None:
    voice = FakeVoice()
    parts = Parts(Home(tmp_path, tmp_path / "cache"), FakeClock(), sound=False, given=Given(voice=voice))
    try:
        steps = list(parts.prepare_openings())
        catalogue = parts.library.catalogue
        timelines = [parts.timeline("routine", name) for name in catalogue.routines]
        timelines += [parts.timeline("test", name) for name in catalogue.tests]
        assert len(timelines) == len(steps) >= 10
        (openings,) = voice.prepared
        assert list(openings) == list(dict.fromkeys(utterances_of(timeline)[0] for timeline in timelines))
    finally:
        parts.close()


def test_an_opening_at_a_time_is_looked_at_and_what_is_gone_meanwhile_is_left_out(parts: FakeParts) -> None:
    steps = parts.prepare_openings()
    next(steps)
    catalogue = parts.library.catalogue
    first, *gone = catalogue.routines
    parts.library.catalogue = replace(catalogue, routines={first: catalogue.routines[first]})
    assert len(list(steps)) == len(gone) + len(catalogue.tests)


def test_of_very_many_routines_those_done_last_and_the_first_are_looked_at(parts: FakeParts, monkeypatch) -> None:
    catalogue = parts.library.catalogue
    reset = catalogue.routines["desk-reset"]
    many = {f"own-{number:03}": replace(reset, id=f"own-{number:03}") for number in range(300)}
    parts.library.catalogue = replace(catalogue, routines=many)
    parts.finish("own-200", days_ago=1)
    looked: list[str] = []
    compiled = Parts.timeline

    def timeline(self, kind: str, ident: str, **given):
        looked.append(ident)
        return compiled(self, kind, ident, **given)

    monkeypatch.setattr(Parts, "timeline", timeline)
    assert len(list(parts.prepare_openings())) < 80
    assert looked[:3] == ["own-200", "own-000", "own-001"]


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
        assert round(nudge.offer_seconds / 60) == seconds / 60


def test_a_reminder_offers_what_the_person_has_the_things_for(parts: FakeParts) -> None:
    offering = next(r for r in shipped().reminders.values() if r.offer in shipped().routines)
    nudge = parts.desk.now(offering.id)
    assert nudge is not None
    assert nudge.offer == offering.offer
    parts.store.keep(KIT_MISSING, needs(shipped().routines[offering.offer or ""], shipped().exercises))
    nudge = parts.desk.now(offering.id)
    assert nudge is not None
    assert nudge.offer is None


# --- a session that goes on ---


def test_a_session_that_goes_on_is_given_what_is_kept_of_it(parts: FakeParts) -> None:
    timeline = parts.timeline("routine", "desk-reset")
    first = parts.conductor(timeline)
    first.start()
    a_while(parts, first, 14)
    first.close()
    cut = parts.cut_short()
    assert cut is not None
    again = parts.conductor(timeline, cut.place.first or 0, cut.record.id)
    assert again.spent_seconds == pytest.approx(11.0)
    assert again.view().outcomes == {0: "done"}


def test_in_an_edited_routine_a_session_goes_on_behind_the_numbers_it_was_begun_with(parts: FakeParts) -> None:
    session = parts.begin("desk-reset")
    timeline = parts.timeline("routine", "anti-slouch-daily")
    conductor = parts.conductor(timeline, 1, session)
    conductor.start()
    conductor.next()
    assert [row.index for row in parts.store.intervals(session)] == [0, 5 + 1], "it was begun with five"


def test_where_there_are_no_keys_time_ends_what_waits_for_the_person(parts: FakeParts) -> None:
    timeline = Timeline("r", "R", 5.0, True, 0, (Interval("say", 0.0, 5.0, text="Ready?", wait=True),), ())
    for has_keyboard in (True, False):
        conductor = parts.conductor(timeline, has_keyboard=has_keyboard)
        conductor.start()
        a_while(parts, conductor, 8)
        assert (conductor.ended is None) == has_keyboard
        conductor.close()


# --- the language ---


def test_a_session_is_in_the_persons_language(parts: FakeParts) -> None:
    catalogue = parts.library.catalogue
    routine = replace(catalogue.routines["desk-reset"], title=Text("Desk reset", {"de": "Am Tisch"}))
    test = replace(catalogue.tests["wall-test"], title=Text("Wall test", {"de": "An der Wand"}))
    parts.library.catalogue = replace(
        catalogue, routines={**catalogue.routines, routine.id: routine}, tests={**catalogue.tests, test.id: test}
    )
    for kind, ident, german in (("routine", routine.id, "Am Tisch"), ("test", test.id, "An der Wand")):
        parts.language = Glossary("de", {})
        assert parts.timeline(kind, ident).title == german
        parts.language = ENGLISH
        assert parts.timeline(kind, ident).title != german


# --- how late sounds were ---


def test_what_is_kept_of_lateness_is_how_many_the_median_and_the_worst(parts: FakeParts) -> None:
    told: list[Lateness] = []
    timeline = parts.timeline("routine", "desk-reset")
    clock = FakeClock()
    for conductor, at in (
        (Conductor(timeline, clock, FakeCues(), parts.store, tell_lateness=told.append), clock),
        (parts.conductor(timeline), parts.clock),
    ):
        conductor.start()
        while conductor.ended is None:
            at.pass_time(0.30007)
            conductor.advance()
    (measured,) = told
    kept = parts.last_lateness
    assert kept is not None
    assert measured.median != measured.worst
    to_a_tenth_of_a_millisecond = (round(measured.median, 4), round(measured.worst, 4))
    assert (kept.count, kept.median, kept.worst) == (measured.count, *to_a_tenth_of_a_millisecond)


# --- the same name twice ---


@pytest.mark.parametrize("parts", [{"voice": FakeVoice()}], indirect=True)
def test_a_routine_that_is_named_as_a_test_asks_nothing(parts: FakeParts) -> None:
    catalogue = parts.library.catalogue
    named = replace(catalogue.routines["desk-reset"], id="wall-test")
    parts.library.catalogue = replace(catalogue, routines={**catalogue.routines, named.id: named})
    parts.prepare_voice(parts.timeline("routine", "wall-test"))
    assert isinstance(parts.voice, FakeVoice)
    assert not set(questions_of(parts)) & last(parts.voice)


def test_an_opening_that_two_routines_share_is_made_once() -> None:
    clock = FakeClock()
    given = Given(voice=FakeVoice(), library=twice(), store=memory_store(clock))
    parts = Parts(Home(Path("none"), Path("none")), clock, given=given)
    list(parts.prepare_openings())
    assert isinstance(parts.voice, FakeVoice)
    (openings,) = parts.voice.prepared
    assert len(openings) == len(set(openings)) > 0


def twice() -> FakeLibrary:
    """The shipped library with a second routine of one title."""
    routine = shipped().routines["desk-reset"]
    both = {routine.id: routine, "again": replace(routine, id="again")}
    return FakeLibrary(replace(shipped(), routines=both, tests={}))
