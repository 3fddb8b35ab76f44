"""What is left is said by name, where one would say that all is done; and what limits a list is kept."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from styrk.actions.commands import carry_out, judge_effect
from styrk.inspections import commands, queries
from tests.clients import filled_in
from tests.counting import asked
from tests.inspections.test_views import at, says

pytestmark = pytest.mark.django_db


@pytest.fixture
def acted(answered, plan, ward_leader, now, as_person):
    with as_person(ward_leader):
        return commands.act_on_finding(finding=answered, plan=plan, by=ward_leader, now=now)


def test_the_leader_is_told_which_action_is_left(
    acted, answered, page, ward_leader, now, as_person
):
    client = page(ward_leader)
    assert says(client.get(at("finding", answered)), "Se hva som gjenstår")
    waits = client.get(at("claim", answered))
    sent = client.post(at("claim", answered), {"how": "Ti av ti."})

    told = "Tiltaket «To signaturer på samme skjema» er ikke gjort."
    assert says(waits, told, reverse("actions:action", args=[acted.uuid]))
    assert not says(waits, "Hvordan ser dere at det er rettet?")
    assert sent.status_code == 422
    assert says(sent, told, "Ti av ti.")
    with as_person(ward_leader):
        carry_out(action=acted, note="", by=ward_leader, now=now)
    assert says(client.get(at("finding", answered)), "Meld fra at det er rettet")
    assert says(client.get(at("claim", answered)), "Hvordan ser dere at det er rettet?")


def test_whoever_confirms_is_told_that_the_effect_is_not_known(
    acted, answered, page, ward_leader, quality_adviser, now, as_person
):
    with as_person(ward_leader):
        carry_out(action=acted, note="", by=ward_leader, now=now)
        commands.claim_met(finding=answered, how="Ti av ti.", by=ward_leader, now=now)

    waits = page(quality_adviser).get(at("confirm", answered))
    assert says(waits, "Effekten av tiltaket «To signaturer på samme skjema» er ikke vurdert.")


def test_the_end_says_what_is_left_by_finding_and_action(
    acted, answered, page, ward_leader, quality_adviser, now, as_person
):
    audit, team = answered.audit, page(quality_adviser)
    assert says(team.get(at("audit", audit)), "Se hva som gjenstår")
    waits = team.get(at("finish", audit))
    assert says(
        waits,
        "Dette gjenstår først",
        "Funnet «Dobbeltkontroll føres ikke» er ikke bekreftet rettet.",
        at("finding", answered),
        "Tiltaket «To signaturer på samme skjema» er ikke gjort.",
    )
    assert not says(waits, "Alle funn er bekreftet rettet")
    with as_person(ward_leader):
        carry_out(action=acted, note="", by=ward_leader, now=now)
        commands.claim_met(finding=answered, how="Ti av ti.", by=ward_leader, now=now)
        later = now + timedelta(days=91)
        judge_effect(action=acted, effect="worked", reason="Ti av ti.", by=ward_leader, now=later)
    with as_person(quality_adviser):
        commands.confirm_met(finding=answered, seen="Sett.", by=quality_adviser, now=later)
    assert says(team.get(at("audit", audit)), "Fulgt opp til ende")
    assert says(team.get(at("finish", audit)), "Alle funn er bekreftet rettet")
    assert filled_in(team, at("finish", audit), reason="Færre feil.").status_code == 302


def test_actions_out_of_sight_are_counted(acted, answered, nurse, as_person):
    with as_person(answered.audit.leader):
        (seen,) = queries.remaining(answered.audit)
    assert (len(seen.actions), seen.hidden) == (1, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_what_the_end_asks(reported, found, client_of, quality_adviser, number):
    audit = reported(*(found(title=f"Funn {nth}") for nth in range(number)))

    assert len(asked(client_of(quality_adviser), at("finish", audit))) == 11


@pytest.mark.parametrize("name", ["audits", "findings"])
def test_links_keep_what_limits_the_list(finding, page, ceo, name):
    shown = page(ceo).get(f"{at(name)}?enhet=f.med&siden=2026-01-01")

    assert says(shown, "og det som er under", "siden 1. jan. 2026", "Vis alle")
    html = shown.content.decode()
    links = html[html.index('aria-label="Utvalg"') :]
    assert links[: links.index("</nav>")].count("enhet=f.med&amp;siden=2026-01-01") >= 5


@pytest.mark.parametrize("number", [1, 3])
def test_the_end_asks_as_much_for_many_findings_as_for_one(
    reported, found, quality_adviser, now, as_person, number
):
    good = [found("good", title=f"Godt nr. {one}") for one in range(number)]
    audit = reported(*good)
    with as_person(quality_adviser), CaptureQueriesContext(connection) as asked_for:
        commands.finish_audit(audit=audit, reason="Ferdig.", by=quality_adviser, now=now)

    assert sum("inspections_waiting" in one["sql"] for one in asked_for) == 1
