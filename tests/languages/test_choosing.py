"""A person's own file in two languages: title, session and voice speak one, whatever the desktop speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.languages import files
from coach.sound.voice.choose import choose
from tests.languages.trial import TAG, with_lrelease, write_ts
from tests.ui.parts import FakeParts

OWN = """\
kind: routine
format: 1
id: my-break
title: {en: My own break, xx: Meine Pause}
steps:
  - say: {en: Now stand up and breathe., xx: Nun steh auf und atme.}
    for: 15s
  - exercise: chin-tuck
"""


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeParts:
    """Whose desktop speaks the language, in which they wrote a routine as well."""
    monkeypatch.setattr(files, "FOLDER", tmp_path / "translations")
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", f"{TAG}_XX.UTF-8")
    own = tmp_path / "routines" / "guided" / "my-break.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(OWN, encoding="utf-8")
    return FakeParts.at_home(tmp_path)


def heard(parts: FakeParts) -> tuple[str, str]:
    """The title of the session, and all that is said in it."""
    timeline = parts.timeline("routine", "my-break")
    return timeline.title, " ".join(cue.say for cue in timeline.cues if cue.say)


def test_where_english_alone_is_complete_all_of_it_is_english(parts: FakeParts):
    title, said = heard(parts)
    assert (parts.language.tag, title) == ("en", "My own break")
    assert "Now stand up and breathe." in said
    assert "Meine" not in said
    assert "Nun" not in said
    assert parts.own("my-break").routine.title.in_language(parts.language.tag) == title
    assert choose(language=parts.language.tag).language == "en"


@with_lrelease
def test_where_theirs_is_complete_all_of_it_is_theirs(parts: FakeParts, monkeypatch: pytest.MonkeyPatch):
    write_ts(files.FOLDER, TAG, {("Finish", "Done", ""): "Fertig"})
    monkeypatch.setattr("coach.languages.choosing.untranslated", lambda _catalogue, _tag: iter(()))
    title, said = heard(parts)
    assert (parts.language.tag, title) == (TAG, "Meine Pause")
    assert "Nun steh auf und atme." in said
    assert "Now stand up" not in said
    assert choose(lambda: None, lambda: None, parts.language.tag).engine is None, "no English voice reads it"
