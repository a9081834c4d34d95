"""Why no window opens, in words."""

from __future__ import annotations

import pytest

from coach.bootstrap.display import NoWindow
from coach.words.no_window import no_card, said
from tests.words.languages import Bracketed, outside_brackets


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (NoWindow("no-display"), "there is no display here"),
        (NoWindow("display-silent", ":7"), "the display :7 does not answer"),
        (
            NoWindow("lacks-libraries", "libxcb-cursor.so.0", "sudo apt-get install libxcb-cursor0"),
            "the window needs libxcb-cursor.so.0; to have all of it: sudo apt-get install libxcb-cursor0",
        ),
        (
            NoWindow("lacks-libraries", "a.so, b.so, c.so, d.so", "sudo apt-get install abcd"),
            "the window needs a.so, b.so, c.so, d.so; to have all of it: sudo apt-get install abcd",
        ),
        (
            NoWindow("lacks-libraries", "a.so, b.so, c.so, d.so, e.so", "type this"),
            "the window needs a.so, b.so, c.so and 2 more of the system's libraries; to have all of it: type this",
        ),
    ],
)
def test_each_reason(why: NoWindow, told: str):
    assert said(why) == told
    assert no_card(why) == f"no card can be drawn: {told}"
    assert outside_brackets(said(why, Bracketed()) + no_card(why, Bracketed())) == ""
