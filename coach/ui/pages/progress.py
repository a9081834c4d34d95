"""What was done, as a table; pictures of it come beside it later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from coach.demonstration.which_figure import STANDING
from coach.progress.portable.form import Record
from coach.progress.records import SessionRecord, TestRecord
from coach.today.done import exercise, totals
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, PAGE_TITLE, SECTION, SMALL
from coach.ui.pages.correcting import CorrectionForm
from coach.ui.pages.page import Page, Paths
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Gallery
from coach.ui.widgets.line import HLine
from coach.ui.widgets.notice import Notice
from coach.ui.words import common as words
from coach.words import walltest as wall_words

if TYPE_CHECKING:
    from coach.wiring import Parts

_SHOWN = 50
_FELT_WIDE = 104  # pixels at text size 1 for "effort 2, pain 1" on one line
_TABLE_WIDE = 560  # pixels of content at text size 1 below which a table's words break in their middle


class ProgressPage(Page):
    """Sessions and wall tests, the newest first."""

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        super().__init__(look, "")
        self.title = self.tr("Progress")
        self.setAccessibleName(self.title)
        self._parts, self._to = parts, to
        self._has_tables = True
        self._changing: Record | None = None
        """The session that is being put right, in place of the page."""
        self._changed: tuple[str, Record] | None = None
        """What was done to a session last, in words, and the session as it was before: it can be undone."""

    def appear(self, _about: str = "", _before: str = "") -> None:
        self._changing = self._changed = None
        super().appear()

    def build(self, column: QVBoxLayout) -> None:
        self._has_tables = self._has_room()
        column.addLayout(self.header())
        if self._changing is not None:
            self._correct(column, self._changing)
            return
        if self._changed is not None:
            self._offer_undo(column, *self._changed)
        sessions = exercise(self._parts.store.sessions())
        tests = self._parts.store.tests()
        if not sessions and not tests:
            column.addWidget(self._empty())
            column.addStretch(1)
            return
        cards = Gallery(self._look.px(190), most=3)
        done = totals(sessions)
        for number, word in (
            (str(done.finished), self.tr("session finished") if done.finished == 1 else self.tr("sessions finished")),
            (words.roughly(done.seconds), self.tr("moved and held")),
            (str(done.days), self.tr("day with a session") if done.days == 1 else self.tr("days with a session")),
        ):
            cards.addWidget(self._number(number, word))
        column.addLayout(cards)
        if tests:
            column.addWidget(self._tests(tests))
        if sessions:
            column.addWidget(self._sessions(sessions[:_SHOWN]))
        column.addStretch(1)

    def _change(self, session: int) -> None:
        uid = self._parts.store.uid_of_session(session)
        self._changing = None if uid is None else self._parts.store.record(uid)
        self.refresh()
        self.verticalScrollBar().setValue(0)

    def _correct(self, column: QVBoxLayout, record: Record) -> None:
        form = CorrectionForm(self._parts.store, self._look, record, self._parts.clock.wall().date())
        form.corrected.connect(partial(self._done, self.tr("The session was changed.")))
        form.deleted.connect(partial(self._done, self.tr("The session was deleted.")))
        form.left.connect(partial(self._done, "", None))
        column.addWidget(form)
        column.addStretch(1)
        form.earlier.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, sentence: str, before: Record | None) -> None:
        self._changing = None
        self._changed = None if before is None else (sentence, before)
        self.refresh()

    def _offer_undo(self, column: QVBoxLayout, sentence: str, before: Record) -> None:
        notice = Notice(self._look, sentence, "state", self.tr("Undo"))
        column.addWidget(notice)
        if notice.action is not None:
            notice.action.clicked.connect(partial(self._undo, before))
            notice.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo(self, before: Record) -> None:
        self._parts.store.put_back(before)
        self._done("", None)

    def _has_room(self) -> bool:
        margins = self.column.contentsMargins()
        return self.viewport().width() - margins.left() - margins.right() >= self._look.px(_TABLE_WIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.column.count() and self._has_room() != self._has_tables:
            self.refresh()

    def _empty(self) -> Hero:
        hero = Hero(self._look, figure=STANDING, least=320)
        hero.say(self.tr("Nothing here yet"), self.tr("Your first session or wall test starts this page."))
        hero.offer(self.tr("See the routines"), lambda: self._to.go.emit("routines"), "routines")
        hero.buttons.addStretch(1)
        return hero

    def _number(self, number: str, word: str) -> Card:
        card = Card(self._look, space.XL)
        column = QVBoxLayout(card)
        column.setContentsMargins(space.HAIR, 0, space.HAIR, 0)
        column.setSpacing(space.HAIR)
        column.addWidget(Label(self._look, number, PAGE_TITLE, wrap=True))
        column.addWidget(Label(self._look, word, BODY, "ink2", wrap=True))
        return card

    def _sessions(self, sessions: list[SessionRecord]) -> Card:
        rows = []
        for record in sessions:
            when = words.moment(record.started)
            rating = ", ".join(
                text
                for text in (
                    self.tr("effort {n}").format(n=record.effort) if record.effort is not None else "",
                    self.tr("pain {n}").format(n=record.pain) if record.pain is not None else "",
                )
                if text
            )
            rows.append((when, record.title, words.clock(record.seconds), self._how(record), rating))
        heads = (self.tr("When"), self.tr("What"), self.tr("How long"), self.tr("How it ended"), self.tr("Felt like"))
        changes = [self._change_button(record) for record in sessions]
        return self._table(self.tr("What you did"), heads, rows, changes=changes)

    def _change_button(self, record: SessionRecord) -> Button:
        button = Button(self._look, self.tr("Change"), "text", height=sizes.BUTTON_SLIM)
        named = self.tr("Change {title}, {when}").format(title=record.title, when=words.moment(record.started))
        button.setAccessibleName(named)
        button.clicked.connect(partial(self._change, record.id))
        return button

    def _how(self, record: SessionRecord) -> str:
        known = {
            "finished": self.tr("finished"),
            "ended": self.tr("ended early"),
            "pain": self.tr("stopped for pain"),
            "abandoned": self.tr("left"),
        }
        return known.get(record.how or "", self.tr("interrupted"))

    def _tests(self, tests: Sequence[TestRecord]) -> Card:
        areas = self._parts.library.catalogue.areas
        rows = []
        days = Counter(record.at.date() for record in tests)
        for record in tests:
            result = record.scored
            focus = "; ".join(words.say(areas[name].title) for name in result.focus if name in areas)
            rows.append(
                (
                    words.moment(record.at) if days[record.at.date()] > 1 else words.short_date(record.at),
                    self.tr("{n} of {most} s").format(n=f"{result.hold_seconds:.0f}", most=f"{result.hold_most:.0f}"),
                    self.tr("{n} of {most}").format(n=result.contact, most=result.contact_most),
                    self.tr("{n} of {most}").format(n=result.carry_over, most=result.carry_over_most),
                    focus or "-",
                )
            )
        language = words.LANGUAGE
        measured = (wall_words.hold(language), wall_words.contact(language), wall_words.carry_over(language))
        heads = (self.tr("When"), *measured, self.tr("Focus"))
        return self._table(self.tr("Wall tests"), heads, rows, wide=4)

    def _stack(self, column: QVBoxLayout, heads: tuple[str, ...], row: tuple[str, ...], *, named: bool) -> None:
        """One row of a table as two paragraphs; `named` where its values do not speak for themselves."""
        pair = self.tr("{head}: {value}") if named else "{value}"
        told = [pair.format(head=head, value=value) for head, value in zip(heads, row, strict=True) if value]
        column.addWidget(HLine(self._look))
        column.addWidget(Label(self._look, told[1], BODY.bold, wrap=True))
        column.addWidget(Label(self._look, "; ".join([row[0], *told[2:]]), SMALL, "ink2", wrap=True))

    def _table(
        self,
        title: str,
        heads: tuple[str, ...],
        rows: Sequence[tuple[str, ...]],
        wide: int = 1,
        changes: Sequence[Button] = (),
    ) -> Card:
        """A table whose column `wide` takes the most room; the second column is the one in bold. In a narrow window its
        rows are words below each other. `changes` has a button for each row, or none.
        """
        card = Card(self._look, space.XL_LOOSE)
        column = QVBoxLayout(card)
        column.setContentsMargins(space.HAIR, 0, space.HAIR, 0)
        column.setSpacing(space.S_LOOSE)
        head = QHBoxLayout()
        head.addWidget(Label(self._look, title, SECTION))
        head.addStretch(1)
        column.addLayout(head)
        if not self._has_tables:
            for number, row in enumerate(rows):
                self._stack(column, heads, row, named=wide != 1)
                for button in changes[number : number + 1]:
                    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            return card
        column.addLayout(self._grid(heads, rows, wide, changes))
        return card

    def _grid(
        self, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], wide: int, changes: Sequence[Button]
    ) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(space.L)
        grid.setVerticalSpacing(space.S)
        for place, word in enumerate(heads):
            grid.addWidget(Label(self._look, word, SMALL.bold, "ink2", wrap=True), 0, place)
            grid.setColumnStretch(place, 2 if place == wide else 1)
        for number, row in enumerate(rows):
            grid.addWidget(HLine(self._look), 2 * number + 1, 0, 1, len(heads) + bool(changes))
            for button in changes[number : number + 1]:
                grid.addWidget(button, 2 * number + 2, len(heads))
            for place, text in enumerate(row):
                style, tone = (BODY.bold, "ink") if place == 1 else (SMALL, "ink2")
                middle = Qt.AlignmentFlag.AlignVCenter
                cell = Label(self._look, text, style, tone, wrap=True, align=middle)
                grid.addWidget(cell, 2 * number + 2, place)
        if changes:
            grid.setColumnMinimumWidth(len(heads) - 1, self._look.px(_FELT_WIDE))
        return grid
