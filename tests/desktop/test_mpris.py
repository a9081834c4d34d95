"""A session in the words of MPRIS: values, and what is answered."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from coach.desktop.media import Playing
from coach.desktop.mpris import (
    PATH,
    PLAYER,
    PROPERTIES,
    ROOT,
    Answer,
    Call,
    Counted,
    answered,
    changed,
    introspection,
    player_properties,
    root_properties,
)

ANGEL = Playing(1, "Wall angel", "Mixed bag", 2.5, 20.0, at=100.0, is_running=True)
REFUSED = "org.freedesktop.DBus.Error."


def test_what_is_shown_of_a_running_session() -> None:
    assert player_properties(ANGEL) == {
        "PlaybackStatus": ("s", "Playing"),
        "Metadata": (
            "a{sv}",
            {
                "mpris:trackid": ("o", "/posture_coach/part/1"),
                "xesam:title": ("s", "Wall angel"),
                "xesam:album": ("s", "Mixed bag"),
                "xesam:trackNumber": ("i", 2),
                "mpris:length": ("x", 20_000_000),
            },
        ),
        "Position": ("x", 2_500_000),
        "Rate": ("d", 1.0),
        "MinimumRate": ("d", 1.0),
        "MaximumRate": ("d", 1.0),
        "Volume": ("d", 1.0),
        "CanGoNext": ("b", True),
        "CanGoPrevious": ("b", True),
        "CanPlay": ("b", True),
        "CanPause": ("b", True),
        "CanSeek": ("b", False),
        "CanControl": ("b", True),
    }


@pytest.mark.parametrize(
    ("playing", "name", "value"),
    [
        (replace(ANGEL, is_running=False), "PlaybackStatus", "Paused"),
        (replace(ANGEL, is_running=False), "CanPlay", True),
        (None, "PlaybackStatus", "Stopped"),
        (None, "CanPlay", False),
        (None, "Metadata", {}),
        (replace(ANGEL, is_open=False), "CanPause", False),
        (replace(ANGEL, is_open=False), "CanGoNext", False),
        (replace(ANGEL, is_open=False), "CanControl", True),
        (replace(ANGEL, rate=60.0), "MaximumRate", 60.0),
        (replace(ANGEL, position=20.4), "Position", 20_000_000),
        (replace(ANGEL, position=75.0, length=None), "Position", 75_000_000),
    ],
)
def test_how_it_stands(playing: Playing | None, name: str, value: object) -> None:
    assert player_properties(playing)[name][1] == value


def test_what_nobody_knows_the_length_of_has_none_and_no_title_ends_the_connection() -> None:
    metadata = player_properties(replace(ANGEL, title="Chin\0 tuck \ud800", length=None))["Metadata"][1]
    assert "mpris:length" not in metadata
    assert metadata["xesam:title"] == ("s", "Chin tuck ?")


@pytest.mark.parametrize(
    ("now", "names"),
    [
        (replace(ANGEL, position=9.0, at=106.5), set()),
        (replace(ANGEL, is_running=False), {"PlaybackStatus"}),
        (replace(ANGEL, length=30.0), {"Metadata"}),
        (replace(ANGEL, is_open=False), {"CanGoNext", "CanGoPrevious", "CanPlay", "CanPause"}),
    ],
)
def test_what_has_changed(now: Playing, names: set[str]) -> None:
    assert set(changed(ANGEL, now)) == names


def test_everything_is_told_first() -> None:
    assert {"PlaybackStatus", "Metadata", "CanPlay"} <= set(changed(None, ANGEL))


@pytest.mark.parametrize(
    ("now", "seeked"),
    [
        (replace(ANGEL, position=12.5, at=110.0), None),
        (replace(ANGEL, position=0.0, at=110.0), 0),
        (replace(ANGEL, position=2.5, at=103.0), 2_500_000),  # it stood still: the seconds to get ready
        (replace(ANGEL, part=2, position=0.5, at=110.0), None),
        (replace(ANGEL, part=2, position=5.0, at=110.0), 5_000_000),
        (replace(ANGEL, position=21.0, at=130.0), None),  # nobody counts beyond the end
    ],
)
def test_who_counts_on_hears_where_it_went_elsewhere(now: Playing, seeked: int | None) -> None:
    counted = Counted(ANGEL)
    assert counted.seeked(ANGEL) is None
    assert counted.seeked(now) == seeked
    assert counted.seeked(now) is None


def test_many_small_steps_that_stand_still_are_told_once_they_are_a_second() -> None:
    counted = Counted(ANGEL)
    told = [counted.seeked(replace(ANGEL, at=100.0 + tenths / 10)) for tenths in range(1, 31)]
    assert [one for one in told if one is not None] == [2_500_000, 2_500_000]


def test_a_pause_is_not_counted() -> None:
    counted = Counted(replace(ANGEL, is_running=False))
    assert counted.seeked(replace(ANGEL, at=500.0)) is None
    assert counted.seeked(replace(ANGEL, position=4.5, at=502.0)) is None


@pytest.mark.parametrize(
    ("member", "command"),
    [
        ("Play", "play"),
        ("Pause", "pause"),
        ("PlayPause", "toggle"),
        ("Next", "next"),
        ("Previous", "back"),
        ("Stop", "pause"),
    ],
)
@pytest.mark.parametrize("interface", [PLAYER, ""])
def test_what_a_key_asks(member: str, command: str, interface: str) -> None:
    found = answered(Call(PATH, interface, member), ANGEL)
    assert (found.command, found.error) == (command, "")


@pytest.mark.parametrize(
    ("call", "answer"),
    [
        (Call(PATH, PROPERTIES, "Get", (PLAYER, "PlaybackStatus")), Answer("v", (("s", "Playing"),))),
        (Call(PATH, PROPERTIES, "Get", (ROOT, "Identity")), Answer("v", (("s", "Posture Coach"),))),
        (Call(PATH, PROPERTIES, "GetAll", (ROOT,)), Answer("a{sv}", (root_properties(),))),
        (Call(PATH, PROPERTIES, "GetAll", (PLAYER,)), Answer("a{sv}", (player_properties(ANGEL),))),
        (Call(PATH, PROPERTIES, "GetAll", ("x.y",)), Answer(error=f"{REFUSED}UnknownInterface")),
        (Call(PATH, PROPERTIES, "Get", (PLAYER, "Colour")), Answer(error=f"{REFUSED}UnknownProperty")),
        (Call(PATH, PROPERTIES, "Get", (PLAYER,)), Answer(error=f"{REFUSED}UnknownProperty")),
        (Call(PATH, PROPERTIES, "Get", (1, 2)), Answer(error=f"{REFUSED}InvalidArgs")),
        (Call(PATH, PROPERTIES, "Get"), Answer(error=f"{REFUSED}InvalidArgs")),
        (
            Call(PATH, PROPERTIES, "Set", (PLAYER, "Volume", ("d", 0.5))),
            Answer(error=f"{REFUSED}PropertyReadOnly"),
        ),
        (Call(PATH, PLAYER, "Seek", (5,)), Answer()),
        (Call(PATH, ROOT, "Quit"), Answer()),
        (Call(PATH, PLAYER, "OpenUri", ("file:///x",)), Answer(error=f"{REFUSED}NotSupported")),
        (Call(PATH, PLAYER, "Dance"), Answer(error=f"{REFUSED}UnknownMethod")),
        (Call(PATH, ROOT, "Play"), Answer(error=f"{REFUSED}UnknownMethod")),
        (Call("/", PLAYER, "Play"), Answer(error=f"{REFUSED}UnknownObject")),
        (Call(PATH, "org.freedesktop.DBus.Peer", "Ping"), Answer()),
    ],
)
def test_what_is_answered(call: Call, answer: Answer) -> None:
    assert answered(call, ANGEL) == answer


def test_all_that_is_there_is_described() -> None:
    found = ET.fromstring(introspection())
    player = next(one for one in found if one.get("name") == PLAYER)
    assert {one.get("name") for one in player.iter("property")} == set(player_properties(None))
    assert [one.get("name") for one in player.iter("property") if len(one)] == ["Position"], "nobody keeps it"
    for name in (one.get("name") or "" for one in player.iter("method")):
        assert answered(Call(PATH, PLAYER, name), ANGEL).error in ("", f"{REFUSED}NotSupported")
