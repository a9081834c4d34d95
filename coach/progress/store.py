"""What was done, in SQLite: sessions, their intervals, tests, reminders, settings. The only importer of sqlite3.

Contract (to be implemented here):

    open_store(folder: Path, clock) -> Store      folder made 0700; never raises for a broken, newer, read-only or full
                                                  disk: see Store.notices; in the worst case an in-memory store
    Store.notices -> tuple[str, ...]              sentences for the person ("The data file could not be read. It was kept as ...")
    Store.close()
    # sessions
    .begin_session(kind, id, title, planned_seconds, intervals) -> int      kind: routine or test
    .add_interval(session, index, interval: Interval, seconds, outcome, repetitions) -> None   committed at once
    .finish_session(session, how)                 how: finished, ended, pain, abandoned
    .rate_session(session, effort: int|None, pain: int|None)
    .unfinished() -> Unfinished | None            the last session without an end: id, kind, target, title, next_interval, started
    .sessions(limit=None) -> list[SessionRecord]
    .intervals(session) -> list[IntervalRecord]
    # tests
    .add_test(test_id, result: dict) -> int       result: JSON-able (answers, points, hold seconds, carry-over, tension, focus)
    .tests(test_id=None) -> list[TestRecord]      newest first
    # reminders
    .add_reminder(reminder_id, what, why="")      what: shown, done, started, snoozed, skipped, missed, deferred, natural-break
    .reminders(since: datetime) -> list[ReminderRecord]
    # settings, JSON values
    .setting(key, default) / .set_setting(key, value)
    # history
    .history() -> list[HistoryEntry]              sessions, tests and reminders in time order, for `history` and its CSV
"""
