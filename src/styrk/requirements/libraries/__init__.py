"""Requirement libraries as files: read from any form we know, written in five.

    told = read(data, "oppdrag-2026.xlsx")
    told.library or [(str(one.place), one.text) for one in told.problems]

Nothing here knows of Django or the rest of Styrk. The forms: our own YAML and spreadsheet
(`docs/formats/requirement-library.md`), CISO Assistant's YAML and Excel, OSCAL catalogs.
"""

from styrk.requirements.libraries.ciso_excel_out import write_ciso_xlsx
from styrk.requirements.libraries.ciso_out import write_ciso_yaml
from styrk.requirements.libraries.oscal_out import write_oscal_json
from styrk.requirements.libraries.own_xlsx_out import template_xlsx, write_own_xlsx
from styrk.requirements.libraries.own_yaml import write_own_yaml
from styrk.requirements.libraries.problems import MESSAGES, Place, Problem
from styrk.requirements.libraries.reading import Read, read
from styrk.requirements.libraries.shape import (
    KINDS,
    RHYTHMS,
    Item,
    Level,
    Library,
    Mapping,
    MappingSet,
    RiskMatrix,
)

__all__ = [
    "KINDS",
    "MESSAGES",
    "RHYTHMS",
    "Item",
    "Level",
    "Library",
    "Mapping",
    "MappingSet",
    "Place",
    "Problem",
    "Read",
    "RiskMatrix",
    "read",
    "template_xlsx",
    "write_ciso_xlsx",
    "write_ciso_yaml",
    "write_oscal_json",
    "write_own_xlsx",
    "write_own_yaml",
]
