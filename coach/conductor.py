"""One session as it happens: joins the player with sound and store; a screen only shows it and passes keys on.

The window and the terminal run the same Conductor, so both sound alike and write down the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from coach.clock import Clock
from coach.session.events import AskPain, Ended, Event, IntervalFinished, Paused, Say, Sound
from coach.session.outcomes import earlier
from coach.session.player import Player, View
from coach.session.timeline import Timeline
from coach.sound.protocol import Cues
from coach.sound.voice.plan import lines_with, spoken_text
from coach.sound.voice.protocol import NullVoice, Voice

if TYPE_CHECKING:
    from coach.progress.records import IntervalRecord
    from coach.progress.store import Store

LATEST_SOUND_SECONDS = 0.25
"""A sound later than this misleads more than it helps and is dropped; a change of step never is."""

GAP_SECONDS = 3.0
"""The machine slept or stood still for longer than this: the session pauses and says why."""

QUESTION_PATIENCE_SECONDS = 10.0
"""A question waits this long for the sentence that leads to it: nothing goes on before it is answered."""

CLIP_OF_THREE = "tick-3"


@dataclass(frozen=True, slots=True)
class Lateness:
    """How much later than their moment a session's sounds were handed on, in seconds."""

    count: int
    median: float
    worst: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Lateness:
        return cls(len(seconds), median(seconds), max(seconds))


class _Sleep:
    """How long the machine slept between two looks: what people's clock gained on the monotonic one.

    On Linux and macOS the monotonic clock stands still while the machine sleeps, so that the player alone would not
    notice. Somebody who sets the clock forward in the middle of a session pauses it as well, which does no harm.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ahead = self._difference()

    def since_last(self) -> float:
        """Seconds since the last call that only people's clock saw."""
        before, self._ahead = self._ahead, self._difference()
        return self._ahead - before

    def _difference(self) -> float:
        return self._clock.wall().timestamp() - self._clock.monotonic()


class Conductor:
    """Runs `timeline` from interval `first`, sounding `cues`, speaking with `voice` and writing to `store`.

    `session` continues a session of the store that was cut off; None begins a new one. Every command returns the events
    it caused, already performed, for the screen. `speed` above 1 is a rehearsal that runs faster than the world: then
    prepared clips, which cannot be hurried, are played as single sounds, and nothing is spoken.
    `tell_lateness` is told at the end how late sounds were. `questions` are what `ask` will say.
    `kept` is what the store knows of a session that goes on.
    """

    def __init__(  # the parts that a session joins; all are needed
        self,
        timeline: Timeline,
        clock: Clock,
        cues: Cues,
        store: Store,
        *,
        first: int = 0,
        session: int | None = None,
        has_keyboard: bool = True,
        speed: float = 1.0,
        voice: Voice | None = None,
        tell_lateness: Callable[[Lateness], None] | None = None,
        questions: Sequence[str] = (),
        kept: Sequence[IntervalRecord] = (),
    ) -> None:
        self.timeline = timeline
        self.session = session
        self.caption = ""
        self.caption_event = ""
        self.ended: Ended | None = None
        self._clock = clock
        self._cues = cues
        self._store = store
        self._voice = voice if voice is not None and speed == 1.0 else NullVoice()
        self._voice.prepare(lines_with(timeline, questions, self._voice.amount, first))
        self._first = first
        self._speed = speed
        self._clip_is_running = False
        self._late_seconds: list[float] = []
        self._tell_lateness = tell_lateness
        self._slept_seconds = _Sleep(clock)
        self.spent_seconds = sum(one.seconds for one in kept)
        """Time in the session's intervals, without pauses, earlier sittings included: as the store sums it up."""
        self._player = Player(
            timeline,
            first,
            has_keyboard=has_keyboard,
            gap_after=GAP_SECONDS * max(speed, 1.0),
            before=earlier(kept, timeline.intervals),
        )

    @property
    def trouble(self) -> str | None:
        """What the person should know while store or sound cannot do their part; the session goes on regardless.

        What is done not being saved comes first: it matters beyond the session.
        """
        found = [*self._store.notices[-1:], self._cues.trouble or self._voice.trouble]
        return " ".join(sentence for sentence in found if sentence) or None

    def start(self) -> list[Event]:
        """Open the sound, begin the record and the session."""
        self._cues.open()
        if self.session is None:
            self.session = self._store.begin_session(
                self.timeline.kind,
                self.timeline.id,
                self.timeline.title,
                self.timeline.seconds,
                len(self.timeline.intervals),
            )
        return self._perform(self._player.start(self._clock.monotonic()))

    def advance(self) -> list[Event]:
        """Everything that happened since the last call, each once, however late."""
        now = self._clock.monotonic()
        if self._speed == 1.0 and self._slept_seconds.since_last() > GAP_SECONDS:
            return self._perform(self._player.pause(now, "gap"))
        return self._perform(self._player.advance(now))

    def pause(self) -> list[Event]:
        return self._perform(self._player.pause(self._clock.monotonic()))

    def resume(self) -> list[Event]:
        return self._perform(self._player.resume(self._clock.monotonic()))

    def toggle(self) -> list[Event]:
        """Pause a running session, go on with a paused one."""
        state = self.view().state
        if state == "paused":
            return self.resume()
        return self.pause() if state in ("running", "reentry") else []

    def next(self) -> list[Event]:
        return self._perform(self._player.next(self._clock.monotonic()))

    def back(self) -> list[Event]:
        return self._perform(self._player.back(self._clock.monotonic()))

    def more(self) -> list[Event]:
        """Ten seconds more; a countdown that had begun is silenced and comes again at the new end."""
        self._silence_clip()
        return self._perform(self._player.more(self._clock.monotonic()))

    def done(self) -> list[Event]:
        return self._perform(self._player.done(self._clock.monotonic()))

    def lost(self) -> list[Event]:
        return self._perform(self._player.lost(self._clock.monotonic()))

    def hurts(self) -> list[Event]:
        return self._perform(self._player.hurts(self._clock.monotonic()))

    def answer_pain(self, pain: int) -> list[Event]:
        """`pain` 0 to 10; 6 and more ends the session."""
        return self._perform(self._player.answer_pain(self._clock.monotonic(), pain))

    def ask(self, question: str, *, follows: bool = False) -> None:
        """Say one of `questions`, in place of what is being said, or after it where it `follows` from that."""
        if not follows:
            self._voice.hush()
        self._voice.say(question, patience=QUESTION_PATIENCE_SECONDS)

    def end(self) -> list[Event]:
        return self._perform(self._player.end(self._clock.monotonic()))

    def view(self) -> View:
        return self._player.view(self._clock.monotonic())

    def next_due(self) -> float | None:
        """Clock.monotonic() of the next event; None while nothing is due."""
        return self._player.next_due(self._clock.monotonic())

    def seconds_until_next(self) -> float | None:
        """How long a timer may sleep before `advance` is wanted; never negative."""
        due = self.next_due()
        return None if due is None else max(0.0, due - self._clock.monotonic())

    def rate(self, effort: int | None, pain: int | None) -> None:
        """What the person answered at the end, 0 to 10 each; None where they left it out."""
        if self.session is not None:
            self._store.rate_session(self.session, effort, pain)

    def close(self) -> None:
        """Leave the session. One that has not ended stays open in the store, and the next start offers to resume it."""
        if self.ended is None:  # the sound of a finished one rings out
            self._cues.stop()
            self._voice.hush()

    def _perform(self, events: Iterable[Event]) -> list[Event]:
        performed = list(events)
        for event in performed:
            match event:
                case Sound():
                    self._sound(event)
                case Say():
                    if event.event != "count":  # the screen counts anyway, and a form cue is to be read in peace
                        self.caption, self.caption_event = event.text, event.event
                    self._say(event)
                case Paused() | AskPain():
                    self._silence_clip()
                    self._voice.hush()
                case IntervalFinished():
                    self._finished(event)
                case Ended():
                    self._end(event)
        return performed

    def _sound(self, event: Sound) -> None:
        late = self._clock.monotonic() - event.due
        self._late_seconds.append(late)
        if late > LATEST_SOUND_SECONDS:
            return
        if event.run == 0 and self._clip_is_running:
            return
        starts_clip = event.run > 1 and self._speed == 1.0
        self._clip_is_running = self._clip_is_running or starts_clip
        self._cues.play(CLIP_OF_THREE if starts_clip else event.name)

    def _say(self, event: Say) -> None:
        text = spoken_text(event.event, event.text, event.brief, self._voice.amount)
        if text is not None:
            self._voice.say(text, event.rank, event.room, self._clock.monotonic() - event.due)

    def _silence_clip(self) -> None:
        if self._clip_is_running:
            self._clip_is_running = False
            self._cues.stop()

    def _finished(self, event: IntervalFinished) -> None:
        self.spent_seconds += event.seconds
        if event.outcome == "done":
            self._clip_is_running = False
        else:
            self._silence_clip()
        if event.outcome in ("skipped", "repeated") or (event.interval.is_open and event.interval.open != "max"):
            self._voice.hush()  # the person has gone on, and what is being said belongs to what was left
        if self.session is not None:
            self._store.add_interval(
                self.session, event.index, event.interval, event.seconds, event.outcome, event.repetitions
            )

    def _end(self, event: Ended) -> None:
        self.ended = event
        if self._tell_lateness is not None and self._late_seconds:
            self._tell_lateness(Lateness.of(self._late_seconds))
        if event.how != "finished":
            self._silence_clip()
            self._voice.hush()
        if self.session is not None:
            self._store.finish_session(self.session, event.how)
            if event.pain is not None:
                self._store.rate_session(self.session, None, event.pain)
