"""What holds on every day, however it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reminders.simulator import Simulator, active, idle, reminder, unknown

Step = Callable[[Simulator], None]

POLICY = (
    reminder("stretch", every=20, at_most=4),
    reminder("break", every=45, away=10, between="09:00-17:30"),
    reminder("walk", at=("09:10", "10:30", "13:00"), at_most=2),
)


def tick(presence: str, most: int = 50) -> st.SearchStrategy[Step]:
    return st.integers(1, most).map(lambda minutes: lambda day: day.tick(presence, minutes=minutes))


quiet = st.sampled_from(["camera", "full-screen", "do-not-disturb"])
hush: st.SearchStrategy[Step] = quiet.map(lambda reason: lambda day: day.hush(reason))
unhush: st.SearchStrategy[Step] = quiet.map(lambda reason: lambda day: day.unhush(reason))
pause: st.SearchStrategy[Step] = st.sampled_from([10, 60, None]).map(lambda minutes: lambda day: day.pause(minutes))
resume: st.SearchStrategy[Step] = st.just(lambda day: day.resume())
sleep: st.SearchStrategy[Step] = st.integers(1, 120).map(lambda minutes: lambda day: day.sleep(minutes=minutes))
restart: st.SearchStrategy[Step] = st.integers(0, 60).map(lambda minutes: lambda day: day.restart(minutes=minutes))


def answer(kind: str) -> st.SearchStrategy[Step]:
    def give(day: Simulator) -> None:
        if day.state.open is not None:
            day.snooze(day.state.open, 5) if kind == "snooze" else day.done(day.state.open)

    return st.just(give)


anything = st.lists(
    st.one_of(
        *(tick(active), tick(idle, 15), tick(unknown), hush, unhush, pause, resume, sleep, restart),
        *(answer("done"), answer("snooze")),
    ),
    max_size=14,
)
at_the_desk = st.lists(st.one_of(tick(active, 30), hush, unhush, pause, resume), max_size=12)


def live(steps: list[Step], **options: float) -> Simulator:
    day = Simulator(*POLICY, **options)  # type: ignore[arg-type]
    for step in steps:
        step(day)
    return day


@settings(max_examples=25, deadline=None)
@given(anything)
def test_looking_more_often_never_changes_what_is_decided(steps: list[Step]) -> None:
    seldom, often = live(steps), live(steps, every_seconds=19)
    assert often.events == seldom.events
    assert often.reasons == seldom.reasons


@settings(max_examples=25, deadline=None)
@given(anything)
def test_never_more_often_a_day_than_allowed(steps: list[Step]) -> None:
    assert too_often(live(steps)) == []


def too_often(day: Simulator) -> list[tuple[str, str]]:
    """What came more often than allowed, and on which day. What comes again after a snooze is not counted twice."""
    came: Counter[tuple[str, str]] = Counter()
    for (when, event), is_again in zip(day.events, day.again, strict=True):
        if event.startswith("nudge") and not is_again:
            came[event, when.split()[0] if " " in when else "today"] += 1
    most = {f"nudge {one.id}": one.at_most or 99 for one in POLICY}
    return [(event, on) for (event, on), count in came.items() if count > most[event]]


def test_a_snooze_that_had_to_wait_is_not_counted_twice_either() -> None:
    day = live([lambda day: day.sleep(minutes=16), lambda day: day.snooze("walk", 5), lambda day: day.tick(idle, 0, 5)])
    day.tick(active, minutes=70)
    assert [event for _, event in day.events].count("nudge walk") == 3
    assert too_often(day) == []


@settings(max_examples=25, deadline=None)
@given(anything)
def test_the_next_look_is_never_in_the_past_and_never_far(steps: list[Step]) -> None:
    day = live(steps)
    assert all(0 < wake <= day.policy.longest_sleep for wake in day.wakes)


@settings(max_examples=25, deadline=None)
@given(at_the_desk)
def test_quiet_never_drops(steps: list[Step]) -> None:
    """Whoever stays at the desk gets everything that had to wait, once nothing is against it."""
    day = live(steps)
    day.quiet = frozenset()
    day.resume()
    day.tick(active, minutes=12)
    assert still_waiting(day) == set()
    assert not [name for name in ("stretch", "break") for _, event in day.events if event == f"missed {name}"]


def still_waiting(day: Simulator) -> set[str]:
    """What had to wait and came no more."""
    waiting: set[str] = set()
    for _, event in day.events:
        what, name = event.split()
        if what == "deferred":
            waiting.add(name)
        elif what in ("nudge", "missed"):
            waiting.discard(name)
    return waiting


def test_what_came_as_often_as_it_may_does_not_come_once_more() -> None:
    day = live([lambda day: day.tick(active, minutes=100), lambda day: day.hush("camera")])
    day.quiet = frozenset()
    day.tick(active, minutes=12)
    assert [event for _, event in day.events].count("nudge stretch") == 4
    assert still_waiting(day) == set()


@settings(max_examples=25, deadline=None)
@given(anything)
def test_messages_take_turns_and_one_that_was_put_off_is_said_again(steps: list[Step]) -> None:
    day = live(steps)
    said: Counter[str] = Counter()
    for (name, message), is_again in zip(day.messages, day.said_again, strict=True):
        turn = max(0, said[name] - is_again)
        assert message == turn % 3
        said[name] = turn + 1


@settings(max_examples=25, deadline=None)
@given(anything)
def test_one_nudge_at_a_time_and_each_with_a_reason(steps: list[Step]) -> None:
    day = live(steps)
    assert all(day.reasons)
    ends = [moment for moment, _ in day.cards]
    assert all((later - before).total_seconds() >= day.policy.grace for before, later in pairwise(ends))
    assert len([name for _, told in day.cards for name in told]) == len(day.nudges)
