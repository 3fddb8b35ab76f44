"""Tema: what is never finished. Cases are followed up as part of it, reviews are duties, and it stays open."""

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from styrk.actions.models import Action
from styrk.compliance.types import months_after
from styrk.core import clock, scope
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.duties.models import Duty
from styrk.incidents import commands as of_incidents
from styrk.incidents import queries as incidents
from styrk.incidents.models import Incident, IncidentAnalysis
from styrk.incidents.types import EXAMINE, TAKE
from styrk.patterns import commands, queries, refusals
from styrk.patterns.models import Theme, ThemeMember, ThemeStep
from styrk.patterns.types import REVIEW, AboutTheme
from styrk.serious.commands import answer_questions
from styrk.serious.types import Told as Answered
from tests.clients import fetched
from tests.counting import asked, shortened
from tests.incidents.conftest import acts, after
from tests.patterns.conftest import ANSWER, BELONGS, told
from tests.patterns.test_alike import OTHER

pytestmark = pytest.mark.django_db


def typed(owner, **other):
    """What is typed in the form of a tema."""
    said = {"title": "Fall", "belongs": BELONGS, "not_belongs": "", "answer": ANSWER}
    return said | {"owner": owner.uuid, "every": "3"} | other


HTMX = {"HX-Request": "true"}


def stands(incident):
    with scope.acting(scope.SYSTEM):
        return Incident.objects.get(pk=incident.pk)


def waits(kind, subject):
    return Duty.objects.filter(
        kind=kind, subject_uuid=subject.uuid, settled_at__isnull=True
    ).first()


def test_a_leader_begins_a_tema_and_its_review_waits_for_its_owner(
    page, ward_leader, world, now, department_leader
):
    leader = page(ward_leader)
    sent = fetched(leader, "/samleavvik/tema/nytt/", **typed(ward_leader, unit=world.ward.uuid))
    text = after(leader, leader.post("/samleavvik/tema/nytt/", sent))

    assert BELONGS in text
    assert "Temaet er begynt." in text
    with scope.acting(scope.SYSTEM):
        theme = Theme.objects.get()
    assert theme.review_on == months_after(clock.day(now), 3)
    assert waits(REVIEW, theme).due == theme.review_on
    assert "Fall" in page(department_leader).get("/samleavvik/tema/").content.decode()


def test_a_case_that_belongs_is_finished_as_part_of_it_with_one_press(
    page, ward_leader, nurse, theme, fall, report, world
):
    for text in OTHER:
        report(nurse, world.ward, description=text)
    one = fall()
    leader, before = page(ward_leader), len(told(nurse))
    near = leader.get(f"/samleavvik/lignende/{one.uuid}/", headers=HTMX).content.decode()
    press = f"/samleavvik/tema/{theme.uuid}/hor-til/{one.uuid}/"
    assert press in near
    assert ANSWER in near

    text = after(leader, leader.post(press, {"said": ANSWER}))

    assert "Saken hører til «Fall»" in text
    assert "Gjennomgått som del av temaet «Fall»" in text
    assert stands(one).state == "concluded"
    assert stands(one).handler == ward_leader
    assert acts(one) == ["report", "conclude_in_theme"]
    assert told(nurse)[before:] == [ANSWER]
    assert not waits(TAKE, one)
    assert not waits(EXAMINE, one)
    own = page(nurse).get(f"/mine-meldinger/{one.uuid}/").content.decode()
    assert "Fulgt opp sammen med annet av samme slag. Takk!" in own
    assert leader.get(f"/samleavvik/tema/{theme.uuid}/").content.decode().count(one.title)


def test_the_answer_may_be_written_over_and_what_names_somebody_is_refused(
    page, ward_leader, nurse, theme, fall
):
    one, leader = fall(), page(ward_leader)
    press = f"/samleavvik/tema/{theme.uuid}/hor-til/{one.uuid}/"

    refused = leader.post(press, {"said": "Gjelder 13097248022."})
    assert refused.status_code == 422
    assert stands(one).state == "received"

    after(leader, leader.post(press, fetched(leader, press, said="Vi ser på det sammen.")))
    assert told(nurse)[-1] == "Vi ser på det sammen."


@pytest.mark.parametrize(
    "harm", [{"harm_actual": "severe", "harm_possible": "severe"}, {"harm_possible": "death"}]
)
def test_what_is_serious_counts_in_it_and_is_a_case_of_its_own(
    ward_leader, nurse, theme, fall, belong, page, harm
):
    one = fall(**harm)
    belong(ward_leader, theme, one)

    assert stands(one).state == "received"
    assert waits(TAKE, one)
    assert told(nurse)[-1] == ANSWER
    text = page(ward_leader).get(f"/samleavvik/tema/{theme.uuid}/").content.decode()
    assert "1 melding du kan se, hører til." in text


def test_what_the_law_may_demand_a_notice_of_is_a_case_of_its_own(
    ward_leader, theme, fall, belong, now, as_person
):
    one = fall()
    with as_person(ward_leader):
        given = Answered(
            one.happened_at,
            one.reported_at,
            {"harm_to": ["patient"], "blood": True, "harm_actual": "mild"},
        )
        answer_questions(incident=incidents.incident(one.uuid), told=given, by=ward_leader, now=now)
    belong(ward_leader, theme, one)

    assert stands(one).state == "received"


def test_a_case_with_an_action_of_its_own_goes_on_till_its_effect_is_known(
    ward_leader, theme, fall, belong, take, now, as_person, plan, world
):
    one = fall()
    take(ward_leader, one)
    with as_person(ward_leader):
        of_incidents.add_action(
            incident=incidents.incident(one.uuid),
            plan=plan(world.ward, ward_leader),
            by=ward_leader,
            now=now,
        )
    belong(ward_leader, theme, one)

    assert stands(one).state == "examining"


def test_taken_out_with_why_it_is_a_case_to_handle_again(
    page, ward_leader, nurse, theme, fall, belong
):
    one = fall()
    belong(ward_leader, theme, one)
    leader, out = page(ward_leader), f"/samleavvik/tema/{theme.uuid}/ta-ut/{one.uuid}/"

    after(leader, leader.post(out, fetched(leader, out, why="Det var en besvimelse.")))

    assert stands(one).state == "examining"
    assert waits(EXAMINE, one)
    assert acts(one)[-1] == "take_up_again"
    assert "ser på saken en gang til" in told(nurse)[-1]
    assert leader.get(out).status_code == 404
    belong(ward_leader, theme, one)
    assert stands(one).state == "concluded"


def test_taken_out_a_case_that_was_finished_by_itself_stays_so(
    ward_leader, theme, fall, belong, take, now, as_person
):
    one = fall()
    take(ward_leader, one)
    with as_person(ward_leader):
        of_incidents.conclude_incident(
            incident=incidents.incident(one.uuid), learned="Alt er gjort.", by=ward_leader, now=now
        )
    member = belong(ward_leader, theme, one)
    with as_person(ward_leader):
        member = queries.theme_member(theme, incidents.incident(one.uuid))
        commands.leave_theme(theme=theme, member=member, why="Nei.", by=ward_leader, now=now)

    assert stands(one).state == "concluded"


def test_a_leader_below_puts_cases_in_a_tema_above_and_sees_only_own(
    page, ward_leader, department_leader, other_leader, world, begun, fall, belong, as_person
):
    above = begun(department_leader, world.department)
    own, elsewhere = fall(), fall(world.second_ward)
    belong(department_leader, above, elsewhere)
    leader = page(ward_leader)

    assert str(above.uuid) in leader.get(f"/samleavvik/tema/velg/{own.uuid}/").content.decode()
    belong(ward_leader, above, own)
    text = leader.get(f"/samleavvik/tema/{above.uuid}/").content.decode()
    assert "1 melding du kan se, hører til." in text
    assert f"/avvik/{elsewhere.uuid}/" not in text
    assert leader.get(f"/samleavvik/tema/{above.uuid}/gjennomgang/").status_code == 404
    with as_person(other_leader):
        assert not Theme.objects.exists()
        assert not ThemeMember.objects.exists()
        assert not ThemeStep.objects.exists()


def test_what_lies_elsewhere_or_belongs_already_does_not(
    ward_leader, department_leader, theme, fall, belong, world
):
    with pytest.raises(refusals.OutOfLine):
        belong(department_leader, theme, fall(world.second_ward))
    one = fall()
    belong(ward_leader, theme, one)
    with pytest.raises(refusals.BelongsAlready):
        belong(ward_leader, theme, one)


def test_a_review_sets_the_next_and_tells_those_who_reported_what_changes(
    page, ward_leader, nurse, theme, fall, belong, now
):
    belong(ward_leader, theme, fall())
    leader, review = page(ward_leader), f"/samleavvik/tema/{theme.uuid}/gjennomgang/"
    next_on = clock.after(now, days=60)
    said = {
        "shows": "Flest om natten.",
        "changes": "Fast nattlys.",
        "answer": ANSWER,
        "next_on": next_on.isoformat(),
    }

    text = after(leader, leader.post(review, fetched(leader, review, **said)))

    assert "Flest om natten." in text
    assert "Fast nattlys." in text
    assert told(nurse)[-1] == "Fall: Fast nattlys."
    with scope.acting(scope.SYSTEM):
        assert waits(REVIEW, theme).due == next_on


def test_a_review_that_changes_nothing_troubles_nobody_and_needs_a_day_to_come(
    ward_leader, nurse, theme, fall, belong, now, as_person
):
    belong(ward_leader, theme, fall())
    before = len(told(nurse))
    said = {"shows": "Som før.", "changes": "", "answer": ANSWER, "by": ward_leader, "now": now}
    with as_person(ward_leader):
        found = queries.theme(theme.uuid)
        with pytest.raises(refusals.NotLater), transaction.atomic():
            commands.review_theme(theme=found, next_on=clock.day(now), **said)
        commands.review_theme(theme=found, next_on=clock.after(now, days=90), **said)

    assert len(told(nurse)) == before


def test_those_who_reported_long_ago_hear_no_more(
    ward_leader, nurse, theme, fall, belong, now, as_person
):
    belong(ward_leader, theme, fall())
    later = now + timedelta(days=400)
    before = len(told(nurse))
    with as_person(ward_leader):
        commands.review_theme(
            theme=queries.theme(theme.uuid),
            shows="Færre.",
            changes="Nye matter.",
            answer=ANSWER,
            next_on=clock.after(later, days=90),
            by=ward_leader,
            now=later,
        )

    assert len(told(nurse)) == before


def test_a_samleavvik_becomes_a_tema_with_its_reports_which_are_cases_as_before(
    page, ward_leader, group, join, falls
):
    join(ward_leader, group, falls[1])
    leader = page(ward_leader)
    text = leader.get(f"/samleavvik/{group.uuid}/").content.decode()
    address = f"/samleavvik/tema/nytt/?fra={group.uuid}"
    assert address in text

    sent = fetched(leader, address, **typed(ward_leader, unit=group.unit.uuid))
    text = after(leader, leader.post(address, sent))

    assert "2 meldinger du kan se, hører til." in text
    assert "Begynt fra samleavviket" in text
    assert stands(falls[0]).state == "received"


def test_actions_of_a_tema_are_in_the_one_register(page, ward_leader, theme, world, now, plan):
    leader, address = page(ward_leader), f"/samleavvik/tema/{theme.uuid}/tiltak/"
    given = plan(world.ward, ward_leader)
    sent = {
        "title": given.title,
        "change": given.change,
        "sign": given.sign,
        "level": given.level,
        "owner": ward_leader.uuid,
        "due": given.due.isoformat(),
    }
    text = after(leader, leader.post(address, fetched(leader, address, **sent)))

    assert given.title in text
    with scope.acting(scope.SYSTEM):
        assert Action.objects.get(origin="theme").unit == world.ward


def test_it_may_rest_with_a_reason_and_be_taken_up_again(
    page, ward_leader, theme, fall, belong, now
):
    leader, address = page(ward_leader), f"/samleavvik/tema/{theme.uuid}/"
    rest = f"{address}hvile/"
    text = after(leader, leader.post(rest, fetched(leader, rest, why="Posten er stengt.")))
    assert "la temaet til hvile: Posten er stengt." in text
    assert not waits(REVIEW, theme)
    assert "Fall" in leader.get("/samleavvik/tema/?vis=hviler").content.decode()
    with pytest.raises(NotNow):
        belong(ward_leader, theme, fall())

    assert "Temaet er tatt opp igjen." in after(leader, leader.post(f"{address}ta-opp-igjen/"))
    assert waits(REVIEW, theme).due == months_after(clock.day(now), 3)


def test_another_owner_hears_of_it_and_gets_the_review(
    page, ward_leader, nurse, theme, department_leader
):
    leader, change = page(ward_leader), f"/samleavvik/tema/{theme.uuid}/endre/"
    sent = fetched(leader, change, **typed(nurse, every="6"))
    after(leader, leader.post(change, sent))

    assert waits(REVIEW, theme).person == nurse
    assert "Du går gjennom det til faste tider" in told(nurse)[-1]
    owner = page(nurse)
    text = owner.get(f"/samleavvik/tema/{theme.uuid}/").content.decode()
    assert "Gå gjennom temaet" in text
    assert owner.get(f"/samleavvik/tema/{theme.uuid}/gjennomgang/").status_code == 200


def test_a_change_made_meanwhile_is_shown_before_it_is_written_over(
    page, ward_leader, theme, department_leader
):
    change = f"/samleavvik/tema/{theme.uuid}/endre/"
    mine, other = page(ward_leader), page(department_leader)
    sent = fetched(mine, change, **typed(ward_leader, title="Fall hos oss"))
    after(
        other, other.post(change, fetched(other, change, **typed(ward_leader, title="Alle fall")))
    )

    text = mine.post(change, sent).content.decode()

    assert "Noen har endret dette imens" in text
    assert "Alle fall" in text


def test_whoever_has_no_part_in_it_sees_nothing(page, theme, nurse, other_leader):
    for person in (nurse, other_leader):
        client = page(person)
        for act in ("", "endre/", "gjennomgang/", "tiltak/", "hvile/"):
            answer = client.get(f"/samleavvik/tema/{theme.uuid}/{act}")
            assert answer.status_code in (403, 404), (person, act)


def test_no_identity_is_written(ward_leader, world, now, as_person):
    about = AboutTheme("Fall", "Gjelder 13097248022.", "", ANSWER, ward_leader, 3)
    with as_person(ward_leader), pytest.raises(IdentityFound):
        commands.begin_theme(unit=world.ward, about=about, by=ward_leader, now=now)


def test_what_belonged_cannot_be_written_over(ward_leader, theme, fall, belong, as_person):
    belong(ward_leader, theme, fall())
    with as_person(ward_leader), pytest.raises(DatabaseError), transaction.atomic():
        ThemeMember.objects.update(joined_by=None)


def test_an_analysis_that_was_written_is_kept_as_it_was(
    ward_leader, theme, fall, belong, take, now, as_person
):
    one = fall()
    take(ward_leader, one)
    with as_person(ward_leader):
        of_incidents.record_analysis(
            incident=incidents.incident(one.uuid),
            found="Lyset var slukket.",
            causes=["premises"],
            persons="",
            by=ward_leader,
            now=now,
        )
    belong(ward_leader, theme, one)

    with scope.acting(scope.SYSTEM):
        assert [one.found for one in IncidentAnalysis.objects.all()] == ["Lyset var slukket."]


def test_a_case_is_offered_the_tema_it_is_like_and_says_why(
    ward_leader, begun, world, report, nurse, belong, as_person, now
):
    begun(ward_leader, world.ward)
    with as_person(ward_leader):
        about = AboutTheme(
            "Legemiddelfeil", "Feil dose, feil pasient eller feil tid.", "", "Takk.", ward_leader, 3
        )
        doses = commands.begin_theme(unit=world.ward, about=about, by=ward_leader, now=now)
    first = report(
        nurse, world.ward, description="Dobbel dose morfin ble gitt fordi kurven ikke var signert."
    )
    belong(ward_leader, doses, first)
    like = report(
        nurse, world.ward, description="Pasienten fikk dobbel dose morfin, for kurven var usignert."
    )
    report(nurse, world.ward, description="Heisen stod i ti minutter med en seng i.")

    with as_person(ward_leader):
        found = queries.fitting(incidents.incident(like.uuid))

    assert [one.theme for one in found][:1] == [doses]
    assert found[0].like.uuid == first.uuid
    assert "morfin" in found[0].reason.words


@pytest.mark.parametrize("number", [1, 3])
def test_the_pages_ask_no_more_for_more(
    page, ward_leader, theme, fall, belong, begun, world, number
):
    for _n in range(number):
        belong(ward_leader, theme, fall())
        begun(ward_leader, world.ward)
    leader = page(ward_leader)

    for address, most in (("/samleavvik/tema/", 8), (f"/samleavvik/tema/{theme.uuid}/", 12)):
        questions = asked(leader, address)
        assert len(questions) <= most, shortened(questions)


def test_every_number_of_a_tema_leads_to_a_list_of_just_those(
    page, ward_leader, theme, fall, belong
):
    one = fall()
    belong(ward_leader, theme, one)
    leader, home = page(ward_leader), f"/samleavvik/tema/{theme.uuid}/"
    text = leader.get(home).content.decode()
    found = re.findall(rf'href="({home}meldinger/[^"]*)"', text)

    assert len(found) == 3
    for address in found:
        listed = leader.get(address.replace("&amp;", "&")).content.decode()
        assert f"/avvik/{one.uuid}/" in listed
