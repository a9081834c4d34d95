"""The place of a file among those of its kind."""

from __future__ import annotations

from coach.content.model import Lesson, Test, Text
from coach.content.order import in_order


def test_what_has_no_order_comes_last_by_its_title() -> None:
    def lesson(title: str, order: int | None = None) -> Lesson:
        return Lesson(title.lower(), Text(title), "", order=order)

    lessons = [lesson("beta"), lesson("Alpha"), lesson("Zeta", 1), lesson("Eta", 2)]
    assert [str(found.title) for found in in_order(lessons)] == ["Zeta", "Eta", "Alpha", "beta"]


def test_tests_have_an_order_as_lessons_have() -> None:
    tests = [Test("arms", Text("Arms"), ()), Test("wall", Text("Wall"), (), order=1)]
    assert [found.id for found in in_order(tests)] == ["wall", "arms"]
