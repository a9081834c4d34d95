"""The shipped safety questions: every fact of docs/evidence.md, section 6, is asked, in its tier, of whom it should."""

from __future__ import annotations

import pytest

from coach import resources
from coach.content.library import Folders, load
from coach.content.model import Safety, SafetyQuestion

# The facts of section 6, question by question: the id and tier under which they are asked, and for each fact the words
# that must stand together in one line to tick, or in what stands above it.
FACTS: dict[tuple[str, str], list[list[str]]] = {
    ("chest-pain", "emergency"): [
        ["pain", "pressure", "chest"],
        ["back pain", "breathlessness"], ["back pain", "sweating"], ["back pain", "faint"],
        ["back pain", "spreads", "arm"], ["back pain", "spreads", "jaw"],
        ["sudden pain", "severe"], ["sudden pain", "tears"],
    ],
    ("bladder-bowel", "emergency"): [
        ["new", "trouble passing urine"], ["lost control", "bladder"], ["lost control", "bowels"],
        ["numbness", "genitals"], ["numbness", "buttocks"], ["sexual function", "newly changed"],
    ],
    ("both-legs", "emergency"): [
        ["new", "weakness", "both legs"], ["new", "numbness", "both legs"], ["new", "tingling", "both legs"],
        ["walking", "unsteady"],
    ],
    ("accident", "emergency"): [["began after a serious accident"], ["serious accident or fall"]],
    ("fever-confusion", "emergency"): [["fever", "confusion"], ["fever", "very ill"]],
    ("infection", "urgent"): [
        ["with your pain", "fever"], ["with your pain", "chills"], ["with your pain", "night sweats"],
        ["with your pain", "recent infection"], ["with your pain", "recent", "operation"],
        ["with your pain", "wound that discharges"], ["with your pain", "weak immune system"],
        ["with your pain", "injected drugs"],
    ],
    ("weight-loss-cancer", "urgent"): [["with your pain", "lost weight without knowing"], ["with your pain", "cancer"]],
    ("constant-pain", "urgent"): [["constant"], ["no better with rest"], ["worse at night"]],
    ("lump-shape", "urgent"): [["new", "lump", "back"], ["new", "swelling", "back"], ["back", "changed its shape"]],
    ("worse-coughing", "urgent"): [
        ["worse", "cough"], ["worse", "sneeze"], ["worse", "open your bowels"], ["ribs like a band"],
        ["hands", "clumsy"],
    ],
    ("strain-osteoporosis", "urgent"): [
        ["sudden pain after a minor strain", "osteoporosis"],
        ["sudden pain after a minor strain", "steroids for a long time"],
        ["sudden pain after a minor strain", "over 50"],
    ],
    ("upper-back-unchecked", "urgent"): [
        ["pain between your shoulder blades", "new"], ["pain between your shoulder blades", "unexplained"],
        ["pain between your shoulder blades", "never checked"],
    ],
    ("inflammatory", "soon"): [
        ["before you were 45", "over 3 months", fact]
        for fact in (
            "before you were 35", "second half of the night", "buttocks", "eases when you move",
            "eases within 48 hours of taking an anti-inflammatory", "close relative has inflammatory back disease",
            "have, or once had, arthritis", "have, or once had, pain where a tendon joins bone",
            "have, or once had, psoriasis",
        )
    ],
    ("ulcers-red-eyes", "soon"): [
        ["keep getting ulcers in the mouth"], ["keep getting ulcers", "genitals"], ["red and painful eyes"],
    ],
    ("known-condition", "soon"): [
        ["spine fracture"], ["spine surgery"], ["disc"], ["facet disease"], ["inflammatory arthritis"],
        ["heart condition"], ["pregnant"], ["first bout of back pain", "under 20"],
        ["first bout of back pain", "over 55"],
    ],
    ("lasting-severe", "soon"): [
        ["pain", "over 6 weeks"], ["pain", "getting worse"], ["pain of 7 out of 10 or more"],
        ["one arm or leg is numb"], ["mood is very low"],
    ],
}  # fmt: skip

# Signs that section 6 adds from general professional knowledge.
ADDED: dict[tuple[str, str], list[list[str]]] = {
    ("sudden-signs", "emergency"): [
        ["sudden headache", "neck pain", "worst"], ["double vision"], ["slurred speech"], ["trouble swallowing"],
        ["belly pain", "pulse", "back pain"], ["swollen calf", "breathlessness"],
    ],
    ("signs-to-check", "urgent"): [
        ["chest pain", "ran or exercised"], ["fainted", "ran or exercised"], ["moving your neck", "dizziness"],
        ["shoulder blade", "after meals"], ["shoulder blade", "fever"],
    ],
}  # fmt: skip

OF_ALL = {
    "chest-pain", "bladder-bowel", "both-legs", "accident", "fever-confusion", "sudden-signs", "lump-shape",
    "worse-coughing", "signs-to-check", "known-condition", "lasting-severe",
}  # fmt: skip
"""What is asked of those without pain, too."""


APPOINTMENT = "Make an appointment with a doctor or physiotherapist before you start."


@pytest.fixture(scope="module")
def safety() -> Safety:
    return load(Folders(resources.routines(), resources.media())).safety


def lines(question: SafetyQuestion) -> list[str]:
    """What can be ticked, each with what stands above it."""
    return [f"{question.ask}. {fact}".lower() for fact in question.any_of] or [str(question.ask).lower()]


@pytest.mark.parametrize("table", [FACTS, ADDED], ids=["facts", "added"])
def test_each_fact_is_asked_in_its_tier(safety: Safety, table: dict[tuple[str, str], list[list[str]]]) -> None:
    asked = {(question.id, question.tier): lines(question) for question in safety.questions}
    lost = [
        (where, words)
        for where, facts in table.items()
        for words in facts
        if not any(all(word in line for word in words) for line in asked.get(where, []))
    ]
    assert lost == []


def test_nothing_is_asked_that_the_tables_do_not_know(safety: Safety) -> None:
    known = FACTS | ADDED
    strange = [
        line
        for question in safety.questions
        for line in lines(question)
        if not any(all(word in line for word in words) for words in known[question.id, question.tier])
    ]
    assert strange == []


def test_one_fact_makes_a_yes_but_where_the_source_wants_four(safety: Safety) -> None:
    assert {one.id: one.at_least for one in safety.questions if one.at_least != 1} == {"inflammatory": 4}


def test_pain_is_asked_first_and_shortens_nothing_that_makes_sense_without_it(safety: Safety) -> None:
    assert "now, or have you had it in the last six weeks" in str(safety.pain)
    assert {one.id for one in safety.questions if one.only_with is None} == OF_ALL
    assert [one.id for one in safety.questions if one.tier == "emergency" and one.only_with] == []


def test_the_gravest_come_first_and_say_what_to_do(safety: Safety) -> None:
    tiers = list(safety.tiers)
    assert tiers == ["emergency", "urgent", "soon"]
    assert [one.tier for one in safety.questions] == sorted((one.tier for one in safety.questions), key=tiers.index)
    assert {ident: (str(tier.say), tier.lock) for ident, tier in safety.tiers.items()} == {
        "emergency": ("Stop. Call your emergency number (112, 999, 911) or go to the emergency department now.", True),
        "urgent": ("Do not exercise. Contact a doctor or an urgent-care line (111, 116117) today.", True),
        "soon": (f"{APPOINTMENT} Gentle walking is fine if it is comfortable.", False),
    }
    upper_back = next(one for one in safety.questions if one.id == "upper-back-unchecked")
    assert "Continue only after a professional has checked this." in str(upper_back.note)
    assert str(safety.disclaimer).startswith("This program gives general exercise information. It does not diagnose")
    assert len(safety.stop) == 5


def test_each_question_names_what_it_rests_on_or_says_that_it_rests_on_nothing_checked(safety: Safety) -> None:
    bare = [one.id for one in safety.questions if not one.sources and "no source was checked" not in str(one.note)]
    assert bare == []
    chest = [one.id for one in safety.questions if any("chest" in source for source in one.sources)]
    assert chest == ["chest-pain"], "a page about chest pain says nothing of the others"


def test_what_is_ticked_is_a_statement(safety: Safety) -> None:
    facts = [str(fact) for one in safety.questions for fact in one.any_of]
    assert [fact for fact in facts if not fact.endswith(".") or ";" in fact] == []
    assert [str(one.ask) for one in safety.questions if one.any_of and str(one.ask).endswith((".", "?"))] == []
