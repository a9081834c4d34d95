"""The checked, frozen values that the rest of the program works with.

Durations are seconds as float, moments of the day are minutes after midnight as int, ids are plain strings. Every
value was judged by the checker before it exists, so nothing here checks anything again. Where a key is optional in
a file, the default stands here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coach.content.model.coaching import (
        EVENTS,
        EVERYWHERE,
        KIT,
        PHRASES,
        PLACEHOLDERS,
        POSITIONS,
        Coaching,
        CoachingEvent,
        Phrase,
    )
    from coach.content.model.cues import Cue, CueAt, CueAtPhase, CueEach, CueEvery, Phase
    from coach.content.model.dose import Dose, DoseLayer, Side
    from coach.content.model.exercise import Exercise, Review
    from coach.content.model.figure import Figure, View
    from coach.content.model.lesson import Lesson
    from coach.content.model.library import Area, Safety, SafetyQuestion, Source, Tier
    from coach.content.model.plan import Plan, PlanItem, PlanWeeks
    from coach.content.model.progress import DEFAULT_PROGRESS_STEPS, Progress, ProgressDown, ProgressStep, ProgressUp
    from coach.content.model.pronunciation import Pronunciation
    from coach.content.model.reminder import DAY_MINUTES, FOCUS_OFFER, WEEKDAYS, Message, Position, Reminder, Window
    from coach.content.model.routine import (
        ExerciseStep,
        RestStep,
        RoundsStep,
        Routine,
        RoutineStep,
        RoutineUse,
        SayStep,
        WrittenStep,
    )
    from coach.content.model.text import SidedText, Text
    from coach.content.model.thing import Found, Thing
    from coach.content.model.walltest import (
        Answer,
        CheckStep,
        ContactPoint,
        HoldStep,
        MeasureStep,
        RateStep,
        RecheckStep,
        Test,
        TestAdvice,
        TestFigures,
        TestStep,
    )

__all__ = [
    "DAY_MINUTES",
    "DEFAULT_PROGRESS_STEPS",
    "EVENTS",
    "EVERYWHERE",
    "FOCUS_OFFER",
    "KIT",
    "PHRASES",
    "PLACEHOLDERS",
    "POSITIONS",
    "WEEKDAYS",
    "Answer",
    "Area",
    "CheckStep",
    "Coaching",
    "CoachingEvent",
    "ContactPoint",
    "Cue",
    "CueAt",
    "CueAtPhase",
    "CueEach",
    "CueEvery",
    "Dose",
    "DoseLayer",
    "Exercise",
    "ExerciseStep",
    "Figure",
    "Found",
    "HoldStep",
    "Lesson",
    "MeasureStep",
    "Message",
    "Phase",
    "Phrase",
    "Plan",
    "PlanItem",
    "PlanWeeks",
    "Position",
    "Progress",
    "ProgressDown",
    "ProgressStep",
    "ProgressUp",
    "Pronunciation",
    "RateStep",
    "RecheckStep",
    "Reminder",
    "RestStep",
    "Review",
    "RoundsStep",
    "Routine",
    "RoutineStep",
    "RoutineUse",
    "Safety",
    "SafetyQuestion",
    "SayStep",
    "Side",
    "SidedText",
    "Source",
    "Test",
    "TestAdvice",
    "TestFigures",
    "TestStep",
    "Text",
    "Thing",
    "Tier",
    "View",
    "Window",
    "WrittenStep",
]

_WHERE = {
    "coaching": "EVENTS EVERYWHERE KIT PHRASES PLACEHOLDERS POSITIONS Coaching CoachingEvent Phrase",
    "cues": "Cue CueAt CueAtPhase CueEach CueEvery Phase",
    "dose": "Dose DoseLayer Side",
    "exercise": "Exercise Review",
    "figure": "Figure View",
    "lesson": "Lesson",
    "library": "Area Safety SafetyQuestion Source Tier",
    "plan": "Plan PlanItem PlanWeeks",
    "progress": "DEFAULT_PROGRESS_STEPS Progress ProgressDown ProgressStep ProgressUp",
    "pronunciation": "Pronunciation",
    "reminder": "DAY_MINUTES FOCUS_OFFER WEEKDAYS Message Position Reminder Window",
    "routine": "ExerciseStep RestStep RoundsStep Routine RoutineStep RoutineUse SayStep WrittenStep",
    "text": "SidedText Text",
    "thing": "Found Thing",
    "walltest": "Answer CheckStep ContactPoint HoldStep MeasureStep RateStep RecheckStep"
    " Test TestAdvice TestFigures TestStep",
}
_MODULE_OF = {name: module for module, names in _WHERE.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """A kind's file is loaded when something of it is first asked for: the program without a window needs few."""
    module = _MODULE_OF.get(name)
    if module is None:
        raise AttributeError(f"coach.content.model has no {name}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return found
