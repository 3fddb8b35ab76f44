"""Where requirements come from, and what they say in each edition."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.text import Truncator

from styrk.core.fields import Identified
from styrk.organisation.models import Person, Unit
from styrk.requirements.states import EditionState, Fate, Kind, Rhythm, SourceKind

# Of a requirement's text, where it has no title.
WORDS_IN_NAME = 10


class Authority(Identified):
    """Who supervises a field, by today's name or an earlier one. `successor` took over."""

    code = models.TextField(unique=True)
    name = models.TextField()
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="predecessors"
    )
    verified = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Source(Identified):
    """A document that requirements come from, through all its editions. `unit` is who laid it down."""

    code = models.TextField(unique=True)
    kind = models.TextField(choices=SourceKind.choices)
    title = models.TextField()
    issuer = models.TextField(blank=True)
    url = models.TextField(blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=SourceKind.values), name="requirements_source_kind"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Supervision(models.Model):
    """That an authority supervises a field of law: by its name, and by the source where we have it."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="fields")
    law = models.TextField()
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, related_name="supervised_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "law"], name="requirements_supervision_once"
            )
        ]


class Edition(Identified):
    """A source as it read on a day. Once published it is never changed; a new one follows it.

    A draft follows nothing: what it follows is decided when it is published.
    `format` is the form it was read from ("" by hand), and `extra` what that form holds beside the
    requirements, so that it can be written back. `digest` is of the published content.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="editions")
    label = models.TextField()
    dated = models.DateField()
    state = models.TextField(choices=EditionState.choices, default=EditionState.DRAFT)
    follows = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    published_at = models.DateTimeField(null=True)
    digest = models.TextField(blank=True)
    format = models.TextField(blank=True)
    extra = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "label"], name="requirements_edition_once"),
            models.CheckConstraint(
                condition=Q(state__in=EditionState.values), name="requirements_edition_state"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", published_at__isnull=True)
                | (Q(state="published", published_at__isnull=False) & ~Q(digest="")),
                name="requirements_edition_published",
            ),
            models.CheckConstraint(
                condition=Q(state="published") | Q(follows__isnull=True),
                name="requirements_draft_follows_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source.title} {self.label}"


class Requirement(Identified):
    """One sentence of an edition: *document + edition + point*, for life.

    `ref` is its name in the document's own form, `point` what a reader calls it ("3.2", "§ 6 a").
    A heading has no `kind`. A ready-made `action` is there only where the demand is a pålegg
    (`imposed`). `pending` are amendments noted in a law's text; `repealed` wording is history.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="requirements")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    ref = models.TextField()
    position = models.IntegerField()
    point = models.TextField(blank=True)
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)
    kind = models.TextField(choices=Kind.choices, blank=True)
    rhythm = models.TextField(choices=Rhythm.choices, blank=True)
    goal = models.TextField(blank=True)
    due = models.DateField(null=True)
    imposed = models.BooleanField(default=False)
    action = models.TextField(blank=True)
    letters = ArrayField(models.TextField(), default=list)
    pending = models.JSONField(default=list)
    repealed = models.BooleanField(default=False)
    extra = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["edition", "position"], name="requirements_in_order"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["edition", "ref"], name="requirements_ref_once"),
            models.CheckConstraint(
                condition=Q(kind="") | Q(kind__in=Kind.values), name="requirements_kind"
            ),
            models.CheckConstraint(
                condition=Q(rhythm="") | Q(rhythm__in=Rhythm.values), name="requirements_rhythm"
            ),
            models.CheckConstraint(
                condition=Q(action="") | Q(imposed=True), name="requirements_action_imposed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.point} {self.title or Truncator(self.text).words(WORDS_IN_NAME)}".strip()


class Succession(models.Model):
    """What became of a requirement in the next edition: proposed by likeness, reviewed by a person."""

    old = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="successions")
    new = models.ForeignKey(
        Requirement, on_delete=models.PROTECT, null=True, related_name="preceded_by"
    )
    fate = models.TextField(choices=Fate.choices)
    likeness = models.FloatField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["old", "new"],
                name="requirements_succession_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(fate="gone", new__isnull=True)
                | (~Q(fate="gone") & Q(new__isnull=False)),
                name="requirements_succession_fate",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_at__isnull=True, reviewed_by__isnull=True)
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False),
                name="requirements_succession_reviewed_pair",
            ),
        ]
