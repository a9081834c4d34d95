"""The languages that the system is set to speak."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from coach.languages.system import wishes


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({}, ()),
        ({"LANG": "C"}, ()),
        ({"LANG": "C.UTF-8"}, ()),
        ({"LANG": "POSIX"}, ()),
        ({"LANG": "de_AT.UTF-8"}, ("de",)),
        ({"LANG": "de_DE@euro"}, ("de",)),
        ({"LANG": "pt_BR"}, ("pt",)),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, ("fr",)),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_FR", "LC_ALL": "de_DE"}, ("de",)),
        ({"LANG": "de_DE", "LC_ALL": ""}, ("de",)),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "de:fr"}, ("de", "fr", "en")),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "de_CH::fr"}, ("de", "fr", "en")),
        ({"LANG": "C", "LANGUAGE": "de"}, ()),
        ({"LC_ALL": "C.UTF-8", "LANG": "de_DE", "LANGUAGE": "de"}, ()),
        ({"LANGUAGE": "de"}, ()),
    ],
)
def test_posix_has_a_list_where_the_locale_is_a_language(environ: dict[str, str], told: tuple[str, ...]):
    assert wishes(environ, "linux") == told


def preferences(home: Path, content: bytes) -> Path:
    folder = home / "Library" / "Preferences"
    folder.mkdir(parents=True)
    (folder / ".GlobalPreferences.plist").write_bytes(content)
    return home


@pytest.mark.parametrize("form", list(plistlib.PlistFormat))
def test_macos_keeps_a_list_in_its_preferences(form: plistlib.PlistFormat, tmp_path: Path):
    content = plistlib.dumps({"AppleLanguages": ["de-AT", "zh-Hans-CN", "en-GB"]}, fmt=form)
    assert wishes({"LANG": "fr_FR"}, "darwin", preferences(tmp_path, content)) == ("de", "zh", "en")


@pytest.mark.parametrize("content", [b"", b"no plist", plistlib.dumps({}), plistlib.dumps({"AppleLanguages": "de"})])
def test_macos_without_them_goes_by_the_environment(content: bytes, tmp_path: Path):
    assert wishes({"LANG": "fr_FR"}, "darwin", preferences(tmp_path, content)) == ("fr",)


def test_macos_without_the_file_goes_by_the_environment(tmp_path: Path):
    assert wishes({"LANG": "fr_FR"}, "darwin", tmp_path) == ("fr",)
