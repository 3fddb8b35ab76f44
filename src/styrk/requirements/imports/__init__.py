"""Import of requirement libraries and laws from files: read, rehearse, and take in, all or nothing.

A rehearsal does everything and undoes it, so that what is previewed is what would be done.
"""

from styrk.core.files import SourceFile
from styrk.requirements.imports.files import opened
from styrk.requirements.imports.laws import import_law
from styrk.requirements.imports.libraries import import_library
from styrk.requirements.imports.report import Line, Outcome, Report

__all__ = [
    "Line",
    "Outcome",
    "Report",
    "SourceFile",
    "import_law",
    "import_library",
    "opened",
]
