"""Subscriptions, and which cases each is about."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from styrk.access.queries import Standing
from styrk.classification.models import Code, IncidentCode
from styrk.core.scope import current
from styrk.core.trips import asks
from styrk.incidents.models import Incident, Recusal
from styrk.incidents.states import State
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import find_people
from styrk.subscriptions import rules
from styrk.subscriptions.models import Copy, Subscription

# What was reported, or got its code, longer ago than this is not looked for: the sweep goes each minute.
LATELY = timedelta(days=30)
HITS = 10


def subscriptions() -> list[Subscription]:
    """Those that run at units in sight, by subject's unit and person."""
    found = Subscription.objects.filter(current().units("incident").rows(), ended_at__isnull=True)
    whole = found.select_related("unit", "person", "code__axis__scheme", "begun_by")
    return list(whole.order_by("unit__path", "person__name", "pk"))


def subscription(uuid: UUID, _standing: Standing) -> Subscription | None:
    found = Subscription.objects.filter(current().units("incident").rows(), uuid=uuid)
    return found.select_related("unit", "person", "code").first()


def hold(uuid: UUID) -> Subscription | None:
    return Subscription.objects.select_for_update(no_key=True).filter(uuid=uuid).first()


def units_to_keep(standing: Standing) -> list[Unit]:
    """The units of the person's own posts, and for who handles in the whole organisation that one."""
    mine = {post.unit_id for post in standing.posts} | set(standing.trusts)
    kept = [pk for pk in mine if rules.may_keep(standing, pk)]
    return list(Unit.objects.filter(pk__one_of=kept).order_by("path"))


def codes(trust: Unit) -> list[Code]:
    """Those in use in the organisation."""
    found = Code.objects.filter(axis__scheme__trust=trust, axis__scheme__ended_at__isnull=True)
    return list(
        found.select_related("axis").order_by("axis__scheme__name", "axis__number", "number")
    )


def people_called(text: str, unit: Unit, now: datetime) -> list[Person]:
    homes = Unit.objects.filter(trust_id=unit.legal_id).values_list("pk", flat=True)
    return find_people(text, home_units=[*homes, unit.legal_id], on=now.date(), limit=HITS)


def copied_to(incident: Incident) -> list[Copy]:
    """Who gets a copy of the case now."""
    return list(_copied_to(incident))


@asks
def _copied_to(incident: Incident) -> QuerySet[Copy]:
    found = Copy.objects.filter(incident=incident, ended_at__isnull=True)
    return found.select_related("subscription__person", "subscription__code").order_by("pk")


def running() -> list[Subscription]:
    """All that run, for the sweep."""
    found = Subscription.objects.filter(ended_at__isnull=True)
    return list(found.select_related("unit", "person", "code__axis__scheme").order_by("pk"))


def new_cases(one: Subscription, now: datetime) -> list[Incident]:
    """The cases it is about since it began, that no copy was given of and the person is not recused from."""
    there = Copy.objects.filter(subscription=one, incident=OuterRef("pk"), ended_at__isnull=True)
    recused = Recusal.objects.filter(person=one.person, incident=OuterRef("pk"))
    found = Incident.objects.filter(
        _subject(one, now), ~Exists(there), ~Exists(recused), **_own(one)
    ).exclude(state=State.ASIDE)
    return list(found.filter(reported_at__gte=one.begun_at).order_by("pk"))


def gone(one: Subscription, now: datetime) -> list[Copy]:
    """The copies that run of cases it is not about any more: set aside, past the line, of another kind or code."""
    there = Copy.objects.filter(subscription=one, ended_at__isnull=True, at__gte=now - LATELY)
    about = Incident.objects.filter(_is_about(one), pk=OuterRef("incident_id"), past_line=False)
    found = there.filter(~Exists(about.exclude(state=State.ASIDE)))
    return list(found.select_related("incident").order_by("pk"))


def _own(one: Subscription) -> dict[str, object]:
    return {"trust": one.trust_id, "unit__path__startswith": one.unit.path, "past_line": False}


def _subject(one: Subscription, now: datetime) -> Q:
    since = now - LATELY
    if one.kind:
        return Q(kind=one.kind, reported_at__gte=since)
    return Q(Exists(_coded(one).filter(set_at__gte=since)))


def _is_about(one: Subscription) -> Q:
    return Q(kind=one.kind) if one.kind else Q(Exists(_coded(one)))


def _coded(one: Subscription) -> QuerySet[IncidentCode]:
    """That the same code, of whatever version of its scheme, stands on the incident."""
    assert one.code is not None  # noqa: S101 - the database holds it: a kind, or a code
    axis = one.code.axis
    return IncidentCode.objects.filter(
        incident=OuterRef("pk"),
        removed_at__isnull=True,
        code__code=one.code.code,
        code__axis__key=axis.key,
        code__axis__scheme__name=axis.scheme.name,
    )
