"""What one session says about one exercise: red, amber, good or neutral."""

from __future__ import annotations

from typing import Literal

from coach.content.model import Progress
from coach.progression.past import Session
from coach.values import dataclass

Colour = Literal["red", "amber", "good", "neutral"]
Cause = Literal["pain", "morning", "stopped"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The colour, what made it red (None of another colour), and the exercise's pain, 0 to 10."""

    colour: Colour
    pain: int
    cause: Cause | None = None


def pain_of(session: Session, exercise: str) -> int:
    """The pain that a session told of an exercise.

    Where "This hurts" named exercises, they alone hurt, by the most that was told of them or of the whole session;
    else the session's pain is every exercise's. None told is 0.
    """
    whole = session.pain or 0
    if not session.pains:
        return whole
    names = {exercise, *(work.exercise for work in session.work if work.named == exercise)}
    own = [pain.pain for pain in session.pains if pain.exercise in names]
    return max(*own, whole) if own else 0


def verdict(session: Session, exercise: str, progress: Progress) -> Verdict:
    """What `session` says about `exercise`, one that it speaks for."""
    pain = pain_of(session, exercise)
    cause = _red(session, exercise, progress, pain)
    if cause is not None:
        return Verdict("red", pain, cause)
    if pain >= progress.down.amber_pain_from:
        return Verdict("amber", pain)
    return Verdict("good" if _is_good(session, exercise, progress, pain) else "neutral", pain)


def _red(session: Session, exercise: str, progress: Progress, pain: int) -> Cause | None:
    if pain >= progress.down.pain_from:
        return "pain"
    if session.morning == "worse":
        return "morning"
    if session.how == "pain" and session.work and session.work[-1].named == exercise:
        return "stopped"
    return None


def _is_good(session: Session, exercise: str, progress: Progress, pain: int) -> bool:
    last = {work.index: work for work in session.work if work.named == exercise}
    return (
        session.how == "finished"
        and all(work.is_done for work in last.values())
        and session.effort is not None
        and session.effort <= progress.up.effort_up_to
        and pain <= progress.up.pain_up_to
    )
