"""A small card at the lower right of the screen, for whatever fills it. It never takes the focus and goes by itself."""

from __future__ import annotations

import os

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QMargins,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import (
    QEnterEvent,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from coach.content.model import Figure
from coach.demonstration.which_figure import hips_up
from coach.desktop.linux_x11 import keep_off_task_bar
from coach.ui.look import sizes, space
from coach.ui.look.compositing import can_see_through
from coach.ui.look.mirror import margins, painter_of, show_picture
from coach.ui.look.sized_look import SizedLook
from coach.ui.look.soft_shadow import FLOATING, paint_shadow
from coach.ui.look.theme import Look
from coach.ui.look.typography import SMALL
from coach.ui.nudge.alert import make_alert, once_calm, tell_alert
from coach.ui.nudge.between import LIFE_SECONDS
from coach.ui.nudge.message import Message
from coach.ui.nudge.place import follow_screens, is_beside_wayland, screen_of_the_person
from coach.ui.stills.pictures import pictures_of
from coach.ui.stills.shot import Shot
from coach.ui.widgets.icon_buttons import RoundButton
from coach.ui.widgets.labels import Label
from coach.ui.widgets.place import paint_place
from coach.ui.widgets.scroll import Scroll
from coach.ui.words.common import LANGUAGE
from coach.words.nudge import leaves_by_itself

WIDTH = 384
PICTURE, _NO_PICTURE = QSize(128, 196), QSize(0, 0)
_SHADOW = 32  # kept free around the card for its shadow
_RISE = 24
_EDGE = 20  # from the screen's corner
_NO_END = 16777215  # QWIDGETSIZE_MAX
_LARGER, _SMALLER = (1.25, 1.0), (0.85, 0.7)  # text sizes to try, of what is large and of what has no room
_LEAST_LINES = 2  # of a message that scrolls: fewer do not look as if more came; our choice

LONGEST_SECONDS = 300.0  # also under a pointer that rests on it, since somebody may have left; our choice


class FloatingCard(QWidget):
    """Comes, shows `title` and `message`, once where they are the same, and goes when its time has run out: `expired`.
    Moving the pointer over it stops its time until it is off again, for LONGEST_SECONDS at most. That it appears under
    a pointer is no such movement: XWayland tells a place where the pointer was long ago. What can be answered is put
    into `answers`, then it may `appear`.
    """

    expired = Signal()
    closed = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        message: str,
        close: str,
        position: str = "standing",
        figure: Figure | None = None,
        picture: QSize = PICTURE,
        largest: float = 1.0,
    ) -> None:
        """`close` says what the cross does. The card is as high as the `picture`, or higher. Where there is room, its
        text is `largest` times as large as elsewhere.
        """
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.NoDropShadowWindowHint,
        )
        if is_beside_wayland():  # sway would tile it, and Plasma list it among the windows
            self.setWindowFlag(Qt.WindowType.X11BypassWindowManagerHint)
        self._look, self._whole_picture, self._largest = SizedLook(look, largest, self), picture, largest
        self._position, self.figure, self._picture = position, figure, picture
        self._is_fitting, self._is_in_corner, self._times = False, False, largest
        self._room = QSize()  # that it may take, its shadow included; any, as long as nobody said
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeNotification)
        self.setWindowTitle(title)
        name = "" if title == message else title
        self.setAccessibleName(f"{name}. {message}" if name else message)
        self.setAccessibleDescription(leaves_by_itself(LANGUAGE, LIFE_SECONDS))
        make_alert(self)
        self.setPalette(look.palette())
        self._see_through = can_see_through()
        self.answers = self._build(name, message, close)
        self._life = QVariantAnimation(self)
        self._life.setStartValue(1.0)
        self._life.setEndValue(0.0)
        self._life.setDuration(round(LIFE_SECONDS * 1000))
        self._life.valueChanged.connect(lambda _share: self.update(self._life_bar().toAlignedRect()))
        self._life.finished.connect(lambda: self.answer(self.expired))
        self._longest = QTimer(self, singleShot=True)
        self._longest.timeout.connect(lambda: self.answer(self.expired))
        self._pointer: QPoint | None = None
        self._slide = QVariantAnimation(self)
        self._slide.valueChanged.connect(self._slid)
        self._place = QPoint(0, 0)
        self._pictures = pictures_of(look)
        self._pictures.made.connect(self.update)
        self._look.changed.connect(self._grown)
        self._answered = False
        self._is_timed = True

    # --- building

    def _build(self, title: str, message: str, close: str) -> QVBoxLayout:
        look = self._look
        self._outer = outer = QHBoxLayout(self)
        self._make_room()
        self._column = column = QVBoxLayout()
        column.setSpacing(space.XS)
        outer.addLayout(column)
        head = QHBoxLayout()
        head.addWidget(Label(look, title, SMALL.semibold, "ink2", wrap=True), 1)
        cross = RoundButton(look, "close", close, sizes.BUTTON_SLIM, "none")
        cross.clicked.connect(lambda: self.answer(self.closed))
        head.addWidget(cross)
        column.addLayout(head)
        self.message = Message(look, message)
        self._said = Scroll(look)
        self._said.set_content(self.message)
        column.addWidget(self._said)
        column.addSpacing(space.XS)
        column.addStretch(1)
        answers = QVBoxLayout()
        answers.setSpacing(space.XS)
        column.addLayout(answers)
        return answers

    def _make_room(self) -> None:
        """For the picture, where there is one."""
        left = _SHADOW + (self._picture.width() + space.L_LOOSE if self._picture.width() else space.L)
        self._outer.setContentsMargins(margins(left, _SHADOW + space.L, _SHADOW + space.L, _SHADOW + space.M_LOOSE))

    def sizeHint(self) -> QSize:
        if not self._room.isValid():
            self.fit(QSize(_NO_END, _NO_END))
        width = self._wide()
        return QSize(width, max(self._picture.height() + 2 * _SHADOW, self._outer.totalHeightForWidth(width)))

    def _wide(self) -> int:
        words = max(self._look.px(WIDTH - PICTURE.width()), WIDTH - PICTURE.width())
        return min(self._room.width(), (self._picture.width() or PICTURE.width()) + words + 2 * _SHADOW)

    def fit(self, room: QSize) -> None:
        """Be no larger than this, with its shadow. Where that is too little for all of it, first the picture goes, then
        the message scrolls, and at last the text is smaller: its answers are always in sight.
        """
        self._room, self._is_fitting = room, True
        ways = [(times, self._whole_picture) for times in _LARGER if times < self._largest]
        ways = [(self._largest, self._whole_picture), *ways, (1.0, PICTURE), (1.0, _NO_PICTURE)]
        smallest = self._times / self._look.scale  # what nobody made larger
        smaller = [(times, _NO_PICTURE) for times in (1.0, *_SMALLER) if times > smallest] + [(smallest, _NO_PICTURE)]
        _ = any(self._fits(*way) for way in ways) or any(self._fits(*way, scrolls=True) for way in smaller)
        self._is_fitting = False

    def _fits(self, times: float, picture: QSize, *, scrolls: bool = False) -> bool:
        """Try it so; whether all of it has room, or all but what `scrolls`."""
        self._times, self._picture = times, picture
        self._look.set_times(times)
        self._make_room()
        width, around = self._wide(), self._outer.contentsMargins()
        inner = width - around.left() - around.right()
        self._set_said(0)
        highest = self._room.height() - self._outer.totalHeightForWidth(width)
        high = self.message.fit(inner, highest if scrolls else None)
        bar = self._said.verticalScrollBar().sizeHint().width()
        self.message.setMinimumHeight(self.message.heightForWidth(inner - bar) if scrolls and high > highest else high)
        least = self.message.lines_high(_LEAST_LINES)
        self._set_said(min(high, max(highest, least)) if scrolls else high)
        is_inside = (
            self._outer.totalMinimumSize().width() <= width and picture.height() + 2 * _SHADOW <= self._room.height()
        )
        return is_inside and (high <= highest or (scrolls and highest >= least))

    def _set_said(self, high: int) -> None:
        self._said.setFixedHeight(high)
        for layout in self.findChildren(QLayout):  # what was never shown tells its layout nothing
            layout.invalidate()

    def _grown(self) -> None:
        """The text is larger or smaller: there may be room for less of it, or for more."""
        if not self._is_fitting and self._room.isValid():
            self.fit(self._room)
            if self._is_in_corner:
                self.keep_in_corner()
            else:
                self.resize(self.sizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without a compositor the window is cut to the card and throws no shadow."""
        super().resizeEvent(event)
        if not self._see_through:
            shape = QPainterPath()
            shape.addRoundedRect(self._card(), sizes.NUDGE_RADIUS, sizes.NUDGE_RADIUS)
            self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    # --- coming and going

    def appear(self, screen: QScreen | None = None) -> None:
        """Come in at the lower right of `screen`, or of the one where the person is, from a little below, without
        taking the focus. When a screen comes, goes or changes, it finds a place again.
        """
        for button in self.findChildren(QWidget):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stand(screen or screen_of_the_person())
        follow_screens(self, self._stand_again)
        self.setWindowOpacity(1.0)
        if QGuiApplication.platformName() == "xcb":  # elsewhere a tool window has no place in the task bar
            keep_off_task_bar(os.environ.get("DISPLAY", ""), int(self.winId()))
        once_calm(self, self._come)

    def _come(self) -> None:
        if self._answered:
            return
        self.show()
        self.raise_()
        tell_alert(self)
        self._life.start()
        self._longest.start(round(LONGEST_SECONDS * 1000))
        if (window := self.windowHandle()) is not None:
            window.installEventFilter(self)
        if not self._look.reduced_motion:
            self._glide(0.0, 1.0, 200, QEasingCurve.Type.OutCubic)

    def appear_in(self, window: QWidget, *, lasts: bool = False) -> None:
        """Come within `window`, as a part of it: whoever gives it a place there moves it. One that `lasts` has no end
        of its own, and takes the keyboard as the rest of the window does.
        """
        self.setParent(window, Qt.WindowType.Widget)
        self.resize(self.sizeHint())
        self._is_timed = not lasts
        if lasts:
            self.setAccessibleDescription("")
        once_calm(self, self._come_in)

    def _come_in(self) -> None:
        if self._answered:
            return
        self.show()
        self.raise_()
        if self._is_timed:
            self._life.start()

    def keep_in_corner(self) -> None:
        """At the lower right of the window that it is part of."""
        window, self._is_in_corner = self.parentWidget(), True
        if window is not None:
            self._stand_in(window.rect())

    def _stand(self, screen: QScreen | None) -> None:
        self._stand_in(screen.availableGeometry() if screen is not None else QRect(0, 0, 1280, 800))

    def _stand_in(self, free: QRect) -> None:
        beyond = 2 * (_SHADOW - _EDGE)
        self.fit(free.size().grownBy(QMargins(0, 0, beyond, beyond)))
        size = self.sizeHint()
        corner = QPoint(free.right() + 1 - size.width(), free.bottom() + 1 - size.height())
        self._place = corner + QPoint(_SHADOW - _EDGE, _SHADOW - _EDGE)
        self.setGeometry(QRect(self._place, size))

    def _stand_again(self) -> None:
        """On the screen where it stands, or in its place on one that is left."""
        screens = QGuiApplication.screens()
        middle = self.geometry().center()
        self._stand(next((one for one in screens if one.geometry().contains(middle)), QGuiApplication.primaryScreen()))

    def _glide(self, start: float, end: float, ms: int, curve: QEasingCurve.Type) -> None:
        self._slide.stop()
        self._slide.setStartValue(start)
        self._slide.setEndValue(end)
        self._slide.setDuration(ms)
        self._slide.setEasingCurve(curve)
        self._slide.start()

    def _slid(self, share: float) -> None:
        self.move(self._place + QPoint(0, round(_RISE * (1 - float(share)))))
        self.setWindowOpacity(float(share))

    def leave(self, *, at_once: bool = False) -> None:
        """Go away, in motion unless `at_once`; the widget deletes itself."""
        self._answered = True
        self._life.stop()
        self._longest.stop()
        if at_once or self._look.reduced_motion or not self.isVisible():
            self._slide.stop()
            self.close()
            self.deleteLater()
            return
        self._slide.finished.connect(self.close)
        self._slide.finished.connect(self.deleteLater)
        self._glide(1.0, 0.0, 160, QEasingCurve.Type.InCubic)

    def answer(self, answer: SignalInstance, *values: float) -> None:
        """Say what was answered, and go; only the first answer counts."""
        if self._answered:
            return
        self._answered = True
        answer.emit(*values)
        self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the pointer does anywhere over the card, its buttons included."""
        if isinstance(event, QEnterEvent | QMouseEvent):
            self._pointed(event.globalPosition().toPoint(), event.type())
        elif event.type() == QEvent.Type.Leave and self._life.state() == QVariantAnimation.State.Paused:
            self._life.resume()
        return super().eventFilter(watched, event)

    def _pointed(self, there: QPoint, kind: QEvent.Type) -> None:
        before, self._pointer = self._pointer, there
        has_moved = kind == QEvent.Type.MouseMove and before is not None and there != before
        if has_moved and self._life.state() == QVariantAnimation.State.Running:
            self._life.pause()

    # --- painting

    def _card(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)

    def _life_bar(self) -> QRectF:
        card = self._card()
        return QRectF(card.x(), card.bottom() - 4, card.width(), 4)

    def _paint_panel(self, painter: QPainter, panel: QRectF) -> None:
        if panel.width() <= 0:
            return
        if self.figure is None:
            paint_place(painter, self._look, panel, self._position, 0.80, 0.62)
            return
        painter.fillRect(panel, self._look.theme.stage)
        shot = Shot(self.figure, self._picture.width(), round(panel.height()), close=hips_up(self.figure) or None)
        still = self._pictures.picture(shot, self)
        if still is not None:
            show_picture(painter, QRectF(panel.topLeft(), still.deviceIndependentSize()), still)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._card()
        layers = (2.0, 6.0, FLOATING[0][2]), (8.0, 22.0, FLOATING[1][2])
        paint_shadow(painter, card, sizes.NUDGE_RADIUS, theme.shadow, layers)
        shape = QPainterPath()
        shape.addRoundedRect(card, sizes.NUDGE_RADIUS, sizes.NUDGE_RADIUS)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(card, theme.card)
        panel = QRectF(card.x(), card.y(), self._picture.width(), card.height())
        self._paint_panel(painter, panel)
        if self._is_timed:
            self._paint_life(painter)
        painter.restore()
        if theme.name == "contrast":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.edge, 2))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), sizes.NUDGE_RADIUS - 1, sizes.NUDGE_RADIUS - 1)

    def _paint_life(self, painter: QPainter) -> None:
        theme, bar = self._look.theme, self._life_bar()
        painter.fillRect(bar, theme.track)
        share = self._life.currentValue()
        bar.setWidth(bar.width() * (1.0 if share is None else float(share)))
        painter.fillRect(bar, theme.accent)
