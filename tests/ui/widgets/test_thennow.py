"""Two bodies with their dates: the first test and the last."""

from __future__ import annotations

import pytest

from coach.ui.widgets.thennow import Seen, ThenNow

TITLES = {"neck": "Neck", "between-blades": "Between the blades"}
THEN, NOW = Seen("18 Apr", {"neck": (3, 8)}), Seen("16 May", {"neck": (3, 2)})


@pytest.mark.parametrize("seen", [[NOW], [THEN, NOW]])
@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_it_is_painted_and_told(qtbot, look, seen, theme):
    look.set_theme(theme)
    made = ThenNow(look, seen, TITLES)
    qtbot.addWidget(made)
    made.resize(400, 220)
    made.show()
    assert made.accessibleDescription().split("; ")[-1] == "16 May: Neck 3, 2"
    assert made.grab().toImage() != ThenNow(look, [Seen("16 May", {})], TITLES).grab().toImage()


def test_left_is_at_the_left_as_one_sees_a_back(qtbot, look):
    pictures = []
    for sides in ((9, 0), (0, 9)):
        made = ThenNow(look, [Seen("", {"neck": sides})], TITLES)
        qtbot.addWidget(made)
        made.resize(300, 300)
        made.show()
        image = made.grab().toImage()
        reds = [
            x
            for x in range(image.width())
            if image.pixelColor(x, round(300 * 85 / 330)).red() > 160
            and image.pixelColor(x, round(300 * 85 / 330)).blue() < 40
        ]
        pictures.append(sum(reds) / len(reds))
    assert pictures[0] < 150 < pictures[1]


def test_another_size_and_look_paint_it_anew(qtbot, look):
    made = ThenNow(look, [THEN, NOW], TITLES)
    qtbot.addWidget(made)
    made.resize(400, 220)
    made.show()
    before = made.sizeHint().height()
    look.set_scale(2.0)
    assert made.sizeHint().height() == 2 * before
