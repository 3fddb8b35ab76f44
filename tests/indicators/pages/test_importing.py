"""Values from files on the page: what would happen, and then all of it, or what is in order."""

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from styrk.access.models import Preview
from styrk.core import scope
from styrk.indicators.models import Figure, Measurement
from tests.clients import yes_to

AT = "/indikatorer/les-inn/"
GOOD = "indikator;enhet;periode;teller;nevner\nfalls;f.med.1.a;2026-09;3;100\nfalls;f.med.1.a;okt. 2026;4,0;1 100\n"
MIXED = GOOD + "falls;f.med.1.a;2026-08;9;4\nrart;f.med.1.a;2026-07;1;10\n"


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def uploaded(text, name="tall.csv"):
    return {"uploads": SimpleUploadedFile(name, text.encode()), "mapping": "", "reason": ""}


def test_see_what_would_happen_and_then_do_it(world, falls, page, ward_leader):
    assert says(page(ward_leader).get(AT), "Se hva som skjer", "Mal å fylle ut")
    preview = page(ward_leader).post(AT, uploaded(GOOD), follow=True)
    assert says(preview, "Dette vil skje", "Nye tall", "Ingenting er endret ennå.", "Les inn")
    assert not Measurement.objects.exists()

    answer = page(ward_leader).post(AT, yes_to(preview), follow=True)

    assert says(answer, "Lest inn.")
    assert Figure.objects.filter(unit=world.ward).count() == 2


def test_errors_are_told_by_row_and_the_rest_is_an_explicit_choice(world, falls, page, ward_leader):
    preview = page(ward_leader).post(AT, uploaded(MIXED), follow=True)
    assert says(preview, "Det som må rettes", "Telleren er større enn nevneren", "Ta inn de 2")
    refused = page(ward_leader).post(AT, yes_to(preview))
    assert refused.status_code == 422
    assert not Measurement.objects.exists()

    sent = yes_to(preview) | {"valid": "1"}
    answer = page(ward_leader).post(AT, sent, follow=True)

    assert says(answer, "Det som var riktig, er lest inn.", "Det som må rettes", "fra før")
    assert answer.redirect_chain[-1][0] == f"{AT}?forhand={sent['forhand']}"
    assert Figure.objects.filter(unit=world.ward).count() == 2


def test_a_file_that_is_no_table(falls, page, ward_leader):
    answer = page(ward_leader).post(AT, uploaded("bare tull", "bilde.csv"), follow=True)
    assert answer.status_code == 422
    assert says(answer, "Ingenting er lest inn")
    assert page(ward_leader).post(AT, {"forhand": "tull"}).status_code == 410
    assert page(ward_leader).post(AT, {}).status_code == 422


def test_a_file_that_numbers_a_person_is_not_kept(falls, page, ward_leader):
    """Not even for the hour until the yes, and not when another file is in order."""
    told = GOOD.replace("nevner", "nevner;hvem", 1).replace("3;100", "3;100;13116900216")
    told = told.replace("1 100", "1 100;")
    files = [SimpleUploadedFile(name, text.encode()) for name, text in (("a", told), ("b", GOOD))]
    answer = page(ward_leader).post(AT, {"uploads": files, "mapping": "", "reason": ""})

    assert answer.status_code == 422
    assert says(answer, "Et fødselsnummer står her. Ta det bort fra fila.")
    assert "13116900216" not in answer.content.decode()
    with scope.acting(scope.SYSTEM):
        assert not Preview.objects.exists()


def test_units_of_others_are_refused(falls, page, ward_leader):
    text = GOOD.replace("f.med.1.a", "f.kir.2.a")
    answer = page(ward_leader).post(AT, uploaded(text), follow=True)

    assert answer.status_code == 422
    assert says(answer, "Du kan ikke registrere tall for denne enheten.")


def test_a_preview_is_ones_own_and_used_once(falls, page, ward_leader, other_leader):
    preview = yes_to(page(ward_leader).post(AT, uploaded(GOOD), follow=True))
    answer = page(other_leader).post(AT, preview)

    assert answer.status_code == 410
    assert says(answer, "Forhåndsvisningen er for gammel")
    page(ward_leader).post(AT, preview)
    again = page(ward_leader).post(AT, preview)
    assert says(again, "Filene er lest inn allerede")


def test_the_yes_is_to_what_was_seen(falls, page, ward_leader):
    """What another corrected meanwhile is corrected again only by one who has been told."""

    def shown(text):
        return page(ward_leader).post(AT, uploaded(text) | {"reason": "Talt om"}, follow=True)

    page(ward_leader).post(AT, yes_to(shown(GOOD)))
    mine, theirs = shown(GOOD.replace(";3;", ";5;")), shown(GOOD.replace(";3;", ";4;"))
    page(ward_leader).post(AT, yes_to(theirs))

    again = page(ward_leader).post(AT, yes_to(mine))
    assert again.status_code == 422
    assert says(again, "Noen har endret dette imens", "Les inn")
    assert says(page(ward_leader).post(AT, yes_to(again), follow=True), "Lest inn.")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_taken_out_can_be_taken_in_again(calm, page, ward_leader, form):
    taken = page(ward_leader).get(f"/indikatorer/eksport/?enhet=f.med.1.a&form={form}")
    file = SimpleUploadedFile(f"tall.{form}", taken.content)
    sent = {"uploads": file, "mapping": "", "reason": ""}
    answer = page(ward_leader).post(AT, sent, follow=True)

    assert says(answer, "Alt er likt fra før. Det er ingenting å lese inn.")


def test_who_may(falls, page, nurse, ward_leader, outsider_leader):
    assert page(nurse).get(AT).status_code == 404
    assert page(ward_leader).get("/indikatorer/les-inn/mal/").status_code == 200
    assert page(outsider_leader).get("/indikatorer/eksport/?enhet=f.med.1.a").status_code == 404
    assert page(nurse).get("/indikatorer/eksport/?enhet=r").status_code == 302
