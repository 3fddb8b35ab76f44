"""What the page of the thread asks the database, and how much it shows at once."""

import time

import pytest

from tests.counting import asked, shortened

pytestmark = pytest.mark.django_db


def rows_of(found):
    return sum(1 + rows_of(row["below"]) for row in found)


def test_the_biggest_requirement_opens_within_twelve_questions(client_of, big, region_leader):
    client = client_of(region_leader)
    address = f"/trad/requirement/{big.requirement.uuid}/"
    questions = asked(client, address)
    t = []
    for _ in range(10):
        a = time.process_time()
        client.get(address)
        t.append(time.process_time() - a)
    e = []
    for _ in range(10):
        a = time.process_time()
        client.get("/om/roller/")
        e.append(time.process_time() - a)
    print(sorted(t)[5] * 1000, sorted(e)[5] * 1000)
    import cProfile, pstats
    pr = cProfile.Profile(); pr.enable()
    for _ in range(10): client.get(address)
    pr.disable(); pstats.Stats(pr).sort_stats("cumtime").print_stats(60)
    found = client.get(address, {"format": "json"}).json()
    print(len(questions), rows_of(found["thread"]))
    print(shortened(questions))
    import json

    print(json.dumps(found, indent=1)[:3000])

