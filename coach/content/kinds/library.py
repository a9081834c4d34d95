"""kinds areas, safety and sources: the lists that other files refer to."""

from __future__ import annotations

from typing import Any

from coach.content.kinds.first_keys import TEXT, TEXTS, TITLE, FileRecord
from coach.content.lists import ListOf, MapOf, SetOf
from coach.content.model import Area, Safety, SafetyQuestion, Source, Tier
from coach.content.node import Map, Mark, Scalar, Seq
from coach.content.notes import Notes
from coach.content.records import Field, Record
from coach.content.rules import OnlyWith
from coach.content.scalars import Choice, Ident, Number, Ref, Yes
from coach.content.spelling import shown
from coach.content.texts import Words

MOST_FACTS = 99
"""That many of the facts of one question nobody asks for."""

_AREA = Record(
    dict,
    (
        Field("title", TITLE, "its name for people", required=True),
        Field("muscles", SetOf(TEXT), "the muscles behind it"),
        Field("rated", Yes(), "whether the wall test asks for its tension", default=False),
        Field("exercises", SetOf(Ref("exercise")), "exercises that serve it"),
        Field("routines", SetOf(Ref("routine")), "routines that serve it"),
    ),
    hint="{title: TEXT}",
)
AREAS = FileRecord(
    "areas",
    lambda areas=None, **_: areas or {},
    (Field("areas", MapOf(_AREA, "area", lambda ident, values: Area(ident, **values)), "the body areas by id"),),
    ident="areas",
)

_SOURCE = Record(
    dict,
    (
        Field("title", Words(one_line=True), "of the paper, book or page", required=True),
        Field("authors", Words(one_line=True), "who wrote it, as texts cite them: Slater and colleagues"),
        Field("where", Words(), "the journal, publisher or site"),
        Field("year", Number(1500, 2100), "when it appeared", such_as=2024),
        Field("doi", Words(), "its DOI, without the address before it"),
        Field("url", Words(), "its address"),
        Field("read", Choice("full", "abstract", "excerpt"), "how much of it was read"),
    ),
    hint="{title: TEXT}",
)
# The opening key `sources` and the entries are one key here: the map of references.
SOURCES = FileRecord(
    "sources",
    lambda sources=None, **_: sources or {},
    (
        Field(
            "sources", MapOf(_SOURCE, "source", lambda ident, values: Source(ident, **values)), "the references by id"
        ),
    ),
    ident="sources",
)


class _SafetyFile(FileRecord):
    """Questions' ids are unique."""

    def judge(self, node: Map, _values: dict[str, Any], notes: Notes) -> bool:
        questions = node.get("questions")
        seen: dict[str, Mark] = {}
        fine = True
        for question in questions.items if isinstance(questions, Seq) else ():
            ident = question.get("id") if isinstance(question, Map) else None
            if not isinstance(ident, Scalar) or not isinstance(ident.value, str):
                continue
            first = seen.setdefault(ident.text, ident.mark)
            if first != ident.mark:
                lines = f"in lines {first.line} and {ident.mark.line}"
                notes.add(ident.mark, f"the id {shown(ident.text)} is given twice, {lines}; write another one")
                fine = False
        return fine


_TIER = Record(
    dict,
    (
        Field("say", TEXT, "told when the answer is yes", required=True),
        Field("lock", Yes(), "no session until checked", default=False),
    ),
    hint="{say: TEXT}",
)


class _Question(Record):
    """No more facts are asked for than there are."""

    def judge(self, node: Map, values: dict[str, Any], notes: Notes) -> bool:
        facts, least = values.get("any_of"), values.get("at_least")
        if facts is None or least is None or least <= len(facts):
            return True
        place = node.get("at_least")
        assert place is not None
        there = "there is 1 fact" if len(facts) == 1 else f"there are {len(facts)} facts"
        notes.add(place.mark, f"at_least is {least}, and {there} in any_of; write {_up_to(len(facts))}")
        return False


def _up_to(number: int) -> str:
    return "1" if number == 1 else f"1 to {number}"


_QUESTION = _Question(
    SafetyQuestion,
    (
        Field("id", Ident(), "under which its answer is kept", required=True),
        Field(
            "ask",
            TEXT,
            "the question, to be answered by yes or no; with any_of, what its facts are about",
            required=True,
        ),
        Field("any_of", SetOf(TEXT, least=1), "facts, one a line, to be ticked where they are true"),
        Field("at_least", Number(1, MOST_FACTS), "how many of the facts make a yes", default=1),
        Field("only_with", Choice("pain"), "asked only of those who do not answer no to pain"),
        Field("tier", Ref("tier", hard=True), "how urgent a yes is", required=True),
        Field("checkable", Yes(), "whether a yes no longer counts once a professional has checked it", default=False),
        Field("note", TEXT, "a word more about it"),
        Field("sources", SetOf(Ref("source")), "what it rests on: ids from sources.yaml"),
    ),
    rules=(OnlyWith("at_least", ("any_of",)),),
    hint="{id: ID, ask: TEXT, tier: urgent}",
)
_CONDITION = Record(
    dict, (Field("ask", TEXT, "the question, to be answered by yes or no", required=True),), hint="{ask: TEXT}"
)


_PAIN = Record(
    lambda ask: ask,
    (Field("ask", TEXT, "the question, to be answered by yes or no", required=True),),
    hint="{ask: TEXT}",
)


def _safety(tiers: Any = None, questions: Any = (), conditions: Any = None, **values: Any) -> Safety:
    kept = {key: values[key] for key in ("disclaimer", "stop", "pain") if key in values}
    return Safety(tiers or {}, questions, conditions or {}, **kept)


SAFETY = _SafetyFile(
    "safety",
    _safety,
    (
        Field("disclaimer", TEXT, "told before the first session"),
        Field("stop", TEXTS, "when to stop, one rule a line"),
        Field("tiers", MapOf(_TIER, "tier", lambda ident, values: Tier(ident, **values)), "the highest first"),
        Field("pain", _PAIN, "asked before all questions; a no leaves out those that are asked only with pain"),
        Field("questions", ListOf(_QUESTION), "asked before the first session"),
        Field(
            "conditions",
            MapOf(_CONDITION, "condition", lambda _, values: values["ask"]),
            "what an exercise's check_first names",
        ),
    ),
    ident="safety",
)
