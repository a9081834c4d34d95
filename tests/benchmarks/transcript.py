"""What a person hears of a session, with times: `python -m tests.benchmarks.transcript [ID ...]` (all of them if none).

The real conductor and the real voice walk each session on simulated time, with the made sentences' own lengths; what is
not made yet is made first. Every sentence that is due and is not said, comes late, runs into the next work or meets
another one is marked. A test's questions are answered two seconds after they were asked, and a `wait` is left two
seconds after its last word. Exit 1 where two sentences overlap, one is cut, or one is not said that does not give way
by its nature: a count, a cue of the exercise's form.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from coach.asked_in_turn import said_in
from coach.at_the_wall import WallTest
from coach.conductor import Conductor
from coach.content.model import MeasureStep, RateStep
from coach.progress.store import memory_store
from coach.session.events import Event, Say
from coach.session.timeline import Timeline
from coach.sound.mixdown import cue_seconds
from coach.sound.voice.maker import Maker
from coach.sound.voice.speaker import SpokenVoice
from coach.sound.voice.speech_cache import seconds_of
from coach.sound.voice.utterances import sentence, utterances_with
from coach.walltest.aloud import question_aloud
from coach.walltest.course import Ask
from coach.wiring import Parts, build
from tests.fakes import FakeClock, FakeCues

STEP_SECONDS = 0.05
ANSWER_SECONDS = 2.0
GIVE_WAY = ("count", "form", "describe")
LATE_SECONDS = {"wait": 60.0}  # it comes behind all that is said there
INTO_WORK_SECONDS = 0.3  # nobody hears so little as an overlap


@dataclass
class Ears:
    """Device and voice output in one: remembers what sounds when. Seconds since the session began."""

    clock: FakeClock
    lengths: dict[str, float]
    began: float = 0.0
    heard: list[tuple[float, float, str]] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    words: dict[Path, str] = field(default_factory=dict)
    _last_cue: tuple[float, float] = (float("-inf"), 0.0)

    @property
    def now(self) -> float:
        return self.clock.monotonic() - self.began

    def play(self, name: str, _late_seconds: float | None = None) -> None:
        base = name.removesuffix("-3")
        length = self.lengths.get(base, 0.0)
        count = 3 if name.endswith("-3") else 1
        self.heard += [(self.now + n, length, f"[{base}]") for n in range(count)]
        self._last_cue = (self.now, length + count - 1)

    def speak(self, path: Path, after_seconds: float = 0.0) -> bool:
        self.heard.append((self.now + after_seconds, seconds_of(path), self.words[path]))
        return True

    def hush(self) -> None:
        for at, seconds, words in self.heard:
            if words[0] != "[" and at < self.now < at + seconds - 0.1:
                self.cut.append(f"{self.now:8.2f}  cut after {self.now - at:.1f} of {seconds:.1f} s: {words}")

    def set_speech_volume(self, volume: float) -> None: ...

    def wakes_in(self) -> float:
        return 0.0

    def since_cue(self) -> tuple[float, float]:
        return self.now - self._last_cue[0], self._last_cue[1]

    @property
    def last_word(self) -> float:
        """When the last sentence is over that has begun; 0 before the first."""
        return max((at + seconds for at, seconds, _ in self.sentences), default=0.0)

    @property
    def sentences(self) -> list[tuple[float, float, str]]:
        return sorted(one for one in self.heard if one[2][0] != "[")


class Listener(FakeCues):
    def __init__(self, ears: Ears) -> None:
        super().__init__()
        self._ears = ears

    def play(self, name: str, _late_seconds: float | None = None) -> None:
        self._ears.play(name)


@dataclass
class Transcript:
    timeline: Timeline
    ears: Ears
    due: list[tuple[float, str, str]]  # second, event, words
    works: list[float] = field(default_factory=list)  # when each began, which is earlier where a wait was left early

    def lines(self) -> list[str]:
        """All that is heard in order, and in brackets what is not as it should be."""
        out = [(at, f"{at:8.2f}  {words}{f'  ({seconds:.1f} s)' if words[0] != '[' else ''}")
               for at, seconds, words in self.ears.heard]  # fmt: skip
        out += [(at, f"{at:8.2f}  NOT SAID ({event}): {words}") for at, event, words in self.not_said()]
        out += [(0.0, line) for line in self.ears.cut]
        return [line for _, line in sorted(out)] + self.marks()

    def not_said(self) -> list[tuple[float, str, str]]:
        left = self.ears.sentences
        missing = []
        for due in self.due:
            latest = due[0] + LATE_SECONDS.get(due[1], 12.0)
            said = next((one for one in left if one[2] == due[2] and due[0] - 0.1 <= one[0] <= latest), None)
            if said is None:
                missing.append(due)
            else:
                left.remove(said)
        return missing

    def lost(self) -> list[tuple[float, str, str]]:
        """What is not said though a person needs it."""
        return [due for due in self.not_said() if due[1] not in GIVE_WAY]

    def overlaps(self) -> list[str]:
        return [
            f"          OVERLAP: {a[2]} | {b[2]}"
            for a, b in pairwise(self.ears.sentences)
            if b[0] < a[0] + a[1] - 1e-6 and not any(a[2] in cut for cut in self.ears.cut)
        ]

    def marks(self) -> list[str]:
        into = [
            f"          {at + seconds - work:.1f} s INTO THE WORK at {work:.0f}: {words}"
            for at, seconds, words in self.ears.sentences
            for work in self.works
            if self.timeline.kind == "routine" and at < work - 0.01 and at + seconds > work + INTO_WORK_SECONDS
        ]
        return self.overlaps() + into


def hear(parts: Parts, kind: str, ident: str) -> Transcript:
    """The whole session, walked."""
    timeline = parts.timeline(kind, ident)
    test = parts.library.catalogue.tests[ident] if kind == "test" else None
    questions = said_in(test, parts.library.catalogue.areas, parts.language) if test else ()
    clock = FakeClock()
    seconds = cue_seconds(parts.library.catalogue.sounds)
    ears = Ears(clock, {name: seconds(name) or 0.0 for name in parts.library.catalogue.sounds})
    ears.words = {path: text for text, path in _made(parts, timeline, questions).items()}
    voice = SpokenVoice(parts.voice_choice, parts.speech, ears, monotonic=clock.monotonic)
    store = memory_store(clock)
    due: list[tuple[float, str, str]] = []
    conductor: Conductor
    answering: Answering | None = None
    if test is None:
        conductor = Conductor(timeline, clock, Listener(ears), store, voice=voice)
    else:
        conductor = walked = WallTest(
            *(test, timeline, clock, Listener(ears), store), voice=voice, areas=parts.library.catalogue.areas
        )
        answering = Answering(walked, ears, due)
    ears.began = clock.monotonic()
    events = conductor.start()
    works: dict[float, float] = {}  # by the second of the timeline
    while True:
        due += [(ears.now, event.event, event.text) for event in events if isinstance(event, Say)]
        if answering:
            answering.hear()
        if conductor.ended is not None:
            voice.close()
            store.close()
            return Transcript(timeline, ears, due, list(works.values()))
        if (now := conductor.view().interval).kind == "work":
            works.setdefault(now.start, ears.now)
        clock.pass_time(STEP_SECONDS)
        events = conductor.advance()
        if answering and answering.is_time():
            events += answering.answer()
        if answering is None and conductor.view().interval.wait and ears.now >= ears.last_word + ANSWER_SECONDS:
            events += conductor.done()


def _made(parts: Parts, timeline: Timeline, questions: tuple[str, ...]) -> dict[str, Path]:
    """Every sentence with its file, those made that were not there."""
    lines = utterances_with(timeline, questions, parts.voice_amount)
    wanted = {line.text: sentence(line, parts.voice_choice.identity, parts.voice_speed) for line in lines}
    missing = [one for one in dict.fromkeys(wanted.values()) if not parts.speech.find(one)]
    if missing and parts.voice_choice.engine:
        maker = Maker()
        maker.make(parts.voice_choice.engine, parts.speech.folder, missing, lambda *_: None)
        maker.wait(600)
    return {text: path for text, one in wanted.items() if (path := parts.speech.find(one))}


class Answering:
    """Somebody who answers each question ANSWER_SECONDS after the last word."""

    def __init__(self, test: WallTest, ears: Ears, due: list[tuple[float, str, str]]) -> None:
        self._test, self._ears, self._due = test, ears, due
        self._asked: Ask | None = None
        self._at: float | None = None  # when the next answer comes

    def hear(self) -> None:
        """Note a question that has come up."""
        before, self._asked = self._asked, self._test.asked
        if self._asked is None or self._asked is before:
            return
        question = question_aloud(self._test.test, self._asked, "en")
        if question is not None:
            self._due.append((self._ears.now, "question", question))
        self._at = max(self._ears.now, self._ears.last_word) + ANSWER_SECONDS

    def is_time(self) -> bool:
        return self._at is not None and self._ears.now >= self._at

    def answer(self) -> list[Event]:
        self._at = None
        match self._asked.step if self._asked else None:
            case RateStep():
                return self._test.answer({})
            case MeasureStep() | None:
                return self._test.answer(None)
            case _:
                return self._test.answer(0)


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="coach") as name:
        environment = os.environ | {"POSTURE_COACH_HOME": os.environ.get("POSTURE_COACH_HOME", name)}
        parts = build(environment, sound=False)
        tests = parts.library.catalogue.tests
        is_wrong = False
        for ident in arguments or [*parts.library.catalogue.routines, *tests]:
            told = hear(parts, "test" if ident in tests else "routine", ident)
            not_said = len(told.not_said())
            print(f"{ident}: {len(told.due)} sentences due, {not_said} not said, {len(told.ears.cut)} cut")
            print(*(told.lines() if arguments else [*told.marks(), *told.ears.cut]), sep="\n")
            is_wrong = is_wrong or bool(told.overlaps() or told.ears.cut or told.lost())
        parts.close()
    return int(is_wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
