"""The evidence paper's exercises and variants: which there are, what is easier and harder, each dose and check."""

from __future__ import annotations

import pytest

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, load
from coach.content.model import Exercise

# A line for each exercise of the paper's section 2, its variants that are other movements to the left (easier) and
# right (harder). What the paper changes in dose, load or range alone has no file: the steps or the rules say it.
CHAINS = [
    ["chin-tuck-lying", "chin-tuck", "chin-tuck-resisted"],
    ["deep-neck-flexor-nod", "deep-neck-flexor-lift"],
    ["scapular-squeeze", "scapular-squeeze-band"],
    ["wall-slide", "wall-slide-band"],
    ["wall-angel-lying", "wall-angel-low", "wall-angel", "wall-angel-sitting"],
    ["hinge-y", "prone-y"],
    ["hinge-t", "prone-t", "prone-t-rotation"],
    ["hinge-w", "prone-w"],
    ["breastbone-lift", "thoracic-extension-chair", "thoracic-extension-roller"],
    ["towel-extension"],
    ["doorway-stretch-one-arm", "doorway-stretch", "doorway-stretch-high"],
    ["bruegger-relief", "bruegger-band"],
    ["band-pull-apart-wide", "band-pull-apart"],
    ["band-row", "band-row-one-arm"],
    ["band-row-wide", "face-pull"],
    ["external-rotation-free", "band-external-rotation", "band-external-rotation-one-arm"],
    ["bird-dog-leg", "bird-dog"],
    ["cat-cow-seated", "cat-cow"],
    ["open-book", "thread-the-needle", "thread-the-needle-reach"],
    ["seated-rotation", "standing-rotation"],
    ["standing-back-lean", "prone-cobra", "prone-cobra-w", "superman"],
    ["heel-taps", "dead-bug", "dead-bug-straight"],
    ["plank-wall", "plank-knees", "plank"],
    ["side-plank-wall", "side-plank-knees", "side-plank", "side-plank-leg-lift"],
    ["glute-bridge-half", "glute-bridge", "glute-bridge-single"],
    ["upper-trapezius-stretch", "upper-trapezius-stretch-hand"],
    ["levator-stretch", "levator-stretch-hand"],
    ["lat-stretch-desk", "childs-pose", "childs-pose-palms-up"],
    ["hip-flexor-standing", "hip-flexor-stretch", "hip-flexor-arm-up"],
    ["push-up-plus-wall", "push-up-plus", "push-up-plus-full"],
    ["lateral-raise-one-arm", "lateral-raise"],
    ["calf-raise", "calf-raise-single"],
    ["mini-squat", "step-down"],
    ["clamshell", "side-leg-lift"],
    ["sit-to-stand"], ["single-leg-stand"], ["calf-stretch"], ["hamstring-stretch"], ["leg-swing"], ["hip-hinge"],
    ["arm-swing"], ["ankle-lean"], ["march"], ["walk"], ["belly-breathing"],
    ["rib-breathing"], ["side-lying-breath"], ["seated-side-bend"], ["tall-standing"], ["shoulder-roll"],
    ["neck-press-front"], ["neck-press-side"], ["neck-press-back"],
    ["easy-run"],  # the cue track's
]  # fmt: skip

# Sets x repetitions or seconds, the seconds of a hold, whether a side each; of ranges the lower end.
DOSES = {
    "chin-tuck": "1x8 hold 5", "deep-neck-flexor-nod": "1x5 hold 5", "scapular-squeeze": "2x10 hold 3",
    "wall-slide": "2x8", "wall-angel": "2x8 hold 1", "prone-y": "2x8 hold 2", "prone-t": "2x8 hold 2",
    "prone-w": "2x8 hold 2", "thoracic-extension-chair": "1x8 hold 2", "thoracic-extension-roller": "1x8 hold 2",
    "doorway-stretch": "2x30 s", "bruegger-relief": "1x20 s", "band-pull-apart": "2x12 hold 1",
    "band-row": "2x12 hold 1", "face-pull": "2x10", "band-external-rotation": "2x12 hold 1",
    "bird-dog": "1x6 hold 3 a side", "cat-cow": "1x8 hold 1", "thread-the-needle": "1x5 hold 1 a side",
    "seated-rotation": "1x6 hold 1 a side", "prone-cobra": "2x5 hold 5", "dead-bug": "2x6 a side", "plank": "2x20 s",
    "side-plank": "1x20 s a side", "glute-bridge": "2x10 hold 2", "upper-trapezius-stretch": "1x30 s a side",
    "levator-stretch": "1x30 s a side", "childs-pose": "1x20 s a side", "hip-flexor-stretch": "1x30 s a side",
    "push-up-plus": "2x10", "lateral-raise": "up to 120 s", "prone-cobra-w": "2x5 hold 3",
    "towel-extension": "2x30 s", "seated-side-bend": "1x20 s a side",
}  # fmt: skip

# What the variants ask first, by the paper's letters, where it is not what the exercise itself asks: one stands where
# the other kneels or lies.
LETTERS = {
    "osteoporosis": "O", "neck-injury": "N", "arm-symptoms": "N", "shoulder-injury": "S", "pregnancy": "P",
    "kneeling-pain": "K", "wrist-pain": "K", "blood-pressure": "H", "glaucoma": "H", "painful-extension": "X",
    "painful-bending": "B", "dizziness": "D", "heart-condition": "C", "operation": "R", "joint-replacement": "J",
    "latex": "L",
}  # fmt: skip
OTHERWISE = {
    "chin-tuck-lying": "DNP", "chin-tuck-resisted": "DNS",
    "scapular-squeeze-band": "LS", "wall-slide-band": "LS", "wall-angel-lying": "PS",
    "hinge-y": "BDHS", "hinge-t": "BDHS", "hinge-w": "BDHS", "thoracic-extension-roller": "DNOPS",
    "bruegger-band": "L", "external-rotation-free": "S", "cat-cow-seated": "O", "open-book": "JNOS",
    "standing-back-lean": "DOX", "prone-cobra-w": "OPRSX", "superman": "OPRSX", "plank-wall": "HS",
    "side-plank-wall": "S", "upper-trapezius-stretch-hand": "DNO", "lat-stretch-desk": "BDHOS",
    "hip-flexor-standing": "", "hip-flexor-arm-up": "JKS", "push-up-plus-wall": "KS", "calf-raise-single": "D",
    "step-down": "DJ", "clamshell": "J", "side-leg-lift": "J", "sit-to-stand": "DJ", "single-leg-stand": "D",
    "hamstring-stretch": "BDH", "leg-swing": "DJ", "hip-hinge": "BDH", "march": "CH", "belly-breathing": "P",
    "side-lying-breath": "S", "shoulder-roll": "S", "neck-press-front": "DN", "neck-press-side": "DN",
    "neck-press-back": "DNS", "easy-run": "CHR",
}  # fmt: skip


@pytest.fixture(scope="module")
def library() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


def test_the_library_holds_these_exercises_and_no_others(library: Catalogue) -> None:
    assert sorted(library.exercises) == sorted(id_ for chain in CHAINS for id_ in chain)


def test_a_chain_leads_from_the_easiest_to_the_hardest_and_back(library: Catalogue) -> None:
    for chain in CHAINS:
        links = [(library.exercises[id_].easier, library.exercises[id_].harder) for id_ in chain]
        assert links == list(zip([None, *chain[:-1]], [*chain[1:], None], strict=True)), chain


def dose_in_short(exercise: Exercise) -> str:
    dose = exercise.dose.settled()
    if dose.as_long_as_possible:
        return f"up to {dose.up_to:.0f} s"
    amount = f"{dose.sets}x{dose.reps}" if dose.reps else f"{dose.sets}x{dose.for_seconds or 0:.0f} s"
    hold = f" hold {dose.hold:.0f}" if dose.reps and dose.hold else ""
    return amount + hold + (" a side" if dose.sides in ("both", "alternate") else "")


def test_each_exercise_s_own_dose(library: Catalogue) -> None:
    assert {id_: dose_in_short(library.exercises[id_]) for id_ in DOSES} == DOSES


def test_rests_are_those_of_strength_control_and_stretch(library: Catalogue) -> None:
    doses = {id_: exercise.dose.settled() for id_, exercise in library.exercises.items()}
    assert {dose.rest for dose in doses.values() if dose.sets > 1} == {10, 30, 45}
    stretches = [dose for id_, dose in doses.items() if "acsm-stretching-2021" in library.exercises[id_].sources]
    assert all(10 <= (dose.for_seconds or 0) <= 30 and (dose.sets == 1 or dose.rest == 10) for dose in stretches)
    strength = [dose for id_, dose in doses.items() if library.exercises[id_].basis["dose"] == ("too-fit-to-fracture",)]
    assert all(8 <= (dose.reps or 0) <= 12 and dose.rest == 45 for dose in strength)


def test_a_variant_asks_what_its_exercise_asks(library: Catalogue) -> None:
    asked = {id_: {LETTERS[name] for name in exercise.check_first} for id_, exercise in library.exercises.items()}
    for chain in CHAINS:
        usual = next((asked[id_] for id_ in chain if id_ in DOSES), set())
        for id_ in chain:
            assert asked[id_] == (set(OTHERWISE[id_]) if id_ in OTHERWISE else usual), id_


def test_sources_are_those_of_the_basis_and_no_more(library: Catalogue) -> None:
    marks = {"general-knowledge", "own-choice"}
    for exercise in library.exercises.values():
        named = {source for basis in exercise.basis.values() for source in basis} - marks
        assert set(exercise.sources) == named, exercise.id
        assert "general-knowledge" in exercise.basis["movement"]  # steps, cues and mistakes are, in each of them


def test_the_trials_vouch_for_what_they_tried(library: Catalogue) -> None:
    def resting_on(source: str) -> list[str]:
        return sorted(id_ for id_, exercise in library.exercises.items() if source in exercise.sources)

    assert resting_on("cools-2007") == ["prone-t-rotation"]
    assert resting_on("jull-2009") == ["deep-neck-flexor-nod"]
    assert resting_on("andersen-2011") == ["lateral-raise"]
    assert resting_on("bristol-chiropractic") == ["bruegger-band", "bruegger-relief"]
