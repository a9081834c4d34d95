"""Whatever an author writes: each sentence is heard, or left out by one of the rules that are told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.content.model import Coaching, CoachingEvent, CueAt, CueEach, CueEvery, DoseLayer, Text
from coach.session.compile import compile_routine
from coach.session.speech import spoken_seconds
from coach.session.timeline import TimedCue, Timeline
from coach.sound.score import Placed, score
from coach.sound.voice.turns import BREATH_SECONDS, patience
from tests.examples import examples
from tests.session.library import COACHING, catalogue, exercise, routine, says, step

TALKATIVE = Coaching(
    {
        **COACHING.events,
        "count": CoachingEvent(says("{rep}.")),
        "go": CoachingEvent(says("Go."), sound="go"),
        "countdown": CoachingEvent(says("Get ready."), sound="tick", last=3.0),
        "stop": CoachingEvent(says("And stop."), sound="stop"),
    }
)
CUES = {"tick": 0.2, "go": 0.7, "half": 1.1, "switch": 0.8, "rest": 0.9, "stop": 0.8, "done": 1.6}

words = st.integers(1, 60).map(lambda count: Text("x" * count + "."))
at = st.one_of(
    st.builds(lambda second, say: CueAt(from_start=float(second), say=say), st.integers(0, 20), words),
    st.builds(lambda second, say: CueAt(before_end=float(second), say=say), st.integers(0, 20), words),
    st.builds(lambda share, say: CueAt(share=share, say=say), st.sampled_from([0.0, 0.25, 0.5, 1.0]), words),
)
timed = st.tuples(
    st.builds(DoseLayer, for_seconds=st.sampled_from([10.0, 20.0, 30.0, 60.0]), sets=st.sampled_from([1, 2])),
    st.lists(st.one_of(at, st.builds(lambda say: CueEvery(5.0, say=(say,)), words)), max_size=4),
)
counted = st.tuples(
    st.builds(
        DoseLayer, reps=st.integers(1, 6), hold=st.sampled_from([0.0, 3.0]), sides=st.sampled_from(["none", "both"])
    ),
    st.lists(st.one_of(at, st.builds(lambda say: CueEach(2, say=say), words)), max_size=4),
)


def compiled(parts: list[tuple[DoseLayer, list]], coaching: Coaching, between: float) -> Timeline:
    exercises = [exercise(f"e{number}", dose, ("Ribs down.",)) for number, (dose, _) in enumerate(parts)]
    steps = [step(one.id, *cues) for one, (_, cues) in zip(exercises, parts, strict=True)]
    return compile_routine(routine(*steps, between=between), catalogue(*exercises, coaching=coaching))


def why_not(cue: TimedCue, seconds: float, before: list[Placed]) -> str | None:
    """The rule by which it is not said, or None."""
    free = max((one.end + BREATH_SECONDS for one in before), default=0.0)
    start = max(cue.at, free)
    if start - cue.at > patience(cue.event, is_joined=cue.joined):
        return "somebody else would speak for too long"
    behind_a_cue = 0.6
    if cue.room is not None and start + behind_a_cue + seconds > cue.at + cue.room:
        return "one of higher rank is due"
    return None


@settings(max_examples=examples(150), deadline=None)
@given(
    st.lists(st.one_of(timed, counted), min_size=1, max_size=3),
    st.sampled_from([COACHING, TALKATIVE]),
    st.sampled_from([2.0, 5.0, 10.0]),
    st.sampled_from([1.0, 1.5, 2.0]),
)
def test_each_sentence_is_said_or_left_out_by_a_rule(parts, coaching, between, slowness) -> None:
    timeline = compiled(parts, coaching, between)
    cues = [replace(cue, say=f"{number} {cue.say}" if cue.say else None) for number, cue in enumerate(timeline.cues)]
    lengths = {cue.say: slowness * spoken_seconds(cue.say) for cue in cues if cue.say}  # each is told from all others
    placed = [one for one in score(replace(timeline, cues=tuple(cues)), CUES.get, lengths.get, "all") if one.text]
    said = {one.text for one in placed}
    for cue in (cue for cue in cues if cue.say is not None and cue.say not in said):
        before = [one for one in placed if int((one.text or "").split()[0]) < int((cue.say or "").split()[0])]
        assert why_not(cue, lengths[cue.say], before) is not None, cue
    assert [one.text for one in placed] == [cue.say for cue in cues if cue.say in said]


SHORT = {
    "half and the author's cue": (DoseLayer(for_seconds=30.0), CueAt(share=0.5, say=Text("Ribs heavy.")), 25.0),
    "the last ten seconds and half": (DoseLayer(for_seconds=20.0), CueAt(before_end=10.0, say=Text("Ten more.")), 20.0),
    "the first tick and the author's cue": (DoseLayer(for_seconds=30.0), CueAt(before_end=3.0, say=Text("Now!")), 37.0),
    "the last repetition and the author's cue": (DoseLayer(reps=4), CueEach(4, say=Text("Slowly.")), 22.0),
    "the start and the author's cue": (DoseLayer(for_seconds=30.0), CueAt(share=0.0, say=Text("Red band.")), 10.0),
    "the end and the author's cue": (DoseLayer(for_seconds=30.0), CueAt(share=1.0, say=Text("Let go.")), 40.0),
    "the rest and the author's cue": (DoseLayer(for_seconds=30.0, sets=2), CueAt(share=1.0, say=Text("Go.")), 40.0),
    "the change of sides and the author's cue": (
        DoseLayer(for_seconds=30.0, sides="both"), CueAt(share=1.0, say=Text("Let go.")), 40.0,
    ),
}  # fmt: skip


@pytest.mark.parametrize("slowness", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("meeting", SHORT)
def test_two_short_sentences_that_meet_are_both_heard(meeting: str, slowness: float) -> None:
    dose, cue, moment = SHORT[meeting]
    timeline = compiled([(replace(dose), [cue])], TALKATIVE, 10.0)
    due = [one.say for one in timeline.cues if one.say and abs(one.at - moment) < 1e-6]
    placed = score(timeline, CUES.get, lambda text: slowness * spoken_seconds(text), "all")
    assert len(due) >= 2
    assert [one.text for one in placed if one.text and moment <= one.start < moment + 7.0][: len(due)] == due
