"""What is wrong with a file, where: a stable code, a bokmål sentence, and the values in it.

The app translates `MESSAGES[code]` and fills it with `values`; `text` is the bokmål, filled.
"""

from dataclasses import dataclass, field

from styrk.requirements.libraries.limits import MAX_PROBLEMS

MESSAGES: dict[str, str] = {
    # The file as a whole.
    "empty": "Filen er tom.",
    "too_big": "Filen er større enn %(limit)s MB.",
    "too_big_text": "Tekstfilen er større enn %(limit)s MB.",
    "pdf": "Dette er en PDF. Send kravene som YAML, JSON eller Excel (.xlsx).",
    "old_excel": "Dette er en gammel Excel-fil (.xls). Lagre den som .xlsx, og prøv igjen.",
    "encrypted": "Filen er beskyttet med passord. Lagre den uten passord, og prøv igjen.",
    "binary": "Vi kjenner ikke igjen denne filtypen. Send YAML, JSON eller Excel (.xlsx).",
    "markup": "Dette er XML eller HTML. Send kravene som YAML, JSON eller Excel (.xlsx).",
    "not_utf8": "Filen er ikke i UTF-8, men trolig i Latin-1 (Windows-1252). Lagre den som UTF-8.",
    "broken_utf16": "Filen sier at den er i UTF-16, men er ødelagt. Lagre den som UTF-8.",
    "yaml": "Filen er ikke gyldig YAML her: %(value)s.",
    "json": "Filen er ikke gyldig JSON her: %(value)s.",
    "many_documents": "Filen har flere YAML-dokumenter. Send ett om gangen.",
    "yaml_tag": "YAML-merket %(value)s er ikke tillatt.",
    "yaml_key": "En nøkkel må være en tekst.",
    "yaml_merge": "Fletting med << støttes ikke. Skriv verdiene ut.",
    "yaml_ring": "Aliaset %(value)s viser til noe det selv er en del av.",
    "yaml_alias": "Aliaset %(value)s viser til et anker som ikke finnes.",
    "too_many_values": "Filen rommer mer enn %(limit)s verdier når den brettes ut.",
    "too_nested": "Verdiene ligger mer enn %(limit)s nivåer inni hverandre.",
    "duplicate_key": "Nøkkelen %(value)s står to ganger på samme sted.",
    "number": "Tallet %(value)s er for stort eller er ikke et tall.",
    "control_character": "Teksten har et usynlig styretegn (%(value)s). Fjern det.",
    "list_not_library": "Filen inneholder en liste, ikke et kravbibliotek.",
    "text_not_library": "Filen inneholder bare tekst, ikke et kravbibliotek.",
    "unknown_form": "Filen er ikke et kravbibliotek vi kjenner: hverken vårt eget, CISO Assistant eller en OSCAL-katalog.",
    "form_version": "Vi kjenner bare versjon 1 av formatet, ikke %(value)s.",
    "oscal_other": "Dette er et OSCAL-dokument av typen %(value)s. Vi leser bare kataloger (catalog).",
    "oscal_version": "Katalogen er i OSCAL %(value)s. Vi leser versjon 1.",
    "many_frameworks": "Filen har %(value)s rammeverk. Send ett om gangen.",
    "nothing_here": "Filen har hverken krav, koblinger eller risikomatriser.",
    # Spreadsheets.
    "zip_broken": "Excel-filen er ødelagt og kan ikke åpnes.",
    "zip_not_sheet": "Dette er en zip-fil, men ikke en Excel-fil (.xlsx).",
    "zip_bomb": "Filen pakkes ut til mye mer enn den gir seg ut for, og er avvist.",
    "zip_parts": "Filen består av flere enn %(limit)s deler.",
    "doctype": "Filen har XML-deklarasjoner som ikke er tillatt.",
    "too_many_sheets": "Regnearket har flere enn %(limit)s ark.",
    "sheet_missing": "Arket «%(value)s» mangler.",
    "sheet_unknown": "Arket «%(value)s» kjenner vi ikke. Flytt kravene til arket «Krav», eller slett arket.",
    "sheet_hidden": "Arket «%(value)s» er skjult. Vis det, se over innholdet, og prøv igjen.",
    "sheet_empty": "Arket «%(value)s» er tomt. Første rad skal ha kolonnenavn.",
    "too_many_rows": "Arket har flere enn %(limit)s rader med innhold.",
    "too_many_columns": "Arket har flere enn %(limit)s kolonner.",
    "merged": "Cellene %(value)s er slått sammen. Del dem, og skriv verdien i hver celle.",
    "formula": "Cellen har en formel. Lim inn verdien i stedet.",
    "cell_error": "Cellen viser en feil fra Excel: %(value)s.",
    "cell_kind": "Cellen har et klokkeslett eller en varighet (%(value)s). Skriv det som tekst.",
    "date_as_text": "Excel har gjort verdien om til en dato (%(value)s). Gjør kolonnen om til tekst, og skriv verdien på nytt.",
    "number_as_point": "Excel har lagret %(value)s som et tall. Sto det null bakerst (som i 3.10), er den borte. Se etter at det stemmer.",
    "column_missing": "Kolonnen «%(value)s» mangler.",
    "column_unknown": "Kolonnen «%(value)s» kjenner vi ikke. Kjente kolonner: %(known)s.",
    "column_kept": "Kolonnen «%(value)s» kjenner vi ikke. Innholdet følger med, men brukes ikke.",
    "column_twice": "Kolonnen «%(value)s» står to ganger.",
    "column_unnamed": "Cellen har innhold, men kolonnen har ikke noe navn.",
    "row_unknown": "Raden «%(value)s» kjenner vi ikke. Kjente rader: %(known)s.",
    "row_twice": "Raden «%(value)s» står to ganger.",
    # Fields.
    "field_unknown": "Feltet «%(value)s» kjenner vi ikke. Kjente felt: %(known)s.",
    "missing": "Feltet «%(value)s» mangler.",
    "not_text": "Her skal det stå en tekst.",
    "not_list": "Her skal det stå en liste.",
    "not_group": "Her skal det stå felt med navn og verdi.",
    "not_date": "«%(value)s» er ikke en dato. Skriv 31.12.2026 eller 2026-12-31.",
    "not_yes_no": "«%(value)s» er hverken ja eller nei.",
    "not_whole": "«%(value)s» er ikke et helt tall.",
    "not_choice": "«%(value)s» er ikke et av valgene: %(known)s.",
    "not_language": "«%(value)s» er ikke en språkkode, som nb, nn eller en.",
    "not_json": "Innholdet i arket «Øvrig» er endret og kan ikke leses.",
    "unknown_rest": "Arket «Øvrig» har innhold for «%(value)s», som ikke finnes i arket «Krav».",
    "not_overlay": "Det Styrk har lagt til i filen, er endret og kan ikke leses.",
    "nothing_said": "Kravet har hverken punkt, tittel eller tekst.",
    "ref_lines": "En id må stå på én linje.",
    # How requirements hang together.
    "duplicate_ref": "Id-en «%(value)s» er brukt før (%(first)s).",
    "unknown_parent": "Det overordnede kravet «%(value)s» finnes ikke i filen.",
    "own_parent": "Kravet «%(value)s» er satt under seg selv.",
    "ring": "Kravene går i ring: %(value)s.",
    "too_many_levels": "Kravet «%(value)s» ligger mer enn %(limit)s nivåer ned.",
    "too_many_items": "Filen har flere enn %(limit)s krav.",
    "depth_jump": "Dybden hopper fra %(before)s til %(value)s. Et nivå mangler imellom.",
    "block_unknown": "Arket er av typen «%(value)s», som vi ikke kjenner.",
    "block_missing": "Arket «%(value)s» er omtalt, men finnes ikke.",
    "unknown_prefix": "Forkortelsen foran «%(value)s» finnes ikke blant forkortelsene for urn.",
    "unknown_answer": "Svartypen «%(value)s» finnes ikke.",
    "answers_count": "Det er %(value)s spørsmål, men %(answers)s svartyper.",
    "grid_shape": "Rutenettet passer ikke: %(rows)s rader og %(columns)s kolonner ventet.",
    "grid_value": "Ruten viser til risikonivå %(value)s, som ikke finnes.",
    "many_more": "Det er flere feil enn de %(limit)s som vises her.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a file: sheet and row of a spreadsheet, line of a YAML file, path of a JSON file.

    `row` counts from 1; 0 is no row. `name` is a column, a field, or a path with slashes.
    """

    file: str
    sheet: str = ""
    row: int = 0
    name: str = ""

    def at(self, name: str) -> "Place":
        """A field in this place."""
        inside = f"{self.name}/{name}" if self.name else name
        return Place(file=self.file, sheet=self.sheet, row=self.row, name=inside)

    def __str__(self) -> str:
        row = f"{'rad' if self.sheet else 'linje'} {self.row}" if self.row else ""
        return ", ".join(part for part in (self.file, self.sheet, row, self.name) if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong (or worth a look), in one place."""

    place: Place
    code: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def value(self) -> str:
        """What stood there, shortened."""
        return self.values.get("value", "")

    @property
    def text(self) -> str:
        """The sentence in bokmål."""
        return MESSAGES[self.code] % self.values


class Refused(Exception):
    """The file as a whole is refused, for one reason."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text)
        self.problem = problem


def refused(place: Place, code: str, **values: object) -> Refused:
    return Refused(problem(place, code, **values))


def problem(place: Place, code: str, **values: object) -> Problem:
    return Problem(place, code, {name: _short(value) for name, value in values.items()})


def _short(value: object) -> str:
    """What a person recognises, in one line, however long or odd it was."""
    line = " ".join(str(value).split())
    told = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)
    return told if len(told) <= 200 else f"{told[:199]}…"


class Problems:
    """The problems of one file as they are found, never more than `MAX_PROBLEMS`."""

    def __init__(self) -> None:
        self.found: list[Problem] = []
        self.warnings: list[Problem] = []

    def add(self, place: Place, code: str, **values: object) -> None:
        _add(self.found, problem(place, code, **values))

    def warn(self, place: Place, code: str, **values: object) -> None:
        _add(self.warnings, problem(place, code, **values))


def _add(told: list[Problem], one: Problem) -> None:
    if len(told) < MAX_PROBLEMS:
        told.append(one)
    elif len(told) == MAX_PROBLEMS:
        told.append(problem(Place(file=one.place.file), "many_more", limit=MAX_PROBLEMS))
