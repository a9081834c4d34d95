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
FINISH_SESSION = "UPDATE session SET how = ?, ended_utc = ?, ended_offset_seconds = ? WHERE id = ?"
RATE_SESSION = "UPDATE session SET effort = ?, pain = ? WHERE id = ?"
ADD_TEST = "INSERT INTO test (id, test, result, at_utc, at_offset_seconds) VALUES (?, ?, ?, ?, ?)"
ADD_REMINDER = "INSERT INTO reminder (id, reminder, what, why, at_utc, at_offset_seconds) VALUES (?, ?, ?, ?, ?, ?)"
SET_SETTING = "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"

BY_NAME: Mapping[str, str] = {
    "begin-session": BEGIN_SESSION,
    "add-interval": ADD_INTERVAL,
    "finish-session": FINISH_SESSION,
    "rate-session": RATE_SESSION,
    "add-test": ADD_TEST,
    "add-reminder": ADD_REMINDER,
    "set-setting": SET_SETTING,
}
