"""Today in words: why something is due, offered or asked for, and how it goes. Kind, and without reproach."""

from __future__ import annotations

from coach.progression.own import REST_AFTER_WORSE
from coach.progression.past import Morning, Session
from coach.today.agenda import Item
from coach.today.calendar import PlanWeek
from coach.today.doing import DayItem
from coach.today.keeping import Adherence
from coach.today.offers import DueAgain, Offer
from coach.today.safety import AfterPain, AskedLongAgo, NeverAsked, QuestionsDue, SeeSomeone
from coach.today.soreness import SoreFromMorning, SoreFromPain, Soreness
from coach.words import dates, library, suggestions
from coach.words.language import Language


def why(language: Language, item: Item) -> str:
    """Why something is due, or what became of it."""
    return _offered(language, item.why) if isinstance(item.why, Offer) else _planned(language, item.why)


def _planned(language: Language, item: DayItem) -> str:
    match item.state:
        case "due":
            return language.translate("Today", "In your plan for this day")
        case "done":
            return language.translate("Today", "Done")
        case "missed":
            return language.translate("Today", "Not done. Just go on from here")
        case "sore":
            if item.sore is None:
                return language.translate("Today", "A day with pain: it does not count as missed")
            told = language.translate("Today", "{why}: something gentler instead, or this if it feels right")
            return told.format(why=sore(language, item.sore))


def sore(language: Language, why: Soreness) -> str:
    """`Your last pain was 5 of 10`."""
    match why:
        case SoreFromPain(pain):
            return language.translate("Today", "Your last pain was {pain} of 10").format(pain=pain)
        case SoreFromMorning():
            return language.translate("Today", "This morning was worse after yesterday")


def _offered(language: Language, offer: Offer) -> str:
    match offer.why:
        case SoreFromPain() | SoreFromMorning():
            return language.translate("Today", "{why}: something gentle").format(why=sore(language, offer.why))
        case DueAgain(days):
            return language.translate("Today", "Done last {n} days ago: time to see what has changed").format(n=days)
        case Adherence():
            return language.translate("Today", "Two full weeks behind you: something small counts, too")
        case suggested:
            return suggestions.reason(language, suggested)


def plan(language: Language, week: PlanWeek) -> str:
    """`Eight weeks to an easier back, week 3`."""
    title = library.say(week.plan.title, language)
    if week.is_over:
        return language.translate("Today", "{plan}: its last week is behind you").format(plan=title)
    return language.translate("Today", "{plan}, week {n}").format(plan=title, n=week.number)


def adherence(language: Language, kept: Adherence) -> str:
    """`7 of 10 done in the last two weeks`."""
    told = language.translate("Today", "{done} of {planned} done in the last two weeks")
    return told.format(done=kept.done, planned=kept.planned)


def streak(language: Language, days: int) -> str:
    """`3 days in a row`."""
    if days == 1:
        return language.translate("Today", "1 day in a row")
    return language.translate("Today", "{n} days in a row").format(n=days)


def questions(language: Language, due: QuestionsDue) -> str:
    """Why the safety questions are to be asked now."""
    match due:
        case NeverAsked():
            return language.translate("Today", "The safety questions come before the first session")
        case AskedLongAgo(days):
            return language.translate("Today", "{n} days since the safety questions: they come every month").format(
                n=days
            )
        case AfterPain(on, None):
            told = language.translate("Today", "The session of {date} was stopped for pain: the safety questions again")
            return told.format(date=dates.short_date(on, language))
        case AfterPain(on, pain):
            told = language.translate("Today", "Pain of {pain} in the session of {date}: the safety questions again")
            return told.format(pain=pain, date=dates.short_date(on, language))


def not_due(language: Language) -> str:
    """Why the safety questions are not to be asked now."""
    return language.translate("Today", "Answered; they come again every month, and after a session that hurt much")


def advice(language: Language, why: SeeSomeone) -> str:
    """That a professional should look at it, and why."""
    match why:
        case "two-red":
            return language.translate(
                "Today", "Your last two sessions hurt, or the morning after did. Please have a professional look at it."
            )
        case "no-better":
            return language.translate(
                "Today", "Sessions have hurt for two weeks now. Please have a professional look at it."
            )


def morning(language: Language, session: Session, title: str) -> str:
    """`How was the morning after Desk reset, 3 Mar?`"""
    told = language.translate("Today", "How was the morning after {title}, {date}?")
    return told.format(title=title, date=dates.short_date(session.started, language))


def morning_answer(language: Language, morning: Morning) -> str:
    """What a morning after may have been, as an answer to choose."""
    match morning:
        case "better":
            return language.translate("Today", "Better")
        case "same":
            return language.translate("Today", "The same")
        case "worse":
            return language.translate("Today", "Worse")


def not_now(language: Language) -> str:
    """The way to leave the question for later."""
    return language.translate("Today", "Not now")


def after_morning(language: Language, session: Session, morning: Morning) -> str:
    """What follows from what was told of the morning after a session."""
    if morning != "worse":
        return language.translate("Today", "Thank you. It goes on as it is.")
    if not session.work:
        return language.translate("Today", "Thank you for telling it. Take it gently today.")
    told = language.translate("Today", "Thank you for telling it. Its exercises rest until {moment}.")
    return told.format(moment=dates.moment(session.started + REST_AFTER_WORSE, language))
