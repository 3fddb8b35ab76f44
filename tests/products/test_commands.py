"""Which products a case is about, and how often each was reported, here and elsewhere."""

import pytest
from django.db import DatabaseError, transaction

from styrk.core import clock, scope, states
from styrk.incidents import commands as cases
from styrk.incidents import queries as incidents
from styrk.incidents.models import IncidentStep
from styrk.products import commands, queries
from styrk.products.models import IncidentProduct, Product
from styrk.products.types import Described
from tests.products.conftest import PUMP

pytestmark = pytest.mark.django_db


def test_what_is_said_anew_is_corrected_and_what_was_said_is_history(
    case, about, ward_leader, as_person
):
    incident = case()
    about(incident, lot="A1")
    about(incident, lot="A2", kept=True)
    about(incident, lot="A2", kept=True)

    with as_person(ward_leader):
        (standing,) = queries.of_case(incident)
    assert (standing.lot, standing.kept) == ("A2", True)
    with scope.acting(scope.SYSTEM):
        assert IncidentProduct.objects.filter(removed_at__isnull=False).get().lot == "A1"
        steps = IncidentStep.objects.filter(incident=incident, act="name_product").order_by("pk")
        assert [one.note for one in steps] == [
            "Infusjonspumpe Strøm 3 (Pumper AS), lot eller serienummer A1",
            "Infusjonspumpe Strøm 3 (Pumper AS), lot eller serienummer A2, tatt vare på",
        ]


def test_a_product_of_a_supplier_stands_once_in_the_register(case, about):
    about(case())
    about(case(), Described("infusjonspumpe strøm 3", "PUMPER AS", "other"))
    assert Product.objects.count() == 1


def test_a_product_is_taken_back(case, about, ward_leader, now, as_person):
    incident = case()
    about(incident)
    with as_person(ward_leader):
        facts = {"incident": incident, "product": Product.objects.get(), "now": now}
        incident.refresh_from_db()
        commands.withdraw_product(by=ward_leader, **facts)
        assert queries.of_case(incident) == []
        assert queries.counts(clock.day(now)) == []


def test_a_case_that_nobody_has_taken_is_about_no_product(report, nurse, world, about):
    with pytest.raises(states.NotNow):
        about(report(nurse, world.ward))


def test_it_is_found_by_name_supplier_or_number(case, about):
    about(case())
    for text in ("strøm", "pumper", "0701234", "pumper infusjon"):
        assert [one.name for one in queries.products_like(text)] == [PUMP.name], text
    assert queries.products_like("sprøyte") == []


def test_of_other_organisations_one_is_told_a_number_and_sees_no_row(
    case, about, their_case, ward_leader, outsider_leader, world, now, as_person
):
    about(case())
    about(their_case, by=outsider_leader)
    product = Product.objects.get()

    with as_person(ward_leader):
        own = {world.trust.pk}
        told = queries.elsewhere(product, own)
        assert told == [(world.units["g"].name, now.year, 1)]
        assert queries.counts(clock.day(now)) == [(product, 1)]
        assert IncidentProduct.objects.count() == 1
    with as_person(outsider_leader):
        facts = {"why": "building", "note": "Følges opp der.", "by": outsider_leader, "now": now}
        cases.set_aside(incident=incidents.incident(their_case.uuid), **facts)
    with as_person(ward_leader):
        assert queries.elsewhere(product, own) == []


def test_who_follows_no_incidents_is_told_no_number(case, about, nurse, as_person):
    about(case())
    with as_person(nurse):
        assert queries.elsewhere(Product.objects.get(), set()) == []


def test_what_was_said_is_not_rewritten(case, about):
    about(case())
    with scope.acting(scope.SYSTEM):
        for change in ({"lot": "X"}, {"kept": True}):
            with pytest.raises(DatabaseError), transaction.atomic():
                IncidentProduct.objects.update(**change)
        with pytest.raises(DatabaseError), transaction.atomic():
            Product.objects.update(name="Y")
