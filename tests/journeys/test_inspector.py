"""Somebody from an authority reads the scope of their supervision, and nothing else, until it is ended."""

from datetime import date, timedelta

import pytest

from styrk.access import guests
from styrk.access.models import Guest
from styrk.compliance.jobs import keep_the_maps
from styrk.core import clock, scope
from styrk.inspections.commands.guests import admit
from tests.inspections.conftest import (  # noqa: F401 - fixtures
    authority,
    carried_out,
    found,
    mandate,
    planned,
    reported,
    upload,
)
from tests.inspections.test_guests import invited  # noqa: F401 - a fixture
from tests.journeys.visitor import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]


@pytest.fixture
def supervised(reported, found, authority, invited, quality_adviser, as_person, now):  # noqa: F811 - the fixtures
    """The supervision with its report, and the address that the contact gave."""
    keep_the_maps(now)
    audit = reported(
        found("breach"), kind="supervision", title="Tilsyn med legemidler", authority=authority
    )
    with as_person(quality_adviser):
        told = invited(covers=(date(2026, 1, 1), clock.day(now) + timedelta(days=30)))
        guest, word = admit(audit=audit, invited=told, by=quality_adviser, now=now)
    return audit, guest, word


def test_an_inspector_sees_the_scope_and_nothing_else(visitor, supervised):
    audit, guest, word = supervised
    inspector = visitor(view=PHONE)
    they_come_in_by_the_address_and_the_code(inspector, word, guest)
    they_read_what_they_look_at(inspector)
    they_find_nothing_else(inspector, audit)
    the_contact_sees_what_they_read_and_ends_it(visitor("quality_adviser", view=PHONE), audit)
    inspector.opens("/revisjoner/innsyn/", status=410).sees("spør Kine Kleppe")


def they_come_in_by_the_address_and_the_code(inspector, word, guest):
    inspector.opens(f"/revisjoner/innsyn/inn/{word}/").sees("Kari Tilsyn", "ka…@example.org")
    inspector.presses("Send meg koden").types("Koden fra e-posten", "12").presses("Logg inn")
    inspector.sees("Koden er feil eller for gammel")
    with scope.acting(scope.SYSTEM):
        code = guests.code_of(Guest.objects.get(pk=guest.pk))
    inspector.types("Koden fra e-posten", code).presses("Logg inn").sees("Tilsyn med legemidler")


def they_read_what_they_look_at(inspector):
    inspector.sees(
        "Statsforvalteren i Prøvefylket", "rapport.pdf", "Det du åpner, blir skrevet ned"
    )
    inspector.sees_nothing_of("Meld", "Min side").follows("Sengepost 1A")
    inspector.sees("Forskriftskart for Sengepost 1A", "§ 6 a", "Slik var kartet")
    inspector.types("Kartet slik det var", "2025-12-31").presses("Vis kartet")
    inspector.sees("Velg en dag i tiden som innsynet gjelder")
    inspector.follows("Funn og tiltak").sees("Dobbeltkontroll føres ikke", "Lovbrudd")


def they_find_nothing_else(inspector, audit):
    for path in ("/min-side/", "/avvik/", f"/revisjoner/{audit.uuid}/", "/forskriftskart/"):
        inspector.opens(path, status=404)


def the_contact_sees_what_they_read_and_ends_it(adviser, audit):
    adviser.opens(f"/revisjoner/{audit.uuid}/").follows("Innsyn utenfra")
    adviser.sees("Kari Tilsyn", "Forskriftskartet for Sengepost 1A", "Funn, svar og tiltak")
    adviser.follows("Avslutt innsynet").presses("Avslutt innsynet")
    adviser.sees("Innsynet er avsluttet", "Avsluttet")
