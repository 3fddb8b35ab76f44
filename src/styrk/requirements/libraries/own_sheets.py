"""Our own spreadsheet: the sheets, and the names of rows and columns in them."""

from styrk.requirements.libraries.own import ENTRY, FORM_VERSION, HEADER

LIBRARY_SHEET = "Bibliotek"
REQUIREMENT_SHEET = "Krav"
REST_SHEET = "Øvrig"
GUIDE_SHEET = "Veiledning"
SHEETS = (LIBRARY_SHEET, REQUIREMENT_SHEET, REST_SHEET, GUIDE_SHEET)

FORM_ROW = "Format"
FORM = f"Kravbibliotek {FORM_VERSION}"


def title_of(key: str) -> str:
    """The name on the screen of a field: `tittel` is "Tittel"."""
    return key[:1].upper() + key[1:]


# Key in our document -> name of the row or column.
ROWS = {column.key: title_of(column.key) for column in HEADER}
COLUMNS = {column.key: title_of(column.key) for column in ENTRY}
DATE_KEYS = {column.key for column in (*HEADER, *ENTRY) if column.sort == "date"}
LIST_KEYS = {column.key for column in ENTRY if column.sort == "words"}
# Where a number that has lost a nought at its end would be another requirement.
POINT_KEYS = {"id", "under", "punkt"}

REST_OF = "Gjelder"  # the id of a requirement; empty for the library
REST_FIELD = "Felt"
REST_NUMBER = "Del"
REST_VALUE = "Verdi"
REST_COLUMNS = (REST_OF, REST_FIELD, REST_NUMBER, REST_VALUE)
