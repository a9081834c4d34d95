"""Today's one decision: what to start and why, the way out beside it; or that there is nothing to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coach.content.model import Figure
from coach.cut_short import CutShort
from coach.demonstration.which_figure import STANDING, at_the_wall, emblem
from coach.session.outcomes import PAIN_ENDS
from coach.session.routine_lines import lines
from coach.session.timeline import SessionKind
from coach.today.agenda import Item, Today
from coach.today.doing import DayItem
from coach.today.first import First, target_of
from coach.today.keeping import Adherence
from coach.today.offers import Offer
from coach.today.soreness import SoreFromPain
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import HERO
from coach.ui.pages.page import Paths
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.labels import Fact
from coach.ui.widgets.layouts import Flow
from coach.ui.words import common as words
from coach.wiring.way_out import short_way_out
from coach.words import library
from coach.words import today as today_words
from coach.words.titles import title_of

if TYPE_CHECKING:
    from coach.wiring import Parts

LEAST = 270  # pixels high


class Decision(QObject):
    """Makes the hero of the page. `changed` is called when a session that was cut short was let go."""

    def __init__(self, parts: Parts, look: Look, to: Paths, page: QWidget, changed: Callable[[], object]) -> None:
        super().__init__(page)
        self._parts, self._look, self._to, self._changed = parts, look, to, changed

    def hero(self, found: Today, first: First) -> Hero:
        """What was cut short goes on before anything else begins."""
        cut = self._parts.cut_short()
        if cut is not None:
            return self._cut_short(cut)
        if first.what == "measure":
            return self._measure(first.test, first)
        if first.item is not None:
            item = first.item
            return self._test(item) if item.kind == "test" else self._routine(item, found)
        return self._quiet(first)

    # --- what there is to start

    def _routine(self, item: Item, found: Today) -> Hero:
        catalogue, target = self._parts.library.catalogue, target_of(item)
        own = self._parts.routine(target)
        written = catalogue.routines[item.id if target == item.target else target]
        exercises = lines(own, catalogue.exercises)
        position = exercises[0].exercise.position if exercises else "standing"
        hero = self._titled(
            position,
            *self._why(item, found),
            words.say(written.title),
            figure=emblem(catalogue, written, self._parts.barred()),
        )
        self._facts(hero, "routine", target)
        self._start(hero, "routine", target)
        if _hurts_much(item):
            pass  # nothing stronger stands beside it
        elif target != item.target:
            planned = words.say(catalogue.routines[item.id].title)
            name = self.tr("As planned: {routine}").format(routine=planned)
            self._beside(hero, self.tr("As planned"), name, "routine", item.target)
        elif found.sore is None:
            self._way_out(hero, found, target)
        hero.buttons.addStretch(1)
        return hero

    def _why(self, item: Item, found: Today) -> tuple[str, str]:
        """What stands above its name, and the sentence below."""
        if isinstance(item.why, DayItem) and item.why.sore is not None and item.instead is not None:
            sentence = self.tr("Something gentler today. What was planned counts as well, if it feels right.")
            if _hurts_much(item):
                sentence = self.tr("Something gentle, or rest: both are right today.")
            return today_words.sore(words.LANGUAGE, item.why.sore), sentence
        if found.sore is not None and isinstance(item.why, DayItem):
            sentence = self.tr("It is in your plan for this day. Do it if it feels right; to rest is right, too.")
            return today_words.sore(words.LANGUAGE, found.sore), sentence
        routine = self._parts.library.catalogue.routines.get(item.id)
        return today_words.why(words.LANGUAGE, item), words.say(routine.summary) if routine is not None else ""

    def _test(self, item: Item) -> Hero:
        test = self._parts.library.catalogue.tests[item.id]
        over = today_words.why(words.LANGUAGE, item)
        return self._at_the_wall(item.id, over, library.lead(words.say(test.summary)))

    def _measure(self, ident: str, first: First) -> Hero:
        sentence = today_words.first_sentence(words.LANGUAGE, first)
        return self._at_the_wall(ident, self.tr("A calm beginning"), sentence)

    def _at_the_wall(self, ident: str, over: str, sentence: str) -> Hero:
        catalogue = self._parts.library.catalogue
        test = catalogue.tests[ident]
        figure = at_the_wall(catalogue, test)
        hero = self._titled("standing", over, sentence, words.say(test.title), figure=figure)
        self._facts(hero, "test", ident)
        self._act(hero, self.tr("Do the test"), "wall", lambda: self._to.start.emit("test", ident))
        hero.buttons.addStretch(1)
        return hero

    # --- what there is not

    def _quiet(self, first: First) -> Hero:
        sentence = today_words.first_sentence(words.LANGUAGE, first)
        hero = self._titled("standing", "", sentence, today_words.first_title(words.LANGUAGE, first))
        if first.what == "nothing":
            hero.offer(self.tr("Look at Routines"), lambda: self._to.go.emit("routines"), "routines")
        else:
            hero.offer(
                self.tr("Look at Progress"), lambda: self._to.go.emit("progress"), "progress", "text", sizes.BUTTON
            )
        hero.buttons.addStretch(1)
        return hero

    def _cut_short(self, cut: CutShort) -> Hero:
        hero = self._titled("standing", self.tr("Cut short"), self._how_far(cut), cut.record.title)
        leave = Button(self._look, self.tr("Leave it"), "text")
        leave.clicked.connect(lambda: self._leave(cut.record.id))
        if cut.place.first is not None:
            self._act(hero, self.tr("Go on"), "play", self._to.resume.emit)
        elif cut.timeline is not None:
            self._act(hero, self.tr("Begin anew"), "play", self._to.anew.emit)
        hero.buttons.addWidget(leave)
        hero.buttons.addStretch(1)
        return hero

    def _leave(self, session: int) -> None:
        self._parts.store.finish_session(session, "abandoned")
        self._changed()

    def _how_far(self, cut: CutShort) -> str:
        if cut.timeline is None:
            return self.tr("It is not there any more.")
        if cut.place.first is None:
            return self.tr("It has changed meanwhile, so it can only be begun anew.")
        far = self.tr("{done} of {all} parts done").format(done=cut.place.done, all=len(cut.timeline.intervals))
        skipped = cut.place.skipped
        return self.tr("{far}, {skipped} skipped").format(far=far, skipped=skipped) if skipped else far

    # --- their parts

    def _titled(self, position: str, over: str, sentence: str, title: str, *, figure: Figure | None = None) -> Hero:
        hero = Hero(self._look, position, figure=figure or STANDING, least=LEAST)
        hero.say(title, sentence, over=over, style=HERO)
        return hero

    def _facts(self, hero: Hero, kind: SessionKind, target: str) -> None:
        length = self._parts.length(kind, target)
        facts = Flow(space.M_LOOSE)
        facts.addWidget(Fact(self._look, "clock", words.total(length)))
        if kind == "routine":
            facts.addWidget(Fact(self._look, "routines", words.count_exercises(length.exercises)))
        hero.words.addSpacing(space.XS)
        hero.words.addLayout(facts)

    def _start(self, hero: Hero, kind: SessionKind, target: str) -> None:
        start = self._act(hero, self.tr("Start"), "play", lambda: self._to.start.emit(kind, target))
        start.setAccessibleDescription(title_of(self._parts.library.catalogue, kind, target, words.LANGUAGE))

    def _act(self, hero: Hero, word: str, icon: str, act: Callable[[], object]) -> Button:
        button = hero.offer(word, act, icon, height=sizes.BUTTON_LARGEST)
        button.setObjectName("start")
        return button

    def _way_out(self, hero: Hero, found: Today, target: str) -> None:
        """Something small: what a plan that asks too much offers, else the shortest routine for a desk."""
        small = next((item.id for item in found.items if isinstance(item.why, Offer) and _is_small(item.why)), None)
        short = small or short_way_out(self._parts)
        if short is not None and self._takes(short) < self._takes(target):
            self._short(hero, short)

    def _short(self, hero: Hero, short: str) -> None:
        word = today_words.only(words.LANGUAGE, self._takes(short))
        title = words.say(self._parts.library.catalogue.routines[short].title)
        self._beside(hero, word, title, "routine", short)

    def _takes(self, ident: str) -> float:
        return self._parts.routine_seconds(ident)

    def _beside(self, hero: Hero, word: str, tip: str, kind: SessionKind, target: str) -> None:
        button = Button(self._look, word, "text")
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.clicked.connect(lambda: self._to.start.emit(kind, target))
        hero.buttons.addWidget(button)


def _is_small(offer: Offer) -> bool:
    return isinstance(offer.why, Adherence)


def _hurts_much(item: Item) -> bool:
    """Whether the last pain was as much as ends a session."""
    sore = item.why.sore if isinstance(item.why, DayItem) else item.why.why
    return isinstance(sore, SoreFromPain) and sore.pain >= PAIN_ENDS
