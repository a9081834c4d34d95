"""The tables, as numbered migrations: `user_version` counts how many of them a file has seen.

A migration that was released is never edited; a change is a further one at the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x506F5374  # marks the file as ours

_FIRST = (
    """CREATE TABLE session (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL, target TEXT NOT NULL, title TEXT NOT NULL,
        planned_seconds REAL NOT NULL, intervals INTEGER NOT NULL,
        started_utc TEXT NOT NULL, started_offset_seconds INTEGER NOT NULL,
        ended_utc TEXT, ended_offset_seconds INTEGER, how TEXT,
        effort INTEGER CHECK (effort BETWEEN 0 AND 10), pain INTEGER CHECK (pain BETWEEN 0 AND 10))""",
    "CREATE INDEX session_started ON session (started_utc)",
    """CREATE TABLE interval (
        id INTEGER PRIMARY KEY,
        session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, kind TEXT NOT NULL, exercise TEXT, set_number INTEGER, side TEXT,
        seconds REAL NOT NULL, outcome TEXT NOT NULL, repetitions INTEGER,
        finished_utc TEXT NOT NULL, finished_offset_seconds INTEGER NOT NULL)""",
    "CREATE INDEX interval_session ON interval (session)",
    """CREATE TABLE test (
        id INTEGER PRIMARY KEY, test TEXT NOT NULL, result TEXT NOT NULL,
        at_utc TEXT NOT NULL, at_offset_seconds INTEGER NOT NULL)""",
    """CREATE TABLE reminder (
        id INTEGER PRIMARY KEY, reminder TEXT NOT NULL, what TEXT NOT NULL, why TEXT NOT NULL,
        at_utc TEXT NOT NULL, at_offset_seconds INTEGER NOT NULL)""",
    "CREATE INDEX reminder_at ON reminder (at_utc)",
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)

_SECOND = (
    # what a record of the history has beside its own row: its uid where another machine made it, when it was changed
    # last, and what belongs to it; and the records that have no row of their own (item is NULL, body is all of it)
    """CREATE TABLE note (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, type TEXT NOT NULL, item INTEGER,
        changed_utc TEXT NOT NULL, changed_offset_seconds INTEGER NOT NULL, body TEXT NOT NULL)""",
    "CREATE INDEX note_item ON note (item)",
    # the exercise that the routine's file names, of an interval in which another was done in its place
    "CREATE TABLE stand_in (interval INTEGER PRIMARY KEY, named TEXT NOT NULL)",
    """CREATE TABLE pain (
        id INTEGER PRIMARY KEY, session INTEGER NOT NULL, exercise TEXT NOT NULL, pain INTEGER NOT NULL,
        at_utc TEXT NOT NULL, at_offset_seconds INTEGER NOT NULL)""",
    "CREATE INDEX pain_session ON pain (session)",
)

_THIRD = (
    # what all of the past until a moment has come to, so that only what is later is looked at: of a routine, or of all
    # sessions where it is of nothing
    """CREATE TABLE folded (
        of TEXT NOT NULL, until_utc TEXT NOT NULL, number INTEGER NOT NULL, rules TEXT NOT NULL, state TEXT NOT NULL,
        PRIMARY KEY (of, until_utc)) WITHOUT ROWID""",
    # one row: how often a session was begun, changed or deleted
    "CREATE TABLE past (version INTEGER NOT NULL)",
    "INSERT INTO past VALUES (0)",
    # whatever becomes of a session throws away what was folded with it; its parts are written with it, or watched by
    # the program (a trigger for each of them would take most of the time of a merge)
    """CREATE TRIGGER session_begun AFTER INSERT ON session BEGIN
        UPDATE past SET version = version + 1;
        DELETE FROM folded WHERE until_utc >= NEW.started_utc
            AND of IN ('', substr(NEW.target, 1, instr(NEW.target || '@', '@') - 1)); END""",
    """CREATE TRIGGER session_changed AFTER UPDATE ON session BEGIN
        UPDATE past SET version = version + 1;
        DELETE FROM folded WHERE until_utc >= min(OLD.started_utc, NEW.started_utc)
            AND of IN ('', substr(OLD.target, 1, instr(OLD.target || '@', '@') - 1),
                substr(NEW.target, 1, instr(NEW.target || '@', '@') - 1)); END""",
    """CREATE TRIGGER session_deleted AFTER DELETE ON session BEGIN
        UPDATE past SET version = version + 1;
        DELETE FROM folded WHERE until_utc >= OLD.started_utc
            AND of IN ('', substr(OLD.target, 1, instr(OLD.target || '@', '@') - 1)); END""",
    "CREATE INDEX session_routine ON session (substr(target, 1, instr(target || '@', '@') - 1), started_utc)",
    "CREATE INDEX note_alone ON note (type) WHERE item IS NULL",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND, _THIRD)
COLUMNS = {
    "session": "id, kind, target, title, planned_seconds, intervals, started_utc, started_offset_seconds, ended_utc,"
    " ended_offset_seconds, how, effort, pain",
    "interval": "id, session, position, kind, exercise, set_number, side, seconds, outcome, repetitions, finished_utc,"
    " finished_offset_seconds",
    "test": "id, test, result, at_utc, at_offset_seconds",
    "reminder": "id, reminder, what, why, at_utc, at_offset_seconds",
    "setting": "key, value",
    "note": "id, uid, type, item, changed_utc, changed_offset_seconds, body",
    "stand_in": "interval, named",
    "pain": "id, session, exercise, pain, at_utc, at_offset_seconds",
}
"""The columns of each table with something of the person's, in their order."""

TABLES = tuple(COLUMNS)

WORKED_OUT = {"folded": "of, until_utc, number, rules, state", "past": "version"}
"""The columns of the others: what is in them can be worked out again."""

ROUTINE = "substr(target, 1, instr(target || '@', '@') - 1)"
"""A session's routine by its own id, as the index of sessions has it."""


class NewerSchemaError(Exception):
    """The file was written by a newer version of the program."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(found, known)
        self.found, self.known = found, known


def version_of(connection: sqlite3.Connection) -> int:
    """How many migrations the file has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: sqlite3.Connection,
    migrations: tuple[tuple[str, ...], ...] = MIGRATIONS,
    before: Callable[[int], object] = lambda _version: None,
) -> bool:
    """Bring the file up to date in one transaction; `before(version)` runs ahead of changing a file that holds data.
    Whether the file was begun now.

    Raises NewerSchemaError, without touching the file, where it is ahead of us; sqlite3.Error and whatever `before`
    raises leave it as it was.
    """
    if _is_current(connection, migrations):
        return False
    is_new = False
    connection.execute("BEGIN IMMEDIATE")  # two programs starting at once: the second waits here, then finds it done
    try:
        if not _is_current(connection, migrations):
            version = version_of(connection)
            is_new = version == 0
            if version:
                before(version)
            for statements in migrations[version:]:
                for statement in statements:
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return is_new


def _is_current(connection: sqlite3.Connection, migrations: tuple[tuple[str, ...], ...]) -> bool:
    version = version_of(connection)
    if version > len(migrations):
        raise NewerSchemaError(version, len(migrations))
    return version == len(migrations)
