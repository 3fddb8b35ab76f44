"""Files read in on the page: what would happen first, then a yes; and from the command line."""

import json
from html import unescape

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile

from styrk.config.cli import styrk
from styrk.organisation.models import Unit
from styrk.requirements.libraries import read
from styrk.requirements.models import Edition, Requirement, Source
from tests.clients import yes_to
from tests.requirements import hostile
from tests.requirements.libraries.files import CSF, as_yaml, filled, own, real
from tests.requirements.lovdata.samples import law_json, section

ADDRESS = "/krav/les-inn/"
LAW = law_json(section("§ 1", "Alle skal prøve."), ikrafttredelse="2020-02-01")
LIBRARY = as_yaml(own({"id": "1", "tekst": "Ventetiden ned"}))


def file_of(data, name="krav.yaml"):
    return SimpleUploadedFile(name, data)


def send(client, data, name="krav.yaml", what="library", **more):
    upload = file_of(data, name)
    return client.post(
        ADDRESS, {"what": what, "uploads": [upload], "kind": "mandate"} | more, follow=True
    )


def text(answer):
    return unescape(answer.content.decode())


def test_first_it_tells_then_it_does(world, page, ceo):
    client = page(ceo)
    preview = send(client, LIBRARY)

    assert "Dette vil skje" in text(preview)
    assert not Source.objects.exists()
    done = client.post(ADDRESS, yes_to(preview), follow=True)

    assert "Lest inn." in text(done)
    source = Source.objects.get()
    assert (source.kind, source.owner, source.unit) == ("mandate", ceo, None)
    assert "Ventetiden ned" in text(done)


def test_for_a_unit_of_ones_own(world, page, ward_leader):
    client = page(ward_leader)
    preview = send(client, LIBRARY, unit=str(world.ward.uuid))
    client.post(ADDRESS, yes_to(preview))

    assert Source.objects.get().unit == world.ward


def test_what_holds_for_all_is_not_a_ward_leaders(world, page, ward_leader):
    client = page(ward_leader)

    assert send(client, LIBRARY).status_code == 422
    laws = send(client, LAW, "lov.json", "lovdata", unit=str(world.ward.uuid))
    assert laws.status_code == 422
    assert "Bare den som har ansvar for krav i hele virksomheten" in text(laws)
    assert not Source.objects.exists()


def test_anothers_source_is_not_given_a_new_edition(published, page, ward_leader, world):
    data = as_yaml(own({"id": "1", "tekst": "Mitt eget"}, kode="OBD", versjon="2099"))

    answer = send(page(ward_leader), data, unit=str(world.ward.uuid))

    assert answer.status_code == 422
    assert "har et annet ansvarlig sted" in text(answer)
    assert Edition.objects.count() == 1


def test_laws(world, page, quality_adviser):
    client = page(quality_adviser)
    preview = send(client, LAW, "lov.json", "lovdata")
    client.post(ADDRESS, yes_to(preview))

    assert Source.objects.get().owner == quality_adviser
    again = send(client, LAW, "lov.json", "lovdata")
    assert "Alt er likt fra før" in text(again)
    assert not yes_to(again)


def laws(number):
    """So many laws, each in a file of its own."""
    told = [(f"lov-{n}.json", {"refid": f"lov/2020-01-02-{n}"}) for n in range(1, number + 1)]
    dated = {"ikrafttredelse": "2020-02-01"}
    return [
        file_of(law_json(section("§ 1", "Alle skal prøve."), **dated, **meta), name)
        for name, meta in told
    ]


def test_many_laws_in_one_go(world, page, quality_adviser, ceo):
    sent = {"what": "lovdata", "uploads": laws(33), "kind": ""}
    answer = text(page(ceo).post(ADDRESS, sent, follow=True))

    assert answer.count("Lov om prøver") == 33
    assert "Punkter som er krav" in answer


def test_too_many_are_refused_in_the_forms_own_words(world, page, ceo):
    sent = {"what": "lovdata", "uploads": laws(101), "kind": ""}
    answer = page(ceo).post(ADDRESS, sent)

    assert answer.status_code == 422
    assert "Du valgte 101 filer. Velg høyst 100 om gangen." in text(answer)


def test_a_spreadsheet_survives_the_way(world, page, ceo):
    client = page(ceo)
    preview = send(client, filled({"Punkt": "1.1", "Tekst": "Fra arket"}), "krav.xlsx")
    client.post(ADDRESS, yes_to(preview))

    assert Requirement.objects.get().text == "Fra arket"


def test_a_framework_goes_through_the_page(world, page, ceo):
    client = page(ceo)
    preview = send(client, real(CSF), "nist.yaml", kind="framework")
    client.post(ADDRESS, yes_to(preview))

    assert Requirement.objects.count() == 134


def test_one_can_go_back_to_what_would_happen(world, page, ceo):
    """It has an address: nothing is sent anew by going back, by reloading, or by sharing a bookmark."""
    client = page(ceo)
    sent = client.post(
        ADDRESS, {"what": "library", "uploads": [file_of(LIBRARY)], "kind": "mandate"}
    )
    assert sent.status_code == 302

    for _time in range(2):
        preview = client.get(sent.url)
        assert "Dette vil skje" in text(preview)
    client.post(ADDRESS, yes_to(preview))
    client.get("/min-side/")
    back = client.get(sent.url)

    assert back.status_code == 410
    assert "Filene er lest inn allerede" in text(back)
    assert "Se hva som skjer" in text(back)


def test_a_preview_is_for_the_one_who_made_it(world, page, ceo, quality_adviser):
    preview = yes_to(send(page(ceo), LIBRARY))["forhand"]

    for told in (preview, preview[:-2] + "xx", ""):
        answer = page(quality_adviser).post(ADDRESS, {"forhand": told})
        assert answer.status_code == 410
        assert "Forhåndsvisningen er for gammel" in text(answer)
        assert page(quality_adviser).get(f"{ADDRESS}?forhand={told}").status_code == 410
    assert not Source.objects.exists()


def test_what_is_lost_since_is_not_read_in(world, page, ward_leader, now):
    """The preview is made anew: a role that ended takes it along."""
    client = page(ward_leader)
    preview = yes_to(send(client, LIBRARY, unit=str(world.ward.uuid)))
    Unit.objects.filter(pk=world.ward.pk).update(code="f.borte")

    assert "har ansvar for krav i hele virksomheten" in text(
        client.get(f"{ADDRESS}?forhand={preview['forhand']}")
    )
    answer = client.post(ADDRESS, preview)
    assert answer.status_code == 422
    assert not Source.objects.exists()


def test_the_yes_is_to_what_was_seen(world, page, ceo, now):
    client = page(ceo)
    preview = yes_to(send(client, LIBRARY))
    client.post(ADDRESS, yes_to(send(client, LIBRARY)))

    again = client.post(ADDRESS, preview)

    assert "Noen har endret dette imens" in text(again)
    assert "Alt er likt fra før." in text(again)


CASES = [("library", *case) for case in hostile.LIBRARIES.values()] + [
    ("lovdata", *case) for case in hostile.LAWS.values()
]
NAMES = [f"library {name}" for name in hostile.LIBRARIES] + [f"law {name}" for name in hostile.LAWS]


@pytest.mark.parametrize(("what", "name", "data", "said"), CASES, ids=NAMES)
def test_what_is_wrong_is_said_on_the_page(world, page, ceo, what, name, data, said):
    answer = send(page(ceo), data(), name, what)

    assert answer.status_code == 422
    assert said in text(answer) or "for store til sammen" in text(answer)
    assert not yes_to(answer)
    assert not Source.objects.exists()


def test_what_is_wrong_is_said_on_the_command_line(transactional_db, tmp_path):
    """All in one test, since each command hangs up the database when it is done."""
    for what, name, data, said in CASES:
        path = tmp_path / name
        path.write_bytes(data())

        answer = ask("import", what, str(path), "--json")

        told = json.loads(answer.stdout)
        assert (answer.exit_code, told["applied"]) == (1, False), name
        assert any(said in line["message"] for line in told["errors"]), (name, told["errors"][:3])
    assert not Source.objects.exists()


def ask(*arguments):
    return CliRunner().invoke(styrk, arguments)


@pytest.fixture
def files(transactional_db, tmp_path):
    law, library = tmp_path / "lov.json", tmp_path / "krav.yaml"
    law.write_bytes(LAW)
    library.write_bytes(LIBRARY)
    return law, library


def test_the_command_line_takes_in_and_gives_back(files, tmp_path):
    law, library = map(str, files)
    assert ask("import", "lovdata", law, "--dry-run").output.endswith(
        "Prøvekjøring: ingenting er endret.\n"
    )
    assert not Source.objects.exists()
    assert ask("import", "lovdata", law).exit_code == 0
    told = json.loads(ask("import", "library", library, "--json").stdout)
    assert (told["applied"], told["editions"][0]["new"]) == (True, 1)
    assert json.loads(ask("import", "library", library, "--json").stdout)["applied"] is False
    gone = ask("export", "library", "--source", "BORTE", "-o", str(tmp_path / "x"))
    assert (gone.exit_code, "Ingen utgave av BORTE" in gone.output) == (1, True)
    for form in ("yaml", "xlsx", "ciso", "oscal"):
        out = tmp_path / f"ut.{form}"
        done = ask("export", "library", "--source", "T", "--format", form, "-o", str(out))
        assert done.exit_code == 0, done.output
        assert read(out.read_bytes(), out.name).library.requirements[0].text == "Ventetiden ned"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["import", "library"], 2),
        (["import", "library", "borte.yaml"], 1),
        (["import", "library", "x.yaml", "--kind", "rart"], 2),
        (["export", "library", "--source", "T"], 2),
        (["export", "library", "--source", "T", "--format", "pdf", "-o", "x"], 2),
    ],
)
def test_exit_codes(arguments, code):
    assert ask(*arguments).exit_code == code


def test_only_those_who_keep_requirements_read_in(world, page, nurse):
    assert page(nurse).get(ADDRESS).status_code == 404
    assert page(nurse).post(ADDRESS).status_code == 404


def test_the_template_is_read_by_the_reader(world, page, ceo):
    answer = page(ceo).get("/krav/les-inn/mal.xlsx")

    assert read(answer.content, "mal.xlsx").form == "own_xlsx"
    assert "krav-mal.xlsx" in answer["Content-Disposition"]
