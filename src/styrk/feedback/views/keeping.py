"""«Dere sa, vi gjorde» for those who work here, the unit's open page, and the period's judgement."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import allowed
from styrk.access.meanwhile import of_fields
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.feedback import commands, forms, rules
from styrk.feedback.queries import heard, register
from styrk.feedback.queries.register import Filters
from styrk.feedback.views import where
from styrk.feedback.views.acting import REFUSALS
from styrk.organisation.models import Unit
from styrk.ui import pages
from styrk.ui.addresses import address_of

OPEN = gettext_lazy("Adressen kan stå på en plakat. Alle kan fortelle, uten å logge inn.")
CLOSED = gettext_lazy(
    "Den som går til adressen nå, finner ingen side. Kryss av for at siden er åpen, og lagre. Da ser du"
    " adressen her, og den kan stå på en plakat."
)


@allowed(Permission.REPORT)
@require_safe
def changes(request: Request) -> HttpResponse:
    """What was said, and what we did: open to all who work here."""
    unit = where.named(request)
    found = heard.changes(request.standing, unit)
    values = {
        "unit": unit,
        "rows": [(one, rules.may_keep(request.standing, one.unit_id)) for one in found],
    }
    return pages.render(request, "feedback/changes.html", values)


def _kept(request: Request) -> Unit:
    """The unit in the address, or one's own, where one answers for what is told; else 404."""
    unit = where.own(request)
    if unit is None or not rules.may_keep(request.standing, unit.pk):
        raise Http404
    return unit


def _themes(unit: Unit) -> str:
    return f"{address_of('feedback:themes')}?enhet={unit.code}"


@allowed(Permission.ANSWER_VOICES)
@ACT
def entrance(request: Request) -> HttpResponse:
    """Whether the unit has a page that anybody may tell it something by, and what it says there."""
    unit = _kept(request)
    kept = heard.entrance_of(unit)
    stands = {
        "is_open": bool(kept and kept.is_open),
        "greeting": kept.greeting if kept else "",
    }
    form = forms.EntranceForm(acting.data(request), initial=stands | acting.draft(request))
    stand = of_fields(form, stands)
    address = f"{settings.BASE_URL}{address_of('feedback:open', unit.code)}"
    subject = acting.Subject(
        [(_("Temaer for %(unit)s") % {"unit": unit.name}, _themes(unit))],
        line=address if stands["is_open"] else _("Siden er stengt nå"),
    )

    def again() -> HttpResponse:
        return acting.show(
            request,
            form,
            subject,
            title=_("Siden «Fortell oss» for %(unit)s") % {"unit": unit.name},
            intro=str(OPEN if stands["is_open"] else CLOSED),
            button=_("Lagre"),
            stand=stand,
            changed=not stand.is_known_to(form),
        )

    if not stand.is_known_to(form) or not form.is_valid():
        return again()
    return acting.attempt(
        request,
        lambda: commands.set_entrance(
            unit=unit, by=request.person, now=request.now, **form.cleaned_data
        ),
        _("Lagret."),
        refusals=REFUSALS,
        back=_themes(unit),
        form=form,
        again=again,
    )


@allowed(Permission.ANSWER_VOICES)
@ACT
def judge(request: Request) -> HttpResponse:
    """What the unit makes of what it was told in a period (§ 8 d)."""
    unit, today = _kept(request), clock.day(request.now)
    _form, first, last = where.period(request)
    form = forms.JudgeForm(
        acting.data(request),
        today=today,
        initial={"first_on": first, "last_on": last} | acting.draft(request),
    )
    filters = Filters(unit=unit, since=first, until=last)
    looked_at = register.limited(request.standing, filters).count()
    subject = acting.Subject(
        [(_("Temaer for %(unit)s") % {"unit": unit.name}, _themes(unit))],
        line=_("%(unit)s: %(n)s stemmer i perioden") % {"unit": unit.name, "n": looked_at},
    )

    def again() -> HttpResponse:
        return acting.show(
            request,
            form,
            subject,
            title=_("Vurder det dere er fortalt"),
            intro=_("Vurderingen blir stående med dato og navn, og er grunnlag for § 8 d."),
            button=_("Lagre vurderingen"),
        )

    if not form.is_valid():
        return again()
    given = form.cleaned_data
    chosen = Filters(unit=unit, since=given["first_on"], until=given["last_on"])
    return acting.attempt(
        request,
        lambda: commands.judge_voices(
            unit=unit,
            voices=register.limited(request.standing, chosen).count(),
            by=request.person,
            now=request.now,
            **given,
        ),
        _("Vurderingen er lagret."),
        refusals=REFUSALS,
        back=_themes(unit),
        form=form,
        again=again,
    )
