"""A number that a person types key by key."""

from __future__ import annotations

LONGEST = 6  # keys; no answer has more


class Entry:
    """Takes keys; gives the number with Enter if it lies from `low` to `high`, else waits for a better one.

    `decimals` allows a point or a comma. `typed` is what stands there so far.
    """

    def __init__(self, low: float, high: float, *, decimals: bool = False) -> None:
        self.typed = ""
        self._low = low
        self._high = high
        self._signs = ".," if decimals else ""

    def press(self, key: str) -> int | None:
        """One key; the whole number once Enter confirms it."""
        value = self.press_decimal(key)
        return None if value is None else int(value)

    def press_decimal(self, key: str) -> float | None:
        """One key; the number once Enter confirms it."""
        if key == "backspace":
            self.typed = self.typed[:-1]
        elif len(key) == 1 and (key in "0123456789" or key in self._signs) and len(self.typed) < LONGEST:
            self.typed += key
        elif key == "enter" and self.typed:
            try:
                value = float(self.typed.replace(",", "."))
            except ValueError:
                value = float("nan")
            self.typed = ""
            return value if self._low <= value <= self._high else None
        return None
