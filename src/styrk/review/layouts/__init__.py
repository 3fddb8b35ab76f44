"""The kinds of reports, as files: our own, or the organisation's in the folder of STYRK_REPORTS.

Ours are those of hospital trusts; with STYRK_REPORTS=kommune, those of a municipality.
"""

from pathlib import Path

from django.conf import settings

from styrk.review.layouts.reading import OWN, Layouts, read, read_folder
from styrk.review.layouts.shape import Due, Layout, LayoutWrong, Section, Words, Writer

KOMMUNE = "kommune"

__all__ = [
    "Due",
    "Layout",
    "LayoutWrong",
    "Layouts",
    "Section",
    "Words",
    "Writer",
    "all_layouts",
    "folder",
    "layout",
    "read",
    "read_folder",
]


def folder() -> Path:
    if settings.REPORTS == KOMMUNE:
        return OWN / KOMMUNE
    return Path(settings.REPORTS) if settings.REPORTS else OWN


def all_layouts() -> Layouts:
    """By code. Raises LayoutWrong where the organisation's files are wrong: none are used then."""
    return read_folder(folder())


def layout(code: str) -> Layout | None:
    return all_layouts().get(code)
