"""A dose that was laid over others becomes one without gaps, each of its values under the name that it had."""

from __future__ import annotations

from coach.content.model import Dose, DoseLayer


def test_each_value_stays_under_its_name() -> None:
    names = DoseLayer.__match_args__
    assert names == Dose.__match_args__, "a dose is made of a layer's values in their order"
    given = {name: object() for name in names}
    settled = DoseLayer(**given).settled()  # type: ignore[arg-type]
    assert {name: getattr(settled, name) for name in names} == given


def test_where_it_is_silent_stand_the_defaults() -> None:
    assert DoseLayer().settled() == Dose()
    assert DoseLayer(sets=3).settled() == Dose(sets=3)
