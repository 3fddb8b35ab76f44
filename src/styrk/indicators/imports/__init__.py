"""Values from CSV and XLSX: read, judged, rehearsed, and taken in; all or nothing, or the valid by choice.

A rehearsal does everything and undoes it, so that what is previewed is what would be done.
"""

from styrk.indicators.imports.report import Report
from styrk.indicators.imports.shapes import MAPPINGS, Column, Shape, guessed
from styrk.indicators.imports.tables import MAX_BYTES, Table, Unreadable, opened, read_table
from styrk.indicators.imports.taking import Asked, import_values, run_import

__all__ = [
    "MAPPINGS",
    "MAX_BYTES",
    "Asked",
    "Column",
    "Report",
    "Shape",
    "Table",
    "Unreadable",
    "guessed",
    "import_values",
    "opened",
    "read_table",
    "run_import",
]
