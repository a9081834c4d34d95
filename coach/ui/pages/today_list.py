"""What else there is today: the plan's items in its order, what was done besides, then what is offered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.progress.records import SessionRecord
from coach.progression.focus import FOCUS
from coach.session.planned import routine_of
from coach.session.routine_lines import needs
from coach.session.timeline import SessionKind
from coach.today.agenda import Item, Today
from coach.today.doing import DayItem
from coach.today.first import First, target_of
from coach.today.past import Deed
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SMALL
from coach.ui.pages.page import Paths
from coach.ui.pages.today_cards import TitledCard
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.labels import Circle, Label, Tick
from coach.ui.widgets.layouts import Beside, Flow
from coach.ui.widgets.line import HLine
from coach.ui.words import common as words
from coach.wiring.way_out import short_way_out
from coach.words import kit
from coach.words import plan as plan_words
from coach.words import today as today_words
from coach.words.dates import hour
from coach.words.progression import why_nothing_left
from coach.words.sentences import comma_list, lowered
from coach.words.titles import title_of

if TYPE_CHECKING:
    from coach.wiring import Parts

_BESIDES = 4  # rows of what was done besides the plan
_LOOKED_AT = 30  # sessions, among which those of today are
_ANY_DAY = timedelta(days=2)  # so far back a day may have begun that has the date of today, in whatever zone


class AlsoToday(TitledCard):
    """Everything of today but what comes first."""

    def __init__(self, parts: Parts, look: Look, to: Paths, found: Today, first: First) -> None:
        self._parts, self._to, self._found, self._first = parts, to, found, first
        title = words.LANGUAGE.translate("AlsoToday", "Also today")
        if first.what != "start":
            title = words.LANGUAGE.translate("AlsoToday", "Today")
        counted = today_words.counted(words.LANGUAGE, found)
        super().__init__(look, title, Label(look, counted, SMALL, "ink2") if counted else None)
        self._starts: dict[tuple[SessionKind, str], list[Button]] = {}
        rows = list(self._rows())
        self._tell_apart()
        if not rows:
            lacked = today_words.lacked(words.LANGUAGE, found.lacked)
            text = lacked or self.tr("Nothing else. What you do counts, however little.")
            self.column.addWidget(Label(look, text, BODY, "ink2", wrap=True))
        for number, row in enumerate(rows):
            if number:
                self.column.addWidget(HLine(look))
            self.column.addWidget(row)
        self.column.addStretch(1)

    @cached_property
    def _sessions(self) -> dict[tuple[str, datetime], SessionRecord]:
        """Those of today, by what was done and when it began; read where something was done."""
        at = self._found.at
        read = self._parts.store.overview.sessions(at, _LOOKED_AT, since=at - _ANY_DAY)
        return {(one.target, one.started): one for one in read if one.started.date() == at.date()}

    def _rows(self) -> Iterator[QWidget]:
        yield from (self._item(item) for item in self._found.items if item.state != "offered" and self._is_else(item))
        exercised = [deed for deed in self._found.besides if deed.is_exercise]
        yield from (self._deed(deed) for deed in exercised[:_BESIDES])
        yield from (self._item(item) for item in self._found.items if item.state == "offered" and self._is_else(item))
        if self._first.what == "measure" and (short := short_way_out(self._parts)) is not None:
            yield self._offered("routine", short)
        if self._found.plan is None or self._found.plan.is_over:
            yield from self._without_a_plan()

    def _is_else(self, item: Item) -> bool:
        return item is not self._first.item

    # --- rows

    def _item(self, item: Item) -> QWidget:
        if isinstance(item.why, DayItem) and item.why.by is not None:
            return self._deed(item.why.by, self._title(item.kind, item.id))
        target = target_of(item)
        title = self._title(item.kind, routine_of(target))
        if self._rests(item.kind, target):
            return self._resting(title, target)
        buttons = [self._start(item.kind, target, title)]
        if target != item.target:
            planned = Button(self._look, self.tr("As planned"), "text", height=sizes.BUTTON_SMALL)
            planned.setAccessibleName(self.tr("As planned: {routine}").format(routine=self._title("routine", item.id)))
            planned.clicked.connect(lambda: self._to.start.emit("routine", item.target))
            buttons.append(planned)
        return self._row(Circle(self._look), title, self._about(item, target), buttons)

    def _about(self, item: Item, target: str) -> str:
        """How long it takes and what it needs; where it is no plain item of the plan, why it stands there."""
        facts = self._facts(item.kind, target)
        if item.state == "due":
            return ". ".join(told for told in (facts, kit.needs(item.lacks, words.LANGUAGE)) if told)
        if isinstance(item.why, DayItem) and item.why.sore is not None:
            instead = self.tr("{facts}, in place of {routine}. {why}")
            why = today_words.sore(words.LANGUAGE, item.why.sore)
            return instead.format(facts=facts, routine=self._title("routine", item.id), why=why)
        told = self.tr("{facts}. {why}")
        return told.format(facts=facts, why=today_words.why(words.LANGUAGE, item))

    def _deed(self, deed: Deed, planned: str = "") -> QWidget:
        """What was done: how long, when, and how hard it was, as far as the store tells."""
        record = self._sessions.get((deed.target, deed.at))
        ident = routine_of(deed.target)
        done = self._title(deed.kind, ident)
        if done == ident and record is not None:  # nothing has it any more: as it was called then
            done = record.title
        at = self.tr("at {time}").format(time=hour(deed.at, words.LANGUAGE))
        if record is not None:
            told = self.tr("{length}, at {time}")
            at = told.format(length=words.length(record.seconds), time=hour(deed.at, words.LANGUAGE))
        if planned and planned != done:
            at = self.tr("{routine}, {at}").format(routine=done, at=at)
        effort = record.effort if record is not None else None
        beside = [] if effort is None else [Label(self._look, self.tr("effort {n}").format(n=effort), SMALL, "ink2")]
        return self._row(Tick(self._look), planned or done, at, beside)

    def _without_a_plan(self) -> Iterator[QWidget]:
        """The routine for the focus areas, and a plan to follow: what waits for whoever follows none."""
        catalogue = self._parts.library.catalogue
        if self._found.locked is None and self._parts.has("routine", FOCUS):
            yield self._offered("routine", FOCUS)
        for plan in list(catalogue.plans.values())[:1]:
            look = Button(self._look, self.tr("Look at it"), "text", height=sizes.BUTTON_SMALL)
            title = words.say(plan.title)
            look.setAccessibleName(self.tr("Look at {plan}").format(plan=title))
            look.clicked.connect(lambda _=False, ident=plan.id: self._to.plan.emit(ident))
            yield self._row(Circle(self._look), title, plan_words.name(plan, words.LANGUAGE), [look])

    def _offered(self, kind: SessionKind, target: str) -> QWidget:
        title = self._title(kind, target)
        if self._rests(kind, target):
            return self._resting(title, target)
        return self._row(Circle(self._look), title, self._facts(kind, target), [self._start(kind, target, title)])

    def _resting(self, title: str, target: str) -> QWidget:
        """What is not to be started now, and why."""
        own, exercises = self._parts.own(target), self._parts.library.catalogue.exercises
        return self._row(Circle(self._look), title, why_nothing_left(words.LANGUAGE, own, exercises))

    # --- their parts

    def _row(self, mark: QWidget, title: str, about: str, beside: Sequence[QWidget] = ()) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space.M_LOOSE)
        row.addWidget(mark)
        told = QWidget()
        text = QVBoxLayout(told)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(0)
        text.addWidget(Label(self._look, title, BODY.bold, wrap=True))
        text.addWidget(Label(self._look, about, SMALL, "ink2", wrap=True))
        if not beside:
            row.addWidget(told, 1)
            return holder
        split = Beside(self._look.px(200), space.M)
        split.addWidget(told)
        ends = QWidget()
        flow = Flow(space.XS, ends)
        for widget in beside:
            flow.addWidget(widget)
        split.addWidget(ends)
        row.addLayout(split, 1)
        return holder

    def _start(self, kind: SessionKind, target: str, title: str) -> Button:
        start = Button(self._look, self.tr("Start"), "tonal", "play", sizes.BUTTON_SMALL)
        start.setAccessibleName(self.tr("Start {routine}").format(routine=title))
        start.clicked.connect(lambda: self._to.start.emit(kind, target))
        self._starts.setdefault((kind, target), []).append(start)
        return start

    def _tell_apart(self) -> None:
        """To a screen reader, the starts of what stands there more than once."""
        for starts in self._starts.values():
            for number, start in enumerate(starts if len(starts) > 1 else (), 1):
                start.setAccessibleDescription(self.tr("{0} of {1}").format(number, len(starts)))

    def _title(self, kind: str, ident: str) -> str:
        return title_of(self._parts.library.catalogue, kind, ident, words.LANGUAGE)

    def _rests(self, kind: SessionKind, target: str) -> bool:
        return kind == "routine" and self._parts.own(target).is_empty

    def _facts(self, kind: SessionKind, target: str) -> str:
        length = words.takes(self._parts.length(kind, target))
        if kind == "test":
            return length
        things = needs(self._parts.routine(target), self._parts.library.catalogue.exercises)
        return comma_list([length, *(lowered(words.need(thing), words.LANGUAGE) for thing in things)], words.LANGUAGE)
