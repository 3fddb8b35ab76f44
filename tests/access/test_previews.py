"""Files that are chosen to be read in: the chooser's alone, for an hour, and let go when they are used."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from styrk.access import jobs
from styrk.access.commands import keep_preview, use_preview
from styrk.access.models import Preview
from styrk.access.queries import preview_for
from styrk.core import scope
from styrk.core.files import SourceFile

FILES = [SourceFile("a.bin", b"\xff\x00\xfe"), SourceFile("b.txt", "æøå\r\n".encode())]
PAGE = "requirements:import"


@pytest.fixture
def kept(nurse, now, as_person) -> UUID:
    with as_person(nurse):
        facts = {"what": "library"}
        return keep_preview(person=nurse, purpose=PAGE, sources=FILES, facts=facts, now=now).uuid


def test_files_are_kept_as_they_are(nurse, now, kept, as_person):
    with as_person(nurse):
        found = preview_for(nurse, PAGE, kept, now)

        assert (found.sources, found.facts) == (FILES, {"what": "library"})
        assert preview_for(nurse, "indicators:import", kept, now) is None


def test_they_are_the_choosers_alone(nurse, colleague, ward_leader, now, kept, as_person):
    for person in (colleague, ward_leader):
        with as_person(person):
            assert preview_for(nurse, PAGE, kept, now) is None
            assert not Preview.objects.exists()
            with pytest.raises(DatabaseError), transaction.atomic():
                keep_preview(person=nurse, purpose=PAGE, sources=[], facts={}, now=now)


def test_what_is_chosen_is_not_exchanged(nurse, now, kept, as_person):
    with as_person(nurse):
        with pytest.raises(DatabaseError), transaction.atomic():
            Preview.objects.update(facts={"what": "lovdata"})
        assert Preview.objects.all().delete() == (0, {})


def test_once_used_the_files_are_gone(nurse, now, kept, as_person):
    with as_person(nurse):
        use_preview(preview=preview_for(nurse, PAGE, kept, now, hold=True), now=now)
        found = preview_for(nurse, PAGE, kept, now)

        assert (found.used_at, found.sources) == (now, [])


def test_they_lie_for_an_hour(nurse, now, kept, as_person):
    late = now + timedelta(minutes=60)
    jobs.forget_files(late)
    with as_person(nurse):
        assert preview_for(nurse, PAGE, kept, late)
        assert preview_for(nurse, PAGE, kept, late + timedelta(seconds=1)) is None

    jobs.forget_files(late + timedelta(seconds=1))
    with scope.acting(scope.SYSTEM):
        assert not Preview.objects.exists()
