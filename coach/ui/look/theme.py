"""Colours of the window, and the look that a widget is given (docs/architecture.md, The look). Tokens, not literals.

`Theme.token` attributes are QColor. Light, dark and high contrast carry the same names.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette

from coach.ui.look.colours import UI
from coach.ui.look.typography import TextStyle
from coach.values import dataclass


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
