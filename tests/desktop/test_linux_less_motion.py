"""Whether the person wants less motion on the whole desktop, as the desktop's own settings say it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from coach.desktop.choose import choose_less_motion
from coach.desktop.dbus import Reply
from coach.desktop.linux_less_motion import GNOME, SETTINGS, LinuxLessMotion
from coach.desktop.portal import PATH, SERVICE
from coach.desktop.windows import WindowsLessMotion
from coach.words.how_known import said
from tests.desktop.dconf_file import FALSE, TRUE, gvdb_file, integer
from tests.desktop.fake_bus import ABSENT, SILENT, UNKNOWN, FakeBus
from tests.desktop.real import NotHereError, Peer, a_bus

READ_ONE, READ = (SERVICE, "ReadOne"), (SERVICE, "Read")
NOT_FOUND = Reply(refusal="org.freedesktop.portal.Error.NotFound")
NOBODY = "no portal of this desktop tells its settings"
PORTAL = "the desktop's portal for settings"
ASKED = ("org.gnome.desktop.interface", "enable-animations")


def told(bus: FakeBus, folder: Path, *desktops: str) -> tuple[bool | None, str]:
    motion = LinuxLessMotion(bus, [folder], frozenset(desktops))
    return motion.is_wanted(), said(motion.why)


@pytest.mark.parametrize("moves", [True, False])
def test_the_portal_tells_and_is_asked_anew(moves: bool, tmp_path: Path) -> None:
    bus = FakeBus()
    motion = LinuxLessMotion(bus, [tmp_path], frozenset())
    assert said(motion.why) == NOBODY
    bus.answers[READ_ONE] = (("b", moves),)
    assert (motion.is_wanted(), said(motion.why)) == (not moves, PORTAL)
    bus.answers[READ_ONE] = (("b", not moves),)
    assert motion.is_wanted() is moves
    assert bus.asked == ["ReadOne"] * 2


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [((("v", ("b", False)),), True), ((("v", ("b", True)),), False), ((("b", False),), None), (NOT_FOUND, None)],
)
def test_an_older_portal_is_asked_the_older_question(answer: Any, wanted: bool | None, tmp_path: Path) -> None:
    bus = FakeBus()
    bus.answers |= {READ_ONE: UNKNOWN, READ: answer}
    assert told(bus, tmp_path, "SWAY") == (wanted, NOBODY if wanted is None else PORTAL)
    assert bus.asked == ["ReadOne", "Read"]


@pytest.mark.parametrize("answer", [SILENT, ABSENT, NOT_FOUND, (), (False,), (("s", "false"),), (("b", 0),), (("b",),)])
def test_what_says_nothing_is_unknown(answer: Any, tmp_path: Path) -> None:
    """And one that is silent is asked nothing more."""
    bus = FakeBus()
    bus.answers[READ_ONE] = answer
    assert told(bus, tmp_path, "SWAY") == (None, NOBODY)
    assert bus.asked == ["ReadOne"]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (None, False),
        (gvdb_file({GNOME: FALSE}), True),
        (gvdb_file({GNOME: TRUE}), False),
        (gvdb_file({"/org/gnome/desktop/interface/clock-show-date": FALSE}), False),
        (gvdb_file({GNOME: integer(0)}), None),
        (b"no database", None),
    ],
)
def test_on_gnome_without_a_portal_it_is_the_persons_file(
    data: bytes | None, wanted: bool | None, tmp_path: Path
) -> None:
    if data is not None:
        (tmp_path / "dconf").mkdir()
        (tmp_path / "dconf" / "user").write_bytes(data)
    bus = FakeBus()
    bus.answers[READ_ONE] = ABSENT
    assert told(bus, tmp_path, "UBUNTU", "GNOME") == (wanted, NOBODY if wanted is None else "GNOME tells")
    assert told(bus, tmp_path, "SWAY") == (None, NOBODY)
    bus.answers[READ_ONE] = (("b", True),)
    assert told(bus, tmp_path, "GNOME") == (False, PORTAL), "what the portal tells counts"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (None, False),
        ("", False),
        ("[KDE]\nAnimationDurationFactor=0\n", True),
        ("[KDE]\nAnimationDurationFactor=0.0\n", True),
        ("[General]\nfont=x\n\n[KDE]\n# calm\nAnimationDurationFactor[$i] = 0\n[Icons]\nTheme=y\n", True),
        ("[KDE]\nAnimationDurationFactor=1\n", False),
        ("[KDE]\nAnimationDurationFactor=0.25\n", False),
        ("[KDE]\nSingleClick=false\n", False),
        ("[KDE][Sub]\nAnimationDurationFactor=0\n", False),
        ("[Other]\nAnimationDurationFactor=0\n", False),
        ("AnimationDurationFactor=0\n[KDE]\nno entry\n", False),
        ("[KDE]\nAnimationDurationFactor=none\n", None),
    ],
)
def test_on_plasma_it_is_its_own_file(text: str | None, wanted: bool | None, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "kdeglobals").write_text(text, "utf-8")
    bus = FakeBus()
    assert told(bus, tmp_path, "KDE") == (wanted, "Plasma does not answer" if wanted is None else "Plasma tells")
    assert bus.asked == []
    assert told(bus, tmp_path, "SWAY") == (None, NOBODY), "what Plasma keeps holds on Plasma alone"


def test_a_file_of_plasmas_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "kdeglobals").write_bytes(b"\xff\xfe[KDE]")
    assert told(FakeBus(), tmp_path, "KDE")[0] is None


def test_the_persons_own_file_counts_before_the_machines(tmp_path: Path) -> None:
    own, machine = tmp_path / "own", tmp_path / "machine"
    for folder in (own, machine):
        folder.mkdir()
    environ = {"XDG_CURRENT_DESKTOP": "KDE", "XDG_CONFIG_HOME": str(own), "XDG_CONFIG_DIRS": f"{machine}:"}
    (machine / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=0\n")
    assert choose_less_motion(environ, "linux").is_wanted() is True
    (own / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=1\n")
    assert choose_less_motion(environ, "linux").is_wanted() is False


def test_closed_it_closes_its_bus(tmp_path: Path) -> None:
    bus = FakeBus()
    LinuxLessMotion(bus, [tmp_path], frozenset()).close()
    assert bus.is_closed


def test_without_a_bus_files_alone_are_asked(tmp_path: Path) -> None:
    motion = choose_less_motion({"XDG_CURRENT_DESKTOP": "sway"}, "linux", tmp_path)
    assert (motion.is_wanted(), said(motion.why)) == (None, "there is no session bus")
    for desktop, told_by in (("KDE", "Plasma tells"), ("ubuntu:GNOME", "GNOME tells")):
        motion = choose_less_motion({"XDG_CURRENT_DESKTOP": desktop, "XDG_CONFIG_DIRS": "/nowhere"}, "linux", tmp_path)
        assert (motion.is_wanted(), said(motion.why)) == (False, told_by)


@pytest.mark.parametrize(("moves", "wanted"), [(True, False), (False, True), (None, None)])
def test_on_windows_it_is_whether_things_move(moves: bool | None, wanted: bool | None) -> None:
    motion = WindowsLessMotion(lambda: moves)
    assert (motion.is_wanted(), said(motion.why)) == (wanted, "Windows tells")


def test_macos_is_not_asked() -> None:
    motion = choose_less_motion({}, "darwin")
    assert (motion.is_wanted(), said(motion.why)) == (None, "it is not asked for on this system")


@pytest.mark.slow
@pytest.mark.timeout(60)
def test_a_portal_on_a_real_bus(tmp_path: Path) -> None:
    """One of today, one before ReadOne, and one that never answers."""
    pytest.importorskip("jeepney")
    try:
        with a_bus(XDG_CURRENT_DESKTOP="sway") as environ:
            peer = Peer(environ["DBUS_SESSION_BUS_ADDRESS"], SERVICE)
            motion = choose_less_motion(environ, "linux")
            peer.answers["ReadOne"] = ("v", (("b", False),))
            assert (motion.is_wanted(), said(motion.why)) == (True, PORTAL)
            peer.answers |= {
                "ReadOne": "org.freedesktop.DBus.Error.UnknownMethod",
                "Read": ("v", (("v", ("b", True)),)),
            }
            assert (motion.is_wanted(), said(motion.why)) == (False, PORTAL)
            assert peer.asked == [("ReadOne", ASKED)] * 2 + [("Read", ASKED)]
            peer.answers["ReadOne"] = None
            assert (motion.is_wanted(), said(motion.why)) == (None, NOBODY)
            asked = len(peer.asked)
            assert motion.is_wanted() is None
            assert len(peer.asked) == asked, "who was silent is not waited for again"
            motion.close()
            peer.close()
    except NotHereError as why:
        pytest.skip(str(why))


def test_the_question_is_the_portals() -> None:
    assert (SETTINGS, PATH) == ("org.freedesktop.portal.Settings", "/org/freedesktop/portal/desktop")
