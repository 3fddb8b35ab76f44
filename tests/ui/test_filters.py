"""What an address may ask for that no form offers is answered in our own words."""

import pytest

from styrk.actions.forms import FilterForm as OfActions
from styrk.goals.forms import FilterForm as OfGoals
from styrk.incidents.forms import FilterForm as OfIncidents
from styrk.risks.forms import FilterForm as OfRisks


@pytest.mark.parametrize(
    ("form", "field"),
    [(OfActions, "vis"), (OfIncidents, "state"), (OfGoals, "vis"), (OfRisks, "vis")],
)
def test_unknown_choice_is_said_in_our_words(form, field):
    assert form({field: "tull"}).errors[field] == ["Velg det som passer."]


def test_long_search_is_said_in_our_words():
    (said,) = OfIncidents({"q": "x" * 201}).errors["q"]
    assert said == "Skriv høyst 200 tegn."
