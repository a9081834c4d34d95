"""Settings: what you want and have, how it looks and sounds, the safety questions. Everything takes effect at once, but
for the language.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.progress.setting import Setting
from coach.settings import MUTED, REDUCED_MOTION, TEXT_SIZE, THEME, VOLUME
from coach.today.standing import Standing, standing_of
from coach.ui.look.window_look import WindowLook, choose_motion
from coach.ui.pages.page import Page, Paths
from coach.ui.pages.settings_about import AboutYouCard
from coach.ui.pages.settings_body import BodyRows
from coach.ui.pages.settings_data import DataCard
from coach.ui.pages.settings_desk import DeskCard
from coach.ui.pages.settings_language import language_row
from coach.ui.pages.settings_rows import SettingsCard, setting_row
from coach.ui.pages.settings_starting import StartingCard
from coach.ui.pages.settings_voice import VoiceCard
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.locked import LockedCard
from coach.ui.widgets.segmented import Segmented
from coach.ui.widgets.slider import Slider
from coach.ui.widgets.switch import Switch
from coach.ui.words import common as words
from coach.words import dates, safety, sound, today
from coach.words.numbers import percent

if TYPE_CHECKING:
    from coach.wiring import Parts

T = TypeVar("T")

_MOTION = {None: "system", True: "less", False: "full"}
"""What is chosen, by what is kept of it."""


class SettingsPage(Page):
    """Everything that a person may choose, each with the words that say what it does."""

    _look: WindowLook  # the window's own: here it is changed

    def __init__(self, parts: Parts, look: WindowLook, to: Paths) -> None:
        super().__init__(look, "")
        self.entitle(self.tr("Settings"))
        self._parts, self._to = parts, to

    def build(self, column: QVBoxLayout) -> None:
        column.addLayout(self.header())
        column.addWidget(AboutYouCard(self._parts, self._look))
        column.addWidget(self._appearance())
        column.addWidget(self._sound())
        column.addWidget(VoiceCard(self._parts, self._look))
        column.addWidget(StartingCard(self._parts, self._look))
        column.addWidget(DeskCard(self._parts, self._look))
        self._safety_card = self._safety()
        column.addWidget(self._safety_card)
        data = DataCard(self._parts, self._look)
        data.changed.connect(lambda: self._tell_safety(column))
        column.addWidget(data)
        column.addStretch(1)

    def _card(self, title: str) -> tuple[Card, QVBoxLayout]:
        card = SettingsCard(self._look, title)
        return card, card.column

    def _row(self, column: QVBoxLayout, title: str, note: str, control: QWidget) -> None:
        setting_row(self._look, column, title, note, control)

    def _keep(self, setting: Setting[T], value: T) -> None:
        self._parts.store.keep(setting, value)

    # --- how it looks

    def _appearance(self) -> Card:
        look = self._look
        card, column = self._card(self.tr("How it looks"))
        language_row(self._parts, look, column)
        themes = Segmented(
            look,
            self.tr("Theme"),
            (
                ("system", self.tr("System")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("contrast", self.tr("High contrast")),
            ),
            look.wanted,
        )
        themes.chosen.connect(self._choose_theme)
        self._row(column, self.tr("Theme"), self.tr("System follows the desktop."), themes)
        sizes = [(f"{size:g}", percent(size, words.LANGUAGE)) for size in (1.0, 1.25, 1.5, 2.0)]
        nearest = min((float(key) for key, _ in sizes), key=lambda size: abs(size - look.scale))
        text_size = Segmented(look, self.tr("Text size"), sizes, f"{nearest:g}")
        text_size.chosen.connect(self._choose_size)
        self._row(column, self.tr("Text size"), "", text_size)
        motion = Segmented(
            look,
            self.tr("Motion"),
            (("system", self.tr("System")), ("less", self.tr("Reduced")), ("full", self.tr("Full"))),
            _MOTION[self._parts.store.get(REDUCED_MOTION)],
        )
        motion.chosen.connect(self._choose_motion)
        self._told_of_motion = setting_row(look, column, self.tr("Motion"), self._of_motion(), motion)
        look.changed.connect(self._follow_motion)
        return card

    def _choose_theme(self, name: str) -> None:
        self._keep(THEME, name)
        self._look.set_theme(name)

    def _choose_size(self, size: str) -> None:
        self._keep(TEXT_SIZE, float(size))
        self._look.set_scale(float(size))

    def _choose_motion(self, value: str) -> None:
        reduced = next(reduced for reduced, name in _MOTION.items() if name == value)
        choose_motion(self._look, self._parts.store, self._parts.less_motion, reduced)
        self._follow_motion()

    def _follow_motion(self) -> None:
        """What the desktop wishes may be known only when the page stands already."""
        self._told_of_motion.setText(self._of_motion())

    def _of_motion(self) -> str:
        """What less motion is, and what holds where the desktop decides."""
        if self._parts.store.get(REDUCED_MOTION) is None and self._look.reduced_motion:
            return self.tr(
                "The desktop asks for less: no slides and no breathing, and exercises show their start and end side by "
                "side."
            )
        return self.tr(
            "Reduced: no slides and no breathing, and exercises show their start and end side by side. System follows "
            "the desktop."
        )

    # --- how it sounds

    def _sound(self) -> Card:
        card, column = self._card(self.tr("How it sounds"))
        store = self._parts.store
        on = Switch(self._look, self.tr("Sound cues"), not store.get(MUTED))
        on.toggled.connect(self._switch_sound)
        note = self.tr("A tone for go, half time, switch, rest and stop.")
        if trouble := self._parts.cues.trouble:
            note = sound.sentence(trouble, words.LANGUAGE)
        self._row(column, self.tr("Sound cues"), note, on)
        slider = Slider(self._look, self.tr("Volume"), store.get(VOLUME))
        slider.changed.connect(self._choose_volume)
        slider.settled.connect(self._hear)
        self._row(column, self.tr("Volume"), "", slider)
        return card

    def _switch_sound(self, on: bool) -> None:
        self._parts.choose_muted(not on)

    def _choose_volume(self, volume: float) -> None:
        self._parts.cues.set_volume(volume)

    def _hear(self, volume: float) -> None:
        """The new loudness is kept and heard once."""
        self._keep(VOLUME, volume)
        self._parts.cues.set_volume(volume)
        self._parts.cues.open()
        self._parts.cues.play("go")

    # --- safety and data

    def _safety(self) -> Card:
        card, column = self._card(self.tr("Safety"))
        parts = self._parts
        standing = standing_of(parts.library.catalogue.safety, parts.store, parts.clock.wall())
        if standing.locked is not None:
            locked = LockedCard(self._look, standing)
            locked.again.clicked.connect(self._to.safety)
            column.addWidget(locked)
        else:
            self._questions(column, standing)
        self._conditions(column)
        self.body = BodyRows(parts, self._look, column)
        return card

    def _tell_safety(self, column: QVBoxLayout) -> None:
        """What was told is another by now: all was deleted, or a file taken in."""
        before, self._safety_card = self._safety_card, self._safety()
        column.replaceWidget(before, self._safety_card)
        before.hide()
        before.deleteLater()

    def _questions(self, column: QVBoxLayout, standing: Standing) -> None:
        button = Button(self._look, self.tr("Answer again"), "secondary", "shield")
        button.clicked.connect(self._to.safety)
        note = self.tr("They come before the first session.")
        if standing.answered is not None:
            note = self.tr("Answered on {date}.").format(date=self._day(standing.answered.date()))
            if standing.due is not None:
                note = f"{note} {today.questions(words.LANGUAGE, standing.due)}."
        self._row(column, self.tr("The safety questions"), note, button)

    def _conditions(self, column: QVBoxLayout) -> None:
        if not self._parts.library.catalogue.safety.conditions:
            return
        button = Button(self._look, self.tr("Change"), "secondary", "edit")
        button.setAccessibleName(self.tr("Change what is true of you"))
        button.clicked.connect(self._to.conditions)
        told = self._parts.store.conditions()
        self._row(column, self.tr("What is true of you"), safety.conditions(words.LANGUAGE, told[-1:]), button)

    def _day(self, day: date) -> str:
        """29 Nov, and its year where that is over."""
        return dates.short_date(day, words.LANGUAGE, today=self._parts.clock.wall())
