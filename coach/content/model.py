"""The checked, frozen values that the rest of the program works with.

Durations are seconds as float, moments of the day are minutes after midnight as int, ids are plain strings. Every
value was judged by the checker before it exists, so nothing here checks anything again. Where a key is optional in
a file, the default stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Literal

Kind = Literal[
    "exercise", "routine", "test", "reminder", "plan", "lesson", "figure", "coaching", "areas", "safety", "sources"
]
Side = Literal["none", "both", "alternate", "left", "right"]
EMPTY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Text:
    """Words for a person, in English and perhaps other languages. `str(text)` is the English one."""

    en: str
    translations: Mapping[str, str] = field(default_factory=lambda: EMPTY, hash=False)

    def in_language(self, language: str) -> str:
        """The words in `language` (a tag like `de`), in English where there are none."""
        return self.translations.get(language, self.en)

    def __str__(self) -> str:
        return self.en


# --- dose ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DoseLayer:
    """The keys of a `dose` as one file gives them; None where a key is not given.

    An exercise's layer is complete enough to become a Dose by itself; a step's or a plan's layer is laid over it.
    `for_seconds` is None unless `for` gives a length; `as_long_as_possible` is True for `for: max`.
    """

    sets: int | None = None
    rest: float | None = None
    reps: int | None = None
    move: float | None = None
    hold: float | None = None
    back: float | None = None
    pause: float | None = None
    own_pace: bool | None = None
    for_seconds: float | None = None
    as_long_as_possible: bool | None = None
    up_to: float | None = None
    every: float | None = None
    sides: Side | None = None
    switch: float | None = None

    def over(self, below: DoseLayer) -> DoseLayer:
        """This layer laid over `below`, key by key.

        A layer that gives `for` drops the other's reps, move, hold, back, pause and pace; one that gives `reps` drops
        for, up_to and every (docs/format.md, Dose).
        """
        merged = {f.name: getattr(below, f.name) for f in fields(DoseLayer)}
        if self.for_seconds is not None or self.as_long_as_possible:
            merged.update(dict.fromkeys(("reps", "move", "hold", "back", "pause", "own_pace")))
            merged.update(dict.fromkeys(("for_seconds", "as_long_as_possible")))
        if self.reps is not None:
            merged.update(dict.fromkeys(("for_seconds", "as_long_as_possible", "up_to", "every")))
        merged.update({f.name: v for f in fields(DoseLayer) if (v := getattr(self, f.name)) is not None})
        return DoseLayer(**merged)

    def settled(self) -> Dose:
        """The Dose with the defaults of docs/format.md where this layer is silent."""
        given = {f.name: v for f in fields(DoseLayer) if (v := getattr(self, f.name)) is not None}
        return Dose(**given)


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an exercise: exactly one of `reps`, `for_seconds` and `as_long_as_possible` is set. Seconds."""

    sets: int = 1
    rest: float = 30.0
    reps: int | None = None
    move: float = 2.0
    hold: float = 0.0
    back: float = 2.0
    pause: float = 0.0
    own_pace: bool = False
    for_seconds: float | None = None
    as_long_as_possible: bool = False
    up_to: float = 120.0
    every: float | None = None
    sides: Side = "none"
    switch: float = 5.0

    @property
    def first_side(self) -> Literal["left", "right"] | None:
        """The side that begins, or the only one: of both the left (docs/format.md, Dose)."""
        return None if self.sides == "none" else "right" if self.sides == "right" else "left"


# --- exercises and routines ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Exercise:
    """One movement, with what a person has to know to do it with eyes shut.

    `areas` has the main one first; `check_first` are ids of conditions in safety.yaml; `basis` says what `movement` and
    `dose` rest on; `reviewed` is True only where a physiotherapist has looked at it.
    """

    id: str
    title: Text
    areas: tuple[str, ...]
    position: str
    describe: Text
    dose: DoseLayer
    summary: Text | None = None
    also: tuple[Text, ...] = ()
    muscles: tuple[Text, ...] = ()
    needs: tuple[str, ...] = ()
    steps: tuple[Text, ...] = ()
    cues: tuple[Text, ...] = ()
    mistakes: tuple[Text, ...] = ()
    easier: str | None = None
    harder: str | None = None
    check_first: tuple[str, ...] = ()
    figure: str | None = None
    phases: Mapping[str, Text] = field(default_factory=dict)  # move, hold, back, pause -> the word under the ring
    basis: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # movement, dose -> source ids and own-choice ...
    reviewed: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CueAt:
    """`at: 10s`, `50%` or `end-3s`: counted in each work interval. Exactly one of the three is set."""

    from_start: float | None = None  # seconds
    share: float | None = None  # 0.0 to 1.0
    before_end: float | None = None  # seconds
    say: Text | None = None
    sound: str | None = None


@dataclass(frozen=True, slots=True)
class CueEach:
    """`each: 4`: at the start of repetitions 4, 8, 12 ..."""

    repetitions: int
    say: Text | None = None
    sound: str | None = None


@dataclass(frozen=True, slots=True)
class CueEvery:
    """`every: 5m` in timed work, the texts taken in turn."""

    seconds: float
    say: tuple[Text, ...] = ()
    sound: str | None = None


Cue = CueAt | CueEach | CueEvery


@dataclass(frozen=True, slots=True)
class ExerciseStep:
    """An exercise in a routine: `dose` is laid over its own key by key, `cues` are added to its work."""

    exercise: str
    dose: DoseLayer = DoseLayer()
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class RestStep:
    """A rest of `seconds` in which nothing is asked of the person."""

    seconds: float


@dataclass(frozen=True, slots=True)
class SayStep:
    """`seconds` is None with `wait: true`: until the person goes on. `id` only in a test, where it is optional."""

    say: Text
    seconds: float | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class RoundsStep:
    """All of `steps` so many times over, with `rest` seconds between two rounds and none after the last."""

    rounds: int
    steps: tuple[RoutineStep, ...]
    rest: float = 30.0


RoutineStep = ExerciseStep | RestStep | SayStep | RoundsStep


@dataclass(frozen=True, slots=True)
class ProgressUp:
    """`after` good sessions in a row lead a level up: those with effort and pain (0 to 10) no higher than here.

    Pain up to 3 is what leaflets call safe; effort up to 7 is our choice (docs/evidence.md, sections 6 and 7).
    """

    after: int = 2  # sessions
    effort_up_to: int = 7
    pain_up_to: int = 3


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

    4 to 5 and 6 are the bands of leaflets; what follows from them is our choice (docs/evidence.md, section 6).
    """

    pain_from: int = 6
    amber_pain_from: int = 4
    amber_times: int = 2


DEFAULT_PROGRESS_STEPS = (
    ProgressStep("reps", 2, 12),
    ProgressStep("hold", 5, 30),
    ProgressStep("sets", 1, 3),
    ProgressStep("to", to="harder"),
)


@dataclass(frozen=True, slots=True)
class Progress:
    """How a routine is meant to grow harder or easier; of `steps` the first that is still possible is meant.

    The program itself changes no dose by it: it is only read and checked.
    """

    up: ProgressUp = ProgressUp()
    steps: tuple[ProgressStep, ...] = DEFAULT_PROGRESS_STEPS
    down: ProgressDown = ProgressDown()


@dataclass(frozen=True, slots=True)
class Routine:
    """What is done in a session, in order.

    `prepare` are the seconds before the first exercise, `between` those before each later one; `effort` is how hard it
    should feel, lowest and highest, 0 to 10. No exercise need be among the steps.
    """

    id: str
    title: Text
    steps: tuple[RoutineStep, ...]
    summary: Text | None = None
    goal: str = "daily"
    prepare: float = 10.0
    between: float = 10.0
    effort: tuple[int, int] | None = None
    why: Text | None = None
    progress: Progress = Progress()
    sources: tuple[str, ...] = ()


# --- the wall test ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers to a check's question, and the points that it gives."""

    say: Text
    points: int


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """`ask` and `answers` are those of the check step unless the point has its own."""

    id: str
    title: Text
    ask: Text
    answers: tuple[Answer, ...]
    area: str | None = None


@dataclass(frozen=True, slots=True)
class CheckStep:
    """A question asked of each point in turn; the first of `answers` is the one that a recheck counts."""

    id: str
    ask: Text
    answers: tuple[Answer, ...]
    points: tuple[ContactPoint, ...]


@dataclass(frozen=True, slots=True)
class HoldStep:
    """The test's shape, held until it is lost, for `seconds` at most."""

    id: str
    seconds: float
    cues: tuple[CueAt, ...] = ()


@dataclass(frozen=True, slots=True)
class RecheckStep:
    """The points of the check `of` once more, counting those answered like the first answer."""

    id: str
    of: str


@dataclass(frozen=True, slots=True)
class RateStep:
    """The tension of each area on a `scale` from lowest to highest; with `sides` left and right apart."""

    id: str
    ask: Text
    areas: tuple[str, ...]
    scale: tuple[int, int] = (0, 10)
    sides: bool = False


@dataclass(frozen=True, slots=True)
class MeasureStep:
    """A measure that the person takes, in `unit`, between `from_` and `to`; may be left out where `optional`."""

    id: str
    ask: Text
    unit: str
    from_: float
    to: float
    optional: bool = False


TestStep = SayStep | CheckStep | HoldStep | RecheckStep | RateStep | MeasureStep


@dataclass(frozen=True, slots=True)
class TestAdvice:
    """Which areas become focus areas: at most `areas` of those whose tension is `from_` or more.

    Both defaults are our choice (docs/evidence.md, section 1).
    """

    __test__ = False  # not a pytest class
    areas: int = 2
    from_: int = 3


@dataclass(frozen=True, slots=True)
class Test:
    """A test that asks, times and compares; its steps are gone through in order, and ids stand once in it.

    `again_after` is None where it need not be repeated; `before` is what to see to first.
    """

    __test__ = False  # not a pytest class
    id: str
    title: Text
    steps: tuple[TestStep, ...]
    summary: Text | None = None
    again_after: float | None = None  # seconds
    needs: tuple[str, ...] = ()
    before: tuple[Text, ...] = ()
    advice: TestAdvice = TestAdvice()
    sources: tuple[str, ...] = ()


# --- reminders and plans ---------------------------------------------------------------------------------------------

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Window:
    """Hours of a day, minutes after midnight. `end` below or equal to `start` crosses midnight; 0-1440 is all day."""

    start: int = 0
    end: int = 24 * 60


@dataclass(frozen=True, slots=True)
class Reminder:
    """Exactly one of `every` (seconds at the desk) and `at` (minutes after midnight) is set."""

    id: str
    title: Text
    messages: tuple[Text, ...]
    every: float | None = None
    at: tuple[int, ...] = ()
    summary: Text | None = None
    days: tuple[str, ...] = WEEKDAYS
    between: Window = Window()
    away_counts: float = 300.0
    enabled: bool = True
    offer: str | None = None  # a routine's or a test's id
    figure: str | None = None
    icon: str = "reminders"
    snooze: tuple[float, ...] = (300.0, 600.0, 900.0)
    at_most: int | None = None  # a day
    show: str = "nudge"
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanItem:
    """Exactly one of `routine` and `test` is set. `volume` is a share: 0.5 for `50%`."""

    days: tuple[str, ...]
    routine: str | None = None
    test: str | None = None
    times: int = 1
    dose: DoseLayer = DoseLayer()
    only: tuple[str, ...] = ()
    volume: float | None = None
    if_sore: str | None = None


@dataclass(frozen=True, slots=True)
class PlanWeeks:
    """Weeks `first` to `last`, both counted; `last` is None from here on."""

    first: int
    last: int | None
    do: tuple[PlanItem, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done on which days, week after week; `weeks` rise and do not overlap."""

    id: str
    title: Text
    weeks: tuple[PlanWeeks, ...]
    summary: Text | None = None
    sources: tuple[str, ...] = ()


# --- what the coach says, areas, safety, sources, lessons, figures ---------------------------------------------------

EVENTS = (
    "prepare", "next", "go", "countdown", "half", "last-rep", "switch", "rest", "stop", "done",
    "describe", "count", "form", "pause", "resume", "lost", "nudge",
)  # fmt: skip
PLACEHOLDERS = ("routine", "exercise", "dose", "describe", "side", "set", "sets", "rep", "reps", "seconds")
PHRASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "repetitions": ("n",),
        "sets-of": ("n", "sets", "reps", "dose"),
        "times": ("n", "sets", "time", "dose"),
        "each-side": ("dose",),
        "left-first": ("dose",),
        "one-side": ("dose", "side"),
        "hold": ("time",),
        "seconds": ("n",),
        "minutes": ("n",),
        "as-long-as-you-can": ("time",),
        "own-pace": (),
        "joined": ("first", "second"),
        "left": (),
        "right": (),
    }
)
"""The parts of {dose} with the placeholders that each may hold."""


@dataclass(frozen=True, slots=True)
class CoachingEvent:
    """`say` longest first; `last` belongs to countdown, `from_` to half; both seconds."""

    say: tuple[Text, ...] = ()
    sound: str | None = None
    last: float | None = None
    from_: float | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of {dose}. `one` is used where the phrase's number is 1; both are the same where no number counts."""

    one: Text
    other: Text


@dataclass(frozen=True, slots=True)
class Coaching:
    """What the coach says and sounds at each of EVENTS, and the PHRASES that a dose is put into words with."""

    events: Mapping[str, CoachingEvent]
    phrases: Mapping[str, Phrase] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the body; `rated` ones are those that the wall test asks about. Its exercises and routines serve it."""

    id: str
    title: Text
    muscles: tuple[Text, ...] = ()
    rated: bool = False
    exercises: tuple[str, ...] = ()
    routines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tier:
    """How urgent a yes is: what is said of it, and with `lock` that there is no session until it was checked."""

    id: str
    say: Text
    lock: bool = False


@dataclass(frozen=True, slots=True)
class SafetyQuestion:
    """A question before the first session; `id` is what its answer is kept under, `tier` how urgent a yes is.

    With `checkable` a yes no longer stands once a professional has checked what it is about.
    """

    id: str
    ask: Text
    tier: str
    note: Text | None = None
    checkable: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Safety:
    """`tiers` stand in the file's order, the highest first. `conditions` are what check_first names."""

    tiers: Mapping[str, Tier]
    questions: tuple[SafetyQuestion, ...]
    conditions: Mapping[str, Text] = field(default_factory=dict)
    disclaimer: Text | None = None
    stop: tuple[Text, ...] = ()  # the stop rules, one a line


@dataclass(frozen=True, slots=True)
class Source:
    """Something that facts rest on, by the id under which other files cite it."""

    id: str
    title: Text
    where: str | None = None
    year: int | None = None
    doi: str | None = None
    url: str | None = None
    read: str | None = None  # full, abstract or excerpt: how much of it was read


@dataclass(frozen=True, slots=True)
class Lesson:
    """`body` is Markdown, the front matter taken off. `order` is its place among the lessons, 1 the first."""

    id: str
    title: Text
    body: str
    summary: Text | None = None
    sources: tuple[str, ...] = ()
    order: int | None = None
    figure: str | None = None
    translations: Mapping[str, Lesson] = field(default_factory=dict)


View = str | tuple[float, float]
"""A camera by its name, or yaw and pitch in degrees."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Checked for keys, types and limits; poses stay plain frozen mappings until the figure engine takes them."""

    id: str
    title: Text
    base: str
    start: Mapping[str, object]
    view: View = "three-quarter"
    second_view: View | None = None
    props: tuple[object, ...] = ()
    via: tuple[tuple[float, Mapping[str, object]], ...] = ()
    end: Mapping[str, object] | None = None
    cycle: tuple[tuple[float, Mapping[str, object]], ...] = ()
    mirror: bool = False
    wrong: Mapping[str, object] | None = None
    contacts: tuple[object, ...] | None = None
    wrong_contacts: tuple[object, ...] | None = None
    highlight: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    summary: Text | None = None
    sources: tuple[str, ...] = ()
