"""What a sheet's file says of itself, and on which paper it is by custom.

Qt 6.11 writes a title, an author and XMP metadata, with the language among them. It writes no structure tags and no
/Lang in the catalogue, so a reading program takes order and letters from the page: they are right.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from PySide6.QtCore import QByteArray, QLocale
from PySide6.QtGui import QPageSize, QPdfWriter

PROGRAM = "Posture Coach"

# Where paper is Letter by custom (Unicode CLDR 46, supplemental data, paperSize US-Letter).
_LETTER = ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")

_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li><rdf:li xml:lang={lang}>{title}</rdf:li></rdf:Alt>
   </dc:title>
   <dc:creator><rdf:Seq><rdf:li>{program}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>{program}</xmp:CreatorTool>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def usual_page(locale: QLocale | None = None, environ: Mapping[str, str] | None = None) -> QPageSize.PageSizeId:
    """The page that is usual where `locale` is spoken; without one what LC_ALL or LC_PAPER of `environ` say, else where
    the person is.
    """
    code = QLocale.territoryToCode((locale or _locale_of_paper(environ or {}) or QLocale.system()).territory())
    return QPageSize.PageSizeId.Letter if code in _LETTER else QPageSize.PageSizeId.A4


def _locale_of_paper(environ: Mapping[str, str]) -> QLocale | None:
    """The locale of LC_PAPER, which LC_ALL overrides (POSIX); None where neither names a place."""
    name = (environ.get("LC_ALL") or environ.get("LC_PAPER") or "").split(".")[0].split("@")[0]
    return QLocale(name) if "_" in name else None


def describe(writer: QPdfWriter, title: str, language: str) -> None:
    """Have the file say its title, who made it, and in which language it is."""
    writer.setTitle(title)
    if hasattr(writer, "setAuthor"):  # since Qt 6.9
        writer.setAuthor(PROGRAM)
    writer.setCreator(PROGRAM)
    words = {"title": escape(title), "program": PROGRAM, "language": escape(language), "lang": quoteattr(language)}
    writer.setDocumentXmpMetadata(QByteArray(_XMP.format(**words).encode()))
