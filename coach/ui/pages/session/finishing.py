"""What is told to the person before a session, and at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.conductor import Conductor
from coach.progress.loads import used_in
from coach.session.events import Ended
from coach.session.outcomes import steps_done
from coach.session.planned import routine_of
from coach.session.timeline import Timeline
from coach.ui.pages.session.finish import Outcome
from coach.ui.pages.session.used import Asked
from coach.ui.words.common import LANGUAGE, say
from coach.words.finish import what_follows
from coach.words.progression import said_before

if TYPE_CHECKING:
    from coach.wiring import Parts


def for_you(parts: Parts, timeline: Timeline) -> str:
    """What is said before a session begins, of what is left out or replaced for this person."""
    if timeline.kind != "routine":
        return ""
    return said_before(LANGUAGE, parts.own(timeline.id), parts.library.catalogue.exercises)


def outcome(parts: Parts, conductor: Conductor, event: Ended) -> Outcome:
    """How the session ended, and what was done of it."""
    timeline, catalogue = conductor.timeline, parts.library.catalogue
    exercises, outcomes = catalogue.exercises, conductor.view().outcomes
    routine = catalogue.routines.get(routine_of(timeline.id)) if timeline.kind == "routine" else None
    worst = next(iter(catalogue.safety.tiers.values()), None)
    return Outcome(
        title=timeline.title,
        how=event.how,
        seconds=conductor.spent_seconds,
        done=steps_done(timeline.intervals, outcomes),
        exercises=timeline.exercises,
        pain=event.pain,
        effort_range=routine.effort if routine else None,
        emergency=say(worst.say) if worst is not None else "",
        used=tuple(
            Asked(one.exercise, say(exercises[one.exercise].title), one.kept)
            for one in used_in(timeline.intervals, outcomes, exercises, parts.store)
            if event.how != "pain"
        ),
    )


def follows(parts: Parts, conductor: Conductor) -> str:
    """What follows from a routine's session for the next one; empty where nothing does."""
    if conductor.session is None or conductor.timeline.kind != "routine":
        return ""
    found = parts.follows(conductor.timeline.id, conductor.session)
    return "" if found is None else what_follows(LANGUAGE, found, parts.library.catalogue.exercises)
