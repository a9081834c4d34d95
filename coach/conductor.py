"""One session as it happens: joins the player with sound and store; the screen only shows and passes keys on.

    Conductor(timeline, clock, cues, store, first=0, session=None)
    .start() .advance()  -> list[Event]   performs sounds and writes, returns the events for the screen
    .pause() .resume() .toggle() .next() .back() .more() .done() .lost() .hurts() .answer_pain(n) .end()
    .view() -> View      .next_due() -> float | None     .caption -> str     .caption_event -> str
    .rate(effort, pain)  .close()
    .trouble -> str | None    what to tell the person once (sound gone, disk full)
"""
