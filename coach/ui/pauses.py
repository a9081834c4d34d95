"""How long one may ask the reminders to be quiet."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

HALF_HOUR, HOUR = 1800.0, 3600.0


def pause_choices(now: datetime) -> list[tuple[str, float]]:
    """How long the reminders may be quiet; tomorrow begins at four in the morning, when nobody sits at a desk."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Pause", text)

    tomorrow = (now + timedelta(days=0 if now.hour < 4 else 1)).replace(hour=4, minute=0, second=0, microsecond=0)
    return [
        (tr("For 30 minutes"), HALF_HOUR),
        (tr("For 1 hour"), HOUR),
        (tr("For 2 hours"), 2 * HOUR),
        (tr("Until tomorrow"), (tomorrow - now).total_seconds()),
    ]
