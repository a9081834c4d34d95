"""What an editor sees: the shipped files, read by stock YAML readers, are valid by the schema of a stock validator."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from coach import resources
from coach.content.kinds import KINDS
from coach.content.library import Folders, load
from coach.content.schema import schema
from tests.beside import every_day


def _ruamel(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


YAML_1_1 = "YAML 1.1 (PyYAML)"
READERS = {"YAML 1.2 (ruamel.yaml)": _ruamel, YAML_1_1: yaml.safe_load}
SHIPPED = load(Folders(resources.routines(), resources.media()))


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema(kind, SHIPPED.ids()))


def _front(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    return text.split("\n---\n")[0].removeprefix("---\n") if file.suffix == ".md" else text


# To YAML 1.1 the key `on` of a figure's contacts is the word for true, and a key of a JSON object cannot be that.
READ = [(kind, reader) for kind in KINDS for reader in READERS if (kind, reader) != ("figure", YAML_1_1)]


@pytest.mark.parametrize(
    ("kind", "reader"), every_day([one for one in READ if one[0] in ("figure", "routine")], READ, of_several=True)
)
def test_every_shipped_file_is_valid_to_stock_tools(kind: str, reader: str) -> None:
    files = [origin.file for (each, _), origin in SHIPPED.origins.items() if each == kind]
    assert files
    wrong = [
        f"{file.name}: {error.json_path}: {error.message}"
        for file in files
        for error in validator(kind).iter_errors(READERS[reader](_front(file)))
    ]
    assert wrong == []


HEAD = "kind: {kind}\nformat: 1\nid: sample\ntitle: Sample\n"
STEPS = "steps: [{exercise: chin-tuck}]\n"
FINE = {
    "a step up, which they read as a number": ("routine", STEPS + "progress: {steps: [{reps: +2, most: 12}]}"),
    "one set more": ("routine", STEPS + "progress: {steps: [{sets: +1, most: 3}]}"),
    "a time of day after ten, which YAML 1.1 reads in sixties": ("reminder", "at: [10:30, 23:59]\nmessages: [Stand.]"),
    "one before ten": ("reminder", "at: [09:30]\nmessages: [Stand.]"),
    "a single week": ("plan", "weeks: [{weeks: 7, do: [{routine: desk-reset, days: [mon]}]}]"),
    "an exercise of one's own": ("routine", "steps: [{exercise: my-own-stretch}]"),
    "a source of one's own": ("routine", "sources: [my-physiotherapist]\n" + STEPS),
}
BAD = {
    "a step down": ("routine", STEPS + "progress: {steps: [{reps: -2, most: 12}]}"),
    "a step of half a repetition": ("routine", STEPS + "progress: {steps: [{reps: +1.5, most: 12}]}"),
    "a step in words": ("routine", STEPS + "progress: {steps: [{reps: more, most: 12}]}"),
    "a step of hold without its unit": ("routine", STEPS + "progress: {steps: [{hold: +5, most: 30s}]}"),
    "a bare hour": ("reminder", "at: [10]\nmessages: [Stand.]"),
    "half past twenty-four": ("reminder", "at: ['24:30']\nmessages: [Stand.]"),
    "a length of time without its unit": ("routine", STEPS + "prepare: 10"),
    "an id that cannot be one": ("routine", "steps: [{exercise: Chin Tuck}]"),
    "another format": ("routine", STEPS.replace("steps", "format: 2\nsteps")),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", FINE)
def test_what_check_accepts_is_valid_to_stock_tools(name: str, reader: str) -> None:
    kind, body = FINE[name]
    document = READERS[reader](HEAD.format(kind=kind) + body)
    assert [error.message for error in validator(kind).iter_errors(document)] == []


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", BAD)
def test_a_mistake_stays_one_to_stock_tools(name: str, reader: str) -> None:
    kind, body = BAD[name]
    head = HEAD.format(kind=kind)
    document = READERS[reader](head.replace("format: 1\n", "") + body if "format: 2" in body else head + body)
    assert not validator(kind).is_valid(document)
