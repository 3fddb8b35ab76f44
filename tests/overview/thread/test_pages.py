"""The golden thread of one record: what stands on it, in order, and with what lacking."""

import pytest

pytestmark = pytest.mark.django_db


def address(kind, uuid):
    return f"/trad/{kind}/{uuid}/"


def told(client, kind, uuid):
    answer = client.get(address(kind, uuid), {"format": "json"})
    assert answer.status_code == 200, answer.content
    return answer.json()


def outline(rows, depth=0):
    """The tree as indented lines: the kind, and the unit of a placement or the title."""
    lines = []
    for row in rows:
        name = row["where"] if row["kind"] == "placement" else row["title"]
        lines.append("  " * depth + f"{row['kind']}: {name}")
        lines += outline(row["below"], depth + 1)
    return lines


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


def test_the_whole_thread_of_a_requirement(page, walked, region_leader):
    found = told(page(region_leader), "requirement", walked.requirement.uuid)
    assert outline(found["thread"]) == WHOLE


def test_the_page_holds_tree_and_picture(page, walked, region_leader):
    html = page(region_leader).get(address("requirement", walked.requirement.uuid)).content.decode()
    assert "Den røde tråden" in html
