"""Documents: what one holds as plain data, and writers of PDF and Word. No Django, no domain.

Every text is data: whatever stands in it comes out as it was written, in every form.
"""

from styrk.core.papers.naming import MEDIA, named
from styrk.core.papers.pdf import pdf, picture, pictures
from styrk.core.papers.shape import (
    Block,
    Bullets,
    Cell,
    Facts,
    Language,
    Note,
    Paper,
    Paragraph,
    Picture,
    Quote,
    Section,
    Signed,
    Table,
    Tone,
)
from styrk.core.papers.word import docx
from styrk.core.papers.wording import writable

__all__ = [
    "MEDIA",
    "Block",
    "Bullets",
    "Cell",
    "Facts",
    "Language",
    "Note",
    "Paper",
    "Paragraph",
    "Picture",
    "Quote",
    "Section",
    "Signed",
    "Table",
    "Tone",
    "docx",
    "named",
    "pdf",
    "picture",
    "pictures",
    "writable",
]
