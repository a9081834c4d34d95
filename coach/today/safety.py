"""When the safety questions are to be asked, what their answers lock, and when to advise to see someone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta
from itertools import chain, islice
from typing import Literal

from coach.content.model import Safety, Tier
from coach.progression.past import SafetyTold, Session
from coach.session.outcomes import PAIN_ENDS
from coach.today.past import PAIN_DAY, Past, worst_pain
from coach.values import dataclass

ASKED_AGAIN_DAYS = 30
"""Monthly (docs/evidence.md, section 6)."""

NO_BETTER = timedelta(days=14)
"""No improvement in so long is worth a professional's look (docs/evidence.md, section 6)."""


@dataclass(frozen=True, slots=True)
class NeverAsked:
    """The questions were never answered."""


@dataclass(frozen=True, slots=True)
class AskedLongAgo:
    """They were answered so many dates ago."""

    days: int


@dataclass(frozen=True, slots=True)
class AfterPain:
    """A session after the last answers was stopped for pain, or had much of it: its date and the pain, 0 to 10, None
    where none was told.
    """

    on: date
    pain: int | None


QuestionsDue = NeverAsked | AskedLongAgo | AfterPain


def questions_due(answers: SafetyTold | None, past: Past) -> QuestionsDue | None:
    """Why the questions are to be asked now, given the last answers; None where they are not."""
    if answers is None:
        return NeverAsked()
    days = (past.today - answers.at.date()).days
    if days >= ASKED_AGAIN_DAYS:
        return AskedLongAgo(days)
    given = answers.at.timestamp()
    for session in reversed(past.sessions):
        if session.started.timestamp() <= given:
            break
        if ended_in_pain(session):
            return AfterPain(session.started.date(), worst_pain(session))
    return None


def ended_in_pain(session: Session) -> bool:
    """Whether a session was stopped for pain, or had as much as ends one."""
    return session.how == "pain" or (worst_pain(session) or 0) >= PAIN_ENDS


def deciding_tier(safety: Safety, standing: Collection[str]) -> Tier | None:
    """The highest tier of the questions whose yes stands; None where none does."""
    tiers = {question.tier for question in safety.questions if question.id in standing}
    return next((tier for tier in safety.tiers.values() if tier.id in tiers), None)


def standing_yes(answers: SafetyTold | None) -> Collection[str]:
    """The ids of the questions whose yes stands; a yes that a professional checked does not."""
    return answers.yes - answers.checked if answers is not None else ()


def locked_tier(safety: Safety, answers: SafetyTold | None) -> Tier | None:
    """The tier that keeps the person from exercising: the deciding one of the last answers, where that locks."""
    tier = deciding_tier(safety, standing_yes(answers))
    return tier if tier is not None and tier.lock else None


def is_emergency(safety: Safety, tier: Tier | None, standing: Collection[str]) -> bool:
    """Whether a tier locks by what no professional's check would settle: help at once, no appointment.

    A question that a check settles makes an appointment of its tier; of the highest one only where no other yes of it
    is `standing`, for nobody may lose that by adding a question.
    """
    if tier is None or not tier.lock:
        return False
    asked = [question for question in safety.questions if question.tier == tier.id]
    if not any(question.checkable for question in asked):
        return True
    is_highest = tier.id == next(iter(safety.tiers))
    return is_highest and any(not question.checkable and question.id in standing for question in asked)


SeeSomeone = Literal["two-red", "no-better"]


def see_someone(past: Past, red_from: Callable[[Session], int]) -> SeeSomeone | None:
    """Why to have a professional look: the last two sessions were red (`red_from`: the pain that makes one so), or all
    that told their pain over two weeks and more had some. None else. A test is no session here.
    """
    exercised = (one for one in reversed(past.sessions) if one.kind != "test")
    last_two = list(islice(exercised, 2))
    if len(last_two) == 2 and all(_is_red(one, red_from(one)) for one in last_two):
        return "two-red"
    hurt = list[date]()
    for session in chain(last_two, exercised):
        worst = worst_pain(session)
        if worst is not None and worst < PAIN_DAY:
            break
        if worst is not None:
            hurt.append(session.started.date())
    return "no-better" if hurt and hurt[0] - hurt[-1] >= NO_BETTER else None


def _is_red(session: Session, red_from: int) -> bool:
    return session.how == "pain" or session.morning == "worse" or (worst_pain(session) or 0) >= red_from
