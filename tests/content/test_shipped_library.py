"""The shipped library says what the evidence paper says: fields, cues, checks, areas, messages, words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.laid_doses import exercise_steps
from coach.content.library import Folders, load
from coach.content.library_files import kind_by_place
from coach.content.model import CheckStep, Exercise, HoldStep, MeasureStep, RateStep, RecheckStep
from coach.content.order import in_order

RATED = [
    "neck", "shoulders-top", "between-blades", "below-blades", "side-back", "chest", "low-back", "hips-front",
]  # fmt: skip

# What each letter of the evidence paper's "check first" stands for.
LETTERS = {
    "O": {"osteoporosis"},
    "N": {"neck-injury", "arm-symptoms"},
    "S": {"shoulder-injury"},
    "P": {"pregnancy"},
    "K": {"kneeling-pain", "wrist-pain"},
    "H": {"blood-pressure", "glaucoma"},
    "X": {"painful-extension"},
    "B": {"painful-bending"},
    "D": {"dizziness"},
    "C": {"heart-condition"},
    "R": {"operation"},
    "J": {"joint-replacement"},
    "L": {"latex"},
}

# exercise -> the letters to check first, and the cues that are said
BASE = {
    "chin-tuck": ("DN", ["Back, not down.", "Long neck."]),
    "deep-neck-flexor-nod": ("NP", ["Tiny nod.", "Throat soft."]),
    "scapular-squeeze": ("S", ["Blades to back pockets.", "Shoulders from ears."]),
    "wall-slide": ("S", ["Push the wall.", "Ribs down."]),
    "wall-angel": ("S", ["Slow and smooth.", "Ribs down."]),
    "prone-y": ("PRS", ["Thumbs up.", "Long neck."]),
    "prone-t": ("PRS", ["Thumbs up.", "Long neck."]),
    "prone-w": ("PRS", ["Thumbs up.", "Long neck."]),
    "thoracic-extension-chair": ("DNS", ["Bend high.", "Elbows forward."]),
    "thoracic-extension-roller": ("DNOPS", ["Bend high.", "Elbows forward."]),
    "doorway-stretch": ("S", ["Open, don't push.", "Ribs down."]),
    "bruegger-relief": ("", ["Tall, easy.", "Palms out."]),
    "band-pull-apart": ("LS", ["Spread the band.", "Shoulders low."]),
    "band-row": ("LS", ["Elbows to pockets.", "Chest still."]),
    "face-pull": ("LS", ["Thumbs back.", "Ribs down."]),
    "band-external-rotation": ("LS", ["Elbows glued.", "Slow back."]),
    "bird-dog": ("JK", ["Long, not high.", "Hips level."]),
    "cat-cow": ("JKO", ["Wave the spine.", "Push the floor."]),
    "thread-the-needle": ("DHJKNOS", ["Hips still.", "Rotate the ribs."]),
    "seated-rotation": ("O", ["Turn the breastbone.", "Hips still."]),
    "prone-cobra": ("PRX", ["Chest forward.", "Eyes down."]),
    "dead-bug": ("PR", ["Lower back quiet.", "Exhale, reach."]),
    "plank": ("HPRS", ["Push away.", "Squeeze your buttocks."]),
    "side-plank": ("HRS", ["Hips high.", "Long side."]),
    "glute-bridge": ("P", ["Ribs down.", "Push the floor."]),
    "upper-trapezius-stretch": ("DN", ["Let the shoulder sink.", "Nose forward."]),
    "levator-stretch": ("DNO", ["Nose to armpit.", "Breathe out."]),
    "childs-pose": ("BDHJKOS", ["Reach and sink.", "Breathe wide."]),
    "hip-flexor-stretch": ("JK", ["Belt buckle up.", "Tall chest."]),
    "push-up-plus": ("HKPRS", ["Floor away.", "Elbows straight."]),
    "lateral-raise": ("LS", ["Wide wings.", "Neck soft."]),
}
DRILLS = ["arm-swing", "ankle-lean", "march", "walk", "belly-breathing"]

MESSAGES = [
    "Your next posture is your best posture.", "Time to shift.", "Feet down, shoulders soft.", "Stand for two minutes.",
    "Screen too low? Raise it.", "Slide your hips back.", "Let your shoulders drop.", "Glide your chin back.",
    "Squeeze your shoulder blades.", "Turn left, turn right.", "Walk for water.",
    "Look far away; blink.", "Elbows in, mouse closer.", "Unclench your jaw.", "Three slow breaths.",
    "Take the next call standing.", "Reach up tall.", "Two-minute band set?", "Good work. Five-minute break.",
]  # fmt: skip

LESSONS = [
    "why-the-upper-back-hurts", "sitting-well", "standing-phones-and-bags", "driving-sleep-and-rest", "running-well",
    "the-wall-test", "ordinary-soreness", "sore-back-and-return", "when-to-see-a-doctor", "how-this-program-decides",
]  # fmt: skip

# Promises, fear, scolding, and medicines.
FORBIDDEN = re.compile(
    r"\b(cur(e|es|ed|ing)|heal(s|ed|ing)?|damag\w*|guarantee\w*|miracle|wrong posture|lazy|you may have|"
    r"ibuprofen|paracetamol|acetaminophen|aspirin|diclofenac|naproxen)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def library() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


def test_nothing_shipped_has_a_problem(library: Catalogue) -> None:
    assert [str(problem) for problem in library.problems] == []


@pytest.mark.parametrize("id_", [*BASE, *DRILLS])
def test_every_exercise_of_the_evidence_is_there(library: Catalogue, id_: str) -> None:
    assert id_ in library.exercises


@pytest.mark.parametrize("id_", BASE)
def test_the_evidence_s_cues_are_said_and_its_checks_asked(library: Catalogue, id_: str) -> None:
    letters, cues = BASE[id_]
    exercise = library.exercises[id_]
    assert [str(cue) for cue in exercise.cues] == cues
    asked = set(exercise.check_first)
    assert asked <= set().union(*(LETTERS[letter] for letter in letters))
    for letter in letters:
        assert asked & LETTERS[letter], f"{id_} asks nothing for {letter}"


def missing(exercise: Exercise) -> list[str]:
    """What a complete exercise would have that this one lacks."""
    wanted = {
        "also": exercise.also,
        "muscles": exercise.muscles,
        "4 to 6 steps": 4 <= len(exercise.steps) <= 6,
        # Form cues come every few seconds; through half an hour of running they would nag, so its routine has its own.
        "cues": exercise.cues or exercise.id == "easy-run",
        "mistakes": exercise.mistakes,
        "phases": exercise.phases,
        "basis of movement and dose": exercise.basis.keys() == {"movement", "dose"},
        "an area the wall test or the figure knows": exercise.areas,
        "basis among the sources": {s for b in exercise.basis.values() for s in b} - {"general-knowledge", "own-choice"}
        <= set(exercise.sources),
        "short cues": all(len(str(cue)) <= 30 for cue in exercise.cues),
        "a description of 40 to 130 characters": 40 <= len(str(exercise.describe)) <= 130,
    }
    return [name for name, value in wanted.items() if not value]


def test_every_exercise_is_complete(library: Catalogue) -> None:
    assert {id_: lacks for id_, exercise in library.exercises.items() if (lacks := missing(exercise))} == {}


def test_no_exercise_claims_a_review_that_has_not_been(library: Catalogue) -> None:
    assert [id_ for id_, exercise in library.exercises.items() if exercise.reviewed] == []


def test_easier_and_harder_point_at_each_other(library: Catalogue) -> None:
    for id_, exercise in library.exercises.items():
        if exercise.harder:
            assert library.exercises[exercise.harder].easier == id_
        if exercise.easier:
            assert library.exercises[exercise.easier].harder == id_


def test_every_rated_area_is_answered(library: Catalogue) -> None:
    assert [id_ for id_, area in library.areas.items() if area.rated] == RATED
    for id_ in RATED:
        area = library.areas[id_]
        assert len(area.exercises) >= 2
        assert area.routines
        assert all(id_ in library.exercises[name].areas for name in area.exercises)


# Nobody is told to lean over a chair: most at a desk have wheels and tilt.
RISING = {"Reach up and lift your breastbone.", "Lift your breastbone."}
OF_THEIR_OWN = ("wall-test", "quiet-office", "before-a-drive", "sit-and-stand")  # the paper gives no words for these


def test_the_messages_are_the_paper_s_and_no_others(library: Catalogue) -> None:
    said = {str(m) for one in library.reminders.values() if one.id not in OF_THEIR_OWN for m in one.messages}
    assert said == {*MESSAGES, *RISING}


CHAIR_TO_LEAN_ON = "thoracic-extension-chair"


def test_nothing_at_the_desk_leans_on_a_chair(library: Catalogue) -> None:
    """A chair with wheels gives way behind somebody who leans over its back with eyes shut."""
    at_desk = [one.id for one in library.routines.values() if one.goal == "desk"]
    assert {"desk-reset"} <= set(at_desk)
    done = {step.exercise for id_ in at_desk for step in exercise_steps(library.routines[id_].steps)}
    shown = {m.exercise for one in library.reminders.values() for m in one.messages}
    assert CHAIR_TO_LEAN_ON not in done | shown


@pytest.mark.parametrize(
    ("id_", "every", "at", "offer", "enabled"),
    [
        ("change-position", 1800, (), None, True),
        ("five-minute-break", 3600, (), "walking-break", True),
        ("desk-reset", None, (10 * 60 + 30, 15 * 60), "desk-reset", True),
        ("two-minute-band", None, (16 * 60 + 30,), "two-minute-band", False),
        ("wall-test", None, (18 * 60,), "wall-test", True),  # barefoot, so at home
        ("quiet-office", 1800, (), None, False),
        ("before-a-drive", None, (17 * 60,), "desk-reset", False),
        ("sit-and-stand", 1200, (), None, False),
    ],
)
def test_reminders_come_when_the_evidence_paper_chose(
    library: Catalogue, id_: str, every: float | None, at: tuple[int, ...], offer: str | None, enabled: bool
) -> None:
    reminder = library.reminders[id_]
    assert (reminder.every, reminder.at, reminder.offer, reminder.enabled) == (every, at, offer, enabled)
    assert reminder.away_counts == 300
    assert reminder.snooze == (300, 600, 900)


def test_the_wall_test_follows_its_protocol(library: Catalogue) -> None:
    test = library.tests["wall-test"]
    check = next(step for step in test.steps if isinstance(step, CheckStep))
    assert [point.id for point in check.points] == [
        "head", "shoulder-blades", "buttocks", "left-hand", "right-hand", "calves", "low-back-gap",
    ]  # fmt: skip
    assert sum(max(answer.points for answer in point.answers) for point in check.points) == 14
    assert [answer.points for answer in check.points[-1].answers] == [2, 1, 0]
    assert check.points[-1].ask != check.ask
    assert [step.seconds for step in test.steps if isinstance(step, HoldStep)] == [30]
    assert [step.of for step in test.steps if isinstance(step, RecheckStep)] == [check.id]
    rate = next(step for step in test.steps if isinstance(step, RateStep))
    assert (list(rate.areas), rate.scale, rate.sides) == (RATED, (0, 10), True)
    assert [step.optional for step in test.steps if isinstance(step, MeasureStep)] == [True]
    assert (test.advice.areas, test.advice.from_, test.again_after) == (2, 3, 7 * 86400)


def test_every_condition_has_its_letter(library: Catalogue) -> None:
    assert set().union(*LETTERS.values()) == set(library.safety.conditions)


def test_ten_lessons_of_a_readable_length(library: Catalogue) -> None:
    assert [lesson.id for lesson in in_order(library.lessons.values())] == LESSONS
    for lesson in library.lessons.values():
        assert 300 <= len(lesson.body.split()) <= 600
        assert lesson.sources


def test_every_source_is_cited_and_says_how_much_was_read(library: Catalogue) -> None:
    everything = [
        *library.exercises.values(), *library.routines.values(), *library.tests.values(), *library.plans.values(),
        *library.reminders.values(), *library.lessons.values(), *library.safety.questions,
    ]  # fmt: skip
    cited = {source for value in everything for source in value.sources}
    assert sorted(set(library.sources) - cited) == []
    assert {source.read for source in library.sources.values()} <= {"full", "abstract", "excerpt"}


def test_who_is_cited_in_a_lesson_is_found_among_its_sources_by_name_and_year(library: Catalogue) -> None:
    lost = []
    for lesson in library.lessons.values():
        sources = [library.sources[one] for one in lesson.sources]
        known = {(one.authors or "", str(one.year)) for one in sources}
        cited = re.findall(
            r"([A-Z]\w+(?: and (?:colleagues|[A-Z]\w+))?),?\s+\(?(\d{4})\)", re.sub(r"\s+", " ", lesson.body)
        )
        lost += [(lesson.id, *one) for one in cited if one not in known]
    assert lost == []


def test_the_address_of_a_source_leads_to_it(library: Catalogue) -> None:
    """No home page in the place of a page, and DOIs without the address before them."""
    sources = library.sources.values()
    assert [one.id for one in sources if one.url and not re.fullmatch(r"https?://[^/\s]+/[^\s]+", one.url)] == []
    assert [one.id for one in sources if one.doi and not re.fullmatch(r"10\.\d{4,}/\S+", one.doi)] == []


def test_no_file_promises_frightens_or_names_a_medicine() -> None:
    found = {
        f"{file.name}: {match[0]}"
        for file in resources.routines().rglob("*")
        if file.suffix in (".yaml", ".md")
        for match in FORBIDDEN.finditer(file.read_text(encoding="utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("x/routines/reminders/mine.yaml", "reminder"),
        ("x/routines/lessons/de/mine.md", "lesson"),
        ("x/media/figures/mine.yaml", "figure"),
        ("x/routines/areas.yaml", "areas"),
        ("x/routines/guided/areas.yaml", "routine"),
        ("x/routines/mine.yaml", None),
        ("mine.yaml", None),
    ],
)
def test_the_place_of_a_file_tells_its_kind(file: str, kind: str | None) -> None:
    assert kind_by_place(Path(file)) == kind
