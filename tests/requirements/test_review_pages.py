"""What changed, word by word; who decides; what is announced; who must react."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from styrk.requirements import commands, queries
from styrk.requirements.imports import SourceFile, import_law
from styrk.requirements.models import Edition, Placement, Succession
from styrk.requirements.queries.laws import laws_due
from tests.counting import asked, shortened
from tests.requirements.lovdata.samples import law_json, section

NOTE = "Endres ved lov 20 juni 2025 nr. 74 ({})."


def at(name, record):
    return reverse(f"requirements:{name}", args=[record.uuid])


def says(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html] == []


@pytest.fixture
def task(published, place, world):
    (placement,) = place(published.requirements.get(ref="3.2"), world.trust)
    return placement


@pytest.fixture
def next_edition(published, mandate, write, region_leader, now):
    edition = commands.begin_edition(
        source=mandate, label="2027", dated=date(2027, 2, 11), by=region_leader, now=now
    )
    write(edition, "3", "", title="Rask tilgang", kind="", rhythm="")
    write(edition, "3.1", "Ventetiden i somatikken skal ned til 55 dager.", parent_ref="3")
    write(edition, "3.2", "Foretaket skal lage en plan for utskrivning i helg.", kind="task")
    write(edition, "5", "Helt ny oppgave om klima i byggene.", kind="task")
    commands.publish_edition(edition=edition, by=region_leader, now=now)
    return edition


def old(ref):
    return Succession.objects.select_related("old", "new").get(old__ref=ref)


def test_what_changed_is_told_word_by_word(next_edition, page, nurse):
    answer = page(nurse).get(at("review", next_edition))

    assert says(answer, '<del><span class="ds-sr-only">Tatt ut: </span>61</del>')
    assert says(answer, '<ins><span class="ds-sr-only">Satt inn: </span>55</ins>')
    assert says(answer, "Ny tilskuddsordning", "Borte", "Helt ny oppgave om klima")
    assert not says(answer, "plan for utskrivning i helg")
    assert not says(answer, "Godta")
    everything = page(nurse).get(at("review", next_edition) + "?vis=alle")
    assert says(everything, "plan for utskrivning i helg")


def test_all_that_is_unchanged_is_accepted_at_once(task, next_edition, page, region_leader):
    assert says(page(region_leader).get(at("review", next_edition)), "Godta alle 2 uendrede")

    page(region_leader).post(at("accept_unchanged", next_edition))

    task.refresh_from_db()
    assert task.continues.state == "continued"
    assert task.requirement == next_edition.requirements.get(ref="3.2")
    assert says(page(region_leader).get(at("placement", task.continues)), "Videreført i:")
    assert sorted(
        Succession.objects.filter(reviewed_at=None).values_list("old__ref", flat=True)
    ) == [
        "3.1",
        "3.3",
    ]


def test_a_proposal_is_accepted(accepted, next_edition, page, region_leader, ceo):
    page(region_leader).post(at("accept_proposal", old("3.1").old))

    assert old("3.1").reviewed_by == region_leader
    assert Placement.objects.get(requirement__edition=next_edition).state == "placed"
    watch = page(ceo).get("/krav/endringer/")
    assert says(watch, "1 svar ventes fra: Fjordheim sykehus", "Følges av Ragna Rud.")


def test_a_person_says_otherwise(accepted, next_edition, page, region_leader):
    address = at("decide", old("3.1").old)
    assert says(page(region_leader).get(address), "Hva ble det av kravet?")

    wrong = page(region_leader).post(address, {"fate": "changed", "point": "9.9"})
    assert wrong.status_code == 422
    assert says(wrong, "Vi finner ikke ett krav med dette punktet")
    page(region_leader).post(address, {"fate": "changed", "point": "5"})

    assert old("3.1").new.ref == "5"
    new = Placement.objects.get(requirement=next_edition.requirements.get(ref="5"))
    assert new == accepted


def test_decided_once(next_edition, page, region_leader):
    page(region_leader).post(at("decide", old("3.3").old), {"fate": "gone", "point": ""})
    again = page(region_leader).post(at("accept_proposal", old("3.3").old), follow=True)

    assert old("3.3").fate == "gone"
    assert says(again, "Noen har avgjort dette allerede.")


def test_only_those_who_keep_the_source_decide(next_edition, page, nurse, ceo):
    for person in (nurse, ceo):
        client = page(person)
        assert client.post(at("accept_unchanged", next_edition)).status_code == 404
        assert client.post(at("accept_proposal", old("3.1").old)).status_code == 404
        assert client.get(at("decide", old("3.1").old)).status_code == 404
    assert not Succession.objects.exclude(reviewed_at=None).exists()


def test_a_requirement_goes_only_into_the_next_edition(next_edition, published, region_leader, now):
    with pytest.raises(commands.NotReviewed):
        commands.review_succession(
            succession=old("3.1"),
            fate="same",
            new=published.requirements.get(ref="3.2"),
            by=region_leader,
            now=now,
        )


def test_the_first_edition_has_nothing_to_compare(published, page, nurse):
    assert says(page(nurse).get(at("review", published)), "Dette er den første utgaven")


def test_announced_changes_are_told_and_those_that_have_come(world, page, nurse, now):
    file = law_json(
        section("§ 1", "En.", endringer=[NOTE.format("i kraft 1 juli 2026")]),
        section("§ 2", "To.", endringer=[NOTE.format("i kraft 1 juli 2027")]),
        section("§ 3", "Tre.", endringer=[NOTE.format("i kraft fra den tid Kongen bestemmer")]),
        ikrafttredelse="2020-02-01",
    )
    report = import_law([SourceFile("prøve.json", file)], by=None, now=now, dry_run=False)
    assert report.errors == []

    html = unescape(page(nurse).get("/krav/endringer/").content.decode())

    passed, coming = html.split("Ny ordlyd er ikke lest inn")[1].split("Varslet</h2>")
    assert "§ 1" in passed
    assert "§ 2" not in passed
    assert coming.index("§ 2") < coming.index("§ 3")
    assert "fra den tid Kongen bestemmer" in coming


def test_nothing_changed_says_so(world, page, nurse):
    assert says(page(nurse).get("/krav/endringer/"), "Ingenting er endret det siste året")


def test_a_neighbour_is_not_told_who_must_answer(
    accepted, next_edition, page, region_leader, outsider
):
    page(region_leader).post(at("accept_proposal", old("3.1").old))

    assert not says(page(outsider).get("/krav/endringer/"), "svar ventes fra")


def test_the_duty_leads_to_the_review(mandate, next_edition, page, region_leader):
    assert says(
        page(region_leader).get("/min-side/"), "Se hva som er endret i", at("review", next_edition)
    )


def test_the_watch_asks_as_much_for_two_as_for_one(
    next_edition, mandate, write, region_leader, now, page, nurse
):
    one = asked(page(nurse), "/krav/endringer/")
    edition = commands.begin_edition(
        source=mandate, label="2028", dated=date(2028, 2, 11), by=region_leader, now=now
    )
    write(edition, "3.1", "Noe helt annet denne gangen.")
    commands.publish_edition(edition=edition, by=region_leader, now=now)
    two = asked(page(nurse), "/krav/endringer/")

    assert len(one) == len(two) == 9, shortened(two)


def test_the_review_asks_as_much_for_all_as_for_some(next_edition, page, region_leader):
    some = asked(page(region_leader), at("review", next_edition))
    everything = asked(page(region_leader), at("review", next_edition) + "?vis=alle")

    assert len(some) == len(everything) == 10, shortened(some)


def test_titles_of_editions_for_duties(published):
    assert queries.editions_titles([published.uuid]) == {
        published.uuid: "Oppdrag og bestilling 2026"
    }


def test_a_draft_is_for_those_who_keep_the_source(
    published, mandate, page, nurse, region_leader, now
):
    commands.begin_edition(
        source=mandate, label="2027", dated=date(2027, 2, 11), by=region_leader, now=now
    )

    assert not says(page(nurse).get(at("edition", published)), "2027")


def test_a_draft_does_not_turn_off_what_is_announced(world, page, ceo, now):
    file = law_json(
        section("§ 1", "En.", endringer=[NOTE.format("i kraft 1 juli 2027")]),
        ikrafttredelse="2020-02-01",
    )
    import_law([SourceFile("prøve.json", file)], by=None, now=now, dry_run=False)
    source = Edition.objects.get().source
    page(ceo).post(at("begin", source), {"label": "min egen", "dated": "2027-01-01"})
    draft = Edition.objects.get(label="min egen")

    assert says(page(ceo).get("/krav/endringer/"), "§ 1")
    assert [law.refid for law in laws_due(date(2028, 1, 1))] == [source.code]

    again = page(ceo).get(at("begin", source), follow=True)
    assert says(again, "Noen skriver på et utkast til neste utgave", "Forkast utkastet")
    page(ceo).post(at("discard", draft))
    assert not Edition.objects.filter(label="min egen").exists()
