"""Settings of the voice: how much it says, how fast, how loud; and a sound check of a cue and a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from coach.settings import LOWER_OTHERS, SPEAKS, VOICE_AMOUNT, VOICE_SPEED, VOICE_VOLUME
from coach.sound.voice.amount import AMOUNTS
from coach.sound.voice.protocol import Utterance
from coach.sound.voice.who_speaks import Speaks
from coach.ui.look.theme import Look
from coach.ui.look.typography import SMALL
from coach.ui.pages.settings_rows import SettingsCard, setting_row
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.labels import Label
from coach.ui.widgets.segmented import Segmented
from coach.ui.widgets.slider import Slider
from coach.ui.widgets.switch import Switch
from coach.ui.words.common import LANGUAGE
from coach.words import sound, who_speaks
from coach.words import voice as voice_words

if TYPE_CHECKING:
    from coach.wiring import Parts

SPEEDS = (0.85, 1.0, 1.15, 1.3)
CHECK_SOUND = "half"


class VoiceCard(SettingsCard):
    """Everything takes effect at once; another speed is heard from the next session on, and in the sound check."""

    def __init__(self, parts: Parts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("VoiceCard", "The voice"), parent)
        self._parts = parts
        title, note = who_speaks.title(LANGUAGE), who_speaks.row_note(LANGUAGE)
        self.speaks = self._who_speaks(title)
        setting_row(look, self.column, title, note, self.speaks)
        setting_row(look, self.column, self.tr("How much is said"), self._note(), self._amounts())
        setting_row(look, self.column, self.tr("Speed"), "", self._speeds())
        volume = Slider(look, self.tr("Volume of the voice"), self._volume())
        volume.changed.connect(parts.voice.set_volume)
        volume.settled.connect(self._keep_volume)
        setting_row(look, self.column, self.tr("Volume of the voice"), "", volume)
        setting_row(look, self.column, self.tr("Lower other sounds"), self._others_note(), self._others())
        check = Button(look, self.tr("Listen"), "secondary", "speaker")
        check.clicked.connect(self._check)
        note = self.tr("A sound and a sentence, as in a session.")
        setting_row(look, self.column, self.tr("Sound check"), note, check)
        self.told = Label(look, "", SMALL.semibold, "warn", wrap=True)
        self.told.setVisible(False)
        self.column.addWidget(self.told)

    def _note(self) -> str:
        """Which voice it is, and why not a better one."""
        choice = self._parts.voice_choice
        said = self.tr("Every sentence is shown in any case.")
        if choice.why_not:
            return f"{said} {voice_words.why_sentence(choice, LANGUAGE)}"
        return " ".join([said, self.tr("The voice is made on this computer and never downloaded.")])

    def _others_note(self) -> str:
        """What it does; where the system does not offer it, why not. `doctor` says through what."""
        if trouble := self._parts.others.why_not:
            return sound.sentence(trouble, LANGUAGE)
        return self.tr("Music of other programs is softer while the coach speaks.")

    def _others(self) -> Switch:
        switch = Switch(
            self._look,
            self.tr("Lower other sounds while the coach speaks"),
            self._parts.store.get(LOWER_OTHERS) and self._parts.others.why_not is None,
        )
        switch.setEnabled(self._parts.others.why_not is None)
        switch.toggled.connect(self._lower_others)
        return switch

    def _lower_others(self, wanted: bool) -> None:
        self._parts.store.keep(LOWER_OTHERS, wanted)
        self._parts.others.set_wanted(wanted)

    @property
    def _speaks(self) -> Speaks:
        """The coach does before anybody has chosen."""
        return self._parts.store.get(SPEAKS) or "coach"

    def showEvent(self, event: QShowEvent) -> None:
        """It may have been asked meanwhile."""
        self.speaks.set_value(self._speaks)
        super().showEvent(event)

    def _who_speaks(self, title: str) -> Segmented:
        order: tuple[Speaks, ...] = ("coach", "reader", "both")
        choices = [(speaks, who_speaks.name(speaks, LANGUAGE)) for speaks in order]
        chosen = Segmented(self._look, title, choices, self._speaks)
        chosen.chosen.connect(lambda speaks: self._parts.store.keep(SPEAKS, speaks))
        return chosen

    def _amounts(self) -> Segmented:
        words = (self.tr("Everything"), self.tr("Names and counts"), self.tr("Only sounds"))
        chosen = Segmented(
            self._look,
            self.tr("How much is said"),
            tuple(zip(AMOUNTS, words, strict=True)),
            self._parts.voice_amount,
        )
        chosen.chosen.connect(self._choose_amount)
        return chosen

    def _speeds(self) -> Segmented:
        nearest = min(SPEEDS, key=lambda speed: abs(speed - self._parts.voice_speed))
        words = (self.tr("Calm"), self.tr("Normal"), self.tr("Brisk"), self.tr("Fast"))
        choices = [(f"{speed:g}", word) for speed, word in zip(SPEEDS, words, strict=True)]
        chosen = Segmented(self._look, self.tr("Speed"), choices, f"{nearest:g}")
        chosen.chosen.connect(self._choose_speed)
        return chosen

    def _volume(self) -> float:
        return self._parts.store.get(VOICE_VOLUME)

    def _choose_amount(self, amount: str) -> None:
        self._parts.store.keep(VOICE_AMOUNT, amount)
        self._parts.voice.set_amount(self._parts.voice_amount)

    def _choose_speed(self, speed: str) -> None:
        self._parts.store.keep(VOICE_SPEED, float(speed))
        self._parts.voice.set_speed(float(speed))

    def _keep_volume(self, volume: float) -> None:
        self._parts.store.keep(VOICE_VOLUME, volume)
        self._check()

    def _check(self) -> None:
        """The sentence is made now if need be, and follows its sound within a second or two; why not, is told."""
        sentence = self.tr("This is how your coach sounds.")
        self._parts.voice.prepare([Utterance(sentence)])
        self._parts.cues.open()
        self._parts.cues.play(CHECK_SOUND)
        self._parts.voice.say(sentence)
        trouble = self._parts.cues.trouble or self._parts.voice.trouble
        self.told.setText("" if trouble is None else sound.sentence(trouble, LANGUAGE))
        self.told.setVisible(trouble is not None)
