"""What the spreadsheet says about itself, for the person who fills it in."""

GUIDE = (
    ("Slik bruker du arket", "Fyll ut Bibliotek og Krav, og hent fila inn i Styrk."),
    ("Bibliotek", "Hva dette er, hvem som har gitt det ut, og hvilken utgave det er."),
    ("Tittel", "Må fylles ut."),
    ("Versjon", "Må fylles ut. En ny versjon blir en ny utgave; den gamle blir stående."),
    ("Kode", "Et kort navn, for eksempel OB-2026. Kode eller Urn må fylles ut."),
    ("Urn", "En varig id hvis kilden har en."),
    ("Språk", "Språkkode: nb, nn, en."),
    ("Datert", "Dokumentets dato: 31.12.2026 eller 2026-12-31."),
    ("Krav", "Ett krav eller én overskrift per rad, i den rekkefølgen de skal stå."),
    ("Id", "Må være unik. Er den tom, brukes Punkt."),
    ("Under", "Id-en til kravet eller overskriften som dette står under. Tom på øverste nivå."),
    ("Punkt", "Det folk viser til, for eksempel 3.2. Kolonnen er tekst, så 3.10 forblir 3.10."),
    ("Tekst", "Kravet slik det står i dokumentet."),
    ("Vurderes", "nei for overskrifter og orienteringer som ingen skal svare på. Ellers ja."),
    ("Type", "måltall, oppgave, varig krav eller orientering. Kan være tom."),
    ("Rytme", "månedlig, tertialvis eller årlig. Kan være tom."),
    ("Frist", "Dato: 31.12.2026 eller 2026-12-31."),
    ("Grupper", "Flere skilles med semikolon eller linjeskift."),
    ("Andre språk", "Lag en kolonne som heter Tittel [nn], Tekst [nn] eller Merknad [en]."),
    ("Øvrig", "Laget av Styrk når biblioteket har mer enn cellene rommer. La arket stå urørt."),
)
