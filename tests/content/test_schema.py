"""`schema` is the same language: a stock validator accepts the shipped files and refuses bad ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.kinds import KINDS
from coach.content.library import Folders, load
from coach.content.schema import as_plain, schema
from tests.content.shelf import FILES, fill

SHIPPED = Folders(resources.routines(), resources.media())


@cache
def shipped() -> Catalogue:
    return load(SHIPPED)


def files_of(kind: str) -> list[Path]:
    return [origin.file for (each, _), origin in shipped().origins.items() if each == kind]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_shipped_file_is_valid(kind: str) -> None:
    validator = Draft202012Validator(schema(kind))
    wrong = [f"{file.name}: {e.message}" for file in files_of(kind) for e in validator.iter_errors(as_plain(file))]
    assert wrong == []


def test_the_whole_schema_tells_kinds_apart(tmp_path: Path) -> None:
    whole = schema()
    Draft202012Validator.check_schema(whole)
    validator = Draft202012Validator(whole)
    fill(tmp_path, FILES)
    for name in FILES:
        document = as_plain(tmp_path / name)
        assert validator.is_valid(document), name
        assert not validator.is_valid({**document, "kind": "nothing"})  # type: ignore[dict-item]


def test_every_key_is_described() -> None:
    described = [field for record in KINDS.values() for field in record.fields.values()]
    assert [field.key for field in described if not field.about] == []


HEAD: dict[str, Any] = {"format": 1, "id": "sample", "title": "Sample"}
EXERCISE = {"areas": ["neck"], "position": "sitting", "describe": "Sit.", "dose": {"reps": 8}}
BAD: list[tuple[str, dict[str, Any]]] = [
    ("exercise", {}),
    ("exercise", {**EXERCISE, "colour": "red"}),
    ("exercise", {**EXERCISE, "areas": []}),
    ("exercise", {**EXERCISE, "describe": 5}),
    ("exercise", {**EXERCISE, "describe": {"de": "Sitz"}}),
    ("exercise", {**EXERCISE, "title": ""}),
    ("exercise", {**EXERCISE, "id": "Chin Tuck"}),
    ("exercise", {**EXERCISE, "format": 2}),
    ("exercise", {**EXERCISE, "reviewed": "yes"}),
    ("exercise", {**EXERCISE, "dose": {}}),
    ("exercise", {**EXERCISE, "dose": {"reps": 101}}),
    ("exercise", {**EXERCISE, "dose": {"reps": 8, "for": "30s"}}),
    ("exercise", {**EXERCISE, "dose": {"reps": 8, "rest": 30}}),
    ("exercise", {**EXERCISE, "dose": {"reps": 8, "rest": "1:30"}}),
    ("exercise", {**EXERCISE, "dose": {"reps": 8, "rest": "60s1m"}}),
    ("exercise", {**EXERCISE, "dose": {"for": "30s", "hold": "5s"}}),
    ("exercise", {**EXERCISE, "dose": {"for": "30s", "up_to": "1m"}}),
    ("exercise", {**EXERCISE, "dose": {"for": "30s", "sides": "alternate"}}),
    ("exercise", {**EXERCISE, "dose": {"reps": 8, "switch": "5s"}}),
    ("exercise", {**EXERCISE, "dose": {"reps": 8, "pace": "own", "hold": "5s"}}),
    ("routine", {"steps": []}),
    ("routine", {"steps": [{"say": "Hm."}]}),
    ("routine", {"steps": [{"say": "Hm.", "for": "5s", "wait": True}]}),
    ("routine", {"steps": [{"rounds": 2, "steps": [{"rest": 5}]}]}),
    ("routine", {"steps": [{"exercise": "a1", "dose": {"reps": 8, "for": "30s"}}]}),
    ("routine", {"steps": [{"exercise": "a1", "dose": {"for": "30s", "hold": "5s"}}]}),
    ("routine", {"steps": [{"exercise": "a1", "dose": {"reps": 8, "every": "5s"}}]}),
    ("routine", {"steps": [{"exercise": "a1", "dose": {"pace": "own", "hold": "5s"}}]}),
    ("routine", {"steps": [{"exercise": "a1", "cues": [{"at": "10s"}]}]}),
    ("routine", {"steps": [{"exercise": "a1", "cues": [{"at": "101%", "say": "Hm."}]}]}),
    ("test", {"steps": [{"hold": "30s"}]}),
    ("reminder", {"every": "30m"}),
    ("reminder", {"every": "30m", "at": ["10:30"], "messages": ["Hm."]}),
    ("reminder", {"at": ["9:30"], "messages": ["Hm."]}),
    ("reminder", {"every": "30m", "messages": ["Hm."], "between": "24:00-06:00"}),
    ("reminder", {"every": "30m", "messages": [{"say": "Hm."}]}),
    ("reminder", {"every": "30m", "messages": [{"exercise": "a1"}]}),
    ("reminder", {"every": "30m", "messages": [{"en": "Hm.", "exercise": "a1"}]}),
    ("reminder", {"every": "30m", "messages": [{"say": "Hm.", "exercise": "A 1"}]}),
    ("plan", {"weeks": [{"weeks": "2-1-", "do": [{"routine": "a1", "days": ["mon"]}]}]}),
    ("plan", {"weeks": [{"weeks": "1", "do": [{"routine": "a1", "days": ["mon"], "only": ["b1"]}]}]}),
    ("figure", {"base": "standing", "start": {"elbow": 151}}),
    ("figure", {"base": "standing", "start": {"shoulder": {"flex": 1, "abduct": 1}}}),
    ("figure", {"base": "standing", "start": {}, "contacts": ["feet on moon"]}),
]


@pytest.mark.parametrize(("kind", "document"), BAD)
def test_bad_documents_are_refused(kind: str, document: dict[str, Any]) -> None:
    assert not Draft202012Validator(schema(kind)).is_valid({"kind": kind, **HEAD, **document})


def test_an_unknown_kind() -> None:
    with pytest.raises(LookupError) as refused:
        schema("exercises")
    assert refused.value.args == ("exercises is not known; did you mean exercise?",)


def test_a_file_that_is_no_yaml_has_no_plain_form(tmp_path: Path) -> None:
    (tmp_path / "a1.yaml").write_text("a: [1\n")
    with pytest.raises(ValueError, match=r"a1.yaml:1:4: this \[ is not closed"):
        as_plain(tmp_path / "a1.yaml")
