"""kind: routine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from coach.content import units
from coach.content.forms import Variants
from coach.content.kinds.cues import CUE
from coach.content.kinds.dose import IN_DOSE, LAID_OVER, DoseShape
from coach.content.kinds.first_keys import FROM, TEXT, FileRecord
from coach.content.lists import ListOf, Rising
from coach.content.model import (
    ExerciseStep,
    Progress,
    ProgressDown,
    ProgressStep,
    ProgressUp,
    RestStep,
    RoundsStep,
    Routine,
    RoutineUse,
    SayStep,
)
from coach.content.model.pain import AMBER_PAIN, RED_PAIN, SAFE_PAIN
from coach.content.node import START, Map, Mark, Plain, Scalar, Unsure
from coach.content.notes import Notes, StepPlace, SureNotes, UsePlace
from coach.content.records import Field, Record
from coach.content.rules import OneOf, OnlyWith
from coach.content.scalars import Choice, Converted, Duration, Number, Ref, Yes
from coach.content.spelling import shown
from coach.content.unfolding import MOST_ROUNDS_DEEP


class _ExerciseStep(Record):
    """Takes the places of its dose and cues along: they are judged once the exercise is known."""

    def values(self, node: Map, notes: Notes) -> tuple[dict[str, Any], bool]:
        values = super().values(node, notes)
        exercise = node.get("exercise")
        if isinstance(exercise, Scalar) and isinstance(exercise.value, str):
            self._note(exercise.value, exercise.mark, notes)
        return values

    def quick(self, value: Plain, notes: SureNotes) -> Any:
        step = super().quick(value, notes)
        self._note(step.exercise, START, notes)
        return step

    def _note(self, exercise: str, mark: Mark, notes: Notes) -> None:
        """Nothing but a step has a layer or cues in a routine, so those that are noted are this one's."""
        layer = notes.layers.pop() if notes.layers else None
        notes.steps.append(StepPlace(exercise, mark, layer, tuple(notes.cues)))
        notes.cues.clear()


class _UseStep(Record):
    """Notes where it stands: what becomes of it is judged once the other routine is known."""

    def values(self, node: Map, notes: Notes) -> tuple[dict[str, Any], bool]:
        values = super().values(node, notes)
        for key, used in node.entries:
            if key.text == "routine" and isinstance(used, Scalar) and isinstance(used.value, str):
                notes.steps.append(UsePlace(used.value, used.mark, key.mark, notes.rounds_deep))
        return values

    def quick(self, value: Plain, notes: SureNotes) -> Any:
        use = super().quick(value, notes)
        notes.steps.append(UsePlace(use.routine, START, START, notes.rounds_deep))
        return use


class _Rounds(Record):
    """Counts how deep rounds stand inside one another."""

    def values(self, node: Map, notes: Notes) -> tuple[dict[str, Any], bool]:
        if notes.rounds_deep == MOST_ROUNDS_DEEP:
            mark = next(value.mark for key, value in node.entries if key.text == "rounds")
            notes.add(mark, "rounds stand four deep here; write at most three inside one another")
            return {}, False
        notes.rounds_deep += 1
        try:
            return super().values(node, notes)
        finally:
            notes.rounds_deep -= 1

    def quick(self, value: Plain, notes: SureNotes) -> Any:
        if notes.rounds_deep == MOST_ROUNDS_DEEP:
            raise Unsure
        notes.rounds_deep += 1
        rounds = super().quick(value, notes)
        notes.rounds_deep -= 1
        return rounds


def _say(say: Any, wait: bool = False, **rest: Any) -> SayStep:
    return SayStep(say, None if wait else rest.pop("seconds"), **rest)


SAY_FIELDS = (
    Field("say", TEXT, "spoken, and shown", required=True),
    Field("for", Duration("1s", "10m", "15s"), "how long it stays", name="seconds"),
    Field("wait", Yes(only=True), "until the person goes on"),
)
SAY_RULES = (OneOf(("for", "wait"), "for: 15s or wait: true"),)
SAY_HINT = "{say: TEXT, for: 15s}"


def say_step(*more: Field) -> Record:
    """The shape of a step `say`, which may have `more` keys than a routine's."""
    return Record(_say, (*SAY_FIELDS, *more), SAY_RULES, hint=SAY_HINT)


_STEPS: dict[str, Record] = {
    "exercise": _ExerciseStep(
        ExerciseStep,
        (
            Field("exercise", Ref("exercise", hard=True), "the exercise's id", required=True),
            Field("dose", DoseShape(whole=False), LAID_OVER),
            Field("cues", ListOf(CUE), "said or sounded during the work"),
            Field("note", TEXT, "shown with the exercise, and printed", such_as="Red band, elbow on a rolled towel."),
            Field("load", TEXT, "the band or weight, shown with the exercise, and printed", such_as="Red band"),
            Field("say", Yes(only=True), "the note is said too, before the exercise", name="says_note"),
        ),
        (OnlyWith("say", ("note",)),),
        hint="{exercise: ID}",
        elsewhere=IN_DOSE,
    ),
    "say": say_step(),
}


def _says_its_note(given: Mapping[str, object]) -> bool:
    """Whether `say` stands beside an exercise for its note; words that are to be said make a step of their own."""
    return "exercise" in given and (isinstance(given["say"], bool) or "note" in given)


STEP = Variants("a step", _STEPS, {"rest": lambda given: "rounds" in given, "say": _says_its_note})
_STEPS["rounds"] = _Rounds(
    RoundsStep,
    (
        Field("rounds", Number(1, 20), "how many times", required=True, such_as=2),
        Field("rest", Duration("0s", "60m", "30s"), "between rounds, none after the last", default="30s"),
        Field("steps", ListOf(STEP, 1), "what a round holds", required=True),
    ),
    name="rounds",
)
_STEPS["rest"] = Record(
    RestStep,
    (Field("rest", Duration("0s", "60m", "30s"), "takes the place of the change-over", required=True, name="seconds"),),
)

_STEPS["routine"] = _UseStep(
    RoutineUse,
    (
        Field(
            "routine",
            Ref("routine", hard=True),
            "stands for the steps of that routine, without its prepare and between",
            required=True,
        ),
    ),
)


# --- progress --------------------------------------------------------------------------------------------------------

_MORE = re.compile(r"\+(0|[1-9][0-9]{0,8})")


def _more(text: str) -> float:
    """`+2` as 2. Raises units.Wrong."""
    if found := _MORE.fullmatch(text):
        return float(found[1])
    bare = text.strip().lstrip("+")
    raise units.Wrong(f"{shown(text)} is not a step up; write {'+' + bare if bare.isdecimal() else 'one such as +2'}")


def _more_seconds(text: str) -> float:
    """`+5s` as 5. Raises units.Wrong."""
    if re.fullmatch(r"\+[0-9]{1,9}", text):
        raise units.Wrong(f"{text} has no unit; did you mean {text}s?")
    if text.startswith("+"):
        return float(units.duration(text[1:]))
    seconds = units.duration(text)
    raise units.Wrong(f"{text} is not a step up; write +{units.in_units(seconds)}")


# YAML 1.1 and 1.2 read +2 as the number 2, so that is what a stock validator sees.
_READ_AS_NUMBER = {"type": "integer", "minimum": 0}
_COUNT = Converted(_more, "+2", r"^\+(0|[1-9][0-9]{0,8})$", "a step up", _READ_AS_NUMBER)
_LENGTH = Converted(_more_seconds, "+5s", r"^\+(?=.)([0-9]+h)?([0-9]+m)?([0-9]+s)?$", "a step up")


def _climb(key: str, by: Any, most: Any, step: str, furthest: Any) -> Record:
    """One thing to raise; `step` and `furthest` are what an author would write."""

    def build(most: float | None = None, **values: Any) -> ProgressStep:
        return ProgressStep(key, float(values[key]), None if most is None else float(most))

    fields = (
        Field(key, by, "by how much", required=True, such_as=step),
        Field("most", most, "and no further", such_as=furthest),
    )
    return Record(build, fields, hint=f"{{{key}: {step}, most: {furthest}}}")


_PROGRESS_STEP = Variants(
    "a step of progress",
    {
        "reps": _climb("reps", _COUNT, Number(1, 100), "+2", 12),
        "hold": _climb("hold", _LENGTH, Duration("0s", "5m", "30s"), "+5s", "30s"),
        "sets": _climb("sets", _COUNT, Number(1, 20), "+1", 3),
        "for": _climb("for", _LENGTH, Duration("1s", "60m", "60s"), "+10s", "60s"),
        "to": Record(
            lambda to: ProgressStep("to", to=to),
            (Field("to", Choice("harder"), "the harder exercise", required=True),),
            hint="{to: harder}",
        ),
    },
)
_PAIN = Number(0, 10)
_PROGRESS = Record(
    Progress,
    (
        Field(
            "up",
            Record(
                ProgressUp,
                (
                    Field("after", Number(1, 100), "good sessions in a row", default=2),
                    Field("effort_up_to", Number(0, 10), "the most effort told of a good session", default=7),
                    Field("pain_up_to", _PAIN, "the most pain told of a good session", default=SAFE_PAIN),
                ),
                hint="{after: 2}",
            ),
            "when to go up",
        ),
        Field("steps", ListOf(_PROGRESS_STEP), "what to raise, in this order"),
        Field(
            "down",
            Record(
                lambda amber=None, **rest: ProgressDown(**rest, **(amber or {})),
                (
                    Field("pain_from", _PAIN, "one session with this much pain", default=RED_PAIN),
                    Field(
                        "amber",
                        Record(
                            dict,
                            (
                                Field(
                                    "pain_from",
                                    _PAIN,
                                    "sessions with this much pain",
                                    default=AMBER_PAIN,
                                    name="amber_pain_from",
                                ),
                                Field("times", Number(1, 100), "how many of them", default=2, name="amber_times"),
                            ),
                            hint=f"{{pain_from: {AMBER_PAIN}, times: 2}}",
                        ),
                        "several sessions of some pain",
                    ),
                ),
                hint=f"{{pain_from: {RED_PAIN}}}",
            ),
            "when to go down",
        ),
    ),
    hint="{up: {after: 2}}",
)

GOAL = Choice("desk", "daily", "strength", "warm-up", "running", "release", "recovery")
_GOALS = (
    "what it is for: desk, at one's place of work; daily; strength, a few days a week; warm-up before a run, running "
    "the run itself, release after one; recovery, when the back is sore. The list of routines and the calendar go by it"
)

ROUTINE = FileRecord(
    "routine",
    Routine,
    (
        Field("goal", GOAL, _GOALS, default="daily"),
        Field("prepare", Duration("0s", "10m", "10s"), "before the first exercise", default="10s"),
        Field("between", Duration("0s", "10m", "10s"), "change-over before each later exercise", default="10s"),
        Field("steps", ListOf(STEP, 1), "what is done, in this order", required=True),
        Field(
            "effort",
            Rising(Number(0, 10), may_equal=True),
            "the effort it should feel like, lowest and highest",
            such_as=[2, 4],
        ),
        Field("why", TEXT, "why it is worth doing"),
        Field("progress", _PROGRESS, "how it grows harder"),
        FROM,
    ),
)
