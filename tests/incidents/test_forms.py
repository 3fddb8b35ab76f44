"""The forms: from what is posted to clean arguments."""

import inspect
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django import forms as django_forms

from styrk.actions import forms as action_forms
from styrk.core.clock import OSLO
from styrk.incidents import forms
from styrk.organisation.models import Unit
from styrk.ui.forms import GuardedText, StyrkForm

NOW = datetime(2026, 11, 16, 10, 0, tzinfo=OSLO)
KEY = "01a2009d-2c24-7661-8373-69f458ab432d"
# Searched with, or compared with, and kept nowhere.
SEARCHES = {"search", "q", "opened", "number"}


def ward(name="Sengepost 1A"):
    return Unit(name=name)


def told(unit, /, **changes):
    return {
        "key": KEY,
        "description": "Pasienten falt på badet.",
        "kind": "patient",
        "unit": str(unit.uuid),
        "happened_at": "2026-11-16T08:00",
        "harm_actual": "mild",
    } | changes


def report_form(unit, /, **changes):
    return forms.ReportForm(told(unit, **changes), units=[unit], now=NOW)


def all_forms():
    found = [
        *inspect.getmembers(forms, inspect.isclass),
        *inspect.getmembers(action_forms, inspect.isclass),
    ]
    return {
        form
        for _name, form in found
        if issubclass(form, django_forms.BaseForm) and form.__module__.startswith("styrk.")
    }


@pytest.mark.parametrize(
    "form", sorted(all_forms(), key=lambda form: (form.__module__, form.__name__))
)
def test_every_free_text_is_guarded_and_has_a_length(form):
    texts = {
        name: field
        for name, field in form.base_fields.items()
        if type(field) in {django_forms.CharField, GuardedText}
    }

    for name, field in texts.items():
        assert isinstance(field, GuardedText) or name in SEARCHES, name
        assert field.max_length, name


def test_every_form_that_writes_is_our_own_kind():
    reading = {form for form in all_forms() if form.__name__ == "FilterForm"}

    assert len(reading) == 2
    assert all(issubclass(form, StyrkForm) for form in all_forms() - reading)


def test_report_is_what_was_posted():
    unit = ward()
    form = report_form(unit, place="Bad 3", immediate="Tørket gulvet", about_leader="on")

    assert form.is_valid(), form.errors
    report = form.report()
    assert form.submission() == UUID(KEY)
    assert (report.unit, report.kind, report.place) == (unit, "patient", "Bad 3")
    assert report.happened_at == datetime(2026, 11, 16, 8, 0, tzinfo=OSLO)
    assert (report.harm_actual, report.harm_possible) == ("mild", "mild")
    assert report.about_leader
    assert report.photos == []


def test_new_form_has_a_new_key_and_the_first_unit_chosen():
    near = [ward(), ward("Sengepost 1B")]
    one, other = (forms.ReportForm(units=near, now=NOW) for _form in (1, 2))

    assert one["key"].value() != other["key"].value()
    assert one["unit"].value() == str(near[0].uuid)
    assert [label for _value, label in one.fields["unit"].choices] == [
        "Sengepost 1A",
        "Sengepost 1B",
        "Et annet sted",
    ]


def test_draft_comes_back_into_the_form():
    form = forms.ReportForm(units=[ward()], now=NOW, initial={"description": "Falt på"})

    assert form["description"].value() == "Falt på"
    assert form["happened_at"].value() == NOW.replace(tzinfo=None)


def test_one_who_belongs_nowhere_searches():
    form = forms.ReportForm(units=[], now=NOW)

    assert form["unit"].value() is None
    assert [value for value, _label in form.fields["unit"].choices] == ["annet"]


@pytest.mark.parametrize(
    ("unit", "search", "wanted"),
    [("annet", " Akutt  ", "Akutt"), ("annet", "x" * 300, "x" * 100), ("annet", "", "")],
)
def test_what_is_searched_for_elsewhere(unit, search, wanted):
    assert report_form(ward(), unit=unit, search=search).wanted == wanted
    assert report_form(ward(), search=search).wanted == ""


def test_phones_clock_is_ours_when_it_is_ahead():
    form = report_form(ward(), happened_at="2026-11-16T10:05")
    late = report_form(ward(), happened_at="2026-11-16T10:06")

    assert form.is_valid()
    assert form.report().happened_at == NOW
    assert list(late.errors) == ["happened_at"]


@pytest.mark.parametrize(
    ("typed", "utc"),
    [("2026-10-25T01:30", 23), ("2026-10-25T04:30", 3), ("29.03.2026 kl. 03.30", 1)],
)
def test_time_is_oslos_in_summer_and_winter(typed, utc):
    form = report_form(ward(), happened_at=typed)

    assert form.is_valid(), form.errors
    assert form.report().happened_at.astimezone(UTC).hour == utc


def test_hour_that_comes_twice_is_the_first():
    """A night shift in October: what happened at half past two did happen."""
    form = report_form(ward(), happened_at="2026-10-25T02:30")

    assert form.is_valid(), form.errors
    assert form.report().happened_at.astimezone(UTC).hour == 0


def test_hour_that_never_was_is_asked_for_again():
    form = report_form(ward(), happened_at="2026-03-29T02:30")

    assert list(form.errors) == ["happened_at"]


def test_question_has_a_week_unless_another_day_was_typed():
    assert forms.AskForm(today=date(2026, 11, 16))["due"].value() == date(2026, 11, 23)
    typed = forms.AskForm(today=date(2026, 11, 16), initial={"due": "2026-12-01"})
    assert typed["due"].value() == "2026-12-01"


def test_unit_is_one_of_those_found():
    found = [ward("Sengepost 2A"), ward("Sengepost 2B")]
    form = forms.HandOverForm({"unit": str(found[1].uuid), "reason": "Deres"}, found=found)

    assert form.is_valid()
    assert form.chosen is found[1]
    assert not forms.HandOverForm({"unit": str(ward().uuid), "reason": "x"}, found=found).is_valid()


def test_nothing_typed_in_a_search_is_lost_on_the_way():
    form = forms.HandOverForm(found=[], initial={"search": "akutt", "reason": "Deres"})

    assert not form.is_bound
    assert (form["search"].value(), form["reason"].value()) == ("akutt", "Deres")
