"""What is promised is what comes: the engine itself, looked at as the program does, shows a reminder at that moment.

The person of these days leaves and returns as they please; the machine is idle for a while and sleeps then, which the
promise does not do. Zones and days are those on which summer time begins or ends.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coach.content.model import WEEKDAYS, Reminder
from coach.reminders import answers
from coach.reminders.engine import decide
from coach.reminders.foretell import STAYS_SECONDS, foretell
from coach.reminders.hours import falls_on, open_day
from coach.reminders.policy import Observation, Policy
from coach.reminders.promise import Promise
from coach.reminders.state import State
from coach.words.reminders import supposed
from tests.beside import slow
from tests.reminders.simulator import WORKDAYS, reminder

LEAVES_IDLE_SECONDS = 600.0
"""A machine that nobody touches is idle for a while, and sleeps then."""


@dataclass
class Place:
    """A machine in a zone, with its two clocks; whoever is at it stays until told otherwise."""

    zone: ZoneInfo
    now: datetime  # UTC
    policy: Policy
    knows_sleep: bool = True
    knows_idle: bool = True
    state: State = field(default_factory=State)
    monotonic: float = 500.0
    slept: float = 0.0
    idle: float = 0.0
    quiet: frozenset[str] = frozenset()

    def local(self, moment: datetime) -> datetime:
        """As SystemClock.local: with a fixed offset, and later by as much where the clock skips it."""
        if moment.tzinfo is not None:
            there = moment.astimezone(self.zone)
        else:
            found = [moment.replace(tzinfo=self.zone, fold=fold).astimezone(UTC) for fold in (moment.fold, 1)]
            first = found[0].astimezone(self.zone)
            there = first if first.replace(tzinfo=None, fold=0) == moment.replace(fold=0) else max(
                one.astimezone(self.zone) for one in found
            )  # fmt: skip
        return datetime.fromisoformat(there.isoformat())

    def look(self, *, may_show: bool = True) -> tuple[tuple[str, ...], float]:
        self.state, decision = decide(self.policy, self.state, self.observation, may_show=may_show)
        return decision.told, decision.next_wake

    @property
    def observation(self) -> Observation:
        idle = self.idle if self.knows_idle else None
        slept = self.slept if self.knows_sleep else None
        return Observation(self.monotonic, self.local(self.now), idle, self.quiet, slept)

    def let_pass(self, seconds: float, *, idle: bool = False) -> None:
        self.now += timedelta(seconds=seconds)
        self.monotonic += seconds
        self.idle = self.idle + seconds if idle else 0.0

    def sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.slept += seconds

    def promise(self, one: Reminder) -> Promise | None:
        return foretell(self.policy, self.state, self.observation, one, self.local)

    def comes(self, one: Reminder, until: datetime, back: datetime | None) -> datetime | None:
        """When it comes until then, with a person who is away (or never was: None) while it could not come anyway, at
        the latest until `back`."""
        changes = offset_changes(self.zone, self.now, until)
        while self.now <= until:
            shown, wake = self.look()
            if one.id in shown:
                return self.now
            if back is not None and self.now < back and not self.could_come(one, self.now):
                self.stay_away(one, back, wake)
                continue
            marks = [moment for moment in changes if moment > self.now]
            self.let_pass(min([wake, *((moment - self.now).total_seconds() for moment in marks)]))
        return None

    def could_come(self, one: Reminder, moment: datetime) -> bool:
        there = self.local(moment).replace(tzinfo=None)
        day = open_day(one.between, there)
        mine = self.state.of(one.id)
        is_over = one.at_most is not None and day is not None and mine.day == f"{day}" and mine.shown >= one.at_most
        return one.every is not None and day is not None and falls_on(one, day) and not is_over

    def stay_away(self, one: Reminder, back: datetime, wake: float) -> None:
        """For ten minutes the machine is idle, then it sleeps."""
        after = self.now.replace(second=0, microsecond=0) + timedelta(minutes=1)
        after = back if one.every is None else after
        while after < back and not self.could_come(one, after):
            after += timedelta(minutes=1)
        left = (min(after, back) - self.now).total_seconds()
        if self.knows_idle and self.idle < LEAVES_IDLE_SECONDS:
            self.let_pass(min(wake, left), idle=True)
        else:
            self.sleep(left)
        if self.now >= back or self.could_come(one, self.now):
            self.idle = 0.0


def offset_changes(zone: ZoneInfo, begin: datetime, end: datetime) -> list[datetime]:
    """The whole minutes at which the offset changes (all of this century's in these zones are)."""
    found, moment = [], begin.replace(minute=0, second=0, microsecond=0)
    while moment < end:
        after = moment + timedelta(hours=1)
        if moment.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            found += [
                minute
                for n in range(1, 61)
                if (minute := moment + timedelta(minutes=n)).astimezone(zone).utcoffset()
                != (minute - timedelta(minutes=1)).astimezone(zone).utcoffset()
            ]
        moment = after
    return found


# --- a few days that can be reckoned by hand ---

BERLIN = ZoneInfo("Europe/Berlin")
STRETCH = reminder("stretch", every=30, between="09:00-17:30", days=WORKDAYS)


def at(text: str, zone: ZoneInfo, *reminders: Reminder) -> Place:
    now = datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)
    place = Place(zone, now, Policy(reminders, typing_pause=0.0))
    place.look(may_show=False)
    return place


def told(place: Place, one: Reminder) -> tuple[str, str]:
    promise = place.promise(one)
    assert promise is not None
    return promise.at.isoformat(timespec="seconds"), supposed(promise.supposed, promise.sits_down)


def test_after_a_night_away_the_half_hour_begins_when_one_sits_down():
    place = at("2026-05-13 20:00", BERLIN, STRETCH)
    assert told(place, STRETCH) == ("2026-05-14T09:30:00+02:00", "if you sit down at 9:00")


def test_on_the_day_the_half_hour_goes_on():
    place = at("2026-05-14 09:40", BERLIN, STRETCH)
    for _ in range(18):
        place.let_pass(60)
        place.look()
    assert told(place, STRETCH) == ("2026-05-14T10:10:00+02:00", "if you stay at the desk")


def test_over_a_weekend_in_which_summer_time_begins():
    place = at("2026-03-28 20:00", BERLIN, STRETCH)
    assert told(place, STRETCH) == ("2026-03-30T09:30:00+02:00", "if you sit down at 9:00")
    walk = reminder("walk", at=("09:00",), days=("mon",))
    place = at("2026-03-28 20:00", BERLIN, walk)
    promise = place.promise(walk)
    assert promise is not None
    assert promise.at.isoformat() == "2026-03-30T09:00:00+02:00"
    assert (promise.at - place.now).total_seconds() == 129_600


def test_a_clock_time_that_is_skipped_comes_when_the_clock_was_put_forward():
    early = reminder("early", at=("02:30",))
    assert told(at("2026-03-28 20:00", BERLIN, early), early) == (
        "2026-03-29T03:00:00+02:00",
        "if you are at the desk then",
    )
    at_two = reminder("two", at=("02:00",))
    assert told(at("2026-03-29 01:10", BERLIN, at_two), at_two)[0] == "2026-03-29T03:00:00+02:00"


def test_a_clock_time_that_comes_twice_comes_the_first_time():
    early = reminder("early", at=("02:30",))
    assert told(at("2026-10-24 20:00", BERLIN, early), early)[0] == "2026-10-25T02:30:00+02:00"


def test_hours_that_lie_wholly_in_the_skipped_hour_are_not_there_on_that_day():
    short = reminder("short", every=5, between="02:10-02:50")
    assert told(at("2026-03-28 20:00", BERLIN, short), short)[0] == "2026-03-30T02:15:00+02:00"


def test_who_is_away_is_supposed_to_come_back_now():
    place = at("2026-05-14 10:00", BERLIN, STRETCH)
    place.let_pass(360, idle=True)
    place.look()
    assert told(place, STRETCH) == ("2026-05-14T10:36:00+02:00", "if you come back now")


def test_what_waits_comes_a_grace_after_it_is_quiet_no_longer():
    place = at("2026-05-14 10:00", BERLIN, STRETCH)
    place.quiet = frozenset({"camera"})
    place.let_pass(1800)
    place.look()
    assert told(place, STRETCH) == ("2026-05-14T10:30:20+02:00", "if that ends now")


def test_a_pause_without_an_end_is_supposed_to_end_now():
    place = at("2026-05-14 10:00", BERLIN, STRETCH)
    place.state = answers.paused(place.state, None)
    assert told(place, STRETCH) == ("2026-05-14T10:30:00+02:00", "if you resume now")
    place.state = answers.paused(place.state, 7200)
    assert told(place, STRETCH) == ("2026-05-14T12:00:20+02:00", "if you stay at the desk")


def test_what_came_as_often_as_it_may_comes_again_tomorrow():
    once = replace(STRETCH, at_most=1)
    place = at("2026-05-14 10:00", BERLIN, once)
    place.let_pass(1800)
    assert place.look()[0] == ("stretch",)
    assert told(place, once) == ("2026-05-15T09:30:00+02:00", "if you sit down at 9:00")


def test_shortly_before_its_hours_the_person_stays():
    place = at("2026-05-14 08:10", BERLIN, STRETCH)
    assert told(place, STRETCH) == ("2026-05-14T09:00:20+02:00", "if you stay at the desk")
    assert told(at("2026-05-14 07:50", BERLIN, STRETCH), STRETCH)[1] == "if you sit down at 9:00"


@pytest.mark.parametrize("one", [replace(STRETCH, enabled=False), replace(STRETCH, days=())])
def test_one_that_never_comes_is_promised_for_no_moment(one: Reminder):
    assert at("2026-05-14 10:00", BERLIN, one).promise(one) is None


def test_clock_times_that_are_none_are_promised_for_no_moment():
    none = reminder("none", at=())
    assert at("2026-05-14 10:00", BERLIN, none).promise(none) is None


def test_a_pause_of_weeks_is_waited_for():
    place = at("2026-05-14 10:00", BERLIN, STRETCH)
    place.state = answers.paused(place.state, 20 * 86400.0)
    promise = place.promise(STRETCH)
    assert promise is not None
    assert f"{promise.at:%Y-%m-%d %H:%M:%S}" == "2026-06-03 10:00:20"


def looks_ahead(monkeypatch: pytest.MonkeyPatch, place: Place, one: Reminder) -> int:
    """How often the engine is asked for one promise."""
    looks = []

    def looked(*given):
        looks.append(1)
        return decide(*given)

    monkeypatch.setattr("coach.reminders.foretell.decide", looked)
    assert place.promise(one) is not None
    return len(looks)


def test_a_month_of_pause_is_run_ahead_in_few_looks(monkeypatch):
    """The window asks every two seconds."""
    always = reminder("always", every=30)
    place = at("2026-05-14 10:00", BERLIN, always)
    place.state = answers.paused(place.state, 30 * 86400.0)
    assert looks_ahead(monkeypatch, place, always) < 100


def test_a_snooze_longer_than_its_reminder_is_run_ahead_in_few_looks(monkeypatch):
    hurried = reminder("hurried", every=5)
    place = at("2026-05-14 10:00", BERLIN, hurried)
    place.state = answers.snoozed(place.state, "hurried", 1800)
    for _ in range(10):
        place.let_pass(60)
        place.look()
    assert looks_ahead(monkeypatch, place, hurried) < 20


def test_what_comes_after_too_much_else_is_foretold_without_the_others(monkeypatch):
    minute, late = reminder("minute", every=1), reminder("late", at=("23:50",))
    place = at("2026-05-14 09:00", BERLIN, minute, late)
    promise = place.promise(late)
    assert promise is not None
    assert (f"{promise.at:%d %H:%M:%S}", promise.supposed, promise.alone) == ("14 23:50:00", ("is-there",), True)
    soon = place.promise(minute)
    assert soon is not None
    assert not soon.alone
    monkeypatch.setattr("coach.reminders.foretell.MOST_LOOKS_ALONE", 1)
    assert place.promise(late) is None


@pytest.mark.parametrize("snoozed", ["minute", "half-hour"])
def test_a_snooze_of_a_month_takes_few_looks(snoozed, monkeypatch):
    place = at("2026-05-14 09:00", BERLIN, reminder("minute", every=1), reminder("half-hour", every=30))
    place.let_pass(1800)
    place.look()
    place.state = answers.snoozed(place.state, snoozed, 30 * 86400.0)
    looks = []

    def counted(*given, **more):
        looks.append(given)
        return decide(*given, **more)

    monkeypatch.setattr("coach.reminders.foretell.decide", counted)
    promised = [place.promise(one) for one in place.policy.reminders]
    assert all(promised)
    assert len(looks) < 2000


# --- any day, anywhere ---

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "America/Havana", "UTC")
CHANGES = {
    "Europe/Berlin": ("2026-03-29", "2026-10-25"),
    "America/New_York": ("2026-03-08", "2026-11-01"),
    "Australia/Lord_Howe": ("2026-04-05", "2026-10-04"),
    "Africa/Cairo": ("2026-04-24", "2026-10-29"),
    "America/Havana": ("2026-03-08", "2026-11-01"),
    "UTC": ("2026-05-14", "2026-12-31"),
}


def any_reminder(chance: random.Random, name: str) -> Reminder:
    window = chance.choice(
        ["00:00-24:00", "09:00-17:30", "22:00-06:00", "00:30-03:15", "01:00-24:00", "12:00-12:45", "23:00-00:00"]
    )
    days = tuple(day for day in WEEKDAYS if chance.random() < 0.75) or WEEKDAYS
    more = {"days": days, "away": chance.choice([2, 5, 10]), "at_most": chance.choice([None, None, 1, 3])}
    if chance.random() < 0.35:
        times = tuple(sorted({f"{chance.randrange(24):02}:{chance.choice([0, 15, 30, 45]):02}" for _ in range(3)}))
        return reminder(name, at=times, between=window, **more)
    return reminder(name, every=chance.choice([5, 20, 30, 50, 90]), between=window, **more)


def any_place(chance: random.Random) -> Place:
    zone = chance.choice(ZONES)
    day = datetime.fromisoformat(chance.choice(CHANGES[zone])).replace(tzinfo=UTC)
    now = day + timedelta(days=chance.randint(-4, 1), seconds=chance.randrange(86400))
    some = tuple(any_reminder(chance, name) for name in ("one", "two", "three")[: chance.randint(1, 3)])
    policy = Policy(some, typing_pause=0.0)
    place = Place(ZoneInfo(zone), now, policy, chance.random() < 0.5, chance.random() < 0.8)
    place.look(may_show=False)
    for _ in range(chance.randint(0, 12)):
        something_happens(chance, place)
    place.look(may_show=False)
    return place


def something_happens(chance: random.Random, place: Place) -> None:
    what = chance.choice(["there", "there", "there", "idle", "sleep", "quiet", "loud", "pause", "resume", "answer"])
    seconds = chance.choice([7, 60, 290, 600, 1500, 4000])
    if what in ("there", "idle"):
        while seconds > 0:
            step = min(seconds, place.look()[1])
            place.let_pass(step, idle=what == "idle" and place.knows_idle)
            seconds -= step
    elif what == "sleep":
        place.sleep(seconds)
    elif what in ("quiet", "loud"):
        place.quiet = frozenset({"camera"}) if what == "quiet" else frozenset()
    elif what == "pause":
        place.state = answers.paused(place.state, chance.choice([600.0, 30_000.0, None]))
    elif what == "resume":
        place.state = answers.resumed(place.state)
    elif place.state.open is not None:
        snoozed = chance.random() < 0.5
        open_one = place.state.open
        place.state = answers.snoozed(place.state, open_one, 600) if snoozed else answers.taken(place.state, open_one)
    place.look()


def back_at(place: Place, one: Reminder, promise: Promise) -> datetime | None:
    """When the person of the promise sits down at the latest; None for one who is there all along."""
    if "is-there" in promise.supposed and promise.at.date() != place.local(place.now).date():
        return promise.at.astimezone(UTC) - timedelta(seconds=1)
    if promise.sits_down is None:
        return None
    early = timedelta(seconds=1 if one.every is None else 0)
    return promise.sits_down.astimezone(UTC) - early


def said(place: Place, one: Reminder, promise: Promise) -> str:
    return (
        f"{place.zone} {place.local(place.now)} {one.id}: promised {promise.at}, {promise.supposed}, "
        f"{promise.sits_down}; every {one.every} at {one.at} {one.between} {one.days} at most {one.at_most}; "
        f"sleep known {place.knows_sleep}, idle known {place.knows_idle}, {place.state}"
    )


@pytest.mark.parametrize("seed", [*range(6), *slow(range(6, 40))])
def test_the_promised_moment_is_the_moment_of_the_engine(seed: int):
    chance = random.Random(seed)
    place = any_place(chance)
    begun = replace(place)
    for one in place.policy.reminders:
        place = replace(begun)
        promise = place.promise(one)
        if promise is None:
            continue
        back = back_at(place, one, promise)
        if promise.alone:
            place.policy = Policy((one,), typing_pause=0.0)
        place.idle, place.quiet = 0.0, frozenset()
        if place.state.pause_left is None:
            place.state = answers.resumed(place.state)
        until = promise.at.astimezone(UTC) + timedelta(hours=1)
        came = place.comes(one, until, back)
        assert came is not None, said(begun, one, promise)
        late = (came - promise.at.astimezone(UTC)).total_seconds()
        assert abs(late) < 1.5, f"{said(begun, one, promise)}; came {late} s later"


def test_the_longest_stay_before_the_hours_is_an_hour():
    assert STAYS_SECONDS == 3600
