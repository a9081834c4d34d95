"""Things with a few changed."""

from __future__ import annotations

from coach.content.things import with_changes


def test_changes_are_put_in_taken_out_and_in_order() -> None:
    things = {"a": 1, "c": 3}
    changed = with_changes(things, {"b": 2, "c": None, "d": None})
    assert list(changed.items()) == [("a", 1), ("b", 2)]
    assert things == {"a": 1, "c": 3}
    assert list(with_changes({"b": 1}, {"a": 2}, in_order=False)) == ["b", "a"]
