"""Accounts, grants, drafts, previews, forms sent, the tokens of other systems, and guests."""

from datetime import date
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from styrk.core.fields import Identified
from styrk.core.files import SourceFile
from styrk.organisation.models import Person, Unit

type Facts = dict[str, Any]


class Accounts(BaseUserManager["Account"]):
    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.select_related("person").get(username__iexact=username or "")


class Account(AbstractBaseUser):
    """A login. What it may do follows from the appointments of the person it is linked to."""

    username = models.TextField(unique=True)
    person = models.OneToOneField(
        Person, on_delete=models.PROTECT, null=True, related_name="account"
    )
    language = models.TextField(default="nb")
    is_active = models.BooleanField(default=True)
    # The password was chosen by another: it lasts until then, and must be changed at first sign-in.
    start_until = models.DateTimeField(null=True)

    objects = Accounts()
    USERNAME_FIELD = "username"

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(language__in=["nb", "nn", "en"]), name="access_account_language"
            ),
            # Looked up so by iexact, which finds one account by it, and by its index.
            models.UniqueConstraint(Upper("username"), name="access_account_username"),
        ]


class Grant(models.Model):
    """Access to one record for a person or a post, beside what the unit tree gives.

    `kind` and `record_id` name the record, `part` says which part of it (`report` for the one who
    reported, `statement` for a unit that is asked, `case` for all of it). A post is a unit's leader
    and deputies, or with `role` the chair of its board, those who receive varsling or the quality and
    patient safety committee: sight follows the post, whoever holds it.
    """

    kind = models.TextField()
    record_id = models.BigIntegerField()
    part = models.TextField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    role = models.TextField(default="", db_default="")
    until = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["person", "kind", "record_id"], name="access_grant_person"),
            models.Index(
                fields=["unit", "kind", "record_id"],
                name="access_grant_unit",
                condition=Q(unit__isnull=False),
            ),
            models.Index(fields=["kind", "record_id"], name="access_grant_record"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, unit__isnull=True)
                | Q(person__isnull=True, unit__isnull=False),
                name="access_grant_to_one",
            ),
            models.CheckConstraint(
                condition=Q(role="")
                | Q(
                    role__in=["board_chair", "whistleblowing", "quality_committee"],
                    unit__isnull=False,
                ),
                name="access_grant_role",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("granted_at")),
                name="access_grant_until",
            ),
        ]


class Draft(models.Model):
    """What a person had typed in the form at `path` when the session was locked or the page left."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    path = models.TextField()
    fields = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "path"], name="access_draft_once")]


class Preview(Identified):
    """Files that a person has chosen to read in on the page `purpose`, kept until the yes.

    `names` and `contents` belong together by place; `facts` is what was chosen beside the files. Once
    they are read in, only `used_at` is left. Seen by the person alone, as drafts are.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    purpose = models.TextField()
    names = ArrayField(models.TextField())
    contents = ArrayField(models.BinaryField())
    facts = models.JSONField()
    kept_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["kept_at"], name="access_preview_kept")]
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(names=[], contents=[]),
                name="access_preview_used",
            ),
        ]

    @property
    def sources(self) -> list[SourceFile]:
        pairs = zip(self.names, self.contents, strict=True)
        return [SourceFile(name, bytes(data)) for name, data in pairs]


class Sent(models.Model):
    """A form that a person has sent and that was done, known by a digest of its key and its words.

    `back` is where one was led. Sent once more, it is not done once more. Seen by the person alone.
    """

    # The constraint's index begins with the person.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    mark = models.TextField()
    back = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="access_sent_at")]
        constraints = [models.UniqueConstraint(fields=["person", "mark"], name="access_sent_once")]


class Token(Identified):
    """What another system shows to act for a person, at some units and those below them.

    Never more than what the person may when it is used. Kept as the digest of random bytes; the
    application may end it and note its use, and change nothing else of it. Looked up before anybody
    is known, as accounts are, so every row can be read.
    """

    name = models.TextField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    permissions = ArrayField(models.TextField())
    units = models.ManyToManyField(Unit, related_name="+")
    digest = models.TextField(unique=True)
    until = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    last_used_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(digest__regex="^[0-9a-f]{64}$"), name="access_token_digest"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="access_token_name"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=False) | Q(ended_by__isnull=True),
                name="access_token_ended",
            ),
        ]


class Delivery(models.Model):
    """What a system has sent with a key of its own, and what it was answered: done once, however often sent."""

    token = models.ForeignKey(Token, on_delete=models.PROTECT, related_name="+")
    key = models.TextField()
    digest = models.TextField()
    answer = models.JSONField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token", "key"], name="access_delivery_once")
        ]
        indexes = [models.Index(fields=["at"], name="access_delivery_at")]


class Guest(Identified):
    """Somebody outside who may read one record from a day to a day, and nothing else.

    `kind` and `record_id` name the record as a grant does; `covers_from` and `covers_to` are the days
    that are looked at. `link` is the digest of the personal address, which works once; `browser` is that
    of the browser it was used in. `salt` is what the code that was asked for is made from: the code
    itself is kept nowhere. `parts` is what they see of the record, by keys of the app that owns it.
    """

    kind = models.TextField()
    record_id = models.BigIntegerField()
    parts = models.JSONField(default=list, db_default=[])
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    organisation = models.TextField()
    email = models.TextField()
    opens_on = models.DateField()
    until = models.DateField()
    covers_from = models.DateField()
    covers_to = models.DateField()
    link = models.TextField(null=True, unique=True)
    browser = models.TextField(blank=True)
    salt = models.TextField(blank=True)
    asked_at = models.DateTimeField(null=True)
    tries = models.IntegerField(default=0)
    email_due_at = models.DateTimeField(null=True)
    last_in_at = models.DateTimeField(null=True)
    invited_at = models.DateTimeField()
    invited_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["kind", "record_id"], name="access_guest_record"),
            models.Index(
                fields=["email_due_at"],
                name="access_guest_mail",
                condition=Q(email_due_at__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("opens_on")), name="access_guest_days"),
            models.CheckConstraint(
                condition=Q(covers_to__gte=F("covers_from")), name="access_guest_covers"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(organisation="") & ~Q(email=""), name="access_guest_who"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="access_guest_ended",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.organisation}"

    def is_open(self, on: date) -> bool:
        """Whether the record may be read on the day."""
        return self.ended_at is None and self.opens_on <= on <= self.until
