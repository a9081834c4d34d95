"""What the session shows in the window at each moment: ring, stage, figure. Values only, nothing is painted."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from coach.content.model import Exercise, Figure, Phase, Side
from coach.demonstration.posing import Pose, demonstrated, pose_of, shown_work
from coach.demonstration.which_figure import figure_of
from coach.session.asides import REENTRY_SECONDS
from coach.session.player import View
from coach.session.timeline import Interval, Timeline
from coach.ui.words import common as words
from coach.ui.words.common import LANGUAGE
from coach.ui.words.stage_scene import StageScene
from coach.words.durations import count_left, count_passed, in_words
from coach.words.moments import Moments
from coach.words.tempo import phase_name

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue

_STILL = ("paused", "asking-pain")
_COUNTED_SECONDS = 2.0  # a shorter phase is over before its number is read
_SHORT_TEXT = 64  # characters of an instruction that still reads well as a title


def is_still(view: View) -> bool:
    """Whether the session stands, and looks so."""
    return view.state in _STILL


class StageWords(Moments):
    """The words of one session in the window: those of every moment, and what only ring and stage show."""

    def __init__(self, timeline: Timeline, catalogue: Catalogue) -> None:
        super().__init__(timeline, catalogue, LANGUAGE)
        self._catalogue = catalogue
        self._scene: tuple[int, StageScene] | None = None  # of an interval
        self._left: tuple[int, str] | None = None  # of so many seconds
        self._texts: tuple[tuple[object, ...], tuple[str, str, str]] | None = None  # of a repetition of an interval
        self._next: tuple[int, Interval | None, tuple[str, str]] | None = None  # of an interval and the next one

    # --- the ring ------------------------------------------------------------------------------------------------

    def ring(self, view: View) -> tuple[float, str, str]:
        """(share of the arc, number, word below it)."""
        interval = view.interval
        left = view.left / view.length if view.length else 0.0
        if view.state == "reentry":
            return (
                view.reentry_left / REENTRY_SECONDS,
                count_left(view.reentry_left),
                LANGUAGE.translate("StageWords", "Ready"),
            )
        if is_still(view) and not interval.wait and interval.open is None:
            return left, count_left(view.left), LANGUAGE.translate("StageWords", "Paused")
        if interval.wait:
            return 1.0, LANGUAGE.translate("StageWords", "Ready?"), ""
        if interval.open == "own":
            return 1.0, str(interval.repetitions or ""), _repetitions(interval.repetitions)
        if interval.open == "max":
            share = view.elapsed / view.length if view.length else 0.0
            of = LANGUAGE.translate("StageWords", "of {seconds} s").format(seconds=round(view.length))
            return share, count_passed(view.elapsed), of
        return left, count_left(view.left), self.phase_word(view)

    def ring_told(self, view: View) -> str:
        """The ring's number with its unit; empty where the word beside it is that, or where it is no time."""
        interval = view.interval
        if view.state == "reentry":
            return in_words(ceil(view.reentry_left), LANGUAGE)
        says_unit = interval.kind != "work" and view.state == "running" and ":" not in count_left(view.left)
        if interval.wait or interval.open is not None or says_unit:
            return ""
        left = ceil(view.left)
        if self._left is None or self._left[0] != left:
            self._left = left, in_words(left, LANGUAGE)  # asked thirty times a second
        return self._left[1]

    def phase_count(self, view: View) -> str:
        """The seconds left of a repetition's phase, for the word below a number that counts the whole set."""
        seconds = self._phase_seconds(view)
        if seconds < _COUNTED_SECONDS or view.state != "running":
            return ""
        return count_left(seconds * (1 - view.phase_share))

    def over(self, view: View) -> str:
        """What the ring's number is, where the word below it is about something else."""
        return _left() if self._phase_seconds(view) and view.state in ("running", *_STILL) else ""

    def _phase_seconds(self, view: View) -> float:
        """How long the phase of a counted repetition is; 0 where the number counts just what the word says."""
        if not view.interval.is_counted or view.phase is None:
            return 0.0
        return getattr(view.interval, view.phase) or 0.0

    def phase_word(self, view: View) -> str:
        """The word below the number: what the number counts down to, or what to do."""
        interval = view.interval
        if interval.kind != "work":
            return _unit(count_left(view.left))
        if view.phase:
            return self.phase_name(interval.exercise, view.phase)
        if interval.every:
            way: Phase = "move" if view.phase_share < 0.5 else "back"  # of each period half goes out, half back
            return self._own_phase(interval.exercise, way) or LANGUAGE.translate("StageWords", "Keep going")
        return self.phase_name(interval.exercise, "hold")

    def phase_name(self, exercise: str | None, phase: Phase) -> str:
        """What a phase of a repetition is called, by the exercise itself where it says so."""
        return self._own_phase(exercise, phase) or phase_name(phase, {}, LANGUAGE)

    def _own_phase(self, exercise: str | None, phase: Phase) -> str:
        own = self._catalogue.exercises.get(exercise or "")
        said = own.phases.get(phase) if own else None
        return words.say(said) if said else ""

    def action(self, view: View) -> tuple[str, str] | None:
        """For open parts: (what is pressed then, its icon); None where the clock decides."""
        if view.interval.wait:
            return LANGUAGE.translate("StageWords", "Go on"), "check"
        if view.interval.open == "own":
            return LANGUAGE.translate("StageWords", "Done"), "check"
        if view.interval.open == "max":
            return LANGUAGE.translate("StageWords", "Lost it"), "stop"
        return None

    def texts(self, view: View) -> tuple[str, str, str]:
        """Title, subtitle and position; asked thirty times a second."""
        of = view.interval, view.index, view.repetition, view.repetitions, view.side
        if self._texts is None or self._texts[0][0] is not of[0] or self._texts[0][1:] != of[1:]:
            self._texts = of, (self.title(view), self.subtitle(view), self.position(view))
        return self._texts[1]

    # --- what comes next -----------------------------------------------------------------------------------------

    def next_line(self, view: View) -> tuple[str, str]:
        """(icon, words) of the card "Next"."""
        if self._next is None or self._next[0] != view.index or self._next[1] is not view.next:
            icons = {None: "check", "say": "say", "rest": "rest", "switch": "swap"}
            line = icons.get(view.next.kind if view.next else None, "arrow"), self.following(view)
            self._next = view.index, view.next, line  # asked thirty times a second
        return self._next[2]

    def figure(self, work: Interval | None) -> Figure | None:
        """The figure that shows this work; None where it has none."""
        return figure_of(self._catalogue, self._catalogue.exercises.get(work.exercise or "")) if work else None

    def figure_now(self, view: View) -> tuple[Figure | None, Pose]:
        """Who stands on the stage at this moment, and how; None where the exercise has no figure."""
        work = shown_work(view, self.work_after(view.index))
        figure = self.figure(work)
        if figure is None or work is None:
            return None, Pose()
        return figure, pose_of(view, work, is_cycle=bool(figure.cycle))

    def figure_next(self, view: View) -> tuple[Figure | None, bool]:
        """Who stands on the stage after who stands there now, and whether its first repetition is the left one's; None
        where nobody else comes.
        """
        now = self.figure(self.work_after(view.index))
        for work in self._timeline.intervals[view.index :]:
            figure = self.figure(work) if work.kind == "work" else None
            if figure is not None and figure is not now:
                return figure, demonstrated(work, 0.0, is_cycle=bool(figure.cycle)).mirrored
        return None, False

    # --- the stage -----------------------------------------------------------------------------------------------

    def scene(self, view: View) -> StageScene:
        """What stands on the stage: the steps of the exercise at work or to come, or the instruction."""
        if self._scene is None or self._scene[0] != view.index:  # asked thirty times a second
            self._scene = view.index, self._new_scene(view)
        return self._scene[1]

    def _new_scene(self, view: View) -> StageScene:
        interval = view.interval
        if interval.kind == "say":
            text = interval.text or ""
            return StageScene(title=text) if len(text) <= _SHORT_TEXT else StageScene(lines=(text,), is_numbered=False)
        after = interval if interval.kind == "work" else self.work_after(view.index)
        exercise = self._catalogue.exercises.get((after.exercise if after else interval.exercise) or "")
        if exercise is None:
            return StageScene(title=self.title(view))
        is_work = interval.kind == "work"
        sides = self._sides(after or interval)
        steps = exercise.steps_on(sides)
        return StageScene(
            overline="" if is_work else LANGUAGE.translate("StageWords", "Coming up"),
            title="" if is_work else words.say(exercise.title),
            lines=tuple(words.say(step) for step in steps) or (words.say(exercise.described(sides)),),
            is_numbered=bool(steps),
            chip=self.chip(exercise),
            phases=self._phases(interval) if is_work else (),
        )

    def _sides(self, work: Interval) -> Side:
        """Which sides are done of the exercise that is at work or to come."""
        works = (one for one in self._timeline.intervals if one.kind == "work")
        done = {one.side for one in works if (one.step, one.exercise) == (work.step, work.exercise)}
        return "left" if done == {"left"} else "right" if done == {"right"} else "both"

    def _phases(self, work: Interval) -> tuple[tuple[str, str, float], ...]:
        if not work.reps or work.open:
            return ()
        parts: tuple[tuple[Phase, float | None], ...] = (
            ("move", work.move),
            ("hold", work.hold),
            ("back", work.back),
            ("pause", work.pause),
        )
        return tuple((phase, self.phase_name(work.exercise, phase), seconds) for phase, seconds in parts if seconds)

    def chip(self, exercise: Exercise) -> tuple[tuple[str, ...], str] | None:
        """The icons and the words of what an exercise needs; None where it needs nothing."""
        if not exercise.needs:
            return None
        return tuple(words.need_icon(need) for need in exercise.needs), words.sentence_of(exercise.needs)


def _left() -> str:
    return LANGUAGE.translate("StageWords", "left")


def _unit(number: str) -> str:
    """What a number counts down: a single second, seconds, or minutes and seconds."""
    if ":" in number:
        return _left()
    count = int(number)
    return LANGUAGE.translate("StageWords", "seconds", "second", count)


def _repetitions(number: int | None) -> str:
    count = 0 if number is None else number
    return LANGUAGE.translate("StageWords", "repetitions", "repetition", count)
