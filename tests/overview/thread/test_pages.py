"""The golden thread of one record: what stands on it, in order, and with what lacking."""

import json
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.core import scope
from styrk.goals import commands as goals
from styrk.goals.aim import Aim
from styrk.requirements import commands
from styrk.requirements.types import Meaning
from tests.world import SECRET

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


def address(kind, uuid):
    return f"/trad/{kind}/{uuid}/"


def told(client, kind, uuid):
    answer = client.get(address(kind, uuid), {"format": "json"})
    assert answer.status_code == 200, answer.content
    return answer.json()


def name(row):
    return row["where"] if row["kind"] == "placement" else row["title"]


def outline(rows, depth=0):
    """The tree as indented lines: the kind, and the unit of a placement or the title."""
    lines = []
    for row in rows:
        lines.append("  " * depth + f"{row['kind']}: {name(row)}")
        lines += outline(row["below"], depth + 1)
    return lines


def each(rows):
    for row in rows:
        yield row
        yield from each(row["below"])


WHOLE = """\
source: Oppdrag og bestilling 2026
  requirement: 3 Rask tilgang
    requirement: 3.1 Ventetid
      placement: Helse Prøve
        placement: Fjordheim sykehus
          placement: Medisinsk klinikk
            placement: Sengepost 1A
            action: Kveldspoliklinikk
              effect: Ventetiden gikk ned ti dager
            report: Vi er nesten i mål""".splitlines()
# From the trust down, as those see it who do not see the region's own units.
OWN = [
    *WHOLE[:3],
    *(line[2:] for line in WHOLE[4:]),
]


def test_the_whole_thread_of_a_requirement(page, walked, region_leader):
    found = told(page(region_leader), "requirement", walked.requirement.uuid)

    assert outline(found["thread"]) == WHOLE
    assert [row["title"] for row in each(found["thread"]) if row["focus"]] == ["3.1 Ventetid"]
    assert (found["rows"], found["unseen"]) == (len(WHOLE), [])


@pytest.mark.parametrize("kind", ["region", "trust", "clinic", "action"])
def test_it_is_the_same_from_wherever_one_stands(page, walked, region_leader, kind):
    record = getattr(walked, kind)
    found = told(page(region_leader), "action" if kind == "action" else "placement", record.uuid)
    lines = outline(found["thread"])

    depth = next(n for n, line in enumerate(WHOLE) if line.strip().endswith(str(_called(record))))
    assert lines[: depth + 1] == WHOLE[: depth + 1][: len(lines)] or kind == "action"
    assert set(lines) <= set(WHOLE)
    assert lines[-1].strip() in (
        "report: Vi er nesten i mål",
        "effect: Ventetiden gikk ned ti dager",
    )


def _called(record):
    return record.title if hasattr(record, "title") else record.unit.name


def test_the_trust_sees_its_own_and_how_many_more_have_it(page, walked, ceo, nurse):
    found = told(page(ceo), "requirement", walked.requirement.uuid)

    assert outline(found["thread"]) == OWN
    assert found["unseen"] == [{"kind": "placement", "number": 1}]
    html = page(ceo).get(address("requirement", walked.requirement.uuid)).content.decode()
    assert "1 enhet til har kravet, uten at du ser den." in html


def test_a_nurse_sees_where_the_sentence_went_but_no_action_of_others(page, walked, nurse):
    found = told(page(nurse), "placement", walked.clinic.uuid)

    assert "action: Kveldspoliklinikk" not in [line.strip() for line in outline(found["thread"])]
    assert page(nurse).get(address("action", walked.action.uuid)).status_code == 404


@pytest.mark.parametrize("kind", ["trust", "clinic", "ward", "action"])
def test_the_neighbour_sees_nothing_of_it(page, walked, outsider_ceo, kind):
    which = "action" if kind == "action" else "placement"
    record = getattr(walked, kind)

    assert page(outsider_ceo).get(address(which, record.uuid)).status_code == 404
    assert page(outsider_ceo).get(f"{address(which, record.uuid)}under/").status_code == 404
    seen = told(page(outsider_ceo), "requirement", walked.requirement.uuid)
    assert outline(seen["thread"]) == WHOLE[:3]
    assert seen["unseen"] == [{"kind": "placement", "number": 4}]


def test_the_neighbours_incident_is_not_there(page, world, ceo, outsider_leader):
    incident, action = world.their_incident, world.their_action

    assert page(ceo).get(address("incident", incident.uuid)).status_code == 404
    assert page(ceo).get(address("action", action.uuid)).status_code == 404
    own = told(page(outsider_leader), "incident", incident.uuid)
    assert SECRET in own["thread"][0]["title"]


def test_an_incident_and_what_it_led_to(page, improved, nurse, ward_leader, quality_adviser):
    incident = improved(nurse, ward_leader)
    found = told(page(ward_leader), "incident", incident.uuid)

    assert [row["kind"] for row in each(found["thread"])] == ["incident", "action", "effect"]
    action = found["thread"][0]["below"][0]
    up = told(page(ward_leader), "action", action["uuid"])
    assert outline(up["thread"]) == outline(found["thread"])
    # The reporter is told what became of it, and not who decided what.
    assert page(nurse).get(address("incident", incident.uuid)).status_code == 404


def test_gaps_are_said_in_words(page, walked, region_leader, now, stopped_clock):
    stopped_clock.at = now + timedelta(days=40)
    found = told(page(region_leader), "requirement", walked.requirement.uuid)
    gaps = {name(row): row["gaps"] for row in each(found["thread"]) if row["gaps"]}

    assert gaps == {"Sengepost 1A": ["Svaret er for sent"]}


def test_a_unit_that_has_it_last_lacks_a_goal_until_one_is_set(
    page, walked, ward_leader, now, world
):
    meaning = Meaning("Under 61 dager", ward_leader, "Tall", None)
    commands.accept_requirement(placement=walked.ward, meaning=meaning, by=ward_leader, now=now)
    before = told(page(ward_leader), "placement", walked.ward.uuid)
    assert [row["gaps"] for row in each(before["thread"]) if row["focus"]] == [["Uten mål"]]

    aim = Aim(
        title="Kortere vente",
        why="",
        direction="down",
        target_words="Under 61 dager",
        owner=ward_leader,
        first_year=2026,
        last_year=2026,
        placement=walked.ward,
    )
    goal = goals.set_goal(unit=world.ward, aim=aim, by=ward_leader, now=now)
    after = told(page(ward_leader), "placement", walked.ward.uuid)
    assert [row["gaps"] for row in each(after["thread"]) if row["focus"]] == [[]]
    assert outline(after["thread"])[-1].strip() == "goal: Kortere vente"
    goals.agree_goal(goal=goal, by=ward_leader, now=now)
    alone = told(page(ward_leader), "goal", goal.uuid)
    assert [row["gaps"] for row in each(alone["thread"]) if row["focus"]] == [["Ingen tiltak"]]
    assert outline(alone["thread"])[:2] == WHOLE[:2]


def test_a_requirement_that_is_laid_nowhere_says_so(page, requirement, region_leader):
    found = told(page(region_leader), "requirement", requirement.uuid)

    assert [row["gaps"] for row in each(found["thread"]) if row["focus"]] == [
        ["Ikke lagt til noen"]
    ]


@pytest.mark.parametrize(
    ("days", "gaps"), [(0, []), (15, ["Fristen er gått ut"])], ids=["in time", "late"]
)
def test_an_action_says_when_it_is_late(
    page, world, plan, clinic_director, now, stopped_clock, as_person, days, gaps
):
    with as_person(clinic_director):
        action = raise_action(
            plan=plan(world.clinic, clinic_director), origin="unit", by=clinic_director, now=now
        )
    stopped_clock.at = now + timedelta(days=days)

    (row,) = told(page(clinic_director), "action", action.uuid)["thread"]
    assert row["gaps"] == gaps


def test_the_data_is_the_tree_and_the_tree_is_the_picture(page, walked, region_leader):
    client = page(region_leader)
    html = client.get(address("requirement", walked.requirement.uuid)).content.decode()
    asked = client.get(
        address("requirement", walked.requirement.uuid), headers={"accept": "application/json"}
    )
    rows = list(each(asked.json()["thread"]))
    drawn = picture_of(html)

    assert asked["Content-Type"] == "application/json"
    assert html.count('class="st-thread-row"') == len(rows)
    assert len(drawn.findall(f".//{SVG}circle")) == len(rows)
    assert len(drawn.findall(f".//{SVG}path")) == len(rows) - 1
    for row, text in zip(rows, drawn.findall(f".//{SVG}text"), strict=True):
        assert name(row)[:20] in (text.text or "")
        assert all(gap in (text.text or "") for gap in row["gaps"][:1])


def picture_of(html):
    start, end = html.index('<svg xmlns="http://www.w3.org/2000/svg" class="st-thread-svg"'), 0
    end = html.index("</svg>", start) + len("</svg>")
    return ET.fromstring(html[start:end])


HOSTILE = '</text></svg><script>alert("x")</script>&<b>\'"'


def test_hostile_titles_are_only_text(page, walked, region_leader):
    with scope.acting(scope.SYSTEM):
        Action.objects.filter(pk=walked.action.pk).update(title=HOSTILE)
    html = page(region_leader).get(address("requirement", walked.requirement.uuid)).content.decode()

    assert "<script>alert" not in html
    texts = [text.text or "" for text in picture_of(html).findall(f".//{SVG}text")]
    assert any("</text></svg>" in text for text in texts)
    answer = page(region_leader).get(address("action", walked.action.uuid), {"format": "json"})
    assert HOSTILE in [row["title"] for row in each(json.loads(answer.content)["thread"])]


@pytest.mark.parametrize("kind", ["ukjent", "effect", "source"])
def test_what_has_no_thread_is_not_found(page, walked, ceo, kind):
    assert page(ceo).get(address(kind, walked.requirement.uuid)).status_code == 404


def test_links_from_the_pages_of_the_records(page, walked, region_leader, clinic_director):
    for person, path, kind, record in (
        (region_leader, "/krav/", "requirement", walked.requirement),
        (region_leader, "/krav/plassert/", "placement", walked.region),
        (clinic_director, "/tiltak/", "action", walked.action),
    ):
        html = page(person).get(f"{path}{record.uuid}/").content.decode()
        assert f'href="{address(kind, record.uuid)}">Se den røde tråden' in html, path
