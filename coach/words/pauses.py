"""How long one may ask the reminders to be quiet."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from coach.words.language import ENGLISH, Language
from coach.zone import Local, keeping_offset

HALF_HOUR, HOUR = 1800.0, 3600.0


def pause_choices(now: datetime, local: Local | None = None, language: Language = ENGLISH) -> list[tuple[str, float]]:
    """How long the reminders may be quiet; tomorrow begins at four in the morning, when nobody sits at a desk.

    `local` knows the offset of that morning; without it today's holds.
    """

    day = now.date() + timedelta(days=0 if now.hour < 4 else 1)
    tomorrow = (local or keeping_offset(now))(datetime.combine(day, time(4)))
    return [
        (language.translate("Pauses", "For 30 minutes"), HALF_HOUR),
        (language.translate("Pauses", "For 1 hour"), HOUR),
        (language.translate("Pauses", "For 2 hours"), 2 * HOUR),
        (language.translate("Pauses", "Until tomorrow"), (tomorrow - now).total_seconds()),
    ]
