"""Today in words: why something is due, offered or asked for, and how it goes. Kind, and without reproach."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coach.content.catalogue import Catalogue
from coach.progression.own import REST_AFTER_WORSE
from coach.progression.past import Morning, Session
from coach.today.agenda import Day, Item, Today
from coach.today.calendar import PlanWeek
from coach.today.doing import DayItem
from coach.today.first import First
from coach.today.keeping import ADHERENCE_DAYS, AIM_PERCENT, Adherence
from coach.today.offers import DueAgain, Offer
from coach.today.safety import AfterPain, AskedLongAgo, NeverAsked, QuestionsDue, SeeSomeone
from coach.today.soreness import SoreFromMorning, SoreFromPain, Soreness
from coach.today.wishes import Lacked
from coach.words import dates, kit, library, suggestions
from coach.words.durations import in_letters
from coach.words.language import Language
from coach.words.plan import length
from coach.words.titles import title_of

_MINUTE_SECONDS = 60.0


def why(language: Language, item: Item) -> str:
    """Why something is due, or what became of it, and what the person has not got for it."""
    if isinstance(item.why, Offer):
        told, besides = _offered(language, item.why), lacked(language, item.why.lacked)
    else:
        told, besides = _planned(language, item.why), kit.needs(item.lacks, language)
    return language.translate("Today", "{why}. {besides}").format(why=told, besides=besides) if besides else told


def lacked(language: Language, wanted: Lacked | None) -> str:
    """`Two-minute band needs a band, which you said you do not have`; empty where nothing is missing."""
    return kit.routine_needs(library.say(wanted.title, language), wanted.things, language) if wanted is not None else ""


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
            return language.translate(
                "Today",
                "Last done %n days ago: time to see what has changed",
                "Last done 1 day ago: time to see what has changed",
                days,
            )
        case Adherence():
            return language.translate("Today", "Two full weeks behind you: something small counts, too")
        case suggested:
            return suggestions.reason(language, suggested)


def plan(language: Language, week: PlanWeek) -> str:
    """`Eight weeks for your upper back, week 3 of eight`."""
    title = library.say(week.plan.title, language)
    if week.is_over:
        return language.translate("Today", "{plan}: its last week is behind you").format(plan=title)
    return language.translate("Today", "{plan}, {week}").format(plan=title, week=week_of_plan(language, week))


def week_of_plan(language: Language, week: PlanWeek) -> str:
    """`week 3 of eight`; `week 11` of a plan that goes on without an end, or does by then."""
    weeks = length(week.plan, language)
    if week.number > weeks:
        return language.translate("Today", "week {n}").format(n=week.number)
    told = language.translate("Today", "week {n} of {weeks}")
    return told.format(n=week.number, weeks=in_letters(language, weeks))


def only(language: Language, seconds: float) -> str:
    """`Only two minutes?`: what is asked of a small way out, to the nearest minute and never none."""
    minutes = max(1, round(seconds / _MINUTE_SECONDS))
    told = language.translate("Today", "Only {n} minutes?", "Only a minute?", minutes)
    return told.format(n=in_letters(language, minutes))


def first_title(language: Language, first: First) -> str:
    """What stands where there is nothing to start."""
    match first.what:
        case "done":
            return language.translate("Today", "Done for today")
        case "rest":
            return language.translate("Today", "A day of rest")
        case _:
            return language.translate("Today", "Nothing to coach yet")


def first_sentence(language: Language, first: First) -> str:
    """A sentence to what comes first, where that is nothing of the plan and no offer."""
    match first.what:
        case "measure":
            return language.translate("Today", "Thirty seconds at a wall show where to begin.")
        case "done":
            return language.translate("Today", "What you did today counts. The rest of the day is yours.")
        case "rest":
            return language.translate("Today", "Nothing is planned for today. Rest is a part of it.")
        case _:
            return language.translate("Today", "There is no routine that you could do now.")


def counted(language: Language, found: Today) -> str:
    """`2 of 5 done` of the plan; without one `1 done`, and nothing where nothing was."""
    planned = [item for item in found.items if isinstance(item.why, DayItem)]
    if planned:
        told = language.translate("Today", "{done} of {all} done")
        return told.format(done=sum(item.state == "done" for item in planned), all=len(planned))
    exercised = sum(deed.is_exercise for deed in found.besides)
    return language.translate("Today", "{n} done").format(n=exercised) if exercised else ""


def day(language: Language, one: Day, today: date, catalogue: Catalogue) -> tuple[str, ...]:
    """What stands beside a day of the week: what is planned, how much of it was done, or the titles of what was."""
    exercised = tuple(dict.fromkeys(title_of(catalogue, deed.kind, deed.target, language) for deed in one.exercised))
    if one.state == "pain":
        return (language.translate("Today", "pain told"), *exercised)
    if one.state == "rest":
        return (language.translate("Today", "Rest"),)
    if one.state == "all":
        return exercised or _planned_titles(language, one, catalogue)
    if one.items and (one.date == today or one.state == "part"):
        told = language.translate("Today", "{done} of {all}")
        return (told.format(done=one.done, all=len(one.items)),)
    if one.date == today:
        return (language.translate("Today", "not yet"),)
    return _planned_titles(language, one, catalogue) if one.date > today else ()


def _planned_titles(language: Language, one: Day, catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(dict.fromkeys(title_of(catalogue, item.kind, item.id, language) for item in one.items))


def how_it_goes(language: Language, found: Today) -> Iterator[str]:
    """How much of the plan was done, and for how many days in a row: what tells nothing but guilt is left out."""
    if found.plan is not None and found.adherence is not None and found.adherence.done:
        yield adherence(language, found.adherence, (found.at.date() - found.plan.followed.begun).days)
    if found.streak_days > 1:
        yield streak(language, found.streak_days)


def adherence(language: Language, kept: Adherence, days: int) -> str:
    """`74 % of what was planned in the last two weeks; 70 % is a good aim`: of a plan followed for so many days.

    Where that is less than two weeks, or little was done, it is counted, and no aim is held up (docs/evidence.md, 7).
    """
    if days < ADHERENCE_DAYS:
        told = language.translate("Today", "{done} of {planned} done since the plan began")
    elif kept.is_under_half:
        told = language.translate("Today", "{done} of {planned} done in the last two weeks")
    else:
        told = language.translate("Today", "{share} % of what was planned in the last two weeks; {aim} % is a good aim")
    return told.format(done=kept.done, planned=kept.planned, share=kept.percent, aim=AIM_PERCENT)


def streak(language: Language, days: int) -> str:
    """`3 days in a row`."""
    return language.translate("Today", "%n days in a row", "1 day in a row", days)


def questions(language: Language, due: QuestionsDue) -> str:
    """Why the safety questions are to be asked now."""
    match due:
        case NeverAsked():
            return language.translate("Today", "The safety questions come before the first session")
        case AskedLongAgo(days):
            return language.translate(
                "Today",
                "%n days since the safety questions: they come every month",
                "1 day since the safety questions: they come every month",
                days,
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


def morning_asked(language: Language) -> str:
    """The same where the session's name stands beside it, and the room is small."""
    return language.translate("Today", "How was the morning after?")


def morning_of(language: Language, session: Session, title: str) -> str:
    """`Desk reset, 3 Mar`: which session is asked about."""
    told = language.translate("Today", "{title}, {date}")
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
