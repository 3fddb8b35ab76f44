"""What a unit says of an item of a map: how it is done here, and what people judge."""

from django.db import models
from django.db.models import Q

from styrk.core.fields import Identified
from styrk.organisation.models import Person, Unit
from styrk.regulation.profiles import Size
from styrk.regulation.types import Status

SIZES = [one.value for one in Size]
STATUSES = [one.value for one in Status]


class Point(Identified):
    """An item of a map (its key) at a unit: what everything that is said of it hangs on."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    item = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "item"], name="compliance_one_point")
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.unit_id}"


class Practice(models.Model):
    """«Slik gjør vi det»: a version of the unit's own words, gone through on a day. Written once.

    The newest holds. With an empty text the unit has none of its own any more, and `note` says why.
    """

    point = models.ForeignKey(Point, on_delete=models.PROTECT, related_name="practices")
    text = models.TextField(blank=True)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    reviewed_on = models.DateField()
    review_on = models.DateField(null=True)
    note = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["point", "-id"], name="compliance_newest_practice")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") & Q(owner__isnull=False, review_on__isnull=False)
                | Q(text="", owner__isnull=True, review_on__isnull=True) & ~Q(note=""),
                name="compliance_practice_whole",
            ),
        ]


class Judgement(models.Model):
    """What somebody judges the status to be, why, and until when that counts. Written once.

    The newest holds, while its day has not come. `computed` is what the data said then. With an empty
    `status` the judgement was taken back. `source` is the signed paper that it was made in, by name:
    whoever writes that paper is asked for the next one there, and not here.
    """

    point = models.ForeignKey(Point, on_delete=models.PROTECT, related_name="judgements")
    status = models.TextField(blank=True)
    computed = models.TextField()
    reason = models.TextField()
    source = models.TextField(blank=True)
    until = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["point", "-id"], name="compliance_newest_judgement")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=STATUSES, until__isnull=False)
                | Q(status="", until__isnull=True),
                name="compliance_judged",
            ),
            models.CheckConstraint(condition=Q(computed__in=STATUSES), name="compliance_computed"),
            models.CheckConstraint(condition=~Q(reason=""), name="compliance_judged_why"),
        ]


class Night(models.Model):
    """That the maps of the units there were, were kept as they stood on a day."""

    on = models.DateField(unique=True)
    units = models.IntegerField()


class Rule(models.Model):
    """The rule by which a status came out, as it read then; the same words once. Written once."""

    digest = models.TextField(unique=True)
    text = models.TextField()


class Picture(models.Model):
    """What the data said of a letter at a unit from a day, until the next picture. Written once.

    `since` is the first day with this status. `data` are rows of what, value, day and address; an empty
    day is the day that is asked about. In bokmål, as it was worked out.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    letter = models.TextField()
    on = models.DateField()
    since = models.DateField()
    status = models.TextField()
    rule = models.ForeignKey(Rule, on_delete=models.PROTECT, null=True, related_name="+")
    explanation = models.TextField()
    reservation = models.TextField(blank=True)
    data = models.JSONField(default=list)
    digest = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["unit", "letter", "-on", "-id"], name="compliance_newest_picture")
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="compliance_pictured"),
            models.CheckConstraint(condition=Q(since__lte=models.F("on")), name="compliance_since"),
        ]


class Fitting(models.Model):
    """That an organisation says what is enough there, or does without a rule. Written once.

    `what` is the profile or the key of a rule, `value` the size or `off`; the newest holds, and with an
    empty value what is proposed counts again. `in_place` says what the letter rests on instead.
    """

    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    what = models.TextField()
    value = models.TextField(blank=True)
    in_place = models.TextField(blank=True)
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["trust", "what", "-id"], name="compliance_newest_fitting")]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="compliance_fitted_why"),
            models.CheckConstraint(
                condition=Q(what="profile", value__in=["", *SIZES], in_place="")
                | ~Q(what="profile") & Q(value="off") & ~Q(in_place="")
                | ~Q(what="profile") & Q(value="", in_place=""),
                name="compliance_fitting_whole",
            ),
        ]


class Look(models.Model):
    """A dated «gjennomgått»: somebody went through a record and asked or decided something. Written once.

    `kind` is plan, series or risk, `subject_uuid` the record's own; of a series it is the indicator's, and
    `unit` says where. What was asked or decided stands in `LookWords`: that may be for few to read.
    """

    kind = models.TextField()
    subject_uuid = models.UUIDField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    outcome = models.TextField()
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["subject_uuid", "unit", "-id"], name="compliance_looks_at"),
            models.Index(fields=["unit", "-on"], name="compliance_looks_in"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=["asked", "decided"]), name="compliance_looked_outcome"
            )
        ]


class LookWords(models.Model):
    """What was asked or decided. Written once. Of a risk it is read by those who see the unit's risks."""

    look = models.OneToOneField(Look, on_delete=models.PROTECT, related_name="words")
    kind = models.TextField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="compliance_looked_words")
        ]
