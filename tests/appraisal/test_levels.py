"""Further levels: the organisation decides that units below the top hold their own review too."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import ProgrammingError, transaction

from styrk.appraisal import commands
from styrk.appraisal.evidence import CLAIMS, signed_reviews
from styrk.appraisal.jobs import ask_for_appraisals
from styrk.appraisal.models import Appraisal, Extension
from styrk.appraisal.types import Extending
from styrk.core import clock, scope
from styrk.core.guard import IdentityFound
from styrk.duties.models import Duty
from styrk.regulation.queries import weigh
from styrk.regulation.types import Question, Sought
from styrk.trail.models import Entry
from tests.appraisal.test_views import at, says
from tests.clients import filled_in
from tests.counting import asked, shortened
from tests.world import standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def extend(world, ceo, now, as_person):
    """`extend("Klinikk", codes=…)`: the trust decides which units hold their own."""

    def extend(*levels, codes=(), at=None, **facts):
        told = {"reason": "Klinikkene er store", "decided_on": clock.day(now)} | facts
        with as_person(ceo):
            return commands.extend_appraisals(
                unit=facts.pop("unit", world.trust),
                extending=Extending(levels, tuple(codes), told["reason"], told["decided_on"]),
                by=ceo,
                now=at or now,
            )

    return extend


@pytest.fixture
def clinics(extend):
    return extend("Klinikk")


@pytest.fixture
def of_clinic(clinics, begin, judged, again, clinic_director, world, now, as_person):
    """The clinic's own, signed by the one who leads it."""
    review = judged(begin(clinic_director, unit=world.clinic), by=clinic_director)
    with as_person(clinic_director):
        commands.write_words(
            appraisal=review,
            to_board="Vi trenger flere leger",
            to_staff="",
            by=clinic_director,
            now=now,
        )
        commands.sign_appraisal(
            appraisal=again(review, clinic_director), by=clinic_director, now=now
        )
    return again(review, clinic_director)


def waits(*units):
    found = Duty.objects.filter(settled_at__isnull=True, kind__startswith="appraisal")
    kinds = found.filter(kind__endswith="_own").order_by("kind", "unit__path")
    return [(one.kind.split(".")[1], one.role, one.unit) for one in kinds]


def test_decided_with_a_reason_and_written_once(extend, world):
    made = extend("Klinikk", codes=["f.kir.2"])

    assert (made.levels, made.codes, made.reason) == (
        ["Klinikk"],
        ["f.kir.2"],
        "Klinikkene er store",
    )
    with scope.acting(scope.SYSTEM):
        assert Entry.objects.filter(act="appraisal.extend").count() == 1
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Extension.objects.update(reason="En annen")


def test_what_the_decision_refuses(extend, world, now):
    with pytest.raises(commands.ReasonMissing):
        extend("Klinikk", reason=" ")
    with pytest.raises(commands.NotYet):
        extend("Klinikk", decided_on=clock.after(now, days=1))
    with pytest.raises(commands.NobodyHolds):
        extend("Divisjon")
    with pytest.raises(commands.NobodyHolds):
        extend(codes=["g.med"])
    with pytest.raises(commands.NotTop):
        extend("Avdeling", unit=world.clinic)
    with pytest.raises(IdentityFound):
        extend("Klinikk", reason="Fordi 17054026641")


def test_only_those_decided_hold_their_own(
    clinics, begin, clinic_director, department_leader, world
):
    assert begin(clinic_director, unit=world.clinic).unit == world.clinic
    with pytest.raises(commands.NotTop):
        begin(department_leader, unit=world.department)
    with pytest.raises(commands.NotTop):
        begin(unit=world.units["g.med"])


def test_its_leader_is_asked_and_late_the_leader_above_never_the_board(
    clinics, world, now, page, ceo, board_chair, clinic_director, stopped_clock
):
    ask_for_appraisals(now)
    ask_for_appraisals(now)
    assert waits() == [
        ("hold_own", "leader", world.clinic),
        ("hold_own", "leader", world.other_clinic),
    ]
    late = now + timedelta(days=91)
    ask_for_appraisals(late)
    stopped_clock.at = late
    assert waits()[2:] == [("overdue_own", "leader", world.trust)] * 2

    assert says(page(clinic_director).get("/min-side/"), "Hold ledelsens gjennomgang i enheten")
    assert says(page(ceo).get("/min-side/"), "Spør lederen om enhetens gjennomgang")
    assert not says(page(board_chair).get("/min-side/"), "Spør lederen om enhetens gjennomgang")


def test_signed_nothing_waits_and_a_new_decision_lets_the_others_go(
    clinics, world, now, begin, judged, again, clinic_director, as_person, extend
):
    ask_for_appraisals(now)
    review = judged(begin(clinic_director, unit=world.clinic), by=clinic_director)
    with as_person(clinic_director):
        commands.sign_appraisal(
            appraisal=again(review, clinic_director), by=clinic_director, now=now
        )
    assert waits() == [("hold_own", "leader", world.other_clinic)]
    extend()

    assert waits() == []
    ask_for_appraisals(now)
    assert waits() == []


def test_the_leader_above_does_not_sign_for_the_leader(
    clinics, begin, judged, clinic_director, ceo, world, now, as_person
):
    review = judged(begin(clinic_director, unit=world.clinic), by=clinic_director)
    with as_person(ceo), pytest.raises(commands.NoAuthority):
        commands.sign_appraisal(appraisal=review, by=ceo, now=now)


def test_who_reads_a_units_own(
    page,
    clinics,
    begin,
    of_clinic,
    clinic_director,
    quality_adviser,
    ceo,
    nurse,
    other_leader,
    board_chair,
    outsider_ceo,
    next_year,
):
    readers = (
        clinic_director,
        quality_adviser,
        ceo,
        nurse,
        other_leader,
        board_chair,
        outsider_ceo,
    )
    draft = begin(clinic_director, unit=of_clinic.unit, at=next_year)

    def codes(review):
        return [page(one).get(at("appraisal", review)).status_code for one in readers]

    assert codes(draft) == [200, 200, 404, 404, 404, 404, 404]
    assert codes(of_clinic) == [200, 200, 200, 200, 404, 404, 404]


def test_only_the_tops_is_evidence_of_8_f(of_clinic, world, ceo, now):
    for unit in (world.trust, world.clinic, world.ward):
        on = clock.day(now)
        found = weigh(Question(unit.pk, unit.code, unit.path, on, on), CLAIMS)
        assert [one.status.value for one in found if one.letter == "8f"] == ["not_shown"]


def test_it_goes_up_into_the_tops_review(
    of_clinic, begin, world, page, ceo, judged, again, as_person, now
):
    review = judged(begin())
    with as_person(ceo):
        commands.sign_appraisal(appraisal=again(review, ceo), by=ceo, now=now)

    held = again(review, ceo).content["material"]["held"]
    assert [(one["unit"], one["whole"], one["to_above"]) for one in held] == [
        ("Medisinsk klinikk", "partly", "Vi trenger flere leger"),
        ("Kirurgisk klinikk", "", ""),
    ]
    assert says(
        page(ceo).get(at("appraisal", review)),
        "Gjennomgangene i enhetene",
        "Vi trenger flere leger",
    )
    assert page(ceo).get(at("export", review, "pdf")).status_code == 200


def test_a_units_own_speaks_to_the_leader_above(page, of_clinic, clinic_director, nurse):
    shown = page(nurse).get(at("appraisal", of_clinic))

    assert says(shown, "Til lederen over", "Signert av Kristin Krogh, leder for enheten,")
    assert not says(shown, "Til styret")


def test_decided_on_the_page_and_done_once(page, ceo, quality_adviser, nurse, world, now):
    address = at("extend", world.trust)
    assert [page(one).get(address).status_code for one in (ceo, quality_adviser, nurse)] == [
        200,
        404,
        404,
    ]
    sent = {"levels": ["Klinikk"], "places": "Sengepost 9", "reason": "Store"}
    sent |= {"decided_on": "2026-11-16"}
    refused = filled_in(page(ceo), address, **sent)
    assert refused.status_code == 422
    assert says(refused, "Fant ingen enhet som heter «Sengepost 9».", "Store")
    done = filled_in(page(ceo), address, **sent | {"places": "ortopedisk avdeling"})

    made = Extension.objects.get()
    assert (made.levels, made.codes) == (["Klinikk"], ["f.kir.2"])
    shown = page(ceo).get(done["Location"])
    assert says(shown, "Medisinsk klinikk", "Ortopedisk avdeling", "Store", "Ingen er signert ennå")
    assert not says(page(nurse).get(at("appraisals")), "Bestem hvem som holder sin egen")


def test_a_stale_decision_is_not_written_over(page, ceo, world, clinics):
    sent = {"levels": ["Avdeling"], "reason": "Nei", "stand": "gammelt", "decided_on": "2026-11-16"}
    refused = page(ceo).post(at("extend", world.trust), sent)

    assert refused.status_code == 422
    assert Extension.objects.count() == 1


def test_the_pages_of_a_unit(page, clinics, clinic_director, other_leader, world):
    address = f"{at('appraisals')}?enhet=f.med"
    shown = page(clinic_director).get(address)

    assert says(shown, "Den går til lederen over.", "Begynn på gjennomgangen")
    assert page(other_leader).get(address).status_code == 404
    way = at("of_organisation", world.clinic)
    assert page(clinic_director).get(way)["Location"] == address
    begun = page(clinic_director).post(f"{at('begin')}?enhet=f.med")
    assert begun["Location"] == at("appraisal", Appraisal.objects.get())
    assert says(page(clinic_director).get(begun["Location"]), "lederen for enheten")


def test_the_evidence_pack_holds_the_tops_alone(of_clinic, signed, ceo, now, world):
    on = clock.day(now)
    sought = Sought(world.clinic.pk, world.clinic.path, on, on, standing(ceo, now))

    assert len(signed_reviews(sought)) == 1


def test_the_list_costs_the_same_with_more_units(page, extend, ceo, world):
    extend(codes=["f.med"])
    one = asked(page(ceo), at("appraisals"))
    extend("Klinikk", "Avdeling")

    assert len(asked(page(ceo), at("appraisals"))) == len(one), shortened(one)
    assert len(one) <= 12
    assert "f.med.1" in unescape(page(ceo).get(at("appraisals")).content.decode())
