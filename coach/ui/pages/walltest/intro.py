"""The wall test before it begins: what it is, what it needs, how it goes, and how it went last time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.at_the_wall import Kept
from coach.content.model import Figure, Test
from coach.content.problem import Problem
from coach.demonstration.which_figure import STANDING
from coach.session.timeline import Timeline
from coach.today.due import due
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_HERO, HEADING, SECTION, SMALL
from coach.ui.pages.page import Page
from coach.ui.pages.walltest.sections import Sections
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.chip import Chip
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Flow, Split
from coach.ui.widgets.line import HLine
from coach.ui.widgets.long_button import LongButton
from coach.ui.widgets.place import FigurePlace
from coach.ui.widgets.segmented import Segmented
from coach.ui.words import common as words
from coach.values import dataclass
from coach.words.at_the_wall import how_it_is_answered, when_asked, when_named
from coach.words.wall_result import next_test


@dataclass(frozen=True, slots=True)
class _Offered:
    test: Test
    timeline: Timeline
    last: Kept | None
    figure: Figure | None
    today: date
    afterwards: bool


_WHEN = {"wall": False, "afterwards": True}
"""Whether the questions come afterwards, by the parts of the choice."""

_PICTURE_HIGH = 300
"""Points, where it stands above the words; beside them it is as high as they are."""


class IntroPage(Page):
    """`start` when the person wants to begin; `last` when they want to see the last result again; `afterwards(bool)`
    when they choose whether the questions come afterwards.

    `problems`: what is wrong in the files of the test; `take_along`: what gives a card with its ways out.
    """

    start, last, afterwards = Signal(), Signal(), Signal(bool)
    when: Segmented  # since a test is shown

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Wall test"))
        self._offered: _Offered | None = None
        self.problems: Sequence[Problem] = ()
        self.take_along: Callable[[Test], QWidget] | None = None
        self.start_button: Button | None = None
        self.last_button: Button | None = None

    def show_test(
        self,
        test: Test,
        timeline: Timeline,
        last: Kept | None,
        today: date,
        figure: Figure | None = None,
        *,
        afterwards: bool = False,
    ) -> None:
        """`timeline` says how long it takes; `last` is the last result; `figure` shows the step from the wall;
        `afterwards` whether the questions come from memory.
        """
        self._offered = _Offered(test, timeline, last, figure, today, afterwards)
        self.refresh()

    def build(self, column: QVBoxLayout) -> None:
        column.addLayout(self.header())
        self.tell_problems(column, self.problems)
        if self._offered is None:
            hero = Hero(self._look, figure=STANDING, flat=True, least=320)
            hero.say(self.tr("There is no wall test here."))
            column.addWidget(hero)
            column.addStretch(1)
            return
        split = Split(592, 304, self._look.px(760), fill=False)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(space.XL)
        left.addWidget(self._about(self._offered))
        if self._offered.test.before:
            left.addWidget(self._before(self._offered.test))
        left.addWidget(self._when(afterwards=self._offered.afterwards))
        left.addStretch(1)
        split.add_layout(left)
        split.addWidget(self._beside(self._offered))
        column.addLayout(split)
        if self.take_along is not None:
            column.addWidget(self.take_along(self._offered.test))
        column.addStretch(1)

    def _about(self, offered: _Offered) -> Card:
        """What it is, beside the figure at the wall, and Start: all of it is seen without scrolling."""
        card = Card(self._look, padding=0)
        both = Split(232, 360, self._look.px(480), spacing=0)
        picture = FigurePlace(
            self._look,
            width=232,
            height=_PICTURE_HIGH,
            radius=sizes.CARD_RADIUS,
            corners="all",
            figure=offered.figure,
            ghost=True,
        )
        picture.setSizePolicy(picture.sizePolicy().horizontalPolicy(), picture.sizePolicy().Policy.Expanding)
        both.addWidget(picture)
        words_beside = QWidget()
        self._add_what(QVBoxLayout(words_beside), offered)
        both.addWidget(words_beside)
        card.setLayout(both)
        return card

    def _add_what(self, body: QVBoxLayout, offered: _Offered) -> None:
        test = offered.test
        body.setContentsMargins(space.XXL_LOOSE, space.XL_LOOSE, space.XXL_LOOSE, space.XL_LOOSE)
        body.setSpacing(space.M)
        body.addWidget(Label(self._look, words.say(test.title), CARD_HERO, wrap=True))
        if test.summary:
            body.addWidget(Label(self._look, words.say(test.summary), BODY, "ink2", wrap=True))
        chips = Flow(space.S)
        chips.addWidget(Chip(self._look, words.total(offered.timeline), "clock"))
        for need in test.needs:
            word = self.tr("A free wall") if need == "wall" else words.need(need)
            chips.addWidget(Chip(self._look, word, words.need_icon(need)))
        body.addLayout(chips)
        body.addStretch(1)
        self.start_button = LongButton(self._look, self.tr("Start the test"), "primary", sizes.BUTTON_LARGER, "play")
        policy = self.start_button.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)  # as wide as the words above it
        self.start_button.setSizePolicy(policy)
        self.start_button.clicked.connect(self.start)
        body.addWidget(self.start_button)

    def _before(self, test: Test) -> Card:
        card = Card(self._look)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.XS_LOOSE)
        rows.addWidget(Label(self._look, self.tr("Before you start"), HEADING))
        for line in test.before:
            rows.addLayout(self._line("check", words.say(line)))
        return card

    def _when(self, *, afterwards: bool) -> Card:
        """When the questions come, and how they are answered then."""
        language = words.LANGUAGE
        card = Card(self._look)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.S)
        rows.addWidget(Label(self._look, when_asked(language), HEADING))
        choices = [(key, when_named(language, afterwards=later)) for key, later in _WHEN.items()]
        chosen = next(key for key, later in _WHEN.items() if later == afterwards)
        self.when = Segmented(self._look, when_asked(language), choices, chosen)
        rows.addWidget(self.when)
        how = Label(self._look, how_it_is_answered(language, afterwards=afterwards), BODY, "ink2", wrap=True)
        rows.addWidget(how)

        def choose(key: str) -> None:
            how.setText(how_it_is_answered(language, afterwards=_WHEN[key]))
            self.afterwards.emit(_WHEN[key])

        self.when.chosen.connect(choose)
        return card

    def _line(self, icon: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space.S_LOOSE)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, self._look.px(space.ROW), 0, 0)  # the icon on the middle of the first line
        mark.addWidget(IconLabel(self._look, icon, 18, "pine"))
        mark.addStretch(1)
        row.addLayout(mark)
        row.addWidget(Label(self._look, text, BODY, "ink2", wrap=True), 1)
        return row

    def _beside(self, offered: _Offered) -> Card:
        card = Card(self._look)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.M)
        rows.addWidget(Label(self._look, self.tr("How it goes"), SECTION))
        for number, (name, text) in enumerate(Sections(offered.test).outline(), start=1):
            row = QHBoxLayout()
            row.setSpacing(space.M)
            row.addWidget(
                Label(self._look, str(number), BODY.heavy, "atext", tabular=True), 0, Qt.AlignmentFlag.AlignTop
            )
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(Label(self._look, name, BODY.bold))
            part.addWidget(Label(self._look, text, SMALL, "ink2", wrap=True))
            row.addLayout(part, 1)
            rows.addLayout(row)
        rows.addSpacing(space.XS)
        rows.addWidget(HLine(self._look))
        self._add_last(rows, offered)
        return card

    def _add_last(self, rows: QVBoxLayout, offered: _Offered) -> None:
        self.last_button = None
        last = offered.last
        if last is None:
            text = self.tr("Your first one. It is yours alone: it measures your own change, from week to week.")
            rows.addWidget(Label(self._look, text, BODY, "ink2", wrap=True))
            return
        result = last.result
        rows.addWidget(Label(self._look, self.tr("Last time, {0}").format(words.date(last.at)), BODY.bold, wrap=True))
        facts = self.tr("Hold {0} s, contact {1} of {2}, carry-over {3} of {4}.").format(
            round(result.hold_seconds), result.contact, result.contact_most, result.carry_over, result.carry_over_most
        )
        rows.addWidget(Label(self._look, facts, SMALL, "ink2", wrap=True))
        if (again := due(offered.test, last.at)) is not None:
            text = next_test(words.LANGUAGE, again.date(), last.at.date(), offered.today)
            rows.addWidget(Label(self._look, text, SMALL, "ink2", wrap=True))
        self.last_button = Button(self._look, self.tr("See it again"), "tonal", height=sizes.BUTTON_SMALL)
        self.last_button.clicked.connect(self.last)
        rows.addWidget(self.last_button, 0, Qt.AlignmentFlag.AlignLeft)
