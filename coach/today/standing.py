"""How it stands with the safety questions at a moment: whether somebody may begin, and why not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from coach.content.model import Safety, Tier
from coach.progression.past import SafetyTold, Session
from coach.today.past import between, last_told, past_up_to
from coach.today.safety import ASKED_AGAIN_DAYS, QuestionsDue, is_emergency, locked_tier, questions_due, standing_yes
from coach.values import dataclass

_MATTERS = timedelta(days=ASKED_AGAIN_DAYS + 2)
"""From answers that are older the questions are due whatever was done, in every zone."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The last answers, why the questions are to be asked again (None where they are not), and the tier that locks."""

    answers: SafetyTold | None
    due: QuestionsDue | None
    locked: Tier | None
    is_emergency: bool = False
    """Whether what locks is something that no professional's check would settle: help at once, no appointment."""

    @property
    def answered(self) -> datetime | None:
        """When the questions were answered last; None where they never were."""
        return None if self.answers is None else self.answers.at

    @property
    def may_begin(self) -> bool:
        """Whether a session or a test may begin without the questions."""
        return self.due is None and self.locked is None


class Remembered(Protocol):
    """What this needs of the store."""

    def safety(self) -> tuple[SafetyTold, ...]:
        """All answers to the safety questions."""
        ...

    def past_without_work(self, since: datetime, until: datetime) -> tuple[Session, ...]:
        """The sessions that began between two moments, without what was done in them."""
        ...


def standing(safety: Safety, told: Sequence[SafetyTold], sessions: Sequence[Session], at: datetime) -> Standing:
    """By what was told and done until the moment `at`; nothing later counts."""
    answers = last_told(told, at)
    locked = locked_tier(safety, answers)
    due = questions_due(answers, past_up_to(at, sessions))
    return Standing(answers, due, locked, is_emergency(safety, locked, standing_yes(answers)))


def standing_of(safety: Safety, store: Remembered, at: datetime) -> Standing:
    """By what the store has; of the sessions only those are read that matter."""
    told = store.safety()
    answers = last_told(told, at)
    matters = answers is not None and between(answers.at, at) <= _MATTERS
    return standing(safety, told, store.past_without_work(answers.at, at) if answers and matters else (), at)
