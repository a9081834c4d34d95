"""A person at a machine, scripted: `tick` lets time pass, `expect` says what must have happened when.

    day = Simulator(every("stretch", 30), start="2026-05-14 09:00")
    day.tick(active, minutes=30)
    day.expect("09:30:00", "nudge stretch")
    day.verify()                      # lists every missing and every extra event

The engine is looked at only when it asks to be (`next_wake`), and when the script changes something; `every_seconds`
looks more often on top.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from coach.content.model import WEEKDAYS, Message, Reminder, Text, Window
from coach.reminders import answers
from coach.reminders.engine import decide
from coach.reminders.explain import Explanation, explain, promises
from coach.reminders.policy import Observation, Policy
from coach.reminders.quiet import QuietReason
from coach.reminders.state import State
from coach.words.reminders import why
from coach.zone import keeping_offset

VIENNA = timezone(timedelta(hours=2))
active, idle, unknown = "active", "idle", "unknown"

ALL_WEEK = WEEKDAYS
WORKDAYS = WEEKDAYS[:5]


def clock(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def reminder(
    name: str,
    every: float | None = None,
    at: tuple[str, ...] = (),
    between: str = "00:00-24:00",
    *,
    away: float = 5,
    messages: tuple[str | Message, ...] = ("One.", "Two.", "Three."),
    days: tuple[str, ...] = ALL_WEEK,
    enabled: bool = True,
    at_most: int | None = None,
    offer: str | None = None,
    snooze: tuple[float, ...] = (300.0, 600.0, 900.0),
    show: str = "nudge",
    standing: float | None = None,
) -> Reminder:
    """A reminder; `every`, `standing` and `away` in minutes."""
    start, end = between.split("-")
    return Reminder(
        name,
        Text(name.title()),
        tuple(message if isinstance(message, Message) else Message(Text(message)) for message in messages),
        every=None if every is None else every * 60.0,
        at=tuple(clock(moment) for moment in at),
        between=Window(clock(start), clock(end)),
        away_counts=away * 60.0,
        days=days,
        enabled=enabled,
        at_most=at_most,
        offer=offer,
        snooze=snooze,
        show=show,
        standing=None if standing is None else standing * 60.0,
    )


class Simulator:
    def __init__(
        self,
        *reminders: Reminder,
        start: str = "2026-05-14 09:00",  # a Thursday
        every_seconds: float | None = None,
        zone: timezone = VIENNA,
        knows_sleep: bool = False,
        typing_pause: float = 0.0,
    ) -> None:
        self.policy = Policy(reminders, typing_pause=typing_pause)
        self.state = State()
        self.wall = datetime.fromisoformat(start).replace(tzinfo=zone)
        self.begin = self.wall
        self.monotonic = 500.0
        self.asleep = 0.0 if knows_sleep else None
        self.quiet: frozenset[QuietReason] = frozenset()
        self.presence = active
        self.idle_seconds = 0.0
        self.every_seconds = every_seconds
        self.events: list[tuple[str, str]] = []
        self.reasons: list[str] = []
        self.again: list[bool] = []  # of each event, whether the reminder had been snoozed until then
        self.barred: frozenset[str] = frozenset()
        self.locked: frozenset[str] = frozenset()
        self.messages: list[tuple[str, int | None]] = []
        self.cards: list[tuple[datetime, tuple[str, ...]]] = []  # what came in one nudge, and when
        self.said_again: list[bool] = []  # of each message, whether it had been put off
        self.wakes: list[float] = []
        self.looks = 0
        self.expected: list[tuple[str, str]] = []
        self.wake_in = self.look()

    # --- time ---

    def tick(self, presence: str, seconds: float = 0, minutes: float = 0, hours: float = 0) -> None:
        """Let time pass while the person is there (active), has left (idle), or nobody can tell (unknown)."""
        self.presence = presence
        if presence == active:
            self.idle_seconds = 0.0
        left = seconds + minutes * 60 + hours * 3600
        self.wake_in = self.look()
        while left > 0:
            step = min(left, self.wake_in, self.every_seconds or left)
            self.monotonic += step
            self.wall += timedelta(seconds=step)
            self.idle_seconds = self.idle_seconds + step if presence == idle else 0.0
            left -= step
            self.wake_in = self.look()

    def sleep(self, seconds: float = 0, minutes: float = 0, hours: float = 0) -> None:
        """The machine sleeps: the monotonic clock stands still."""
        length = seconds + minutes * 60 + hours * 3600
        self.wall += timedelta(seconds=length)
        if self.asleep is not None:
            self.asleep += length
        self.look()

    def restart(self, seconds: float = 0, minutes: float = 0, hours: float = 0) -> None:
        """The program was ended and is started again so much later, from what it wrote down."""
        import json

        self.state = State.from_json(json.loads(json.dumps(self.state.as_json())))
        self.wall += timedelta(seconds=seconds + minutes * 60 + hours * 3600)
        self.monotonic = 7.0
        self.look()

    def set_clock(self, text: str, zone: timezone | None = None) -> None:
        """Somebody sets the clock, or the offset changes."""
        self.wall = datetime.fromisoformat(text).replace(tzinfo=zone or self.wall.tzinfo)
        self.look()

    def change_offset(self, hours: int) -> None:
        """Summer time begins or ends: the same moment has another name."""
        self.wall = self.wall.astimezone(timezone(timedelta(hours=hours)))
        self.look()

    # --- what the machine and the person do ---

    def hush(self, *reasons: QuietReason) -> None:
        self.quiet |= frozenset(reasons)
        self.look()

    def unhush(self, *reasons: QuietReason) -> None:
        self.quiet -= frozenset(reasons)
        self.look()

    def lock(self, *names: str) -> None:
        """Of what these reminders ask for nothing may be begun from now on; of none: all may."""
        self.locked = frozenset(names)
        self.look()

    def done(self, name: str) -> None:
        self.state = answers.taken(self.state, name)
        self.look()

    def snooze(self, name: str, minutes: float) -> None:
        self.state = answers.snoozed(self.state, name, minutes * 60)
        self.look()

    def pause(self, minutes: float | None) -> None:
        self.state = answers.paused(self.state, None if minutes is None else minutes * 60)
        self.look()

    def resume(self) -> None:
        self.state = answers.resumed(self.state)
        self.look()

    def switch(self, name: str, on: bool) -> None:
        changed = tuple(replace(r, enabled=on) if r.id == name else r for r in self.policy.reminders)
        self.policy = replace(self.policy, reminders=changed)
        self.look()

    # --- looking ---

    def explained(self) -> list[Explanation]:
        """One line a reminder, foretold in a place whose offset stays."""
        seen = self.observation()
        promised = promises(self.policy, self.state, seen, keeping_offset(self.wall))
        return explain(self.policy, self.state, seen, promised)

    def observation(self) -> Observation:
        seconds = None if self.presence == unknown else self.idle_seconds
        return Observation(self.monotonic, self.wall, seconds, self.quiet, self.asleep, self.locked)

    def look(self) -> float:
        self.looks += 1
        snoozed = [one.id for one in self.policy.reminders if self.state.of(one.id).snooze_left is not None]
        self.state, decision = decide(self.policy, self.state, self.observation(), barred=self.barred)
        assert decision.next_wake > 0, "a wake time in the past"
        self.wakes.append(decision.next_wake)
        now = f"{self.wall:%H:%M:%S}" if self.wall.date() == self.begin.date() else f"{self.wall:%a %H:%M:%S}"
        for happening in decision.happened:
            verb = {"shown": "nudge", "natural-break": "break"}.get(happening.what, happening.what)
            self.events.append((now, f"{verb} {happening.reminder_id}"))
            self.reasons.append(why(happening.why))
            self.again.append(happening.reminder_id in snoozed)
        if decision.show is not None:
            self.messages.append((decision.show, decision.message))
            self.said_again.append(decision.show in snoozed)
            self.cards.append((self.wall, decision.told))
        self.wake_in = decision.next_wake
        return decision.next_wake

    # --- expectations ---

    def expect(self, when: str, event: str, why: str | None = None) -> None:
        self.expected.append((when, event))
        if why is not None:
            found = [
                reason for happened, reason in zip(self.events, self.reasons, strict=True) if happened == (when, event)
            ]
            assert found == [why], f"{when} {event}: {found}"

    def verify(self) -> None:
        """Every expected event happened and no other one; otherwise both lists."""
        missing = [event for event in self.expected if event not in self.events]
        extra = [event for event in self.events if event not in self.expected]
        assert not missing, f"missing {missing}\nextra {extra}"
        assert not extra, f"extra {extra}"
        assert sorted(self.expected) == sorted(self.events), "something happened more than once"

    @property
    def nudges(self) -> list[tuple[str, str]]:
        return [(when, event.removeprefix("nudge ")) for when, event in self.events if event.startswith("nudge ")]
