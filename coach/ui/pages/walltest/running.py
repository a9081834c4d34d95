"""A wall test under way: who times it, where its questions are, and what an answer or a command makes of both."""

from __future__ import annotations

from dataclasses import dataclass

from coach.conductor import Conductor
from coach.content.model import HoldStep, SayStep
from coach.session.events import Event, IntervalFinished
from coach.ui.pages.session.room import RoomScene
from coach.ui.pages.walltest.parts import TestParts
from coach.walltest.course import Course, Reply


@dataclass(frozen=True, slots=True)
class RunningTest:
    """There is one for as long as a test runs. Commands return the events that came of them."""

    conductor: Conductor
    course: Course
    names: TestParts

    @property
    def is_held(self) -> bool:
        """Whether the shape is held now, or would be if the test were not paused: then every key ends it."""
        return self.conductor.view().interval.open == "max"

    def scene(self) -> RoomScene:
        """What the room view shows now."""
        return self.names.room(self.conductor.view())

    def timed_part_over(self, event: IntervalFinished) -> None:
        """A sentence that was heard or a hold that is over counts as answered; a repeated one does not."""
        if event.outcome in ("ended", "repeated") or event.interval.step is None:
            return
        step = self.course.test.steps[event.interval.step]
        if isinstance(step, SayStep):
            self.course.answer(None)
        elif isinstance(step, HoldStep):
            self.course.answer(event.seconds)

    def answer(self, value: Reply) -> bool:
        """Keep the answer to the current question; whether another one of the same step follows."""
        current = self.course.current
        following = self.course.answer(value)
        return current is not None and following is not None and following.step_index == current.step_index

    def step_done(self) -> list[Event]:
        """On to the next step, also where the machine slept over the question and the test stands since."""
        events = self.conductor.advance()
        if self.conductor.view().state == "paused":
            events += self.conductor.resume()
        return [*events, *self.conductor.done()]

    def act(self) -> list[Event]:
        """Lost it in the hold, go on from a sentence, or go on after a pause."""
        view = self.conductor.view()
        if view.state == "paused":
            return self.conductor.resume()
        if view.interval.open == "max":
            return self.conductor.lost()
        return self.conductor.done() if view.interval.wait else self.conductor.next()
