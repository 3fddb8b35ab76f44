"""What two wards report again and again is found, raised to the director, and answered to all who reported."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.incidents.conftest import report  # noqa: F401 - a fixture
from tests.journeys.visitor import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser phone")]

TEXTS = (
    "Pasienten falt på badet i natt fordi gulvet var vått etter dusjing.",
    "Pasienten falt på det våte gulvet på badet i natt, etter dusjing.",
    "Fant pasienten på badet. Hadde falt på vått gulv etter dusjing om natten.",
    "Vått gulv på badet igjen, pasienten falt i natt etter dusjing.",
)
OTHERS = (
    "Heisen stod i ti minutter med en seng i.",
    "Journalen var nede hele formiddagen.",
    "Prøvesvar ble sendt til feil avdeling.",
    "Dobbel dose morfin gitt fordi kurven ikke var signert ved vaktskiftet.",
)
TITLE = "Fall på vått gulv om natten"
HAPPENS = "Vi tørker gulvet og følger til badet. Det skjer fortsatt."
COSTS = "Ett lårhalsbrudd, og ekstra nattevakt i tjue døgn."
ASKS = "Sklisikkert gulv på alle bad: 340 000 kroner i 2027."
FURTHER = "Det er mer enn klinikken rår over."
YES = "Ja. Gulvene legges i januar, og pengene står i budsjettet for 2027."


def test_from_seventeen_reports_to_one_answer(visitor, report, world, now):  # noqa: F811 - the fixture
    given_seventeen_like_reports_over_months(report, world, now)
    leader = visitor("department_leader", checks=False)
    when_the_leader_takes_the_proposal(leader)
    then_it_counts_itself(leader)
    when_it_is_raised_with_a_written_case(leader)
    when_the_clinic_raises_it_further(visitor("clinic_director"))
    director = visitor("ceo", view=PHONE)
    when_the_director_says_yes(director)
    then_the_case_is_there_for_the_budget(director)
    then_all_who_reported_have_the_answer(visitor("nurse", checks=False))
    then_all_who_reported_have_the_answer(visitor("other_nurse", checks=False))
    then_the_answer_stands_where_it_was_raised(leader)


def given_seventeen_like_reports_over_months(report, world, now):  # noqa: F811 - the fixture
    people = world.people
    for place, text in enumerate(OTHERS):
        report(people["nurse"], world.ward, description=text, at=now - timedelta(days=300 + place))
    for place in range(17):
        nurse, unit = (("nurse", world.ward), ("other_nurse", world.second_ward))[place % 2]
        at = now - timedelta(days=150 - 9 * place)
        report(people[nurse], unit, description=TEXTS[place % len(TEXTS)], at=at)


def when_the_leader_takes_the_proposal(leader):
    leader.opens("/samleavvik/").follows("Se hva som går igjen")
    leader.sees("17 meldinger som ligner, siden 19. juni 2026. Sengepost 1A og Sengepost 1B.")
    leader.follows("Begynn et samleavvik").types("Hva skal det hete?", TITLE)
    leader.types("Hva er likt i meldingene?", "Gulvet er vått etter dusjing.")
    leader.presses("Begynn").sees("Samleavviket er begynt.")


def then_it_counts_itself(leader):
    leader.sees("17 meldinger du kan se, hører til.", "Sengepost 1A", "Sengepost 1B")


def when_it_is_raised_with_a_written_case(leader):
    leader.follows("Løft i linjen").sees("Kristin Krogh, Medisinsk klinikk")
    leader.types("Hva skjer, og hva har dere gjort selv?", HAPPENS)
    leader.types("Hva koster det?", COSTS).types("Hva ber dere om?", ASKS)
    leader.presses("Løft").sees("Saken er løftet.", "17 meldinger da saken ble løftet")


def when_the_clinic_raises_it_further(clinic):
    clinic.opens("/min-side/").sees("Svar på et samleavvik som er løftet til deg").follows(TITLE)
    clinic.chooses("Løft videre").types("Begrunn svaret", FURTHER)
    clinic.presses("Send svaret").sees("Svaret er sendt.", FURTHER)


def when_the_director_says_yes(director):
    director.opens("/min-side/").follows(TITLE).sees(ASKS, FURTHER)
    director.chooses("Ja").types("Begrunn svaret", YES)
    director.presses("Send svaret").sees("Svaret er sendt.", YES)


def then_the_case_is_there_for_the_budget(director):
    address = f"{director.path.rstrip('/')}/dokument."
    for form, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = director.page.request.get(f"{director.address}{address}{form}")
        assert answer.body().startswith(begins)
    with ZipFile(BytesIO(answer.body())) as word:
        text = word.read("word/document.xml").decode()
    for said in (HAPPENS, COSTS, ASKS):
        assert said in text


def then_all_who_reported_have_the_answer(nurse):
    nurse.opens("/beskjeder/").sees(YES)


def then_the_answer_stands_where_it_was_raised(leader):
    leader.opens("/samleavvik/").follows(TITLE).sees(YES, FURTHER)
