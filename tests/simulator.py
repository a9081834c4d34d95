"""A script over simulated time: what a person does and when, and every event that must come of it.

    run = Simulator(timeline)
    run.expect("0 start prepare")
    run.expect("7 tick")
    run.at(12, "pause")
    run.at(20, "resume")
    run.verify(until=60)

Places are seconds since the start as a person's watch shows them. `verify` names every missing and every extra event
at once. Events read as `start KIND`, `end KIND OUTCOME [REPETITIONS]`, `rep N/M [SIDE]`, `say TEXT`, the name of a
sound, `paused REASON`, `re-entry`, `resumed`, `ask pain`, `ended HOW`.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import ndiff

from coach.session.events import (
    AskPain,
    Ended,
    Event,
    IntervalFinished,
    IntervalStarted,
    Paused,
    ReEntry,
    RepetitionStarted,
    Resumed,
    Say,
    Sound,
)
from coach.session.player import Player
from coach.session.timeline import Timeline

ORIGIN = 1000.0  # what the monotonic clock shows at the start
KINDS = ("start", "end", "rep", "say", "sound", "paused", "re-entry", "resumed", "ask", "ended")


def name_of(event: Event) -> tuple[str, str]:
    """The kind of an event, and its words."""
    match event:
        case IntervalStarted():
            return "start", f"start {event.interval.kind}"
        case IntervalFinished():
            done = "" if event.repetitions is None else f" {event.repetitions}"
            return "end", f"end {event.interval.kind} {event.outcome}{done}"
        case RepetitionStarted():
            return "rep", f"rep {event.number}/{event.of}" + (f" {event.side}" if event.side else "")
        case Say():
            return "say", f"say {event.text}"
        case Sound():
            return "sound", event.name
        case Paused():
            return "paused", f"paused {event.reason}"
        case ReEntry():
            return "re-entry", "re-entry"
        case Resumed():
            return "resumed", "resumed"
        case AskPain():
            return "ask", "ask pain"
        case Ended():
            return "ended", f"ended {event.how}"
    raise AssertionError(f"an event without a name: {event}")


class Simulator:
    """One player, its script, and what it told. `kinds` are the events that are looked at."""

    def __init__(
        self,
        timeline: Timeline,
        *,
        kinds: Iterable[str] = KINDS,
        tick: float = 0.5,
        first: int = 0,
        has_keyboard: bool = True,
    ) -> None:
        self.player = Player(timeline, first, has_keyboard)
        self.events: list[Event] = []
        self._kinds = frozenset(kinds)
        self._tick = tick
        self._script: list[tuple[float, str, tuple[object, ...]]] = []
        self._expected: list[str] = []
        self._asleep: list[tuple[float, float]] = []

    def at(self, second: float, command: str, *arguments: object) -> Simulator:
        """At this second the person does `command`, a method of the player."""
        self._script.append((second, command, arguments))
        return self

    def sleep(self, start: float, end: float) -> Simulator:
        """Nobody calls `advance` between these seconds: the machine stands still."""
        self._asleep.append((start, end))
        return self

    def expect(self, *lines: str) -> Simulator:
        """Each line is `SECOND EVENT`, in the order in which the events must come."""
        self._expected.extend(lines)
        return self

    def run(self, until: float) -> Simulator:
        """Start, then tick and carry out the script up to this second."""
        script = sorted(self._script, key=lambda entry: entry[0])
        self.events = self.player.start(ORIGIN)
        second = 0.0
        while second < until:
            following = second + self._tick
            while script and script[0][0] <= following:
                moment, command, arguments = script.pop(0)
                self.events += getattr(self.player, command)(ORIGIN + moment, *arguments)
            second = following
            if not any(start < second < end for start, end in self._asleep):
                self.events += self.player.advance(ORIGIN + second)
        return self

    def told(self) -> list[str]:
        """The events of the chosen kinds as lines: second at which each was due, and its words."""
        lines = []
        for event in self.events:
            kind, words = name_of(event)
            if kind in self._kinds:
                lines.append(f"{round(event.due - ORIGIN, 3):g} {words}")
        return lines

    def verify(self, until: float) -> Simulator:
        """Run, and fail with every missing (-) and every extra (+) event if the script was not met."""
        told = self.run(until).told()
        if told != self._expected:
            raise AssertionError("missing (-) and extra (+) events:\n" + "\n".join(ndiff(self._expected, told)))
        return self
