"""What a session looks like: it shows a `View` and passes clicks on. It keeps no time and decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.session.player import View
from coach.session.timeline import Timeline
from coach.ui.look.mirror import painter_of, place_of, put, seen, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import HERO, HERO_NARROW, SMALL, SUBTITLE, SUBTITLE_NARROW
from coach.ui.pages.session.controls import ActionButton, Controls
from coach.ui.pages.session.icon_look import IconLook
from coach.ui.pages.session.layout import NARROW, Box, Needs, arrange, arrange_large, is_roomy
from coach.ui.pages.session.round_ring import RoundRing
from coach.ui.pages.session.scrolled import Scrolled
from coach.ui.pages.session.top_words import TopWords
from coach.ui.widgets.buttons import cap_of
from coach.ui.widgets.fit import line_font
from coach.ui.widgets.icon_buttons import RoundButton
from coach.ui.widgets.labels import Label
from coach.ui.widgets.mute_button import MuteButton
from coach.ui.widgets.nextcard import NextCard
from coach.ui.widgets.pips import Pips
from coach.ui.widgets.ring import Ring
from coach.ui.widgets.role import be_picture
from coach.ui.widgets.stage import Stage
from coach.ui.widgets.strip import EDGE, Strip
from coach.ui.words.session import StageWords, is_still
from coach.ui.words.stage_scene import StageScene
from coach.words.durations import clock_left
from coach.words.sentences import joined

PREPARES_EACH, PREPARES_EACH_IN_A_SET = 10, 16
"""Moments from one frame of the next figure to another: three a second, and in a set, whose own figure moves in each
moment, no more than two in any second. All fifty are there after a rest of ten seconds and a set of sixteen.
"""
SETTLED_SECONDS = 2.0
"""Of each interval in which nothing is prepared: all that changes with it is painted then, and its own figure comes."""

_BEYOND = 8  # pixels that letters may reach beyond their line
_NO_END = 16777215  # QWIDGETSIZE_MAX
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


class SessionView(QWidget):
    """The whole picture of a running session (docs/architecture.md, The look)."""

    close_asked, mute_asked, room_asked, full_asked, act = Signal(), Signal(), Signal(), Signal(), Signal()
    easier_asked, harder_asked = Signal(), Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        be_picture(self)
        self.setAutoFillBackground(True)  # page and window need not be painted under it; before its parts' shadows
        self._look = look
        self._top = TopWords(look)
        self._name, self._subtitle = "", ""
        self._pause: StageScene | None = None
        self._is_still = False
        self._unprepared = 0  # moments since a frame of the figure to come was made
        self.is_large = False
        """Whether the window is small for its text, so that a part of it scrolls."""
        shapes = self._shapes = IconLook(look, self)
        self.trouble = Label(
            look, "", SMALL.semibold, "warn", wrap=True, parent=self, align=Qt.AlignmentFlag.AlignVCenter, elide=True
        )
        self.close_button = self._round("close", self.tr("End"), "end")
        self.mute_button = MuteButton(shapes, self, cap_of(self, "session", "mute"))
        self.easier_button = self._round("chevd", self.tr("Easier exercise"), "easier")
        self.harder_button = self._round("chevu", self.tr("Harder exercise"), "harder")
        self.room_button = self._round("room", self.tr("Room view"), "room")
        self.full_button = self._round("full", self.tr("Full screen"), "full")
        self.stage = Stage(look, self)
        self.ring = Ring(look, parent=self)
        self.round_ring = RoundRing(look, self.ring, self)
        self.pips = Pips(look, self)
        self.action = ActionButton(look, self)
        self.next_card = NextCard(look, self)
        self.strip = Strip(look, self)
        self.controls = Controls(look, shapes, self)
        self.scrolled = Scrolled(look, self)
        for button in (self.close_button, *self._top_right, self.action):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.close_asked)
        self.mute_button.clicked.connect(self.mute_asked)
        self.room_button.clicked.connect(self.room_asked)
        self.full_button.clicked.connect(self.full_asked)
        self.easier_button.clicked.connect(self.easier_asked)
        self.harder_button.clicked.connect(self.harder_asked)
        self.action.clicked.connect(self.act)
        self.action.hide()
        self._places = arrange(self.width(), self.height(), self._needs())
        look.changed.connect(self._place)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """Everything that can be pressed, in the order of Tab."""
        return (self.close_button, *self._top_right, *self.stage.buttons, self.action, *self.controls.buttons)

    @property
    def _top_right(self) -> tuple[RoundButton, ...]:
        """From left to right."""
        return self.easier_button, self.harder_button, self.mute_button, self.room_button, self.full_button

    def begin(self, timeline: Timeline, words: StageWords) -> None:
        """Show `timeline` from now on, whose words `words` are."""
        self._top.title = timeline.title
        self.strip.set_timeline(timeline, words.titles)
        self.trouble.say("")
        self._place()

    # --- showing a moment ----------------------------------------------------------------------------------------

    def tell(self, words: StageWords, view: View, caption: str, note: str = "") -> None:
        """Show this moment in its `words`, and `note` before anything that was said; only what changed is painted
        again.
        """
        self._tell_still(is_still=is_still(view))
        number = words.ring_told(view)
        self.ring.tell(
            *words.ring(view), words.phase_count(view), words.over(view), is_still=self._is_still, told=number
        )
        self.round_ring.follow()
        self.strip.tell(view.index, view.elapsed, view.lengths, view.outcomes)
        self.stage.tell(view.phase if view.state in ("running", "paused") else None, view.phase_share)
        is_shown_large = view.interval.kind == "say" or view.state == "paused"
        self._tell_figure(words, view)
        self.stage.set_caption(*((note, "info") if note else self._plate("" if is_shown_large else caption)))
        is_counted = bool(view.repetition and view.repetitions) and view.interval.kind == "work"
        self.pips.tell((view.repetition or 0) if is_counted else 0, (view.repetitions or 0) if is_counted else 0)
        self.next_card.tell(*words.next_line(view))
        self._tell_left(view)
        self._tell_texts(words, view)
        self._tell_scrolled()
        self._tell_controls(words, view)

    def show_scene(self, scene: StageScene, pause: StageScene | None = None) -> None:
        """`scene` stands on the stage; `pause` says why the session stands, where it does, and how it goes on."""
        self._pause = pause
        self.stage.show_scene(scene)

    def _tell_still(self, *, is_still: bool) -> None:
        """Ember means now: a session that stands has none but on what leads on."""
        if is_still != self._is_still:
            self._is_still = is_still
            self.strip.set_still(is_still=is_still)
            self.update()

    def _tell_figure(self, words: StageWords, view: View) -> None:
        figure, pose = words.figure_now(view)
        self.stage.show_figure(figure, mirrored=pose.mirrored)
        self.stage.set_pose(pose.share, pose.glow)
        self._unprepared += 1
        is_settled = view.state == "running" and view.elapsed >= SETTLED_SECONDS
        if is_settled and self._unprepared >= (PREPARES_EACH_IN_A_SET if view.interval.reps else PREPARES_EACH):
            self._unprepared = 0
            coming, is_left = words.figure_next(view)
            self.stage.prepare(coming, mirrored=is_left)

    def _plate(self, caption: str) -> tuple[str, str]:
        """(words, icon) of the plate: figure and steps stay where they are in a pause, and it says how to go on."""
        if self._pause is None:
            return caption, "speaker"
        if self.stage.shows_figure:
            return " ".join((self._pause.title, *self._pause.lines)), "pause"
        return (" ".join(self._pause.lines) if self.stage.scene.is_numbered else ""), "pause"

    def _tell_left(self, view: View) -> None:
        left = clock_left(view.session_left)
        if left != self._top.left:
            self._top.left = left
            self._update_top()

    def _tell_texts(self, words: StageWords, view: View) -> None:
        texts = words.texts(view)
        if texts != (self._name, self._subtitle, self._top.position):
            if texts[2] != self._top.position:
                self._update_top()
            self._name, self._subtitle, self._top.position = texts
            self.setAccessibleName(joined(texts[:2]))
            if self.is_large:
                self._place()
            else:
                self._place_trouble()
                self.update(self._words_in())

    def _tell_scrolled(self) -> None:
        if self.is_large:
            self.scrolled.tell_said(self.stage.caption, self.next_card.words, self.trouble.text())
            self.scrolled.fit_stage(self.stage, self.scrolled.width())

    def _tell_controls(self, words: StageWords, view: View) -> None:
        action = words.action(view) if view.state == "running" else None
        if action and (self.action.text(), self.action.isHidden()) != (action[0], False):
            self.action.tell(*action)
        if self.action.isHidden() == bool(action):
            self.action.setVisible(bool(action))
            self.pips.setVisible(not action)
            self._place()
        button = self.controls.pause_button
        is_paused = view.state == "paused"
        wanted = ("play", self.tr("Go on")) if is_paused else ("pause", self.tr("Pause"))
        is_main = not action
        if (button.word, button.is_main) != (wanted[1], is_main):
            button.tell(*wanted, is_main=is_main)
            self.controls.show_words(shown=self.width() >= NARROW)

    def tell_trouble(self, sentence: str) -> None:
        """What the person should know; empty for nothing."""
        if sentence != self.trouble.text():
            self.trouble.setText(sentence)
            self.trouble.setVisible(bool(sentence) and not self.is_large)
            self._place_trouble()
            self._tell_scrolled()
            self._update_top()

    def _round(self, icon: str, name: str, act: str) -> RoundButton:
        return RoundButton(self._shapes, icon, name, fill="none", parent=self, cap=cap_of(self, "session", act))

    # --- layout --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._shapes.fit(event.size())
        self._place()

    def _update_top(self) -> None:
        """All of it: how far to the middle its words reach depends on size and language."""
        self.update(QRect(0, 0, self.width(), self._top_high()))

    def _top_high(self) -> int:
        look = self._shapes if self.is_large else self._look
        return look.px(52 if self.width() < NARROW else 64)

    def _needs(self, scale: float | None = None) -> Needs:
        """At a text size, the person's own where none is given."""
        is_narrow, size = self.width() < NARROW, scale or self._look.scale
        line = round(24 * size)
        return Needs(
            top=self._top_high(),
            strip=self.strip.high(),
            controls=self.controls.high(),
            name=round((34 if is_narrow else 48) * size),
            subtitle=round((20 if is_narrow else 26) * size),
            action=round(52 * size) if not self.action.isHidden() else 0,
            card=line + 16 if is_narrow else max(80, line * 2 + 24),
        )

    def _place(self) -> None:
        is_narrow = self.width() < NARROW
        self.controls.show_words(shown=not is_narrow)
        self._set_large(is_large=not is_roomy(self.width(), self.height(), self._look.scale))
        self.strip.only_current_label = is_narrow or self.is_large
        if self.is_large:
            self._hold_more(held=self.controls.has_room_for_more(self.width() - 64))
            self._place_large()
        else:
            self._place_beside()
        self._place_top(16 if is_narrow else 32)
        self.update()

    def _set_large(self, *, is_large: bool) -> None:
        """Hand what scrolls to the part that does, or take it back."""
        if is_large == self.is_large:
            return
        self.is_large = is_large
        self._hold_more(held=True)
        self.stage.carry_caption(carried=not is_large)
        self.trouble.setVisible(bool(self.trouble.text()) and not is_large)
        self.next_card.setVisible(not is_large)
        if is_large:
            self.scrolled.take(self.stage, self.strip)
            return
        self.scrolled.put_away()
        self.stage.setMaximumHeight(_NO_END)
        self.stage.setMinimumSize(200, 160)
        for widget in (self.stage, self.strip):
            widget.setParent(self)
            widget.show()

    def _hold_more(self, *, held: bool) -> None:
        """Whether the last of the controls stands among them, or where the rest scrolls."""
        self.controls.hold_more(held=held)
        if not held:
            self.scrolled.take_more(self.controls.more_button)

    def _place_large(self) -> None:
        """What must be in sight is; the rest scrolls beside the number, which is as much larger as the words are."""
        width, height, scale = self.width(), self.height(), self._look.scale
        small = arrange(width, height, self._needs(1.0)).ring_diameter
        self.round_ring.take(small, is_apart=scale > 1)
        places = arrange_large(width, height, self._needs(), round(small * scale), self.round_ring.high())
        self._large = places
        self.ring.set_diameter(places.ring[2])
        self.ring.set_texts(small if scale > 1 else places.ring[2])
        put(self.ring, *places.ring)
        self.round_ring.place(places.over_ring, places.under_ring)
        put(self.controls, *places.controls)
        self._place_below_ring(places.below_ring)
        x, y, wide, _ = places.words
        self.scrolled.tell(self._name, self._subtitle, self._top.told())
        self._tell_scrolled()
        self.scrolled.place(x, y, wide, places.bottom, is_narrow=width < NARROW)
        self.scrolled.fit_stage(self.stage, wide)

    def _place_beside(self) -> None:
        """All of it has room."""
        self._places = places = arrange(self.width(), self.height(), self._needs())
        self.round_ring.take(places.ring_diameter, is_apart=False)
        self.ring.set_diameter(places.ring_diameter)
        for widget, box in (
            (self.stage, places.stage),
            (self.ring, places.ring),
            (self.next_card, places.card),
            (self.controls, places.controls),
        ):
            put(widget, *box)
        self.strip.setVisible(places.strip is not None)
        if places.strip:
            beyond = round(EDGE) - 1  # its shapes stand in line with stage and controls
            x, y, width, high = places.strip
            put(self.strip, x - beyond, y, width + 2 * beyond, high)
        self._place_below_ring(places.below_ring)

    def _place_below_ring(self, box: Box) -> None:
        x, y, width, high = box
        put(self.pips, x, y + (high - 20) // 2, width, 20)
        wide = min(width, max(self.action.sizeHint().width(), self._look.px(200)))
        put(self.action, x + (width - wide) // 2, y, wide, high)

    def _place_top(self, pad: int) -> None:
        side, high = self._shapes.px(44), self._top_high()
        y = (high - side) // 2
        put(self.close_button, pad, y, side, side)
        x = self.width() - pad - side
        for button in reversed(self._top_right):
            put(button, x, y, side, side)
            x -= side + 10
        self._place_trouble()

    def _place_trouble(self) -> None:
        """Between the title and what is left; in a narrow window in the place of the title."""
        left = place_of(self.close_button).right() + 14
        right = place_of(self.easier_button).x() - self._look.px(116 if self.width() < NARROW else 100)
        if self.width() >= NARROW:
            left += round(min(self._title_room(), self._top.title_wide())) + self._look.px(28)
        put(self.trouble, left, 0, max(0, right - left), self._top_high())

    def _title_room(self) -> float:
        return self.width() / 2 - 84 - place_of(self.close_button).right()

    # --- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the words that are asked for: under a figure that moves this is painted thirty times a second."""
        asked = event.region()
        if asked.intersects(QRect(0, 0, self.width(), self._top_high())):
            self._paint_top(painter_of(self))
        if self.is_large:  # its words are labels
            return
        if asked.intersects(self._words_in()):
            self._paint_name(painter_of(self))

    def _words_in(self) -> QRect:
        """Where what is done now is written: to the end of the line, whatever has no room in its column."""
        name, subtitle = QRect(*self._places.name), QRect(*self._places.subtitle)
        words = name.united(subtitle).adjusted(-_BEYOND, -_BEYOND, 0, _BEYOND)
        words.setRight(self.width())
        return seen(self, words)

    def _paint_name(self, painter: QPainter) -> None:
        """What is done now, and how much of it."""
        theme, is_narrow = self._look.theme, self.width() < NARROW
        x, y, width, high = self._places.name
        painter.setFont(line_font(self._look, self._name, HERO_NARROW if is_narrow else HERO, width))
        painter.setPen(theme.ink2 if self._is_still else theme.ink)
        write(painter, QRectF(x, y, width + 4, high), _LINE, self._name)
        x, y, width, high = self._places.subtitle
        painter.setFont(line_font(self._look, self._subtitle, SUBTITLE_NARROW if is_narrow else SUBTITLE, width))
        painter.setPen(theme.ink2)
        write(painter, QRectF(x, y, width + 4, high), _LINE, self._subtitle)

    def _paint_top(self, painter: QPainter) -> None:
        high = self._top_high()
        self._top.paint_left(painter, place_of(self.easier_button).x() - 16, high, is_still=self._is_still)
        is_told_instead = bool(self.trouble.text()) and self.width() < NARROW
        if not self.is_large and not is_told_instead:
            self._top.paint_title(painter, place_of(self.close_button).right() + 14, self._title_room(), high)
