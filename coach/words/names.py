"""The names of days and months, which are translated like all other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.words.language import Language


def day(language: Language, weekday: int, *, short: bool = False) -> str:
    """A day of the week, 1 (Monday) to 7: `Monday`, `Mon`."""
    return (_short_days(language) if short else _days(language))[weekday - 1]


def month(language: Language, number: int, *, short: bool = False) -> str:
    """A month of the year, 1 to 12, as within a date: `January`, `Jan`."""
    return (_short_months(language) if short else _months(language))[number - 1]


def month_alone(language: Language, number: int) -> str:
    """A month of the year, 1 to 12, short and by itself."""
    return _months_alone(language)[number - 1]


def _days(language: Language) -> tuple[str, ...]:
    return (
        language.translate("Names", "Monday"),
        language.translate("Names", "Tuesday"),
        language.translate("Names", "Wednesday"),
        language.translate("Names", "Thursday"),
        language.translate("Names", "Friday"),
        language.translate("Names", "Saturday"),
        language.translate("Names", "Sunday"),
    )


def _short_days(language: Language) -> tuple[str, ...]:
    return (
        language.translate("Names", "Mon", "short"),
        language.translate("Names", "Tue", "short"),
        language.translate("Names", "Wed", "short"),
        language.translate("Names", "Thu", "short"),
        language.translate("Names", "Fri", "short"),
        language.translate("Names", "Sat", "short"),
        language.translate("Names", "Sun", "short"),
    )


def _months(language: Language) -> tuple[str, ...]:
    return (
        language.translate("Names", "January"),
        language.translate("Names", "February"),
        language.translate("Names", "March"),
        language.translate("Names", "April"),
        language.translate("Names", "May"),
        language.translate("Names", "June"),
        language.translate("Names", "July"),
        language.translate("Names", "August"),
        language.translate("Names", "September"),
        language.translate("Names", "October"),
        language.translate("Names", "November"),
        language.translate("Names", "December"),
    )


def _short_months(language: Language) -> tuple[str, ...]:
    return (
        language.translate("Names", "Jan", "short"),
        language.translate("Names", "Feb", "short"),
        language.translate("Names", "Mar", "short"),
        language.translate("Names", "Apr", "short"),
        language.translate("Names", "May", "short"),
        language.translate("Names", "Jun", "short"),
        language.translate("Names", "Jul", "short"),
        language.translate("Names", "Aug", "short"),
        language.translate("Names", "Sep", "short"),
        language.translate("Names", "Oct", "short"),
        language.translate("Names", "Nov", "short"),
        language.translate("Names", "Dec", "short"),
    )


def _months_alone(language: Language) -> tuple[str, ...]:
    return (
        language.translate("Names", "Jan", "short, and not within a date"),
        language.translate("Names", "Feb", "short, and not within a date"),
        language.translate("Names", "Mar", "short, and not within a date"),
        language.translate("Names", "Apr", "short, and not within a date"),
        language.translate("Names", "May", "short, and not within a date"),
        language.translate("Names", "Jun", "short, and not within a date"),
        language.translate("Names", "Jul", "short, and not within a date"),
        language.translate("Names", "Aug", "short, and not within a date"),
        language.translate("Names", "Sep", "short, and not within a date"),
        language.translate("Names", "Oct", "short, and not within a date"),
        language.translate("Names", "Nov", "short, and not within a date"),
        language.translate("Names", "Dec", "short, and not within a date"),
    )
