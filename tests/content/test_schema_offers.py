"""What the schema leads an author to write: examples, defaults and ids that `check` accepts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from coach import resources
from coach.content import units
from coach.content.kinds import KINDS
from coach.content.library import Folders, load
from coach.content.schema import as_plain, schema

SHIPPED = load(Folders(resources.routines(), resources.media()))


def _all(part: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every map in a schema with the keys that lead to it."""
    if isinstance(part, dict):
        yield where, part
    for key, inner in part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ():
        yield from _all(inner, f"{where}/{key}")


def _properties(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for where, part in _all(schema(kind)):
        if isinstance(part.get("properties"), dict) and "additionalProperties" in part:
            yield from ((f"{where}/{key}", shape) for key, shape in part["properties"].items())


def _offered(kind: str) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    whole = schema(kind)
    for where, part in _all(whole):
        values = [*part.get("examples", ()), *([part["default"]] if "default" in part else ())]
        yield from ((where, value, {**part, "$defs": whole["$defs"]}) for value in values)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_offered_is_valid_itself(kind: str) -> None:
    offered = list(_offered(kind))
    assert [where for where, value, part in offered if not Draft202012Validator(part).is_valid(value)] == []


def _longest(description: str) -> str:
    return description.rpartition(" to ")[2].split(";")[0].strip()


@pytest.mark.parametrize("kind", KINDS)
def test_no_example_of_a_length_of_time_is_its_maximum(kind: str) -> None:
    lengths = [
        (where, example, part["description"])
        for where, part in _all(schema(kind))
        for example in part.get("examples", ())
        if isinstance(example, str) and " to " in part.get("description", "") and units.parse_duration(example)[0]
    ]
    assert [(where, example) for where, example, about in lengths if example == _longest(about)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_that_cannot_be_0_says_what_one_would_write(kind: str) -> None:
    bare = [
        where
        for where, part in _properties(kind)
        if part.get("type") in ("integer", "number")
        and not part["minimum"] <= 0 <= part["maximum"]
        and "default" not in part
        and "examples" not in part
    ]
    assert bare == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_everywhere(kind: str) -> None:
    assert [where for where, part in _properties(kind) if not part.get("description")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_kind_and_format_can_only_be_one_value(kind: str) -> None:
    keys = schema(kind)["properties"]
    assert (keys["kind"]["const"], keys["format"]["const"]) == (kind, 1)


def test_the_descriptions_say_from_where_to_where_a_value_goes() -> None:
    dose = schema("exercise")["$defs"]["dose"]["properties"]
    assert dose["rest"]["description"] == "between sets, none after the last; 0s to 10m; default 30s"
    assert dose["reps"]["description"] == "repetitions in a set; one is move, hold, back; 1 to 100"
    assert dose["for"]["description"] == "hold or keep going this long; max: as long as possible; 1s to 60m"
    assert schema("reminder")["properties"]["snooze"]["description"] == (
        "how long it may be put off; each 1s to 24h; default [5m, 10m, 15m]"
    )


def test_what_a_routines_goal_is_for_is_said() -> None:
    said = schema("routine")["properties"]["goal"]["description"]
    assert "strength, a few days a week" in said
    assert said.endswith("default daily")


def test_in_a_step_a_key_left_out_has_no_default_but_keeps_the_exercises_own() -> None:
    routine = schema("routine")
    layer = routine["$defs"]["dose-layer"]["properties"]
    assert [key for key, shape in layer.items() if "default" in shape] == []
    assert layer["sets"]["examples"] == [1]
    step = routine["properties"]["steps"]["items"]["oneOf"][0]["properties"]
    assert "keeps the exercise's own, sets and rest too" in step["dose"]["description"]


# What stands where the default of a key is left out, and where it is written: the same value.
BARE = {
    "exercise": "areas: [neck]\nposition: sitting\ndescribe: Sit.\n",
    "routine": "steps: [{exercise: chin-tuck}]\n",
    "reminder": "every: 30m\nmessages: [Stand.]\n",
    "figure": "base: sitting\nstart: {}\n",
    "test": "steps: [{hold: 30s, id: one}]\n",
}


def _written(default: Any) -> str:
    if isinstance(default, list):
        return f"[{', '.join(_written(one) for one in default)}]"
    return str(default).lower() if isinstance(default, bool) else str(default)


def _value(folder: Path, kind: str, body: str) -> Any:
    home = {"exercise": "exercises", "routine": "guided", "reminder": "reminders", "test": "tests"}.get(kind)
    file = folder / "routines" / home / "a1.yaml" if home else folder / "media" / "figures" / "a1.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"kind: {kind}\nformat: 1\nid: a1\ntitle: A\n{body}", encoding="utf-8")
    shipped = Folders(resources.routines(), resources.media())
    return load(shipped, Folders(folder / "routines", folder / "media")).find(f"{kind}/a1")[1]


TOP = [(kind, key) for kind in BARE for key, shape in schema(kind)["properties"].items() if "default" in shape]


@pytest.mark.parametrize(("kind", "key"), TOP)
def test_the_default_is_what_stands_where_the_key_is_left_out(tmp_path: Path, kind: str, key: str) -> None:
    default = schema(kind)["properties"][key]["default"]
    dose = "dose: {reps: 8}\n" if kind == "exercise" else ""
    cycle = "cycle: [{at: 0.5, pose: {elbow: {flex: 90}}}]\n" if key == "mirror" else ""
    bare = BARE[kind] + dose + cycle
    assert _value(tmp_path, kind, f"{bare}{key}: {_written(default)}\n") == _value(tmp_path, kind, bare)


BESIDE = {"rest": "reps: 8", "up_to": "for: max", "switch": "reps: 8, sides: both"}
DOSE = [key for key, shape in schema("exercise")["$defs"]["dose"]["properties"].items() if "default" in shape]


@pytest.mark.parametrize("key", DOSE)
def test_a_doses_default_is_what_stands_where_the_key_is_left_out(tmp_path: Path, key: str) -> None:
    default = schema("exercise")["$defs"]["dose"]["properties"][key]["default"]
    beside = BESIDE.get(key, "reps: 8")
    doses = [f"{beside}, {key}: {default}", beside]
    one, other = (_value(tmp_path, "exercise", f"{BARE['exercise']}dose: {{{dose}}}\n").dose for dose in doses)
    assert one.settled() == other.settled()


# --- ids ---


def _choices(shape: dict[str, Any]) -> list[str]:
    return [word for form in shape.get("anyOf", ()) for word in form.get("enum", ())]


def test_the_ids_of_the_library_are_offered() -> None:
    routine = schema("routine", SHIPPED.ids())
    step = routine["properties"]["steps"]["items"]["oneOf"][0]["properties"]
    assert _choices(step["exercise"]) == sorted(SHIPPED.exercises)
    assert _choices(routine["properties"]["sources"]["items"]) == sorted(SHIPPED.sources)
    cue = step["cues"]["items"]["oneOf"][0]["properties"]
    assert _choices(cue["sound"]) == sorted(SHIPPED.sounds)
    exercise = schema("exercise", SHIPPED.ids())["properties"]
    assert _choices(exercise["areas"]["items"]) == sorted(SHIPPED.areas)
    assert _choices(exercise["figure"]) == sorted(SHIPPED.figures)
    assert _choices(exercise["check_first"]["items"]) == sorted(SHIPPED.safety.conditions)
    basis = exercise["basis"]["properties"]["dose"]["items"]
    assert _choices(basis)[:2] == ["own-choice", "general-knowledge"]
    offer = _choices(schema("reminder", SHIPPED.ids())["properties"]["offer"])
    assert {"desk-reset", "wall-test"} <= set(offer)
    highlight = schema("figure", SHIPPED.ids())["properties"]["highlight"]["items"]
    assert {"neck", "left-neck", "right-neck"} <= set(_choices(highlight))


@pytest.mark.parametrize("kind", KINDS)
def test_the_ids_offered_refuse_no_file(kind: str) -> None:
    with_ids = schema(kind, SHIPPED.ids())
    Draft202012Validator.check_schema(with_ids)
    files = [origin.file for (each, _), origin in SHIPPED.origins.items() if each == kind]
    validator = Draft202012Validator(with_ids)
    assert [file.name for file in files if not validator.is_valid(as_plain(file))] == []


def test_without_a_library_any_id_is_one() -> None:
    step = schema("routine")["properties"]["steps"]["items"]["oneOf"][0]["properties"]
    assert step["exercise"]["pattern"] == "^[a-z][a-z0-9-]{1,62}$"
    assert _choices(step["exercise"]) == []
