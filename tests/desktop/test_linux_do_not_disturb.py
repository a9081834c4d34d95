"""Who is asked whether the person wants no notifications: the server that runs now, whatever the desktop is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.desktop.dbus import Reply
from coach.desktop.linux_do_not_disturb import DoNotDisturb
from coach.desktop.linux_servers import NAME, Asked
from coach.words.how_known import said
from tests.desktop.dconf_file import FALSE, TRUE, gvdb_file
from tests.desktop.fake_bus import SILENT, FakeBus

CC = "org.erikreider.swaync.cc"
XFCONF = "org.xfce.Xfconf"
NOT_FOUND = Reply(refusal="org.xfce.Xfconf.Error.PropertyNotFound")
NOT_THERE = Reply(refusal="org.freedesktop.DBus.Error.ServiceUnknown")
ON, OFF = ((("b", True),), (("b", False),))
MATE, GNOME = "/org/mate/notification-daemon/do-not-disturb", "/org/gnome/desktop/notifications/show-banners"


@pytest.fixture
def bus() -> FakeBus:
    return FakeBus()


def run(bus: FakeBus, name: str, vendor: str, owner: str = ":1.7") -> None:
    """A server of this name takes the place of another."""
    bus.answers[NAME, "GetServerInformation"] = (name, vendor, "1.0", "1.2")
    bus.own(NAME, owner)


def asked(bus: FakeBus, settings: Path = Path("nowhere"), *desktops: str) -> DoNotDisturb:
    return DoNotDisturb(Asked(bus, settings), frozenset(desktops))


@pytest.mark.parametrize(
    ("name", "vendor", "answers", "is_on"),
    [
        ("dunst", "knopwob", {(NAME, "paused"): ON}, True),
        ("dunst", "knopwob", {(NAME, "paused"): OFF}, False),
        ("dunst", "knopwob", {(NAME, "paused"): ((("s", "true"),))}, None),
        ("dunst", "knopwob", {}, None),
        ("mako", "emersion", {(NAME, "ListModes"): (["default", "do-not-disturb"],)}, True),
        ("mako", "emersion", {(NAME, "ListModes"): (["dnd"],)}, True),
        ("mako", "emersion", {(NAME, "ListModes"): (["default"],)}, False),
        ("mako", "emersion", {(NAME, "ListModes"): ([],)}, False),
        ("mako", "emersion", {(NAME, "ListModes"): ("do-not-disturb",)}, None),
        ("mako", "emersion", {(NAME, "ListModes"): ([["dnd"], 3],)}, False),
        ("mako", "emersion", {}, None),  # one from before there were modes
        ("SwayNotificationCenter", "ErikReider", {(CC, "GetDnd"): (True,)}, True),
        ("SwayNotificationCenter", "ErikReider", {(CC, "GetDnd"): (False,)}, False),
        ("SwayNotificationCenter", "ErikReider", {(CC, "GetDnd"): (False,), (CC, "IsInhibited"): (True,)}, True),
        ("SwayNotificationCenter", "ErikReider", {(CC, "GetDnd"): (False,), (CC, "IsInhibited"): ()}, False),
        ("SwayNotificationCenter", "ErikReider", {(CC, "GetDnd"): SILENT}, None),
        ("Xfce Notify Daemon", "Xfce", {(XFCONF, "GetProperty"): ON}, True),
        ("Xfce Notify Daemon", "Xfce", {(XFCONF, "GetProperty"): OFF}, False),
        ("Xfce Notify Daemon", "Xfce", {(XFCONF, "GetProperty"): NOT_FOUND}, False),
        ("Xfce Notify Daemon", "Xfce", {(XFCONF, "GetProperty"): NOT_THERE}, None),
        ("Xfce Notify Daemon", "Xfce", {(XFCONF, "GetProperty"): SILENT}, None),
        ("Plasma", "KDE", {(NAME, "Inhibited"): ON}, True),
        ("Plasma", "KDE", {(NAME, "Inhibited"): OFF}, False),
        ("Notification Daemon", "GNOME", {}, False),
    ],
)
def test_each_server_is_asked_in_its_own_way(bus, name, vendor, answers, is_on):
    run(bus, name, vendor)
    bus.answers |= answers
    do_not_disturb = asked(bus)
    assert do_not_disturb.is_on() is is_on
    if name == "Notification Daemon":
        assert said(do_not_disturb.why) == "GNOME Notification Daemon has none"
    else:
        assert said(do_not_disturb.why) == f"{name} {'does not answer' if is_on is None else 'tells'}"


@pytest.mark.parametrize(
    ("name", "vendor", "values", "is_on"),
    [
        ("Notification Daemon", "MATE", {}, False),
        ("Notification Daemon", "MATE", {MATE: TRUE}, True),
        ("Notification Daemon", "MATE", {MATE: FALSE, GNOME: FALSE}, False),
        ("Notification Daemon", "MATE", {MATE: b"x\0s"}, None),
        ("gnome-shell", "GNOME", {}, False),
        ("gnome-shell", "GNOME", {GNOME: TRUE}, False),
        ("gnome-shell", "GNOME", {GNOME: FALSE, MATE: FALSE}, True),
        ("gnome-shell", "GNOME", {GNOME: b"x\0\0s"}, None),
        ("gnome-shell", "GNOME", {"/org/gnome/desktop/sound/show-banners": FALSE}, False),
    ],
)
def test_those_that_keep_it_in_dconf(bus, tmp_path, name, vendor, values, is_on):
    run(bus, name, vendor)
    (tmp_path / "dconf").mkdir()
    (tmp_path / "dconf" / "user").write_bytes(gvdb_file({"/a/b": TRUE} | values))
    assert asked(bus, tmp_path).is_on() is is_on


def test_dconf_that_is_not_there_or_broken(bus, tmp_path):
    run(bus, "gnome-shell", "GNOME")
    do_not_disturb, database = asked(bus, tmp_path), tmp_path / "dconf" / "user"
    assert do_not_disturb.is_on() is False, "nothing was ever changed"
    database.parent.mkdir()
    whole = gvdb_file({GNOME: FALSE})
    for length in range(24):
        database.write_bytes(whole[:length])
        assert do_not_disturb.is_on() is None
    database.write_bytes(b"SQLite format 3\0" * 10)
    assert do_not_disturb.is_on() is None
    database.unlink()
    database.mkdir()
    assert do_not_disturb.is_on() is None


@pytest.mark.parametrize(
    ("text", "is_on"),
    [
        (None, False),
        ("", False),
        ("[General]\nplacement=top-right\ndoNotDisturb=true\n", True),
        ("[General]\ndoNotDisturb=false\n", False),
        ("[Other]\ndoNotDisturb=true\n", False),
        ("[General]\n__userfile__=true\nblackList=@Invalid()\ndoNotDisturb=true\n", True),
        ("[General]\ndoNotDisturb\n", False),
        ("doNotDisturb=true\n", None),
        ("[General]\n\udcff=1\ndoNotDisturb=true", None),
    ],
)
def test_lxqt_keeps_it_in_a_file(bus, tmp_path, text, is_on):
    run(bus, "lxqt-notificationd", "lxqt.org")
    if text is not None:
        (tmp_path / "lxqt").mkdir()
        (tmp_path / "lxqt" / "notifications.conf").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert asked(bus, tmp_path).is_on() is is_on


@pytest.mark.parametrize(
    ("name", "shown"),
    [("wired", "wired"), ("a\nb\0" + "c" * 80, "ab" + "c" * 58), ("", "without a name"), ("Dunst", "Dunst")],
)
def test_one_that_we_do_not_know(bus, name, shown):
    run(bus, name, "somebody")
    bus.answers[NAME, "Inhibited"] = ON
    do_not_disturb = asked(bus)
    assert do_not_disturb.is_on() is None
    assert said(do_not_disturb.why) == f"the notification server {shown} tells it in no way that we understand"


def test_who_runs_is_asked_once_and_then_one_question_a_look(bus):
    run(bus, "dunst", "knopwob")
    bus.answers[NAME, "paused"] = OFF
    do_not_disturb = asked(bus)
    for _ in range(3):
        assert do_not_disturb.is_on() is False
    assert bus.asked == ["GetNameOwner", "GetServerInformation", "paused", "paused", "paused"]


def test_a_server_that_takes_the_place_of_another_is_asked_anew(bus):
    run(bus, "dunst", "knopwob")
    bus.answers[NAME, "paused"] = ON
    do_not_disturb = asked(bus)
    assert do_not_disturb.is_on() is True
    run(bus, "mako", "emersion", ":1.9")
    bus.answers[NAME, "ListModes"] = (["default"],)
    bus.asked.clear()
    assert do_not_disturb.is_on() is False
    assert said(do_not_disturb.why) == "mako tells"
    assert bus.asked[0] == f"spare {NAME} no longer", "the new one may well answer"
    bus.own(NAME, None)
    assert do_not_disturb.is_on() is None
    assert said(do_not_disturb.why) == "no notification server runs"
    bus.asked.clear()
    assert do_not_disturb.is_on() is None
    assert bus.asked == [], "as long as nobody takes the name nobody is asked"


def test_a_bus_that_cannot_be_listened_to_is_asked_each_time(bus):
    bus.is_heard = False
    do_not_disturb = asked(bus)
    run(bus, "dunst", "knopwob")
    bus.answers[NAME, "paused"] = ON
    assert do_not_disturb.is_on() is True
    bus.own(NAME, None)
    assert do_not_disturb.is_on() is None


@pytest.mark.parametrize("first", [SILENT, (), ("dunst",)])
def test_one_that_starts_slowly_is_known_a_look_later(bus, first):
    run(bus, "dunst", "knopwob")
    bus.answers |= {(NAME, "GetServerInformation"): first, (NAME, "paused"): ON}
    do_not_disturb = asked(bus)
    assert do_not_disturb.is_on() is None
    assert said(do_not_disturb.why) == "the notification server does not answer"
    bus.answers[NAME, "GetServerInformation"] = ("dunst", "knopwob")
    assert do_not_disturb.is_on() is True


def test_the_setting_stands_while_its_server_rests(bus, tmp_path):
    """MATE's server ends when it had nothing to show for half a minute, and comes back with the next notification."""
    run(bus, "Notification Daemon", "MATE")
    (tmp_path / "dconf").mkdir()
    (tmp_path / "dconf" / "user").write_bytes(gvdb_file({MATE: TRUE}))
    do_not_disturb = asked(bus, tmp_path)
    assert do_not_disturb.is_on() is True
    bus.own(NAME, None)
    assert do_not_disturb.is_on() is True
    run(bus, "dunst", "knopwob")
    bus.answers[NAME, "paused"] = OFF
    assert do_not_disturb.is_on() is False, "who runs is who would show it"
    bus.own(NAME, None)
    assert do_not_disturb.is_on() is None, "of dunst nothing is left"


@pytest.mark.parametrize(
    ("desktop", "is_on"), [("MATE", True), ("GNOME", True), ("XFCE", True), ("LXQT", False), ("KDE", None), ("", None)]
)
def test_a_server_that_has_not_run_yet_is_known_by_its_desktop(bus, tmp_path, desktop, is_on):
    (tmp_path / "dconf").mkdir()
    (tmp_path / "dconf" / "user").write_bytes(gvdb_file({MATE: TRUE, GNOME: FALSE}))
    bus.answers |= {(XFCONF, "GetProperty"): ON, (NAME, "Inhibited"): ON}
    do_not_disturb = asked(bus, tmp_path, "UBUNTU", desktop)
    assert do_not_disturb.is_on() is is_on
    run(bus, "dunst", "knopwob")
    bus.answers[NAME, "paused"] = OFF
    assert do_not_disturb.is_on() is False, "the name of the desktop counts no longer"
