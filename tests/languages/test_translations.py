"""The file that a translator is given."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from coach.languages.files import unfinished
from tests.translations import LUPDATE, messages, update, with_plain_counts

with_lupdate = pytest.mark.skipif(not LUPDATE.exists(), reason="pyside6-lupdate is not installed")


@pytest.mark.parametrize(
    ("count", "left"),
    [("n", "1"), ("len(many)", "1"), ("a + b", "1"), ("\n    len(\n        many\n    )", "\n    1\n\n")],
)
def test_a_count_becomes_a_number_and_lines_stay(count: str, left: str):
    source = f'x = language.translate("Fünf", "%n sets", "1 set", {count})\ny = 2\n'
    assert with_plain_counts(source) == f'x = language.translate("Fünf", "%n sets", "1 set", {left})\ny = 2\n'


def test_a_count_within_a_count_is_within_it():
    source = 'x = f(language.translate("A", "%n", "1", n), language.translate("A", "b"))\n'
    assert with_plain_counts(source).count(", 1)") == 1


@with_lupdate
def test_an_update_keeps_what_is_translated_and_marks_plurals(tmp_path: Path):
    coach, folder = tmp_path / "coach", tmp_path / "translations"
    coach.mkdir()
    module = coach / "finish.py"
    module.write_text(
        'x = language.translate("Finish", "Done")\ny = language.translate("Finish", "%n sets", "1 set", len(many))\n',
        encoding="utf-8",
    )
    path = update("de", folder, coach)
    assert messages(path) == {("Finish", "Done", ""), ("Finish", "%n sets", "1 set")}
    assert [one.get("numerus") for one in ET.parse(path).getroot().iter("message")] == [None, "yes"]
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            '<source>Done</source>\n        <translation type="unfinished"></translation>',
            "<source>Done</source>\n        <translation>Fertig</translation>",
        ),
        encoding="utf-8",
    )
    assert len(unfinished("de", folder)) == 1
    module.write_text(
        module.read_text(encoding="utf-8") + 'z = language.translate("Finish", "Again")\n', encoding="utf-8"
    )
    update("de", folder, coach)
    assert sorted(unfinished("de", folder)) == [("Finish", "%n sets"), ("Finish", "Again")]
    assert "Fertig" in path.read_text(encoding="utf-8")


@with_lupdate
def test_every_text_of_the_program_is_in_it(tmp_path: Path):
    path = update("de", tmp_path)
    found = messages(path)
    assert {context for context, _, _ in found} >= {"Names", "Finish", "Terminal"}
    plurals = [one for one in ET.parse(path).getroot().iter("message") if "%n" in (one.findtext("source") or "")]
    assert len(plurals) > 20
    assert [one.findtext("source") for one in plurals if one.get("numerus") != "yes"] == []
