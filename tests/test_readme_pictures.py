"""README's pictures are those that can be made anew."""

from __future__ import annotations

import re

from tests.readme_pictures import DARK, FOLDER, LIGHT, a_person


def test_readme_shows_what_is_made_and_nothing_else():
    shown = set(re.findall(r"docs/pictures/([a-z-]+)\.png", (FOLDER.parents[1] / "README.md").read_text("utf-8")))
    assert shown == {*LIGHT, *DARK.values()} == {path.stem for path in FOLDER.glob("*.png")}


def test_the_person_in_them_has_a_past_and_a_morning():
    parts = a_person()
    assert len(parts.store.sessions()) == 10
    assert {entry.what for entry in parts.desk.status().log} >= {"shown", "done", "snoozed", "deferred"}
