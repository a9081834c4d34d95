"""How a routine is meant to grow harder or easier."""

from __future__ import annotations

from coach.content.model.pain import AMBER_PAIN, RED_PAIN, SAFE_PAIN
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class ProgressUp:
    """`after` good sessions in a row lead a level up: those with effort and pain (0 to 10) no higher than here.

    Effort up to 7 is our choice (docs/evidence.md, section 7).
    """

    after: int = 2  # sessions
    effort_up_to: int = 7
    pain_up_to: int = SAFE_PAIN


@dataclass(frozen=True, slots=True)
class ProgressStep:
    """One change upwards: `key` (sets, reps; hold, for in seconds) by `by`, up to `most`; or `to`."""

    key: str
    by: float = 0.0
    most: float | None = None
    to: str | None = None  # "harder"


@dataclass(frozen=True, slots=True)
class ProgressDown:
    """Pain (0 to 10) that leads a level down: once at `pain_from`, or so many sessions at `amber_pain_from`.

    What follows from these bands is our choice (docs/evidence.md, section 6).
    """

    pain_from: int = RED_PAIN
    amber_pain_from: int = AMBER_PAIN
    amber_times: int = 2


DEFAULT_PROGRESS_STEPS = (
    ProgressStep("reps", 2, 12),
    ProgressStep("sets", 1, 3),
    ProgressStep("to", to="harder"),
)


@dataclass(frozen=True, slots=True)
class Progress:
    """How the doses of a routine follow what is told of its sessions (docs/progression.md).

    `steps` are raised in their order, each up to its end. Without any, pain and pauses lead down, and nothing goes
    higher than the file. A routine that shall stay as it is has no Progress.
    """

    up: ProgressUp = ProgressUp()
    steps: tuple[ProgressStep, ...] = DEFAULT_PROGRESS_STEPS
    down: ProgressDown = ProgressDown()
