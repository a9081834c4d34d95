"""The window's look: what the person chose, and what the desktop asks for where they chose nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication

from coach.settings import REDUCED_MOTION, TEXT_SIZE, THEME
from coach.ui.look.colours import UI
from coach.ui.look.fonts import load_typeface
from coach.ui.look.theme import Look, Theme
from coach.ui.look.typography import BODY, TextStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from coach.desktop.protocol import LessMotion
    from coach.progress.store import Store


def system_theme_name() -> str:
    """`contrast` or `dark` where the system asks for it, else `light`."""
    hints = QGuiApplication.styleHints()
    contrast = hints.accessibility() if hasattr(hints, "accessibility") else None  # from Qt 6.10 on
    if contrast is not None and contrast.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    scheme = hints.colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


class WindowLook(Look):
    """The look of the window: theme, text size and motion as the person chose them, or as the desktop asks."""

    def __init__(
        self, theme: str = "system", scale: float = 1.0, reduced_motion: bool = False, parent: QObject | None = None
    ) -> None:
        """`theme` is light, dark, contrast or system; `scale` is the text size, 1.0 to 2.0."""
        super().__init__(parent)
        self._typeface = load_typeface()
        self._wanted = theme
        self._scale = _within(scale)
        self._reduced_motion = reduced_motion
        self._theme = Theme.named(self._shown_name())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._hints = QGuiApplication.styleHints()  # kept: what it hands out is lost with it
        if hasattr(self._hints, "accessibility"):
            self._hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    def dress(self, app: QApplication) -> None:
        """What a widget has that says nothing else: colours and type."""
        app.setPalette(self.palette())
        app.setFont(self.font(BODY))

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def wanted(self) -> str:
        """The theme that was asked for: a name, or `system`."""
        return self._wanted

    @property
    def scale(self) -> float:
        return self._scale

    @property
    def reduced_motion(self) -> bool:
        return self._reduced_motion

    def set_theme(self, name: str) -> None:
        """light, dark, contrast, or system: what the desktop asks for, followed when it changes."""
        self._wanted = name
        self._take_theme(self._shown_name())

    def set_scale(self, scale: float) -> None:
        """The text size, 1.0 to 2.0; what lies outside is brought inside."""
        scale = _within(scale)
        if scale != self._scale:
            self._scale = scale
            self.changed.emit()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether nothing is to move that need not, from now on."""
        if reduced != self._reduced_motion:
            self._reduced_motion = reduced
            self.changed.emit()

    def font(self, style: TextStyle, *, tabular: bool = False) -> QFont:
        return self._typeface.font(max(1, self.px(style.px)), style.weight, style.tracking, tabular=tabular)

    def _shown_name(self) -> str:
        return self._wanted if self._wanted in UI else system_theme_name()

    def _system_changed(self) -> None:
        if self._wanted not in UI:
            self._take_theme(system_theme_name())

    def _take_theme(self, name: str) -> None:
        if name != self._theme.name:
            self._theme = Theme.named(name)
            self.changed.emit()


def _within(scale: float) -> float:
    return min(2.0, max(1.0, float(scale)))


def look_from(store: Store) -> WindowLook:
    """The look as the person set it; what cannot be read is as on the first day."""
    return WindowLook(store.get(THEME), store.get(TEXT_SIZE), store.get(REDUCED_MOTION) is True)


def take_motion(look: WindowLook, store: Store, desktop: LessMotion) -> None:
    """Less motion where the desktop wishes it and the person never chose. It may take as long as the desktop does to
    answer, half a second at most.
    """
    if store.get(REDUCED_MOTION) is None and desktop.is_wanted():
        look.set_reduced_motion(True)


def choose_motion(look: WindowLook, store: Store, desktop: LessMotion, reduced: bool | None) -> None:
    """Less motion or all of it from now on; None: as the desktop wishes, which is asked anew."""
    store.keep(REDUCED_MOTION, reduced)
    look.set_reduced_motion(desktop.is_wanted() is True if reduced is None else reduced)
