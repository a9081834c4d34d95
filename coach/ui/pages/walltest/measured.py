"""What a wall test measured: three rings, and in words what was hard, how long it held and how far the head is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import HEADING, RING_NUMBER_BESIDE, SMALL
from coach.ui.pages.walltest.outcome import Outcome
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.line import HLine
from coach.ui.widgets.ring import Ring
from coach.ui.words.common import LANGUAGE
from coach.values import dataclass
from coach.words import wall_result
from coach.words import walltest as wall_words


@dataclass(frozen=True, slots=True)
class _Measured:
    """What a ring shows: `value` of `most`, what they are, and what became of it; "" where nothing came before."""

    name: str
    value: int
    most: int
    unit: str
    changed: str = ""
    is_better: bool = False


class Measures(QBoxLayout):
    """The three rings side by side, one above the other where there is no room."""

    def minimumSize(self) -> QSize:
        """No wider than one of them: side by side they do not hold a page open that has become narrower."""
        items = [item for item in map(self.itemAt, range(self.count())) if item is not None]
        return QSize(max((item.minimumSize().width() for item in items), default=0), super().minimumSize().height())

    def setGeometry(self, rect: QRect) -> None:
        items = [item for item in map(self.itemAt, range(self.count())) if item is not None]
        wide = sum(item.sizeHint().width() for item in items) + self.spacing() * (len(items) - 1)
        one_row = rect.width() >= wide * 0.98
        wanted = self.Direction.LeftToRight if one_row else self.Direction.TopToBottom
        if wanted != self.direction():
            self.setDirection(wanted)
        super().setGeometry(rect)


class MeasuredCard(Card):
    """`rings` are those of hold, contact and carry-over, in this order; `said` is what a screen reader says of all."""

    def __init__(self, look: Look, outcome: Outcome) -> None:
        super().__init__(look)
        self.rings: list[Ring] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(space.XS, 0, space.XS, 0)
        column.setSpacing(space.M_LOOSE)
        side_by_side = QWidget()
        row = Measures(QBoxLayout.Direction.LeftToRight, side_by_side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space.L)
        for measured in self._measured(outcome):
            row.addWidget(self._measure(measured), 1)
        column.addWidget(side_by_side)
        facts = self._facts(outcome)
        self.said = [*(ring.accessibleName().rstrip(". ") for ring in self.rings), *(sentence for _, sentence in facts)]
        if facts:
            column.addWidget(HLine(look))
            told_of = QVBoxLayout()
            told_of.setSpacing(space.XS)
            for name, told in facts:
                told_of.addLayout(self._fact(name, told))
            column.addLayout(told_of)

    def _measured(self, outcome: Outcome) -> tuple[_Measured, ...]:
        result, was = outcome.result, outcome.kept.comparison
        held, held_most = round(result.hold_seconds), round(result.hold_most)
        return (
            _Measured(
                *(wall_words.hold(LANGUAGE), held, held_most, self.tr("seconds of {0}").format(held_most)),
                *((wall_words.hold_change(LANGUAGE, was.hold_seconds), was.hold_seconds > 0) if was else ()),
            ),
            _Measured(
                *(wall_words.contact(LANGUAGE), result.contact, result.contact_most),
                self.tr("points of {0}").format(result.contact_most),
                *((wall_words.count_change(LANGUAGE, was.contact), was.contact > 0) if was else ()),
            ),
            _Measured(
                *(wall_words.carry_over(LANGUAGE), result.carry_over, result.carry_over_most),
                self.tr("contacts of {0}").format(result.carry_over_most),
                *((wall_words.count_change(LANGUAGE, was.carry_over), was.carry_over > 0) if was else ()),
            ),
        )

    def _measure(self, measured: _Measured) -> QWidget:
        look = self._look
        tile = QWidget()
        row = QHBoxLayout(tile)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space.L)
        ring = Ring(look, look.px(88), look.px(10), RING_NUMBER_BESIDE)
        ring.tell(measured.value / measured.most if measured.most else 0.0, str(measured.value))
        ring.setAccessibleName(f"{measured.name}: {measured.value} {measured.unit}. {measured.changed}")
        self.rings.append(ring)
        row.addWidget(ring)
        column = QVBoxLayout()
        column.setSpacing(space.HAIR)
        column.addStretch(1)
        column.addWidget(Label(look, measured.name, HEADING))
        column.addWidget(Label(look, measured.unit, SMALL, "ink2"))
        if measured.changed:
            tone = "pine" if measured.is_better else "ink2"
            column.addWidget(Label(look, measured.changed, SMALL.semibold, tone, wrap=True))
        column.addStretch(1)
        row.addLayout(column, 1)
        return tile

    def _facts(self, outcome: Outcome) -> list[tuple[str, str]]:
        """What a part is called, and what is to say of it beyond its number."""
        test, result = outcome.test, outcome.result
        told = [
            (wall_words.hold(LANGUAGE), wall_result.held(LANGUAGE, result)),
            (wall_words.contact(LANGUAGE), wall_result.contacts(LANGUAGE, test, result)),
            (wall_words.carry_over(LANGUAGE), wall_result.after_the_hold(LANGUAGE, test, result)),
        ]
        measures = wall_result.measures(LANGUAGE, test, result, outcome.kept.before)
        told += [(self.tr("Measured"), sentence) for sentence in measures]
        told.append((self.tr("Change"), wall_result.chance(LANGUAGE, outcome.kept.comparison)))
        return [(name, sentence) for name, sentence in told if sentence]

    def _fact(self, name: str, told: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space.M)
        title = Label(self._look, name, SMALL.bold)
        title.setMinimumWidth(self._look.px(88))
        column = QVBoxLayout()
        column.addWidget(title)
        column.addStretch(1)
        row.addLayout(column)
        row.addWidget(Label(self._look, told, SMALL, "ink2", wrap=True), 1)
        return row
