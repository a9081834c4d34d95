"""Years of a person at a machine, drawn by chance, with all that happens to both; each step is checked.

The machine sleeps, is started again, travels, has its clock set and its summer time; the person types, rests, leaves,
pauses, answers or does not. `Year(seed).live(days)` raises AssertionError where a reminder came too early, was lost, or
has no reason, and where it did not come when it was promised.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from coach.content.model import Message, Position, Reminder, Text
from coach.reminders import answers
from coach.reminders.appointments import _KEPT_DAYS
from coach.reminders.decision import Decision, Happening
from coach.reminders.engine import decide
from coach.reminders.explain import explain, promises
from coach.reminders.hours import occurrences
from coach.reminders.policy import Observation, Policy
from coach.reminders.position import BEGINS_ANEW_SECONDS, as_it_comes, position_after, position_for, taking
from coach.reminders.reasons import is_due, reasons
from coach.reminders.state import State
from coach.words.reminders import why, why_now
from tests.reminders.simulator import ALL_WEEK, WORKDAYS, reminder

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "America/Havana", "Asia/Kolkata")
MINUTE, HOUR = 60.0, 3600.0
TOLERANCE_SECONDS = 1.5
CLOCK_SECONDS = 3 * HOUR  # a clock that is set looks like sleep where the system does not tell that, back and forth
POSITIONS: tuple[Position, ...] = ("sitting", "standing")


def any_reminder(chance: Random, name: str) -> Reminder:
    between = chance.choice(["00:00-24:00", "09:00-17:30", "12:00-13:00", "22:00-06:00"])
    timed = chance.random() < 0.4
    hours = sorted(chance.sample(range(24), chance.randint(1, 4)))
    return reminder(
        name,
        every=None if timed else chance.choice([5, 20, 30, 30.5, 60, 90]),
        at=tuple(f"{hour:02}:{chance.choice((0, 15, 30)):02}" for hour in hours) if timed else (),
        between=between,
        away=chance.choice([3, 5, 5, 15]),
        days=chance.choice([ALL_WEEK, WORKDAYS]),
        at_most=chance.choice([None, None, 1, 4, 16]),
        messages=TURNS if chance.random() < 0.3 else ("One.", "Two."),
        standing=None if timed else chance.choice([None, 8, 20]),
    )


TURNS = tuple(Message(Text(f"{number} {to}"), None, to) for to in POSITIONS for number in ("one", "two", "three"))
"""To sit and to stand, as nobody would write them."""


class Year:
    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.chance = chance = Random(seed)
        self.zone = ZoneInfo(chance.choice(ZONES))
        self.now = datetime(2026, 1, 1, 5, tzinfo=UTC) + timedelta(days=chance.randrange(1000))
        names = ("one", "two", "three", "four")[: chance.randint(1, 4)]
        # with a timer that never stands still, so that a year is lived in a few seconds
        self.reminders = tuple(any_reminder(chance, name) for name in names)
        self.knows_sleep, self.knows_idle = chance.random() < 0.6, chance.random() < 0.8
        self.state = State()
        self.clock_is_off = timedelta()
        self.monotonic, self.slept, self.idle = 500.0, 0.0, 4.0
        self.quiet: frozenset[str] = frozenset()
        self.said: dict[str, int] = {}  # what each said last
        self.gone = 0.0  # for how long nobody was there
        self.last_shown: datetime | None = None
        self.came: list[tuple[datetime, str]] = []
        self.lines = 0

    # --- the machine ---

    def local(self, moment: datetime) -> datetime:
        """As SystemClock.local: with a fixed offset, and later by as much where the clock skips it."""
        if moment.tzinfo is not None:
            there = moment.astimezone(self.zone)
        else:
            found = [moment.replace(tzinfo=self.zone, fold=fold).astimezone(UTC) for fold in (moment.fold, 1)]
            first = found[0].astimezone(self.zone)
            is_there = first.replace(tzinfo=None, fold=0) == moment.replace(fold=0)
            there = first if is_there else max(one.astimezone(self.zone) for one in found)
        return datetime.fromisoformat(there.isoformat())

    @property
    def wall(self) -> datetime:
        return self.local(self.now + self.clock_is_off)

    @property
    def observation(self) -> Observation:
        idle = self.idle if self.knows_idle else None
        slept = self.slept if self.knows_sleep else None
        return Observation(self.monotonic, self.wall, idle, self.quiet, slept)  # type: ignore[arg-type]

    @property
    def policy(self) -> Policy:
        """As the desk has it: with the time between two of the position in which the person is."""
        return Policy(tuple(as_it_comes(one, self.state) for one in self.reminders), longest_sleep=900.0)

    def about(self) -> str:
        return f"seed {self.seed}, {self.zone} {self.wall}: {self.policy.reminders}, {self.state}"

    # --- steps, each checked ---

    def look(self) -> float:
        before, seen = self.state, self.observation
        self.state, decision = decide(self.policy, before, seen)
        assert decision.next_wake > 0
        self.check(before, decision.happened, frozenset())
        self.check_clock_times(before, decision.happened)
        if self.state.position != before.position:
            assert self.state.position is None, self.about()
            assert self.gone + CLOCK_SECONDS >= BEGINS_ANEW_SECONDS, self.about()
        self.check_turn(before, decision)
        assert self.state.open is None or self.state.open_for < self.policy.answer_within, self.about()
        if decision.told:
            assert decision.told == self.state.told
            assert {one.reminder_id for one in decision.happened if one.what == "shown"} == {*decision.told}
            gap = HOUR if self.last_shown is None else (self.now - self.last_shown).total_seconds()
            assert gap + 1e-3 >= self.policy.grace, f"{gap} s after the last one; {self.about()}"
            self.last_shown = self.now
            self.came += [(self.now, name) for name in decision.told]
        elif self.state.open is not None:
            self.last_shown = self.now  # it is still there
        return decision.next_wake

    def answer(self) -> None:
        """As the desk does it: for all that is told."""
        before, told = self.state, self.state.told
        kind = self.chance.choice(["done", "skip", "snooze", "nothing"])
        happened: tuple[Happening, ...] = ()
        for name in told:
            if kind == "snooze":
                self.state = answers.snoozed(self.state, name, self.chance.choice([300.0, 900.0, 7200.0]))
            elif kind != "nothing":
                self.state = answers.taken(self.state, name)
        if kind == "done":
            asked = [one for one in self.reminders if one.id in told]
            if (position := position_after(asked, self.state)) is not None:
                self.state = taking(self.reminders, self.state, position)
                told = (*told, *(one.id for one in self.reminders if one.begins is not None))
            for name in told:
                self.state, others = answers.covered(self.policy, self.state, name)
                happened += tuple(Happening(other, "natural-break", "asked-for") for other in others)
        if kind == "nothing":
            self.state = answers.put_away(self.state, told[0])
            assert not self.state.told, self.about()
        self.last_shown = self.now
        self.check(before, happened, frozenset(told))

    def check(self, before: State, happened: tuple[Happening, ...], answered: frozenset[str]) -> None:
        """Nothing that was counted, due or put off goes without a word of it."""
        assert all(why(one.why) for one in happened), self.about()
        named = {one.reminder_id for one in happened} | answered | {*self.state.broke}
        for one in self.policy.in_order():
            old, new = before.of(one.id), self.state.of(one.id)
            if one.id in named:
                continue
            assert old.count < self.policy.worth_noting or new.count >= old.count, f"{one.id} lost; {self.about()}"
            assert old.pending is None or new.pending == old.pending, f"{one.id} lost; {self.about()}"
            assert old.snooze_left is None or new.snooze_left is not None, f"{one.id} lost; {self.about()}"

    def check_turn(self, before: State, decision: Decision) -> None:
        """All that may come comes at once; messages take turns, one that was put off is said again, and nobody who
        stands is asked to stand.
        """
        if decision.show is None:
            return
        seen = self.observation
        there, _ = decide(self.policy, before, seen, may_show=False)
        for one in self.policy.in_order():
            waits = there.of(one.id).waiting and (there.of(one.id).free_for or 0.0) < self.policy.grace
            if is_due(one, there.of(one.id)) and not reasons(self.policy, there, seen, one) and not waits:
                assert one.id in decision.told, f"{one.id} comes by itself; {self.about()}"
        shown = next(one for one in self.reminders if one.id == decision.show)
        is_again = there.of(shown.id).snooze_left is not None and not there.of(shown.id).named
        message, last = decision.message, self.said.get(shown.id)
        assert message is not None
        self.said[shown.id] = message
        to, position = shown.messages[message].to, position_for(shown, self.state)
        if position is None:
            turn = 0 if last is None else last if is_again else (last + 1) % len(shown.messages)
            assert message == turn, f"{shown.id} says {message} after {last}; {self.about()}"
        else:
            assert to != position, self.about()
            assert message != last or is_again, f"{shown.id} says {message} twice; {self.about()}"

    def check_clock_times(self, before: State, happened: tuple[Happening, ...]) -> None:
        """Each clock time that the wall has passed since is dealt with, or said to be missed."""
        if before.wall is None:
            return
        now, since = self.wall.replace(tzinfo=None), before.wall.replace(tzinfo=None)
        said = {one.reminder_id for one in happened if one.what == "missed"}
        for one in self.policy.in_order():
            for moment in occurrences(one, since, now) if now > since else ():
                is_known = moment.isoformat() in self.state.of(one.id).fired
                is_old = now - moment > min(_KEPT_DAYS, timedelta(days=1))
                assert is_known or (is_old and one.id in said), f"{one.id} at {moment} lost; {self.about()}"

    # --- what goes on ---

    def pass_time(self, seconds: float, kind: str, *, answers_too: bool = True) -> None:
        end = self.now + timedelta(seconds=seconds)
        if kind != "away":
            self.gone = 0.0
            self.idle = 0.5 if kind == "typing" else 4.0
        while self.now < end:
            wake = self.look()
            if answers_too and self.state.open is not None and self.chance.random() < 0.4:
                self.answer()
                wake = self.look()
            step = min(wake, (end - self.now).total_seconds())
            self.now += timedelta(seconds=step)
            self.monotonic += step
            self.gone += step if kind == "away" else 0.0
            self.idle = self.idle + step if kind == "away" else self.idle
        self.look()

    def sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.slept += seconds
        self.gone += seconds
        self.look()

    def restart(self, seconds: float) -> None:
        self.state = State.from_json(json.loads(json.dumps(self.state.as_json())))
        self.now += timedelta(seconds=seconds)
        self.gone += seconds
        self.monotonic, self.slept, self.idle = 7.0, 0.0, 0.0
        self.look()

    def work_as_promised(self, seconds: float) -> None:
        """Whoever stays, rests the hands and leaves the cards alone gets what was said, when it was said."""
        self.idle = 4.0
        self.look()
        begin, until = self.now, self.now + timedelta(seconds=seconds)
        seen = self.observation
        told = promises(self.policy, self.state, seen, self.local)
        for line in explain(self.policy, self.state, seen, told):
            assert why_now(line), self.about()
        before = len(self.came)
        self.pass_time(seconds, "there", answers_too=False)
        for name, promise in told.items():
            if promise is None or promise.alone or not {*promise.supposed} <= {"stays", "is-there"}:
                continue
            due = promise.at.astimezone(UTC) - self.clock_is_off
            if not begin < due < until:
                continue
            moments = [moment for moment, who in self.came[before:] if who == name]
            first = min(moments, default=None)
            assert first is not None, f"{name}, promised at {promise.at}, never came; {self.about()}"
            assert abs((first - due).total_seconds()) < TOLERANCE_SECONDS, f"{name}: {promise}; {first} {self.about()}"
            self.lines += 1

    def quiet_for(self, seconds: float) -> None:
        self.quiet = frozenset(self.chance.sample(("camera", "full-screen", "do-not-disturb", "session"), 2))
        self.pass_time(seconds, "typing")
        self.quiet = frozenset()
        self.pass_time(self.chance.choice([5.0, 19.0, 300.0]), "typing")

    def pause_for(self, seconds: float) -> None:
        told = self.state.told
        before = self.state
        self.state = answers.paused(self.state, self.chance.choice([None, seconds / 2, seconds * 3]))
        self.check(before, (), frozenset(told))
        self.pass_time(seconds, "typing")
        self.state = answers.resumed(self.state)
        self.look()

    def exercise(self, seconds: float) -> None:
        self.quiet = frozenset({"session"})
        self.pass_time(seconds, "typing", answers_too=False)
        self.quiet = frozenset()
        before = self.state
        self.state, taken = answers.exercised(self.policy, before, seconds)
        self.check(before, (), frozenset(taken))

    def switch(self) -> None:
        chosen = self.chance.choice(self.reminders)
        self.reminders = tuple(replace(r, enabled=not r.enabled) if r is chosen else r for r in self.reminders)
        self.state = answers.put_away(self.state, chosen.id)
        self.look()

    def night(self) -> None:
        hours = self.chance.uniform(7, 15) if self.chance.random() < 0.8 else self.chance.uniform(50, 80)
        begin = self.sleep if self.chance.random() < 0.7 else self.restart
        if self.chance.random() < 0.05:
            self.zone = ZoneInfo(self.chance.choice(ZONES))
        if self.chance.random() < 0.05:
            self.clock_is_off = timedelta(minutes=self.chance.randint(-90, 90))
        begin(hours * HOUR)

    def day(self) -> None:
        chance, asks = self.chance, self.chance.random() < 0.25  # what is promised costs more than all else
        for _ in range(chance.randint(3, 8)):
            length = chance.uniform(MINUTE, HOUR)
            kind = chance.choice(["type", "promise", "promise", "away", "sleep", "quiet", "pause", "other"])
            if kind == "type" or (kind == "promise" and not asks):
                self.pass_time(length, "typing")
            elif kind == "promise":
                self.work_as_promised(length)
            elif kind == "away":
                self.pass_time(length, "away")
            elif kind == "sleep":
                self.sleep(length)
            elif kind == "quiet":
                self.quiet_for(length)
            elif kind == "pause":
                self.pause_for(length)
            elif chance.random() < 0.3:
                self.switch()
            elif chance.random() < 0.5:
                self.restart(chance.uniform(2, 600))
            else:
                self.exercise(chance.uniform(10, 900))

    def live(self, days: int) -> Year:
        self.look()
        for _ in range(days):
            self.day()
            self.night()
        return self
