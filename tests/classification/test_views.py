"""The pages of codes: reading a scheme in, setting codes, numbers and the cases behind them."""

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from styrk.classification.models import Code, CodeScheme
from styrk.core import scope
from tests.clients import fetched, filled_in, yes_to
from tests.counting import asked, shortened

pytestmark = pytest.mark.django_db
CODES = reverse("classification:codes")
IMPORT = reverse("classification:import")
FILE = b"kode;tekst\n1;Hva\n1.1;Fall\n1.2;Legemiddel\n"


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


def of(name, record):
    return reverse(f"classification:{name}", args=[record.uuid])


def code(number):
    with scope.acting(scope.SYSTEM):
        return Code.objects.get(code=number)


def test_a_scheme_is_seen_before_it_is_taken_into_use(page, quality_adviser, world):
    adviser = page(quality_adviser)
    assert says(adviser.get(CODES), "Virksomheten bruker ikke noe kodeverk", "Les inn et kodeverk")
    sent = {
        "name": "NOKUP",
        "version": "1.1",
        "publisher": "Helsedirektoratet",
        "trust": world.trust.code,
        "uploads": SimpleUploadedFile("nokup.csv", FILE),
    }
    preview = adviser.post(IMPORT, sent, follow=True)
    assert says(preview, "NOKUP 1.1 tas i bruk, med 2 koder.", "1.2 Legemiddel")
    assert not CodeScheme.objects.exists()

    done = adviser.post(IMPORT, yes_to(preview))
    assert done.status_code == 302
    assert says(adviser.get(done["Location"]), "NOKUP 1.1 er i bruk, med 2 koder.", "I bruk")
    assert says(adviser.get(CODES), "Ingen koder er satt")


def test_what_is_wrong_with_a_file_is_said_and_nothing_is_kept(page, quality_adviser, world):
    sent = {"name": "X", "version": "1", "trust": world.trust.code}
    sent["uploads"] = SimpleUploadedFile("x.csv", b"kode;tekst\n1.1;\n")
    refused = page(quality_adviser).post(IMPORT, sent)
    assert refused.status_code == 422
    assert says(refused, "Ingenting er lest inn", "Fyll ut dette.")
    assert not CodeScheme.objects.exists()


def test_only_those_who_follow_up_the_whole_organisation_choose_schemes(
    page, ward_leader, nurse, scheme, quality_adviser
):
    used = scheme()
    assert page(nurse).get(CODES).status_code == 404
    leader = page(ward_leader)
    assert says(leader.get(of("scheme", used)), "1.1 Fall")
    assert not says(leader.get(of("scheme", used)), "Ta ut av bruk")
    assert leader.post(of("end", used)).status_code == 404
    adviser = page(quality_adviser)
    assert adviser.post(of("end", used)).status_code == 302
    assert says(adviser.get(of("scheme", used)), "Ute av bruk", "Ta i bruk igjen")


def test_codes_are_set_from_the_case_and_counted_and_lead_back(
    page, ward_leader, scheme, case, stands
):
    scheme()
    incident, leader = case(), page(ward_leader)
    home = reverse("incidents:incident", args=[incident.uuid])
    assert says(leader.get(home), "Koder", "Ingen koder er satt ennå.", "Sett koder")
    act = of("classify", incident)
    assert says(leader.get(act), "Meldingen sier noe om «badet».", "1.2 Legemiddel, feil dose")
    done = filled_in(leader, act, near=[str(code("2.1").uuid)], others=[str(code("1.2").uuid)])

    assert done.status_code == 302
    assert stands(incident) == ["1.2", "2.1"]
    assert says(leader.get(home), "1.2 Legemiddel, feil dose", "2.1 Badet", "Endre kodene")
    assert says(leader.get(CODES), "Hvor", "2.1 Badet", "1 melding")
    assert says(leader.get(of("code", code("2.1"))), incident.title)
    assert says(leader.get(of("code", code("2.2"))), "Ingen meldinger")


def test_a_stale_page_does_not_write_over_what_another_has_set(
    page, ward_leader, scheme, case, coded
):
    scheme()
    incident = case()
    leader = page(ward_leader)
    sent = fetched(leader, of("classify", incident), others=[str(code("1.2").uuid)])
    coded(incident, "1.1")
    refused = leader.post(of("classify", incident), sent)
    assert refused.status_code == 422


def test_without_a_scheme_the_case_says_nothing_of_codes(page, ward_leader, case):
    shown = page(ward_leader).get(reverse("incidents:incident", args=[case().uuid]))
    assert not says(shown, 'id="koder"')


def test_the_numbers_cost_the_same_with_more_cases(page, ward_leader, scheme, case, coded):
    scheme()
    leader = page(ward_leader)
    found = []
    for more in (1, 3):
        for _n in range(more):
            coded(case(), "1.1", "2.1")
        found.append([asked(leader, one) for one in (CODES, of("code", code("1.1")))])
    (codes, of_code), (codes_later, of_code_later) = found
    assert len(codes) == len(codes_later) <= 12, shortened(codes_later)
    assert len(of_code) == len(of_code_later) <= 12, shortened(of_code_later)
