"""What is kept of a long past gives what looking at all of it gives, whatever is changed in it later."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from coach.content.model import Progress, ProgressStep
from coach.progress.portable.form import Record, fitting, moment_text
from coach.progress.store import Store
from coach.progression.own import ladders_of, levels_of
from coach.progression.past import Choice
from coach.wiring.folding import SAFELY_OLD, Folding
from tests.beside import slow
from tests.fakes import FakeClock
from tests.progression.past import exercise, routine
from tests.stores import memory_store
from tests.ui.parts import FakeParts

ZONE = timezone(timedelta(hours=2))
NOW = datetime(2026, 5, 14, 9, 0, tzinfo=ZONE)
EXERCISES = {
    one.id: one
    for one in (
        exercise("row", harder="pull", easier="lean"),
        exercise("pull", check_first=("bones",)),
        exercise("lean"),
        exercise("press", check_first=("bones",), instead={"bones": "lean"}),
        exercise("squat", harder="jump"),
        exercise("jump"),
    )
}
FILE = routine(
    "row",
    "press",
    "squat",
    progress=Progress(steps=(ProgressStep("reps", 2, most=12), ProgressStep("to", to="harder"))),
)
OTHER = routine("squat", ident="other")


class Somebody:
    """A person with a store, a clock and a random mind."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.clock = FakeClock(NOW)
        self.store: Store = memory_store(self.clock)
        self.folding = Folding(self.store, self.clock)
        self.conditions: frozenset[str] = frozenset()
        self.number, self.gone_on = 0, 0
        days = [ago for ago in range(120) for _ in range(self.chance.choice([0, 1, 2]))]
        self.take([self.record(NOW - timedelta(days=ago)) for ago in days])

    def take(self, records: list[Record]) -> None:
        assert self.store.take(self.store.merge(records).changes) is None

    def record(self, started: datetime) -> Record:
        self.number += 1
        started -= timedelta(minutes=self.chance.randrange(600))
        started = started.astimezone(self.chance.choice([ZONE, UTC, timezone(timedelta(hours=-9))]))
        any_of = self.chance.choice
        named = self.chance.sample(["row", "press", "squat"], self.chance.randrange(1, 4))
        at = moment_text(started)
        work = [
            {"index": index, "kind": "work", "exercise": one, "seconds": 20, "finished": at,
             "outcome": any_of(["done", "done", "done", "done", "skipped", "lost"])}
            for index, one in enumerate(named)
        ]  # fmt: skip
        return fitting(
            {"type": "session", "uid": f"of-{self.number}", "changed": at, "kind": "routine", "title": "Strong",
             "target": any_of(["strong", "strong", "strong@weeks.1", "other", "stronger"]), "started": at,
             "ended": at, "how": any_of(["finished"] * 6 + ["ended", "pain", None]), "intervals": work,
             "effort": any_of([4, 5, 6, 7, 8, None]),
             "pain": any_of([0, 0, 1, 2, 3, 4, 6, None]),
             "morning": any_of([None] * 9 + ["worse"]),
             "pains": [{"at": at, "exercise": named[0], "pain": 5}] if self.chance.random() < 0.05 else []}
        )  # fmt: skip

    # --- what becomes of the past

    def train(self) -> None:
        self.clock.pass_time(3600.0 * self.chance.randrange(1, 80))
        self.take([self.record(self.clock.wall()) for _ in range(self.chance.choice([1, 1, 20]))])

    def one_of(self) -> str:
        return self.chance.choice(self.store.past_without_work()).uid

    def correct(self) -> None:
        self.store.correct(self.one_of(), {"effort": self.chance.randrange(10), "pain": self.chance.randrange(10)})

    def move(self) -> None:
        started = self.clock.wall() - timedelta(days=self.chance.randrange(100))
        self.store.correct(self.one_of(), {"started": moment_text(started), "ended": moment_text(started)})

    def delete(self) -> None:
        record = self.store.delete(self.one_of())
        assert record is not None
        if self.chance.random() < 0.5:
            self.compare()
            self.store.put_back(record)

    def tell_morning(self) -> None:
        self.store.tell_morning(self.one_of(), "worse")

    def merge(self) -> None:
        self.take([self.record(self.clock.wall() - timedelta(days=self.chance.randrange(100)))])

    def choose(self) -> None:
        what = self.chance.choice(["up", "down", "hold", "easier", "harder", "reset"])
        self.store.add_choice("strong", self.chance.choice(["row", "press", "squat"]), what)
        self.clock.pass_time(1.0)

    def choose_back_then(self) -> None:
        at = moment_text(self.clock.wall() - timedelta(days=self.chance.randrange(100)))
        self.number += 1
        self.take(
            [fitting({"type": "choice", "uid": f"choice-{self.number}", "changed": at, "at": at, "routine": "strong",
                      "exercise": "row", "what": self.chance.choice(["easier", "up", "hold"])})]
        )  # fmt: skip

    def tell_conditions(self) -> None:
        self.conditions = self.chance.choice([frozenset(), frozenset({"bones"}), frozenset({"heart"})])

    def go_on_in_an_old_one(self) -> None:
        [old, *_] = self.store.overview.sessions(self.clock.wall(), 1, self.chance.randrange(50))
        self.store.add_pain(old.id, "row", self.chance.randrange(11))

    # --- what comes of it

    def compare(self) -> None:
        """Now, and at some other moment: what is gone on from gives the same as all of it."""
        now = self.clock.wall()
        for at in (now, now, now - timedelta(days=self.chance.randrange(90)), now + timedelta(days=9)):
            for file in (FILE, OTHER):
                choices: tuple[Choice, ...] = self.store.choices()
                kept = self.folding.person(file, EXERCISES, choices, self.conditions, at)
                whole = self.folding.person(file, EXERCISES, choices, self.conditions, at, whole=True)
                assert whole.begun is None
                self.gone_on += kept.begun is not None
                ladders = ladders_of(file, EXERCISES, self.conditions)
                assert levels_of(file, ladders, kept, at) == levels_of(file, ladders, whole, at)


CHANGES: list[Callable[[Somebody], None]] = [
    Somebody.train, Somebody.train, Somebody.train, Somebody.correct, Somebody.move, Somebody.delete,
    Somebody.tell_morning, Somebody.merge, Somebody.choose, Somebody.choose_back_then, Somebody.tell_conditions,
    Somebody.go_on_in_an_old_one,
]  # fmt: skip


@pytest.mark.parametrize("seed", [0, *slow(range(1, 8))])
def test_what_is_kept_is_what_all_of_it_gives(seed: int) -> None:
    somebody = Somebody(seed)
    somebody.compare()
    for _ in range(20):
        somebody.chance.choice(CHANGES)(somebody)
        somebody.compare()
    assert somebody.gone_on > 80, "of 320 looks at either routine"


def begun_at(somebody: Somebody) -> datetime | None:
    person = somebody.folding.person(FILE, EXERCISES, somebody.store.choices(), frozenset(), somebody.clock.wall())
    return None if person.begun is None else person.begun.until


def test_only_what_is_safely_old_is_folded() -> None:
    somebody = Somebody(1)
    until = begun_at(somebody)
    assert until is not None
    assert NOW - timedelta(days=40) < until <= NOW - SAFELY_OLD
    assert begun_at(somebody) == until, "and it is kept"


def test_a_change_of_the_last_days_throws_nothing_away() -> None:
    somebody = Somebody(2)
    until = begun_at(somebody)
    somebody.store.tell_morning(somebody.store.past("strong")[-1].uid, "worse")
    rows = somebody.store.folded.newest("strong", NOW, lambda _until: "")
    assert rows is None, "none was made by other rules"
    assert begun_at(somebody) == until


def test_what_was_changed_long_ago_leaves_what_lies_before_it() -> None:
    somebody = Somebody(3)
    last = begun_at(somebody)
    past = somebody.store.past("strong")
    somebody.store.correct(past[len(past) // 2].uid, {"pain": 9})
    somebody.folding.person(FILE, EXERCISES, (), frozenset(), NOW - timedelta(days=2))
    kept = somebody.folding.person(FILE, EXERCISES, (), frozenset(), NOW - timedelta(days=2)).begun
    assert kept is not None
    assert last is not None
    assert kept.until < past[len(past) // 2].started < last
    assert begun_at(somebody) == last, "and the rest is folded anew"


def test_the_past_of_every_routine_is_folded_before_somebody_looks() -> None:
    parts = FakeParts()
    now = parts.clock.wall()
    made = []
    for ident in ("upper-back-strength", "anti-slouch-daily"):
        for days in range(4, 40):
            at = moment_text(now - timedelta(days=days))
            opening = {"type": "session", "uid": f"{ident}{days}", "changed": at, "kind": "routine", "target": ident}
            made.append(fitting({**opening, "title": "Any", "started": at, "how": "finished"}))
    assert not isinstance(parts.store.take_in(made), str)
    parts.fold_past()
    kept = parts.store._database.read("SELECT of, max(number) FROM folded GROUP BY of")
    assert dict(kept) == {"upper-back-strength": 32, "anti-slouch-daily": 32}
