"""The room view: a number, a name, a sentence and what to press, to be read from four metres."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.content.model import Figure
from coach.demonstration.posing import Pose
from coach.ui.look.mirror import painter_of, place_of, put, seen, write, write_at
from coach.ui.look.theme import Look
from coach.ui.look.typography import (
    LABEL,
    ROOM_CAPTION,
    ROOM_NAME,
    ROOM_NUMBER,
    ROOM_PART,
    ROOM_WORD,
    RoomStyle,
    TextStyle,
)
from coach.ui.pages.session.room_places import Places
from coach.ui.widgets.buttons import cap_of, overlaid
from coach.ui.widgets.fit import line_font, lines_of
from coach.ui.widgets.icon_buttons import RoundButton
from coach.ui.widgets.mute_button import MuteButton
from coach.ui.widgets.plate import Plate
from coach.ui.widgets.ring import RingTexts, paint_ring, paint_ring_texts
from coach.ui.widgets.role import be_picture
from coach.ui.widgets.teststeps import paint_cut
from coach.values import dataclass
from coach.words.keys import Ground
from coach.words.sentences import joined

if TYPE_CHECKING:
    from coach.ui.widgets.stagefigure import StageFigure

_BUTTON, _BUTTONS_TOP = 44, 20  # pixels: how large the round buttons are, and where they begin
_NUMBER_IN_HALVES = 0.8  # leaves the word below it room enough to be read from afar
_PIP_WIDE, _PIP_GAP, _MOST_PIPS = 32, 7, 12
_LEAST_FOR_FIGURE = 760  # pixels of width; below them the words need all the room


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
            write_at(painter, QPointF(x, y + number * self.step + above + metrics.capHeight()), line)


@dataclass(frozen=True, slots=True)
class RoomScene:
    """`share`, `number`, `word`, `count` and `over` as in a Ring; `part` is (now, of) for the row of pips, counted from
    1, with `part_words` before; `cut` are the parts, counted from 0, that were not kept to their end.
    Where no action stands, `hint` says which key does what, under `after`, which is what comes next. A movement that
    `is_copied` has half of the room.
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
    is_copied: bool = False

    @property
    def texts(self) -> tuple[object, ...]:
        """All but what the ring shows: another of these is painted with the whole room."""
        return (
            self.name,
            self.caption,
            self.action,
            self.part,
            self.part_words,
            self.cut,
            self.hint,
            self.after,
            self.is_copied,
        )


class Room(QWidget):
    """Four things only. `act` tells that the plate was clicked; `close_name` says what the cross does, as do the keys
    of `close`: where, and what it is called there (coach.words.keys).
    """

    act, close_asked, mute_asked = Signal(), Signal(), Signal()

    def __init__(self, look: Look, close_name: str, close: tuple[Ground, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        be_picture(self)
        self._look = look
        self._scene = RoomScene("")
        self._blocks: tuple[tuple[str | float, ...], _Block, _Block] | None = None
        ground, act = close
        mute, away = cap_of(self, ground, "mute"), cap_of(self, ground, act)
        self.mute_button = MuteButton(look, self, mute)
        self.close_button = RoundButton(look, "close", close_name, fill="none", parent=self, cap=away)
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
        elif scene.is_copied != before.is_copied:
            self._place()
        if scene.texts != before.texts:
            self.setAccessibleName(joined((scene.name, scene.caption)))
            self.update()
        else:
            self.update(seen(self, self._ring_box()))

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
        self.figure.set_pose(pose.share, 1.0 if self._look.reduced_motion else pose.glow)
        if self.has_figure != had_figure:
            self._place()
            self.update()

    @property
    def has_figure(self) -> bool:
        """Whether a figure stands there, and there is room for it."""
        return self.figure is not None and self.figure.figure is not None and self.width() >= _LEAST_FOR_FIGURE

    # --- geometry ------------------------------------------------------------------------------------------------

    @property
    def places(self) -> Places:
        """Where everything stands now."""
        copied, ends = (
            self._scene.is_copied,
            _BUTTONS_TOP + 0.75 * self._look.px(_BUTTON),
        )  # their icons, not all of them
        return Places(
            self.width(),
            self.height(),
            has_figure=self.has_figure,
            is_copied=copied,
            buttons_end=ends,
            text_size=self._look.scale,
        )

    def _part_style(self) -> TextStyle:
        """Of the lines that stand beside all else: they grow with the window, and are never smaller than a label at the
        person's text size.
        """
        return ROOM_PART.sized(max(LABEL.px, round(ROOM_PART.px / self._look.scale * self.places.factor)))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        places, side = self.places, self._look.px(_BUTTON)
        put(self.close_button, self.width() - side - 24, _BUTTONS_TOP, side, side)
        put(self.mute_button, self.width() - 2 * side - 32, _BUTTONS_TOP, side, side)
        if self.figure is not None:
            self.figure.setGeometry(seen(self, places.figure))
            self.figure.setVisible(self.has_figure)
        factor = places.factor
        high = round(72 * factor)
        most = places.right - places.left if places.halves else self.width() * 0.62 - places.left + 64 * factor
        wide = min(round(most), self.plate.wide(high))
        put(self.plate, round(places.left), round(places.floor_y + (120 * factor - high) / 2), wide, high)
        self.plate.setVisible(bool(self._scene.action))

    # --- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        painter.fillRect(self.rect(), theme.stage)
        floor = QRectF(0, self.places.floor_y, self.width(), self.height())
        if theme.name == "contrast":
            painter.setPen(QPen(theme.line, 2))
            painter.drawLine(floor.topLeft(), floor.topRight())
        else:
            painter.fillRect(floor, theme.floor)
        self._paint_ring(painter)
        if seen(self, self._ring_box()).contains(event.rect()):
            return
        self._paint_texts(painter)
        if self.places.halves:
            self._paint_under(painter)
            self._paint_floor(painter)
        else:
            self._paint_parts(painter)
            self._paint_hint(painter)

    def _ring_box(self) -> QRect:
        return self.places.ring.toAlignedRect().adjusted(-2, -2, 2, 2)

    def _paint_ring(self, painter: QPainter) -> None:
        scene, theme, box, factor = self._scene, self._look.theme, self.places.ring, self.places.factor
        thick = 44 * box.width() / 456
        if scene.number:
            track = overlaid(theme.track, theme.ink, 0.05)
            paint_ring(painter, self._look, box, thick, scene.share, track, is_still=scene.is_still)
        inner = box.width() - 2 * thick
        # The type here already grows with the window, and in halves the ring is smaller.
        scale = (box.width() / 456 if self.places.halves else factor) / self._look.scale
        texts = RingTexts(scene.number, scene.word, scene.count, scene.over)
        number_scale = scale * (_NUMBER_IN_HALVES if self.places.halves else 1.0)
        sizes = ROOM_NUMBER.sized(round(ROOM_NUMBER.px * number_scale)), ROOM_WORD.sized(round(ROOM_WORD.px * scale))
        paint_ring_texts(painter, self._look, box, inner, texts, *sizes, is_still=scene.is_still)

    def _fitted(self, text: str, style: RoomStyle, room: QRectF) -> _Block:
        """The largest size at which `text` fits, in steps of 6 %."""
        factor = self.places.factor / self._look.scale  # the type here already grows with the window
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
        """The name, and below it what is said; in halves that stands on the floor, or below the name at a line's size
        where the plate is there.
        """
        scene, theme, places = self._scene, self._look.theme, self.places
        box, below, halves = places.words, 36 * places.factor, places.halves
        share = scene.name_share if scene.caption and not halves else 1.0
        room = QRectF(box.x(), box.y(), box.width(), box.height() * share)
        key = (scene.name, scene.caption, scene.name_share, box.width(), box.height(), self._look.scale, scene.action)
        if self._blocks is None or self._blocks[0] != key:
            name = self._fitted(scene.name, ROOM_NAME, room)
            left = QRectF(box.x(), 0, box.width(), box.height() - name.high - below)
            left = (places.under if scene.action else places.floor) if halves else left
            self._blocks = (key, name, self._fitted(scene.caption, ROOM_CAPTION, left))
        _, name, caption = self._blocks
        name.paint(painter, box.x(), box.y() + (box.height() - name.high if halves else 0), theme.ink)
        if not halves:
            caption.paint(painter, box.x(), box.y() + name.high + below, theme.ink2)
        elif scene.caption:
            spot = places.under if scene.action else places.floor
            colour = theme.ink2 if scene.action else theme.ink
            caption.paint(painter, spot.x(), spot.y() + (spot.height() - caption.high) / 2, colour)

    def _paint_under(self, painter: QPainter) -> None:
        """In halves, below the name: which set and repetition, and its pips, or in their place what is said."""
        scene, places = self._scene, self.places
        if scene.action and scene.caption:
            return
        spot = places.under
        pips = self._pips_beside(spot.width())
        room = spot.width() - (pips + 16 * places.factor if pips else 0)
        font = line_font(self._look, scene.part_words, self._part_style(), room)
        painter.setFont(font)
        painter.setPen(self._look.theme.ink2)
        write(painter, spot, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, scene.part_words)
        wide = QFontMetricsF(font).horizontalAdvance(scene.part_words)
        if pips:
            self._paint_pips(painter, spot.x() + wide + 16 * places.factor, spot.center().y())

    def _paint_floor(self, painter: QPainter) -> None:
        """In halves, on the floor: what comes next and which key pauses, or in their place what is said."""
        if not self._scene.action and not self._scene.caption:
            spot = self.places.floor
            self._paint_lines(painter, spot.x(), spot.width())

    def _beside_wide(self) -> float:
        """How much of the floor is for what comes next and the hint, where no action stands; in pixels."""
        return 0.55 * (self.width() - self.places.left) if self._scene.hint and not self._scene.action else 0.0

    def _paint_hint(self, painter: QPainter) -> None:
        """Bottom left, where no action stands: what comes next, and which key pauses."""
        self._paint_lines(painter, self.places.left, self._beside_wide() - 16 * self.places.factor)

    def _paint_lines(self, painter: QPainter, x: float, room: float) -> None:
        scene, theme, factor = self._scene, self._look.theme, self.places.factor
        lines = [(text, colour) for text, colour in ((scene.after, theme.ink), (scene.hint, theme.ink2)) if text]
        style = self._part_style()
        step = 44 * factor
        y = self.places.floor_y + 60 * factor - step * len(lines) / 2
        for text, colour in lines if room > 0 else ():
            painter.setFont(line_font(self._look, text, style, room))
            painter.setPen(colour)
            write(painter, QRectF(x, y, room + 2, step), Qt.AlignmentFlag.AlignVCenter, text)
            y += step

    def _pips_wide(self) -> float:
        """How wide the row of pips is, in pixels; 0 where there is none."""
        _, count = self._scene.part
        return (count * (_PIP_WIDE + _PIP_GAP) - _PIP_GAP) * self.places.factor if 0 < count <= _MOST_PIPS else 0.0

    def _pips_beside(self, room: float) -> float:
        """Their width beside the words that say the same, 0 where a larger text needs the `room`."""
        pips, font = self._pips_wide(), self._look.font(self._part_style(), tabular=True)
        words = QFontMetricsF(font).horizontalAdvance(self._scene.part_words)
        return 0.0 if self._look.scale > 1 and words + 16 * self.places.factor + pips > room else pips

    def _paint_pips(self, painter: QPainter, x: float, middle: float) -> None:
        """One for each part, from `x` on: done, now, to come, and those that were cut."""
        scene, theme, factor = self._scene, self._look.theme, self.places.factor
        now, count = scene.part
        wide, high, gap = _PIP_WIDE * factor, 20 * factor, _PIP_GAP * factor
        for number in range(1, count + 1) if self._pips_wide() else ():
            pip = QRectF(x + (number - 1) * (wide + gap), middle - high / 2, wide, high)
            if number < now and number - 1 in scene.cut:
                paint_cut(painter, self._look, pip, 2.5 * factor)
                continue
            colour = theme.pine if number < now else theme.accent if number == now else None
            painter.setPen(Qt.PenStyle.NoPen if colour else QPen(theme.ink2, 2.5 * factor))
            painter.setBrush(colour or Qt.BrushStyle.NoBrush)
            inset = 0 if colour else 1.5 * factor
            painter.drawRoundedRect(pip.adjusted(inset, inset, -inset, -inset), high / 2, high / 2)

    def _paint_parts(self, painter: QPainter) -> None:
        """Bottom right: Part 2 of 4 and its pips."""
        scene, theme, places = self._scene, self._look.theme, self.places
        factor, x = places.factor, places.right
        left = place_of(self.plate).right() + 16 if scene.action else places.left + self._beside_wide()
        pips = self._pips_beside(x - left)
        if pips:
            x -= pips
            self._paint_pips(painter, x, places.floor_y + 60 * factor)
            x -= 16 * factor
        if scene.part_words:
            font = line_font(self._look, scene.part_words, self._part_style(), max(40.0, x - left))
            wide = math.ceil(QFontMetricsF(font).horizontalAdvance(scene.part_words))
            painter.setFont(font)
            painter.setPen(theme.ink2)
            box = QRectF(x - wide, places.floor_y, wide + 2, 120 * factor)
            write(painter, box, Qt.AlignmentFlag.AlignVCenter, scene.part_words)
