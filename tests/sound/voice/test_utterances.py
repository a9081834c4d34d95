"""Which sentences of a session are made, in which order, how fast."""

from __future__ import annotations

import pytest

from coach.content.model import CoachingEvent, DoseLayer
from coach.session.compile import compile_routine
from coach.session.timeline import Aside, Interval, TimedCue, Timeline
from coach.sound.voice.protocol import Utterance
from coach.sound.voice.utterances import FASTEST, estimated_seconds, sentence, spoken_text, utterances_of
from tests.session.library import COACHING, Catalogue, exercise, routine, step


def timeline(*cues: tuple[float, str, int, int], asides: tuple[str, ...] = ()) -> Timeline:
    """Cues are (at, words, rank, interval); intervals are a preparation of ten seconds and work of fifty."""
    return Timeline(
        "t",
        "T",
        60.0,
        False,
        1,
        (Interval("prepare", 0.0, 10.0), Interval("work", 10.0, 50.0)),
        tuple(TimedCue(at, index, "say", say=words, rank=rank) for at, words, rank, index in cues),
        asides=tuple(Aside(words, words) for words in asides),
    )


def paces(*cues: tuple[float, str, int, int]) -> list[float]:
    return [round(line.pace, 2) for line in utterances_of(timeline(*cues))]


def test_each_sentence_once_in_order_those_of_a_pause_after_the_first_three():
    cues = [(float(n), word, 10, 1) for n, word in enumerate(["a", "b", "a", "c", "d", "e"], 10)]
    lines = utterances_of(timeline(*cues, asides=("Paused.", "b")))
    assert [line.text for line in lines] == ["a", "b", "c", "Paused.", "d", "e"]


def test_a_session_that_is_taken_up_in_the_middle_wants_its_own_sentences_first():
    cues = [(0.0, "first", 40, 0), (10.0, "second", 10, 1), (59.0, "third", 10, 1), (60.0, "end", 20, -1)]
    assert [line.text for line in utterances_of(timeline(*cues), first=1)] == ["second", "third", "end", "first"]


LONG = "x" * 216  # 9.6 s at the voice's own speed


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        ([(0.0, "x" * 50, 40, 0)], [1.0]),
        ([(0.0, LONG, 40, 0)], [1.0]),  # fits its ten seconds
        ([(0.0, "x" * 253, 40, 0)], [1.2]),  # 11.2 s before the work begins
        ([(0.0, "x" * 400, 40, 0)], [FASTEST]),
        ([(10.0, LONG, 10, 1)], [1.0]),  # in work there is room
        ([(10.0, LONG, 10, 1), (19.0, "y", 10, 1)], [1.15, 1.0]),  # until the next one
        ([(10.0, LONG, 40, 1), (19.0, "y", 10, 1)], [1.0, 1.0]),  # a lower one gives way
        ([(10.0, LONG, 10, 1), (30.0, LONG, 10, 1), (39.5, "y", 10, 1)], [1.1, 1.0]),  # the tightest place decides
    ],
)
def test_a_sentence_is_spoken_faster_where_time_is_short(cues, expected):
    assert paces(*cues) == expected


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Halfway.", 0.64),
        ("Rest. 30 seconds.", 2.35),  # a breath at the stop, and a digit is a word
        ("Sit tall, arms crossed, knees forward.", 2.49),
        ("Hold 5 s.", 1.15),  # as it is read: 5 seconds
    ],
)
def test_how_long_a_sentence_takes_is_estimated_from_its_words_and_breaths(text, seconds):
    assert estimated_seconds(text) == pytest.approx(seconds, abs=0.1)


@pytest.mark.parametrize(
    ("amount", "event", "aloud"),
    [
        ("all", "next", "Next: Plank. Lie down."),
        ("all", "form", "Next: Plank. Lie down."),
        ("names", "next", "Next: Plank."),
        ("names", "form", None),
        ("names", "cue", None),
        ("sounds", "next", None),
    ],
)
def test_how_much_is_said(amount, event, aloud):
    brief = "Next: Plank." if event == "next" else None
    assert spoken_text(event, "Next: Plank. Lie down.", brief, amount) == aloud


@pytest.mark.parametrize("event", ["form", "cue", "describe"])
def test_of_a_cue_that_says_its_number_those_who_want_names_hear_the_number(event):
    assert spoken_text(event, "2. Long neck.", "2.", "names") == "2."
    assert spoken_text(event, "2. Long neck.", "2.", "all") == "2. Long neck."
    assert spoken_text(event, "2. Long neck.", "2.", "sounds") is None


def test_names_and_counts_of_a_real_session():
    some = exercise("some", DoseLayer(reps=4, move=2.0, back=2.0), ("Ribs down.",))
    compiled = compile_routine(routine(step("some")), Catalogue({"some": some}))
    assert [line.text for line in utterances_of(compiled)] == [
        "A routine. First: Some. 4 repetitions. Sit tall.",
        "Ribs down.",
        "Last one.",
        "Well done.",
    ]
    assert [line.text for line in utterances_of(compiled, "names")] == [
        "A routine. First: Some. 4 repetitions.",
        "Last one.",
        "Well done.",
    ]
    assert utterances_of(compiled, "sounds") == ()


def test_the_same_line_is_the_same_file_at_the_same_speed():
    line = Utterance("Hold 5 s.", 1.2)
    assert sentence(line, "e", 1.0).words == "Hold 5 seconds."
    assert sentence(line, "e", 1.0).speed == 1.2
    assert sentence(line, "e", 9.0).speed == 1.8  # a person may choose up to 1.5


def test_the_coachings_events_without_words_need_no_voice():
    silent = {name: CoachingEvent(sound=event.sound) for name, event in COACHING.events.items()}
    some = exercise("some", DoseLayer(reps=4, move=2.0, back=2.0))
    catalogue = Catalogue({"some": some}, type(COACHING)(silent))
    assert utterances_of(compile_routine(routine(step("some")), catalogue)) == ()
