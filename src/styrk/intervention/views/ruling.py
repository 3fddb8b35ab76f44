"""The organisation's rules: which are on and why, the switch, and how it works in plain words."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.core import clock
from styrk.incidents.chair import CHAIR
from styrk.intervention import commands, forms, presenters, queries, rules
from styrk.intervention import watched as told
from styrk.intervention.views.acting import REFUSALS
from styrk.organisation.models import Unit
from styrk.ui import pages
from styrk.ui.addresses import address_of

YEAR = timedelta(days=365)


def chosen(request: Request) -> tuple[Unit | None, list[Unit]]:
    """The organisation in the address among one's own, or the first; and the others. 404 for another."""
    units = queries.organisations(request.standing)
    code = request.GET.get("enhet", "")
    if code and all(one.code != code for one in units):
        raise Http404
    found = next((one for one in units if not code or one.code == code), None)
    return found, [one for one in units if one != found]


def home(unit: Unit) -> str:
    return f"{address_of('intervention:rules')}?enhet={unit.code}"


@signed_in
@require_safe
def rules_page(request: Request) -> HttpResponse:
    """Every rule: whether it is on, since which discussion, and how it went; open to all who work here."""
    unit, others = chosen(request)
    today = clock.day(request.now)
    numbers = queries.figures(unit, today - YEAR) if unit else {}
    values = {
        "unit": unit,
        "others": others,
        "rows": [
            (one, presenters.rule_mark(one), numbers.get(one.rule.code, queries.NO_FIGURES))
            for one in (queries.rules_of(unit, today) if unit else [])
        ],
        "may_switch": unit is not None and rules.may_switch(request.standing, unit),
        "switches": [
            (one, told.rules()[one.rule].name if one.rule in told.rules() else one.rule)
            for one in (queries.history_of(unit) if unit else [])
        ],
        "fewest": queries.FEWEST,
    }
    return pages.render(request, "intervention/rules.html", values)


@signed_in
@require_safe
def explained(request: Request) -> HttpResponse:
    """How it works, in plain words, to be printed and discussed before a rule is switched on."""
    values = {"rules": list(told.rules().values()), "terms": told.terms(), "chair": CHAIR}
    return pages.render(request, "intervention/explained.html", values)


def _mine(request: Request) -> Unit:
    unit, _others = chosen(request)
    if unit is None or not rules.may_switch(request.standing, unit):
        raise Http404
    return unit


@signed_in
@ACT
def switch_on(request: Request) -> HttpResponse:
    unit, today = _mine(request), clock.day(request.now)
    off = [(one.rule.code, one.rule.name) for one in queries.rules_of(unit, today)]
    form = forms.SwitchOnForm(
        acting.data(request), rules=off, today=today, initial=acting.draft(request)
    )
    subject = acting.Subject(
        [(_("Reglene i %(unit)s") % {"unit": unit.name}, home(unit))], unit.name
    )

    def again() -> HttpResponse:
        return acting.show(
            request,
            form,
            subject,
            title=_("Slå på regler"),
            intro=_(
                "Reglene er av til de er drøftet med tillitsvalgte (arbeidsmiljøloven §§ 9-1 og"
                " 9-2). De som slås på, varer i %(days)s dager, og må så vurderes og drøftes igjen."
            )
            % {"days": told.terms().valid},
            button=_("Slå på"),
        )

    if not form.is_valid():
        return again()
    return acting.attempt(
        request,
        lambda: commands.switch_on(
            unit=unit,
            codes=form.cleaned_data["codes"],
            discussion=form.discussion(),
            by=request.person,
            now=request.now,
        ),
        _("Reglene er slått på. De begynner å virke i natt."),
        refusals=REFUSALS,
        back=home(unit),
        form=form,
        again=again,
    )


@signed_in
@ACT
def switch_off(request: Request, code: str) -> HttpResponse:
    unit = _mine(request)
    rule = told.rules().get(code)
    if rule is None:
        raise Http404
    form = forms.SwitchOffForm(acting.data(request), initial=acting.draft(request))
    subject = acting.Subject(
        [(_("Reglene i %(unit)s") % {"unit": unit.name}, home(unit))], rule.name
    )

    def again() -> HttpResponse:
        return acting.show(request, form, subject, title=_("Slå av regelen"), button=_("Slå av"))

    if not form.is_valid():
        return again()
    return acting.attempt(
        request,
        lambda: commands.switch_off(
            unit=unit, code=code, by=request.person, now=request.now, **form.cleaned_data
        ),
        _("Regelen er slått av."),
        refusals=REFUSALS,
        back=home(unit),
        form=form,
        again=again,
    )
