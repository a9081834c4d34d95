"""The order in which files of a kind are shown, where their authors give them a place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from coach.content.model import Text


class Placed(Protocol):
    """What may have a place among its kind."""

    @property
    def order(self) -> int | None: ...

    @property
    def title(self) -> Text: ...


AnyPlaced = TypeVar("AnyPlaced", bound=Placed)


def in_order(placed: Iterable[AnyPlaced]) -> list[AnyPlaced]:
    """By their `order`; behind them those without one, by their title."""
    return sorted(placed, key=lambda one: (one.order is None, one.order or 0, str(one.title).casefold()))
