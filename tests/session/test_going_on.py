"""A session cut short goes on where its exercise, set and side are, or says that the routine has changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coach.content.model import DoseLayer, ExerciseStep, RestStep, RoundsStep, RoutineStep, SayStep, Text
from coach.session.compile import compile_routine
from coach.session.going_on import GoingOn, following, go_on, numbers_after
from coach.session.outcomes import DONE
from coach.session.timeline import Interval
from tests.session.library import catalogue, exercise, routine

IDS = "abcdx"
LIBRARY = catalogue(*(exercise(name, DoseLayer(for_seconds=20.0)) for name in IDS))


@dataclass(frozen=True)
class Row:
    """As the store keeps an interval."""

    index: int
    kind: str
    exercise: str | None
    set: int | None
    side: str | None
    outcome: str


def step(written: str) -> ExerciseStep:
    """`a`, `a*3` of three sets, `a:left`, `a:both`."""
    name, _, side = written.partition(":")
    name, _, sets = name.partition("*")
    return ExerciseStep(name, DoseLayer(sets=int(sets or 1), rest=5.0, sides=side or "none"))


def laid(written: str | list[RoutineStep], between: float = 5.0) -> tuple[Interval, ...]:
    """The intervals of a routine as it is written: steps with spaces between them."""
    steps = [step(word) for word in written.split()] if isinstance(written, str) else written
    return compile_routine(routine(*steps, prepare=5.0, between=between), LIBRARY).intervals


def name(interval: Interval | Row) -> str:
    """`between b`, `a 1`, `a 2 left`."""
    kind = "" if interval.kind == "work" else f"{interval.kind} "
    words = (interval.exercise, interval.set, interval.side)
    return kind + " ".join(str(word) for word in words if word is not None)


def rows(intervals: tuple[Interval, ...], until: str, outcomes: dict[str, str] | None = None) -> list[Row]:
    """What was recorded of a session that was cut short in `until`."""
    names = [name(interval) for interval in intervals]
    return [
        Row(at, one.kind, one.exercise, one.set, one.side, (outcomes or {}).get(name(one), "done"))
        for at, one in enumerate(intervals[: names.index(until)])
    ]


def told(found: GoingOn, intervals: tuple[Interval, ...]) -> tuple[str | None, list[str]]:
    """Where it goes on, and the work that is ticked off."""
    ticked = [
        name(intervals[at])
        for at, outcome in sorted(found.outcomes.items())
        if outcome in DONE and intervals[at].kind == "work"
    ]
    return None if found.first is None else name(intervals[found.first]), ticked


EDITS = [
    ("nothing changed", "a b c d", "c 1", "a b c d", "c 1", ["a 1", "b 1"]),
    ("new in front", "a b c d", "c 1", "x a b c d", "c 1", ["a 1", "b 1"]),
    ("new in the middle, before what was done", "a b c d", "c 1", "a x b c d", "c 1", ["a 1", "b 1"]),
    ("new right before the place", "a b c d", "c 1", "a b x c d", "c 1", ["a 1", "b 1"]),
    ("new right before the way to the next", "a b c d", "between c", "a b x c d", "between x", ["a 1", "b 1"]),
    ("new at the end", "a b c", "c 1", "a b c x", "c 1", ["a 1", "b 1"]),
    ("the last moved to the front", "a b c d", "c 1", "d a b c", "c 1", ["a 1", "b 1"]),
    ("a done one removed", "a b c d", "c 1", "b c d", "c 1", ["b 1"]),
    ("the last done one removed", "a b c d", "c 1", "a c d", "c 1", ["a 1"]),
    ("the last done one removed, on the way", "a b c d", "between c", "a c d", "between c", ["a 1"]),
    ("the current one removed", "a b c d", "c 1", "a b d", "between d", ["a 1", "b 1"]),
    ("a later one removed", "a b c d", "c 1", "a b c", "c 1", ["a 1", "b 1"]),
    ("done ones reordered", "a b c d", "c 1", "b a c d", "c 1", ["b 1", "a 1"]),
    ("the current one moved to the front", "a b c d", "c 1", "c a b d", None, ["a 1", "b 1"]),
    ("a done one moved behind", "a b c d", "c 1", "b c d a", None, ["b 1", "a 1"]),
    ("all that is left removed", "a b c d", "c 1", "a b", None, ["a 1", "b 1"]),
    ("shorter in front and behind", "a b c d", "c 1", "b c", "c 1", ["b 1"]),
    ("another routine", "a b c", "c 1", "x d", None, []),
    ("more sets of the current one", "a*2 b", "a 2", "a*3 b", "a 2", ["a 1"]),
    ("more sets of one that was done", "a*2 b", "b 1", "a*3 b", "b 1", ["a 1", "a 2"]),
    ("fewer sets of the current one", "a*3 b", "a 3", "a*2 b", "between b", ["a 1", "a 2"]),
    ("fewer sets, in the last", "a*3 b", "between b", "a*2 b", "between b", ["a 1", "a 2"]),
    ("fewer sets and new in front", "a*3 b", "a 3", "x a*2 b", "between b", ["a 1", "a 2"]),
    ("sides of a later one", "a b c", "b 1", "a b:both c", "b 1 left", ["a 1"]),
    ("no sides of a later one", "a b:both c", "b 1 left", "a b c", "b 1", ["a 1"]),
    ("sides of one that was done", "a b c", "c 1", "a:both b c", "c 1", ["b 1"]),
    ("sides of the one just done", "a b c", "between b", "a:both b c", None, []),
    ("in the second side, which is alone now", "a:both b", "a 1 right", "a:right b", "a 1 right", []),
    ("in the second side, and sides are gone", "a:both b", "a 1 right", "a b", None, []),
    ("in the second side, the first is alone now", "a:both b", "a 1 right", "a:left b", "between b", ["a 1 left"]),
    ("in the second side, new in front", "a:both b", "a 1 right", "x a:both b", "a 1 right", ["a 1 left"]),
    ("before the first, new in front", "a b", "a 1", "x a b", "a 1", []),
    ("nothing recorded", "a b", "prepare a", "x b", "prepare x", []),
]  # fmt: skip


@pytest.mark.parametrize(("_", "before", "until", "after", "first", "ticked"), EDITS, ids=[edit[0] for edit in EDITS])
def test_where_it_goes_on_and_what_is_ticked(_, before, until, after, first, ticked):
    kept, intervals = rows(laid(before), until), laid(after)
    assert told(go_on(kept, intervals, len(laid(before))), intervals) == (first, ticked)


def test_the_same_exercise_twice_is_found_by_its_turn():
    before, after = laid("a b a c"), laid("x a b a c")
    second = 5
    assert name(before[second]) == "a 1"
    kept = [replace(row, index=at) for at, row in enumerate(rows(before, "c 1")[:second])]
    found = go_on(kept, after, len(before))
    assert (found.first, told(found, after)) == (7, ("a 1", ["a 1", "b 1"]))


@pytest.mark.parametrize(("turns", "first"), [(3, "between b"), (2, "between b"), (1, None)])
def test_a_circuit_goes_on_in_its_round(turns, first):
    before = laid([RoundsStep(3, (step("a"), step("b")), 5.0)])
    cut = [at for at, one in enumerate(before) if name(one) == "between b"][1]
    kept = [Row(at, one.kind, one.exercise, one.set, one.side, "done") for at, one in enumerate(before[:cut])]
    after = laid([step("x"), RoundsStep(turns, (step("a"), step("b")), 5.0)])
    found = go_on(kept, after, len(before))
    assert told(found, after) == (first, ["a 1", "b 1", "a 1"][: 2 if turns == 1 else 3])
    if found.first is not None:
        assert after[found.first].round == 2


def test_in_another_circuit_the_exercise_that_came_is_gone_on_with():
    before = laid([RoundsStep(2, (step("a"), step("b")), 0.0)])
    after = laid([RoundsStep(2, (step("x"), step("a"), step("b")), 0.0)])
    cut = [at for at, one in enumerate(before) if name(one) == "b 1"][1]
    kept = [Row(at, one.kind, one.exercise, one.set, one.side, "done") for at, one in enumerate(before[:cut])]
    found = go_on(kept, after, len(before))
    assert told(found, after) == ("b 1", ["a 1", "b 1", "a 1"])
    assert after[found.first or 0].round == 2


def test_rests_of_the_file_and_sentences_are_gone_through_once():
    say = SayStep(Text("Shake your arms."), 4.0)
    before = laid([step("a"), RestStep(8.0), say, step("b")])
    after = laid([SayStep(Text("Hello."), 4.0), step("x"), step("a"), RestStep(8.0), say, step("b")])
    found = go_on(rows(before, "b 1"), after, len(before))
    assert name(after[found.first or 0]) == "b 1"
    ticked = [after[at].kind for at in found.outcomes]
    assert ticked == ["work", "rest"], "which sentence was heard was not recorded"
    found = go_on(rows(before, "say "), after, len(before))
    assert after[found.first or 0].text == "Shake your arms."


def test_a_sentence_where_it_was_removed_leads_on():
    say = SayStep(Text("Shake your arms."), 4.0)
    before, after = laid([step("a"), say, step("b")]), laid("x a b")
    found = go_on(rows(before, "b 1"), after, len(before))
    assert name(after[found.first or 0]) == "between b"


def test_what_was_skipped_is_not_ticked_and_is_counted_apart():
    before, after = laid("a b c d"), laid("x a b c d")
    kept = rows(before, "c 1", {"b 1": "skipped", "a 1": "lost"})
    found = go_on(kept, after, len(before))
    assert told(found, after) == ("c 1", ["a 1"])
    assert (found.done, found.skipped) == (3, 1)
    unchanged = go_on(kept, before, len(before))
    assert (unchanged.first, unchanged.done, unchanged.skipped) == (5, 4, 1)


def test_where_there_is_one_less_of_a_kind_what_was_done_comes_before_what_was_skipped():
    before, after = laid("a b a c"), laid("b a c")
    kept = [replace(row, outcome="skipped") if row.index == 1 else row for row in rows(before, "c 1")]
    assert told(go_on(kept, after, len(before)), after) == ("c 1", ["b 1", "a 1"])


def test_an_outcome_of_a_later_version_is_not_done():
    kept = rows(laid("a b"), "b 1", {"a 1": "of a later version"})
    assert go_on(kept, laid("a b"), 4).outcomes == {0: "done", 1: "skipped", 2: "done"}


@pytest.mark.parametrize(("after", "first"), [("a b c", "b 1"), ("x a b c", "b 1")])
def test_what_was_to_be_repeated_is_repeated(after, first):
    before = laid("a b c")
    kept = [*rows(before, "b 1"), Row(3, "work", "b", 1, None, "repeated")]
    assert told(go_on(kept, laid(after), len(before)), laid(after)) == (first, ["a 1"])


def test_a_rest_that_was_to_be_repeated_is_repeated():
    before, after = laid("a*2 b"), laid("x a*2 b")
    kept = [*rows(before, "rest a"), Row(2, "rest", "a", None, None, "repeated")]
    assert told(go_on(kept, after, len(before)), after) == ("rest a", ["a 1"])


def test_what_was_done_and_gone_back_to_stays_done():
    before = laid("a b c")
    kept = [*rows(before, "c 1"), Row(5, "work", "c", 1, None, "repeated"), Row(4, "between", "c", None, None, "done")]
    found = go_on(kept, before, len(before))
    assert (found.first, found.outcomes[3], found.outcomes[5]) == (5, "done", "repeated")


def test_all_walked_through_is_told_from_all_the_rest_removed():
    before = laid("a b")
    kept = [*rows(before, "b 1"), Row(3, "work", "b", 1, None, "done")]
    assert go_on(kept, before, len(before)).first == len(before)
    assert go_on(kept, before, len(before) + 2).first is None


def test_behind_the_last_or_at_it():
    assert following([]) == 0
    assert following(rows(laid("a b"), "b 1")) == 3


class TestNumbers:
    """What was recorded is never renamed: a number stands for one thing of a session."""

    def test_where_nothing_changed_a_number_is_the_index(self):
        before = laid("a b c")
        assert go_on(rows(before, "c 1"), before, len(before)).numbers == tuple(range(len(before)))

    def test_what_was_recorded_keeps_its_number_and_the_rest_has_new_ones(self):
        before, after = laid("a b"), laid("x a b")
        numbers = go_on(rows(before, "b 1"), after, len(before)).numbers
        assert [name(one) for one in after] == ["prepare x", "x 1", "between a", "a 1", "between b", "b 1"]
        assert numbers == (4, 5, 6, 1, 2, 9)

    def test_a_session_goes_on_a_second_time_under_the_same_numbers(self):
        before, after = laid("a b c"), laid("x a b c")
        kept = rows(before, "b 1")
        first = go_on(kept, after, len(before))
        assert first.first == 5
        kept += [
            Row(first.numbers[at], after[at].kind, after[at].exercise, after[at].set, after[at].side, "done")
            for at in (5, 6)
        ]
        again = go_on(kept, after, len(before))
        assert told(again, after) == ("c 1", ["a 1", "b 1"])
        assert [again.numbers[at] for at in (3, 4, 5, 6)] == [first.numbers[at] for at in (3, 4, 5, 6)]
        assert len(set(again.numbers)) == len(after)

    def test_a_part_that_could_not_be_read_leaves_the_others_where_they_are(self):
        before = laid("a b c")
        kept = [row for row in rows(before, "c 1") if row.index != 2]
        assert told(go_on(kept, before, len(before)), before) == ("c 1", ["a 1", "b 1"])


# --- whatever was done, wherever it was cut, however it was edited ---

words = st.builds(
    "{}*{}:{}".format, st.sampled_from(IDS), st.integers(1, 3), st.sampled_from(["none", "both", "left", "right"])
)
lines = st.lists(words, min_size=1, max_size=5)


@st.composite
def edited(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """A routine, and the same after some changes."""
    before = draw(lines)
    after = list(before)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(after)))
        what = draw(st.sampled_from(["insert", "remove", "move", "change", "again"]))
        if what == "insert" or not after:
            after.insert(at, draw(words))
        elif what == "remove":
            after.pop(at - 1)
        elif what == "move":
            after.insert(at - 1, after.pop(draw(st.integers(0, len(after) - 1))))
        elif what == "change":
            after[at - 1] = after[at - 1][0] + draw(words)[1:]
        else:
            after.insert(at, after[at - 1])
    return before, after or ["x"]


def key(one: Interval | Row) -> tuple[object, ...]:
    return one.kind, one.exercise, one.set, one.side


@given(edited(), st.data(), st.sampled_from([0.0, 5.0]), st.integers(1, 2))
@example((["a*1:none"], ["a*1:none"]), None, 5.0, 1)
def test_nothing_is_ticked_that_was_not_done_and_nothing_done_is_done_again(routines, data, between, turns):
    before, after = (
        laid([RoundsStep(turns, tuple(step(word) for word in written), 3.0)], between) for written in routines
    )
    cut = data.draw(st.integers(0, len(before) - 1)) if data else 1
    ends = st.sampled_from(["done", "done", "skipped", "lost"])
    kept = [
        Row(at, one.kind, one.exercise, one.set, one.side, data.draw(ends) if data else "done")
        for at, one in enumerate(before[:cut])
    ]
    found = go_on(kept, after, len(before))
    done = Counter(key(row) for row in kept if row.outcome in DONE)
    ticked = Counter(key(after[at]) for at, outcome in found.outcomes.items() if outcome in DONE)
    assert not ticked - done
    if before == after:
        assert found.first == cut
    if found.first is not None:
        there = Counter(key(one) for one in after if one.kind == "work")
        coming = Counter(key(one) for one in after[found.first :] if one.kind == "work")
        for what, count in done.items():
            if what[0] == "work" and what in there:
                assert coming[what] <= max(0, there[what] - count), what
    assert len(set(found.numbers)) == len(after)
    by_number = {row.index: key(row) for row in kept}
    for number, interval in zip(found.numbers, after, strict=True):
        assert by_number.get(number, key(interval)) == key(interval)


@pytest.mark.parametrize(
    ("numbers", "at", "recorded", "count", "after"),
    [
        ((0, 1, 2, 3), 1, 1, 4, (0, 1, 2, 3)),
        ((0, 1, 2, 3), 1, 3, 4, (0, 1, 6, 7)),
        ((0, 1, 6, 7), 2, 6, 5, (0, 1, 6, 10, 11)),
    ],
)
def test_what_follows_is_recorded_under_numbers_of_which_none_stands_for_anything_else(
    numbers: tuple[int, ...], at: int, recorded: int, count: int, after: tuple[int, ...]
) -> None:
    assert numbers_after(numbers, at, recorded, count) == after
    assert set(after[at + 1 :]).isdisjoint(range(at + 1, recorded + 1))
