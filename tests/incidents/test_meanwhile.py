"""Two who write in the same case: nobody writes over the other's work unseen, and nothing is lost."""

import pytest

from styrk.core import scope
from styrk.incidents.models import Incident, IncidentAnalysis
from tests.clients import fetched
from tests.incidents.conftest import acts, after

pytestmark = pytest.mark.django_db

MINE = "Gulvet var vått etter dusjing."
THEIRS = "Alarmen på badet virket ikke."
MEANWHILE = "Noen har endret dette imens"


@pytest.fixture
def findings(case):
    return f"/avvik/{case.uuid}/funn/"


@pytest.fixture
def kind(case):
    return f"/avvik/{case.uuid}/type-og-alvor/"


@pytest.fixture
def older(leader, findings, page, deputy):
    """What the leader fetched before the deputy wrote what was found."""
    fields = fetched(leader, findings, found=MINE, causes=["routine"])
    other = page(deputy)
    other.post(findings, fetched(other, findings, found=THEIRS, causes=["equipment"]))
    return fields


def found():
    with scope.acting(scope.SYSTEM):
        return list(IncidentAnalysis.objects.order_by("pk").values_list("found", flat=True))


def severity(case):
    with scope.acting(scope.SYSTEM):
        now = Incident.objects.get(pk=case.pk)
    return now.kind, now.harm_actual, now.harm_possible


def test_findings_written_meanwhile_are_shown_beside_ones_own(leader, findings, older, deputy):
    answer = leader.post(findings, older)
    text = answer.content.decode()

    assert answer.status_code == 422
    assert found() == [THEIRS]
    for words in (MEANWHILE, THEIRS, MINE, deputy.name, "Utstyr"):
        assert words in text


def test_pressed_again_it_is_saved_knowingly_and_the_other_is_in_the_history(
    leader, findings, older, case
):
    shown = leader.post(findings, older).content.decode()
    mark = shown.split('name="stand" value="')[1].split('"')[0]
    answer = leader.post(findings, older | {"stand": mark})

    assert "Det dere fant, er lagret." in after(leader, answer)
    assert found() == [THEIRS, MINE]
    history = leader.get(f"/avvik/{case.uuid}/historikk/").content.decode()
    assert THEIRS in history
    assert MINE in history


def test_what_was_refused_is_still_there_the_next_time_and_still_says_so(leader, findings, older):
    leader.post(findings, older)
    text = leader.get(findings).content.decode()

    assert MINE in text
    assert MEANWHILE in text
    assert THEIRS in text


def test_draft_from_before_the_other_wrote_says_so(leader, findings, older):
    leader.post("/kladd/", older | {"path": findings})
    text = leader.get(findings).content.decode()

    assert MEANWHILE in text
    assert MINE in text


def test_nothing_is_said_where_nobody_wrote(leader, findings, older):
    fields = fetched(leader, findings, found="")
    answer = leader.post(findings, fields)

    assert answer.status_code == 422
    assert MEANWHILE not in answer.content.decode()


def test_untouched_older_form_does_not_lower_what_another_has_set(leader, kind, page, deputy, case):
    untouched = {"kind": "patient", "harm_actual": "mild", "harm_possible": "severe"}
    fields = fetched(leader, kind, **untouched)
    other = page(deputy)
    graver = untouched | {"harm_actual": "severe", "reason": "Det ble et hoftebrudd"}
    assert other.post(kind, fetched(other, kind, **graver)).status_code == 302
    answer = leader.post(kind, fields)

    assert answer.status_code == 422
    assert severity(case) == ("patient", "severe", "severe")
    text = answer.content.decode()
    assert MEANWHILE in text
    assert "Alvorlig skade" in text


def test_change_of_kind_or_severity_needs_a_reason_and_confirming_none(send, case):
    stands = {"kind": "patient", "harm_actual": "mild", "harm_possible": "severe"}
    answer = send("type-og-alvor", **stands | {"harm_actual": "none"})
    assert answer.status_code == 422
    assert "Skriv kort hvorfor du endrer det." in answer.content.decode()
    assert acts(case) == ["report", "take"]

    assert send("type-og-alvor", **stands).status_code == 302


def test_severity_comes_back_with_the_kind_that_has_one(send, leader, kind, case):
    send("type-og-alvor", kind="suggestion", reason="Det er et forslag")
    assert severity(case) == ("suggestion", "", "")
    shown = leader.get(f"/avvik/{case.uuid}/").content.decode()
    said = "endret type fra «Pasient eller bruker» til «Forslag til forbedring»: Det er et forslag"
    assert said in shown
    text = leader.get(kind).content.decode()
    for name, harm in (("harm_actual", "mild"), ("harm_possible", "severe")):
        box = text.split(f'name="{name}" value="{harm}"')[1].split(">")[0]
        assert "checked" in box
    kept = {"harm_actual": "mild", "harm_possible": "severe"}
    assert send("type-og-alvor", kind="suggestion", **kept).status_code == 302
    assert severity(case) == ("suggestion", "", "")
