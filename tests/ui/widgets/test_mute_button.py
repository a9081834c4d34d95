"""The button for the sound: what it says and shows."""

from __future__ import annotations

from coach.ui.look.theme import Look
from coach.ui.widgets.mute_button import MuteButton


def test_it_says_what_a_press_does(qtbot, look: Look) -> None:
    button = MuteButton(look, cap="M")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Sound off", "Sound off (M)")
    on = button.grab().toImage()
    button.tell(is_muted=True)
    assert (button.accessibleName(), button.toolTip()) == ("Sound on", "Sound on (M)")
    assert button.grab().toImage() != on
    button.tell(is_muted=False)
    assert button.grab().toImage() == on
