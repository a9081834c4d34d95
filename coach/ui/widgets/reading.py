"""Markdown to read, within a page that scrolls."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPointF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFragment,
    QTextList,
    QTextListFormat,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, READING_HEADINGS, READING_LINE_PX, TextStyle

_INDENT = 26  # pixels from the margin to the text of a list
_BULLET, _BULLET_BEFORE = 6, 14  # pixels: its width, and from its middle to the text
_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)


class Reading(QTextBrowser):
    """Markdown in the look's type, as high as its text. Links stay within: nothing is ever fetched."""

    def __init__(self, look: Look, markdown: str) -> None:
        super().__init__()
        self._look, self._markdown = look, markdown
        self._heights: dict[int, int] = {}  # by width: a layout asks for the same again and again
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.document().setDocumentMargin(0)
        self._restyle()
        look.changed.connect(self._restyle)

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """No picture, no style, no file: a lesson is its words, and figures stand between them."""
        return

    def _restyle(self) -> None:
        palette = self._look.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setFont(self._look.font(BODY))
        self.document().setDefaultFont(self._look.font(BODY))
        self.document().setIndentWidth(self._look.px(_INDENT))
        self.setMarkdown(self._markdown)
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            self._style_block(cursor, block)
            block = block.next()
        self._heights.clear()
        self.updateGeometry()

    def _style_block(self, cursor: QTextCursor, block: QTextBlock) -> None:
        cursor.setPosition(block.position())
        level = block.blockFormat().headingLevel()
        heading = READING_HEADINGS[min(level, len(READING_HEADINGS)) - 1] if level else None
        line = heading.line_height if heading else READING_LINE_PX
        form = QTextBlockFormat()
        form.setLineHeight(self._look.px(line), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        within = block.textList() is not None and block.next().textList() is not None
        form.setBottomMargin(self._look.px(4 if level or within else 10))
        form.setTopMargin(self._look.px(22) if level and block.position() else 0)
        cursor.mergeBlockFormat(form)
        if block.textList() is not None:
            self._take_bullet(block.textList())
        if heading:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self._set_font(cursor, heading)
        for fragment in _fragments(block):  # Markdown's bold is a smeared regular; the family has a bold of its own
            if not level and fragment.charFormat().fontWeight() >= QFont.Weight.Bold:
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                self._set_font(cursor, BODY.bold)

    def _set_font(self, cursor: QTextCursor, text: TextStyle) -> None:
        style = QTextCharFormat()
        style.setFont(self._look.font(text))
        cursor.mergeCharFormat(style)

    def _take_bullet(self, items: QTextList) -> None:
        """Qt's own bullet touches the text; ours is painted in its place. Numbers stay."""
        form = items.format()
        if form.style() in _BULLETS:
            form.setStyle(QTextListFormat.Style.ListStyleUndefined)
            items.setFormat(form)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.pine)
        for middle in self.bullets():
            painter.drawEllipse(middle, self._look.px(_BULLET) / 2, self._look.px(_BULLET) / 2)

    def bullets(self) -> Iterator[QPointF]:
        """The middles of the bullets, each before the first line of its item.

        Qt lays a long text out as far as it is seen, and a line that is not there yet must not be asked.
        """
        block = self.document().begin()
        while block.isValid() and block.layout().lineCount():
            items = block.textList()
            if items is not None and items.format().style() == QTextListFormat.Style.ListStyleUndefined:
                line = block.layout().lineAt(0).rect().translated(block.layout().position())
                before = self._look.px(_BULLET_BEFORE)
                x = line.right() + before if self._is_from_the_right(block) else line.left() - before
                yield QPointF(x, line.center().y())
            block = block.next()

    def _is_from_the_right(self, block: QTextBlock) -> bool:
        return block.textDirection() == Qt.LayoutDirection.RightToLeft

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Asked about widths that are never given: the document keeps the width that it is shown at."""
        if width not in self._heights:
            document = self.document()
            shown = document.textWidth()
            document.setTextWidth(width)
            self._heights[width] = ceil(document.size().height()) + 2
            document.setTextWidth(shown)
        return self._heights[width]


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The pieces of one format; each may be given another before the next is asked for."""
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        place += 1
        yield fragment
