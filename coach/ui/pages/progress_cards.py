"""The pictures of Progress: how the test went, where it is tense, a year of days, pain and effort, what rises next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.content.model.pain import SAFE_PAIN
from coach.progress.overview import Felt, Totals
from coach.progress.records import TestRecord
from coach.session.outcomes import PAIN_ENDS
from coach.today.gone import Gone
from coach.today.year import YearDayState
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import SECTION, SMALL
from coach.ui.widgets.body_shapes import BACK
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.chart import Course, Mark, Ratings
from coach.ui.widgets.dayyear import DayKey, DayYear
from coach.ui.widgets.key import Key
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Beside, Flow
from coach.ui.widgets.segmented import Segmented
from coach.ui.widgets.thennow import Seen, ThenNow
from coach.ui.words import common as words
from coach.walltest.score import Result
from coach.words import progress
from coach.words import walltest as wall_words

_PARTS = ("hold", "contact", "carry-over")
_CALENDAR_KEYS: tuple[YearDayState, ...] = ("all", "part", "missed", "pain", "rest")


class TitledColumn(Card):
    """A card with a title and, at its right or below it, what belongs to the title."""

    def __init__(self, look: Look, title: str, beside: QWidget | None = None) -> None:
        super().__init__(look, space.XL_LOOSE)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(space.HAIR, 0, space.HAIR, 0)
        self.column.setSpacing(space.S)
        head = Label(look, title, SECTION)
        if beside is None:
            self.column.addWidget(head)
        else:
            row = Beside(head.sizeHint().width())
            row.addWidget(head)
            row.addWidget(beside)
            self.column.addLayout(row)

    def say(self, sentence: str) -> None:
        """A sentence below what is there, if there is one to say."""
        if sentence:
            self.column.addWidget(Label(self._look, sentence, SMALL, "ink2", wrap=True))


class TestCard(TitledColumn):
    """Hold, contact or carry-over over the tests; `chosen` tells which."""

    __test__ = False  # not a pytest class
    chosen = Signal(str)

    def __init__(self, look: Look, found: Gone, part: str) -> None:
        choices = {name: _part_name(name) for name in _PARTS}
        self.parts = Segmented(look, self.tr("What of the wall test"), tuple(choices.items()), part)
        super().__init__(look, choices[part], self.parts)
        self.parts.chosen.connect(self.chosen)
        tests = found.of_one_test
        of_test = whens(found)
        dates = [of_test[one.id] for one in tests]
        values = [_value(part, one.scored) for one in tests]
        self.say(_change(part, values, dates))
        first = tests[0].at.timestamp()
        days = [(one.at.timestamp() - first) / 86400 for one in tests]
        last = self.tr("{n} s").format(n=f"{values[-1]:.0f}") if part == "hold" else f"{values[-1]:.0f}"
        marks = [Mark(day, date) for day, date in zip(days, dates, strict=True)]
        most = max([*values, *(_most(part, one.scored) for one in tests)])
        points = list(zip(days, values, strict=True))
        name = self.tr("{part} over the tests; the table says the same").format(part=choices[part])
        self.column.addWidget(Course(look, name, f"{dates[-1]}: {last}", points, marks, most, last), 1)


def _part_name(part: str) -> str:
    language = words.LANGUAGE
    match part:
        case "hold":
            return wall_words.hold(language)
        case "contact":
            return wall_words.contact(language)
        case _:
            return wall_words.carry_over(language)


def _value(part: str, result: Result) -> float:
    match part:
        case "hold":
            return result.hold_seconds
        case "contact":
            return result.contact
        case _:
            return result.carry_over


def _most(part: str, result: Result) -> float:
    match part:
        case "hold":
            return result.hold_most
        case "contact":
            return result.contact_most
        case _:
            return result.carry_over_most


def _change(part: str, values: Sequence[float], dates: Sequence[str]) -> str:
    if len(values) < 2:
        return progress.one_test(words.LANGUAGE)
    more = round(values[-1]) - round(values[0])
    since = progress.seconds_since if part == "hold" else progress.count_since
    return since(words.LANGUAGE, more, dates[0])


def whens(found: Gone) -> dict[int, str]:
    """The date of each test by its id, told apart from the others that are shown."""
    told = progress.whens(words.LANGUAGE, [one.at for one in found.tests], found.at)
    return {one.id: date for one, date in zip(found.tests, told, strict=True)}


def ends_of(found: Gone) -> list[TestRecord]:
    """The first and the last result that rated tension; one or none where there are no more."""
    rated = [one for one in found.of_one_test if one.scored.tension]
    return rated if len(rated) < 2 else [rated[0], rated[-1]]


class TensionCard(TitledColumn):
    """Where it was tense at the first test, and where it is at the last."""

    def __init__(self, look: Look, found: Gone, titles: Mapping[str, str]) -> None:
        ends, of_test = ends_of(found), whens(found)
        super().__init__(look, wall_words.tension(words.LANGUAGE))
        self.say(progress.change_of_tension(words.LANGUAGE, [one.scored for one in ends], titles))
        seen = [Seen(of_test[one.id], one.scored.sides) for one in ends]
        self.column.addWidget(ThenNow(look, seen, titles), 1)
        self.say(progress.unseen_tension(words.LANGUAGE, [one.scored for one in ends], titles, BACK))


class YearCard(TitledColumn):
    """What became of each day of a year, how much of what was planned, and what it comes to."""

    def __init__(self, look: Look, found: Gone, counted: Totals) -> None:
        keys = QWidget()
        flow = Flow(space.L, keys, align_right=True)
        for state in _CALENDAR_KEYS:
            flow.addWidget(DayKey(look, state))
        super().__init__(look, self.tr("What you did"), keys)
        self.say(progress.kept(words.LANGUAGE, found.adherence, found.plan_days))
        self.column.addWidget(DayYear(look, found.year, found.at.date()))
        self.say(progress.totals(words.LANGUAGE, counted))


class FeltCard(TitledColumn):
    """Pain and effort of the last sessions; `corrected` leads to the list in which they are put right."""

    corrected = Signal()

    def __init__(self, look: Look, sessions: Sequence[Felt]) -> None:
        keys = QWidget()
        flow = Flow(space.L, keys, align_right=True)
        flow.addWidget(Key(look, "dot", "accent", self.tr("pain")))
        flow.addWidget(Key(look, "bar", "ink", self.tr("effort")))
        flow.addWidget(Key(look, "ground", "psoft", self.tr("0 to {n}: fine").format(n=SAFE_PAIN)))
        super().__init__(look, self.tr("Pain and effort"), keys)
        if sessions:
            last = len(sessions) - 1
            dates = {0: words.short_date(sessions[0].started), last: words.short_date(sessions[-1].started)}
            self.column.addWidget(
                Ratings(
                    look,
                    self.tr("Pain and effort over the last sessions; the table says the same"),
                    progress.course_of_pain(words.LANGUAGE, sessions),
                    [(one.effort, one.pain) for one in sessions],
                    [Mark(place, word) for place, word in dates.items()],
                    SAFE_PAIN,
                    PAIN_ENDS,
                ),
                1,
            )
        else:
            self.say(self.tr("After a session you are asked how hard it was and whether it hurt. It stands here then."))
            self.column.addStretch(1)
        change = Button(look, self.tr("See and correct sessions"), "text", height=sizes.BUTTON_SLIM)
        change.clicked.connect(self.corrected)
        self.column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
