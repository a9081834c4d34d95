"""kind: exercise."""

from __future__ import annotations

from coach.content.forms import Either
from coach.content.kinds.dose import IN_DOSE, DoseShape
from coach.content.kinds.first_keys import FROM, NEEDS, POSITIONS, TEXT, TEXTS, FileRecord
from coach.content.lists import Links, ListOf, SetOf
from coach.content.model import Exercise
from coach.content.records import Field, Record
from coach.content.review import Reviewed
from coach.content.scalars import Duration, Ref, Yes
from coach.content.sided import DESCRIPTION, STEP

_BASIS = SetOf(Ref("source", words=("own-choice", "general-knowledge")))
_BASES = (Field("movement", _BASIS, "what the movement rests on"), Field("dose", _BASIS, "what the dose rests on"))
_PHASES = Record(
    dict,
    [Field(key, TEXT, f"the word under the ring during {key}") for key in ("move", "hold", "back", "pause")],
    hint="{hold: Hold}",
)

EXERCISE = FileRecord(
    "exercise",
    Exercise,
    (
        Field("also", SetOf(TEXT), "other names"),
        Field("areas", SetOf(Ref("area", hard=True), 1), "ids from areas.yaml, the main one first", required=True),
        Field("muscles", SetOf(TEXT), "the muscles at work"),
        Field("needs", NEEDS, "what has to be at hand"),
        Field("set_up", TEXT, "spoken before it begins, with time for it: how what it needs is made ready"),
        Field("position", POSITIONS, "how the person starts", required=True),
        Field("also_in", SetOf(POSITIONS), "positions it may as well be done in: who is in one of them stays there"),
        Field("describe", DESCRIPTION, "spoken; enough with eyes shut", required=True),
        Field("steps", ListOf(STEP), "the movement, one step a line"),
        Field("cues", TEXTS, "short enough to be said during a repetition"),
        Field(
            "cues_every",
            Either({"once": "once"}, Duration("30s", "60m", "30s")),
            "with `for`: one of the cues at most this often; once: only one, of repetitions too",
            default="30s",
        ),
        Field(
            "quiet",
            Yes(),
            "true: while it is done nothing is said but what a step says itself, and no bell tells the half",
            default=False,
        ),
        Field("mistakes", TEXTS, "what often goes wrong"),
        Field("dose", DoseShape(whole=True), "how much", required=True),
        Field("easier", Ref("exercise"), "the next easier exercise"),
        Field("harder", Ref("exercise"), "the next harder exercise"),
        Field("check_first", SetOf(Ref("condition")), "ids of conditions in safety.yaml"),
        Field(
            "instead",
            Links(Ref("condition"), Ref("exercise"), "{CONDITION: EXERCISE}"),
            "what takes its place for a person with that condition",
        ),
        Field("figure", Ref("figure"), "the figure that shows it"),
        Field("phases", _PHASES, "the words under the ring"),
        Field(
            "basis",
            Record(dict, _BASES, hint="{movement: [general-knowledge]}"),
            "what movement and dose rest on: source ids, own-choice or general-knowledge",
        ),
        Field("reviewed", Reviewed(), "by a physiotherapist: who, and on which day", default=False),
        FROM,
    ),
    elsewhere=IN_DOSE,
)
