"""Which of several sentences are said: one behind the other, and by rank where there is no time for all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.content.model import CueAt, CueEvery, DoseLayer, Text
from coach.session.compile import compile_routine
from coach.session.rooms import over_by, with_rooms
from coach.session.speech import CALM, spoken_seconds
from coach.session.timeline import Interval, TimedCue, Timeline
from tests.examples import examples
from tests.session.library import catalogue, exercise, routine, says, step


def said(*entries: tuple[float, int]) -> list[TimedCue]:
    return [TimedCue(at, 0, "say", say=f"{at}", rank=rank) for at, rank in entries]


@pytest.mark.parametrize(
    ("cues", "rooms"),
    [
        (said((0, 10)), [None]),
        (said((0, 10), (4, 10)), [None, None]),
        (said((0, 10), (4, 20)), [4, None]),
        (said((0, 10), (2, 10), (4, 40)), [4, 2, None]),
        (said((0, 20), (2, 10), (5, 30), (6, 40)), [5, 3, 1, None]),
        (said((0, 40), (2, 10), (5, 30)), [None, 3, None]),
        (said((0, 10), (0, 40)), [None, None]),
        (said((0, 10), (0, 40), (3, 20), (6, 50)), [3, 6, 3, None]),
        (said((0, 10), (5, 40), (5, 20), (5, 30)), [5, None, None, None]),
    ],
)
def test_room_is_the_time_until_a_later_sentence_of_higher_rank(
    cues: list[TimedCue], rooms: list[float | None]
) -> None:
    assert [cue.room for cue in with_rooms(cues, ())] == rooms


def test_a_sound_needs_no_room_and_takes_none() -> None:
    cues = [*said((0, 10)), TimedCue(1, 0, "go", sound="go", rank=40), *said((2, 40))]
    assert [cue.room for cue in with_rooms(cues, ())] == [2, None, None]


def sentence(at: float, seconds: float, rank: int, interval: int = 0) -> TimedCue:
    return TimedCue(at, interval, "say", say="x" * round(15 * seconds), rank=rank)


@pytest.mark.parametrize(
    ("kind", "seconds", "room"),
    [
        ("between", 10.0, 10.0 - CALM * 3.0),  # the announcement takes three seconds, or six calmly said
        ("between", 5.0, 0.0),  # it has no time to spare: it is said alone
        ("work", 5.0, None),  # what belongs to work may be said beyond its end
    ],
)
def test_what_is_said_before_an_announcement_leaves_it_its_time(kind, seconds: float, room: float | None) -> None:
    intervals = [Interval("work", 0.0, 5.0), Interval(kind, 5.0, seconds)]
    first, second = with_rooms([sentence(5.0, 1.0, 30), sentence(5.0, 3.0, 40, interval=1)], intervals)
    assert (first.room, first.joined) == (room, False)
    assert (second.room, second.joined) == (None, True)


def test_an_announcement_before_a_person_goes_on_by_themselves_has_all_the_time() -> None:
    intervals = [Interval("say", 0.0, 1.0, wait=True), Interval("work", 1.0, 5.0)]
    first, _ = with_rooms([sentence(0.0, 1.0, 20), sentence(0.0, 3.0, 40)], intervals)
    assert first.room is None


@pytest.mark.parametrize(
    ("kind", "following", "seconds"),
    [
        ("work", (), None),
        ("work", said((4, 10), (6, 40)), 6.0),  # a lower one gives way
        ("work", said((4, 30), (6, 40)), 4.0),  # one of its own rank would have to wait
        ("work", said((0, 40), (6, 40)), 6.0),  # what is due together is said one behind the other
        ("between", (), 5.0),  # then the work begins
        ("between", said((4, 30)), 4.0),
        ("between", said((7, 30)), 5.0),
    ],
)
def test_by_when_a_sentence_should_be_over(kind, following: list[TimedCue], seconds: float | None) -> None:
    assert over_by(TimedCue(0.0, 0, "say", say="x", rank=30), following, (Interval(kind, 0.0, 5.0),)) == seconds


def test_what_belongs_to_an_end_or_to_no_interval_announces_no_work() -> None:
    intervals = (Interval("rest", 0.0, 5.0),)
    assert over_by(TimedCue(2.0, 0, "say", say="x", from_end=True), (), intervals) is None
    assert over_by(TimedCue(5.0, -1, "done", say="x"), (), intervals) is None


MOMENTS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5), st.sampled_from([10, 20, 30, 40])), max_size=20)


@settings(max_examples=examples(200))
@given(MOMENTS)
def test_room_as_it_is_defined(entries: list[tuple[int, int, int]]) -> None:
    cues = [sentence(*entry) for entry in sorted(entries, key=lambda entry: entry[0])]
    placed = with_rooms(cues, ())
    assert [cue.say for cue in placed] == [cue.say for cue in cues]
    for number, (before, cue) in enumerate(zip([None, *placed], placed, strict=False)):
        assert cue.joined == (before is not None and before.at == cue.at)
        limits = [other.at - cue.at for other in cues if other.at > cue.at and other.rank > cue.rank][:1]
        for place, other in enumerate(placed[number + 1 :], number + 1):
            if other.at == cue.at and other.rank > cue.rank and other.room is not None:
                behind = sum(spoken_seconds(one.say or "") for one in placed[number + 1 : place + 1])
                higher = [one.at - cue.at for one in cues if one.at > cue.at and one.rank > other.rank][:1]
                limits += [max(0.0, end - CALM * behind) for end in higher]
        assert cue.room == (pytest.approx(min(limits)) if limits else None)


def run(minutes: int, every: float = 300.0) -> Timeline:
    easy = exercise("easy", DoseLayer(for_seconds=60.0 * minutes))
    return compile_routine(
        routine(step("easy", CueEvery(every, says("Head over chest.", "Run tall.")))), catalogue(easy)
    )


@pytest.mark.parametrize("minutes", [10, 20, 25, 30, 40, 45, 50, 60])
def test_half_is_said_in_a_run_of_any_length_and_the_author_s_cue_as_well(minutes: int) -> None:
    timeline = run(minutes)
    half = 10.0 + 30.0 * minutes
    spoken = [cue for cue in timeline.cues if cue.at == half and cue.say]
    assert [cue.say for cue in spoken][:1] == ["Halfway."]
    assert all(cue.room is None or cue.room >= 60.0 for cue in spoken)
    assert {cue.joined for cue in spoken[1:]} <= {True}
    assert {"at": half, "say": "Halfway."} in timeline.as_json()["cues"]


def test_a_cue_at_the_end_of_the_work_is_said_before_the_rest() -> None:
    cue = CueAt(share=1.0, say=Text("Let go."))
    some = exercise("some", DoseLayer(for_seconds=30.0, sets=2, rest=20.0))
    timeline = compile_routine(routine(step("some", cue)), catalogue(some))
    told = [
        (one.say, one.room is None or one.room > 5.0, one.joined) for one in timeline.cues if one.say and one.at == 40.0
    ]
    assert told == [("Let go.", True, False), ("Rest. 20 seconds.", True, True)]
