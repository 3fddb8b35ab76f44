"""An edition as a file that can be read in again, in five forms."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from styrk.requirements import frameworks
from styrk.requirements.libraries import (
    Library,
    write_ciso_xlsx,
    write_ciso_yaml,
    write_oscal_json,
    write_own_xlsx,
    write_own_yaml,
)
from styrk.requirements.models import Edition
from styrk.requirements.queries import rows_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Form:
    """A form of file: what it is called, how a name of one ends, what the web calls it."""

    name: str
    ending: str
    media: str
    write: Callable[[Library], bytes]


FORMS = {
    "yaml": Form("Styrk YAML", ".yaml", "application/yaml", write_own_yaml),
    "xlsx": Form("Excel", ".xlsx", XLSX, write_own_xlsx),
    "ciso": Form("CISO Assistant", ".ciso.yaml", "application/yaml", write_ciso_yaml),
    "ciso-xlsx": Form("CISO Assistant Excel", ".ciso.xlsx", XLSX, write_ciso_xlsx),
    "oscal": Form("OSCAL", ".oscal.json", "application/json", write_oscal_json),
}


def exported(edition: Edition, form: str) -> bytes:
    """The edition in one of FORMS. Needs `edition.source`."""
    return FORMS[form].write(frameworks.as_library(edition, rows_of(edition)))


def file_name(edition: Edition, form: str) -> str:
    """A plain name: letters, digits, dots and hyphens."""
    told = f"{edition.source.code}-{edition.label}"
    return re.sub(r"[^A-Za-z0-9.]+", "-", told).strip("-.")[:80] + FORMS[form].ending
