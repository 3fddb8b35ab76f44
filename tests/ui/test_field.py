"""The one field macro, for every kind of widget."""

import re

import pytest
from django import forms

from styrk.ui.controls import control
from styrk.ui.forms import (
    Cards,
    CheckChips,
    Chips,
    DayField,
    Described,
    FilesField,
    FilesInput,
    GuardedText,
    MomentField,
    StyrkForm,
    TimeInput,
)
from tests import markup

HARM = [("none", Described("Ingen", "Det gikk bra.", "success")), ("mild", "Mild")]
GROUPED = [("Kirurgi", [("a", "Post A")]), ("Medisin", [("b", "Post B"), ("c", "Post C")])]


class Everything(StyrkForm):
    what = GuardedText(label="Hva?", help_text="Kort.", max_length=40, widget=forms.Textarea)
    title = GuardedText(label="Tittel", max_length=10)
    unit = forms.ChoiceField(label="Enhet", choices=GROUPED)
    harm = forms.ChoiceField(label="Alvor", choices=HARM, widget=Cards)
    who = forms.ChoiceField(label="Hvem", choices=[("p", "Pasient")], widget=Chips)
    tags = forms.MultipleChoiceField(
        label="Med", choices=[("l", "Lege"), ("m", "Utstyr")], widget=CheckChips
    )
    on = DayField(label="Dag")
    at = MomentField(label="Når")
    time = forms.TimeField(label="Tid", widget=TimeInput)
    photos = FilesField(label="Bilder", widget=FilesInput({"accept": "image/*"}))
    ok = forms.BooleanField(label="Ja", help_text="Kryss.")
    rows = forms.CharField(label="Rader", widget=forms.Textarea({"rows": 4}), required=False)
    secret = forms.CharField(label="Passord", widget=forms.PasswordInput)


NAMES = list(Everything.base_fields)


@pytest.fixture(params=["empty", "wrong", "filled"])
def form(request) -> Everything:
    data = {
        "what": "Fall",
        "unit": "b",
        "harm": "mild",
        "tags": ["l", "m"],
        "on": "2026-11-21",
        "ok": "on",
    }
    return {"empty": Everything(), "wrong": Everything({}), "filled": Everything(data)}[
        request.param
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_field_has_label_unique_ids_and_no_dangling_reference(draw, form, name):
    html = draw("{{ field(form[name], hint='Et råd.') }}", form=form, name=name)

    assert markup.problems(html, whole=False) == []
    ids = set(re.findall(r' id="([^"]+)"', html))
    for described in re.findall(r'aria-describedby="([^"]+)"', html):
        assert set(described.split()) <= ids
    assert "Et råd." in html
    assert " required" not in html.replace('aria-required="true"', "")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "rows"])
def test_an_error_is_joined_to_its_field(draw, name):
    form = Everything({})

    html = draw("{{ field(form[name]) }}", form=form, name=name)

    assert f'id="id_{name}-feil"' in html
    assert f"id_{name}-feil" in re.search(r'aria-describedby="([^"]+)"', html)[1]
    assert 'aria-invalid="true"' in html or "data-invalid" in html


@pytest.mark.parametrize("name", NAMES)
def test_the_error_summary_leads_to_something_that_is_there(draw, name):
    form = Everything({})

    html = draw("{{ field(form[name]) }}", form=form, name=name)

    assert f'id="{control(form[name]).first_id}"' in html


def test_what_may_be_left_out_is_marked(draw):
    assert "(valgfritt)" in draw("{{ field(f['rows']) }}", f=Everything())
    assert "(valgfritt)" not in draw("{{ field(f['what']) }}", f=Everything())


def test_types_and_values(draw):
    form = Everything(
        initial={"what": "a\n<b>", "unit": "c", "harm": "mild", "tags": ["m"], "ok": True}
    )
    drawn = {name: draw("{{ field(f[n]) }}", f=form, n=name) for name in NAMES}

    assert ">\na\n&lt;b&gt;</textarea>" in drawn["what"]
    assert 'type="date"' in drawn["on"]
    assert 'type="datetime-local"' in drawn["at"]
    assert 'type="time"' in drawn["time"]
    assert '<optgroup label="Medisin">' in drawn["unit"]
    assert '<option value="c" selected>' in drawn["unit"]
    assert re.findall(r'value="(\w+)" checked', drawn["harm"]) == ["mild"]
    assert re.findall(r'value="(\w+)" checked', drawn["tags"]) == ["m"]
    assert 'value="on" checked' in drawn["ok"]
    assert 'accept="image/*"' in drawn["photos"]
    assert 'multiple=""' in drawn["photos"]
    assert 'rows="4"' in drawn["rows"]
    assert "rows=" not in drawn["what"]


def test_a_choice_can_explain_itself(draw):
    html = draw("{{ field(f['harm']) }}", f=Everything())

    assert '<p id="id_harm_0-om">Det gikk bra.</p>' in html
    assert 'aria-describedby="id_harm_0-om"' in html
    assert 'data-color="success"' in html
    assert html.count("<p ") == 1


def test_a_described_choice_is_chosen_as_any_other():
    form = Everything({"harm": "none"})

    assert "harm" not in form.errors


def test_a_limit_is_counted_and_nothing_is_cut(draw):
    html = draw("{{ field(f['what']) }}", f=Everything())

    assert 'data-limit="40"' in html
    assert "maxlength" not in html
    assert "Inntil 40 tegn" in html


def test_a_password_is_never_written_back(draw):
    assert "hemmelig" not in draw("{{ field(f['secret']) }}", f=Everything({"secret": "hemmelig"}))


def test_a_hidden_field_carries_its_value(draw):
    html = draw("{{ hidden(f['title']) }}", f=Everything(initial={"title": "x"}))

    assert html == '<input type="hidden" id="id_title" name="title" value="x">'


def test_what_is_hidden_has_nothing_to_see(draw):
    class Reading(forms.Form):
        seen = forms.CharField(widget=forms.HiddenInput)

    html = draw("{{ field(f['seen']) }}", f=Reading(initial={"seen": "a<b"}))

    assert html.strip() == '<input type="hidden" id="id_seen" name="seen" value="a&lt;b">'
