"""What is said in every shipped session, with lengths as the voice has them: all of it, one at a time, in time."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

pytest.importorskip("numpy")

from coach import resources
from coach.content.library import Folders, Library
from coach.session.compile import compile_routine
from coach.session.introductions import rushed
from coach.session.length import with_length
from coach.session.recording import recorded
from coach.session.speech import BEHIND_CUE_SECONDS, CALM, COUNT_SECONDS, spoken_seconds
from coach.session.timeline import Timeline
from coach.sound.mixdown import cue_seconds
from coach.sound.score import Placed, score
from coach.sound.voice.utterances import FASTEST, estimated_seconds, utterances_of

ROUTINES = sorted(path.stem for path in (resources.routines() / "guided").glob("*.yaml"))
RUN_OVER_SECONDS = 1.0
"""An announcement may end this late: what is shipped was measured with the voice itself to stay within it."""


@cache
def library() -> Library:
    nothing = Path("nowhere")
    return Library(Folders(resources.routines(), resources.media()), Folders(nothing, nothing))


@cache
def session(ident: str) -> tuple[Timeline, tuple[Placed, ...]]:
    catalogue = library().catalogue
    timeline = recorded(compile_routine(catalogue.routines[ident], catalogue), catalogue.exercises, catalogue.coaching)
    paces = {line.text: line.pace for line in utterances_of(timeline)}
    placed = score(timeline, cue_seconds(catalogue.sounds), lambda text: estimated_seconds(text) / paces[text], "all")
    return timeline, tuple(one for one in placed if one.text)


@pytest.mark.parametrize("ident", ROUTINES)
def test_everything_is_said(ident):
    timeline, said = session(ident)
    assert [one.text for one in said] == [cue.say for cue in timeline.cues if cue.say is not None]


@pytest.mark.parametrize("minutes", range(5, 65, 5))
def test_everything_is_said_in_a_run_of_any_length(minutes):
    catalogue = library().catalogue
    timeline = compile_routine(with_length(catalogue.routines["run-tall"], 60.0 * minutes), catalogue)
    placed = score(timeline, cue_seconds(catalogue.sounds), estimated_seconds, "all")
    assert [one.text for one in placed if one.text] == [cue.say for cue in timeline.cues if cue.say is not None]


def announced() -> list[tuple[str, float]]:
    """What is announced before work, with the seconds that there are for it; but for what `check` warns of."""
    catalogue = library().catalogue
    timelines = [session(ident)[0] for ident in ROUTINES]
    hasty = {
        (timeline.id, one.exercise)
        for timeline in timelines
        for one in rushed(timeline, catalogue.exercises, catalogue.coaching)
    }
    return [
        (cue.say, interval.seconds)
        for timeline in timelines
        for cue in timeline.cues
        if cue.say is not None and cue.event in ("prepare", "next")
        if (timeline.id, (interval := timeline.intervals[cue.interval]).exercise) not in hasty
    ]


def test_the_count_of_the_format_allows_announcements_for_which_the_voice_has_to_be_faster():
    """Why there are two numbers: by the voice's own these would not be said."""
    assert [words for words, seconds in announced() if spoken_seconds(words) > seconds] == []
    slow = [(words, seconds) for words, seconds in announced() if estimated_seconds(words) > seconds]
    assert len(slow) >= 5
    assert [words for words, seconds in slow if estimated_seconds(words) / FASTEST > seconds] == []


def test_a_calm_voice_says_every_announcement_in_what_is_left_for_one():
    assert [words for words, _ in announced() if estimated_seconds(words) > CALM * spoken_seconds(words)] == []


def test_a_count_is_said_behind_its_bell_in_what_is_left_for_one():
    assert BEHIND_CUE_SECONDS + estimated_seconds("8.") <= COUNT_SECONDS


@pytest.mark.parametrize("ident", ROUTINES)
def test_one_at_a_time(ident):
    _, said = session(ident)
    assert [(a.text, b.text) for a, b in pairwise(said) if b.start < a.end] == []


@pytest.mark.parametrize("ident", ROUTINES)
def test_an_announcement_is_over_when_the_work_begins(ident):
    timeline, said = session(ident)
    works = [interval.start for interval in timeline.intervals if interval.kind == "work"]
    late = [one.text for one in said for work in works if one.start < work - 0.01 < one.end - RUN_OVER_SECONDS]
    assert late == []


@pytest.mark.parametrize("ident", ROUTINES)
def test_an_exercise_is_named_with_its_dose_and_described_when_it_first_comes(ident):
    """In the announcement itself, in the routine's own words before it, or within the first seconds of the work."""
    timeline, said = session(ident)
    catalogue, met = library().catalogue, set()
    for before, interval in zip((None, *timeline.intervals), timeline.intervals, strict=False):
        if interval.kind not in ("prepare", "between", "rest") or interval.exercise in met:
            continue
        met.add(interval.exercise)
        exercise = catalogue.exercises[interval.exercise]
        words = " ".join(one.text for one in said if interval.start <= one.start < interval.end)
        begun = [one.text for one in said if interval.end <= one.start < interval.end + 3.0 and len(one.text) > 20]
        assert str(exercise.title) in words
        is_told = before is not None and before.kind == "say"  # in the routine's own words, just before
        assert str(exercise.describe) in words or begun or is_told, exercise.id
