"""What is joined of the machine's parts: sessions and tests, lengths, openings, the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from coach.asked_in_turn import asked_aloud
from coach.at_the_wall import WallTest
from coach.conductor import QUESTION_PATIENCE_SECONDS, Conductor, Lateness
from coach.content.laid_doses import exercise_steps
from coach.content.model import Text
from coach.progress.folders import Home
from coach.progression.own import OwnRoutine
from coach.session.events import Paused
from coach.session.exercised import LET_GO_SECONDS
from coach.session.routine_lines import needs
from coach.session.timeline import Interval, Timeline
from coach.settings import AIM, KIT_MISSING, WELCOMED
from coach.sound.voice.utterances import utterances_of
from coach.today.offers import Offer
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


def test_a_past_day_of_the_week_ends_by_the_offset_that_it_had() -> None:
    """Pain at half past midnight on Friday is no 48 hours old when Saturday ends; the clocks go back on Sunday."""
    parts = FakeParts(clock=FakeClock(datetime.fromisoformat("2026-10-23T00:30+02:00"), zone=ZoneInfo("Europe/Berlin")))
    parts.store.start_plan("eight-weeks", date(2026, 10, 19))
    session = parts.store.begin_session("exercise", "cat-cow", "Cat-cow", 60, 1)
    parts.store.finish_session(session, "finished")
    parts.store.rate_session(session, 5, 5)
    parts.clock.pass_time(62.5 * 3600)
    assert parts.clock.wall().isoformat() == "2026-10-25T14:00:00+01:00"
    saturday = parts.week().days[5]
    assert {item.state for item in saturday.items if item.instead is not None} == {"sore"}
    assert parts.today_and_week(parts.clock.wall())[1].days[5] == saturday


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


# --- lengths ---

RUN = "run-tall"


def test_a_length_of_this_run_alone_is_not_kept(parts: FakeParts) -> None:
    written = parts.timeline("routine", RUN, as_written=True).seconds
    parts.choose_length(RUN, 900.0, remember=False)
    assert parts.timeline("routine", RUN).seconds < written
    assert parts.timeline("routine", RUN, as_written=True).seconds == written
    again = FakeParts(store=parts.store)
    assert again.timeline("routine", RUN).seconds == written, "the next run"
    parts.choose_length(RUN, 900.0)
    assert again.timeline("routine", RUN).seconds == parts.timeline("routine", RUN).seconds < written


@pytest.mark.parametrize(("routine", "seconds"), [("desk-reset", 900.0), (RUN, 4000.0)])
def test_a_length_that_cannot_be_is_refused_at_once(parts: FakeParts, routine: str, seconds: float) -> None:
    with pytest.raises(ValueError, match=routine):
        parts.choose_length(routine, seconds, remember=False)
    assert parts.timeline("routine", routine).seconds == parts.timeline("routine", routine, as_written=True).seconds


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


# --- today ---


def test_today_is_that_of_the_store_now_or_at_a_moment(parts: FakeParts) -> None:
    parts.store.start_plan("eight-weeks", parts.clock.wall().date())
    found, week = parts.today(), parts.week()
    assert (found.at, found.plan) == (parts.clock.wall(), week.plan)
    assert found.plan is not None
    assert [item.state for item in found.items] == ["due"] * len(found.items)
    before = parts.clock.wall() - timedelta(days=1)
    assert (parts.today(before).plan, parts.week(before).plan, parts.today(before).at) == (None, None, before)


# --- what there is for this person ---


def test_there_is_what_the_library_holds_and_a_focus_routine_only_after_a_test(parts: FakeParts) -> None:
    assert parts.has("routine", "desk-reset")
    assert parts.has("test", "wall-test")
    assert not parts.has("routine", "wall-test")
    assert not parts.has("test", "desk-reset")
    assert not parts.has("routine", "focus")


def test_what_may_be_chosen_is_told_for_every_exercise_that_follows_the_person(parts: FakeParts) -> None:
    options = parts.options("upper-back-strength")
    assert set(options) == {step.exercise for step in exercise_steps(parts.as_written("upper-back-strength").steps)}
    assert all(options.values())


def test_today_at_another_moment_asks_how_long_everything_was_then() -> None:
    asked: list[datetime | None] = []

    class Noting(FakeParts):
        def own(self, ident: str, at: datetime | None = None) -> OwnRoutine:
            asked.append(at)
            return super().own(ident, at)

    parts = Noting()
    parts.store.start_plan("eight-weeks", parts.clock.wall().date())
    parts.clock.pass_time(20 * 86400.0)  # nothing of it was done, so that something short is offered
    then = parts.clock.wall()
    parts.clock.pass_time(86400.0)
    parts.today(then)
    assert set(asked) == {then}


# --- in answer to a test ---


def test_a_routine_that_needs_what_is_not_there_is_not_within_reach() -> None:
    parts = FakeParts()
    assert parts.within_reach().routines == shipped().routines
    parts.store.keep(KIT_MISSING, ["band"])
    lacking = {ident for ident in shipped().routines if parts.lacks(ident)}
    assert lacking
    assert set(parts.within_reach().routines) == set(shipped().routines) - lacking


def test_nor_is_one_of_which_the_conditions_leave_nothing() -> None:
    parts = FakeParts()
    told = sorted(shipped().safety.conditions)
    parts.store.add_conditions(told)
    empty = {ident for ident in shipped().routines if parts.own(ident).is_empty}
    assert empty
    assert set(parts.within_reach().routines) == set(shipped().routines) - empty
    assert all(any(exercise_steps(parts.routine(ident).steps)) for ident in parts.within_reach().routines)


# --- what the person wants and has ---


def test_nothing_is_lacking_before_somebody_says_so(parts: FakeParts) -> None:
    assert all(parts.lacks(ident) == () for ident in shipped().routines)
    assert parts.lacks("no such routine") == ()
    parts.store.keep(KIT_MISSING, ["band"])
    lacking = {ident for ident in shipped().routines if parts.lacks(ident)}
    needed = {ident for ident, one in shipped().routines.items() if "band" in needs(one, shipped().exercises)}
    assert lacking == needed != set()


def test_aim_and_kit_reach_today_and_the_focus_routine(parts: FakeParts) -> None:
    parts.store.keep(AIM, "running")
    first = parts.today().items[0]
    assert shipped().routines[first.id].goal == "warm-up"
    wall = needs(shipped().routines[first.id], shipped().exercises)
    parts.store.keep(KIT_MISSING, list(wall))
    other = parts.today().items[0]
    assert other.id != first.id
    assert isinstance(other.why, Offer)
    assert other.why.lacked is not None
    assert (other.why.lacked.id, set(other.why.lacked.things)) == (first.id, set(wall))
    parts.tested(days_ago=1, hold=20, focus=("chest",))
    parts.store.keep(KIT_MISSING, ["band", "doorway"])
    own = parts.own("focus")
    assert {one.named for one in own.left_out if one.lacks}
    assert parts.lacks("focus") == ()
    parts.store.keep(KIT_MISSING, [])
    assert not [one for one in parts.own("focus").left_out if one.lacks]


def test_a_reminder_offers_what_the_person_has_the_things_for(parts: FakeParts) -> None:
    offering = next(r for r in shipped().reminders.values() if r.offer in shipped().routines)
    nudge = parts.desk.now(offering.id)
    assert nudge is not None
    assert nudge.offer == offering.offer
    parts.store.keep(KIT_MISSING, needs(shipped().routines[offering.offer or ""], shipped().exercises))
    nudge = parts.desk.now(offering.id)
    assert nudge is not None
    assert nudge.offer is None


def test_somebody_new_is_new_until_they_did_something(parts: FakeParts) -> None:
    assert parts.is_new
    parts.desk.tick()
    assert parts.is_new
    parts.store.keep(WELCOMED, True)
    assert not parts.is_new
