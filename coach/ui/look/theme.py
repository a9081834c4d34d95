"""Colours of the window, and the look that a widget is given (docs/architecture.md, The look). Tokens, not literals.

`Theme.token` attributes are QColor. Light, dark and high contrast carry the same names.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette

from coach.ui.look.typography import TextStyle

# fmt: off
UI = {
    "light": {
        "paper": "#FAF6EF", "card": "#FFFFFF", "stage": "#F4EDE2", "floor": "#E9DFD0", "sunk": "#F1E9DC",
        "line": "#E7DDCE", "edge": "#8C8475", "ink": "#1B2A29", "ink2": "#475654", "ink3": "#5F6B68",
        "accent": "#CB4315", "on": "#FFFFFF", "atext": "#B0380E", "asoft": "#FDE7DB", "aglow": "#F2672F",
        "pine": "#2F6560", "psoft": "#DCE8E3", "pmid": "#67938B", "onpine": "#FFFFFF", "track": "#EADFCF",
        "warn": "#8A5A00", "wsoft": "#FBEFD2", "focus": "#1B2A29", "shadow": "#193C2C14",
    },
    "dark": {
        "paper": "#111918", "card": "#1A2423", "stage": "#1F2A29", "floor": "#2B322F", "sunk": "#0C1312",
        "line": "#2D3A38", "edge": "#6F7F7B", "ink": "#EEF3F0", "ink2": "#B7C3BF", "ink3": "#93A29D",
        "accent": "#FF8554", "on": "#2A1006", "atext": "#FF9A70", "asoft": "#3B241A", "aglow": "#FF7A45",
        "pine": "#8CC0B6", "psoft": "#223733", "pmid": "#4F908A", "onpine": "#0C1C1A", "track": "#2B3836",
        "warn": "#F0C067", "wsoft": "#352B16", "focus": "#EEF3F0", "shadow": "#59000000",
    },
    "contrast": {
        "paper": "#000000", "card": "#000000", "stage": "#000000", "floor": "#000000", "sunk": "#000000",
        "line": "#FFFFFF", "edge": "#FFFFFF", "ink": "#FFFFFF", "ink2": "#FFFFFF", "ink3": "#E6E6E6",
        "accent": "#FFB000", "on": "#000000", "atext": "#FFC233", "asoft": "#332300", "aglow": "#FFB000",
        "pine": "#FFFFFF", "psoft": "#1F1F1F", "pmid": "#9FB3AF", "onpine": "#000000", "track": "#3A3A3A",
        "warn": "#FFD666", "wsoft": "#332A00", "focus": "#FFFFFF", "shadow": "#00000000",
    },
}
# fmt: on


@dataclass(frozen=True)
class Theme:
    """One set of colours. `name` is light, dark or contrast."""

    name: str
    paper: QColor
    card: QColor
    stage: QColor
    floor: QColor
    sunk: QColor
    line: QColor
    edge: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    accent: QColor
    on: QColor
    atext: QColor
    asoft: QColor
    aglow: QColor
    pine: QColor
    psoft: QColor
    pmid: QColor
    onpine: QColor
    track: QColor
    warn: QColor
    wsoft: QColor
    focus: QColor
    shadow: QColor

    @classmethod
    def named(cls, name: str) -> Theme:
        """The theme of that name: light, dark or contrast."""
        return cls(name=name, **{token: QColor(value) for token, value in UI[name].items()})


class Look(QObject):
    """What a widget asks of the look it is given: the window's own, or that of a session, which fits into it."""

    changed = Signal()
    """Something here looks different now; every widget follows it."""

    @property
    def theme(self) -> Theme:
        """The colours."""
        raise NotImplementedError

    @property
    def scale(self) -> float:
        """The text size, 1.0 to 2.0."""
        raise NotImplementedError

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing is to move that need not."""
        raise NotImplementedError

    def font(self, style: TextStyle, *, tabular: bool = False) -> QFont:
        """The font of a style, at the person's text size; `tabular` for all that ticks."""
        raise NotImplementedError

    def px(self, pixels: float) -> int:
        """A length that grows with the text size."""
        return round(pixels * self.scale)

    def palette(self) -> QPalette:
        """For what Qt paints itself: menus, tooltips, text fields."""
        theme, palette = self.theme, QPalette()
        roles = QPalette.ColorRole
        for role, colour in (
            (roles.Window, theme.paper), (roles.WindowText, theme.ink), (roles.Base, theme.card),
            (roles.AlternateBase, theme.sunk), (roles.Text, theme.ink), (roles.Button, theme.card),
            (roles.ButtonText, theme.ink), (roles.BrightText, theme.accent), (roles.Highlight, theme.pine),
            (roles.HighlightedText, theme.onpine), (roles.ToolTipBase, theme.ink), (roles.ToolTipText, theme.paper),
            (roles.PlaceholderText, theme.ink3), (roles.Link, theme.atext), (roles.LinkVisited, theme.atext),
            (roles.Mid, theme.line), (roles.Light, theme.card), (roles.Dark, theme.edge), (roles.Accent, theme.accent),
        ):  # fmt: skip
            palette.setColor(role, colour)
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, theme.ink3)
        return palette
