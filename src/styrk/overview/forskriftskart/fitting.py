"""The page that says what is enough for the organisation, and the acts that change it."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from styrk.access import acting
from styrk.access.acting import ACT, Refusals, Subject
from styrk.access.decorators import allowed
from styrk.access.meanwhile import Stand, mark_of
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.compliance import commands, extents, rules
from styrk.compliance.extents import Fitted
from styrk.compliance.models import Fitting
from styrk.core import clock
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_uuid
from styrk.overview.forskriftskart import extents as drawing
from styrk.overview.forskriftskart import presenters
from styrk.overview.forskriftskart.forms import OffForm, ProfileForm, ReasonForm
from styrk.regulation.letters import PROVISIONS
from styrk.regulation.profiles import PROFILES, Size
from styrk.regulation.queries import claim_named
from styrk.regulation.types import Claim
from styrk.ui import pages
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    commands.AsBefore: gettext_lazy(
        "Noen har gjort dette allerede. Her ser du hvordan det står nå."
    )
}


@allowed(Permission.SEE_EVIDENCE)
@require_safe
def extent(request: Request, unit: UUID) -> HttpResponse:
    """What is enough here, which rules are switched off, and what their letters rest on."""
    found = unit_by_uuid(unit)
    if found is None or not rules.may_see(request.standing, found.pk):
        raise Http404
    today = clock.day(request.now)
    trust = found.trust or found
    fitted = extents.fitted_for(trust, today)
    values = {
        "unit": found,
        "trust": trust,
        "fitted": fitted,
        "profile": PROFILES[fitted.size],
        "proposed": PROFILES[fitted.proposed],
        "letters": drawing.lettered(fitted, trust, today),
        "entries": drawing.history(extents.fittings_of(trust.pk)),
        "may_keep": rules.may_keep(request.standing, trust.pk),
        "crumbs": [_map_of(found), (_("Hva som er nok her"), None)],
    }
    return pages.render(request, "overview/forskriftskart/extent.html", values)


def _map_of(unit: Unit) -> tuple[str, str]:
    return (
        _("Forskriftskart for %(unit)s") % {"unit": unit.name},
        presenters.address(unit),
    )


def _organisation(request: Request, uuid: UUID) -> Unit:
    """The whole organisation, for one who answers for it."""
    found = unit_by_uuid(uuid)
    if found is None or found.legal_id != found.pk:
        raise Http404
    if not rules.may_keep(request.standing, found.pk):
        raise Http404
    return found


def _subject(trust: Unit) -> Subject:
    home = address_of("forskriftskart:extent", trust.uuid)
    return Subject([_map_of(trust), (_("Hva som er nok her"), home)], line=trust.name)


def _stand(fitting: Fitting | None) -> Stand:
    """What the act writes over."""
    if fitting is None:
        return Stand(mark_of("none"))
    return Stand(
        mark_of(fitting.pk),
        [(_("Grunn:"), fitting.reason)],
        by=fitting.by.name,
        at=fitting.at,
    )


@allowed(Permission.KEEP_EVIDENCE)
@ACT
def choose_profile(request: Request, unit: UUID) -> HttpResponse:
    """Say what is enough for the organisation."""
    trust = _organisation(request, unit)
    fitted = extents.fitted_for(trust, clock.day(request.now))
    form = ProfileForm(
        acting.data(request), initial={"size": fitted.size.value} | acting.draft(request)
    )
    return _done(
        request,
        trust,
        form,
        _stand(fitted.chosen),
        lambda: commands.choose_profile(
            trust=trust,
            size=Size(form.cleaned_data["size"]),
            reason=form.cleaned_data["reason"],
            by=request.person,
            now=request.now,
        ),
        title=_("Velg profil"),
        intro=_(
            "Profilen sier hvor ofte og hvor mye som er nok. Ingen bokstav faller bort. Etter navnet og"
            " antallet enheter (%(units)s) foreslår Styrk: %(name)s."
        )
        % {"units": fitted.units, "name": PROFILES[fitted.proposed].name},
        button=_("Velg profilen"),
        said=_("Profilen er valgt. Kartet følger den fra nå."),
    )


@allowed(Permission.KEEP_EVIDENCE)
@ACT
def switch_off(request: Request, unit: UUID, rule: str) -> HttpResponse:
    """Do without a rule and say what the letter rests on instead."""
    trust, claim, fitted = _ruled(request, unit, rule)
    form = OffForm(acting.data(request), initial=acting.draft(request))
    if rule in fitted.off:
        return _as_before(request, trust, form, _("Regelen er slått av allerede."))
    return _done(
        request,
        trust,
        form,
        _stand(None),
        lambda: commands.switch_off(
            trust=trust, rule=rule, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Slå av en regel for %(letter)s") % _letter(claim),
        intro=drawing.left_without(claim, fitted),
        button=_("Slå av regelen"),
        said=_("Regelen er slått av, og det står hvorfor."),
    )


@allowed(Permission.KEEP_EVIDENCE)
@ACT
def switch_on(request: Request, unit: UUID, rule: str) -> HttpResponse:
    """Let a rule count again."""
    trust, claim, fitted = _ruled(request, unit, rule)
    form = ReasonForm(acting.data(request), initial=acting.draft(request))
    if rule not in fitted.off:
        return _as_before(request, trust, form, _("Regelen teller allerede."))
    return _done(
        request,
        trust,
        form,
        _stand(fitted.off[rule]),
        lambda: commands.switch_on(
            trust=trust, rule=rule, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Slå på regelen for %(letter)s") % _letter(claim),
        intro=_("Da teller regelen igjen fra nå."),
        button=_("Slå på regelen"),
        said=_("Regelen teller igjen."),
    )


def _ruled(request: Request, unit: UUID, rule: str) -> tuple[Unit, Claim, Fitted]:
    """The organisation, the rule, and what is enough there, for one who answers for it."""
    trust = _organisation(request, unit)
    claim = claim_named(rule)
    if claim is None:
        raise Http404
    return trust, claim, extents.fitted_for(trust, clock.day(request.now))


def _letter(claim: Claim) -> dict[str, str]:
    return {"letter": PROVISIONS[claim.letter].reference}


def _as_before(request: Request, trust: Unit, form: forms.Form, why: str) -> HttpResponse:
    """To how it stands: the act is done already, and never is its opposite offered in its place."""
    return acting.misfit(request, why, form, _subject(trust).home)


def _done(
    request: Request,
    trust: Unit,
    form: forms.Form,
    stand: Stand,
    command: Callable[[], object],
    *,
    said: str,
    title: str,
    button: str,
    intro: str,
) -> HttpResponse:
    """Show the act's form, or do the act and go back to what is enough here."""
    subject = _subject(trust)
    changed = not stand.is_known_to(form)

    def again() -> HttpResponse:
        return acting.show(
            request,
            form,
            subject,
            title=title,
            button=button,
            intro=intro,
            stand=stand,
            changed=changed,
        )

    if changed or not form.is_valid():
        return again()
    home = subject.home
    return acting.attempt(
        request, command, said, refusals=REFUSALS, back=home, form=form, again=again
    )
