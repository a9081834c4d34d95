"""How a desktop tells something, or why not: each value has words, and they are translated."""

from __future__ import annotations

from typing import get_args

import pytest

from coach.desktop.how import How, Keeps, OfBus, OfNotifying, OfSystem, OfWayland, OfX11, What
from coach.words.how_known import one, said
from tests.words.languages import Bracketed, outside_brackets

KINDS = (OfSystem, OfBus, OfNotifying, OfX11, OfWayland, Keeps)
ALL: tuple[What, ...] = tuple(what for kind in KINDS for what in get_args(kind))


@pytest.mark.parametrize("what", ALL)
def test_each_has_words_in_every_language(what: What):
    if what == "said":
        assert one(How(what, "Permission denied"), Bracketed()) == "Permission denied", "somebody else's"
    else:
        assert one(How(what, "a name", 5.0))
        assert outside_brackets(one(How(what, "a name", 5.0), Bracketed())) == ""


def test_names_and_numbers_have_their_place():
    assert one(How("x11-unreachable", ":7")) == "the X server :7 cannot be reached"
    assert one(How("server-unknown")).startswith("the notification server without a name tells it")
    assert one(How("wayland-idle-by", "ext_idle_notifier_v1", 5.0)).endswith("by ext_idle_notifier_v1, to 5 seconds")


def test_several_stand_one_after_the_other():
    assert said([How("manager-keeps"), How("x11-keeps")], between=", ") == "the session manager, the X server"
    assert (
        said([How("gnome-silent"), How("x11-gone")]) == "GNOME's idle monitor does not answer; the X server went away"
    )
