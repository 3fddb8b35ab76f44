"""The register of sources and what its keepers do on the pages."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from styrk.requirements import commands, exports
from styrk.requirements.imports import SourceFile, import_law, import_library
from styrk.requirements.models import Announcement, Edition, Placement, Requirement, Source
from tests.clients import filled_in
from tests.counting import asked, shortened
from tests.requirements.libraries.files import as_yaml, own
from tests.requirements.lovdata.samples import law_json, section
from tests.world import World

LAW = "lov/2020-01-02-3"


def at(name, record, *more):
    return reverse(f"requirements:{name}", args=[record.uuid, *more])


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


@pytest.fixture
def law(db, now):
    """`law(*sections, **meta)`: the newest edition of our law, read in."""

    def law(*sections, **meta):
        told = {"ikrafttredelse": "2020-02-01", "sist-endret-ikrafttredelse": "2024-01-01"} | meta
        file = SourceFile("prøve.json", law_json(*sections, **told))
        report = import_law([file], by=None, now=now, dry_run=False)
        assert report.errors == []
        return Edition.objects.get(uuid=report.editions[0].uuid)

    return law


@pytest.fixture
def large(db, now):
    """A library of 40 chapters with 25 requirements in each."""
    rows = [
        one
        for chapter in range(40)
        for one in (
            {"id": f"k{chapter}", "tittel": f"Kapittel {chapter}", "vurderes": "nei"},
            *(
                {"id": f"k{chapter}.{n}", "under": f"k{chapter}", "tekst": f"Krav {chapter} {n}"}
                for n in range(25)
            ),
        )
    ]
    file = SourceFile("stor.yaml", as_yaml(own(*rows)))
    report = import_library([file], by=None, now=now, dry_run=False)
    return Edition.objects.get(uuid=report.editions[0].uuid)


def test_the_register(published, page, nurse):
    answer = page(nurse).get("/krav/kilder/")

    assert says(answer, "Oppdrag og bestilling", "Helse Prøve", "Ragna Rud", ">2026<")
    assert not says(answer, "Ny kilde")


def test_an_empty_register_says_what_to_do(world, page, nurse):
    assert says(page(nurse).get("/krav/kilder/"), "Ingen kilder er registrert")


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("type=mandate", True),
        ("type=law", False),
        ("sok=oppdrag", True),
        ("sok=%00", True),
        ("type=rart", True),
        ("fra=-1", True),
        ("fra=" + "9" * 40, True),
    ],
)
def test_the_register_is_searched(published, page, nurse, query, there):
    answer = page(nurse).get(f"/krav/kilder/?{query}")

    assert answer.status_code == 200
    assert says(answer, "Ragna Rud") is there


def test_a_source_with_its_editions(published, page, nurse):
    answer = page(nurse).get(at("source", published.source))

    assert says(answer, "Oppdrag og bestilling", "Utgaver", "2026", "Ragna Rud")
    assert not says(answer, "Begynn på en ny utgave")


def test_a_draft_is_for_those_who_keep_the_source(draft, write, page, nurse, region_leader):
    write(draft, "1", "Hemmelig ennå")

    assert not says(page(nurse).get(at("source", draft.source)), "Utkast")
    assert page(nurse).get(at("edition", draft)).status_code == 404
    assert page(nurse).get(at("export", draft, "yaml")).status_code == 404
    assert says(page(region_leader).get(at("edition", draft)), "Hemmelig ennå", "Gi ut utgaven")


def test_from_a_new_source_to_a_published_edition(world, page, region_leader):
    client = page(region_leader)
    assert says(client.get("/krav/kilder/ny/"), "Hva heter den?")
    client.post(
        "/krav/kilder/ny/",
        {
            "title": "Styrevedtak om sengetall",
            "code": "STYRE-12",
            "kind": "board_decision",
            "unit": str(world.region.uuid),
        },
    )
    source = Source.objects.get(code="STYRE-12")
    client.post(at("begin", source), {"label": "2026", "dated": "12.02.2026"})
    edition = source.editions.get()
    client.post(
        at("paste", edition),
        {
            "text": "# 1 Senger\n\n1.1 Tjue senger til ortopedi.\n\nAlle skal få tilbud.",
            "kind": "task",
        },
    )
    client.post(at("write", edition), {"point": "1.3", "text": "Ti senger mer.", "kind": "target"})
    client.post(at("publish", edition))

    edition.refresh_from_db()
    rows = list(edition.requirements.order_by("position"))
    assert edition.state == "published"
    assert [(r.ref, r.kind, r.text) for r in rows] == [
        ("1", "", ""),
        ("1.1", "task", "Tjue senger til ortopedi."),
        ("p3", "task", "Alle skal få tilbud."),
        ("1.3", "target", "Ti senger mer."),
    ]
    assert rows[1].parent == rows[0]
    assert rows[0].title == "Senger"


def test_one_begins_with_a_requirement_and_gives_out_no_headings(draft, write, page, region_leader):
    client = page(region_leader)
    form = client.get(at("write", draft)).content.decode()
    chosen = re.search(r'name="kind".*?value="(\w*)" selected', form, re.DOTALL)
    assert chosen[1] == "task"

    write(draft, "1", "Senger", kind="")
    answer = client.get(at("edition", draft))
    assert says(answer, "Her er bare overskrifter.")
    assert not says(answer, "Gi ut utgaven</button>")
    write(draft, "1.1", "Til orientering", kind="information")
    assert says(client.get(at("edition", draft)), "Gi ut utgaven</button>")


def test_what_is_wrong_is_said_and_what_is_typed_is_kept(draft, write, page, region_leader):
    write(draft, "1", "Noe")
    answer = page(region_leader).post(at("write", draft), {"point": "1", "text": "Noe annet"})

    assert answer.status_code == 422
    assert says(answer, "Det finnes én med dette navnet fra før", "Noe annet")
    answer = page(region_leader).post(
        at("write", draft), {"point": "2", "text": "A", "action": "Kjøp senger"}
    )
    assert says(answer, "Et ferdig tiltak følger bare med et pålegg.")


def test_a_draft_is_reworded(draft, write, page, region_leader):
    requirement = write(draft, "1", "Noe")
    assert says(page(region_leader).get(at("reword", requirement)), "Noe")

    filled_in(page(region_leader), at("reword", requirement), point="1", text="Noe mer")

    requirement.refresh_from_db()
    assert requirement.text == "Noe mer"


def test_a_published_edition_is_not_written_in(published, requirement, page, region_leader):
    client = page(region_leader)
    for address in (at("write", published), at("paste", published), at("reword", requirement)):
        assert client.get(address).status_code == 404
        assert client.post(address, {"text": "Noe"}).status_code == 404


KEEPING = ["name_owner", "begin"]
OF_EDITION = ["write", "paste"]


@pytest.mark.parametrize("name", KEEPING)
def test_only_those_who_keep_the_source_do(mandate, page, nurse, ceo, ward_leader, name):
    for person in (nurse, ceo, ward_leader):
        assert page(person).get(at(name, mandate)).status_code == 404
        assert page(person).post(at(name, mandate)).status_code == 404


@pytest.mark.parametrize("name", [*OF_EDITION, "publish"])
def test_only_they_write_and_publish(draft, page, nurse, ceo, name):
    for person in (nurse, ceo):
        assert page(person).post(at(name, draft)).status_code == 404
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_a_law_is_kept_by_whoever_keeps_for_a_whole_legal_person(
    law, page, ceo, quality_adviser, ward_leader
):
    source = law(section("§ 1", "Alle skal prøve.")).source

    assert page(ward_leader).get(at("name_owner", source)).status_code == 404
    for person in (ceo, quality_adviser):
        assert page(person).get(at("name_owner", source)).status_code == 200
    page(ceo).post(at("name_owner", source), {"owner": str(quality_adviser.uuid)})
    source.refresh_from_db()
    assert source.owner == quality_adviser


def test_an_edition_is_read_whole_with_what_lies_with_nobody(accepted, published, page, ceo):
    answer = page(ceo).get(at("edition", published))

    assert says(
        answer, "2 krav, 1 er ikke lagt til noen.", "Ventetiden i somatikken", "Lagt til 1 enhet"
    )
    assert unescape(answer.content.decode()).count("Ikke lagt til noen") == 1


def test_a_neighbour_sees_no_placement_of_ours(accepted, published, page, outsider):
    assert says(page(outsider).get(at("edition", published)), "2 krav, 2 er ikke lagt til noen.")


def test_a_large_edition_is_folded(large, page, nurse):
    html = unescape(page(nurse).get(at("edition", large)).content.decode())
    chapter = large.requirements.get(ref="k7")

    assert "1000 krav" in html
    assert "Kapittel 39" in html
    assert "Krav 7 3" not in html
    assert len(html) < 60_000
    part = page(nurse).get(at("part", large, chapter.uuid))
    assert says(part, "Krav 7 3", "Krav 7 24")
    assert not says(part, "Krav 8 3")
    fragment = page(nurse).get(at("part", large, chapter.uuid), HTTP_HX_REQUEST="true")
    assert "<html" not in fragment.content.decode()


def test_a_part_of_another_edition_is_not_there(large, published, page, nurse):
    assert (
        page(nurse).get(at("part", published, large.requirements.first().uuid)).status_code == 404
    )


def test_words_under_change_are_told_and_never_shown_as_the_law(law, page, nurse):
    note = "Endres ved lov 20 juni 2025 nr. 74 (i kraft 1 juli 2026)."
    edition = law(
        section("§ 1", "Alle skal prøve.", endringer=[note]), section("§ 2", tittel="(Opphevet)")
    )
    plain = "Under endring: ny ordlyd gjelder fra 1. juli 2026 ved lov/2025-06-20-74"

    for address in (
        at("edition", edition),
        at("requirement", edition.requirements.get(ref="§ 1 første ledd")),
    ):
        answer = page(nurse).get(address)
        assert says(answer, plain, "Ordlyden før endringen", "<s>Alle skal prøve.</s>")
        assert not says(answer, '<p class="st-prose">Alle skal prøve.</p>')
    assert says(page(nurse).get(at("edition", edition)), "Opphevet")


@pytest.mark.parametrize("form", exports.FORMS)
def test_an_edition_is_taken_along(published, page, nurse, form):
    answer = page(nurse).get(at("export", published, form))

    assert answer.content == exports.exported(published, form)
    assert answer["Content-Disposition"].startswith('attachment; filename="OBD-2026')


def test_an_unknown_form_is_not_there(published, page, nurse):
    assert page(nurse).get(at("export", published, "pdf")).status_code == 404


def test_the_edition_is_made_known(published, world: World, page, ceo, nurse):
    assert says(page(ceo).get(at("announce", published)), "Hvem må kjenne til dette?")
    page(ceo).post(
        at("announce", published),
        {"unit": str(world.trust.uuid), "roles": ["leader"], "text": "Nytt oppdrag i år"},
    )

    assert Announcement.objects.get().told.count() == 7
    assert says(page(nurse).get(at("edition", published)), "0 av 7 har sett den")


def test_placed_by_rule(published, world, page, region_leader):
    client = page(region_leader)
    assert says(client.get(at("place", published)), "Under Helse Prøve", "Helseforetak (2)")

    client.post(
        at("place", published),
        {"level": f"{world.region.uuid}:Helseforetak", "answer_due": "31.12.2026"},
    )

    placed = Placement.objects.order_by("pk")
    assert {one.unit for one in placed} == {world.trust, world.their_trust}
    assert {one.requirement.ref for one in placed} == {"3.1", "3.2"}
    assert {one.rule for one in placed} == {"Alle på nivået Helseforetak under Helse Prøve"}
    assert {one.answer_due for one in placed} == {date(2026, 12, 31)}


def test_one_requirement_is_placed_by_rule(law, world, page, ceo, ward_leader):
    requirement = law(section("§ 1", "Alle skal prøve.")).requirements.get(ref="§ 1 første ledd")
    page(ceo).post(
        at("place_one", requirement),
        {"level": f"{world.trust.uuid}:Klinikk", "answer_due": "31.12.2026"},
    )

    assert {one.unit for one in Placement.objects.all()} == {world.clinic, world.other_clinic}


def test_nobody_places_outside_the_own_line(published, law, world, page, ceo):
    requirement = law(section("§ 1", "Alle skal prøve.")).requirements.get(ref="§ 1 første ledd")
    level = {"level": f"{world.their_trust.uuid}:Klinikk", "answer_due": "31.12.2026"}

    assert page(ceo).post(at("place_one", requirement), level).status_code == 422
    own = {"level": f"{world.trust.uuid}:Klinikk", "answer_due": "31.12.2026"}
    assert page(ceo).post(at("place", published), own).status_code == 422
    assert not Placement.objects.exists()


def test_too_much_at_once_is_refused(large, world, page, ceo):
    level = {"level": f"{world.trust.uuid}:Klinikk", "answer_due": "31.12.2026"}
    answer = page(ceo).post(at("place", large), level)

    assert answer.status_code == 422
    assert says(answer, "Det blir over 1000 svar")
    assert not Placement.objects.exists()


def test_the_register_asks_as_much_for_three_as_for_one(published, page, nurse, region_leader, now):
    one = asked(page(nurse), "/krav/kilder/")
    for code in ("A", "B"):
        commands.register_source(code=code, kind="law", title=code, by=region_leader, now=now)
    three = asked(page(nurse), "/krav/kilder/")

    assert len(one) == len(three) == 7, shortened(three)


def test_an_edition_asks_as_much_whatever_its_size(published, large, page, ceo):
    small = asked(page(ceo), at("edition", published))
    whole = asked(page(ceo), at("edition", large))

    assert len(small) == 11, shortened(small)
    assert len(whole) == 12, shortened(whole)


def test_a_draft_writes_nothing_twice(draft, page, region_leader):
    text = {"text": "1 Noe\n\n1 Det samme punktet", "kind": "task"}
    answer = page(region_leader).post(at("paste", draft), text)

    assert answer.status_code == 422
    assert not Requirement.objects.exists()


def test_who_gave_a_source_is_chosen_and_never_guessed(page, region_leader):
    given = {"title": "Oppdrag og bestilling", "code": "OBD", "kind": "mandate", "unit": ""}

    answer = page(region_leader).post("/krav/kilder/ny/", given)

    assert answer.status_code == 422
    assert says(answer, "Hvem har gitt den: Velg det som passer.", 'value="OBD"')
    assert not Source.objects.exists()


def test_a_source_without_editions_asks_for_the_first(mandate, page, region_leader):
    answer = page(region_leader).get(at("source", mandate))

    assert says(answer, "Begynn på en ny utgave")
