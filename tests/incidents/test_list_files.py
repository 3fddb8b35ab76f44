"""The list as a file, and the searches a reader keeps."""

import csv
import io
import json
from html import unescape

import pytest
from django.urls import reverse
from django.utils.html import strip_tags
from openpyxl import load_workbook

from styrk.core import scope
from styrk.incidents import exports
from styrk.incidents.models import SavedSearch
from styrk.trail.models import Reading
from tests.clients import filled_in
from tests.counting import asked

LIST = "/avvik/"


def text(answer):
    return " ".join(unescape(strip_tags(answer.content.decode())).split())


def at(form):
    return reverse("incidents:export", args=[form])


@pytest.fixture
def told(report, nurse, other_nurse, world):
    """Two at the ward, one of them like a formula, and one in another clinic."""
    report(nurse, world.ward, description="=HYPERLINK(1) æøå")
    report(nurse, world.ward, description="Falt på badet")
    return report(other_nurse, world.other_ward, description="Utenfor synet")


def rows(answer):
    found = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    return [row["Hva skjedde"] for row in found]


def test_the_file_holds_what_the_reader_sees_and_no_more(page, ward_leader, told):
    answer = page(ward_leader).get(at("csv"))

    assert rows(answer) == ["Falt på badet", "'=HYPERLINK(1) æøå"]
    assert answer["Content-Disposition"].startswith('attachment; filename="meldinger-')
    assert "no-store" in answer["Cache-Control"]
    sheet = load_workbook(io.BytesIO(page(ward_leader).get(at("xlsx")).content)).active
    assert [row[2] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        "Falt på badet",
        "=HYPERLINK(1) æøå",
    ]
    found = json.loads(page(ward_leader).get(at("json")).content)
    assert [one["description"] for one in found] == ["Falt på badet", "=HYPERLINK(1) æøå"]
    assert "Nora" not in json.dumps(found, ensure_ascii=False)


def test_it_is_limited_as_the_list_is(page, ward_leader, told, monkeypatch):
    client = page(ward_leader)

    assert rows(client.get(at("csv"), {"q": "badet"})) == ["Falt på badet"]
    assert rows(client.get(at("csv"), {"state": "concluded"})) == []
    monkeypatch.setattr(exports, "MOST", 1)
    assert rows(client.get(at("csv"))) == ["Falt på badet"]


def test_every_case_in_the_file_is_noted_as_opened(page, ward_leader, told):
    page(ward_leader).get(at("csv"), {"q": "badet"})

    with scope.acting(scope.SYSTEM):
        [read] = Reading.objects.filter(subject="incident")
        assert read.person_id == ward_leader.pk


@pytest.mark.parametrize("form", ["pdf", "exe"])
def test_other_files_are_not_there(page, ward_leader, form):
    assert page(ward_leader).get(f"/avvik/last-ned/{form}/").status_code == 404


def test_those_who_see_no_cases_have_no_file(page, nurse):
    assert page(nurse).get(at("csv")).status_code == 404


def test_it_asks_as_much_for_many_as_for_one(client_of, ward_leader, report, nurse, world):
    counted = []
    for several in (1, 3):
        for _ in range(several):
            report(nurse, world.ward)
        counted.append(len(asked(client_of(ward_leader), at("csv"))))

    assert counted[0] == counted[1] <= 12


def test_a_search_is_saved_found_and_thrown(page, ward_leader, department_leader, told):
    client = page(ward_leader)
    assert "Lagre søket" in text(client.get(LIST, {"q": "badet"}))
    assert "Lagre søket" not in text(client.get(LIST))
    save = f"{reverse('incidents:save_search')}?q=badet&eldre=1"

    assert filled_in(client, save, name="Fall").url == "/avvik/?q=badet"
    shown = text(client.get(LIST, {"q": "badet"}))
    assert "Søket er lagret" in shown
    assert "Fjern det lagrede søket «Fall»" in shown
    assert '<a class="ds-link" href="/avvik/?q=badet"' in client.get(LIST).content.decode()
    assert "Fall" not in text(page(department_leader).get(LIST))

    again = filled_in(client, save, name="Fall")
    assert "Du har et søk med det navnet fra før" in text(again)
    with scope.acting(scope.Scope(person_id=ward_leader.pk)):
        forget = reverse("incidents:forget_search", args=[SavedSearch.objects.get().uuid])
    assert page(department_leader).post(forget).status_code == 404
    assert "Søket er fjernet" in text(client.post(forget, follow=True))
    assert "Dine lagrede søk" not in client.get(LIST).content.decode()


def test_there_is_nothing_to_save_of_a_list_that_is_not_limited(page, ward_leader):
    assert page(ward_leader).get(reverse("incidents:save_search")).status_code == 404
