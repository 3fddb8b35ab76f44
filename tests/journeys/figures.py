"""Figures of falls: the indicator, a file of them, and how a person chooses the file."""

from datetime import date

import pytest
from playwright.sync_api import Locator

from styrk.indicators import periods
from tests.journeys.visitor import Visitor

FALLS = "Opphold med fall"
BEFORE = (12, 9, 11, 14, 10, 8, 13, 11, 9, 12, 10, 11, 13, 9)


@pytest.fixture
def falls(define):
    return define("falls", name=FALLS)


def file_of(numbers, *more: str, until=date(2026, 9, 1)) -> bytes:
    """As a spreadsheet in Norwegian writes it, the last of them that of the month `until`."""
    first = periods.moved("month", until, 1 - len(numbers))
    rows = [
        f"falls;f.med.1.a;{periods.moved('month', first, step):%m.%Y};{number},0;100"
        for step, number in enumerate(numbers)
    ]
    return "\n".join(["indikator;enhet;periode;teller;nevner", *rows, *more]).encode("utf-8-sig")


def upload(person: Visitor, name: str, content: bytes) -> Locator:
    field = person.page.get_by_label("Filer")
    field.set_input_files([{"name": name, "mimeType": "text/csv", "buffer": content}])
    return field
