"""A language that is complete, made by machine: what a translator would have done, in a copy of the checkout.

Its words are the pseudo-language's, so that what is said in it is known from the English, and what is not is seen.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import yaml

from coach.content.library import Folders, Library
from coach.languages.untranslated import untranslated
from coach.pseudo import pseudo
from coach.words.language import in_english
from tests.languages.trial import TAG
from tests.translations import update

ROOT = Path(__file__).resolve().parents[2]
OWN_NAME = "Ixisch"


def checkout(folder: Path) -> Path:
    """What is here now, as a fresh checkout would have it."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


def translate_all(folder: Path) -> None:
    """Everything in the checkout has words of the language."""
    translate_interface(update(TAG, folder / "coach" / "translations", folder / "coach"))
    library = Library(Folders(folder / "routines", folder / "media"), Folders(folder / "none", folder / "none"))
    texts: defaultdict[Path, set[str]] = defaultdict(set)
    for one in untranslated(library.catalogue, TAG):
        assert one.file is not None, one
        if one.kind == "lesson":
            translate_lesson(one.file)
        else:
            texts[one.file].add(_plain(one.text))
    for file, of in texts.items():
        translate_file(file, of)


def translate_interface(ts: Path) -> None:
    """Every text of a .ts finished, with as many forms as it has."""
    tree = ET.parse(ts)
    for message in tree.getroot().iter("message"):
        source, comment = message.findtext("source") or "", message.findtext("comment") or ""
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        for place, form in enumerate(forms):
            form.text = pseudo(source if place or len(forms) == 1 else in_english(source, comment, 1))
        if not forms:
            translation.text = OWN_NAME if source == "English" and comment else pseudo(source)
    tree.write(ts, encoding="utf-8", xml_declaration=True)


def translate_file(file: Path, texts: set[str]) -> None:
    """A file of YAML in which each of these texts is a map with the language in it; all else stays as it stands."""
    source = file.read_text("utf-8")
    root = yaml.compose(source)
    assert root is not None, file
    for node in sorted(_scalars(root), key=lambda one: one.start_mark.index, reverse=True):
        if _plain(node.value) in texts:
            told = json.dumps({"en": node.value, TAG: pseudo(node.value)}, ensure_ascii=False)
            first, last = node.start_mark.index, node.end_mark.index
            source = f"{source[:first]}{told}{chr(10) if node.style in ('|', '>') else ''}{source[last:]}"
    file.write_text(source, encoding="utf-8")


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The values in a tree, which are not keys."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        yield from (one for _, value in node.value for one in _scalars(value))
    elif isinstance(node, yaml.SequenceNode):
        yield from (one for value in node.value for one in _scalars(value))


def translate_lesson(file: Path) -> None:
    """The lesson as a whole, in a file of its own."""
    into = file.parent / TAG / file.name
    into.parent.mkdir(exist_ok=True)
    told = re.sub(
        r"^(title|summary): (.*)$",
        lambda found: f'{found[1]}: "{pseudo(found[2])}"',
        file.read_text("utf-8"),
        flags=re.MULTILINE,
    )
    into.write_text(told, encoding="utf-8")


def _plain(text: str) -> str:
    return " ".join(text.split())
