"""What the library is of."""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.model.coaching import Coaching
from coach.content.model.exercise import Exercise
from coach.content.model.figure import Figure
from coach.content.model.lesson import Lesson
from coach.content.model.library import Area, Safety, Source
from coach.content.model.plan import Plan
from coach.content.model.pronunciation import Pronunciation
from coach.content.model.reminder import Reminder
from coach.content.model.routine import Routine
from coach.content.model.walltest import Test

Thing = Exercise | Routine | Test | Reminder | Plan | Lesson | Figure
"""What has a file, an id and a title of its own."""

Found = Thing | Coaching | Safety | Mapping[str, Area] | Mapping[str, Source] | Mapping[str, Pronunciation]
"""What a name may stand for: a thing, or what there is once in the library."""
