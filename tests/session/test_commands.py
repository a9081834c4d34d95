"""What a person may do during a session, and what comes of it."""

from __future__ import annotations

import pytest

from coach.content.model import Coaching, CoachingEvent, CueAt, DoseLayer, SayStep, Text
from coach.session.compile import compile_routine
from coach.session.events import Event, IntervalFinished, Paused, PauseReason, ReEntry, Say, Sound
from coach.session.player import Player
from coach.session.timeline import Timeline
from tests.session.library import COACHING, catalogue, exercise, routine, says, step
from tests.simulator import ORIGIN, Simulator

SETS = DoseLayer(sets=2, reps=3, move=1.0, hold=1.0, back=1.0, rest=6.0)  # 9 s a set
WAIT = SayStep(Text("Lie down."), None)


def timeline_of(*steps: object, prepare: float = 5.0, coaching: Coaching = COACHING) -> Timeline:
    library = catalogue(exercise("some", SETS), coaching=coaching)
    return compile_routine(routine(*steps, prepare=prepare), library)  # type: ignore[arg-type]


PLAIN = timeline_of(step("some"))  # prepare 0-5, work 5-14, rest 14-20, work 20-29
TIMED = timeline_of(step("some", for_seconds=30.0, sets=1))  # prepare 0-5, work 5-35


# --- pause and resume ------------------------------------------------------------------------------------------------


def test_a_pause_ends_with_a_countdown_and_goes_on_at_the_same_place() -> None:
    run = Simulator(PLAIN, kinds=["paused", "re-entry", "resumed", "rep", "sound"])
    run.at(9.25, "pause").at(60, "resume")
    run.expect(*("2 tick", "3 tick", "4 tick", "5 rep 1/3", "5 go", "8 rep 2/3", "9.25 paused person"))
    run.expect("60 re-entry", "60 tick", "61 tick", "62 tick", "63 resumed", "64.75 rep 3/3", "67.75 rest")
    run.verify(until=70)
    ticks = [e for e in run.events if isinstance(e, Sound) and e.event == "resume"]
    assert [(tick.row, tick.left) for tick in ticks] == [(3, 3), (3, 2), (3, 1)]
    assert {tick.at for tick in ticks} == {9.25}


def test_pauses_do_not_change_where_anything_stands() -> None:
    def places(run: Simulator) -> list[tuple[float, str]]:
        return [(e.at, e.text) for e in run.events if isinstance(e, Say)]

    paused = Simulator(PLAIN).at(1, "pause").at(4, "resume").at(12.5, "pause").at(90, "resume")
    assert places(paused.run(until=130)) == places(Simulator(PLAIN).run(until=40))


def test_a_wait_goes_on_without_a_countdown() -> None:
    run = Simulator(timeline_of(WAIT), kinds=["paused", "re-entry", "resumed", "end"])
    run.at(5, "pause").at(9, "resume").at(10, "done")
    run.expect("5 paused person", "9 resumed", "10 end say done").verify(until=12)


def test_a_pause_within_the_re_entry_starts_it_anew() -> None:
    run = Simulator(PLAIN, kinds=["paused", "re-entry", "resumed"])
    run.at(9, "pause").at(20, "resume").at(21.5, "pause").at(30, "resume")
    run.expect("9 paused person", "20 re-entry", "21.5 paused person", "30 re-entry", "33 resumed").verify(until=40)


def test_the_rest_of_an_interrupted_countdown_says_how_many_are_to_come() -> None:
    run = Simulator(PLAIN).at(2.5, "pause").at(10, "resume").run(until=17)
    ticks = [(e.at, e.due - ORIGIN, e.left) for e in run.events if isinstance(e, Sound) and e.event == "countdown"]
    assert ticks == [(2.0, 2.0, 3), (3.0, 13.5, 2), (4.0, 14.5, 1)]


def test_coaching_may_speak_at_a_pause_and_at_its_end() -> None:
    events = {
        **COACHING.events,
        "pause": CoachingEvent(says("Paused."), sound="rest"),
        "resume": CoachingEvent(says("On we go."), sound="half"),
    }
    run = Simulator(timeline_of(step("some"), coaching=Coaching(events)), kinds=["paused", "say", "sound", "resumed"])
    run.at(9, "pause").at(20, "resume").run(until=23.5)
    assert run.told()[-8:] == [
        *("9 paused person", "9 rest", "9 say Paused."),
        *("20 say On we go.", "20 half", "21 half", "22 half", "23 resumed"),
    ]
    assert [e.left for e in run.events if isinstance(e, Sound) and e.event == "resume"] == [3, 2, 1]


def test_a_person_may_be_counted_in_silently() -> None:
    events = {name: event for name, event in COACHING.events.items() if name != "countdown"}
    run = Simulator(timeline_of(step("some"), coaching=Coaching(events)), kinds=["re-entry", "sound", "resumed"])
    run.at(3, "pause").at(4, "resume").expect("4 re-entry", "7 resumed", "9 go").verify(until=10)


def test_a_device_may_pause_too() -> None:
    run = Simulator(PLAIN, kinds=["paused"]).at(3, "pause", "device")
    run.expect("3 paused device").verify(until=6)
    assert run.player.view(ORIGIN + 6).pause_reason == "device"


# --- gaps ------------------------------------------------------------------------------------------------------------


def test_a_machine_that_slept_pauses_where_it_was() -> None:
    run = Simulator(PLAIN, kinds=["paused", "resumed", "rep"], tick=0.25).sleep(8.5, 500).at(501, "resume")
    run.expect("5 rep 1/3", "8 rep 2/3", "8.5 paused gap", "504 resumed", "506.5 rep 3/3").verify(until=507)
    gaps = [event.gap_seconds for event in run.events if isinstance(event, Paused)]
    assert gaps == [491.5]


def test_three_seconds_are_no_gap_and_a_little_more_is() -> None:
    for seconds, paused in ((3.0, 0), (3.01, 1)):
        player = Player(PLAIN)
        player.start(ORIGIN)
        assert sum(isinstance(e, Paused) for e in player.advance(ORIGIN + seconds)) == paused


def test_what_a_gap_is_can_be_told() -> None:
    player = Player(PLAIN, gap_after=60.0)  # a clock that runs twenty times as fast
    player.start(ORIGIN)
    assert player.next_due(ORIGIN) == ORIGIN + 2.0
    assert not any(isinstance(e, Paused) for e in player.advance(ORIGIN + 30.0))


def test_a_gap_within_the_re_entry_pauses_again() -> None:
    run = Simulator(PLAIN, kinds=["paused", "resumed"]).at(9, "pause").at(20, "resume").sleep(21, 90)
    run.expect("9 paused person", "21 paused gap").verify(until=95)


def test_a_command_after_a_gap_finds_the_session_paused() -> None:
    run = Simulator(PLAIN, kinds=["paused", "start"]).sleep(2, 50).at(49, "pause")
    run.expect("0 start prepare", "2 paused gap").verify(until=60)


# --- next and back ---------------------------------------------------------------------------------------------------


def test_next_leaves_the_interval_and_what_follows_shifts() -> None:
    run = Simulator(PLAIN, kinds=["start", "end", "sound"]).at(1, "next").at(8.5, "next")
    run.expect("0 start prepare", "1 end prepare skipped", "1 start work", "1 go")
    run.expect("8.5 end work skipped 2", "8.5 start rest", "8.5 rest", "11.5 tick", "12.5 tick", "13.5 tick")
    run.expect("14.5 end rest done", "14.5 start work", "14.5 go").verify(until=15)


def test_next_in_the_last_interval_ends_the_session() -> None:
    run = Simulator(PLAIN, first=3, kinds=["end", "ended"]).at(5, "next")
    run.expect("5 end work skipped 0", "5 ended finished").verify(until=9)


@pytest.mark.parametrize(
    ("second", "started"),
    [(2.9, "prepare"), (4.0, "prepare"), (7.9, "prepare"), (8.0, "work"), (13.9, "work"), (16.0, "work")],
)
def test_back_is_the_start_of_this_interval_or_early_on_of_the_one_before(second: float, started: str) -> None:
    run = Simulator(PLAIN, kinds=["start", "end"]).at(second, "back").run(until=second)
    outcome, start = run.told()[-2:]
    assert outcome.split()[3] == "repeated"
    assert start == f"{second:g} start {started}"


def test_back_repeats_every_cue() -> None:
    run = Simulator(PLAIN, kinds=["end", "rep", "sound"]).at(12, "back")
    run.expect("2 tick", "3 tick", "4 tick", "5 end prepare done", "5 rep 1/3", "5 go", "8 rep 2/3", "11 rep 3/3")
    run.expect("12 end work repeated 2", "12 rep 1/3", "12 go", "15 rep 2/3", "18 rep 3/3", "21 end work done 3")
    run.expect("21 rest").verify(until=22)


def test_a_paused_session_that_moves_stays_paused() -> None:
    run = Simulator(PLAIN, kinds=["start", "paused", "resumed", "sound"])
    run.at(1, "pause").at(2, "next").at(3, "next").at(4, "back").at(10, "resume")
    run.expect("0 start prepare", "1 paused person", "2 start work", "3 start rest", "4 start work")
    run.expect("10 tick", "11 tick", "12 tick", "13 resumed", "13 go", "22 start rest", "22 rest").verify(until=23)


def test_a_move_within_the_re_entry_does_not_count_anew() -> None:
    run = Simulator(PLAIN, kinds=["start", "resumed"]).at(1, "pause").at(5, "resume").at(6, "next")
    run.expect("0 start prepare", "6 start work", "8 resumed").verify(until=9)


def test_next_at_the_end_of_a_paused_session_ends_it() -> None:
    run = Simulator(PLAIN, first=3, kinds=["ended"]).at(5, "pause").at(6, "next").at(7, "resume")
    run.expect("6 ended finished").verify(until=20)


# --- ten seconds more ------------------------------------------------------------------------------------------------


def test_ten_seconds_more_move_the_end_and_its_cues() -> None:
    run = Simulator(TIMED, kinds=["end", "sound"]).at(33.5, "more")
    run.expect("2 tick", "3 tick", "4 tick", "5 end prepare done", "5 go", "20 half", "32 tick", "33 tick")
    run.expect("42 tick", "43 tick", "44 tick", "45 stop", "45 end work done", "45 done").verify(until=50)
    ticks = [(e.at, e.left) for e in run.events if isinstance(e, Sound) and e.at > 30 and e.name == "tick"]
    assert ticks == [(32.0, 3), (33.0, 2), (42.0, 3), (43.0, 2), (44.0, 1)]
    assert [e.seconds for e in run.events if isinstance(e, IntervalFinished)] == [5.0, 40.0]


def test_ten_seconds_more_twice() -> None:
    run = Simulator(TIMED, kinds=["end"]).at(10, "more").at(11, "more")
    run.expect("5 end prepare done", "55 end work done").verify(until=60)


def test_a_counted_set_grows_by_whole_repetitions() -> None:
    run = Simulator(PLAIN, kinds=["rep", "say", "end"]).at(12, "more")  # in the last one
    run.run(until=27)
    assert run.told()[-9:] == [
        *("11 rep 3/3", "11 say Last one."),
        *("14 rep 4/7", "17 rep 5/7", "20 rep 6/7", "23 rep 7/7", "23 say Last one."),
        *("26 end work done 7", "26 say Rest. 6 seconds."),
    ]


def test_a_cue_that_moved_but_stays_behind_is_not_made_up_for() -> None:
    cue = CueAt(before_end=25.0, sound="half")  # at 10 s, and after "more" at 20 s
    timeline = timeline_of(step("some", cue, for_seconds=30.0, sets=1), prepare=0.0, coaching=Coaching({}))
    early = Simulator(timeline, kinds=["sound"]).at(12, "more")
    early.expect("5 half", "15 half").verify(until=45)
    late = Simulator(timeline, kinds=["sound"]).at(16, "more")
    late.expect("5 half").verify(until=45)


def test_a_hold_ends_with_its_sound_in_repetitions_that_were_added() -> None:
    coaching = Coaching({"back": CoachingEvent(sound="half")})
    timeline = timeline_of(step("some", sets=1, move=1.0, hold=3.0, back=1.0), prepare=0.0, coaching=coaching)
    run = Simulator(timeline, kinds=["sound", "end"])
    run.at(7, "more")
    run.expect("4 half", "9 half", "14 half", "19 half", "24 half", "25 end work done 5").verify(until=30)


def test_timed_work_that_grew_beats_on() -> None:
    coaching = Coaching({"beat": CoachingEvent(sound="half")})
    timeline = timeline_of(step("some", for_seconds=10.0, every=4.0, sets=1), prepare=0.0, coaching=coaching)
    run = Simulator(timeline, kinds=["sound", "end"]).at(7, "more")
    run.expect("4 half", "8 half", "12 half", "16 half", "20 end work done").verify(until=30)


def test_nobody_is_asked_for_a_key_who_has_none() -> None:
    coaching = Coaching({"wait": CoachingEvent((Text("Press Enter."),))})
    timeline = timeline_of(WAIT, prepare=0.0, coaching=coaching)
    for has_keyboard, asked in ((True, True), (False, False)):
        player = Player(timeline, has_keyboard=has_keyboard)
        said = [event.text for event in player.start(0.0) if isinstance(event, Say)]
        assert ("Press Enter." in said) is asked


def test_ten_seconds_more_at_the_start_of_a_paused_interval_lose_nothing() -> None:
    run = Simulator(PLAIN, kinds=["rep", "sound", "end"]).at(1, "pause").at(2, "next").at(3, "more").at(4, "resume")
    run.run(until=8)
    assert run.told() == ["2 end prepare skipped", "4 tick", "5 tick", "6 tick", "7 rep 1/7", "7 go"]


@pytest.mark.parametrize(
    "open_step",
    [WAIT, step("some", own_pace=True), step("some", as_long_as_possible=True)],
)
def test_an_open_interval_does_not_grow(open_step: object) -> None:
    timeline = timeline_of(open_step, prepare=0.0)
    run = Simulator(timeline).at(2, "more").run(until=3)
    assert run.player.view(ORIGIN + 3).lengths == tuple(interval.seconds for interval in timeline.intervals)


# --- this hurts, and the end -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("pain", [6, 10])
def test_pain_of_six_or_more_ends_the_session(pain: int) -> None:
    run = Simulator(PLAIN, kinds=["paused", "ask", "end", "ended", "say"]).at(9, "hurts").at(12, "answer_pain", pain)
    run.run(until=20)
    assert run.told()[-4:] == ["9 paused hurts", "9 ask pain", "12 end work ended 1", "12 ended pain"]
    assert run.events[-1].pain == pain  # type: ignore[attr-defined]


@pytest.mark.parametrize("pain", [0, 3, 4, 5])
def test_less_pain_stays_paused_until_the_person_goes_on(pain: int) -> None:
    run = Simulator(PLAIN, kinds=["paused", "ask", "resumed", "rep"])
    run.at(9, "hurts").at(10, "resume").at(10, "next").at(12, "answer_pain", pain).at(20, "resume")
    run.expect("5 rep 1/3", "8 rep 2/3", "9 paused hurts", "9 ask pain", "23 resumed", "25 rep 3/3")
    run.verify(until=26)


def test_by_mistake_it_goes_on_after_the_count_in() -> None:
    run = Simulator(PLAIN, kinds=["paused", "ask", "resumed", "rep"])
    run.at(9, "hurts").at(12, "by_mistake")
    run.expect("5 rep 1/3", "8 rep 2/3", "9 paused hurts", "9 ask pain", "15 resumed", "17 rep 3/3")
    run.verify(until=18)


@pytest.mark.parametrize("reason", ["person", "gap", "device", "hurts"])
def test_by_mistake_a_pause_that_stood_before_stays(reason: PauseReason) -> None:
    player = Player(PLAIN)
    player.start(ORIGIN)
    if reason == "hurts":
        player.hurts(ORIGIN + 2)
        player.answer_pain(ORIGIN + 2, 4)
    else:
        player.pause(ORIGIN + 2, reason, 8.0 if reason == "gap" else 0.0)
    before = player.view(ORIGIN + 3)
    player.hurts(ORIGIN + 3)
    assert player.by_mistake(ORIGIN + 4) == [Paused(2.0, ORIGIN + 4, reason, 8.0 if reason == "gap" else 0.0)]
    assert player.view(ORIGIN + 4) == before
    player.resume(ORIGIN + 5)
    player.hurts(ORIGIN + 6)
    events = player.by_mistake(ORIGIN + 7)
    assert isinstance(events[0], ReEntry), "the pause is over"
    assert not any(isinstance(event, Paused) for event in events)


@pytest.mark.parametrize("pain", [None, 0, 2, 5, 9])
def test_who_stops_where_it_hurts_stops_for_pain_whatever_the_number(pain: int | None) -> None:
    run = Simulator(PLAIN, kinds=["paused", "ask", "end", "ended"]).at(9, "hurts").at(12, "stop_for_pain", pain)
    run.expect("5 end prepare done", "9 paused hurts", "9 ask pain", "12 end work ended 1", "12 ended pain")
    run.verify(until=20)
    assert run.events[-1].pain == pain  # type: ignore[attr-defined]


def test_without_the_question_there_is_no_stop_for_pain() -> None:
    run = Simulator(PLAIN, kinds=["paused", "ended"]).at(7, "pause").at(9, "stop_for_pain", 9)
    run.expect("7 paused person").verify(until=12)


def test_a_paused_person_may_say_that_it_hurts() -> None:
    run = Simulator(PLAIN, kinds=["paused", "ask"]).at(7, "pause").at(9, "hurts")
    run.expect("7 paused person", "9 ask pain").verify(until=12)
    view = run.player.view(ORIGIN + 12)
    assert (view.state, view.pause_reason) == ("asking-pain", "hurts")


@pytest.mark.parametrize("before", [[], [(6.0, "pause")], [(6.0, "hurts")], [(6.0, "pause"), (7.0, "resume")]])
def test_the_person_may_end_at_any_time(before: list[tuple[float, str]]) -> None:
    run = Simulator(PLAIN, kinds=["end", "ended"])
    for second, command in before:
        run.at(second, command)
    run.at(8.5, "end").expect("5 end prepare done", "8.5 end work ended " + ("0" if before else "1"), "8.5 ended ended")
    run.verify(until=30)


COMMANDS: list[tuple[str, tuple[object, ...]]] = [
    *((name, ()) for name in ("advance", "pause", "resume", "next", "back", "more", "done", "lost", "hurts")),
    ("by_mistake", ()),
    ("answer_pain", (7,)),
    ("stop_for_pain", (7,)),
]


@pytest.mark.parametrize(("name", "arguments"), COMMANDS)
def test_before_the_start_and_after_the_end_nothing_has_a_meaning(name: str, arguments: tuple[object, ...]) -> None:
    player = Player(PLAIN)

    def command() -> list[Event]:
        return getattr(player, name)(ORIGIN + 1, *arguments)

    assert command() == []
    player.start(ORIGIN)
    assert [type(e).__name__ for e in player.end(ORIGIN + 1)] == ["IntervalFinished", "Ended"]
    assert command() == player.end(ORIGIN + 2) == player.start(ORIGIN + 3) == []


def test_a_session_may_be_left_before_it_starts() -> None:
    assert [type(e).__name__ for e in Player(PLAIN).end(ORIGIN)] == ["Ended"]


def test_no_answer_is_taken_that_was_not_asked_for() -> None:
    run = Simulator(PLAIN, kinds=["ended"]).at(3, "answer_pain", 9).run(until=6)
    assert run.told() == []


# --- a first look that comes late ---


def test_what_is_put_off_goes_on_from_there_without_a_gap() -> None:
    player = Player(PLAIN)
    player.start(ORIGIN)
    assert not player.is_gap(ORIGIN + 3.0)
    assert player.is_gap(ORIGIN + 40.0)
    player.put_off(ORIGIN + 40.0)
    assert not any(isinstance(e, Paused) for e in player.advance(ORIGIN + 40.0))
    assert player.view(ORIGIN + 42.0).elapsed == 2.0


def test_a_count_in_that_is_put_off_is_whole() -> None:
    player = Player(PLAIN)
    player.start(ORIGIN)
    player.pause(ORIGIN + 1.0)
    player.resume(ORIGIN + 1.0)
    player.put_off(ORIGIN + 11.0)
    assert player.view(ORIGIN + 11.0).reentry_left == 3.0
    assert player.view(ORIGIN + 11.0).elapsed == 1.0
