"""The pages of signals and rules: who sees what, and each act on its page."""

from html import unescape

import pytest
from django.urls import reverse

from styrk.core import clock, scope
from styrk.intervention import queries
from styrk.intervention.models import Signal, Switch
from styrk.trail.models import Reading
from tests.clients import filled_in
from tests.counting import asked, shortened

pytestmark = pytest.mark.django_db


def at(name, *args):
    return reverse(f"intervention:{name}", args=[getattr(one, "uuid", one) for one in args])


def lacks(answer, *texts):
    html = unescape(answer.content.decode())
    return [text for text in texts if text not in html]


def test_nothing_to_an_employee_and_an_empty_page_to_a_leader(page, nurse, ward_leader):
    assert not lacks(page(nurse).get(at("signals")), "Signalene går bare til ledere")
    shown = page(ward_leader).get(at("signals"))
    assert not lacks(shown, "Ingen signaler til deg", "Ingen signaler har kommet opp til deg")


def test_the_leader_sees_what_was_looked_at(page, ward_leader, hearing):
    client = page(ward_leader)
    assert not lacks(
        client.get(at("signals")), "Klager og henvendelser uten svar", "Hos lederen det gjelder"
    )
    shown = client.get(at("signal", hearing))
    assert not lacks(
        shown,
        "Bare du ser dette",
        "10 dager over",
        "forvaltningsloven § 11 a",
        "Du har ikke svart ennå.",
        "/stemmer/?enhet=f.med.1.a",
    )
    assert not lacks(client.get("/min-side/"), "Svar på et signal til deg")


OTHERS = (
    "nurse",
    "deputy",
    "second_ward_leader",
    "department_leader",
    "clinic_director",
    "quality_adviser",
    "ceo",
    "board_chair",
    "administrator",
    "outsider_ceo",
)


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_opens_it_or_learns_that_it_is_there(page, world, hearing, who):
    client = page(world.people[who])
    for name in ("signal", "answer", "follow_up", "take_over", "find_no_ground", "report_back"):
        assert client.get(at(name, hearing)).status_code == 404
    assert lacks(client.get("/min-side/"), "signal til deg")
    assert lacks(client.get(at("signals")), "Klager og henvendelser uten svar")


def test_a_late_answer_does_not_tell_the_line(
    page, hearing, department_leader, stopped_clock, later
):
    stopped_clock.at = later
    assert lacks(page(department_leader).get("/min-side/"), "Svar på et signal til deg")


def test_who_leaves_does_not_give_it_away(page, administrator, hearing, ward_leader, later):
    from styrk.duties.queries import named_in, named_waiting

    assert named_waiting(ward_leader) == []
    assert named_in([ward_leader.pk]) == frozenset()


def test_answered_on_the_page(page, ward_leader, hearing):
    client = page(ward_leader)
    assert filled_in(client, at("answer", hearing), stance="done", answer="").status_code == 422
    sent = filled_in(client, at("answer", hearing), stance="done", answer="Alle får svar i dag.")
    assert sent["Location"] == at("signal", hearing)
    assert not lacks(client.get(at("signal", hearing)), "Alle får svar i dag.", "Endre svaret")


def test_up_decided_and_told_back_on_the_pages(
    page, ward_leader, department_leader, lifted, stopped_clock, later
):
    stopped_clock.at = later
    above, below = page(department_leader), page(ward_leader)
    assert not lacks(above.get(at("signals")), "Lars Lunde", "Venter på avgjørelse")
    shown = above.get(at("signal", lifted))
    assert not lacks(
        shown,
        "Lederen svarte ikke innen fristen",
        "Det kom ikke noe svar før fristen.",
        "Ta det over",
    )
    assert lacks(below.get(at("signal", lifted)), "Følg opp") == ["Følg opp"]
    assert below.get(at("follow_up", lifted)).status_code == 404
    late = f"{clock.day(later)}"
    refused = filled_in(above, at("follow_up", lifted), decision="Svar alle.", agreed_due=late)
    assert refused.status_code == 422
    due = f"{clock.after(later, days=7)}"
    sent = filled_in(above, at("follow_up", lifted), decision="Svar alle.", agreed_due=due)
    assert sent.status_code == 302
    assert not lacks(
        below.get(at("signal", lifted)), "Svar alle.", "Lederen av Indremedisinsk avdeling"
    )
    assert not lacks(below.get("/min-side/"), "Gjør det som er avtalt etter et signal")
    assert filled_in(below, at("report_back", lifted), told_back="Gjort.").status_code == 302
    assert not lacks(above.get(at("signal", lifted)), "Meldt tilbake", "Gjort.")
    again = above.get(at("follow_up", lifted))
    assert again["Location"] == at("signal", lifted)


@pytest.mark.parametrize(
    ("act", "words"), [("find_no_ground", {}), ("take_over", {"agreed_due": "2026-12-24"})]
)
def test_other_decisions(page, department_leader, lifted, stopped_clock, later, act, words):
    stopped_clock.at = later
    client = page(department_leader)
    assert (
        filled_in(client, at(act, lifted), decision="Vi har snakket.", **words).status_code == 302
    )
    assert not lacks(client.get(at("signal", lifted)), "Vi har snakket.")


def test_the_chair_has_what_is_about_the_top_leader(
    page, switch_on, unanswered, world, night, only, board_chair, ceo, stopped_clock, now, later
):
    switch_on("late_answer")
    unanswered(world.trust)
    night(now)
    night(later)
    stopped_clock.at = later
    shown = page(board_chair).get(at("signal", only()))
    assert not lacks(shown, "Daniel Drange", "Ikke grunnlag")
    assert lacks(shown, "/stemmer/") == ["/stemmer/"]
    assert not lacks(page(board_chair).get("/min-side/"), "Avgjør et signal")
    assert not lacks(page(ceo).get(at("signal", only())), "Styrelederen i Fjordheim sykehus")


def test_the_board_asks_for_its_own(switch_on, unanswered, world, night, now, later, as_person):
    switch_on("late_answer")
    unanswered(world.trust)
    unanswered(world.ward)
    night(now)
    night(later)
    from tests.world import standing

    for key, number in (("board_chair", 1), ("ceo", 0), ("department_leader", 0)):
        person = world.people[key]
        with as_person(person):
            found = queries.signals_for_board(standing(person, now), world.trust)
            assert len(found) == number, key


def test_who_opened_it_is_kept(page, ward_leader, hearing):
    page(ward_leader).get(at("signal", hearing))
    with scope.acting(scope.SYSTEM):
        found = Reading.objects.filter(subject="signal").values_list("person_name", flat=True)
        assert list(found.order_by("id")) == ["Lars Lunde"]


def test_the_rules_are_read_by_all_and_switched_by_the_top_leader(
    page, nurse, ceo, quality_adviser
):
    shown = page(nurse).get(at("rules"))
    assert not lacks(shown, "Kritisk tiltak over fristen", "Fjordheim sykehus")
    assert lacks(shown, "Slå på regler")
    for person in (nurse, quality_adviser):
        assert page(person).get(at("switch_on")).status_code == 404
    client = page(ceo)
    words = {"with_whom": "Foretakstillitsvalgte", "protocol": "Vi er enige."}
    too_soon = filled_in(
        client, at("switch_on"), codes=["late_action"], held_on="2026-12-01", **words
    )
    assert too_soon.status_code == 422
    too_old = filled_in(
        client, at("switch_on"), codes=["late_action"], held_on="2001-01-01", **words
    )
    assert not lacks(too_old, "Det er mer enn 365 dager siden")
    sent = filled_in(
        client,
        at("switch_on"),
        codes=["late_action", "late_order"],
        held_on="2026-11-10",
        **words,
    )
    assert sent.status_code == 302
    assert not lacks(page(nurse).get(at("rules")), "Vi er enige.", "Foretakstillitsvalgte")
    assert Switch.objects.count() == 2
    off = at("switch_off", "late_action")
    assert page(nurse).get(off).status_code == 404
    assert filled_in(client, off, reason="Vi venter.").status_code == 302
    assert not lacks(page(nurse).get(at("rules")), "Vi venter.")


def test_other_organisations_rules_are_not_ones_own(page, nurse):
    assert page(nurse).get(f"{at('rules')}?enhet=g").status_code == 404
    assert page(nurse).get(at("switch_off", "nothing")).status_code == 404


def test_it_is_explained_in_plain_words(page, nurse):
    shown = page(nurse).get(at("explained"))
    assert not lacks(shown, "Lederen har 14 dager til å svare", "365 dager etter", "ingen telling")


def test_pages_ask_little(page, department_leader, ward_leader, lifted, stopped_clock, later, ceo):
    stopped_clock.at = later
    for person, address, most in (
        (department_leader, at("signals"), 7),
        (department_leader, at("signal", lifted), 9),
        (ceo, at("rules"), 9),
    ):
        questions = asked(page(person), address)
        assert len(questions) <= most, shortened(questions)


def test_signals_are_never_counted_by_person(hearing):
    assert not [one.name for one in Signal._meta.fields if "count" in one.name]
