"""What the reference for authors says of figures is what the engine does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from coach.content.joints import JOINTS
from coach.content.kinds.pose_words import JOINT_WORDS
from coach.content.schema import schema
from coach.figure.bases import BASES, SEAT_HEIGHT
from coach.figure.breath import rise
from coach.figure.contacts import Contact
from coach.figure.judge import PULL, REACH
from coach.figure.scene import Chair, Desk, Doorway, Step, Wall
from coach.ui.figure.camera import angles_of

REFERENCE = schema("figure")


def described(part: Any, path: str = "") -> Iterator[tuple[str, str | None]]:
    """Every key of the reference with what is said of it."""
    if isinstance(part, list):
        for each in part:
            yield from described(each, path)
    elif isinstance(part, dict):
        for key, inner in part.get("properties", {}).items():
            yield f"{path}.{key}", inner.get("description")
        for key, inner in part.items():
            yield from described(inner, f"{path}.{key}" if key not in ("properties", "anyOf") else path)


def said(*path: str) -> str:
    part = REFERENCE
    for step in path:
        part = part["properties"][step] if step in part.get("properties", {}) else part["$defs"][step]
    return str(part["description"])


def test_every_key_is_explained() -> None:
    assert [path for path, about in described(REFERENCE) if not about] == []


def test_every_joint_has_words_for_each_of_its_keys_and_its_limits() -> None:
    for joint, limits in JOINTS.items():
        bare = joint.removeprefix("left-").removeprefix("right-")
        assert JOINT_WORDS[bare].keys.keys() == limits.keys()
        properties = REFERENCE["$defs"][f"joint-{bare}"]["properties"]
        assert {key: (p["minimum"], p["maximum"]) for key, p in properties.items()} == limits


def test_the_numbers_in_the_reference_are_the_engines() -> None:
    heights = ", ".join(f"{base.height:.1f}" for base in BASES.values())
    assert heights in said("base")
    assert list(BASES) == REFERENCE["properties"]["base"]["enum"]
    assert f"{SEAT_HEIGHT:.0f} cm" in said("props")
    assert f"{REACH:.1f} cm" in said("contacts")
    assert f"{PULL:.0f} cm" in said("contacts")
    assert str([round(angle) for angle in angles_of("front", "sitting")]) in said("view")
    contact = Contact(None, "foot", "floor")
    assert f"default {contact.lift:.0f}" in said("contact", "lift")
    assert f"default {contact.stride:.0f}" in said("contact", "stride")
    assert f"default {contact.stance}" in said("contact", "stance")
    assert rise(9.5, 18) == pytest.approx(4.6)


@pytest.mark.parametrize(
    ("prop", "key", "default"),
    [
        ("chair", "back", Chair().back),
        ("chair", "front", Chair().front),
        ("chair", "top", Chair().top),
        ("wall", "distance", Wall().distance),
        ("doorway", "distance", Doorway().distance),
        ("doorway", "width", Doorway().width),
        ("desk", "distance", Desk().distance),
        ("desk", "height", Desk().height),
        ("step", "distance", Step().distance),
        ("step", "height", Step().height),
    ],
)
def test_the_props_have_the_defaults_that_are_told(prop: str, key: str, default: float) -> None:
    forms = REFERENCE["properties"]["props"]["items"]["anyOf"][1]["oneOf"]
    (form,) = (form for form in forms if prop in form["properties"])
    assert form["properties"][key]["description"].endswith(f"default {default:.0f}")
