"""The stage: the figure that shows how, or the steps in large type with the tempo below; what is said on its plate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.content.model import Figure
from coach.ui.figure.room import floor_at
from coach.ui.look import sizes, space
from coach.ui.look.clear import plain_picture
from coach.ui.look.mirror import painter_of, put
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.widgets.buttons import cap_of
from coach.ui.widgets.caption import LEAST_HIGH, MARGIN, Caption
from coach.ui.widgets.icon_buttons import StageButton
from coach.ui.widgets.role import be_picture
from coach.ui.widgets.stagescene import ScenePainter
from coach.ui.widgets.tempo import Tempo
from coach.ui.words.stage_scene import StageScene

if TYPE_CHECKING:
    from coach.ui.widgets.stagefigure import StageFigure

_SMALL_FLOOR = 0.8
_STEPS_END = 12  # pixels above the floor
_FLOOR = 0.67  # of the height, where the floor begins behind the steps
_FLASH_MS, _FLASH_WIDE = 300, 4
_FLASH_STEP = 0.09  # ten steps, as many as the figure has in that time: Qt's own are twice as many
_PLATE_SHARE = 0.155  # of the height, kept for the plate below a figure
_PLATE_LINES, _PLATE_MOST = 3, 0.24  # a small stage keeps room for as many small lines, up to a share of its height
_STANDS_AT = 0.91  # of the height of a figure's own picture: its feet


class Stage(QWidget):
    """A rounded room with a floor. `show_scene` changes what stands in it, `show_figure` who shows it, `tell` and
    `set_pose` move them, `caption` is said. Where there is a figure the person may choose to read the steps instead.
    """

    steps_chosen = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        be_picture(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what it stands on is not painted thirty times
        self._look = look
        self._scene = StageScene()
        self._picture: QPixmap | None = None
        self._painted_behind = 0.0, True
        self._behind_of: tuple[object, tuple[float, bool]] | None = None  # how the figure stood, and what it made
        self._glow = 0.0
        self._wants_steps = False
        self._carries_caption = True
        self.figure: StageFigure | None = None  # made with the first figure
        self._tempo = Tempo(look, self)
        self._caption = Caption(look, self)
        self.turn_button = StageButton(
            look, "turn", self.tr("Turn the figure"), parent=self, cap=cap_of(self, "session", "turn")
        )
        self.steps_button = StageButton(look, "steps", "", parent=self, cap=cap_of(self, "session", "steps"))
        self.turn_button.clicked.connect(self.turn)
        self.steps_button.clicked.connect(self.toggle_steps)
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.hide()
        self._flash = QVariantAnimation(self)
        self._flash.setDuration(_FLASH_MS)
        self._flash.setStartValue(1.0)
        self._flash.setEndValue(0.0)
        self._flash.valueChanged.connect(self._glow_changed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 160)
        look.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        return QSize(688, 466)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """Those in its corner: steps or figure, and the other side."""
        return self.steps_button, self.turn_button

    @property
    def scene(self) -> StageScene:
        """What was last asked to stand here."""
        return self._scene

    @property
    def caption(self) -> str:
        """The sentence on the plate; empty without one."""
        return self._caption.text

    # --- what stands here --------------------------------------------------------------------------------------------

    @property
    def has_figure(self) -> bool:
        """Whether there is a figure that can be solved, seen or not."""
        return self.figure is not None and self.figure.figure is not None

    @property
    def shows_figure(self) -> bool:
        """Whether the figure is seen, and not the steps."""
        return self._shown is not None

    @property
    def _shown(self) -> StageFigure | None:
        """The figure that stands here and is seen."""
        return self.figure if self.has_figure and not self._wants_steps else None

    @property
    def wants_steps(self) -> bool:
        """Whether the person asked for the steps in the place of the figure."""
        return self.has_figure and self._wants_steps

    def show_scene(self, scene: StageScene) -> None:
        """Let this stand here from now on."""
        if scene == self._scene:
            return
        self._scene = scene
        self._tempo.set_phases(scene.phases)
        self.setAccessibleName(scene.spoken)
        self._renew()

    def show_figure(self, figure: Figure | None, *, mirrored: bool = False) -> None:
        """Who shows the movement; None, or one that cannot be solved, leaves the steps."""
        if figure is not None and self.figure is None:
            from coach.ui.widgets.stagefigure import StageFigure  # numpy and the engine come with the first figure

            self.figure = StageFigure(self._look, self, ground=self.paint_ground)
            self.figure.lower()
        if self.figure is None:
            return
        had_figure = self.has_figure
        self.figure.show_solvable(figure, mirrored=mirrored)
        if self.has_figure != had_figure:
            self._renew()

    def prepare(self, figure: Figure | None, *, mirrored: bool) -> None:
        """Get one frame ready of who will be shown next; a few a second are all there when they are wanted."""
        if figure is not None and (shown := self._shown) is not None:
            shown.prepare(figure, mirrored=mirrored)

    def set_pose(self, share: float, glow: float) -> None:
        """Where in its movement the figure is, and how its worked areas glow; both 0 to 1."""
        if (figure := self._shown) is not None:
            figure.set_pose(share, 1.0 if self._look.reduced_motion else glow)

    def turn(self) -> None:
        """The figure from another side."""
        if (figure := self._shown) is not None:
            figure.turn()

    def toggle_steps(self) -> None:
        """The steps in words instead of the figure, or the figure again."""
        if self.has_figure:
            self._wants_steps = not self._wants_steps
            self._renew()
            self.steps_chosen.emit(self._wants_steps)

    def set_caption(self, caption: str, icon: str = "speaker") -> None:
        """The sentence on the plate; an empty one takes the plate away."""
        if caption == self._caption.text:
            return
        self._caption.set_text(caption, icon)
        self.setAccessibleDescription(caption)
        self._place()

    def carry_caption(self, *, carried: bool) -> None:
        """With the plate, or without: what is said stands elsewhere then, and the room is the figure's."""
        if carried != self._carries_caption:
            self._carries_caption = carried
            self._renew()

    def high_for_steps(self, width: int) -> float:
        """How high it stands so that what it says is written at its full size; 0 where a figure is seen."""
        if self.shows_figure:
            return 0.0
        return (self._scene_painter().wishes(width) + _STEPS_END) / _SMALL_FLOOR

    def tell(self, phase: str | None, share: float) -> None:
        """Where in a repetition the tempo line stands; None before and after it."""
        self._tempo.tell(phase, share)

    def flash(self) -> None:
        """The edge lights up once: a new step has begun. Not with reduced motion."""
        if self._look.reduced_motion:
            return
        self._flash.stop()
        self._flash.start()

    def _glow_changed(self, value: float) -> None:
        if 0.0 < value < 1.0 and abs(value - self._glow) < _FLASH_STEP:
            return
        self._glow = value
        self._paint_again(self._edge())

    def _edge(self) -> QRegion:
        """Where the edge lights up: along the sides, and round the corners."""
        round_, wide = sizes.STAGE_RADIUS, _FLASH_WIDE
        inside = QRegion(self.rect().adjusted(wide, round_, -wide, -round_))
        return QRegion(self.rect()) - inside.united(self.rect().adjusted(round_, wide, -round_, -wide))

    def _renew(self) -> None:
        self._picture = self._behind_of = None
        self._place()
        self._paint_again(QRegion(self.rect()))

    def _paint_again(self, region: QRegion) -> None:
        """The figure as well, which paints itself what is behind it."""
        self.update(region)
        if (figure := self._shown) is not None:
            figure.update(region.translated(-figure.pos()))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._renew()

    # --- geometry ------------------------------------------------------------------------------------------------

    def _plate(self) -> QRect:
        """Where the caption stands. Below a figure its room is kept, so that the figure keeps its size; the steps end
        above it."""
        wide = self.width() - 2 * MARGIN
        if not self._carries_caption:
            return QRect(MARGIN, self.height() - MARGIN, wide, 0)
        below_steps = self.height() - MARGIN - (self._floor_y() - _STEPS_END)
        room = self._plate_room() if self.shows_figure else min(self.height() * 0.3 + 22, below_steps)
        high = round(self._caption.needs(wide, room - 22)) if self._caption.text else 0
        return QRect(MARGIN, self.height() - MARGIN - high, wide, high)

    def _plate_room(self) -> float:
        if not self._carries_caption:
            return 0.0
        words = min(self._caption.least_room(_PLATE_LINES), self.height() * _PLATE_MOST)
        return max(LEAST_HIGH + 2, self.height() * _PLATE_SHARE, words)

    def _figure_box(self) -> QRect:
        """Its feet stand just above the plate; what is above its head may reach the stage's edge."""
        ground = self.height() - MARGIN - self._plate_room() - max(6.0, self.height() * 0.015)
        top = -0.012 * self.height()
        inset = self._look.px(40) if self._look.reduced_motion else 0  # two stand there, clear of the buttons
        return QRect(inset, round(top), self.width() - 2 * inset, round((ground - top) / _STANDS_AT))

    def _has_room_for_tempo(self) -> bool:
        """Whether the floor can carry the tempo above a plate of one line; a small stage needs its room for words."""
        return self.height() * (1 - _FLOOR) - 6 - 68 - 6 >= self._tempo_high()

    def _tempo_high(self) -> float:
        return QFontMetricsF(self._look.font(BODY.heavy)).height() + 34

    def _floor_y(self) -> float:
        if (figure := self._shown) is not None:
            box = self._figure_box()
            return max(0.0, box.top() + floor_at(figure.pitch) * box.height())
        return round(self.height() * (_FLOOR if self._has_room_for_tempo() else _SMALL_FLOOR))

    def _place(self) -> None:
        plate, shows_figure = self._plate(), self.shows_figure
        self._caption.setGeometry(plate)
        self._caption.setVisible(bool(self._caption.text) and self._carries_caption)
        if self.figure is not None:
            self.figure.setGeometry(self._figure_box())
            self.figure.setVisible(shows_figure)
        self._place_buttons()
        bottom = plate.top() - 6 if self._caption.text and self._carries_caption else self.height() - 20
        top = self._floor_y() + 6
        needs = self._tempo_high()
        self._tempo.setGeometry(28, round(top), self.width() - 56, round(min(bottom - top, needs + 30)))
        has_room = self._has_room_for_tempo() and bottom - top >= needs and not shows_figure
        self._tempo.setVisible(bool(self._scene.phases) and has_room)

    def _place_buttons(self) -> None:
        side, x = self._look.px(44), self.width() - 20
        self.turn_button.setVisible(self.shows_figure)
        self.steps_button.setVisible(self.has_figure)
        name = self.tr("Show the steps") if self.shows_figure else self.tr("Show the figure")
        self.steps_button.tell("steps" if self.shows_figure else "walk", name)
        for button in (self.turn_button, self.steps_button):
            if not button.isHidden():
                x -= side
                put(button, x, 16, side, side)
                x -= 8

    # --- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_ground(QPainter(self), event.rect())

    def paint_ground(self, painter: QPainter, asked: QRect) -> None:
        """What stands still, in the stage's own places; where not all of it was `asked` for and it is not as it was,
        all of it is painted again.
        """
        behind = self._behind()
        if self._picture is None or self._painted_behind != behind:
            self._picture, self._painted_behind = self._painted(), behind
            if asked != self.rect():  # the figure was turned: the floor behind all of it has changed
                self._paint_again(QRegion(self.rect()))
        painter.drawPixmap(0, 0, self._picture)
        if self._glow > 0:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = QColor(self._look.theme.accent)
            edge.setAlphaF(self._glow)
            painter.setPen(QPen(edge, _FLASH_WIDE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(2, 2, -2, -2), sizes.STAGE_RADIUS - 2, sizes.STAGE_RADIUS - 2
            )

    def _behind(self) -> tuple[float, bool]:
        """What of the picture depends on the figure: where the floor begins, and whether the chip has its words."""
        figure = self._shown
        seen = None if figure is None else (figure.figure, figure.mirrored, figure.angles, figure.geometry())
        if self._behind_of is None or self._behind_of[0] != seen:
            self._behind_of = seen, (self._floor_y(), self._has_room_for_chip())
        return self._behind_of[1]

    def _painted(self) -> QPixmap:
        """Everything that does not move, painted once."""
        picture = plain_picture(self.width(), self.height(), self.devicePixelRatioF(), self._look.theme.paper)
        painter = painter_of(self, picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_room(painter)
        scene = self._scene_painter()
        if self.shows_figure:
            scene.paint_chip(painter, icons_alone=not self._has_room_for_chip())
        else:
            scene.paint(painter)
        painter.end()
        return picture

    def _scene_painter(self) -> ScenePainter:
        kept = 2 * self._look.px(44) + 24 if self.has_figure else 0  # the buttons' corner
        return ScenePainter(self._look, self._scene, self.width(), self._floor_y() - _STEPS_END, kept)

    def _has_room_for_chip(self) -> bool:
        """Whether the words of what it needs can stand beside the figure."""
        box = self._scene_painter().chip_box()
        return box.isEmpty() or self._shown is None or box.right() + space.XS <= self._shown.free_before(box.bottom())

    def _paint_room(self, painter: QPainter) -> None:
        theme = self._look.theme
        room, box = QPainterPath(), QRectF(self.rect())
        room.addRoundedRect(box, sizes.STAGE_RADIUS, sizes.STAGE_RADIUS)
        painter.fillPath(room, theme.stage)
        floor = QRectF(0, self._floor_y(), self.width(), self.height())
        if theme.name == "contrast":
            painter.setPen(QPen(theme.line, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), sizes.STAGE_RADIUS, sizes.STAGE_RADIUS)
            painter.drawLine(floor.topLeft(), floor.topRight())
            return
        painter.save()
        painter.setClipPath(room)
        painter.fillRect(floor, theme.floor)
        painter.restore()
