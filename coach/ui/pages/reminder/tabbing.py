"""Where Tab stops on the page of a reminder, as the eye goes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coach.ui.pages.reminder.form import Form
from coach.ui.widgets.focus import stops_in


def stops_of(content: QWidget, form: Form | None) -> list[QWidget]:
    """What stands above the form, the form, what stands below."""

    def place(widget: QWidget) -> tuple[int, int]:
        found = widget.mapTo(content, widget.rect().center())
        return found.y(), found.x()

    inside = form.stops() if form is not None else []
    others = sorted(set(stops_in(content)) - set(inside), key=place)
    above = [each for each in others if not inside or place(each) < place(inside[0])]
    return [*above, *inside, *(each for each in others if each not in above)]
