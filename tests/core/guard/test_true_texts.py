"""Texts as they are written on a ward: those that name nobody, and those that do."""

import pytest

from styrk.core.guard import find
from tests.core.guard.shown import shown
from tests.core.guard.synthetic import BORN, person_number

FNR = person_number(BORN)
DNR = person_number(BORN, 3, day_added=40)

NOBODY = [
    "Pasienten falt på badet på rom 412 kl. 03.15 natt til 12.03.2026. Ingen synlig skade.",
    "Fikk 100 000 IE i stedet for 10 000 IE. Oppdaget ved dobbeltkontroll kl 22:30.",
    "Hans seng sto uten bremser. Dag og natt har det manglet folk, og Liv er redd for uhell.",
    "Storm tok strømmen. Sol og vind hjalp ikke. Bjørn og Berg er ord.",
    "Se også avvik 2026-1040, 2026-1041 og 2025-998 (samleavvik S-2026-12).",
    "Infusjonspumpe Alaris GH, serienr. 80012345, batch 23K0456A, LOT 22B17, utløp 2027-04.",
    "Medisinsk sengepost 2 ringte AMK på 113 og legevakten på 116117. Sentralbord 02800.",
    "Oslo universitetssykehus HF, Helse Fjell HF, St. Olavs hospital og Haukeland.",
    "Overført fra Martina Hansens Hospital til Medisinsk klinikk, Helse Sør-Øst RHF.",
    "Orgnr. 974 707 152. Kostnad ca. 1 000 000 kr, budsjett 45 000 000 kr for 2026-2029.",
    "BT 120/80, puls 72, temp 38,5, SpO2 94 %, RF 18, NEWS 5, GCS 15, vekt 78,5 kg.",
    "Paracet 1 g x 4, Ibux 400 mg x 3, Fragmin 5000 IE x 1, Marevan 2,5 mg etter INR 2,4.",
    "Blodsukker 4,2 - 7,8 - 12,1 - 15,0. Insulin 4 + 6 + 8 + 10 E. CRP 12 45 80 120.",
    "Målt 37,2 38,1 38,9 39,4 i løpet av vakta. Diurese 20 30 25 40 ml.",
    "Tidspunkt 2026-03-12T14:30:00+01:00, logg 20260312143000, versjon 10.20.30.40.",
    "Ventetid 2019 2020 2021 2022 2023: 41 44 48 52 50 dager.",
    "Kari Nordmanns vei 12 er adressen til boligen.",
    "K.N. og O.B. var på vakt. KN meldte fra til seksjonsleder.",
    "ISBN 978-82-450-1234-5, EAN 7038010009457, KID 0012345678901.",
    "Uke 12-14, 09.00-15.30, rom 3.14, post 4B, seng 2, etasje 7.",
    "Krav 3.1.2, § 8 e, jf. forskrift 28. oktober 2016 nr. 1250 og lov 2. juli 1999 nr. 63.",
    "Pasienten på 87 år, fødd på Voss, er no på Voss sjukehus. Pårørande er varsla.",
    "Finn Medisinsk sengepost i kartet. Per dags dato er det 3 av 12 senger.",
    "Bruker Sara Stedy ved forflytning. Marte Meo er forsøkt. CRP sank til 12.",
    "Journalnotat 12.03.2026 mangler. DIPS Arena var nede fra 02.10 til 04.45.",
    "Legen kom. Mor var til stede, og far ble ringt. Datter informert 13.03.",
    "https://helsenorge.no/sak/91234567?id=41234567 og \\\\server\\post\\12",
    "Følg @sykehuset. Pris 2 @ 450 kr.",
]

SOMEBODY = [
    ("Fnr 120350 12345 stemte ikke.", ["date_of_birth"]),
    (f"Feil pasient: {FNR} fikk prøven til {DNR}.", ["fnr", "dnr"]),
    (f"Pasient {FNR[:6]} {FNR[6:]}, mor tlf 912 34 567.", ["fnr", "phone"]),
    ("Fru Hansen på rom 3 fikk medisinen til Ola N.", ["name", "name"]),
    ("Ring pårørende (Kari Nordmann) på 91 23 45 67.", ["name", "phone"]),
    ("Skriv til kari.nordmann@sykehus.no eller +46 70 123 45 67.", ["email", "phone"]),
    ("Pasient født 12.03.1950, journalnr 123456.", ["date_of_birth", "record_number"]),
    ("Pasienten f. 120350 heter Abebech Tesfaye.", ["date_of_birth", "name"]),
    ("NPR-id 1234567 ble byttet med DIPS-nummer 7654321.", ["record_number", "record_number"]),
    ("Nordmann, Kari (f. 12/3-50) ble sendt hjem.", ["name", "date_of_birth"]),
]


@pytest.mark.parametrize("text", NOBODY)
def test_text_that_names_nobody(text):
    assert shown(text) == []


@pytest.mark.parametrize(("text", "kinds"), SOMEBODY)
def test_text_that_names_somebody(text, kinds):
    assert [finding.kind.value for finding in find(text)] == kinds
