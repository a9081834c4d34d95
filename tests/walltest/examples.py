"""A small wall test with the parts of the shipped one."""

from __future__ import annotations

from coach.content.model import (
    Answer,
    CheckStep,
    ContactPoint,
    HoldStep,
    MeasureStep,
    RateStep,
    RecheckStep,
    SayStep,
    Test,
    TestAdvice,
    Text,
)

ASK = Text("Does it touch the wall?")
ANSWERS = (Answer(Text("Easily"), 2), Answer(Text("With effort"), 1), Answer(Text("No"), 0))
GAP = (Answer(Text("A flat hand"), 2), Answer(Text("A fist"), 1), Answer(Text("A forearm"), 0))
POINTS = (
    ContactPoint("head", Text("Back of the head"), ASK, ANSWERS, "neck"),
    ContactPoint("blades", Text("Shoulder blades"), ASK, ANSWERS, "between-blades"),
    ContactPoint("low-back", Text("Low back"), Text("What fits?"), GAP, "low-back"),
)
AREAS = ("neck", "shoulders-top", "between-blades", "low-back")
CHECK = CheckStep("contact", ASK, ANSWERS, POINTS)
WALL_TEST = Test(
    "wall-test",
    Text("30-second wall test"),
    (
        SayStep(Text("Stand with your back to the wall."), 20.0),
        CHECK,
        SayStep(Text("One step forward."), 6.0),
        HoldStep("hold", 30.0),
        RecheckStep("carry-over", "contact"),
        RateStep("tension", Text("Where is the most tension?"), AREAS, (0, 10), sides=True),
        MeasureStep("occiput", Text("Gap?"), "cm", 0.0, 30.0, optional=True),
    ),
    advice=TestAdvice(areas=2, from_=3),
)
