"""What the session says on screen at each moment: names, counts, what comes next. Words only, nothing is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.content.model import Exercise, Figure
from coach.demonstration.choice import figure_of
from coach.demonstration.posing import Pose, pose_of, shown_work
from coach.session.player import View
from coach.session.timeline import Interval, Timeline
from coach.ui.widgets.scene import Scene
from coach.ui.words import common as words
from coach.words.durations import count_left, count_passed

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue

_STILL = ("paused", "asking-pain")
_COUNTED_SECONDS = 2.0  # a shorter phase is over before its number is read
_SHORT_TEXT = 64  # characters of an instruction that still reads well as a title


def is_still(view: View) -> bool:
    """Whether the session stands, and looks so."""
    return view.state in _STILL


class Words(QObject):
    """The words of one session over `timeline`; `catalogue` gives the exercises by id."""

    def __init__(self, timeline: Timeline, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._catalogue = catalogue
        self._exercises: dict[str, Exercise] = dict(catalogue.exercises)
        ids = {interval.exercise for interval in timeline.intervals if interval.exercise}
        self.titles = {ident: self.exercise_title(ident) for ident in ids}

    def exercise_title(self, ident: str | None) -> str:
        """The exercise's title; the id where the library does not hold it."""
        exercise = self._exercises.get(ident or "")
        return str(exercise.title) if exercise else (ident or "")

    # --- this moment ---------------------------------------------------------------------------------------------

    def title(self, view: View) -> str:
        """What is done now."""
        interval = view.interval
        if interval.kind == "work" and interval.exercise:
            return self.exercise_title(interval.exercise)
        return words.interval_name(interval)

    def subtitle(self, view: View) -> str:
        """What there is to know of it, or what comes next."""
        interval = view.interval
        if interval.kind == "work":
            return self._work_subtitle(view)
        if interval.kind == "say":
            return self.tr("Go on when you are ready") if interval.wait else self._timeline.title
        after = self.work_after(view.index)
        if after is None:
            return ""
        if interval.kind == "switch":
            side = self.side(after.side)
            return side[:1].upper() + side[1:] or self.exercise_title(after.exercise)
        if interval.kind == "rest" and after.set and after.set > 1:
            return self._sided(self.tr("Then set {0} of {1}").format(after.set, after.sets), after.side)
        name = self._sided(self.exercise_title(interval.exercise or after.exercise), after.side)
        return (self.tr("First: {0}") if interval.kind == "prepare" else self.tr("Next: {0}")).format(name)

    def _work_subtitle(self, view: View) -> str:
        interval, parts = view.interval, []
        if interval.sets and interval.sets > 1:
            parts.append(self.tr("Set {0} of {1}").format(interval.set, interval.sets))
        if view.repetition and view.repetitions:
            parts.append(self.tr("repetition {0} of {1}").format(view.repetition, view.repetitions))
        elif interval.open == "own" and interval.repetitions:
            parts.append(self.tr("{0} repetitions, at your own pace").format(interval.repetitions))
        elif interval.open == "max":
            parts.append(self.tr("as long as you can, up to {0}").format(words.clock(interval.seconds)))
        side = self.side(view.side or interval.side)
        if side:
            parts.append(side)
        if interval.rounds and interval.rounds > 1:
            parts.append(self.tr("round {0} of {1}").format(interval.round, interval.rounds))
        text = ", ".join(parts)
        return text[:1].upper() + text[1:]

    def _sided(self, words: str, side: str | None) -> str:
        """The words, and the side where it is one: `Levator stretch, left side`."""
        return ", ".join(part for part in (words, self.side(side)) if part)

    def side(self, side: str | None) -> str:
        """The side in words; empty where there is none."""
        return {"left": self.tr("left side"), "right": self.tr("right side")}.get(side or "", "")

    def position(self, view: View) -> str:
        """Exercise 4 of 7; empty where the timeline has no exercises."""
        upcoming = view.interval.step or next(
            (later.step for later in self._timeline.intervals[view.index :] if later.step), None
        )
        if not self._timeline.exercises or self._timeline.kind == "test":
            return ""
        if upcoming is None:
            return self.tr("The end")
        return self.tr("Exercise {0} of {1}").format(upcoming, self._timeline.exercises)

    # --- the ring ------------------------------------------------------------------------------------------------

    def ring(self, view: View) -> tuple[float, str, str]:
        """(share of the arc, number, word below it)."""
        interval = view.interval
        if view.state == "reentry":
            return view.reentry_left / 3, count_left(view.reentry_left), self.tr("Ready")
        if is_still(view) and not interval.wait and interval.open is None:
            return view.left / view.length if view.length else 0.0, count_left(view.left), self.tr("Paused")
        if interval.wait:
            return 1.0, self.tr("Ready?"), ""
        if interval.open == "own":
            return 1.0, str(interval.repetitions or ""), self.tr("repetitions")
        if interval.open == "max":
            share = view.elapsed / view.length if view.length else 0.0
            return share, count_passed(view.elapsed), self.tr("of {0} s").format(round(view.length))
        share = view.left / view.length if view.length else 0.0
        return share, count_left(view.left), self.phase_word(view)

    def phase_count(self, view: View) -> str:
        """The seconds left of a repetition's phase, for the word below a number that counts the whole set."""
        seconds = self._phase_seconds(view)
        if seconds < _COUNTED_SECONDS or view.state != "running":
            return ""
        return count_left(seconds * (1 - view.phase_share))

    def over(self, view: View) -> str:
        """What the ring's number is, where the word below it is about something else."""
        return self.tr("left") if self._phase_seconds(view) and view.state in ("running", *_STILL) else ""

    def _phase_seconds(self, view: View) -> float:
        """How long the phase of a counted repetition is; 0 where the number counts just what the word says."""
        if not view.interval.is_counted or view.phase is None:
            return 0.0
        return getattr(view.interval, view.phase) or 0.0

    def phase_word(self, view: View) -> str:
        """The word below the number: what the number counts down to, or what to do."""
        interval = view.interval
        if interval.kind != "work":
            number = count_left(view.left)
            return self.tr("left") if ":" in number else self.tr("second") if number == "1" else self.tr("seconds")
        if view.phase:
            return self.phase_name(interval.exercise, view.phase)
        if interval.every:
            way = "move" if view.phase_share < 0.5 else "back"  # of each period half goes out, half back
            return self._own_phase(interval.exercise, way) or self.tr("Keep going")
        return self.phase_name(interval.exercise, "hold")

    def phase_name(self, exercise: str | None, phase: str) -> str:
        """What a phase of a repetition is called, by the exercise itself where it says so."""
        if own := self._own_phase(exercise, phase):
            return own
        return {
            "move": self.tr("Move"),
            "hold": self.tr("Hold"),
            "back": self.tr("Back"),
            "pause": self.tr("Pause"),
        }[phase]

    def _own_phase(self, exercise: str | None, phase: str) -> str:
        return str(self._exercises[exercise].phases.get(phase) or "") if exercise in self._exercises else ""

    def action(self, view: View) -> tuple[str, str] | None:
        """For open parts: (what to press, its key); None where the clock decides."""
        if view.interval.wait:
            return self.tr("Go on"), self.tr("Return")
        if view.interval.open == "own":
            return self.tr("Done"), self.tr("Return")
        if view.interval.open == "max":
            return self.tr("Lost it"), "L"
        return None

    # --- what comes next -----------------------------------------------------------------------------------------

    def next_line(self, view: View) -> tuple[str, str]:
        """(icon, words) of the card "Next"."""
        after = view.next
        if after is None:
            return "check", self.tr("The end")
        seconds = words.length(after.seconds)
        later = self.work_after(view.index + 1)
        if after.kind == "work":
            return "arrow", self._work_line(after)
        if after.kind == "say":
            return "say", after.text or words.interval_name(after)
        if after.kind == "rest":
            rest = f"{words.interval_name(after)} {seconds}"
            if later is None:
                return "rest", rest
            if later.set and later.set > 1:
                return "rest", self._sided(self.tr("{0}, then set {1}").format(rest, later.set), later.side)
            then = self._sided(self.exercise_title(later.exercise), later.side)
            return "rest", self.tr("{0}, then {1}").format(rest, then)
        if after.kind == "switch":
            side = self.side(later.side if later else None)
            return "swap", ", ".join(part for part in (words.interval_name(after), side) if part)
        return "arrow", self._work_line(later) if later else self.exercise_title(after.exercise)

    def _work_line(self, work: Interval) -> str:
        title = self._sided(self.exercise_title(work.exercise) or words.interval_name(work), work.side)
        if work.set and work.set > 1:
            return self.tr("{0}, set {1}").format(title, work.set)
        if work.reps:
            return f"{title}, {self._repetitions(work)}"
        if work.open == "max":
            return self.tr("{0}, as long as you can").format(title)
        return f"{title}, {words.clock(work.seconds)}"

    def _repetitions(self, work: Interval) -> str:
        if work.side == "alternate":
            return self.tr("{0} each side").format(work.reps)
        return self.tr("1 repetition") if work.reps == 1 else self.tr("{0} repetitions").format(work.reps)

    def work_after(self, index: int) -> Interval | None:
        """The work at interval `index` or the next after it."""
        return next((later for later in self._timeline.intervals[index:] if later.kind == "work"), None)

    def figure(self, work: Interval | None) -> Figure | None:
        """The figure that shows this work; None where it has none."""
        return figure_of(self._catalogue, self._exercises.get(work.exercise or "")) if work else None

    def figure_now(self, view: View) -> tuple[Figure | None, Pose]:
        """Who stands on the stage at this moment, and how; None where the exercise has no figure."""
        work = shown_work(view, self.work_after(view.index))
        figure = self.figure(work)
        if figure is None or work is None:
            return None, Pose()
        return figure, pose_of(view, work, is_cycle=bool(figure.cycle))

    # --- the stage -----------------------------------------------------------------------------------------------

    def scene(self, view: View) -> Scene:
        """What stands on the stage: the steps of the exercise at work or to come, or the instruction."""
        interval = view.interval
        if interval.kind == "say":
            text = interval.text or ""
            return Scene(title=text) if len(text) <= _SHORT_TEXT else Scene(lines=(text,), is_numbered=False)
        after = interval if interval.kind == "work" else self.work_after(view.index)
        exercise = self._exercises.get((after.exercise if after else interval.exercise) or "")
        if exercise is None:
            return Scene(title=self.title(view))
        is_work = interval.kind == "work"
        return Scene(
            overline="" if is_work else self.tr("Coming up"),
            title="" if is_work else str(exercise.title),
            lines=tuple(str(step) for step in exercise.steps) or (str(exercise.describe),),
            is_numbered=bool(exercise.steps),
            chip=self.chip(exercise),
            phases=self._phases(interval) if is_work else (),
        )

    def _phases(self, work: Interval) -> tuple[tuple[str, str, float], ...]:
        if not work.reps or work.open:
            return ()
        parts = (("move", work.move), ("hold", work.hold), ("back", work.back), ("pause", work.pause))
        return tuple((phase, self.phase_name(work.exercise, phase), seconds) for phase, seconds in parts if seconds)

    def chip(self, exercise: Exercise) -> tuple[str, str] | None:
        """The icon and the words of what an exercise needs; None where it needs nothing."""
        if not exercise.needs:
            return None
        return words.need_icon(exercise.needs[0]), words.sentence_of(exercise.needs)
