"""What the person told besides sessions and tests: choices, plans, answers to the safety questions, conditions; and
what was told later of a session. Each is a record of the history file (docs/history.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from coach import strict_json
from coach.clock import Clock
from coach.progress import statements
from coach.progress.database import ChangedMeanwhileError, Database
from coach.progress.moments import from_row, to_row
from coach.progress.notices import Notice
from coach.progress.portable.form import Record, fitting, moment_of, moment_text
from coach.progress.portable.merging import Merged, merge
from coach.progress.portable.shelf import Putting, Shelf, rows_of, uid_of
from coach.progress.waiting import Change
from coach.progression.past import Choice, ConditionsTold, Morning, PlanFollowed, SafetyTold, What

_TRIES = 5  # another program writes now and then, and each time it is looked at anew what has to be changed

NewIds = Callable[[int], Iterator[int]]


class Told:
    """Reads and writes what was told. No method raises for the disk's sake, but what has to be whole says why not."""

    def __init__(
        self, database: Database, clock: Clock, new_ids: NewIds, spoilt: Callable[[str], None] = lambda _what: None
    ) -> None:
        self._database = database
        self._clock = clock
        self._new_ids = new_ids
        self._spoilt = spoilt
        self._mended = 0  # how often records were written in the place of others, whatever their moments are

    # --- what is told ------------------------------------------------------------------------------------------------

    def choices(self) -> tuple[Choice, ...]:
        """What the person chose for exercises of routines, the oldest first."""
        return tuple(
            Choice(one["routine"], one["exercise"], one["what"], moment_of(one["at"])) for one in self._all("choice")
        )

    def add_choice(self, routine: str, exercise: str, what: What) -> str:
        """Note what was chosen now; the record's uid, so that `delete` can take it back."""
        return self._add("choice", {"at": self._now(), "routine": routine, "exercise": exercise, "what": what})

    def safety(self) -> tuple[SafetyTold, ...]:
        """The answers to the safety questions, the newest last."""
        return tuple(
            SafetyTold(moment_of(one["at"]), frozenset(one["yes"]), frozenset(one["checked"]))
            for one in self._all("safety")
        )

    def add_safety(self, yes: Iterable[str], checked: Iterable[str] = (), at: datetime | None = None) -> None:
        """Note answers: those given now, or those of the moment `at`, which are the same record each time."""
        if at is None:
            self._add("safety", {"at": self._now(), "yes": sorted(yes), "checked": sorted(checked)})
            return
        told = moment_text(at)
        body = {"at": told, "yes": sorted(yes), "checked": sorted(checked)}
        self._write(self._note_of(uid_of("safety", 0, told), "safety", body))

    def conditions(self) -> tuple[ConditionsTold, ...]:
        """What was told of conditions, the newest last: that one holds."""
        return tuple(
            ConditionsTold(moment_of(one["at"]), frozenset(one["told"]), frozenset(one["cleared"]))
            for one in self._all("conditions")
        )

    def add_conditions(self, told: Iterable[str], cleared: Iterable[str] = ()) -> None:
        """Note which conditions are true of the person now."""
        self._add("conditions", {"at": self._now(), "told": sorted(told), "cleared": sorted(cleared)})

    def plans(self) -> tuple[PlanFollowed, ...]:
        """The plans that were begun, the one begun first before the others."""
        made = [
            PlanFollowed(
                one["plan"],
                date.fromisoformat(one["from"]),
                None if one["until"] is None else date.fromisoformat(one["until"]),
                one["uid"],
            )
            for one in self._all("plan")
        ]
        return tuple(sorted(made, key=lambda plan: (plan.begun, plan.uid)))

    def start_plan(self, plan: str, begun: date) -> None:
        """Note that a plan is followed from a day on."""
        self._add("plan", {"plan": plan, "from": begun.isoformat(), "until": None})

    # --- what is told of a session later -----------------------------------------------------------------------------

    def add_pain(self, session: int, exercise: str, pain: int) -> None:
        """Note that it hurt in an exercise of a session, 0 to 10; it is in the file when this returns."""
        self._database.write(
            statements.ADD_PAIN, (next(self._new_ids(1)), session, exercise, pain, *to_row(self._clock.wall()))
        )

    def tell_morning(self, uid: str, morning: Morning) -> None:
        """Note how the morning after a session was."""
        self.correct(uid, {"morning": morning})

    def correct(self, uid: str, values: Mapping[str, Any]) -> Record | None:
        """Change keys of a record; as it was before, for `put_back`. None where there is no such record.

        Raises WrongRecordError where a value does not fit.
        """
        before = self.record(uid)
        if before is None:
            return None
        self._put(fitting({**before, **values, "changed": self._later_than(before)}))
        return before

    def delete(self, uid: str) -> Record | None:
        """Take a record away for ever, on every machine that the history is merged into; as it was, for `put_back`."""
        before = self.record(uid)
        if before is not None:
            self._put({"type": "deleted", "uid": uid, "changed": self._later_than(before)})
        return before

    def put_back(self, record: Record) -> None:
        """Have a record again as it was before it was corrected or deleted."""
        now = self.record(record["uid"])
        self._put({**record, "changed": self._later_than(now or record)})

    def record(self, uid: str) -> Record | None:
        """A record of the history by its uid; None where there is none, or it cannot be read."""
        shelf = self.shelf()
        place = shelf.places().get(uid)
        return None if place is None else shelf.record(uid, place)

    # --- the whole history -------------------------------------------------------------------------------------------

    def shelf(self) -> Shelf:
        """All records, as the history file has them."""
        return Shelf(self._database, self._spoilt)

    @property
    def is_whole(self) -> bool:
        """Whether the data file can be read and written now; `Store.notices` say why not."""
        return self._database.is_whole

    def merge(self, records: Sequence[Record]) -> Merged:
        """What taking in these records would do."""
        return merge(records, self.shelf(), self._new_ids)

    def take(self, changes: Sequence[Change]) -> Notice | None:
        """Make the changes of a merge, all or none; why not, where the file cannot be written."""
        self._mended += 1
        return self._database.write_whole(changes)

    def take_in(self, records: Sequence[Record]) -> Merged | Notice:
        """Take in these records, all or none; why not. It may run in a thread of its own: nobody waits
        for it, and what is told meanwhile is not lost.
        """
        for _ in range(_TRIES):
            version = self._database.version
            merged = self.merge(records)
            try:
                why = self._database.write_beside(merged.changes, version)
            except ChangedMeanwhileError:
                continue
            self._mended += 1
            return merged if why is None else why
        return "always-written"

    def forget_all(self) -> Notice | None:
        """Delete all that was done and told, and the program's own older copies of it, for good; settings stay. Why
        not, where the file cannot be written: then nothing is deleted.
        """
        why = self._database.write_whole([(sql, ()) for sql in statements.FORGET_ALL])
        if why is None:
            self._database.remove_copies()
        return why

    # --- how it is kept ----------------------------------------------------------------------------------------------

    def _all(self, kind: str) -> list[Record]:
        rows = self._database.read(
            "SELECT uid, changed_utc, changed_offset_seconds, body FROM note WHERE type = ? AND item IS NULL", (kind,)
        )
        records = []
        for uid, utc, offset, body in rows:
            try:
                changed = moment_text(from_row(utc, offset))
                records.append(fitting({**strict_json.read(body), "type": kind, "uid": uid, "changed": changed}))
            except (ValueError, OverflowError, TypeError):
                self._spoilt(kind)
        return sorted(records, key=lambda one: (moment_of(one.get("at", one["changed"])), one["uid"]))

    def _add(self, kind: str, body: Mapping[str, Any]) -> str:
        uid = uid_of(kind, next(self._new_ids(1)), self._now())
        self._write(self._note_of(uid, kind, body))
        return uid

    def _note_of(self, uid: str, kind: str, body: Mapping[str, Any]) -> Change:
        row = (next(self._new_ids(1)), uid, kind, None, *to_row(self._clock.wall()))
        return statements.SET_NOTE, (*row, strict_json.write(body))

    def _put(self, record: Record) -> None:
        self._mended += 1
        place = self.shelf().places().get(record["uid"])
        changes = list(Putting(self._new_ids(rows_of(record))).changes(record, place))
        if self._database.write_whole(changes) is not None:  # then as all that cannot be written now: kept for later
            for change in changes:
                self._write(change)

    def _write(self, change: Change) -> None:
        self._database.write(*change)

    def _now(self) -> str:
        return moment_text(self._clock.wall())

    def _later_than(self, record: Record) -> str:
        """Now, or a moment after the record's own `changed` where a clock was ahead."""
        return moment_text(max(self._clock.wall(), moment_of(record["changed"]) + timedelta(milliseconds=1)))
