"""The yes to files: once, and to what was seen."""

from styrk.organisation import commands
from styrk.organisation.models import Unit
from tests.clients import yes_to
from tests.overview.organisation.test_imports import ADDRESS, NEW, send, uploaded, uploaded_as


def test_confirming_twice_does_it_once(page, world, administrator):
    client = page(administrator)
    preview = yes_to(send(client, uploaded(NEW)))
    client.post(ADDRESS, preview)

    again = client.post(ADDRESS, preview, follow=True)

    assert "Filene er lest inn allerede" in again.content.decode()
    assert Unit.objects.filter(code="NY").count() == 1


def test_the_yes_is_to_what_was_seen(page, world, administrator, nurse, now):
    """A title set on the page meanwhile is not put back without a word."""
    client = page(administrator)
    file = f"number;name;title;email;home_unit\nT1;{nurse.name};Spesialist;{nurse.email};f.med.1.a"
    preview = send(client, uploaded_as("people.csv", *file.splitlines()))
    facts = {"name": nurse.name, "email": nurse.email, "home_unit": nurse.home_unit}
    commands.change_person(person=nurse, title="Jordmor", **facts, by=administrator, now=now)

    shown = client.post(ADDRESS, yes_to(preview))
    assert shown.status_code == 422
    assert "Noen har endret dette imens" in shown.content.decode()
    assert "stilling: Spesialist (før: Jordmor)" in shown.content.decode()
    nurse.refresh_from_db()
    assert nurse.title == "Jordmor"
    assert client.post(ADDRESS, yes_to(preview)).status_code == 422

    done = client.post(ADDRESS, yes_to(shown), follow=True)
    assert "Lest inn. Nye: 0. Endret: 1." in done.content.decode()
