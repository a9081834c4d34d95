"""One session as it happens: joins the player with sound and store; a screen only shows it and passes keys on.

The window and the terminal run the same Conductor, so both sound alike and write down the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from coach.clock import Clock, Look
from coach.session.at_hand import named_at, named_from, work_at
from coach.session.events import AskPain, Ended, Event, IntervalFinished, IntervalStarted, Paused, Say, Sound
from coach.session.exercised import ExerciseWatch, attended_for
from coach.session.going_on import go_on, numbers_after
from coach.session.lateness import Lateness
from coach.session.player import GAP_SECONDS, Player, View
from coach.session.speech import spoken_seconds
from coach.session.takeover import TakenOver
from coach.session.timeline import Timeline
from coach.sound.countdown import Countdown
from coach.sound.protocol import Cues
from coach.sound.voice.protocol import NullVoice, Voice
from coach.sound.voice.turns import patience
from coach.sound.voice.utterances import spoken_text, utterances_with
from coach.words import data_file, sound
from coach.words.language import ENGLISH, Language

if TYPE_CHECKING:
    from coach.progress.records import IntervalRecord
    from coach.progress.store import Store

LATEST_SOUND_SECONDS = 0.25
"""A sound later than this misleads more than it helps and is dropped; a change of step never is."""

QUESTION_PATIENCE_SECONDS = 20.0
"""A question waits this long for the sentences that lead to it: nothing goes on before it is answered."""


_PASSING = ("count", "countdown")
"""What is said at these is a number, or a word of the count: over when it comes late."""


class Conductor:
    """Runs `timeline` from interval `first`, sounding `cues`, speaking with `voice` and writing to `store`.

    `session` continues a session of the store that was cut off; None begins a new one. Every command looks at the
    clocks first and returns the events that came of it, already performed, for the screen: a key pressed right after
    waking meets a session that has paused. `speed` above 1 is a rehearsal that runs faster than the world: then
    nothing is spoken.
    `tell_lateness` is told at the end how late sounds were. `questions` are what `ask` will say. `tell_exercising` is
    told when somebody begins to exercise and when nobody does any more: at the end, or some minutes into a pause; then
    with the real seconds that were exercised since it was told last.
    `kept` is what the store knows of a session that goes on, and `planned` how many intervals it had at its beginning.
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
        planned: int = 0,
        tell_exercising: Callable[[bool, float], None] | None = None,
        language: Language = ENGLISH,
    ) -> None:
        self.session = session
        self.caption = ""
        """What is being said, to be read in peace until the next sentence or the next part. Counting is none of it."""
        self._caption_at = clock.monotonic()
        self.ended: Ended | None = None
        self._clock, self._cues, self._store, self._language = clock, cues, store, language
        self._voice = voice if voice is not None and speed == 1.0 else NullVoice()
        self._voice.prepare(utterances_with(timeline, questions, self._voice.amount, first))
        self._is_in_time = speed == 1.0
        self._countdown = Countdown(hurried=not self._is_in_time)
        self._holds_sound = False
        self._late_seconds: list[float] = []
        self._tell_lateness = tell_lateness
        self.exercise = ExerciseWatch(tell_exercising, speed)
        self._look, self._was_looked_at = Look.at(clock), True
        self._touched = clock.monotonic()
        self.spent_seconds = sum(one.seconds for one in kept)
        """Time in the session's intervals, without pauses, earlier sittings included: as the store sums it up."""
        before = go_on(kept, timeline.intervals, planned)
        self._numbers = before.numbers
        self._recorded = max((one.index for one in kept), default=-1)
        self._player = Player(
            timeline, first, has_keyboard=has_keyboard, gap_after=GAP_SECONDS * max(speed, 1.0), before=before.outcomes
        )

    @property
    def timeline(self) -> Timeline:
        """What is conducted now: another one once an exercise took over."""
        return self._player.timeline

    @property
    def trouble(self) -> str | None:
        """What the person should know while store or sound cannot do their part; the session goes on regardless.

        What is done not being saved comes first: it matters beyond the session.
        """
        trouble = self._cues.trouble or self._voice.trouble
        unsaved = data_file.notices(self._language, self._store.notices[-1:])
        found = [*unsaved, "" if trouble is None else sound.sentence(trouble, self._language)]
        return " ".join(sentence for sentence in found if sentence) or None

    def start(self) -> list[Event]:
        """Open the sound, begin the record and the session."""
        self._hold_sound()
        if self.session is None:
            self.session = self._store.begin_session(
                self.timeline.kind,
                self.timeline.id,
                self.timeline.title,
                self.timeline.seconds,
                len(self.timeline.intervals),
            )
        self._look, self._was_looked_at = Look.at(self._clock), False
        return self._perform(self._player.start(self._clock.monotonic()))

    def advance(self) -> list[Event]:
        """Everything that happened since the last call, each once, however late."""
        return self._perform(self._caught_up())

    def pause(self) -> list[Event]:
        """Stand until the person goes on; nothing comes of it where the session does not run."""
        return self._command(self._player.pause)

    def resume(self) -> list[Event]:
        """Go on with a session that stands; one that turns out to have stood still just now stays paused."""
        if self.view().state != "paused":
            return self.advance()
        return self._command(self._player.resume)

    def toggle(self) -> list[Event]:
        """Pause a running session, go on with a paused one."""
        state = self.view().state
        if state == "paused":
            return self.resume()
        return self.pause() if state in ("running", "reentry") else []

    def next(self) -> list[Event]:
        """Leave this interval for the next one; it is kept as skipped."""
        return self._command(self._player.next)

    def back(self) -> list[Event]:
        """To the start of this interval, or in its first seconds to that of the one before."""
        return self._command(self._player.back)

    def more(self) -> list[Event]:
        """Ten seconds more; a countdown that had begun is silenced and comes again at the new end."""
        events = self.advance()
        if self._countdown.cut_off():
            self._cues.stop()
        return events + self._command(self._player.more)

    def done(self) -> list[Event]:
        """The person is through with a set at their own pace, or goes on from a `wait`."""
        return self._command(self._player.done)

    def lost(self) -> list[Event]:
        """The person could keep a `max` hold no longer."""
        return self._command(self._player.lost)

    def take_over(self, taken: TakenOver) -> list[Event]:
        """Go on in another timeline that is the same up to here; nothing where the session has gone on meanwhile."""
        return self._command(lambda now: self._taken_over(now, taken))

    def _taken_over(self, now: float, taken: TakenOver) -> list[Event]:
        """What comes of it, not yet performed: it is written down under the numbers of the other timeline."""
        before, events = self.timeline, self._player.take_over(now, taken)
        timeline = self.timeline
        if timeline is not before:
            self._numbers = numbers_after(self._numbers, taken.at, self._recorded, len(timeline.intervals))
            if self.session is not None:
                self._store.plan_session(self.session, len(timeline.intervals))
            self._voice.prepare(utterances_with(timeline, (), self._voice.amount, taken.at))
        return events

    def hurts(self) -> list[Event]:
        """Stand because something hurts, and ask how much; `answer_pain` says how it goes on."""
        return self._command(self._player.hurts)

    def answer_pain(self, pain: int) -> list[Event]:
        """`pain` 0 to 10; 6 and more ends the session. It is kept with the exercise that was being done."""
        self._keep_pain(pain)
        return self._command(lambda now: self._player.answer_pain(now, pain))

    def by_mistake(self) -> list[Event]:
        """Nothing hurts after all: it is as it was before it was asked, and nothing is kept."""
        return self._command(self._player.by_mistake)

    def stop_for_pain(self, pain: int | None) -> list[Event]:
        """Stop where it is asked how much something hurts: a stop for pain, whatever the number, told or not."""
        self._keep_pain(pain or 0)
        return self._command(lambda now: self._player.stop_for_pain(now, pain))

    def _keep_pain(self, pain: int) -> None:
        if self.session is not None and pain > 0 and self.view().state == "asking-pain":
            work = work_at(self.timeline.intervals, self.view().index)
            if work is not None and work.exercise is not None:
                self._store.add_pain(self.session, work.exercise, pain)

    @property
    def named_now(self) -> str | None:
        """What the routine's file names of the exercise that is done now, or another in its place; None without one."""
        return named_at(self.timeline.intervals, self.view().index)

    @property
    def named_at_hand(self) -> str | None:
        """What the routine's file names of the exercise that is done now or comes next; at the end of the last one."""
        return named_from(self.timeline.intervals, self.view().index)

    def ask(self, question: str, *, follows: bool = False) -> None:
        """Say one of `questions`, in place of what is being said, or after it where it `follows` from that."""
        self._touched = self._clock.monotonic()
        if not follows:
            self._voice.hush()
        self._voice.say(question, patience=QUESTION_PATIENCE_SECONDS)

    def end(self) -> list[Event]:
        """End the session, whatever is under way; what was done so far is kept."""
        self._touched = self._clock.monotonic()
        return self._perform([*self._caught_up(), *self._player.end(self._clock.monotonic())])

    def view(self) -> View:
        """The session at this moment, for the screen; looking changes nothing."""
        return self._player.view(self._clock.monotonic())

    def next_due(self) -> float | None:
        """Clock.monotonic() of the next event; None while nothing is due."""
        return self._player.next_due(self._clock.monotonic())

    def seconds_until_next(self) -> float | None:
        """How long a timer may sleep before `advance` is wanted; never negative."""
        due = self.next_due()
        return None if due is None else max(0.0, due - self._clock.monotonic())

    def attended_for(self) -> float | None:
        """For how many seconds somebody is taken to be there if nothing is touched; None: as long as it runs."""
        return self._attended(self.view())

    def _attended(self, view: View) -> float | None:
        return attended_for(view, self._clock.monotonic() - self._touched)

    def caption_for(self, seconds: float) -> str:
        """The caption, in work only so many seconds long, or as long as it takes to read aloud."""
        return "" if self.view().interval.kind == "work" and self.is_caption_old(seconds) else self.caption

    def is_caption_old(self, seconds: float) -> bool:
        """Whether the caption has stood for so many seconds, and as long as it takes to read aloud."""
        return self._clock.monotonic() - self._caption_at > max(seconds, spoken_seconds(self.caption))

    def rate(self, effort: int | None, pain: int | None) -> None:
        """What the person answered at the end, 0 to 10 each; None where they left it out."""
        if self.session is not None:
            self._store.rate_session(self.session, effort, self._pain_of_all if pain is None else pain)

    @property
    def _pain_of_all(self) -> int | None:
        """The pain that ended it, where there is no exercise that it could be kept with, as in a test."""
        has_exercises = any(interval.exercise for interval in self.timeline.intervals)
        return None if self.ended is None or has_exercises else self.ended.pain

    def close(self) -> None:
        """Leave the session. One that has not ended stays open in the store, and the next start offers to resume it."""
        if self.ended is None:  # the sound of a finished one rings out
            self._cues.stop()
            self._voice.hush()
        self._cues.let_go(self)
        self.exercise.look(self.view(), goes_on=False)

    def _command(self, command: Callable[[float], list[Event]]) -> list[Event]:
        """What the clocks have to tell, then what the person wants."""
        self._touched = self._clock.monotonic()
        self._hold_sound()  # before the first tick, which would come too late on a device that has to be opened
        return self._perform([*self._caught_up(), *command(self._clock.monotonic())])

    def _hold_sound(self) -> None:
        if not self._holds_sound:
            self._holds_sound = True
            self._cues.hold(self)

    def _keep_sound(self, left: float | None) -> None:
        """Hold the device while the session goes on by itself; else for the seconds that are `left` to be there."""
        if left is None:
            self._hold_sound()
        else:
            self._holds_sound = False
            self._cues.let_go(self, left)

    def _caught_up(self) -> list[Event]:
        """What has happened by now. Where the machine slept unseen by the player's clock, the session pauses.

        A long time before the first look is none: a session begins when its first picture is there.
        """
        before, self._look = self._look, Look.at(self._clock)
        now, slept = self._clock.monotonic(), self._look.slept_since(before)
        if slept > GAP_SECONDS:
            return self._player.pause(now, "gap", slept)
        if not self._was_looked_at and self._player.is_gap(now):
            self._player.put_off(now)
        self._was_looked_at = True
        return self._player.advance(now)

    def _perform(self, events: Iterable[Event]) -> list[Event]:
        performed = self.as_told(list(events))
        for event in performed:
            if self._countdown.is_cut_off_by(event):
                self._cues.stop()
            match event:
                case Sound():
                    self._sound(event)
                case IntervalStarted():
                    self.caption = ""
                case Say():
                    if event.event != "count":  # the screen counts anyway, and a form cue is to be read in peace
                        told = event.uncounted
                        self.caption = f"{self.caption} {told}" if event.joined and self.caption else told
                        self._caption_at = self._clock.monotonic()
                    self._say(event)
                case Paused() | AskPain():
                    self._touched = self._clock.monotonic()  # a machine that just woke is given the same patience
                    self._voice.hush()
                case IntervalFinished():
                    self._finished(event)
                case Ended():
                    self._end(event)
        view = self.view()  # once: this is done thirty times a second
        left = self._attended(view)
        self._keep_sound(left)
        self.exercise.look(view, goes_on=left != 0.0)
        self.also_perform(performed)
        return performed

    def as_told(self, events: list[Event]) -> list[Event]:
        """`events` with the sentences that are said here: in a session those of its timeline."""
        return events

    def also_perform(self, events: Sequence[Event]) -> None:
        """What else comes of `events`, once they are performed: nothing in a session."""

    def _sound(self, event: Sound) -> None:
        late = self._clock.monotonic() - event.due
        self._late_seconds.append(late)
        name = self._countdown.sound(event) if late <= LATEST_SOUND_SECONDS else None
        if name is not None:
            self._cues.play(name, late if self._is_in_time else None)

    def _say(self, event: Say) -> None:
        text = spoken_text(event.event, event.text, event.brief, self._voice.amount)
        if text is not None:
            late = self._clock.monotonic() - event.due
            waits = patience(event.event, is_joined=event.joined)
            is_passing = event.event in _PASSING
            self._voice.say(text, event.rank, event.room, late, waits, is_passing=is_passing)

    def _finished(self, event: IntervalFinished) -> None:
        self.spent_seconds += event.seconds
        self.exercise.add(event.interval, event.seconds)
        self._recorded = max(self._recorded, self._numbers[event.index])
        if event.outcome in ("skipped", "repeated") or (event.interval.is_open and event.interval.open != "max"):
            self._voice.hush()  # the person has gone on, and what is being said belongs to what was left
        if self.session is not None:
            self._store.add_interval(
                *(self.session, self._numbers[event.index], event.interval),
                *(event.seconds, event.outcome, event.repetitions),
                named=event.interval.named,
            )

    def _end(self, event: Ended) -> None:
        self.ended = event
        if self._tell_lateness is not None and self._late_seconds:
            self._tell_lateness(Lateness.of(self._late_seconds))
        if event.how != "finished":
            self._voice.hush()
        if self.session is not None:
            self._store.finish_session(self.session, event.how)
            if self._pain_of_all is not None:
                self._store.rate_session(self.session, None, self._pain_of_all)
