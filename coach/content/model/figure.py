"""A drawn person and what it does."""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.model.text import Text
from coach.values import dataclass

View = str | tuple[float, float]
"""A camera by its name, or yaw and pitch in degrees."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Checked for keys, types and limits; poses stay plain frozen mappings until the figure engine takes them."""

    id: str
    title: Text
    base: str
    start: Mapping[str, object]
    view: View = "three-quarter"
    second_view: View | None = None
    props: tuple[object, ...] = ()
    via: tuple[tuple[float, Mapping[str, object]], ...] = ()
    end: Mapping[str, object] | None = None
    cycle: tuple[tuple[float, Mapping[str, object]], ...] = ()
    mirror: bool = False
    wrong: Mapping[str, object] | None = None
    contacts: tuple[object, ...] | None = None
    wrong_contacts: tuple[object, ...] | None = None
    highlight: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    summary: Text | None = None
    sources: tuple[str, ...] = ()
