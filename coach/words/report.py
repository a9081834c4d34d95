"""The report for an appointment, in words: what was done, told and measured. No finding, and no promise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from coach.content.catalogue import Catalogue
from coach.progression.past import SafetyTold
from coach.today.report import Hurt, Report, Span, Stop, Week
from coach.values import dataclass
from coach.walltest.advice import change, compare
from coach.walltest.score import Result
from coach.words import dates, progress
from coach.words import walltest as wall_words
from coach.words.language import Language
from coach.words.library import exercise_title, say
from coach.words.numbers import signed
from coach.words.progression import conditions
from coach.words.safety import answer
from coach.words.sentences import apart_list, comma_list
from coach.words.titles import title_of

_LEAST_WEEKS = 4
"""The last ones, which are always told."""

LONGEST = 60
"""Letters of a title; what is longer is cut, so that one page stays one."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading; sentences below it, then a table, if there are any."""

    heading: str
    lines: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """All words of the report, from top to bottom."""

    title: str
    facts: str
    lead: str
    name: str
    parts: tuple[Part, ...]
    about: str


def nothing(language: Language, first: date | None) -> str:
    """Why there is no report."""
    if first is not None:
        told = language.translate("Report", "There is nothing to report since {date}: no session, no test.")
        return told.format(date=_date(language, first, first))
    return language.translate(
        "Report",
        "There is nothing to report: no session and no test in the last twelve weeks. The first one starts it.",
    )


def paper(language: Language, found: Report, catalogue: Catalogue, most: int) -> Paper:
    """The words of a report; of lists that may be long no more than `most` lines each, and how many more there are."""
    told = _Telling(language, found, catalogue, most)
    parts = (told.done(), told.weeks(), told.tests(), told.pain(), told.safety(), told.left_out())
    today = found.at.date()
    facts = language.translate("Report", "{first} to {last}")
    return Paper(
        language.translate("Report", "Report to take along"),
        facts.format(
            first=_date(language, found.first, today, is_full=True), last=_date(language, today, today, is_full=True)
        ),
        language.translate(
            "Report",
            "What I did, told and measured by myself with an exercise program. It is no examination and no diagnosis.",
        ),
        language.translate("Report", "Name"),
        tuple(part for part in parts if part is not None),
        say(catalogue.safety.disclaimer, language),
    )


def _date(language: Language, day: date, today: date, *, is_full: bool = False) -> str:
    return dates.short_date_of_year(day, language) if is_full else dates.short_date(day, language, today=today)


def shortened(text: str, most: int = LONGEST) -> str:
    """A text of no more than so many letters."""
    return text if len(text) <= most else f"{text[: most - 3].rstrip()}..."


class _Telling:
    """One part of the page after another."""

    def __init__(self, language: Language, found: Report, catalogue: Catalogue, most: int) -> None:
        self._language, self._found, self._catalogue, self._most = language, found, catalogue, most

    def done(self) -> Part:
        """Sessions, days, and how much of what was planned."""
        found, language = self._found, self._language
        none = language.translate("Report", "No session was finished in this time.")
        n = found.finished
        some = language.translate(
            "Report",
            "%n sessions finished, on {days} of {all} days.",
            "1 session finished, on 1 of {all} days.",
            n,
        )
        every = (found.at.date() - found.first).days + 1
        lines = [some.format(days=found.days, all=every) if found.finished else none]
        if found.adherence is not None:
            told = language.translate("Report", "Of what was planned in the last two weeks {done} of {planned} done.")
            lines.append(told.format(done=found.adherence.done, planned=found.adherence.planned))
        return Part(language.translate("Report", "What I did"), tuple(lines))

    def weeks(self) -> Part | None:
        """A line for each week, the last ones where there are too many; None where nothing was done or told."""
        language, every = self._language, self._found.weeks
        if not any(week.finished or week.pain or week.effort for week in every):
            return None
        heads = (
            language.translate("Report", "Week from"),
            language.translate("Report", "Days with exercise"),
            language.translate("Report", "Sessions"),
            language.translate("Report", "Pain"),
            language.translate("Report", "Effort"),
        )
        shown = every[-max(_LEAST_WEEKS, self._most) :]
        lines = [language.translate("Report", "Least and most of a week; 0 is none, 10 the most one can think of.")]
        if len(shown) < len(every):
            n = len(shown)
            lines.append(language.translate("Report", "The last %n weeks.", "The last week.", n))
        rows = tuple(self._week(week) for week in shown)
        return Part(language.translate("Report", "Pain and effort as told"), tuple(lines), heads, rows)

    def _week(self, week: Week) -> tuple[str, ...]:
        day = _date(self._language, week.monday, self._found.at.date())
        return day, str(week.days), str(week.finished), self._span(week.pain), self._span(week.effort)

    def _span(self, span: Span | None) -> str:
        if span is None:
            return "-"
        told = self._language.translate("Report", "{least} to {most}")
        return str(span[0]) if span[0] == span[1] else told.format(least=span[0], most=span[1])

    def tests(self) -> Part | None:
        """Then and now, and what the difference may mean."""
        tests, language = self._found.tests, self._language
        if not tests:
            return None
        title = shortened(self._catalogue.title_of("test", tests[-1].test_id, self._language.tag) or tests[-1].test_id)
        days = [_date(language, one.at.date(), self._found.at.date()) for one in tests]
        heads = ("", *days, *([language.translate("Report", "Difference")] if len(tests) > 1 else []))
        results = [one.scored for one in tests]
        rows = [*self._measures(results), *self._tensions(results)]
        return Part(title, (), heads, tuple(rows))

    def _measures(self, results: Sequence[Result]) -> Iterator[tuple[str, ...]]:
        language, of = self._language, progress.of
        seconds = language.translate("Report", "{n} s")
        more = compare(results[0], results[-1])
        yield self._row(
            wall_words.hold(language),
            [seconds.format(n=of(language, one.hold_seconds, one.hold_most)) for one in results],
            seconds.format(n=f"{more.hold_seconds:+d}") if more.hold_seconds else self._same(),
        )
        yield self._row(
            wall_words.contact(language),
            [of(language, one.contact, one.contact_most) for one in results],
            f"{more.contact:+d}" if more.contact else self._same(),
        )
        yield self._row(
            wall_words.carry_over(language),
            [of(language, one.carry_over, one.carry_over_most) for one in results],
            f"{more.carry_over:+d}" if more.carry_over else self._same(),
        )
        gaps = [progress.gap_cm(one, self._catalogue) for one in self._found.tests]
        if any(gap is not None for gap in gaps):
            name = language.translate("Report", "Gap to the wall")
            yield self._row(name, [progress.gap(language, gap) for gap in gaps], self._wider(gaps[0], gaps[-1]))

    def _wider(self, before: float | None, now: float | None) -> str:
        if before is None or now is None:
            return "-"
        if before == now:
            return self._same()
        return self._language.translate("Report", "{n} cm").format(n=signed(now - before, self._language))

    def _tensions(self, results: Sequence[Result]) -> Iterator[tuple[str, ...]]:
        """The areas that are tense now or were, the strongest first, so many as have room."""
        now = results[-1].tension
        rated = {area: max(points, results[0].tension.get(area, 0)) for area, points in now.items()}
        areas = sorted((area for area, points in rated.items() if points), key=lambda area: -rated[area])
        name = self._language.translate("Report", "Tension, {area}")
        for area in areas[: self._most]:
            found = self._catalogue.areas.get(area)
            title = shortened(say(found.title, self._language) if found is not None else area)
            told = [str(one.tension[area]) if area in one.tension else "-" for one in results]
            yield self._row(name.format(area=title), told, self._difference(results[0].tension, now, area))

    def _difference(self, before: Mapping[str, int], now: Mapping[str, int], area: str) -> str:
        if area not in before:
            return "-"
        found = change(before[area], now[area])
        match found.kind:
            case "same":
                return self._same()
            case "noise":
                told = self._language.translate("Report", "{n}: ratings differ by so much by themselves")
            case _:
                told = self._language.translate("Report", "{n}: may be real; to see whether it stays")
        return told.format(n=f"{found.points:+d}")

    def _same(self) -> str:
        return self._language.translate("Report", "the same")

    def _row(self, name: str, told: Sequence[str], differs: str) -> tuple[str, ...]:
        return (name, *told, differs) if len(told) > 1 else (name, *told)

    def pain(self) -> Part:
        """Sessions stopped for pain, and exercises in which it hurt."""
        found, language = self._found, self._language
        lines = self._limited([self._stop(stop) for stop in found.stops])
        if not found.stops:
            lines = [language.translate("Report", "No session was stopped for pain.")]
        if found.hurts:
            hurts = [self._hurt(hurt) for hurt in found.hurts[: self._most]]
            told = language.translate("Report", "Told in the middle of an exercise: {exercises}.")
            lines.append(told.format(exercises=apart_list(hurts, language)))
        return Part(language.translate("Report", "Stopped for pain"), tuple(lines))

    def _stop(self, stop: Stop) -> str:
        exercises = comma_list((self._exercise(one) for one in stop.exercises[:2]), self._language)
        title = title_of(self._catalogue, stop.kind, stop.target, self._language)
        what = f"{shortened(title)}, {exercises}" if exercises not in ("", title) else shortened(title)
        day = _date(self._language, stop.on, self._found.at.date())
        if stop.pain is None:
            return self._language.translate("Report", "{date}: {what}").format(date=day, what=what)
        told = self._language.translate("Report", "{date}: {what}; pain {pain} of 10")
        return told.format(date=day, what=what, pain=stop.pain)

    def _hurt(self, hurt: Hurt) -> str:
        told = self._language.translate("Report", "{exercise} (pain {pain}, {times})")
        n = hurt.times
        times = self._language.translate("Report", "%n times", "once", n)
        spans = self._span(hurt.pain)
        return told.format(exercise=self._exercise(hurt.exercise), pain=spans, times=times)

    def safety(self) -> Part:
        """When the safety questions were answered, with what, and which conditions were told."""
        found, language = self._found, self._language
        if found.answers is None:
            lines = [language.translate("Report", "The safety questions were not answered yet.")]
        else:
            day = _date(language, found.answers.at.date(), found.at.date())
            lines = [language.translate("Report", "Safety questions answered on {date}.").format(date=day)]
            lines += self._limited(list(self._answers(found.answers)))
        told = found.conditions
        if told is None or not told.told:
            lines.append(language.translate("Report", "No conditions were told."))
        else:
            lines += self._limited(
                [self._condition(ident, is_cleared=ident in told.cleared) for ident in sorted(told.told)]
            )
        return Part(language.translate("Report", "Safety questions and conditions"), tuple(lines))

    def _answers(self, answers: SafetyTold) -> Iterator[str]:
        """The questions with a yes, those that no professional has checked before the others."""
        asked = {question.id: question for question in self._catalogue.safety.questions}
        checked = self._language.translate("Report", "Yes, checked by a professional: {question}")
        yes = self._language.translate("Report", "Yes: {question}")
        for ident in sorted(answers.yes, key=lambda one: (one in answers.checked, one)):
            text = answer(self._language, asked[ident]) if ident in asked else ident
            told = checked if ident in answers.checked else yes
            yield told.format(question=shortened(text, 2 * LONGEST))

    def _condition(self, ident: str, *, is_cleared: bool) -> str:
        text = self._catalogue.safety.conditions.get(ident)
        told = shortened(say(text, self._language) if text is not None else ident.replace("-", " "), 2 * LONGEST)
        if not is_cleared:
            return told
        return self._language.translate("Report", "{condition} (cleared by a professional)").format(condition=told)

    def left_out(self) -> Part | None:
        """What the conditions change."""
        language, lines = self._language, []
        for one in self._found.changed_for_conditions:
            why = conditions(self._language, one.barred_by)
            if one.instead is None:
                told = language.translate("Report", "{exercise} ({why})")
            else:
                told = language.translate("Report", "{exercise} ({why}); in its place {instead}")
            instead = self._exercise(one.instead) if one.instead is not None else ""
            lines.append(told.format(exercise=self._exercise(one.exercise), why=shortened(why), instead=instead))
        if not lines:
            return None
        return Part(language.translate("Report", "Left out or replaced"), tuple(self._limited(lines)))

    def _limited(self, lines: Sequence[str]) -> list[str]:
        if len(lines) <= self._most:
            return list(lines)
        n = len(lines) - self._most
        more = self._language.translate("Report", "and %n more", "and 1 more", n)
        return [*lines[: self._most], more]

    def _exercise(self, ident: str) -> str:
        return shortened(exercise_title(ident, self._catalogue.exercises, self._language))
