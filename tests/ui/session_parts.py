"""Parts for the session's and the wall test's windows: a small library, a real store and conductor, a clock of ours."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from coach.content.catalogue import Catalogue
from coach.content.model import (
    Answer,
    Area,
    CheckStep,
    Coaching,
    CoachingEvent,
    ContactPoint,
    DoseLayer,
    Exercise,
    ExerciseStep,
    HoldStep,
    MeasureStep,
    RateStep,
    RecheckStep,
    RestStep,
    Routine,
    Safety,
    SafetyQuestion,
    SayStep,
    Test,
    Text,
    Tier,
)
from tests.fakes import EMPTY, FakeClock
from tests.session.library import DoseKeys
from tests.ui.parts import FakeParts


def exercise(ident: str, title: str, **dose: Unpack[DoseKeys]) -> Exercise:
    return Exercise(
        id=ident,
        title=Text(title),
        areas=("neck",),
        position="standing",
        describe=Text(f"{title}, slowly."),
        dose=DoseLayer(**dose),
        steps=tuple(Text(step) for step in ("Stand tall.", "Slide your arms up.", "Slide them down.")),
        cues=(Text("Slow as paint."),),
        needs=("wall",),
        phases={"move": Text("Slide up")},
    )


EXERCISES = {
    found.id: found
    for found in (
        exercise("angel", "Wall angel", sets=2, reps=4, move=2.0, hold=1.0, back=2.0, rest=10.0),
        exercise("plank", "Plank", for_seconds=30.0),
        exercise("own", "Push-up", reps=6, own_pace=True),
        exercise("wall-sit", "Wall sit", as_long_as_possible=True, up_to=60.0),
        exercise("lunge", "Lunge", reps=3, move=1.0, hold=0.0, back=1.0, sides="alternate"),
    )
}
COACHING = Coaching(
    {
        "prepare": CoachingEvent((Text("{routine}. First: {exercise}."),)),
        "next": CoachingEvent((Text("Next: {exercise}."),)),
        "go": CoachingEvent(sound="go"),
        "countdown": CoachingEvent(sound="tick", last=3.0),
        "done": CoachingEvent((Text("Well done."),), sound="done"),
    }
)
MIXED = Routine(
    id="mixed",
    title=Text("Mixed bag"),
    prepare=5.0,
    between=5.0,
    effort=(2, 4),
    steps=(
        ExerciseStep("angel"),
        ExerciseStep("plank"),
        ExerciseStep("own"),
        ExerciseStep("wall-sit"),
        RestStep(10.0),
        ExerciseStep("lunge"),
        SayStep(Text("Shake out your arms."), None),
    ),
)
ANSWERS = (Answer(Text("Easily"), 2), Answer(Text("With effort"), 1), Answer(Text("No"), 0))
WALL_TEST = Test(
    id="wall-test",
    title=Text("30-second wall test"),
    summary=Text("Your own change from week to week."),
    needs=("wall",),
    before=(Text("Barefoot."), Text("The same wall.")),
    again_after=7 * 86400.0,
    steps=(
        SayStep(Text("Stand with your back to the wall."), 5.0),
        CheckStep(
            "contact",
            Text("Does it touch the wall?"),
            ANSWERS,
            (
                ContactPoint("head", Text("Back of the head"), Text("Does it touch the wall?"), ANSWERS, "neck"),
                ContactPoint("hands", Text("Backs of the hands"), Text("Does it touch the wall?"), ANSWERS, "chest"),
            ),
        ),
        SayStep(Text("Take one step forward."), 4.0),
        HoldStep("hold", 30.0),
        SayStep(Text("Step back."), 4.0),
        RecheckStep("carry-over", "contact"),
        RateStep("tension", Text("Where do you feel the most tension?"), ("neck", "chest"), (0, 10), True),
        MeasureStep("occiput", Text("Gap between skull and wall"), "cm", 0.0, 30.0, True),
    ),
)
SAFETY = Safety(
    tiers={
        "emergency": Tier("emergency", Text("Call your emergency number now."), True),
        "urgent": Tier("urgent", Text("Contact a doctor today."), True),
        "soon": Tier("soon", Text("Book before starting.")),
    },
    questions=(
        SafetyQuestion("chest-pain", Text("Do you have chest pain?"), "emergency"),
        SafetyQuestion("fever", Text("Do you have a fever?"), "urgent"),
        SafetyQuestion(
            "upper-back-unchecked",
            Text("Is there new pain between the blades?"),
            "urgent",
            Text("Get it checked."),
            checkable=True,
        ),
        SafetyQuestion("six-weeks", Text("Has it lasted over six weeks?"), "soon"),
    ),
    disclaimer=Text("General exercise information, not a diagnosis."),
    stop=(Text("Pain of 6 or more."), Text("Dizziness.")),
)
AREAS = {
    "neck": Area("neck", Text("Neck, base of the skull"), (Text("Suboccipitals"),), True, ("angel",), ("mixed",)),
    "chest": Area("chest", Text("Chest"), (Text("Pectorals"),), True, ("plank",), ()),
}


SMALL = replace(
    EMPTY,
    exercises=EXERCISES,
    routines={"mixed": MIXED},
    tests={"wall-test": WALL_TEST},
    coaching=COACHING,
    areas=AREAS,
    safety=SAFETY,
)


class WindowParts(FakeParts):
    """The real parts over a small library of the tests' own."""

    def __init__(self, catalogue: Catalogue = SMALL, *, muted: bool = False) -> None:
        super().__init__(catalogue, clock=FakeClock(), muted=muted)
