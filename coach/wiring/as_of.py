"""What a page was built from: as long as it holds, there is nothing to build anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.wiring.parts import Parts


class AsOf:
    """All that routines, as this person does them, depend on, at the moment in which it is made: after the page."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._catalogue = parts.library.catalogue
        self._since, self._until = parts.clock.wall(), parts.doses.until
        self._told = self._tell()

    @property
    def holds(self) -> bool:
        """Whether all is still the same, however long ago that was."""
        now = self._parts.clock.wall()
        return (
            self._parts.library.catalogue is self._catalogue
            and self._tell() == self._told
            and self._since <= now
            and self._since.date() == now.date()
            and self._since.utcoffset() == now.utcoffset()
            and (self._until is None or now < self._until)
        )

    def _tell(self) -> object:
        return self._parts.store.version, self._parts.lengths_of_now
