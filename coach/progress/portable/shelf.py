"""Records of the history out of the data file, and the changes that put them into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from coach import strict_json
from coach.progress import statements
from coach.progress.database import Database
from coach.progress.moments import from_row, row_of_text, to_row
from coach.progress.portable.form import INTERVAL_KEYS, PAIN_KEYS, Record, fitting, known_keys, moment_of, moment_text
from coach.progress.records import IntervalRecord
from coach.progress.rows import INTERVAL, interval_of
from coach.progress.waiting import Change
from coach.values import dataclass

SETTING_CHANGED = "1970-01-01T00:00:00+00:00"
"""Of a setting from before changes were noted: any that is known to be younger wins."""

PRIVATE_SETTINGS = frozenset({"reminders-state", "last-lateness", "safety", "safety-passed"})
"""What belongs to one machine, or stands in records of its own."""


def uid_of(kind: str, item: int, began: str) -> str:
    """The uid of a record that this program made: its row's id and moment, so that a copy of the file has it too."""
    import hashlib

    return hashlib.sha256(f"{kind} {item} {began}".encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its type, the id of its row (a setting's key; None where it has none), its `changed`."""

    type: str
    item: int | str | None
    changed: datetime
    note: int | None = None


@dataclass(frozen=True, slots=True)
class _Note:
    id: int
    uid: str
    type: str
    changed: datetime
    body: Mapping[str, Any]


class Shelf:
    """The records of a data file, looked at once. `spoilt` hears of rows that cannot be read."""

    def __init__(self, database: Database, spoilt: Callable[[str], None] = lambda _what: None) -> None:
        self._database = database
        self._spoilt = spoilt
        self._notes: dict[tuple[str, int], _Note] = {}
        self._settings: dict[str, _Note] = {}
        self._alone: list[_Note] = []
        self._read_notes()

    # --- out of it ---------------------------------------------------------------------------------------------------

    def records(self, types: Iterable[str] | None = None) -> Iterator[Record]:
        """All records, or those of some types, in no order that counts."""
        wanted = None if types is None else set(types)
        for uid, place in self.places().items():
            if wanted is None or place.type in wanted:
                record = self.record(uid, place)
                if record is not None:
                    yield record

    def places(self) -> dict[str, Place]:
        """Where each record stands, by its uid."""
        found = {note.uid: Place(note.type, None, note.changed, note.id) for note in self._alone}
        latest = dict(self._read("SELECT session, max(finished_utc) FROM interval GROUP BY session"))
        for item, started, offset, ended, ended_offset in self._read(
            "SELECT id, started_utc, started_offset_seconds, ended_utc, ended_offset_seconds FROM session"
        ):
            own = [(ended, ended_offset) if ended else (started, offset), (latest.get(item) or started, offset)]
            self._place(found, "session", item, started, own)
        for table in ("test", "reminder"):
            for item, at, offset in self._read(f"SELECT id, at_utc, at_offset_seconds FROM {table}"):  # noqa: S608
                self._place(found, table, item, at, [(at, offset)])
        for (key,) in self._read("SELECT key FROM setting"):
            if key not in PRIVATE_SETTINGS:
                note = self._settings.get(key)
                changed = note.changed if note else moment_of(SETTING_CHANGED)
                found[f"setting:{key}"] = Place("setting", key, changed, note.id if note else None)
        return found

    def _place(self, found: dict[str, Place], kind: str, item: int, began: str, own: list[tuple[str, int]]) -> None:
        note = self._notes.get((kind, item))
        try:
            changed = max(from_row(utc, offset) for utc, offset in own)
        except (ValueError, OverflowError, TypeError):
            self._spoilt(kind)
            return
        if note is not None:
            changed = max(changed, note.changed) if note.uid == uid_of(kind, item, began) else note.changed
        found[note.uid if note else uid_of(kind, item, began)] = Place(kind, item, changed, note.id if note else None)

    def record(self, uid: str, place: Place) -> Record | None:
        """The record at a place; None where its row cannot be read."""
        made = {"type": place.type, "uid": uid, "changed": moment_text(place.changed)}
        try:
            return fitting({**made, **self._body(place, uid)})
        except (ValueError, OverflowError, TypeError, LookupError):
            self._spoilt(place.type)
            return None

    def _body(self, place: Place, uid: str) -> Mapping[str, Any]:
        if place.type == "setting":
            [(value,)] = self._read("SELECT value FROM setting WHERE key = ?", (place.item,))
            note = self._settings.get(str(place.item))
            return {**(note.body.get("more", {}) if note else {}), "key": place.item, "value": strict_json.read(value)}
        if not isinstance(place.item, int):
            return next(note.body for note in self._alone if note.uid == uid)
        note = self._notes.get((place.type, place.item))
        more = note.body if note else {}
        match place.type:
            case "session":
                return self._session(place.item, more)
            case "test":
                [(test, result, at, offset)] = self._read(
                    "SELECT test, result, at_utc, at_offset_seconds FROM test WHERE id = ?", (place.item,)
                )
                own = {"test": test, "at": _time(at, offset), "result": strict_json.read(result)}
            case _:
                [(reminder, what, why, at, offset)] = self._read(
                    "SELECT reminder, what, why, at_utc, at_offset_seconds FROM reminder WHERE id = ?", (place.item,)
                )
                own = {"reminder": reminder, "what": what, "why": why, "at": _time(at, offset)}
        return {**more.get("more", {}), **own}

    def _session(self, item: int, more: Mapping[str, Any]) -> Mapping[str, Any]:
        [row] = self._read(
            "SELECT kind, target, title, started_utc, started_offset_seconds, ended_utc, ended_offset_seconds, how,"
            " effort, pain, planned_seconds, intervals FROM session WHERE id = ?",
            (item,),
        )
        intervals = self._read(
            f"SELECT {INTERVAL}, named FROM interval LEFT JOIN stand_in ON stand_in.interval = interval.id"  # noqa: S608
            " WHERE session = ? ORDER BY interval.id",
            (item,),
        )
        pains = self._read(
            "SELECT at_utc, at_offset_seconds, exercise, pain FROM pain WHERE session = ? ORDER BY id", (item,)
        )
        extra: Mapping[str, Any] = more.get("intervals", {})
        extra_pains: Mapping[str, Any] = more.get("pains", {})
        return {
            **more.get("more", {}),
            "kind": row[0],
            "target": row[1],
            "title": row[2],
            "started": _time(row[3], row[4]),
            "ended": None if row[5] is None else _time(row[5], row[6]),
            "how": row[7],
            "effort": row[8],
            "pain": row[9],
            "morning": more.get("morning"),
            "pains": [
                {**extra_pains.get(str(at), {}), "at": _time(utc, offset), "exercise": exercise, "pain": pain}
                for at, (utc, offset, exercise, pain) in enumerate(pains)
            ],
            "intervals": [
                {**extra.get(str(at), {}), **_interval(interval_of(one[:-1]), one[-1])}
                for at, one in enumerate(intervals)
            ],
            "planned_seconds": row[10],
            "planned_intervals": row[11],
        }

    def _read_notes(self) -> None:
        for row in self._read("SELECT id, uid, type, item, changed_utc, changed_offset_seconds, body FROM note"):
            try:
                body = strict_json.read(row[6])
                note = _Note(row[0], row[1], row[2], from_row(row[4], row[5]), body if isinstance(body, dict) else {})
            except (ValueError, OverflowError, TypeError):
                self._spoilt("note")
                continue
            if note.type == "setting":
                self._settings[note.uid.removeprefix("setting:")] = note
            elif row[3] is None:
                self._alone.append(note)
            else:
                self._notes[note.type, row[3]] = note

    def _read(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        return self._database.read(sql, values)


def _time(utc: Any, offset: Any) -> str:
    return moment_text(from_row(utc, offset))


def _interval(record: IntervalRecord, named: str | None) -> dict[str, Any]:
    made = {
        "index": record.index,
        "kind": record.kind,
        "exercise": record.exercise,
        "set": record.set,
        "side": record.side,
        "seconds": record.seconds,
        "reps": record.repetitions,
        "outcome": record.outcome,
        "finished": moment_text(record.finished),
    }
    return made if named is None else {**made, "for": named}


# --- into it ---------------------------------------------------------------------------------------------------------


def rows_of(record: Record) -> int:
    """How many rows with an id of their own a record may take: its own, its note, its parts."""
    return 2 + len(record.get("intervals", ())) + len(record.get("pains", ()))


class Putting:
    """Makes the changes that put records into the data file, each in the place of what stood there; `ids` are as many
    as `rows_of` says of all of them.
    """

    def __init__(self, ids: Iterator[int]) -> None:
        self._ids = ids

    def changes(self, record: Record, before: Place | None) -> Iterator[Change]:
        """What makes `record` stand there alone, `before` being where its uid stood until now."""
        if before is not None:
            yield from _taking_away(before)
        kind = record["type"]
        if kind == "session":
            yield from self._session(record)
        elif kind == "test":
            at = to_row(moment_of(record["at"]))
            item = next(self._ids)
            yield statements.ADD_TEST, (item, record["test"], strict_json.write(record["result"]), *at)
            yield self._note(record, item, {"more": _unknown(record)})
        elif kind == "reminder":
            item, at = next(self._ids), to_row(moment_of(record["at"]))
            yield statements.ADD_REMINDER, (item, record["reminder"], record["what"], record["why"], *at)
            yield self._note(record, item, {"more": _unknown(record)})
        elif kind == "setting":
            yield statements.SET_SETTING, (record["key"], strict_json.write(record["value"]))
            yield self._note(record, None, {"more": _unknown(record)})
        else:
            body = {key: value for key, value in record.items() if key not in ("type", "uid", "changed")}
            yield self._note(record, None, body)

    def _session(self, record: Record) -> Iterator[Change]:
        item = next(self._ids)
        ended = record["ended"]
        yield (
            statements.ADD_SESSION,
            (
                *(item, record["kind"], record["target"], record["title"]),
                *(record.get("planned_seconds", 0.0), record.get("planned_intervals", 0)),
                *to_row(moment_of(record["started"])),
                *((None, None) if ended is None else to_row(moment_of(ended))),
                *(record["how"], record["effort"], record["pain"]),
            ),
        )
        for interval in record["intervals"]:
            number = next(self._ids)
            yield (
                statements.ADD_INTERVAL,
                (
                    *(number, item, interval["index"], interval["kind"], interval["exercise"], interval["set"]),
                    *(interval["side"], interval["seconds"], interval["outcome"], interval["reps"]),
                    *row_of_text(interval["finished"]),
                ),
            )
            if "for" in interval:
                yield statements.ADD_STAND_IN, (number, interval["for"])
        for pain in record["pains"]:
            at = to_row(moment_of(pain["at"]))
            yield statements.ADD_PAIN, (next(self._ids), item, pain["exercise"], pain["pain"], *at)
        body = {"morning": record["morning"], "more": _unknown(record), **_extras(record)}
        yield self._note(record, item, body)

    def _note(self, record: Record, item: int | None, body: Mapping[str, Any]) -> Change:
        kept = {key: value for key, value in body.items() if value not in (None, {})}
        values = (next(self._ids), record["uid"], record["type"], item, *to_row(moment_of(record["changed"])))
        text = strict_json.write(body if record["type"] not in _WITH_ROWS else kept)
        return statements.SET_NOTE, (*values, text)


_WITH_ROWS = ("session", "test", "reminder", "setting")


def _taking_away(place: Place) -> Iterator[Change]:
    match place.type:
        case "session":
            for sql in (
                statements.DELETE_STAND_INS,
                statements.DELETE_INTERVALS,
                statements.DELETE_PAINS,
                statements.DELETE_SESSION,
            ):
                yield sql, (place.item,)
        case "test":
            yield statements.DELETE_TEST, (place.item,)
        case "reminder":
            yield statements.DELETE_REMINDER, (place.item,)
        case "setting":
            yield statements.DELETE_SETTING, (place.item,)
        case _:
            return


def _unknown(record: Record) -> dict[str, Any]:
    known = known_keys(record["type"])
    return {key: value for key, value in record.items() if key not in known}


def _extras(record: Record) -> dict[str, Any]:
    """What nobody knows of intervals and pains, by their places."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for name, known in (("intervals", INTERVAL_KEYS), ("pains", PAIN_KEYS)):
        for at, one in enumerate(record[name]):
            if not one.keys() <= known:
                found[name][str(at)] = {key: value for key, value in one.items() if key not in known}
    return dict(found)
