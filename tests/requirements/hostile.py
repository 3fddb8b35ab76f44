"""Files that must be refused: each with the words that tell why."""

import io
import zipfile

from tests.requirements.libraries.files import as_json, as_yaml, catalog, filled, own

MEGABYTE = 1024 * 1024
FNR = "13097248022"


def bomb() -> bytes:
    """A spreadsheet whose sheet unpacks to 200 MB."""
    was = zipfile.ZipFile(io.BytesIO(filled({"Punkt": "1", "Tekst": "Noe"})))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in was.infolist():
            content = was.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content += b" " * (200 * MEGABYTE)
            new.writestr(part.filename, content)
    return made.getvalue()


def ring() -> bytes:
    return as_yaml(
        own({"id": "a", "under": "b", "tekst": "A"}, {"id": "b", "under": "a", "tekst": "B"})
    )


# Name: (file, its bytes, what is said).
LIBRARIES = {
    "wrong type": ("rapport.pdf", lambda: b"%PDF-1.7\n", "Dette er en PDF."),
    "picture": ("bilde.png", lambda: b"\x89PNG\r\n\x1a\n\x00\x00", "kjenner ikke igjen"),
    "ring": ("ring.yaml", ring, "Kravene går i ring: a → b → a."),
    "duplicate": (
        "to.yaml",
        lambda: as_yaml(own({"id": "a", "tekst": "A"}, {"id": "a", "tekst": "B"})),
        "Id-en «a» er brukt før",
    ),
    "unknown parent": (
        "mor.yaml",
        lambda: as_yaml(own({"id": "a", "under": "borte", "tekst": "A"})),
        "Det overordnede kravet «borte» finnes ikke",
    ),
    "too big": ("stor.yaml", lambda: b"# " + b"x" * (51 * MEGABYTE), "større enn 50 MB"),
    "bomb": ("bombe.xlsx", bomb, "pakkes ut til mye mer"),
    "aliases": (
        "latter.yaml",
        lambda: (
            b"a: &a [x, x, x, x, x, x, x, x, x]\n"
            + b"".join(
                f"{n}: &{n} [{', '.join([f'*{m}'] * 9)}]\n".encode()
                for m, n in zip("abcdefgh", "bcdefghi", strict=True)
            )
        ),
        "verdier når den brettes ut",
    ),
    "identity": (
        "navn.yaml",
        lambda: as_yaml(own({"id": "a", "tekst": f"Ring {FNR}"})),
        "Teksten inneholder et fødselsnummer.",
    ),
    "long name": (
        "lang.yaml",
        lambda: as_yaml(own({"id": "a" * 3000, "tekst": "A"})),
        "Bruk høyst 500 tegn",
    ),
    "nothing": ("tom.yaml", lambda: as_yaml(own()), "krav"),
    "other oscal": (
        "plan.json",
        lambda: as_json({"assessment-plan": {"uuid": "u"}}),
        "av typen assessment-plan",
    ),
    "null": ("null.json", lambda: as_json(catalog({"id": "a\x00", "title": "A"})), "styretegn"),
}
LAWS = {
    "wrong type": ("rapport.pdf", lambda: b"%PDF-1.7\n", "verken JSON eller HTML/XML"),
    "too big": ("stor.json", lambda: b"{" + b" " * (51 * MEGABYTE), "MB"),
    "entities": (
        "latter.xml",
        lambda: b'<!DOCTYPE a [<!ENTITY b "c">]><html><main class="documentBody">&b;</main></html>',
        "egne XML-definisjoner",
    ),
    "list": ("liste.json", lambda: b"[1]", "er en liste"),
    "broken": ("halv.json", lambda: b'{"meta": {', "ikke gyldig JSON"),
    "no refid": ("uten.json", lambda: b'{"meta": {"tittel": "Lov"}, "paragrafer": []}', "refid"),
}
