"""Every shipped session by ear alone: all that one must know is in the sentences and sounds of its file, in time.

Of each exercise that is: what to fetch and how to begin, before it begins; which one it is; each side by its name;
which set comes; when it starts, when a hold ends, and when the work is over. Where `check` warns that there is no time
for it the author is told, and nothing is asked here. Sentences are as long as the voice is known to need for them, so
nothing is made; `tests/sound/test_heard.py` listens to the sound itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

pytest.importorskip("numpy")

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, load
from coach.content.model import DoseLayer, Exercise, ExerciseStep, Routine, Text
from coach.session.arriving import at_hand, named_in, stays
from coach.session.compile import compile_routine
from coach.session.introductions import rushed
from coach.session.phrases import Phrases
from coach.session.repetitions import period, phase_starts, repetition_start
from coach.session.speech import COUNT_SECONDS
from coach.session.timeline import Interval, Timeline
from coach.sound.mixdown import cue_seconds
from coach.sound.score import Placed, score
from coach.sound.voice.utterances import estimated_seconds, utterances_of

DESCRIBED_SECONDS = 12.0
"""What the time before an exercise had no room for is said within so many seconds of its work."""

UNHURRIED_SECONDS = 4.0
"""In repetitions of so many seconds and more there is time to say whose turn it is, where sides take turns."""


@pytest.fixture(scope="module")
def library() -> Catalogue:
    nothing = Path("nowhere")
    return load(Folders(resources.routines(), resources.media()), Folders(nothing, nothing))


@dataclass(frozen=True)
class Heard:
    """One session as its file has it."""

    timeline: Timeline
    placed: tuple[Placed, ...]
    had: frozenset[str]

    def words(self, since: float, until: float) -> str:
        """What is said between two moments, in small letters."""
        said = (one.text for one in self.placed if one.text and since - 0.01 <= one.start < until - 0.01)
        return " ".join(said).casefold()

    def sounds(self, name: str) -> set[float]:
        return {round(one.start, 3) for one in self.placed if one.sound == name}


def heard(library: Catalogue, ident: str) -> Heard:
    routine = library.routines[ident]
    timeline = compile_routine(routine, library)
    paces = {line.text: line.pace for line in utterances_of(timeline)}
    placed = score(timeline, cue_seconds(library.sounds), lambda text: estimated_seconds(text) / paces[text], "all")
    return Heard(timeline, placed, at_hand(routine))


def missing(library: Catalogue, session: Heard) -> Iterator[str]:
    """What somebody with eyes shut does not get to know."""
    phrases = Phrases(library.coaching.phrases)
    works = [one for one in session.timeline.intervals if one.kind == "work"]
    hasty = {one.step for one in rushed(session.timeline, library.exercises, library.coaching, session.had)}
    before, position, step, had = 0.0, None, None, set(session.had)
    for work in works:
        exercise = library.exercises[work.exercise or ""]
        told = session.words(before, work.start)
        if work.step != step:
            early = session.words(0.0, work.start)
            had.update(named_in(early, phrases))
            yield from (f"{exercise.id}: fetch {one}" for one in exercise.needs if one not in had)
            begun = told + " " + session.words(work.start, work.start + DESCRIBED_SECONDS)
            if str(exercise.title).casefold() not in begun and not is_described(exercise, begun):
                yield f"{exercise.id}: which one"
            then = stays(exercise, position)
            if then != position and phrases.words(then).casefold() not in begun and not is_described(exercise, begun):
                yield f"{exercise.id}: how to begin"
        elif work.set != 1 and work.side != "right" and f"set {work.set} of {work.sets}" not in told:
            yield f"{exercise.id}: set {work.set} of {work.sets}"
        elif work.set != 1 and work.side == "alternate" and f"set {work.set} of {work.sets}, left first" not in told:
            yield f"{exercise.id}: which side begins"
        if work.step not in hasty:
            yield from _of_the_work(exercise, work, told, session)
        had.update(exercise.needs)
        before, position, step = work.end, stays(exercise, position), work.step


def _of_the_work(exercise: Exercise, work: Interval, told: str, session: Heard) -> Iterator[str]:
    begins = {"left": "left", "right": "right", "alternate": "left"}.get(work.side or "")
    first_words = told + " " + session.words(work.start, work.start + 3.0)
    if begins and begins not in first_words:
        yield f"{exercise.id}: {begins} side"
    if work.side == "alternate" and work.is_counted and period(work) >= UNHURRIED_SECONDS:
        turns = session.words(work.start, work.end)
        yield from (f"{exercise.id}: {side} turn" for side in ("left", "right") if f". {side}." not in turns)
    if round(work.start, 3) not in session.sounds("go"):
        yield f"{exercise.id}: start"
    if work.reps is None and round(work.end, 3) not in session.sounds("stop"):
        yield f"{exercise.id}: end"
    if work.is_counted and (work.hold or 0.0) >= 3.0 and work.back:
        ends = {round(work.start + offset, 3) for offset in phase_starts(work, "back")}
        yield from (f"{exercise.id}: end of the hold at {at:g}" for at in sorted(ends - session.sounds("back")))


def is_described(exercise: Exercise, words: str) -> bool:
    """Whether the description is said, in whole or, behind counts, in parts."""
    sentences = str(exercise.describe).casefold().split(". ")
    return all(sentence.rstrip(".") in words for sentence in sentences[:1])


def test_nothing_is_missing_by_ear(library: Catalogue) -> None:
    told = {ident: list(missing(library, heard(library, ident))) for ident in library.routines}
    assert {ident: lacks for ident, lacks in told.items() if lacks} == {}


def test_every_repetition_is_counted_but_those_beneath_a_longer_sentence(library: Catalogue) -> None:
    for ident in library.routines:
        session = heard(library, ident)
        for work in (one for one in session.timeline.intervals if one.is_counted):
            said = [one for one in session.placed if one.text and work.start - 0.01 <= one.start < work.end]
            for number in range(1, work.repetitions or 0):  # and the last one is the last one
                at = work.start + repetition_start(work, number)
                is_counted = any((one.text or "").startswith(f"{number}. ") or one.text == f"{number}." for one in said)
                is_beneath = any(one.start < at + COUNT_SECONDS and at < one.end for one in said)
                assert is_counted or is_beneath, (ident, work.exercise, number)


def test_how_an_exercise_is_done_is_told_before_it_begins(library: Catalogue) -> None:
    """Where an author leaves no time for that it is told into the work (`describe`), behind the numbers."""
    late = []
    for routine in library.routines.values():
        timeline = compile_routine(routine, library)
        late += [(routine.id, cue.say) for cue in timeline.cues if cue.event == "describe" and cue.say is not None]
    assert late == []


def test_nobody_lies_down_before_the_key_is_pressed(library: Catalogue) -> None:
    for ident in library.routines:
        for one in compile_routine(library.routines[ident], library).intervals:
            assert not (one.wait and re.search(r"\blie\b", (one.text or "").casefold())), (ident, one.text)


def test_cues_over_what_is_held_are_half_a_minute_apart(library: Catalogue) -> None:
    """The exercise's own; what a step of a routine says for itself is its author's."""
    for routine in library.routines.values():
        timeline = compile_routine(routine, library)
        for index, work in enumerate(timeline.intervals):
            if work.kind == "work" and work.reps is None:
                own = [cue.at for cue in timeline.cues if cue.interval == index and cue.event == "form" and cue.say]
                assert all(late - early >= 30.0 for early, late in pairwise(own)), routine.id
                if "breath" in (work.exercise or ""):
                    assert library.exercises[work.exercise or ""].quiet, work.exercise
                    said = {
                        cue.event for cue in timeline.cues if cue.interval == index and (cue.say or cue.event == "half")
                    }
                    assert said <= {"describe", "cue", "note"}, routine.id


def test_one_side_alone_is_told_as_that_side_alone(library: Catalogue) -> None:
    """Each exercise with two sides, as a step of one side: described as it, and nobody is told to change."""
    for exercise in library.exercises.values():
        if exercise.dose.settled().sides not in ("both", "alternate"):
            continue
        for side, other in (("left", "right"), ("right", "left")):
            step = ExerciseStep(exercise.id, DoseLayer(sides=side))
            timeline = compile_routine(Routine("one", Text("One side"), (step,), prepare=60.0), library)
            told = [cue.say for cue in timeline.cues if cue.say]
            assert told[0].endswith(str(exercise.described(side)).removesuffix(".") + "."), exercise.id
            assert f"on the {side} side" in told[0], exercise.id
            assert f"on the {other} side" not in told[0], exercise.id
            assert not [one for one in told if "change" in one.casefold() or f"the {other} side" in one], exercise.id
