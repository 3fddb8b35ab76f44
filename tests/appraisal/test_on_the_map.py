"""What is judged of a letter in a signed review counts in the forskriftskart too: nothing is answered twice."""

import re
from datetime import timedelta
from html import unescape

import pytest

from styrk.appraisal import commands
from styrk.appraisal.rules import suggested
from styrk.compliance import jobs
from styrk.core import clock, scope
from styrk.duties.models import Duty
from tests.compliance.conftest import describe, judge, rows  # noqa: F401 - the map, and what is said there

pytestmark = pytest.mark.django_db


@pytest.fixture
def sign(judged, again, ceo, now, as_person):
    """`sign(review, {"8c": "partly"})`: signed with these letters judged, besides the four parts."""

    def sign(review, letters=None, *, at=None):
        at = at or now
        judged(review, at=at)
        with as_person(ceo):
            for item, works in (letters or {}).items():
                commands.judge_item(
                    appraisal=review,
                    item=item,
                    works=works,
                    comment=f"Sett på {item} i ledermøtet.",
                    by=ceo,
                    now=at,
                )
            commands.sign_appraisal(appraisal=again(review, ceo), by=ceo, now=at)
        return again(review, ceo)

    return sign


def of(review, key):
    return next(one for one in review.material["letters"] if one["key"] == key)


def text(answer) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()))


def test_what_is_signed_counts_until_the_next_review_is_due(begin, sign, rows, world, ceo, now):  # noqa: F811
    sign(begin(), {"8c": "partly", "8b": "fails", "8f": "works"})

    found = rows(world.trust)
    assert [found[one].status for one in ("8b", "8c", "8f")] == ["not_shown", "partly", "shown"]
    judgement = found["8c"].judgement
    assert (judgement.by, judgement.reason) == (ceo, "Sett på 8c i ledermøtet.")
    assert judgement.source == "Ledelsens gjennomgang 2026"
    assert judgement.until == clock.day(now) + timedelta(days=365)
    # Of the whole it was judged, and not of a ward.
    assert not rows(world.ward)["8c"].is_judged


def test_a_draft_says_nothing_there(begin, judged, rows, world):  # noqa: F811
    judged(begin())

    assert not any(one.is_judged for one in rows(world.trust).values())


def test_who_agrees_with_the_data_leaves_it_to_the_data(
    begin,
    sign,
    describe,  # noqa: F811
    rows,  # noqa: F811
    world,
    ceo,
):
    describe(ceo, world.trust, "6a")
    review = begin()
    said = {key: of(review, key)["computed"] for key in ("6a", "9a")}
    assert said == {"6a": "partly", "9a": "not_shown"}

    sign(review, {"6a": "partly", "9a": "works"})

    found = rows(world.trust)
    assert not found["6a"].is_judged
    assert (found["9a"].status, found["9a"].computed) == ("shown", "not_shown")


def test_the_units_own_later_word_stands(begin, sign, judge, rows, world, ceo, now):  # noqa: F811
    judge(ceo, world.trust, "8b", "shown", at=now - timedelta(days=1))
    sign(begin(), {"8b": "partly"})
    assert rows(world.trust)["8b"].status == "partly"

    later = now + timedelta(days=1)
    judge(ceo, world.trust, "8b", "not_shown", at=later)

    assert rows(world.trust, at=later)["8b"].status == "not_shown"


def test_the_next_review_is_no_echo_of_the_one_before(
    begin,
    sign,
    describe,  # noqa: F811
    rows,  # noqa: F811
    world,
    ceo,
    now,
):
    """Judged better than the data says, that is no ground to agree with; and who agrees with the data next
    time, leaves it to the data again."""
    describe(ceo, world.trust, "6a")
    sign(begin(), {"6a": "fails", "9a": "works"})
    later = now + timedelta(days=30)
    second = begin(at=later)
    assert (of(second, "6a")["status"], of(second, "6a")["computed"]) == ("not_shown", "partly")
    assert (suggested(of(second, "6a")), suggested(of(second, "9a"))) == ("partly", "")

    sign(second, {"6a": "partly"}, at=later)

    found = rows(world.trust, at=later)
    assert not found["6a"].is_judged
    assert found["9a"].status == "shown"


def test_it_is_asked_for_again_in_the_next_review_alone(begin, sign, judge, world, ceo, now):  # noqa: F811
    judge(ceo, world.trust, "8b", until=clock.day(now) + timedelta(days=365))
    sign(begin(), {"8c": "partly"})

    jobs.ask_to_look_again(now + timedelta(days=340))

    with scope.acting(scope.SYSTEM):
        waiting = Duty.objects.filter(kind="compliance.judge", settled_at__isnull=True)
        assert waiting.count() == 1


def test_it_stands_at_the_letter_with_who_when_and_the_way_to_it(
    page, begin, sign, world, ceo, quality_adviser
):
    client = page(ceo)
    at = f"/forskriftskart/{world.trust.uuid}/8c/"
    assert "ingen har gjort det ennå" in text(client.get(at))

    review = sign(begin(), {"8c": "partly"})

    answer = client.get(at)
    shown = text(answer)
    assert "ingen har gjort det ennå" not in shown
    assert "Fra Ledelsens gjennomgang 2026." in shown
    assert "Sagt i ledelsens gjennomgang Fungerer delvis Sett på 8c i ledermøtet." in shown
    assert f'href="/gjennomgang/{review.uuid}/"' in answer.content.decode()
    assert "vurderte til delvis vist i «Ledelsens gjennomgang 2026»" in shown
    nothing = client.get(f"/forskriftskart/{world.trust.uuid}/6a/")
    assert "Sagt i ledelsens gjennomgang" not in text(nothing)
