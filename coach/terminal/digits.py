"""A countdown big enough to be read from the wall."""

from __future__ import annotations

ROWS = 5
SHAPES = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" ##", "  #", "  #", "  #", "  #"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
}


def big(text: str, block: str = "█") -> list[str]:
    """`text` of digits and colons in five rows of blocks, each two columns wide so that they look square."""
    shapes = [SHAPES[character] for character in text]
    rows = ("  ".join("".join(block * 2 if c == "#" else "  " for c in s[row]) for s in shapes) for row in range(ROWS))
    return [row.rstrip() for row in rows]
