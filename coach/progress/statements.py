"""Every change that the program makes to its data, by name, so that one which had to wait can be written down and made
later (waiting.py) without anybody's SQL being run.
"""

from __future__ import annotations

from collections.abc import Mapping

BEGIN_SESSION = (
    "INSERT INTO session (id, kind, target, title, planned_seconds, intervals, started_utc, started_offset_seconds)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
ADD_INTERVAL = (
    "INSERT INTO interval (id, session, position, kind, exercise, set_number, side, seconds, outcome, repetitions,"
    " finished_utc, finished_offset_seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
PLAN_SESSION = "UPDATE session SET intervals = ? WHERE id = ?"
FINISH_SESSION = "UPDATE session SET how = ?, ended_utc = ?, ended_offset_seconds = ? WHERE id = ?"
RATE_SESSION = "UPDATE session SET effort = ?, pain = ? WHERE id = ?"
ADD_TEST = "INSERT INTO test (id, test, result, at_utc, at_offset_seconds) VALUES (?, ?, ?, ?, ?)"
ADD_REMINDER = "INSERT INTO reminder (id, reminder, what, why, at_utc, at_offset_seconds) VALUES (?, ?, ?, ?, ?, ?)"
SET_SETTING = "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"

SET_NOTE = (
    "INSERT INTO note (id, uid, type, item, changed_utc, changed_offset_seconds, body) VALUES (?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (uid) DO UPDATE SET type = excluded.type, item = excluded.item, changed_utc = excluded.changed_utc,"
    " changed_offset_seconds = excluded.changed_offset_seconds, body = excluded.body"
)
TOUCH_NOTE = (
    "INSERT INTO note (id, uid, type, item, changed_utc, changed_offset_seconds, body) VALUES (?, ?, ?, ?, ?, ?, '{}')"
    " ON CONFLICT (uid) DO UPDATE SET changed_utc = excluded.changed_utc,"
    " changed_offset_seconds = excluded.changed_offset_seconds"
)
ADD_STAND_IN = "INSERT OR REPLACE INTO stand_in (interval, named) VALUES (?, ?)"
ADD_PAIN = "INSERT INTO pain (id, session, exercise, pain, at_utc, at_offset_seconds) VALUES (?, ?, ?, ?, ?, ?)"
ADD_SESSION = (
    "INSERT INTO session (id, kind, target, title, planned_seconds, intervals, started_utc, started_offset_seconds,"
    " ended_utc, ended_offset_seconds, how, effort, pain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
DELETE_STAND_INS = "DELETE FROM stand_in WHERE interval IN (SELECT id FROM interval WHERE session = ?)"
DELETE_INTERVALS = "DELETE FROM interval WHERE session = ?"
DELETE_PAINS = "DELETE FROM pain WHERE session = ?"
DELETE_SESSION = "DELETE FROM session WHERE id = ?"
DELETE_TEST = "DELETE FROM test WHERE id = ?"
DELETE_REMINDER = "DELETE FROM reminder WHERE id = ?"
DELETE_SETTING = "DELETE FROM setting WHERE key = ?"
KEEP_FOLDED = "INSERT OR REPLACE INTO folded (of, until_utc, number, rules, state) VALUES (?, ?, ?, ?, ?)"
DROP_FOLDED = "DELETE FROM folded WHERE of = ? AND until_utc = ?"
DROP_FOLDED_WITH = "DELETE FROM folded WHERE until_utc >= (SELECT started_utc FROM session WHERE id = ?)"
FORGET_ALL = tuple(
    f"DELETE FROM {table}"  # noqa: S608 - our own tables
    for table in ("folded", "stand_in", "pain", "interval", "session", "test", "reminder", "note")
)
"""All that was done and told, also what was deleted: a copy of it can be taken in again. Settings stay."""

BY_NAME: Mapping[str, str] = {
    "begin-session": BEGIN_SESSION,
    "add-interval": ADD_INTERVAL,
    "plan-session": PLAN_SESSION,
    "finish-session": FINISH_SESSION,
    "rate-session": RATE_SESSION,
    "add-test": ADD_TEST,
    "add-reminder": ADD_REMINDER,
    "set-setting": SET_SETTING,
    "set-note": SET_NOTE,
    "touch-note": TOUCH_NOTE,
    "add-stand-in": ADD_STAND_IN,
    "add-pain": ADD_PAIN,
    "add-session": ADD_SESSION,
    "delete-stand-ins": DELETE_STAND_INS,
    "delete-intervals": DELETE_INTERVALS,
    "delete-pains": DELETE_PAINS,
    "delete-session": DELETE_SESSION,
    "delete-test": DELETE_TEST,
    "delete-reminder": DELETE_REMINDER,
    "delete-setting": DELETE_SETTING,
    "drop-folded-with": DROP_FOLDED_WITH,
}
