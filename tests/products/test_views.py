"""The pages of products: saying which one on a case, numbers, and the cases behind them."""

from html import unescape

import pytest
from django.urls import reverse

from styrk.products.models import Product
from tests.clients import filled_in
from tests.counting import asked, shortened
from tests.products.conftest import PUMP

pytestmark = pytest.mark.django_db
PRODUCTS = reverse("products:products")


def text(answer):
    return unescape(answer.content.decode())


def of(name, record):
    return reverse(f"products:{name}", args=[record.uuid])


def home(incident):
    return reverse("incidents:incident", args=[incident.uuid])


def test_a_new_product_is_written_on_a_case_counted_and_leads_back(page, ward_leader, case, now):
    incident, leader = case(), page(ward_leader)
    assert "Ingen produkter er meldt" in text(leader.get(PRODUCTS))
    assert "Ingen har sagt at saken gjelder et produkt." in text(leader.get(home(incident)))
    act = of("name", incident)
    refused = filled_in(leader, act, name="Pumpe 9", kind="device")
    assert refused.status_code == 422
    assert "Skriv hvem som leverer eller lager det." in text(refused)
    sent = {"name": "Pumpe 9", "supplier": "Pumper AS", "kind": "device", "lot": "77"}
    done = filled_in(leader, act, kept="on", **sent)
    assert done.status_code == 302
    shown = text(leader.get(home(incident)))
    assert "lot eller serienummer 77" in shown
    assert "sa hvilket produkt saken gjelder" in shown

    product = Product.objects.get()
    assert "1 melding" in text(leader.get(PRODUCTS))
    whole = text(leader.get(of("product", product)))
    assert incident.title in whole
    assert "Også meldt" not in whole
    for narrowed in (f"enhet={incident.responsible_unit.uuid}", f"maned={now:%Y-%m}", "maned=x"):
        assert incident.title in text(leader.get(f"{of('product', product)}?{narrowed}"))
    for other in (f"enhet={product.uuid}", "maned=2020-01"):
        assert incident.title not in text(leader.get(f"{of('product', product)}?{other}"))
    assert "Pumpe 9" in text(leader.get(of("supplier", product)))


def test_what_is_in_the_register_is_chosen(page, ward_leader, case, about):
    about(case())
    incident, leader = case(), page(ward_leader)
    asked_which = filled_in(leader, of("name", incident), name="pumper", kind="device")
    assert asked_which.status_code == 422
    assert "Ingen av disse" in text(asked_which)
    product = Product.objects.get()
    sent = {"name": "pumper", "chosen": str(product.uuid), "kind": "device"}
    assert filled_in(leader, of("name", incident), **sent).status_code == 302
    assert "2 meldinger" in text(leader.get(PRODUCTS))
    away = reverse("products:withdraw", args=[incident.uuid, product.uuid])
    assert leader.post(away).status_code == 302
    assert "1 melding<" in text(leader.get(PRODUCTS))


def test_another_trust_reads_the_number_and_nothing_of_the_case(
    page, ward_leader, outsider_leader, case, about, their_case
):
    about(case("Pumpa stanset midt i en behandling med blodtrykksmedisin."))
    about(their_case, by=outsider_leader)
    shown = text(page(outsider_leader).get(of("product", Product.objects.get())))
    assert "Også meldt 1 gang i andre virksomheter." in shown
    assert "blodtrykksmedisin" not in shown
    assert "Sengepost 1A" in shown  # their own ward, which has the same name


def test_whoever_does_not_handle_the_case_does_not_say_what_it_is_about(
    page, nurse, other_leader, case, about
):
    incident = case()
    about(incident)
    away = reverse("products:withdraw", args=[incident.uuid, Product.objects.get().uuid])
    for person in (nurse, other_leader):
        client = page(person)
        assert client.get(of("name", incident)).status_code == 404
        assert client.post(away).status_code == 404
    assert page(nurse).get(PRODUCTS).status_code == 404


def test_the_numbers_cost_the_same_with_more_cases(page, ward_leader, case, about):
    leader, found = page(ward_leader), []
    for more in (1, 3):
        for _n in range(more):
            about(case())
        product = Product.objects.get()
        pages = (PRODUCTS, of("product", product), of("supplier", product))
        found.append([asked(leader, one) for one in pages])
    for first, later in zip(*found, strict=True):
        assert len(first) == len(later) <= 12, shortened(later)
    assert PUMP.name in text(leader.get(PRODUCTS))
