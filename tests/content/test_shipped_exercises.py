"""What the shipped exercises say: plain names and words, what makes a band safe, the way back up, and a way to each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

import pytest

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.laid_doses import exercise_steps
from coach.content.library import Folders, load
from coach.content.model import Exercise, Figure
from coach.progression.conditions import barring, standing_in

# A muscle, or some, by name. Half a sentence after a comma of its own has one of these, or begins small.
MUSCLES = re.compile(r"[A-Z][a-z]+( [a-z]+){0,3}")
NO_NAME = re.compile(r"\b(a|as|at|by|for|in|of|on|the|to|which|with|you|whole|easily|gentle)\b", re.IGNORECASE)

# Words that a layman reads wrongly, does not know, or says otherwise, and what is said here.
PLAINLY = {
    "low back": "lower back", "glutes": "buttocks", "abdomen": "belly", "tail": "pelvis", "goalposts": "as in hands up",
    "buckle up": "belt buckle up", "paint": "slow and smooth", "melts": "let it sink", "nose to pocket": "to armpit",
    "yank": "pull", "kinder": "more comfortable", "degrees": "a right angle, half way", "side follows": "then right",
}  # fmt: skip
JARGON = re.compile(
    r"\b(thoracic|scapular|trapezius|levator|flexor|extension|rotation|prone|supine|lat|glute)\b", re.IGNORECASE
)
# Two names that say what turns, in plain English.
PLAIN_ENOUGH = {"seated-rotation", "standing-rotation"}


@pytest.fixture(scope="module")
def library() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


def words_of(exercise: Exercise) -> str:
    told = (exercise.describe, exercise.described("left"), exercise.described("right"), *exercise.steps_on("left"))
    return " ".join(map(str, (*told, *exercise.steps, *exercise.cues, *exercise.mistakes)))


def test_muscles_are_names_and_not_what_a_comma_cut_from_a_sentence(library: Catalogue) -> None:
    found = {
        exercise.id: str(muscle)
        for exercise in library.exercises.values()
        for muscle in exercise.muscles
        if not MUSCLES.fullmatch(str(muscle)) or NO_NAME.search(str(muscle))
    }
    assert found == {}


def test_the_title_is_the_plain_name_and_the_jargon_another(library: Catalogue) -> None:
    titles = {id_: str(exercise.title) for id_, exercise in library.exercises.items() if id_ not in PLAIN_ENOUGH}
    assert {id_: title for id_, title in titles.items() if JARGON.search(title)} == {}
    assert "Levator stretch" in map(str, library.exercises["levator-stretch"].also)


def test_words_are_those_of_a_layman_and_british(library: Catalogue) -> None:
    found = {
        (id_, word): said
        for id_, exercise in library.exercises.items()
        for word, said in PLAINLY.items()
        if re.search(rf"(?<!belt )\b{word}", words_of(exercise), re.IGNORECASE)
    }
    assert found == {}


def test_whoever_needs_a_band_is_told_what_makes_it_safe(library: Catalogue) -> None:
    for exercise in (one for one in library.exercises.values() if "band" in one.needs):
        steps = " ".join(map(str, exercise.steps))
        assert "Throw it away if it is nicked" in steps, exercise.id
        assert "latex-free" in steps, exercise.id


def test_a_band_that_is_fixed_needs_what_cannot_give_way(library: Catalogue) -> None:
    bands = [one for one in library.exercises.values() if "band" in one.needs]
    anchored = {one.id for one in bands if "anchor" in one.needs}
    assert anchored == {one.id for one in bands if re.search(r"\bfix", words_of(one), re.IGNORECASE)}
    assert anchored >= {"band-row", "face-pull"}
    for id_ in anchored:
        steps = " ".join(map(str, library.exercises[id_].steps))
        assert all(said in steps for said in ("Face turned aside", "cannot give way", "closes towards you")), id_
        assert str(library.exercises[id_].describe).startswith("Band fixed "), id_


def test_whoever_stands_on_a_band_wears_shoes(library: Catalogue) -> None:
    bands = [one for one in library.exercises.values() if "band" in one.needs]
    standing_on = [one for one in bands if "stand on" in words_of(one)]
    assert standing_on
    assert [one.id for one in standing_on if not str(one.describe).startswith("In shoes, stand on")] == []
    assert [one.id for one in standing_on if "not bare feet" not in words_of(one)] == []


DOWN = ("supine", "prone", "side-lying", "kneeling", "all-fours")
FROM_THE_BACK = r"to your side(, rest a moment,)? and come up slowly\.$|take your time to come up\.$"
FROM_THE_FLOOR = FROM_THE_BACK + r"|come up slowly\.$|[Tt]o come up, .*take your time\.$|up slowly from your side\.$"


def test_whoever_is_down_is_told_how_to_come_up(library: Catalogue) -> None:
    """From the back or the belly over the side; on a mat one sits on the floor, too."""
    silent = []
    for one in library.exercises.values():
        way = FROM_THE_BACK if one.position in ("supine", "prone") else FROM_THE_FLOOR
        if (one.position in DOWN or "mat" in one.needs) and not re.search(way, str(one.steps[-1])):
            silent.append(one.id)
    assert silent == []


def kit_drawn(figure: Figure) -> set[str]:
    """What a figure stands, sits, lies or leans on, or holds, as `needs` names it."""
    drawn = {next(iter(prop)) if isinstance(prop, Mapping) else str(prop) for prop in figure.props}
    return {"foam-roller" if name == "roller" else name for name in drawn}


def test_what_one_needs_is_what_the_figure_shows(library: Catalogue) -> None:
    """A band is fixed to something on a wall, or to nothing that is drawn; all else is shown, and needed."""
    differing = {}
    for one in library.exercises.values():
        drawn, needed = kit_drawn(library.figures[one.figure or ""]), set(one.needs)
        if "anchor" in needed:
            drawn, needed = drawn - {"wall"}, needed - {"anchor"}
        if drawn != needed:
            differing[one.id] = drawn ^ needed
    assert differing == {}


@pytest.mark.parametrize("kit", ["wall", "mat", "towel", "doorway", "step", "roller"])
def test_what_is_spoken_of_is_needed(library: Catalogue, kit: str) -> None:
    names = {"roller": "foam-roller", "step": "step"}
    of_a_thing = re.compile(
        rf"\b(a|the|low|folded|rolled) {kit}\b(?! (ahead|back|behind|forward|through))", re.IGNORECASE
    )
    spoken = [one for one in library.exercises.values() if of_a_thing.search(str(one.describe))]
    assert [one.id for one in spoken if names.get(kit, kit) not in one.needs] == []


def test_whoever_moves_or_loads_the_neck_is_told_when_to_stop(library: Catalogue) -> None:
    sitting = [
        one for one in library.exercises.values() if one.areas[0].startswith("neck") and one.position == "sitting"
    ]
    assert len(sitting) >= 5
    for one in (*sitting, library.exercises["chin-tuck-lying"], library.exercises["levator-stretch"]):
        assert "Stop if you feel dizzy, see double, or an arm tingles." in " ".join(map(str, one.steps)), one.id
    assert any("double vision, slurred speech" in str(rule) for rule in library.safety.stop)


ASKED_OF = {
    "supine": {"pregnancy"},
    "prone": {"pregnancy", "operation"},
    "kneeling": {"kneeling-pain", "joint-replacement"},
    "all-fours": {"kneeling-pain", "wrist-pain", "joint-replacement"},
}


@pytest.mark.parametrize("position", ASKED_OF)
def test_a_position_asks_of_those_whom_it_may_hurt(library: Catalogue, position: str) -> None:
    found = [one for one in library.exercises.values() if one.position == position]
    assert found
    assert {one.id: left for one in found if (left := ASKED_OF[position] - set(one.check_first))} == {}


def test_every_band_asks_for_an_allergy_and_what_stands_in_needs_none(library: Catalogue) -> None:
    for exercise in (one for one in library.exercises.values() if "band" in one.needs):
        assert "latex" in exercise.check_first, exercise.id
        other = standing_in(exercise, {"latex"}, library.exercises)
        assert other is None or "band" not in other.needs, exercise.id


# Who is barred from one of these still has something to do in its place; the first is what comes.
STANDING_IN = [
    ("push-up-plus", "pregnancy", "push-up-plus-wall"),
    ("push-up-plus", "operation", "push-up-plus-wall"),
    ("side-plank", "blood-pressure", "side-plank-wall"),
    ("plank", "operation", "plank-wall"),
    ("prone-t", "operation", "hinge-t"),
    ("hinge-t", "dizziness", "scapular-squeeze"),
    ("prone-cobra", "operation", "standing-back-lean"),
    ("superman", "shoulder-injury", "prone-cobra"),
    ("thoracic-extension-chair", "dizziness", "bruegger-relief"),
    ("thoracic-extension-roller", "pregnancy", "thoracic-extension-chair"),
    ("childs-pose", "dizziness", "seated-side-bend"),
    ("childs-pose", "kneeling-pain", "lat-stretch-desk"),
    ("thread-the-needle", "glaucoma", "open-book"),
    ("thread-the-needle", "shoulder-injury", "seated-rotation"),
    ("bird-dog", "joint-replacement", "heel-taps"),
    ("hip-flexor-stretch", "joint-replacement", "hip-flexor-standing"),
    ("cat-cow", "joint-replacement", "cat-cow-seated"),
    ("dead-bug", "pregnancy", "bird-dog-leg"),
    ("belly-breathing", "pregnancy", "rib-breathing"),
    ("deep-neck-flexor-nod", "pregnancy", "chin-tuck"),
    ("easy-run", "heart-condition", "walk"),
    ("march", "blood-pressure", "walk"),
    ("band-row", "latex", "scapular-squeeze"),
    ("band-pull-apart", "latex", "hinge-t"),
    ("face-pull", "latex", "hinge-w"),
    ("wall-slide-band", "latex", "wall-slide"),
    ("levator-stretch", "dizziness", None),
]


def test_what_takes_the_place_is_gentler_and_asks_nothing(library: Catalogue) -> None:
    found = {(id_, condition): (id_, condition, taking(library, id_, condition)) for id_, condition, _ in STANDING_IN}
    assert list(found.values()) == STANDING_IN


def taking(library: Catalogue, id_: str, condition: str) -> str | None:
    assert condition in library.exercises[id_].check_first, f"{id_} does not ask for {condition}"
    other = standing_in(library.exercises[id_], {condition}, library.exercises)
    return other.id if other is not None else None


def test_nobody_with_any_two_conditions_meets_what_one_of_them_bars(library: Catalogue) -> None:
    pairs = list(combinations(library.safety.conditions, 2))
    for exercise in library.exercises.values():
        met = [(pair, standing_in(exercise, pair, library.exercises)) for pair in pairs]
        assert [pair for pair, other in met if other is not None and barring(other, pair)] == [], exercise.id


def test_the_chair_s_safety_comes_before_the_movement(library: Catalogue) -> None:
    assert str(library.exercises["thoracic-extension-chair"].describe).startswith("On a firm chair without wheels:")


def test_a_description_is_said_within_nine_seconds(library: Catalogue) -> None:
    spoken_letters_a_second = 15
    long = {id_: len(str(one.describe)) / spoken_letters_a_second for id_, one in library.exercises.items()}
    assert {id_: seconds for id_, seconds in long.items() if seconds > 9} == {}


def neighbours(library: Catalogue, id_: str) -> Iterator[str]:
    exercise = library.exercises[id_]
    yield from (one for one in (exercise.easier, exercise.harder, *exercise.instead.values()) if one)


def test_every_exercise_is_reached_from_a_routine_an_area_or_a_ladder_of_one(library: Catalogue) -> None:
    reached = {step.exercise for routine in library.routines.values() for step in exercise_steps(routine.steps)}
    reached |= {id_ for area in library.areas.values() for id_ in area.exercises}
    to_see = list(reached)
    while to_see:
        new = set(neighbours(library, to_see.pop())) - reached
        reached |= new
        to_see += new
    assert set(library.exercises) - reached == set()


def test_a_routine_for_a_rated_area_has_an_exercise_that_works_it(library: Catalogue) -> None:
    for id_, area in library.areas.items():
        for name in area.routines:
            steps = exercise_steps(library.routines[name].steps)
            assert any(id_ in library.exercises[step.exercise].areas for step in steps), (id_, name)


def test_an_area_of_the_desk_is_not_answered_by_a_run_first(library: Catalogue) -> None:
    """Who rates the front of the hips after a day of sitting need not run."""
    rated = [area for area in library.areas.values() if area.rated]
    assert [area.id for area in rated if area.routines[0].startswith(("after-run", "before-run", "run-"))] == []


CHANGING = re.compile(r"\b(change|turn round|roll over|other (side|edge)|in turn)\b", re.IGNORECASE)
# It turns the head, and nothing else of it changes.
TURNS_THE_HEAD = "Turn your head half way to the other side. Your trunk faces forward."


def mirrored(text: str) -> str:
    """As a mirror shows it: left is right there."""
    other = {"left": "right", "right": "left", "Left": "Right", "Right": "Left"}
    return re.sub(r"\b([Ll]eft|[Rr]ight)\b", lambda found: other[found[0]], text)


def test_of_one_side_alone_the_words_fit_that_side_and_tell_nobody_to_change(library: Catalogue) -> None:
    sided = [one for one in library.exercises.values() if one.dose.settled().sides in ("both", "alternate")]
    assert len(sided) >= 37
    for exercise in sided:
        left, right = str(exercise.described("left")), str(exercise.described("right"))
        assert re.search(r"\bleft\b", left, re.IGNORECASE), exercise.id
        assert right == mirrored(left), exercise.id
        if exercise.dose.settled().sides == "both":  # left first, in the same words; then how to change
            assert re.fullmatch(re.escape(left) + r" Then [^.]+\.", str(exercise.described("both"))), exercise.id
        for side in ("left", "right"):
            told = [str(exercise.described(side)), *map(str, exercise.steps_on(side)), *map(str, exercise.cues)]
            assert [text for text in told if CHANGING.search(text) and text != TURNS_THE_HEAD] == [], exercise.id
        assert exercise.described("both") == exercise.described("none") == exercise.describe
        assert exercise.steps_on("both") == exercise.steps
