"""Each kind of file, described once: the description checks, builds the value and yields the JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.kinds import (
    coaching,
    exercise,
    figure,
    lesson,
    library,
    plan,
    pronunciations,
    reminder,
    routine,
    walltest,
)
from coach.content.records import Record

KINDS: Mapping[str, Record] = {
    "exercise": exercise.EXERCISE,
    "routine": routine.ROUTINE,
    "test": walltest.TEST,
    "reminder": reminder.REMINDER,
    "plan": plan.PLAN,
    "lesson": lesson.LESSON,
    "figure": figure.FIGURE,
    "coaching": coaching.COACHING,
    "areas": library.AREAS,
    "safety": library.SAFETY,
    "sources": library.SOURCES,
    "pronunciations": pronunciations.PRONUNCIATIONS,
}
"""In the order in which the command line searches an id."""
