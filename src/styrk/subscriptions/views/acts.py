"""Giving somebody copies of what is about a subject, and ending it."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from styrk.access.acting import ACT, NOT_NOW, Desk, Refusals, Subject, data, draft
from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_uuid
from styrk.subscriptions import commands, forms, queries, refusals, rules
from styrk.subscriptions.models import Subscription
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.OfAnother: gettext_lazy("Personen hører til en annen virksomhet."),
    refusals.There: gettext_lazy("Personen får kopi av dette fra før."),
}


def _way() -> list[tuple[object, str]]:
    return [(_("Kopi til fagansvarlige"), address_of("subscriptions:list"))]


UNIT: Desk[Unit] = Desk(
    name="unit",
    find=lambda uuid, _standing: unit_by_uuid(uuid),
    hold=unit_by_uuid,
    is_for=lambda standing, unit, _act: rules.may_keep(standing, unit.pk),
    may=lambda standing, unit, _act: rules.may_keep(standing, unit.pk),
    subject=lambda unit: Subject(way=_way(), line=unit.name),
    misfit=gettext_lazy("Dette passer ikke nå."),
    refusals=REFUSALS,
)
DESK: Desk[Subscription] = Desk(
    name="subscription",
    find=queries.subscription,
    hold=queries.hold,
    is_for=rules.is_for,
    may=rules.may,
    subject=lambda _one: Subject(way=_way()),
    misfit=gettext_lazy("Dette er gjort allerede."),
    refusals=REFUSALS,
)


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def begin(request: Request, uuid: UUID) -> HttpResponse:
    unit = UNIT.for_act(request, uuid, "begin")
    form = forms.SubscribeForm(
        data(request),
        initial=draft(request),
        find=lambda text: queries.people_called(text, unit, request.now),
        codes=queries.codes(unit),
    )
    return UNIT.page(
        request,
        unit,
        "begin",
        form,
        lambda: commands.begin_subscription(
            unit=unit,
            person=form.found,
            why=form.cleaned_data["why"],
            by=request.person,
            now=request.now,
            **form.about,
        ),
        title=_("Gi noen kopi"),
        intro=_(
            "Den som har ansvar for et fag, ser da nye meldinger om det herfra og fra alle enheter under."
            " De leser, men følger ikke opp."
        ),
        button=_("Gi kopi"),
        said=_("De får kopi av nye meldinger fra nå."),
    )


@allowed(Permission.HANDLE_INCIDENTS)
@require_POST
def end(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "end")
    return DESK.do(
        request,
        found,
        lambda: commands.end_subscription(subscription=found, by=request.person, now=request.now),
        _("De får ikke kopi lenger, og ser ikke dem de har fått."),
    )
