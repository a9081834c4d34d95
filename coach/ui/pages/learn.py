"""Short lessons: a list and a reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.content.lesson import Pictured, opened
from coach.content.mentions import Mention, mentions
from coach.content.model import Exercise, Lesson, Plan, Routine, Test
from coach.content.order import in_order
from coach.demonstration.which_figure import STANDING, figure_for_lesson, figure_named, hips_up
from coach.pseudo import TAG as PSEUDO
from coach.pseudo import pseudo_markdown
from coach.ui.key_places import is_key_of
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import HEADING, PAGE_TITLE, SMALL
from coach.ui.pages.page import Page, Paths
from coach.ui.widgets.back import back_row
from coach.ui.widgets.card import Card, CardButton
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Gallery, Split
from coach.ui.widgets.long_button import LongButton
from coach.ui.widgets.notice import problems_of
from coach.ui.widgets.place import FigurePlace
from coach.ui.widgets.reading import Reading
from coach.ui.words import common as words
from coach.values import replace
from coach.words.keys import Ground
from coach.words.sentences import comma_list

if TYPE_CHECKING:
    from coach.wiring import Parts

_WORDS_A_MINUTE = 200  # read without hurry: silent reading takes 238 (Brysbaert, J Mem Lang 2019)
_BESIDE = 760  # pixels at text size 1 that a lesson and what goes with it need side by side
_LINE = 580  # pixels at text size 1: about 70 letters, which the eye finds its way back over
_ICONS = {"test": "wall", "routine": "routines", "plan": "calendar", "exercise": "play"}


class LearnPage(Page):
    """The list; a lesson opens within the page, Escape and Back lead to the list again."""

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        super().__init__(look, "")
        self.entitle(self.tr("Learn"))
        self._parts, self._to = parts, to
        self._open = ""

    def build(self, column: QVBoxLayout) -> None:
        lessons = self._parts.library.catalogue.lessons
        read = lessons.get(self._open)
        self.entitle(words.say(in_language(read).title) if read is not None else self.tr("Learn"))
        if read is not None:
            self._reader(column, read)
            return
        column.addLayout(self.header())
        self.tell_problems(column, problems_of(self._parts.library.catalogue.problems, ("lesson",)))
        if not lessons:
            column.addWidget(self._empty())
        else:
            first, *others = in_order(lessons.values())
            column.addWidget(self._hero(first))
            cards = Gallery(self._look.px(270))
            for lesson in others:
                cards.addWidget(self._card(lesson))
            column.addLayout(cards)
        column.addStretch(1)

    def open_lesson(self, ident: str) -> None:
        """Read a lesson; an empty id leads back to the list."""
        self._open = ident
        self.refresh()
        self.to_top()

    def begin_again(self) -> None:
        self.open_lesson("")

    @property
    def key_grounds(self) -> tuple[Ground, ...]:
        """Where keys mean something now (coach.words.keys)."""
        return ("lesson",) if self._open else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key_of(event, "lesson", "away") and self._open:
            self.open_lesson("")
            return
        super().keyPressEvent(event)

    def _facts(self, lesson: Lesson) -> str:
        minutes = max(1, round(len(lesson.body.split()) / _WORDS_A_MINUTE))
        facts = [self.tr("{n} min").format(n=minutes)]
        if lesson.sources:
            count = len(lesson.sources)
            facts.append(words.LANGUAGE.translate("LearnPage", "%n sources", "1 source", count))
        return comma_list(facts, words.LANGUAGE)

    def _hero(self, lesson: Lesson) -> Hero:
        shown = in_language(lesson)
        figure = figure_for_lesson(self._parts.library.catalogue, lesson)
        hero = Hero(self._look, "sitting", figure=figure, least=290)
        summary = words.say(shown.summary) if shown.summary else ""
        hero.say(words.say(shown.title), summary, over=self.tr("Start here"))
        hero.offer(self.tr("Read"), lambda: self.open_lesson(lesson.id), "learn")
        hero.lead_on(lambda: self.open_lesson(lesson.id))
        hero.buttons.addWidget(Label(self._look, self._facts(lesson), SMALL, "ink2"))
        hero.buttons.addStretch(1)
        return hero

    def _card(self, lesson: Lesson) -> CardButton:
        shown = in_language(lesson)
        title = words.say(shown.title)
        card = CardButton(self._look, f"{title}. {self._facts(lesson)}")
        card.clicked.connect(lambda: self.open_lesson(lesson.id))
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        figure = figure_for_lesson(self._parts.library.catalogue, lesson)
        close = hips_up(figure) or None
        column.addWidget(
            FigurePlace(self._look, "standing", 290, 128, sizes.CARD_RADIUS, "top", figure=figure, close=close)
        )
        text = QVBoxLayout()
        text.setContentsMargins(space.L_LOOSE, space.M, space.L_LOOSE, space.L)
        text.setSpacing(0)
        text.addWidget(Label(self._look, title, HEADING, wrap=True))
        text.addWidget(Label(self._look, self._facts(lesson), SMALL, "ink2", wrap=True))
        column.addLayout(text)
        column.addStretch(1)
        return card

    def _empty(self) -> Hero:
        hero = Hero(self._look, figure=STANDING, least=320)
        text = self.tr("Until then each exercise says where it comes from.")
        hero.say(self.tr("Lessons are on their way"), text)
        hero.offer(self.tr("See the routines"), lambda: self._to.go.emit("routines"), "routines", "secondary")
        hero.buttons.addStretch(1)
        return hero

    def _reader(self, column: QVBoxLayout, of: Lesson) -> None:
        lesson = in_language(of)
        column.addLayout(back_row(self._look, self.tr("Learn"), lambda: self.open_lesson("")))
        card = Card(self._look, space.WIDEST)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(space.M)
        inner.addWidget(Label(self._look, words.say(lesson.title), PAGE_TITLE, wrap=True))
        for part in opened(of, lesson.body):
            if isinstance(part, str):
                self._text(inner, part, words.say(lesson.title))
            else:
                self._picture(inner, part)
        both = Split(612, 284, self._look.px(_BESIDE), fill=False)
        both.addWidget(card)
        if (further := self._further(of)) is not None:
            both.addWidget(further)
        column.addLayout(both)
        column.addStretch(1)

    def _text(self, column: QVBoxLayout, markdown: str, title: str) -> None:
        """In lines that the eye finds its way back over, however wide the card is."""
        reading = Reading(self._look, markdown)
        reading.setAccessibleName(title)
        reading.setMaximumWidth(self._look.px(_LINE))
        row = QHBoxLayout()
        row.addWidget(reading, 50)
        row.addStretch(1)
        column.addLayout(row)

    def _further(self, lesson: Lesson) -> Card | None:
        """Where to go from here, and where the lesson has it from; None where there is neither."""
        sources = self._parts.library.catalogue.sources
        cited = [sources[name] for name in lesson.sources if name in sources]
        ways = mentions(self._parts.library.catalogue, lesson)
        if not cited and not ways:
            return None
        card = Card(self._look)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(space.S)
        if ways:
            self._onward(inner, ways)
        if cited:
            inner.addWidget(Label(self._look, self.tr("Sources"), HEADING))
            for source in cited:
                inner.addWidget(Label(self._look, words.cited(source), SMALL, "ink2", wrap=True))
        inner.addStretch(1)
        return card

    def _onward(self, column: QVBoxLayout, ways: Sequence[Mention]) -> None:
        """Ways to what the lesson speaks of."""
        catalogue = self._parts.library.catalogue
        of: dict[str, Mapping[str, Test | Routine | Plan | Exercise]] = {
            "test": catalogue.tests,
            "routine": catalogue.routines,
            "plan": catalogue.plans,
            "exercise": catalogue.exercises,
        }
        column.addWidget(Label(self._look, self.tr("From here"), HEADING))
        for way in ways:
            title = words.say(of[way.kind][way.id].title)
            button = LongButton(self._look, title, "tonal", sizes.BUTTON_MODEST, _ICONS[way.kind])
            button.clicked.connect(lambda _checked=False, way=way: self._follow(way))
            column.addWidget(button)
        column.addSpacing(self._look.px(space.M))

    def _follow(self, way: Mention) -> None:
        match way.kind:
            case "test":
                self._to.go.emit("walltest")
            case "routine":
                self._to.routine.emit(way.id)
            case "plan":
                self._to.plan.emit(way.id)
            case "exercise":
                self._to.exercise.emit(way.id)

    def _picture(self, column: QVBoxLayout, part: Pictured) -> None:
        """A figure at its end and, faintly, its beginning. One that the library does not have leaves no gap."""
        figure = figure_named(self._parts.library.catalogue, part.figure)
        if figure is None:
            return
        column.addWidget(
            FigurePlace(self._look, figure.base, 290, self._look.px(260), sizes.CARD_RADIUS, figure=figure, ghost=True)
        )
        if part.words:
            column.addWidget(Label(self._look, part.words, SMALL, "ink2", wrap=True))
        column.addSpacing(self._look.px(space.S))


def in_language(lesson: Lesson) -> Lesson:
    """The lesson's translation into the person's language, where there is one."""
    if words.language() == PSEUDO:
        return replace(lesson, body=pseudo_markdown(lesson.body))
    return lesson.translations.get(words.language(), lesson)
