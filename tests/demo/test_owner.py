"""What the region's owner asks of it in the demo, and that the region has an answer."""

from styrk.demo.mandate import owner
from styrk.requirements.states import Course, Kind, Rhythm
from tests.demo.test_mandate import answers, asking

DOCUMENTS = [owner.last_year(2025), owner.this_year(2026), owner.minutes(2026)]


def test_the_owner_asks_the_region_and_has_an_answer_to_all_of_it():
    last, this, _minutes = DOCUMENTS
    for told in (one for document in DOCUMENTS[1:] for one in asking(document)):
        assert ("goal" in told) == (told["kind"] == Kind.TARGET), told["point"]
        assert [one["unit"] for one in answers(told)] == list(owner.placed_at(told))
        said = [course for one in answers(told) for course, _ in one.get("status", ())]
        assert set(said) <= set(Course)
        assert bool(said) == (told.get("rhythm") == Rhythm.TERTIAL), told["point"]
    assert set(owner.said()) == {one["point"] for one in asking(last) if owner.placed_at(one)}
    assert 6 <= len(asking(last)) < len(asking(this))
