"""The shipped words: what is spoken can be spoken, sides are named, tables of the evidence paper are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.lesson import Pictured, parts_of
from coach.content.library import Folders, load
from coach.content.model import ExerciseStep, SayStep

# What a voice stumbles over: brackets, signs, ranges, abbreviations of units and of Latin.
UNSPEAKABLE = re.compile(
    r"[()\[\]{}/&%°+=<>#*_~|…–—×]|\d\s*-\s*\d|\b(cm|mm|kg|sec|secs|min|mins|reps|approx|vs|etc|e\.g|i\.e)\b"
)

AREAS = {
    "neck": ["chin-tuck", "deep-neck-flexor-nod", "neck-press-side", "neck-press-back"],
    "shoulders-top": ["upper-trapezius-stretch", "levator-stretch", "shoulder-roll", "lateral-raise"],
    "between-blades": ["scapular-squeeze", "band-row", "band-pull-apart", "prone-t"],
    "below-blades": [
        "prone-y", "prone-w", "wall-angel", "thoracic-extension-chair", "thoracic-extension-roller", "prone-cobra",
    ],
    "side-back": ["childs-pose", "wall-slide", "push-up-plus", "band-row"],
    "chest": ["doorway-stretch", "band-external-rotation", "bruegger-relief", "wall-angel", "towel-extension"],
    "low-back": ["bird-dog", "cat-cow", "dead-bug", "glute-bridge", "tall-standing"],
    "hips-front": ["hip-flexor-stretch", "glute-bridge"],
}  # fmt: skip

# The events that a session cannot do without, and those that an author may add.
EVENTS = {"prepare", "next", "go", "countdown", "half", "last-rep", "switch", "rest", "stop", "done"}
FURTHER = {
    "describe", "count", "back", "rep-rest", "beat", "wait", "recorded", "last-minute", "form",
    "pause", "resume", "lost", "nudge",
}  # fmt: skip

# What the first lesson has to tell, by its headings.
WHY_IT_HURTS = [
    "What it is", "Why it may show after a run", "The circle of slouching", "What is often named", "What helps",
    "Other causes, to have checked", "Where to start",
]  # fmt: skip


@pytest.fixture(scope="module")
def library() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


def spoken(library: Catalogue) -> Iterator[tuple[str, str]]:
    """Everything that the coach says, with where it stands."""
    for exercise in library.exercises.values():
        for text in (exercise.title, exercise.describe, *exercise.steps, *exercise.cues, *exercise.mistakes):
            yield exercise.id, str(text)
    for routine in library.routines.values():
        yield routine.id, str(routine.title)
        for step in routine.steps:
            if isinstance(step, SayStep):
                yield routine.id, str(step.say)
            elif isinstance(step, ExerciseStep):
                for cue in step.cues:
                    said = cue.say if isinstance(cue.say, tuple) else (cue.say,)
                    yield from ((routine.id, str(text)) for text in said if text is not None)
    for reminder in library.reminders.values():
        yield from ((reminder.id, str(message)) for message in reminder.messages)


def test_everything_spoken_can_be_spoken(library: Catalogue) -> None:
    found = {f"{id_}: {match[0]} in {text!r}" for id_, text in spoken(library) for match in UNSPEAKABLE.finditer(text)}
    assert found == set()


def test_descriptions_and_form_cues_hold_no_figures_and_end_as_sentences(library: Catalogue) -> None:
    for exercise in library.exercises.values():
        for text in map(str, (exercise.describe, *exercise.cues)):
            assert not re.search(r"\d", text), (exercise.id, text)
        for text in map(str, (exercise.describe, *exercise.steps, *exercise.cues, *exercise.mistakes)):
            assert text[0].isupper(), (exercise.id, text)
            assert text[-1] in ".!?", (exercise.id, text)


def test_a_set_for_each_side_says_which_comes_first(library: Catalogue) -> None:
    """The coach counts left, then right; whoever only listens must know what is left."""
    by_side = [exercise for exercise in library.exercises.values() if exercise.dose.settled().sides == "both"]
    assert [e.id for e in by_side if not re.search(r"\b[Ll]eft\b", str(e.describe))] == []
    unsided = [exercise for exercise in library.exercises.values() if not exercise.dose.settled().first_side]
    assert [e.id for e in unsided if re.search(r"Then change|side follows|your left", str(e.describe))] == []


def test_whoever_lies_face_down_is_not_told_to_look(library: Catalogue) -> None:
    prone = [exercise for exercise in library.exercises.values() if exercise.position == "prone"]
    assert [e.id for e in prone if re.search(r"look (ahead|at)|screen|mirror", " ".join(map(str, e.steps)))] == []


def test_an_area_asks_for_the_exercises_of_the_table(library: Catalogue) -> None:
    assert {id_: list(area.exercises) for id_, area in library.areas.items() if area.rated} == AREAS


def test_the_coach_knows_these_events(library: Catalogue) -> None:
    assert EVENTS <= set(library.coaching.events) <= EVENTS | FURTHER


def test_the_first_lesson_tells_all_that_it_should(library: Catalogue) -> None:
    headings = re.findall(r"^## (.+)$", library.lessons["why-the-upper-back-hurts"].body, re.MULTILINE)
    assert headings == WHY_IT_HURTS


def test_lessons_show_figures_with_words_below(library: Catalogue) -> None:
    shown = {
        lesson.id: [part for part in parts_of(lesson.body) if isinstance(part, Pictured)]
        for lesson in library.lessons.values()
    }
    assert {id_ for id_, figures in shown.items() if figures} == {
        "why-the-upper-back-hurts", "sitting-well", "running-well", "the-wall-test", "sore-back-and-return",
        "standing-phones-and-bags", "driving-sleep-and-rest", "ordinary-soreness",
    }  # fmt: skip
    assert all(figure.figure in library.figures and figure.words for figures in shown.values() for figure in figures)


NAMES = re.compile(r"\b(ankylosing|spondylitis|sacroiliitis|beh[cç]et\w*)\b", re.IGNORECASE)
"""Illnesses that a reader may look for, and that nobody is told to have."""

IN_BRACKETS = re.compile(r"\([^)]*\)")


def test_illnesses_are_named_in_brackets_alone(library: Catalogue) -> None:
    named = " ".join(IN_BRACKETS.findall(library.lessons["when-to-see-a-doctor"].body))
    assert {found.lower() for found in NAMES.findall(named)} == {
        "ankylosing", "spondylitis", "sacroiliitis", "behçet",
    }  # fmt: skip
    told = [one.id for one in library.lessons.values() if NAMES.search(IN_BRACKETS.sub("", one.body))]
    assert told == []


NOT_HOUSE_STYLE = re.compile(
    r"\b(low[ -]back|the elderly|peeing|(?:exercise|training|rehabilitation) programs?)\b", re.IGNORECASE
)


def test_lessons_are_in_the_house_s_english(library: Catalogue) -> None:
    found = {f"{one.id}: {match}" for one in library.lessons.values() for match in NOT_HOUSE_STYLE.findall(one.body)}
    assert found == set()


@pytest.mark.parametrize(
    ("lesson", "said"),
    [
        ("why-the-upper-back-hurts", ["latissimus", "imbalance", "the evidence is weak", "may be chance", "sharp"]),
        ("driving-sleep-and-rest", ["pillow", "pharmacist can help you stop", "Tell somebody you trust", "116 123"]),
        ("standing-phones-and-bags", ["Phone", "tablet", "Two screens", "Rucksack", "A child", "desk that rises"]),
        ("ordinary-soreness", ["after one or two days", "the same", "48 hours"]),
        ("running-well", ["Running is good for you", "sports bra", "52"]),
        ("how-this-program-decides", ["recommended for people with osteoporosis", "in one trial"]),
    ],
)
def test_a_lesson_speaks_of_what_readers_look_for(library: Catalogue, lesson: str, said: list[str]) -> None:
    body = " ".join(library.lessons[lesson].body.split())
    assert [words for words in said if words not in body] == []
