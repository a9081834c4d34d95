"""The cues of an exercise step: at a place, at every n-th repetition, or every few minutes."""

from __future__ import annotations

import re
from typing import Any, get_args

from coach.content import units
from coach.content.forms import Either, Variants
from coach.content.kinds.first_keys import TEXT
from coach.content.lists import Many
from coach.content.model import CueAt, CueAtPhase, CueEach, CueEvery, Phase
from coach.content.node import START, Map, Plain, Scalar
from coach.content.notes import Notes, PlacedCue, SureNotes
from coach.content.records import Field, Record
from coach.content.rules import AnyOf
from coach.content.scalars import Converted, Duration, Number, Ref
from coach.content.shape import Shape
from coach.content.spelling import shown

SOUND = Ref("sound", hard=True)
_SPEAKS = AnyOf(("say", "sound"), "say: TEXT or sound: NAME")
_SHARE = re.compile(r"(0|[1-9][0-9]{0,8})%")


def cue_place(text: str) -> dict[str, float]:
    """`10s`, `50%` or `end-3s` as the fields of CueAt. Raises units.Wrong."""
    if share := _SHARE.fullmatch(text):
        if int(share[1]) > 100:
            raise units.Wrong(f"{shown(text)} is too large; write 0% to 100%")
        return {"share": int(share[1]) / 100}
    if re.fullmatch(r"end-[0-9]{1,9}", text):
        raise units.Wrong(f"{text} has no unit; did you mean {text}s?")
    before_end = text.startswith("end-")
    try:
        seconds = float(units.duration(text.removeprefix("end-")))
    except units.Wrong as wrong:
        if before_end or ":" in text or "no unit" in str(wrong):
            raise
        raise units.Wrong(
            f"{shown(text) or 'an empty text'} is no place for a cue; write one such as 10s, 50% or end-3s"
        ) from None
    return {"before_end" if before_end else "from_start": seconds}


_AT = Converted(
    cue_place, "10s", r"^((0|[1-9][0-9]?|100)%|(end-)?(?=.)([0-9]+h)?([0-9]+m)?([0-9]+s)?)$", "a place in the work"
)


class _CueRecord(Record):
    def read(self, node: Any, notes: Notes) -> Any:
        cue = super().read(node, notes)
        if cue is not None:
            assert isinstance(node, Map)
            where = next(value for key, value in node.entries if key.text in ("at", "each", "every"))
            assert isinstance(where, Scalar)
            notes.cues.append(PlacedCue(cue, where.mark, where.text))
        return cue

    def quick(self, value: Plain, notes: SureNotes) -> Any:
        cue = super().quick(value, notes)
        written = next(str(value[key]) for key in ("at", "each", "every") if key in value)
        notes.cues.append(PlacedCue(cue, START, written))
        return cue


def _cue_at(at: dict[str, Any], **rest: Any) -> CueAt | CueAtPhase:
    return CueAtPhase(**{**at, **rest}) if "phase" in at else CueAt(**{**at, **rest})


_PLACES = "10s, 0% to 100%, or end-3s, counted in each work interval"
_PHASES = {phase: {"phase": phase} for phase in get_args(Phase)}


def _at_record(at: Shape, about: str) -> Record:
    fields = (
        Field("at", at, about, required=True),
        Field("say", TEXT, "what is said then"),
        Field("sound", SOUND, "a file in media/sounds without its ending"),
    )
    return _CueRecord(_cue_at, fields, (_SPEAKS,), hint="{at: 50%, say: TEXT}")


CUE_AT = _at_record(_AT, _PLACES)

CUE = Variants(
    "a cue",
    {
        "at": _at_record(Either(_PHASES, _AT), f"{_PLACES}; or the start of a phase of every repetition"),
        "each": _CueRecord(
            CueEach,
            (
                Field(
                    "each",
                    Number(1, 100),
                    "at the start of every so many repetitions",
                    required=True,
                    such_as=4,
                    name="repetitions",
                ),
                Field("say", TEXT, "what is said then"),
                Field("sound", SOUND, "a file in media/sounds without its ending"),
            ),
            (_SPEAKS,),
        ),
        "every": _CueRecord(
            CueEvery,
            (
                Field(
                    "every",
                    Duration("1s", "60m", "5m", unit="m"),
                    "again and again in timed work",
                    required=True,
                    name="seconds",
                ),
                Field("say", Many(TEXT), "taken in turn"),
                Field("sound", SOUND, "a file in media/sounds without its ending"),
            ),
            (_SPEAKS,),
        ),
    },
)
