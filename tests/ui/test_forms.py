from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from styrk.core.clock import OSLO
from styrk.ui.forms import (
    CommaDecimalField,
    DayField,
    FilesField,
    GuardedText,
    MomentField,
    StyrkForm,
)

FNR = "13097248022"  # synthetic, from the tax authority's own published examples
PHONE = "Pårørende på 912 34 567 vil ha svar."
NAME = "Pasienten Ola Nordmann falt på badet."


class Report(StyrkForm):
    what = GuardedText(label="Hva skjedde?", widget=forms.Textarea, max_length=200)
    where = forms.ChoiceField(label="Hvor?", choices=[("a", "Post A"), ("b", "Post B")])
    extra = GuardedText(label="Mer", required=False)


class Careless(Report):
    def clean(self):
        return {}


def filled(what: str, form: type[Report] = Report, **more: str) -> Report:
    data = QueryDict(mutable=True)
    data.update({"what": what, "where": "a"} | more)
    return form(data)


def test_harmless_text_passes_without_an_offer():
    form = filled("Pasienten falt på badet.")

    assert form.is_valid()
    assert form.guard_offer is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"Gjelder {FNR}.", "Teksten inneholder et fødselsnummer."),
        (PHONE, "Teksten inneholder et telefonnummer."),
        ("Skriv til ola@eksempel.no", "Teksten inneholder en e-postadresse."),
        (f"{FNR} og 912 34 567", "Teksten inneholder et fødselsnummer og et telefonnummer."),
    ],
)
def test_what_identifies_for_certain_stops_the_form_by_name(text, named):
    form = filled(text)

    assert not form.is_valid()
    assert form.errors["what"][0].startswith(named)
    assert form.guard_offer.removes
    assert form["what"].value() == text, "nothing typed is lost"


def test_a_form_that_forgets_the_guard_is_guarded_all_the_same():
    assert not filled(PHONE, Careless).is_valid()
    assert not filled(NAME, Careless).is_valid()


def test_the_field_guards_in_a_form_of_any_kind():
    class Plain(forms.Form):
        what = GuardedText()

    assert not Plain({"what": PHONE}).is_valid()


def test_the_offer_removes_it_and_goes_on():
    form = filled(PHONE, extra=f"Se {FNR}", redact="1")

    assert form.is_valid()
    assert "912" not in form.cleaned_data["what"]
    assert FNR not in form.cleaned_data["extra"]
    assert form.cleaned_data["what"].startswith("Pårørende på")


def test_removing_works_with_a_prefix_and_leaves_other_fields():
    form = Report({"f-what": PHONE, "f-where": "912 34 567", "redact": "1"}, prefix="f")

    assert list(form.errors) == ["where"]
    assert form["where"].value() == "912 34 567"
    assert "912" not in form["what"].value()


def test_a_likely_name_is_asked_about_and_kept():
    form = filled(NAME)

    assert not form.is_valid()
    assert form.errors["what"] == ["Ser dette ut som et navn på en pasient: «Ola Nordmann»?"]
    assert form.guard_offer.words == ("Ola Nordmann",)
    assert not form.guard_offer.removes
    assert form["what"].value() == NAME


def test_the_writer_is_asked_only_once():
    assert filled(NAME, guard_seen="1").is_valid()


def test_an_answer_about_names_does_not_let_numbers_through():
    assert not filled(PHONE, guard_seen="1").is_valid()


def test_the_page_offers_removal_inside_the_form(draw):
    form = filled(PHONE)

    html = draw("{{ form_errors(form) }}", form=form)

    assert 'name="redact" value="1"' in html
    assert 'role="alert"' in html
    assert 'tabindex="-1"' in html
    assert 'href="#id_what"' in html
    assert "Hva skjedde: Teksten inneholder et telefonnummer." in html


def test_the_page_asks_about_names_with_one_box(draw):
    html = draw("{{ form_errors(form) }}", form=filled(NAME))

    assert html.count('name="guard_seen"') == 1
    assert 'type="checkbox"' in html


def test_an_answer_is_remembered_when_something_else_is_wrong(draw):
    form = filled(NAME, guard_seen="1", where="c")

    html = draw("{{ form_errors(form) }}", form=form)

    assert '<input type="hidden" name="guard_seen" value="1">' in html


def test_a_form_not_sent_has_neither_errors_nor_offers(draw):
    assert draw("{{ form_errors(form) }}", form=Report()) == ""


def test_errors_are_said_in_plain_words():
    form = Report({"what": ""})

    assert form.errors == {"what": ["Fyll ut dette."], "where": ["Velg det som passer."]}
    too_long = filled("x" * 201).errors["what"][0]
    assert too_long == "Teksten er for lang. Bruk høyst 200 tegn; nå er den på 201."


def test_words_of_the_fields_own_are_kept():
    class Own(StyrkForm):
        what = GuardedText(error_messages={"required": "Skriv hva du så."})

    assert Own({}).errors["what"] == ["Skriv hva du så."]


class Typed(StyrkForm):
    on = DayField(required=False)
    at = MomentField(required=False)
    dose = CommaDecimalField(required=False)


@pytest.mark.parametrize("text", ["2026-11-21", "21.11.2026", "21.11.26", "21/11/2026"])
def test_a_day_is_understood_as_it_is_written_in_norway(text):
    assert Typed({"on": text}).fields["on"].clean(text) == date(2026, 11, 21)


@pytest.mark.parametrize(
    "text",
    [
        "2026-07-01T14:05",
        "2026-07-01T14:05:00",
        "01.07.2026 14:05",
        "01.07.2026 14.05",
        "1.7.2026 kl. 14.05",
        "01.07.2026  kl 14:05",
    ],
)
def test_a_moment_is_norwegian_time(text):
    assert Typed().fields["at"].clean(text) == datetime(2026, 7, 1, 12, 5, tzinfo=UTC)


def test_nonsense_is_answered_with_how_to_write_it():
    form = Typed({"on": "i går", "at": "nå", "dose": "mye"})

    assert form.errors == {
        "on": ["Skriv datoen som 21.11.2026."],
        "at": ["Skriv dato og klokkeslett som 21.11.2026 14:05."],
        "dose": ["Skriv et tall, for eksempel 12,5."],
    }


def test_initial_values_are_shown_as_the_browser_wants_them():
    at = datetime(2026, 7, 1, 12, 5, 33, tzinfo=UTC)

    form = Typed(initial={"on": date(2026, 11, 21), "at": at, "dose": Decimal("1.50")})

    assert 'value="2026-11-21"' in str(form["on"])
    assert 'value="2026-07-01T14:05"' in str(form["at"])
    assert 'value="1,50"' in str(form["dose"])


@pytest.mark.parametrize(
    ("text", "number"), [("12,5", "12.5"), ("12.5", "12.5"), ("1 204,5", "1204.5"), ("−2", "-2")]
)
def test_numbers_have_a_comma(text, number):
    assert Typed().fields["dose"].clean(text) == Decimal(number)


class WithPhotos(StyrkForm):
    photos = FilesField(required=False)


def test_several_files_come_as_a_list():
    files = MultiValueDict(
        {"photos": [SimpleUploadedFile(name, b"x") for name in ("a.jpg", "b.jpg")]}
    )

    form = WithPhotos({}, files)

    assert form.is_valid()
    assert [file.name for file in form.cleaned_data["photos"]] == ["a.jpg", "b.jpg"]


def test_no_file_is_an_empty_list():
    form = WithPhotos({}, MultiValueDict())

    assert form.is_valid()
    assert form.cleaned_data["photos"] == []


def test_a_required_file_is_missed():
    class Required(StyrkForm):
        photos = FilesField()

    assert Required({}, MultiValueDict()).errors == {"photos": ["Fyll ut dette."]}


def test_a_moment_in_the_hour_that_does_not_exist_is_refused():
    assert Typed({"at": "2026-03-29T02:30"}).errors["at"]


def test_oslo_is_the_zone_of_what_is_typed():
    assert Typed().fields["at"].clean("2026-11-21T08:00") == datetime(2026, 11, 21, 8, tzinfo=OSLO)
