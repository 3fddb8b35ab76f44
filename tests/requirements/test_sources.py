"""Sources in dated editions: drafts are written, published ones stand."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from styrk.core.guard import IdentityFound
from styrk.requirements import commands, queries
from styrk.requirements.commands.sources import digest_of
from styrk.requirements.models import Edition
from styrk.requirements.types import Received, Sentence, Wording
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


@pytest.fixture
def next_draft(published, mandate, write, region_leader, now):
    edition = commands.begin_edition(
        source=mandate, label="2027", dated=date(2027, 2, 1), by=region_leader, now=now
    )
    write(edition, "1", "Noe")
    return edition


def test_a_draft_follows_nothing_until_it_is_published(published, next_draft, region_leader, now):
    assert next_draft.follows is None
    assert queries.edition_called("OBD") == published
    assert queries.followed_by(published) is None

    commands.publish_edition(edition=next_draft, by=region_leader, now=now)

    assert queries.followed_by(published) == next_draft
    assert queries.edition_called("OBD") == next_draft


def test_one_draft_at_a_time(next_draft, mandate, region_leader, now):
    with pytest.raises(commands.DraftThere):
        commands.begin_edition(
            source=mandate, label="2028", dated=date(2028, 2, 1), by=region_leader, now=now
        )


def test_a_draft_does_not_publish_over_a_newer_edition(next_draft, mandate, region_leader, now):
    newer = commands.receive_edition(
        received=Received(
            code="OBD",
            kind="mandate",
            title="Oppdrag og bestilling",
            label="2028",
            dated=date(2028, 2, 1),
            format="yaml",
            sentences=(Sentence("1", text="Noe annet", kind="task"),),
        ),
        by=region_leader,
        now=now,
    )

    assert newer.edition.follows.label == "2026"
    with pytest.raises(commands.OlderEdition):
        commands.publish_edition(edition=next_draft, by=region_leader, now=now)


def test_a_draft_is_thrown_away(next_draft, published, as_person, region_leader, now):
    with as_person(region_leader):
        commands.discard_edition(edition=next_draft, by=region_leader, now=now)

        assert Entry.objects.get(act="edition.discard").text.startswith("Forkastet utkastet")
    assert list(Edition.objects.all()) == [published]


def test_a_published_edition_is_not_thrown_away(published, region_leader, now):
    with pytest.raises(commands.Published):
        commands.discard_edition(edition=published, by=region_leader, now=now)


def test_a_ready_made_action_only_where_it_is_imposed(draft, write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write(draft, "1", "Noe", action="Kjøp ti senger")

    assert write(draft, "2", "Noe", action="Kjøp ti senger", imposed=True).imposed


@pytest.mark.parametrize(
    "other",
    [
        {"imposed": True},
        {"letters": ("a",)},
        {"parent": "0"},
        {"pending": ({"note": "Endres"},)},
        {"repealed": True},
    ],
)
def test_the_digest_holds_all_that_is_said(other):
    head = Sentence(ref="0", title="Hode")
    plain, changed = Sentence(ref="1", text="Noe"), Sentence(ref="1", text="Noe", **other)

    assert digest_of([head, plain]) != digest_of([head, changed])


def test_the_digest_is_of_the_same_words_in_a_file_and_here(published):
    rows = list(published.requirements.order_by("position"))
    by_pk = {row.pk: row.ref for row in rows}
    told = [
        Sentence(
            ref=row.ref,
            parent=by_pk.get(row.parent_id),
            **{
                name: getattr(row, name)
                for name in ("point", "title", "text", "kind", "rhythm", "goal", "due", "action")
            },
        )
        for row in rows
    ]

    assert any(one.parent for one in told)
    assert digest_of(told) == published.digest
