"""What was foretold serves all who ask in one look, and whoever asks later for as long as it comes as was supposed."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coach.desk_foretold import KEPT_ON_COURSE_SECONDS, KEPT_SECONDS, Foretold
from coach.reminders.answers import NotOpenError
from coach.reminders.explain import Promises, promises
from coach.reminders.policy import Observation, Policy
from coach.reminders.state import State
from tests.desk_place import STRETCH, VIENNA, Place
from tests.fakes import FakeClock
from tests.reminders.simulator import reminder

POLICY, STATE = Policy((STRETCH,)), State()


class BusyClock(FakeClock):
    """Of a machine on which to foretell takes long: it asks for local times."""

    takes = 0.0

    def local(self, moment: datetime) -> datetime:
        self.pass_time(self.takes)
        return super().local(moment)


@pytest.fixture
def clock() -> BusyClock:
    return BusyClock(datetime(2026, 5, 14, 9, 0, tzinfo=VIENNA))


def look(clock: FakeClock) -> Observation:
    return Observation(clock.awake(), clock.wall(), idle=0.0)


def test_whoever_asks_in_the_same_look_gets_what_was_foretold(clock: BusyClock) -> None:
    foretold = Foretold(clock)
    first = foretold.now(POLICY, STATE, STATE, look(clock))
    clock.pass_time(KEPT_SECONDS / 2)
    assert foretold.now(POLICY, STATE, STATE, look(clock)) is first
    clock.pass_time(KEPT_SECONDS)
    assert foretold.now(POLICY, STATE, STATE, look(clock)) is not first


def test_what_took_long_serves_them_all_the_same(clock: BusyClock) -> None:
    foretold, clock.takes = Foretold(clock), 5 * KEPT_SECONDS
    begun = clock.awake()
    first = foretold.now(POLICY, STATE, STATE, look(clock))
    assert clock.awake() - begun > KEPT_SECONDS
    assert foretold.now(POLICY, STATE, STATE, look(clock)) is first


def test_a_clock_that_was_set_has_it_foretold_anew(clock: BusyClock) -> None:
    foretold = Foretold(clock)
    first = foretold.now(POLICY, STATE, STATE, look(clock))
    later = replace(look(clock), wall=clock.wall() + timedelta(hours=1))
    assert foretold.now(POLICY, STATE, STATE, later) is not first


def test_another_state_is_another_future(clock: BusyClock) -> None:
    foretold, other = Foretold(clock), STATE.having("stretch", count=60.0)
    first = foretold.now(POLICY, STATE, STATE, look(clock))
    assert foretold.now(POLICY, other, other, look(clock)) is not first


# --- for as long as it comes as was supposed ---

NEAR = timedelta(seconds=2)
MOVE, DRINK = reminder("move", every=30, between="09:00-17:30"), reminder("drink", every=50)
RESET = reminder("reset", at=("10:30", "15:00"), between="09:00-17:30")


class Checked(Foretold):
    """Foretells anew each time, too: `reckoned` counts how often that was needed, `wrong` what differed."""

    reckoned = 0

    def __init__(self, place: Place) -> None:
        super().__init__(place.clock)
        self.wrong: list[str] = []

    def now(self, policy: Policy, kept_state: State, state: State, observation: Observation) -> Promises:
        before = self._kept
        found = super().now(policy, kept_state, state, observation)
        self.reckoned += self._kept is not before
        for ident, fresh in promises(policy, state, observation, self._clock.local).items():
            kept = found[ident]
            if (kept is None) != (fresh is None):
                self.wrong.append(f"{observation.wall} {ident}: {kept} {fresh}")
            elif kept and fresh and kept.supposed == fresh.supposed and abs(kept.at - fresh.at) > NEAR:
                self.wrong.append(f"{observation.wall} {ident}: {kept.at} is {fresh.at}")
        return found


@pytest.fixture
def place() -> Place:
    return Place((MOVE, DRINK, RESET))


@pytest.fixture
def checked(place: Place) -> Checked:
    made = place.desk._foretold = Checked(place)
    return made


def sit(place: Place, minutes: int) -> None:
    """Once a minute, as who shows when the next one comes."""
    for _ in range(minutes):
        place.wait(1)
        place.desk.status()


def test_who_stays_at_the_desk_is_foretold_once_in_ten_minutes(place: Place, checked: Checked) -> None:
    sit(place, 20)
    assert checked.reckoned == 20 * 60 / KEPT_ON_COURSE_SECONDS
    assert checked.wrong == []


def test_the_moment_comes_nearer_all_the_same(place: Place, checked: Checked) -> None:
    sit(place, 1)
    first = place.desk.status().next_in_seconds
    sit(place, 5)
    assert checked.reckoned == 1
    assert place.desk.status().next_in_seconds == (first or 0.0) - 300.0


def test_one_that_came_is_foretold_anew(place: Place, checked: Checked) -> None:
    sit(place, 29)
    before = checked.reckoned
    sit(place, 2)
    assert checked.reckoned > before
    assert checked.wrong == []


@pytest.mark.parametrize(
    "happens",
    [
        lambda place: place.desk.pause(600.0),
        lambda place: place.desk.pause(None),
        lambda place: place.have(MOVE, RESET),
        lambda place: place.clock.set_wall(place.clock.wall() + timedelta(minutes=40)),
        lambda place: place.clock.sleep_machine(60.0),
        lambda place: place.clock.travel(ZoneInfo("America/New_York")),
        lambda place: place.desk.now("drink"),
    ],
)
def test_what_happens_is_taken_into_account(place: Place, checked: Checked, happens: Callable[[Place], object]) -> None:
    sit(place, 3)
    before = checked.reckoned
    happens(place)
    sit(place, 1)
    assert checked.reckoned == before + 1
    assert checked.wrong == []


@pytest.mark.parametrize("seed", range(2))
def test_on_any_day_it_is_what_would_be_foretold_anew(place: Place, checked: Checked, seed: int) -> None:
    choose = random.Random(seed)
    for _ in range(25):
        match choose.randrange(9):
            case 0:
                place.idle.now = choose.choice([0.0, 2.0, 290.0, 400.0])
            case 1:
                place.quiet.now = choose.choice([frozenset(), frozenset({"do-not-disturb"})])
            case 2:
                place.desk.pause(choose.choice([300.0, 3600.0, None]))
            case 3:
                place.desk.resume()
            case 4 if (nudge := place.desk.now(choose.choice(["move", "drink", "reset"]))) is not None:
                with suppress(NotOpenError):  # nobody was there, or it is over
                    place.desk.snooze(nudge.id, 300.0)
            case 5:
                place.clock.sleep_machine(choose.choice([30.0, 4000.0]))
            case _:
                sit(place, choose.choice([1, 3, 12]))
        place.desk.status()
    assert checked.wrong == []
