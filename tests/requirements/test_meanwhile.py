"""Two who write the same about a requirement: nobody writes over the other's words unseen."""

from html import unescape

import pytest
from django.urls import reverse

from styrk.requirements.models import AnnualReport, Placement, Requirement
from tests.clients import fetched, filled_in

MEANWHILE = "Noen har endret dette imens"


@pytest.fixture
def client(page, ceo):
    return page(ceo)


@pytest.fixture
def other(page, quality_adviser):
    """Who also answers for the trust."""
    return page(quality_adviser)


def written_over(client, other, address, mine, theirs):
    """What the page says where another wrote while it was open, and the answer the second time."""
    open_form = fetched(client, address, **mine)
    assert filled_in(other, address, **theirs).status_code == 302
    answer = client.post(address, open_form)
    text = unescape(answer.content.decode())
    assert (answer.status_code, MEANWHILE in text) == (422, True)
    mark = text.split('name="stand" value="')[1].split('"')[0]
    return text, lambda: client.post(address, open_form | {"stand": mark}).status_code


def test_what_a_requirement_means_here(accepted, client, other, ceo, quality_adviser):
    address = reverse("requirements:accept", args=[accepted.uuid])
    owner = {"owner": str(ceo.uuid)}
    mine, theirs = {"meaning": "Under 50 dager"}, {"meaning": "Under 40 dager"}

    text, again = written_over(client, other, address, mine | owner, theirs | owner)

    for words in ("Under 50 dager", "Under 40 dager", f"{quality_adviser.name} skrev dette"):
        assert words in text
    assert Placement.objects.get(pk=accepted.pk).meaning == "Under 40 dager"
    assert again() == 302
    assert Placement.objects.get(pk=accepted.pk).meaning == "Under 50 dager"


@pytest.mark.parametrize("part", ["forord", "plan"])
def test_the_parts_of_the_annual_report(accepted, client, other, part):
    address = f"/krav/melding/f/2026/tekst/{part}/"
    mine, theirs = {"text": "Et tungt år"}, {"text": "Et godt år"}

    text, again = written_over(client, other, address, mine, theirs)

    assert "Et godt år" in text
    field = {"forord": "foreword", "plan": "plan"}[part]
    assert getattr(AnnualReport.objects.get(), field) == "Et godt år"
    assert again() == 302
    assert getattr(AnnualReport.objects.get(), field) == "Et tungt år"


def test_a_requirement_in_a_draft(draft, write, page, region_leader):
    requirement = write(draft, "1", "Ventetiden ned")
    address = reverse("requirements:reword", args=[requirement.uuid])
    mine = {"point": "1", "text": "Ventetiden ned til 50 dager"}
    theirs = {"point": "1", "text": "Ventetiden ned til 40 dager"}

    text, again = written_over(page(region_leader), page(region_leader), address, mine, theirs)

    assert theirs["text"] in text
    assert again() == 302
    assert Requirement.objects.get().text == mine["text"]
