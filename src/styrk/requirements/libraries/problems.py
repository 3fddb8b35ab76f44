"""What is wrong with a file, where: a stable code, a bokmål sentence, and the values in it.

The app translates `MESSAGES[code]` and fills it with `values`; `text` is the bokmål, filled.
"""

from dataclasses import dataclass, field

from styrk.requirements.libraries.limits import MAX_PROBLEMS


def gettext_noop(text: str) -> str:
    """Marks a sentence for the catalogues, without Django; the app translates it."""
    return text


MESSAGES: dict[str, str] = {
    # The file as a whole.
    "empty": gettext_noop("Fila er tom."),
    "too_big": gettext_noop("Fila er større enn %(limit)s MB."),
    "too_big_text": gettext_noop("Tekstfila er større enn %(limit)s MB."),
    "pdf": gettext_noop("Dette er en PDF. Send kravene som YAML, JSON eller Excel (.xlsx)."),
    "old_excel": gettext_noop(
        "Dette er en gammel Excel-fil (.xls). Lagre den som .xlsx, og prøv igjen."
    ),
    "encrypted": gettext_noop(
        "Fila er beskyttet med passord. Lagre den uten passord, og prøv igjen."
    ),
    "binary": gettext_noop(
        "Vi kjenner ikke igjen denne filtypen. Send YAML, JSON eller Excel (.xlsx)."
    ),
    "markup": gettext_noop(
        "Dette er XML eller HTML. Send kravene som YAML, JSON eller Excel (.xlsx)."
    ),
    "not_utf8": gettext_noop(
        "Fila er ikke i UTF-8, men trolig i Latin-1 (Windows-1252). Lagre den som UTF-8."
    ),
    "broken_utf16": gettext_noop(
        "Fila sier at den er i UTF-16, men er ødelagt. Lagre den som UTF-8."
    ),
    "yaml": gettext_noop("Fila er ikke gyldig YAML her: %(value)s."),
    "json": gettext_noop("Fila er ikke gyldig JSON her: %(value)s."),
    "many_documents": gettext_noop("Fila har flere YAML-dokumenter. Send ett om gangen."),
    "yaml_tag": gettext_noop("YAML-merket %(value)s er ikke tillatt."),
    "yaml_key": gettext_noop("En nøkkel må være en tekst."),
    "yaml_merge": gettext_noop("Fletting med << støttes ikke. Skriv verdiene ut."),
    "yaml_ring": gettext_noop("Aliaset %(value)s viser til noe det selv er en del av."),
    "yaml_alias": gettext_noop("Aliaset %(value)s viser til et anker som ikke finnes."),
    "too_many_values": gettext_noop("Fila rommer mer enn %(limit)s verdier når den brettes ut."),
    "too_nested": gettext_noop("Verdiene ligger mer enn %(limit)s nivåer inni hverandre."),
    "duplicate_key": gettext_noop("Nøkkelen %(value)s står to ganger på samme sted."),
    "number": gettext_noop("Tallet %(value)s er for stort eller er ikke et tall."),
    "control_character": gettext_noop("Teksten har et usynlig styretegn (%(value)s). Fjern det."),
    "list_not_library": gettext_noop("Fila inneholder en liste, ikke et kravbibliotek."),
    "text_not_library": gettext_noop("Fila inneholder bare tekst, ikke et kravbibliotek."),
    "unknown_form": gettext_noop(
        "Fila er ikke et kravbibliotek vi kjenner: verken vårt eget, CISO Assistant eller en OSCAL-katalog."
    ),
    "form_version": gettext_noop("Vi kjenner bare versjon 1 av formatet, ikke %(value)s."),
    "oscal_other": gettext_noop(
        "Dette er et OSCAL-dokument av typen %(value)s. Vi leser bare kataloger (catalog)."
    ),
    "oscal_version": gettext_noop("Katalogen er i OSCAL %(value)s. Vi leser versjon 1."),
    "many_frameworks": gettext_noop("Fila har %(value)s rammeverk. Send ett om gangen."),
    "nothing_here": gettext_noop("Fila har verken krav, koblinger eller risikomatriser."),
    # Spreadsheets.
    "zip_broken": gettext_noop("Excel-fila er ødelagt og kan ikke åpnes."),
    "zip_not_sheet": gettext_noop("Dette er en zip-fil, men ikke en Excel-fil (.xlsx)."),
    "zip_bomb": gettext_noop("Fila pakkes ut til mye mer enn den gir seg ut for, og er avvist."),
    "zip_parts": gettext_noop("Fila består av flere enn %(limit)s deler."),
    "doctype": gettext_noop("Fila har XML-deklarasjoner som ikke er tillatt."),
    "too_many_sheets": gettext_noop("Regnearket har flere enn %(limit)s ark."),
    "sheet_missing": gettext_noop("Arket «%(value)s» mangler."),
    "sheet_unknown": gettext_noop(
        "Arket «%(value)s» kjenner vi ikke. Flytt kravene til arket «Krav», eller slett arket."
    ),
    "sheet_hidden": gettext_noop(
        "Arket «%(value)s» er skjult. Vis det, se over innholdet, og prøv igjen."
    ),
    "sheet_empty": gettext_noop("Arket «%(value)s» er tomt. Første rad skal ha kolonnenavn."),
    "too_many_rows": gettext_noop("Arket har flere enn %(limit)s rader med innhold."),
    "too_many_columns": gettext_noop("Arket har flere enn %(limit)s kolonner."),
    "merged": gettext_noop(
        "Cellene %(value)s er slått sammen. Del dem, og skriv verdien i hver celle."
    ),
    "formula": gettext_noop("Cellen har en formel. Lim inn verdien i stedet."),
    "cell_error": gettext_noop("Cellen viser en feil fra Excel: %(value)s."),
    "cell_kind": gettext_noop(
        "Cellen har et klokkeslett eller en varighet (%(value)s). Skriv det som tekst."
    ),
    "date_as_text": gettext_noop(
        "Excel har gjort verdien om til en dato (%(value)s). Gjør kolonnen om til tekst, og skriv verdien på nytt."
    ),
    "number_as_point": gettext_noop(
        "Excel har lagret %(value)s som et tall. Sto det null bakerst (som i 3.10), er den borte. Se etter at det stemmer."
    ),
    "column_missing": gettext_noop("Kolonnen «%(value)s» mangler."),
    "column_unknown": gettext_noop(
        "Kolonnen «%(value)s» kjenner vi ikke. Kjente kolonner: %(known)s."
    ),
    "column_kept": gettext_noop(
        "Kolonnen «%(value)s» kjenner vi ikke. Innholdet følger med, men brukes ikke."
    ),
    "column_twice": gettext_noop("Kolonnen «%(value)s» står to ganger."),
    "column_unnamed": gettext_noop("Cellen har innhold, men kolonnen har ikke noe navn."),
    "row_unknown": gettext_noop("Raden «%(value)s» kjenner vi ikke. Kjente rader: %(known)s."),
    "row_twice": gettext_noop("Raden «%(value)s» står to ganger."),
    # Fields.
    "field_unknown": gettext_noop("Feltet «%(value)s» kjenner vi ikke. Kjente felt: %(known)s."),
    "missing": gettext_noop("Feltet «%(value)s» mangler."),
    "not_text": gettext_noop("Her skal det stå en tekst."),
    "not_list": gettext_noop("Her skal det stå en liste."),
    "not_group": gettext_noop("Her skal det stå felt med navn og verdi."),
    "not_date": gettext_noop("«%(value)s» er ikke en dato. Skriv 31.12.2026 eller 2026-12-31."),
    "not_yes_no": gettext_noop("«%(value)s» er verken ja eller nei."),
    "not_whole": gettext_noop("«%(value)s» er ikke et helt tall."),
    "not_choice": gettext_noop("«%(value)s» er ikke et av valgene: %(known)s."),
    "not_language": gettext_noop("«%(value)s» er ikke en språkkode, som nb, nn eller en."),
    "not_json": gettext_noop("Innholdet i arket «Øvrig» er endret og kan ikke leses."),
    "unknown_rest": gettext_noop(
        "Arket «Øvrig» har innhold for «%(value)s», som ikke finnes i arket «Krav»."
    ),
    "not_overlay": gettext_noop("Det Styrk har lagt til i fila, er endret og kan ikke leses."),
    "nothing_said": gettext_noop("Kravet har verken punkt, tittel eller tekst."),
    "ref_lines": gettext_noop("En id må stå på én linje."),
    # How requirements hang together.
    "duplicate_ref": gettext_noop("Id-en «%(value)s» er brukt før (%(first)s)."),
    "unknown_parent": gettext_noop("Det overordnede kravet «%(value)s» finnes ikke i fila."),
    "own_parent": gettext_noop("Kravet «%(value)s» er satt under seg selv."),
    "ring": gettext_noop("Kravene går i ring: %(value)s."),
    "too_many_levels": gettext_noop("Kravet «%(value)s» ligger mer enn %(limit)s nivåer ned."),
    "too_many_items": gettext_noop("Fila har flere enn %(limit)s krav."),
    "depth_jump": gettext_noop(
        "Dybden hopper fra %(before)s til %(value)s. Et nivå mangler imellom."
    ),
    "block_unknown": gettext_noop("Arket er av typen «%(value)s», som vi ikke kjenner."),
    "block_missing": gettext_noop("Arket «%(value)s» er omtalt, men finnes ikke."),
    "unknown_prefix": gettext_noop(
        "Forkortelsen foran «%(value)s» finnes ikke blant forkortelsene for urn."
    ),
    "unknown_answer": gettext_noop("Svartypen «%(value)s» finnes ikke."),
    "answers_count": gettext_noop("Det er %(value)s spørsmål, men %(answers)s svartyper."),
    "grid_shape": gettext_noop(
        "Rutenettet passer ikke: %(rows)s rader og %(columns)s kolonner ventet."
    ),
    "grid_value": gettext_noop("Ruten viser til risikonivå %(value)s, som ikke finnes."),
    "many_more": gettext_noop("Det er flere feil enn de %(limit)s som vises her."),
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
