"""Each moment of a session in words, for a screen with a stage: what is done now, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from coach.session.player import View
from coach.session.timeline import Interval, Timeline
from coach.words import session
from coach.words.durations import clock, counted, short
from coach.words.language import ENGLISH, Language
from coach.words.sentences import comma_list, raised
from coach.words.session import Exercises, interval_name


class Moments:
    """The words of one session over `timeline`; `catalogue` gives the exercises by id."""

    def __init__(self, timeline: Timeline, catalogue: Exercises, language: Language = ENGLISH) -> None:
        self._timeline = timeline
        self._exercises = catalogue
        self._language = language

    @property
    def titles(self) -> dict[str, str]:
        """The title of each exercise of the session, by id."""
        ids = {interval.exercise for interval in self._timeline.intervals if interval.exercise}
        return {ident: session.exercise_title(ident, self._exercises, self._language) for ident in ids}

    def title(self, view: View) -> str:
        """What is done now."""
        return session.title(view.interval, self._exercises, self._language)

    def subtitle(self, view: View) -> str:
        """What there is to know of it, or what comes next."""
        interval, language = view.interval, self._language
        if interval.kind == "work":
            return _capital(comma_list((part for part in self._work_parts(view) if part), language))
        if interval.kind == "say":
            ready = language.translate("Moments", "Go on when you are ready")
            return ready if interval.wait else self._timeline.title
        after = self.work_after(view.index)
        if after is None:
            return ""
        if interval.kind == "switch":
            return _capital(self._side(after)) or self._exercise(after.exercise)
        if interval.kind == "rest" and after.set and after.set > 1:
            told = language.translate("Moments", "Then set {n} of {all}").format(n=after.set, all=after.sets)
            return self._sided(told, after)
        name = self._sided(self._exercise(interval.exercise or after.exercise), after)
        if interval.kind == "prepare":
            return language.translate("Moments", "First: {what}").format(what=name)
        return session.coming(name, language)

    def _work_parts(self, view: View) -> Iterator[str]:
        interval, language = view.interval, self._language
        yield session.set_of(interval, language)
        if view.repetition and view.repetitions:
            yield session.repetition_of(view.repetition, view.repetitions, language)
        elif interval.open == "own" and interval.repetitions:
            told = counted(interval.repetitions, "repetition", language)
            yield language.translate("Moments", "{repetitions}, at your own pace").format(repetitions=told)
        elif interval.open == "max":
            yield session.as_long_as_you_can(clock(interval.seconds), language)
        yield session.side_name(view.side or interval.side, language)
        yield session.round_of(interval, language)

    def position(self, view: View) -> str:
        """Exercise 4 of 7; empty where the timeline has no exercises."""
        upcoming = view.interval.step or next(
            (later.step for later in self._timeline.intervals[view.index :] if later.step), None
        )
        if not self._timeline.exercises or self._timeline.kind == "test":
            return ""
        if upcoming is None:
            return self._end()
        told = self._language.translate("Moments", "Exercise {n} of {all}")
        return told.format(n=upcoming, all=self._timeline.exercises)

    def following(self, view: View) -> str:
        """What comes after this interval, and how much of it."""
        after = view.next
        if after is None:
            return self._end()
        later = self.work_after(view.index + 1)
        match after.kind:
            case "work":
                return self._work(after)
            case "say":
                return after.text or interval_name(after, self._language)
            case "rest":
                return self._rest(after, later)
            case "switch":
                side = self._side(later) if later else ""
                return comma_list(
                    (part for part in (interval_name(after, self._language), side) if part), self._language
                )
            case _:
                return self._work(later) if later else self._exercise(after.exercise)

    def work_after(self, index: int) -> Interval | None:
        """The work at interval `index` or the next after it."""
        return next((later for later in self._timeline.intervals[index:] if later.kind == "work"), None)

    def _rest(self, rest: Interval, later: Interval | None) -> str:
        language = self._language
        told = f"{interval_name(rest, language)} {short(rest.seconds, language)}"
        if later is None:
            return told
        if later.set and later.set > 1:
            told = language.translate("Moments", "{rest}, then set {n}").format(rest=told, n=later.set)
            return self._sided(told, later)
        then = self._sided(self._exercise(later.exercise), later)
        return language.translate("Moments", "{rest}, then {exercise}").format(rest=told, exercise=then)

    def _work(self, work: Interval) -> str:
        language = self._language
        title = self._sided(session.title(work, self._exercises, language), work)
        if work.set and work.set > 1:
            return language.translate("Moments", "{exercise}, set {n}").format(exercise=title, n=work.set)
        if work.open == "max" and not work.reps:
            return f"{title}, {session.as_long_as_you_can(language=language)}"
        return f"{title}, {session.repetitions(work, language) or clock(work.seconds)}"

    def _sided(self, words: str, work: Interval) -> str:
        """The words, and the side where it is one: `Side neck stretch, left side`."""
        return comma_list((part for part in (words, self._side(work)) if part), self._language)

    def _side(self, work: Interval) -> str:
        return session.side_name(work.side, self._language)

    def _exercise(self, ident: str | None) -> str:
        return session.exercise_title(ident, self._exercises, self._language)

    def _end(self) -> str:
        return self._language.translate("Moments", "The end")


def _capital(words: str) -> str:
    return raised(words)
