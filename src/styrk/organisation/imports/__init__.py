"""Import of units, people and posts from CSV: read, compare, show, and apply in one transaction.

`read` changes nothing. `apply` compares anew under the lock that all changes of the organisation
share, so that what was previewed and what is done cannot differ without an error. The formats are
described in `formats.py`, foreign files in `mappings.toml`.
"""

from styrk.core.files import SourceFile
from styrk.organisation.imports.applying import HasErrors, apply
from styrk.organisation.imports.following import Followed, followed, left_without
from styrk.organisation.imports.formats import FORMATS, template
from styrk.organisation.imports.limits import NotOneself
from styrk.organisation.imports.mappings import MAPPINGS
from styrk.organisation.imports.plan import Plan, read
from styrk.organisation.imports.report import Report, run_import
from styrk.organisation.imports.rows import Counts, Note, RowError

__all__ = [
    "FORMATS",
    "MAPPINGS",
    "Counts",
    "Followed",
    "HasErrors",
    "NotOneself",
    "Note",
    "Plan",
    "Report",
    "RowError",
    "SourceFile",
    "apply",
    "followed",
    "left_without",
    "read",
    "run_import",
    "template",
]
