"""Everything of Progress as tables: tests, tension, days, sessions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.content.catalogue import Catalogue
from coach.progress.records import SessionRecord
from coach.today.gone import Gone
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SMALL
from coach.ui.pages.progress_cards import TitledColumn, ends_of, whens
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.labels import Label
from coach.ui.widgets.line import HLine
from coach.ui.widgets.table import Table
from coach.ui.words import common as words
from coach.words import progress
from coach.words import walltest as wall_words
from coach.words.sentences import apart_list

_FELT_WIDE = 104  # pixels at text size 1 for "effort 2, pain 1" on one line


class TestsTable(TitledColumn):
    """Every test, the newest first."""

    __test__ = False  # not a pytest class

    def __init__(self, look: Look, found: Gone, catalogue: Catalogue, titles: Mapping[str, str]) -> None:
        super().__init__(look, self.tr("Wall tests"))
        language = words.LANGUAGE
        several = len({one.test_id for one in found.tests}) > 1
        rows, of_test = [], whens(found)
        for test in found.tests:
            result = test.scored
            row = [
                of_test[test.id],
                self.tr("{n} s").format(n=progress.of(language, result.hold_seconds, result.hold_most)),
                progress.of(language, result.contact, result.contact_most),
                progress.of(language, result.carry_over, result.carry_over_most),
                progress.gap(language, progress.gap_cm(test, catalogue)),
                progress.tension(words.LANGUAGE, test, titles),
                apart_list((titles[area] for area in result.focus if area in titles), language) or "-",
            ]
            rows.append(
                [row[0], catalogue.title_of("test", test.test_id, language.tag) or test.test_id, *row[1:]]
                if several
                else row
            )
        heads = [
            self.tr("When"),
            *([self.tr("Test")] if several else []),
            *(wall_words.hold(language), wall_words.contact(language), wall_words.carry_over(language)),
            self.tr("Gap"),
            *(wall_words.tension(language), self.tr("Focus")),
        ]
        self.column.addWidget(Table(look, self.tr("Wall tests"), heads, rows, [*[1.0] * (len(heads) - 2), 3.0, 2.0]))


class TensionTable(TitledColumn):
    """Left and right of each area at the first test and at the last."""

    def __init__(self, look: Look, found: Gone, titles: Mapping[str, str]) -> None:
        super().__init__(look, wall_words.tension(words.LANGUAGE))
        ends, of_test = ends_of(found), whens(found)
        self.say(progress.change_of_tension(words.LANGUAGE, [one.scored for one in ends], titles))
        areas = dict.fromkeys(area for one in ends for area in one.scored.tension)
        rows = []
        for area in areas:
            sides = [one.scored.sides.get(area) for one in ends]
            rows.append([titles.get(area, area), *(str(n) if n is not None else "-" for n in _flat(sides))])
        heads = [self.tr("Area")]
        for one in ends:
            date = of_test[one.id]
            heads += [self.tr("{date}, left").format(date=date), self.tr("{date}, right").format(date=date)]
        self.column.addWidget(
            Table(look, wall_words.tension(words.LANGUAGE), heads, rows, [2.5, *[1.0] * (len(heads) - 1)])
        )


def _flat(sides: Sequence[tuple[int, int] | None]) -> list[int | None]:
    return [n for pair in sides for n in (pair or (None, None))]


class DaysTable(TitledColumn):
    """What became of each day, the newest first."""

    def __init__(self, look: Look, found: Gone) -> None:
        super().__init__(look, self.tr("Days"))
        language = words.LANGUAGE
        self.say(progress.kept(language, found.adherence, found.plan_days))
        rows = [
            [
                words.dated(one.date, found.at.date()),
                progress.day_state(language, one.state),
                progress.of(language, one.done, one.planned) if one.planned else "-",
            ]
            for one in reversed(found.year.days)
        ]
        heads = [self.tr("Day"), self.tr("What became of it"), self.tr("Done of planned")]
        self.column.addWidget(Table(look, self.tr("Days"), heads, rows))


class SessionsList(TitledColumn):
    """Sessions, the newest first, each with the way to put it right: `change(id)`. `more`: the older ones, too."""

    change = Signal(object)  # an id of the store is longer than a number of Qt
    more = Signal()

    def __init__(
        self, look: Look, sessions: Sequence[SessionRecord], told: str, *, has_more: bool, has_room: bool
    ) -> None:
        """With `has_room` as columns, else as words below each other."""
        super().__init__(look, self.tr("Sessions"))
        self.say(told)
        heads = (self.tr("When"), self.tr("What"), self.tr("How long"), self.tr("How it ended"), self.tr("Felt like"))
        rows = [(self._row(one), self._button(one)) for one in sessions]
        self.first_button = rows[0][1] if rows else None
        if has_room:
            self.column.addLayout(self._grid(heads, rows))
        else:
            for row, button in rows:
                self._stack(row, button)
        self.older: Button | None = None
        if has_more:
            self.older = Button(look, self.tr("Show older ones"), "tonal", height=sizes.BUTTON_SMALL)
            self.older.clicked.connect(self.more)
            self.column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, record: SessionRecord) -> tuple[str, ...]:
        return (
            words.moment(record.started),
            record.title,
            words.clock(record.seconds),
            self._how(record),
            progress.felt(words.LANGUAGE, record.effort, record.pain),
        )

    def _how(self, record: SessionRecord) -> str:
        known = {
            "finished": self.tr("finished"),
            "ended": self.tr("ended early"),
            "pain": self.tr("stopped for pain"),
            "abandoned": self.tr("left"),
        }
        return known.get(record.how or "", self.tr("interrupted"))

    def _button(self, record: SessionRecord) -> Button:
        button = Button(self._look, self.tr("Change"), "text", height=sizes.BUTTON_SLIM)
        named = self.tr("Change {title}, {when}").format(title=record.title, when=words.moment(record.started))
        button.setAccessibleName(named)
        _, _, *told = self._row(record)
        button.setAccessibleDescription(apart_list((text for text in told if text), words.LANGUAGE))
        button.clicked.connect(partial(self.change.emit, record.id))
        return button

    def _stack(self, row: tuple[str, ...], button: QWidget) -> None:
        """A session as two paragraphs."""
        self.column.addWidget(HLine(self._look))
        self.column.addWidget(Label(self._look, row[1], BODY.bold, wrap=True))
        told = apart_list((text for text in (row[0], *row[2:]) if text), words.LANGUAGE)
        self.column.addWidget(Label(self._look, told, SMALL, "ink2", wrap=True))
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _grid(self, heads: tuple[str, ...], rows: Sequence[tuple[tuple[str, ...], Button]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(space.L)
        grid.setVerticalSpacing(space.S)
        for place, word in enumerate(heads):
            grid.addWidget(Label(self._look, word, SMALL.bold, "ink2", wrap=True), 0, place)
            grid.setColumnStretch(place, 2 if place == 1 else 1)
        for number, (row, button) in enumerate(rows):
            grid.addWidget(HLine(self._look), 2 * number + 1, 0, 1, len(heads) + 1)
            for place, text in enumerate(row):
                style, tone = (BODY.bold, "ink") if place == 1 else (SMALL, "ink2")
                cell = Label(self._look, text, style, tone, wrap=True, align=Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(cell, 2 * number + 2, place)
            grid.addWidget(button, 2 * number + 2, len(heads))  # read after what stands before it
        grid.setColumnMinimumWidth(len(heads) - 1, self._look.px(_FELT_WIDE))
        return grid
