"""Sources in dated editions: drafts are written, published ones stand."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from styrk.core.guard import IdentityFound
from styrk.requirements import commands
from styrk.requirements.types import Wording
from styrk.trail.models import Entry


def test_a_code_names_one_source(mandate, region_leader, now):
    with pytest.raises(commands.AlreadyThere):
        commands.register_source(
            code="OBD", kind="mandate", title="En til", by=region_leader, now=now
        )


def test_registering_is_recorded_for_everyone_to_read(mandate, as_person, nurse):
    with as_person(nurse):
        entry = Entry.objects.get(act="source.register")

    assert entry.text == "Tok «Oppdrag og bestilling» inn i registeret over kilder"
    assert entry.subject_id == mandate.pk


def test_requirements_stand_in_the_order_written(published):
    refs = published.requirements.order_by("position").values_list("ref", flat=True)

    assert list(refs) == ["3", "3.1", "3.2", "3.3"]
    assert published.requirements.get(ref="3.1").parent.ref == "3"


def test_a_ref_names_one_requirement(draft, write):
    write(draft, "1", "Noe")

    with pytest.raises(commands.AlreadyThere):
        write(draft, "1", "Noe annet")


def test_a_draft_is_reworded(draft, write, region_leader, now):
    requirement = write(draft, "1", "Noe")

    commands.reword_requirement(
        requirement=requirement,
        wording=Wording(ref="1", title="", text="Noe mer", kind="task"),
        by=region_leader,
        now=now,
    )

    requirement.refresh_from_db()
    assert (requirement.text, requirement.kind) == ("Noe mer", "task")


def test_identity_is_refused(draft, write):
    with pytest.raises(IdentityFound):
        write(draft, "1", "Ring 13097248022 for mer")


def test_an_empty_edition_is_not_published(draft, region_leader, now):
    with pytest.raises(commands.NothingToPublish):
        commands.publish_edition(edition=draft, by=region_leader, now=now)


def test_publishing_says_when_and_what(published, now):
    assert published.published_at == now
    assert len(published.digest) == 64


def test_another_text_is_another_digest(mandate, draft, write, region_leader, now):
    write(draft, "1", "Noe")
    commands.publish_edition(edition=draft, by=region_leader, now=now)
    later = commands.begin_edition(
        source=mandate, label="2027", dated=date(2027, 2, 1), by=region_leader, now=now
    )
    write(later, "1", "Noe annet")
    commands.publish_edition(edition=later, by=region_leader, now=now)

    assert later.digest != draft.digest


def test_nothing_is_written_in_a_published_edition(published, write):
    with pytest.raises(commands.Published):
        write(published, "9", "For sent")


def test_the_database_holds_a_published_edition(published):
    requirement = published.requirements.get(ref="3.1")

    with pytest.raises(IntegrityError), transaction.atomic():
        published.requirements.filter(pk=requirement.pk).update(text="Endret i det skjulte")
    with pytest.raises(IntegrityError), transaction.atomic():
        type(published).objects.filter(pk=published.pk).update(label="1999")


def test_an_older_edition_does_not_follow_a_newer(published, mandate, region_leader, now):
    with pytest.raises(commands.OlderEdition):
        commands.begin_edition(
            source=mandate, label="2025", dated=date(2025, 2, 1), by=region_leader, now=now
        )


def test_a_ready_made_action_only_where_it_is_imposed(draft, write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write(draft, "1", "Noe", action="Kjøp ti senger")

    assert write(draft, "2", "Noe", action="Kjøp ti senger", imposed=True).imposed
