"""Progress: what became of tests, days and sessions, as pictures or as tables, and what rises next."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.demonstration.which_figure import STANDING
from coach.progress.desk_store import AHEAD
from coach.progress.portable.form import Record
from coach.settings import PROGRESS_AS
from coach.today.gone import Gone, gone
from coach.today.standing import standing_of
from coach.ui.announce import Announcer
from coach.ui.look.theme import Look
from coach.ui.pages.correcting import CorrectionForm
from coach.ui.pages.page import Page, Paths
from coach.ui.pages.progress_cards import FeltCard, TensionCard, TestCard, YearCard
from coach.ui.pages.progress_next import NextStep
from coach.ui.pages.progress_tables import DaysTable, SessionsList, TensionTable, TestsTable
from coach.ui.pages.saving import AskFile, ask_file, usual_folder
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.layouts import Split
from coach.ui.widgets.notice import Notice
from coach.ui.widgets.segmented import Segmented
from coach.ui.words import common as words
from coach.words import progress

if TYPE_CHECKING:
    from coach.wiring import Parts

_SHOWN = 20
"""Sessions in the list, and so many more each time."""

_FELT = 30  # sessions that the card of pain and effort shows; our choice
_TABLE_WIDE = 560  # pixels of content at text size 1 below which a table's words break in their middle
_BESIDE = 760  # pixels at text size 1 that two cards side by side need


class ProgressPage(Page):
    """Pictures, or the same as tables with every session in them, which can be put right there."""

    def __init__(self, parts: Parts, look: Look, to: Paths, ask: AskFile = ask_file) -> None:
        super().__init__(look, "")
        self.entitle(self.tr("Progress"))
        self._parts, self._to, self._ask = parts, to, ask
        self._announcer = Announcer(self)
        self._told = ""
        """What became of the report."""
        self._has_room = True
        self._as = parts.store.get(PROGRESS_AS)
        self._part = "hold"
        self._listed = _SHOWN
        self._next = NextStep(parts, look, self)
        self._next.changed.connect(self._chosen)
        self._changing: Record | None = None
        """The session that is being put right, in place of the page."""
        self._changed: tuple[str, Record] | None = None
        """What was done to a session last, in words, and the session as it was before: it can be undone."""

    def appear(self, _about: str = "", _before: str = "") -> None:
        """As it is now; what was chosen or put right when it was shown before is not to be undone any more."""
        self._changing = self._changed = None
        self._told = ""
        self._listed = _SHOWN
        self._as = self._parts.store.get(PROGRESS_AS)
        self._next.forget()
        super().appear()

    def build(self, column: QVBoxLayout) -> None:
        self._has_room = self._is_roomy()
        if self._changing is not None:
            column.addLayout(self.header())
            self._correct(column, self._changing)
            return
        now = self._parts.clock.wall()
        found = gone(self._parts.library.catalogue, self._parts.store, now, self._parts.clock.local)
        is_empty = not found.tests and not self._parts.store.overview.sessions(now + AHEAD, 1)
        column.addLayout(self.header(*([] if is_empty else self._controls())))
        if self._changed is not None:
            self._offer_undo(column, *self._changed)
        if self._told:
            told = Notice(self._look, self._told, "state")
            told.closed.connect(self._forget_told)
            column.addWidget(told)
        if is_empty:
            column.addWidget(self._empty())
        elif self._as == "table":
            self._tables(column, found)
        else:
            self._pictures(column, found)
        column.addStretch(1)

    # --- the two ways to see it

    def _controls(self) -> list[QWidget]:
        ways = (("picture", self.tr("Picture")), ("table", self.tr("Table")))
        self.ways = Segmented(self._look, self.tr("Shown as"), ways, self._as)
        self.ways.chosen.connect(self._show_as)
        self.report = Button(self._look, self.tr("Report to take along"), "secondary", "file")
        self.report.clicked.connect(self._write_report)
        return [self.ways, self.report]

    def _write_report(self) -> None:
        """One page for the next appointment, where the person says."""
        now = self._parts.clock.wall()
        suggested = usual_folder(QStandardPaths.StandardLocation.DocumentsLocation) / f"progress-{now:%Y-%m-%d}.pdf"
        word = self.tr("Report to take along")
        chosen = self._ask(self, word, str(suggested), f"{word} (*.pdf)")
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        from coach.ui.sheet.report import NothingToReportError, print_report

        try:
            print_report(self._parts, now, path)
            self._told = self.tr("Saved as {path}.").format(path=path)
        except NothingToReportError as none:
            self._told = str(none)
        except OSError as problem:
            self._told = self.tr("{path} cannot be written: {why}").format(path=path, why=problem.strerror or problem)
        self.refresh()
        self.report.setFocus(Qt.FocusReason.OtherFocusReason)
        self._announcer.say(self._told)

    def _show_as(self, way: str) -> None:
        self._parts.store.keep(PROGRESS_AS, way)
        self._as = way
        self.refresh()
        self.ways.thumb(way).setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_top()  # what had the focus is gone, and what got it next was scrolled to

    def _pictures(self, column: QVBoxLayout, found: Gone) -> None:
        titles = self._areas()
        if found.tests:
            top = Split(448, 448, self._look.px(_BESIDE))
            self.test_card = TestCard(self._look, found, self._part)
            self.test_card.chosen.connect(self._show_part)
            top.addWidget(self.test_card)
            if any(one.scored.tension for one in found.of_one_test):
                top.addWidget(TensionCard(self._look, found, titles))
            column.addLayout(top)
        overview, since = self._parts.store.overview, found.since
        column.addWidget(YearCard(self._look, found, overview.totals(since, found.at)))
        below = Split(604, 292, self._look.px(_BESIDE))
        felt = FeltCard(self._look, overview.felt(found.at, _FELT))
        felt.corrected.connect(self._show_sessions)
        below.addWidget(felt)
        self.next_card = self._next.card(found.sore, is_locked=self._is_locked(found))
        if self.next_card is not None:
            below.addWidget(self.next_card)
        column.addLayout(below)

    def _tables(self, column: QVBoxLayout, found: Gone) -> None:
        titles = self._areas()
        if found.tests:
            column.addWidget(TestsTable(self._look, found, self._parts.library.catalogue, titles))
        if any(one.scored.tension for one in found.of_one_test):
            column.addWidget(TensionTable(self._look, found, titles))
        if found.year.days:
            column.addWidget(DaysTable(self._look, found))
        self._list_sessions(column, found)

    def _list_sessions(self, column: QVBoxLayout, found: Gone) -> None:
        overview = self._parts.store.overview
        sessions = overview.sessions(found.at + AHEAD, self._listed + 1)
        told = progress.totals(words.LANGUAGE, overview.totals(found.since, found.at))
        shown = sessions[: self._listed]
        self.sessions = SessionsList(
            self._look, shown, told, has_more=len(sessions) > len(shown), has_room=self._has_room
        )
        self.sessions.change.connect(self._change)
        self.sessions.more.connect(self._list_more)
        if sessions:
            column.addWidget(self.sessions)

    def _areas(self) -> dict[str, str]:
        return {name: words.say(area.title) for name, area in self._parts.library.catalogue.areas.items()}

    def _is_locked(self, found: Gone) -> bool:
        safety = self._parts.library.catalogue.safety
        return standing_of(safety, self._parts.store, found.at).locked is not None

    def _show_part(self, part: str) -> None:
        self._part = part
        place = self.verticalScrollBar().value()
        self.refresh()
        self.verticalScrollBar().setValue(place)
        self.test_card.parts.thumb(part).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sessions(self) -> None:
        self._as = "table"
        self.refresh()
        first = self.sessions.first_button
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(first)

    def _list_more(self) -> None:
        self._listed += _SHOWN
        place = self.verticalScrollBar().value()
        self.refresh()
        self.verticalScrollBar().setValue(place)

    def _chosen(self) -> None:
        place = self.verticalScrollBar().value()
        self.refresh()
        self.verticalScrollBar().setValue(place)
        if self.next_card is not None and self.next_card.first is not None:
            self.next_card.first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- a session put right

    def _change(self, session: int) -> None:
        uid = self._parts.store.uid_of_session(session)
        self._changing = None if uid is None else self._parts.store.record(uid)
        self.refresh()
        self.to_top()

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
        notice.closed.connect(self._forget_changed)
        column.addWidget(notice)
        if notice.action is not None:
            notice.action.clicked.connect(partial(self._undo, before))
            notice.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_told(self) -> None:
        self._told = ""

    def _forget_changed(self) -> None:
        self._changed = None

    def _undo(self, before: Record) -> None:
        self._parts.store.put_back(before)
        self._done("", None)

    # --- its shape

    def _is_roomy(self) -> bool:
        margins = self.column.contentsMargins()
        return self.viewport().width() - margins.left() - margins.right() >= self._look.px(_TABLE_WIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.column.count() and self._changing is None and self._is_roomy() != self._has_room:
            self.refresh()

    def _empty(self) -> Hero:
        hero = Hero(self._look, figure=STANDING, least=320)
        hero.say(self.tr("Nothing here yet"), self.tr("Your first session or wall test starts this page."))
        hero.offer(self.tr("See the routines"), lambda: self._to.go.emit("routines"), "routines")
        hero.buttons.addStretch(1)
        return hero
