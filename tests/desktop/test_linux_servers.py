"""The notification servers that are known, and the page that tells people of them."""

from __future__ import annotations

import re
from pathlib import Path

from coach.desktop.linux_servers import BY_DESKTOP, SERVERS, server_of

PAGE = Path(__file__).parents[2] / "docs" / "desktops.md"


def test_the_page_has_a_row_for_each_server_and_no_other():
    section = PAGE.read_text("utf-8").split("## Do not disturb")[1].split("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \|", section, re.MULTILINE)
    assert rows == ["server", *(server.shown for server in SERVERS)]


def test_every_server_is_found_by_what_it_says():
    for server in SERVERS:
        assert server_of(server.name, server.vendor or "anybody") is server
    assert server_of("Notification Daemon", "somebody else") is None
    assert server_of("notification daemon", "MATE") is None


def test_a_desktop_stands_only_for_servers_whose_setting_holds_without_them():
    assert all(server.holds_without for server in BY_DESKTOP.values())
