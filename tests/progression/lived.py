"""Pasts of somebody who does anything at all, for properties that hold of every past."""

from __future__ import annotations

import random
from datetime import timedelta, timezone

from coach.content.model import Progress
from coach.progression.levels import Course
from coach.progression.past import Choice, Session, What, Work
from tests.progression.past import day, session

NAMES = ("row", "press", "squat")


def course(chance: random.Random) -> Course:
    """A routine of three exercises whose levels fit together up to a sum."""
    most = chance.randrange(2, 9)
    return Course(Progress(), NAMES, dict.fromkeys(NAMES, 4), {"row": 3}, lambda at: sum(at.values()) <= most)


def any_past(chance: random.Random, number: int = 40) -> tuple[list[Session], list[Choice]]:
    """Sessions and choices, some of one moment, in other zones, with pauses, in no order."""
    sessions, choices, when = list[Session](), list[Choice](), day(0)
    for _ in range(number):
        when += timedelta(days=chance.choice([0, 0, 1, 1, 2, 3, 8, 15]), hours=chance.choice([0, 0, 5]))
        when = when.astimezone(timezone(timedelta(hours=chance.choice([1, 1, 9]))))
        if chance.random() < 0.2:
            what: What = chance.choice(["up", "down", "hold", "easier", "harder", "reset"])
            choices.append(Choice("strong", chance.choice([*NAMES, "plank"]), what, when))
            continue
        work = [
            Work(index, one, one, chance.choice(["done", "done", "done", "done", "skipped"]))
            for index, one in enumerate(chance.sample(NAMES, chance.randrange(4)))
        ]
        sessions.append(
            session(
                when,
                *work,
                how=chance.choice(["finished", "finished", "finished", "ended", "pain", None]),
                effort=chance.choice([None, 5, 6, 7, 8]),
                pain=chance.choice([None, 0, 1, 3, 4, 5, 6]),
                morning=chance.choice([None, None, None, "worse"]),
            )
        )
    chance.shuffle(sessions)
    return sessions, choices
