"""A test that asks, times and compares, as the wall test does."""

from __future__ import annotations

from coach.content.model.cues import CueAt
from coach.content.model.routine import SayStep
from coach.content.model.text import Text
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers to a check's question, and the points that it gives."""

    say: Text
    points: int


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """`ask` and `answers` are those of the check step unless the point has its own. `mark` is the point of a figure's
    body that is lit while it is asked for.
    """

    id: str
    title: Text
    ask: Text
    answers: tuple[Answer, ...]
    area: str | None = None
    mark: str | None = None


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
    """A measure that the person takes, in `unit`, between `from_` and `to`; may be left out where `optional`. `title`
    names it beside its value; without one the question does.
    """

    id: str
    ask: Text
    unit: str
    from_: float
    to: float
    optional: bool = False
    title: Text | None = None


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
class TestFigures:
    """Who shows the test: standing at the wall, and taking the one step forward in which the shape is kept."""

    __test__ = False  # not a pytest class
    wall: str | None = None
    step: str | None = None


@dataclass(frozen=True, slots=True)
class Test:
    """A test that asks, times and compares; its steps are gone through in order, and ids stand once in it.

    `again_after` is None where it need not be repeated; `before` is what to see to first. `order` is its place among
    the tests, 1 the first.
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
    figures: TestFigures = TestFigures()
    order: int | None = None
    sources: tuple[str, ...] = ()
