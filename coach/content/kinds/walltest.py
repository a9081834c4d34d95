"""kind: test."""

from __future__ import annotations

from typing import Any

from coach.content.forms import Variants
from coach.content.kinds.contacts import POINT
from coach.content.kinds.cues import CUE_AT
from coach.content.kinds.first_keys import NEEDS, TEXT, TEXTS, TITLE, FileRecord, order
from coach.content.kinds.routine import say_step
from coach.content.lists import ListOf, Rising, SetOf
from coach.content.model import (
    Answer,
    CheckStep,
    ContactPoint,
    CueAt,
    HoldStep,
    MeasureStep,
    RateStep,
    RecheckStep,
    Test,
    TestAdvice,
    TestFigures,
)
from coach.content.node import Map, Mark, Node, Scalar, Seq
from coach.content.notes import Notes
from coach.content.records import Field, Record
from coach.content.scalars import Duration, Ident, Number, Ref, Yes
from coach.content.spelling import shown, unknown
from coach.content.texts import Words
from coach.content.units import in_units

_ANSWER = Record(
    Answer,
    (
        Field("say", TEXT, "the answer", required=True),
        Field("points", Number(0, 100), "what it counts", required=True, such_as=2),
    ),
    hint="{say: Easily, points: 2}",
)
_ANSWERS = ListOf(_ANSWER, 1)
_POINT = Record(
    dict,
    (
        Field("id", Ident(), "under which its answer is kept", required=True),
        Field("title", TITLE, "its name for people", required=True),
        Field("area", Ref("area", hard=True), "the body area behind it"),
        Field("mark", POINT, "the point of the body that the figure at the wall lights while it is asked for"),
        Field("ask", TEXT, "its own question"),
        Field("answers", _ANSWERS, "its own answers"),
    ),
    hint="{id: head, title: Back of the head}",
)


def _check(points: tuple[dict[str, Any], ...], **common: Any) -> CheckStep:
    asked = {"ask": common["ask"], "answers": common["answers"]}
    return CheckStep(points=tuple(ContactPoint(**{**asked, **point}) for point in points), **common)


def _inside(key: str, record: Record) -> Record:
    """A step whose only key holds everything."""
    return Record(lambda **values: values[key], (Field(key, record, "what it holds", required=True),))


class _Measure(Record):
    def judge(self, node: Map, values: dict[str, Any], notes: Notes) -> bool:
        low, high, to = values.get("from_"), values.get("to"), node.get("to")
        if low is None or high is None or to is None or low < high:
            return True
        notes.add(to.mark, f"{high:g} is not above {low:g}; write a number above `from`")
        return False


class _Hold(Record):
    """Its cues lie within it."""

    def read(self, node: Node, notes: Notes) -> Any:
        first = len(notes.cues)
        step = super().read(node, notes)
        placed = tuple(notes.cues[first:])
        del notes.cues[first:]
        for one in placed if isinstance(step, HoldStep) else ():
            assert isinstance(one.cue, CueAt)
            if max(one.cue.from_start or 0.0, one.cue.before_end or 0.0) > step.seconds:
                most = in_units(int(step.seconds))
                outside = f"{shown(one.written)} is outside the hold, which lasts {most}; write at most {most}"
                notes.add(one.mark, outside)
        return step


_NUMBER = Number(-1000, 10000, decimal=True)
_IDENT = Field("id", Ident(), "under which its result is kept", required=True)
_STEP = Variants(
    "a step",
    {
        "say": say_step(Field("id", Ident(), "its name in this file")),
        "check": _inside(
            "check",
            Record(
                _check,
                (
                    _IDENT,
                    Field("ask", TEXT, "asked for each point", required=True),
                    Field("answers", _ANSWERS, "the best one first", required=True),
                    Field("points", ListOf(_POINT, 1), "the points of contact", required=True),
                ),
                hint="{id: ID, ask: TEXT, answers: [...], points: [...]}",
            ),
        ),
        "hold": _Hold(
            HoldStep,
            (
                Field("hold", Duration("1s", "10m", "30s"), "keep the shape", required=True, name="seconds"),
                _IDENT,
                Field("cues", ListOf(CUE_AT), "said or sounded while it is held"),
            ),
        ),
        "recheck": Record(
            RecheckStep, (Field("recheck", Ident(), "the id of a check before it", required=True, name="of"), _IDENT)
        ),
        "rate": _inside(
            "rate",
            Record(
                RateStep,
                (
                    _IDENT,
                    Field("ask", TEXT, "the question", required=True),
                    Field("scale", Rising(Number(0, 100), may_equal=False), "from none to the most", default=[0, 10]),
                    Field("sides", Yes(), "left and right apart", default=False),
                    Field("areas", SetOf(Ref("rated area", hard=True), 1), "ids of rated areas", required=True),
                ),
                hint="{id: ID, ask: TEXT, areas: [neck]}",
            ),
        ),
        "measure": _inside(
            "measure",
            _Measure(
                MeasureStep,
                (
                    _IDENT,
                    Field("ask", TEXT, "the question", required=True),
                    Field("title", TEXT, "what is measured, beside its value"),
                    Field("unit", Words(), "in what it is measured", required=True, such_as="cm"),
                    Field("from", _NUMBER, "the lowest value", required=True, name="from_"),
                    Field("to", _NUMBER, "the highest value", required=True),
                    Field("optional", Yes(), "whether it may be left out", default=False),
                ),
                hint="{id: ID, ask: TEXT, unit: cm, from: 0, to: 30}",
            ),
        ),
    },
)


class _TestFile(FileRecord):
    """Ids are unique in the file, and a recheck names a check that stands before it."""

    def judge(self, node: Map, _values: dict[str, Any], notes: Notes) -> bool:
        steps = node.get("steps")
        seen: dict[str, Mark] = {}
        checks: list[str] = []
        before = len(notes.problems)
        for step in steps.items if isinstance(steps, Seq) else ():
            inside = _map_in(step)
            again = _text(step, "recheck")
            if again and again.text not in checks:
                none = "there is no check before this; write the check first, then its recheck"
                notes.add(again.mark, unknown(again.text, checks) if checks else none)
            for ident in _idents(step):
                _note_twice(ident, seen.setdefault(ident.text, ident.mark), notes)
            if isinstance(step, Map) and step.get("check") and inside and (own := _text(inside, "id")):
                checks.append(own.text)
        return len(notes.problems) == before


def _note_twice(ident: Scalar, first: Mark, notes: Notes) -> None:
    if first != ident.mark:
        lines = f"in lines {first.line} and {ident.mark.line}"
        notes.add(ident.mark, f"the id {shown(ident.text)} is given twice, {lines}; write another one")


def _map_in(step: Node) -> Map | None:
    """The map that a check, rate or measure step holds."""
    inner = (step.get(key) for key in ("check", "rate", "measure")) if isinstance(step, Map) else ()
    return next((node for node in inner if isinstance(node, Map)), None)


def _text(node: Node, key: str) -> Scalar | None:
    value = node.get(key) if isinstance(node, Map) else None
    return value if isinstance(value, Scalar) and isinstance(value.value, str) else None


def _idents(step: Node) -> list[Scalar]:
    """Every id that a step gives, its points' too."""
    inside = _map_in(step)
    points = inside.get("points") if inside else None
    places: list[Node] = [step, *([inside] if inside else []), *(points.items if isinstance(points, Seq) else ())]
    return [ident for place in places if (ident := _text(place, "id"))]


TEST = _TestFile(
    "test",
    Test,
    (
        Field("again_after", Duration("1m", "366d", "7d", unit="d"), "when to do it again"),
        Field("needs", NEEDS, "what has to be at hand"),
        Field("before", TEXTS, "what to see to first"),
        Field("steps", ListOf(_STEP, 1), "what is done and asked, in this order", required=True),
        Field(
            "advice",
            Record(
                TestAdvice,
                (
                    Field("areas", Number(1, 20), "how many areas", default=2),
                    Field("from", Number(0, 100), "of those at this tension or more", default=3, name="from_"),
                ),
                hint="{areas: 2, from: 3}",
            ),
            "which areas become focus areas",
        ),
        Field(
            "figures",
            Record(
                TestFigures,
                (
                    Field("wall", Ref("figure"), "stands at the wall"),
                    Field("step", Ref("figure"), "takes the one step forward and keeps the shape"),
                ),
                hint="{wall: ID, step: ID}",
            ),
            "who shows it",
        ),
        order("its place among the tests, the first of which is the page of the wall test"),
    ),
)
