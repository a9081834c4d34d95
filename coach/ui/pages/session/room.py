"""The room view: a number, a name, a sentence and what to press, to be read from four metres."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.content.model import Figure
from coach.demonstration.posing import Pose
from coach.ui.look.theme import Look
from coach.ui.look.typography import ROOM_CAPTION, ROOM_NAME, ROOM_NUMBER, ROOM_PART, ROOM_WORD, RoomStyle
from coach.ui.widgets.buttons import overlaid
from coach.ui.widgets.fit import line_font, lines_of
from coach.ui.widgets.icon_buttons import RoundButton
from coach.ui.widgets.plate import Plate
from coach.ui.widgets.ring import RingTexts, paint_ring, paint_ring_texts
from coach.ui.widgets.teststeps import paint_cut

if TYPE_CHECKING:
    from coach.ui.widgets.stagefigure import StageFigure

_BESIDE_FIGURE = 332  # where words begin beside a figure, at the picture's measures
_LEAST_FOR_FIGURE = 760  # pixels of width; below them the words need all the room
_WIDTH, _HEIGHT = 1180.0, 760.0  # the picture that the measures were taken from


@dataclass(frozen=True, slots=True)
class _Block:
    """Text broken into lines `step` pixels apart."""

    font: QFont
    lines: tuple[str, ...]
    step: float

    @property
    def high(self) -> float:
        """In pixels, all its lines."""
        return self.step * len(self.lines)

    def paint(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """With its upper left corner at (x, y)."""
        painter.setFont(self.font)
        painter.setPen(colour)
        metrics = QFontMetricsF(self.font)
        above = (self.step - metrics.capHeight()) / 2
        for number, line in enumerate(self.lines):
            painter.drawText(QPointF(x, y + number * self.step + above + metrics.capHeight()), line)


@dataclass(frozen=True, slots=True)
class RoomScene:
    """`share`, `number`, `word`, `count` and `over` as in a Ring; `part` is (now, of) for the row of pips, counted from
    1, with `part_words` before; `cut` are the parts, counted from 0, that were not kept to their end.
    Where no action stands, `hint` says which key does what, under `after`, which is what comes next.
    """

    name: str
    caption: str = ""
    share: float = 0.0
    number: str = ""
    word: str = ""
    action: str = ""
    action_icon: str = "stop"
    part_words: str = ""
    part: tuple[int, int] = (0, 0)
    name_share: float = 0.62  # of the height for the texts, where there is a caption
    count: str = ""
    over: str = ""
    is_still: bool = False
    cut: frozenset[int] = frozenset()
    hint: str = ""
    after: str = ""

    @property
    def texts(self) -> tuple[object, ...]:
        """All but what the ring shows: another of these is painted with the whole room."""
        return self.name, self.caption, self.action, self.part, self.part_words, self.cut, self.hint, self.after


class Room(QWidget):
    """Four things only. `act` tells that the plate was clicked; `close_name` says what the cross does."""

    act, close_asked, mute_asked = Signal(), Signal(), Signal()

    def __init__(self, look: Look, close_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scene = RoomScene("")
        self._blocks: tuple[tuple[str | float, ...], _Block, _Block] | None = None
        self.mute_button = RoundButton(look, "speaker", self.tr("Sound off (M)"), fill="none", parent=self)
        self.close_button = RoundButton(look, "close", close_name, fill="none", parent=self)
        self.plate = Plate(look, self)
        for button in (self.mute_button, self.close_button, self.plate):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.mute_button.clicked.connect(self.mute_asked)
        self.close_button.clicked.connect(self.close_asked)
        self.plate.clicked.connect(self.act)
        self.figure: StageFigure | None = None  # made with the first figure
        look.changed.connect(self.update)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """Everything that can be pressed, in the order of Tab."""
        return self.mute_button, self.close_button, self.plate

    @property
    def scene(self) -> RoomScene:
        """What is shown."""
        return self._scene

    def tell(self, scene: RoomScene) -> None:
        """Show `scene`; only what changed is painted again."""
        before = self._scene
        if scene == before:
            return
        self._scene = scene
        if (scene.action, scene.action_icon) != (before.action, before.action_icon):
            self.plate.tell(scene.action, scene.action_icon)
            self._place()
        if scene.texts != before.texts:
            self.setAccessibleName(f"{scene.name}. {scene.caption}")
            self.update()
        else:
            self.update(self._ring_box().toAlignedRect().adjusted(-2, -2, 2, 2))

    def show_figure(self, figure: Figure | None, pose: Pose | None = None) -> None:
        """Who shows it, at the left, and how it stands; None, or a small window, leaves the room to the words."""
        had_figure = self.has_figure
        if figure is not None and self.figure is None:
            from coach.ui.widgets.stagefigure import StageFigure  # numpy and the engine come with the first figure

            self.figure = StageFigure(self._look, self, side_by_side=False)
            self.figure.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.figure.lower()
        if self.figure is None:
            return
        pose = pose or Pose()
        self.figure.show_solvable(figure, mirrored=pose.mirrored)
        self.figure.set_share(pose.share)
        self.figure.set_glow(1.0 if self._look.reduced_motion else pose.glow)
        if self.has_figure != had_figure:
            self._place()
            self.update()

    @property
    def has_figure(self) -> bool:
        """Whether a figure stands there, and there is room for it."""
        return self.figure is not None and self.figure.figure is not None and self.width() >= _LEAST_FOR_FIGURE

    def tell_muted(self, *, is_muted: bool) -> None:
        """Show whether the sound is off."""
        self.mute_button.set_icon("mute" if is_muted else "speaker")
        self.mute_button.set_name(self.tr("Sound on (M)") if is_muted else self.tr("Sound off (M)"))

    # --- geometry: the picture's measures times one factor -------------------------------------------------------

    def _factor(self) -> float:
        return min(self.width() / _WIDTH, self.height() / _HEIGHT)

    def _floor_y(self) -> float:
        return self.height() - 120 * self._factor()

    def _ring_box(self) -> QRectF:
        factor = self._factor()
        side = min(456 * factor, self._floor_y() - 96 * factor)
        middle = (72 * factor + self._floor_y()) / 2
        return QRectF(self.width() - 28 * factor - side, middle - side / 2, side, side)

    def _left(self) -> float:
        """Where words begin: beside the figure where there is one."""
        return (_BESIDE_FIGURE if self.has_figure else 64) * self._factor()

    def _text_box(self) -> QRectF:
        factor = self._factor()
        left, right = self._left(), self._ring_box().left() - 24 * factor
        return QRectF(left, 60 * factor, right - left, self._floor_y() - 84 * factor)

    def _figure_box(self) -> QRect:
        """Its feet stand on the floor, beside the plate; a wall behind it comes down from the window's edge."""
        factor = self._factor()
        ground = self.height() - 44 * factor
        return QRect(round(8 * factor), 0, round((_BESIDE_FIGURE - 24) * factor), round(ground / 0.91))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        side = self._look.px(44)
        self.close_button.setGeometry(self.width() - side - 24, 20, side, side)
        self.mute_button.setGeometry(self.width() - 2 * side - 32, 20, side, side)
        if self.figure is not None:
            self.figure.setGeometry(self._figure_box())
            self.figure.setVisible(self.has_figure)
        factor = self._factor()
        high = round(72 * factor)
        most = round(self.width() * 0.62 - self._left() + 64 * factor)
        wide = min(most, self.plate.wide(high))
        self.plate.setGeometry(round(self._left()), round(self._floor_y() + (120 * factor - high) / 2), wide, high)
        self.plate.setVisible(bool(self._scene.action))

    # --- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        painter.fillRect(self.rect(), theme.stage)
        floor = QRectF(0, self._floor_y(), self.width(), self.height())
        if theme.name == "contrast":
            painter.setPen(QPen(theme.line, 2))
            painter.drawLine(floor.topLeft(), floor.topRight())
        else:
            painter.fillRect(floor, theme.floor)
        self._paint_ring(painter)
        if not self._ring_box().toAlignedRect().adjusted(-2, -2, 2, 2).contains(event.rect()):
            self._paint_texts(painter)
            self._paint_parts(painter)
            self._paint_hint(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        scene, theme, box, factor = self._scene, self._look.theme, self._ring_box(), self._factor()
        thick = 44 * box.width() / 456
        if scene.number:
            track = overlaid(theme.track, theme.ink, 0.05)
            paint_ring(painter, self._look, box, thick, scene.share, track, is_still=scene.is_still)
        inner = box.width() - 2 * thick
        scale = factor / self._look.scale  # the type here already grows with the window
        texts = RingTexts(scene.number, scene.word, scene.count, scene.over)
        sizes = ROOM_NUMBER.sized(round(ROOM_NUMBER.px * scale)), ROOM_WORD.sized(round(ROOM_WORD.px * scale))
        paint_ring_texts(painter, self._look, box, inner, texts, *sizes, is_still=scene.is_still)

    def _fitted(self, text: str, style: RoomStyle, room: QRectF) -> _Block:
        """The largest size at which `text` fits, in steps of 6 %."""
        factor = self._factor() / self._look.scale  # the type here already grows with the window
        px = style.largest.px * factor
        while True:
            font = self._look.font(style.largest.sized(max(8, round(px))))
            lines, step = lines_of(font, text, room.width()), font.pixelSize() * style.leading
            metrics = QFontMetricsF(font)
            is_inside = all(metrics.horizontalAdvance(line) <= room.width() for line in lines)
            if px <= style.least_px * factor or (is_inside and step * len(lines) <= room.height()):
                return _Block(font, tuple(lines), step)
            px *= 0.94

    def _paint_texts(self, painter: QPainter) -> None:
        scene, theme, box, factor = self._scene, self._look.theme, self._text_box(), self._factor()
        room = QRectF(box.x(), box.y(), box.width(), box.height() * (scene.name_share if scene.caption else 1.0))
        key = (scene.name, scene.caption, scene.name_share, box.width(), box.height(), self._look.scale)
        if self._blocks is None or self._blocks[0] != key:
            name = self._fitted(scene.name, ROOM_NAME, room)
            below = QRectF(box.x(), 0, box.width(), box.height() - name.high - 36 * factor)
            self._blocks = (key, name, self._fitted(scene.caption, ROOM_CAPTION, below))
        _, name, caption = self._blocks
        name.paint(painter, box.x(), box.y(), theme.ink)
        caption.paint(painter, box.x(), box.y() + name.high + 36 * factor, theme.ink2)

    def _beside_wide(self) -> float:
        """How much of the floor is for what comes next and the hint, where no action stands; in pixels."""
        return 0.55 * (self.width() - self._left()) if self._scene.hint and not self._scene.action else 0.0

    def _paint_hint(self, painter: QPainter) -> None:
        """Bottom left, where no action stands: what comes next, and which key pauses."""
        scene, theme, factor = self._scene, self._look.theme, self._factor()
        room = self._beside_wide() - 16 * factor
        lines = [(text, colour) for text, colour in ((scene.after, theme.ink), (scene.hint, theme.ink2)) if text]
        style = ROOM_PART.sized(round(ROOM_PART.px / self._look.scale * factor))
        step = 44 * factor
        y = self._floor_y() + 60 * factor - step * len(lines) / 2
        for text, colour in lines if room > 0 else ():
            painter.setFont(line_font(self._look, text, style, room))
            painter.setPen(colour)
            painter.drawText(QRectF(self._left(), y, room + 2, step), Qt.AlignmentFlag.AlignVCenter, text)
            y += step

    def _paint_parts(self, painter: QPainter) -> None:
        """Bottom right: Part 2 of 4 and its pips."""
        scene, theme, factor = self._scene, self._look.theme, self._factor()
        now, count = scene.part
        middle = self._floor_y() + 60 * factor
        x = self.width() - 28 * factor
        wide, high, gap = 32 * factor, 20 * factor, 7 * factor
        if 0 < count <= 12:
            x -= count * (wide + gap) - gap
            for number in range(1, count + 1):
                pip = QRectF(x + (number - 1) * (wide + gap), middle - high / 2, wide, high)
                if number < now and number - 1 in scene.cut:
                    paint_cut(painter, self._look, pip, 2.5 * factor)
                    continue
                colour = theme.pine if number < now else theme.accent if number == now else None
                painter.setPen(Qt.PenStyle.NoPen if colour else QPen(theme.ink2, 2.5 * factor))
                painter.setBrush(colour or Qt.BrushStyle.NoBrush)
                inset = 0 if colour else 1.5 * factor
                painter.drawRoundedRect(pip.adjusted(inset, inset, -inset, -inset), high / 2, high / 2)
            x -= 16 * factor
        if scene.part_words:
            left = self.plate.geometry().right() + 16 if scene.action else self._left() + self._beside_wide()
            style = ROOM_PART.sized(round(ROOM_PART.px / self._look.scale * factor))
            font = line_font(self._look, scene.part_words, style, max(40.0, x - left))
            wide = math.ceil(QFontMetricsF(font).horizontalAdvance(scene.part_words))
            painter.setFont(font)
            painter.setPen(theme.ink2)
            box = QRectF(x - wide, self._floor_y(), wide + 2, 120 * factor)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, scene.part_words)
