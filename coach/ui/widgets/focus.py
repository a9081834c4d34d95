"""The focus ring: painted around a widget, on top of its ground, so that no widget needs spare room inside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from coach.ui.look.mirror import seen_box
from coach.ui.look.theme import Look
from coach.ui.widgets.focus_tip import FocusTip

WIDTH = 2.5
GAP = 2.0
_OUT = GAP + WIDTH / 2
_OLD_FOCUS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_KEYS_LAST = "keys-were-pressed-last"
_BEGINS = (QFocusEvent, QKeyEvent, QMouseEvent)  # what may show a ring; Python asks for a class sooner than for a type
_REACH = 6  # whole pixels that the ring takes around its widget


def paint_focus(painter: QPainter, look: Look, rect: QRectF, radius: float) -> None:
    """The ring around a shape: 2.5 px wide, 2 px away."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.theme.focus, WIDTH))
    painter.drawRoundedRect(rect.adjusted(-_OUT, -_OUT, _OUT, _OUT), radius + _OUT, radius + _OUT)
    painter.restore()


def note_pressed(*, by_keyboard: bool) -> None:
    """A key was pressed just now, or the mouse. The application keeps it: all windows have one keyboard."""
    if (app := QCoreApplication.instance()) is not None:
        app.setProperty(_KEYS_LAST, by_keyboard)


def keys_were_last() -> bool:
    """Whether a key was the last thing pressed. False before anything was."""
    app = QCoreApplication.instance()
    return app is not None and bool(app.property(_KEYS_LAST))


class FocusRing(QObject):
    """Shows the ring around `widget` while it has the keyboard's focus; a click hides it, the next key shows it again.
    Who has pressed no key, or the mouse last, sees none where the program moves the focus by itself.

    `shape` gives the outline in the widget's own coordinates: rectangle and radius.
    """

    _widget: QWidget | None = None  # Python may empty an object while Qt still sends it events

    def __init__(self, look: Look, widget: QWidget, shape: Callable[[], tuple[QRectF, float]]) -> None:
        super().__init__(widget)
        self._look, self._widget, self._shape = look, widget, shape
        self._ring: _Ring | None = None
        self._by_keyboard: bool | None = None  # until it had the focus once
        self._tip = FocusTip(self)
        widget.installEventFilter(self)

    @property
    def is_shown(self) -> bool:
        """Whether the ring is seen now."""
        return self._ring is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        widget = self._widget
        if widget is None or watched is not widget or (self._ring is None and not isinstance(event, _BEGINS)):
            return False
        kind = event.type()
        if isinstance(event, QFocusEvent) and kind == QEvent.Type.FocusIn:
            self._focused(widget, event.reason())
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_keyboard = False
            note_pressed(by_keyboard=False)
            self._hide()
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._tip.leave():
            return kind == QEvent.Type.KeyPress  # it was for the tooltip alone
        elif kind == QEvent.Type.KeyPress and widget.hasFocus():
            note_pressed(by_keyboard=True)
            self._focused(widget, Qt.FocusReason.ShortcutFocusReason)
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.ParentChange):
            self._hide()
        elif kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Paint) and self._ring is not None:
            self._place(widget, self._ring)
        return False

    def _focused(self, widget: QWidget, reason: Qt.FocusReason) -> None:
        if reason == Qt.FocusReason.MouseFocusReason:  # Tab is told as well where what had the focus is gone
            note_pressed(by_keyboard=False)
        if reason not in _OLD_FOCUS or self._by_keyboard is None:  # what comes back restores what was before
            self._by_keyboard = keys_were_last()
        parent = widget.parentWidget()
        if self._by_keyboard and self._ring is None and parent is not None:
            self._ring = _Ring(self._look, self._find_ground(widget, parent))
            self._place(widget, self._ring)
            self._tip.wait(widget)

    def _hide(self) -> None:
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None
            self._tip.leave()

    def _box(self, widget: QWidget, ground: QWidget) -> QRectF:
        rect = seen_box(widget, self._shape()[0])
        return rect.translated(widget.mapTo(ground, QPoint(0, 0)).toPointF())

    def _find_ground(self, widget: QWidget, parent: QWidget) -> QWidget:
        """The nearest widget below that has room for the whole ring, else the parent."""
        ground: QWidget | None = parent
        while ground is not None:
            if QRectF(ground.rect()).contains(self._box(widget, ground).adjusted(-_REACH, -_REACH, _REACH, _REACH)):
                return ground
            if ground.isWindow():
                break
            ground = ground.parentWidget()
        return parent

    def _place(self, widget: QWidget, ring: _Ring) -> None:
        ground = ring.parentWidget()
        if ground is None:
            return
        box = self._box(widget, ground).toAlignedRect().adjusted(-_REACH, -_REACH, _REACH, _REACH)
        ring.radius = self._shape()[1]
        if ring.geometry() != box:
            ring.setGeometry(box)
        if not ring.isVisible():
            ring.raise_()
            ring.show()


class _Ring(QWidget):
    """The ring itself: lies over its neighbours, lets every click through, is nothing to a screen reader."""

    def __init__(self, look: Look, ground: QWidget) -> None:
        super().__init__(ground)
        self._look = look
        self.radius = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_focus(painter, self._look, QRectF(self.rect()).adjusted(_REACH, _REACH, -_REACH, -_REACH), self.radius)


def take_keyboard(widget: QWidget) -> None:
    """Bring the keyboard to a widget that was made just now: what is not shown yet, and would be with the next event,
    takes none.
    """
    unseen = []
    above: QWidget | None = widget
    while above is not None and not above.isVisible() and not above.isWindow():
        unseen.append(above)
        above = above.parentWidget()
    for each in reversed(unseen):
        each.show()
    widget.setFocus(Qt.FocusReason.OtherFocusReason)


def tab_along(stops: Sequence[QWidget], within: QWidget, *, forward: bool) -> bool:
    """Bring the keyboard from one of `stops` to the next of them, or past either end to the first or last outside of
    `within`; whether that was done. Qt itself goes by when a widget was made, so that what is added to a page later
    would come behind everything; and setTabOrder forgets the line that a number field has inside.
    """
    here = QApplication.focusWidget()
    if here is None or here not in stops:
        return False
    place = stops.index(here) + (1 if forward else -1)
    outside = [each for each in stops_in(here.window()) if each is not within and not within.isAncestorOf(each)]
    beyond = outside[0 if forward else -1] if outside else here
    target = stops[place] if 0 <= place < len(stops) else beyond
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def stops_in(widget: QWidget) -> list[QWidget]:
    """What takes the keyboard by Tab in a widget, itself included, as it was made."""
    return [each for each in (widget, *widgets_in(widget)) if _is_stop(each)]


def widgets_in(widget: QWidget) -> list[QWidget]:
    """All within a widget, each before those in it, as they were made. Not by `findChildren`: what Qt made itself, as
    the line in a number field, would be kept in Python for as long as the widget that was asked, after its end, too.
    """
    own = [each for each in widget.children() if isinstance(each, QWidget)]
    return [one for each in own for one in (each, *widgets_in(each))]


def _is_stop(widget: QWidget) -> bool:
    takes_it = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes_it and widget.isVisible() and widget.isEnabled()
