"""AnyLook is `Look`, by the name that the widgets know it by."""

from coach.ui.look.theme import Look as AnyLook

__all__ = ["AnyLook"]
