"""All 21 letters on one page: agree in one act, and give reasons only where words are needed."""

import pytest

from styrk.appraisal import commands
from styrk.appraisal.models import Appraisal, Verdict
from styrk.appraisal.types import AGREED, Judged
from tests.appraisal.test_views import at, says
from tests.clients import filled_in, sent_twice

pytestmark = pytest.mark.django_db
SHOWN = {"6a": "shown", "6b": "partly", "6c": "not_shown", "8b": "partly"}


@pytest.fixture
def known(draft):
    """The draft, where the map shows these letters and knows nothing of the others."""
    letters = [
        one | {"status": SHOWN.get(one["key"], "unknown")} for one in draft.material["letters"]
    ]
    Appraisal.objects.update(material=draft.material | {"letters": letters})
    draft.refresh_from_db()
    return draft


def verdicts():
    return {one.item: (one.works, one.comment) for one in Verdict.objects.order_by("item")}


def judge(review, ceo, now, *judged):
    return commands.judge_letters(appraisal=review, judged=judged, by=ceo, now=now)


def test_agreed_with_in_one_act_and_judged_otherwise_with_words(known, ceo, now, as_person):
    with as_person(ceo):
        told = [Judged("6a", "works"), Judged("6b", "fails", "Vi vet at det svikter")]
        assert judge(known, ceo, now, *told) == 2

    assert verdicts() == {"6a": ("works", AGREED), "6b": ("fails", "Vi vet at det svikter")}
    assert known.steps.filter(act="judge").count() == 2


@pytest.mark.parametrize(
    "judged",
    [Judged("6a", "partly"), Judged("6c", "fails"), Judged("8b", "partly"), Judged("7a", "works")],
)
def test_words_are_needed_where_one_differs_and_where_data_never_settles_it(
    known, ceo, now, as_person, judged
):
    with as_person(ceo), pytest.raises(commands.ReasonMissing):
        judge(known, ceo, now, Judged("6a", "works"), judged)

    assert verdicts() == {}


def test_what_is_not_a_letter_is_refused(known, ceo, now, as_person):
    with as_person(ceo), pytest.raises(commands.UnknownItem):
        judge(known, ceo, now, Judged("results", "works", "Bra"))


def test_gone_through_on_one_page(page, known, ceo, nurse):
    address = at("judge_all", known)
    assert page(nurse).get(address).status_code == 404
    leader = page(ceo)
    shown = leader.get(address)
    assert says(shown, "Disse trenger en begrunnelse", "§ 8 b", "uten å skrive noe")

    sent = {"works_6a": "works", "works_6b": "partly", "works_8b": "fails"}
    refused = filled_in(leader, address, **sent, comment_6b="Det står bra til")
    assert refused.status_code == 422
    assert says(refused, "Skriv hvorfor.", "Det står bra til")
    assert verdicts() == {}
    done = filled_in(leader, address, **sent, comment_8b="Vi spør ingen")
    assert done.status_code == 302
    assert verdicts() == {
        "6a": ("works", AGREED),
        "6b": ("partly", AGREED),
        "8b": ("fails", "Vi spør ingen"),
    }
    assert says(leader.get(done["Location"]), "3 bokstaver er vurdert.", "3 av 21 er vurdert.")


def test_nothing_changed_is_said_and_twice_is_once(page, known, ceo):
    address = at("judge_all", known)
    assert says(filled_in(page(ceo), address), "Ingenting er endret.")
    sent_twice(page(ceo), address, works_6a="works")

    assert known.steps.filter(act="judge").count() == 1


def test_nobody_writes_over_what_another_judged_meanwhile(page, known, ceo, quality_adviser):
    address = at("judge_all", known)
    filled_in(page(ceo), address, works_6a="works")
    stale = {"works_6a": "fails", "comment_6a": "Nei", "stand": "gammelt"}
    refused = page(quality_adviser).post(address, stale)

    assert refused.status_code == 422
    assert says(refused, "Daniel Drange", "Nei")
    assert verdicts() == {"6a": ("works", AGREED)}
