"""What the figures say of an action: by which series one sees if it helps, and all that it said."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from styrk.access import acting
from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions import queries as actions
from styrk.actions.models import Action
from styrk.actions.rules import may_work_on
from styrk.core import clock
from styrk.indicators import commands, refusals, rules
from styrk.indicators.forms.effects import MeasureForm, StopForm
from styrk.indicators.models import ActionMeasure, EffectAnswer
from styrk.indicators.presenters.effects import said_by
from styrk.indicators.queries import effects as queries
from styrk.indicators.queries.defining import indicators_at
from styrk.organisation.models import Unit
from styrk.organisation.queries import family_of
from styrk.ui import pages
from styrk.ui.addresses import address_of

ACTS = ("measure", "stop", "ask")
REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.AlreadyLinked: gettext_lazy("Dere ser allerede etter i dette tallet."),
    refusals.Retired: gettext_lazy("Indikatoren er ikke lenger i bruk. Velg en annen."),
    refusals.NotBelow: gettext_lazy("Dette tallet finnes ikke for enheten."),
    refusals.Withdrawn: gettext_lazy("Dere ser ikke lenger etter i dette tallet."),
}


def _subject(action: Action) -> Subject:
    return Subject(
        way=[
            (_("Tiltak"), address_of("actions:actions")),
            (action.title, address_of("actions:action", action.uuid)),
            (_("Hva tallene sier"), address_of("indicators:effect", action.uuid)),
        ],
        line=f"{action.title} – {action.unit.name}",
        quoted=action.sign,
    )


DESK = Desk(
    name="action",
    find=lambda uuid, _standing: queries.action_in_sight(uuid),
    hold=actions.locked,
    is_for=lambda standing, action, _act: may_work_on(standing, action),
    may=rules.may_look,
    subject=_subject,
    misfit=gettext_lazy("Dette passer ikke slik tiltaket står nå."),
    refusals=REFUSALS,
)


@signed_in
@require_safe
def effect(request: Request, uuid: UUID) -> HttpResponse:
    """The series it is seen by now and what that said, and those it was seen by before."""
    action = DESK.found(request, uuid)
    found = queries.measured_by(action)
    standing = next((one for one in found if one.stands), None)
    ended = [(one, said_by(one, action)) for one in found if not one.stands]
    values = {
        "action": action,
        "standing": standing,
        "said": said_by(standing, action) if standing else [],
        "ended": ended,
        "may": {act: rules.may_look(request.standing, action, act) for act in ACTS},
        "sees_series": standing and rules.may_see(request.standing, standing.link.unit),
    }
    return pages.render(request, "indicators/effect.html", values)


@signed_in
@acting.ACT
def measure(request: Request, uuid: UUID) -> HttpResponse:
    """Choose the series, or another one."""
    action = DESK.for_act(request, uuid, "measure")
    link = queries.measure_of(action)
    units = _units(request, action)
    form = MeasureForm(
        acting.data(request),
        indicators=indicators_at(units, clock.day(request.now)),
        units=units,
        needs_reason=link is not None and action.done_at is not None,
        initial=_begun(action, link) | acting.draft(request),
    )
    return DESK.page(
        request,
        action,
        "measure",
        form,
        lambda: commands.measure_action(
            action=action, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Slik ser vi om det hjelper"),
        intro=_("Velg et tall som skal endre seg hvis tiltaket virker."),
        button=_("Se etter i dette tallet"),
        said=_chosen,
    )


def _units(request: Request, action: Action) -> list[Unit]:
    """The action's unit, those above it in its trust, and those straight below it."""
    above, below = family_of(action.unit, on=clock.day(request.now))
    line = [one for one in reversed(above) if one.legal_id == action.trust_id]
    return [one for one in [action.unit, *line, *below] if rules.may_see(request.standing, one)]


def _begun(action: Action, link: ActionMeasure | None) -> dict[str, Any]:
    """What is chosen now; else the series of the action that this one follows, at the action's own unit."""
    if link is None and action.follows:
        link = queries.measure_of(action.follows)
    if link is None:
        return {"unit": str(action.unit.uuid)}
    return {"indicator": str(link.indicator.uuid), "unit": str(link.unit.uuid)}


def _chosen(link: ActionMeasure) -> str:
    number = queries.figures_at(link.indicator, link.unit)
    text = ngettext(
        "Vi ser etter i «%(name)s» hos %(unit)s. Der står det %(number)s tall så langt.",
        "Vi ser etter i «%(name)s» hos %(unit)s. Der står det %(number)s tall så langt.",
        number,
    )
    return text % {"name": link.indicator.name, "unit": link.unit.name, "number": number}


@signed_in
@acting.ACT
def stop(request: Request, uuid: UUID) -> HttpResponse:
    """Look no longer in the series."""
    action = DESK.for_act(request, uuid, "stop")
    link = _link(action)
    form = StopForm(acting.data(request), initial=acting.draft(request))
    return DESK.page(
        request,
        action,
        "stop",
        form,
        lambda: commands.stop_measuring_action(
            link=link, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Ikke se etter i tallene"),
        intro=_("Da må dere vurdere på annen måte om tiltaket virket."),
        button=_("Slutt å se etter i tallet"),
        said=_("Dere ser ikke lenger etter i tallet."),
    )


@signed_in
@require_POST
def ask(request: Request, uuid: UUID) -> HttpResponse:
    """Ask the series now, whatever day was agreed."""
    action = DESK.for_act(request, uuid, "ask")
    link = _link(action)
    before = queries.newest_answer(link)

    def said(answer: EffectAnswer) -> str:
        if before and answer.pk == before.pk:
            return _("Tallene sier det samme som sist. Svaret står.")
        return _("Tallene har svart. Svaret er lagret.")

    return DESK.do(
        request,
        action,
        lambda: commands.ask_effect(link=link, by=request.person, now=request.now),
        said,
    )


def _link(action: Action) -> ActionMeasure:
    link = queries.measure_of(action)
    if link is None:
        raise Http404
    return link
