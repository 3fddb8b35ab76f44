"""«Dette virker ikke»: the part of the act that is the same whatever is objected to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from styrk.actions.models import Action, Objection
from styrk.actions.refusals import Answered, need
from styrk.core import clock, guard
from styrk.duties.commands import require_of, settle
from styrk.organisation.models import Person, Unit

DAYS_TO_ANSWER = 14


@dataclass(frozen=True)
class About:
    """What is objected to: a `record` of the kind `subject`, whom `owner` answers for at `unit`.

    `tell` is how the record's app sends word of it. The duty to answer is `subject`.answer.
    """

    subject: str
    uuid: UUID
    title: str
    unit: Unit
    owner: Person
    record: Any
    tell: Callable[..., None]
    action: Action | None = None


def object_to(about: About, text: str, by: Person, now: datetime) -> Objection:
    """Ask the owner for an answer. Raises ReasonMissing without a text."""
    guard.refuse_identity(text)
    need(text)
    objection = Objection.objects.create(
        subject=about.subject,
        subject_uuid=about.uuid,
        title=about.title,
        unit=about.unit,
        action=about.action,
        text=text,
        asked=about.owner,
        said_at=now,
        said_by=by,
    )
    ask_for_answer(objection, now)
    about.tell(
        about.owner,
        about.record,
        f"objection:{objection.pk}",
        lambda: _("Noe virker ikke: %(title)s") % {"title": about.title},
        lambda: _("%(name)s sier fra, og venter på svar fra deg.") % {"name": by.name},
        by=by,
        now=now,
    )
    return objection


def answer(objection: Objection, about: About, text: str, by: Person, now: datetime) -> None:
    """Whoever said it hears of the answer. Raises Answered, or ReasonMissing."""
    guard.refuse_identity(text)
    need(text)
    if objection.answered_at is not None:
        raise Answered
    objection.answer, objection.answered_at, objection.answered_by = text, now, by
    objection.save(update_fields=["answer", "answered_at", "answered_by"])
    settle(kind=_duty(objection), subject_uuid=objection.uuid, by=by, now=now)
    about.tell(
        objection.said_by,
        about.record,
        f"answer:{objection.pk}",
        lambda: _("Du har fått svar: %(title)s") % {"title": objection.title},
        lambda: _("%(name)s har svart på det du sa ikke virker.") % {"name": by.name},
        by=by,
        now=now,
    )


def ask_for_answer(objection: Objection, now: datetime) -> None:
    require_of(
        owner=objection.asked,
        unit=objection.unit,
        kind=_duty(objection),
        subject=objection,
        due=clock.after(now, days=DAYS_TO_ANSWER),
        now=now,
    )


def hand_over(before: Person, to: Person, now: datetime, **of: object) -> None:
    """Whoever owns it now answers what waits: the objections `of` it that were put to `before`."""
    for objection in Objection.objects.filter(answered_at__isnull=True, asked=before, **of):
        objection.asked = to
        objection.save(update_fields=["asked"])
        ask_for_answer(objection, now)


def _duty(objection: Objection) -> str:
    return f"{objection.subject}.answer"
