"""Where is the tension? A drawing to click, a scale for each side, and a table that says the same in numbers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from coach.content.model import Area, RateStep
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, LARGE, ROOM_ASK, SMALL
from coach.ui.pages.walltest.asking import AskingPage
from coach.ui.pages.walltest.room_look import RoomLook
from coach.ui.pages.walltest.sections import Where
from coach.ui.widgets.arearow import AreaRow
from coach.ui.widgets.bodymap import BodyMap
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.role import Role, be_told_as
from coach.ui.widgets.scale import Scale
from coach.ui.words.common import LANGUAGE, say
from coach.values import dataclass
from coach.walltest.by_press import ByPress, Option, Side, Turn
from coach.walltest.course import Reply, pair_of
from coach.words import told
from coach.words.at_the_wall import area_name, place_hint, side_name, that_is_all
from coach.words.sentences import apart_list, comma_list, joined

_CELL = 30  # pixels of a scale's height, before they grow with the room
_NARROW = 640  # pixels of width below which there is one column
_TWO_COLUMNS = 590  # pixels of width from which the table has two
_NAME_SHARE = 0.2  # of the height, for the name of the area that is asked about


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating that is asked for; `given` what was answered before going back, `has_more` whether more follows."""

    step: RateStep
    where: Where
    given: Reply
    has_more: bool
    can_go_back: bool


class TensionPage(AskingPage):
    """`answered(dict)` maps area to (left, right); Tab walks the areas, digits and arrows choose."""

    GROUND = "tension"

    map: BodyMap  # this and the button, since a step is shown
    done_button: Button

    def __init__(self, look: RoomLook, table_look: Look) -> None:
        """`table_look` is that of the table, which mirrors at arm's length what is asked at room size."""
        super().__init__(look)
        self._table_look = table_look
        self._asked: Rating | None = None
        self._areas: dict[str, Area] = {}
        self._size = QSize()
        self.values: dict[str, list[int]] = {}
        self.current = ""
        self.scales: list[Scale] = []
        self.rows: dict[str, AreaRow] = {}

    def show_step(self, asked: Rating, areas: Mapping[str, Area]) -> None:
        """Ask for the tension of each of the step's areas."""
        self._asked, step = asked, asked.step
        self._areas = {ident: areas[ident] for ident in step.areas if ident in areas}
        given = asked.given if isinstance(asked.given, Mapping) else {}
        low = step.scale[0]
        self.values = {ident: list(pair_of(given.get(ident, low))) for ident in self._areas}
        self.current = next(iter(self._areas), "")
        self.refresh()
        self.setAccessibleName(say(step.ask))
        self._select(self.current)
        self.to_top()
        if self.scales:
            self.scales[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def question(self) -> str:
        asked = self._asked
        if asked is None or not self._areas:
            return ""
        place = list(self._areas).index(self.current) + 1 if self.current in self._areas else 1
        nth = told.nth(place, len(self._areas), LANGUAGE)
        return joined((say(asked.step.ask), nth, *(scale.told for scale in self.scales)))

    def show_turn(self, question: ByPress, lit: int | None) -> None:
        """What is asked of somebody who presses: which areas, or how tense one is; `lit` by its place.
        The scales follow the light, the picture and the table what was taken.
        """
        turn = question.turn
        option = None if lit is None else turn.options[lit]
        if turn.kind == "area":
            self._show_places(question, option, is_lit=lit is not None)
        elif turn.area in self._areas:
            self._show_amounts(question, turn, option)

    def _show_places(self, question: ByPress, option: Option, *, is_lit: bool) -> None:
        picked = apart_list((area_name(LANGUAGE, self._areas, area) for area in question.picked), LANGUAGE)
        if isinstance(option, str):
            self._select(option)
        else:
            words = that_is_all(LANGUAGE) if is_lit else place_hint(LANGUAGE)
            self._title.setText(words)
            self.map.tell(self._pairs(), "")
        self._muscles.say(picked)

    def _show_amounts(self, question: ByPress, turn: Turn, option: Option) -> None:
        area = turn.area or ""
        self._select(area)
        sides: tuple[Side | None, ...] = ("left", "right") if len(self.scales) > 1 else (None,)
        for number, side in enumerate(sides):
            taken = question.given.get((area, side))
            value = option if turn.side == side and isinstance(option, int) else taken
            if value is not None:
                self._rate(number, int(value))
        side_words = side_name(LANGUAGE, turn.side)
        name = say(self._areas[area].title)
        self._title.setText(f"{name}, {side_words}" if side_words else name)

    # --- building ------------------------------------------------------------------------------------------------

    def build(self, column: QVBoxLayout) -> None:
        asked = self._asked
        if asked is None:
            return
        self._size = self.size()
        words = self.tr("Go on") if asked.has_more else self.words_for_the_last()
        self.done_button = self.leading_on(words)
        self.done_button.clicked.connect(self._done)
        self.foot(self.done_button, can_go_back=asked.can_go_back)
        column.addLayout(self.parts(asked.where))
        ask = QHBoxLayout()
        ask.addWidget(Label(self._look, say(asked.step.ask), ROOM_ASK, "ink2", wrap=True), 1)
        ends = self.tr("{0} none, {1} the worst").format(*asked.step.scale)
        ask.addWidget(Label(self._look, ends, SMALL, "ink2"))
        column.addLayout(ask)
        is_narrow = self.question_width < _NARROW or self._room.is_crowded
        sides = QVBoxLayout() if is_narrow else QHBoxLayout()
        sides.setSpacing(self._look.px(space.M))
        self.map = BodyMap(self._look, {ident: say(area.title) for ident, area in self._areas.items()})
        self.map.chosen.connect(self._chosen)
        beside = self._beside(asked.step, round(self.question_width * (1.0 if is_narrow else 0.55)))
        if is_narrow:  # the scales, which the keyboard needs, come before the drawing
            sides.addLayout(beside)
            sides.addWidget(self.map, 1)
        else:
            sides.addWidget(self.map, 9)
            sides.addLayout(beside, 11)
        column.addLayout(sides, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._asked is not None and self._size != self.size():
            place = next((number for number, scale in enumerate(self.scales) if scale.hasFocus()), None)
            self.refresh()
            self._select(self.current)
            if place is not None:
                self.scales[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _beside(self, step: RateStep, width: int) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._look.px(space.XS))
        longest = max((say(area.title) for area in self._areas.values()), key=len, default="")
        style = self.fitting(f"{longest}, {self.tr('Right')}", width, self.question_height * _NAME_SHARE)
        self._title = Label(self._look, "", style, wrap=True)
        self._muscles = Label(self._look, "", SMALL, "ink2", wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._muscles)
        self._add_scales(column, step)
        column.addWidget(self._table(step, width))
        column.addStretch(1)
        return column

    def _add_scales(self, column: QVBoxLayout, step: RateStep) -> None:
        self.scales, self._numbers = [], []
        names = (self.tr("Left"), self.tr("Right")) if step.sides else (self.tr("Tension"),)
        for side, name in enumerate(names):
            head = QHBoxLayout()
            head.addWidget(Label(self._look, name, BODY.semibold))
            head.addStretch(1)
            number = Label(self._look, "", LARGE.heavy, tabular=True)
            head.addWidget(number)
            scale = Scale(self._look, name, step.scale[1], self._look.px(_CELL))
            scale.changed.connect(lambda value, side=side: self._rated(side, value))
            self.scales.append(scale)
            self._numbers.append(number)
            column.addLayout(head)
            column.addWidget(scale)

    def _table(self, step: RateStep, width: int) -> Card:
        """In two columns where they, and every title in them, have room."""
        look = self._table_look
        card = Card(look, padding=space.S)
        be_told_as(card, Role.Grouping)
        card.setAccessibleName(self.tr("The tension of each area"))
        rows = QGridLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(space.S)
        rows.setVerticalSpacing(0)
        self.rows = {ident: AreaRow(look, say(area.title), sides=step.sides) for ident, area in self._areas.items()}
        widest = max((row.needs() for row in self.rows.values()), default=0)
        columns = 2 if width >= max(look.px(_TWO_COLUMNS), 2 * widest + 3 * space.S) else 1
        high = -(-len(self._areas) // columns)
        for number, (ident, row) in enumerate(self.rows.items()):
            row.clicked.connect(lambda _=False, ident=ident: self._chosen(ident))
            rows.addWidget(row, number % high, number // high)
        return card

    # --- rating --------------------------------------------------------------------------------------------------

    def _chosen(self, area: str) -> None:
        self.by_hand.emit()
        self._select(area)
        self.scales[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _select(self, area: str) -> None:
        if area not in self._areas:
            return
        self.current = area
        self._title.setText(say(self._areas[area].title))
        for scale, name in zip(self.scales, self._names(say(self._areas[area].title)), strict=True):
            scale.name_it(name)
        self._muscles.say(comma_list((say(muscle) for muscle in self._areas[area].muscles), LANGUAGE))
        self._show_values()

    def _names(self, area: str) -> tuple[str, ...]:
        """What each scale asks about, for who hears it alone."""
        if len(self.scales) == 1:
            return (area,)
        return self.tr("{area}, left").format(area=area), self.tr("{area}, right").format(area=area)

    def _rated(self, side: int, value: int) -> None:
        self.by_hand.emit()
        self._rate(side, value)

    def _rate(self, side: int, value: int) -> None:
        values = self.values[self.current]
        values[side] = value
        if len(self.scales) == 1:  # it stands for both sides
            values[1] = value
        self._show_values()

    def _show_values(self) -> None:
        for scale, number, value in zip(self.scales, self._numbers, self.values[self.current], strict=False):
            scale.set_value(value)
            number.setText(str(value))
        for ident, row in self.rows.items():
            row.tell(self._pairs()[ident], is_current=ident == self.current)
        self.map.tell(self._pairs(), self.current)

    def _pairs(self) -> dict[str, tuple[int, int]]:
        return {ident: (left, right) for ident, (left, right) in self.values.items()}

    def _done(self) -> None:
        self.answered.emit(self._pairs())

    def focusNextPrevChild(self, next_: bool) -> bool:
        """From the last scale of an area on to the first of the next one, and back."""
        order = list(self._areas)
        place = order.index(self.current) if self.current in order else -1
        edge = self.scales[-1 if next_ else 0] if self.scales else None
        beyond = place + (1 if next_ else -1)
        self.by_hand.emit()
        if edge is not None and edge.hasFocus() and 0 <= beyond < len(order):
            to = 0 if next_ else -1
            # Named before it has the keyboard, and the one that had it after: else both are told under a new name.
            self.scales[to].name_it(self._names(say(self._areas[order[beyond]].title))[to])
            self.scales[to].setFocus(Qt.FocusReason.TabFocusReason)
            self._select(order[beyond])
            return True
        return super().focusNextPrevChild(next_)
