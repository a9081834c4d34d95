"""A part that is made when it is first asked for, and can be asked whether it was."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

Part = TypeVar("Part")


class made(cached_property[Part]):  # noqa: N801 (a decorator, beside `property` and `cached_property`)
    """Made for its owner once, by the function that it decorates, or given to it before by a plain assignment."""

    def if_made(self, owner: object) -> Part | None:
        """What `owner` has of this part by now; None where nobody has asked for it, and none is made for this."""
        part: Part | None = vars(owner).get(self.func.__name__)
        return part
