"""What the page of the thread asks the database, and how much it shows at once."""

import pytest

from styrk.core import scope
from styrk.requirements.models import Placement, PlacementAction
from tests.counting import asked, shortened

pytestmark = pytest.mark.django_db
ROWS = 60


def each(rows):
    for row in rows:
        yield row
        yield from each(row["below"])


def data(client, address):
    return client.get(address, {"format": "json"}).json()


def test_the_biggest_requirement_opens_within_twelve_questions(client_of, big, region_leader):
    client, address = client_of(region_leader), f"/trad/requirement/{big.requirement.uuid}/"
    questions = asked(client, address)
    rows = list(each(data(client, address)["thread"]))
    trusts = [row for row in rows if row["kind"] == "placement"]

    assert len(questions) <= 12, shortened(questions)
    assert len(rows) <= ROWS
    assert len(trusts) == len(big.trusts)
    assert sum(one["number"] for row in trusts for one in row["more"]) == len(big.wards)
    assert trusts[0]["notes"] == ["37 enheter under", "185 tiltak"]


def test_it_does_so_also_where_the_trusts_have_acted(client_of, big, region_leader):
    """Ten actions at each trust are more than there is room for; two at each are not."""
    with scope.acting(scope.SYSTEM):
        links = list(PlacementAction.objects.order_by("pk")[:110])
        for number, link in enumerate(links):
            PlacementAction.objects.filter(pk=link.pk).update(
                placement=big.trusts[number % len(big.trusts)]
            )
    client, address = client_of(region_leader), f"/trad/requirement/{big.requirement.uuid}/"
    rows = list(each(data(client, address)["thread"]))

    assert len(asked(client, address)) <= 12
    assert len(rows) <= ROWS
    assert {("action", 10)} <= {(o["kind"], o["number"]) for row in rows for o in row["more"]}


def test_more_by_fragments_until_all_is_seen(client_of, big, region_leader):
    """From the requirement by way of what is offered: every unit and every action is found."""
    client = client_of(region_leader)
    found = data(client, f"/trad/requirement/{big.requirement.uuid}/")
    first = next(row for row in each(found["thread"]) if row["more"])
    html = client.get(first["more"][0]["url"], headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in html
    assert html.count('class="st-thread-row"') <= ROWS
    assert html.count('data-kind="placement"') == first["more"][0]["number"] == 37
    assert html.count("Vis tiltakene (5)") == 37
    whole = client.get(first["more"][0]["url"]).content.decode()
    assert "<h1>Den røde tråden: 3.1 Ventetid, Sykehus 00</h1>" in whole


@pytest.mark.parametrize("own", [True, False], ids=["trust", "its wards"])
def test_a_unit_with_many_actions_shows_them_a_part_at_a_time(client_of, big, region_leader, own):
    placed = big.trusts[0] if own else big.wards[0]
    with scope.acting(scope.SYSTEM):
        PlacementAction.objects.update(placement=placed)
    client, address = client_of(region_leader), f"/trad/placement/{placed.uuid}/under/?slag=action"
    seen = 0
    while address:
        html = client.get(address, headers={"HX-Request": "true"}).content.decode()
        seen += html.count('data-kind="action"')
        assert html.count('class="st-thread-row"') <= ROWS
        rest = html.partition('class="st-thread-more"')[2]
        address = rest.partition('hx-get="')[2].partition('"')[0].replace("&amp;", "&")
        if seen > 200:
            break

    assert seen == 4 * ROWS


@pytest.mark.parametrize("wards", [1, 2, 20])
def test_questions_are_the_same_for_one_and_for_many(client_of, big, region_leader, wards):
    """A trust with so many wards, all of them shown, with an action each."""
    kept = [one.pk for one in big.wards[:: len(big.trusts)][:wards]]
    with scope.acting(scope.SYSTEM):
        Placement.objects.filter(above=big.trusts[0]).exclude(pk__in=kept).update(state="withdrawn")
        links = PlacementAction.objects.filter(placement__in=kept).order_by("placement", "pk")
        first = list(links.distinct("placement").values_list("pk", flat=True))
        links.exclude(pk__in=first).update(placement=big.wards[1])
    client, address = client_of(region_leader), f"/trad/placement/{big.trusts[0].uuid}/"
    kinds = [row["kind"] for row in each(data(client, address)["thread"])]
    questions = asked(client, address)

    assert (kinds.count("placement"), kinds.count("action")) == (1 + wards, wards)
    assert len(questions) == 11, shortened(questions)
