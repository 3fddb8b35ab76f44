"""The cells of one row as values; what cannot be one is noted as an error on row and column."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from styrk.core import guard
from styrk.organisation.imports.rows import Rows, Where
from styrk.organisation.rules import is_organisation_number

LONGEST = 200
YES = {"1", "ja", "true", "x", "sann"}
NO = {"", "0", "nei", "false", "usann"}
DAYS = ("%Y-%m-%d", "%d.%m.%Y")


class Cells:
    """One row. `faulty` tells whether something in it was refused."""

    def __init__(self, where: Where, cells: dict[str, str], rows: Rows) -> None:
        self.where = where
        self.cells = cells
        self.rows = rows
        self.faulty = False

    def refuse(self, column: str, message: str) -> None:
        self.faulty = True
        self.rows.refuse(self.where, column, message)

    def text(self, column: str, *, needed: bool = False) -> str:
        text = self.cells[column]
        if needed and not text:
            self.refuse(column, _("Feltet må fylles ut."))
        elif len(text) > LONGEST:
            self.refuse(column, _("Teksten er lengre enn %(most)s tegn.") % {"most": LONGEST})
        elif guard.has_person_number(text):
            # Never repeat it: the message is shown, logged and kept.
            self.refuse(column, _("Feltet ser ut til å inneholde et fødselsnummer. Ta det bort."))
        return text

    def day(self, column: str) -> date | None:
        text = self.cells.get(column)
        if not text:
            return None
        for form in DAYS:
            try:
                return datetime.strptime(text, form).date()  # noqa: DTZ007 (a day has no time)
            except ValueError:
                continue
        message = _("«%(text)s» er ikke en dato. Skriv 2026-11-21 eller 21.11.2026.")
        self.refuse(column, message % {"text": text[:LONGEST]})
        return None

    def yes(self, column: str) -> bool:
        text = self.cells[column].lower()
        if text not in YES | NO:
            self.refuse(column, _("Skriv 1 eller 0 (ja eller nei)."))
        return text in YES

    def organisation_number(self, column: str) -> str:
        text = self.cells[column].replace(" ", "")
        if text and not is_organisation_number(text):
            message = _("«%(text)s» er ikke et gyldig organisasjonsnummer. Se over de ni sifrene.")
            self.refuse(column, message % {"text": text[:LONGEST]})
        return text

    def email(self, column: str) -> str:
        text = self.cells[column]
        try:
            validate_email(text or "a@a.no")
        except ValidationError:
            self.refuse(column, _("Dette er ikke en gyldig e-postadresse."))
        return text

    def period(self, first: str, last: str) -> tuple[date | None, date | None]:
        start, end = self.day(first), self.day(last)
        if start and end and end < start:
            self.refuse(last, _("Sluttdatoen er før startdatoen."))
        return start, end
